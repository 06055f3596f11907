//! What `attache search --json` prints: the contract `attache-hits/1`, with its schema in `docs/schema/`.

use serde::Serialize;

use super::Span;
use crate::document::Document;

/// One hit.
#[derive(Debug, Serialize)]
pub struct Hit {
    /// `text`, the kind of the key point, or `note`.
    #[serde(rename = "in")]
    pub kind: &'static str,
    /// The number of the paragraph.
    pub paragraph: Option<usize>,
    /// The words in the document's text: the hit itself, or what the point or note rests on.
    #[serde(flatten)]
    pub span: Span,
    /// The words that were found.
    pub text: String,
    /// The same with what stands round them.
    pub context: String,
}

/// The hits of a search in one briefing.
#[derive(Debug, Serialize)]
pub struct Hits<'a> {
    schema: &'static str,
    id: &'a str,
    path: Option<String>,
    title: Option<&'a str>,
    count: usize,
    hits: Vec<Hit>,
}

impl<'a> Hits<'a> {
    /// `hits` in `document`.
    pub fn of(document: &'a Document, hits: Vec<Hit>) -> Self {
        Self {
            schema: "attache-hits/1",
            id: &document.id,
            path: document.path.as_ref().map(|p| p.display().to_string()),
            title: document.metadata.title.as_deref(),
            count: hits.len(),
            hits,
        }
    }

    /// One line of JSON with its line feed.
    pub fn line(&self) -> String {
        // Strings and numbers only: it cannot fail to become JSON.
        super::escape(serde_json::to_string(self).unwrap_or_default()) + "\n"
    }
}
