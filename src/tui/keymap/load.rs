//! Keymap files.
//!
//! A fault names its file and line, and a conflict names both sides: a key that silently does something else is worse
//! than a program that does not start.

use std::collections::BTreeMap;
use std::ops::Range;

use thiserror::Error;
use toml::de::{DeTable, DeValue};

use super::{Context, Key, Keymap, show};
use crate::base::assets;
use crate::text::LineIndex;
use crate::tui::action::Action;

/// What is wrong with a keymap file.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{file}, line {line}: {message}")]
pub struct KeymapError {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What, and what to do about it.
    pub message: String,
}

/// One line of a keymap file: `None` for an action means that the keys do nothing any more.
struct Binding {
    context: Context,
    keys: Vec<Key>,
    action: Option<Action>,
    line: usize,
}

impl Keymap {
    /// The embedded keys.
    pub fn standard() -> Self {
        let mut keymap = Self { tables: BTreeMap::new() };
        for binding in read("keymap.toml", assets::text("keymap.toml")).unwrap_or_default() {
            keymap.bind(&binding);
        }
        keymap
    }

    /// The embedded keys with those of `text`, the content of `file`, merged over them.
    pub fn with(file: &str, text: &str) -> Result<Self, KeymapError> {
        let mut keymap = Self::standard();
        let own = read(file, text)?;
        for (at, binding) in own.iter().enumerate() {
            let same = |b: &&Binding| b.context == binding.context && b.keys == binding.keys;
            if let Some(twin) = own[..at].iter().find(same) {
                let keys = show(&binding.keys);
                return Err(fault(
                    file,
                    binding.line,
                    format!("`{keys}` is bound on line {} too", twin.line),
                ));
            }
            keymap.bind(binding);
        }
        for binding in own.iter().filter(|b| b.action.is_some()) {
            if let Some((keys, action)) = keymap.hidden_by(binding) {
                let own = (show(&binding.keys), binding.action.map_or("", Action::name));
                let other = (show(&keys), action.name());
                let message = format!(
                    "`{}` ({}) and `{}` ({}) cannot both be typed; bind one to \"none\"",
                    own.0, own.1, other.0, other.1
                );
                return Err(fault(file, binding.line, message));
            }
        }
        Ok(keymap)
    }

    fn bind(&mut self, binding: &Binding) {
        let table = self.tables.entry(binding.context).or_default();
        match binding.action {
            Some(action) => table.insert(binding.keys.clone(), action),
            None => table.remove(&binding.keys),
        };
    }

    /// A binding that cannot be typed because of `binding`, or the other way round: one begins with the other.
    fn hidden_by(&self, binding: &Binding) -> Option<(Vec<Key>, Action)> {
        let together = Context::ALL
            .iter()
            .filter(|c| c.chain().contains(&binding.context) || binding.context.chain().contains(c));
        together.filter_map(|c| self.tables.get(c)).flatten().find_map(|(keys, action)| {
            let clash = keys.len() != binding.keys.len()
                && (keys.starts_with(&binding.keys) || binding.keys.starts_with(keys));
            clash.then(|| (keys.clone(), *action))
        })
    }
}

fn fault(file: &str, line: usize, message: String) -> KeymapError {
    KeymapError { file: file.into(), line, message }
}

/// The bindings of a file, in its order.
fn read(file: &str, text: &str) -> Result<Vec<Binding>, KeymapError> {
    let lines = LineIndex::new(text);
    let at = |span: Range<usize>| lines.line(span.start);
    let table = DeTable::parse(text).map_err(|e| {
        let message = e.message().trim().replace('\n', " ");
        fault(file, e.span().map_or(1, at), format!("{message}; mend the TOML there"))
    })?;
    let mut out = Vec::new();
    for (head, value) in table.get_ref() {
        let wrong = |span: Range<usize>, message: String| fault(file, at(span), message);
        let context = Context::ALL.into_iter().find(|c| c.name() == head.get_ref().as_ref());
        let Some(context) = context else {
            let known = Context::ALL.map(Context::name).join(", ");
            return Err(wrong(
                head.span(),
                format!("no context is called `{}`; there are {known}", head.get_ref()),
            ));
        };
        let Some(keys) = value.get_ref().as_table() else {
            return Err(wrong(value.span(), format!("`{}` is no table of keys", head.get_ref())));
        };
        for (key, value) in keys {
            let sequence = Key::sequence(key.get_ref()).map_err(|e| wrong(key.span(), e))?;
            let DeValue::String(name) = value.get_ref() else {
                return Err(wrong(value.span(), "the name of an action is wanted, in quotes".into()));
            };
            let action = Action::named(name);
            if action.is_none() && name != "none" {
                let message = format!("no action is called `{name}`; `attache keys` lists them");
                return Err(wrong(value.span(), message));
            }
            out.push(Binding { context, keys: sequence, action, line: at(key.span()) });
        }
    }
    out.sort_by_key(|b| b.line);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::*;

    fn refuse(text: &str) -> String {
        Keymap::with("keymap.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn the_embedded_keys_are_whole_and_free_of_conflicts() {
        let text = assets::text("keymap.toml");
        assert!(read("keymap.toml", text).unwrap().len() > 80);
        assert_eq!(Keymap::with("keymap.toml", text), Ok(Keymap::standard()));
        for action in Action::ALL {
            let by_word = matches!(action, Action::GoToParagraph | Action::SetDate | Action::NameColour);
            let bound = Keymap::standard().bindings().any(|(_, _, a)| a == *action);
            assert!(bound || by_word, "{} has no key", action.name());
        }
    }

    #[test]
    fn ones_own_keys_are_merged_over_the_others() {
        let own = "[reader]\n'Ctrl-n' = 'next-paragraph'\n'z' = 'none'\n[points]\n'q' = 'mark'\n";
        let keymap = Keymap::with("keymap.toml", own).unwrap();
        let step = |context, keys| keymap.step(context, &Key::sequence(keys).unwrap());
        assert_eq!(step(Context::Article, "Ctrl-n"), Step::Found(Action::NextParagraph));
        assert_eq!(step(Context::Article, "z"), Step::Unbound);
        assert_eq!(step(Context::Article, "q"), Step::Found(Action::Quit));
        assert_eq!(step(Context::Points, "q"), Step::Found(Action::Mark));
        assert_eq!(keymap.keys_of(Action::Quit, Context::Points), Vec::<String>::new());
    }

    #[test]
    fn faults_name_file_and_line() {
        assert_eq!(
            refuse("[reader]\n'x' = 'fly'"),
            "keymap.toml, line 2: no action is called `fly`; `attache keys` lists them"
        );
        assert!(refuse("[reader]\n\n'Strg-x' = 'quit'").starts_with("keymap.toml, line 3: no key is called"));
        assert!(refuse("[kitchen]").starts_with("keymap.toml, line 1: no context is called `kitchen`"));
        assert!(refuse("[reader]\nx = ").starts_with("keymap.toml, line 2: "));
        assert!(refuse("[reader]\nx = 3").contains("in quotes"));
        assert!(refuse("reader = 3").contains("no table"));
    }

    #[test]
    fn conflicts_name_both_sides() {
        assert_eq!(
            refuse("[article]\n'g' = 'quit'"),
            "keymap.toml, line 2: `g` (quit) and `g /` (search-all) cannot both be typed; bind one to \"none\""
        );
        assert!(refuse("[reader]\n'Space' = 'quit'\n' Space' = 'mark'").contains("is bound on line 2 too"));
    }
}
