//! The blocks of a document: title, headings, paragraphs and their like.

use crate::base::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A heading within the text.
    Heading,
    /// A paragraph.
    Paragraph,
    /// One item of a list, bulleted or numbered.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// A table.
    Table,
    /// The caption of a picture.
    Caption,
    /// Page furniture: navigation, share buttons, credits. Folded away, never a source of key points.
    Boilerplate,
}

impl BlockKind {
    /// The name in exported shapes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::Quote => "quote",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Whether the block is page furniture.
    pub const fn is_furniture(self) -> bool {
        matches!(self, Self::Boilerplate)
    }
}

/// One block. Line breaks within its span are those of the file; readers join them into flowing text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without the white space round it. A list item's span begins after its bullet or number.
    pub span: Span,
    /// What the reader sets before the first line: a bullet or number as the file has it. Empty for most blocks.
    pub marker: Span,
    /// Level of a heading (1 to 6), depth of a list item (0 is outermost), else 0.
    pub level: u8,
}

impl Block {
    /// A block without marker or level.
    pub const fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, span, marker: Span::new(span.start, span.start), level: 0 }
    }
}
