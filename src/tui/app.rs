//! What the reader shows and how keys change it; it never touches the terminal, so that it runs under test.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Stylize;
use ratatui::text::Line;
use ratatui::widgets::Block;

use super::points;
use crate::document::Document;
use crate::extract::KeyPoints;
use crate::text::{visible, wrap};

/// The state of the reader: one document, its points once found, and the place in each pane.
pub struct App {
    document: Document,
    points: Option<Vec<(String, usize)>>,
    /// The block at the top of the article.
    top: usize,
    /// How many lines of that block are above the pane.
    above: usize,
    /// Cells across the article when last drawn, which decide how many lines a block takes.
    width: Cell<u16>,
    /// The chosen point.
    chosen: usize,
    in_points: bool,
    done: bool,
}

impl App {
    /// A reader at the beginning of `document`, its points still to come.
    pub fn new(document: Document) -> Self {
        Self {
            document,
            points: None,
            top: 0,
            above: 0,
            width: Cell::new(80),
            chosen: 0,
            in_points: false,
            done: false,
        }
    }

    /// Shows the points that were found.
    pub fn set_points(&mut self, found: &KeyPoints) {
        self.points = Some(points::lines(found));
    }

    /// Whether the points have come.
    pub fn has_points(&self) -> bool {
        self.points.is_some()
    }

    /// Whether the reader asked to quit.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// Acts on `key`; whether anything changed.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c') if control => self.done = true,
            _ if control => return false,
            KeyCode::Char('q') => self.done = true,
            KeyCode::Tab => self.in_points = !self.in_points,
            KeyCode::Char('j') | KeyCode::Down => self.step(1),
            KeyCode::Char('k') | KeyCode::Up => self.step(-1),
            KeyCode::Char('g') | KeyCode::Home => self.step(isize::MIN),
            KeyCode::Char('G') | KeyCode::End => self.step(isize::MAX),
            _ => return false,
        }
        true
    }

    /// Moves by lines in the article, or by points with the article following.
    fn step(&mut self, by: isize) {
        let count = self.points.as_ref().map_or(0, Vec::len);
        let moved = |at: usize, len: usize| at.saturating_add_signed(by).min(len.saturating_sub(1));
        if self.in_points {
            self.chosen = moved(self.chosen, count);
            let start = self.points.as_ref().and_then(|p| p.get(self.chosen)).map(|p| p.1);
            self.top = start.and_then(|s| self.document.block_at(s)).unwrap_or(self.top);
            self.above = 0;
        } else {
            self.scroll(by);
        }
    }

    /// Scrolls the article by a line, or to one of its ends.
    fn scroll(&mut self, by: isize) {
        let last = self.document.blocks.len().saturating_sub(1);
        match by {
            1 if self.above < self.height(self.top) => self.above += 1,
            1 if self.top < last => (self.top, self.above) = (self.top + 1, 0),
            1 => {}
            -1 if self.above > 0 => self.above -= 1,
            -1 if self.top > 0 => (self.top, self.above) = (self.top - 1, self.height(self.top - 1)),
            _ => (self.top, self.above) = (if by > 0 { last } else { 0 }, 0),
        }
    }

    /// How many lines of text the block at `index` takes at the width last drawn, without the blank line behind it.
    fn height(&self, index: usize) -> usize {
        let text = self.document.blocks.get(index).map_or("", |b| self.document.slice(b.span));
        wrap(text, usize::from(self.width.get())).len()
    }

    /// Draws the whole screen; only what shows is wrapped.
    pub fn draw(&self, frame: &mut Frame) {
        let [body, hints] = Layout::vertical([Constraint::Min(0), Constraint::Length(1)]).areas(frame.area());
        let [left, right] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(body);
        Self::pane(frame, left, "Article", !self.in_points, |a| self.article(a));
        Self::pane(frame, right, "Key points", self.in_points, |a| self.list(a));
        frame.render_widget(Line::from("j/k move  g/G ends  Tab other pane  q quit").dim(), hints);
    }

    fn pane(f: &mut Frame, area: Rect, title: &str, on: bool, fill: impl Fn(Rect) -> Vec<Line<'static>>) {
        let title = Line::from(format!(" {title} "));
        let block = Block::bordered().title(if on { title.bold() } else { title });
        let inner = block.inner(area);
        f.render_widget(block, area);
        for (line, row) in fill(inner).into_iter().zip(inner.rows()) {
            f.render_widget(line, row);
        }
    }

    fn article(&self, area: Rect) -> Vec<Line<'static>> {
        self.width.set(area.width);
        let mut lines = Vec::new();
        for block in self.document.blocks.iter().skip(self.top) {
            if lines.len() >= usize::from(area.height) + self.above {
                break;
            }
            lines.extend(wrapped(self.document.slice(block.span), area.width));
            lines.push(Line::default());
        }
        lines.drain(..self.above.min(lines.len()));
        lines
    }

    fn list(&self, area: Rect) -> Vec<Line<'static>> {
        let Some(points) = &self.points else { return vec![Line::from("Looking for key points …").dim()] };
        if points.is_empty() {
            return wrapped("No key points found in this text.", area.width);
        }
        let first = self.chosen.saturating_sub(usize::from(area.height) / 3);
        let shown = points.iter().enumerate().skip(first).take(usize::from(area.height));
        shown
            .flat_map(|(i, (text, _))| {
                let lines = wrapped(text, area.width).into_iter();
                lines.map(move |l| if self.in_points && i == self.chosen { l.reversed() } else { l })
            })
            .collect()
    }
}

/// `text` in lines of `width` cells, made safe for the screen.
fn wrapped(text: &str, width: u16) -> Vec<Line<'static>> {
    let lines = wrap(text, usize::from(width)).into_iter();
    lines.map(|span| Line::from(visible(span.of(text)).into_owned().replace('\n', " "))).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::{Terminal, backend::TestBackend};

    use super::*;
    use crate::import::{Options, read};

    #[test]
    fn shows_the_text_before_its_points_and_quits() {
        let text = "The envoy will visit Oslo on Monday.\n\nA second paragraph follows it.\n";
        let mut app = App::new(read(text.as_bytes(), None, &Options::default()).unwrap());
        let mut terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
        terminal.draw(|f| app.draw(f)).unwrap();
        let screen = terminal.backend().to_string();
        assert!(screen.contains("The envoy will visit Oslo on Monday."), "{screen}");
        assert!(screen.contains("Looking for key points"), "{screen}");
        app.set_points(&KeyPoints::default());
        for _ in 0..2 {
            assert!(app.key(KeyEvent::from(KeyCode::Char('j'))));
        }
        terminal.draw(|f| app.draw(f)).unwrap();
        let screen = terminal.backend().to_string();
        assert!(!screen.contains("The envoy") && screen.contains("No key points"), "{screen}");
        assert!(!app.key(KeyEvent::from(KeyCode::Char('x'))));
        app.key(KeyEvent::from(KeyCode::Char('q')));
        assert!(app.is_done());
    }
}
