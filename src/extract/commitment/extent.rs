//! Where an action ends: before the next clause, an attribution, or what only describes.

use std::ops::Range;

use super::super::lexicon::{Category, classes as c};
use super::words::Words;

/// How far an action may reach, in tokens; longer ones point at nothing.
const REACH: usize = 90;

/// One past the last token of the action whose verb ends at `from`.
pub(super) fn end(words: &Words, sentence: &Range<usize>, from: usize) -> usize {
    let limit = sentence.end.min(from + REACH);
    let mut index = from;
    let mut depth = 0_i32;
    while index < limit {
        match words.a.word(index) {
            "(" => depth += 1,
            ")" if depth == 0 => break,
            ")" => depth -= 1,
            "]" => break,
            _ => {}
        }
        if depth == 0 && index > from && ends_at(words, index, limit) {
            break;
        }
        index += 1;
    }
    while index > from && is_tail(words, index - 1) {
        index -= 1;
    }
    index
}

fn is_tail(words: &Words, index: usize) -> bool {
    matches!(
        words.a.word(index),
        "." | "," | ";" | ":" | "!" | "?" | "…" | "”" | "\"" | "–" | "-" | "—" | "(" | "’" | "'"
    ) && !words.is_possessive(index)
        || words.is_any(index, &["and", "but"])
}

fn ends_at(words: &Words, index: usize, limit: usize) -> bool {
    if matches!(words.a.word(index), ";" | ":" | "|" | "”" | "—") {
        return true;
    }
    if words.is_any(index, &["while", "whereas", "although", "though", "which"]) {
        return words.is(index - 1, ",") || !words.is(index, "which");
    }
    let comma = words.is(index, ",");
    if !comma && !words.has(index, c::CONJUNCTION) {
        return false;
    }
    let mut next = index + 1;
    if comma && words.has(next, c::CONJUNCTION) {
        next += 1;
    }
    next = words.skip_adverbs(next, limit);
    if comma && words.has(next, c::RELATIVE | c::SUBORDINATOR) && !words.has(next, c::CONDITION) {
        return true;
    }
    if comma
        && (words.is_any(next, &["according", "adding", "saying", "where", "who"])
            || gerund_remark(words, next))
    {
        return true;
    }
    comma && (describes(words, next, limit) || attributes(words, next, limit))
        || starts_clause(words, next, limit)
}

/// ", the fund under which": an apposition with a clause of its own.
fn describes(words: &Words, index: usize, limit: usize) -> bool {
    words.is_any(index, &["the", "a", "an"])
        && (index + 1..limit.min(index + 7))
            .take_while(|&i| !words.is(i, ","))
            .any(|i| words.has(i, c::RELATIVE) || words.is(i, "that") && words.opens_subject(i + 1))
}

/// How many words may stand behind the verb of saying that closes a sentence: "said on Monday evening".
const BEHIND_SAYING: usize = 6;

/// ", officials in the capital said on Monday": who says it closes the sentence.
fn attributes(words: &Words, index: usize, limit: usize) -> bool {
    let says = (index + 1..limit).find(|&i| words.is_any(i, &["said", "says", "added", "told"]));
    says.is_some_and(|i| i + BEHIND_SAYING >= limit && !words.any_finite(index..i))
}

/// ", strengthening the ties": a remark on the action, not part of it.
fn gerund_remark(words: &Words, index: usize) -> bool {
    words.has(index, c::GERUND) && !words.has(index, c::PREPOSITION)
}

/// Whether the token is a finite verb for sure: a form that may be a participle or noun needs an object behind it.
fn is_predicate(words: &Words, index: usize) -> bool {
    if !words.is_lower(index) {
        return false;
    }
    if words.has(index, c::MODAL | c::AUXILIARY) {
        return !words.is_any(index, &["be", "been", "being", "having", "have", "do"]);
    }
    if words.has(index, c::BASE | c::ACTOR | c::EVENT | c::INSTRUMENT | c::AID | c::AGREEMENT) {
        return false;
    }
    let next = index + 1;
    let object = words.has(next, c::DETERMINER | c::POSSESSIVE)
        || words.is_any(next, &["to", "that", "on", "it", "them"])
        || words.a.tokens.get(next).is_some_and(crate::extract::Tok::is_capitalised);
    words.has(index, c::SAYS)
        || words.has(index, c::PAST) && !words.has(index, c::PARTICIPLE)
        || words.has(index, c::PAST | c::THIRD) && object
}

/// Whether a finite verb with or without a subject of its own begins at `index`.
fn starts_clause(words: &Words, index: usize, limit: usize) -> bool {
    let predicate = |i: usize| is_predicate(words, i);
    let cue = words.a.longest(index, Category::Cue).is_some() && words.is_finite(index);
    if predicate(index) || cue {
        return true;
    }
    let mut at = index;
    while at < limit && at < index + 9 {
        if at > index && predicate(at) && !words.has(at - 1, c::DETERMINER | c::POSSESSIVE) {
            return true;
        }
        let stops = words.has(at, c::PREPOSITION | c::RELATIVE | c::CONJUNCTION)
            || words.is(at, ",")
            || words.has(at, c::GERUND) && !words.a.tokens[at].is_capitalised();
        if stops && !(words.is(at, "of") && at > index) {
            return false;
        }
        at += 1;
    }
    false
}
