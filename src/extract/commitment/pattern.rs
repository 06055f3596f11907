//! A small matcher over tokens: patterns are values, steps are classes and words.

use super::super::lexicon::classes as c;
use super::words::Words;

/// What one token must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Test {
    /// This word, in lower case.
    Word(&'static str),
    /// A word of one of these classes.
    Class(u64),
}

/// One step of a pattern.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// A token that passes.
    One(Test),
    /// Any number of adverbs.
    Adverbs,
}

/// A pattern: its steps in order.
pub(super) type Pattern = &'static [Step];

use Step::{Adverbs, One};
use Test::{Class, Word};

/// "be jointly built"
pub(super) const PASSIVE: Pattern = &[One(Word("be")), Adverbs, One(Class(c::PARTICIPLE))];
/// "be sending"
pub(super) const PROGRESSIVE: Pattern = &[One(Word("be")), Adverbs, One(Class(c::GERUND))];
/// "have sent"
pub(super) const PERFECT: Pattern =
    &[One(Word("have")), Adverbs, One(Class(c::PARTICIPLE | c::PAST | c::AUXILIARY))];
/// "to jointly build"
pub(super) const INFINITIVE: Pattern = &[One(Word("to")), Adverbs, One(Class(c::BASE))];

/// The index of the last token that `pattern` takes from `at` on, all of it before `end`.
pub(super) fn last_of(pattern: Pattern, words: &Words, at: usize, end: usize) -> Option<usize> {
    let mut index = at;
    for step in pattern {
        match step {
            Adverbs => index = words.skip_adverbs(index, end),
            One(_) if index >= end => return None,
            One(Word(word)) if !words.is(index, word) => return None,
            One(Class(classes)) if !words.has(index, *classes) => return None,
            One(_) => index += 1,
        }
    }
    index.checked_sub(1)
}
