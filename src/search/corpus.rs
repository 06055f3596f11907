//! Searching many briefings at once, as fast as somebody types.
//!
//! The texts stay in memory, as the documents that the reader holds anyway, and are scanned on all cores at every key.
//! What is kept of each is bounded, and a search ends when it has found more than anybody looks at, so that a single
//! letter over a large folder costs no more than a word. What was found is told portion by portion, so that nobody has
//! to wait for the end of a search that takes long, and one that is not wanted any more ends early.

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

/// How much is searched at a time, in bytes of text: little at first, so that something shows soon, and twice as much
/// each time up to the second.
const PORTION: (usize, usize) = (64 << 10, 1 << 20);
/// What a briefing counts for besides its text.
const SHELF: usize = 1 << 10;

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
    /// let mut found = Vec::new();
    /// let all = corpus.search(&query, &[Scope::Text], bounds, || true, |more, _| found.extend(more));
    /// assert_eq!((found.len(), found[0].briefing, found[0].count, all), (1, 0, 1, Some(true)));
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

    /// How many briefings there are.
    pub fn len(&self) -> usize {
        self.shelves.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.shelves.is_empty()
    }

    /// Looks for `query` in `scopes`, briefing by briefing, until as much was found as `bounds` ask for. `told` hears what
    /// else was found and how many briefings were searched by then, several times and always in the same order. The
    /// answer is whether all were searched; `None` as soon as it is not `wanted` any more.
    pub fn search(
        &self,
        query: &Query,
        scopes: &[Scope],
        bounds: Bounds,
        wanted: impl Fn() -> bool + Sync,
        mut told: impl FnMut(Vec<Found>, usize),
    ) -> Option<bool> {
        let (mut at, mut count, mut size) = (0, 0, PORTION.0);
        while at < self.shelves.len() {
            if count >= bounds.enough {
                return Some(false);
            }
            let portion = self.portion(at, scopes, size);
            let one = |(n, shelf): (usize, &Shelf)| {
                let (count, places) = shelf.search(query, scopes, bounds.places, &wanted)?;
                Some(Found { briefing: at + n, count, places })
            };
            let found: Vec<Found> = portion.par_iter().enumerate().filter_map(one).collect();
            if !wanted() {
                return None;
            }
            count += found.iter().map(|f| f.count).sum::<usize>();
            at += portion.len();
            size = (2 * size).min(PORTION.1);
            told(found, at);
        }
        Some(true)
    }

    /// The briefings from the one at `from` that together have about `size` bytes, at least one.
    fn portion(&self, from: usize, scopes: &[Scope], size: usize) -> &[Shelf] {
        let text = scopes.contains(&Scope::Text);
        let bytes = |shelf: &Shelf| shelf.document.as_ref().filter(|_| text).map_or(0, |d| d.text.len());
        let mut sum = 0;
        let rest = &self.shelves[from..];
        let enough = rest.iter().position(|shelf| {
            sum += SHELF + bytes(shelf);
            sum >= size
        });
        &rest[..enough.map_or(rest.len(), |last| last + 1)]
    }
}

impl Shelf {
    /// How many hits there are, and the first of them; `None` without any, or when nobody wants them any more.
    fn search(
        &self,
        query: &Query,
        scopes: &[Scope],
        most: usize,
        wanted: &impl Fn() -> bool,
    ) -> Option<(usize, Vec<Place>)> {
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
                for block in document.blocks.iter().filter(|b| !b.kind.is_furniture()) {
                    if !wanted() {
                        return None;
                    }
                    query.in_block(document, block).for_each(|span| add(Scope::Text, 0, span));
                }
            }
        }
        for (scope, texts) in [(Scope::Point, &self.points), (Scope::Note, &self.notes)] {
            for (index, text) in texts.iter().enumerate().filter(|_| scopes.contains(&scope)) {
                query.hits(text).for_each(|span| add(scope, index, span));
            }
        }
        (count > 0 && wanted()).then_some((count, places))
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
        let (query, mut all) = (Query::new(words, mode).unwrap(), Vec::new());
        corpus().search(&query, scopes, bounds, || true, |found, _| all.extend(found)).unwrap();
        all
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
        let bounds = Bounds { places: 9, enough: 9 };
        let told = |_, _| panic!("nobody listens");
        assert_eq!(corpus().search(&query, &Scope::ALL, bounds, || false, told), None);
    }

    /// Many briefings with a hit each, and what is told of them.
    fn told_of_many(enough: usize) -> (Vec<(usize, usize)>, Vec<usize>, bool) {
        let mut corpus = Corpus::default();
        (0..3000).for_each(|n| corpus.set_notes(n, vec!["talks".into()]));
        let query = Query::new("talks", Mode::Literal).unwrap();
        let (mut told, mut briefings) = (Vec::new(), Vec::new());
        let bounds = Bounds { places: 1, enough };
        let all = corpus.search(
            &query,
            &Scope::ALL,
            bounds,
            || true,
            |found, searched| {
                told.push((found.len(), searched));
                briefings.extend(found.iter().map(|f| f.briefing));
            },
        );
        (told, briefings, all.unwrap())
    }

    #[test]
    fn what_is_found_is_told_in_order_a_little_at_first() {
        let (told, briefings, all) = told_of_many(usize::MAX);
        assert_eq!(told[..3], [(64, 64), (128, 192), (256, 448)]);
        assert_eq!(told.last().map(|(_, searched)| *searched), Some(3000));
        assert!(all && briefings.into_iter().eq(0..3000));
    }

    #[test]
    fn a_search_ends_when_it_has_found_enough() {
        for (enough, searched) in [(1, 64), (65, 192), (192, 192)] {
            let (told, briefings, all) = told_of_many(enough);
            assert_eq!(told.last().map(|(_, searched)| *searched), Some(searched));
            assert!(!all && briefings.into_iter().eq(0..searched));
        }
    }
}
