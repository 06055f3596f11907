//! Framed boxes over the panes, and the lines in them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};

use super::{Prompt, clip, columns};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::theme::{Role, Theme};

/// A box over the panes with keys told in its lower edge.
pub struct Panel<'a> {
    /// Written into the upper edge.
    pub title: &'a str,
    /// What can be done in it, as pairs of key and word; those that fit are written into the lower edge.
    pub keys: &'a [(String, &'a str)],
    /// Columns and rows with the frame; cut down to what there is.
    pub size: (u16, u16),
}

impl Panel<'_> {
    /// Clears and draws the box in the upper middle of `area`; the room within it, a column away from the frame.
    pub fn draw(&self, frame: &mut Frame, area: Rect, theme: &Theme) -> Rect {
        let (width, height) = (self.size.0.min(area.width), self.size.1.min(area.height));
        let at =
            Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 3, width, height);
        let ground = theme.style(Role::Text);
        let style = |role| ground.patch(theme.style(role));
        let block = Block::bordered()
            .border_set(theme.glyphs.border)
            .border_style(style(Role::BorderFocus))
            .title(Line::styled(format!(" {} ", self.title), style(Role::Heading)))
            .title_bottom(self.foot(usize::from(width.saturating_sub(4)), theme))
            .style(ground);
        let inner = block.inner(at);
        frame.render_widget(Clear, at);
        frame.render_widget(block, at);
        Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
    }

    fn foot(&self, room: usize, theme: &Theme) -> Line<'static> {
        let style = |role| theme.on_text(role);
        let mut spans = Vec::new();
        let mut used = 0;
        for (key, word) in self.keys.iter().filter(|(key, _)| !key.is_empty()) {
            let wanted = columns(key) + columns(word) + 3;
            if used + wanted > room {
                break;
            }
            used += wanted;
            spans.push(Span::styled(format!(" {key}"), style(Role::KeyName)));
            spans.push(Span::styled(format!(" {word} "), style(Role::Foot)));
        }
        Line::from(spans)
    }
}

/// The first key of `action` in `context`, or nothing.
pub fn key(app: &App, action: Action, context: Context) -> String {
    app.keymap().key_of(action, context).unwrap_or_default()
}

/// The keys of two actions that belong together: `Up/Down`.
pub fn keys(app: &App, one: Action, other: Action, context: Context) -> String {
    let (one, other) = (key(app, one, context), key(app, other, context));
    if one.is_empty() || other.is_empty() { one + &other } else { format!("{one}/{other}") }
}

/// Draws a line in which one types into `row`, with `sign` before it, and puts the terminal's cursor there.
pub fn draw_prompt(frame: &mut Frame, row: Rect, sign: &str, prompt: &Prompt, theme: &Theme) {
    let ground = theme.style(Role::Text);
    let room = usize::from(row.width).saturating_sub(columns(sign) + 1);
    let (shown, cursor) = prompt.view(room);
    let sign_span = Span::styled(sign.to_owned(), ground.patch(theme.style(Role::KeyName)));
    frame.render_widget(Line::from(vec![sign_span, Span::styled(shown, ground)]), row);
    frame.set_cursor_position((row.x + (columns(sign) + cursor) as u16, row.y));
}

/// A rule over the whole of `row` with words in it.
pub fn draw_rule(frame: &mut Frame, row: Rect, words: &str, theme: &Theme) {
    let rule = theme.glyphs.rule;
    let words = if words.is_empty() { String::new() } else { format!(" {words} ") };
    let words = clip(&words, usize::from(row.width), theme.glyphs.more);
    let rest = usize::from(row.width).saturating_sub(columns(&words) + 2);
    let line = format!("{}{words}{}", rule.repeat(2.min(usize::from(row.width))), rule.repeat(rest));
    frame.render_widget(Line::styled(line, theme.on_text(Role::Dim)), row);
}

/// `text` cut to `width` columns and filled up to it.
pub fn column(text: &str, width: usize, style: Style, theme: &Theme) -> Span<'static> {
    let text = clip(text, width, theme.glyphs.more);
    let room = width.saturating_sub(columns(&text));
    Span::styled(format!("{text}{}", " ".repeat(room)), style)
}
