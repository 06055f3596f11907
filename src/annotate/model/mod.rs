//! What annotations are made of. Nothing here touches a file or knows a document.

mod annotation;
pub(super) mod day;
mod point;
mod target;
pub(super) mod time;

pub(super) use annotation::digits;
pub use annotation::{Annotation, AnnotationId, Colour, Motivation};
pub use point::PointKey;
pub use target::Target;
