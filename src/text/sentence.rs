//! Sentences.
//!
//! Unicode's sentence rules break after every abbreviation that briefings are full of (`Dr. S. Jaishankar`,
//! `U.S. Sec. of State`); this segmenter knows them.

use crate::base::Span;

/// The sentences of one block's text, without the white space between them. Offsets count from the start of `text`.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let mut end = at + 1;
        if matches!(bytes[at], b'.' | b'!' | b'?') {
            while text[end..].starts_with(['"', '\'', '”', '’', ')', '.', '!', '?']) {
                end += text[end..].chars().next().map_or(1, char::len_utf8);
            }
            let rest = &text[end..];
            if rest.starts_with(char::is_whitespace)
                && begins(rest.trim_start())
                && !abbreviated(&text[start..=at])
            {
                out.push(Span::new(start, end).trimmed(text));
                start = end;
            }
        }
        at = end;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    let last = Span::new(start, text.len()).trimmed(text);
    if !last.is_empty() {
        out.push(last);
    }
    out
}

fn begins(rest: &str) -> bool {
    rest.starts_with(|c: char| {
        c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘' | '\'' | '(')
    })
}

fn abbreviated(sentence: &str) -> bool {
    let word = sentence
        .trim_end_matches('.')
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()
        .unwrap_or("");
    word.chars().count() == 1
        || word.contains('.')
        || matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "Gen"
                | "Sec"
                | "Jr"
                | "St"
                | "Prof"
                | "Amb"
                | "Lt"
                | "Col"
                | "Aug"
                | "Sen"
        )
}
