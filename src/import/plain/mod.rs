//! Plain text → blocks.
//!
//! Files differ in what a line end means: some wrap at 72 columns and part paragraphs by empty lines, some put each
//! paragraph on a line of its own. [`wrapping`] tells them apart; here lines become blocks, and [`headings`] names what
//! the blocks are. Spans stay true to the file; joining is left to whoever draws. Marks of Markdown and HTML tags that
//! strayed into a text stay in it, but those at the ends of a block are left out of its span, as is a `<br/>` that ends a
//! line.

mod headings;
mod line;
mod marker;
mod mend;
mod wrapping;

use self::line::{Line, lines};
use self::wrapping::Wrapping;
use super::furniture;
use crate::base::Span;
use crate::document::{Block, BlockKind};

/// A block in the making, with what only its lines knew.
#[derive(Debug, Clone)]
struct Draft {
    block: Block,
    /// Whether an empty line stands before it; in a text of one line a paragraph, whether the line before has ended.
    after_gap: bool,
    /// Whether an empty line follows; always so in a text of one line a paragraph.
    before_gap: bool,
    /// Whether the whole block was set in bold, underlined, or marked as a heading.
    emphatic: bool,
}

/// The blocks of `text`.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<Line> = lines(text).collect();
    let whole = Wrapping::of(text, &lines);
    let mut maker = Maker { text, out: Vec::new(), indents: Vec::new() };
    for run in lines.split(|l| l.span.is_empty()).filter(|r| !r.is_empty()) {
        let own = if whole.is_wrapped() || run.len() < 3 { whole } else { Wrapping::of(text, run) };
        maker.run(run, own);
    }
    let mut drafts = maker.out;
    for draft in &mut drafts {
        line::strip_markup(text, draft);
    }
    mend::join_cut_sentences(text, &mut drafts);
    headings::name(text, &mut drafts);
    drafts.into_iter().map(|d| d.block).collect()
}

/// Makes drafts of the lines between two empty ones.
struct Maker<'a> {
    text: &'a str,
    out: Vec<Draft>,
    /// Indents of the lists that are open, outermost first.
    indents: Vec<usize>,
}

impl Maker<'_> {
    fn run(&mut self, run: &[Line], wrapping: Wrapping) {
        let first = self.out.len();
        for (index, line) in run.iter().enumerate() {
            let before = index.checked_sub(1).map(|i| run[i]);
            let open = self.out[first..].last().map(|d| d.block.kind);
            let joins = before.is_some_and(|b| self.joins(b, *line, open, wrapping));
            match self.out[first..].last_mut() {
                Some(draft) if joins => draft.block.span.end = line.span.end,
                _ => {
                    let ended = before.is_none_or(|b| !wrapping.is_wrapped() && b.ends_clause(self.text));
                    self.begin(*line, ended, !wrapping.is_wrapped());
                }
            }
        }
        if let Some(last) = self.out.last_mut() {
            last.before_gap = true;
        }
    }

    /// Whether `line` goes on with the block of kind `open`, whose last line is `before`.
    fn joins(&self, before: Line, line: Line, open: Option<BlockKind>, wrapping: Wrapping) -> bool {
        let flows = wrapping.goes_on(self.text, before, line);
        let words = line.span.of(self.text);
        match open {
            None | Some(BlockKind::Boilerplate | BlockKind::Quote | BlockKind::Table) => false,
            Some(BlockKind::Caption) if !wrapping.is_wrapped() => false,
            _ if is_whole_date(words) || is_whole_date(before.span.of(self.text)) => false,
            Some(BlockKind::ListItem) => flows && marker::length(words) == 0,
            // A number or dash that wrapping happened to put first is no list.
            Some(_) if marker::length(words) > 0 => flows && !before.ends_clause(self.text),
            // A sentence that goes on in small letters is prose, whatever its words.
            Some(_) if flows && words.starts_with(char::is_lowercase) && !before.ends_clause(self.text) => {
                true
            }
            Some(_) => flows && special(words).is_none(),
        }
    }

    fn begin(&mut self, line: Line, after_gap: bool, before_gap: bool) {
        let block = self.block(line);
        if block.kind != BlockKind::ListItem && !block.kind.is_furniture() {
            self.indents.clear();
        }
        self.out.push(Draft { block, after_gap, before_gap, emphatic: false });
    }

    fn block(&mut self, line: Line) -> Block {
        let words = line.span.of(self.text);
        if let Some(kind) = special(words) {
            return match kind {
                BlockKind::Quote => quote(self.text, line.span),
                _ => Block::new(kind, line.span),
            };
        }
        let marker = marker::length(words);
        if marker == 0 {
            return Block::new(BlockKind::Paragraph, line.span);
        }
        let span = Span::new(line.span.start + marker, line.span.end).trimmed(self.text);
        let marker = Span::new(line.span.start, line.span.start + marker).trimmed(self.text);
        Block { kind: BlockKind::ListItem, span, marker, level: self.depth(line.indent) }
    }

    /// The depth of a list item by its indent, counted among the items before it.
    fn depth(&mut self, indent: usize) -> u8 {
        while self.indents.last().is_some_and(|last| *last > indent) {
            self.indents.pop();
        }
        if self.indents.last() != Some(&indent) && self.indents.len() < 7 {
            self.indents.push(indent);
        }
        self.indents.len().saturating_sub(1) as u8
    }
}

/// What a line is by itself, whatever stands round it: furniture, caption, quotation, row of a table.
fn special(words: &str) -> Option<BlockKind> {
    if words.starts_with('>') && words.len() > 1 {
        return Some(BlockKind::Quote);
    }
    if words.len() > 2 && words.starts_with('|') && words.ends_with('|') {
        return Some(BlockKind::Table);
    }
    let columns = words.len() < 600 && words.matches('\t').count() > 1;
    furniture::kind(words, false).or(columns.then_some(BlockKind::Table))
}

/// Whether a line is a date in full and nothing else, as under a headline.
fn is_whole_date(words: &str) -> bool {
    words.len() <= 24 && crate::text::full_date(words).is_some_and(|(_, length)| length == words.len())
}

fn quote(text: &str, line: Span) -> Block {
    let words = line.of(text).trim_start_matches(['>', ' ', '\u{a0}', '\t']);
    let span = Span::new(line.end - words.len(), line.end).trimmed(text);
    if span.is_empty() {
        return Block::new(BlockKind::Boilerplate, line);
    }
    let marker = Span::new(line.start, span.start).trimmed(text);
    Block { marker, ..Block::new(BlockKind::Quote, span) }
}

#[cfg(test)]
mod tests;
