//! Lists under a lead-in: "the two sides will:", "agreed on the following:".

use super::super::{Commitment, Strength};
use crate::base::Span;

/// What the sentence before a list says of its items.
#[derive(Debug, Clone)]
pub(super) struct Lead {
    /// Who is bound.
    pub(super) actors: Vec<String>,
    /// How firmly; `None` for an agenda, whose items bind nobody.
    pub(super) strength: Option<Strength>,
    /// The lead-in itself, which belongs to the first item.
    pub(super) span: Option<Span>,
    /// The words of its cue.
    pub(super) cue: Option<Span>,
}

impl Lead {
    /// From the commitment that the lead-in itself made.
    pub(super) fn from(commitment: Commitment) -> Self {
        Self {
            actors: commitment.actors,
            strength: Some(commitment.strength),
            span: Some(commitment.evidence.span),
            cue: commitment.evidence.cue,
        }
    }

    /// The lead-in of an agenda.
    pub(super) const fn agenda() -> Self {
        Self { actors: Vec::new(), strength: None, span: None, cue: None }
    }
}
