//! What stands before a name: forms of address, ranks, offices, "the Prime Minister of Tuvalu,".

use super::claim::{Claim, Reader};
use super::marks::{
    BODY_HEAD, FEMALE, HEAD, HONORIFIC, MALE, NOT_NAME, RANK, is_capital, is_mark, is_possessive,
};

impl Reader<'_, '_> {
    /// Titles before the name; whether there is any.
    pub(super) fn before(&self, claim: &mut Claim) -> bool {
        let floor = self.a.sentence_of(claim.tokens.start).tokens.start;
        let (mut at, mut addressed, mut comma) = (claim.tokens.start, false, false);
        while at > floor {
            if let Some(id) = self.offices.ending_at(at) {
                at = self.chain(claim, id, floor, addressed);
                addressed = true;
                break;
            }
            let before = at - 1;
            if self.marks.has(before, HONORIFIC)
                && (is_capital(self.a, before) || before > floor && self.marks.has(before - 1, HONORIFIC))
            {
                self.address(claim, before);
                addressed = true;
                at = before;
            } else if is_mark(self.a, before, ")")
                && before >= floor + 2
                && is_mark(self.a, before - 2, "(")
                && self.a.word(before - 1).to_ascii_lowercase().starts_with("ret")
            {
                at = before - 2;
            } else if let Some((id, body)) = self.office_of_body(at, floor).filter(|_| addressed) {
                claim.owner = Some(body);
                claim.offices.push(id);
                at = self.offices.all[id].phrase.start;
                break;
            } else if !comma
                && is_mark(self.a, before, ",")
                && self.offices.ending_at(before).is_some_and(|id| self.takes_comma(claim, id, addressed))
            {
                comma = true;
                at = before;
            } else if is_mark(self.a, before, "(")
                && is_mark(self.a, claim.tokens.end, ")")
                && (addressed || claim.initial || claim.words >= 2)
                && let Some(id) = self.offices.ending_at(before).filter(|&id| !self.offices.all[id].plural)
            {
                at = self.chain(claim, id, floor, true);
                addressed = true;
                break;
            } else {
                break;
            }
        }
        if let Some(&id) = claim.offices.first() {
            claim.owner = claim.owner.or(self.offices.all[id].owners.first().copied());
        }
        if claim.offices.is_empty() && at > floor + 1 && is_possessive(self.a, at - 1) {
            claim.owner = self.segments.id_at(at - 2).filter(|&id| self.segments.all[id].state().is_some());
        }
        claim.phrase.start = at;
        addressed
    }

    /// "Chief Representative, JICA Sri Lanka Mr. X": an office, and behind a comma what it belongs to.
    pub(super) fn office_of_body(&self, at: usize, floor: usize) -> Option<(usize, usize)> {
        let mut first = self.segments.id_at(at - 1)?;
        let joint = self.segments.all[first].tokens.start.checked_sub(1).and_then(|i| self.segments.id_at(i));
        if let Some(body) = joint.filter(|&b| {
            self.segments.all[b].is_body()
                && self.segments.all[b].tokens.end == self.segments.all[first].tokens.start
        }) {
            first = body;
        }
        let start = self.segments.all[first].tokens.start;
        let office = (start > floor + 1 && is_mark(self.a, start - 1, ","))
            .then(|| self.offices.ending_at(start - 1))??;
        Some((office, first))
    }

    pub(super) fn address(&self, claim: &mut Claim, at: usize) {
        match self.a.word(at).trim_end_matches('.') {
            "Mr" | "Mister" | "Sir" | "Lord" | "His" | "King" | "Prince" | "Shri" | "Sheikh" | "Father"
            | "Herr" | "Monsieur" => claim.male = Some(true),
            "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Madam" | "Madame" | "Her" | "Queen" | "Princess"
            | "Smt" | "Baroness" => claim.male = Some(false),
            _ => {}
        }
        if self.marks.has(at, RANK) && self.is_rank(at, claim.tokens.start) {
            let end = claim.rank.as_ref().map_or(at + 1, |r| r.end);
            claim.rank = Some(at..end);
        }
    }

    pub(super) fn is_rank(&self, at: usize, name: usize) -> bool {
        !(self.marks.has(at, MALE | FEMALE) && at + 1 < name)
    }

    /// The office before a name, and one before that behind a comma: "First Secretary, Head of Cooperation Mr. X".
    pub(super) fn chain(&self, claim: &mut Claim, id: usize, floor: usize, addressed: bool) -> usize {
        claim.offices.push(id);
        let office = &self.offices.all[id];
        let start = office.phrase.start;
        if let Some(other) = self.offices.ending_at(start).filter(|_| start > floor) {
            let first = self.chain(claim, other, floor, addressed);
            claim.offices.rotate_left(1);
            return first;
        }
        let comma =
            start > floor + 1 && is_mark(self.a, start - 1, ",") && is_capital(self.a, office.head.start);
        let both = start > floor + 1 && self.a.is(start - 1, "and") && office.owner.is_none();
        if (comma || both)
            && !office.definite
            && let Some(other) = self.offices.ending_at(start - 1)
        {
            let first = &self.offices.all[other];
            if !first.plural
                && is_capital(self.a, first.head.start) == is_capital(self.a, office.head.start)
                && (comma || !first.definite)
                && (addressed || !self.holds_name_before(first.phrase.start, floor))
            {
                claim.offices.insert(0, other);
                return first.phrase.start;
            }
        }
        start
    }

    /// Whether the office at `start` is an apposition to a name before it.
    pub(super) fn holds_name_before(&self, start: usize, floor: usize) -> bool {
        start > floor + 1
            && is_mark(self.a, start - 1, ",")
            && is_capital(self.a, start - 2)
            && self.segments.at(start - 2).is_none()
            && !self.marks.has(start - 2, NOT_NAME | HEAD | BODY_HEAD)
    }

    /// "the Prime Minister of Tuvalu, Kausea Natano, …"
    pub(super) fn takes_comma(&self, claim: &Claim, id: usize, addressed: bool) -> bool {
        let office = &self.offices.all[id];
        let end = claim.tokens.end;
        let closed = self.is_list(end)
            || matches!(self.a.word(end), "," | "." | ";" | ")" | ":" | "and" | "" | "—" | "–" | "-")
            || is_possessive(self.a, end)
            || self.a.sentence_of(claim.tokens.start).tokens.end == end
            || matches!(
                self.a.word(end),
                "who"
                    | "in"
                    | "on"
                    | "to"
                    | "at"
                    | "said"
                    | "for"
                    | "also"
                    | "has"
                    | "was"
                    | "is"
                    | "told"
                    | "will"
            );
        let single = !office.plural || self.is_list(end);
        // "According to the ministry official, X's visit …": the comma ends what is told of the source.
        let source = office.phrase.start >= 2
            && self.a.is(office.phrase.start - 1, "to")
            && self.a.is(office.phrase.start - 2, "according");
        single
            && !source
            && (addressed || closed && (office.definite || office.owner.is_some() || claim.words >= 2))
            && !self
                .holds_name_before(office.phrase.start, self.a.sentence_of(office.head.start).tokens.start)
    }

    /// Whether the name at whose end this is asked is one of several: "A, B and C", "A of Peru and B of Chile".
    pub(super) fn is_list(&self, end: usize) -> bool {
        let owner = matches!(self.a.word(end), "of" | "from");
        let end = match self.segments.at(end + 1).filter(|s| owner && s.tokens.start == end + 1) {
            Some(segment) => segment.tokens.end,
            None => end,
        };
        matches!(self.a.word(end), "," | "and")
    }
}
