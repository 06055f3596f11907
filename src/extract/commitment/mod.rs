//! Commitments: cue, actor, action, strength, deadline.

use super::{Analysis, Commitment, Meeting, Party, TimeExpression, entities::Entities};

/// The commitments of the text, in order.
pub fn find(
    _analysis: &Analysis,
    _entities: &Entities,
    _times: &[TimeExpression],
    _meetings: &[Meeting],
    _parties: &[Party],
) -> Vec<Commitment> {
    Vec::new()
}
