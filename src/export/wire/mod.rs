//! The JSON contract `attache/1`.
//!
//! Fields are added, never changed; a JSON Schema of it stands in `docs/schema/attache-1.json`. Spans count Unicode code
//! points of `document.text`, so that a reader in any language can slice the text; the engine's bytes are turned into
//! code points in one pass over the text, whatever the number of spans.

mod escape;
mod hits;
mod offsets;
mod points;

use serde::Serialize;

use crate::base::Diagnostic;
use crate::document::{Block, Document};
use crate::extract::KeyPoints;

use super::Highlight;

pub use escape::escape;
pub use hits::{Hit, Hits};
pub use offsets::Offsets;
pub use points::{Commitment, Deadline, Meeting, Mention, Participant, Party, Time};

/// The name of the contract.
pub const SCHEMA: &str = "attache/1";

/// A half-open span in code points of `document.text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One block of the text.
#[derive(Debug, Serialize)]
pub struct WireBlock {
    kind: &'static str,
    #[serde(flatten)]
    span: Span,
}

/// What the briefing is.
#[derive(Debug, Serialize)]
pub struct WireDocument<'a> {
    id: &'a str,
    path: Option<String>,
    title: Option<&'a str>,
    source: Option<&'a str>,
    place: Option<&'a str>,
    date: Option<String>,
    language: Option<&'a str>,
    sha256: &'a str,
    text: &'a str,
    blocks: Vec<WireBlock>,
}

/// A remark of import or extraction.
#[derive(Debug, Serialize)]
pub struct WireDiagnostic<'a> {
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
}

/// Which optional fields are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct With {
    /// Every time expression, as `times`.
    pub times: bool,
    /// Every mention, as `mentions`.
    pub mentions: bool,
    /// Rule, cue and sentence of each key point, as `why`.
    pub why: bool,
    /// Which lists of key points.
    pub parts: Parts,
}

/// Which lists of key points a record has. A list that is not asked for is left out: an empty one would say that nothing
/// was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// Who.
    pub participants: bool,
    /// For whom.
    pub parties: bool,
    /// Who will do what.
    pub commitments: bool,
    /// What comes next.
    pub meetings: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self { participants: true, parties: true, commitments: true, meetings: true }
    }
}

/// One document with its key points.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    schema: &'static str,
    document: WireDocument<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    participants: Option<Vec<Participant<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parties: Option<Vec<Party<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    commitments: Option<Vec<Commitment<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meetings: Option<Vec<Meeting<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<Vec<Time<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mentions: Option<Vec<Mention>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    highlights: Vec<WireHighlight<'a>>,
    diagnostics: Vec<WireDiagnostic<'a>>,
}

/// A highlight of the user's own.
#[derive(Debug, Serialize)]
pub struct WireHighlight<'a> {
    quote: &'a str,
    #[serde(flatten)]
    span: Span,
    colour: Option<&'a str>,
    note: Option<&'a str>,
    tags: &'a [String],
}

impl<'a> Record<'a> {
    /// The record of `document` and what was found in it.
    ///
    /// ```
    /// use attache::{document::Document, export::wire::{Record, With}, extract::KeyPoints};
    /// let (document, points) = (Document::default(), KeyPoints::default());
    /// let record = Record::of(&document, &points, With::default());
    /// assert!(serde_json::to_string(&record).unwrap().starts_with(r#"{"schema":"attache/1""#));
    /// ```
    pub fn of(document: &'a Document, points: &'a KeyPoints, with: With) -> Self {
        let at = Offsets::of(&document.text);
        let from = Source { at: &at, text: with.why.then_some(&document.text) };
        let remarks = document.diagnostics.iter().chain(&points.diagnostics);
        Self {
            schema: SCHEMA,
            participants: with
                .parts
                .participants
                .then(|| each(&points.participants, |p| Participant::of(p, &from))),
            parties: with.parts.parties.then(|| each(&points.parties, |p| Party::of(p, &at))),
            commitments: with
                .parts
                .commitments
                .then(|| each(&points.commitments, |c| Commitment::of(c, &from))),
            meetings: with.parts.meetings.then(|| each(&points.meetings, |m| Meeting::of(m, &from))),
            times: with.times.then(|| points.times.iter().map(|t| Time::of(t, document, &at)).collect()),
            mentions: with.mentions.then(|| points.mentions.iter().map(|m| Mention::of(m, &at)).collect()),
            highlights: Vec::new(),
            diagnostics: remarks.map(|d| remark(d, &at)).collect(),
            document: describe(document, &at),
        }
    }

    /// What the record says of the document itself.
    pub fn document(&self) -> &WireDocument<'a> {
        &self.document
    }

    /// The same with highlights of the user's own.
    #[must_use]
    pub fn with_highlights(mut self, highlights: &'a [Highlight]) -> Self {
        let at = Offsets::of(self.document.text);
        self.highlights = each(highlights, |h| WireHighlight {
            quote: h.span.of(self.document.text),
            span: at.span(h.span),
            colour: h.colour.as_deref(),
            note: h.note.as_deref(),
            tags: &h.tags,
        });
        self
    }

    /// The record as one line of JSON with its line feed.
    pub fn line(&self) -> serde_json::Result<String> {
        let mut line = escape(serde_json::to_string(self)?);
        line.push('\n');
        Ok(line)
    }
}

fn each<'a, T, W>(points: &'a [T], wire: impl Fn(&'a T) -> W) -> Vec<W> {
    points.iter().map(wire).collect()
}

/// What a key point's shape is made from besides the point.
#[derive(Debug, Clone, Copy)]
struct Source<'s, 'a> {
    at: &'s Offsets<'a>,
    /// The text, when the reasons of each point are asked for.
    text: Option<&'a str>,
}

fn describe<'a>(document: &'a Document, at: &Offsets) -> WireDocument<'a> {
    let metadata = &document.metadata;
    let block = |b: &Block| WireBlock { kind: b.kind.name(), span: at.span(b.span) };
    WireDocument {
        id: &document.id,
        path: document.path.as_ref().map(|p| p.display().to_string()),
        title: metadata.title.as_deref(),
        source: metadata.publisher.as_deref(),
        place: metadata.place.as_deref(),
        date: metadata.published.map(|d| d.to_string()),
        language: metadata.language.as_deref(),
        sha256: &document.sha256,
        text: &document.text,
        blocks: document.blocks.iter().map(block).collect(),
    }
}

fn remark<'a>(diagnostic: &'a Diagnostic, at: &Offsets) -> WireDiagnostic<'a> {
    WireDiagnostic {
        severity: diagnostic.severity.name(),
        span: diagnostic.span.map(|s| at.span(s)),
        message: &diagnostic.message,
        hint: diagnostic.hint.as_deref(),
    }
}
