//! Whose side a bare official is on: whom the person deals with, and whom the person speaks or travels for.
//!
//! A report names strangers by country and its own officials by office alone, yet it says who sat opposite whom. Whoever
//! deals with somebody of one state, at a seat of another or in a text of two states, is of the other one; whoever carries
//! somebody's greetings is of that somebody's state. A text of three states says nothing by that: then nobody gets one.

use hashbrown::HashMap;
use std::ops::Range;

use super::body::Named;
use super::claim::Claim;
use super::context::{Context, DEALS, MEETS, TRAVELS, is_sovereign};
use super::marks::{is_capital, is_hyphen, is_mark, is_possessive};
use super::office::Owner;
use super::profile::Profile;

/// What somebody carries for somebody else.
const CARRIED: &[&str] = &[
    "greetings",
    "felicitations",
    "regards",
    "wishes",
    "message",
    "letter",
    "behalf",
    "condolences",
    "invitation",
];
/// Words of those who face each other, beside the verbs of meeting.
const FACES: &[&str] = &[
    "receive",
    "receives",
    "receiving",
    "welcomed",
    "welcomes",
    "congratulated",
    "thanked",
    "greeted",
    "greets",
    "spoke",
    "spoken",
    "phoned",
    "conversation",
    "conversations",
    "call",
    "summit",
    "dinner",
    "lunch",
    "conferred",
];
const COMPANIES: &[&str] = &["accompanied", "accompanying", "accompany", "accompanies", "flanked", "joined"];
const COUNTERPARTS: &[&str] = &["counterpart", "counterparts", "number"];
/// What stands between the members of a list.
const LINKS: &[&str] = &[",", "and", "&", ";", "the", "his", "her", "their"];
/// How often the chain of sides is followed.
const ROUNDS: usize = 3;
/// How many sentences an office without a name reaches back for its holder.
const HELD: u32 = 8;
/// How far before the second name the word of facing may stand.
const NEAR: usize = 9;
/// How many names of a sentence are set against each other.
const NAMES: usize = 8;

/// Which states the text puts beside each other.
struct Partners {
    /// How often the second stands beside the first: "A and B", "A-B".
    beside: HashMap<(u32, u32), u32>,
    /// The two that the text is about, if it is about two.
    pair: Option<(u32, u32)>,
}

impl Partners {
    /// The state that the text puts beside `state` and beside no other as often.
    fn of(&self, state: u32) -> Option<u32> {
        let mut others: Vec<(u32, u32)> =
            self.beside.iter().filter(|((a, _), _)| *a == state).map(|((_, b), n)| (*n, *b)).collect();
        others.sort_unstable_by(|a, b| b.cmp(a));
        match (others.as_slice(), self.pair) {
            ([(most, first), rest @ ..], _) if rest.first().is_none_or(|r| r.0 < *most) => Some(*first),
            ([], Some((one, two))) if state == one => Some(two),
            ([], Some((one, two))) if state == two => Some(one),
            _ => None,
        }
    }
}

/// Two persons who deal with each other, and the token at which the text says so.
type Opposed = (usize, usize, usize);

impl Context<'_, '_, '_> {
    /// Gives bare officials the state of the side on which they stand.
    pub(super) fn sides(&self, profiles: &mut [Profile]) {
        let (opposed, mut together) = (self.opposed(profiles), self.carriers());
        self.company(&mut together);
        for _ in 0..ROUNDS {
            let partners = self.partners(profiles);
            let mut found: Vec<(usize, u32)> = Vec::new();
            for id in self.open(profiles).into_iter().filter(|&id| !self.is_anothers(id)) {
                let carried = together.iter().find_map(|&(a, b)| {
                    let other = if a == id { b } else { a };
                    (a == id || b == id).then(|| self.row_of(&profiles[other]))?
                });
                let row = carried.or_else(|| self.inviting(id)).or_else(|| {
                    let mut states =
                        opposed.iter().filter_map(|link| self.across(id, link, &partners, profiles));
                    let first = states.next()?;
                    states.all(|s| s == first).then_some(first)
                });
                let row = row.or_else(|| partners.of(self.destination(id)?));
                let apart = |row: u32| {
                    opposed.iter().any(|&(a, b, _)| {
                        let other = if a == id { b } else { a };
                        (a == id || b == id) && self.row_of(&profiles[other]) == Some(row)
                    })
                };
                found.extend(row.filter(|&r| !apart(r) && !self.is_taken(id, r, profiles)).map(|r| (id, r)));
            }
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

    /// Whether the person holds an office of another person's: "adviser to Gov. X".
    fn is_anothers(&self, id: usize) -> bool {
        let mut offices = self.identity().persons[id].claims.iter().flat_map(|&c| &self.p.claims[c].offices);
        offices.any(|&o| matches!(self.p.offices.all[o].owner, Some(Owner::Person(_))))
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

    /// Which two states the text puts beside each other.
    fn partners(&self, profiles: &[Profile]) -> Partners {
        let mut beside: HashMap<(u32, u32), u32> = HashMap::new();
        for (one, two) in self.p.segments.all.iter().zip(self.p.segments.all.iter().skip(1)) {
            if let (Some(a), Some(b)) = (one.state(), two.state())
                && a != b
                && self.is_paired(one.tokens.end, two.tokens.start)
            {
                *beside.entry((a, b)).or_default() += 1;
                *beside.entry((b, a)).or_default() += 1;
            }
        }
        Partners { beside, pair: self.pair(profiles) }
    }

    /// "A and B", "A-B", "A and the Republic of B".
    fn is_paired(&self, from: usize, to: usize) -> bool {
        let hyphen = to == from + 1 && (is_hyphen(self.p.a, from) || is_mark(self.p.a, from, "–"));
        let (joint, article) = (self.is_any(from, &["and", "&"]), self.is_any(from + 1, &["the"]));
        hyphen || joint && (to == from + 1 || to == from + 2 && article)
    }

    /// The two states that the text is about, if it is about two.
    fn pair(&self, profiles: &[Profile]) -> Option<(u32, u32)> {
        let votes = self.votes(profiles);
        let mut weights: Vec<(u32, u32)> = vec![(0, 0); self.counts.len()];
        for (row, weight) in weights.iter_mut().enumerate() {
            *weight = (2 * votes[row], row as u32);
        }
        for segment in &self.p.segments.all {
            if let Some(row) = segment.state() {
                weights[row as usize].0 += 1;
            }
        }
        weights.sort_unstable_by(|a, b| b.cmp(a));
        let [first, second, third, ..] = weights.as_slice() else { return None };
        (second.0 >= 2 && second.0 >= 2 * third.0).then_some((first.1, second.1))
    }

    /// The state of `id` by a link to somebody of another state.
    fn across(
        &self,
        id: usize,
        &(a, b, at): &Opposed,
        partners: &Partners,
        profiles: &[Profile],
    ) -> Option<u32> {
        let other = match id {
            _ if a == id => b,
            _ if b == id => a,
            _ => return None,
        };
        let theirs = self.row_of(&profiles[other])?;
        let venue = self.venue(at).filter(|&v| v != theirs);
        let two = partners.of(theirs);
        let third = two.is_some_and(|mine| self.is_third(at, (mine, theirs)));
        two.filter(|_| !third).or_else(|| venue.filter(|&v| self.is_seat_of(v, at)))
    }

    /// "President X will travel to Germany and Angola": the first state that the person goes to.
    fn destination(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(4).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let goes = (phrase.end..sentence.end.min(phrase.end + 6)).find(|&i| self.is_any(i, TRAVELS))?;
            let alone = !self.names_another(phrase.end..goes) && !is_possessive(self.p.a, phrase.end);
            let to = (goes + 1..sentence.end.min(goes + 6))
                .filter(|_| alone)
                .find_map(|i| self.p.segments.at(i).filter(|s| s.tokens.start == i))?;
            let from = self.is_any(to.tokens.start - 1, &["from", "of", "with", "by"]);
            to.state().filter(|_| !from && !matches!(to.named, Named::Demonym(_)))
        })
    }

    /// Whether the sentence at `at` speaks of a state beside the two.
    fn is_third(&self, at: usize, (one, two): (u32, u32)) -> bool {
        let mut states =
            self.p.a.sentence_of(at).tokens.clone().filter_map(|i| self.p.segments.at(i)?.state());
        states.any(|s| s != one && s != two)
    }

    /// The state in which the sentence at `at` puts its meeting.
    fn venue(&self, at: usize) -> Option<u32> {
        let sentence = self.p.a.sentence_of(at).tokens.clone();
        sentence.clone().find_map(|i| {
            if self.is_any(i, &["here"]) && !is_capital(self.p.a, i) {
                return self.datelines.first().copied();
            }
            let placed = self.is_any(i, &["in", "at"]);
            let first = i + 1 + usize::from(self.is_any(i + 1, &["the"]));
            placed.then(|| self.p.segments.at(first).filter(|s| s.tokens.start == first))?.and_then(|s| {
                match s.named {
                    Named::Seat(row) | Named::State(row) => Some(row),
                    _ => self.town(first),
                }
            })
        })
    }

    /// Whether the sentence at `at` speaks of a seat of government of `row`, or of somebody who visits.
    fn is_seat_of(&self, row: u32, at: usize) -> bool {
        let sentence = self.p.a.sentence_of(at).tokens.clone();
        sentence.clone().any(|i| {
            self.is_any(i, &["visiting", "here", "courtesy"])
                || self.p.segments.at(i).is_some_and(|s| matches!(s.named, Named::Seat(r) if r == row))
        })
    }

    /// Who deals with whom, in the order of the text.
    fn opposed(&self, profiles: &[Profile]) -> Vec<Opposed> {
        let mut out = Vec::new();
        let mut first = 0;
        while first < self.p.claims.len() {
            let sentence = self.p.a.sentence_of(self.p.claims[first].tokens.start).tokens.clone();
            let end = first
                + self.p.claims[first..].iter().take_while(|c| c.tokens.start < sentence.end).count().max(1);
            let named: Vec<usize> =
                (first..end).filter(|&c| self.identity().of_claim[c].is_some()).take(NAMES).collect();
            for (n, &one) in named.iter().enumerate() {
                for (m, &two) in named.iter().enumerate().skip(n + 1) {
                    let listed = named[n + 1..=m].windows(2).all(|w| self.is_listed(w[0], w[1]));
                    if listed && self.is_opposed(one, two, m == n + 1, profiles) {
                        self.link(one, two, &mut out);
                    }
                }
            }
            if let Some(&one) = named.first() {
                self.unnamed(one, &sentence, &mut out);
            }
            first = end;
        }
        out
    }

    fn link(&self, one: usize, two: usize, out: &mut Vec<Opposed>) {
        if let (Some(a), Some(b)) = (self.identity().of_claim[one], self.identity().of_claim[two])
            && a != b
        {
            out.push((a, b, self.p.claims[two].tokens.start));
        }
    }

    /// "He met Defence Minister X": whoever the sentences before speak of is across from X.
    fn unnamed(&self, claim: usize, sentence: &Range<usize>, out: &mut Vec<Opposed>) {
        let start = self.p.claims[claim].phrase.start;
        let opens = self.is_any(sentence.start, &["he", "she"]);
        if opens
            && self.is_facing(sentence.start..start)
            && let Some(subject) = self.subject_before(sentence.start)
            && let Some(id) = self.identity().of_claim[claim].filter(|&id| id != subject)
        {
            out.push((subject, id, self.p.claims[claim].tokens.start));
        }
    }

    fn is_listed(&self, one: usize, two: usize) -> bool {
        let (from, to) = (self.p.claims[one].phrase.end, self.p.claims[two].phrase.start);
        from < to && to - from <= 3 && (from..to).all(|i| self.is_any(i, LINKS))
    }

    /// Whether the text sets the second of two names in a sentence against the first.
    fn is_opposed(&self, one: usize, two: usize, next: bool, profiles: &[Profile]) -> bool {
        let (before, behind) = (&self.p.claims[one], &self.p.claims[two]);
        let (from, to) = (before.phrase.end, behind.phrase.start);
        if from > to {
            return false;
        }
        let sentence = self.p.a.sentence_of(before.tokens.start).tokens.start;
        let lead = before.phrase.start.checked_sub(1).filter(|&i| i >= sentence);
        let sovereign = |c: usize| self.identity().of_claim[c].is_some_and(|p| is_sovereign(&profiles[p]));
        let joint = ["and", "&", ",", "the", "visiting"];
        let joined = next
            && to <= from + 4
            && (from..to).all(|i| self.is_any(i, &joint))
            && (from..to).any(|i| self.is_any(i, &joint[..2]));
        let between = joined && lead.is_some_and(|i| self.is_any(i, &["between"]));
        let counterpart = next && self.is_counterpart(behind) && to - from <= 4;
        let pair = joined && sovereign(one) && sovereign(two);
        let object = lead.is_some_and(|i| {
            self.is_any(i, DEALS) || self.is_any(i, MEETS) || self.is_any(i, &["of", "from", "between"])
        });
        between || counterpart || pair || !object && self.is_facing(from..to)
    }

    /// Whether the words between two names make them face each other: a meeting, a call, a welcome.
    fn is_facing(&self, between: Range<usize>) -> bool {
        let faces = |&i: &usize| self.is_any(i, MEETS) || self.is_any(i, FACES);
        let Some(last) = between.clone().rev().find(faces) else { return false };
        last + NEAR >= between.end && self.is_dealing(last..between.end)
    }

    fn is_counterpart(&self, claim: &Claim) -> bool {
        let head = |&o: &usize| self.p.offices.all[o].head.end - 1;
        claim.offices.iter().map(head).any(|i| self.is_any(i, COUNTERPARTS))
    }

    /// Persons of whom one acts for the other: "X conveyed the greetings of Y".
    fn carriers(&self) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (index, claim) in self.p.claims.iter().enumerate() {
            let Some(id) = self.identity().of_claim[index] else { continue };
            let start = claim.phrase.start;
            let sentence = self.p.a.sentence_of(start).tokens.start;
            let of = start.checked_sub(2).filter(|&i| i >= sentence && self.is_any(i + 1, &["of", "from"]));
            if !of.is_some_and(|i| self.is_any(i, CARRIED) && !self.is_any(i, &["invitation"])) {
                continue;
            }
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence);
            let subject = (first..index)
                .filter(|&c| self.p.claims[c].phrase.start <= sentence + 3)
                .find_map(|c| self.identity().of_claim[c])
                .or_else(|| self.subject_before(sentence));
            out.extend(subject.filter(|&s| s != id).map(|s| (s, id)));
        }
        out
    }

    /// "She is accompanied by X", "X and Y accompanied the president": those who travel together.
    fn company(&self, out: &mut Vec<(usize, usize)>) {
        for (index, claim) in self.p.claims.iter().enumerate() {
            let Some(id) = self.identity().of_claim[index] else { continue };
            let sentence = self.p.a.sentence_of(claim.tokens.start).tokens.clone();
            let by = claim.phrase.start.saturating_sub(3).max(sentence.start)..claim.phrase.start;
            let led =
                by.clone().any(|i| self.is_any(i, &["by"])) && by.clone().any(|i| self.is_any(i, COMPANIES));
            let joins =
                self.is_any(claim.phrase.end, COMPANIES) && !self.is_any(claim.phrase.end + 1, &["by"]);
            if !led && !joins {
                continue;
            }
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence.start);
            let subject = (first..index)
                .filter(|_| led)
                .find_map(|c| self.identity().of_claim[c])
                .or_else(|| self.subject_before(sentence.start));
            let Some(subject) = subject else { continue };
            let mut listed = index;
            while joins && listed > first && self.is_listed(listed - 1, listed) {
                listed -= 1;
            }
            let members = (listed..=index).filter_map(|c| self.identity().of_claim[c]).chain([id]);
            out.extend(members.filter(|&m| m != subject).map(|m| (subject, m)));
        }
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

    /// The person whom the sentence at `start` speaks of without a name: "The minister" is the last of that office, else
    /// the one who opens one of the sentences before.
    pub(super) fn subject_before(&self, start: usize) -> Option<usize> {
        let office = self.p.offices.starting_at(start).map(|o| self.p.offices.all[o].head.clone());
        if let Some(head) = office.filter(|h| !self.p.offices.all.is_empty() && h.start > start) {
            let sentence = self.p.a.tokens[start].sentence;
            let last = self.p.claims.partition_point(|c| c.tokens.start < start);
            let holds = |c: &super::claim::Claim| {
                let mut heads = c.offices.iter().map(|&o| self.p.offices.all[o].head.end - 1);
                heads.any(|h| self.p.a.is(h, self.p.a.word(head.end - 1)))
            };
            let near =
                |c: &usize| self.p.a.tokens[self.p.claims[*c].tokens.start].sentence + HELD >= sentence;
            let held =
                |id: usize| self.identity().persons[id].claims.iter().any(|&c| holds(&self.p.claims[c]));
            let mut before =
                (0..last).rev().take(30).take_while(near).filter_map(|c| self.identity().of_claim[c]);
            return before.find(|&id| held(id));
        }
        let end = self.p.claims.partition_point(|c| c.tokens.start < start);
        let number = self.p.a.tokens[start].sentence;
        let subject = (0..end).rev().take(12).find(|&c| {
            let tokens = &self.p.a.sentence_of(self.p.claims[c].tokens.start).tokens;
            self.p.claims[c].phrase.start == tokens.start
                && self.p.a.tokens[tokens.start].sentence + 4 >= number
        });
        subject.and_then(|c| self.identity().of_claim[c])
    }
}
