//! What stands behind the head of an office: "of Foreign Affairs", "to the President", "of the Ethiopian armed forces".

use std::ops::Range;

use super::super::lexicon::{Category, titles};
use super::body::Named;
use super::marks::{self, BODY_HEAD, HEAD, HONORIFIC, MODIFIER, NOT_NAME, is_capital, is_mark};
use super::office::{Owner, Reader, Topic, extend, is_joint};
use crate::text::TokenKind;

impl Reader<'_, '_> {
    /// Complements behind the head: the role's pieces, the end of the phrase, the owner.
    pub(super) fn right(
        &self,
        head: &Range<usize>,
        limit: usize,
        owner: Option<Owner>,
    ) -> (Vec<Range<usize>>, usize, Option<Owner>) {
        let mut role = vec![head.clone()];
        let (mut end, mut owner) = (head.end, owner);
        if let Some(field) = self.field(head, limit) {
            extend(&mut role, end..field);
            end = field;
        }
        for _ in 0..5 {
            let word = self.a.word(end);
            let ambassador = word == "to";
            if end + 1 >= limit || !matches!(word, "of" | "for" | "to" | "on" | "at" | "from" | "in") {
                break;
            }
            let mut next = end + 1 + usize::from(matches!(self.a.word(end + 1), "the" | "The"));
            let adjective = self.marks.has(next, MODIFIER) && !is_capital(self.a, next);
            if adjective && self.segments.at(next + 1).is_some_and(|s| s.tokens.start == next + 1) {
                next += 1;
            }
            if let Some((tail, whose)) = self.owned(next, limit) {
                extend(&mut role, end..end + 1);
                role.push(tail.clone());
                (end, owner) = (tail.end, owner.or(Some(whose)));
                continue;
            }
            if let Some(id) = self.chamber(head, next) {
                extend(&mut role, end..self.segments.all[id].tokens.end);
                end = self.segments.all[id].tokens.end;
                continue;
            }
            let Some(id) = self.segments.id_at(next).filter(|&id| self.segments.all[id].tokens.start == next)
            else {
                if let Some(owned) = self.unlisted(head, end, next, limit).filter(|_| owner.is_none()) {
                    return owned.0.map_or((role.clone(), end, Some(owned.1)), |last| {
                        (role.clone(), last, Some(owned.1))
                    });
                }
                let topic = self.topic(next, limit);
                if topic.end == next || matches!(word, "at" | "from" | "in") {
                    break;
                }
                if let Some(holder) = topic.holder.filter(|_| next == end + 1) {
                    owner = owner.or(Some(Owner::Person(holder)));
                    break;
                }
                extend(&mut role, end..topic.end);
                end = topic.end;
                continue;
            };
            let segment = &self.segments.all[id];
            match segment.named {
                Named::Demonym(_)
                    if word == "for" && self.segments.at(segment.tokens.end).is_some_and(|s| s.is_body()) =>
                {
                    let body =
                        self.segments.at(segment.tokens.end).map_or(segment.tokens.end, |s| s.tokens.end);
                    owner = owner.or(Some(Owner::Segment(id)));
                    extend(&mut role, end..segment.tokens.start);
                    role.push(segment.tokens.end..body);
                    end = body;
                    continue;
                }
                Named::Demonym(_) if word == "for" || word == "to" => {
                    let topic = self.topic(segment.tokens.end, limit);
                    if topic.holder.is_some() {
                        owner = owner.or(Some(Owner::Segment(id)));
                        break;
                    }
                    extend(&mut role, end..topic.end);
                    end = topic.end;
                    continue;
                }
                Named::Demonym(_) => {
                    owner = owner.or(Some(Owner::Segment(id)));
                    let topic = self.topic(segment.tokens.end, limit);
                    if topic.holder.is_some() || topic.end == segment.tokens.end && topic.office {
                        break;
                    }
                    let tail = self.plain_tail(segment.tokens.end, topic.end, limit);
                    if tail > segment.tokens.end {
                        extend(&mut role, end..segment.tokens.start);
                        role.push(segment.tokens.end..tail);
                        end = tail;
                    } else {
                        end = segment.tokens.end;
                    }
                    continue;
                }
                Named::Region => {
                    let last = self.regions(segment.tokens.end, limit);
                    extend(&mut role, end..last);
                    end = last;
                    continue;
                }
                Named::State(_) | Named::Seat(_) if ambassador || word == "for" => {
                    if owner.is_none() && word == "for" {
                        extend(&mut role, end..segment.tokens.end);
                    }
                }
                Named::State(_) | Named::Place | Named::Seat(_)
                    if matches!(word, "in" | "at" | "to" | "on") =>
                {
                    if word == "in" && self.name_follows(segment.tokens.end, limit) {
                        end = segment.tokens.end;
                    }
                    break;
                }
                Named::Ministry if word == "of" && owner.is_none() => owner = Some(Owner::Segment(id)),
                Named::Ministry => {
                    extend(&mut role, end..segment.tokens.end);
                }
                _ if word == "on" => extend(&mut role, end..segment.tokens.end),
                _ => {
                    let known_state =
                        matches!(owner, Some(Owner::Segment(o)) if self.segments.all[o].state().is_some());
                    if !known_state {
                        owner = Some(Owner::Segment(id));
                    }
                }
            }
            end = segment.tokens.end;
        }
        if let Some(id) =
            self.segments.id_at(end).filter(|_| owner.is_none() && end < limit && end > head.end)
        {
            let segment = &self.segments.all[id];
            if segment.is_body()
                && segment.tokens.start == end
                && !self.a.tokens[end].first_of_line
                && segment.tokens.end <= limit
            {
                return (role, segment.tokens.end, Some(Owner::Segment(id)));
            }
        }
        (role, end, owner)
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

    /// "Latin America, the Caribbean and …", "Western Hemisphere Affairs".
    pub(super) fn regions(&self, from: usize, limit: usize) -> usize {
        let mut end = from;
        while end + 2 < limit {
            if self.is_topic(end) && is_capital(self.a, end) {
                end = self.topic(end, limit).end;
                continue;
            }
            let next = end + 1 + usize::from(self.a.is(end + 1, "the"));
            let joint = is_mark(self.a, end, ",") || is_joint(self.a, end) || self.a.is(end, "in");
            match self.segments.at(next).filter(|s| joint && s.tokens.start == next) {
                Some(s) if matches!(s.named, Named::Region | Named::Demonym(_)) => end = s.tokens.end,
                _ if self.a.is(end, "in") && self.is_topic(next) => end = next + 1,
                _ => break,
            }
        }
        end
    }

    /// "… armed forces", "… delegation" behind a nationality.
    pub(super) fn plain_tail(&self, from: usize, topic: usize, limit: usize) -> usize {
        let mut at = topic.max(from);
        while at < limit && !is_capital(self.a, at) && self.marks.has(at, BODY_HEAD | MODIFIER | HEAD) {
            at += 1;
        }
        at
    }

    /// Words of a portfolio from `from`: "Foreign Affairs", "Sustainability and the Environment", "the President".
    pub(super) fn topic(&self, from: usize, limit: usize) -> Topic {
        let mut at = from;
        let mut office = false;
        let limit = limit.min(from + 14);
        while at < limit {
            let segment = self.segments.at(at);
            if segment.is_some_and(|s| !matches!(s.named, Named::Region | Named::Ministry | Named::Unlisted))
            {
                if segment.is_some_and(|s| {
                    s.state().is_some() && at > from && s.tokens.end < limit && self.is_topic(s.tokens.end)
                }) && is_joint(self.a, at - 1)
                {
                    break;
                }
                if segment
                    .is_some_and(|s| matches!(s.named, Named::Demonym(_)) && self.is_topic(s.tokens.end))
                {
                    at += 1;
                    continue;
                }
                break;
            }
            let last = is_mark(self.a, at.saturating_sub(1), ",") && self.a.is(at, "and");
            if self.is_topic(at) || segment.is_some() || last && at > from {
                office |= self.marks.has(at, HEAD) && segment.is_none();
                at += 1;
            } else if at > from && self.joins(at, limit) {
                at += 1;
            } else {
                break;
            }
        }
        while at > from + 1 && (matches!(self.a.word(at - 1), "of" | "the" | "and" | "on" | "for" | "&")) {
            at -= 1;
        }
        let named = at < self.a.tokens.len()
            && (is_capital(self.a, at) || self.marks.has(at, HONORIFIC))
            && !self.a.tokens[at].first_of_line;
        Topic { end: at, holder: (office && named && at > from).then_some(at), office }
    }

    pub(super) fn is_topic(&self, at: usize) -> bool {
        let topic = self.marks.has(at, MODIFIER | BODY_HEAD | HEAD)
            || is_capital(self.a, at) && self.marks.has(at, NOT_NAME);
        topic
            && !self.marks.has(at, marks::RANK)
            && (!self.marks.has(at, HONORIFIC) || self.marks.has(at, HEAD | MODIFIER | BODY_HEAD))
            && !matches!(self.a.word(at), "and" | "And" | "The")
            && (!self.marks.has(at, marks::GIVEN | marks::SURNAME) || self.marks.has(at, MODIFIER))
    }

    pub(super) fn joins(&self, at: usize, limit: usize) -> bool {
        let comma = is_mark(self.a, at, ",") && self.a.is(at + 1, "and");
        let next = if self.a.is(at + 1, "the") || comma { at + 2 } else { at + 1 };
        let joint = comma
            || matches!(self.a.word(at), "and" | "&" | "of" | "the" | "on" | "for")
            || marks::is_hyphen(self.a, at);
        let listed = is_mark(self.a, at, ",")
            && (at + 2..limit.min(at + 6)).any(|i| self.a.is(i, "and"))
            && is_capital(self.a, next);
        let office = self.marks.has(next, HEAD) && (self.a.is(at, "and") || comma)
            || (next..limit.min(next + 3))
                .any(|i| self.marks.has(i, HEAD) && (next..i).all(|k| self.marks.has(k, MODIFIER)))
                && (comma || matches!(self.a.word(at), "and" | "&"));
        (joint || listed) && next < limit && self.is_topic(next) && !office
    }
}
