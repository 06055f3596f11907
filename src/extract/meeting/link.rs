//! What a noun phrase is said to be: "it will be the first such visit", "on a visit, the first by a premier".
//!
//! News names a meeting once and goes on about it with "this is the second visit", "the meeting marks the third such
//! dialogue". Such a phrase means what its subject means, and begins no meeting of its own.

use std::ops::Range;

use super::super::lexicon::meetings::{LeadTense, NounClass};
use super::event::Joiner;
use super::mention::{Link, Mention, Reader};
use super::noun::Phrase;
use super::signs::{ADVERB, is_any};
use super::tense::Tense;

/// Verbs that say what their subject is, besides "be".
const MARKS: &[&str] =
    &["mark", "marks", "marked", "become", "becomes", "became", "represents", "represented", "constitutes"];

/// How far before an aside its meeting may be named, in tokens.
const ASIDE: usize = 14;

impl Reader<'_, '_> {
    /// How `phrase` hangs on what stands before it.
    pub(super) fn link(&self, phrase: &Phrase, tokens: &Range<usize>) -> Option<Link> {
        let start = phrase.tokens.start;
        if start <= tokens.start + 1 {
            return None;
        }
        let counted = phrase.ordinal.is_some() || phrase.demonstrative;
        if is_any(self.a, start - 1, &[","]) {
            let apposed = phrase.indefinite && self.signs.noun_ends(start - 1);
            return (counted && phrase.definite || apposed).then_some(Link::Aside);
        }
        let mut at = start;
        while at > tokens.start + 1 && self.signs.has(at - 1, ADVERB) {
            at -= 1;
        }
        let verb = at - 1;
        let copula = is_any(self.a, verb, &["is", "was", "are", "were", "be", "been"]);
        if !(copula || is_any(self.a, verb, MARKS)) {
            return None;
        }
        let tense = match self.signs.lead_before(verb) {
            Some((_, LeadTense::Future)) => Some(Tense::Future),
            Some((_, LeadTense::Wish)) => return None,
            _ if is_any(self.a, verb, &["was", "were", "been", "marked", "became"]) => Some(Tense::Past),
            _ => None,
        };
        Some(Link::Subject(tense))
    }
}

impl Joiner<'_, '_> {
    /// The meeting that the linked mention at `index` is said to be.
    pub(super) fn antecedent(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        let link = mention.link?;
        let start = mention.phrase.as_ref()?.tokens.start;
        let sentence = self.a.sentence_of(start).tokens.clone();
        let before = index.checked_sub(1).filter(|&b| sentence.contains(&self.mentions[b].tokens.start));
        let near = |b: usize| self.mentions[b].tokens.end <= start;
        let named = before.filter(|&b| near(b)).and_then(|b| self.event_of(b));
        match link {
            Link::Aside => {
                let close = |&b: &usize| near(b) && start - self.mentions[b].tokens.end <= ASIDE;
                before.filter(close).and_then(|b| self.event_of(b)).filter(|&e| self.alike(mention, e))
            }
            Link::Subject(tense) => {
                let tells = |e: usize| {
                    !matches!(
                        (tense, self.events[e].tense),
                        (Some(Tense::Future), Some(Tense::Past)) | (Some(Tense::Past), Some(Tense::Future))
                    )
                };
                let fits = |e: &usize| self.alike(mention, *e) && tells(*e);
                let pronoun = (sentence.start..start.min(sentence.start + 4))
                    .any(|i| is_any(self.a, i, &["it", "this", "that", "these"]));
                named.filter(fits).or_else(|| {
                    let last = index.checked_sub(1).filter(|&b| pronoun && self.distance(b, index) <= 2)?;
                    let near = || (last.saturating_sub(3)..=last).rev().filter_map(|b| self.event_of(b));
                    let bare = mention.time.is_none() && mention.place.is_none();
                    near().find(fits).or_else(|| near().find(|&e| bare && tells(e)))
                })
            }
        }
    }

    /// The meeting that the mention at `index` belongs to, if it was joined lately.
    fn event_of(&self, index: usize) -> Option<usize> {
        let from = self.events.len().saturating_sub(super::event::WINDOW);
        (from..self.events.len()).rev().find(|&e| self.events[e].mentions.last() == Some(&index))
    }

    /// Whether the mention is of the sort of the meeting: a visit of a visit, talks of talks.
    fn alike(&self, mention: &Mention, event: usize) -> bool {
        let event = &self.events[event];
        let visit = mention.phrase.as_ref().is_some_and(|p| p.noun.class == NounClass::Visit);
        visit == (event.stop || self.has_noun(event, NounClass::Visit))
    }
}
