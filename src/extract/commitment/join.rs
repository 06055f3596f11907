//! One commitment told twice is one: its clearest telling first, the others beside it.

use super::super::Commitment;
use crate::document::{BlockKind, Document};

/// How many commitments back a second telling may refer.
const REACH: usize = 60;

/// A commitment with what tells whether two are the same.
struct Told {
    commitment: Commitment,
    /// Sorted.
    words: Vec<Stem>,
    headline: bool,
}

/// Joins second tellings to first ones.
pub(super) fn joined(document: &Document, found: Vec<Commitment>) -> Vec<Commitment> {
    let mut told: Vec<Told> = Vec::new();
    for commitment in found {
        let block = document.block_at(commitment.evidence.span.start).map(|b| document.blocks[b].kind);
        let headline = matches!(block, Some(BlockKind::Title | BlockKind::Heading | BlockKind::Caption));
        let new = Told { words: content(&commitment.action), headline, commitment };
        let from = told.len().saturating_sub(REACH);
        match told[from..].iter_mut().find(|t| same(t, &new)) {
            Some(old) if old.headline && !new.headline => {
                let headline = std::mem::replace(old, new);
                old.commitment.also.push(headline.commitment.evidence.span);
                old.commitment.also.extend(headline.commitment.also);
            }
            Some(old) => old.commitment.also.push(new.commitment.evidence.span),
            None => told.push(new),
        }
    }
    let mut out: Vec<Commitment> = told.into_iter().map(|t| t.commitment).collect();
    out.sort_by_key(|c| c.evidence.span);
    out
}

/// The first letters of a word as one number, so that actions are compared without strings.
type Stem = u128;

/// How many letters of a word count.
const LETTERS: usize = 6;
/// What holds any character.
const BITS: u32 = 21;

/// The words that say what is done; short ones say nothing.
fn content(action: &str) -> Vec<Stem> {
    let mut words: Vec<Stem> = action
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() > 3 || w.chars().any(|c| c.is_ascii_digit()))
        .map(stem)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn stem(word: &str) -> Stem {
    let pack = |stem, c| stem << BITS | Stem::from(u32::from(c));
    if word.is_ascii() {
        return word.chars().take(LETTERS).map(|c| c.to_ascii_lowercase()).fold(0, pack);
    }
    word.to_lowercase().chars().take(LETTERS).fold(0, pack)
}

fn same(old: &Told, new: &Told) -> bool {
    let smaller = old.words.len().min(new.words.len());
    let headline = old.headline != new.headline || old.headline;
    if smaller < 3 {
        return false;
    }
    let actors = || old.commitment.actors.iter().any(|a| new.commitment.actors.contains(a));
    let core = || old.commitment.strength.is_core() == new.commitment.strength.is_core();
    if !(headline || core() && actors()) {
        return false;
    }
    let shared = shared(&old.words, &new.words);
    if headline { shared * 10 >= smaller * 6 } else { shared * 10 >= smaller * 8 }
}

/// How many numbers two sorted lists have in common.
fn shared(left: &[Stem], right: &[Stem]) -> usize {
    let (mut l, mut r, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (left.get(l), right.get(r)) {
        count += usize::from(a == b);
        l += usize::from(a <= b);
        r += usize::from(b <= a);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shared_by_their_first_letters_whatever_their_case() {
        let (one, two) =
            (content("Build 3 ferries in the ÖSTLICHE harbour"), content("östlicher Harbours: 3, build"));
        assert_eq!((one.len(), two.len(), shared(&one, &two)), (5, 4, 4));
        assert_eq!(shared(&one, &[]), 0);
    }
}
