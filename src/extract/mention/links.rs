//! Affiliations that a clause makes clear: delegations, representation, lists, visits.

use std::ops::Range;

use super::super::lexicon::involvement::sign;
use super::body::{Named, Segment};
use super::context::{Context, SINGLE, is_of_state, is_sole};
use super::marks::{is_mark, is_possessive};
use super::office::Owner;
use super::profile::Profile;

/// How far behind "on the Indian side of the table will be" its first member may stand.
const SIDE: usize = 8;

impl Context<'_, '_, '_> {
    /// "The Philippine Delegation consisted of …", "X, who led the Brazilian delegation".
    pub(super) fn delegation(&self, id: usize) -> Option<String> {
        self.phrases(id).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let from = sentence.start.max(phrase.start.saturating_sub(120));
            let to = sentence.end.min(phrase.end + 14);
            let bodies = ["delegation", "side", "group", "team"];
            let mut named = (from..to).filter(|&i| self.is_any(i, &bodies) && !phrase.contains(&i));
            named.find_map(|at| self.member(at, from, &phrase)).map(|row| self.name(row))
        })
    }

    /// The state of the delegation named at `at`, if the person of `phrase` is told to be one of it.
    fn member(&self, at: usize, from: usize, phrase: &Range<usize>) -> Option<u32> {
        let state = (from.max(at.saturating_sub(4))..at).rev().find_map(|i| self.p.segments.at(i));
        let row = state.and_then(Segment::state)?;
        let side = self.is_any(at, &["side"]) && at < phrase.start && self.is_any(phrase.start - 1, &["by"]);
        let listed = side
            || at < phrase.start
                && (at + 1..(at + 4).min(phrase.start))
                    .any(|i| self.is_sign(i, sign::INCLUDES) || is_mark(self.p.a, i, ":"))
            || self.is_any(at, &["side"])
                && at + SIDE >= phrase.start
                && (at + 1..phrase.start).any(|i| self.is_any(i, &["be"]) || self.is_sign(i, sign::INCLUDES));
        let leads = at > phrase.end && (phrase.end..at).any(|i| self.is_sign(i, sign::LEADS));
        (listed || leads).then_some(row)
    }

    /// "From Germany came Minister X".
    pub(super) fn sent(&self, id: usize) -> Option<String> {
        self.phrases(id).find_map(|phrase| {
            let start = self.p.a.sentence_of(phrase.start).tokens.start;
            let from = self.p.segments.at(start + 1).filter(|_| self.is_any(start, &["from"]))?;
            let came = self.is_any(from.tokens.end, &["came", "come", "were", "was"]);
            let first = came && from.tokens.end + 2 >= phrase.start;
            from.state().filter(|_| first).map(|row| self.name(row))
        })
    }

    /// "South Africa was represented by X", "X spoke for Solomon Islands", "X represented the United States".
    pub(super) fn represented(&self, id: usize) -> Option<String> {
        self.phrases(id).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let verb =
                |i: &usize| self.is_any(*i, &["represented", "represents", "representing", "represent"]);
            let before = (sentence.start.max(phrase.start.saturating_sub(24))..phrase.start)
                .rev()
                .find(|i| verb(i) && self.is_any(i + 1, &["by"]));
            if let Some(at) = before {
                let row = (sentence.start..at)
                    .rev()
                    .take(8)
                    .find_map(|i| self.p.segments.at(i))
                    .and_then(Segment::state)?;
                return Some(self.name(row));
            }
            let end = sentence.end.min(phrase.end + 6);
            let at = (phrase.end..end).find(|i| {
                verb(i) || self.is_any(*i, &["spoke", "speaks", "speaking"]) && self.is_any(i + 1, &["for"])
            })?;
            let row = (at + 1..sentence.end.min(at + 5))
                .find_map(|i| self.p.segments.at(i))
                .and_then(Segment::state)?;
            Some(self.name(row))
        })
    }

    /// "Honduran Minister of Health A and Minister of Economy B": B's office is Honduran too.
    pub(super) fn inherit(&self, claim: usize, profiles: &mut [Profile]) {
        let (Some(mine), Some(other)) =
            (self.identity().of_claim[claim], self.identity().of_claim[claim - 1])
        else {
            return;
        };
        if profiles[mine].affiliation.is_some() || mine == other {
            return;
        }
        let (before, here) = (&self.p.claims[claim - 1], &self.p.claims[claim]);
        let (from, to) = (before.phrase.end, here.phrase.start);
        let accompanied = from < to
            && (from..to.min(from + 6))
                .any(|i| self.is_any(i, &["accompanied", "flanked", "along", "together"]));
        let reach = if accompanied { 6 } else { 3 };
        let linking = [
            "who",
            "his",
            "her",
            "also",
            ",",
            "and",
            ";",
            "as",
            "well",
            "with",
            "the",
            "was",
            "were",
            "accompanied",
            "flanked",
            "along",
            "together",
            "by",
        ];
        let joined = from < to && to - from <= reach && (from..to).all(|i| self.is_any(i, &linking));
        // Nearly all neighbours end here; what follows asks every state.
        if !joined || here.offices.is_empty() {
            return;
        }
        let against = before.phrase.start.checked_sub(1).is_some_and(|i| self.is_any(i, &["between"]));
        let single = against || is_of_another_state(&profiles[mine], &profiles[other]);
        let led = before.offices.iter().any(|&o| {
            let office = &self.p.offices.all[o];
            matches!(office.owner, Some(Owner::Segment(s)) if self.p.segments.all[s].state().is_some())
        });
        let inherits = led
            || accompanied
            || profiles[other].affiliation.is_some()
                && before.offices.iter().any(|&o| self.p.offices.all[o].owner.is_none());
        let of_state = profiles[other].affiliation.as_deref().is_some_and(|n| {
            self.counts
                .iter()
                .enumerate()
                .any(|(row, c)| *c > 0 && self.p.a.lexicon.geography.name(row as u32) == n)
        });
        if !single && inherits && of_state {
            let affiliation = profiles[other].affiliation.clone();
            profiles[mine].affiliation = affiliation;
        }
    }

    /// "Foreign Minister A and Defense Minister B of Slovakia": A is Slovakia's too.
    pub(super) fn bequeath(&self, claim: usize, profiles: &mut [Profile]) {
        let (Some(mine), Some(other)) =
            (self.identity().of_claim[claim - 1], self.identity().of_claim[claim])
        else {
            return;
        };
        let (here, behind) = (&self.p.claims[claim - 1], &self.p.claims[claim]);
        let owner = behind.owner.filter(|&s| self.p.segments.all[s].tokens.start >= behind.tokens.end);
        let Some(row) = owner.and_then(|s| self.p.segments.all[s].state()) else { return };
        let joined = here.phrase.end + 1 == behind.phrase.start && self.p.a.is(here.phrase.end, "and");
        let open = profiles[mine].affiliation.is_none() && mine != other && is_of_state(&profiles[mine]);
        let head = |o: Option<&usize>| o.map(|&o| self.p.a.word(self.p.offices.all[o].role[0].start));
        if joined && open && head(here.offices.first()) != head(behind.offices.first()) {
            profiles[mine].affiliation = Some(self.name(row));
        }
    }

    /// "In Honduras, … will meet President X"; "will visit Baku, where she will meet …".
    pub(super) fn visited(&self, id: usize) -> Option<String> {
        self.phrases(id).find_map(|phrase| {
            let at = phrase.start;
            let sentence = self.p.a.sentence_of(at).tokens.clone();
            let between = at > 0 && self.is_any(at - 1, &["between"]);
            let meets = (sentence.start..at).rev().take(14).find(|&i| self.is_sign(i, sign::MEETS));
            if between || !meets.is_some_and(|m| self.is_dealing(m..at)) {
                return None;
            }
            let before = self.p.a.tokens[at]
                .sentence
                .checked_sub(1)
                .map(|s| self.p.a.sentences[s as usize].tokens.start);
            let from = before.unwrap_or(sentence.start).max(at.saturating_sub(120));
            (from..at).rev().find_map(|i| {
                let segment = self.p.segments.at(i)?;
                let (Named::State(row) | Named::Seat(row)) = segment.named else { return None };
                self.is_stop(segment.tokens.start).then(|| self.name(row))
            })
        })
    }

    /// Whether the place at `start` is gone to: "In Honduras, …", "visit X", "arrived in X", "in Baku, Azerbaijan".
    pub(super) fn is_stop(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let before = before - usize::from(before > 0 && self.is_any(before, &["the"]));
        if is_mark(self.p.a, before, ",") && before > 0 && self.is_town(before - 1) {
            return self.p.segments.at(before - 1).is_some_and(|s| self.is_stop(s.tokens.start));
        }
        let sentence = self.p.a.sentence_of(start).tokens.start;
        let moves = (before.saturating_sub(4).max(sentence)..before).any(|i| {
            self.is_sign(i, sign::TRAVELS)
                || self.is_any(i, &["head", "heading", "go", "goes", "went", "flying"])
        });
        self.is_any(before, &["visit", "visits", "visited", "visiting", "arrived"])
            || self.is_any(before, &["in", "to", "at", "for"])
                && (before == sentence || moves || self.is_any(before - 1, &["while"]))
    }

    /// The town in "Baku, Azerbaijan".
    pub(super) fn is_town(&self, index: usize) -> bool {
        self.p.segments.at(index).is_some_and(|s| matches!(s.named, Named::Seat(_) | Named::Place))
    }

    /// "The President of Russia" without a name, in a text where one person only has no office: it is his.
    pub(super) fn orphans(&self, profiles: &mut [Profile]) {
        let nameless = (0..profiles.len())
            .filter(|&id| profiles[id].role.is_none() && self.identity().persons[id].claims.len() > 1);
        let nameless: Vec<usize> = nameless.collect();
        let Some(&id) = Some(&nameless).filter(|n| n.len() == 1).and_then(|n| n.first()) else { return };
        let of_one = |o: &&super::office::Office| {
            let owned = o.role.first().is_some_and(|r| r.start > 0 && is_possessive(self.p.a, r.start - 1));
            (o.definite || owned) && !o.plural && !o.former
        };
        for office in self.p.offices.all.iter().filter(of_one).take(400) {
            let Some(Owner::Segment(segment)) = office.owner else { continue };
            let (Some(row), Some(role)) = (self.p.segments.all[segment].state(), office.role.first()) else {
                continue;
            };
            let role = self.p.a.words(role.clone());
            let name = self.name(row);
            let held = profiles.iter().any(|p| {
                p.affiliation.as_deref() == Some(&name)
                    && p.role
                        .as_deref()
                        .is_some_and(|r| r.to_ascii_lowercase().contains(&role.to_ascii_lowercase()))
            });
            let fits = profiles[id].affiliation.as_deref().is_none_or(|a| a == name);
            if !held
                && fits
                && SINGLE.iter().any(|s| role.eq_ignore_ascii_case(s))
                && !self.stands_by_name(&office.phrase)
            {
                (profiles[id].role, profiles[id].affiliation) = (Some(role.to_owned()), Some(name));
                return;
            }
        }
    }

    /// Whether a claim's phrase reaches into `phrase`.
    pub(super) fn stands_by_name(&self, phrase: &Range<usize>) -> bool {
        let at = self.p.claims.partition_point(|c| c.tokens.end <= phrase.start);
        let near = at.saturating_sub(1)..(at + 2).min(self.p.claims.len());
        self.p.claims[near].iter().any(|c| c.phrase.end > phrase.start && c.phrase.start < phrase.end)
    }
}

/// Whether two beside each other are of two states: an office that a state has one of does not follow another's, nor do two
/// of one office; a foreign minister may stand behind the president.
fn is_of_another_state(mine: &Profile, other: &Profile) -> bool {
    let is = |p: &Profile, office: &str| p.role.as_deref().is_some_and(|r| r.eq_ignore_ascii_case(office));
    let same = mine.role.as_deref().is_some_and(|r| is(other, r));
    is(mine, "secretary of state") || is_sole(mine) && !is(mine, "foreign minister") || same
}
