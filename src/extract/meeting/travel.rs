//! Journeys: who goes, where to, and whether it is only home.
//!
//! A place belongs to a verb of going when nothing but times and adverbs stands between, or behind "to". Money and ships
//! go nowhere here, and whoever returns to his own capital visits nobody. It knows nothing of tenses.

use std::ops::Range;

use super::super::entities::EntityKind;
use super::super::lexicon::Category;
use super::mention::{Reader, Verb};
use super::place::Place;
use super::signs::{ADVERB, DEMONYM, DETERMINER, PLACE, STOP, is_any, is_capital, is_led};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// Whether somebody is there who goes: "the money will go to Haiti" is no visit.
    pub(super) fn goes(&self, verb: Verb, tokens: &Range<usize>) -> bool {
        let from = verb.start.saturating_sub(60).max(tokens.start);
        let traveller = |i| {
            is_any(
                self.a,
                i,
                &[
                    "he",
                    "she",
                    "they",
                    "who",
                    "we",
                    "delegates",
                    "team",
                    "negotiators",
                    "envoys",
                    "mediators",
                ],
            )
        };
        let carried = (verb.at..verb.end).any(|i| is_any(self.a, i, &["him", "her", "them"]));
        carried
            || verb.start == tokens.start
            || self.traveller(from..verb.start)
            || (from..verb.start).any(traveller)
    }

    /// The places after "to", "in", "for" behind a verb of going.
    pub(super) fn destination(&self, from: usize, limit: usize) -> Vec<Place> {
        let inside = self.signs.has(from, PLACE) || self.a.is(from, "the");
        let mut at = if inside && self.a.is(from - 1, "in") { from - 1 } else { from };
        let first = at;
        while at < limit {
            if is_any(self.a, at, &["here"]) && self.beside(first..at) && self.arrives(from) {
                return self.places.dateline(at).into_iter().collect();
            }
            if is_led(self.a, at, &["in", "for", "at", "via"])
                && self.timed[at] == 0
                && !self.beside(first..at)
            {
                at += 1;
                continue;
            }
            if is_led(self.a, at, &["to", "in", "for", "into", "at", "via"]) && self.timed[at] == 0 {
                let end = self.a.sentence_of(at).tokens.end;
                let places = self.places.list(at + 1, end);
                if !places.is_empty() {
                    return places;
                }
                if self.a.is(at, "to")
                    && let Some(place) = self.spot(at + 1, end)
                {
                    return vec![place];
                }
                let venue =
                    self.places.venue_at(at + 1, end).filter(|p| self.is_town(p) && self.a.is(at, "to"));
                if let Some(place) = venue {
                    return vec![place];
                }
                if self.a.is(at, "to") && self.signs.verb_at(at + 1).is_some() {
                    return Vec::new();
                }
            }
            if is_any(self.a, at, &[";", "that", "which", "who", "where"]) {
                return Vec::new();
            }
            at += 1;
        }
        Vec::new()
    }

    /// "to the front line in Donbas", "to a base near Lima": a common noun for a place, and the name that says where.
    fn spot(&self, at: usize, end: usize) -> Option<Place> {
        let limit = end.min(at + 6);
        let opens = self.signs.has(at, DETERMINER) && !is_capital(self.a, at + 1);
        let led = (at + 2..limit).find(|&i| is_led(self.a, i, &["in", "near", "outside"]))?;
        let plain = (at + 1..led).all(|i| {
            self.a.tokens[i].kind == TokenKind::Word
                && self.timed[i] == 0
                && !self.signs.has(i, STOP)
                && self.signs.noun(i).is_none()
        });
        let place = self.places.at(led + 1, end)?;
        (opens && plain).then_some(place)
    }

    /// Whether only times, adverbs and the place left stand between a verb of going and its preposition.
    fn beside(&self, gap: Range<usize>) -> bool {
        gap.into_iter().all(|i| {
            self.timed[i] != 0
                || self.signs.has(i, ADVERB | PLACE)
                || is_any(
                    self.a,
                    i,
                    &[
                        "on", "back", "here", "there", "from", ",", "over", "down", "up", "home", "the",
                        "in", "at", "early", "straight",
                    ],
                )
        })
    }

    /// "before leaving for Lima", "will return to Lima": somebody of Peru goes home.
    pub(super) fn goes_home(&self, verb: Verb, tokens: &Range<usize>, place: &Place) -> bool {
        let leaves = [
            "return",
            "returns",
            "returned",
            "returning",
            "leave",
            "leaves",
            "leaving",
            "depart",
            "departs",
            "departing",
            "fly",
            "flies",
            "flying",
            "head",
            "heads",
            "heading",
            "go",
            "goes",
            "going",
        ];
        let Some(state) = place.state.map(|row| self.a.lexicon.geography.name(row)) else { return false };
        let from = verb.start.saturating_sub(60).max(tokens.start);
        let own = |(_, e): (&super::super::entities::Reference, &super::super::entities::Entity)| {
            e.kind == EntityKind::Person && e.affiliation.as_deref() == Some(state)
        };
        is_any(self.a, verb.at, &leaves)
            && self
                .entities
                .within(from..verb.start)
                .find(|(_, e)| e.kind == EntityKind::Person)
                .is_some_and(own)
    }

    fn arrives(&self, end: usize) -> bool {
        (end.saturating_sub(2)..end).any(|i| {
            is_any(
                self.a,
                i,
                &["arrive", "arrives", "arrived", "arriving", "come", "comes", "visit", "visits"],
            )
        })
    }

    /// Whether an unknown name after "to" looks like that of a town.
    fn is_town(&self, place: &Place) -> bool {
        let end = place.tokens.end;
        let body = self.entities.within(place.tokens.clone()).any(|(_, e)| e.kind != EntityKind::Place);
        place.tokens.len() <= 3
            && !body
            && !super::super::mention::is_possessive(self.a, end)
            && !self.signs.has(place.tokens.start, DEMONYM)
    }

    /// The places that are the object of "visit".
    pub(super) fn object_place(&self, from: usize, limit: usize) -> Vec<Place> {
        let mut at = from;
        while at < limit
            && (self.timed[at] != 0 || is_any(self.a, at, &["also", "both", "(", "the", "on", "then"]))
        {
            if self.places.begins(at) {
                break;
            }
            at += 1;
        }
        let places = self.places.list(at, self.a.sentence_of(from.saturating_sub(1)).tokens.end);
        let owned =
            places.first().is_some_and(|p| super::super::mention::is_possessive(self.a, p.tokens.end));
        if owned { Vec::new() } else { places }
    }

    /// "visit all five countries", "visit the region".
    pub(super) fn countries(&self, from: usize, limit: usize) -> bool {
        let near = from..limit.min(from + 5);
        let names =
            ["countries", "nations", "capitals", "region", "states", "country", "neighbours", "neighbors"];
        near.clone()
            .take_while(|i| !is_any(self.a, *i, &[",", "and", "to", "in"]))
            .any(|i| is_any(self.a, i, &names))
    }

    /// Somebody who travels: a person or an office, not a state or a carrier group.
    fn traveller(&self, tokens: Range<usize>) -> bool {
        let person = self.entities.within(tokens.clone()).any(|(_, e)| e.kind == EntityKind::Person);
        person
            || tokens.into_iter().any(|i| {
                self.a.longest(i, Category::RoleHead).is_some()
                    || is_any(
                        self.a,
                        i,
                        &[
                            "leaders",
                            "officials",
                            "representatives",
                            "delegation",
                            "delegations",
                            "families",
                            "members",
                        ],
                    )
            })
    }

    /// "will lead a delegation to Oslo".
    pub(super) fn leads_delegation(&self, verb: Verb, limit: usize) -> bool {
        let near = verb.end..limit.min(verb.end + 8);
        let team = near.clone().any(|i| is_any(self.a, i, &["delegation", "mission", "team"]));
        let heads = [
            "lead",
            "leads",
            "led",
            "leading",
            "send",
            "sends",
            "sent",
            "sending",
            "dispatch",
            "dispatches",
            "dispatched",
            "dispatching",
        ];
        team && is_any(self.a, verb.at, &heads) && near.into_iter().any(|i| self.a.is(i, "to"))
    }

    /// "will receive him at the airport": the beginning of a visit.
    pub(super) fn at_airport(&self, verb: Verb, limit: usize) -> bool {
        (verb.end..limit.min(verb.end + 20)).any(|i| is_any(self.a, i, &["airport", "airfield", "tarmac"]))
    }
}
