//! Selecting words with keys.
//!
//! A selection has two ends; motions move one of them, `o` takes up the other. Sentences and paragraphs are taken whole:
//! the moving end stops behind them on the way down and before them on the way up.

use unicode_segmentation::UnicodeSegmentation;

use super::App;
use super::motion::{sentences_of, text_down, text_up};
use crate::base::Span;
use crate::text::tokens;
use crate::tui::action::{Action, Call};
use crate::tui::flow::Flow;

/// Selected words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays, in bytes.
    pub anchor: usize,
    /// The end that moves.
    pub head: usize,
}

impl Selection {
    /// The words between the ends.
    pub fn span(self) -> Span {
        Span::new(self.anchor.min(self.head), self.anchor.max(self.head))
    }
}

impl App {
    /// Selects `span`, its end to be moved; the cursor shows where that is.
    pub fn select(&mut self, span: Span) {
        if span.is_empty() {
            return self.notice("nothing here to select");
        }
        self.notes.fresh = None;
        self.notes.selection = Some(Selection { anchor: span.start, head: span.end });
        self.change();
    }

    /// The paragraph under the cursor.
    pub(super) fn paragraph(&self) -> Span {
        let reading = self.reading();
        let document = &reading.briefing.document;
        let block = document.block_at(reading.cursor).and_then(|index| document.blocks.get(index));
        block.map_or_else(Span::default, |block| block.span)
    }

    /// Takes up the other end of the selection.
    pub(super) fn swap_ends(&mut self) {
        if let Some(selection) = &mut self.notes.selection {
            std::mem::swap(&mut selection.anchor, &mut selection.head);
        }
        self.show_head();
    }

    /// Moves the head of the selection.
    pub(super) fn move_selection(&mut self, call: &Call) {
        let Some(mut selection) = self.notes.selection else { return };
        let (times, height) = (call.times().min(9_999), self.article_height());
        let flow = &self.reading().flow;
        for _ in 0..times {
            let moved = moved(flow, selection, call.action, height);
            if moved == selection.head {
                break;
            }
            selection.head = moved;
        }
        if selection.head != selection.anchor {
            self.notes.selection = Some(selection);
        }
        self.show_head();
    }

    /// Scrolls to the head of the selection; the cursor stands on its last letter, or its first.
    fn show_head(&mut self) {
        let Some(selection) = self.notes.selection else { return };
        let text = &self.reading().briefing.document.text;
        let before = text[..selection.head].grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        self.show(if selection.head > selection.anchor { before } else { selection.head });
    }
}

/// Where the head is after one motion.
fn moved(flow: &Flow, selection: Selection, action: Action, height: usize) -> usize {
    let text = flow.document().text.as_str();
    let Selection { anchor, head } = selection;
    let row = || flow.row_at(if head > anchor { head - 1 } else { head });
    match action {
        Action::CharRight => {
            text[head..].grapheme_indices(true).nth(1).map_or(text.trim_end().len(), |(at, _)| head + at)
        }
        Action::CharLeft => text[..head].grapheme_indices(true).next_back().map_or(0, |(at, _)| at),
        Action::WordRight => edge(&words(flow, head), selection, true),
        Action::WordLeft => edge(&words(flow, head), selection, false),
        Action::NextSentence => edge(&sentences(flow, head), selection, true),
        Action::PreviousSentence => edge(&sentences(flow, head), selection, false),
        Action::NextParagraph => edge(&paragraphs(flow, head), selection, true),
        Action::PreviousParagraph => edge(&paragraphs(flow, head), selection, false),
        Action::LineDown => on_row(flow, head, text_down(flow, row(), 1)),
        Action::LineUp => on_row(flow, head, text_up(flow, row(), 1)),
        Action::HalfPageDown => on_row(flow, head, text_down(flow, row(), height / 2)),
        Action::HalfPageUp => on_row(flow, head, text_up(flow, row(), height / 2)),
        Action::PageDown => on_row(flow, head, text_down(flow, row(), height)),
        Action::PageUp => on_row(flow, head, text_up(flow, row(), height)),
        Action::First => flow.piece(0).map_or(0, |piece| piece.span.start),
        Action::Last => flow.line(flow.last()).map_or(head, |line| line.end),
        _ => head,
    }
}

/// The next edge of one of `spans`: an end while the head is behind the anchor, a beginning before it.
fn edge(spans: &[Span], selection: Selection, forward: bool) -> usize {
    let Selection { anchor, head } = selection;
    let side = |forward_side: bool| {
        let edges = spans.iter().map(move |s| if forward_side { s.end } else { s.start });
        if forward { edges.filter(|e| *e > head).min() } else { edges.filter(|e| *e < head).max() }
    };
    let (behind, before) = (side(true), side(false));
    let found = if head > anchor {
        behind.filter(|e| forward || *e > anchor)
    } else {
        before.filter(|e| !forward || *e < anchor)
    };
    found.or(if head > anchor { before } else { behind }).unwrap_or(head)
}

/// The pieces round the byte at `offset`: its own, one before and one behind.
fn pieces(flow: &Flow, offset: usize) -> impl Iterator<Item = usize> + use<> {
    let piece = flow.row_at(offset.saturating_sub(1)).piece;
    piece.saturating_sub(1)..=piece + 2
}

fn sentences(flow: &Flow, offset: usize) -> Vec<Span> {
    pieces(flow, offset).flat_map(|index| sentences_of(flow, index)).collect()
}

fn paragraphs(flow: &Flow, offset: usize) -> Vec<Span> {
    let blocks = &flow.document().blocks;
    pieces(flow, offset).filter_map(|i| blocks.get(flow.piece(i)?.block)).map(|block| block.span).collect()
}

fn words(flow: &Flow, offset: usize) -> Vec<Span> {
    let of = |index| {
        let piece = flow.piece(index)?;
        let found = tokens(flow.document().slice(piece.span), piece.span.start).into_iter();
        Some(found.map(|token| token.span).collect::<Vec<_>>())
    };
    pieces(flow, offset).filter_map(of).flatten().collect()
}

/// The byte on `row` that is as far from its beginning as `head` is from that of its own.
fn on_row(flow: &Flow, head: usize, row: crate::tui::flow::Row) -> usize {
    let text = flow.document().text.as_str();
    let here = flow.row_at(head.saturating_sub(1));
    let Some((from, to)) = flow.line(here).zip(flow.line(row)) else { return head };
    let letters = text.get(from.start..head).map_or(0, |t| t.graphemes(true).count());
    let line = to.of(text);
    if row == here {
        return if head < to.end { to.end } else { head };
    }
    to.start + line.grapheme_indices(true).nth(letters).map_or(line.trim_end().len(), |(at, _)| at)
}
