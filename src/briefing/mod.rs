//! Floor 4: one open briefing, and a library of them.
//!
//! A briefing is a document with its key points and one's own annotations. It knows no file format and no screen.

pub mod library;

use crate::document::Document;
use crate::extract::KeyPoints;

/// One open briefing.
#[derive(Debug, Clone, Default)]
pub struct Briefing {
    /// The text.
    pub document: Document,
    /// What was extracted from it so far.
    pub points: KeyPoints,
}
