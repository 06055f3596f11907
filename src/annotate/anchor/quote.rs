//! The same words, somewhere in the text: which of the places is the one?

use aho_corasick::AhoCorasick;
use hashbrown::HashMap;

use super::context::{Agreement, agreement, floor};
use super::normal::levelled;
use crate::annotate::Target;

/// More places than this are too many to be weighed one by one.
pub const CROWD: usize = 1_000;
/// How many places have both their sides compared in full.
const WEIGHED: usize = 24;
/// How much of each side is added to words that stand everywhere, in bytes.
const EXTENSION: usize = 24;

/// A target, levelled as the text is.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The words.
    pub words: String,
    /// What stood before.
    pub prefix: String,
    /// What stood behind.
    pub suffix: String,
    /// How often the words stood in the text; 0 when unknown.
    pub copies: usize,
}

impl Wanted {
    /// Levels a target.
    pub fn of(target: &Target) -> Self {
        Self {
            words: levelled(&target.exact).trim().to_owned(),
            prefix: levelled(&target.prefix),
            suffix: levelled(&target.suffix),
            copies: target.copies,
        }
    }

    /// The words with a little of both sides.
    fn extended(&self) -> (String, usize) {
        let cut = floor(&self.prefix, self.prefix.len().saturating_sub(EXTENSION));
        let head = &self.prefix[cut..];
        let tail = &self.suffix[..floor(&self.suffix, EXTENSION)];
        (format!("{head}{}{tail}", self.words), head.len())
    }
}

/// What the search for the same words found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// The place, in bytes of the levelled text, and how sure it is.
    Sure((usize, usize), f64),
    /// The words stand there, but perhaps they are others.
    Doubt((usize, usize), f64),
    /// The words are nowhere.
    None,
}

/// Looks for all of `wanted` in a levelled text.
pub fn find(text: &str, wanted: &[Wanted]) -> Vec<Found> {
    let words: Vec<&str> = wanted.iter().map(|w| w.words.as_str()).collect();
    let mut places = occurrences(text, &words);
    let crowded: Vec<usize> = (0..wanted.len()).filter(|i| places[*i].len() >= CROWD).collect();
    let extended: Vec<(String, usize)> = crowded.iter().map(|i| wanted[*i].extended()).collect();
    let patterns: Vec<&str> = extended.iter().map(|(pattern, _)| pattern.as_str()).collect();
    for ((i, (_, head)), starts) in crowded.iter().zip(&extended).zip(occurrences(text, &patterns)) {
        places[*i] = starts.into_iter().map(|start| start + head).collect();
    }
    let one = |(i, (w, starts)): (usize, (&Wanted, Vec<usize>))| {
        if crowded.contains(&i) && starts.is_empty() {
            return Found::None;
        }
        choose(text, w, &starts, crowded.contains(&i))
    };
    wanted.iter().zip(places).enumerate().map(one).collect()
}

/// Where each of `patterns` stands, up to [`CROWD`] places each, in one pass.
pub fn occurrences(text: &str, patterns: &[&str]) -> Vec<Vec<usize>> {
    let mut distinct: Vec<&str> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    for pattern in patterns.iter().filter(|p| !p.is_empty()) {
        index.entry(pattern).or_insert_with(|| {
            distinct.push(pattern);
            distinct.len() - 1
        });
    }
    let mut found = vec![Vec::new(); distinct.len()];
    if let (false, Ok(searcher)) = (distinct.is_empty(), AhoCorasick::new(&distinct)) {
        for hit in searcher.find_overlapping_iter(text) {
            let places: &mut Vec<usize> = &mut found[hit.pattern().as_usize()];
            if places.len() < CROWD {
                places.push(hit.start());
            }
        }
    }
    patterns.iter().map(|p| index.get(p).map_or_else(Vec::new, |i| found[*i].clone())).collect()
}

/// The one of `starts` that is meant.
fn choose(text: &str, wanted: &Wanted, starts: &[usize], crowded: bool) -> Found {
    let mut weighed: Vec<(Agreement, usize)> = nearest(text, wanted, starts)
        .into_iter()
        .map(|start| {
            let place = (start, start + wanted.words.len());
            (agreement(text, place, &wanted.prefix, &wanted.suffix), start)
        })
        .collect();
    weighed.sort_by(|a, b| b.0.mean().total_cmp(&a.0.mean()).then(a.1.cmp(&b.1)));
    let Some(&(best, start)) = weighed.first() else { return Found::None };
    let place = (start, start + wanted.words.len());
    let sure = if starts.len() == 1 && !crowded && wanted.copies <= 1 {
        alone(wanted, best)
    } else {
        let others: Vec<Agreement> = weighed.iter().skip(1).map(|(agreement, _)| *agreement).collect();
        let all_there = !crowded && wanted.copies > 0 && starts.len() >= wanted.copies;
        among_twins(best, &others, all_there)
    };
    if sure { Found::Sure(place, 0.7 + 0.3 * best.mean()) } else { Found::Doubt(place, best.mean()) }
}

/// Whether words that stand once, and stood once, are the ones that were meant: long ones are, since nobody writes
/// them twice by chance; short ones when their neighbours say so.
fn alone(wanted: &Wanted, at: Agreement) -> bool {
    let (letters, words) = (wanted.words.chars().count(), wanted.words.split(' ').count());
    let bare = wanted.prefix.trim().is_empty() && wanted.suffix.trim().is_empty();
    (letters >= 40 && words >= 5)
        || at.worst() >= 0.6
        || (at.best() >= 0.75 && at.mean() >= 0.5)
        || (bare && letters >= 20 && wanted.copies == 0)
}

/// Whether the best of several places is the one.
///
/// If twins have vanished since, the one that is left may be another's: then its neighbours must be the same to the
/// letter. A rival that kept one neighbour to the letter may be the one, moved.
fn among_twins(at: Agreement, others: &[Agreement], all_there: bool) -> bool {
    const LETTER: f64 = 0.98;
    if at.worst() >= LETTER {
        return others.iter().all(|other| other.worst() < LETTER);
    }
    let margin = at.mean() - others.iter().map(|other| other.mean()).fold(0.0, f64::max);
    let rival = others.iter().any(|other| other.best() >= 0.9);
    all_there && !rival && (at.worst() >= 0.6 || at.best() >= 0.9) && margin >= 0.2
}

/// The places whose neighbours agree best at first sight: letter by letter from the words outwards.
fn nearest(text: &str, wanted: &Wanted, starts: &[usize]) -> Vec<usize> {
    if starts.len() <= WEIGHED {
        return starts.to_vec();
    }
    let run = |start: usize| {
        let before = text[..start].trim_end().bytes().rev();
        let behind = text[start + wanted.words.len()..].trim_start().bytes();
        let same = |a: &mut dyn Iterator<Item = u8>, b: &mut dyn Iterator<Item = u8>| {
            a.zip(b).take_while(|(a, b)| a == b).count()
        };
        same(&mut before.into_iter(), &mut wanted.prefix.trim_end().bytes().rev())
            + same(&mut behind.into_iter(), &mut wanted.suffix.trim_start().bytes())
    };
    let mut ranked: Vec<(usize, usize)> = starts.iter().map(|start| (run(*start), *start)).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    ranked.into_iter().take(WEIGHED).map(|(_, start)| start).collect()
}
