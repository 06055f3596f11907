//! What one look at each token says, so that the grammar is asked only where a time may begin and a verb may stand.

use super::super::Analysis;
use super::super::lexicon::Category;
use super::super::lexicon::time::TimeWord;
use crate::text::TokenKind;

/// A time may begin with the token.
const BEGINS: u8 = 1;
/// The token may stand before a time: an article, "in", "every".
const LEADS: u8 = 1 << 1;
/// The token may be a verb.
const VERB: u8 = 1 << 2;

/// The signs of every token.
pub(super) fn of(analysis: &Analysis) -> Vec<u8> {
    (0..analysis.tokens.len()).map(|at| sign(analysis, at)).collect()
}

fn sign(a: &Analysis, at: usize) -> u8 {
    let token = &a.tokens[at];
    match token.kind {
        TokenKind::Number => return BEGINS,
        TokenKind::Word => {}
        TokenKind::Possessive | TokenKind::Punctuation => return 0,
    }
    let mut sign = 0;
    for hit in a.hits_at(at).iter().filter(|h| h.entry.category == Category::Time) {
        sign |= match a.lexicon.times.words.get(hit.entry.row as usize) {
            Some(TimeWord::Tense(_)) => VERB,
            Some(TimeWord::NotVerb | TimeWord::Said) | None => 0,
            Some(_) => BEGINS,
        };
    }
    if token.word.is_known() && a.lexicon.times.leads.binary_search(&token.word).is_ok() {
        sign |= LEADS;
    }
    let word = a.word(at);
    if word.starts_with(|c: char| c.is_ascii_lowercase()) {
        return if past_form(word) { sign | VERB } else { sign };
    }
    // "Q3", "FY2025".
    if sign == 0
        && word.len() <= 6
        && word.starts_with(['Q', 'F', 'T'])
        && word.ends_with(|c: char| c.is_ascii_digit())
    {
        sign |= BEGINS;
    }
    if word.starts_with("FY") {
        sign | BEGINS
    } else if past_form(word) {
        sign | VERB
    } else {
        sign
    }
}

/// Whether a word looks like the past of a regular verb.
pub(super) fn past_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a time may begin at `at`; an article alone begins none.
pub(super) fn may_begin(signs: &[u8], at: usize) -> bool {
    let next = signs.get(at + 1).copied().unwrap_or(0);
    signs[at] & BEGINS != 0 || signs[at] & LEADS != 0 && next & (BEGINS | LEADS) != 0
}

/// Whether the token at `at` may be a verb; without signs any may.
pub(super) fn may_be_verb(signs: &[u8], at: usize) -> bool {
    signs.get(at).is_none_or(|sign| sign & VERB != 0)
}
