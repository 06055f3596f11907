//! Selectors: how an annotation remembers its words.
//!
//! The two selectors of the W3C Web Annotation Data Model that survive edits together: `TextQuoteSelector` (the words
//! and what stands round them) and `TextPositionSelector` (where they stood). Positions count Unicode code points,
//! as the W3C asks; everywhere else attache counts bytes.

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};

use crate::base::Span;

/// Shortest and longest context kept on each side, in code points.
const CONTEXT: (usize, usize) = (64, 512);

/// What an annotation points at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Target {
    /// The words themselves (`TextQuoteSelector`).
    pub exact: String,
    /// The words before: 64 code points, or up to 512 where fewer would not tell the place from its twins.
    #[serde(default)]
    pub prefix: String,
    /// The words behind, likewise.
    #[serde(default)]
    pub suffix: String,
    /// Where the words begin, in code points from the start of the text (`TextPositionSelector`).
    #[serde(default)]
    pub start: usize,
    /// One past their end, in code points.
    #[serde(default)]
    pub end: usize,
    /// How often the words stood in the text when the target was made; 0 when nobody counted. Words that were never
    /// alone are only found again with their context.
    #[serde(default)]
    pub copies: usize,
}

impl Target {
    /// The target for the words of `text` that `span` covers; `None` when the span is empty or not on characters.
    ///
    /// ```
    /// use attache::annotate::Target;
    /// use attache::base::Span;
    ///
    /// let text = "Čapek met Havel.";
    /// let target = Target::of(text, Span::new(7, 10)).unwrap();
    /// assert_eq!((target.exact.as_str(), target.start, target.end), ("met", 6, 9));
    /// assert_eq!(target.prefix, "Čapek ");
    /// ```
    pub fn of(text: &str, span: Span) -> Option<Self> {
        let exact = text.get(span.range()).filter(|words| !words.is_empty())?;
        let start = text[..span.start].chars().count();
        let twins = places(text, exact);
        let reach = |len| (before(text, span.start, len), after(text, span.end, len));
        let alike = |&at: &usize, (prefix, suffix): (&str, &str)| {
            text[..at].ends_with(prefix) && text[at + exact.len()..].starts_with(suffix)
        };
        let mut len = CONTEXT.0;
        let mut left: Vec<usize> = twins.iter().copied().filter(|&at| at != span.start).collect();
        loop {
            left.retain(|at| alike(at, reach(len)));
            if left.is_empty() || len >= CONTEXT.1 {
                break;
            }
            len *= 2;
        }
        let (prefix, suffix) = reach(len);
        Some(Self {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start,
            end: start + exact.chars().count(),
            copies: twins.len().max(1),
        })
    }
}

/// Where `words` stand in `text`, overlapping ones too.
fn places(text: &str, words: &str) -> Vec<usize> {
    AhoCorasick::new([words])
        .map(|searcher| searcher.find_overlapping_iter(text).map(|found| found.start()).collect())
        .unwrap_or_default()
}

/// At most `len` code points of `text` before `at`.
fn before(text: &str, at: usize, len: usize) -> &str {
    let head = &text[..at];
    let start = head.char_indices().rev().take(len).last().map_or(at, |(i, _)| i);
    &head[start..]
}

/// At most `len` code points of `text` from `at`.
fn after(text: &str, at: usize, len: usize) -> &str {
    let tail = &text[at..];
    &tail[..tail.char_indices().nth(len).map_or(tail.len(), |(i, _)| i)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_grows_until_it_tells_twins_apart() {
        let block =
            "The same words stand here, and again the same words stand there, for a good while. ".repeat(2);
        let text = format!("First. {block}One end. Second. {block}Other end.");
        let at = text.rfind("again").unwrap();
        let target = Target::of(&text, Span::new(at, at + 5)).unwrap();
        assert_eq!(target.copies, 4);
        assert!(target.suffix.contains("Other end") || target.prefix.contains("Second"), "{target:?}");
    }

    #[test]
    fn no_target_without_words() {
        assert_eq!(Target::of("abc", Span::new(1, 1)), None);
        assert_eq!(Target::of("äbc", Span::new(1, 3)), None);
        assert_eq!(Target::of("abc", Span::new(2, 9)), None);
    }
}
