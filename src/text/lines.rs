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
}
