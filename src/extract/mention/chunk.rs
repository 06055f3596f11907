//! Runs of capitals that could be a person's name.
//!
//! A chunk holds name tokens only: given and family names, initials, particles, suffixes. Whether it is a person is for
//! others to say; here only what cannot be one is left out: offices, forms of address, states, bodies, words of time.

use std::ops::Range;

use super::super::Analysis;
use super::body::{Named, Segments};
use super::marks::{
    BODY_HEAD, GIVEN, HEAD, HONORIFIC, MODIFIER, Marks, NOT_NAME, PARTICLE, RANK, SUFFIX, SURNAME,
    is_capital, is_hyphen, is_initial, is_mark, is_shouted, is_wrapped,
};
use super::office::Offices;

/// A run of tokens that could be a name.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    pub(super) tokens: Range<usize>,
    /// The tokens that count when names are compared: no initials, particles, suffixes.
    pub(super) words: usize,
    /// Whether an initial stands in it.
    pub(super) initial: bool,
}

/// Cuts chunks out of the text.
pub(super) struct Chunker<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) marks: &'r Marks,
    pub(super) segments: &'r Segments,
    pub(super) offices: &'r Offices,
}

impl Chunker<'_, '_> {
    /// All chunks in order.
    pub(super) fn chunks(&self) -> Vec<Chunk> {
        let mut out = Vec::new();
        for sentence in &self.a.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                if let Some(id) = self.offices.starting_at(at) {
                    let office = &self.offices.all[id];
                    if !self.is_name_after_all(at) {
                        at = office.phrase.end;
                        continue;
                    }
                }
                match self.chunk(at, sentence.tokens.end) {
                    Some(chunk) => {
                        at = chunk.tokens.end;
                        out.push(chunk);
                    }
                    None => at += 1,
                }
            }
        }
        out
    }

    /// "Judge", "King", "Major" as a family name, when a given name precedes.
    fn is_name_after_all(&self, at: usize) -> bool {
        at > 0
            && self.marks.has(at, SURNAME)
            && self.marks.has(at - 1, GIVEN)
            && !self.marks.has(at - 1, NOT_NAME | HEAD | HONORIFIC)
    }

    fn chunk(&self, first: usize, limit: usize) -> Option<Chunk> {
        let limit = limit.min(first + 12);
        let start = first;
        let mut at = first;
        if self.is_opening_particle(at, limit) {
            at += 1;
            while is_hyphen(self.a, at) || self.marks.has(at, PARTICLE) && !is_capital(self.a, at) {
                at += 1;
            }
        }
        if at >= limit
            || !(self.is_name(at, first, limit)
                || is_initial(self.a, at) && !self.is_address(at) && self.initial_opens(at, limit))
        {
            return None;
        }
        let mut chunk = Chunk { tokens: start..at, words: 0, initial: false };
        while at < limit {
            if at > first && self.breaks_line(first, at) {
                break;
            }
            if is_initial(self.a, at) && self.is_free(at) && !self.marks.has(at, SUFFIX) {
                chunk.initial = true;
                at += 1;
                chunk.tokens.end = at;
            } else if self.marks.has(at, SUFFIX) && chunk.words > 0 {
                chunk.tokens.end = at + 1;
                break;
            } else if self.is_name(at, first, limit) {
                at += 1;
                chunk.words += 1;
                chunk.tokens.end = at;
            } else if chunk.words > 0 && (self.is_double(at, chunk.words) || is_wrapped(self.a, at)) {
                at += 2;
                chunk.tokens.end = at;
            } else if let Some(next) = self.linked(at, limit).filter(|_| chunk.words > 0 || chunk.initial) {
                at = next;
            } else {
                break;
            }
        }
        self.suffix(&mut chunk, limit);
        let last = chunk.tokens.end;
        let compound = is_hyphen(self.a, last)
            && self.a.tokens[last + 1].span.len() > 2
            && !is_capital(self.a, last + 1)
            && !is_shouted(self.a, last + 1);
        (chunk.words > 0 && !compound).then_some(chunk)
    }

    /// Whether a hyphen at `at` joins the word before to one more of the same name.
    fn is_double(&self, at: usize, words: usize) -> bool {
        is_hyphen(self.a, at) && self.is_hyphenated(at + 1, words) && !self.is_ticket(at + 2)
    }

    fn suffix(&self, chunk: &mut Chunk, limit: usize) {
        let end = chunk.tokens.end;
        if end + 1 < limit && is_mark(self.a, end, ",") && self.marks.has(end + 1, SUFFIX) && chunk.words > 0
        {
            chunk.tokens.end = end + 2;
        }
    }

    /// A block of signatures has one name a line.
    fn breaks_line(&self, first: usize, at: usize) -> bool {
        self.a.tokens[at].first_of_line && self.a.tokens[first].first_of_line && at - first >= 2
    }

    /// "the Smith-Jones Administration" names two people.
    fn is_ticket(&self, at: usize) -> bool {
        ["administration", "government", "ticket", "cabinet", "summit", "meeting", "talks", "agreement"]
            .iter()
            .any(|w| self.a.is(at, w))
    }

    /// "H.E." is no pair of initials.
    fn is_address(&self, at: usize) -> bool {
        self.marks.has(at, HONORIFIC) && self.a.word(at).len() > 2
    }

    fn initial_opens(&self, at: usize, limit: usize) -> bool {
        let mut next = at;
        while next < limit && is_initial(self.a, next) {
            next += 1;
        }
        self.is_free(at) && next < limit && self.is_name(next, at, limit) && !is_mark(self.a, at + 1, ",")
    }

    fn is_free(&self, at: usize) -> bool {
        self.segments.at(at).is_none() && self.a.sentence_of(at).tokens.contains(&at)
    }

    fn is_opening_particle(&self, at: usize, limit: usize) -> bool {
        self.marks.has(at, PARTICLE)
            && at + 1 < limit
            && match self.a.word(at) {
                "al" | "Al" | "el" | "El" | "as" | "at" | "an" | "ar" | "az" | "ad" | "ash" | "ul" => {
                    is_hyphen(self.a, at + 1) && is_capital(self.a, at + 2) && self.is_free(at)
                }
                "von" | "van" | "de" | "bin" | "ibn" | "da" | "di" | "del" | "dos" | "Von" | "Van" | "De"
                | "Del" | "Di" => {
                    (is_capital(self.a, at + 1) && self.is_name(at + 1, at + 1, limit)
                        || self.marks.has(at + 1, PARTICLE)
                            && is_capital(self.a, at + 2)
                            && self.is_name(at + 2, at + 2, limit))
                        && at > 0
                        && (self.marks.has(at - 1, HONORIFIC | HEAD) || !is_capital(self.a, at - 1))
                }
                _ => false,
            }
    }

    /// Particles and quoted nicknames between the words of a name; returns where the name goes on.
    fn linked(&self, at: usize, limit: usize) -> Option<usize> {
        if matches!(self.a.word(at), "\"" | "“" | "'" | "‘" | "(")
            && at + 3 < limit
            && matches!(self.a.word(at + 2), "\"" | "”" | "'" | "’" | ")")
            && !self.a.tokens[at].glued
        {
            let named =
                is_capital(self.a, at + 1) && self.is_name(at + 3, at, limit) && self.a.word(at) != "(";
            return named.then_some(at + 3);
        }
        let mut next = at;
        while next < limit
            && next < at + 4
            && self.marks.has(next, PARTICLE)
            && (self.is_free(next) || is_hyphen(self.a, next + 1))
        {
            next += 1;
            if is_hyphen(self.a, next) {
                next += 1;
            } else if matches!(
                self.a.word(next - 1),
                "as" | "at"
                    | "an"
                    | "us"
                    | "e"
                    | "i"
                    | "y"
                    | "a"
                    | "la"
                    | "le"
                    | "te"
                    | "up"
                    | "do"
                    | "ur"
                    | "uz"
            ) && next - 1 == at
                && !self.between_names(next - 1, limit)
            {
                return None;
            }
        }
        // An honorific within: "bin Tun Haji Abdul Razak".
        let middle = matches!(self.a.word(at), "Tengku" | "Tunku" | "Haji" | "Hajji" | "Syed" | "Alhaji");
        while (next > at || middle)
            && next < limit
            && next < at + 6
            && self.marks.has(next, HONORIFIC)
            && is_capital(self.a, next)
        {
            next += 1;
        }
        (next > at && next < limit && self.is_name(next, at, limit)).then_some(next)
    }

    fn between_names(&self, at: usize, limit: usize) -> bool {
        matches!(self.a.word(at), "e" | "y" | "la" | "do" | "le")
            && at > 0
            && is_capital(self.a, at - 1)
            && at + 1 < limit
            && is_capital(self.a, at + 1)
            && self.marks.at(at + 1) & NOT_NAME == 0
    }

    fn is_hyphenated(&self, at: usize, words: usize) -> bool {
        let token = &self.a.tokens[at];
        let lower = !token.is_capitalised();
        if lower {
            let word = self.a.word(at);
            let linked = matches!(word, "in" | "on") && words >= 2;
            return linked
                || word.len() <= 6
                    && !matches!(
                        word,
                        "led"
                            | "based"
                            | "style"
                            | "era"
                            | "born"
                            | "backed"
                            | "made"
                            | "like"
                            | "wide"
                            | "run"
                            | "held"
                            | "the"
                            | "to"
                            | "and"
                            | "elect"
                            | "in"
                            | "on"
                    );
        }
        (self.marks.has(at, GIVEN | SURNAME) || !self.marks.has(at, NOT_NAME | BODY_HEAD | HEAD | MODIFIER))
            && self.segments.at(at).is_none_or(|s| !matches!(s.named, Named::State(_) | Named::Demonym(_)))
    }

    /// Whether the token at `at` may be part of a name that began at `first`.
    fn is_name(&self, at: usize, first: usize, limit: usize) -> bool {
        if at >= limit || !is_capital(self.a, at) {
            return false;
        }
        let bits = self.marks.at(at);
        let named = bits & (GIVEN | SURNAME) != 0;
        let after_name = at > first && (self.marks.has(at - 1, GIVEN) || is_initial(self.a, at - 1));
        if let Some(segment) = self.segments.at(at) {
            return segment.tokens.len() == 1
                && self.is_name_in_segment(at, first, limit, named, after_name, segment.named);
        }
        if let Some(id) = self.offices.starting_at(at)
            && (self.offices.all[id].phrase.len() > 1 || !(named && after_name))
        {
            return false;
        }
        let other = bits & (NOT_NAME | HEAD | HONORIFIC | RANK | BODY_HEAD) != 0;
        if !named && !after_name && is_abstract(self.a.word(at)) {
            return false;
        }
        if !other {
            return bits & MODIFIER == 0 || named || after_name && bits & NOT_NAME == 0;
        }
        if !named {
            return bits & NOT_NAME == bits && self.is_middle(at, first, limit);
        }
        // A word that is both: a name behind a given name or before a family name.
        after_name
            || bits & GIVEN != 0 && self.goes_on(at, limit) && !self.is_month_place(at)
            || bits & SURNAME != 0
                && bits & (HEAD | HONORIFIC | RANK) == 0
                && at > 0
                && self.marks.has(at - 1, HONORIFIC | HEAD)
    }

    /// `Tan See Leng`: a short word between a family name and the rest.
    fn is_middle(&self, at: usize, first: usize, limit: usize) -> bool {
        at > first
            && self.marks.has(at - 1, SURNAME)
            && self.a.word(at).len() <= 4
            && self.goes_on(at, limit)
            && self.a.word(at + 1).len() <= 6
            && !self.goes_on(at + 1, limit)
    }

    fn is_month_place(&self, at: usize) -> bool {
        at > 0
            && matches!(
                self.a.word(at - 1),
                "in" | "In"
                    | "by"
                    | "since"
                    | "until"
                    | "of"
                    | "late"
                    | "early"
                    | "mid"
                    | "last"
                    | "next"
                    | "this"
                    | "and"
            )
            && matches!(self.a.word(at), "May" | "April" | "June" | "August" | "March" | "January")
    }

    /// A word that is also a state or town: `Jordan`, `Israel Katz`, `Victoria Nuland`, `Mr Chad`.
    fn is_name_in_segment(
        &self,
        at: usize,
        first: usize,
        limit: usize,
        named: bool,
        after_name: bool,
        what: Named,
    ) -> bool {
        match what {
            Named::Demonym(_) => after_name && named,
            Named::Letters => named || at == first && self.spelt_out(at, limit),
            Named::Body(_) | Named::Unlisted | Named::Ministry | Named::Region => {
                after_name && named && self.a.word(at).len() > 3 && !is_shouted(self.a, at)
            }
            Named::State(_) | Named::Seat(_) | Named::Place => {
                let addressed = at > 0
                    && self.marks.has(at - 1, HONORIFIC)
                    && !self.marks.has(at - 1, HEAD)
                    && !self.a.is(at - 1, "of");
                after_name && (named || !is_mark(self.a, at + 1, ","))
                    || addressed
                    || self.offices.ending_at(at).is_some() && self.goes_on(at, limit)
                    || (self.goes_on(at, limit)
                        && (named || self.marks.has(at + 1, SURNAME))
                        && !self.after_preposition(at))
            }
        }
    }

    /// `HARA Shohei`: a family name in capitals before a given name.
    fn spelt_out(&self, at: usize, limit: usize) -> bool {
        self.goes_on(at, limit) && self.marks.has(at + 1, GIVEN)
    }

    fn after_preposition(&self, at: usize) -> bool {
        at > 0
            && matches!(
                self.a.word(at - 1),
                "in" | "In" | "at" | "from" | "to" | "of" | "near" | "for" | "visit" | "-" | "between"
            )
            || at > 0 && matches!(self.a.word(at - 1), "and" | ",") && !self.marks.has(at, GIVEN)
    }

    /// Whether a word that can only be a name, or an initial and one, follows.
    fn goes_on(&self, at: usize, limit: usize) -> bool {
        let mut next = at + 1;
        while next < limit && is_initial(self.a, next) {
            next += 1;
        }
        if is_hyphen(self.a, next) {
            return is_capital(self.a, next + 1) && self.marks.has(next + 1, GIVEN | SURNAME);
        }
        let bits = self.marks.at(next);
        next < limit && is_capital(self.a, next) && !self.a.tokens[next].first_of_line
            || (next > at + 1) | self.marks.has(next, SURNAME | GIVEN)
                && self.segments.at(next).is_none()
                && bits & (NOT_NAME | HEAD | HONORIFIC | BODY_HEAD | MODIFIER | SUFFIX) == 0
    }
}

/// Whether the word has an ending that names do not have: `Protection`, `Resettlement`.
fn is_abstract(word: &str) -> bool {
    word.len() > 6
        && [
            "tion", "tions", "sion", "ment", "ments", "ness", "ship", "ships", "ism", "ities", "ology",
            "tional",
        ]
        .iter()
        .any(|e| word.ends_with(e))
}
