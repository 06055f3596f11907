//! What the lexicon says of each token, as bits.
//!
//! A phrase of several words marks each of its tokens, so that rules that walk token by token, in either direction,
//! ask one number instead of the automaton. Marks know nothing of persons or bodies yet.

use super::super::lexicon::{Category, names::given, titles};
use super::super::{Analysis, Hit, Shape};
use crate::text::TokenKind;

/// A set of marks.
pub(super) type Bits = u32;

pub(super) const MALE: Bits = 1;
pub(super) const FEMALE: Bits = 1 << 1;
pub(super) const GIVEN: Bits = 1 << 2;
pub(super) const SURNAME: Bits = 1 << 3;
pub(super) const PARTICLE: Bits = 1 << 4;
pub(super) const SUFFIX: Bits = 1 << 5;
pub(super) const NOT_NAME: Bits = 1 << 6;
pub(super) const HEAD: Bits = 1 << 7;
pub(super) const MODIFIER: Bits = 1 << 8;
pub(super) const HONORIFIC: Bits = 1 << 9;
pub(super) const RANK: Bits = 1 << 10;
pub(super) const BODY_HEAD: Bits = 1 << 11;
pub(super) const PLACE_HEAD: Bits = 1 << 12;
pub(super) const FORMER: Bits = 1 << 13;
pub(super) const PASSING: Bits = 1 << 14;

/// Bits for every token of an analysis.
pub(super) struct Marks {
    bits: Vec<Bits>,
}

impl Marks {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let mut marks = Self { bits: vec![0; analysis.tokens.len()] };
        for first in 0..analysis.tokens.len() {
            for hit in analysis.hits_at(first) {
                marks.add(hit);
            }
        }
        marks
    }

    fn add(&mut self, hit: &Hit) {
        let bits = match (hit.entry.category, hit.entry.row) {
            (Category::GivenName, given::MALE) => GIVEN | MALE,
            (Category::GivenName, given::FEMALE) => GIVEN | FEMALE,
            (Category::GivenName, given::SURNAME) => SURNAME,
            (Category::GivenName, _) => GIVEN,
            (Category::NameParticle, _) => PARTICLE,
            (Category::NameSuffix, _) => SUFFIX,
            (Category::NotAName, _) => NOT_NAME,
            (Category::RoleHead, _) => HEAD,
            (Category::RoleModifier, titles::FORMER) => MODIFIER | FORMER,
            (Category::RoleModifier, titles::PASSING) => MODIFIER | PASSING,
            (Category::RoleModifier, _) => MODIFIER,
            (Category::Honorific, titles::RANK) => HONORIFIC | RANK,
            (Category::Honorific, _) => HONORIFIC,
            (Category::OrganisationHead, _) => BODY_HEAD,
            (Category::PlaceHead, 0) => PLACE_HEAD,
            _ => return,
        };
        for bit in &mut self.bits[hit.first..hit.end] {
            *bit |= bits;
        }
    }

    /// Whether the token at `index` has any of `bits`.
    pub(super) fn has(&self, index: usize, bits: Bits) -> bool {
        self.bits.get(index).is_some_and(|b| b & bits != 0)
    }

    /// The bits of the token at `index`.
    pub(super) fn at(&self, index: usize) -> Bits {
        self.bits.get(index).copied().unwrap_or(0)
    }
}

/// Whether the token at `index` is a word that begins with a capital.
pub(super) fn is_capital(a: &Analysis, index: usize) -> bool {
    a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
}

/// Whether the token at `index` is an initial: `J.`, `A.B.`, `J` alone.
pub(super) fn is_initial(a: &Analysis, index: usize) -> bool {
    is_capital(a, index) && {
        let word = a.word(index);
        let letters = word.chars().filter(|c| *c != '.').count();
        letters == 1 && (word.ends_with('.') || word != "I" && word != "A")
            || word.ends_with('.') && letters <= 3 && word.matches('.').count() == letters
    }
}

/// Whether the token at `index` is the punctuation `mark`.
pub(super) fn is_mark(a: &Analysis, index: usize, mark: &str) -> bool {
    a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Punctuation) && a.word(index) == mark
}

/// Whether the token at `index` is a hyphen without space on either side.
pub fn is_hyphen(a: &Analysis, index: usize) -> bool {
    a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Punctuation && t.glued)
        && matches!(a.word(index), "-" | "‐" | "‑")
        && a.tokens.get(index + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Word)
}

/// Whether the token at `index` is the hyphen at a line's end that cuts a word: `Ade-` / `nauer`.
pub(super) fn is_wrapped(a: &Analysis, index: usize) -> bool {
    let small =
        |t: &crate::extract::Tok| t.first_of_line && t.kind == TokenKind::Word && t.shape == Shape::Lower;
    is_mark(a, index, "-") && a.tokens[index].glued && a.tokens.get(index + 1).is_some_and(small)
}

/// Whether the token at `index` is a possessive ending.
pub fn is_possessive(a: &Analysis, index: usize) -> bool {
    a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Possessive)
        || (is_mark(a, index, "’") || is_mark(a, index, "'"))
            && a.tokens[index].glued
            && a.tokens.get(index + 1).is_some_and(|t| !t.glued)
}

/// Whether all letters of the token are capitals, two or more.
pub(super) fn is_shouted(a: &Analysis, index: usize) -> bool {
    a.tokens.get(index).is_some_and(|t| t.shape == Shape::Capitals)
}
