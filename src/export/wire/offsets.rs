//! From bytes to code points.

use super::Span;
use crate::base;

/// How many bytes lie between two remembered offsets.
const STEP: usize = 64;

/// Turns byte offsets of one text into code-point offsets.
///
/// It remembers the count at every 64th byte, so that it is made in one pass and each question costs the same however
/// long the text is.
#[derive(Debug)]
pub struct Offsets<'t> {
    bytes: &'t [u8],
    /// Code points that begin before byte `i × STEP`.
    counts: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// The offsets of `text`.
    pub fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut total = 0;
        let counts = bytes.chunks(STEP).map(|chunk| {
            let before = total;
            total += starts(chunk);
            before
        });
        Self { bytes, counts: counts.collect() }
    }

    /// The number of code points before the byte at `offset`.
    pub fn point(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        let step = (offset / STEP).min(self.counts.len().saturating_sub(1));
        self.counts.get(step).map_or(0, |before| before + starts(&self.bytes[step * STEP..offset]))
    }

    /// The same words as `span`, counted in code points.
    pub fn span(&self, span: base::Span) -> Span {
        Span { start: self.point(span.start), end: self.point(span.end) }
    }
}

/// How many code points begin in `bytes`: every byte but UTF-8's continuation bytes.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_code_points_across_steps() {
        let text = "é".repeat(300);
        let at = Offsets::of(&text);
        assert_eq!((at.point(0), at.point(2), at.point(600), at.point(9999)), (0, 1, 300, 300));
        assert_eq!(Offsets::of("").point(0), 0);
    }

    proptest! {
        #[test]
        fn agrees_with_counting_characters(text in ".{0,600}") {
            let at = Offsets::of(&text);
            for (points, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(at.point(byte), points);
            }
        }
    }
}
