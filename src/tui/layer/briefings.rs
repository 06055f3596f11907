//! The list of open briefings, and of those that were read lately, to choose one.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Input, Layer, Reply};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::pane::briefings;
use crate::tui::theme::Role;
use crate::tui::watch;
use crate::tui::widget::{Panel, band, columns, fill, key, on_one_line, up_down};

/// How many briefings that are not open are offered.
const OFFERED: usize = 30;
/// Columns that a title needs before the name of its file is told too.
const TITLE: usize = 30;

/// The list with a cursor of its own: open briefings first, then recent ones.
pub struct BriefingsList {
    at: usize,
}

/// The recent briefings that are not open, as title and file.
fn recent(app: &App) -> Vec<(String, PathBuf)> {
    let open: Vec<PathBuf> = app
        .readings()
        .iter()
        .filter_map(|r| r.briefing.document.path.as_deref().map(watch::absolute))
        .collect();
    let other = app.recent.iter().filter(|r| !open.contains(&r.path));
    other.take(OFFERED).map(|r| (on_one_line(&r.title), r.path.clone())).collect()
}

impl BriefingsList {
    /// The list with the cursor at `at`.
    pub const fn at(at: usize) -> Self {
        Self { at }
    }

    fn accept(&self, app: &mut App) {
        let open = app.readings().len();
        match self.at.checked_sub(open).and_then(|at| recent(app).into_iter().nth(at)) {
            Some((_, path)) => app.open_file(path),
            None => app.open(self.at.min(open - 1)),
        }
    }

    fn rows_of_recent(&self, app: &App, frame: &mut Frame, area: Rect) {
        let theme = app.theme();
        let style = |role| theme.on_text(role);
        let at = self.at.checked_sub(app.readings().len());
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            frame.render_widget(Line::styled("Read lately", style(Role::Heading)), row);
        }
        let height = usize::from(area.height).saturating_sub(1).max(1);
        let first = at.map_or(0, |at| (at + 1).saturating_sub(height));
        for ((place, (title, path)), row) in recent(app).into_iter().enumerate().skip(first).zip(rows) {
            let chosen = at == Some(place);
            let cursor = if chosen { theme.glyphs.cursor } else { " " };
            let name = path.file_name().map_or_else(String::new, |n| on_one_line(&n.to_string_lossy()));
            let left = vec![
                Span::styled(format!("{cursor} "), style(Role::KeyName)),
                Span::styled(title, style(if chosen { Role::Cursor } else { Role::Text })),
            ];
            let told = usize::from(row.width) > columns(&name) + TITLE;
            let right =
                if told { vec![Span::styled(format!("  {name} "), style(Role::Dim))] } else { Vec::new() };
            frame.render_widget(fill(left, right, usize::from(row.width), theme), row);
            if chosen {
                band(frame, row, theme);
            }
        }
    }
}

impl Layer for BriefingsList {
    fn context(&self) -> Context {
        Context::List
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        let last = app.readings().len() + recent(app).len() - 1;
        let Input::Do(call) = input else { return Reply::Pass };
        match call.action {
            Action::LineDown => self.at = (self.at + call.times()).min(last),
            Action::LineUp => self.at = self.at.saturating_sub(call.times()),
            Action::PageDown | Action::HalfPageDown => self.at = (self.at + 10).min(last),
            Action::PageUp | Action::HalfPageUp => self.at = self.at.saturating_sub(10),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Accept => {
                self.accept(app);
                return Reply::Close;
            }
            _ => return Reply::Pass,
        }
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let (open, recent) = (app.readings().len(), recent(app).len());
        let rows = open + if recent == 0 { 0 } else { recent + 2 };
        let most = area.height.saturating_sub(2);
        let size = (area.width.saturating_sub(4).min(72), most.min(rows as u16 + 2));
        let told = [
            (key(app, Action::Accept, Context::List), "open"),
            (key(app, Action::Cancel, Context::Global), "close"),
            (up_down(app), "choose"),
        ];
        let inner = Panel { title: "Open briefings", keys: &told, size }.draw(frame, area, app.theme());
        let below = if recent == 0 { 0 } else { (inner.height / 2).min(recent as u16 + 1) };
        let above = (open as u16).min(inner.height.saturating_sub(below));
        briefings::draw_rows(app, frame, Rect { height: above, ..inner }, self.at);
        if recent > 0 {
            let gap = u16::from(inner.height > above + below);
            let (y, height) = (inner.y + above + gap, inner.height.saturating_sub(above + gap));
            self.rows_of_recent(app, frame, Rect { y, height, ..inner });
        }
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }
}
