//! The lines at the top and at the bottom: where one is, and what one can do here.

mod hints;
mod pending;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Clear;

use super::app::{App, Reading};
use super::layout::Shape;
use super::theme::Role;
use super::widget::{columns, fill, on_one_line};

/// The line at the top: which briefing, from where and when, how far, what is searched for, how much is marked.
pub fn draw_head(app: &App, frame: &mut Frame, area: Rect) {
    let theme = app.theme();
    let style = |role| theme.on_text(role);
    let reading = app.reading();
    let right = format!(" {} ", whereabouts(app).join("   "));
    let room = usize::from(area.width).saturating_sub(columns(&right) + 2);
    let name = reading.name();
    let told = [about(reading, app), of_several(app).unwrap_or_default()];
    let about = told.into_iter().find(|told| !told.is_empty() && columns(&name) + columns(told) + 4 <= room);
    let mut left = vec![Span::styled(format!(" {name}"), style(Role::Head))];
    left.extend(about.map(|a| Span::styled(format!("   {a}"), style(Role::Dim))));
    let line = fill(left, vec![Span::styled(right, style(Role::Dim))], usize::from(area.width), theme);
    frame.render_widget(line, area);
}

/// Publisher, place and date of the briefing.
fn about(reading: &Reading, app: &App) -> String {
    let about = &reading.briefing.document.metadata;
    let date =
        about.published.map_or_else(|| "date not stated".into(), |d| d.strftime("%a %-d %b %Y").to_string());
    let parts = [of_several(app), about.publisher.clone(), about.place.clone(), Some(date)];
    let dot = format!(" {} ", app.theme().glyphs.dot);
    on_one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(&dot))
}

/// Which of the open briefings this is, when there are several.
fn of_several(app: &App) -> Option<String> {
    let all = app.readings().len();
    (all > 1).then(|| format!("{} of {all}", app.current() + 1))
}

fn whereabouts(app: &App) -> Vec<String> {
    let reading = app.reading();
    let briefing = &reading.briefing;
    let document = &briefing.document;
    let mut parts = Vec::new();
    if let Some(finding) = &app.finding {
        let (at, all) = (finding.current.map_or(0, |c| c + 1), finding.hits.len());
        let sign = if finding.regex { "regex/" } else { "/" };
        let count = if finding.known { format!("{at}/{all}") } else { app.theme().glyphs.more.to_owned() };
        parts.push(format!(
            "{sign}{} {count}",
            super::widget::clip(&on_one_line(&finding.words), 20, app.theme().glyphs.more)
        ));
    }
    let marked = briefing.marked_count();
    if marked > 0 {
        parts.push(format!("{marked} marked"));
    }
    let number = briefing.paragraph_at(reading.cursor);
    let all = (0..document.blocks.len()).rev().find_map(|b| document.paragraph_number(b));
    if let (Some(n), Some(all)) = (number, all) {
        parts.push(format!("{} {n}/{all}", app.theme().glyphs.paragraph));
    }
    let length = document.text.trim_end().len().max(1);
    let done = if reading.flow.row_at(reading.cursor) >= reading.flow.last() {
        100
    } else {
        reading.cursor * 100 / length
    };
    parts.push(format!("{}%", done.min(100)));
    parts
}

/// What may follow the keys typed so far, in a box over the lower end of `area`.
pub fn draw_pending(app: &App, frame: &mut Frame, area: Rect) {
    pending::draw(app, frame, area);
}

/// The line at the bottom: a message, the keys typed so far, or what can be done here.
pub fn draw_foot(app: &App, frame: &mut Frame, area: Rect, shape: Shape) {
    let theme = app.theme();
    let style = |role| theme.on_text(role);
    let width = usize::from(area.width);
    let (count, keys) = app.pending();
    let line = if let Some(notice) = app.notice_shown() {
        let role = if notice.error { Role::Error } else { Role::Notice };
        fill(
            vec![Span::styled(format!(" {}", on_one_line(&notice.text)), style(role))],
            Vec::new(),
            width,
            theme,
        )
    } else if count.is_some() || !keys.is_empty() {
        pending::line(app, width)
    } else if shape == Shape::Zen {
        return;
    } else {
        hints::line(app, width)
    };
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, theme.style(Role::Text));
    frame.render_widget(line, area);
}
