//! Floor 5: key points and highlights in the shapes that other programs read.
//!
//! The serialised shapes are types of their own ([`wire`]), so that the engine can change without the contract
//! changing with it. An exporter turns values into text; it never reads or writes a file and knows no screen. Each
//! point goes out with its quote and paragraph number, so that every claim can be traced back.

mod cite;
mod csv;
mod format;
mod html;
mod ics;
mod json;
mod markdown;
mod org;
mod point;
mod safe;
mod selection;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod todo;
mod verify;
mod web_annotation;
pub mod wire;
mod words;

use crate::annotate::Annotation;
use crate::base::Span;
use crate::document::Document;
use crate::extract::KeyPoints;

pub use cite::{command, is_export, title};
pub use format::Format;
pub use point::{NOT_STATED, Point, counts, points};
pub use selection::{PointId, PointKind, Selection};
pub use template::{TemplateError, render_template};
pub use text::reading;
pub use verify::{Checked, Standing, VerifyError, verify};
pub use words::{involvement, party, status, strength};

/// A highlight of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Highlight {
    /// The words, in bytes of the document's text.
    pub span: Span,
    /// The name of its colour.
    pub colour: Option<String>,
    /// What the user noted.
    pub note: Option<String>,
    /// What the user calls it.
    pub tags: Vec<String>,
}

impl Highlight {
    /// What `annotation`, which stands at `span`, exports; `colour` is the name of its colour.
    pub fn of(span: Span, annotation: &Annotation, colour: String) -> Self {
        let note = (!annotation.note.is_empty()).then(|| annotation.note.clone());
        Self { span, colour: Some(colour), note, tags: annotation.tags.clone() }
    }
}

/// One briefing to export: what was selected of it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The text.
    pub document: &'a Document,
    /// The points to export; [`Selection::of`] makes them of all.
    pub points: &'a KeyPoints,
    /// The highlights to export, in the order of the text.
    pub highlights: &'a [Highlight],
}

/// What came of an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// The text of the file.
    pub text: String,
    /// What could not be carried over, one line each.
    pub remarks: Vec<String>,
}

impl From<String> for Rendered {
    fn from(text: String) -> Self {
        Self { text, remarks: Vec::new() }
    }
}

/// `items` in `format`.
///
/// ```
/// use attache::{document::Document, export::{Format, Item, render}, extract::KeyPoints};
/// let (document, points) = (Document::default(), KeyPoints::default());
/// let item = Item { document: &document, points: &points, highlights: &[] };
/// assert!(render(Format::Csv, &[item]).text.starts_with("kind,text,who"));
/// ```
pub fn render(format: Format, items: &[Item<'_>]) -> Rendered {
    match format {
        Format::Markdown => markdown::render(items).into(),
        Format::Json => json::array(items).into(),
        Format::Jsonl => json::lines(items).into(),
        Format::Csv => csv::render(items).into(),
        Format::Ics => ics::render(items),
        Format::Text => text::render(items).into(),
        Format::WebAnnotation => web_annotation::render(items).into(),
        Format::Readwise => csv::readwise(items).into(),
        Format::Org => org::render(items).into(),
        Format::Html => html::render(items).into(),
        Format::Todo => todo::render(items).into(),
    }
}
