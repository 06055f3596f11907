//! Key points as annotations know them.
//!
//! Points are found afresh each time a text is opened, so that marks and dismissals cannot hold their numbers. They
//! hold what stays: the kind and the words.

use serde::{Deserialize, Serialize};

use super::AnnotationId;

/// What a mark or a dismissal is about.
///
/// `quote` holds the words of the evidence and, where several points rest on the same words, what tells them apart;
/// the reader decides how to word it and only ever compares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PointKey {
    /// `participant`, `party`, `commitment`, `meeting` or, for an annotation of one's own, `highlight`.
    pub kind: String,
    /// The words.
    pub quote: String,
}

impl PointKey {
    /// The key for a point of `kind` on `quote`.
    pub fn new(kind: impl Into<String>, quote: impl Into<String>) -> Self {
        Self { kind: kind.into(), quote: quote.into() }
    }

    /// The key for a highlight of one's own. Its name takes the place of the words, because its words may change.
    pub fn highlight(id: &AnnotationId) -> Self {
        Self::new("highlight", id.to_string())
    }
}
