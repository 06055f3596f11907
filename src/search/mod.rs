//! Floor 3: finding words in documents.
//!
//! A [`Query`] is compiled once and asked of any number of texts: of one document for the reader's `/`, of many for a
//! search across briefings ([`Corpus`]). There is no index: scanning twenty megabytes takes less time than a key press
//! may, and an index would have to be kept true. Nothing here knows what a key point or a note is; those come in as
//! lines of text with a [`Scope`].

mod context;
mod corpus;
mod query;

pub use context::around;
pub use corpus::{Bounds, Corpus, Found, Place, Scope};
pub use query::{Mode, Query, QueryError};
