//! What the lexicon says of each token about meetings, ready to be asked from either side.
//!
//! One pass over the hits; afterwards every question costs one look. Signs know nothing of people and time.

use super::super::Analysis;
use super::super::lexicon::meetings::{LeadTense, MeetingNoun, MeetingVerb, NounClass, word};
use super::super::lexicon::{Category, places};
use crate::document::BlockKind;
use crate::text::TokenKind;

/// A set of word classes.
pub(super) type Bits = u32;

pub(super) const NEXT: Bits = 1;
pub(super) const PREVIOUS: Bits = 1 << 1;
pub(super) const REGULAR: Bits = 1 << 2;
pub(super) const OFF: Bits = 1 << 3;
pub(super) const STOP: Bits = 1 << 4;
pub(super) const DETERMINER: Bits = 1 << 5;
pub(super) const ADVERB: Bits = 1 << 6;
pub(super) const NOT_MET: Bits = 1 << 7;
pub(super) const OTHER_SENSE: Bits = 1 << 8;
pub(super) const EVENT: Bits = 1 << 9;
pub(super) const FIXED: Bits = 1 << 10;
/// Name of a place, state or seat.
pub(super) const PLACE: Bits = 1 << 11;
/// A large region.
pub(super) const REGION: Bits = 1 << 12;
/// A state.
pub(super) const STATE: Bits = 1 << 13;
/// A nationality.
pub(super) const DEMONYM: Bits = 1 << 14;
pub(super) const ASKS: Bits = 1 << 15;
pub(super) const INVITES: Bits = 1 << 16;
pub(super) const DENIAL: Bits = 1 << 17;
pub(super) const AHEAD: Bits = 1 << 18;
pub(super) const PROMISES: Bits = 1 << 19;
pub(super) const AUDIENCE: Bits = 1 << 20;
pub(super) const VENUE: Bits = 1 << 21;
pub(super) const ITINERARY: Bits = 1 << 22;
pub(super) const HEARERS: Bits = 1 << 23;
pub(super) const SEVERAL: Bits = 1 << 24;
pub(super) const WISHES: Bits = 1 << 25;
pub(super) const SITS_IN: Bits = 1 << 26;
pub(super) const BESIDE: Bits = 1 << 27;
pub(super) const AGREEMENT: Bits = 1 << 28;

/// A noun, verb or place over tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Over<T> {
    /// One past its last token.
    pub(super) end: usize,
    /// What it is.
    pub(super) what: T,
}

/// The signs of all tokens. Nouns and verbs are rare: each token has their number only, so that a long text stays small.
pub(super) struct Signs {
    bits: Vec<Bits>,
    nouns: Sparse<Over<MeetingNoun>>,
    verbs: Sparse<Over<MeetingVerb>>,
    /// For the token after a lead: where the lead begins, and its tense.
    leads: Sparse<(usize, LeadTense)>,
    /// The end of the name of a place that begins at each token, 0 for none.
    places: Vec<u32>,
}

/// Values that few tokens have.
struct Sparse<T> {
    /// For each token the number of its value, counted from 1; 0 for none.
    numbers: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy> Sparse<T> {
    fn of(tokens: usize) -> Self {
        Self { numbers: vec![0; tokens], values: Vec::new() }
    }

    fn get(&self, token: usize) -> Option<T> {
        let number = self.numbers.get(token).copied().unwrap_or(0) as usize;
        number.checked_sub(1).map(|at| self.values[at])
    }

    fn set(&mut self, token: usize, value: T) {
        self.values.push(value);
        self.numbers[token] = self.values.len() as u32;
    }
}

impl Signs {
    pub(super) fn of(a: &Analysis) -> Self {
        let n = a.tokens.len();
        let mut signs = Self {
            bits: vec![0; n],
            nouns: Sparse::of(n),
            verbs: Sparse::of(n),
            leads: Sparse::of(n + 1),
            places: vec![0; n],
        };
        for first in 0..n {
            for hit in a.hits_at(first) {
                let (row, end) = (hit.entry.row, hit.end);
                match hit.entry.category {
                    Category::MeetingNoun => {
                        if let Some(&what) = a.lexicon.meetings.nouns.get(row as usize) {
                            signs.nouns.set(first, Over { end, what });
                        }
                    }
                    Category::MeetingVerb => signs.verb(a, first, end, row),
                    Category::State => signs.place(first, end, PLACE | STATE),
                    Category::Capital => signs.place(first, end, PLACE),
                    Category::Place => {
                        signs.place(first, end, if row == places::REGION { PLACE | REGION } else { PLACE });
                    }
                    Category::Demonym => signs.mark(first, end, DEMONYM),
                    Category::Other => signs.other(a, first, end, row),
                    _ => {}
                }
            }
            // "the previous one", "the next one": whatever meeting was spoken of.
            let counted = first > 0 && signs.has(first - 1, NEXT | PREVIOUS) && is_any(a, first, &["one"])
                || is_elliptic(a, first);
            if counted {
                let what = MeetingNoun { class: NounClass::Gathering, weak: true, named: false };
                signs.nouns.set(first, Over { end: first + 1, what });
            }
        }
        signs
    }

    fn mark(&mut self, first: usize, end: usize, bits: Bits) {
        for bit in &mut self.bits[first..end] {
            *bit |= bits;
        }
    }

    fn place(&mut self, first: usize, end: usize, bits: Bits) {
        self.places[first] = self.places[first].max(end as u32);
        self.mark(first, end, bits);
    }

    /// The longest verb of a token stays; of equally long ones the first.
    fn verb(&mut self, a: &Analysis, first: usize, end: usize, row: u32) {
        if self.verbs.get(first).is_none_or(|v| v.end < end)
            && let Some(&what) = a.lexicon.meetings.verbs.get(row as usize)
        {
            self.verbs.set(first, Over { end, what });
        }
    }

    fn other(&mut self, a: &Analysis, first: usize, end: usize, row: u32) {
        let bits = match row {
            word::NEXT => NEXT,
            word::PREVIOUS => PREVIOUS,
            word::REGULAR => REGULAR,
            word::OFF => OFF,
            word::STOP if a.tokens[first].kind == TokenKind::Word => STOP,
            word::DETERMINER => DETERMINER,
            word::ADVERB => ADVERB,
            word::NOT_MET => NOT_MET,
            word::OTHER_SENSE => OTHER_SENSE,
            word::NAMED_EVENT => EVENT,
            word::FIXED => FIXED,
            word::ASKS => ASKS,
            word::INVITES => INVITES,
            word::DENIAL => DENIAL,
            word::AHEAD => AHEAD,
            word::PROMISES => PROMISES,
            word::AUDIENCE => AUDIENCE,
            word::VENUE => VENUE,
            word::ITINERARY => ITINERARY,
            word::HEARERS => HEARERS,
            word::SEVERAL => SEVERAL,
            word::WISHES => WISHES,
            word::SITS_IN => SITS_IN,
            word::BESIDE => BESIDE,
            word::AGREEMENT => AGREEMENT,
            _ => {
                if let Some(tense) = LeadTense::of_row(row)
                    && self.leads.get(end).is_none_or(|(start, _)| first < start)
                {
                    self.leads.set(end, (first, tense));
                }
                return;
            }
        };
        self.mark(first, end, bits);
    }

    /// Whether the token at `index` has any of `bits`.
    pub(super) fn has(&self, index: usize, bits: Bits) -> bool {
        self.bits.get(index).is_some_and(|b| b & bits != 0)
    }

    /// The noun of a meeting that begins at `index`.
    pub(super) fn noun(&self, index: usize) -> Option<Over<MeetingNoun>> {
        self.nouns.get(index)
    }

    /// Whether a noun of a meeting ends right before the token at `index`.
    pub(super) fn noun_ends(&self, index: usize) -> bool {
        (index.saturating_sub(4)..index).any(|i| self.noun(i).is_some_and(|n| n.end == index))
    }

    /// The verb of a meeting that begins at `index`.
    pub(super) fn verb_at(&self, index: usize) -> Option<Over<MeetingVerb>> {
        self.verbs.get(index)
    }

    /// The lead that ends before the token at `index`: its first token and its tense.
    pub(super) fn lead_before(&self, index: usize) -> Option<(usize, LeadTense)> {
        self.leads.get(index)
    }

    /// The end of the name of a place that begins at `index`.
    pub(super) fn place_end(&self, index: usize) -> Option<usize> {
        self.places.get(index).filter(|e| **e > 0).map(|e| *e as usize)
    }
}

/// "The next will take place in Lima", "the last was in May": the noun is left out.
fn is_elliptic(a: &Analysis, index: usize) -> bool {
    is_any(a, index, &["next", "last", "latest", "previous"])
        && index > 0
        && is_any(a, index - 1, &["the"])
        && is_any(a, index + 1, &["will", "is", "was", "takes", "took"])
}

/// Whether the sentence of the token is a headline or heading.
pub(super) fn in_headline(a: &Analysis, index: usize) -> bool {
    matches!(a.sentence_of(index).kind, BlockKind::Title | BlockKind::Heading)
}

/// Whether the token at `index` is any of `words`, in lower case.
pub(super) fn is_any(a: &Analysis, index: usize, words: &[&str]) -> bool {
    a.is_any(index, words)
}

/// Whether the token at `index` is any of the prepositions `words`, and no part of a name such as "Jae-in".
pub(super) fn is_led(a: &Analysis, index: usize, words: &[&str]) -> bool {
    let hyphenated =
        a.tokens.get(index).is_some_and(|t| t.glued) && index > 0 && is_any(a, index - 1, &["-", "‐", "–"]);
    let name =
        is_capital(a, index) && !a.tokens[index].first_of_line && a.sentence_of(index).tokens.start != index;
    !hyphenated && !name && is_any(a, index, words)
}

/// Whether the token at `index` is a word that begins with a capital.
pub(super) fn is_capital(a: &Analysis, index: usize) -> bool {
    a.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
}
