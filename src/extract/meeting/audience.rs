//! Somebody speaks before an audience: "will address parliament on Thursday", "is to brief the Security Council".
//!
//! Speaking is a meeting only before somebody who is named or sits in session, and on a day or at a place; else "address"
//! and "report" have other objects. It knows nothing of what is said.

use super::super::entities::{EntityKind, Form};
use super::super::lexicon::meetings::VerbClass;
use super::mention::{Kind, Mention, Reader, Verb};
use super::place::Place;
use super::signs::{AUDIENCE, HEARERS, is_any, is_capital, is_led};

/// How many tokens may stand between the verb and its audience.
const NEAR: usize = 6;

/// How far the day or place may stand.
const STATED: usize = 16;

/// What stands between a verb and something else than its audience.
const LEADS_AWAY: &[&str] =
    &["of", "on", "for", "about", "in", "at", "that", "to", "from", "and", "by", "with"];

impl Reader<'_, '_> {
    /// Whether the verb has an audience, and a day or place.
    pub(super) fn speaks_before(&self, verb: Verb, limit: usize) -> bool {
        let verbs = ["address", "addresses", "addressed", "brief", "briefs", "briefed"];
        if verb.class == VerbClass::Attend && !is_any(self.a, verb.at, &verbs) {
            return false;
        }
        let end = limit.min(verb.end + NEAR);
        let mut near = (verb.end..end).take_while(|&i| self.timed[i] == 0 && !is_any(self.a, i, LEADS_AWAY));
        let listed = near.clone().any(|i| self.signs.has(i, AUDIENCE | HEARERS));
        let heard = |i| {
            self.entities.at(i).any(|(r, e)| {
                let body =
                    matches!(e.kind, EntityKind::Person | EntityKind::Grouping | EntityKind::Organisation);
                body && r.form == Form::Name && !super::super::mention::is_possessive(self.a, r.tokens.end)
            })
        };
        let stated = (verb.end..limit.min(verb.end + STATED)).any(|i| {
            self.timed[i] != 0
                || is_led(self.a, i, &["in", "at"]) && self.places.venue_at(i + 1, limit).is_some()
        });
        stated && (listed || near.any(heard))
    }

    /// The mention that it makes; a house that is named is its place.
    pub(super) fn before_audience(&self, verb: Verb, limit: usize) -> Mention {
        let end = self.object_end(verb.end, limit);
        let mut mention = Self::plain(verb, Kind::Contact, end, "somebody speaks before an audience");
        let house = verb.end + usize::from(self.a.is(verb.end, "the"));
        let person = self.entities.at(house).any(|(_, e)| e.kind == EntityKind::Person);
        let addressed = verb.class == VerbClass::Attend;
        if addressed && is_capital(self.a, house) && end > house && self.signs.has(house, AUDIENCE) && !person
        {
            let tokens = house..end;
            mention.place = Some(Place { named: tokens.clone(), tokens, state: None, broad: false });
        }
        mention
    }
}
