//! Whose side a bare official is on: whom the person deals with, and whom the person speaks or travels for.
//!
//! A report names strangers by country and its own officials by office alone, yet it says who sat opposite whom. Whoever
//! deals with somebody of one state, at a seat of another or in a text of two states, is of the other one; whoever carries
//! somebody's greetings is of that somebody's state. A text of three states says nothing by that: then nobody gets one.

use std::ops::Range;

use super::body::Named;
use super::context::Context;
use super::facing::Opposed;
use super::marks::{is_mark, is_possessive};
use super::office::Owner;
use super::partners::Partners;
use super::profile::Profile;

/// How often the chain of sides is followed.
const ROUNDS: usize = 3;

/// Whom `id` faces, and at which token.
fn ends_of(id: usize, opposed: &[Opposed]) -> impl Iterator<Item = (usize, usize)> + '_ {
    opposed.iter().filter_map(move |&(a, b, at)| match id {
        _ if a == id => Some((b, at)),
        _ if b == id => Some((a, at)),
        _ => None,
    })
}

impl Context<'_, '_, '_> {
    /// Gives bare officials the state of the side on which they stand.
    pub(super) fn sides(&self, profiles: &mut [Profile]) {
        let (opposed, mut together) = (self.opposed(profiles), self.carriers());
        self.company(&mut together);
        for _ in 0..ROUNDS {
            let partners = self.partners(profiles);
            let open = self.open(profiles).into_iter().filter(|&id| !self.is_anothers(id));
            let sided = open.filter_map(|id| {
                let row = self
                    .carried(id, &together, profiles)
                    .or_else(|| self.inviting(id))
                    .or_else(|| self.across_all(id, &opposed, &partners, profiles))
                    .or_else(|| partners.of(self.destination(id)?))?;
                let faced =
                    ends_of(id, &opposed).any(|(other, _)| self.row_of(&profiles[other]) == Some(row));
                (!faced && !self.is_abroad(id, row, profiles)).then_some((id, row))
            });
            let found: Vec<(usize, u32)> = sided.collect();
            let last = found.is_empty();
            for (id, row) in found {
                if !self.is_taken(id, row, profiles) {
                    profiles[id].affiliation = Some(self.name(row));
                }
            }
            for claim in 1..self.p.claims.len() {
                self.inherit(claim, profiles);
            }
            if last {
                return;
            }
        }
    }

    /// The state of somebody for whom, or with whom, the person acts.
    fn carried(&self, id: usize, together: &[(usize, usize)], profiles: &[Profile]) -> Option<u32> {
        together.iter().find_map(|&(a, b)| match id {
            _ if a == id => self.row_of(&profiles[b]),
            _ if b == id => self.row_of(&profiles[a]),
            _ => None,
        })
    }

    /// The state of `id` by all whom the person faces, if they agree.
    fn across_all(
        &self,
        id: usize,
        opposed: &[Opposed],
        partners: &Partners,
        profiles: &[Profile],
    ) -> Option<u32> {
        let faced = |row: u32| ends_of(id, opposed).any(|(o, _)| self.row_of(&profiles[o]) == Some(row));
        let mut states = ends_of(id, opposed)
            .filter_map(|(other, at)| self.across(other, at, partners, profiles))
            .filter(|&row| !faced(row));
        let first = states.next()?;
        states.all(|s| s == first).then_some(first)
    }

    /// Whether the person holds an office of another person's: "adviser to Gov. X".
    fn is_anothers(&self, id: usize) -> bool {
        self.offices_of(id).any(|office| matches!(office.owner, Some(Owner::Person(_))))
    }

    /// The state of a person who has one.
    fn row_of(&self, profile: &Profile) -> Option<u32> {
        let name = profile.affiliation.as_deref()?;
        let row = |(row, _): (usize, &u32)| row as u32;
        self.counts
            .iter()
            .enumerate()
            .filter(|(_, c)| **c > 0)
            .map(row)
            .find(|&r| self.p.a.lexicon.geography.name(r) == name)
    }

    /// The state of one who faces `other` at the token `at`.
    fn across(&self, other: usize, at: usize, partners: &Partners, profiles: &[Profile]) -> Option<u32> {
        let theirs = self.row_of(&profiles[other])?;
        match partners.of(theirs) {
            Some(mine) => (!self.is_third(at, (mine, theirs))).then_some(mine),
            None => self.venue(at).filter(|&v| v != theirs && self.is_home_of(v, at)),
        }
    }

    /// Whether the sentence at `at` speaks of a state beside the two, and not only of where it happens.
    fn is_third(&self, at: usize, (one, two): (u32, u32)) -> bool {
        let sentence = self.p.a.sentence_of(at).tokens.clone();
        self.p.segments.between(sentence.clone()).any(|segment| {
            let before = segment.tokens.start.checked_sub(1).filter(|&i| i >= sentence.start);
            let town = |i: usize| is_mark(self.p.a, i, ",") && i > sentence.start && self.is_town(i - 1);
            let placed = before.is_some_and(|i| self.is_any(i, &["in", "at"]) || town(i));
            segment.state().is_some_and(|s| s != one && s != two) && !placed
        })
    }

    /// "X's invitation to visit Italy", "the visit to Nigeria at the invitation of President X": the host's state.
    fn inviting(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(6).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let state = |mut range: Range<usize>| {
                range.find_map(|i| match self.p.segments.at(i)?.named {
                    Named::State(row) => Some(row),
                    _ => None,
                })
            };
            let owns = is_possessive(self.p.a, phrase.end) && self.is_any(phrase.end + 1, &["invitation"]);
            let from = phrase.start.checked_sub(2).is_some_and(|i| {
                i > sentence.start
                    && self.is_any(i, &["invitation"])
                    && self.is_any(i + 1, &["of", "from", "by"])
            });
            if owns || from {
                let visit =
                    (phrase.end..sentence.end.min(phrase.end + 10)).find(|&i| self.is_any(i, &["visit"]));
                if let Some(at) = visit {
                    return state(at + 1..sentence.end.min(at + 5));
                }
            }
            let invites =
                (phrase.end..phrase.end + 3).find(|&i| self.is_any(i, &["invited", "invites", "inviting"]));
            if let Some(at) = invites.filter(|&i| i < sentence.end) {
                let to = (at..sentence.end.min(at + 12)).find(|&i| {
                    self.is_any(i, &["to"]) && self.p.segments.at(i + 1).is_some_and(|s| s.state().is_some())
                });
                let host = to
                    .and_then(|i| self.p.segments.at(i + 1))
                    .filter(|s| !matches!(s.named, Named::Demonym(_)));
                return host.and_then(super::body::Segment::state);
            }
            let at = phrase.start.checked_sub(4).filter(|&i| from && i > sentence.start)?;
            let comma = usize::from(is_mark(self.p.a, at, ",") || is_mark(self.p.a, at - 1, ","));
            let before = at.saturating_sub(2 + comma).max(sentence.start)..at + 1;
            before.clone().find_map(|i| match self.p.segments.at(i)?.named {
                Named::State(row) | Named::Seat(row) => Some(row),
                _ => None,
            })
        })
    }
}
