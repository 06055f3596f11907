//! Lines of text in cells: measured, cut off, and made safe.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::visible;
use crate::tui::theme::{Role, Theme};

/// How many columns `text` takes.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// `text` on one line, safe for the screen.
///
/// ```
/// assert_eq!(attache::tui::on_one_line("a\n  b\u{1b}"), "a b\u{241b}");
/// ```
pub fn on_one_line(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` in at most `width` columns, with `more` at its end when something was cut off.
pub fn clip(text: &str, width: usize, more: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(columns(more));
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += columns(grapheme);
        if used > room {
            break;
        }
        out.push_str(grapheme);
    }
    if width > 0 {
        out.push_str(more);
    }
    out
}

/// A line of exactly `width` columns: `left`, room, `right`. What has no room is cut off at the left part's end.
pub fn fill<'a>(left: Vec<Span<'a>>, right: Vec<Span<'a>>, width: usize, theme: &Theme) -> Line<'a> {
    let size = |spans: &[Span]| spans.iter().map(|s| columns(&s.content)).sum::<usize>();
    let room = width.saturating_sub(size(&right));
    let mut out = Vec::with_capacity(left.len() + right.len() + 1);
    let mut used = 0;
    for span in left {
        let wanted = columns(&span.content);
        if used + wanted > room {
            let cut = clip(&span.content, room - used, theme.glyphs.more);
            used += columns(&cut);
            out.push(Span::styled(cut, span.style));
            break;
        }
        used += wanted;
        out.push(span);
    }
    out.push(Span::raw(" ".repeat(room - used.min(room))));
    out.extend(right);
    Line::from(out)
}

/// Lays the ground of the row under the cursor beneath all of `row` that has no other ground of its own, so that it
/// shows from end to end and not only where no words are. Called when the row is drawn.
pub fn band(frame: &mut Frame, row: Rect, theme: &Theme) {
    let Some(ground) = theme.style(Role::Cursor).bg else { return };
    let plain = theme.style(Role::Text).bg.unwrap_or_default();
    let buffer = frame.buffer_mut();
    for at in row.intersection(buffer.area).positions() {
        if buffer[at].bg == plain {
            buffer[at].set_bg(ground);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_between_characters() {
        assert_eq!(clip("日本語", 5, "…"), "日本…");
        assert_eq!(clip("abc", 3, "…"), "abc");
        assert_eq!(clip("abcd", 3, "…"), "ab…");
        assert_eq!(clip("abcd", 0, "…"), "");
        let theme = Theme::default();
        let line = fill(vec!["left side".into()], vec!["right".into()], 10, &theme);
        assert_eq!(line.to_string(), "left…right");
        assert_eq!(fill(vec!["a".into()], vec!["b".into()], 4, &theme).to_string(), "a  b");
    }
}
