//! Whether a chunk names a person, by what it is made of and what the sentence does with it.

use super::body::Named;
use super::claim::{Claim, Proof, Reader};
use super::marks::{
    BODY_HEAD, GIVEN, MODIFIER, NOT_NAME, PARTICLE, PLACE_HEAD, SURNAME, is_capital, is_mark, is_possessive,
};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    pub(super) fn proof(&self, claim: &Claim, addressed: bool) -> Proof {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let titled = self.titled[self.a.tokens[first].sentence as usize];
        if addressed && !(titled && claim.words == 1 && self.marks.has(first, NOT_NAME)) {
            return Proof::Sure;
        }
        if self.names_a_body(claim) || self.is_thing(claim) || self.is_by_line(claim) {
            return Proof::None;
        }
        let known_first =
            (first..end).any(|i| self.marks.has(i, GIVEN) && !self.marks.has(i, NOT_NAME | MODIFIER));
        let surname_last = self.marks.has(end - 1, SURNAME);
        if !claim.offices.is_empty() && (claim.words >= 2 || known_first || surname_last) {
            return Proof::Sure;
        }
        let given = self.marks.has(first, GIVEN) || claim.initial && claim.words >= 1;
        let located = self.located(first) && !is_possessive(self.a, end) && claim.offices.is_empty();
        if located && claim.words <= 2 && !self.acts(claim) && self.marks.has(first, PARTICLE) {
            return Proof::None;
        }
        if claim.words >= 2
            && given
            && (!titled || known_first && claim.words <= 3)
            && (known_first || surname_last || claim.initial)
        {
            return Proof::Sure;
        }
        if claim.words >= 2 && (known_first || surname_last) && !titled && !self.located(first) {
            return Proof::Likely;
        }
        if claim.words >= 2 && claim.words <= 4 && !titled && self.acts(claim) && !self.located(first) {
            return Proof::Likely;
        }
        if claim.words == 1
            && surname_last
            && !self.marks.has(first, NOT_NAME | MODIFIER | BODY_HEAD)
            && !titled
            && (self.acts(claim) || claim.owner.is_some() || is_possessive(self.a, end))
        {
            return Proof::Likely;
        }
        Proof::None
    }

    /// "The Jimmy Carter Center", "the Nobel Prize": things named for people.
    pub(super) fn names_a_body(&self, claim: &Claim) -> bool {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let article = first > 0
            && matches!(self.a.word(first - 1), "the" | "The" | "a" | "an" | "A" | "An")
            && claim.phrase.start == first;
        let head = is_capital(self.a, end)
            && self.marks.has(end, BODY_HEAD | PLACE_HEAD)
            && !self.a.tokens[end].first_of_line;
        let run = is_capital(self.a, end)
            && !self.a.tokens[end].first_of_line
            && self.marks.has(end, NOT_NAME)
            && !self.titled[self.a.tokens[first].sentence as usize];
        let body = self.segments.at(end).is_some_and(super::body::Segment::is_body)
            && self.segments.at(end).is_some_and(|s| s.tokens.start == end)
            && !self.a.tokens[end].first_of_line;
        article
            || head
            || run && !self.is_verb_start(end)
            || body && !self.titled[self.a.tokens[first].sentence as usize]
    }

    pub(super) fn is_verb_start(&self, at: usize) -> bool {
        self.a.sentence_of(at).tokens.start == at
    }

    /// "By ANNA SMITH" on a line of its own: who wrote the report is no part of it.
    pub(super) fn is_by_line(&self, claim: &Claim) -> bool {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let label = first - usize::from(first > 1 && is_mark(self.a, first - 1, ":"));
        let by = label > 0 && self.a.is(label - 1, "by");
        let role = ["reporter", "editor", "writer", "author", "correspondent", "photographer", "translator"];
        let signed = label < first && label > 0 && role.iter().any(|w| self.a.is(label - 1, w));
        let heads = (by || signed) && self.a.tokens[label - 1].first_of_line
            || first > 1
                && by
                && ["reporting", "editing", "written", "photo", "compiled"]
                    .iter()
                    .any(|w| self.a.is(first - 2, w));
        let closes = self.a.tokens.get(end).is_none_or(|t| t.first_of_line)
            || self.a.sentence_of(first).tokens.end == end;
        heads
            && (closes
                || matches!(self.a.word(end), "," | "in" | "|" | "and" | ";" | "at" | "-" | "–" | "/" | "("))
    }

    pub(super) fn is_thing(&self, claim: &Claim) -> bool {
        let end = claim.tokens.end;
        let after = self.a.word(end).to_ascii_lowercase();
        matches!(
            after.as_str(),
            "airport"
                | "street"
                | "road"
                | "avenue"
                | "stadium"
                | "river"
                | "island"
                | "islands"
                | "peninsula"
                | "district"
                | "province"
                | "region"
                | "party"
                | "agreement"
                | "treaty"
                | "accord"
                | "prize"
                | "award"
                | "award-winning"
                | "airbase"
                | "base"
                | "virus"
                | "missile"
                | "missiles"
                | "crossing"
                | "camp"
                | "dam"
                | "bridge"
                | "hotel"
                | "university"
                | "hospital"
                | "doctrine"
                | "foundation"
                | "group"
                | "inc"
                | "ltd"
                | "border"
        ) || self.a.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number && t.glued)
    }

    /// A name behind "in", "near" is a place's rather.
    pub(super) fn located(&self, first: usize) -> bool {
        let listed = first > 1
            && is_mark(self.a, first - 1, ",")
            && self.segments.at(first - 2).is_some_and(|s| matches!(s.named, Named::Place | Named::Seat(_)));
        listed
            || first > 0
                && matches!(
                    self.a.word(first - 1),
                    "in" | "In" | "near" | "Near" | "at" | "across" | "outside" | "around" | "throughout"
                )
    }

    /// Whether the name does what only people do: says, is a "who", is spoken to.
    pub(super) fn acts(&self, claim: &Claim) -> bool {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let next = if is_mark(self.a, end, ",") { end + 1 } else { end };
        self.speaks(end)
            || self.a.is(next, "who")
            || self.a.is(next, "whose")
            || first > 0 && self.speaks(first - 1)
    }

    pub(super) fn speaks(&self, at: usize) -> bool {
        matches!(
            self.a.word(at),
            "said"
                | "says"
                | "told"
                | "added"
                | "stated"
                | "announced"
                | "noted"
                | "explained"
                | "argued"
                | "stressed"
                | "insisted"
                | "remarked"
                | "recalled"
                | "admitted"
                | "warned"
                | "declared"
                | "hailed"
                | "met"
                | "meets"
                | "arrived"
                | "flew"
                | "thanked"
                | "congratulated"
                | "welcomed"
                | "expressed"
                | "hosts"
                | "visited"
                | "vowed"
                | "pledged"
                | "replied"
                | "tweeted"
                | "wrote"
                | "signed"
                | "urged"
                | "praised"
                | "promised"
                | "spoke"
                | "asked"
                | "phoned"
                | "travelled"
                | "traveled"
                | "accepted"
                | "invited"
                | "emphasised"
                | "emphasized"
                | "underlined"
                | "reiterated"
                | "confirmed"
                | "denied"
                | "claimed"
                | "observed"
                | "conceded"
                | "cautioned"
                | "quipped"
                | "resigned"
                | "died"
        )
    }
}
