//! The classes of each token, and the few questions that every rule asks of them.

use std::ops::Range;

use super::super::lexicon::{Category, CueForm, classes as c};
use super::super::{Analysis, Shape};
use crate::text::TokenKind;

/// Classes that a verb's longest phrase decides: "hold" is no "hold accountable".
const VERB_CLASSES: u64 = c::ACT
    | c::CONCRETE
    | c::EXPLORE
    | c::TRY
    | c::CARRY_ON
    | c::AGENDA
    | c::MEET
    | c::SAY_AGAIN
    | c::STAY
    | c::BEFALL
    | c::DISCLOSE;

/// Classes of nouns, whose phrases have their head at the end.
const NOUN_CLASSES: u64 = c::ACTOR | c::GROUP | c::PERSONS | c::EVENT | c::INSTRUMENT;

/// Finite verbs, as far as a word alone tells.
const FINITE: u64 = c::PAST | c::THIRD | c::AUXILIARY | c::MODAL | c::SAYS;

/// How far round a cue its sentence is asked, in tokens: what stands farther off says nothing of it.
const NEAR: usize = 120;

/// The tokens of `sentence` near `index`. The bound keeps a sentence of a million words linear.
pub(super) fn near(sentence: &Range<usize>, index: usize) -> Range<usize> {
    index.saturating_sub(NEAR).max(sentence.start)..(index + NEAR).min(sentence.end).max(index)
}

/// The tokens of a document with their classes.
pub(super) struct Words<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    bits: Vec<u64>,
    /// How many finite verbs stand before each token.
    finite: Vec<u32>,
}

impl<'r, 'a> Words<'r, 'a> {
    pub(super) fn of(a: &'r Analysis<'a>) -> Self {
        let mut bits = vec![0; a.tokens.len()];
        for i in 0..bits.len() {
            for hit in a.hits_at(i).iter().filter(|h| h.entry.category == Category::Class) {
                let class = 1 << hit.entry.row;
                bits[i] |= class;
                // The head of "coast guards" is its last word.
                if class & NOUN_CLASSES != 0 && hit.end > i + 1 {
                    bits[hit.end - 1] |= class;
                }
            }
        }
        let mut words = Self { a, bits, finite: vec![0; a.tokens.len() + 1] };
        for i in 0..words.bits.len() {
            words.finite[i + 1] = words.finite[i] + u32::from(words.is_finite(i));
        }
        words
    }

    /// Whether the token at `index` has one of `classes`.
    pub(super) fn has(&self, index: usize, classes: u64) -> bool {
        self.bits.get(index).is_some_and(|b| b & classes != 0)
    }

    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.a.is(index, word)
    }

    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        self.a.is_any(index, words)
    }

    /// Whether the token is a finite verb, as far as a word and its neighbours tell.
    pub(super) fn is_finite(&self, index: usize) -> bool {
        let before = index.checked_sub(1);
        let noun_before = |b: usize| self.has(b, c::DETERMINER | c::POSSESSIVE) || self.is(b, "to");
        let bits = self.bits.get(index).copied().unwrap_or_default();
        let unknown = bits == 0 && self.a.word(index).len() > 4 && self.a.word(index).ends_with("ed") && {
            let next = index + 1;
            self.has(next, c::DETERMINER | c::POSSESSIVE)
                || self.a.tokens.get(next).is_some_and(super::super::Tok::is_capitalised)
        };
        (bits & FINITE != 0 || unknown || self.is_cue_verb(index))
            && self.is_lower(index)
            && !before.is_some_and(noun_before)
    }

    /// "intends", "vowed": a form of a cue that is a verb and never a noun.
    fn is_cue_verb(&self, index: usize) -> bool {
        let cues = || self.a.hits_at(index).iter().filter(|h| h.entry.category == Category::Cue);
        let form = |h: &crate::extract::Hit| self.a.lexicon.cues.all[h.entry.row as usize].form;
        let word = self.a.word(index);
        (word.ends_with('s') || word.ends_with("ed"))
            && cues().any(|h| form(h) == CueForm::Verb)
            && !cues().any(|h| form(h) == CueForm::Noun)
    }

    /// Whether a finite verb stands in `tokens`.
    pub(super) fn any_finite(&self, tokens: Range<usize>) -> bool {
        let end = tokens.end.min(self.finite.len() - 1);
        tokens.start < end && self.finite[end] > self.finite[tokens.start]
    }

    pub(super) fn is_lower(&self, index: usize) -> bool {
        self.a.tokens.get(index).is_some_and(|t| t.shape == Shape::Lower || t.kind == TokenKind::Possessive)
            || self.is(index, "'ll")
    }

    /// Whether the token is a word of letters.
    pub(super) fn is_word(&self, index: usize) -> bool {
        self.a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Word)
    }

    pub(super) fn is_possessive(&self, index: usize) -> bool {
        self.a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Possessive)
            || self.is_any(index, &["'", "’"])
                && self.a.tokens[index].glued
                && self.a.word(index - 1).ends_with('s')
    }

    /// Whether the token is punctuation that parts clauses for good.
    pub(super) fn is_wall(&self, index: usize) -> bool {
        let word = self.a.word(index);
        matches!(word, ";" | ":" | "—" | "“" | "”" | "\"" | "«" | "»" | "•" | "|")
            || matches!(word, "–" | "-") && !self.a.tokens[index].glued
    }

    /// One past the adverb that begins at `index`, if one does.
    pub(super) fn adverb(&self, index: usize) -> Option<usize> {
        self.longest(index, c::ADVERB).map(|h| h.0).or_else(|| {
            let word = self.a.word(index);
            let plain = self.is_lower(index) && word.len() > 4 && word.ends_with("ly");
            let other = self.has(index, VERB_CLASSES | c::BASE)
                || matches!(
                    word,
                    "family" | "assembly" | "monopoly" | "anomaly" | "early" | "supply" | "homily"
                );
            (plain && !other).then_some(index + 1)
        })
    }

    /// The first token at or behind `index` that is no adverb.
    pub(super) fn skip_adverbs(&self, mut index: usize, end: usize) -> usize {
        while let Some(next) = self.adverb(index).filter(|&n| n <= end && index < end) {
            index = next;
        }
        index
    }

    /// The longest phrase at `index` that has one of `classes`: its end and the classes of all its readings.
    pub(super) fn longest(&self, index: usize, classes: u64) -> Option<(usize, u64)> {
        let hits = self.a.hits_at(index).iter().filter(|h| h.entry.category == Category::Class);
        let end = hits.clone().filter(|h| 1 << h.entry.row & classes != 0).map(|h| h.end).max()?;
        let bits = hits.filter(|h| h.end == end).fold(0, |bits, h| bits | 1 << h.entry.row);
        Some((end, bits))
    }

    /// The verb at `index` by its longest phrase: its end and classes, those of forms included.
    pub(super) fn verb(&self, index: usize) -> Option<(usize, u64)> {
        self.longest(index, VERB_CLASSES)
    }

    /// Whether the token may begin a noun phrase that is a subject.
    pub(super) fn opens_subject(&self, index: usize) -> bool {
        self.is_word(index)
            && !self.has(index, c::PREPOSITION | c::CONJUNCTION | c::AUXILIARY | c::MODAL)
            && (self.has(index, c::DETERMINER | c::ACTOR | c::GROUP | c::EVENT | c::INSTRUMENT)
                || self.a.tokens[index].is_capitalised()
                || self.is_any(index, &["it", "there"]))
    }
}
