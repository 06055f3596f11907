//! Headlines: "Peru to build a second terminal".

use std::ops::Range;

use super::super::lexicon::classes as c;
use super::act::{self, Act, Mood};
use super::pattern::{INFINITIVE, last_of};
use super::words::Words;

/// The subject and the act of a headline whose verb is an infinitive; the token of its "to".
pub(super) fn read(words: &Words, sentence: &Range<usize>) -> Option<(Range<usize>, usize, Act)> {
    let end = sentence.end.min(sentence.start + 16);
    let to = (sentence.start + 1..end).find(|&i| words.is(i, "to"))?;
    let subject = sentence.start..to;
    let finite = subject.clone().any(|i| {
        words.has(i, c::MODAL | c::AUXILIARY | c::SAYS | c::PREPOSITION | c::THIRD | c::PAST)
            || words.is_wall(i)
            || i > sentence.start && words.has(i, c::BASE) && !words.a.tokens[i].is_capitalised()
    });
    if finite || words.has(to - 1, c::INSTRUMENT | c::AID | c::AIM | c::EVENT) {
        return None;
    }
    last_of(INFINITIVE, words, to, sentence.end)?;
    Some((subject, to, act::read(words, to + 1, sentence.end, Mood::Bare)?))
}
