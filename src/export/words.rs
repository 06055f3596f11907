//! The words of the contract for what the engine keeps as enums.

use crate::extract::{Involvement, PartyKind, Status, Strength};

/// How firmly somebody commits, in one word.
pub const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Firm => "firm",
        Strength::Intended => "intended",
        Strength::Considered => "considered",
        Strength::Principle => "principle",
    }
}

/// Whether a meeting is to come, in one word.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Upcoming => "upcoming",
        Status::Ongoing => "ongoing",
        Status::Past => "past",
    }
}

/// Whether a person takes part, in one word.
pub const fn involvement(involvement: Involvement) -> &'static str {
    match involvement {
        Involvement::Participant => "participant",
        Involvement::Mentioned => "mentioned",
    }
}

/// What a party is, in one word.
pub const fn party(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::State => "state",
        PartyKind::Organisation => "organisation",
        PartyKind::Grouping => "grouping",
    }
}
