//! What the words of a noun phrase say of the meeting: known or new, the next or the last, the how-manieth.
//!
//! It reads the words before the head only; where the phrase begins and ends is settled before, and what its verb says is
//! not asked here.

use std::ops::Range;

use super::super::lexicon::meetings::{MeetingNoun, NounClass};
use super::noun::{Nouns, Phrase};
use super::signs::{BESIDE, DETERMINER, NEXT, PREVIOUS, REGULAR, is_any, is_capital};
use crate::text::TokenKind;

impl Nouns<'_, '_> {
    /// What the words of the phrase over `tokens` say.
    pub(super) fn describe(&self, tokens: Range<usize>, head: Range<usize>, noun: MeetingNoun) -> Phrase {
        let before = tokens.start..head.start;
        let any = |bits| {
            before.clone().any(|i| {
                self.signs.has(i, bits) && !(i > tokens.start && is_capital(self.a, i) && self.inside_name(i))
            })
        };
        let first = tokens.start;
        let word = |words: &[&str]| is_any(self.a, first, words);
        let possessed =
            before.clone().any(|i| self.a.tokens[i].kind == TokenKind::Possessive || self.apostrophe(i));
        let ordinal = before.clone().find_map(|i| ordinal(self.a.word(i)));
        let last = self.a.word(head.end - 1);
        let fresh = word(&["another", "one"])
            || word(&["a", "an"]) && any(NEXT)
            || before
                .clone()
                .any(|i| is_any(self.a, i, &["further", "follow", "separate", "another", "new"]));
        Phrase {
            definite: word(&[
                "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "both",
            ]) || possessed,
            indefinite: word(&["a", "an", "another", "one"]),
            demonstrative: self.timed[first] == 0 && word(&["this", "these", "such", "that", "those"])
                || before.clone().any(|i| self.a.is(i, "such")),
            fresh,
            next: any(NEXT),
            previous: any(PREVIOUS) && !any(NEXT),
            regular: before.clone().any(|i| {
                let counted = i > 0 && is_any(self.a, i, &["more"]) && is_any(self.a, i - 1, &["one"]);
                self.signs.has(i, REGULAR) && !is_any(self.a, i, &["such", "these", "those"]) && !counted
            }),
            plural: !self.is_series(first)
                && last.ends_with('s')
                && !matches!(noun.class, NounClass::Talks)
                && !last.ends_with("ss"),
            titled: is_capital(self.a, head.start)
                && (before.clone().any(|i| i > first && is_capital(self.a, i))
                    || tokens.end > head.end && first < head.start),
            beside: first > 1 && is_any(self.a, first - 1, &["of"]) && self.signs.has(first - 2, BESIDE),
            modified: before.clone().any(|i| !self.signs.has(i, DETERMINER)),
            ordinal,
            tokens,
            head,
            noun,
        }
    }

    /// "a series of joint meetings": several that are one.
    fn is_series(&self, first: usize) -> bool {
        first > 1 && is_any(self.a, first - 1, &["of"]) && is_any(self.a, first - 2, &["series"])
    }

    /// "Fostering the Future Together": a word of a name.
    fn inside_name(&self, at: usize) -> bool {
        is_capital(self.a, at + 1) && self.signs.noun(at + 1).is_none() && !self.a.tokens[at].first_of_line
    }
}

/// The ordinal that `word` is, in a form that compares: "third", "3rd" and "3" alike.
pub(super) fn ordinal(word: &str) -> Option<String> {
    const WORDS: &[&str] = &[
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
    ];
    let lower = word.to_ascii_lowercase();
    if lower == "inaugural" || lower == "maiden" {
        return Some("1".into());
    }
    if let Some(at) = WORDS.iter().position(|w| *w == lower) {
        return Some((at + 1).to_string());
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &lower[digits.len()..];
    (matches!(ending, "st" | "nd" | "rd" | "th") && digits.len() <= 3 && !digits.is_empty())
        .then(|| digits.to_owned())
}
