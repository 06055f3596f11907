//! What goes on about a meeting already told: "the visit", "the talks", and a headline told again in the body.
//!
//! These are the joins of second choice. A mention comes here only when no meeting shares its noun: "the meeting" behind
//! "will hold talks", "the trip" behind "will travel". Nothing that contradicts in time, place or tense is joined.

use super::super::entities::EntityKind;
use super::super::lexicon::meetings::NounClass;
use super::event::{Event, Joiner, MOST};
use super::mention::Kind;
use super::signs::{in_headline, is_any};
use super::tense::Tense;

/// For how many sentences "the talks" may mean a meeting of another noun.
const TALKS: u32 = 3;

/// For how many sentences a noun may name what a verb has told.
const TAKEN_UP: u32 = 8;

/// For how many sentences "the visit" still means the journey spoken of.
const VISIT: u32 = 14;

impl Joiner<'_, '_> {
    /// Whether a plain definite phrase goes on about `event`: "the visit", "the meeting".
    pub(super) fn takes_up(&self, index: usize, event: &Event) -> bool {
        let mention = &self.mentions[index];
        let (Kind::Noun(class), Some(phrase)) = (mention.kind, &mention.phrase) else { return false };
        let plain = (phrase.definite || phrase.demonstrative)
            && !phrase.plural
            && !phrase.fresh
            && !phrase.next
            && !phrase.previous
            && phrase.ordinal.is_none()
            && self.wordings[index].as_ref().is_some_and(|w| w.before.is_empty());
        let Some(&last) = event.mentions.last() else { return false };
        if !plain || mention.place.is_some() || !self.compatible(mention, event) {
            return false;
        }
        let near = self.distance(last, index);
        let visit = event.stop || self.has_noun(event, NounClass::Visit);
        match class {
            NounClass::Visit => visit && near <= VISIT,
            NounClass::Talks | NounClass::Gathering => !visit && near <= TALKS && self.is_meeting(event),
            _ => false,
        }
    }

    fn is_meeting(&self, event: &Event) -> bool {
        event.mentions.iter().take(MOST).any(|&m| {
            matches!(
                self.mentions[m].kind,
                Kind::Contact
                    | Kind::Host
                    | Kind::Convene
                    | Kind::Noun(NounClass::Talks | NounClass::Gathering)
            )
        })
    }

    /// "talks next week … will meet his counterpart on Monday": the same people, and the day lies in the week.
    pub(super) fn is_narrower(&self, index: usize, event: &Event) -> bool {
        let mention = &self.mentions[index];
        let Some(&last) = event.mentions.last() else { return false };
        let ahead = |t: Option<Tense>| matches!(t, Some(Tense::Future | Tense::Present));
        let dated = mention.time.zip(event.time).is_some_and(|(a, b)| a != b && self.within(a, b));
        dated
            && ahead(mention.tense)
            && ahead(event.tense)
            && self.distance(last, index) <= 2
            && self.is_meeting(event)
            && self.same_company(&mention.with, &event.with)
    }

    /// Whether one time lies in the other.
    fn within(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.times[a], &self.times[b]);
        match (a.start, a.end, b.start, b.end) {
            (Some(a0), Some(a1), Some(b0), Some(b1)) => b0 <= a0 && a1 <= b1 || a0 <= b0 && b1 <= a1,
            _ => false,
        }
    }

    /// Whether those of one side all stand for those of the other: ministers for their states.
    fn same_company(&self, ours: &[usize], theirs: &[usize]) -> bool {
        let sides = |with: &[usize]| -> Vec<&str> {
            let entity = |w: &usize| self.entities.all.get(*w);
            with.iter()
                .take(MOST)
                .filter_map(entity)
                .map(|e| match e.kind {
                    EntityKind::Person => e.affiliation.as_deref().unwrap_or(&e.name),
                    _ => e.name.as_str(),
                })
                .collect()
        };
        let (ours, theirs) = (sides(ours), sides(theirs));
        let held = |a: &[&str], b: &[&str]| !a.is_empty() && a.iter().all(|n| b.contains(n));
        held(&ours, &theirs) || held(&theirs, &ours)
    }

    /// "will welcome the premier on Friday … The president's meeting with the premier": the noun of what a verb told.
    pub(super) fn names_contact(&self, index: usize, event: &Event, near: u32) -> bool {
        let mention = &self.mentions[index];
        let Some(phrase) = &mention.phrase else { return false };
        let known = (phrase.definite || phrase.demonstrative)
            && !phrase.plural
            && !phrase.fresh
            && !phrase.next
            && !phrase.previous
            && phrase.ordinal.is_none();
        let told = event
            .mentions
            .iter()
            .take(MOST)
            .any(|&m| matches!(self.mentions[m].kind, Kind::Contact | Kind::Host));
        let person = |w: &&usize| self.entities.all[**w].kind == EntityKind::Person;
        let people = || mention.with.iter().filter(person);
        let shared = people().count() > 0 && people().all(|w| event.with.contains(w));
        let tense = mention.tense.is_none() || mention.tense == event.tense;
        known && told && shared && tense && near <= TAKEN_UP && !event.stop
    }

    /// "We will meet once a year" in a statement: those who met for it.
    pub(super) fn speakers_meet(&self, events: &mut [Event]) {
        let ours = |m: &usize| {
            let start = self.mentions[*m].cue.start;
            start > 0 && is_any(self.a, start - 1, &["we"])
        };
        for at in 1..events.len() {
            let (before, rest) = events.split_at_mut(at);
            let event = &mut rest[0];
            let from = at.saturating_sub(super::event::WINDOW);
            if event.with.is_empty() && event.mentions.iter().take(MOST).any(ours) {
                let company = before[from..].iter().rev().find(|e| e.with.len() > 1);
                event.with = company.map(|e| e.with.clone()).unwrap_or_default();
            }
        }
    }

    /// Joins what only the headline tells with the first meeting of the body that fits.
    pub(super) fn with_headlines(&self, events: Vec<Event>) -> Vec<Event> {
        let headline = |e: &Event| {
            e.mentions.iter().take(MOST).all(|&m| in_headline(self.a, self.mentions[m].tokens.start))
        };
        let (heads, mut body): (Vec<Event>, Vec<Event>) = events.into_iter().partition(headline);
        let mut kept = Vec::new();
        for head in heads {
            match body.iter_mut().take(super::event::WINDOW).find(|b| self.tells_of(&head, b)) {
                Some(event) => self.absorb(event, head),
                None => kept.push(head),
            }
        }
        kept.append(&mut body);
        kept
    }

    /// Whether a headline tells of the meeting `event` of the body.
    fn tells_of(&self, head: &Event, event: &Event) -> bool {
        let ahead = |t: Option<Tense>| matches!(t, Some(Tense::Future | Tense::Present) | None);
        let tenses = ahead(head.tense) && ahead(event.tense) || head.tense == event.tense;
        let times = head.time.zip(event.time).map(|(a, b)| self.overlap(a, b));
        let places = head.place.as_ref().zip(event.place.as_ref()).map(|(a, b)| self.same_place(a, b));
        let visit = |e: &Event| e.stop || self.has_noun(e, NounClass::Visit);
        let shared =
            head.with.iter().any(|w| event.with.contains(w)) || self.same_company(&head.with, &event.with);
        let alike = visit(head) == visit(event) || event.stop && !visit(head) && shared;
        let sure = times == Some(true) || places == Some(true);
        tenses && alike && times != Some(false) && places != Some(false) && (sure || shared)
    }

    fn absorb(&self, event: &mut Event, head: Event) {
        let mut mentions = head.mentions;
        mentions.append(&mut event.mentions);
        event.mentions = mentions;
        let narrower = head.time.filter(|&t| event.time.is_none_or(|own| self.width(t) < self.width(own)));
        event.time = narrower.or(event.time);
        event.place = event.place.take().or(head.place);
        event.with.extend(head.with.into_iter().filter(|w| !event.with.contains(w)).collect::<Vec<_>>());
        event.tense = event.tense.or(head.tense);
    }
}
