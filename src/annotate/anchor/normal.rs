//! Text as the eye compares it: white space, quotation marks and dashes levelled.
//!
//! A text that was wrapped anew, or saved by another editor, differs in these alone. Offsets lead back to the text as
//! it is through a thin table, so that ten megabytes of text do not need eighty of offsets.

use crate::base::Span;

/// How far apart the entries of the table are, in bytes of the levelled text.
const STRIDE: usize = 256;

/// A levelled text with the way back.
#[derive(Debug, Clone, Default)]
pub struct Normal<'a> {
    source: &'a str,
    /// The levelled text. White space at both ends is gone.
    pub text: String,
    /// Pairs of offsets, levelled and in the source, each at the beginning of a character that is no space.
    table: Vec<(usize, usize)>,
}

impl<'a> Normal<'a> {
    /// Levels `source`.
    pub fn of(source: &'a str) -> Self {
        let mut normal = Self { source, text: String::with_capacity(source.len()), table: vec![(0, 0)] };
        let mut pending = false;
        for (at, c) in source.char_indices() {
            let Some(c) = level(c) else { continue };
            if c == ' ' {
                pending = !normal.text.is_empty();
                continue;
            }
            if std::mem::take(&mut pending) {
                normal.text.push(' ');
            }
            if normal.table.last().is_none_or(|last| normal.text.len() >= last.0 + STRIDE)
                || normal.table.len() == 1
            {
                normal.table.push((normal.text.len(), at));
            }
            normal.text.push(c);
        }
        normal
    }

    /// Where the source has the character that begins at `start` of the levelled text, and where the one that ends at
    /// `end` ends.
    pub fn back(&self, start: usize, end: usize) -> (usize, usize) {
        (self.source_of(start, false), self.source_of(end, true))
    }

    /// The source offset for `offset`: of the character there or, with `end`, just behind the one before.
    fn source_of(&self, offset: usize, end: bool) -> usize {
        let wanted = if end { offset.saturating_sub(1) } else { offset };
        let entry = self.table.partition_point(|(at, _)| *at <= wanted).saturating_sub(1);
        let (mut at, from) = self.table.get(entry).copied().unwrap_or_default();
        let mut pending = false;
        for (i, c) in self.source[from..].char_indices() {
            let Some(levelled) = level(c) else { continue };
            if levelled == ' ' {
                pending = at > 0;
                continue;
            }
            at += usize::from(std::mem::take(&mut pending));
            if at + levelled.len_utf8() > wanted {
                return from + if end { i + c.len_utf8() } else { i };
            }
            at += levelled.len_utf8();
        }
        self.source.len()
    }
}

/// Characters that nobody sees.
pub const UNSEEN: [char; 13] = [
    '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}', '\u{2060}', '\u{feff}',
];

/// A character as it is compared; `None` for one that nobody sees.
fn level(c: char) -> Option<char> {
    Some(match c {
        c if c >= UNSEEN[0] && UNSEEN.contains(&c) => return None,
        '\u{2018}'..='\u{201b}' | '`' | '\u{b4}' | '\u{2032}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

/// What is seen of `text` from its beginning on, levelled, each with the offset behind it; nothing of white space at the
/// end.
pub fn onward(text: &str) -> impl Iterator<Item = (char, usize)> {
    joined(text.char_indices().filter_map(|(at, c)| Some((level(c)?, at + c.len_utf8()))))
}

/// What is seen of `text` from its end back, levelled, each with its offset; nothing of white space at the beginning.
pub fn backward(text: &str) -> impl Iterator<Item = (char, usize)> {
    joined(text.char_indices().rev().filter_map(|(at, c)| Some((level(c)?, at))))
}

/// Spaces in a row as one, and none at the end.
fn joined(seen: impl Iterator<Item = (char, usize)>) -> impl Iterator<Item = (char, usize)> {
    let mut seen = seen.peekable();
    std::iter::from_fn(move || {
        let next = seen.next()?;
        if next.0 == ' ' {
            while seen.next_if(|(c, _)| *c == ' ').is_some() {}
            seen.peek()?;
        }
        Some(next)
    })
}

/// `span` without what nobody sees and white space at its ends.
pub fn trimmed(text: &str, span: Span) -> Span {
    let blank = |c: char| level(c).is_none_or(|c| c == ' ');
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(blank).len());
    Span::new(start, start + words.trim_matches(blank).len())
}

/// A short text levelled, with a space at an end where it had one.
pub fn levelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter_map(level) {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// Whether two texts are the same words, whatever their white space and quotation marks.
pub fn same_words(one: &str, other: &str) -> bool {
    levelled(one).trim() == levelled(other).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_leads_back() {
        let source = "  “Quoted”\n\n  text —\u{a0}and\u{ad} more…\n".repeat(40);
        let normal = Normal::of(&source);
        assert!(normal.text.starts_with("\"Quoted\" text - and more… \"Quoted\""), "{}", normal.text);
        for (start, found) in normal.text.match_indices("text - and") {
            let (from, to) = normal.back(start, start + found.len());
            assert_eq!(&source[from..to], "text —\u{a0}and");
        }
        assert_eq!(normal.back(0, normal.text.len()), (2, source.trim_end().len()));
        assert_eq!(levelled("a \n b’s "), "a b's ");
    }

    #[test]
    fn what_is_seen_in_both_directions_is_the_levelled_text() {
        let source = " \u{200b} “One”  two\u{ad}s —\n three \n ";
        let normal = Normal::of(source);
        let seen: String = onward(source.trim_start_matches([' ', '\u{200b}'])).map(|(c, _)| c).collect();
        let mut back: Vec<char> = backward(source.trim_end()).map(|(c, _)| c).collect();
        back.reverse();
        assert_eq!(
            (seen.as_str(), back.into_iter().collect::<String>()),
            (&*normal.text, normal.text.clone())
        );
        assert_eq!(
            trimmed(source, Span::new(0, source.len())).of(source),
            source.trim_matches([' ', '\n', '\u{200b}'])
        );
    }
}
