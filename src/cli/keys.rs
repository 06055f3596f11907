//! `attache keys`: every key of the reader, with the user's own.

use std::fmt::Write as _;

use crate::config;
use crate::tui::{Keymap, key_table};

use super::output::{Outcome, complain, deliver};
use super::read::own_keymap;

/// Prints the keys by what they are for; an error in the user's keymap names its line.
pub(super) fn run() -> Outcome {
    let own = config::folders().map_or(Ok(None), |f| own_keymap(&f.config));
    let keymap = own.and_then(|own| match own {
        Some((file, text)) => Keymap::with(&file, &text).map_err(|e| e.to_string()),
        None => Ok(Keymap::standard()),
    });
    match keymap.and_then(|keymap| deliver(&table(&keymap), None, false)) {
        Ok(()) => Outcome::Done,
        Err(line) => {
            complain(&line);
            Outcome::Usage
        }
    }
}

/// One line for each action: keys, name, where, what it does.
fn table(keymap: &Keymap) -> String {
    let mut out = String::new();
    for (group, rows) in key_table(keymap) {
        let _ = writeln!(out, "{}{}", if out.is_empty() { "" } else { "\n" }, group.title());
        for row in rows {
            let keys = if row.keys.is_empty() { "-".to_owned() } else { row.keys.join(", ") };
            let (context, name) = (row.action.context().name(), row.action.name());
            let _ = writeln!(out, "  {keys:<22} {name:<20} {context:<9} {}", row.action.description());
        }
    }
    out
}
