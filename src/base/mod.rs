//! Floor 0: what every other floor may use.
//!
//! Spans, diagnostics and the data files embedded in the binary. Nothing here knows what a document is.

pub mod assets;
mod diagnostic;
mod span;

pub use diagnostic::{Diagnostic, Severity};
pub use span::Span;
