//! Words that were edited: nearly the same, between the neighbours of old.
//!
//! Pieces of ten letters of the words and of their context vote for where the words would begin; at the places with
//! most votes the words are aligned with the text, letter by letter.

use aho_corasick::AhoCorasick;
use hashbrown::HashMap;

use super::context::{Agreement, agreement, floor};
use super::quote::Wanted;

/// Length of a piece, and the distance from one to the next, in bytes.
const PIECE: (usize, usize) = (10, 5);
/// A piece that stands more often than this says nothing.
const COMMON: usize = 400;
/// Votes within this distance are for one place, in bytes.
const BIN: usize = 48;
/// How many places are looked at closely.
const LOOKED_AT: usize = 6;
/// Longer quotes are not aligned: the time grows with the square.
const LONGEST: usize = 4_000;

/// What the search for edited words found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// The place in the levelled text, and how sure it is.
    Sure((usize, usize), f64),
    /// Nothing for sure; the best guess.
    Doubt(Option<((usize, usize), f64)>),
}

/// A place that was looked at.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    place: (usize, usize),
    /// How much of the words is there, 0 to 1.
    likeness: f64,
    context: Agreement,
}

impl Candidate {
    fn score(&self) -> f64 {
        0.6 * self.likeness + 0.4 * self.context.mean()
    }
}

/// Looks for all of `wanted` in a levelled text.
pub fn find(text: &str, wanted: &[Wanted]) -> Vec<Found> {
    wanted.iter().zip(votes(text, wanted)).map(|(w, places)| choose(text, w, &places)).collect()
}

/// For each of `wanted` the offsets where its words would begin, those with most votes first.
fn votes(text: &str, wanted: &[Wanted]) -> Vec<Vec<usize>> {
    let mut pieces: Vec<String> = Vec::new();
    let mut owners: Vec<Vec<(usize, isize)>> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    for (i, w) in wanted.iter().enumerate().filter(|(_, w)| w.words.len() <= LONGEST) {
        let whole = format!("{}{}{}", w.prefix, w.words, w.suffix);
        let mut at = 0;
        while at + PIECE.0 <= whole.len() {
            let (from, to) = (floor(&whole, at), floor(&whole, at + PIECE.0));
            let piece = whole[from..to].to_owned();
            let slot = *index.entry(piece.clone()).or_insert_with(|| {
                pieces.push(piece);
                owners.push(Vec::new());
                pieces.len() - 1
            });
            owners[slot].push((i, from as isize - w.prefix.len() as isize));
            at += PIECE.1;
        }
    }
    let mut ballots: Vec<HashMap<usize, u32>> = vec![HashMap::new(); wanted.len()];
    for (slot, hits) in hits(text, &pieces).into_iter().enumerate() {
        for hit in hits {
            for (i, offset) in &owners[slot] {
                *ballots[*i].entry(hit.saturating_add_signed(-offset) / BIN).or_default() += 1;
            }
        }
    }
    ballots.into_iter().map(winners).collect()
}

/// Where each of `pieces` stands; nowhere, when it stands too often.
fn hits(text: &str, pieces: &[String]) -> Vec<Vec<usize>> {
    let mut hits = vec![Vec::new(); pieces.len()];
    let Ok(searcher) = AhoCorasick::new(pieces) else { return hits };
    for hit in searcher.find_overlapping_iter(text) {
        let places = &mut hits[hit.pattern().as_usize()];
        if places.len() <= COMMON {
            places.push(hit.start());
        }
    }
    hits.iter_mut().filter(|places| places.len() > COMMON).for_each(Vec::clear);
    hits
}

/// The offsets of the bins with most votes, neighbours taken together.
fn winners(ballots: HashMap<usize, u32>) -> Vec<usize> {
    let mut bins: Vec<(usize, u32)> = ballots.into_iter().collect();
    bins.sort_unstable();
    let mut joined: Vec<(u32, usize)> = Vec::new();
    let mut last = None;
    for (bin, count) in bins {
        match joined.last_mut() {
            Some(place) if last.is_some_and(|l| bin <= l + 1) => place.0 += count,
            _ => joined.push((count, bin * BIN)),
        }
        last = Some(bin);
    }
    joined.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    joined.into_iter().take(LOOKED_AT).map(|(_, offset)| offset).collect()
}

/// Aligns the words at each of `places` and judges the best.
fn choose(text: &str, wanted: &Wanted, places: &[usize]) -> Found {
    let mut candidates: Vec<Candidate> = Vec::new();
    for offset in places {
        let slack = BIN * 2 + wanted.words.len() / 3;
        let from = floor(text, offset.saturating_sub(slack));
        let to = floor(text, offset + wanted.words.len() + slack);
        let (start, end, distance) = align(wanted.words.as_bytes(), &text.as_bytes()[from..to]);
        let place = snap(text, from + start, from + end);
        let likeness = 1.0 - distance as f64 / wanted.words.len().max(1) as f64;
        if place.0 < place.1 {
            let context = agreement(text, place, &wanted.prefix, &wanted.suffix);
            candidates.push(Candidate { place, likeness, context });
        }
    }
    candidates.sort_by(|a, b| b.score().total_cmp(&a.score()).then(a.place.cmp(&b.place)));
    let Some(best) = candidates.first() else { return Found::Doubt(None) };
    let apart = |c: &&Candidate| c.place.1 <= best.place.0 || best.place.1 <= c.place.0;
    let second = candidates.iter().filter(apart).map(Candidate::score).fold(0.0, f64::max);
    if trusted(text, wanted, best, second) {
        Found::Sure(best.place, best.score())
    } else {
        Found::Doubt((best.likeness >= 0.5).then(|| (best.place, best.score())))
    }
}

/// Whether `best` is beyond doubt: much of the words, both neighbours, and clear of the runner-up. Short words must be
/// nearer, since a few letters make other words of them; for long ones that hardly changed one neighbour is enough.
fn trusted(text: &str, wanted: &Wanted, best: &Candidate, second: f64) -> bool {
    let long = wanted.words.chars().count() >= 40;
    let (likeness, side) = if long { (0.65, 0.6) } else { (0.75, 0.8) };
    let between = best.likeness >= likeness && best.context.worst() >= side && best.context.best() >= 0.8;
    let beside = long && best.likeness >= 0.85 && best.context.best() >= 0.95 && best.context.worst() >= 0.3;
    !was_beside(&text[best.place.0..best.place.1], wanted)
        && (between || beside)
        && best.score() - second >= 0.15
}

/// Whether `words` stood beside the wanted ones: then they are themselves, however alike.
fn was_beside(words: &str, wanted: &Wanted) -> bool {
    let (prefix, suffix) = (wanted.prefix.trim(), wanted.suffix.trim());
    let enough = |side: &str| side.len() >= 2 * PIECE.0;
    prefix.contains(words)
        || suffix.contains(words)
        || (enough(suffix) && words.starts_with(suffix))
        || (enough(prefix) && words.ends_with(prefix))
}

/// The place in `text` where `words` fit best, and how many edits make them fit. The ends of `text` cost nothing.
fn align(words: &[u8], text: &[u8]) -> (usize, usize, usize) {
    // Each cell: edits so far, and where in the text they began.
    let mut row: Vec<(usize, usize)> = (0..=words.len()).map(|i| (i, 0)).collect();
    let mut best = (0, 0, words.len());
    for (j, have) in text.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], (0, j + 1));
        for (i, want) in words.iter().enumerate() {
            let mut least = (corner.0 + usize::from(want != have), corner.1);
            corner = row[i + 1];
            if corner.0 + 1 < least.0 {
                least = (corner.0 + 1, corner.1);
            }
            if row[i].0 + 1 < least.0 {
                least = (row[i].0 + 1, row[i].1);
            }
            row[i + 1] = least;
        }
        let (distance, start) = row[words.len()];
        if distance < best.2 {
            best = (start, j + 1, distance);
        }
    }
    best
}

/// The place widened to whole words, without white space at its ends.
fn snap(text: &str, start: usize, end: usize) -> (usize, usize) {
    let inside = |at: usize| {
        let behind = text[at..].chars().next().is_some_and(char::is_alphanumeric);
        behind && text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
    };
    let (mut start, mut end) = (floor(text, start), floor(text, end));
    while start > 0 && inside(start) {
        start = floor(text, start - 1);
    }
    while end < text.len() && inside(end) {
        end = (end + 1..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    }
    let words = text.get(start..end).unwrap_or_default();
    let start = start + (words.len() - words.trim_start().len());
    (start, start + words.trim().len())
}
