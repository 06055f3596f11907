//! Lines of a block at a width.
//!
//! The lines are spans of the block's own text, so that a highlight or a search hit maps to cells without counting
//! anything twice. Line ends within the block count as spaces: hard-wrapped files flow. The caller draws each line
//! through [`super::visible`].

use textwrap::{Options, WordSplitter, WrapAlgorithm};

use super::display::visible_with_map;
use crate::base::Span;

/// The lines of `text` at `width` columns, in order; each is a span of `text` without the white space at its end.
/// Only a single character wider than `width` makes a line wider than that. An empty text has one empty line.
///
/// ```
/// let text = "Japan and India\nmet today";
/// let lines: Vec<_> = attache::text::wrap(text, 10).iter().map(|l| l.of(text)).collect();
/// assert_eq!(lines, ["Japan and", "India\nmet", "today"]);
/// ```
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    let (shown, map) = visible_with_map(text);
    let options = Options::new(width.max(1))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::HyphenSplitter);
    let base = shown.as_ptr() as usize;
    let mut out = Vec::new();
    let mut last = 0;
    for line in textwrap::wrap(&shown, options) {
        let start = match &line {
            std::borrow::Cow::Borrowed(part) => (part.as_ptr() as usize).wrapping_sub(base),
            std::borrow::Cow::Owned(part) => shown[last..].find(part.as_str()).map_or(last, |at| last + at),
        };
        let start = if start > shown.len() { last } else { start };
        last = (start + line.len()).min(shown.len());
        out.push(match &map {
            None => Span::new(start, last),
            Some(map) => Span::new(map[start] as usize, map[last] as usize),
        });
    }
    if out.is_empty() {
        out.push(Span::default());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::visible;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).iter().map(|l| l.of(text)).collect()
    }

    #[test]
    fn lines_are_the_words_of_the_text() {
        assert_eq!(lines("a two-plus-two meeting", 9), ["a two-", "plus-two", "meeting"]);
        assert_eq!(lines("日本語の文", 4), ["日本", "語の", "文"]);
        assert_eq!(lines("", 4), [""]);
        assert_eq!(lines("bell\u{7}s ring", 6), ["bell\u{7}s", "ring"]);
        assert_eq!(lines("unbreakablylong", 5), ["unbre", "akabl", "ylong"]);
    }

    proptest! {
        #[test]
        fn lines_tile_the_text_and_fit(text in "[a-z日é\u{1f600}\u{301} \n\u{7}-]{0,120}", width in 1_usize..30) {
            let mut at = 0;
            for span in wrap(&text, width) {
                prop_assert!(span.start >= at && text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                prop_assert!(visible(&text[at..span.start]).trim().is_empty());
                let shown = visible(span.of(&text));
                prop_assert!(shown.width() <= width || shown.graphemes(true).count() == 1, "{:?}", shown);
                at = span.end;
            }
            prop_assert!(visible(&text[at..]).trim().is_empty());
        }
    }
}
