//! Page furniture: what a web page puts round an article.
//!
//! The words are data (`assets/lexicon/en/furniture.toml`, which explains the patterns). Furniture stays in the document
//! as blocks of its own kind, so that nothing is lost; readers fold it away, and no key point is ever taken from it. A
//! pattern meets the whole line, so that prose which merely begins alike is left alone.

use std::sync::OnceLock;

use hashbrown::{HashMap, HashSet};
use serde::Deserialize;

use super::pattern::{Pattern, words};
use crate::base::assets;
use crate::document::BlockKind;

/// Longest line that may be furniture, in bytes; most paragraphs are ruled out by it at no cost.
const LONGEST_LINE: usize = 900;
const LONGEST_BY_DEFAULT: usize = 24;

#[derive(Debug, Default, Deserialize)]
struct File {
    labels: Vec<String>,
    issuers: Vec<String>,
    releases: Vec<String>,
    rule: Vec<Rule>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "tests name the rule that failed"))]
    name: String,
    kind: Option<String>,
    longest: Option<usize>,
    #[serde(default)]
    stop: bool,
    #[serde(default)]
    head: bool,
    #[serde(default)]
    patterns: Vec<String>,
    #[serde(default)]
    only: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for the tests"))]
    examples: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are for the tests"))]
    counter_examples: Vec<String>,
}

/// Patterns with the index of their rule, by the word that they begin or end with.
type Patterns = HashMap<String, Vec<(usize, Pattern)>>;

/// The rules, with their patterns found by the plain word that they begin or end with.
#[derive(Debug, Default)]
struct Lexicon {
    labels: Vec<String>,
    issuers: Vec<String>,
    releases: Vec<String>,
    rules: Vec<Rule>,
    by_first: Patterns,
    by_last: Patterns,
    /// How lines that some pattern or `only` list meets may open.
    openings: HashSet<String>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let file: File = toml::from_str(assets::text("lexicon/en/furniture.toml")).unwrap_or_default();
        let mut lexicon = Lexicon {
            labels: file.labels,
            issuers: file.issuers,
            releases: file.releases,
            rules: file.rule,
            ..Lexicon::default()
        };
        for (index, rule) in lexicon.rules.iter().enumerate() {
            lexicon.openings.extend(rule.only.iter().cloned());
            for pattern in rule.patterns.iter().map(|p| Pattern::new(p)) {
                lexicon.openings.extend(pattern.openings());
                let firsts = pattern.firsts();
                let (map, keys) = if firsts.is_empty() {
                    (&mut lexicon.by_last, pattern.lasts())
                } else {
                    (&mut lexicon.by_first, firsts)
                };
                for key in keys {
                    map.entry(key).or_default().push((index, pattern.clone()));
                }
            }
        }
        lexicon
    })
}

/// Whether the line or paragraph `text` is page furniture, or the caption of a picture. `head` says that it stands
/// among the first lines of the document.
pub(super) fn kind(text: &str, head: bool) -> Option<BlockKind> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    let address = ["https://", "http://", "www."]
        .iter()
        .any(|a| text.get(..a.len()).is_some_and(|t| t.eq_ignore_ascii_case(a)));
    if !text.contains(char::is_alphanumeric) || (address && !text.contains(char::is_whitespace)) {
        return Some(BlockKind::Boilerplate);
    }
    let rule = may_match(text).then(|| rule_for(text, head))??;
    Some(if rule.kind.as_deref() == Some("caption") { BlockKind::Caption } else { BlockKind::Boilerplate })
}

/// Whether `text` begins or ends like a line that patterns meet: most lines are done with here.
fn may_match(text: &str) -> bool {
    let lexicon = lexicon();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let Some(first) = words.next() else { return false };
    let mut key = Key::new();
    text.starts_with(['(', '©', ':'])
        || is_number(first)
        || (key.push(first) && lexicon.openings.contains(key.as_str()))
        || words
            .next()
            .is_some_and(|w| key.push(" ") && key.push(w) && lexicon.openings.contains(key.as_str()))
        || words
            .next_back()
            .is_some_and(|w| Key::new().with(w).is_some_and(|k| lexicon.by_last.contains_key(k.as_str())))
}

/// A few words in lower case, without an allocation: this runs for every line of every file.
struct Key {
    bytes: [u8; 40],
    len: usize,
}

impl Key {
    const fn new() -> Self {
        Self { bytes: [0; 40], len: 0 }
    }

    /// Adds `word`; `false` when it is longer than any key or beyond ASCII, as no key is.
    fn push(&mut self, word: &str) -> bool {
        let Some(room) = self.bytes.get_mut(self.len..self.len + word.len()) else { return false };
        room.copy_from_slice(word.as_bytes());
        room.make_ascii_lowercase();
        self.len += word.len();
        word.is_ascii()
    }

    fn with(mut self, word: &str) -> Option<Self> {
        self.push(word).then_some(self)
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

fn rule_for(text: &str, head: bool) -> Option<&'static Rule> {
    let lexicon = lexicon();
    let words = words(text);
    let stopped = text.trim_end_matches([')', '"', '”', ' ']).ends_with(['.', '!', '?']) && words.len() > 3;
    let fits = |rule: &Rule| {
        words.len() <= rule.longest.unwrap_or(LONGEST_BY_DEFAULT)
            && (rule.stop || !stopped)
            && (head || !rule.head)
    };
    let find = |map: &'static Patterns, key: Option<&String>| {
        let list = map.get(key?)?;
        list.iter().map(|(i, p)| (&lexicon.rules[*i], p)).find(|(r, p)| fits(r) && p.meets(&words))
    };
    let number = "#".to_owned();
    let first = words.first().map(|w| if is_number(w) { &number } else { w });
    find(&lexicon.by_first, words.first())
        .or_else(|| find(&lexicon.by_first, first))
        .or_else(|| find(&lexicon.by_last, words.last()))
        .map(|(rule, _)| rule)
        .or_else(|| only(lexicon, &words).filter(|r| fits(r)))
}

/// Whether `word`, in capitals, labels a part of a page or a speaker: it never names the place of a dateline.
pub(super) fn is_label(word: &str) -> bool {
    lexicon().labels.iter().any(|l| l == word)
}

/// Whether `text` begins like the name of an office that issues releases.
pub(super) fn is_issuer(text: &str) -> bool {
    lexicon().issuers.iter().any(|i| text.starts_with(i.as_str()))
}

/// Whether `text` begins like a line of a letterhead: an issuer, or words such as "For Immediate Release".
pub(super) fn is_release(text: &str) -> bool {
    let begins = |r: &String| text.get(..r.len()).is_some_and(|t| t.eq_ignore_ascii_case(r));
    is_issuer(text) || lexicon().releases.iter().any(begins)
}

pub(super) fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The rule of whose words alone the line is made.
fn only(lexicon: &'static Lexicon, words: &[String]) -> Option<&'static Rule> {
    let known = |rule: &Rule, word: &str| rule.only.iter().any(|o| o == word);
    let long = words.len() <= LONGEST_BY_DEFAULT && words.iter().any(|w| w.len() >= 4);
    long.then(|| lexicon.rules.iter().find(|r| !r.only.is_empty() && words.iter().all(|w| known(r, w))))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_and_counter_examples_hold() {
        let lexicon = lexicon();
        assert!(lexicon.rules.len() >= 15, "the lexicon does not parse");
        for rule in &lexicon.rules {
            assert!(!rule.examples.is_empty() && !rule.counter_examples.is_empty(), "{}", rule.name);
            for example in &rule.examples {
                let got = rule_for(example, true).map(|r| r.name.as_str());
                assert!(kind(example, true).is_some(), "{example}: {got:?}");
                assert_eq!(kind(example, true), kind(&example.to_uppercase(), true), "{example}");
            }
            for counter in &rule.counter_examples {
                let got = rule_for(counter, true).map(|r| r.name.as_str());
                assert_eq!(got, None, "{}: {counter}", rule.name);
            }
        }
    }

    #[test]
    fn marks_without_a_word_are_furniture_and_prose_is_not() {
        assert_eq!(kind("\\###", false), Some(BlockKind::Boilerplate));
        assert_eq!(kind("<!-- -->", false), Some(BlockKind::Boilerplate));
        assert_eq!(kind("By our reporter in Oslo", false), None);
        assert_eq!(kind("日本", false), None);
    }
}
