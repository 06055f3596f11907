//! Selectors: how an annotation remembers its words.
//!
//! The two selectors of the W3C Web Annotation Data Model that survive edits together: `TextQuoteSelector` (the words
//! and what stands round them) and `TextPositionSelector` (where they stood). Positions count Unicode code points,
//! as the W3C asks; everywhere else attache counts bytes.

use serde::{Deserialize, Serialize};

/// What an annotation points at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Target {
    /// The words themselves (`TextQuoteSelector`).
    pub exact: String,
    /// The words before: 64 code points, or up to 512 where fewer would not tell the place from its twins.
    #[serde(default)]
    pub prefix: String,
    /// The words behind, likewise.
    #[serde(default)]
    pub suffix: String,
    /// Where the words begin, in code points from the start of the text (`TextPositionSelector`).
    #[serde(default)]
    pub start: usize,
    /// One past their end, in code points.
    #[serde(default)]
    pub end: usize,
    /// How often the words stood in the text when the target was made; 0 when nobody counted. Words that were never
    /// alone are only found again with their context.
    #[serde(default)]
    pub copies: usize,
}
