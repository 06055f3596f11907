//! Places of meetings: "Lima, Peru", lists of stops, venues.
//!
//! A place is taken as the text has it, a town with its country. Venues that no list knows ("the Peace House") are taken
//! by their capitals after "at" or "in". Whether a meeting is there is not asked here.

use std::ops::Range;

use super::super::Analysis;
use super::super::entities::{Entities, EntityKind, Form};
use super::super::lexicon::Category;
use super::noun::Phrase;
use super::signs::{DEMONYM, DETERMINER, PLACE, REGION, STATE, STOP, Signs, VENUE, is_any, is_capital};
use crate::text::TokenKind;

/// Common nouns that a town's name follows with "of".
const KINDS: &[&str] = &["city", "town", "capital", "resort", "port", "village", "island", "province"];

/// How far into a text its dateline stands, in bytes.
const HEAD: usize = 1500;

/// A place that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The tokens that name it: its own, or those of the dateline when the text says "here".
    pub(super) named: Range<usize>,
    /// The row of the state that it is or lies in, if the lexicon knows it.
    pub(super) state: Option<u32>,
    /// Whether it is a state or region as a whole.
    pub(super) broad: bool,
}

/// Reads places in one document.
pub(super) struct Places<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) signs: &'r Signs,
    pub(super) entities: &'r Entities,
    /// For each token, the number of the time that covers it.
    pub(super) timed: &'r [u32],
}

impl Places<'_, '_> {
    /// The place whose name begins at `at`, or after an article there, with the country that follows.
    pub(super) fn at(&self, at: usize, end: usize) -> Option<Place> {
        let start = at + usize::from(is_any(self.a, at, &["the", "neighbouring", "neighboring", "nearby"]));
        let start = self.described(start, end).unwrap_or(start);
        let name = self.name(start, end).filter(|n| !super::super::mention::is_hyphen(self.a, n.end))?;
        let mut place =
            Place { state: self.state(start), broad: self.broad(&name), named: name.clone(), tokens: name };
        while let Some(more) = self.continued(&place, end) {
            place.tokens.end = more.tokens.end;
            place.named.end = more.tokens.end;
            place.state = place.state.or(more.state);
        }
        Some(place)
    }

    /// "the eastern port city of Qingdao": where the name begins behind what the place is.
    fn described(&self, start: usize, end: usize) -> Option<usize> {
        let limit = end.min(start + 5);
        let kind = (start..limit).find(|&i| is_any(self.a, i, KINDS) && self.a.is(i + 1, "of"))?;
        let plain =
            (start..kind).all(|i| self.a.tokens[i].kind == TokenKind::Word && !self.signs.has(i, STOP));
        (plain && self.a.is(kind + 1, "of") && is_capital(self.a, kind + 2)).then_some(kind + 2)
    }

    /// The place of the document's dateline, which the "here" at `here` means.
    pub(super) fn dateline(&self, here: usize) -> Option<Place> {
        let name = self.a.document.metadata.place.as_deref()?;
        let head = self.a.document.text.get(..self.a.document.text.floor_char_boundary(HEAD))?;
        let found = head.find(name)?;
        let tokens = self.a.tokens_in(crate::base::Span::new(found, found + name.len()));
        let start = tokens.start;
        (!tokens.is_empty()).then(|| Place {
            state: self.state(start),
            broad: false,
            named: tokens,
            tokens: here..here + 1,
        })
    }

    /// "his hotel", "the prime minister's office": a common noun for a place, with its owner.
    fn owned(&self, at: usize, end: usize) -> Option<Place> {
        let limit = end.min(at + 9);
        let noun = (at + 1..limit).find(|&i| self.signs.has(i, VENUE))?;
        let owner = is_any(self.a, at, &["his", "her", "their"])
            || (at + 1..noun).any(|i| super::super::mention::is_possessive(self.a, i))
            || is_any(self.a, noun, &["building", "headquarters", "palace"]);
        let plain = (at..noun).all(|i| {
            self.timed[i] == 0
                && (self.a.tokens[i].kind != TokenKind::Punctuation
                    || super::super::mention::is_possessive(self.a, i))
                && !is_any(self.a, i, &["in", "on", "at", "and", "to", "with", "for", "by", "that"])
        });
        (owner && plain).then(|| Place {
            state: None,
            broad: false,
            named: at..noun + 1,
            tokens: at..noun + 1,
        })
    }

    /// "Geneva, Switzerland": what follows the comma holds the town.
    fn continued(&self, place: &Place, end: usize) -> Option<Place> {
        let comma = place.tokens.end;
        if place.broad || comma + 1 >= end || !self.a.is(comma, ",") {
            return None;
        }
        let name = self.name(comma + 1, end)?;
        let state = self.state(comma + 1);
        let holds = self.signs.has(comma + 1, STATE) || self.broad(&name) || self.abbreviated(&name);
        let other = matches!((place.state, state), (Some(a), Some(b)) if a != b);
        (holds && !other).then_some(Place { state, broad: false, named: name.clone(), tokens: name })
    }

    /// "D.C.", "Calif."
    fn abbreviated(&self, name: &Range<usize>) -> bool {
        name.len() == 1 && self.a.word(name.start).ends_with('.')
    }

    fn broad(&self, name: &Range<usize>) -> bool {
        self.signs.has(name.start, STATE | REGION)
    }

    fn state(&self, start: usize) -> Option<u32> {
        self.a
            .hits_at(start)
            .iter()
            .rev()
            .find(|h| matches!(h.entry.category, Category::State | Category::Capital))
            .map(|h| h.entry.row)
    }

    /// The tokens of a place's name: one that the lexicon or the entities know, or capitals.
    fn name(&self, start: usize, end: usize) -> Option<Range<usize>> {
        if start >= end {
            return None;
        }
        if let Some(known) = self.signs.place_end(start).filter(|e| *e <= end) {
            return Some(start..self.venue(known, end));
        }
        // "the Vietnamese capital"
        if self.signs.has(start, DEMONYM) && start + 2 <= end && self.a.is(start + 1, "capital") {
            return Some(start..start + 2);
        }
        if is_any(self.a, start, &["D.C."]) {
            return Some(start..start + 1);
        }
        let named = self
            .entities
            .at(start)
            .filter(|(r, e)| e.kind == EntityKind::Place && r.form == Form::Name && r.tokens.end <= end)
            .map(|(r, _)| r.tokens.end)
            .max();
        named.map(|e| start..self.venue(e, end))
    }

    /// "Geneva's Palais Wilson" ends later than "Geneva"; "New York City", "London Heathrow".
    fn venue(&self, known: usize, end: usize) -> usize {
        let more = known < end
            && is_any(self.a, known, &["City", "Province", "Island", "Palace", "House", "Airport"]);
        if more && is_capital(self.a, known) { known + 1 } else { known }
    }

    /// A venue by its capitals after "at" or "in": "the Peace House", "Camp Aurora". Not a person, time or body.
    pub(super) fn venue_at(&self, at: usize, end: usize) -> Option<Place> {
        if let Some(place) = self.at(at, end) {
            return Some(place);
        }
        if let Some(place) = self.owned(at, end) {
            return Some(place);
        }
        let start = at + usize::from(self.a.is(at, "the"));
        let mut stop = start;
        while stop < end && stop < start + 7 && self.timed[stop] == 0 {
            let joined = stop > start
                && (self.a.is(stop, "of") || self.a.is(stop, "-"))
                && is_capital(self.a, stop + 1);
            if !(is_capital(self.a, stop) || joined) {
                break;
            }
            stop += 1;
        }
        let other = self
            .entities
            .within(start..stop)
            .any(|(_, e)| matches!(e.kind, EntityKind::Person | EntityKind::Grouping));
        let meeting = (start..stop).any(|i| self.signs.noun(i).is_some() || self.signs.has(i, DEMONYM));
        let titled = at > 1 && self.a.is(at - 1, "in") && is_capital(self.a, at - 2);
        let other = other || titled || self.a.is(stop, "(");
        let word = stop > start
            && self.a.tokens[start].kind == TokenKind::Word
            && !self.signs.has(start, DETERMINER);
        (word && !other && !meeting).then_some(Place {
            named: start..stop,
            tokens: start..stop,
            state: None,
            broad: false,
        })
    }

    /// The stops of a list: "Paris, Brussels and Berlin", each with the tokens of its name. `at` is the first name.
    pub(super) fn list(&self, at: usize, end: usize) -> Vec<Place> {
        let mut out = Vec::new();
        let mut next = at;
        while let Some(place) = self.at(next, end) {
            let mut after = self.over_times(place.tokens.end, end);
            out.push(place);
            let comma = after < end && is_any(self.a, after, &[",", ";"]);
            after += usize::from(comma);
            let and = after < end && is_any(self.a, after, &["and", "then", "&"]);
            after += usize::from(and);
            while after < end
                && (is_any(self.a, after, &["then", "finally", "lastly", "to", "in", "later", "onward"])
                    || is_any(self.a, after, &["on"]) && is_any(self.a, after + 1, &["to"]))
            {
                after += 1;
            }
            if !(comma || and) || out.len() > 40 {
                break;
            }
            next = self.over_times(after, end);
        }
        out
    }

    /// Skips "on June 3", "(June 3-5)".
    fn over_times(&self, at: usize, end: usize) -> usize {
        let mut next = at;
        while next < end {
            let led = is_any(self.a, next, &["on", "from", "for", "("])
                && next + 1 < end
                && self.timed[next + 1] != 0;
            let comma = self.a.is(next, ",")
                && next + 2 < end
                && (self.timed[next + 1] != 0 || self.timed[next + 2] != 0 && self.a.is(next + 1, "on"));
            if !(led || comma || self.timed[next] != 0 || self.a.is(next, ")") && next > at) {
                break;
            }
            next += 1;
        }
        next
    }

    /// "the Geneva arms talks", "a Washington conference": the town among the words before the noun.
    pub(super) fn within(&self, phrase: &Phrase) -> Option<Place> {
        let end = phrase.head.start;
        (phrase.tokens.start..end).find_map(|at| {
            let place = self.at(at, end).filter(|p| !p.broad && p.tokens.start == at)?;
            let next = place.tokens.end;
            let owner = super::super::mention::is_possessive(self.a, next);
            let town = self.signs.has(at, PLACE) && !self.signs.has(at, STATE | REGION | DEMONYM);
            let name = is_capital(self.a, next) || at > 0 && is_capital(self.a, at - 1);
            (town && !owner && !name && !super::super::mention::is_hyphen(self.a, next)).then_some(place)
        })
    }

    /// Whether a place's name begins at `at` or after its article.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.signs.has(at, PLACE) || self.at(at, at + 8).is_some()
    }

    /// The words of a place, on one line.
    pub(super) fn words(&self, place: &Place) -> String {
        super::name::flowing(self.a.words(place.named.clone()))
    }
}
