//! The places that a journey takes in: "a trip that includes Ghana and Senegal", "with stops in Lima and Quito".
//!
//! A journey through several countries is no meeting of its own; each place that its sentence lists is one. The words
//! that lead on to the list are data. Where the sentence tells of a journey that is over, its stops are over too.

use std::ops::Range;

use super::super::lexicon::meetings::{NounClass, VerbClass, VerbForm};
use super::mention::{Kind, Mention, Reader, Verb};
use super::signs::{ITINERARY, REGION};
use super::tense::Tense;

/// How far before the list the journey may be named, in tokens.
const REACH: usize = 30;

impl Reader<'_, '_> {
    /// The stops that the sentence over `tokens` lists, besides those in `found`.
    pub(super) fn itinerary(&self, tokens: &Range<usize>, verbs: &[Verb], found: &[Mention]) -> Vec<Mention> {
        let mut out: Vec<Mention> = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let first = at;
            at += 1;
            if !self.signs.has(first, ITINERARY) {
                continue;
            }
            while at < tokens.end && self.signs.has(at, ITINERARY) {
                at += 1;
            }
            if let Some(tense) = Self::journey(first, tokens, verbs, found) {
                let cue = Verb {
                    start: first,
                    at: first,
                    end: at,
                    class: VerbClass::Travel,
                    form: VerbForm::Base,
                    tense,
                };
                let known = |m: &Mention| {
                    found.iter().any(|f| f.kind == Kind::Stop && f.place.as_ref() == m.place.as_ref())
                };
                let places = self.places.list(at, tokens.end);
                out.extend(
                    Self::stops(cue, places, "a place of a journey").into_iter().filter(|m| !known(m)),
                );
            }
        }
        out
    }

    /// A journey through several places is none of its own: its noun and its region make way for the places.
    pub(super) fn give_way(&self, found: &mut Vec<Mention>, listed: &[Mention]) {
        let stops: Vec<usize> = found.iter().filter(|m| m.kind == Kind::Stop).map(|m| m.cue.start).collect();
        let first = listed.iter().map(|m| m.cue.start).min();
        found.retain(|m| {
            let before = first.is_some_and(|f| m.tokens.start < f);
            let noun = m.kind == Kind::Noun(NounClass::Visit) && m.place.is_none();
            let carries = noun && m.cue.start >= m.tokens.end && stops.contains(&m.cue.start);
            let region = m.kind == Kind::Stop
                && m.place.as_ref().is_some_and(|p| self.signs.has(p.named.start, REGION));
            !(carries || before && (noun || region))
        });
    }

    /// The tense of the journey that is named before `at`, if there is one.
    fn journey(at: usize, tokens: &Range<usize>, verbs: &[Verb], found: &[Mention]) -> Option<Tense> {
        let from = at.saturating_sub(REACH).max(tokens.start);
        let noun = found.iter().rev().find(|m| {
            m.tokens.start >= from && m.tokens.start < at && m.kind == Kind::Noun(NounClass::Visit)
        });
        let verb = verbs.iter().rev().find(|v| v.class == VerbClass::Travel && v.start >= from && v.at < at);
        if noun.is_some_and(|m| m.off) {
            return None;
        }
        match noun.and_then(|m| m.tense).or(verb.map(|v| v.tense)) {
            Some(Tense::Wish | Tense::Invited) => None,
            Some(tense @ (Tense::Past | Tense::Progressive)) => Some(tense),
            Some(_) => Some(Tense::Future),
            None => noun.map(|_| Tense::Future),
        }
    }
}
