//! What may follow the keys typed so far: on the bottom line when it is little, else in a box above it.
//!
//! Nobody has to know a sequence by heart: its first key shows the rest. It knows the keymap, not what actions do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};

use super::hints::hint;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::show;
use crate::tui::theme::Role;
use crate::tui::widget::{clip, columns, fill};

/// More than this many are a list and not a line.
const ON_A_LINE: usize = 4;

/// What may follow the keys typed so far, each key once.
fn follows(app: &App) -> Vec<(String, Action)> {
    let (_, keys) = app.pending();
    if keys.is_empty() {
        return Vec::new();
    }
    let mut out: Vec<(String, Action)> = Vec::new();
    for (key, action) in app.keymap().continuations(app.context(), keys) {
        if out.iter().all(|(other, _)| *other != key) {
            out.push((key, action));
        }
    }
    out
}

/// The bottom line: what was typed, and what may follow if that is little.
pub fn line(app: &App, width: usize) -> Line<'static> {
    let (count, keys) = app.pending();
    let typed = format!(" {}{} ", count.map_or_else(String::new, |c| c.to_string()), show(keys));
    let mut spans = vec![Span::styled(typed, app.theme().on_text(Role::KeyName)), Span::raw(" ")];
    let follows = follows(app);
    if follows.len() <= ON_A_LINE {
        spans.extend(follows.iter().flat_map(|(key, action)| hint(app, key, action.short())));
    }
    fill(spans, Vec::new(), width, app.theme())
}

/// The box of what may follow, in the lower right corner of `area`, which ends above the bottom line.
pub fn draw(app: &App, frame: &mut Frame, area: Rect) {
    let follows = follows(app);
    let room = usize::from(area.height.saturating_sub(2));
    if follows.len() <= ON_A_LINE || room == 0 {
        return;
    }
    let (theme, ground) = (app.theme(), app.theme().style(Role::Text));
    let narrow = usize::from(area.width) < 60 || follows.len() > room;
    let about = |action: Action| if narrow { action.short() } else { action.description() };
    let keys = follows.iter().map(|(key, _)| columns(key)).max().unwrap_or(0);
    let widest = follows.iter().map(|(_, action)| columns(about(*action))).max().unwrap_or(0);
    // Side by side when there are more than rows.
    let many = follows.len().div_ceil(room);
    let rows = follows.len().div_ceil(many);
    let column = (keys + 2 + widest + 2).min(usize::from(area.width.saturating_sub(2)) / many);
    let (width, height) = ((column * many + 2) as u16, (rows + 2) as u16);
    let at = Rect::new(area.right() - width, area.bottom() - height, width, height);
    let block = Block::bordered()
        .border_set(theme.glyphs.border)
        .border_style(theme.on_text(Role::BorderFocus))
        .title(Line::styled(format!(" {} ", show(app.pending().1)), theme.on_text(Role::KeyName)))
        .style(ground);
    let inner = block.inner(at);
    frame.render_widget(Clear, at);
    frame.render_widget(block, at);
    for (place, (key, action)) in follows.iter().enumerate() {
        let (x, y) = ((place / rows * column) as u16, (place % rows) as u16);
        let cell = Rect { x: inner.x + x, y: inner.y + y, width: column as u16, height: 1 };
        let words = clip(about(*action), column.saturating_sub(keys + 4), theme.glyphs.more);
        let spans = vec![
            Span::styled(format!(" {key:<keys$}  "), theme.on_text(Role::KeyName)),
            Span::styled(words, theme.on_text(Role::Foot)),
        ];
        frame.render_widget(Line::from(spans), cell.intersection(inner));
    }
}
