//! What stands behind a name: "of the Cook Islands", "(Labour)", ", the defence minister,", a line below.

use super::body::Named;
use super::claim::{Claim, Reader};
use super::marks::{HONORIFIC, is_capital, is_mark, is_possessive};
use super::office::Owner;
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// Appositions behind the name.
    pub(super) fn behind(&self, claim: &mut Claim) {
        let limit = self.a.sentence_of(claim.tokens.start).tokens.end;
        let mut at = claim.tokens.end;
        if let Some(end) = self.of_body(claim, at, limit) {
            at = end;
        }
        if is_mark(self.a, at, "(") && at + 2 < limit {
            if let Some(id) = self.own_office(at + 1) {
                claim.offices.push(id);
                at = self.offices.all[id].phrase.end;
            } else if let Some(id) = self.segments.id_at(at + 1) {
                let segment = &self.segments.all[id];
                let bare = claim
                    .offices
                    .first()
                    .is_none_or(|&o| self.offices.all[o].plural && self.offices.all[o].owner.is_none());
                if is_mark(self.a, segment.tokens.end, ")")
                    && claim.owner.is_none()
                    && bare
                    && !matches!(segment.named, Named::Letters)
                {
                    claim.owner = Some(id);
                    at = segment.tokens.end + 1;
                }
            }
        } else if let Some((id, end)) = self.apposition(claim, at, limit) {
            claim.offices.push(id);
            at = end;
            if (is_mark(self.a, at, ",") || self.a.is(at, "and"))
                && let Some(id) = self
                    .own_office(at + 1)
                    .filter(|&id| !self.offices.all[id].plural && !self.offices.all[id].definite)
            {
                claim.offices.push(id);
                at = self.offices.all[id].phrase.end;
            }
        }
        self.line_below(claim, at);
        claim.phrase.end = at.max(claim.tokens.end);
    }

    /// A signature whose next line names the government: "Special Envoy" / "Royal Norwegian Government".
    pub(super) fn line_below(&self, claim: &mut Claim, at: usize) {
        let next = self.skip_markup(at);
        let alone = self.a.tokens[claim.phrase.start].first_of_line
            && self.a.tokens.get(next).is_some_and(|t| t.first_of_line);
        if !alone || claim.offices.is_empty() || claim.owner.is_some() {
            return;
        }
        claim.owner = (next..(next + 5).min(self.a.tokens.len()))
            .take_while(|&i| i == next || !self.a.tokens[i].first_of_line)
            .find(|&i| {
                self.a.is(i + 1, "government") && self.segments.at(i).is_some_and(|s| s.state().is_some())
            })
            .and_then(|i| self.segments.id_at(i));
    }

    /// "X of the Cook Islands", "X from India", "X, of Fiji,".
    pub(super) fn of_body(&self, claim: &mut Claim, end: usize, limit: usize) -> Option<usize> {
        let at = if is_mark(self.a, end, ",") { end + 1 } else { end };
        if at + 1 >= limit || !(self.a.is(at, "of") || self.a.is(at, "from")) {
            return None;
        }
        let next = at + 1 + usize::from(self.a.is(at + 1, "the"));
        let id = self.segments.id_at(next)?;
        let segment = &self.segments.all[id];
        if matches!(segment.named, Named::Demonym(_) | Named::Region) || segment.tokens.start != next {
            return None;
        }
        claim.owner = Some(id);
        Some(segment.tokens.end)
    }

    /// An office behind the name that belongs to it, and where it ends.
    pub(super) fn apposition(&self, claim: &Claim, at: usize, limit: usize) -> Option<(usize, usize)> {
        let mut next;
        if at >= limit || self.is_break(at) || (at + 1 < limit && self.is_line(claim, at)) {
            next = self.skip_markup(at);
            if !self.is_line(claim, next) {
                return None;
            }
            return self.own_office(next).map(|id| (id, self.offices.all[id].phrase.end));
        }
        if is_mark(self.a, at, ",") || is_mark(self.a, at, "–") || is_mark(self.a, at, "—") {
            next = at + 1;
            if self.a.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Number)
                && is_mark(self.a, next + 1, ",")
            {
                next += 2;
            }
            if self.a.is(next, "who") {
                next += 1;
                while next < limit
                    && matches!(
                        self.a.word(next),
                        "is" | "was"
                            | "has"
                            | "been"
                            | "also"
                            | "serves"
                            | "served"
                            | "as"
                            | "currently"
                            | "had"
                            | "became"
                            | "now"
                    )
                {
                    next += 1;
                }
            } else if matches!(
                self.a.word(next),
                "himself" | "herself" | "then" | "now" | "currently" | "formerly" | "also"
            ) {
                next += 1;
            }
        } else if matches!(self.a.word(at), "is" | "was" | "became" | "as" | "has") {
            next = at + 1 + usize::from(self.a.is(at, "has") && self.a.is(at + 1, "been"));
            while matches!(self.a.word(next), "also" | "now" | "then" | "currently") {
                next += 1;
            }
        } else {
            return None;
        }
        if self.opens.get(next).is_some_and(|o| *o) {
            next = (next..(next + 5).min(limit)).find(|&i| is_possessive(self.a, i))? + 1;
        }
        let mut id = self.own_office(next)?;
        let bare = self.offices.all[id].phrase.end == self.offices.all[id].head.end;
        if bare && is_possessive(self.a, self.offices.all[id].phrase.end) {
            id = self.own_office(self.offices.all[id].phrase.end + 1)?;
        }
        // "It was attended by X, the minister said": the office begins the next clause.
        let office = &self.offices.all[id];
        if self.is_of_another(claim, id) || office.definite && self.speaks(office.phrase.end) {
            return None;
        }
        let address = |&o: &usize| {
            let head = &self.offices.all[o].head;
            head.len() == 1 && self.marks.has(head.start, HONORIFIC)
        };
        if !claim.offices.iter().all(address) && !office.definite {
            return None;
        }
        if !office.definite && self.is_headline(at) && !self.closes(office.phrase.end) {
            return None;
        }
        (!office.plural || office.definite && self.a.is(office.phrase.start, "one"))
            .then_some((id, office.phrase.end))
    }

    /// "King X of Bahrain, the Deputy Prime Minister of Oman, Y": an office of another state is the next one's.
    fn is_of_another(&self, claim: &Claim, office: usize) -> bool {
        let state = |s: usize| self.segments.all[s].state();
        let Some(Owner::Segment(owner)) = self.offices.all[office].owner else { return false };
        let mine = claim.owner.and_then(state);
        mine.is_some() && state(owner).is_some() && mine != state(owner)
    }

    /// Whether the sentence of `at` is one of the first and ends without a stop, as headlines do.
    fn is_headline(&self, at: usize) -> bool {
        let sentence = self.a.sentence_of(at);
        let last = sentence.tokens.end.saturating_sub(1);
        self.a.tokens[at].sentence < 3 && !matches!(self.a.word(last), "." | ":" | "?" | "!" | "”" | "\"")
    }

    /// Whether an apposition may end before `at`: "X, Saudi foreign minister review ties" holds none.
    fn closes(&self, at: usize) -> bool {
        let sentence = self.a.sentence_of(at.saturating_sub(1)).tokens.end;
        at >= sentence
            || self.a.tokens[at].first_of_line
            || !self.a.word(at).starts_with(char::is_alphanumeric)
            || self.a.word(at).ends_with('s')
    }

    /// The office at `at`, unless another name follows it.
    pub(super) fn own_office(&self, at: usize) -> Option<usize> {
        let id = self.offices.starting_at(at)?;
        let office = &self.offices.all[id];
        let mut end = office.phrase.end;
        while let Some(next) = self.offices.starting_at(end + 1).filter(|_| is_mark(self.a, end, ",")) {
            end = self.offices.all[next].phrase.end;
        }
        let chained = end > office.phrase.end && !(self.marks.has(end, HONORIFIC) && is_capital(self.a, end));
        if chained {
            end = office.phrase.end;
        }
        while self.marks.has(end, HONORIFIC)
            && is_capital(self.a, end)
            && self.offices.starting_at(end).is_none()
        {
            end += 1;
        }
        let same_line =
            self.a.tokens.get(end).is_some_and(|t| !t.first_of_line || !self.a.tokens[at].first_of_line);
        (!(self.opens[end.min(self.opens.len() - 1)] && same_line)).then_some(id)
    }

    pub(super) fn is_break(&self, at: usize) -> bool {
        is_mark(self.a, at, "<")
    }

    pub(super) fn skip_markup(&self, at: usize) -> usize {
        if !self.is_break(at) {
            return at;
        }
        (at..(at + 5).min(self.a.tokens.len())).find(|&i| is_mark(self.a, i, ">")).map_or(at, |i| i + 1)
    }

    /// Whether the name fills a line of its own and `at` begins the next.
    pub(super) fn is_line(&self, claim: &Claim, at: usize) -> bool {
        self.a.tokens.get(at).is_some_and(|t| t.first_of_line)
            && self.a.tokens[claim.phrase.start].first_of_line
            && at <= claim.tokens.end + 4
    }
}
