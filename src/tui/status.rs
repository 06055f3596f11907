//! The lines at the top and at the bottom: where one is, and what one can do here.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Clear;

use super::action::Action;
use super::app::{App, Reading};
use super::keymap::{Context, show};
use super::layout::{Focus, Shape};
use super::theme::Role;
use super::widget::{columns, fill, on_one_line};

/// The line at the top: which briefing, from where and when, how far, what is searched for, how much is marked.
pub fn draw_head(app: &App, frame: &mut Frame, area: Rect) {
    let theme = app.theme();
    let style = |role| theme.style(Role::Text).patch(theme.style(role));
    let reading = app.reading();
    let right = format!(" {} ", whereabouts(app).join("   "));
    let room = usize::from(area.width).saturating_sub(columns(&right) + 2);
    let name = reading.name();
    let about = Some(about(reading, app)).filter(|a| columns(&name) + columns(a) + 4 <= room);
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
    let parts = [about.publisher.clone(), about.place.clone(), Some(date)];
    let dot = format!(" {} ", app.theme().glyphs.dot);
    on_one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(&dot))
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
    if !briefing.marks.is_empty() {
        parts.push(format!("{} marked", briefing.marks.len()));
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

/// The line at the bottom: a message, the keys typed so far, or what can be done here.
pub fn draw_foot(app: &App, frame: &mut Frame, area: Rect, shape: Shape) {
    let theme = app.theme();
    let style = |role| theme.style(Role::Text).patch(theme.style(role));
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
        let typed = format!(" {}{} ", count.map_or_else(String::new, |c| c.to_string()), show(keys));
        let mut spans = vec![Span::styled(typed, style(Role::KeyName)), Span::raw(" ")];
        let next = if keys.is_empty() { Vec::new() } else { app.keymap().continuations(app.context(), keys) };
        for (key, action) in next {
            spans.extend(hint(app, &key, action.short()));
        }
        fill(spans, Vec::new(), width, theme)
    } else if shape == Shape::Zen {
        return;
    } else {
        hints(app, width)
    };
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, theme.style(Role::Text));
    frame.render_widget(line, area);
}

fn hint(app: &App, key: &str, what: &str) -> [Span<'static>; 2] {
    let theme = app.theme();
    let style = |role| theme.style(Role::Text).patch(theme.style(role));
    [
        Span::styled(format!("{key} "), style(Role::KeyName)),
        Span::styled(format!("{what}  "), style(Role::Foot)),
    ]
}

/// The hints that fit, most useful first; what is left out is found by the last ones.
fn hints(app: &App, width: usize) -> ratatui::text::Line<'static> {
    let context = app.context();
    let offered: &[Action] = match (app.layers().last(), app.focus()) {
        (Some(layer), _) => layer.hints(),
        (None, Focus::Article) => ARTICLE,
        (None, Focus::Points) => POINTS,
    };
    let mut right = Vec::new();
    let always = if app.layers().is_empty() { &[Action::Help, Action::Quit][..] } else { &[] };
    for action in always {
        if let Some(key) = app.keymap().key_of(*action, context) {
            right.extend(hint(app, &key, action.short()));
        }
    }
    let taken: usize = right.iter().map(|s| columns(&s.content)).sum();
    let mut left = vec![Span::raw(" ")];
    let mut used = 1;
    for action in offered {
        // Esc is what everybody tries first, whatever else closes things.
        let context = if *action == Action::Cancel { Context::Global } else { context };
        let Some(key) = app.keymap().key_of(*action, context) else { continue };
        let spans = hint(app, &key, short(*action, context));
        let wanted: usize = spans.iter().map(|s| columns(&s.content)).sum();
        if used + wanted + taken > width {
            break;
        }
        used += wanted;
        left.extend(spans);
    }
    fill(left, right, width, app.theme())
}

/// What the hint calls an action, which may depend on where one is.
const fn short(action: Action, context: Context) -> &'static str {
    match (action, context) {
        (Action::Follow, Context::Article) => "its point",
        (Action::OtherPane, Context::Points) => "article",
        (action, _) => action.short(),
    }
}

const ARTICLE: &[Action] = &[
    Action::OtherPane,
    Action::LineDown,
    Action::NextHighlight,
    Action::Search,
    Action::NextParagraph,
    Action::NextSentence,
    Action::Follow,
    Action::CopyQuote,
];

const POINTS: &[Action] = &[
    Action::Follow,
    Action::Mark,
    Action::OtherPane,
    Action::Why,
    Action::Sort,
    Action::CopyCitation,
    Action::Export,
    Action::Dismiss,
    Action::Fold,
];
