//! Making targets: what has to be kept of a place so that it is found again and told from its twins.

use super::normal::{backward, levelled, onward, trimmed};
use super::quote::CROWD;
use super::twins::standing;
use crate::annotate::Target;
use crate::base::Span;

/// Shortest and longest context kept on each side, in code points.
const CONTEXT: (usize, usize) = (64, 512);

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
        Self::all(text, &[span]).pop().flatten()
    }

    /// The targets for many spans at once, in one pass over the text.
    pub fn all(text: &str, spans: &[Span]) -> Vec<Option<Self>> {
        let words: Vec<String> = spans.iter().map(|span| levelled(span.of(text)).trim().to_owned()).collect();
        let places = standing(text, &words);
        let mut order: Vec<usize> = (0..spans.len()).collect();
        order.sort_by_key(|i| spans[*i].start);
        let mut targets = vec![None; spans.len()];
        let (mut byte, mut point) = (0, 0);
        for i in order {
            let span = spans[i];
            let Some(exact) = text.get(span.range()).filter(|words| !words.is_empty()) else { continue };
            point += text[byte..span.start].chars().count();
            byte = span.start;
            let len = context(text, trimmed(text, span), &places[i]);
            targets[i] = Some(Self {
                exact: exact.to_owned(),
                prefix: before(text, span.start, len).to_owned(),
                suffix: after(text, span.end, len).to_owned(),
                start: point,
                end: point + exact.chars().count(),
                copies: places[i].len().max(1),
            });
        }
        targets
    }
}

/// How much context tells the place from the most similar of its twins, in code points.
fn context(text: &str, here: Span, places: &[Span]) -> usize {
    if places.len() < 2 {
        return CONTEXT.0;
    }
    if places.len() >= CROWD {
        return CONTEXT.1 / 4;
    }
    let alike = places.iter().filter(|twin| twin.start != here.start).map(|twin| {
        let (left, first) = run(backward(&text[..here.start]), backward(&text[..twin.start]));
        let (right, last) = run(onward(&text[here.end..]), onward(&text[twin.end..]));
        // At an end of the text the context is cut short there, and the other side has to tell.
        match (first, last) {
            (true, false) => right,
            (false, true) => left,
            _ => left.min(right),
        }
    });
    (alike.max().unwrap_or(0) * 5 / 4 + 32).clamp(CONTEXT.0, CONTEXT.1)
}

/// How far two sides are the same, in bytes, and whether the first of them ends there.
fn run(
    mut here: impl Iterator<Item = (char, usize)>,
    mut there: impl Iterator<Item = (char, usize)>,
) -> (usize, bool) {
    let mut same = 0;
    loop {
        match (here.next(), there.next()) {
            (None, _) => return (same, true),
            (Some((a, _)), Some((b, _))) if a == b && same < CONTEXT.1 => same += a.len_utf8(),
            _ => return (same, false),
        }
    }
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
    fn twins_that_are_wrapped_otherwise_are_counted() {
        let target = Target::of("both sides  met. Both. both\nsides left.", Span::new(0, 11)).unwrap();
        assert_eq!(target.copies, 2);
    }

    #[test]
    fn no_target_without_words() {
        assert_eq!(Target::of("abc", Span::new(1, 1)), None);
        assert_eq!(Target::of("äbc", Span::new(1, 3)), None);
        assert_eq!(Target::of("abc", Span::new(2, 9)), None);
        assert_eq!(Target::of("a b", Span::new(1, 2)).unwrap().exact, " ");
    }
}
