//! The shape of a store in TOML, version 1; `docs/annotations.md` describes it for people.
//!
//! Reading never fails as a whole: each table is read for itself, and one that makes no sense is a fault, not the end
//! of the others. Where the TOML itself is broken, the text is cut at its table heads and every piece that still parses counts.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::migrate::{self, VERSION};
use crate::annotate::PointKey;
use crate::annotate::change::{Entry, Journal, Record, State};

/// What stands at the head of a store: whose annotations these are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The briefing's file, as an absolute path; empty for standard input.
    #[serde(default)]
    pub path: String,
    /// SHA-256 of the bytes that the targets were last fitted to.
    #[serde(default)]
    pub sha256: String,
    /// How many changes were ever made.
    #[serde(default)]
    pub sequence: u64,
    /// How many changes at the end of the journal are undone.
    #[serde(default)]
    pub undone: usize,
}

/// A store as read: what was understood, and what was not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Whose it is.
    pub head: Head,
    /// What is kept.
    pub state: State,
    /// What made no sense, one line each.
    pub faults: Vec<String>,
    /// The version, where it is later than the one known here.
    pub newer: Option<i64>,
}

#[derive(Serialize)]
struct Printed<'a> {
    version: i64,
    briefing: Head,
    annotation: &'a [Record],
    mark: Vec<&'a PointKey>,
    dismissal: Vec<&'a PointKey>,
    change: &'a [Entry],
}

/// The text of a store.
pub fn print(head: &Head, state: &State) -> Result<String, toml::ser::Error> {
    let mut head = head.clone();
    (head.sequence, head.undone) = (state.sequence, state.journal.undone);
    let printed = Printed {
        version: VERSION,
        briefing: head,
        annotation: &state.records,
        mark: state.marks.iter().collect(),
        dismissal: state.dismissals.iter().collect(),
        change: &state.journal.entries,
    };
    Ok(format!(
        "# Highlights and notes of attache. Written by the program; it may be read by anyone.\n{}",
        toml::to_string(&printed)?
    ))
}

/// Reads the text of a store, of any version up to ours.
pub fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            parsed.faults.push(first_line(error.message()));
            salvage(text)
        }
    };
    let table = match migrate::to_latest(table) {
        Ok(table) => table,
        Err(version) => return Parsed { newer: Some(version), ..parsed },
    };
    let faults = &mut parsed.faults;
    let head = table.get("briefing").cloned().map(Value::try_into);
    parsed.head = head.and_then(Result::ok).unwrap_or_default();
    let mut state = State {
        records: rows(&table, "annotation", faults),
        marks: rows(&table, "mark", faults).into_iter().collect(),
        dismissals: rows(&table, "dismissal", faults).into_iter().collect(),
        journal: Journal { entries: rows(&table, "change", faults), undone: 0 },
        sequence: parsed.head.sequence,
    };
    state.journal.undone = parsed.head.undone.min(state.journal.entries.len());
    parsed.state = state;
    parsed
}

/// The rows of the array of tables `name` that make sense.
fn rows<T: DeserializeOwned>(table: &Table, name: &str, faults: &mut Vec<String>) -> Vec<T> {
    let Some(Value::Array(values)) = table.get(name) else { return Vec::new() };
    let mut read = Vec::with_capacity(values.len());
    for (n, value) in values.iter().enumerate() {
        match value.clone().try_into() {
            Ok(row) => read.push(row),
            Err(error) => faults.push(format!("{name} {}: {}", n + 1, first_line(error.message()))),
        }
    }
    read
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

/// What still parses of a broken text, piece by piece.
fn salvage(text: &str) -> Table {
    let heads = text.lines().scan(0, |at, line| {
        let start = *at;
        *at += line.len() + 1;
        Some((start, line))
    });
    let mut cuts: Vec<usize> = heads.filter(|(_, l)| is_head(l)).map(|(at, _)| at).collect();
    cuts.insert(0, 0);
    cuts.push(text.len());
    let mut whole = Table::new();
    for pair in cuts.windows(2) {
        if let Ok(piece) = text.get(pair[0]..pair[1]).unwrap_or_default().parse::<Table>() {
            join(&mut whole, piece);
        }
    }
    whole
}

/// Whether a line opens a table of its own; the tables within an annotation or a change stay with it.
fn is_head(line: &str) -> bool {
    const HEADS: [&str; 6] =
        ["[briefing]", "[[annotation]]", "[[mark]]", "[[dismissal]]", "[[change]]", "[[highlight]]"];
    HEADS.contains(&line.trim_end())
}

fn join(whole: &mut Table, piece: Table) {
    for (key, value) in piece {
        match (whole.get_mut(&key), value) {
            (Some(Value::Array(old)), Value::Array(new)) => old.extend(new),
            (Some(_), _) => {}
            (None, value) => {
                whole.insert(key, value);
            }
        }
    }
}
