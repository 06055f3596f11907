//! What a cue is completed by: an act, a thing, or a list to come.

use super::super::lexicon::{Cue, CueForm, classes as c};
use super::act::{self, Act, Mood};
use super::words::Words;

/// How far a link may stand behind its cue: "committed, even in times of tension, to".
const GAP: usize = 12;

/// What follows a cue.
#[derive(Debug, Clone, Copy)]
pub(super) enum Complement {
    /// Somebody will do something.
    Act(Act),
    /// A noun phrase that begins at this token.
    Thing(usize),
    /// A clause with a verb of its own, which begins at this token.
    Clause(usize),
    /// A colon: the items of a list.
    List(usize),
}

impl Complement {
    /// Where reading on for the end of the action begins.
    pub(super) const fn from(self) -> usize {
        match self {
            Self::Act(act) => act.end,
            Self::Thing(at) | Self::Clause(at) | Self::List(at) => at,
        }
    }
}

/// The complement of `cue`, whose words end before `at`.
pub(super) fn read(words: &Words, cue: &Cue, at: usize, end: usize) -> Option<Complement> {
    if let Some(colon) = colon(words, cue, at, end) {
        return Some(Complement::List(colon));
    }
    let at = if cue.form == CueForm::Modal { behind_circumstance(words, at, end) } else { at };
    if cue.form == CueForm::Modal || words.is(at - 1, "to") && cue.links.is_empty() {
        return act::read(words, at, end, Mood::Bare).map(Complement::Act);
    }
    if cue.links.is_empty() {
        return unlinked(words, cue, at, end);
    }
    let link = link(words, cue, at, end)?;
    let behind = link + 1;
    let negative = words.is(link, "against") || (at..link).any(|i| words.has(i, c::NEGATIVE));
    let found = linked(words, cue, link, behind, end)?;
    Some(match found {
        Complement::Act(act) => Complement::Act(Act { negative: act.negative || negative, ..act }),
        other => other,
    })
}

/// The verb behind a circumstance that stands between a modal and its verb: "will from Monday deploy", "would, he
/// promised, send"; `at` itself where there is none.
fn behind_circumstance(words: &Words, at: usize, end: usize) -> usize {
    let near = at + 1..end.min(at + 9);
    let verb = |i: usize| words.is_lower(i) && words.has(i, c::BASE) && !words.has(i - 1, c::DETERMINER);
    let found = if words.is(at, ",") {
        near.clone().find(|&i| words.is(i, ",")).map(|i| i + 1).filter(|&i| i < end && verb(i))
    } else if words.has(at, c::PREPOSITION) {
        let same = near.clone().take_while(|&i| !words.is_wall(i) && !words.is(i, ",") && !words.is(i, "to"));
        same.filter(|&i| i > at + 1 || words.is(i, "once")).find(|&i| verb(i))
    } else {
        None
    };
    found.unwrap_or(at)
}

/// "agreed on the following:", "will:"
fn colon(words: &Words, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let linked = |i: usize| cue.links.is_empty() || cue.links.iter().any(|l| (at..i).any(|k| words.is(k, l)));
    (at..end.min(at + 6)).find(|&i| words.is(i, ":")).filter(|&i| {
        i + 1 == end
            && linked(i)
            && (at..i).all(|k| {
                words.has(k, c::PREPOSITION | c::DETERMINER | c::ADVERB)
                    || words.is_any(k, &["following", "points", "steps", "measures", "to"])
            })
    })
}

fn link(words: &Words, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let is_link = |i: usize| cue.links.iter().any(|l| words.is(i, l));
    if at < end && is_link(at) {
        return Some(at);
    }
    let (mut commas, mut index) = (0, at);
    while index < end.min(at + GAP) {
        if is_link(index)
            && (words.is(index, "to") && words.has(words.skip_adverbs(index + 1, end), c::BASE | c::GERUND)
                || words.skip_adverbs(at, end) == index)
        {
            return Some(index);
        }
        commas += usize::from(words.is(index, ","));
        let first = index == at
            && !(words.adverb(index).is_some()
                || words.has(index, c::PREPOSITION | c::NEGATIVE)
                || words.is(index, ",")
                || cue.patient
                || is_time(words, index));
        if first
            || words.is_finite(index)
            || words.is_wall(index)
            || words.has(index, c::RELATIVE)
            || words.is(index, "that")
            || commas > 2
        {
            return None;
        }
        index += 1;
    }
    None
}

fn is_time(words: &Words, index: usize) -> bool {
    words.a.tokens[index].is_capitalised()
        || words.is_any(index, &["last", "next", "this", "yesterday", "today"])
}

fn linked(words: &Words, cue: &Cue, link: usize, behind: usize, end: usize) -> Option<Complement> {
    if behind >= end {
        return None;
    }
    if words.is(link, "that") {
        return Some(Complement::Clause(behind));
    }
    if let Some(act) = act::read(words, behind, end, Mood::Gerund) {
        return Some(Complement::Act(act));
    }
    let verb = words.skip_adverbs(behind, end);
    if words.is(link, "to") && is_verb(words, verb, end, cue) {
        return act::read(words, behind, end, Mood::Bare).map(Complement::Act);
    }
    (words.is_word(behind)
        || words.a.tokens[behind].kind != crate::text::TokenKind::Punctuation
        || words.is_any(behind, &["$", "€", "£", "¥"]))
    .then_some(Complement::Thing(behind))
}

/// Whether the word behind "to" is a verb: "to support Peru", not "to support for Peru".
fn is_verb(words: &Words, index: usize, end: usize, cue: &Cue) -> bool {
    if !words.is_lower(index) || words.has(index, c::DETERMINER | c::POSSESSIVE) {
        return false;
    }
    let next = index + 1;
    let adjective = words.is_any(index, &["free", "open", "clean", "mutual"]) && words.is_lower(next);
    if adjective && cue.value.is_some() && !words.has(next, c::DETERMINER | c::POSSESSIVE | c::PREPOSITION) {
        return false;
    }
    let noun = words.has(index, c::AID | c::INSTRUMENT | c::EVENT);
    let noun_like = next >= end
        || words.has(next, c::PREPOSITION | c::CONJUNCTION | c::AUXILIARY | c::MODAL)
        || !words.is_word(next);
    if words.has(index, c::BASE) {
        return !(noun && noun_like && cue.value.is_some());
    }
    let word = words.a.word(index);
    let ending = [
        "ion", "ment", "ity", "ness", "ism", "acy", "ance", "ence", "ship", "al", "ive", "ic", "ous", "ful",
        "able", "s", "ed",
    ];
    let looks_noun = ending.iter().any(|e| word.ends_with(e));
    let object = words.has(next, c::DETERMINER | c::POSSESSIVE)
        || words.a.tokens.get(next).is_some_and(crate::extract::Tok::is_capitalised);
    !looks_noun && (cue.value.is_none() || object)
}

fn unlinked(words: &Words, cue: &Cue, at: usize, end: usize) -> Option<Complement> {
    let start = words.skip_adverbs(at, end);
    if start >= end || words.is_any(start, &["that", "to"]) {
        return None;
    }
    if cue.objects == 0 {
        if let Some(act) = act::read(words, start, end, Mood::Gerund) {
            return Some(Complement::Act(act));
        }
        return (words.is_word(start) || cue.form == CueForm::State).then_some(Complement::Thing(start));
    }
    Some(Complement::Thing(start))
}

/// Whether the noun phrase at `at` holds a noun of `classes`.
pub(super) fn holds(words: &Words, at: usize, end: usize, classes: u64) -> bool {
    let mut index = at;
    while index < end.min(at + 12) {
        if words.has(index, classes) {
            return true;
        }
        let past = index > at
            && (words.is_wall(index)
                || words.is(index, ",")
                || words.is_any(index, &["of", "that", "which", "to", "with", "by", "in", "at", "on"])
                || words.has(index, c::MODAL | c::AUXILIARY));
        if past {
            return false;
        }
        index += 1;
    }
    false
}
