//! Moving in the article.
//!
//! The cursor is a byte of the text, so that it stays where it is when the width changes. Every motion is a new byte;
//! [`App::show`](super::App::show) scrolls to it and lets the points follow.

use super::App;
use crate::base::Span;
use crate::text::sentences;
use crate::tui::action::{Action, Call};
use crate::tui::flow::{Flow, Row};
use crate::tui::layout::Focus;

/// Counts higher than this are taken for slips.
const MOST: usize = 99_999;

impl App {
    /// Does what an action of moving asks for, in the pane that has the keys.
    pub(super) fn move_action(&mut self, call: &Call) {
        match call.action {
            Action::Follow => self.follow(),
            Action::Back => self.go_back(),
            Action::NextHighlight => self.step_evidence(call.times(), true),
            Action::PreviousHighlight => self.step_evidence(call.times(), false),
            Action::GoToParagraph => self.go_to_paragraph(call.count),
            _ if self.focus() == Focus::Points => self.move_in_points(call),
            _ => self.move_in_article(call),
        }
    }

    fn move_in_article(&mut self, call: &Call) {
        if self.notes.selection.is_some() {
            return self.move_selection(call);
        }
        let times = call.times().min(MOST);
        let height = self.article_height();
        let page = height.saturating_sub(2).max(1);
        let flow = &self.reading().flow;
        if flow.is_empty() {
            return;
        }
        let row = flow.row_at(self.reading().cursor);
        let to = match call.action {
            Action::LineDown => flow.offset(text_down(flow, row, times)),
            Action::LineUp => flow.offset(text_up(flow, row, times)),
            Action::HalfPageDown => return self.scroll((height / 2).max(1) * times, true),
            Action::HalfPageUp => return self.scroll((height / 2).max(1) * times, false),
            Action::PageDown => return self.scroll(page * times, true),
            Action::PageUp => return self.scroll(page * times, false),
            Action::First | Action::Last if call.count.is_some() => return self.go_to_paragraph(call.count),
            Action::First => return self.jump(flow.offset(Row::default())),
            Action::Last => return self.jump(flow.offset(flow.last())),
            Action::NextParagraph => {
                (0..times).fold(self.reading().cursor, |at, _| paragraph_after(flow, at))
            }
            Action::PreviousParagraph => {
                (0..times).fold(self.reading().cursor, |at, _| paragraph_before(flow, at))
            }
            Action::NextSentence => (0..times).fold(self.reading().cursor, |at, _| sentence_after(flow, at)),
            Action::PreviousSentence => {
                (0..times).fold(self.reading().cursor, |at, _| sentence_before(flow, at))
            }
            _ => return,
        };
        self.show(to);
    }

    /// Scrolls by rows with the cursor.
    pub(super) fn scroll(&mut self, rows: usize, down: bool) {
        let height = self.article_height();
        let reading = self.reading_mut();
        let flow = &reading.flow;
        let (cursor, top) = (flow.row_at(reading.cursor), flow.row_at(reading.top));
        let (to, top) = if down {
            (text_down_rows(flow, cursor, rows), flow.down(top, rows))
        } else {
            (text_up_rows(flow, cursor, rows), flow.up(top, rows))
        };
        let to = flow.offset(to);
        reading.set_top(top, height);
        self.show(to);
    }

    /// Goes to a place far away, from which one can come back.
    pub fn jump(&mut self, offset: usize) {
        self.notes.selection = None;
        self.reading_mut().remember();
        self.show(offset);
    }

    fn go_back(&mut self) {
        match self.reading_mut().recall() {
            Some(offset) => {
                self.set_focus(Focus::Article);
                self.show(offset);
            }
            None => self.notice("nowhere to go back to"),
        }
    }

    fn go_to_paragraph(&mut self, number: Option<usize>) {
        let Some(number) = number else {
            return self.notice("which paragraph? type :42 for the 42nd");
        };
        let document = self.reading().briefing.document.clone();
        if let Some(block) = document.paragraph(number).and_then(|block| document.blocks.get(block)) {
            self.set_focus(Focus::Article);
            return self.jump(block.span.start);
        }
        let all = document.blocks.iter().filter(|b| !b.kind.is_furniture()).count();
        self.notice(format!("there is no paragraph {number}; the last one is {all}"));
    }

    /// The sentence under the cursor.
    pub fn sentence(&self) -> Span {
        sentence_at(&self.reading().flow, self.reading().cursor)
    }
}

/// The row `by` lines of text below, empty rows not counted.
pub(super) fn text_down(flow: &Flow, row: Row, by: usize) -> Row {
    let mut at = row;
    for _ in 0..by {
        if at >= flow.last() {
            break;
        }
        at = off_gap(flow, flow.down(at, 1));
    }
    at
}

pub(super) fn text_up(flow: &Flow, row: Row, by: usize) -> Row {
    let mut at = row;
    for _ in 0..by {
        if at == Row::default() {
            break;
        }
        at = flow.up(at, 1);
        if flow.is_gap(at) {
            at = flow.up(at, 1);
        }
    }
    at
}

/// The row, or the one below it if it is empty.
fn off_gap(flow: &Flow, row: Row) -> Row {
    if flow.is_gap(row) { flow.down(row, 1) } else { row }
}

fn text_down_rows(flow: &Flow, row: Row, by: usize) -> Row {
    off_gap(flow, flow.down(row, by))
}

fn text_up_rows(flow: &Flow, row: Row, by: usize) -> Row {
    let to = flow.up(row, by);
    if flow.is_gap(to) { flow.up(to, 1) } else { to }
}

fn paragraph_after(flow: &Flow, offset: usize) -> usize {
    let mut piece = flow.row_at(offset).piece + 1;
    while flow.piece(piece).is_some_and(|p| !p.first) {
        piece += 1;
    }
    flow.piece(piece).map_or_else(|| flow.offset(flow.last()), |p| p.span.start)
}

fn paragraph_before(flow: &Flow, offset: usize) -> usize {
    let mut piece = flow.row_at(offset).piece;
    if flow.piece(piece).is_some_and(|p| p.first && p.span.start >= offset) {
        piece = piece.saturating_sub(1);
    }
    while piece > 0 && flow.piece(piece).is_some_and(|p| !p.first) {
        piece -= 1;
    }
    flow.piece(piece).map_or(0, |p| p.span.start)
}

/// The sentences of the piece at `index`, as spans of the document.
pub(super) fn sentences_of(flow: &Flow, index: usize) -> Vec<Span> {
    let Some(piece) = flow.piece(index) else { return Vec::new() };
    let found = sentences(flow.document().slice(piece.span)).into_iter();
    found.map(|s| s.shifted(piece.span.start)).collect()
}

fn sentence_at(flow: &Flow, offset: usize) -> Span {
    let all = sentences_of(flow, flow.row_at(offset).piece);
    let at = all.partition_point(|s| s.start <= offset).saturating_sub(1);
    all.get(at).copied().unwrap_or_default()
}

fn sentence_after(flow: &Flow, offset: usize) -> usize {
    let piece = flow.row_at(offset).piece;
    let next = sentences_of(flow, piece).into_iter().find(|s| s.start > offset);
    let next = next.or_else(|| sentences_of(flow, piece + 1).first().copied());
    next.map_or(offset, |s| s.start)
}

fn sentence_before(flow: &Flow, offset: usize) -> usize {
    let piece = flow.row_at(offset).piece;
    let before = |index| sentences_of(flow, index).into_iter().rev().find(|s| s.start < offset);
    before(piece).or_else(|| before(piece.checked_sub(1)?)).map_or(offset, |s| s.start)
}
