//! The key points as the contract words them.

use serde::Serialize;

use super::{Offsets, Source, Span};
use crate::base;
use crate::document::Document;
use crate::export::words;
use crate::extract::{self, Evidence, MentionKind, TimeKind, When};

/// Words of the text with where they stand.
#[derive(Debug, Serialize)]
pub struct Quote<'a> {
    text: &'a str,
    #[serde(flatten)]
    span: Span,
}

/// Why a key point is there: its rule, the words that set it off, and their sentence.
#[derive(Debug, Serialize)]
pub struct Why<'a> {
    rule: &'a str,
    cue: Option<Quote<'a>>,
    sentence: Quote<'a>,
}

impl<'a> Why<'a> {
    fn of(evidence: &'a Evidence, from: &Source<'_, 'a>) -> Option<Self> {
        let text = from.text?;
        let quote = |span: base::Span| Quote { text: span.of(text), span: from.at.span(span) };
        let cue = evidence.cue.map(quote);
        Some(Self { rule: &evidence.rule, cue, sentence: quote(evidence.sentence) })
    }
}

/// A named person.
#[derive(Debug, Serialize)]
pub struct Participant<'a> {
    name: &'a str,
    role: Option<&'a str>,
    affiliation: Option<&'a str>,
    involvement: &'static str,
    mentions: Vec<Span>,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why<'a>>,
}

impl<'a> Participant<'a> {
    pub(super) fn of(person: &'a extract::Participant, from: &Source<'_, 'a>) -> Self {
        Self {
            name: &person.name,
            role: person.role.as_deref(),
            affiliation: person.affiliation.as_deref(),
            involvement: words::involvement(person.involvement),
            mentions: person.mentions.iter().map(|&m| from.at.span(m)).collect(),
            rule: &person.evidence.rule,
            why: Why::of(&person.evidence, from),
        }
    }
}

/// A state, organisation or grouping that takes part.
#[derive(Debug, Serialize)]
pub struct Party<'a> {
    name: &'a str,
    kind: &'static str,
    mentions: Vec<Span>,
}

impl<'a> Party<'a> {
    pub(super) fn of(party: &'a extract::Party, at: &Offsets) -> Self {
        Self {
            name: &party.name,
            kind: words::party(party.kind),
            mentions: party.mentions.iter().map(|&m| at.span(m)).collect(),
        }
    }
}

/// When something is to happen: the words, and the days where they resolve.
#[derive(Debug, Serialize)]
pub struct Deadline<'a> {
    text: &'a str,
    start: Option<String>,
    end: Option<String>,
}

impl<'a> Deadline<'a> {
    fn of(when: &'a When) -> Self {
        let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
        Self { text: &when.text, start: day(when.start), end: day(when.end) }
    }
}

/// A statement that somebody will act.
#[derive(Debug, Serialize)]
pub struct Commitment<'a> {
    actors: &'a [String],
    counterpart: Option<&'a str>,
    action: &'a str,
    strength: &'static str,
    negative: bool,
    condition: Option<&'a str>,
    deadline: Option<Deadline<'a>>,
    evidence: Span,
    also: Vec<Span>,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why<'a>>,
}

impl<'a> Commitment<'a> {
    pub(super) fn of(commitment: &'a extract::Commitment, from: &Source<'_, 'a>) -> Self {
        Self {
            actors: &commitment.actors,
            counterpart: commitment.counterpart.as_deref(),
            action: &commitment.action,
            strength: words::strength(commitment.strength),
            negative: commitment.negative,
            condition: commitment.condition.as_deref(),
            deadline: commitment.deadline.as_ref().map(Deadline::of),
            evidence: from.at.span(commitment.evidence.span),
            also: commitment.also.iter().map(|&s| from.at.span(s)).collect(),
            rule: &commitment.evidence.rule,
            why: Why::of(&commitment.evidence, from),
        }
    }
}

/// A gathering or contact of parties.
#[derive(Debug, Serialize)]
pub struct Meeting<'a> {
    name: &'a str,
    status: &'static str,
    when: Option<Deadline<'a>>,
    place: Option<&'a str>,
    with: &'a [String],
    evidence: Vec<Span>,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why<'a>>,
}

impl<'a> Meeting<'a> {
    pub(super) fn of(meeting: &'a extract::Meeting, from: &Source<'_, 'a>) -> Self {
        Self {
            name: &meeting.name,
            status: words::status(meeting.status),
            when: meeting.when.as_ref().map(Deadline::of),
            place: meeting.place.as_deref(),
            with: &meeting.with,
            evidence: meeting.mentions.iter().map(|&m| from.at.span(m)).collect(),
            rule: &meeting.evidence.rule,
            why: Why::of(&meeting.evidence, from),
        }
    }
}

/// A time expression, as TIMEX3 classes and values it.
#[derive(Debug, Serialize)]
pub struct Time<'a> {
    #[serde(flatten)]
    span: Span,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
}

impl<'a> Time<'a> {
    pub(super) fn of(time: &'a extract::TimeExpression, document: &'a Document, at: &Offsets) -> Self {
        let kind = match time.kind {
            TimeKind::Date => "DATE",
            TimeKind::Time => "TIME",
            TimeKind::Duration => "DURATION",
            TimeKind::Set => "SET",
        };
        Self { span: at.span(time.span), text: document.slice(time.span), kind, value: &time.value }
    }
}

/// An occurrence of something that has a name.
#[derive(Debug, Serialize)]
pub struct Mention {
    #[serde(flatten)]
    span: Span,
    kind: &'static str,
}

impl Mention {
    pub(super) fn of(mention: &extract::Mention, at: &Offsets) -> Self {
        let kind = match mention.kind {
            MentionKind::Person => "person",
            MentionKind::Organisation => "organisation",
            MentionKind::Place => "place",
            MentionKind::Nationality => "nationality",
            MentionKind::Role => "role",
        };
        Self { span: at.span(mention.span), kind }
    }
}
