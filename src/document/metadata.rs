//! What a briefing says about itself.
//!
//! Every field comes from front matter or from the text; `None` means "not stated", and nothing fills it in.

use jiff::civil::Date;

/// Title, date, place and source of a document, as far as it states them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who published it: agency, ministry, paper.
    pub publisher: Option<String>,
    /// Where it was written, from a dateline or front matter.
    pub place: Option<String>,
    /// When it was published: the date that relative times resolve against.
    pub published: Option<Date>,
    /// Language tag; `None` when not stated and not recognised.
    pub language: Option<String>,
    /// Tags from front matter.
    pub tags: Vec<String>,
}
