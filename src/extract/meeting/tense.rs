//! The tense of a verb of meetings, read from the words before it.
//!
//! English says "is to come" with many words (will, is due to, agreed to, a headline's bare "to"), and a coordinated verb
//! shares those of the verb before it. The words are data; here is only how they combine.

use super::super::Analysis;
use super::super::lexicon::meetings::{LeadTense, VerbClass, VerbForm};
use super::signs::{
    ADVERB, AGREEMENT, ASKS, DEMONYM, DETERMINER, INVITES, NEXT, PLACE, PROMISES, SEVERAL, Signs, WISHES,
    in_headline, is_any, is_capital,
};
use crate::text::TokenKind;

/// How far to the left a verb finds the words that it shares.
const REACH: usize = 60;

/// When a verb says that the act takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// To come.
    Future,
    /// "meets": to come, going on or over, as the time beside it tells.
    Present,
    /// "is visiting".
    Progressive,
    /// Over.
    Past,
    /// Only wished for, possible or ruled out.
    Wish,
    /// Invited to.
    Invited,
}

/// A verb with the words that give it its tense.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// Where the verb group begins.
    pub(super) start: usize,
    /// Its tense.
    pub(super) tense: Tense,
}

/// Reads tenses in one document.
pub(super) struct Tenses<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) signs: &'r Signs,
    /// For each token, whether an expression of time covers it.
    pub(super) timed: &'r [u32],
}

impl Tenses<'_, '_> {
    /// The tense of the verb at `verb`; `None` if it is no verb here.
    pub(super) fn read(&self, verb: usize, form: VerbForm) -> Option<Reading> {
        let first = self.a.sentence_of(verb).tokens.start;
        let left = self.skip_adverbs(verb, first);
        if let Some((start, lead)) = self.lead_at(left, first) {
            return Some(self.led(start, lead, form, left));
        }
        let before = left.checked_sub(1).filter(|b| *b >= first);
        match form {
            VerbForm::Past => self.past(verb, before, first),
            VerbForm::Ing => self.ing(verb, before, first),
            VerbForm::Base => self.base(verb, before, first),
            VerbForm::S => self.third_person(verb, before, first),
        }
    }

    fn lead_at(&self, at: usize, first: usize) -> Option<(usize, LeadTense)> {
        self.signs.lead_before(at).filter(|(start, _)| *start >= first)
    }

    /// The first token after the auxiliary, going left over adverbs and times.
    fn skip_adverbs(&self, verb: usize, first: usize) -> usize {
        let mut at = verb;
        while at > first && verb - at < 8 {
            let before = at - 1;
            let adverb = self.signs.has(before, ADVERB)
                || self.timed[before] != 0
                || self.a.word(before).ends_with("ly") && !is_capital(self.a, before);
            let comma = is_any(self.a, before, &[","]) && at < verb && self.aside(before, first);
            let led = self.lead_at(at, first).is_some();
            if led || !(adverb || comma) {
                break;
            }
            at = before;
        }
        at
    }

    /// "will, however, meet": the comma before an aside opens right after an auxiliary.
    fn aside(&self, comma: usize, first: usize) -> bool {
        comma > first && self.lead_at(comma, first).is_some()
    }

    fn led(&self, start: usize, lead: LeadTense, form: VerbForm, left: usize) -> Reading {
        let tense = match (lead, form) {
            (LeadTense::Future, VerbForm::Base | VerbForm::Ing | VerbForm::Past) => Tense::Future,
            (LeadTense::Wish, _) => Tense::Wish,
            (LeadTense::Past | LeadTense::Perfect, _) => Tense::Past,
            (LeadTense::Future, VerbForm::S) => Tense::Present,
        };
        let past_intent = is_any(self.a, start, &["had", "was", "were"]) && tense == Tense::Future;
        let _ = (past_intent, left);
        Reading { start, tense }
    }

    /// "held", "was held", "will be held", "is held".
    fn past(&self, verb: usize, before: Option<usize>, first: usize) -> Option<Reading> {
        let Some(before) = before else { return Some(Reading { start: verb, tense: Tense::Past }) };
        if self.a.is(before, "be") {
            let at = self.skip_adverbs(before, first);
            if let Some((start, lead)) = self.lead_at(at, first) {
                return Some(self.led(start, lead, VerbForm::Base, at));
            }
            if at > first && self.a.is(at - 1, "to") {
                return Some(Reading { start: at - 1, tense: self.infinitive(at - 1, first) });
            }
        }
        let tense =
            if is_any(self.a, before, &["is", "are", "being"]) { Tense::Present } else { Tense::Past };
        let attributive = self.signs.has(before, DETERMINER) && tense == Tense::Past;
        (!attributive)
            .then_some(Reading { start: if tense == Tense::Present { before } else { verb }, tense })
    }

    fn ing(&self, verb: usize, before: Option<usize>, first: usize) -> Option<Reading> {
        let before = before?;
        if self.a.is(before, "be") {
            let at = self.skip_adverbs(before, first);
            let (start, lead) = self.lead_at(at, first)?;
            return Some(self.led(start, lead, VerbForm::Base, at));
        }
        if is_any(self.a, before, &["is", "are", "am"])
            && self.a.tokens[before].kind != TokenKind::Punctuation
        {
            return Some(Reading { start: before, tense: Tense::Progressive });
        }
        if is_any(self.a, before, &["was", "were", "been"]) {
            return Some(Reading { start: before, tense: Tense::Past });
        }
        let gerund = is_any(
            self.a,
            before,
            &["before", "after", "by", "while", ",", "and", "when", "on", "upon", "of", "for", "to", "then"],
        );
        let object = self.a.tokens.get(verb + 1).is_some_and(|t| t.kind == TokenKind::Word);
        let over = is_any(self.a, before, &["after", "upon", "having", "since"]);
        let tense = || if over { Tense::Past } else { self.shared(verb, first) };
        (gerund && object).then(|| Reading { start: verb, tense: tense() })
    }

    fn base(&self, verb: usize, before: Option<usize>, first: usize) -> Option<Reading> {
        let before = before?;
        if self.a.is(before, "to") {
            return Some(Reading { start: before, tense: self.infinitive(before, first) });
        }
        if is_any(self.a, before, &["and", ",", "or", ";", "—", "–", "&", "as"]) {
            let tense = self.led_before(verb, first)?;
            return Some(Reading { start: verb, tense });
        }
        let word = self.a.word(before);
        let plural = word.ends_with('s') && !word.ends_with("ss") || self.signs.has(before, SEVERAL);
        let noun = self.signs.has(before, DETERMINER | DEMONYM | NEXT)
            || self.a.tokens[before].kind != TokenKind::Word
            || is_any(self.a, before, &["'s", "’s", "his", "its", "this", "as", "us"]);
        (plural || in_headline(self.a, verb) && is_capital(self.a, before))
            .then(|| Reading { start: verb, tense: self.subjunctive(verb, first) })
            .filter(|_| !noun)
    }

    /// "proposed that all parties meet": wished for only.
    fn subjunctive(&self, verb: usize, first: usize) -> Tense {
        let from = verb.saturating_sub(10).max(first);
        let wished = (from..verb).any(|i| self.signs.has(i, WISHES));
        if wished { Tense::Wish } else { Tense::Present }
    }

    fn third_person(&self, verb: usize, before: Option<usize>, first: usize) -> Option<Reading> {
        let before = before?;
        let noun = self.signs.has(before, DETERMINER | DEMONYM | NEXT)
            || self.a.tokens[before].kind == TokenKind::Possessive
            || is_any(
                self.a,
                before,
                &["of", "for", "in", "on", "with", "from", "by", "official", "state", "during"],
            );
        let tense = match self.is_timed_clause(verb, first) {
            true => Tense::Future,
            false if self.is_news(verb) => Tense::Past,
            false => Tense::Present,
        };
        (!noun).then_some(Reading { start: verb, tense })
    }

    /// "Duarte holds talks with Rojas" as a headline without a day: it has happened.
    fn is_news(&self, verb: usize) -> bool {
        let held = self.signs.verb_at(verb).is_some_and(|v| {
            matches!(
                v.what.class,
                VerbClass::Contact | VerbClass::Hold | VerbClass::Host | VerbClass::Receive | VerbClass::See
            )
        });
        held && in_headline(self.a, verb)
            && self.a.sentence_of(verb).tokens.clone().all(|i| self.timed[i] == 0)
    }

    /// "will brief the party before he flies to Paris": the present of a clause of time under a verb to come.
    fn is_timed_clause(&self, verb: usize, first: usize) -> bool {
        let near = verb.saturating_sub(8).max(first)..verb;
        let Some(opener) = near.rev().find(|&i| is_any(self.a, i, &["before", "when", "after", "until"]))
        else {
            return false;
        };
        let lead = |i: usize| self.lead_at(i, first).is_some_and(|(_, lead)| lead == LeadTense::Future);
        let behind = || {
            let end = self.a.sentence_of(verb).tokens.end;
            (verb + 1..end.min(verb + 30)).any(lead)
        };
        (opener.saturating_sub(REACH).max(first)..=opener).any(lead) || opener == first && behind()
    }

    /// A bare "to": asked for, announced by a headline, or a purpose that shares the tense of its clause.
    fn infinitive(&self, to: usize, first: usize) -> Tense {
        let from = to.saturating_sub(16).max(first);
        for at in (from..to).rev() {
            if self.signs.has(at, INVITES) {
                return Tense::Invited;
            }
            // "won agreement from both sides to attend"
            if self.signs.has(at, AGREEMENT) {
                return Tense::Future;
            }
            let purpose = is_any(self.a, at, &["order"]) && at > first && is_any(self.a, at - 1, &["in"]);
            if self.signs.has(at, ASKS) && !purpose {
                return Tense::Wish;
            }
            if self.signs.has(at, PROMISES) && (at + 1..to).all(|i| self.is_aside(i)) {
                return Tense::Future;
            }
            let verb = self.signs.verb_at(at).is_some_and(|v| v.what.form != VerbForm::Base);
            if self.lead_at(at, first).is_some() || verb || is_any(self.a, at, &[";", ":"]) {
                break;
            }
        }
        if in_headline(self.a, to) && !(first..to).any(|i| self.lead_at(i, first).is_some()) {
            return Tense::Future;
        }
        if self.is_title_like(to, first) {
            return Tense::Future;
        }
        self.shared(to, first)
    }

    /// "Novak to visit Oslo on Friday": a sentence that has no verb but its infinitive.
    fn is_title_like(&self, to: usize, first: usize) -> bool {
        to > first
            && to - first <= 12
            && is_capital(self.a, first)
            && is_capital(self.a, to - 1)
            && (first..to).all(|i| {
                self.signs.verb_at(i).is_none()
                    && self.lead_at(i + 1, first).is_none()
                    && !self.a.word(i).ends_with("ed")
                    && !is_any(self.a, i, &["is", "are", "was", "were", "has", "have", "had", ",", "said"])
            })
    }

    /// "agreed here on Friday to open": times, "here" and the like between a verb and its "to".
    fn is_aside(&self, at: usize) -> bool {
        self.timed[at] != 0
            || self.signs.has(at, ADVERB | PLACE)
            || is_any(self.a, at, &["here", "on", "in", ",", "at"])
    }

    /// The tense of the nearest verb or lead to the left.
    fn shared(&self, at: usize, first: usize) -> Tense {
        for index in (at.saturating_sub(REACH).max(first)..at).rev() {
            if let Some((_, lead)) = self.lead_at(index + 1, first) {
                return match lead {
                    LeadTense::Future => Tense::Future,
                    LeadTense::Wish => Tense::Wish,
                    LeadTense::Past | LeadTense::Perfect => Tense::Past,
                };
            }
            if let Some(verb) = self.signs.verb_at(index)
                && matches!(verb.what.form, VerbForm::Past | VerbForm::S)
            {
                let past = verb.what.form == VerbForm::Past;
                return if past { Tense::Past } else { Tense::Present };
            }
            if is_any(self.a, index, &["is", "are"]) {
                return Tense::Present;
            }
            let word = self.a.word(index);
            if word.len() > 4 && word.ends_with("ed") && !is_capital(self.a, index) {
                return Tense::Past;
            }
        }
        Tense::Present
    }

    /// The tense of the nearest lead to the left, for "and meet".
    fn led_before(&self, verb: usize, first: usize) -> Option<Tense> {
        (verb.saturating_sub(REACH).max(first)..verb).rev().find_map(|at| {
            if let Some((_, lead)) = self.lead_at(at, first) {
                return match lead {
                    LeadTense::Future => Some(Tense::Future),
                    LeadTense::Wish => Some(Tense::Wish),
                    LeadTense::Past | LeadTense::Perfect => None,
                };
            }
            (at > first && self.a.is(at - 1, "to")).then(|| self.infinitive(at - 1, first))
        })
    }
}
