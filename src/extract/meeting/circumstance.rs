//! When and where the mentions of a sentence are, and with whom.

use std::ops::Range;

use super::super::entities::{Entities, EntityKind, Form, Reference};
use super::super::lexicon::meetings::{VerbClass, VerbForm};
use super::super::{Analysis, Sentence};
use super::mention::{Kind, Mention, Verb};
use super::moment::Moments;
use super::place::{Place, Places};
use super::signs::{is_any, is_led};
use super::tense::Tense;
use crate::text::TokenKind;

/// How many neighbours of a mention are looked at.
const NEAR: usize = 45;

/// How far from a mention, in tokens, its time and place may stand.
const REACH: usize = 150;

/// How far before "and" the day of the verb before it may stand, in tokens.
const SHARED: usize = 24;

/// Gives mentions their time, place and company.
pub(super) struct Circumstances<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) entities: &'r Entities,
    pub(super) moments: &'r Moments<'r, 'a>,
    pub(super) places: &'r Places<'r, 'a>,
}

impl Circumstances<'_, '_> {
    /// Fills in time, place and company of the mentions of the sentence over `tokens`.
    pub(super) fn fill(&self, mentions: &mut [Mention], tokens: &Range<usize>, verbs: &[Verb]) {
        let opening_place = self.opening_place(tokens);
        for index in 0..mentions.len() {
            let window = self.window(mentions, index, tokens, verbs);
            let clause = self.clause(mentions, index, tokens);
            let mention = &mentions[index];
            let behind = self.behind(mention, window.clone());
            let (time, dated) = self.time_of(mentions, index, &behind, &clause, tokens);
            let place = match mention.place {
                Some(_) => None,
                None => self
                    .place_of(mention, &window, &behind, &clause)
                    .or_else(|| self.places.within(mention.phrase.as_ref()?))
                    .or_else(|| self.opening_place(&clause))
                    .or_else(|| opening_place.clone()),
            };
            let with = self.company(mention, &clause, tokens);
            let mention = &mut mentions[index];
            (mention.time, mention.with, mention.dated) = (time, with, dated);
            if place.is_some() {
                mention.place = place;
            }
        }
        share_list_time(mentions);
    }

    /// A heading that gives a day and a place alone, as programmes have them: "3-5 MAY: LIMA".
    pub(super) fn heading(&self, sentence: &Sentence) -> Option<Mention> {
        let tokens = sentence.tokens.clone();
        if tokens.len() > 12 {
            return None;
        }
        let time = tokens.clone().find_map(|i| self.moments.id_at(i))?;
        let behind = tokens
            .clone()
            .find(|&i| self.moments.id_at(i).is_none() && self.places.at(i, tokens.end).is_some())?;
        let place = self.places.at(behind, tokens.end)?;
        let alone = tokens.clone().all(|i| {
            let named = place.tokens.contains(&i) || self.moments.id_at(i).is_some();
            named
                || self.a.tokens[i].kind != TokenKind::Word
                || is_any(self.a, i, &["the", "in", "to", "day", "on"])
        });
        (alone && self.moments.is_to_come(time)).then(|| Mention {
            cue: tokens.clone(),
            tokens,
            rule: "day and place as a heading",
            kind: Kind::Stop,
            phrase: None,
            tense: Some(Tense::Future),
            direct: true,
            time: Some(time),
            place: Some(place),
            with: Vec::new(),
            off: false,
            loose: false,
            dated: true,
            link: None,
        })
    }

    /// The time of a mention, and whether it stands beside its words.
    fn time_of(
        &self,
        mentions: &[Mention],
        index: usize,
        behind: &Range<usize>,
        clause: &Range<usize>,
        tokens: &Range<usize>,
    ) -> (Option<usize>, bool) {
        let mention = &mentions[index];
        let cue = &mention.cue;
        let later =
            mentions[index.saturating_sub(NEAR)..index].iter().any(|m| m.kind == Kind::Stop && m.cue == *cue);
        let own = match (&mention.phrase, &mention.place) {
            (Some(phrase), _) => phrase.tokens.clone(),
            (None, Some(_)) if later => behind.start..behind.start,
            (None, Some(place)) if mention.kind == Kind::Stop => cue.start..place.tokens.start,
            (None, _) => mention.tokens.clone(),
        };
        let all = if mention.kind == Kind::Stop { own.clone() } else { mention.tokens.clone() };
        let tense = mention.tense;
        let near = self
            .moments
            .within(own, tense)
            .or_else(|| self.moments.after(behind.start, behind.clone(), tense))
            .or_else(|| self.moments.after(mention.tokens.end, mention.tokens.end..behind.start, tense));
        let first = self.label_end(tokens);
        let time = near
            .or_else(|| self.moments.within(all, tense))
            .or_else(|| self.right_before(mention))
            .or_else(|| self.of_journey(mention, tokens))
            .or_else(|| self.opening(clause.clone(), tense))
            .or_else(|| self.opening(first..mention.tokens.start.max(first), tense))
            .or_else(|| self.shared_day(mention, tokens));
        (time, near.is_some())
    }

    /// "leaves on Sunday on a tour that includes Ghana": the day of the journey is that of its places.
    fn of_journey(&self, mention: &Mention, tokens: &Range<usize>) -> Option<usize> {
        if mention.rule != "a place of a journey" {
            return None;
        }
        let from = mention.cue.start.saturating_sub(NEAR).max(tokens.start);
        let near = (from..mention.cue.start).rev().find(|&i| self.moments.id_at(i).is_some())?;
        self.moments.within(near..near + 1, mention.tense)
    }

    /// "have fixed May 20 for their next round", "next month at the summit": the time before the preposition of the phrase.
    fn right_before(&self, mention: &Mention) -> Option<usize> {
        let phrase = mention.phrase.as_ref()?;
        let start = phrase.tokens.start;
        let led = start > 1 && (is_any(self.a, start - 1, &["for", "at", "during"]) || phrase.beside);
        let time = self.moments.id_at(start.checked_sub(2)?).filter(|_| led)?;
        self.moments.within(start - 2..start - 1, mention.tense).filter(|&t| t == time)
    }

    /// "will address parliament later on Thursday and meet the premier": the day of the verb before.
    fn shared_day(&self, mention: &Mention, tokens: &Range<usize>) -> Option<usize> {
        let and = mention.cue.start.checked_sub(1)?;
        if mention.phrase.is_some() || !is_any(self.a, and, &["and"]) || mention.tense != Some(Tense::Future)
        {
            return None;
        }
        let from = and.saturating_sub(SHARED).max(tokens.start);
        let from = (from..and)
            .rev()
            .find(|&i| is_any(self.a, i, &[";", "that", "which", "who", "before", "after", "said", "since"]))
            .map_or(from, |i| i + 1);
        let id = (from..and).rev().find_map(|i| self.moments.id_at(i))?;
        self.moments.after(from, self.a.tokens_in(self.moments.times[id].span), mention.tense)
    }

    /// The place that a mention states behind it, or its host.
    fn place_of(
        &self,
        mention: &Mention,
        window: &Range<usize>,
        behind: &Range<usize>,
        clause: &Range<usize>,
    ) -> Option<Place> {
        let host =
            (mention.rule == "object of a verb of holding").then(|| self.hosting(mention, clause)).flatten();
        if host.is_some() {
            return self.place_in(mention, window.clone()).or(host);
        }
        self.place_in(mention, mention.tokens.end.min(behind.start)..behind.end)
            .or_else(|| self.place_in_clause(behind.clone()))
    }

    /// "a summit, which is to be held in Lima": the place behind the verb of the clause.
    fn place_in_clause(&self, behind: Range<usize>) -> Option<Place> {
        let end = behind.end.min(behind.start + 12);
        (behind.start..end)
            .take_while(|&i| !is_any(self.a, i, &[";", ",", "that", "which", "who", "after"]))
            .find(|&i| is_led(self.a, i, &["in", "at"]) && self.moments.id_at(i + 1).is_none())
            .and_then(|i| self.places.at(i + 1, behind.end))
    }

    /// The tokens behind a mention in which its time and place are looked for.
    fn window(
        &self,
        mentions: &[Mention],
        index: usize,
        tokens: &Range<usize>,
        verbs: &[Verb],
    ) -> Range<usize> {
        let mention = &mentions[index];
        let from = mention.place.as_ref().map_or(mention.tokens.end, |p| p.tokens.end);
        let nearest = verbs.partition_point(|v| v.at < from);
        let next = mentions[index + 1..]
            .iter()
            .take(NEAR)
            .filter(|m| m.tokens.start >= mention.tokens.end)
            .filter(|m| m.direct || is_any(self.a, m.tokens.start.wrapping_sub(1), &["before", "after"]))
            .map(|m| m.tokens.start)
            .chain(sibling(mentions, index))
            .chain(
                verbs[nearest..]
                    .iter()
                    .take(NEAR)
                    .filter(|v| {
                        v.start >= mention.tokens.end.max(mention.cue.end)
                            && v.form != VerbForm::Ing
                            && !in_list(v)
                            && !self.a.is(v.start, "to")
                    })
                    .map(|v| v.start),
            )
            .filter(|s| *s >= from)
            .min()
            .unwrap_or(tokens.end)
            .min(from + REACH);
        let cut = (from..next).rev().find(|&i| {
            is_any(self.a, i, &["and", ";", ","])
                && i + 1 < next
                && next < tokens.end
                && self.moments.opening(i + 1..next, None).is_some()
                && is_any(self.a, i, &["and", ";"])
        });
        from..cut.unwrap_or(next)
    }

    /// What of `window` can say when and where a mention is.
    fn behind(&self, mention: &Mention, window: Range<usize>) -> Range<usize> {
        let subject = mention.cue.start >= mention.tokens.end;
        match mention.tense {
            None => self.adjacent(window),
            Some(_) if !mention.direct && mention.rule == "object of a verb of holding" => {
                self.adjacent(window)
            }
            Some(_) if subject && mention.loose => window.start..mention.cue.start.max(window.start),
            Some(_) if subject => mention.cue.end.min(window.end)..window.end,
            Some(_) => window,
        }
    }

    /// What of `window` follows a noun without a verb closely enough to say when it is: "the summit in Lima on 3 June".
    fn adjacent(&self, window: Range<usize>) -> Range<usize> {
        let mut at = window.start;
        while at < window.end {
            let step = if self.moments.id_at(at).is_some()
                || is_led(self.a, at, &["in", "on", "at", "from", "for", "during", ",", "(", "the", "of"])
            {
                at + 1
            } else if let Some(place) = self.places.at(at, window.end) {
                place.tokens.end
            } else {
                break;
            };
            at = step;
        }
        window.start..at
    }

    /// The tokens between the mention before and this one.
    fn clause(&self, mentions: &[Mention], index: usize, tokens: &Range<usize>) -> Range<usize> {
        let start = mentions[index].tokens.start;
        let floor = tokens.start.max(start.saturating_sub(REACH));
        let from = mentions[index.saturating_sub(NEAR)..index]
            .iter()
            .map(|m| m.tokens.end)
            .filter(|e| *e <= start)
            .max()
            .unwrap_or(tokens.start)
            .max(floor);
        let from =
            (from..start).rev().find(|&i| is_any(self.a, i, &["and", ";", ":"])).map_or(from, |i| i + 1);
        from..start
    }

    /// The time that opens `range`, perhaps behind a place: "In Lima, Peru, on June 3".
    fn opening(&self, range: Range<usize>, tense: Option<Tense>) -> Option<usize> {
        let first = range.start + usize::from(is_any(self.a, range.start, &["and", "then", "but", "while"]));
        let named =
            is_any(self.a, first, &["in", "at"]).then(|| self.places.at(first + 1, range.end)).flatten();
        let behind = named
            .map(|p| p.tokens.end + usize::from(self.a.is(p.tokens.end, ",")))
            .filter(|e| *e < range.end);
        behind
            .and_then(|e| self.moments.opening(e..range.end, tense))
            .or_else(|| self.moments.opening(range, tense))
    }

    /// Behind a label such as "Programme:".
    fn label_end(&self, tokens: &Range<usize>) -> usize {
        let limit = (tokens.start + 4).min(tokens.end);
        (tokens.start..limit).find(|&i| self.a.is(i, ":")).map_or(tokens.start, |i| i + 1)
    }

    /// "In Lima, she will …".
    fn opening_place(&self, clause: &Range<usize>) -> Option<Place> {
        let limit = clause.end.min(clause.start + 12);
        (clause.start..limit).take_while(|i| !is_any(self.a, *i, &["will", "that"])).find_map(|at| {
            let led = is_any(self.a, at, &["in", "at"])
                && (at == clause.start || self.timed_until(clause.start, at));
            let place = led.then(|| self.places.at(at + 1, clause.end)).flatten()?;
            let after = place.tokens.end;
            (after >= clause.end
                || is_any(self.a, after, &[",", "on"])
                || self.moments.id_at(after).is_some())
            .then_some(place)
        })
    }

    fn timed_until(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| {
            self.moments.id_at(i).is_some() || is_any(self.a, i, &["on", "and", "then", "also", ",", "while"])
        })
    }

    /// "in Lima", "at the Peace House" behind a mention.
    fn place_in(&self, mention: &Mention, window: Range<usize>) -> Option<Place> {
        let from = mention.phrase.as_ref().map_or(mention.tokens.end, |p| p.head.end.min(window.start));
        let mut at = from.min(window.start);
        while at < window.end {
            if is_any(
                self.a,
                at,
                &[";", "that", "which", "who", "whose", "after", "because", "since", "about"],
            ) && at >= window.start
            {
                return None;
            }
            if is_any(self.a, at, &["here"]) && at <= window.start + 2 && self.places.dateline(at).is_some() {
                return self.places.dateline(at);
            }
            if is_any(self.a, at, &["by"]) && is_any(self.a, at - 1, &["hosted"]) {
                let host = self.places.at(at + 1, window.end);
                if host.is_some() {
                    return host;
                }
            }
            if is_led(self.a, at, &["in", "at", "to"]) && self.moments.id_at(at + 1).is_none() {
                let known = self.places.at(at + 1, window.end);
                let place = if self.a.is(at, "at") || self.a.is(at, "in") {
                    known.or_else(|| self.places.venue_at(at + 1, window.end))
                } else if matches!(
                    mention.kind,
                    Kind::Noun(super::super::lexicon::meetings::NounClass::Visit)
                ) {
                    known
                } else {
                    None
                };
                if place.is_some() {
                    return place;
                }
            }
            at += 1;
        }
        None
    }

    /// "Qatar will host the summit": the host is the place.
    fn hosting(&self, mention: &Mention, clause: &Range<usize>) -> Option<Place> {
        let hosts = ["host", "hosts", "hosted", "hosting"];
        if !mention.cue.clone().any(|i| is_any(self.a, i, &hosts)) {
            return None;
        }
        let end = mention.cue.start;
        let from = end.saturating_sub(5).max(clause.start);
        (from..end).find_map(|at| self.places.at(at, end).filter(|p| p.tokens.end == end))
    }

    /// "Foreign Minister A and Defence Minister B met": the subject goes on before "and" when names stand on both sides
    /// and no verb stands before.
    fn over_and(&self, start: usize, floor: usize) -> usize {
        if start <= floor + 1 || !is_any(self.a, start - 1, &["and"]) {
            return start;
        }
        let and = start - 1;
        let named =
            |range: Range<usize>| self.entities.within(range).any(|(_, e)| e.kind != EntityKind::Place);
        let from = floor.max(and.saturating_sub(16));
        let verb = (from..and).any(|i| {
            let word = self.a.word(i);
            word.ends_with("ed") && !self.a.tokens[i].is_capitalised()
                || is_any(
                    self.a,
                    i,
                    &["met", "said", "told", "held", "is", "are", "was", "will", "has", "had"],
                )
        });
        if named(and.saturating_sub(3).max(from)..and) && named(start..start + 8) && !verb {
            from
        } else {
            start
        }
    }

    /// "Secretary of the Treasury Ana Duarte": a body that only says what somebody's office is.
    fn in_title(&self, body: &Reference) -> bool {
        let from = body.tokens.end;
        self.entities.within(from..from + 6).any(|(r, e)| {
            e.kind == EntityKind::Person && r.form == Form::Name && r.phrase.start <= body.tokens.start
        })
    }

    /// Subject and object of a verb; "between A and B", "with C" of a noun.
    fn company(&self, mention: &Mention, clause: &Range<usize>, tokens: &Range<usize>) -> Vec<usize> {
        let mut out = Vec::new();
        if mention.tense == Some(Tense::Wish) {
            return out;
        }
        if mention.tense == Some(Tense::Invited) {
            let from = mention.cue.start.saturating_sub(12).max(tokens.start);
            let invited =
                self.entities.within(from..mention.cue.start).filter(|(_, e)| e.kind == EntityKind::Person);
            out.extend(invited.last().map(|(r, _)| r.entity));
            return out;
        }
        let first = self.over_and(clause.start.min(mention.tokens.start), tokens.start);
        let from = mention.tokens.start.saturating_sub(24).max(first);
        let from = if mention.kind == Kind::Convene { clause.start } else { from };
        let people = |range: Range<usize>, out: &mut Vec<usize>| {
            for (reference, entity) in self.entities.within(range) {
                let body = matches!(
                    entity.kind,
                    EntityKind::State | EntityKind::Organisation | EntityKind::Grouping
                ) && (matches!(reference.form, Form::Name | Form::Nominal)
                    || reference.form == Form::Pronoun && self.a.is(reference.tokens.start, "we"))
                    && !(entity.kind == EntityKind::Organisation && self.in_title(reference));
                let person = entity.kind == EntityKind::Person;
                if (person || body) && !out.contains(&reference.entity) {
                    out.push(reference.entity);
                }
            }
        };
        match mention.kind {
            Kind::Contact | Kind::Host => {
                people(from..mention.cue.start, &mut out);
                let end = mention.tokens.end.max(mention.cue.end).min(tokens.end);
                people(mention.cue.end..end, &mut out);
            }
            Kind::Stop | Kind::Convene | Kind::Signing => people(from..mention.cue.start, &mut out),
            Kind::Noun(_) => {
                let Some(phrase) = &mention.phrase else { return out };
                people(phrase.head.end..phrase.tokens.end, &mut out);
                if mention.direct && mention.tokens.start < phrase.tokens.start {
                    people(from..mention.tokens.start, &mut out);
                }
            }
            Kind::Agenda => {}
        }
        out
    }
}

/// Verbs that go on about the meeting before them: "to be held", "scheduled".
fn in_list(verb: &Verb) -> bool {
    matches!(verb.class, VerbClass::Happen | VerbClass::Plan | VerbClass::Due)
        || verb.class == VerbClass::Hold && verb.form == VerbForm::Past
}

/// Where the next stop of the same list begins.
fn sibling(mentions: &[Mention], index: usize) -> Option<usize> {
    let mention = &mentions[index];
    let same =
        |m: &&Mention| m.kind == Kind::Stop && m.cue == mention.cue && m.tokens.end > mention.tokens.end;
    mentions[index..]
        .iter()
        .take(NEAR)
        .filter(|_| mention.kind == Kind::Stop)
        .filter(same)
        .filter_map(|m| m.place.as_ref().map(|p| p.tokens.start))
        .min()
}

/// "to Lima, Quito and La Paz, 3-9 May": the time behind the list is that of all stops without one.
fn share_list_time(mentions: &mut [Mention]) {
    for index in 0..mentions.len() {
        if mentions[index].kind == Kind::Stop && mentions[index].time.is_none() {
            let cue = mentions[index].cue.clone();
            let near = index.saturating_sub(NEAR)..(index + NEAR).min(mentions.len());
            let alone = mentions[near.start..index].iter().filter(|m| m.cue == cue).all(|m| m.time.is_none());
            if alone {
                let last = mentions[near].iter().rfind(|m| m.kind == Kind::Stop && m.cue == cue);
                mentions[index].time = last.and_then(|m| m.time);
            }
        }
    }
}
