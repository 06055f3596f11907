//! Searching all open briefings: what is looked through, and what is found.
//!
//! The texts are the documents that the reader holds. Key points of briefings that nobody looked at yet, and notes to
//! them, are gathered beside the reader when they are asked for, once. An answer is made ready for the screen here, off
//! the reader's thread, and holds no more lines than somebody scrolls through; it is told while it grows.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use crate::annotate::{Annotation, AnnotationSet};
use crate::base::Span;
use crate::briefing::Briefing;
use crate::document::Document;
use crate::export::{Item, points};
use crate::extract::{KeyPoints, Lexicon, extract};
use crate::search::{Bounds, Corpus, Found, Mode, Place, Query, Scope, around};

/// How many hits are listed of one briefing, how many in all until more are asked for, and after how many no more are
/// looked for.
const LISTED_OF_ONE: usize = 50;
const LISTED: usize = 2_000;
const ENOUGH: usize = 100_000;
/// How many characters of a line are shown on each side of a hit, at most.
const CONTEXT: usize = 120;
/// How many briefings are looked through before what was found is handed on.
const PORTION: usize = 64;

/// What one searches in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Within {
    /// The texts.
    #[default]
    Text,
    /// The key points.
    Points,
    /// One's own notes.
    Notes,
    /// All of these.
    All,
}

impl Within {
    /// The next of them, round the end.
    pub const fn next(self) -> Self {
        match self {
            Self::Text => Self::Points,
            Self::Points => Self::Notes,
            Self::Notes => Self::All,
            Self::All => Self::Text,
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Points => "key points",
            Self::Notes => "notes",
            Self::All => "text, key points and notes",
        }
    }

    /// Whether key points have to be known for it.
    pub const fn needs_points(self) -> bool {
        matches!(self, Self::Points | Self::All)
    }

    const fn scopes(self) -> &'static [Scope] {
        match self {
            Self::Text => &[Scope::Text],
            Self::Points => &[Scope::Point],
            Self::Notes => &[Scope::Note],
            Self::All => &Scope::ALL,
        }
    }
}

/// A point or a note as a line to be searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The letter of its kind; nothing for a note.
    pub letter: Option<char>,
    /// The words in the briefing that it stands on.
    pub at: Span,
    /// The line.
    pub text: String,
}

/// The points of a briefing as lines.
pub fn point_lines(document: &Document, found: &KeyPoints) -> Vec<Line> {
    let item = Item { document, points: found, highlights: &[] };
    points(&item).iter().map(|p| Line { letter: Some(p.letter()), at: p.span, text: p.line() }).collect()
}

/// The notes to a briefing as lines.
pub fn note_lines<'a>(placed: impl Iterator<Item = (Span, &'a Annotation)>) -> Vec<Line> {
    let noted = placed.filter(|(_, annotation)| !annotation.note.trim().is_empty());
    noted.map(|(at, annotation)| Line { letter: None, at, text: annotation.note.clone() }).collect()
}

/// A briefing to look through, with what the reader knows of it already.
#[derive(Debug, Clone)]
pub struct Source {
    /// The text.
    pub document: Arc<Document>,
    /// Its key points, if they were found.
    pub points: Option<Vec<Line>>,
    /// The notes to it, if they were read.
    pub notes: Option<Vec<Line>>,
}

impl Source {
    /// An open briefing, with its points if all of them were found and its notes if they were opened.
    pub fn of(briefing: &Briefing, points: bool, notes: bool) -> Self {
        let document = Arc::clone(&briefing.document);
        let placed =
            || briefing.annotations.placed.iter().map(|(anchor, annotation)| (anchor.span, annotation));
        Self {
            points: points.then(|| point_lines(&document, &briefing.points)),
            notes: notes.then(|| note_lines(placed())),
            document,
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The words.
    pub words: String,
    /// Whether they are a regular expression.
    pub regex: bool,
    /// What to look through.
    pub within: Within,
    /// How many times as many hits are to be listed as at first, and once more.
    pub pages: usize,
}

/// A hit as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The letter of the point's kind; nothing in text and notes.
    pub letter: Option<char>,
    /// Whether it is in a note.
    pub note: bool,
    /// The byte of the text to go to.
    pub at: usize,
    /// The number of the paragraph there.
    pub paragraph: Option<usize>,
    /// What stands before, the words that were found, what stands after.
    pub context: [String; 3],
}

/// The hits in one briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The place of the briefing among the open ones.
    pub briefing: usize,
    /// How many hits there are, listed or not.
    pub count: usize,
    /// Those that are listed.
    pub hits: Vec<Hit>,
    /// The first one that is not listed any more.
    pub next: Option<Hit>,
}

impl Group {
    /// How many places of the list one can go to: the hits, and what follows them.
    pub fn stops(&self) -> usize {
        self.hits.len() + usize::from(self.next.is_some())
    }

    /// The hit to go to at a place of the list.
    pub fn stop(&self, at: usize) -> Option<&Hit> {
        self.hits.get(at).or(self.next.as_ref())
    }
}

/// How far a search has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// It goes on: so many of so many briefings were searched.
    Part(usize, usize),
    /// It ended early, because more was found than anybody looks at.
    Enough,
    /// Everything was searched.
    #[default]
    All,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// How many hits there are, as far as was searched.
    pub hits: usize,
    /// In how many briefings.
    pub briefings: usize,
    /// How far that is.
    pub extent: Extent,
    /// Those that are listed, by briefing.
    pub groups: Vec<Group>,
}

impl Answer {
    /// In how many briefings there are hits of which none is listed.
    pub fn unlisted(&self) -> usize {
        self.briefings - self.groups.len()
    }
}

#[derive(Debug, Default)]
struct Shelves {
    corpus: Corpus,
    sources: Vec<Source>,
}

/// Everything that can be searched. Readers and the one that gathers take turns.
#[derive(Debug, Default)]
pub struct Survey {
    shelves: RwLock<Shelves>,
}

impl Survey {
    /// Takes in the open briefings as they are now. What was gathered of a text that is still the same is kept.
    pub fn open(&self, sources: Vec<Source>) {
        let mut shelves = self.shelves.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::take(&mut *shelves);
        let mut gathered = before.sources.into_iter();
        for (n, mut source) in sources.into_iter().enumerate() {
            let old = gathered.next().filter(|old| Arc::ptr_eq(&old.document, &source.document));
            source.points = source.points.take().or_else(|| old.and_then(|old| old.points));
            shelves.corpus.set_text(n, Arc::clone(&source.document));
            shelves.sources.push(source);
            shelves.show(n);
        }
    }

    /// Looks for the notes, and with `lexicon` for the points, that are not known yet; `told` hears how many of how many
    /// briefings are done, and may end it by answering no.
    pub fn gather(
        &self,
        lexicon: Option<&Lexicon>,
        data: Option<&Path>,
        mut told: impl FnMut(usize, usize) -> bool,
    ) {
        let sources = self.shelves.read().unwrap_or_else(PoisonError::into_inner).sources.clone();
        let total = sources.len();
        let mut done = Vec::new();
        for (n, source) in sources.into_iter().enumerate() {
            let missing = source.notes.is_none() || lexicon.is_some() && source.points.is_none();
            let points = source
                .points
                .or_else(|| lexicon.map(|l| point_lines(&source.document, &extract(&source.document, l))));
            let notes = source.notes.unwrap_or_else(|| kept_notes(&source.document, data));
            if missing {
                done.push((n, Source { document: source.document, points, notes: Some(notes) }));
            }
            if n + 1 == total || done.len() == PORTION {
                self.take(std::mem::take(&mut done));
                if !told(n + 1, total) {
                    return;
                }
            }
        }
    }

    /// Takes in what was gathered, unless the briefing has another text by now.
    fn take(&self, done: Vec<(usize, Source)>) {
        let mut shelves = self.shelves.write().unwrap_or_else(PoisonError::into_inner);
        for (n, source) in done {
            let same = |now: &&mut Source| Arc::ptr_eq(&now.document, &source.document);
            if let Some(now) = shelves.sources.get_mut(n).filter(same) {
                *now = source;
                shelves.show(n);
            }
        }
    }

    /// Answers `question`: `told` hears what was found so far, several times, and at last all of it. Nothing is told
    /// when the question cannot be asked, or once the answer is not `wanted` any more.
    pub fn ask(&self, question: &Question, wanted: impl Fn() -> bool + Sync, mut told: impl FnMut(&Answer)) {
        let mode = if question.regex { Mode::Regex } else { Mode::Literal };
        let Ok(query) = Query::new(&question.words, mode) else { return };
        let shelves = self.shelves.read().unwrap_or_else(PoisonError::into_inner);
        // One more than are listed, to go on from.
        let bounds = Bounds { places: LISTED_OF_ONE + 1, enough: ENOUGH };
        let mut answer = Answer::default();
        let mut room = LISTED * (question.pages + 1);
        let total = shelves.corpus.len();
        let take = |found: Vec<Found>, searched| {
            answer.extent = Extent::Part(searched, total);
            answer.briefings += found.len();
            for one in found {
                answer.hits += one.count;
                if room > 0 {
                    let group = shelves.group(&one, room);
                    room -= group.hits.len();
                    answer.groups.push(group);
                }
            }
            told(&answer);
        };
        let all = shelves.corpus.search(&query, question.within.scopes(), bounds, &wanted, take);
        if let Some(all) = all {
            answer.extent = if all { Extent::All } else { Extent::Enough };
            told(&answer);
        }
    }
}

impl Shelves {
    /// Puts the points and notes of a briefing where they are searched.
    fn show(&mut self, n: usize) {
        let texts = |lines: Option<&Vec<Line>>| lines.into_iter().flatten().map(|l| l.text.clone()).collect();
        if let Some(source) = self.sources.get(n) {
            self.corpus.set_points(n, texts(source.points.as_ref()));
            self.corpus.set_notes(n, texts(source.notes.as_ref()));
        }
    }

    fn group(&self, found: &Found, room: usize) -> Group {
        let mut places = found.places.iter().filter_map(|place| self.hit(found.briefing, place));
        let hits = places.by_ref().take(room.min(LISTED_OF_ONE)).collect();
        Group { briefing: found.briefing, count: found.count, hits, next: places.next() }
    }

    fn hit(&self, briefing: usize, place: &Place) -> Option<Hit> {
        let source = self.sources.get(briefing)?;
        let document = &source.document;
        let (line, text, block) = match place.scope {
            Scope::Text => {
                let block =
                    document.block_at(place.span.start).map_or(place.span, |b| document.blocks[b].span);
                (None, &document.text, block)
            }
            Scope::Point => Self::line(source.points.as_ref(), place.index)?,
            Scope::Note => Self::line(source.notes.as_ref(), place.index)?,
        };
        let round = around(text, block, place.span, CONTEXT);
        let at = line.map_or(place.span, |l| l.at).start;
        let shown =
            [Span::new(round.start, place.span.start), place.span, Span::new(place.span.end, round.end)];
        Some(Hit {
            letter: line.and_then(|l| l.letter),
            note: place.scope == Scope::Note,
            at,
            paragraph: document.block_at(at).and_then(|b| document.paragraph_number(b)),
            context: shown.map(|span| span.of(text).to_owned()),
        })
    }

    fn line(lines: Option<&Vec<Line>>, index: usize) -> Option<(Option<&Line>, &String, Span)> {
        let line = lines?.get(index)?;
        Some((Some(line), &line.text, Span::new(0, line.text.len())))
    }
}

/// The notes that are kept of a briefing which is not open in a pane.
fn kept_notes(document: &Document, data: Option<&Path>) -> Vec<Line> {
    let Some(data) = data.filter(|data| AnnotationSet::is_kept(data, document)) else { return Vec::new() };
    let set = AnnotationSet::open(data, document);
    note_lines(set.list().map(|(anchor, annotation)| (anchor.span, annotation)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, read};

    fn source(text: &str) -> Source {
        let document = Arc::new(read(text.as_bytes(), None, &Options::default()).unwrap());
        Source { document, points: None, notes: None }
    }

    fn question(words: &str, within: Within) -> Question {
        Question { words: words.into(), within, ..Question::default() }
    }

    /// The whole answer.
    fn ask(survey: &Survey, question: &Question) -> Option<Answer> {
        let mut last = None;
        survey.ask(question, || true, |answer| last = Some(answer.clone()));
        last
    }

    #[test]
    fn texts_are_there_at_once_and_points_when_gathered() {
        let survey = Survey::default();
        let first = source("Talks in Oslo end\n\nForeign Minister Mara Lind met her guests in Oslo.");
        survey.open(vec![first.clone(), source("Nothing here but rain.")]);
        let answer = |words, within| ask(&survey, &question(words, within)).unwrap();
        let oslo = answer("oslo", Within::Text);
        assert_eq!((oslo.hits, oslo.briefings), (2, 1));
        let second = &oslo.groups[0].hits[1];
        assert_eq!(second.context, ["Foreign Minister Mara Lind met her guests in ", "Oslo", "."]);
        assert_eq!((second.paragraph, second.letter), (Some(2), None));
        assert_eq!(answer("lind", Within::Points).hits, 0);
        let mut told = Vec::new();
        survey.gather(Some(&Lexicon::standard()), None, |done, total| {
            told.push((done, total));
            true
        });
        assert_eq!(told, [(2, 2)]);
        let lind = answer("lind", Within::Points);
        assert_eq!(lind.groups[0].hits[0].letter, Some('P'));
        assert_eq!(&first.document.text[lind.groups[0].hits[0].at..][..16], "Foreign Minister");
        // The same texts opened once more keep what was gathered; another text does not.
        survey.open(vec![first, source("Other text about Mara Lind.")]);
        let hits = |within| ask(&survey, &question("lind", within)).unwrap().hits;
        assert_eq!((hits(Within::Text), hits(Within::Points)), (2, lind.hits));
        assert_eq!(hits(Within::All), 2 + lind.hits);
    }

    #[test]
    fn a_letter_in_a_large_folder_lists_what_can_be_looked_at() {
        let survey = Survey::default();
        survey.open((0..60).map(|_| source(&"e ".repeat(100))).collect());
        let mut told = Vec::new();
        let listed = |answer: &Answer| answer.groups.iter().map(|g| g.hits.len()).sum::<usize>();
        survey.ask(&question("e", Within::Text), || true, |answer| told.push(answer.clone()));
        let last = told.last().unwrap();
        assert_eq!((last.hits, last.briefings, listed(last)), (6000, 60, LISTED));
        assert_eq!((last.extent, last.unlisted()), (Extent::All, 20));
        let first = &last.groups[0];
        assert_eq!((first.count, first.hits.len(), first.stops()), (100, 50, 51));
        assert_eq!(first.stop(50).map(|hit| hit.at), Some(100), "the first that is not listed");
        assert!(matches!(told[0].extent, Extent::Part(1..60, 60)), "it says while it grows that it does");
        let more = Question { pages: 1, ..question("e", Within::Text) };
        assert_eq!(listed(&ask(&survey, &more).unwrap()), 60 * LISTED_OF_ONE);
        assert_eq!(ask(&survey, &question("", Within::Text)), None);
        survey.ask(&question("e", Within::Text), || false, |_| panic!("nobody wants to know"));
    }
}
