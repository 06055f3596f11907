//! What a terminal may be shown of a text.
//!
//! A file can hold escape sequences that redraw the screen, overrides that turn words round, and characters that take
//! no room. None of them reaches the terminal: each becomes one visible symbol, so that nothing is hidden and nothing is
//! obeyed. Every piece of a document goes through here on its way to a screen, and so do file names.

use std::borrow::Cow;

/// What stands for a character that must not reach the terminal; `None` when it may. `before` is the character before
/// it.
///
/// Control characters become their control pictures, direction overrides and invisible characters `␦`, tabs and line
/// ends a space. All substitutes take one column. Joiners and variation selectors are left where scripts and emoji need
/// them, not among Latin letters, where they only split words unseen.
fn substitute(before: char, c: char) -> Option<char> {
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
        '\u{200c}' | '\u{200d}' if before < '\u{590}' => Some('␦'),
        '\u{fe00}'..='\u{fe0f}' if before.is_alphabetic() && before < '\u{590}' => Some('␦'),
        '\u{e0100}'..='\u{e01ef}' if before < '\u{2e80}' => Some('␦'),
        _ => None,
    }
}

/// `text` as a terminal may be shown it.
///
/// ```
/// assert_eq!(attache::text::visible("a\u{1b}[2Jb\u{202e}c"), "a␛[2Jb␦c");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~'))
        || pairs(text).all(|(before, c)| substitute(before, c).is_none())
    {
        return Cow::Borrowed(text);
    }
    Cow::Owned(pairs(text).map(|(before, c)| substitute(before, c).unwrap_or(c)).collect())
}

/// The characters of `text`, each with the one before it.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().scan('\n', |before, c| Some((std::mem::replace(before, c), c)))
}

/// [`visible`] with the way back: for each byte of the result (and one past it), the byte of `text` it stands for.
/// Without a map the two are equal byte for byte.
///
/// ```
/// let (shown, map) = attache::text::visible_with_map("é\u{1b}b");
/// assert_eq!((&*shown, map), ("é␛b", Some(vec![0, 0, 2, 2, 2, 3, 4])));
/// ```
pub fn visible_with_map(text: &str) -> (Cow<'_, str>, Option<Vec<u32>>) {
    let shown = visible(text);
    let same = |(before, c): (char, char)| substitute(before, c).is_none_or(|s| s.len_utf8() == c.len_utf8());
    if matches!(shown, Cow::Borrowed(_)) || pairs(text).all(same) {
        return (shown, None);
    }
    let mut map = Vec::with_capacity(shown.len() + 1);
    for ((at, _), (before, c)) in text.char_indices().zip(pairs(text)) {
        let width = substitute(before, c).unwrap_or(c).len_utf8();
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
        assert_eq!(visible("pay\u{200d}pal a\u{fe00}"), "pay␦pal a␦");
        assert_eq!(
            visible("👩\u{200d}🚀 ❤\u{fe0f} क\u{94d}\u{200d}ष"),
            "👩\u{200d}🚀 ❤\u{fe0f} क\u{94d}\u{200d}ष"
        );
        assert_eq!(visible("a\u{2066}b\u{2069}\u{feff}"), "a␦b␦␦");
    }

    #[test]
    fn lengths_that_cancel_out_are_still_mapped() {
        let text = "\u{ad}a\u{e0001}b";
        let (shown, map) = visible_with_map(text);
        assert_eq!((&*shown, shown.len()), ("␦a␦b", text.len()));
        assert_eq!(map, Some(vec![0, 0, 0, 2, 3, 3, 3, 7, 8]));
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
