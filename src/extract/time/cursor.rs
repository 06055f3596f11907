//! Asking the tokens of one sentence for words of time.

use jiff::civil::Date;

use super::super::Analysis;
use super::super::lexicon::Category;
use super::super::lexicon::time::TimeWord;
use crate::text::TokenKind;

/// One sentence, seen by the grammar of time.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    /// End of the sentence, in tokens.
    pub(super) end: usize,
    /// Its first token.
    pub(super) start: usize,
    /// The document's date.
    pub(super) today: Option<Date>,
    /// The day that the text spoke of last, where that is not long ago.
    pub(super) anchor: Option<Date>,
    /// What one look at each token of the document says; empty where nobody looked.
    pub(super) signs: &'r [u8],
}

impl<'r, 'a> Cursor<'r, 'a> {
    /// The sentence of the token at `at`.
    pub(super) fn of(a: &'r Analysis<'a>, at: usize) -> Option<Self> {
        let range = &a.sentences.get(a.tokens.get(at)?.sentence as usize)?.tokens;
        Some(Self {
            a,
            start: range.start,
            end: range.end,
            today: a.document.metadata.published,
            anchor: None,
            signs: &[],
        })
    }

    /// The longest phrase at `at` that `wanted` takes, with the token behind it.
    pub(super) fn take<T>(
        &self,
        at: usize,
        wanted: impl Fn(&'a TimeWord) -> Option<T>,
    ) -> Option<(usize, T)> {
        if at >= self.end {
            return None;
        }
        let words = &self.a.lexicon.times.words;
        self.a
            .hits_at(at)
            .iter()
            .rev()
            .filter(|h| h.entry.category == Category::Time && h.end <= self.end)
            .find_map(|h| words.get(h.entry.row as usize).and_then(&wanted).map(|t| (h.end, t)))
    }

    /// Whether the token at `at` is one of `words`, in lower case.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        at >= self.start && at < self.end && self.a.is_any(at, words)
    }

    /// The word before `at`, if the sentence has one.
    pub(super) fn before(&self, at: usize) -> &'a str {
        if at > self.start { self.a.word(at - 1) } else { "" }
    }

    /// The digits at `at`: their value, and whether an ordinal ending follows.
    pub(super) fn digits(&self, at: usize) -> Option<(i64, bool)> {
        let token = (at < self.end).then(|| self.a.tokens.get(at)).flatten()?;
        if token.kind != TokenKind::Number {
            return None;
        }
        let word = self.a.word(at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let ending = word[digits..].to_ascii_lowercase();
        let ordinal = matches!(ending.as_str(), "st" | "nd" | "rd" | "th");
        (ordinal || ending.is_empty()).then(|| word[..digits].parse().ok()).flatten().map(|n| (n, ordinal))
    }

    /// A day of a month.
    pub(super) fn day(&self, at: usize) -> Option<i8> {
        self.digits(at).filter(|(n, _)| (1..=31).contains(n)).map(|(n, _)| n as i8)
    }

    /// A year in four digits.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let (n, ordinal) = self.digits(at)?;
        (!ordinal && (1000..=2199).contains(&n) && self.a.word(at).len() == 4).then_some(n as i16)
    }

    /// A count in digits or words, with the token behind it.
    pub(super) fn count(&self, at: usize) -> Option<(usize, i64)> {
        if let Some((n, false)) = self.digits(at) {
            return Some((at + 1, n));
        }
        let (mut end, mut total) = self.take(at, |w| match w {
            TimeWord::Number(n) => Some(*n),
            _ => None,
        })?;
        if total >= 20
            && let Some((next, unit)) =
                self.take(if self.is(end, &["-"]) { end + 1 } else { end }, |w| match w {
                    TimeWord::Number(n) if *n < 10 => Some(*n),
                    _ => None,
                })
        {
            (end, total) = (next, total + unit);
        }
        Some((end, total))
    }

    /// An ordinal in digits or words.
    pub(super) fn ordinal(&self, at: usize) -> Option<(usize, i64)> {
        if let Some((n, true)) = self.digits(at) {
            return Some((at + 1, n));
        }
        self.take(at, |w| match w {
            TimeWord::Ordinal(n) => Some(*n),
            _ => None,
        })
    }

    pub(super) fn month(&self, at: usize) -> Option<(usize, i8)> {
        self.take(at, |w| match w {
            TimeWord::Month(m) => Some(*m),
            _ => None,
        })
    }

    pub(super) fn weekday(&self, at: usize) -> Option<(usize, i8)> {
        self.take(at, |w| match w {
            TimeWord::Weekday(d) => Some(*d),
            _ => None,
        })
    }

    /// A part of the day: morning, night.
    pub(super) fn day_part(&self, at: usize) -> Option<(usize, &'a str)> {
        self.take(at, |w| match w {
            TimeWord::DayPart(p) => Some(p.as_str()),
            _ => None,
        })
    }

    /// A unit: its letter, and whether it is in the plural.
    pub(super) fn unit(&self, at: usize) -> Option<(usize, (&'a str, bool))> {
        self.take(at, |w| match w {
            TimeWord::Unit(u, many) => Some((u.as_str(), *many)),
            _ => None,
        })
    }

    pub(super) fn shift(&self, at: usize) -> Option<(usize, i32)> {
        self.take(at, |w| match w {
            TimeWord::Shift(n) => Some(*n),
            _ => None,
        })
    }

    pub(super) fn season(&self, at: usize) -> Option<(usize, &'a str)> {
        self.take(at, |w| match w {
            TimeWord::Season(s) => Some(s.as_str()),
            _ => None,
        })
    }

    /// Behind a dash or a word that joins the ends of a range.
    pub(super) fn joined(&self, at: usize) -> Option<usize> {
        let joint = ["-", "–", "—", "to", "and", "&", "until", "till", "through", "or"];
        self.is(at, &joint).then_some(at + 1)
    }

    /// Behind a comma, or `at` itself.
    pub(super) fn comma(&self, at: usize) -> usize {
        if self.is(at, &[","]) { at + 1 } else { at }
    }

    /// Behind the article, or `at` itself.
    pub(super) fn article(&self, at: usize) -> usize {
        if self.is(at, &["the"]) { at + 1 } else { at }
    }
}
