//! States, bodies and places by name: segments of tokens that mean one of them.
//!
//! First the lexicon's names, longest first; then names built round a head noun ("Ministry of …", "… Institute") and
//! abbreviations that the text introduces. Segments do not overlap. They say what the words name, not whether it acts.

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::super::lexicon::organisations::BodyKind;
use super::super::lexicon::{Category, places};
use super::super::{Analysis, Shape};
use super::marks::{self, BODY_HEAD, GIVEN, HEAD, HONORIFIC, Marks, NOT_NAME, SURNAME, is_capital, is_mark};
use crate::text::TokenKind;

/// What a segment names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A state, by row.
    State(u32),
    /// A nationality, by the state's row.
    Demonym(u32),
    /// A capital or seat, by the state's row.
    Seat(u32),
    /// A town, building, sea.
    Place,
    /// A large region.
    Region,
    /// A body of the lexicon, by row.
    Body(u32),
    /// A body by a name that the lexicon does not hold.
    Unlisted,
    /// A ministry or department, which belongs to a state.
    Ministry,
    /// An abbreviation in capitals that nothing explains.
    Letters,
}

/// Tokens that name a state, body or place.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) tokens: Range<usize>,
    pub(super) named: Named,
    /// The segment whose abbreviation this is.
    pub(super) stands_for: Option<usize>,
}

/// All segments, and which token lies in which.
pub(super) struct Segments {
    pub(super) all: Vec<Segment>,
    at: Vec<u32>,
}

impl Segments {
    pub(super) fn of(a: &Analysis, marks: &Marks) -> Self {
        let mut segments = Self { all: Vec::new(), at: vec![0; a.tokens.len()] };
        for sentence in &a.sentences {
            let mut index = sentence.tokens.start;
            while index < sentence.tokens.end {
                index = segments.read(a, marks, index, sentence.tokens.end);
            }
        }
        segments.abbreviations(a);
        segments.halves(a);
        segments
    }

    /// The segment that holds the token at `index`.
    pub(super) fn at(&self, index: usize) -> Option<&Segment> {
        self.id_at(index).map(|id| &self.all[id])
    }

    pub(super) fn id_at(&self, index: usize) -> Option<usize> {
        (self.at.get(index).copied().unwrap_or(0) as usize).checked_sub(1)
    }

    fn push(&mut self, tokens: Range<usize>, named: Named) -> usize {
        let end = tokens.end;
        self.all.push(Segment { tokens: tokens.clone(), named, stands_for: None });
        self.at[tokens].fill(self.all.len() as u32);
        end
    }

    fn read(&mut self, a: &Analysis, marks: &Marks, index: usize, limit: usize) -> usize {
        let known = known(a, index).filter(|(end, _)| *end <= limit);
        let built = built(a, marks, index, limit);
        match (known, built) {
            (Some((end, named)), Some((longer, _))) if end >= longer => self.push(index..end, named),
            (Some((end, Named::Demonym(row))), Some((_, Named::Unlisted))) if is_chamber(a, end) => {
                self.push(index..end, Named::Demonym(row))
            }
            (Some((end, Named::State(row) | Named::Demonym(row))), Some((_, Named::Ministry))) => {
                let adjective = a.longest(index, Category::State).is_none_or(|h| h.end < end);
                self.push(index..end, if adjective { Named::Demonym(row) } else { Named::State(row) })
            }
            (_, Some((end, named))) | (Some((end, named)), None) => self.push(index..end, named),
            (None, None) if is_letters(a, marks, index) => self.push(index..index + 1, Named::Letters),
            (None, None) => index + 1,
        }
    }

    /// "the North's leader" where one state of the text is called North-something.
    fn halves(&mut self, a: &Analysis) {
        let whole = |half: &str| {
            let mut rows = self.all.iter().filter_map(Segment::state);
            rows.find(|&r| {
                a.lexicon
                    .geography
                    .name(r)
                    .strip_prefix(half)
                    .is_some_and(|rest| matches!(rest, " Korea" | " Vietnam" | " Yemen" | " Sudan"))
            })
        };
        let (north, south) = (whole("North"), whole("South"));
        if north.is_none() && south.is_none() {
            return;
        }
        for index in 1..a.tokens.len() {
            let row = match a.word(index) {
                "North" => north,
                "South" => south,
                _ => continue,
            };
            let alone = matches!(a.word(index - 1), "the" | "The")
                && !is_capital(a, index + 1)
                && !a.is(index + 1, "of")
                && !marks::is_hyphen(a, index + 1);
            if let Some(row) = row.filter(|_| alone && self.at[index] == 0) {
                self.push(index..index + 1, Named::State(row));
            }
        }
        self.sort();
    }

    /// The segments that begin within `tokens`.
    pub(super) fn between(&self, tokens: Range<usize>) -> impl Iterator<Item = &Segment> {
        let first = self.all.partition_point(|s| s.tokens.start < tokens.start);
        self.all[first..].iter().take_while(move |s| s.tokens.start < tokens.end)
    }

    fn sort(&mut self) {
        if self.all.is_sorted_by_key(|s| s.tokens.start) {
            return;
        }
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_key(|&i| self.all[i].tokens.start);
        let mut rank = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            rank[old] = new;
        }
        self.all.sort_by_key(|s| s.tokens.start);
        for (id, segment) in self.all.iter_mut().enumerate() {
            segment.stands_for = segment.stands_for.map(|s| rank[s]);
            self.at[segment.tokens.clone()].fill(id as u32 + 1);
        }
    }

    /// `Japan Self-Defense Forces (JSDF)`: later `JSDF` means the same.
    fn abbreviations(&mut self, a: &Analysis) {
        let mut meaning: HashMap<&str, usize, FixedState> = HashMap::default();
        for id in 0..self.all.len() {
            let tokens = self.all[id].tokens.clone();
            if tokens.len() != 1 || a.tokens[tokens.start].shape != Shape::Capitals {
                continue;
            }
            let word = a.word(tokens.start);
            let introduced = tokens.start >= 2
                && is_mark(a, tokens.start - 1, "(")
                && (is_mark(a, tokens.end, ")") || is_mark(a, tokens.end, ","));
            let before = introduced.then(|| self.id_at(tokens.start - 2)).flatten();
            if let Some(long) = before.filter(|&l| self.all[l].tokens.len() > 1 && self.all[l].is_body()) {
                meaning.entry(word).or_insert(long);
            }
            if let Some(&long) = meaning.get(word) {
                self.all[id].stands_for = Some(long);
                self.all[id].named = self.all[long].named;
            }
        }
    }
}

impl Segment {
    /// Whether the segment names something that may act and is no state.
    pub(super) const fn is_body(&self) -> bool {
        matches!(self.named, Named::Body(_) | Named::Unlisted | Named::Ministry | Named::Letters)
    }

    /// The row of the state that the segment names in any form.
    pub(super) const fn state(&self) -> Option<u32> {
        match self.named {
            Named::State(row) | Named::Demonym(row) | Named::Seat(row) => Some(row),
            _ => None,
        }
    }
}

/// The longest name of the lexicon at `index`; of two of one length the state comes first.
fn known(a: &Analysis, index: usize) -> Option<(usize, Named)> {
    let rank = |category| match category {
        Category::State => 5,
        Category::Organisation => 4,
        Category::Demonym => 3,
        Category::Capital => 2,
        Category::Place => 1,
        _ => 0,
    };
    let best = a
        .hits_at(index)
        .iter()
        .filter(|h| rank(h.entry.category) > 0)
        .max_by_key(|h| (h.end, rank(h.entry.category)))?;
    if marks::is_hyphen(a, best.end)
        && a.tokens[best.end + 1].shape == Shape::Lower
        && best.entry.category == Category::Place
    {
        return None;
    }
    let named = match best.entry.category {
        Category::State => Named::State(best.entry.row),
        Category::Organisation
            if (a.lexicon.organisations.all[best.entry.row as usize].state.is_some()
                || a.lexicon.organisations.all[best.entry.row as usize].kind == BodyKind::National)
                && (best.first..best.end).any(|i| is_ministry(a, i) || a.is(i, "treasury")) =>
        {
            Named::Ministry
        }
        Category::Organisation => Named::Body(best.entry.row),
        Category::Demonym => Named::Demonym(best.entry.row),
        Category::Capital => Named::Seat(best.entry.row),
        _ if best.entry.row == places::REGION => Named::Region,
        _ => Named::Place,
    };
    Some((best.end, named))
}

/// "National Assembly", "Party" behind a nationality: the nation's, and no name with it.
fn is_chamber(a: &Analysis, at: usize) -> bool {
    let is = |i: usize, words: &[&str]| words.iter().any(|w| a.is(i, w));
    let last = |i: usize| !is_capital(a, i) || a.longest(i, Category::RoleHead).is_some();
    let house = ["assembly", "parliament", "senate"];
    is(at, &["parliament", "senate", "party", "congress"]) && last(at + 1)
        || is(at, &["national", "legislative", "federal", "house"]) && is(at + 1, &house)
        || is(at, &["house"]) && is(at + 1, &["of"])
}

/// A name built round a head noun, beginning at `index`.
fn built(a: &Analysis, marks: &Marks, index: usize, limit: usize) -> Option<(usize, Named)> {
    if !is_capital(a, index) || is_function_word(a, index) || opens_in_run(a, marks, index) {
        return None;
    }
    let limit = limit.min(index + 14);
    let (mut end, mut at, mut head, mut place) = (0, index, None, false);
    while at < limit {
        if marks.has(at, HONORIFIC) && !marks.has(at, BODY_HEAD | NOT_NAME)
            || is_office(marks, at) && head.is_none() && !joins_body(a, marks, at, limit)
        {
            break;
        }
        if is_capital(a, at) {
            if marks.has(at, BODY_HEAD) && (at > index || is_of(a, at + 1)) {
                (head, end) = (Some(at), at + 1);
            } else if marks.has(at, marks::PLACE_HEAD) && at > index && head.is_none() {
                (place, end) = (true, at + 1);
            } else if head.is_some() && behind_head(a, head, at) {
                if ends_name(a, marks, at)
                    || head.is_some_and(|h| is_ministry(a, h)) && is_stranger(a, marks, at)
                {
                    break;
                }
                end = at + 1;
            } else if head.is_some() {
                break;
            }
            at += 1;
        } else if let Some(next) = connector(a, at, limit, head) {
            at = next;
        } else {
            break;
        }
    }
    let named = match head {
        Some(h) if is_generic(a, marks, index, end, h) => return None,
        Some(h) if is_ministry(a, h) => Named::Ministry,
        Some(_) => Named::Unlisted,
        None if place && !is_generic_place(a, marks, index, end) && !is_addressed(marks, index) => {
            Named::Place
        }
        None => return None,
    };
    (end > index).then_some((end, named))
}

fn is_of(a: &Analysis, index: usize) -> bool {
    (a.is(index, "of") || a.is(index, "for"))
        && (is_capital(a, index + 1) || a.is(index + 1, "the") && is_capital(a, index + 2))
}

fn is_office(marks: &Marks, index: usize) -> bool {
    marks.has(index, HEAD) && !marks.has(index, BODY_HEAD)
}

/// "President's Office", "Prime Minister's Office", "Governors Association".
fn joins_body(a: &Analysis, marks: &Marks, at: usize, limit: usize) -> bool {
    (at + 1..limit.min(at + 4)).any(|i| is_capital(a, i) && marks.has(i, BODY_HEAD) && !is_of(a, i + 1))
        && (at + 1..limit.min(at + 4)).all(|i| is_capital(a, i) || marks::is_possessive(a, i))
}

fn behind_head(a: &Analysis, head: Option<usize>, at: usize) -> bool {
    head.is_some_and(|h| at > h + 1) && !(at > 0 && is_mark(a, at - 1, ",")) && !a.tokens[at].first_of_line
}

/// A word that no lexicon holds behind the field of a ministry: "Ministry of External Affairs Suchitra …".
fn is_stranger(a: &Analysis, marks: &Marks, at: usize) -> bool {
    let field = |i: usize| is_capital(a, i) && marks.has(i, NOT_NAME | marks::MODIFIER | BODY_HEAD);
    field(at - 1) && !marks.has(at, NOT_NAME | marks::MODIFIER | BODY_HEAD | HEAD) && known(a, at).is_none()
}

/// An office or given name behind the name of a body: "Ministry of Health Secretary Ana …".
fn ends_name(a: &Analysis, marks: &Marks, at: usize) -> bool {
    let linked = matches!(a.word(at - 1), "of" | "the" | "for" | "and" | "&" | "-" | "on");
    let name = marks.has(at, GIVEN) && !marks.has(at, NOT_NAME | marks::MODIFIER | BODY_HEAD);
    !linked && (is_office(marks, at) || marks.has(at, HONORIFIC) && !marks.has(at, NOT_NAME) || name)
}

/// Words between the capitals of a name; returns the index behind them.
fn connector(a: &Analysis, at: usize, limit: usize, head: Option<usize>) -> Option<usize> {
    let mut next = at + 1;
    let word = a.word(at);
    let ok = match word {
        "of" | "for" => head.is_some(),
        "on" => head.is_some_and(|h| h + 1 == at),
        "and" => is_deep(a, head, at),
        "&" => true,
        "-" | "/" => a.tokens[at].glued,
        "’" | "'s" | "’s" => {
            a.tokens[at].glued
                && known(a, at - 1)
                    .is_none_or(|(_, n)| !matches!(n, Named::State(_) | Named::Seat(_) | Named::Body(_)))
        }
        _ => false,
    };
    if !ok {
        return None;
    }
    if a.is(next, "the") {
        next += 1;
    }
    (next < limit && is_capital(a, next)).then_some(next)
}

/// Whether the words since the head stand behind "of": `Department of the Interior and Local Government`.
fn is_deep(a: &Analysis, head: Option<usize>, at: usize) -> bool {
    head.is_some_and(|h| {
        at > h + 2 && at - h <= 6 && (h + 1..at).any(|i| matches!(a.word(i), "of" | "for" | "on"))
    })
}

fn is_ministry(a: &Analysis, head: usize) -> bool {
    ["ministry", "ministries", "department", "departments", "directorate", "office", "bureau"]
        .iter()
        .any(|w| a.is(head, w))
}

/// Whether no word says which body it is: "the Council", "The Foreign Party".
fn is_generic(a: &Analysis, marks: &Marks, first: usize, end: usize, head: usize) -> bool {
    let person_before = (first..head).all(|i| !marks.has(i, NOT_NAME) || marks.has(i, SURNAME | GIVEN));
    let weak = ["administration", "government", "cabinet", "team", "delegation", "family"]
        .iter()
        .any(|w| a.is(head, w));
    end - first < 2 || weak && (person_before || end == head + 1)
}

/// "ambassador Mariana Plaza": somebody rather than some place.
fn is_addressed(marks: &Marks, index: usize) -> bool {
    index > 0 && marks.has(index, GIVEN) && marks.has(index - 1, HEAD | HONORIFIC)
}

fn is_generic_place(a: &Analysis, marks: &Marks, first: usize, end: usize) -> bool {
    let last = end - 1;
    let lone_name = (first..last).all(|i| marks.has(i, GIVEN)) && marks.has(last, SURNAME);
    end - first < 2 || lone_name || a.tokens[last].first_of_line || a.is(last, "state")
}

fn is_function_word(a: &Analysis, index: usize) -> bool {
    matches!(
        a.word(index),
        "The"
            | "A"
            | "An"
            | "In"
            | "On"
            | "At"
            | "And"
            | "But"
            | "For"
            | "From"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "His"
            | "Her"
            | "Their"
            | "Our"
            | "Its"
            | "As"
            | "If"
            | "When"
            | "While"
            | "Both"
            | "Of"
            | "To"
            | "With"
            | "By"
            | "After"
            | "Before"
            | "Mr"
            | "Mr."
            | "Mrs."
            | "Ms."
            | "Dr."
            | "He"
            | "She"
            | "It"
            | "We"
            | "They"
            | "Today"
            | "During"
            | "Under"
    )
}

/// Whether the token continues a run of capitals whose start was tried already and is no name.
fn opens_in_run(a: &Analysis, marks: &Marks, index: usize) -> bool {
    index > 0
        && marks.has(index, NOT_NAME)
        && is_capital(a, index - 1)
        && !is_function_word(a, index - 1)
        && !a.tokens[index].first_of_line
        && marks.has(index - 1, NOT_NAME)
        && !marks.has(index - 1, HEAD)
        && a.tokens[index].sentence == a.tokens[index - 1].sentence
        && !marks.has(index, BODY_HEAD)
}

/// Whether the token is an abbreviation in capitals amid words that are not.
fn is_letters(a: &Analysis, marks: &Marks, index: usize) -> bool {
    let token = &a.tokens[index];
    let word = a.word(index);
    token.shape == Shape::Capitals
        && token.kind == TokenKind::Word
        && (2..=7).contains(&word.len())
        && !word.contains('.')
        && marks.at(index) & (GIVEN | SURNAME | HONORIFIC | marks::SUFFIX | HEAD | NOT_NAME) == 0
        && !(index > 0 && marks::is_shouted(a, index - 1) && !is_mark(a, index - 1, "("))
        && !marks::is_shouted(a, index + 1)
        && !(index > 0 && marks::is_initial(a, index - 1))
}
