//! The open briefings, a row for each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widget::{band, fill};

/// Draws the rows of the open briefings into `area`, the cursor on the one at `at`.
pub fn draw_rows(app: &App, frame: &mut Frame, area: Rect, at: usize) {
    let theme = app.theme();
    let style = |role| theme.on_text(role);
    let height = usize::from(area.height).max(1);
    let first = first(app, at, height);
    let rows = app.readings().iter().enumerate().skip(first);
    for ((place, reading), row) in rows.zip(area.rows()) {
        let read = place == app.current();
        let cursor = if place == at { theme.glyphs.cursor } else { " " };
        let name = Span::styled(reading.name(), style(if read { Role::Title } else { Role::Text }));
        let marked = reading.briefing.marked_count();
        let marked = if marked > 0 { format!(" {marked}{} ", theme.glyphs.mark) } else { " ".to_owned() };
        let left = vec![Span::styled(format!("{cursor} "), style(Role::KeyName)), name];
        let line = fill(left, vec![Span::styled(marked, style(Role::Mark))], usize::from(row.width), theme);
        frame.render_widget(line, row);
        if place == at {
            band(frame, row, theme);
        }
    }
}

/// The first row to show, so that the one at `at` does.
fn first(app: &App, at: usize, height: usize) -> usize {
    (at.min(app.readings().len() - 1) + 1).saturating_sub(height)
}

/// The open briefing whose row is at `y`, in the pane that takes `area`.
pub fn briefing_at(app: &App, area: Rect, y: u16) -> Option<usize> {
    let row = y.checked_sub(area.y + 1).filter(|row| row + 2 < area.height)?;
    let place =
        first(app, app.current(), usize::from(area.height.saturating_sub(2)).max(1)) + usize::from(row);
    (place < app.readings().len()).then_some(place)
}
