//! The open briefings, a row for each.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widget::fill;

/// Draws the rows of the open briefings into `area`, the cursor on the one at `at`.
pub fn draw_rows(app: &App, frame: &mut Frame, area: Rect, at: usize) {
    let theme = app.theme();
    let style = |role| theme.style(Role::Text).patch(theme.style(role));
    let height = usize::from(area.height).max(1);
    let first = (at + 1).saturating_sub(height);
    let rows = app.readings().iter().enumerate().skip(first);
    for ((place, reading), row) in rows.zip(area.rows()) {
        let read = place == app.current();
        let cursor = if place == at { theme.glyphs.cursor } else { " " };
        let name = Span::styled(reading.name(), style(if read { Role::Title } else { Role::Text }));
        let marked = reading.briefing.marks.len();
        let marked = if marked > 0 { format!(" {marked}{} ", theme.glyphs.mark) } else { " ".to_owned() };
        let left = vec![Span::styled(format!("{cursor} "), style(Role::KeyName)), name];
        let line = fill(left, vec![Span::styled(marked, style(Role::Mark))], usize::from(row.width), theme);
        if place == at {
            frame.buffer_mut().set_style(row, super::ground_of(theme.style(Role::Cursor)));
        }
        frame.render_widget(line, row);
    }
}
