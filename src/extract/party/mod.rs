//! The states and bodies that take part, against those only talked about.

use super::{Analysis, Meeting, Participant, Party, entities::Entities};

/// The parties, in the order of first mention.
pub fn find(
    _analysis: &Analysis,
    _entities: &Entities,
    _meetings: &[Meeting],
    _participants: &[Participant],
) -> Vec<Party> {
    Vec::new()
}
