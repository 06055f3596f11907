//! The list of open briefings, to choose one.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Input, Layer, Reply};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::pane::briefings;
use crate::tui::widget::popup;

/// The list of open briefings with a cursor of its own.
pub struct BriefingsList {
    at: usize,
}

impl BriefingsList {
    /// The list with the cursor at `at`.
    pub const fn at(at: usize) -> Self {
        Self { at }
    }
}

impl Layer for BriefingsList {
    fn context(&self) -> Context {
        Context::List
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        let last = app.readings().len() - 1;
        let Input::Do(call) = input else { return Reply::Pass };
        match call.action {
            Action::LineDown => self.at = (self.at + call.times()).min(last),
            Action::LineUp => self.at = self.at.saturating_sub(call.times()),
            Action::PageDown | Action::HalfPageDown => self.at = (self.at + 10).min(last),
            Action::PageUp | Action::HalfPageUp => self.at = self.at.saturating_sub(10),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Accept => {
                app.open(self.at);
                return Reply::Close;
            }
            _ => return Reply::Pass,
        }
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let size = (area.width.saturating_sub(4).min(72), app.readings().len() as u16 + 2);
        let size = (size.0, size.1.min(area.height.saturating_sub(2)));
        let inner = popup(frame, area, size, "Open briefings", app.theme());
        briefings::draw_rows(app, frame, inner, self.at);
    }
}
