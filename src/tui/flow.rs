//! The article as rows of a width, laid out only where somebody looks.
//!
//! The text falls into pieces: a paragraph is one, a very long one several, so that no key press ever lays out more
//! than a few screens. Rows are counted from a piece, never from the beginning of the text. Lines are spans of the
//! document, so that highlights and hits need no second counting. It knows nothing of cursors.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use hashbrown::HashMap;

use crate::base::Span;
use crate::document::{Block, BlockKind, Document};
use crate::text::wrap;

/// Longest piece, in bytes: what is laid out at one go.
const LONGEST: usize = 8 << 10;
/// Laid-out pieces that are kept.
const KEPT: usize = 4096;

/// A stretch of text that is laid out by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The index of its block.
    pub block: usize,
    /// Its text.
    pub span: Span,
    /// Whether the block begins with it.
    pub first: bool,
    /// Whether an empty row follows.
    pub gap: bool,
}

/// A row: a line of a piece, or the empty row behind its last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Row {
    /// The place of the piece.
    pub piece: usize,
    /// The line, counted from 0.
    pub line: usize,
}

/// A document's pieces with the lines of those that were looked at.
#[derive(Debug)]
pub struct Flow {
    document: Arc<Document>,
    pieces: Vec<Piece>,
    furniture: bool,
    width: Cell<usize>,
    lines: RefCell<HashMap<usize, Rc<[Span]>>>,
}

impl Flow {
    /// The pieces of `document`, with page furniture or without it.
    pub fn new(document: Arc<Document>, furniture: bool) -> Self {
        let mut pieces: Vec<Piece> = Vec::with_capacity(document.blocks.len());
        let mut before: Option<&Block> = None;
        for (index, block) in document.blocks.iter().enumerate() {
            if block.kind.is_furniture() && !furniture {
                continue;
            }
            let tight = before.is_some_and(|b| b.kind == block.kind && is_tight(b, block));
            if let Some(last) = pieces.last_mut() {
                last.gap = !tight;
            }
            cut(&document, index, block, &mut pieces);
            before = Some(block);
        }
        Self { document, pieces, furniture, width: Cell::new(72), lines: RefCell::default() }
    }

    /// The document that is laid out.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Whether page furniture is among the pieces.
    pub fn shows_furniture(&self) -> bool {
        self.furniture
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The piece at `index`.
    pub fn piece(&self, index: usize) -> Option<&Piece> {
        self.pieces.get(index)
    }

    /// Lays out at `width` columns from now on.
    pub fn set_width(&self, width: usize) {
        if self.width.replace(width) != width {
            self.lines.borrow_mut().clear();
        }
    }

    /// Columns by which a piece is set in: a list item by its depth and its bullet, a quotation a little.
    pub fn indent(&self, piece: &Piece) -> usize {
        let Some(block) = self.document.blocks.get(piece.block) else { return 0 };
        let indent = match block.kind {
            BlockKind::ListItem => 2 * usize::from(block.level) + block.marker.len().clamp(1, 6) + 1,
            BlockKind::Quote => 2,
            _ => 0,
        };
        indent.min(self.width.get() / 2)
    }

    /// The lines of a piece, as spans of the document.
    pub fn lines(&self, index: usize) -> Rc<[Span]> {
        if let Some(lines) = self.lines.borrow().get(&index) {
            return Rc::clone(lines);
        }
        let Some(piece) = self.pieces.get(index) else { return Rc::default() };
        let width = self.width.get().saturating_sub(self.indent(piece)).max(1);
        let lines = wrap(self.document.slice(piece.span), width).into_iter();
        let lines: Rc<[Span]> = lines.map(|l| l.shifted(piece.span.start)).collect();
        let mut kept = self.lines.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(index, Rc::clone(&lines));
        lines
    }

    /// How many rows a piece takes.
    fn height(&self, index: usize) -> usize {
        self.lines(index).len() + usize::from(self.pieces.get(index).is_some_and(|p| p.gap))
    }

    /// Whether the row is an empty one between paragraphs.
    pub fn is_gap(&self, row: Row) -> bool {
        row.line >= self.lines(row.piece).len()
    }

    /// The row on which the byte at `offset` shows: if it is folded away, the nearest one before it that is not.
    pub fn row_at(&self, offset: usize) -> Row {
        let piece = self.pieces.partition_point(|p| p.span.start <= offset).saturating_sub(1);
        let line = self.lines(piece).partition_point(|l| l.start <= offset).saturating_sub(1);
        Row { piece, line }
    }

    /// The byte at which a row begins; an empty row belongs to the text behind it.
    pub fn offset(&self, row: Row) -> usize {
        match self.lines(row.piece).get(row.line) {
            Some(line) => line.start,
            None => self.pieces.get(row.piece + 1).map_or(self.document.text.len(), |p| p.span.start),
        }
    }

    /// The line of text on a row.
    pub fn line(&self, row: Row) -> Option<Span> {
        self.lines(row.piece).get(row.line).copied()
    }

    /// The row that is `by` rows below, or the last one.
    pub fn down(&self, row: Row, by: usize) -> Row {
        let Row { mut piece, mut line } = row;
        line += by;
        while line >= self.height(piece) {
            if piece + 1 >= self.pieces.len() {
                return self.last();
            }
            line -= self.height(piece);
            piece += 1;
        }
        Row { piece, line }
    }

    /// The row that is `by` rows above, or the first one.
    pub fn up(&self, row: Row, by: usize) -> Row {
        let Row { mut piece, mut line } = row;
        let mut left = by;
        while left > line {
            if piece == 0 {
                return Row::default();
            }
            left -= line + 1;
            piece -= 1;
            line = self.height(piece).saturating_sub(1);
        }
        Row { piece, line: line - left }
    }

    /// The last row with text.
    pub fn last(&self) -> Row {
        let piece = self.pieces.len().saturating_sub(1);
        Row { piece, line: self.lines(piece).len().saturating_sub(1) }
    }

    /// How many rows `to` is below `from`, counted no further than `most`.
    pub fn distance(&self, from: Row, to: Row, most: usize) -> usize {
        let (mut rows, mut piece) = (0, from.piece);
        while piece < to.piece && rows <= most + from.line {
            rows += self.height(piece);
            piece += 1;
        }
        (rows + to.line).saturating_sub(from.line).min(most)
    }
}

/// Whether two blocks of one kind stand close together.
fn is_tight(before: &Block, block: &Block) -> bool {
    match block.kind {
        // Items of some length read better apart.
        BlockKind::ListItem => before.span.len() < 200 && block.span.len() < 200,
        BlockKind::Boilerplate => true,
        _ => false,
    }
}

/// Appends the pieces of one block: the lines of a table one by one, everything else in stretches.
fn cut(document: &Document, index: usize, block: &Block, pieces: &mut Vec<Piece>) {
    let text = document.slice(block.span);
    let mut push = |start: usize, end: usize| {
        let span = Span::new(block.span.start + start, block.span.start + end);
        pieces.push(Piece { block: index, span, first: start == 0, gap: false });
    };
    let mut start = 0;
    let table = block.kind == BlockKind::Table;
    while text.len() - start > LONGEST || (table && text[start..].contains('\n')) {
        let most = text.ceil_char_boundary(text.len().min(start + LONGEST));
        let stretch = &text[start..most];
        let end = match stretch.find('\n') {
            Some(at) if table => at + 1,
            _ => stretch
                .rfind(char::is_whitespace)
                .filter(|at| *at > LONGEST / 2)
                .map_or(stretch.len(), |at| at + 1),
        };
        let end = text.ceil_char_boundary(start + end);
        push(start, end);
        start = end;
    }
    if start < text.len() || start == 0 {
        push(start, text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, read};
    use proptest::prelude::*;

    fn flow(text: &str, width: usize) -> Flow {
        let flow = Flow::new(Arc::new(read(text.as_bytes(), None, &Options::default()).unwrap()), false);
        flow.set_width(width);
        flow
    }

    #[test]
    fn rows_go_down_and_up_over_paragraphs() {
        let flow = flow("The first paragraph has more lines.\n\nShare this: X\n\nThe second one.\n", 12);
        let mut row = Row::default();
        let mut shown = Vec::new();
        loop {
            shown.push(flow.line(row).map_or("", |l| flow.document().slice(l)));
            assert_eq!(flow.up(flow.down(row, 1), 1), if row == flow.last() { flow.up(row, 1) } else { row });
            if row == flow.last() {
                break;
            }
            row = flow.down(row, 1);
        }
        assert_eq!(shown, ["The first", "paragraph", "has more", "lines.", "", "The second", "one."]);
        assert_eq!(flow.distance(Row::default(), row, 99), 6);
        assert_eq!(flow.down(Row::default(), 999), flow.last());
        assert_eq!(flow.up(row, 999), Row::default());
    }

    #[test]
    fn one_endless_line_is_laid_out_in_pieces() {
        let text = "word ".repeat(300_000);
        let flow = flow(&text, 60);
        assert!(flow.pieces.len() > 100);
        let row = flow.row_at(700_000);
        let line = flow.line(row).unwrap();
        assert!(line.start <= 700_000 && 700_000 <= line.end + 1);
        assert!(flow.lines.borrow().len() <= 2);
    }

    proptest! {
        #[test]
        fn every_offset_has_a_row_that_holds_it(text in "[a-z \n日-]{1,400}", width in 2_usize..40) {
            if let Ok(document) = read(text.as_bytes(), None, &Options::default()) {
                let flow = Flow::new(Arc::new(document), true);
                flow.set_width(width);
                for offset in 0..text.len() {
                    let row = flow.row_at(offset);
                    let line = flow.line(row).unwrap();
                    prop_assert!(line.start <= offset || row == Row::default());
                    prop_assert_eq!(flow.row_at(flow.offset(row)), row);
                }
            }
        }
    }
}
