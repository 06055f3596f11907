//! The mouse: the wheel scrolls what is under it, a click goes there, dragging selects words or moves the divider.

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::{App, Selection};
use crate::tui::layout::{Focus, Shape, Wishes, areas};
use crate::tui::pane::{article, briefings, points};

/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What is being dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drag {
    /// Words, from this byte on.
    Words(usize),
    /// The line between text and points.
    Divider,
}

impl App {
    /// Does what the mouse asks for, in the panes.
    pub(super) fn mouse_event(&mut self, mouse: MouseEvent) {
        let at = Position::new(mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.wheel(at, true),
            MouseEventKind::ScrollUp => self.wheel(at, false),
            MouseEventKind::Down(MouseButton::Left) => self.press(at),
            MouseEventKind::Drag(MouseButton::Left) => self.drag(at),
            MouseEventKind::Up(MouseButton::Left) => self.dragging = None,
            _ => {}
        }
    }

    fn wheel(&mut self, at: Position, down: bool) {
        if self.over_points(at) {
            self.reading_mut().list.step(if down { 1 } else { -1 });
            self.article_follows();
        } else {
            self.scroll(NOTCH, down);
        }
    }

    /// Whether the pane of the points is there.
    fn over_points(&self, at: Position) -> bool {
        self.areas().points.is_some_and(|area| area.contains(at))
    }

    fn press(&mut self, at: Position) {
        let areas = self.areas();
        if self.is_divider(at) {
            self.dragging = Some(Drag::Divider);
        } else if let Some(area) = areas.points.filter(|area| area.contains(at)) {
            self.set_focus(Focus::Points);
            if let Some(item) = points::item_at(self, inner(area), at.y) {
                self.reading_mut().list.at = item;
                self.article_follows();
            }
            self.change();
        } else if let Some(area) = areas.briefings.filter(|area| area.contains(at)) {
            if let Some(place) = briefings::briefing_at(self, area, at.y) {
                self.open(place);
            }
        } else if areas.article.is_some_and(|area| area.contains(at)) {
            self.notes.selection = None;
            self.notes.fresh = None;
            self.set_focus(Focus::Article);
            if let Some(offset) = article::offset_at(self, at) {
                self.dragging = Some(Drag::Words(offset));
                self.show(offset);
            }
        }
    }

    fn drag(&mut self, at: Position) {
        match self.dragging {
            Some(Drag::Divider) => self.drag_divider(at),
            Some(Drag::Words(from)) => {
                let Some(area) = self.areas().article else { return };
                // Beyond the pane's edge the text scrolls by.
                if at.y <= area.y {
                    self.scroll(1, false);
                } else if at.y + 1 >= area.bottom() {
                    self.scroll(1, true);
                }
                if let Some(to) = article::offset_at(self, at) {
                    let (anchor, head) =
                        if to >= from { (from, self.letter_end(to)) } else { (self.letter_end(from), to) };
                    self.notes.selection = Some(Selection { anchor, head });
                    self.change();
                }
            }
            None => {}
        }
    }

    /// The byte behind the letter at `offset`.
    fn letter_end(&self, offset: usize) -> usize {
        let text = &self.reading().briefing.document.text;
        text[offset..].graphemes(true).next().map_or(offset, |letter| offset + letter.len())
    }

    /// Whether `at` is on the frames where text and points meet.
    fn is_divider(&self, at: Position) -> bool {
        let areas = self.areas();
        let (Some(text), Some(points)) = (areas.article, areas.points) else { return false };
        if beside(text, points) {
            text.union(points).contains(at) && (at.x + 1 == points.x || at.x == points.x)
        } else {
            points.contains(at) && at.y == points.y && areas.shape == Shape::Stacked
        }
    }

    /// Moves the divider under the mouse.
    fn drag_divider(&mut self, at: Position) {
        let plain = Wishes { divider: 0, ..self.wishes };
        let now = areas(self.size, plain);
        let (Some(text), Some(points)) = (now.article, now.points) else { return };
        let moved = if beside(text, points) {
            i32::from(at.x) - i32::from(points.x)
        } else {
            i32::from(at.y) - i32::from(points.y)
        };
        self.wishes.divider = moved.clamp(-60, 60) as i16;
        self.fit();
    }
}

fn beside(text: Rect, points: Rect) -> bool {
    text.y == points.y
}

/// The room within a pane's frame.
fn inner(area: Rect) -> Rect {
    Rect::new(area.x + 1, area.y + 1, area.width.saturating_sub(2), area.height.saturating_sub(2))
}
