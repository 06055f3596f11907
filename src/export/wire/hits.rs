//! What `attache search --json` prints.

use serde::Serialize;

use super::{Offsets, Span};
use crate::base;
use crate::document::Document;

/// One hit.
#[derive(Debug, Serialize)]
struct Hit<'a> {
    paragraph: Option<usize>,
    #[serde(flatten)]
    span: Span,
    text: &'a str,
    context: &'a str,
}

/// The hits of a search in one briefing.
#[derive(Debug, Serialize)]
pub struct Hits<'a> {
    schema: &'static str,
    id: &'a str,
    path: Option<String>,
    title: Option<&'a str>,
    count: usize,
    #[serde(rename = "hits")]
    found: Vec<Hit<'a>>,
}

impl<'a> Hits<'a> {
    /// The hits at `spans` of `document`, each with the words round it that `context` gives.
    pub fn of(
        document: &'a Document,
        spans: &[base::Span],
        at: &Offsets,
        context: impl Fn(&base::Span) -> &'a str,
    ) -> Self {
        let hit = |span: &base::Span| Hit {
            paragraph: document.block_at(span.start).and_then(|b| document.paragraph_number(b)),
            span: at.span(*span),
            text: document.slice(*span),
            context: context(span),
        };
        Self {
            schema: "attache-hits/1",
            id: &document.id,
            path: document.path.as_ref().map(|p| p.display().to_string()),
            title: document.metadata.title.as_deref(),
            count: spans.len(),
            found: spans.iter().map(hit).collect(),
        }
    }

    /// One line of JSON with its line feed.
    pub fn line(&self) -> String {
        // Strings and numbers only: it cannot fail to become JSON.
        super::escape(serde_json::to_string(self).unwrap_or_default()) + "\n"
    }
}
