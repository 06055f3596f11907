//! Searching many briefings at once, as fast as somebody types.
//!
//! The texts stay in memory, as the documents that the reader holds anyway, and are scanned on all cores at every key.
//! What is kept of each is bounded, and a search ends when it has found more than anybody looks at, so that a single
//! letter over a large folder costs no more than a word. One that is not wanted any more ends early.

use std::sync::Arc;

use rayon::prelude::*;

use super::Query;
use crate::base::Span;
use crate::document::Document;

/// What of a briefing is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The briefing's own text, without page furniture.
    Text,
    /// Its key points.
    Point,
    /// The user's own notes.
    Note,
}

impl Scope {
    /// All of them, in the order in which hits are listed.
    pub const ALL: [Self; 3] = [Self::Text, Self::Point, Self::Note];
}

/// What is searched of one briefing.
#[derive(Debug, Clone, Default)]
struct Shelf {
    document: Option<Arc<Document>>,
    points: Vec<String>,
    notes: Vec<String>,
}

/// One hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What the hit is in.
    pub scope: Scope,
    /// Which of the briefing's points or notes, from 0.
    pub index: usize,
    /// Where, in bytes of that text.
    pub span: Span,
}

/// The hits in one briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The number of the briefing.
    pub briefing: usize,
    /// How many hits there are.
    pub count: usize,
    /// The first of them: text, points, notes.
    pub places: Vec<Place>,
}

/// How much a search is to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// How many places are kept of one briefing.
    pub places: usize,
    /// After how many hits the search may end; those of briefings are never counted in part.
    pub enough: usize,
}

/// How many briefings are searched before it is asked whether that is enough.
const PORTION: usize = 256;

/// What is searched of any number of briefings, which are known by number.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    shelves: Vec<Shelf>,
}

impl Corpus {
    /// Puts in the text of a briefing.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use attache::{import, search::{Bounds, Corpus, Mode, Query, Scope}};
    /// let mut corpus = Corpus::default();
    /// for (n, text) in [b"Talks in Oslo", b"Talks in Bern"].into_iter().enumerate() {
    ///     corpus.set_text(n, Arc::new(import::read(text, None, &import::Options::default())?));
    /// }
    /// let (query, bounds) = (Query::new("oslo", Mode::Literal)?, Bounds { places: 9, enough: 100 });
    /// let (found, all) = corpus.search(&query, &[Scope::Text], bounds, || true).unwrap();
    /// assert_eq!((found.len(), found[0].briefing, found[0].count, all), (1, 0, 1, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn set_text(&mut self, briefing: usize, document: Arc<Document>) {
        self.shelf(briefing).document = Some(document);
    }

    /// Puts in the key points of a briefing, a line for each.
    pub fn set_points(&mut self, briefing: usize, points: Vec<String>) {
        self.shelf(briefing).points = points;
    }

    /// Puts in the notes to a briefing.
    pub fn set_notes(&mut self, briefing: usize, notes: Vec<String>) {
        self.shelf(briefing).notes = notes;
    }

    fn shelf(&mut self, briefing: usize) -> &mut Shelf {
        if self.shelves.len() <= briefing {
            self.shelves.resize_with(briefing + 1, Shelf::default);
        }
        &mut self.shelves[briefing]
    }

    /// The hits of `query` in `scopes`, briefing by briefing, as many as `bounds` ask for, and whether these are all.
    /// `None` as soon as the answer is not `wanted` any more.
    pub fn search(
        &self,
        query: &Query,
        scopes: &[Scope],
        bounds: Bounds,
        wanted: impl Fn() -> bool + Sync,
    ) -> Option<(Vec<Found>, bool)> {
        let (mut all, mut count) = (Vec::new(), 0);
        for (n, portion) in self.shelves.chunks(PORTION).enumerate() {
            if count >= bounds.enough {
                return Some((all, false));
            }
            let one = |(at, shelf): (usize, &Shelf)| {
                let found = if wanted() { shelf.search(query, scopes, bounds.places) } else { None };
                found.map(|(count, places)| Found { briefing: n * PORTION + at, count, places })
            };
            let found: Vec<Found> = portion.par_iter().enumerate().filter_map(one).collect();
            if !wanted() {
                return None;
            }
            count += found.iter().map(|f| f.count).sum::<usize>();
            all.extend(found);
        }
        Some((all, true))
    }
}

impl Shelf {
    /// How many hits there are, and the first of them; `None` without any.
    fn search(&self, query: &Query, scopes: &[Scope], most: usize) -> Option<(usize, Vec<Place>)> {
        let (mut count, mut places) = (0, Vec::new());
        let mut add = |scope, index, span| {
            count += 1;
            if places.len() < most {
                places.push(Place { scope, index, span });
            }
        };
        if let Some(document) = self.document.as_ref().filter(|_| scopes.contains(&Scope::Text)) {
            // Most texts have no hit: that is seen fastest on the whole.
            if query.may_match(&document.text) {
                query.in_document(document, false).for_each(|span| add(Scope::Text, 0, span));
            }
        }
        for (scope, texts) in [(Scope::Point, &self.points), (Scope::Note, &self.notes)] {
            for (index, text) in texts.iter().enumerate().filter(|_| scopes.contains(&scope)) {
                query.hits(text).for_each(|span| add(scope, index, span));
            }
        }
        (count > 0).then_some((count, places))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import;
    use crate::search::Mode;

    fn corpus() -> Corpus {
        let mut corpus = Corpus::default();
        let text = b"Talks go on\n\nShare this: talks\n\nThe talks end.\n\n- Talks are cheap.\n";
        corpus.set_text(3, Arc::new(import::read(text, None, &import::Options::default()).unwrap()));
        corpus.set_points(3, vec!["nothing".into(), "talks".into()]);
        corpus.set_notes(5, vec!["no hit".into(), "ask for talks about talks".into()]);
        corpus
    }

    fn search(words: &str, mode: Mode, scopes: &[Scope], most: usize) -> Vec<Found> {
        let bounds = Bounds { places: most, enough: 1000 };
        corpus().search(&Query::new(words, mode).unwrap(), scopes, bounds, || true).unwrap().0
    }

    #[test]
    fn hits_are_grouped_counted_and_bounded() {
        let found = search("talks", Mode::Literal, &Scope::ALL, 1);
        let places: Vec<_> = found.iter().map(|f| (f.briefing, f.count, f.places.len())).collect();
        assert_eq!(places, [(3, 4, 1), (5, 2, 1)]);
        let note = Place { scope: Scope::Note, index: 1, span: Span::new(8, 13) };
        assert_eq!(found[1].places, [note]);
    }

    #[test]
    fn scopes_are_searched_apart_and_furniture_not_at_all() {
        let count =
            |words, scope| search(words, Mode::Literal, &[scope], 9).iter().map(|f| f.count).sum::<usize>();
        assert_eq!(Scope::ALL.map(|s| count("talks", s)), [3, 1, 2]);
        assert_eq!(count("share", Scope::Text), 0);
        assert_eq!(count("end. talks", Scope::Text), 0, "no hit reaches over a block's end");
    }

    #[test]
    fn expressions_see_blocks_as_the_search_in_one_briefing_does() {
        assert_eq!(
            search("^talks", Mode::Regex, &[Scope::Text], 9)[0].count,
            2,
            "the bullet is no part of its item"
        );
    }

    #[test]
    fn what_is_not_wanted_any_more_has_no_answer() {
        let query = Query::new("talks", Mode::Literal).unwrap();
        assert_eq!(corpus().search(&query, &Scope::ALL, Bounds { places: 9, enough: 9 }, || false), None);
    }

    #[test]
    fn a_search_ends_when_it_has_found_enough() {
        let mut corpus = Corpus::default();
        (0..3 * PORTION).for_each(|n| corpus.set_notes(n, vec!["talks".into()]));
        let query = Query::new("talks", Mode::Literal).unwrap();
        let search =
            |enough| corpus.search(&query, &Scope::ALL, Bounds { places: 1, enough }, || true).unwrap();
        let counts =
            [1, PORTION + 1, 9 * PORTION].map(|enough| (search(enough).0.len() / PORTION, search(enough).1));
        assert_eq!(counts, [(1, false), (2, false), (3, true)]);
        let briefings: Vec<usize> = search(9 * PORTION).0.iter().map(|f| f.briefing).collect();
        assert!(briefings.into_iter().eq(0..3 * PORTION));
    }
}
