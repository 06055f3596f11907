//! One automaton over words for the phrases of every topic.
//!
//! A phrase is cut by the same tokenizer as the text, so "two-plus-two" and "U.S." need no care. All topics share the
//! automaton: a text is walked once, and each hit says which topic and which row of the topic's table it is.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::{Category, Vocabulary, WordId};
use crate::base::Diagnostic;
use crate::text::each_token;

/// How the letters of a hit must look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// Any way.
    Any,
    /// The first letter of the first word is a capital: names.
    Capitalised,
    /// Just as the lexicon has it: `US`, `WHO`, `Quad`.
    Exact,
}

/// What a phrase is: its topic, its row there, how it must be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Topic.
    pub category: Category,
    /// Row in the topic's table.
    pub row: u32,
    /// How the text must write it.
    pub case: Case,
    /// The spelling, for [`Case::Exact`]; empty for the others.
    pub spelling: Box<str>,
}

/// Collects the phrases of all topics, then becomes a [`Vocabulary`] and [`Phrases`].
#[derive(Debug, Default)]
pub struct Builder {
    vocabulary: Vocabulary,
    phrases: Phrases,
    diagnostics: Vec<Diagnostic>,
}

impl Builder {
    /// Adds `phrase`; text that the tokenizer cuts into nothing is left out.
    pub fn add(&mut self, phrase: &str, category: Category, row: usize, case: Case) {
        let mut node = 0;
        each_token(phrase, 0, |token| {
            let word = self.vocabulary.intern(token.span.of(phrase));
            node = self.phrases.step_or_grow(node, word);
        });
        if node != 0 {
            let spelling = if case == Case::Exact { phrase } else { "" };
            let entry = Entry { category, row: row as u32, case, spelling: spelling.into() };
            if !self.phrases.entries[node as usize].contains(&entry) {
                self.phrases.entries[node as usize].push(entry);
            }
        }
    }

    /// The id of a word that a rule asks for by itself, without a phrase.
    pub fn word(&mut self, word: &str) -> WordId {
        self.vocabulary.intern(word)
    }

    /// Something is wrong with a user's file.
    pub fn remark(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The finished automaton.
    pub fn finish(self) -> (Vocabulary, Phrases, Vec<Diagnostic>) {
        (self.vocabulary, self.phrases, self.diagnostics)
    }
}

/// The automaton: nodes are prefixes of phrases, edges are words.
#[derive(Debug)]
pub struct Phrases {
    first: Vec<u32>,
    edges: HashMap<(u32, WordId), u32, FixedState>,
    entries: Vec<Vec<Entry>>,
}

impl Default for Phrases {
    fn default() -> Self {
        Self { first: Vec::new(), edges: HashMap::default(), entries: vec![Vec::new()] }
    }
}

impl Phrases {
    /// Calls `found(length in tokens, entry)` for every phrase that begins with the first of `words`.
    pub fn at<'l>(&'l self, words: impl Iterator<Item = WordId>, mut found: impl FnMut(usize, &'l Entry)) {
        let mut node = 0;
        for (index, word) in words.enumerate() {
            node = self.step(node, word);
            if node == 0 {
                return;
            }
            for entry in &self.entries[node as usize] {
                found(index + 1, entry);
            }
        }
    }

    fn step(&self, node: u32, word: WordId) -> u32 {
        if !word.is_known() {
            return 0;
        }
        if node == 0 {
            return self.first.get(word.0 as usize).copied().unwrap_or(0);
        }
        self.edges.get(&(node, word)).copied().unwrap_or(0)
    }

    fn step_or_grow(&mut self, node: u32, word: WordId) -> u32 {
        let next = self.step(node, word);
        if next != 0 {
            return next;
        }
        let grown = self.entries.len() as u32;
        self.entries.push(Vec::new());
        if node == 0 {
            let index = word.0 as usize;
            self.first.resize(self.first.len().max(index + 1), 0);
            self.first[index] = grown;
        } else {
            self.edges.insert((node, word), grown);
        }
        grown
    }
}
