//! Every action with its keys, in the order of the help: what `attache keys`, the README and the man page are made from.

use super::{Context, Keymap};
use crate::tui::action::{Action, Group};

/// An action with the keys that ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// The action.
    pub action: Action,
    /// Its keys, shortest first; for an action without a key, what is typed after `:`.
    pub keys: Vec<String>,
}

impl KeyRow {
    /// What it does, and where if not everywhere.
    pub fn does(&self) -> String {
        let place = match self.action.context() {
            Context::Global | Context::Reader => "",
            Context::Article => " (in the text)",
            Context::Select | Context::Highlight | Context::HighlightInPoints => " (while selecting)",
            Context::Points => " (in the key points)",
            Context::List => " (in a list)",
            Context::Prompt => " (while typing)",
        };
        format!("{}{place}", self.action.description())
    }
}

/// All actions under their heads, with their keys in `keymap`.
///
/// ```
/// use attache::tui::{Keymap, key_table};
/// let table = key_table(&Keymap::standard());
/// let rows: Vec<_> = table.iter().flat_map(|(_, rows)| rows).collect();
/// assert!(rows.iter().any(|row| row.action.name() == "quit" && row.keys == ["q"]));
/// ```
pub fn key_table(keymap: &Keymap) -> Vec<(Group, Vec<KeyRow>)> {
    let row = |action: &Action| {
        let mut keys = keymap.keys_of(*action, action.context());
        if keys.is_empty() {
            keys.extend(action.typed().map(str::to_owned));
        }
        KeyRow { action: *action, keys }
    };
    let of_group = |group| Action::ALL.iter().filter(move |a| a.group() == group).map(row).collect();
    Group::ALL.into_iter().map(|group| (group, of_group(group))).collect()
}
