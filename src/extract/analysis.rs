//! A document cut into sentences and tokens, with every hit of the lexicon.
//!
//! All later stages read this and nothing else. Page furniture is not in it, so that no rule can make a key point of
//! it by mistake.

use std::ops::Range;

use super::lexicon::{Case, Category, Entry, Lexicon, WordId};
use crate::base::Span;
use crate::document::{BlockKind, Document};
use crate::text::{TokenKind, each_token, sentences};

/// How the letters of a token look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// No letters.
    None,
    /// Begins with a small letter (or one without case).
    Lower,
    /// Begins with a capital, small letters follow; also a capital alone and `McDonald`.
    Capitalised,
    /// Capitals only, two or more: `NATO`, `U.S.`, `DUTERTE`.
    Capitals,
}

/// One token of the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tok {
    /// Where, in bytes of the document's text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How its letters look.
    pub shape: Shape,
    /// Whether no white space stands before it.
    pub glued: bool,
    /// Whether a line of the file begins with it.
    pub first_of_line: bool,
    /// Its word.
    pub word: WordId,
    /// Index of its sentence.
    pub sentence: u32,
}

impl Tok {
    /// Whether it is a word that begins with a capital.
    pub const fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::Capitals)
    }
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where.
    pub span: Span,
    /// Index of its block in the document.
    pub block: usize,
    /// What that block is.
    pub kind: BlockKind,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A phrase of the lexicon found in the text.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'l> {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// What it is.
    pub entry: &'l Entry,
}

/// Sentences, tokens and hits of one document.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// The document.
    pub document: &'a Document,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Tokens in order.
    pub tokens: Vec<Tok>,
    hits: Vec<Hit<'a>>,
    hits_from: Vec<u32>,
}

impl<'a> Analysis<'a> {
    /// Cuts and looks up the whole of `document`.
    pub fn of(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let mut analysis = Self {
            document,
            lexicon,
            sentences: Vec::new(),
            tokens: Vec::with_capacity(document.text.len() / 5),
            hits: Vec::new(),
            hits_from: Vec::new(),
        };
        for (index, block) in document.blocks.iter().enumerate().filter(|(_, b)| !b.kind.is_furniture()) {
            for sentence in sentences(document.slice(block.span)) {
                analysis.push(sentence.shifted(block.span.start), index, block.kind);
            }
        }
        analysis.look_up();
        analysis
    }

    fn push(&mut self, span: Span, block: usize, kind: BlockKind) {
        let first = self.tokens.len();
        let (text, sentence) = (&self.document.text, self.sentences.len() as u32);
        each_token(span.of(text), span.start, |t| {
            let word = t.span.of(text);
            self.tokens.push(Tok {
                span: t.span,
                kind: t.kind,
                shape: if t.kind == TokenKind::Word { shape(word) } else { Shape::None },
                glued: t.glued,
                first_of_line: t.first_of_line,
                word: self.lexicon.vocabulary.id(word),
                sentence,
            });
        });
        self.sentences.push(Sentence { span, block, kind, tokens: first..self.tokens.len() });
    }

    fn look_up(&mut self) {
        let lexicon: &'a Lexicon = self.lexicon;
        let (mut hits, mut hits_from) = (Vec::new(), Vec::with_capacity(self.tokens.len() + 1));
        for sentence in &self.sentences {
            for first in sentence.tokens.clone() {
                hits_from.push(hits.len() as u32);
                let words = self.tokens[first..sentence.tokens.end].iter().map(|t| t.word);
                lexicon.phrases.at(words, |len, entry| {
                    let hit = Hit { first, end: first + len, entry };
                    if self.written_as(&hit) {
                        hits.push(hit);
                    }
                });
            }
        }
        hits_from.push(hits.len() as u32);
        (self.hits, self.hits_from) = (hits, hits_from);
    }

    fn written_as(&self, hit: &Hit) -> bool {
        match hit.entry.case {
            Case::Any => true,
            Case::Capitalised => self.tokens[hit.first].is_capitalised(),
            Case::Exact => self.words(hit.first..hit.end) == &*hit.entry.spelling,
        }
    }

    /// The phrases that begin with the token at `index`, shorter ones first.
    pub fn hits_at(&self, index: usize) -> &[Hit<'a>] {
        match (self.hits_from.get(index), self.hits_from.get(index + 1)) {
            (Some(&a), Some(&b)) => &self.hits[a as usize..b as usize],
            _ => &[],
        }
    }

    /// The longest phrase of `category` that begins with the token at `index`.
    pub fn longest(&self, index: usize, category: Category) -> Option<Hit<'a>> {
        self.hits_at(index).iter().rev().find(|h| h.entry.category == category).copied()
    }

    /// The bytes from the first to the last of `tokens`.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// The words of the text from the first to the last of `tokens`.
    pub fn words(&self, tokens: Range<usize>) -> &'a str {
        self.span(tokens).of(&self.document.text)
    }

    /// The words of the token at `index`.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |t| t.span.of(&self.document.text))
    }

    /// Whether the token at `index` is `word`, whatever its case; `word` in lower case.
    #[inline]
    pub fn is(&self, index: usize, word: &str) -> bool {
        same_word(self.word(index), word)
    }

    /// Whether the token at `index` is any of `words`, whatever its case; `words` in lower case.
    #[inline]
    pub fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let word = self.word(index);
        let (len, first) = (word.len(), first_letter(word));
        words.iter().any(|w| w.len() == len && first_letter(w) == first && word.eq_ignore_ascii_case(w))
    }

    /// The sentence of the token at `index`.
    pub fn sentence_of(&self, index: usize) -> &Sentence {
        &self.sentences[self.tokens[index].sentence as usize]
    }

    /// The index of the token that holds or follows the byte at `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end <= offset)
    }

    /// The tokens that lie within `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        first..self.tokens.partition_point(|t| t.span.end <= span.end).max(first)
    }
}

/// Whether `text` is `word`, whatever the case of its ASCII letters. Length and first letter tell most words apart, and
/// rules ask this more often than anything else.
#[inline]
fn same_word(text: &str, word: &str) -> bool {
    text.len() == word.len() && first_letter(text) == first_letter(word) && text.eq_ignore_ascii_case(word)
}

/// The first byte of `word`, that of an ASCII letter in lower case.
#[inline]
fn first_letter(word: &str) -> Option<u8> {
    word.as_bytes().first().map(|b| b | 0x20)
}

fn shape(word: &str) -> Shape {
    if word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        None => Shape::None,
        Some(c) if !c.is_uppercase() => Shape::Lower,
        Some(_) => {
            let (mut rest, mut all) = (0, true);
            for c in letters {
                rest += 1;
                all &= c.is_uppercase();
            }
            if rest > 0 && all { Shape::Capitals } else { Shape::Capitalised }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;

    #[test]
    fn hits_carry_category_and_row() {
        let text = "Tokyo said that Japan and japan differ.".to_owned();
        let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))];
        let document = Document { text, blocks, ..Document::default() };
        let lexicon = Lexicon::standard();
        let analysis = Analysis::of(&document, &lexicon);
        assert!(analysis.longest(0, Category::Capital).is_some());
        assert!(analysis.longest(3, Category::State).is_some());
        assert!(analysis.longest(5, Category::State).is_none());
    }
}
