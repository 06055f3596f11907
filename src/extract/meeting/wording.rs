//! The words by which a noun phrase tells its meeting from others, made ready once for each mention.
//!
//! A mention is compared with the latest meetings and their mentions, hundreds of times in a long text: what is compared
//! is therefore cut and folded before. It knows nothing of time and place.

use std::borrow::Cow;
use std::ops::Range;

use super::super::Analysis;
use super::noun::Phrase;
use super::signs::is_any;

/// The head and the words round it.
#[derive(Debug, Clone)]
pub(super) struct Wording<'a> {
    /// The head's last word in the singular.
    pub(super) head: Cow<'a, str>,
    /// What stands before the head, in lower case.
    pub(super) before: Vec<Cow<'a, str>>,
    /// All words of the phrase, in lower case.
    pub(super) whole: Vec<Cow<'a, str>>,
}

impl<'a> Wording<'a> {
    /// The words of `phrase`.
    pub(super) fn of(a: &Analysis<'a>, phrase: &Phrase) -> Self {
        Self {
            head: singular(a.word(phrase.head.end - 1)),
            before: modifiers(a, phrase.tokens.start..phrase.head.start).collect(),
            whole: modifiers(a, phrase.tokens.clone()).collect(),
        }
    }
}

fn singular(word: &str) -> Cow<'_, str> {
    let word = lower(word, str::to_ascii_lowercase);
    match word {
        _ if word == "talks" => word,
        _ if matches!(&*word, "trip" | "trips" | "tour" | "journey" | "stay" | "swing") => {
            Cow::Borrowed("visit")
        }
        Cow::Borrowed(word) => Cow::Borrowed(word.trim_end_matches('s')),
        Cow::Owned(word) => Cow::Owned(word.trim_end_matches('s').to_owned()),
    }
}

/// `word` as it is if it is in lower case, else by `fold`.
fn lower(word: &str, fold: impl Fn(&str) -> String) -> Cow<'_, str> {
    let same = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if same { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

/// The words that tell one meeting from another.
fn modifiers<'a>(a: &Analysis<'a>, tokens: Range<usize>) -> impl Iterator<Item = Cow<'a, str>> {
    let plain = [
        "the",
        "a",
        "an",
        "of",
        "this",
        "that",
        "these",
        "those",
        "their",
        "his",
        "her",
        "its",
        "next",
        "anticipated",
        "scheduled",
        "expected",
        "long-awaited",
        "year",
        "month",
        "week",
        "'s",
        "’s",
        "upcoming",
        "forthcoming",
        "planned",
        "coming",
        "such",
        "first",
        "second",
        "third",
        "and",
        "with",
        "between",
        "on",
        "in",
        "official",
    ];
    tokens
        .filter(move |&i| !is_any(a, i, &plain))
        .map(|i| a.word(i))
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .map(|w| lower(w, str::to_lowercase))
}
