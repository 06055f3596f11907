//! People as key points: who of the named takes part.

use super::{Analysis, Meeting, Participant, entities::Entities};

/// Every named person, in the order of first mention.
pub fn find(_analysis: &Analysis, _entities: &Entities, _meetings: &[Meeting]) -> Vec<Participant> {
    Vec::new()
}
