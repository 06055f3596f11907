//! Lines of a block at a width.
//!
//! The lines are spans of the block's own text, so that a highlight or a search hit maps to cells without counting
//! anything twice. White space with a line end in it counts as one space: hard-wrapped files flow. The caller draws each
//! line through [`super::Visible`].

use textwrap::core::Word;
use textwrap::word_splitters::split_words;
use textwrap::{WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::display::Visible;
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
    let visible = Visible::of(text);
    let shown = visible.as_str();
    let mut filler = Filler { shown, width: width.max(1), lines: Vec::new(), open: None };
    let words = WordSeparator::UnicodeBreakProperties.find_words(shown);
    for word in split_words(words, &WordSplitter::HyphenSplitter) {
        filler.word(&word);
    }
    let mut lines = filler.finish();
    if lines.is_empty() {
        lines.push(Span::default());
    }
    for line in &mut lines {
        *line = Span::new(visible.source(line.start), visible.source(line.end)).trimmed(text);
    }
    lines
}

/// Fills lines with words, first fit. Words too wide for any line are cut between graphemes, which the wrapper of
/// `textwrap` would not respect.
struct Filler<'a> {
    shown: &'a str,
    width: usize,
    lines: Vec<Span>,
    /// The line that is being filled, and its width with the white space at its end.
    open: Option<(Span, usize)>,
}

impl Filler<'_> {
    fn word(&mut self, word: &Word) {
        let start = (word.word.as_ptr() as usize).wrapping_sub(self.shown.as_ptr() as usize);
        let needed = columns(word.word);
        if word.word.is_empty() || start > self.shown.len() {
            return;
        }
        if self.open.is_some_and(|(_, used)| used + needed > self.width) {
            self.lines.extend(self.open.take().map(|(line, _)| line));
        }
        if needed > self.width {
            self.cut(word.word, start);
        } else {
            self.put(Span::new(start, start + word.word.len()), needed);
        }
        if let Some((_, used)) = &mut self.open {
            *used += columns(word.whitespace);
        }
    }

    /// Adds `piece` to the open line.
    fn put(&mut self, piece: Span, columns: usize) {
        self.open = Some(match self.open {
            Some((line, used)) => (line.hull(piece), used + columns),
            None => (piece, columns),
        });
    }

    /// Sets a word that fits on no line, grapheme by grapheme.
    fn cut(&mut self, word: &str, start: usize) {
        for (at, grapheme) in word.grapheme_indices(true) {
            let needed = columns(grapheme);
            if self.open.is_some_and(|(_, used)| used + needed > self.width) {
                self.lines.extend(self.open.take().map(|(line, _)| line));
            }
            self.put(Span::new(start + at, start + at + grapheme.len()), needed);
        }
    }

    fn finish(mut self) -> Vec<Span> {
        self.lines.extend(self.open.take().map(|(line, _)| line));
        self.lines
    }
}

fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::visible;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).iter().map(|l| l.of(text)).collect()
    }

    #[test]
    fn lines_are_the_words_of_the_text() {
        assert_eq!(lines("a two-plus-two meeting", 9), ["a two-", "plus-two", "meeting"]);
        assert_eq!(lines("日本語の文", 4), ["日本", "語の", "文"]);
        assert_eq!(lines("", 4), [""]);
        assert_eq!(lines("bell\u{7}s ring", 6), ["bell\u{7}s", "ring"]);
        assert_eq!(lines("the two  \n    ministers met", 14), ["the two", "ministers met"]);
        assert_eq!(lines("the two\n    ministers", 20), ["the two\n    ministers"]);
        assert_eq!(
            lines("a\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}b e\u{301}f", 4),
            ["a\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}b", "e\u{301}f"]
        );
        assert_eq!(lines("unbreakablylong", 5), ["unbre", "akabl", "ylong"]);
    }

    proptest! {
        #[test]
        fn lines_tile_the_text_and_fit(text in "[a-z日é\u{200d}\u{1f468}\u{fe0f}\u{1f1ea}\u{1f600}\u{301} \n\u{7}-]{0,120}", width in 1_usize..30) {
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
