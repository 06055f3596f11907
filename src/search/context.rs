//! What stands round a hit.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::base::Span;

/// `hit` with up to `characters` before and after it, within `block` and cut between words where there are any. Spans
/// are in bytes of `text`.
///
/// ```
/// use attache::{base::Span, search::around};
/// let text = "The ministers will meet again in Oslo on Monday.";
/// let hit = Span::new(19, 23);
/// assert_eq!(around(text, Span::new(0, text.len()), hit, 9).of(text), "will meet again");
/// ```
pub fn around(text: &str, block: Span, hit: Span, characters: usize) -> Span {
    let block = block.hull(hit);
    let (before, after) = (&text[block.start..hit.start], &text[hit.end..block.end]);
    let start = before.grapheme_indices(true).rev().take(characters).last();
    let start = start.map_or(hit.start, |(at, _)| block.start + at);
    let end = after.grapheme_indices(true).nth(characters).map_or(block.end, |(at, _)| hit.end + at);
    let skip = |text: &str| {
        text.find(char::is_whitespace).map_or(0, |at| text.len() - text[at..].trim_start().len())
    };
    let keep =
        |text: &str| text.rfind(char::is_whitespace).map_or(text.len(), |at| text[..at].trim_end().len());
    let start = if start == block.start { start } else { start + skip(&text[start..hit.start]) };
    let end = if end == block.end { end } else { hit.end + keep(&text[hit.end..end]) };
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_not_cut_where_there_are_any() {
        let shown = |text: &str, word: &str, characters| {
            let at = text.find(word).unwrap();
            around(text, Span::new(0, text.len()), Span::new(at, at + word.len()), characters)
                .of(text)
                .to_owned()
        };
        assert_eq!(shown("one two three four five", "three", 6), "two three four");
        assert_eq!(shown("one two three", "one", 99), "one two three");
        assert_eq!(shown("両国の大臣は月曜日に首都で会談した", "月曜日", 2), "臣は月曜日に首");
    }

    proptest! {
        #[test]
        fn any_hit_in_any_text(text in any::<String>(), from in 0..40usize, to in 0..40usize, characters in 0..20usize) {
            let at = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
            let hit = Span::new(at(from.min(to)), at(from.max(to)));
            let round = around(&text, Span::new(0, text.len()), hit, characters);
            prop_assert!(text.get(round.range()).is_some());
            prop_assert!(round.start <= hit.start && hit.end <= round.end);
        }
    }
}
