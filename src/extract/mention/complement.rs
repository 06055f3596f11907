//! Complements of an office, one after the other: "of Japan's navy", "for African Affairs", "to the President".
//!
//! Each begins with a preposition and either adds words to the role, says whose the office is, or ends it.

use std::ops::Range;

use super::super::lexicon::{Category, titles};
use super::body::Named;
use super::marks::{self, BODY_HEAD, HEAD, HONORIFIC, MODIFIER, NOT_NAME, is_capital, is_mark};
use super::office::{Owner, Reader, extend};
use crate::text::TokenKind;

/// An office as far as it has been read to the right.
pub(super) struct Right {
    /// The role's pieces.
    pub(super) role: Vec<Range<usize>>,
    /// The end of the phrase.
    pub(super) end: usize,
    pub(super) owner: Option<Owner>,
}

impl Right {
    /// The words up to `end` belong to the role.
    fn extend(&mut self, end: usize) {
        extend(&mut self.role, self.end..end);
        self.end = end;
    }

    /// Words up to `kept` belong to the role, then those of `tail`; what is between names the owner.
    fn skip(&mut self, kept: usize, tail: Range<usize>, owner: Owner) {
        extend(&mut self.role, self.end..kept);
        self.end = tail.end;
        self.role.push(tail);
        self.owner = self.owner.or(Some(owner));
    }
}

impl Reader<'_, '_> {
    /// Complements behind the head.
    pub(super) fn right(&self, head: &Range<usize>, limit: usize, owner: Option<Owner>) -> Right {
        let mut right = Right { role: vec![head.clone()], end: head.end, owner };
        if let Some(field) = self.field(head, limit) {
            right.extend(field);
        }
        for _ in 0..5 {
            if !self.complement(head, limit, &mut right) {
                break;
            }
        }
        if let Some(id) = self.segments.id_at(right.end) {
            let segment = &self.segments.all[id];
            let open = right.owner.is_none() && right.end < limit && right.end > head.end;
            if open
                && segment.is_body()
                && segment.tokens.start == right.end
                && !self.a.tokens[right.end].first_of_line
                && segment.tokens.end <= limit
            {
                right.end = segment.tokens.end;
                right.owner = Some(Owner::Segment(id));
            }
        }
        right
    }

    /// One complement; whether another may follow.
    fn complement(&self, head: &Range<usize>, limit: usize, right: &mut Right) -> bool {
        let word = self.a.word(right.end);
        if right.end + 1 >= limit || !matches!(word, "of" | "for" | "to" | "on" | "at" | "from" | "in") {
            return false;
        }
        let mut next = right.end + 1 + usize::from(matches!(self.a.word(right.end + 1), "the" | "The"));
        let adjective = self.marks.has(next, MODIFIER) && !is_capital(self.a, next);
        if adjective && self.segments.at(next + 1).is_some_and(|s| s.tokens.start == next + 1) {
            next += 1;
        }
        if let Some((tail, whose)) = self.owned(next, limit) {
            right.skip(right.end + 1, tail, whose);
            return true;
        }
        if let Some(id) = self.chamber(head, next) {
            right.extend(self.segments.all[id].tokens.end);
            return true;
        }
        match self.segments.id_at(next).filter(|&id| self.segments.all[id].tokens.start == next) {
            Some(id) => self.named_complement(id, limit, right),
            None => self.plain_complement(head, next, limit, right),
        }
    }

    /// A complement that begins with no segment: a portfolio, a person, a name that no lexicon holds.
    fn plain_complement(&self, head: &Range<usize>, next: usize, limit: usize, right: &mut Right) -> bool {
        if let Some((last, owner)) =
            self.unlisted(head, right.end, next, limit).filter(|_| right.owner.is_none())
        {
            right.end = last.unwrap_or(right.end);
            right.owner = Some(owner);
            return false;
        }
        let topic = self.topic(next, limit);
        if topic.end == next || matches!(self.a.word(right.end), "at" | "from" | "in") {
            return false;
        }
        if let Some(holder) = topic.holder.filter(|_| next == right.end + 1) {
            right.owner = right.owner.or(Some(Owner::Person(holder)));
            return false;
        }
        right.extend(topic.end);
        true
    }

    /// A complement that begins with a state, body or place.
    fn named_complement(&self, id: usize, limit: usize, right: &mut Right) -> bool {
        let segment = &self.segments.all[id];
        let (word, last) = (self.a.word(right.end), segment.tokens.end);
        match segment.named {
            Named::Demonym(_) => return self.nationality(id, limit, right),
            Named::Region => {
                right.extend(self.regions(last, limit));
                return true;
            }
            Named::State(_) | Named::Seat(_) if matches!(word, "to" | "for") => {
                if right.owner.is_none() && word == "for" {
                    right.extend(last);
                }
            }
            Named::State(_) | Named::Place | Named::Seat(_) if matches!(word, "in" | "at" | "to" | "on") => {
                if word == "in" && self.name_follows(last, limit) {
                    right.end = last;
                }
                return false;
            }
            Named::Ministry if word == "of" && right.owner.is_none() && self.is_spelt_out(id) => {
                right.owner = Some(Owner::Segment(id));
            }
            Named::Ministry => right.extend(last),
            _ if word == "on" => right.extend(last),
            _ if self.is_of_state(right.owner) => {}
            _ => right.owner = Some(Owner::Segment(id)),
        }
        right.end = last;
        true
    }

    /// "Ministry of External Affairs", not "Treasury" or "Office of the President", which are part of the office.
    fn is_spelt_out(&self, id: usize) -> bool {
        let first = self.segments.all[id].tokens.start;
        ["ministry", "department"].iter().any(|w| self.a.is(first, w)) && self.a.is(first + 1, "of")
    }

    fn is_of_state(&self, owner: Option<Owner>) -> bool {
        matches!(owner, Some(Owner::Segment(o)) if self.segments.all[o].state().is_some())
    }

    /// "of the Ethiopian armed forces", "for the German Foreign Office", "to the Afghan peace process".
    fn nationality(&self, id: usize, limit: usize, right: &mut Right) -> bool {
        let Range { start, end: last } = self.segments.all[id].tokens;
        let body = self.segments.at(last).filter(|s| s.is_body() && s.tokens.start == last);
        let topic = self.topic(last, limit);
        let word = self.a.word(right.end);
        if let Some(body) = body.filter(|_| word == "for") {
            right.skip(start, body.tokens.clone(), Owner::Segment(id));
            return true;
        }
        if matches!(word, "for" | "to") {
            if topic.holder.is_some() {
                right.owner = right.owner.or(Some(Owner::Segment(id)));
                return false;
            }
            right.extend(topic.end);
            return true;
        }
        right.owner = right.owner.or(Some(Owner::Segment(id)));
        if topic.holder.is_some() || topic.end == last && topic.office {
            return false;
        }
        let tail = self.plain_tail(last, topic.end, limit);
        if tail > last {
            right.skip(start, last..tail, Owner::Segment(id));
        } else {
            right.end = last;
        }
        true
    }

    /// Whether a name, or the mark that parts it from the office, stands at `at`: "high commissioner in Male, Mr X".
    fn name_follows(&self, at: usize, limit: usize) -> bool {
        let mark = is_mark(self.a, at, ",") || is_mark(self.a, at, "(") && self.marks.has(at + 1, HONORIFIC);
        let name =
            is_capital(self.a, at) && !self.a.tokens[at].first_of_line && self.segments.at(at).is_none();
        at < limit && (mark || name)
    }

    /// "of Japan's Maritime Self-Defense Force", "of the bank's research department": the thing, and whose it is.
    fn owned(&self, next: usize, limit: usize) -> Option<(Range<usize>, Owner)> {
        let (after, whose) = match self.segments.id_at(next) {
            Some(id) if self.segments.all[id].tokens.start == next => {
                (self.segments.all[id].tokens.end, Owner::Segment(id))
            }
            Some(_) => return None,
            None if self.marks.has(next, BODY_HEAD) && !is_capital(self.a, next) => {
                (next + 1, Owner::Body(next))
            }
            None => return None,
        };
        if after + 1 >= limit || !marks::is_possessive(self.a, after) {
            return None;
        }
        let first = after + 1;
        let end = match self.segments.at(first).filter(|s| s.tokens.start == first && s.is_body()) {
            Some(segment) => segment.tokens.end,
            None => self.plain_tail(first, self.topic(first, limit).end, limit),
        };
        (end > first).then_some((first..end, whose))
    }

    /// "professor of Chinese studies": where the field of a scholar ends.
    fn field(&self, head: &Range<usize>, limit: usize) -> Option<usize> {
        let calling = self
            .a
            .longest(head.start, Category::RoleHead)
            .is_some_and(|h| h.entry.row == titles::head::ANALYST);
        if !calling || !matches!(self.a.word(head.end), "of" | "in" | "on") {
            return None;
        }
        let from = head.end + 1;
        let first =
            from + usize::from(self.segments.at(from).is_some_and(|s| matches!(s.named, Named::Demonym(_))));
        let small = |i: usize| {
            let token = &self.a.tokens[i];
            token.kind == TokenKind::Word
                && !token.is_capitalised()
                && !matches!(self.a.word(i), "at" | "the" | "with" | "from")
        };
        let end = (first..limit.min(first + 4)).find(|&i| !small(i)).unwrap_or(limit.min(first + 4));
        (end > first).then_some(end)
    }

    /// A parliament that belongs to the wording of the office: "Speaker of the Council of Representatives".
    fn chamber(&self, head: &Range<usize>, next: usize) -> Option<usize> {
        let first = self.a.word(head.end - 1);
        let heads = ["speaker", "member", "members", "leader", "opposition", "whip", "clerk"];
        let id = self.segments.id_at(next)?;
        let segment = &self.segments.all[id];
        (segment.tokens.start == next
            && self.is_house(segment)
            && heads.iter().any(|w| first.eq_ignore_ascii_case(w)))
        .then_some(id)
    }

    /// "a special adviser to Shultz", "an economist at Foyle Insight": an owner that is no segment, and where it ends if
    /// it is no person.
    fn unlisted(
        &self,
        head: &Range<usize>,
        at: usize,
        next: usize,
        limit: usize,
    ) -> Option<(Option<usize>, Owner)> {
        if !is_capital(self.a, next)
            || self.marks.has(next, MODIFIER | HEAD | BODY_HEAD | HONORIFIC | NOT_NAME)
        {
            return None;
        }
        let word = self.a.word(at);
        let serves =
            ["adviser", "advisor", "aide", "assistant", "deputy", "spokesman", "spokeswoman", "spokesperson"];
        if matches!(word, "to" | "for") && serves.iter().any(|w| self.a.is(head.end - 1, w)) {
            return Some((None, Owner::Person(next)));
        }
        let calling = self
            .a
            .longest(head.start, Category::RoleHead)
            .is_some_and(|h| h.entry.row == titles::head::ANALYST);
        let linked =
            |i: usize| matches!(self.a.word(i), "of" | "for" | "and" | "&") && is_capital(self.a, i + 1);
        let end =
            (next..limit.min(next + 8)).find(|&i| !is_capital(self.a, i) && !linked(i)).unwrap_or(limit);
        (calling && matches!(word, "at" | "with") && end > next)
            .then_some((Some(end), Owner::Words(next, end)))
    }
}
