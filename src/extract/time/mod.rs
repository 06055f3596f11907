//! Expressions of time, found and resolved against the document's date.

use super::{Analysis, TimeExpression, When};

/// Every expression of time in the text, in order; they do not overlap.
pub fn find(_analysis: &Analysis) -> Vec<TimeExpression> {
    Vec::new()
}

/// What `time` states of a meeting or commitment: its words with the preposition that bounds it ("by", "before",
/// "until", "since"), and the days it spans by the guide.
pub fn when(analysis: &Analysis, time: &TimeExpression) -> When {
    When {
        text: time.span.of(&analysis.document.text).to_owned(),
        span: time.span,
        start: time.start,
        end: time.end,
    }
}
