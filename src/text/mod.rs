//! Floor 1: text as such.
//!
//! Tokens, sentences, lines and what a terminal may be shown of them. Pure functions over strings: nothing here knows
//! of documents, files or key points.

mod abbreviation;
mod calendar;
mod display;
mod lines;
mod sentence;
mod token;
mod wrap;

pub use abbreviation::wants_name;
pub use calendar::{full_date, month};
pub use display::{Visible, visible};
pub use lines::LineIndex;
pub use sentence::sentences;
pub use token::{Token, TokenKind, each_token, tokens};
pub use wrap::wrap;
