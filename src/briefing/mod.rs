//! Floor 4: one open briefing, and a library of them.
//!
//! A briefing is a document with its key points and one's own annotations. It knows no file format and no screen.

pub mod library;
mod point;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::annotate::{self, Annotations};
use crate::document::Document;
use crate::extract::KeyPoints;

pub use point::{Category, PointId, PointKey};

/// One open briefing.
#[derive(Debug, Clone, Default)]
pub struct Briefing {
    /// The text. Shared, because key points are looked for beside the reader.
    pub document: Arc<Document>,
    /// What was extracted from it so far.
    pub points: KeyPoints,
    /// The points marked for export.
    pub marks: BTreeSet<PointKey>,
    /// The points that were sent away.
    pub dismissed: BTreeSet<PointKey>,
    /// One's own highlights and notes, and the marks and dismissals that are kept.
    pub annotations: Annotations,
}

impl Briefing {
    /// A briefing whose points are still to be found.
    pub fn new(document: Document) -> Self {
        Self { document: Arc::new(document), ..Self::default() }
    }

    /// Whether the point is marked for export.
    pub fn is_marked(&self, id: PointId) -> bool {
        self.marks.contains(&self.key(id))
    }

    /// Whether the point was sent away.
    pub fn is_dismissed(&self, id: PointId) -> bool {
        self.dismissed.contains(&self.key(id))
    }

    /// Takes marks and dismissals over from what is kept, for the points as they are now.
    pub fn recall_marks(&mut self) {
        let of = |kept: &BTreeSet<annotate::PointKey>| {
            if kept.is_empty() {
                // The labels of all points of a long text take their time.
                return BTreeSet::new();
            }
            let known = self.ids().filter(|id| kept.contains(&self.label(*id)));
            known.map(|id| self.key(id)).collect()
        };
        (self.marks, self.dismissed) = (of(&self.annotations.marks), of(&self.annotations.dismissals));
    }

    /// How much is marked: key points, and highlights that have a place.
    pub fn marked_count(&self) -> usize {
        let kept = &self.annotations;
        self.marks.len() + kept.placed.iter().filter(|(_, own)| kept.is_marked(&own.id)).count()
    }

    /// The marked points, in the order of [`Self::ids`].
    pub fn marked(&self) -> impl Iterator<Item = PointId> + '_ {
        self.ids().filter(|id| self.is_marked(*id) && !self.is_dismissed(*id))
    }
}
