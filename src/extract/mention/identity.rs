//! Which claims name the same person.
//!
//! Full names first, in the order of the text; then single names with a title; last the bare surnames, which only join
//! somebody who is known. Names agree by their words: the last one, the first one (family name first, or a person known
//! by the given name), initials and short forms. Gender and office keep two people of one surname apart.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::super::Analysis;
use super::claim::{Claim, Proof};
use super::marks::{self, Marks, NOT_NAME, PARTICLE, SUFFIX, is_initial};
use super::office::Offices;
use crate::text::TokenKind;

/// A folded word of a name.
type Key = u64;

/// One person: the claims that name them.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    /// Indexes of claims, in the order of joining.
    pub(super) claims: Vec<usize>,
    /// The words of the fullest name.
    words: Vec<Key>,
    first_initial: char,
    pub(super) male: Option<bool>,
}

/// Persons, and whom each claim names.
pub(super) struct Identity {
    pub(super) persons: Vec<Person>,
    pub(super) of_claim: Vec<Option<usize>>,
}

struct Joiner<'r, 'a> {
    a: &'r Analysis<'a>,
    marks: &'r Marks,
    offices: &'r Offices,
    claims: &'r [Claim],
    by_word: HashMap<Key, Vec<usize>, FixedState>,
    out: Identity,
}

impl Identity {
    pub(super) fn of(a: &Analysis, marks: &Marks, offices: &Offices, claims: &[Claim]) -> Self {
        let out = Self { persons: Vec::new(), of_claim: vec![None; claims.len()] };
        let mut joiner = Joiner { a, marks, offices, claims, by_word: HashMap::default(), out };
        joiner.pass(|c| c.proof == Proof::Sure && c.words >= 2, true);
        joiner.pass(|c| c.proof == Proof::Likely && c.words >= 2, true);
        joiner.pass(|c| c.proof == Proof::Sure && c.words < 2, true);
        joiner.pass(|c| c.proof == Proof::Likely && c.words < 2, true);
        joiner.pass(|c| c.proof == Proof::None, false);
        joiner.out
    }
}

impl Joiner<'_, '_> {
    fn pass(&mut self, wanted: impl Fn(&Claim) -> bool, found: bool) {
        for index in 0..self.claims.len() {
            if !wanted(&self.claims[index]) || self.out.of_claim[index].is_some() {
                continue;
            }
            let words = self.words(&self.claims[index]);
            if words.is_empty() {
                continue;
            }
            match self.match_of(index, &words) {
                Some(person) => self.join(person, index, words),
                None if found => {
                    self.out.persons.push(Person::default());
                    self.join(self.out.persons.len() - 1, index, words);
                }
                None => {}
            }
        }
    }

    fn join(&mut self, id: usize, index: usize, words: Vec<Key>) {
        let claim = &self.claims[index];
        for &word in &words {
            let persons = self.by_word.entry(word).or_default();
            if !persons.contains(&id) {
                persons.push(id);
            }
        }
        let first = self.first_letter(claim);
        let person = &mut self.out.persons[id];
        person.claims.push(index);
        if words.len() > person.words.len() {
            person.words = words;
            person.first_initial = first;
        }
        person.male = person.male.or(claim.male);
        self.out.of_claim[index] = Some(id);
    }

    fn words(&self, claim: &Claim) -> Vec<Key> {
        claim
            .tokens
            .clone()
            .filter(|&i| {
                self.a.tokens[i].kind == TokenKind::Word
                    && !is_initial(self.a, i)
                    && !self.marks.has(i, SUFFIX)
            })
            .filter(|&i| {
                !self.marks.has(i, PARTICLE)
                    || self.marks.has(i, marks::GIVEN | marks::SURNAME) && marks::is_capital(self.a, i)
            })
            .filter(|&i| !super::marks::is_wrapped(self.a, i.saturating_sub(1)))
            .map(|i| {
                let cut = super::marks::is_wrapped(self.a, i + 1);
                if cut { key(&[self.a.word(i), self.a.word(i + 2)].concat()) } else { key(self.a.word(i)) }
            })
            .collect()
    }

    fn first_letter(&self, claim: &Claim) -> char {
        self.a.word(claim.tokens.start).chars().next().unwrap_or(' ').to_ascii_lowercase()
    }

    fn match_of(&self, index: usize, words: &[Key]) -> Option<usize> {
        let claim = &self.claims[index];
        let mut best: Option<(i32, usize)> = None;
        let mut seen = 0;
        for end in [words.len() - 1, 0] {
            for &id in self.by_word.get(&words[end]).into_iter().flatten().take(12) {
                seen += 1;
                let score = self.likeness(claim, words, id);
                let score = score * 4 - self.distance(index, id);
                if score > 0 && best.is_none_or(|(s, _)| score > s) {
                    best = Some((score, id));
                }
            }
        }
        (seen > 0).then_some(best).flatten().map(|(_, id)| id)
    }

    /// 0 for whoever was named last before the claim, more for one named later only.
    fn distance(&self, index: usize, id: usize) -> i32 {
        let claims = &self.out.persons[id].claims;
        let before = claims.iter().rev().take(4).filter(|&&c| c < index).max();
        let before = before.or_else(|| claims.first().filter(|&&c| c < index));
        match (before, claims.first()) {
            (Some(&c), _) => ((index - c).min(40) / 20) as i32,
            (None, Some(&c)) => 2 + i32::from(c > index + 6),
            _ => 3,
        }
    }

    fn likeness(&self, claim: &Claim, words: &[Key], id: usize) -> i32 {
        let person = &self.out.persons[id];
        let full = &person.words;
        let (short, long) =
            if words.len() <= full.len() { (words, full.as_slice()) } else { (full.as_slice(), words) };
        let mut score = match () {
            () if short == long => 10,
            () if short.len() == 1 => self.single(claim, words, long, person),
            () if long.ends_with(short) || long.starts_with(short) => 8,
            () if is_subsequence(short, long) => 6,
            () if short[0] != long[0] && long.ends_with(&short[1..]) && self.short_form(claim, person) => 5,
            () => 0,
        };
        if score == 0
            || claim.male.is_some() && person.male.is_some() && claim.male != person.male && words.len() < 2
        {
            return 0;
        }
        if self.first_letter(claim) != person.first_initial
            && claim.initial
            && words.len() == 1
            && claim.tokens.len() > 1
            && is_initial(self.a, claim.tokens.start)
        {
            return 0;
        }
        if words.len() == 1 && self.is_another(claim, person) {
            return 0;
        }
        score += self.office_likeness(claim, person);
        score
    }

    /// "President Carter" in a text that has a spokesman Carter: a sovereign office beside a small one.
    fn is_another(&self, claim: &Claim, person: &Person) -> bool {
        let head = |o: usize| self.a.word(self.offices.all[o].head.end - 1);
        let is = |o: usize, words: &[&str]| words.iter().any(|w| head(o).eq_ignore_ascii_case(w));
        let mut theirs = person.claims.iter().take(6).flat_map(|&c| &self.claims[c].offices).peekable();
        claim.offices.iter().any(|&o| is(o, &["president", "king", "queen", "premier", "chancellor"]))
            && theirs.peek().is_some()
            && theirs.all(|&o| {
                is(
                    o,
                    &[
                        "spokesman",
                        "spokeswoman",
                        "spokesperson",
                        "analyst",
                        "professor",
                        "secretary",
                        "aide",
                    ],
                )
            })
    }

    /// One word against a longer name: the last word, else the first, else a father's name among three.
    fn single(&self, claim: &Claim, words: &[Key], long: &[Key], person: &Person) -> i32 {
        let word = if words.len() == 1 { words[0] } else { person.words[0] };
        let ordinary =
            claim.proof == Proof::None && claim.tokens.clone().any(|i| self.marks.has(i, NOT_NAME));
        if long.last() == Some(&word) {
            return if ordinary { 3 } else { 5 };
        }
        if ordinary {
            return 0;
        }
        if long.first() == Some(&word) {
            return 4;
        }
        i32::from(long.len() >= 3 && (long[long.len() - 2] == word || long[1] == word)) * 2
    }

    /// "Joe" for "Joseph", "J." for either.
    fn short_form(&self, claim: &Claim, person: &Person) -> bool {
        let first = self.a.word(claim.tokens.start);
        let Some(&other) = person.claims.first() else { return false };
        let second = self.a.word(self.claims[other].tokens.start);
        let same = |n: usize| {
            first
                .chars()
                .take(n)
                .map(|c| c.to_ascii_lowercase())
                .eq(second.chars().take(n).map(|c| c.to_ascii_lowercase()))
        };
        let initial = first.len() <= 2 || second.len() <= 2;
        initial && same(1) || same(2) && (first.len() <= 4 || second.len() <= 4 || same(4))
    }

    fn office_likeness(&self, claim: &Claim, person: &Person) -> i32 {
        let heads = |c: &Claim| {
            c.offices.iter().map(|&o| key(self.a.word(self.offices.all[o].head.end - 1))).collect::<Vec<_>>()
        };
        let mine = heads(claim);
        if mine.is_empty() {
            return 0;
        }
        let same =
            person.claims.iter().take(6).any(|&c| heads(&self.claims[c]).iter().any(|h| mine.contains(h)));
        i32::from(same) * 2
    }
}

fn is_subsequence(short: &[Key], long: &[Key]) -> bool {
    let mut rest = long.iter();
    short.len() >= 2 && short.iter().all(|w| rest.any(|l| l == w))
}

/// The word without case, as a number.
pub(super) fn key(word: &str) -> Key {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| {
            (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
        })
}
