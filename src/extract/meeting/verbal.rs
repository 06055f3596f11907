//! Verbs that are meetings themselves: "will meet the minister", "is to visit Accra", "the council convenes on Monday".

use std::ops::Range;

use super::super::entities::{EntityKind, Form};
use super::super::lexicon::Category;
use super::super::lexicon::meetings::{VerbClass, VerbForm};
use super::mention::{Kind, Mention, Reader, Verb};
use super::place::Place;
use super::signs::{ADVERB, DEMONYM, DENIAL, NOT_MET, is_any, is_capital, is_led};
use super::tense::Tense;

/// How far an object may stand from its verb.
const REACH: usize = 24;

impl Reader<'_, '_> {
    /// "denied that he would visit": the words say that it is not so.
    pub(super) fn is_denied(&self, verb: Verb, tokens: &Range<usize>) -> bool {
        let from = verb.start.saturating_sub(20).max(tokens.start);
        (from..verb.start).any(|i| self.signs.has(i, DENIAL))
    }

    /// The mentions that `verb` makes; several for a list of stops. `governs` tells whether a noun phrase is its object.
    pub(super) fn verbal(
        &self,
        verb: Verb,
        verbs: &[Verb],
        tokens: &Range<usize>,
        governs: bool,
    ) -> Vec<Mention> {
        let behind = verbs[verbs.partition_point(|v| v.at <= verb.at)..].iter().take(8);
        let next = behind.map(|v| v.start).find(|s| *s > verb.at).unwrap_or(tokens.end);
        let limit = next.min(tokens.end).min(verb.end + REACH);
        match verb.class {
            VerbClass::Due if self.goes(verb, tokens) => {
                let places = self.destination(verb.end - 1, limit.max(verb.end + 8).min(tokens.end));
                let mut stops = Self::stops(verb, places, "awaited in a place");
                stops
                    .iter_mut()
                    .filter(|s| s.tense != Some(Tense::Past) || !self.was(verb))
                    .for_each(|s| s.tense = Some(Tense::Future));
                stops
            }
            VerbClass::Sign if self.is_signed(verb, limit) => {
                vec![Self::plain(verb, Kind::Signing, verb.end, "signing")]
            }
            VerbClass::Attend | VerbClass::Speak if !governs && self.speaks_before(verb, limit) => {
                vec![self.before_audience(verb, limit)]
            }
            VerbClass::Attend if self.leads_delegation(verb, limit) => {
                Self::stops(verb, self.destination(verb.end, limit), "delegation to a place")
            }
            VerbClass::Travel if !(governs && self.is_copula(verb)) && self.goes(verb, tokens) => {
                let mut places = self.destination(verb.end, limit);
                places.retain(|p| !self.goes_home(verb, tokens, p));
                Self::stops(verb, places, "travel to a place")
            }
            VerbClass::Visit => {
                let places = self.object_place(verb.end, limit);
                if places.is_empty() && self.countries(verb.end, limit) {
                    return vec![Self::plain(
                        verb,
                        Kind::Stop,
                        self.object_end(verb.end, limit),
                        "visit to a place",
                    )];
                }
                Self::stops(verb, places, "visit to a place")
            }
            VerbClass::Contact if !(governs && self.is_passive(verb)) && self.meets(verb, limit) => {
                let verb = Verb { tense: self.series(verb, tokens), ..verb };
                let end = self.object_end(verb.end, limit);
                let mut mention = Self::plain(verb, Kind::Contact, end, "somebody meets");
                if end == verb.end {
                    mention.tokens.start = self.subject_start(verb, verbs, tokens);
                }
                vec![mention]
            }
            VerbClass::See if self.sees(verb, limit) => {
                vec![Self::plain(verb, Kind::Contact, self.object_end(verb.end, limit), "somebody meets")]
            }
            VerbClass::Host | VerbClass::Receive
                if !governs && self.guest(verb, limit) && !self.at_airport(verb, limit) =>
            {
                vec![Self::plain(verb, Kind::Host, self.object_end(verb.end, limit), "somebody is received")]
            }
            VerbClass::Convene if !governs && self.comes_together(verb, limit) => {
                let mut mention =
                    Self::plain(verb, Kind::Convene, self.object_end(verb.end, limit), "a body convenes");
                mention.tokens.start = self.subject_start(verb, verbs, tokens);
                vec![mention]
            }
            VerbClass::Agenda if verb.tense == Tense::Future => {
                vec![Self::plain(verb, Kind::Agenda, limit.min(verb.end + 12), "agenda")]
            }
            _ => Vec::new(),
        }
    }

    /// "to be hosted by Lima", said of a meeting.
    fn is_passive(&self, verb: Verb) -> bool {
        is_any(self.a, verb.end - 1, &["by"])
    }

    /// "The next session will be in Lima": no journey.
    fn is_copula(&self, verb: Verb) -> bool {
        is_any(self.a, verb.at, &["be", "is", "are", "was", "were", "being"])
    }

    fn was(&self, verb: Verb) -> bool {
        verb.at > 0 && is_any(self.a, verb.at - 1, &["was", "were", "been"])
    }

    /// "will be signed in Kigali on Monday": a day or place makes a ceremony of it.
    fn is_signed(&self, verb: Verb, limit: usize) -> bool {
        let passive = verb.form == VerbForm::Past && verb.at > verb.start && self.a.is(verb.at - 1, "be");
        let near = verb.end..limit.min(verb.end + 12);
        let stated = near.clone().any(|i| {
            self.timed[i] != 0
                || is_led(self.a, i, &["in", "at"]) && self.places.venue_at(i + 1, near.end).is_some()
        });
        passive
            && verb.tense == Tense::Future
            && stated
            && near.into_iter().all(|i| !is_any(self.a, i, &["soon", "that", "by"]))
    }

    /// "The working group will continue to meet": a body that goes on meeting is to meet.
    fn series(&self, verb: Verb, tokens: &Range<usize>) -> Tense {
        let goes_on = verb.tense == Tense::Wish
            && (verb.start..verb.at).any(|i| is_any(self.a, i, &["continue", "continues"]));
        let from = verb.start.saturating_sub(10).max(tokens.start);
        let body = (from..verb.start).any(|i| {
            is_any(
                self.a,
                i,
                &[
                    "group",
                    "groups",
                    "committee",
                    "commission",
                    "panel",
                    "panels",
                    "council",
                    "forum",
                    "board",
                    "quad",
                ],
            )
        });
        if goes_on && body { Tense::Future } else { verb.tense }
    }

    /// Where the subject of a verb without object begins, when it is a body, state or person close by.
    fn subject_start(&self, verb: Verb, verbs: &[Verb], tokens: &Range<usize>) -> usize {
        // "met today and agreed to meet again": the subject stands before another verb.
        let coordinate = verb.start > 0 && is_any(self.a, verb.start - 1, &["and"]);
        let before = verbs[..verbs.partition_point(|v| v.at < verb.start)].last().filter(|_| coordinate);
        let other = before.map_or(0, |v| v.end);
        let from = verb.start.saturating_sub(22).max(self.behind_dateline(tokens)).max(other);
        let subject = self
            .entities
            .within(from..verb.start)
            .filter(|(_, e)| e.kind != EntityKind::Place)
            .map(|(r, _)| r.phrase.start)
            .next();
        subject.filter(|s| *s >= from).unwrap_or(verb.start)
    }

    /// "PARIS, Jan. 11 — The leaders": where the sentence begins behind the dash of a dateline.
    fn behind_dateline(&self, tokens: &Range<usize>) -> usize {
        let near = tokens.start..tokens.end.min(tokens.start + 12);
        let dash = near.rev().find(|&i| is_any(self.a, i, &["—", "–", "--", "-"]) && !self.a.tokens[i].glued);
        dash.filter(|_| is_capital(self.a, tokens.start)).map_or(tokens.start, |i| i + 1)
    }

    pub(super) fn plain(verb: Verb, kind: Kind, end: usize, rule: &'static str) -> Mention {
        Mention {
            tokens: verb.start..end.max(verb.end),
            cue: verb.start..verb.end,
            rule,
            kind,
            phrase: None,
            tense: Some(verb.tense),
            direct: true,
            time: None,
            place: None,
            with: Vec::new(),
            off: false,
            loose: false,
            dated: false,
            link: None,
        }
    }

    pub(super) fn stops(verb: Verb, places: Vec<Place>, rule: &'static str) -> Vec<Mention> {
        places
            .into_iter()
            .map(|place| {
                let mut mention = Self::plain(verb, Kind::Stop, place.tokens.end, rule);
                mention.place = Some(place);
                mention
            })
            .collect()
    }

    /// Whether people or parties are what the verb meets.
    fn meets(&self, verb: Verb, limit: usize) -> bool {
        let near = verb.end..limit.min(verb.end + 6);
        let object = near.clone().take_while(|&i| {
            self.timed[i] == 0 && !is_led(self.a, i, &["in", "on", "at", "to", "for", "again", "and", ","])
        });
        // "to meet the president's goals"
        let owner = object.clone().any(|i| super::super::mention::is_possessive(self.a, i))
            && !self.person(near.clone());
        if object.clone().any(|i| self.signs.has(i, NOT_MET)) && (owner || self.someone(near).is_none()) {
            return false;
        }
        if verb.form == VerbForm::Ing && verb.tense == Tense::Present && !self.someone_at(verb.end) {
            return false;
        }
        let called = is_any(self.a, verb.at, &["call", "calls", "called", "calling"]);
        if called {
            return self.person(verb.end..limit.min(verb.end + 8))
                && !(verb.end..limit).any(|i| self.a.is(i, "to"));
        }
        true
    }

    fn someone_at(&self, at: usize) -> bool {
        self.someone(at..at + 8).is_some()
    }

    /// A person, party or office within `tokens`.
    fn someone(&self, tokens: Range<usize>) -> Option<usize> {
        let referred = self
            .entities
            .within(tokens.clone())
            .find(|(_, e)| e.kind != EntityKind::Place)
            .map(|(r, _)| r.tokens.start);
        referred.or_else(|| {
            tokens.into_iter().find(|&i| {
                self.a.longest(i, Category::RoleHead).is_some()
                    || self.signs.has(i, DEMONYM)
                    || is_any(
                        self.a,
                        i,
                        &[
                            "counterpart",
                            "counterparts",
                            "leaders",
                            "officials",
                            "representatives",
                            "delegation",
                            "families",
                            "members",
                            "groups",
                        ],
                    )
            })
        })
    }

    fn person(&self, tokens: Range<usize>) -> bool {
        self.entities.within(tokens).any(|(r, e)| e.kind == EntityKind::Person && r.form == Form::Name)
    }

    /// "will see President X", not "sees X as a rival".
    fn sees(&self, verb: Verb, limit: usize) -> bool {
        self.person(verb.end..limit.min(verb.end + 6)) && !(verb.end..limit).any(|i| self.a.is(i, "as"))
    }

    /// "will receive the minister", not "will receive ten aircraft".
    fn guest(&self, verb: Verb, limit: usize) -> bool {
        let near = verb.end..limit.min(verb.end + 8);
        let office = |i: usize| {
            self.a.longest(i, Category::RoleHead).is_some()
                || is_any(self.a, i, &["counterpart", "counterparts", "leaders", "delegation"])
        };
        let role = near.clone().any(office);
        let passive = verb.form == VerbForm::Past
            && is_any(self.a, verb.at.saturating_sub(1), &["be", "been", "was", "were"]);
        let possessed = near.clone().any(|i| super::super::mention::is_possessive(self.a, i));
        // "welcomes a separate discussion with leaders", "welcoming Sweden as a member"
        let first = near
            .clone()
            .find(|&i| office(i) || self.entities.at(i).any(|(_, e)| e.kind == EntityKind::Person));
        let away = near
            .clone()
            .take_while(|&i| first.is_none_or(|f| i < f))
            .any(|i| self.signs.noun(i).is_some() || is_led(self.a, i, &["with", "as"]));
        (self.person(near) || role && !possessed)
            && !passive
            && !(away && self.a.word(verb.at).starts_with("welcom"))
    }

    /// "The Security Council will meet", "the working group reconvenes in June": a body and no object.
    fn comes_together(&self, verb: Verb, limit: usize) -> bool {
        let object = verb.end < limit
            && (is_capital(self.a, verb.end)
                || is_any(
                    self.a,
                    verb.end,
                    &["a", "an", "the", "all", "its", "information", "evidence", "data", "more"],
                ));
        let meeting_follows = (verb.end..limit.min(verb.end + 6)).any(|i| self.signs.noun(i).is_some());
        !object && !meeting_follows && verb.tense != Tense::Wish && verb.form != VerbForm::Ing
    }

    /// The end of a verb's object for the evidence: before the next comma, place or time.
    pub(super) fn object_end(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while at < limit && at < from + 14 {
            let stop = self.timed[at] != 0
                || self.signs.has(at, ADVERB)
                || is_led(
                    self.a,
                    at,
                    &[
                        ",", ";", ".", "in", "on", "at", "to", "for", "where", "who", "during", "after",
                        "before", "from", "until", "till",
                    ],
                );
            if stop {
                break;
            }
            at += 1;
        }
        at
    }
}
