//! Noun phrases whose head is a noun of meetings: where they begin and end, and what their words say.

use std::ops::Range;

use super::super::Analysis;
use super::super::entities::{Entities, EntityKind, Form};
use super::super::lexicon::meetings::{MeetingNoun, NounClass, VerbClass, VerbForm};
use super::signs::{
    DETERMINER, FIXED, NEXT, OTHER_SENSE, PREVIOUS, REGULAR, SITS_IN, STOP, Signs, is_any, is_capital,
};
use crate::text::TokenKind;

/// How many words may stand before the head.
const LONGEST: usize = 14;

/// A noun phrase that names a meeting.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// From the determiner to the last modifier behind the head.
    pub(super) tokens: Range<usize>,
    /// The head's tokens.
    pub(super) head: Range<usize>,
    /// What its noun is.
    pub(super) noun: MeetingNoun,
    /// "the", "this", a possessor: what is spoken of is known.
    pub(super) definite: bool,
    /// "a", "another".
    pub(super) indefinite: bool,
    /// "this", "these", "such", "that".
    pub(super) demonstrative: bool,
    /// "another", "a further", "a second": not the one spoken of.
    pub(super) fresh: bool,
    /// Says that the meeting is to come.
    pub(super) next: bool,
    /// Says that it is over.
    pub(super) previous: bool,
    /// Not counted or regular.
    pub(super) regular: bool,
    /// Several meetings.
    pub(super) plural: bool,
    /// "the third", "10th".
    pub(super) ordinal: Option<String>,
    /// Whether a name with capitals stands before the head.
    pub(super) titled: bool,
    /// "on the sidelines of" stands before it.
    pub(super) beside: bool,
    /// Whether words besides determiners stand before the head.
    pub(super) modified: bool,
}

/// Reads noun phrases in one document.
pub(super) struct Nouns<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) signs: &'r Signs,
    pub(super) entities: &'r Entities,
    /// For each token, the number of the time that covers it.
    pub(super) timed: &'r [u32],
}

impl Nouns<'_, '_> {
    /// The phrase whose head begins at `head`.
    pub(super) fn read(&self, head: usize) -> Option<Phrase> {
        let over = self.signs.noun(head)?;
        if over.what.named && !is_capital(self.a, head) {
            return None;
        }
        let sentence = self.a.sentence_of(head).tokens.clone();
        let end = over.end;
        // The longest head wins: "peace talks" at "peace", "talks" is inside it.
        let start = self.left(head, sentence.start);
        if over.what.named && !self.is_named(start, head)
            || self.is_other(start, head, end, over.what, &sentence)
        {
            return None;
        }
        let stop = self.right(end, sentence.end, over.what);
        Some(self.describe(start..stop, head..end, over.what))
    }

    /// "take part in the General Affairs Council", "the 16th Consultation Mechanism": the word of a body with a name and
    /// somebody who attends, or a number of its own and a clause that says that it is held.
    fn is_named(&self, start: usize, head: usize) -> bool {
        let titled = (start..head).any(|i| is_capital(self.a, i) && !self.signs.has(i, DETERMINER));
        if !is_capital(self.a, head) || !titled {
            return false;
        }
        let numbered = (start..head).any(|i| super::describe::ordinal(self.a.word(i)).is_some());
        let from = start.saturating_sub(4).max(self.a.sentence_of(start).tokens.start);
        let verb = (from..start).rev().find_map(|i| self.signs.verb_at(i).filter(|v| v.end <= start));
        let attended = verb.is_some_and(|v| v.what.class == VerbClass::Attend)
            && (from..start).any(|i| self.signs.has(i, SITS_IN) && !is_capital(self.a, i));
        let held = || verb.is_some_and(|v| matches!(v.what.class, VerbClass::Hold | VerbClass::Host));
        attended || numbered && held()
    }

    fn left(&self, head: usize, first: usize) -> usize {
        let mut at = head;
        while at > first && head - at < LONGEST {
            let before = at - 1;
            let token = &self.a.tokens[before];
            if is_any(self.a, before, &["more"]) && before > first && is_any(self.a, before - 1, &["one"]) {
                return before - 1;
            }
            if self.signs.has(before, DETERMINER) {
                let counted = is_any(self.a, before, &["such"])
                    && before > first
                    && (super::describe::ordinal(self.a.word(before - 1)).is_some()
                        || is_any(self.a, before - 1, &["one", "previous", "next"]));
                if counted {
                    at = before;
                    continue;
                }
                return before;
            }
            let joins = match token.kind {
                TokenKind::Word => !self.ends(before, at, first),
                TokenKind::Number | TokenKind::Possessive => true,
                TokenKind::Punctuation => {
                    is_any(self.a, before, &["-", "–", "‐", "’", "'", "+", "/"])
                        && (token.glued || self.tight(at))
                        || self.apostrophe(before)
                        || self.quoted(before, first)
                }
            };
            if !(joins || self.conjunction(before, head, first)) {
                break;
            }
            at = before;
        }
        while at < head && !matches!(self.a.tokens[at].kind, TokenKind::Word | TokenKind::Number) {
            at += 1;
        }
        if is_any(self.a, at, &["and"]) { at + 1 } else { at }
    }

    /// "the first “2+2” dialogue": the quotation marks round a word of the name.
    fn quoted(&self, mark: usize, first: usize) -> bool {
        const MARKS: &[&str] = &["\"", "“", "”", "‘", "’"];
        let near = first.max(mark.saturating_sub(5))..mark;
        is_any(self.a, mark, MARKS)
            && (near.into_iter().rev().any(|i| is_any(self.a, i, MARKS))
                || self.signs.noun(mark + 1).is_some())
    }

    fn tight(&self, at: usize) -> bool {
        self.a.tokens.get(at).is_some_and(|t| t.glued)
    }

    pub(super) fn apostrophe(&self, at: usize) -> bool {
        is_any(self.a, at, &["’", "'"]) && self.a.tokens[at].glued
    }

    /// Whether the word at `at` ends the phrase to the left.
    fn ends(&self, at: usize, next: usize, first: usize) -> bool {
        if self.signs.has(at, STOP) && !self.signs.has(at, NEXT | PREVIOUS) {
            // "two-plus-two": a link of a hyphenated word ends nothing.
            let linked = self.a.tokens[at].glued || is_capital(self.a, at);
            return !(linked && at > first && self.tight(next));
        }
        if self.signs.has(at, NEXT | PREVIOUS | REGULAR) {
            return false;
        }
        let Some(verb) = self.signs.verb_at(at) else { return false };
        let after_determiner = at > first && self.signs.has(at - 1, DETERMINER);
        let capital = is_capital(self.a, at) && at > first;
        match verb.what.form {
            VerbForm::Ing => {
                let part = is_any(self.a, at, &["meeting", "opening", "closing"]);
                !(after_determiner || capital || part)
            }
            VerbForm::Base => {
                self.signs.lead_before(at).is_some() || is_any(self.a, at.saturating_sub(1), &["to"])
            }
            VerbForm::S | VerbForm::Past => !capital && !after_determiner,
        }
    }

    /// "the foreign and defence ministers' meeting": an "and" within.
    fn conjunction(&self, at: usize, head: usize, first: usize) -> bool {
        if !is_any(self.a, at, &["and", "&"]) || at == first || at + 1 >= head {
            return false;
        }
        let capitals = is_capital(self.a, at + 1) && is_capital(self.a, at - 1);
        let opened = (first.max(at.saturating_sub(4))..at)
            .rev()
            .take_while(|i| !self.stops(*i))
            .any(|i| self.signs.has(i, DETERMINER));
        let possessive =
            (at + 1..head).any(|i| self.a.tokens[i].kind == TokenKind::Possessive || self.apostrophe(i));
        capitals && !self.person(at - 1) || opened && possessive
    }

    fn stops(&self, at: usize) -> bool {
        self.signs.has(at, STOP) && !self.signs.has(at, DETERMINER)
            || self.a.tokens[at].kind == TokenKind::Punctuation
    }

    fn person(&self, at: usize) -> bool {
        self.entities.within(at..at + 1).any(|(_, e)| e.kind == EntityKind::Person)
    }

    /// Modifiers behind the head: "of the council", "between A and B", "with C".
    fn right(&self, end: usize, limit: usize, noun: MeetingNoun) -> usize {
        let mut at = end;
        while at < limit
            && (is_any(self.a, at, &["of", "between", "among", "with", "on"])
                || self.a.is(at, "for") && is_capital(self.a, at + 1))
            && self.timed.get(at + 1) == Some(&0)
        {
            if noun.class == NounClass::Visit && self.a.is(at, "on") {
                break;
            }
            let mut stop = at + 1;
            while stop < limit
                && stop < at + 18
                && self.timed[stop] == 0
                && self.continues(stop)
                && !self.verb_follows(stop)
            {
                stop += 1;
            }
            while stop > at + 1
                && (is_any(self.a, stop - 1, &["and", "the", "a", "an", "of", "his", "her", "its", "their"])
                    || self.a.tokens[stop - 1].kind == TokenKind::Punctuation)
            {
                stop -= 1;
            }
            if stop == at + 1 {
                break;
            }
            at = stop;
        }
        at
    }

    /// "a call on the president and visit the shrine": "and" leads on to the next verb.
    fn verb_follows(&self, and: usize) -> bool {
        is_any(self.a, and, &["and"])
            && self.signs.verb_at(and + 1).is_some_and(|v| v.what.form == VerbForm::Base)
            && (self.signs.has(and + 2, DETERMINER) || is_capital(self.a, and + 2))
    }

    fn continues(&self, at: usize) -> bool {
        let linking =
            ["the", "a", "an", "and", "of", "his", "her", "its", "their", "other", "our", "&", "all"];
        match self.a.tokens[at].kind {
            TokenKind::Punctuation => is_any(self.a, at, &["-", "–", "'", "’", "/"]),
            TokenKind::Word => {
                let verb = self.signs.lead_before(at + 1).is_some()
                    || self.signs.verb_at(at).is_some_and(|v| {
                        v.what.form == VerbForm::Past
                            || v.what.form == VerbForm::S
                                && self.signs.noun(at).is_none()
                                && !is_capital(self.a, at)
                    });
                is_any(self.a, at, &linking) || !self.signs.has(at, STOP) && !verb
            }
            _ => true,
        }
    }

    /// Uses of the noun in which nobody meets.
    fn is_other(
        &self,
        start: usize,
        head: usize,
        end: usize,
        noun: MeetingNoun,
        sentence: &Range<usize>,
    ) -> bool {
        let near = start..(end + 2).min(sentence.end);
        if near.clone().any(|i| self.signs.has(i, OTHER_SENSE)) {
            return true;
        }
        let single = end - head == 1;
        if self.a.tokens.get(end).is_some_and(|t| t.glued && self.a.is(end, "-"))
            && !is_any(self.a, end + 1, &["and"])
        {
            return true; // "summit-level", "meeting-place"
        }
        if (start..head).any(|i| is_any(self.a, i, &["press", "news"])) {
            return true;
        }
        if single && is_any(self.a, head, &["call", "calls"]) {
            let phone = (start..head).any(|i| {
                is_any(self.a, i, &["phone", "telephone", "video", "secure", "courtesy", "conference"])
            });
            return !(phone || is_any(self.a, end, &["with", "between"]));
        }
        if single && is_any(self.a, head, &["round", "rounds"]) {
            let vote = is_any(self.a, end, &["of"]) && !self.talk_follows(end + 1, sentence.end);
            // "The wheel turns round": a way of moving.
            let moves =
                ["turn", "turns", "turned", "come", "comes", "came", "go", "goes", "went", "year", "all"];
            return vote || start == head || is_any(self.a, head - 1, &moves);
        }
        if single
            && is_any(self.a, head, &["travel", "meet", "tour", "journey", "swing"])
            && !self.signs.has(start, DETERMINER)
            && !self.owned(start, head)
        {
            return true;
        }
        // "The pair next meet in May": a verb with its adverb.
        if single
            && is_any(self.a, head, &["meet"])
            && head > start + 1
            && is_any(self.a, head - 1, &["next", "then"])
            && !self.signs.has(head - 2, DETERMINER)
        {
            return true;
        }
        // "the sitting president", "meeting rooms": the word only says which.
        if single
            && is_any(self.a, head, &["sitting", "huddle", "encounter"])
            && self.a.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Word)
            && !self.signs.has(end, STOP)
            && self.signs.verb_at(end).is_none()
            && self.timed[end] == 0
            && !self.signs.has(end, FIXED)
        {
            return true;
        }
        // "the industry has faced meeting the demand"
        if single
            && is_any(self.a, head, &["meeting"])
            && is_any(self.a, end, &["the", "a", "an", "its", "their"])
        {
            return true;
        }
        if single && self.is_participle(head, start, sentence) {
            return true;
        }
        if self.follows_as_verb(head) {
            return true;
        }
        self.is_body(head, start, noun)
    }

    /// "Meeting in Oslo, the two agreed": the word opens the sentence as a verb.
    fn is_participle(&self, head: usize, start: usize, sentence: &Range<usize>) -> bool {
        start == head
            && head == sentence.start
            && is_any(self.a, head, &["meeting"])
            && is_any(self.a, head + 1, &["in", "at", "on", "with", "for", "here"])
            && (head..sentence.end.min(head + 24)).any(|i| is_any(self.a, i, &[","]))
    }

    fn owned(&self, start: usize, head: usize) -> bool {
        (start..head).any(|i| self.a.tokens[i].kind == TokenKind::Possessive)
    }

    fn talk_follows(&self, at: usize, end: usize) -> bool {
        (at..(at + 5).min(end)).any(|i| {
            self.signs
                .noun(i)
                .is_some_and(|n| matches!(n.what.class, NounClass::Talks | NounClass::Gathering))
        })
    }

    /// "is meeting with", "will visit", "to call": the word is a verb here.
    fn follows_as_verb(&self, head: usize) -> bool {
        let Some(verb) = self.signs.verb_at(head) else { return false };
        let before = head.saturating_sub(1);
        match verb.what.form {
            VerbForm::Base | VerbForm::S => {
                self.signs.lead_before(head).is_some()
                    || is_any(self.a, before, &["to"]) && verb.what.form == VerbForm::Base
            }
            VerbForm::Ing => {
                is_any(self.a, before, &["is", "are", "was", "were", "be", "been", "am"])
                    && self.a.is(head, "meeting")
            }
            VerbForm::Past => false,
        }
    }

    /// "to participate in the A Meeting and the B Forum": what is attended meets.
    fn attended(&self, start: usize) -> bool {
        let from = start.saturating_sub(30).max(self.a.sentence_of(start).tokens.start);
        let verb = (from..start).rev().find_map(|i| self.signs.verb_at(i));
        verb.is_some_and(|v| v.what.class == VerbClass::Attend && v.end <= start)
            && !(from..start).any(|i| is_any(self.a, i, &[";", "that", "which"]))
    }

    /// "the Quadrilateral Security Dialogue (Quad)": states that go by the name of their talks, unless they are counted.
    fn is_grouping(&self, head: usize, start: usize) -> bool {
        let counted = (start..head).any(|i| {
            self.signs.has(i, NEXT | PREVIOUS)
                || super::describe::ordinal(self.a.word(i)).is_some()
                || self.timed[i] != 0
        });
        let named = self
            .entities
            .within(head.saturating_sub(8)..head + 1)
            .any(|(r, e)| r.form == Form::Name && r.tokens.contains(&head) && e.kind == EntityKind::Grouping);
        named && !counted && !self.attended(start)
    }

    /// "the Pacific Islands Forum", "the Conference": the name of a body, unless the words say that it meets.
    fn is_body(&self, head: usize, start: usize, noun: MeetingNoun) -> bool {
        if !is_capital(self.a, head) {
            return false;
        }
        if noun.class == NounClass::Talks {
            return self.is_grouping(head, start);
        }
        let inside = self
            .entities
            .within(head.saturating_sub(8)..usize::MAX)
            .take_while(|(r, _)| r.tokens.start <= head)
            .any(|(r, e)| {
                r.form == Form::Name
                    && r.tokens.end > head
                    && matches!(e.kind, EntityKind::Organisation | EntityKind::Grouping | EntityKind::Person)
            });
        let counted = (start..head).any(|i| {
            self.signs.has(i, NEXT | PREVIOUS)
                || super::describe::ordinal(self.a.word(i)).is_some()
                || self.timed[i] != 0
        });
        let last = self.signs.noun(head).map_or(head, |n| n.end - 1);
        let event =
            is_any(self.a, last, &["summit", "meeting", "dialogue", "conference", "retreat", "hearing"]);
        inside && !counted && !event && !self.attended(start)
    }
}
