//! Which expression of time belongs to a mention.
//!
//! A time belongs to the nearest mention before it in its clause; one that opens the sentence belongs to all that have
//! none of their own. Times that say when something else was (agreed, signed) are left alone.

use std::ops::Range;

use jiff::civil::Date;

use super::super::{Analysis, TimeExpression, TimeKind};
use super::signs::{FIXED, STOP, Signs, is_any};
use super::tense::Tense;
use crate::text::TokenKind;

/// The times of one document by token.
pub(super) struct Moments<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) signs: &'r Signs,
    pub(super) times: &'r [TimeExpression],
    /// For each token, the number of the time that covers it, counted from 1; 0 for none.
    pub(super) timed: &'r [u32],
    /// The document's date.
    pub(super) date: Option<Date>,
}

/// The number of the time that covers each token, counted from 1.
pub(super) fn by_token(a: &Analysis, times: &[TimeExpression]) -> Vec<u32> {
    let mut out = vec![0; a.tokens.len() + 1];
    for (index, time) in times.iter().enumerate() {
        let tokens = a.tokens_in(time.span);
        out[tokens].fill(index as u32 + 1);
    }
    out
}

impl Moments<'_, '_> {
    /// The time that covers the token at `index`.
    pub(super) fn id_at(&self, index: usize) -> Option<usize> {
        (self.timed.get(index).copied().unwrap_or(0) as usize).checked_sub(1)
    }

    /// The first time within `tokens` that can be that of a mention of `tense`, which ends at `end`.
    pub(super) fn after(&self, end: usize, tokens: Range<usize>, tense: Option<Tense>) -> Option<usize> {
        let mut at = tokens.start;
        while at < tokens.end {
            if let Some(id) = self.id_at(at) {
                let span = self.a.tokens_in(self.times[id].span);
                if self.is_day(id) && self.fits(id, tense) && !self.attributive(&span, tokens.start) {
                    return Some(id);
                }
                at = span.end.max(at + 1);
                continue;
            }
            if at > end && self.turns(at) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The time that opens the sentence or clause before `at`: "On June 17, …".
    pub(super) fn opening(&self, clause: Range<usize>, tense: Option<Tense>) -> Option<usize> {
        let first = clause.start
            + usize::from(is_any(self.a, clause.start, &["and", "then", "but", "later", "-", "—", "–"]));
        let first = self.over_place(first, clause.end);
        (first..clause.end.min(first + 5)).find_map(|at| {
            let id = self.id_at(at)?;
            let span = self.a.tokens_in(self.times[id].span);
            let led = (first..span.start).all(|i| {
                is_any(
                    self.a,
                    i,
                    &[
                        "on",
                        "in",
                        "at",
                        "from",
                        "between",
                        "during",
                        "later",
                        "early",
                        "the",
                        "beginning",
                        "starting",
                        "earlier",
                    ],
                ) || self.timed[i] != 0
            });
            (led && self.is_day(id) && self.fits(id, tense)).then_some(id)
        })
    }

    /// "In Baghdad on November 22": the time behind a place that opens the clause.
    fn over_place(&self, first: usize, end: usize) -> usize {
        let named = is_any(self.a, first, &["in", "at"]).then(|| self.signs.place_end(first + 1)).flatten();
        let behind = named.map(|e| e + usize::from(self.a.is(e, ",")));
        behind
            .filter(|e| {
                *e < end && (self.id_at(*e).is_some() || self.a.is(*e, "on") && self.id_at(*e + 1).is_some())
            })
            .unwrap_or(first)
    }

    /// A time within the words of the mention itself.
    pub(super) fn within(&self, tokens: Range<usize>, tense: Option<Tense>) -> Option<usize> {
        tokens.filter_map(|i| self.id_at(i)).find(|&id| self.is_day(id) && self.fits(id, tense))
    }

    fn is_day(&self, id: usize) -> bool {
        matches!(self.times[id].kind, TimeKind::Date | TimeKind::Time)
            && !matches!(self.times[id].value.as_str(), "PRESENT_REF" | "PAST_REF")
    }

    /// Whether the time can be that of a mention of `tense`, seen from the document's date.
    pub(super) fn fits(&self, id: usize, tense: Option<Tense>) -> bool {
        let (Some(date), time) = (self.date, &self.times[id]) else { return true };
        match tense {
            Some(Tense::Future) => time.end.or(time.start).is_none_or(|end| end >= date),
            Some(Tense::Past) => time.start.is_none_or(|start| start <= date),
            _ => true,
        }
    }

    /// Whether the time is wholly after the document's date.
    pub(super) fn is_to_come(&self, id: usize) -> bool {
        let time = &self.times[id];
        match (self.date, time.start) {
            (Some(date), Some(start)) => start > date,
            (_, None) => {
                let words = time.span.of(&self.a.document.text).to_ascii_lowercase();
                ["next ", "tomorrow", "coming ", "the coming ", "later "].iter().any(|w| words.starts_with(w))
            }
            (None, Some(_)) => false,
        }
    }

    /// "later today", "this evening" of the document's own day, or wholly after it.
    pub(super) fn is_later(&self, id: usize) -> bool {
        let time = &self.times[id];
        let words = time.span.of(&self.a.document.text).to_ascii_lowercase();
        let tokens = self.a.tokens_in(time.span);
        let led = tokens.start > 0 && is_any(self.a, tokens.start - 1, &["later"])
            || tokens.start > 1 && is_any(self.a, tokens.start - 2, &["later"]);
        let today = self.date.is_some() && time.start == self.date;
        let later = led || ["later", "evening", "tonight"].iter().any(|w| words.contains(w));
        self.is_to_come(id) || today && later
    }

    /// Whether the time is the document's own day.
    pub(super) fn is_today(&self, id: usize) -> bool {
        let time = &self.times[id];
        let day = time.kind == TimeKind::Date && !time.value.contains('T');
        day && self.date.is_some() && time.start == self.date && time.end == self.date
    }

    /// "receives the premier on May 15, 2024" in a text of that day: a day with its year, as captions have it.
    pub(super) fn is_caption(&self, id: usize) -> bool {
        let words = self.times[id].span.of(&self.a.document.text);
        words.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4)
    }

    /// Whether the time is wholly before the document's date.
    pub(super) fn is_over(&self, id: usize) -> bool {
        self.date.zip(self.times[id].end).is_some_and(|(date, end)| end < date)
    }

    /// "the 2015 agreement", "since 2014": the time says something of another noun.
    fn attributive(&self, span: &Range<usize>, from: usize) -> bool {
        if span.end < self.a.tokens.len()
            && self.a.tokens[span.end].sentence == self.a.tokens[span.start].sentence
        {
            let next = &self.a.tokens[span.end];
            let possessive = next.kind == TokenKind::Possessive;
            let noun = next.kind == TokenKind::Word
                && !self.signs.has(span.end, STOP)
                && !self.a.word(span.end).ends_with("ing")
                && self.signs.verb_at(span.end).is_none()
                && span.start > from
                && (is_any(self.a, span.start - 1, &["the", "a", "of", "its", "their", "his", "her"]));
            if possessive || noun {
                return true;
            }
        }
        let week = span.start > from + 1
            && is_any(
                self.a,
                span.start - 2,
                &["week", "days", "weekend", "month", "morning", "evening", "afternoon"],
            );
        span.start > from && is_any(self.a, span.start - 1, &["since", "of", "until"]) && !week
    }

    /// Words after which a time belongs to something else.
    fn turns(&self, at: usize) -> bool {
        if is_any(
            self.a,
            at,
            &[
                ";",
                "that",
                "which",
                "who",
                "whose",
                "after",
                "since",
                "following",
                "where",
                "because",
                "although",
                "while",
                "as",
                "adopted",
                "under",
                "said",
                "says",
                "announced",
                "told",
                "reported",
                "added",
                "according",
                "confirmed",
            ],
        ) {
            return true;
        }
        if is_any(self.a, at, &["before"]) && self.a.word(at + 1).ends_with("ing") {
            return true;
        }
        if is_any(self.a, at, &["first", "only"])
            && is_any(self.a, at - 1, &["the", "his", "her", "their", "its"])
        {
            return true;
        }
        let word = self.a.word(at);
        let past = word.len() > 4 && word.ends_with("ed") && self.a.tokens[at].kind == TokenKind::Word;
        past && !self.signs.has(at, FIXED)
            && self.signs.verb_at(at).is_none()
            && !self.a.tokens[at].is_capitalised()
            && !is_any(self.a, at, &["united", "based", "led", "expanded", "proposed", "armed", "related"])
    }
}
