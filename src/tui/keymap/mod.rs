//! Keys → actions.
//!
//! The keys are data: `assets/keymap.toml`, with the reader's own file merged over it. A keymap answers one question:
//! in this context, after these keys, what next? It knows neither what an action does nor which layer asks.

mod context;
mod key;
mod load;
mod table;

use std::collections::BTreeMap;

use super::action::Action;

pub use context::Context;
pub use key::{Key, show};
pub use load::KeymapError;
pub use table::{KeyRow, key_table};

/// What a sequence of keys means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// This action.
    Found(Action),
    /// More keys are needed.
    Pending,
    /// Nothing.
    Unbound,
}

/// Every binding, by context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    tables: BTreeMap<Context, BTreeMap<Vec<Key>, Action>>,
}

impl Keymap {
    /// What `keys` mean in `context`, its own table before the wider ones.
    ///
    /// ```
    /// use attache::tui::{Action, Context, Key, Keymap, Step};
    /// let keymap = Keymap::standard();
    /// let g = Key::sequence("g").unwrap();
    /// assert_eq!(keymap.step(Context::Article, &g), Step::Pending);
    /// let gg = Key::sequence("g g").unwrap();
    /// assert_eq!(keymap.step(Context::Article, &gg), Step::Found(Action::First));
    /// ```
    pub fn step(&self, context: Context, keys: &[Key]) -> Step {
        let mut pending = false;
        for table in context.chain().iter().filter_map(|c| self.tables.get(c)) {
            if let Some(action) = table.get(keys) {
                return if pending { Step::Pending } else { Step::Found(*action) };
            }
            pending |= table.keys().any(|k| k.starts_with(keys));
        }
        if pending { Step::Pending } else { Step::Unbound }
    }

    /// The keys that ask for `action` in `context`, shortest first, as a person would write them: `Ctrl-d`, `g g`.
    pub fn keys_of(&self, action: Action, context: Context) -> Vec<String> {
        let mut found: Vec<&Vec<Key>> = Vec::new();
        for (at, table) in context.chain().iter().enumerate() {
            let Some(bound) = self.tables.get(table) else { continue };
            let shadowed = |keys: &Vec<Key>| {
                context.chain()[..at].iter().any(|c| self.tables.get(c).is_some_and(|t| t.contains_key(keys)))
            };
            found.extend(bound.iter().filter(|(k, a)| **a == action && !shadowed(k)).map(|(k, _)| k));
        }
        // Letters before named keys: what one learns to type comes first.
        found.sort_by_key(|keys| (keys.len(), keys.iter().map(Key::weight).sum::<usize>()));
        found.into_iter().map(|keys| show(keys)).collect()
    }

    /// The first key for `action` in `context`, if it has one.
    pub fn key_of(&self, action: Action, context: Context) -> Option<String> {
        self.keys_of(action, context).into_iter().next()
    }

    /// Every binding: context, keys and action, in the order of contexts and keys.
    pub fn bindings(&self) -> impl Iterator<Item = (Context, String, Action)> {
        self.tables.iter().flat_map(|(c, t)| t.iter().map(move |(keys, action)| (*c, show(keys), *action)))
    }

    /// What may follow `keys` in `context`: the rest of each sequence with its action.
    pub fn continuations(&self, context: Context, keys: &[Key]) -> Vec<(String, Action)> {
        let tables = context.chain().iter().filter_map(|c| self.tables.get(c));
        let longer =
            tables.flat_map(|t| t.iter()).filter(|(k, _)| k.len() > keys.len() && k.starts_with(keys));
        longer.map(|(k, a)| (show(&k[keys.len()..]), *a)).collect()
    }
}
