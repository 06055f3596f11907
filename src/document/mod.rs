//! Floor 2: a briefing as text with its structure.
//!
//! A document is what importers make and everything above reads. It never changes once made, apart from a date that
//! the reader sets by hand; annotations and key points point into it with spans. It does not know where key points
//! come from nor how it is drawn.

mod block;
mod metadata;
mod numbering;

use std::path::PathBuf;

use crate::base::{Diagnostic, Span};

pub use block::{Block, BlockKind};
pub use metadata::Metadata;
pub use numbering::Numbering;

/// The format that a document was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown, CommonMark.
    Markdown,
    /// A TOML briefing with a `body`.
    Toml,
}

/// One briefing: its text, the blocks of the text, and what is known about it.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// File name without its ending; `-` for standard input.
    pub id: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The file, or `None` for standard input.
    pub path: Option<PathBuf>,
    /// What the bytes were.
    pub format: Format,
    /// Title, date, place and so on, as far as the briefing states them.
    pub metadata: Metadata,
    /// The whole text; every span counts in it.
    pub text: String,
    /// The blocks in order; they do not overlap, and between them there is only white space or markup.
    pub blocks: Vec<Block>,
    /// What importing had to remark.
    pub diagnostics: Vec<Diagnostic>,
    /// The numbers of the blocks, worked out when the first is asked for.
    pub numbering: Numbering,
}

impl Document {
    /// The words that `span` covers.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The index of the block that holds the byte at `offset`, or of the last one that begins before it.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        self.blocks.partition_point(|b| b.span.start <= offset).checked_sub(1)
    }

    /// The number that readers see for the block at `index`: blocks that are not page furniture, counted from 1.
    ///
    /// Furniture has no number, so that folding it away leaves no gaps.
    pub fn paragraph_number(&self, index: usize) -> Option<usize> {
        self.numbering.number(&self.blocks, index)
    }

    /// The index of the block that readers know by `number`, the way back from [`Self::paragraph_number`].
    pub fn paragraph(&self, number: usize) -> Option<usize> {
        self.numbering.index(&self.blocks, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_has_no_number() {
        let kinds = [BlockKind::Boilerplate, BlockKind::Title, BlockKind::Boilerplate, BlockKind::Paragraph];
        let blocks =
            kinds.iter().enumerate().map(|(i, k)| Block::new(*k, Span::new(2 * i, 2 * i + 1))).collect();
        let document = Document { text: "a b c d".into(), blocks, ..Document::default() };
        let numbers: Vec<_> = (0..5).map(|i| document.paragraph_number(i)).collect();
        assert_eq!(numbers, [None, Some(1), None, Some(2), None]);
        assert_eq!([0, 1, 2, 3].map(|n| document.paragraph(n)), [None, Some(1), Some(3), None]);
        assert_eq!(document.block_at(3), Some(1));
        assert_eq!(document.slice(document.blocks[3].span), "d");
    }
}
