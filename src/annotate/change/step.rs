//! The smallest change: one field of one thing, with what was there before.

use serde::{Deserialize, Serialize};

use crate::annotate::{AnnotationId, Colour, PointKey, Target};

/// A change that can be turned round.
///
/// Annotations that are taken away stay in the store, set aside, as long as a step speaks of them; so a step never
/// has to hold a whole annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Step {
    /// The annotation is there.
    Add {
        /// Which.
        id: AnnotationId,
    },
    /// The annotation is gone.
    Delete {
        /// Which.
        id: AnnotationId,
    },
    /// Another colour.
    Colour {
        /// Of which annotation.
        id: AnnotationId,
        /// The colour until then.
        before: Colour,
        /// The colour from then on.
        after: Colour,
    },
    /// Another note.
    Note {
        /// Of which annotation.
        id: AnnotationId,
        /// The note until then.
        before: String,
        /// The note from then on.
        after: String,
    },
    /// Other tags.
    Tags {
        /// Of which annotation.
        id: AnnotationId,
        /// The tags until then.
        before: Vec<String>,
        /// The tags from then on.
        after: Vec<String>,
    },
    /// Another place.
    Place {
        /// Of which annotation.
        id: AnnotationId,
        /// The place until then.
        before: Box<Target>,
        /// The place from then on.
        after: Box<Target>,
    },
    /// Kept without a place, or no longer so.
    Keep {
        /// Which annotation.
        id: AnnotationId,
        /// Whether it is kept so.
        on: bool,
    },
    /// A mark for export, set or taken off.
    Mark {
        /// The point.
        point: PointKey,
        /// Whether it is marked.
        on: bool,
    },
    /// A point dismissed or brought back.
    Dismiss {
        /// The point.
        point: PointKey,
        /// Whether it is dismissed.
        on: bool,
    },
}

impl Step {
    /// The step back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Add { id } => Self::Delete { id },
            Self::Delete { id } => Self::Add { id },
            Self::Colour { id, before, after } => Self::Colour { id, before: after, after: before },
            Self::Note { id, before, after } => Self::Note { id, before: after, after: before },
            Self::Tags { id, before, after } => Self::Tags { id, before: after, after: before },
            Self::Place { id, before, after } => Self::Place { id, before: after, after: before },
            Self::Keep { id, on } => Self::Keep { id, on: !on },
            Self::Mark { point, on } => Self::Mark { point, on: !on },
            Self::Dismiss { point, on } => Self::Dismiss { point, on: !on },
        }
    }

    /// The annotation that the step is about, if about one.
    pub fn annotation(&self) -> Option<&AnnotationId> {
        match self {
            Self::Add { id }
            | Self::Delete { id }
            | Self::Colour { id, .. }
            | Self::Note { id, .. }
            | Self::Tags { id, .. }
            | Self::Place { id, .. }
            | Self::Keep { id, .. } => Some(id),
            Self::Mark { .. } | Self::Dismiss { .. } => None,
        }
    }

    /// What it does, in a few words for the user.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Add { .. } => "highlight",
            Self::Delete { .. } => "deletion",
            Self::Colour { .. } => "colour",
            Self::Note { .. } => "note",
            Self::Tags { .. } => "tags",
            Self::Place { .. } => "placing",
            Self::Keep { .. } => "keeping without a place",
            Self::Mark { .. } => "mark",
            Self::Dismiss { .. } => "dismissal",
        }
    }
}
