//! Keys as people write them: `j`, `Ctrl-d`, `Shift-Tab`, `g g`.

use std::cmp::Ordering;
use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key with its modifiers, however the terminal reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// Keys that have a name rather than a character; the first name of a key is the one that is shown.
const NAMED: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("↑", KeyCode::Up),
    ("↓", KeyCode::Down),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Delete", KeyCode::Delete),
    ("Return", KeyCode::Enter),
];

const MODIFIERS: &[(&str, KeyModifiers)] =
    &[("Ctrl-", KeyModifiers::CONTROL), ("Alt-", KeyModifiers::ALT), ("Shift-", KeyModifiers::SHIFT)];

impl Key {
    /// A key from its parts, in the one form that keymaps compare: shift is part of a character, and `Shift-Tab` is one
    /// key.
    pub fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let mut modifiers = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let code = match code {
            KeyCode::BackTab => {
                modifiers |= KeyModifiers::SHIFT;
                KeyCode::Tab
            }
            KeyCode::Char(c) if modifiers.contains(KeyModifiers::CONTROL) => {
                modifiers -= KeyModifiers::SHIFT;
                KeyCode::Char(c.to_ascii_lowercase())
            }
            KeyCode::Char(c) => {
                let shifted = modifiers.contains(KeyModifiers::SHIFT) && c.is_ascii_lowercase();
                modifiers -= KeyModifiers::SHIFT;
                KeyCode::Char(if shifted { c.to_ascii_uppercase() } else { c })
            }
            code => code,
        };
        Self { code, modifiers }
    }

    /// The key that `name` writes, as in `Ctrl-d`, or what is wrong with it.
    fn parse(name: &str) -> Result<Self, String> {
        let mut rest = name;
        let mut modifiers = KeyModifiers::NONE;
        while let Some((prefix, bit)) =
            MODIFIERS.iter().find(|(p, _)| rest.len() > p.len() && rest.starts_with(p))
        {
            modifiers |= *bit;
            rest = &rest[prefix.len()..];
        }
        let code = NAMED.iter().find(|(n, _)| n.eq_ignore_ascii_case(rest)).map(|(_, code)| *code);
        let code = code.or_else(|| {
            let mut chars = rest.chars();
            chars.next().filter(|_| chars.next().is_none()).map(KeyCode::Char)
        });
        let function =
            || rest.strip_prefix('F')?.parse().ok().filter(|n| (1..=24).contains(n)).map(KeyCode::F);
        match code.or_else(function) {
            Some(code) => Ok(Self::new(code, modifiers)),
            None => {
                Err(format!("no key is called `{name}`; keys are written as in `j`, `Ctrl-d`, `PgDn`, `g g`"))
            }
        }
    }

    /// The keys of a sequence, which stand apart.
    ///
    /// ```
    /// use attache::tui::Key;
    /// assert_eq!(Key::sequence("g g").unwrap().len(), 2);
    /// assert!(Key::sequence("Strg-x").is_err());
    /// ```
    pub fn sequence(text: &str) -> Result<Vec<Self>, String> {
        let keys: Vec<Self> = text.split_whitespace().map(Self::parse).collect::<Result<_, _>>()?;
        if keys.is_empty() { Err("an empty key".into()) } else { Ok(keys) }
    }

    /// The digit that the key types, if it is one without modifiers.
    pub fn digit(self) -> Option<usize> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => c.to_digit(10).map(|d| d as usize),
            _ => None,
        }
    }

    /// The key as an event of a terminal.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }

    /// How much there is to say about the key: plain characters first.
    pub(super) fn weight(&self) -> usize {
        match self.code {
            KeyCode::Char(c) if c != ' ' => 1 + 2 * self.modifiers.iter().count(),
            _ => 2 + 2 * self.modifiers.iter().count(),
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        Self::new(event.code, event.modifiers)
    }
}

/// The order of keys in lists; those of the terminal's library have none that is total.
impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let code = self.code.partial_cmp(&other.code).unwrap_or(Ordering::Equal);
        code.then_with(|| self.modifiers.bits().cmp(&other.modifiers.bits()))
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (prefix, bit) in MODIFIERS {
            if self.modifiers.contains(*bit) {
                f.write_str(prefix)?;
            }
        }
        let named = NAMED.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, KeyCode::F(n)) => write!(f, "F{n}"),
            _ => f.write_str("?"),
        }
    }
}

/// `keys` as a person writes them.
pub fn show(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_report_a_key_is_one_key() {
        let key = |code, modifiers| Key::new(code, modifiers).to_string();
        assert_eq!(key(KeyCode::Char('g'), KeyModifiers::SHIFT), "G");
        assert_eq!(key(KeyCode::Char('G'), KeyModifiers::SHIFT), "G");
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::NONE), "Shift-Tab");
        assert_eq!(key(KeyCode::Char('D'), KeyModifiers::CONTROL), "Ctrl-d");
        for name in ["j", "Ctrl-d", "Shift-Tab", "Space", "Alt-Enter", "-", "Ctrl--", "F5", "PgDn", "]", "日"]
        {
            assert_eq!(show(&Key::sequence(name).unwrap()), name);
        }
    }
}
