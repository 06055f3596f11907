//! Which key points are meant.

use std::collections::BTreeSet;

use crate::briefing::{self, Category};
use crate::extract::{KeyPoints, Party};

/// The kinds of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointKind {
    /// A person.
    Participant,
    /// A state, organisation or grouping.
    Party,
    /// A statement that somebody will act.
    Commitment,
    /// A meeting.
    Meeting,
    /// A highlight of the user's own.
    Highlight,
}

impl PointKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 5] =
        [Self::Party, Self::Participant, Self::Commitment, Self::Meeting, Self::Highlight];

    /// The kind in one lower-case word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Party => "party",
            Self::Commitment => "commitment",
            Self::Meeting => "meeting",
            Self::Highlight => "highlight",
        }
    }
}

/// One point of a briefing: its kind and its place in the list of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointId {
    /// The list.
    pub kind: PointKind,
    /// The place in it, from 0.
    pub index: usize,
}

impl From<briefing::PointId> for PointId {
    fn from(id: briefing::PointId) -> Self {
        let kind = match id.category {
            Category::Participant => PointKind::Participant,
            Category::Party => PointKind::Party,
            Category::Commitment => PointKind::Commitment,
            Category::Meeting => PointKind::Meeting,
        };
        Self { kind, index: id.index }
    }
}

/// Which points to take. The default takes all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only these kinds.
    pub kinds: Option<BTreeSet<PointKind>>,
    /// Only these points, such as those that the user marked.
    pub points: Option<BTreeSet<PointId>>,
}

impl Selection {
    /// Only `kinds`; all kinds when it names none.
    pub fn kinds(kinds: impl IntoIterator<Item = PointKind>) -> Self {
        let kinds: BTreeSet<_> = kinds.into_iter().collect();
        Self { kinds: (!kinds.is_empty()).then_some(kinds), points: None }
    }

    /// Whether the point is taken.
    ///
    /// ```
    /// use attache::export::{PointId, PointKind, Selection};
    /// let selection = Selection::kinds([PointKind::Meeting]);
    /// assert!(selection.takes(PointId { kind: PointKind::Meeting, index: 3 }));
    /// assert!(!selection.takes(PointId { kind: PointKind::Party, index: 0 }));
    /// ```
    pub fn takes(&self, id: PointId) -> bool {
        self.kinds.as_ref().is_none_or(|kinds| kinds.contains(&id.kind))
            && self.points.as_ref().is_none_or(|points| points.contains(&id))
    }

    /// The points of `points` that are taken; times, mentions and diagnostics stay.
    pub fn of(&self, points: &KeyPoints) -> KeyPoints {
        KeyPoints {
            participants: self.pick(PointKind::Participant, &points.participants),
            parties: self.pick::<Party>(PointKind::Party, &points.parties),
            commitments: self.pick(PointKind::Commitment, &points.commitments),
            meetings: self.pick(PointKind::Meeting, &points.meetings),
            times: points.times.clone(),
            mentions: points.mentions.clone(),
            diagnostics: points.diagnostics.clone(),
        }
    }

    /// Those of `all`, a list of `kind`, that are taken.
    pub fn pick<T: Clone>(&self, kind: PointKind, all: &[T]) -> Vec<T> {
        let taken = |(index, _): &(usize, &T)| self.takes(PointId { kind, index: *index });
        all.iter().enumerate().filter(taken).map(|(_, point)| point.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_points_are_taken_by_their_place() {
        let id = |kind, index| PointId { kind, index };
        let marked = [id(PointKind::Party, 1), id(PointKind::Meeting, 0)];
        let selection = Selection { points: Some(marked.into()), ..Selection::default() };
        assert_eq!(selection.pick(PointKind::Party, &["a", "b", "c"]), ["b"]);
        assert_eq!(selection.pick(PointKind::Commitment, &["a"]), Vec::<&str>::new());
        assert_eq!(Selection::kinds([]), Selection::default());
        assert_eq!(Selection::default().pick(PointKind::Party, &[1, 2]), [1, 2]);
    }
}
