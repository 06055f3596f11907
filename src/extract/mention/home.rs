//! Whether a state that the text speaks of may be a person's own where no title says so.
//!
//! A report names its guests by country and its own officials by office alone: the country that is named most is then
//! the guests'. How often a state is named therefore counts for nothing. Its capital must act before the name, something
//! that only happens at home must befall the person, or the person must open the report that is dated there; and never if
//! the person deals with somebody of that state or travels there.

use super::super::lexicon::involvement::sign;
use super::body::Named;
use super::context::{Context, dates, is_sovereign};
use super::marks::is_mark;
use super::office::Owner;
use super::profile::Profile;

/// How many tokens about a name are asked whom the person deals with.
const REACH: usize = 30;

impl Context<'_, '_, '_> {
    /// "Paris has hinted that President X may come": the capital that acts in the person's sentence, before the name.
    pub(super) fn by_capital(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(6).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let last = (sentence.start..phrase.start).rev().take(REACH).find_map(|i| self.p.segments.at(i));
            let acts = |at: usize| {
                self.is_saying(at)
                    || self
                        .is_any(at, &["has", "had", "is", "was", "will", "would", "wants", "hopes", "plans"])
            };
            last.filter(|s| {
                acts(s.tokens.end) && !self.is_venue(s.tokens.start) && !dates(self.p.a, s.tokens.clone())
            })
            .and_then(|s| match s.named {
                Named::Seat(row) => Some(row),
                _ => None,
            })
        })
    }

    /// "The political situation in South Korea, …, the impeachment of President X": what only happens at home.
    pub(super) fn in_events(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(6).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let event = phrase.start.checked_sub(2).filter(|&i| i >= sentence.start)?;
            let of = self.is_any(event + 1, &["of"]) && self.is_sign(event, sign::EVENTS);
            let states = (sentence.start..event).rev().take(REACH).filter(|_| of);
            states.filter_map(|i| self.p.segments.at(i)).find_map(super::body::Segment::state)
        })
    }

    /// "MANILA – Foreign Secretary X and Defense Secretary Y will …": whoever opens a report without a country is of the
    /// country whose capital dates it.
    pub(super) fn opens_report(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(6).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence.start);
            let heads = self.p.claims.get(first).is_some_and(|c| {
                c.phrase.start == phrase.start
                    || c.phrase.end < phrase.start
                        && self.is_listed(first, first + 1)
                        && self.p.claims[first + 1].phrase.start == phrase.start
            });
            let lead = self.p.claims.get(first)?.phrase.start;
            let dated = (lead.saturating_sub(14)..lead).rev().find(|&i| self.p.a.tokens[i].first_of_line)?;
            let seat = self.p.segments.at(dated).filter(|_| heads)?;
            let dash = (dated..lead).all(|i| i == lead - 1 || !is_mark(self.p.a, i, "."))
                && [":", "-", "–", "—", ")"].iter().any(|m| is_mark(self.p.a, lead - 1, m));
            match seat.named {
                Named::Seat(row) if dash => Some(row),
                _ => None,
            }
        })
    }

    /// Whether the person deals with somebody of that state, or is to go there.
    pub(super) fn is_abroad(&self, id: usize, row: u32, profiles: &[Profile]) -> bool {
        let name = self.p.a.lexicon.geography.name(row);
        self.phrases(id).take(6).any(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let to = sentence.end.min(phrase.end + REACH / 3);
            let goes = (phrase.end..to).find(|&i| self.is_sign(i, sign::TRAVELS));
            let owned = super::marks::is_possessive(self.p.a, phrase.end);
            let goes = goes.filter(|&at| !owned && !self.names_another(phrase.end..at));
            let there = goes.is_some_and(|at| {
                (at + 1..sentence.end.min(at + 8)).any(|i| {
                    let segment =
                        self.p.segments.at(i).filter(|s| s.state() == Some(row) && s.tokens.start == i);
                    let from = i - usize::from(self.is_any(i - 1, &["the"]));
                    segment.is_some() && !self.is_any(from - 1, &["from", "of", "with"])
                })
            });
            there || self.is_guest(phrase.start, row) || self.deals_with(id, &phrase, name, profiles)
        })
    }

    /// "The visit to India by President X".
    fn is_guest(&self, start: usize, row: u32) -> bool {
        let by = start.checked_sub(1).filter(|&i| self.is_any(i, &["by", "of"]));
        by.and_then(|i| self.p.segments.at(i.checked_sub(1)?)).is_some_and(|s| {
            let to = s.tokens.start.checked_sub(2);
            s.state() == Some(row)
                && to.is_some_and(|i| {
                    self.is_any(i + 1, &["to"]) && self.is_any(i, &["visit", "trip", "tour", "travel"])
                })
        })
    }

    /// Whether somebody else is named, or invited, within `tokens`.
    pub(super) fn names_another(&self, tokens: std::ops::Range<usize>) -> bool {
        let at = self.p.claims.partition_point(|c| c.tokens.start < tokens.start);
        self.p.claims.get(at).is_some_and(|c| c.tokens.start < tokens.end)
            || tokens.into_iter().any(|i| self.is_any(i, &["invited", "invites", "inviting"]))
    }

    /// Whether a verb or preposition of dealing stands between the person and one whose title names the state.
    fn deals_with(
        &self,
        id: usize,
        phrase: &std::ops::Range<usize>,
        name: &str,
        profiles: &[Profile],
    ) -> bool {
        let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
        let first = self.p.claims.partition_point(|c| c.tokens.end <= sentence.start);
        let others = self.p.claims[first..].iter().enumerate().take(12);
        others.take_while(|(_, c)| c.tokens.start < sentence.end).any(|(n, claim)| {
            let other = self.identity().of_claim[first + n];
            let theirs = other.is_some_and(|o| o != id && profiles[o].affiliation.as_deref() == Some(name));
            let (one, two) = if claim.phrase.end < phrase.start {
                (&claim.phrase, phrase)
            } else {
                (phrase, &claim.phrase)
            };
            let between = one.end..two.start;
            let before = one.start.saturating_sub(1).max(sentence.start);
            let object = one.start > sentence.start
                && (self.is_sign(before, sign::DEALS)
                    || self.is_sign(before, sign::MEETS)
                    || self.is_any(before, &["of", "from"]));
            let titled = claim
                .offices
                .iter()
                .any(|&o| matches!(self.p.offices.all[o].owner, Some(Owner::Segment(_) | Owner::Anaphor)));
            let sovereigns = is_sovereign(&profiles[id]) && other.is_some_and(|o| is_sovereign(&profiles[o]));
            let listed = self.is_any(between.start, &["and", "&"])
                || sovereigns && is_mark(self.p.a, between.start, ",");
            let pair = between.len() <= 2 && (titled || sovereigns) && listed;
            theirs && (pair || !object && self.is_dealing(between))
        }) || self.deals_unnamed(id, phrase, name, profiles)
    }

    /// "He also met Defence Minister X": whoever the sentences before speak of meets X.
    fn deals_unnamed(
        &self,
        id: usize,
        phrase: &std::ops::Range<usize>,
        name: &str,
        profiles: &[Profile],
    ) -> bool {
        let sentence = self.p.a.sentence_of(phrase.start).tokens.start;
        if !(self.is_any(sentence, &["he", "she"]) && self.is_dealing(sentence..phrase.start)) {
            return false;
        }
        let subject = self.subject_before(sentence);
        subject.is_some_and(|s| s != id && profiles[s].affiliation.as_deref() == Some(name))
    }

    /// Whether the words between two names make one deal with the other, and not travel along or tell of them.
    pub(super) fn is_dealing(&self, between: std::ops::Range<usize>) -> bool {
        let end = between.end;
        let all = || between.clone().take(REACH);
        let along = all().any(|i| self.is_sign(i, sign::TRAVELS) || self.is_sign(i, sign::ALONG));
        let tells = all().any(|i| self.is_sign(i, sign::TELLS));
        let last = end.saturating_sub(2).max(between.start)..end;
        !along
            && !tells
            && (last.into_iter().any(|i| self.is_sign(i, sign::DEALS))
                || all().any(|i| self.is_sign(i, sign::MEETS)))
    }
}
