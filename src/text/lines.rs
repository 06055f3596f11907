//! Line and column of an offset: for editors and error messages.

/// The offsets at which the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Indexes `text`, whose lines end in `\n`.
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { starts }
    }

    /// The line of the byte at `offset`, counted from 1.
    ///
    /// ```
    /// assert_eq!(attache::text::LineIndex::new("a\nb").line(2), 2);
    /// ```
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The line of the byte at `offset` and its column there, in characters; both counted from 1, as editors do. `text`
    /// is the text that was indexed.
    ///
    /// ```
    /// let text = "a\nčb";
    /// assert_eq!(attache::text::LineIndex::new(text).position(text, 4), (2, 2));
    /// ```
    pub fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let end = text.floor_char_boundary(offset);
        (line, text.get(start..end).map_or(0, |before| before.chars().count()) + 1)
    }

    /// Where the line numbered `line` begins, counted from 1.
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    /// How many lines there are; a text that ends in a line end has an empty last one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_find_their_line_and_column() {
        let text = "ab\n\n日本x\n";
        let index = LineIndex::new(text);
        for (offset, want) in
            [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 1)), (10, (3, 3)), (99, (4, 1))]
        {
            assert_eq!(index.position(text, offset), want, "{offset}");
        }
        assert_eq!((index.count(), index.start(3), index.start(0), index.start(9)), (4, Some(4), None, None));
    }
}
