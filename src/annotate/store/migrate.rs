//! Stores of earlier versions, brought to the latest one step at a time.
//!
//! Version 0 has no version number: a plain list of highlights, as somebody writes it by hand or another program
//! prints it. Only the words are needed; the rest is filled in and the words are looked up in the text as ever.

use toml::{Table, Value};

/// The version that is written.
pub const VERSION: i64 = 1;

/// What brings a table of version `n` to version `n + 1`, in order.
const MIGRATIONS: [fn(Table) -> Table; VERSION as usize] = [from_hand];

/// `table` in the latest version; the error is the version of a table that is later than that.
pub fn to_latest(mut table: Table) -> Result<Table, i64> {
    let version = table
        .get("version")
        .and_then(Value::as_integer)
        .unwrap_or(if table.contains_key("briefing") { VERSION } else { 0 });
    if version > VERSION {
        return Err(version);
    }
    for migrate in MIGRATIONS.iter().skip(version.max(0) as usize) {
        table = migrate(table);
    }
    table.insert("version".into(), Value::Integer(VERSION));
    Ok(table)
}

/// Version 0: `[[highlight]]` with `quote` and perhaps `prefix`, `suffix`, `start`, `end`, `colour`, `note`, `tags`,
/// `created`.
fn from_hand(mut table: Table) -> Table {
    let Some(Value::Array(rows)) = table.remove("highlight") else { return table };
    let rows = rows.into_iter().enumerate().map(|(n, row)| match row {
        Value::Table(row) => Value::Table(annotation(n, row)),
        other => other,
    });
    table.insert("annotation".into(), Value::Array(rows.collect()));
    table
}

fn annotation(n: usize, mut row: Table) -> Table {
    let mut target = Table::new();
    for (old, new) in
        [("quote", "exact"), ("prefix", "prefix"), ("suffix", "suffix"), ("start", "start"), ("end", "end")]
    {
        if let Some(value) = row.remove(old) {
            target.insert(new.into(), value);
        }
    }
    let time = row.get("created").cloned().unwrap_or_else(|| Value::String("1970-01-01T00:00:00Z".into()));
    row.insert("created".into(), time.clone());
    row.entry("modified").or_insert(time);
    row.entry("id").or_insert_with(|| Value::String(format!("{:016x}", n + 1)));
    row.insert("target".into(), Value::Table(target));
    row
}
