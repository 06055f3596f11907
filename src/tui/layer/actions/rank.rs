//! Which actions answer to what was typed, best first.
//!
//! A name answers when the letters stand in it in their order, a description when the words stand in it as they are, and
//! a key when it is just what was typed.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::tui::action::Action;

/// An action that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The action.
    pub action: Action,
    /// How well it answers; more is better.
    pub score: u32,
    /// The letters of its name that were typed, as numbers of characters.
    pub lit: Vec<u32>,
}

/// Above every score by name: the key itself was typed.
const BY_KEY: u32 = 1 << 20;
/// What an answer by name is worth over one by description.
const BY_NAME: u32 = 1 << 10;

/// The actions of `all` that answer to `typed`, in the order of `all`; `keys` gives the keys of an action.
pub fn matches(typed: &str, all: &[Action], keys: impl Fn(Action) -> Vec<String>) -> Vec<Match> {
    let typed = typed.trim();
    if typed.is_empty() {
        return all.iter().map(|action| Match { action: *action, score: 0, lit: Vec::new() }).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let by_name = Atom::new(
        &typed.replace(' ', "-"),
        CaseMatching::Ignore,
        Normalization::Smart,
        AtomKind::Fuzzy,
        false,
    );
    let by_words = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let mut buffer = Vec::new();
    let mut out = Vec::new();
    for action in all {
        let mut lit = Vec::new();
        let name = by_name.indices(Utf32Str::new(action.name(), &mut buffer), &mut matcher, &mut lit);
        let words = by_words.score(Utf32Str::new(action.description(), &mut buffer), &mut matcher);
        let key = keys(*action).iter().any(|k| k == typed).then_some(BY_KEY);
        // Letters strewn over a name are chance; such a name answers only if its description does too.
        let name = name.filter(|_| is_dense(&lit)).map(|score| BY_NAME + u32::from(score));
        if name.is_none() {
            lit.clear();
        }
        if let Some(score) = key.max(name).max(words) {
            out.push(Match { action: *action, score, lit });
        }
    }
    out
}

/// Whether letters stand in few runs: at most one break for each two letters.
fn is_dense(lit: &[u32]) -> bool {
    let breaks = lit.windows(2).filter(|pair| pair[1] != pair[0] + 1).count();
    breaks <= lit.len().div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(typed: &str) -> Vec<&'static str> {
        let keymap = crate::tui::Keymap::standard();
        let mut found = matches(typed, Action::ALL, |a| keymap.keys_of(a, a.context()));
        found.sort_by_key(|m| std::cmp::Reverse(m.score));
        found.iter().take(3).map(|m| m.action.name()).collect()
    }

    #[test]
    fn names_words_and_keys_are_found() {
        for (typed, wanted) in [
            ("theme", "theme"),
            ("copy mark", "copy-marked"),
            ("ndl", ""),
            ("togpart", "toggle-participants"),
            ("terminal", ""),
            ("clipboard", ""),
            ("g t", "theme"),
            ("]", "next-highlight"),
            ("share buttons", "furniture"),
        ] {
            let found = best(typed);
            assert!(wanted.is_empty() || found.first() == Some(&wanted), "{typed}: {found:?}");
        }
        assert!(best("zzqx").is_empty());
        assert_eq!(matches("", Action::ALL, |_| Vec::new()).len(), Action::ALL.len());
    }

    #[test]
    fn the_typed_letters_are_told() {
        let found = matches("zen", &[Action::Zen], |_| Vec::new());
        assert_eq!(found[0].lit, [0, 1, 2]);
    }
}
