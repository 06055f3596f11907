//! One commitment told twice is one: its clearest telling first, the others beside it.

use std::collections::HashSet;

use super::super::Commitment;
use crate::document::{BlockKind, Document};

/// How many commitments back a second telling may refer.
const REACH: usize = 60;

/// A commitment with what tells whether two are the same.
struct Told {
    commitment: Commitment,
    words: HashSet<String>,
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

/// The words that say what is done; short ones say nothing.
fn content(action: &str) -> HashSet<String> {
    action
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() > 3 || w.chars().any(|c| c.is_ascii_digit()))
        .map(|w| w.to_lowercase().chars().take(6).collect())
        .collect()
}

fn same(old: &Told, new: &Told) -> bool {
    let shared = old.words.intersection(&new.words).count();
    let smaller = old.words.len().min(new.words.len());
    let headline = old.headline != new.headline || old.headline;
    let actors = old.commitment.actors.iter().any(|a| new.commitment.actors.contains(a));
    let enough = if headline { shared * 10 >= smaller * 6 } else { shared * 10 >= smaller * 8 };
    let core = old.commitment.strength.is_core() == new.commitment.strength.is_core();
    smaller >= 3 && enough && (actors || headline) && (core || headline)
}
