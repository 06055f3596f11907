//! Meetings: found by noun and verb, joined, dated, placed.

use super::{Analysis, Meeting, TimeExpression, entities::Entities};

/// The meetings of the text, in the order of their first mention.
pub fn find(_analysis: &Analysis, _entities: &Entities, _times: &[TimeExpression]) -> Vec<Meeting> {
    Vec::new()
}
