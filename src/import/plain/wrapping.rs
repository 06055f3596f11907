//! Whether a text was wrapped by hand, and where.
//!
//! A wrapped line ends because the next word would not have fitted; a paragraph on a line of its own ends with a stop. The
//! width that most lines come close to is taken for the wrapping width if enough lines at it end in mid-sentence.

use super::line::Line;
use crate::text::wants_name;

/// Narrowest and widest width that people wrap at, in columns.
const NARROWEST: usize = 30;
const WIDEST: usize = 110;
/// From this width on, one line cut in mid-sentence is enough.
const SURE: usize = 56;
/// How far short of the width a wrapped line may end: the length of a long word.
const RAGGED: usize = 12;

/// How the lines of a text end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrapping {
    width: Option<usize>,
}

impl Wrapping {
    /// What `lines` of `text` show.
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let width = likely_width(text, lines).filter(|w| is_wrapped(text, lines, *w));
        Self { width }
    }

    /// Whether the text is wrapped at all.
    pub(super) const fn is_wrapped(self) -> bool {
        self.width.is_some()
    }

    /// Whether the paragraph of `line` goes on in `next`, the line after it.
    pub(super) fn goes_on(self, text: &str, line: Line, next: Line) -> bool {
        let (words, follow) = (line.span.of(text), next.span.of(text));
        let open = !line.ends_clause(text);
        let small = follow.starts_with(char::is_lowercase);
        if open && !line.tag && line.width >= 12 && (wants_more(words) || wants_name(words)) {
            return true;
        }
        let Some(width) = self.width else {
            // Not wrapped: only a sentence that is plainly cut goes on.
            return open && small && !line.breaks && line.width >= 24;
        };
        let first = follow.split_whitespace().next().map_or(0, |w| w.chars().count());
        let full = line.width + 1 + first > width;
        if line.breaks {
            return open && (small || (full && !line.tag));
        }
        if next.width > WIDEST && !follow.contains("://") {
            return small;
        }
        // A link keeps its address on its line, which makes the line before it short.
        if open && follow.contains("](") {
            return true;
        }
        if open { small || full || line.width * 5 >= width * 4 } else { full && line.width + RAGGED > width }
    }
}

/// Whether the last of `words` cannot end a line of its own: an article, a preposition, a conjunction.
pub(super) fn wants_more(words: &str) -> bool {
    const OPEN: &[&str] = &[
        "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "its", "of", "on", "or",
        "our", "that", "the", "their", "to", "which", "whose", "with",
    ];
    words.rsplit(char::is_whitespace).next().is_some_and(|w| OPEN.binary_search(&w).is_ok())
}

/// The width that most lines end just short of.
fn likely_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut counts = [0_usize; WIDEST + 1];
    let mut long = 0;
    for line in lines.iter().filter(|l| !l.span.is_empty()) {
        match counts.get_mut(line.width) {
            Some(count) => *count += 1,
            None => long += usize::from(!line.span.of(text).contains("://")),
        }
    }
    let near = |width: usize| counts[width + 1 - RAGGED..=width].iter().sum::<usize>();
    let most = (NARROWEST..=WIDEST).map(near).max().filter(|most| *most > 0)?;
    let width = (NARROWEST..=WIDEST).rev().find(|w| counts[*w] > 0 && near(*w) * 20 >= most * 19)?;
    (long <= near(width)).then_some(width)
}

/// Whether most of the lines that end near `width` and have a line after them end in mid-sentence.
fn is_wrapped(text: &str, lines: &[Line], width: usize) -> bool {
    let near = |line: &Line| line.width + RAGGED > width && line.width <= width + RAGGED;
    let (mut open, mut all) = (0, 0);
    for pair in lines.windows(2) {
        let (line, next) = (&pair[0], &pair[1]);
        if line.span.is_empty() || next.span.is_empty() || !near(line) {
            continue;
        }
        all += 1;
        open += usize::from(!line.ends_clause(text) && next.width <= WIDEST);
    }
    // Two short lines prove nothing: a headline and a date look like that, too.
    open * 2 > all && open >= if width < SURE { 2 } else { 1 }
}
