//! Words, numbers and punctuation.
//!
//! The cut is made for name and date rules: hyphenated words fall apart (`Japan-India` is three tokens, glued), an
//! abbreviation keeps its full stop (`U.S.`, `Dr.`, `J.`), and the possessive `'s` is a token of its own, so that
//! `Japan's` holds the name `Japan`. Tokens never overlap, and only white space lies between them.

use super::abbreviation::abbreviation;
use crate::base::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with apostrophes within, perhaps an abbreviation with its stop.
    Word,
    /// Digits with their separators and an ordinal ending: `2024`, `1,000`, `3.5`, `18th`, `14:30`.
    Number,
    /// The possessive ending `'s` or `’`.
    Possessive,
    /// Anything else, one character each.
    Punctuation,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether no white space stands before it.
    pub glued: bool,
    /// Whether a line of the file begins with it.
    pub first_of_line: bool,
}

/// The tokens of `text`, with `offset` added to every span.
///
/// ```
/// let text = "Japan's U.S.-led talks";
/// let words: Vec<_> = attache::text::tokens(text, 0).iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(words, ["Japan", "'s", "U.S.", "-", "led", "talks"]);
/// ```
pub fn tokens(text: &str, offset: usize) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    each_token(text, offset, |token| out.push(token));
    out
}

/// Hands each token of `text` to `take`, with `offset` added to its span: [`tokens`] without a list of them.
pub fn each_token(text: &str, offset: usize, mut take: impl FnMut(Token)) {
    let mut at = 0;
    let (mut glued, mut first_of_line) = (false, true);
    let mut before = None;
    while let Some(first) = text[at..].chars().next() {
        if is_unseen(first) {
            at += first.len_utf8();
            continue;
        }
        if first.is_whitespace() {
            glued = false;
            first_of_line |= first == '\n';
            at += first.len_utf8();
            continue;
        }
        let (kind, len) = scan(&text[at..], first, before, glued);
        let span = Span::new(at + offset, at + len + offset);
        take(Token { span, kind, glued, first_of_line });
        at += len;
        before = Some(kind);
        (glued, first_of_line) = (true, false);
    }
}

fn scan(rest: &str, first: char, before: Option<TokenKind>, glued: bool) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        return (TokenKind::Number, number_len(rest));
    }
    if first.is_alphabetic() {
        let len = word_len(rest);
        // "the 1990s.": a plural, no initial.
        let plural = glued && &rest[..len] == "s" && before == Some(TokenKind::Number);
        return (TokenKind::Word, if plural { len } else { len + stop_len(&rest[..len], &rest[len..]) });
    }
    if is_apostrophe(first) && glued && before == Some(TokenKind::Word) {
        let tail = &rest[first.len_utf8()..];
        if tail.starts_with(['s', 'S']) && !tail[1..].starts_with(char::is_alphanumeric) {
            return (TokenKind::Possessive, first.len_utf8() + 1);
        }
    }
    if is_apostrophe(first) && shortened_will(&rest[first.len_utf8()..]) {
        return (TokenKind::Word, first.len_utf8() + 2);
    }
    (TokenKind::Punctuation, first.len_utf8())
}

/// Marks of direction and joining that web pages leave beside words, and that nobody sees: part of no token.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether `c` is an apostrophe, straight or curly.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Letters, digits and marks, with apostrophes that stand between letters (`O'Brien`, `don’t`) but neither `'s` nor `'ll`.
fn word_len(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(ascii).is_none_or(|&b| b.is_ascii() && b != b'\'') {
        return ascii;
    }
    let mut chars = rest[ascii..].char_indices().map(|(i, c)| (ascii + i, c)).peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_alphanumeric() || is_mark(c) {
            continue;
        }
        let within = is_apostrophe(c) && i > 0 && chars.peek().is_some_and(|&(_, n)| n.is_alphabetic());
        let tail = &rest[i + c.len_utf8()..];
        if !within || possessive(tail) || shortened_will(tail) {
            return i;
        }
    }
    rest.len()
}

/// "'ll" is a word of its own: a verb with its subject before it.
fn shortened_will(tail: &str) -> bool {
    tail.starts_with("ll") && !tail[2..].starts_with(|c: char| c.is_alphanumeric() || is_mark(c))
}

fn possessive(tail: &str) -> bool {
    tail.starts_with(['s', 'S']) && !tail[1..].starts_with(|c: char| c.is_alphanumeric() || is_mark(c))
}

/// Combining marks that may follow a letter.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{93e}'..='\u{94d}' | '\u{200c}' | '\u{200d}')
}

/// The length of what belongs to the word after its letters: `.` of an abbreviation, `.S.` of `U.S.`.
fn stop_len(word: &str, after: &str) -> usize {
    if !after.starts_with('.') {
        return 0;
    }
    if word.chars().count() == 1 || (word == "Ph" && after.starts_with(".D.")) {
        return dotted_len(after);
    }
    let number = after[1..].trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
    usize::from(abbreviation(word, number).is_some())
}

/// `.` after a single letter, and any further `letter.` pairs: the tail of `U.S.`, `U.N.`, `J.`, `a.m.`.
fn dotted_len(after: &str) -> usize {
    let mut len = 1;
    loop {
        let mut chars = after[len..].chars();
        match (chars.next(), chars.next()) {
            (Some(letter), Some('.')) if letter.is_alphabetic() => len += letter.len_utf8() + 1,
            _ => return len,
        }
    }
}

/// Digits with separators between digits, and an ordinal ending.
fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || (matches!(bytes.get(len), Some(b'.' | b',' | b':')) && digit(len + 1)) {
        len += 1;
    }
    let ending = rest.get(len..len + 2).unwrap_or_default();
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|o| ending.eq_ignore_ascii_case(o));
    if ordinal && !rest[len + 2..].starts_with(char::is_alphanumeric) { len + 2 } else { len }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, 0).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn names_and_dates_fall_into_the_tokens_that_rules_expect() {
        assert_eq!(
            words("Dr. S. Jaishankar met O’Brien."),
            ["Dr.", "S.", "Jaishankar", "met", "O’Brien", "."]
        );
        assert_eq!(words("Aug. 20. U.S.-Iraq"), ["Aug.", "20", ".", "U.S.", "-", "Iraq"]);
        assert_eq!(words("Modi’s 18th, 1,000 at 14:30"), ["Modi", "’s", "18th", ",", "1,000", "at", "14:30"]);
        assert_eq!(words("Gen. (Retd.) V. K. Singh"), ["Gen.", "(", "Retd.", ")", "V.", "K.", "Singh"]);
        assert_eq!(words("leaders’ summit, €200m"), ["leaders", "’", "summit", ",", "€", "200", "m"]);
        assert_eq!(words("two-plus-two"), ["two", "-", "plus", "-", "two"]);
    }

    #[test]
    fn a_shortened_will_stands_alone() {
        assert_eq!(
            words("We’ll go; I'll not. O'Lloyd"),
            ["We", "’ll", "go", ";", "I", "'ll", "not", ".", "O'Lloyd"]
        );
    }

    #[test]
    fn odd_words_fall_apart_without_loss() {
        assert_eq!(words("he said no. 5 no. 5"), ["he", "said", "no.", "5", "no.", "5"]);
        assert_eq!(words("She said no."), ["She", "said", "no", "."]);
        assert_eq!(words("U.S.’s Ph.D. a.m. 3rd 5pm"), ["U.S.", "’s", "Ph.D.", "a.m.", "3rd", "5", "pm"]);
        assert_eq!(words("rock'n'roll 'tis boys' 's"), ["rock'n'roll", "'", "tis", "boys", "'", "'", "s"]);
        assert_eq!(
            words("$1,000.50, 18:30. 2024-25"),
            ["$", "1,000.50", ",", "18:30", ".", "2024", "-", "25"]
        );
        assert_eq!(
            words("Erdog\u{306}an’s al-Sisi O’Neill’s"),
            ["Erdog\u{306}an", "’s", "al", "-", "Sisi", "O’Neill", "’s"]
        );
        assert_eq!(words("in the 1990s."), ["in", "the", "1990", "s", "."]);
        assert_eq!(words("<br/>AT&T"), ["<", "br", "/", ">", "AT", "&", "T"]);
    }

    #[test]
    fn lines_and_gaps_are_told() {
        let tokens = tokens("Kim\nMr. Abe", 10);
        let told: Vec<_> = tokens.iter().map(|t| (t.span.start, t.glued, t.first_of_line)).collect();
        assert_eq!(told, [(10, false, true), (14, false, true), (18, false, false)]);
    }

    #[test]
    fn tokens_tile_the_text() {
        let text = "A “b”\r\n\tčeský — 日本。 x";
        let mut at = 0;
        for token in tokens(text, 0) {
            assert!(text[at..token.span.start].trim().is_empty());
            assert!(!token.span.of(text).is_empty());
            at = token.span.end;
        }
        assert!(text[at..].trim().is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_tiled(text in "(\\PC|[A-Za-z.,' ’0-9\n]){0,200}") {
            let mut at = 0;
            for token in tokens(&text, 0) {
                let gap = text.get(at..token.span.start);
                prop_assert!(gap.is_some_and(|g| g.trim().is_empty()), "{gap:?}");
                prop_assert_eq!(token.glued, gap == Some("") && at > 0);
                prop_assert!(!token.span.of(&text).is_empty());
                prop_assert!(!token.span.of(&text).contains(char::is_whitespace));
                at = token.span.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
