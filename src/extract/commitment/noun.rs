//! Nouns that commit: whose they are, and who expresses them.

use std::ops::Range;

use super::super::entities::{Entities, EntityKind};
use super::super::lexicon::classes as c;
use super::super::{Analysis, Hit};
use super::clause;
use super::words::Words;

/// Verbs by which one tells of another's commitment.
const OF_OTHERS: &[&str] = &[
    "welcomed",
    "welcome",
    "thanked",
    "praised",
    "appreciated",
    "acknowledged",
    "acknowledge",
    "recognised",
    "recognized",
    "recalled",
    "recall",
    "recalls",
    "honoured",
    "honored",
    "noted",
    "notes",
];

/// How a noun of commitment stands in its sentence.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Whose it is: "Japan's", "their", "of the United States".
    pub(super) holder: Option<Range<usize>>,
    /// The verb that expresses it.
    pub(super) verb: Option<usize>,
    /// Whether the verb's subject is the holder.
    pub(super) own: bool,
    /// First token of the noun phrase.
    pub(super) start: usize,
    /// Where its link is looked for.
    pub(super) behind: usize,
}

/// The frame of the noun `hit`.
pub(super) fn frame(words: &Words, entities: &Entities, sentence: &Range<usize>, hit: &Hit) -> Frame {
    let mut first = hit.first;
    while first > sentence.start && hit.first - first < 6 && is_adjective(words, first - 1) {
        first -= 1;
    }
    let (mut start, mut holder) = (first, None);
    if first > sentence.start {
        let before = first - 1;
        if words.has(before, c::POSSESSIVE) {
            (start, holder) = (before, Some(before..first));
        } else if words.is_possessive(before) {
            let phrase = clause::phrase_before(words, sentence.start, before);
            (start, holder) = (phrase.start, Some(phrase));
        } else if let Some(range) = named_before(entities, first) {
            start = range.start.min(start);
            holder = Some(range);
        } else if words.has(before, c::DETERMINER) {
            start = before;
        }
    }
    if start > sentence.start && words.is(start - 1, "the") {
        start -= 1;
    }
    let mut behind = hit.end;
    if holder.is_none() && words.is(hit.end, "of") {
        let end = (hit.end + 1..sentence.end.min(hit.end + 12))
            .find(|&i| words.is_any(i, &["to", "in", "for"]) || words.is(i, ","));
        if let Some(end) = end.filter(|&e| e > hit.end + 1 && !words.has(hit.end + 1, c::GERUND)) {
            (holder, behind) = (Some(hit.end + 1..end), end);
        }
    }
    let verb = expressing(words, sentence, start);
    let own = verb.is_some_and(|v| !words.is_any(v, OF_OTHERS));
    Frame { holder, verb, own, start, behind }
}

fn is_adjective(words: &Words, index: usize) -> bool {
    let other = c::DETERMINER
        | c::POSSESSIVE
        | c::PREPOSITION
        | c::CONJUNCTION
        | c::EXPRESSES
        | c::SAYS
        | c::MODAL
        | c::AUXILIARY
        | c::RELATIVE;
    let numeral =
        words.is_any(index, &["strong", "new", "further", "own", "more", "continued", "continuing"]);
    words.is_word(index)
        && words.is_lower(index)
        && (numeral || !words.has(index, other | c::THIRD) && !words.is(index, "that"))
}

/// A state, body or nationality right before the noun: "U.S. commitment".
fn named_before(entities: &Entities, end: usize) -> Option<Range<usize>> {
    let near = entities.within(end.saturating_sub(8)..end);
    near.filter(|(r, e)| r.tokens.end == end && !matches!(e.kind, EntityKind::Place))
        .map(|(r, _)| r.tokens.clone())
        .next()
}

/// The verb right before the noun phrase that expresses it.
fn expressing(words: &Words, sentence: &Range<usize>, start: usize) -> Option<usize> {
    let mut index = start;
    while index > sentence.start && start - index < 4 {
        index -= 1;
        if words.has(index, c::EXPRESSES) {
            return Some(index);
        }
        if words.has(index, c::CONJUNCTION) && words.has(start, c::DETERMINER) {
            let from = index.saturating_sub(40).max(sentence.start);
            return (from..index)
                .rev()
                .take_while(|&i| !words.is_wall(i))
                .find(|&i| words.has(i, c::EXPRESSES) && words.is_finite(i));
        }
        if !words.has(index, c::DETERMINER | c::ADVERB) && !words.is_any(index, &["for", "both", "on"]) {
            return None;
        }
    }
    None
}

/// Whether the verb at `index` has a subject of its own kind: not "to express", not "expressing".
pub(super) fn has_subject(a: &Analysis, index: usize) -> bool {
    let infinitive = index > 0 && a.is(index - 1, "to");
    !infinitive && !a.word(index).ends_with("ing")
}
