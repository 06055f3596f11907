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
    /// Clears and draws the box in the upper middle of `screen`; the room within it, a column away from the frame.
    pub fn draw(&self, frame: &mut Frame, screen: Rect, theme: &Theme) -> Rect {
        let at = place(screen, self.size);
        let room = usize::from(at.width.saturating_sub(4));
        let ground = theme.style(Role::Text);
        let style = |role| ground.patch(theme.style(role));
        let block = Block::bordered()
            .border_set(theme.glyphs.border)
            .border_style(style(Role::BorderFocus))
            .title(Line::styled(
                format!(" {} ", clip(self.title, room, theme.glyphs.more)),
                style(Role::Heading),
            ))
            .title_bottom(self.foot(room, theme))
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

/// What would be left beside a box that takes this many columns less than there are is no use to anybody.
const SLIVER: u16 = 10;

/// Where a box of `size` goes: between the lines at the top and at the bottom of the screen, over the whole width where
/// only slivers of the panes would show beside it.
fn place(screen: Rect, size: (u16, u16)) -> Rect {
    let body = Rect { y: screen.y + 1, height: screen.height.saturating_sub(2), ..screen };
    let width = if size.0 + SLIVER >= body.width { body.width } else { size.0 };
    let height = size.1.min(body.height);
    let (left, above) = ((body.width - width) / 2, (body.height - height) / 3);
    Rect::new(body.x + left, body.y + above, width, height)
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

/// The keys that go up and down in a list: the arrows, which everybody knows, unless they are bound to something else.
pub fn up_down(app: &App) -> String {
    let bound = |action, key: &str| app.keymap().keys_of(action, Context::List).iter().any(|k| k == key);
    if bound(Action::LineUp, "Up") && bound(Action::LineDown, "Down") {
        return "Up/Down".to_owned();
    }
    keys(app, Action::LineUp, Action::LineDown, Context::List)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_leaves_the_lines_above_and_below_and_no_slivers_beside() {
        let screen = |w, h| Rect::new(0, 0, w, h);
        assert_eq!(place(screen(160, 45), (92, 22)), Rect::new(34, 8, 92, 22));
        assert_eq!(place(screen(100, 30), (92, 40)), Rect::new(0, 1, 100, 28));
        assert_eq!(place(screen(40, 15), (36, 13)), Rect::new(0, 1, 40, 13));
        assert_eq!(place(screen(3, 1), (36, 13)).intersection(screen(3, 1)).height, 0);
    }
}
