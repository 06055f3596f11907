//! What follows a cue: the act, with its verb, voice and polarity, or a thing.

use super::super::lexicon::classes as c;
use super::pattern::{PASSIVE, PERFECT, PROGRESSIVE, last_of};
use super::words::Words;

/// An act: the verb that decides, and how it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    /// One past the verb phrase.
    pub(super) end: usize,
    /// Classes of the verb by its longest phrase.
    pub(super) class: u64,
    /// "be built".
    pub(super) passive: bool,
    /// "not build".
    pub(super) negative: bool,
    /// "continue to": what was done already goes on.
    pub(super) goes_on: bool,
    /// "ensuring peace", "to uphold an open order": the act keeps up a state of affairs.
    pub(super) upholds: bool,
    /// "return to": somebody or something goes where it was not.
    pub(super) moves: bool,
}

/// Which form the verb must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// "will build", "to build"
    Bare,
    /// "to building", "of building"
    Gerund,
}

/// The act whose words begin at `at`, before `end`.
pub(super) fn read(words: &Words, at: usize, end: usize, mood: Mood) -> Option<Act> {
    // "will each contribute", "would both send"
    let at = at + usize::from(words.is_any(at, &["each", "both", "all"]));
    let verb = words.skip_adverbs(at, end);
    let negative = (at..verb).any(|i| words.has(i, c::NEGATIVE));
    if verb >= end || !words.is_word(verb) {
        return None;
    }
    let plain = |class, end| Act {
        end,
        class,
        passive: false,
        negative,
        goes_on: false,
        upholds: false,
        moves: false,
    };
    if mood == Mood::Gerund {
        let looks = words.has(verb, c::GERUND) || is_unknown_gerund(words, verb);
        return looks.then(|| carried(words, verb, end, negative));
    }
    if last_of(PERFECT, words, verb, end).is_some() {
        return Some(plain(c::STAY, verb + 1));
    }
    if let Some(last) = last_of(PASSIVE, words, verb, end) {
        let (end, class) = words.verb(last).unwrap_or((last + 1, c::ACT));
        return Some(Act { passive: true, ..plain(class, end) });
    }
    if words.is(verb, "be") {
        let participle = words.skip_adverbs(verb + 1, end);
        let word = words.a.word(participle);
        if word.len() > 4 && word.ends_with("ed") && participle < end && !words.has(participle, c::ADVERB) {
            return Some(Act { passive: true, ..plain(0, participle + 1) });
        }
    }
    if let Some(last) = last_of(PROGRESSIVE, words, verb, end) {
        let (end, class) = words.verb(last).unwrap_or((last + 1, 0));
        return Some(plain(class, end));
    }
    let noun = words.has(verb, c::DETERMINER | c::PREPOSITION) && !words.has(verb, c::BASE);
    (!noun && !words.has(verb, c::CONJUNCTION | c::RELATIVE) && !words.is_possessive(verb))
        .then(|| carried(words, verb, end, negative))
}

/// "hold the junta accountable": what an object's adjective makes an act.
fn is_held_to(words: &Words, verb: usize, end: usize) -> bool {
    let near = || verb + 1..end.min(verb + 8);
    words.is_any(verb, &["hold", "holding"])
        && near().any(|i| words.is_any(i, &["accountable", "responsible", "liable", "word"]))
        && !near().any(|i| words.has(i, c::EVENT))
}

/// Whether what follows a verb can be its object, not "in May" or nothing.
fn opens_object(words: &Words, index: usize, end: usize) -> bool {
    index < end && words.is_word(index) && !words.has(index, c::PREPOSITION | c::CONJUNCTION)
}

/// Whether the object that begins at `at` is a state of affairs: "a free, open and inclusive region", "peace".
fn ideal_follows(words: &Words, at: usize, end: usize) -> bool {
    let first = at + usize::from(words.has(at, c::DETERMINER | c::POSSESSIVE));
    first < end
        && (words.has(first, c::IDEAL)
            || words.is_any(first, &["regional", "global", "lasting"]) && words.has(first + 1, c::IDEAL))
}

/// "continue to explore": the inner verb decides.
fn carried(words: &Words, verb: usize, end: usize, negative: bool) -> Act {
    let (after, mut class) = words.verb(verb).unwrap_or((verb + 1, 0));
    if is_held_to(words, verb, end) {
        class = c::ACT;
    }
    let goes_on = words.is_any(verb, &["continue", "continuing", "keep", "remain"]);
    let moves = words.has(verb, c::GO);
    let upholds = words.has(verb, c::UPHOLD) && ideal_follows(words, after, end);
    let outer = Act { end: after, class, passive: false, negative, goes_on, upholds, moves };
    if class & c::CARRY_ON == 0 {
        return outer;
    }
    let inner = words.skip_adverbs(after, end);
    let found = if words.is(inner, "to") {
        read(words, inner + 1, end, Mood::Bare).filter(|a| a.class != 0)
    } else if words.has(inner, c::GERUND) && inner < end {
        read(words, inner, end, Mood::Gerund)
    } else {
        None
    };
    match found {
        Some(act) => Act { goes_on: goes_on || act.goes_on, negative: negative || act.negative, ..act },
        None if goes_on && words.is_any(inner, &["as", "in"]) => Act { class: c::STAY, ..outer },
        None if words.is_any(verb, &["begin", "start"]) && !opens_object(words, inner, end) => {
            Act { class: c::BEFALL, ..outer }
        }
        None => Act { class: class | c::ACT, ..outer },
    }
}

/// A word in -ing that no list holds and that is no common noun.
fn is_unknown_gerund(words: &Words, index: usize) -> bool {
    let word = words.a.word(index);
    word.len() > 5
        && word.ends_with("ing")
        && words.is_lower(index)
        && !words.has(index, c::EVENT | c::DETERMINER | c::PREPOSITION)
        && !matches!(
            word,
            "nothing"
                | "something"
                | "anything"
                | "everything"
                | "ongoing"
                | "well-being"
                | "morning"
                | "evening"
                | "building"
        )
}
