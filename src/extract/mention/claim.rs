//! Which runs of capitals name persons, and what stands round them.
//!
//! A claim is a chunk with its evidence: office before or behind, form of address, given name, what the sentence does
//! with it. Weak chunks stay claims too, since a surname alone becomes a person once its owner is known.

use std::ops::Range;

use super::super::Analysis;
use super::body::Segments;
use super::chunk::Chunk;
use super::marks::{self, FEMALE, GIVEN, MALE, Marks, is_mark};
use super::office::Offices;
use crate::text::TokenKind;

/// How sure it is that a chunk names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Only if a person of that name is known.
    None,
    /// Looks like a name.
    Likely,
    /// Title, given name, initials.
    Sure,
}

/// A chunk with what stands round it.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) tokens: Range<usize>,
    /// With titles and appositions.
    pub(super) phrase: Range<usize>,
    pub(super) words: usize,
    pub(super) initial: bool,
    /// Offices that the person holds, indexes; best first.
    pub(super) offices: Vec<usize>,
    /// A rank before the name.
    pub(super) rank: Option<Range<usize>>,
    /// "of India", "Japan's …": a segment.
    pub(super) owner: Option<usize>,
    /// `Some(true)` for a man, `Some(false)` for a woman.
    pub(super) male: Option<bool>,
    pub(super) proof: Proof,
}

/// Reads claims from chunks.
pub(super) struct Reader<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) marks: &'r Marks,
    pub(super) segments: &'r Segments,
    pub(super) offices: &'r Offices,
    /// For each token whether a chunk begins there.
    pub(super) opens: Vec<bool>,
    /// For each sentence whether nearly all its words are capitalised.
    pub(super) titled: Vec<bool>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(
        a: &'r Analysis<'a>,
        marks: &'r Marks,
        segments: &'r Segments,
        offices: &'r Offices,
        chunks: &[Chunk],
    ) -> Self {
        let mut opens = vec![false; a.tokens.len() + 1];
        for chunk in chunks {
            opens[chunk.tokens.start] = true;
        }
        let titled = a.sentences.iter().map(|s| is_titled(a, s.tokens.clone())).collect();
        Self { a, marks, segments, offices, opens, titled }
    }

    pub(super) fn claims(&self, chunks: &[Chunk]) -> Vec<Claim> {
        let mut claims: Vec<Claim> = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let mut claim = self.claim(chunk);
            if let Some(last) = claims.last() {
                self.share(last, &mut claim);
                self.share_of(last, &mut claim);
            }
            claims.push(claim);
        }
        for index in 0..claims.len() {
            self.share_back(&mut claims[..=index]);
        }
        for index in (1..claims.len()).rev() {
            let (left, right) = claims.split_at_mut(index);
            let (before, after) = (&mut left[index - 1], &right[0]);
            if before.proof == Proof::None
                && before.words >= 2
                && after.proof == Proof::Sure
                && self.joined(before, after)
                && !self.names_a_body(before)
            {
                before.proof = Proof::Likely;
            }
        }
        claims
    }

    pub(super) fn claim(&self, chunk: &Chunk) -> Claim {
        let mut claim = Claim {
            tokens: chunk.tokens.clone(),
            phrase: chunk.tokens.clone(),
            words: chunk.words,
            initial: chunk.initial,
            offices: Vec::new(),
            rank: None,
            owner: None,
            male: self.gender(chunk.tokens.clone()),
            proof: Proof::None,
        };
        let addressed = self.before(&mut claim);
        self.behind(&mut claim);
        claim.proof = self.proof(&claim, addressed);
        claim
    }

    pub(super) fn gender(&self, tokens: Range<usize>) -> Option<bool> {
        if tokens.len() < 2 {
            return None;
        }
        let bits = (tokens.start..tokens.end - 1)
            .filter(|&i| self.marks.has(i, GIVEN))
            .map(|i| self.marks.at(i) & (MALE | FEMALE))
            .find(|b| *b != 0)?;
        (bits != MALE | FEMALE).then_some(bits == MALE)
    }

    pub(super) fn joined(&self, left: &Claim, right: &Claim) -> bool {
        let (from, to) = (left.phrase.end.max(left.tokens.end), right.phrase.start);
        from < to
            && to - from <= 2
            && self.a.tokens[from].sentence == self.a.tokens[to].sentence
            && (from..to).all(|i| matches!(self.a.word(i), "," | "and" | "&" | ";"))
    }

    /// "A of X, B of Y and C of Z, three presidents": the office behind the list is everybody's.
    pub(super) fn share_back(&self, claims: &mut [Claim]) {
        let Some(last) = claims.last() else { return };
        let at = last.phrase.end;
        if last.proof < Proof::Likely || !last.offices.is_empty() || !is_mark(self.a, at, ",") {
            return;
        }
        let Some(id) = self.own_office(at + 1).filter(|&id| self.offices.all[id].plural) else { return };
        for index in (0..claims.len()).rev() {
            if !claims[index].offices.is_empty()
                || index + 1 < claims.len() && !self.joined(&claims[index], &claims[index + 1])
            {
                return;
            }
            claims[index].offices.push(id);
            claims[index].proof = Proof::Sure;
        }
    }

    /// "the Prime Ministers of A, X, of B, Y, and of C, Dr. Z": the office goes on to Y and Z.
    fn share_of(&self, before: &Claim, claim: &mut Claim) {
        let at = claim.phrase.start;
        let Some(&office) = before.offices.iter().find(|&&id| self.offices.all[id].plural) else { return };
        if !claim.offices.is_empty() || at < 3 || !is_mark(self.a, at - 1, ",") || at > before.phrase.end + 14
        {
            return;
        }
        let Some(id) = self.segments.id_at(at - 2).filter(|&id| self.segments.all[id].state().is_some())
        else {
            return;
        };
        let start = self.segments.all[id].tokens.start;
        let of = start
            .checked_sub(1 + usize::from(self.a.is(start.saturating_sub(1), "the")))
            .is_some_and(|i| self.a.is(i, "of"));
        if of {
            claim.offices.push(office);
            claim.owner = Some(id);
            claim.proof = Proof::Sure;
        }
    }

    /// Members of a list share a plural office, and are persons if the first is.
    pub(super) fn share(&self, before: &Claim, claim: &mut Claim) {
        if before.proof < Proof::Likely || !self.joined(before, claim) {
            return;
        }
        if claim.proof == Proof::None
            && claim.words >= 2
            && !self.names_a_body(claim)
            && !self.is_thing(claim)
        {
            claim.proof = Proof::Likely;
        }
        let plural = before.offices.iter().copied().find(|&id| self.offices.all[id].plural);
        if let Some(id) = plural.filter(|_| claim.offices.is_empty()) {
            claim.offices.push(id);
            let owners = &self.offices.all[id].owners;
            let mine = owners.iter().position(|&o| Some(o) == before.owner).map(|n| n + 1);
            claim.owner = claim.owner.or(mine.and_then(|n| owners.get(n).copied()));
            claim.proof = Proof::Sure;
        }
    }
}

/// Whether nearly all words of a sentence are capitalised: a headline in title case.
fn is_titled(a: &Analysis, tokens: Range<usize>) -> bool {
    let (mut long, mut capital) = (0, 0);
    for index in tokens {
        if a.tokens[index].kind == TokenKind::Word && a.tokens[index].span.len() > 3 {
            long += 1;
            capital += usize::from(marks::is_capital(a, index));
        }
    }
    long >= 4 && capital * 10 >= long * 8
}
