//! What the user wrote, and what a template made, without anything that a terminal obeys.

use crate::text::visible;

/// `text` line by line as a terminal may be shown it: for what the user wrote, whose lines are meant.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// `text` without what a terminal obeys; line ends and tabs stay, white space is left alone.
pub(super) fn unarmed(text: String) -> String {
    let armed = |c: char| !matches!(c, '\n' | '\t') && visible(c.encode_utf8(&mut [0; 4])) != c.to_string();
    if !text.contains(|c: char| !c.is_ascii_graphic() && c != ' ' && armed(c)) {
        return text;
    }
    let shown =
        |c: char| if armed(c) { visible(c.encode_utf8(&mut [0; 4])).into_owned() } else { c.to_string() };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_obeyed_and_lines_stay() {
        assert_eq!(lines("a\u{1b}[2J\r\n  b\n"), "a\u{241b}[2J\n  b");
        assert_eq!(unarmed("a\tb\n  c \u{e9}".into()), "a\tb\n  c \u{e9}");
        assert_eq!(unarmed("a\u{1b}b\n\u{202e}c".into()), "a\u{241b}b\n\u{2426}c");
    }
}
