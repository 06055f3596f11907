//! A stretch of text.
//!
//! Spans are half-open byte offsets, always on character boundaries of the text that they count in. Code-point
//! offsets exist only in exported shapes; mixing the two is the classic way of pointing at the wrong words.

use std::ops::Range;

/// Half-open byte offsets `[start, end)` into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The span as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words of `text` that the span covers.
    ///
    /// ```
    /// # use attache::base::Span;
    /// assert_eq!(Span::new(0, 5).of("Tokyo said"), "Tokyo");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the whole of `other` lies inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same span counted from a text that begins `by` bytes earlier.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// The span without white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_compare_by_bytes() {
        let outer = Span::new(2, 9);
        assert!(outer.covers(Span::new(2, 9)) && outer.overlaps(Span::new(8, 12)));
        assert!(!outer.overlaps(Span::new(9, 12)) && !outer.contains(9));
        assert_eq!(outer.hull(Span::new(0, 3)), Span::new(0, 9));
        assert_eq!(Span::new(0, 6).trimmed(" ab  c"), Span::new(1, 6));
    }
}
