//! Portfolios: "Foreign Affairs", "Sustainability and the Environment", "Latin America and the Caribbean".

use super::body::Named;
use super::marks::{self, BODY_HEAD, HEAD, HONORIFIC, MODIFIER, NOT_NAME, is_capital, is_mark};
use super::office::{Reader, Topic, is_joint};

impl Reader<'_, '_> {
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
