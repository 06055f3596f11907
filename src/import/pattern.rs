//! Patterns over the words of a line.
//!
//! Furniture comes in endless variants of case and punctuation; comparing words rather than characters makes one pattern
//! do for all of them, and needs no regular expressions at start.

use super::furniture::is_number;

/// One place of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// Any words or none.
    Gap,
    /// One word, whatever it is.
    Word,
    /// A number.
    Number,
    /// One of these words.
    OneOf(Vec<String>),
}

/// A pattern that meets a whole line.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Vec<Place>);

impl Pattern {
    /// Reads `*`, `?`, `#` and `a/b` as `furniture.toml` explains them.
    pub(super) fn new(source: &str) -> Self {
        let place = |word: &str| match word {
            "*" => Place::Gap,
            "?" => Place::Word,
            "#" => Place::Number,
            "/" => Place::OneOf(vec![word.to_owned()]),
            _ => Place::OneOf(word.split('/').map(str::to_owned).collect()),
        };
        Self(source.split_whitespace().map(place).collect())
    }

    /// The words that the pattern may begin with; `#` for a number, none for a gap.
    pub(super) fn firsts(&self) -> Vec<String> {
        Self::keys(self.0.first())
    }

    /// How the line may open: the first two words with a space between, or the first alone where no plain word follows.
    pub(super) fn openings(&self) -> Vec<String> {
        let plain = |words: &&Vec<String>| words.iter().all(|w| w.chars().all(char::is_alphanumeric));
        let second = match self.0.get(1) {
            Some(Place::OneOf(words)) => Some(words).filter(plain),
            _ => None,
        };
        let pairs = |first: String| match second {
            Some(words) => words.iter().map(|w| format!("{first} {w}")).collect(),
            None => vec![first],
        };
        self.firsts().into_iter().flat_map(pairs).collect()
    }

    /// The words that it may end with.
    pub(super) fn lasts(&self) -> Vec<String> {
        Self::keys(self.0.last())
    }

    fn keys(place: Option<&Place>) -> Vec<String> {
        match place {
            Some(Place::OneOf(words)) => words.clone(),
            Some(Place::Number) => vec!["#".to_owned()],
            _ => Vec::new(),
        }
    }

    /// Whether the pattern meets all of `words`; takes time in proportion to their product at worst.
    pub(super) fn meets(&self, words: &[String]) -> bool {
        let (mut place, mut at) = (0, 0);
        let mut retry: Option<(usize, usize)> = None;
        while at < words.len() {
            match self.0.get(place) {
                Some(Place::Gap) => {
                    place += 1;
                    retry = Some((place, at));
                }
                Some(wanted) if meets(wanted, &words[at]) => {
                    place += 1;
                    at += 1;
                }
                _ => match &mut retry {
                    Some((after, from)) => {
                        *from += 1;
                        (place, at) = (*after, *from);
                    }
                    None => return false,
                },
            }
        }
        self.0[place.min(self.0.len())..].iter().all(|p| *p == Place::Gap)
    }
}

fn meets(place: &Place, word: &str) -> bool {
    match place {
        Place::Gap | Place::Word => true,
        Place::Number => is_number(word),
        Place::OneOf(words) => words.iter().any(|w| w == word),
    }
}

/// The words of `text` in lower case, and of its punctuation `:`, `(`, `)` and `©` as words of their own.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut within = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if !within {
                out.push(String::new());
            }
            if let Some(word) = out.last_mut() {
                word.extend(c.to_lowercase());
            }
            within = true;
        } else {
            within = false;
            if matches!(c, ':' | '(' | ')' | '©') {
                out.push(c.to_string());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_meet_whole_lines() {
        for (pattern, line, want) in [
            ("site icon *", "Site icon THE GAZETTE", true),
            ("read more", "Read more »", true),
            ("read more", "Read more books", false),
            ("( reporting by * )", "(Reporting by A. Lund; editing by B. Moss)", true),
            ("( reporting by * )", "Reporting by A. Lund", false),
            ("# min/minute read", "4 min read", true),
            ("* all rights reserved", "© 2024 X. All rights reserved.", true),
            ("get * inbox *", "Get news in your inbox every day", true),
            ("a ? c", "a b c", true),
            ("a ? c", "a c", false),
        ] {
            assert_eq!(Pattern::new(pattern).meets(&words(line)), want, "{pattern} / {line}");
        }
    }
}
