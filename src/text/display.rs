//! What a terminal may be shown of a text.
//!
//! A file can hold escape sequences that redraw the screen, overrides that turn words round, and characters that take
//! no room. None of them reaches the terminal: each becomes one visible symbol, so that nothing is hidden and nothing is
//! obeyed. Every piece of a document goes through here on its way to a screen, and so do file names.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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
/// White space with a line end in it is one space, so that hard-wrapped and indented lines flow; after the hyphen of a
/// word it is nothing.
///
/// ```
/// assert_eq!(attache::text::visible("a\u{1b}[2Jb\u{202e}c"), "a␛[2Jb␦c");
/// assert_eq!(attache::text::visible("the two\n    ministers"), "the two ministers");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    Visible::of(text).text
}

/// A text as a terminal may be shown it, with the way back to what it stands for.
#[derive(Debug, Clone)]
pub struct Visible<'a> {
    text: Cow<'a, str>,
    /// For each byte of the text (and one past it), the byte that it stands for; `None` where they are the same.
    map: Option<Vec<u32>>,
}

impl<'a> Visible<'a> {
    /// What may be shown of `text`: see [`visible`].
    pub fn of(text: &'a str) -> Self {
        if text.bytes().all(|b| matches!(b, b' '..=b'~')) || Steps::new(text).eq(text.char_indices()) {
            return Self { text: Cow::Borrowed(text), map: None };
        }
        let mut shown = String::with_capacity(text.len());
        let mut same = true;
        for (at, c) in Steps::new(text) {
            same &= at == shown.len();
            shown.push(c);
        }
        let map = (!same || shown.len() != text.len()).then(|| {
            let bytes = Steps::new(text).flat_map(|(at, c)| std::iter::repeat_n(at as u32, c.len_utf8()));
            bytes.chain(std::iter::once(text.len() as u32)).collect()
        });
        Self { text: Cow::Owned(shown), map }
    }

    /// What to show.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The byte of the original that the byte at `offset` of the shown text stands for.
    ///
    /// ```
    /// let shown = attache::text::Visible::of("é\u{1b}b");
    /// assert_eq!((shown.as_str(), shown.source(5)), ("é␛b", 3));
    /// ```
    pub fn source(&self, offset: usize) -> usize {
        self.map.as_ref().map_or(offset, |map| map.get(offset).or(map.last()).map_or(0, |at| *at as usize))
    }

    /// What to put into cells, from left to right: each grapheme with the byte of the original that it begins at and its
    /// width in columns.
    ///
    /// ```
    /// let shown = attache::text::Visible::of("a日\n b");
    /// let glyphs: Vec<_> = shown.glyphs().collect();
    /// assert_eq!(glyphs, [(0, "a", 1), (1, "日", 2), (4, " ", 1), (6, "b", 1)]);
    /// ```
    pub fn glyphs(&self) -> impl Iterator<Item = (usize, &str, usize)> {
        self.text.grapheme_indices(true).map(|(at, glyph)| (self.source(at), glyph, glyph.width()))
    }
}

/// The characters to show, each with the byte of the original that it stands for.
struct Steps<'a> {
    text: &'a str,
    at: usize,
    before: char,
    /// Up to here the white space is known to hold no line end.
    plain: usize,
}

impl<'a> Steps<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, at: 0, before: '\n', plain: 0 }
    }
}

impl Steps<'_> {
    /// Whether a line ended within a hyphenated word, as in old papers, which goes on in `after`.
    fn hyphenated(&self, after: &str) -> bool {
        let word = self.text[..self.at].strip_suffix(['-', '\u{2010}']);
        word.is_some_and(|w| w.is_empty() || w.ends_with(char::is_alphabetic))
            && after.starts_with(char::is_alphabetic)
    }
}

impl Iterator for Steps<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let (mut at, mut rest) = (self.at, &self.text[self.at..]);
        let mut c = rest.chars().next()?;
        let mut length = c.len_utf8();
        if is_space(c) && at >= self.plain {
            let after = rest.trim_start_matches(is_space);
            let run = rest.len() - after.len();
            if !rest[..run].contains(is_line_end) {
                self.plain = at + run;
            } else if self.hyphenated(after) {
                (at, rest) = (at + run, after);
                c = rest.chars().next()?;
                length = c.len_utf8();
            } else {
                length = run;
            }
        }
        let shown = substitute(self.before, c).unwrap_or(c);
        self.at = at + length;
        self.before = c;
        Some((at, shown))
    }
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_line_end(c)
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
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
        assert_eq!(
            visible("Vice-\n  President to-\nnight - \nor 5-\n6"),
            "Vice-President to-night - or 5- 6"
        );
        assert_eq!(visible("a  b  \n   c\r\n\r\nd"), "a  b c d");
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
        let shown = Visible::of(text);
        assert_eq!((shown.as_str(), shown.as_str().len()), ("␦a␦b", text.len()));
        assert_eq!(shown.map, Some(vec![0, 0, 0, 2, 3, 3, 3, 7, 8]));
    }

    proptest! {
        #[test]
        fn no_control_character_is_left(text in "(\\PC|[\\x00-\\x20\u{200b}\u{202e}\u{ad}\u{e0001}]){0,80}") {
            let shown = Visible::of(&text);
            let safe = |c: char| !c.is_control() && !matches!(c, '\u{200b}' | '\u{202e}');
            prop_assert!(shown.as_str().chars().all(safe));
            let mut last = 0;
            for (at, glyph, _) in shown.glyphs() {
                prop_assert!(text.is_char_boundary(at) && at >= last && !glyph.is_empty());
                last = at;
            }
            prop_assert_eq!(shown.source(shown.as_str().len()), text.len());
        }
    }
}
