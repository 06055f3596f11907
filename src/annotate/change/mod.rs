//! Changes: what a user does to annotations, marks and dismissals, and how it is undone.
//!
//! A [`Change`] is a wish. It becomes a list of [`Step`]s that each know what was there before, so that they can be
//! turned round, kept in the journal, and carried over to a store that somebody else changed in the meantime.

mod journal;
mod op;
mod state;
mod step;

use crate::base::Span;

use super::{AnnotationId, Colour, PointKey};

pub use journal::{Entry, Journal};
pub use op::Op;
pub use state::{Record, State};
pub use step::Step;

/// A wish to change something. Each is one step for undo, however much it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new annotation.
    Add(Draft),
    /// Another colour.
    Colour(AnnotationId, Colour),
    /// Another note; empty takes it away.
    Note(AnnotationId, String),
    /// Other tags.
    Tags(AnnotationId, Vec<String>),
    /// Takes the annotation away.
    Delete(AnnotationId),
    /// Puts an annotation on other words: how an orphan finds its place again.
    Place(AnnotationId, Span),
    /// Keeps an orphan without a place, and asks no more.
    Keep(AnnotationId),
    /// Marks points for export, or takes their marks off.
    Mark(Vec<PointKey>, bool),
    /// Dismisses points, or brings them back.
    Dismiss(Vec<PointKey>, bool),
}

/// An annotation to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The words, in bytes of the document's text.
    pub span: Span,
    /// Its colour.
    pub colour: Colour,
    /// A note, or empty.
    pub note: String,
    /// Tags, or none.
    pub tags: Vec<String>,
    /// The key point that it is made on, if on one.
    pub point: Option<PointKey>,
}

impl Draft {
    /// A plain highlight of `span`.
    pub fn highlight(span: Span, colour: Colour) -> Self {
        Self { span, colour, ..Self::default() }
    }
}
