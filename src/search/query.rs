//! What is looked for.
//!
//! Words are found as a reader sees them, not as a file stores them: a line end within a phrase counts as a space, a
//! straight quotation mark finds a curly one, and small letters find capitals too (smart case: a capital in the query
//! asks for capitals).

use regex::{Regex, RegexBuilder};

use crate::base::Span;
use crate::document::{Block, Document};

/// Largest compiled automaton, in bytes: a hostile pattern is refused before it fills the memory, and before it takes
/// longer to compile than a key press may.
const LARGEST_AUTOMATON: usize = 2 << 20;

/// How the words of a query are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// As they stand.
    #[default]
    Literal,
    /// As a regular expression.
    Regex,
}

/// A query that cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// There is nothing to look for.
    #[error("nothing to look for; give a word")]
    Empty,
    /// The regular expression is wrong.
    #[error("regular expression wrong at column {column}: {message}")]
    Syntax {
        /// Where, in characters from 1.
        column: usize,
        /// What, in a few words.
        message: String,
    },
    /// The regular expression would take too much memory.
    #[error("regular expression too large; repeat less")]
    TooLarge,
}

/// A compiled query.
#[derive(Debug, Clone)]
pub struct Query {
    pattern: Regex,
    mode: Mode,
}

impl Query {
    /// Compiles `words`. Without a capital letter in them, case does not matter; in a regular expression, letters that
    /// are part of an escape such as `\S` do not count.
    ///
    /// ```
    /// use attache::search::{Mode, Query};
    /// let query = Query::new("two ministers", Mode::Literal)?;
    /// assert!(query.matches("The Two\n   Ministers met."));
    /// # Ok::<(), attache::search::QueryError>(())
    /// ```
    pub fn new(words: &str, mode: Mode) -> Result<Self, QueryError> {
        if words.is_empty() || (mode == Mode::Literal && words.trim().is_empty()) {
            return Err(QueryError::Empty);
        }
        let source = match mode {
            Mode::Literal => literal(words.trim()),
            Mode::Regex => words.to_owned(),
        };
        let capitals = match mode {
            Mode::Literal => words.chars().any(char::is_uppercase),
            Mode::Regex => has_capital(words),
        };
        RegexBuilder::new(&source)
            .case_insensitive(!capitals)
            .multi_line(true)
            .size_limit(LARGEST_AUTOMATON)
            .dfa_size_limit(LARGEST_AUTOMATON)
            .build()
            .map(|pattern| Self { pattern, mode })
            .map_err(|error| fault(&error))
    }

    /// Whether `text` has at least one hit.
    pub fn matches(&self, text: &str) -> bool {
        self.hits(text).next().is_some()
    }

    /// Whether a part of `text` could have a hit. An expression may look at where the part begins and ends, which the
    /// whole cannot tell.
    pub(super) fn may_match(&self, text: &str) -> bool {
        self.mode == Mode::Regex || self.matches(text)
    }

    /// The hits in `text`, in order, none of them empty; spans in bytes of `text`.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        self.pattern.find_iter(text).filter(|m| !m.is_empty()).map(|m| Span::new(m.start(), m.end()))
    }

    /// The hits in the blocks of `document`, in order; none reaches over the end of a block. Page furniture is left out
    /// unless `furniture` asks for it.
    ///
    /// ```
    /// use attache::{import, search::{Mode, Query}};
    /// let text = b"Talks in Oslo\n\nThe talks end on Monday.\n\nShare this: X\n";
    /// let document = import::read(text, None, &import::Options::default())?;
    /// let talks: Vec<_> = Query::new("talks", Mode::Literal)?.in_document(&document, false).collect();
    /// assert_eq!(talks.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn in_document<'a>(
        &'a self,
        document: &'a Document,
        furniture: bool,
    ) -> impl Iterator<Item = Span> + 'a {
        document
            .blocks
            .iter()
            .filter(move |b| furniture || !b.kind.is_furniture())
            .flat_map(|block| self.in_block(document, block))
    }

    /// The hits in one block of `document`, in order; spans in bytes of its text.
    pub fn in_block<'a>(
        &'a self,
        document: &'a Document,
        block: &Block,
    ) -> impl Iterator<Item = Span> + use<'a> {
        let start = block.span.start;
        self.hits(document.slice(block.span)).map(move |hit| hit.shifted(start))
    }
}

/// The expression that finds `words` as a reader sees them.
fn literal(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    let mut gap = false;
    for c in words.chars() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push_str(r"\s+");
        }
        match c {
            '\'' => out.push_str("['’‘ʼ]"),
            '"' => out.push_str("[\"“”„]"),
            // A line may end after the hyphen of a word.
            '-' => out.push_str(r"[-‐‑](?:[ \t]*\n[ \t]*)?"),
            c => out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out
}

/// Whether a regular expression asks for a capital letter by itself, outside escapes and classes' names.
fn has_capital(pattern: &str) -> bool {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            // `\pL` and `\p{Lu}` name classes.
            if matches!(chars.next(), Some('p' | 'P' | 'x' | 'u' | 'U')) && chars.clone().next() == Some('{')
            {
                chars.by_ref().find(|c| *c == '}');
            }
        } else if c.is_uppercase() {
            return true;
        }
    }
    false
}

/// One line of the several that the engine prints.
fn fault(error: &regex::Error) -> QueryError {
    let regex::Error::Syntax(told) = error else { return QueryError::TooLarge };
    let message =
        told.lines().rev().find_map(|l| l.strip_prefix("error: ")).unwrap_or("cannot be understood");
    let caret = told.lines().find_map(|l| l.trim_start().starts_with('^').then(|| l.find('^')).flatten());
    QueryError::Syntax {
        column: caret.map_or(1, |at| at.saturating_sub(3).max(1)),
        message: message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(words: &str, mode: Mode, text: &'a str) -> Vec<&'a str> {
        Query::new(words, mode).unwrap().hits(text).map(|h| h.of(text)).collect()
    }

    #[test]
    fn words_are_found_as_a_reader_sees_them() {
        for (words, text, want) in [
            ("talks", "Talks about talks", &["Talks", "talks"][..]),
            ("Talks", "Talks about talks", &["Talks"]),
            ("the two", "met the\n   two sides", &["the\n   two"]),
            ("Japan's", "Japan’s and Japan's", &["Japan’s", "Japan's"]),
            ("\"yes\"", "said “yes” and \"yes\"", &["“yes”", "\"yes\""]),
            ("vice-president", "Vice-\nPresident, vice‑president", &["Vice-\nPresident", "vice‑president"]),
            ("a.b", "a.b axb", &["a.b"]),
            ("ČEŠTINA", "čeština ČEŠTINA", &["ČEŠTINA"]),
            ("čeština", "ČEŠTINA", &["ČEŠTINA"]),
            ("(Retd.)", "Gen. (Retd.) Singh", &["(Retd.)"]),
        ] {
            assert_eq!(found(words, Mode::Literal, text), want, "{words}");
        }
    }

    #[test]
    fn regular_expressions_have_smart_case_too() {
        assert_eq!(found(r"\bmin\w+", Mode::Regex, "Ministers meet, minds"), ["Ministers", "minds"]);
        assert_eq!(found(r"\S+o\b", Mode::Regex, "TOKYO and Oslo"), ["TOKYO", "Oslo"]);
        assert_eq!(found(r"Min\w+", Mode::Regex, "Ministers, minds"), ["Ministers"]);
        assert_eq!(found(r"x*", Mode::Regex, "axxb"), ["xx"]);
    }

    #[test]
    fn what_cannot_be_asked_is_said_in_one_line() {
        let error = |words, mode| Query::new(words, mode).unwrap_err().to_string();
        assert_eq!(error("", Mode::Literal), "nothing to look for; give a word");
        assert_eq!(error("ab(c", Mode::Regex), "regular expression wrong at column 3: unclosed group");
        assert_eq!(error(r"(\w{999}){999}", Mode::Regex), "regular expression too large; repeat less");
    }
}
