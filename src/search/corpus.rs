//! Searching many texts at once, as fast as somebody types.
//!
//! The texts stay in memory and are scanned on all cores at every key. What is kept of each text is bounded, so that a
//! single letter over a large folder neither takes the time nor the memory to list a million places; all are counted.

use rayon::prelude::*;

use super::Query;
use crate::base::Span;

/// What a text is of a briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The briefing's own text.
    Text,
    /// A key point.
    Point,
    /// One of the user's own notes.
    Note,
}

/// One text with what it belongs to.
#[derive(Debug, Clone)]
struct Entry {
    briefing: usize,
    scope: Scope,
    /// The number that the caller knows the text by within its briefing and scope.
    index: usize,
    text: String,
    /// The stretches of the text that may hold a hit, in order: blocks that are not page furniture.
    parts: Vec<Span>,
}

/// One hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What the hit is in.
    pub scope: Scope,
    /// Which of the briefing's texts of that scope: the number given when it was added.
    pub index: usize,
    /// Where, in bytes of that text.
    pub span: Span,
}

/// The hits in one briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The number of the briefing, as given when its texts were added.
    pub briefing: usize,
    /// How many hits there are.
    pub count: usize,
    /// The first of them, in the order in which the texts were added.
    pub places: Vec<Place>,
}

/// Texts of any number of briefings.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    entries: Vec<Entry>,
}

impl Corpus {
    /// Adds a text. `parts` are the stretches that may hold a hit, in order; hits do not reach over their ends. The texts
    /// of one briefing are added one after the other.
    ///
    /// ```
    /// use attache::{base::Span, search::{Corpus, Mode, Query, Scope}};
    /// let mut corpus = Corpus::default();
    /// corpus.add(0, Scope::Text, 0, "Talks in Oslo".into(), vec![Span::new(0, 13)]);
    /// corpus.add(1, Scope::Text, 0, "Talks in Bern".into(), vec![Span::new(0, 13)]);
    /// let found = corpus.search(&Query::new("oslo", Mode::Literal)?, &[Scope::Text], 100);
    /// assert_eq!((found.len(), found[0].briefing, found[0].count), (1, 0, 1));
    /// # Ok::<(), attache::search::QueryError>(())
    /// ```
    pub fn add(&mut self, briefing: usize, scope: Scope, index: usize, text: String, parts: Vec<Span>) {
        self.entries.push(Entry { briefing, scope, index, text, parts });
    }

    /// How many bytes of text there are.
    pub fn bytes(&self) -> usize {
        self.entries.iter().map(|e| e.text.len()).sum()
    }

    /// The hits of `query` in texts of `scopes`, briefing by briefing, with at most `most` places of each.
    pub fn search(&self, query: &Query, scopes: &[Scope], most: usize) -> Vec<Found> {
        let groups: Vec<&[Entry]> = self.entries.chunk_by(|a, b| a.briefing == b.briefing).collect();
        groups.into_par_iter().filter_map(|entries| search_one(entries, query, scopes, most)).collect()
    }
}

fn search_one(entries: &[Entry], query: &Query, scopes: &[Scope], most: usize) -> Option<Found> {
    let mut found = Found { briefing: entries.first()?.briefing, count: 0, places: Vec::new() };
    for entry in entries.iter().filter(|e| scopes.contains(&e.scope)) {
        for span in hits(entry, query) {
            found.count += 1;
            if found.places.len() < most {
                found.places.push(Place { scope: entry.scope, index: entry.index, span });
            }
        }
    }
    (found.count > 0).then_some(found)
}

/// Asks the whole text first, because most texts have no hit, then part by part.
fn hits<'a>(entry: &'a Entry, query: &'a Query) -> impl Iterator<Item = Span> + 'a {
    let parts: &[Span] = if query.matches(&entry.text) { &entry.parts } else { &[] };
    parts.iter().flat_map(|part| query.hits(part.of(&entry.text)).map(|hit| hit.shifted(part.start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Mode;

    fn corpus() -> Corpus {
        let mut corpus = Corpus::default();
        let text = "Share this\n\nTalks end.\n\nTalks go on.";
        corpus.add(3, Scope::Text, 0, text.into(), vec![Span::new(12, 22), Span::new(24, 36)]);
        corpus.add(3, Scope::Point, 7, "talks".into(), vec![Span::new(0, 5)]);
        corpus.add(5, Scope::Note, 1, "no hit".into(), vec![Span::new(0, 6)]);
        corpus
    }

    #[test]
    fn hits_are_grouped_counted_and_bounded() {
        let query = Query::new("talks", Mode::Literal).unwrap();
        let found = corpus().search(&query, &[Scope::Text, Scope::Point], 2);
        let place = |start| Place { scope: Scope::Text, index: 0, span: Span::new(start, start + 5) };
        assert_eq!(found, [Found { briefing: 3, count: 3, places: vec![place(12), place(24)] }]);
    }

    #[test]
    fn scopes_are_searched_apart_and_furniture_not_at_all() {
        let search = |words, scope| {
            corpus()
                .search(&Query::new(words, Mode::Literal).unwrap(), &[scope], 9)
                .first()
                .map_or(0, |f| f.count)
        };
        assert_eq!([Scope::Text, Scope::Point, Scope::Note].map(|s| search("talks", s)), [2, 1, 0]);
        assert_eq!(search("share", Scope::Text), 0);
        assert_eq!(search("end. talks", Scope::Text), 0, "no hit reaches over a part's end");
    }
}
