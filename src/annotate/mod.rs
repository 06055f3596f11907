//! Floor 3: highlights, notes, tags, marks and dismissals, kept so that nothing is lost and nothing moves in silence.
//!
//! [`AnnotationSet`] is the way in: it opens the annotations of a document from a data folder, makes changes, takes
//! them back, and says where in the text each annotation stands. [`Ledger`] remembers recent briefings.
//! `docs/annotations.md` describes files, merging and re-anchoring. Nothing here knows key points (a mark holds words
//! and a kind, no more), the clock (times are arguments) or the screen.

mod anchor;
mod change;
mod model;
mod set;
mod store;
mod wish;

pub use anchor::{Anchor, Placement, Placing, anchor, bytes_of};
pub use change::{Change, Draft};
pub use model::{Annotation, AnnotationId, Colour, Motivation, PointKey, Target};
pub use set::{AnnotationSet, Annotations, Carried, Orphan};
pub use store::{Ledger, Recent, StoreError};
