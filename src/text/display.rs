//! What a terminal may be shown of a text.
//!
//! A file can hold escape sequences that redraw the screen, overrides that turn words round, and characters that take
//! no room. None of them reaches the terminal: each becomes one visible symbol, so that nothing is hidden and nothing is
//! obeyed. Every piece of a document goes through here on its way to a screen, and so do file names.

use std::borrow::Cow;

/// What stands for a character that must not reach the terminal; `None` when it may.
///
/// Control characters become their control pictures, direction overrides and invisible characters `␦`, tabs and line
/// ends a space. All substitutes take one column.
fn substitute(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('␡'),
        // Control characters of the second set; direction marks, overrides and isolates.
        '\u{80}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // Characters without width, that hide words or split them unseen.
        | '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
        | '\u{34f}' | '\u{17b4}' | '\u{17b5}' => Some('␦'),
        _ => None,
    }
}

/// `text` as a terminal may be shown it.
///
/// ```
/// assert_eq!(attache::text::visible("a\u{1b}[2Jb\u{202e}c"), "a␛[2Jb␦c");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| substitute(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| substitute(c).unwrap_or(c)).collect())
}

/// [`visible`] with the way back: for each byte of the result (and one past it), the byte of `text` it stands for.
/// Without a map the two are equal byte for byte.
pub(super) fn visible_with_map(text: &str) -> (Cow<'_, str>, Option<Vec<u32>>) {
    let shown = visible(text);
    if shown.len() == text.len() {
        return (shown, None);
    }
    let mut map = Vec::with_capacity(shown.len() + 1);
    for (at, c) in text.char_indices() {
        let width = substitute(c).unwrap_or(c).len_utf8();
        map.extend(std::iter::repeat_n(at as u32, width));
    }
    map.push(text.len() as u32);
    (shown, Some(map))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        assert_eq!(visible("plain text, 日本, café"), "plain text, 日本, café");
        assert_eq!(visible("\u{9b}31m\u{7f}\u{0}"), "␦31m␡␀");
        assert_eq!(visible("a\tb\nc"), "a b c");
        assert_eq!(visible("x\u{200b}y\u{ad}"), "x␦y␦");
    }

    proptest! {
        #[test]
        fn no_control_character_is_left(text in any::<String>()) {
            let (shown, map) = visible_with_map(&text);
            prop_assert!(!shown.chars().any(char::is_control));
            if let Some(map) = map {
                prop_assert_eq!(map.len(), shown.len() + 1);
                prop_assert!(map.iter().all(|&at| text.is_char_boundary(at as usize)));
            }
        }
    }
}
