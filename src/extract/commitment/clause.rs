//! The clause of a cue: where it begins, who its subject is, and what governs it.
//!
//! No parser: from the cue leftwards to the first mark or word that must part clauses. What a comma or "and" parts is
//! told by whether a finite verb stands before it in the same clause.

use std::ops::Range;

use super::super::lexicon::classes as c;
use super::words::Words;

/// How far left a subject may begin, in tokens.
const REACH: usize = 90;

/// Subjects that nothing stands before.
pub(super) const PRONOUNS: &[&str] = &["we", "they", "he", "she", "it", "i"];

/// How the subject stands to the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Right before it.
    Direct,
    /// Shared with a verb before: "met and agreed".
    Elided,
    /// "which will": what the relative clause describes.
    Relative,
    /// There is none.
    Absent,
}

/// The clause of a cue.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// The subject's noun phrase; of an elided subject, that of the clause it is shared with.
    pub(super) subject: Range<usize>,
    pub(super) how: How,
    /// First token of what commits: of the subject, or of the verb group where the subject stands elsewhere.
    pub(super) start: usize,
    /// First token of the clause, adverbials before the subject included.
    pub(super) edge: usize,
    /// The verb of saying, belief or demand that the clause depends on.
    pub(super) governor: Option<usize>,
    /// Whether the clause only sets a condition: "if", "when".
    pub(super) conditional: bool,
    /// Whether "not" stands before the cue.
    pub(super) denied: bool,
}

/// Where a walk to the left ended.
struct Edge {
    start: usize,
    governor: Option<usize>,
    conditional: bool,
}

/// The clause of the cue at `cue` within `sentence`.
pub(super) fn of(words: &Words, sentence: &Range<usize>, cue: usize) -> Clause {
    let verb = verb_group(words, sentence, cue);
    let denied = (verb..cue).any(|i| words.has(i, c::NEGATIVE));
    let clause = |subject, how, start, edge: Edge| Clause {
        subject,
        how,
        start,
        edge: edge.start,
        governor: edge.governor,
        conditional: edge.conditional,
        denied,
    };
    if verb == sentence.start || words.is_wall(verb - 1) {
        let edge = Edge { start: verb, governor: None, conditional: false };
        return clause(verb..verb, How::Absent, verb, edge);
    }
    let before = verb - 1;
    if words.has(before, c::RELATIVE) || words.is(before, "that") {
        let end = if before > sentence.start && words.is(before - 1, ",") { before - 1 } else { before };
        let phrase = phrase_before(words, sentence.start, end);
        let start = phrase.start;
        let edge = edge(words, sentence, start);
        return clause(phrase, How::Relative, start, edge);
    }
    let end = match parenthesis(words, sentence, verb) {
        Some(comma) => comma,
        None if words.has(before, c::CONJUNCTION) || words.is(before, ",") => {
            return elided(words, sentence, verb, denied);
        }
        None => verb,
    };
    let edge = edge(words, sentence, end);
    let subject =
        if words.is_any(end - 1, PRONOUNS) { end - 1..end } else { trimmed(words, edge.start..end) };
    if subject.is_empty() {
        return clause(subject, How::Absent, verb, edge);
    }
    let start = subject.start;
    clause(subject, How::Direct, start, edge)
}

/// The first token of the verb group that holds the cue: "have also agreed".
fn verb_group(words: &Words, sentence: &Range<usize>, cue: usize) -> usize {
    let mut verb = cue;
    while verb > sentence.start {
        let before = verb - 1;
        let auxiliary = words.has(before, c::AUXILIARY) && !words.is_possessive(before);
        let adverb = words.adverb(before) == Some(verb) && !words.has(before, c::CONJUNCTION);
        let wide = before > sentence.start && words.adverb(before - 1) == Some(verb);
        match () {
            () if auxiliary || adverb || words.is(before, "[") => verb = before,
            () if wide => verb = before - 1,
            () => break,
        }
    }
    verb
}

/// "…, the carrier of Peru, plans": the comma before the words that stand between subject and verb.
fn parenthesis(words: &Words, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    if !words.is(verb - 1, ",") {
        return None;
    }
    let from = verb.saturating_sub(40).max(sentence.start);
    let comma = (from..verb - 1).rev().find(|&i| words.is(i, ",") || words.is_wall(i))?;
    if !words.is(comma, ",") {
        return None;
    }
    let first = comma + 1;
    let attribution = verb - first <= 9
        && (first..verb - 1).any(|i| words.has(i, c::SAYS) && words.is_lower(i))
        && !words.has(first, c::CONJUNCTION | c::SAYS);
    let described = words.has(first, c::RELATIVE)
        || attribution
        || !words.any_finite(first..verb - 1)
            && (words.has(first, c::DETERMINER | c::PARTICIPLE | c::PREPOSITION)
                || words.a.tokens[first].is_capitalised()
                || words.a.tokens[first].kind == crate::text::TokenKind::Number);
    let subject_before =
        !words.any_finite(sentence.start..comma) || words.has(first, c::RELATIVE) || attribution;
    (described && subject_before && comma > sentence.start).then_some(comma)
}

fn elided(words: &Words, sentence: &Range<usize>, verb: usize, denied: bool) -> Clause {
    let edge = main_edge(words, sentence, verb);
    let subject = leading_subject(words, edge.start..verb);
    let how = if subject.is_empty() { How::Absent } else { How::Elided };
    Clause {
        subject,
        how,
        start: verb,
        edge: verb,
        governor: edge.governor,
        conditional: edge.conditional,
        denied,
    }
}

/// The noun phrase that a clause begins with, up to its first finite verb.
pub(super) fn leading_subject(words: &Words, clause: Range<usize>) -> Range<usize> {
    let clause = behind_adverbials(words, clause);
    let end = (clause.start..clause.end.min(clause.start + REACH))
        .find(|&i| {
            words.is_finite(i)
                || words.is_wall(i)
                || i > clause.start && words.has(i, c::RELATIVE | c::SUBORDINATOR)
        })
        .unwrap_or(clause.end);
    let mut end = end.min(clause.end);
    while end > clause.start && (words.is(end - 1, ",") || words.adverb(end - 1) == Some(end)) {
        end -= 1;
    }
    clause.start..end
}

/// Where a sentence begins behind a dateline: "PARIS, May 3 (Agency) -".
fn behind_dateline(words: &Words, clause: &Range<usize>) -> usize {
    let shouted =
        words.a.tokens.get(clause.start).is_some_and(|t| t.shape == crate::extract::Shape::Capitals);
    let near = clause.start..clause.end.min(clause.start + 16);
    let dash = near.clone().find(|&i| matches!(words.a.word(i), "-" | "–" | "—") && words.is_wall(i));
    match dash {
        Some(dash) if shouted && !words.any_finite(clause.start..dash) => {
            (dash..clause.end).find(|&i| !words.is_wall(i) && !words.is(i, "-")).unwrap_or(clause.end)
        }
        _ => clause.start,
    }
}

/// The clause from its subject on: "In a letter they voiced alarm" from "they".
fn behind_adverbials(words: &Words, clause: Range<usize>) -> Range<usize> {
    let clause = behind_dateline(words, &clause)..clause.end;
    let end = clause.end.min(clause.start + REACH);
    let first = (clause.start..end).find(|&i| words.is_word(i)).unwrap_or(clause.start);
    let verb = (first + 1..end).find(|&i| words.is_finite(i));
    let plain = words.has(first, c::PREPOSITION);
    if words.is_any(first, PRONOUNS) {
        return first..first + 1;
    }
    match verb {
        Some(verb) if plain && words.is_any(verb - 1, PRONOUNS) => verb - 1..clause.end,
        Some(verb) if plain && !(first..verb).any(|i| words.is(i, ",")) => {
            last_phrase(words, first, verb).start..clause.end
        }
        _ => trimmed(words, clause),
    }
}

/// The edge of the clause that the words before `at` belong to, where commas and "and" within it part nothing.
fn main_edge(words: &Words, sentence: &Range<usize>, at: usize) -> Edge {
    let from = at.saturating_sub(REACH).max(sentence.start);
    let mut index = at;
    while index > from {
        if let Some(edge) = hard_edge(words, sentence, index - 1) {
            return edge;
        }
        index -= 1;
    }
    Edge { start: index, governor: None, conditional: false }
}

/// The edge of a clause whose subject ends before `at`.
fn edge(words: &Words, sentence: &Range<usize>, at: usize) -> Edge {
    let main = main_edge(words, sentence, at);
    let mut index = at;
    while index > main.start {
        let before = index - 1;
        let parts = words.has(before, c::CONJUNCTION) || words.is(before, ",");
        if parts && words.any_finite(main.start..before) && !in_bracket(words, before, index) {
            return Edge { start: index, governor: None, conditional: false };
        }
        index = before;
    }
    main
}

fn in_bracket(words: &Words, at: usize, end: usize) -> bool {
    (at..end).any(|i| words.is(i, ")")) && !(at..end).any(|i| words.is(i, "("))
}

/// The edge that the token at `index` makes, if it parts clauses whatever stands round it.
fn hard_edge(words: &Words, sentence: &Range<usize>, index: usize) -> Option<Edge> {
    let edge = |governor, conditional| Some(Edge { start: index + 1, governor, conditional });
    if words.is_wall(index) {
        return edge(None, false);
    }
    let opens = words.opens_subject(index + 1);
    if words.is(index, "that") && index > sentence.start && (opens || complements(words, sentence, index)) {
        return edge(governor_before(words, sentence, index), false);
    }
    if words.has(index, c::RELATIVE) && opens && !words.is(index, "whose") {
        return edge(None, false);
    }
    if is_plain_saying(words, index) && words.opens_subject(index + 1) {
        return edge(Some(index), false);
    }
    if words.has(index, c::SUBORDINATOR) {
        let preposition = words.is_any(index, &["after", "before", "since", "until"]);
        let opens =
            index == sentence.start || words.is(index - 1, ",") || words.has(index - 1, c::CONJUNCTION);
        if !preposition || opens && !words.is(index, "before") {
            // ", when the two sides agreed" goes on with the story; "when they agree" waits for it.
            let told = words.is(index, "when") && index > sentence.start && words.is(index - 1, ",");
            let unsure = words.has(index, c::CONDITION) && !told;
            return edge(None, unsure);
        }
    }
    None
}

/// Verbs behind which "that" is often left out.
fn is_plain_saying(words: &Words, index: usize) -> bool {
    words.is_any(
        index,
        &[
            "said",
            "says",
            "say",
            "saying",
            "believe",
            "believes",
            "believed",
            "think",
            "thinks",
            "hope",
            "hopes",
            "hoped",
            "predicts",
            "predicted",
            "expects",
            "confirmed",
            "knows",
        ],
    ) && words.is_lower(index)
}

/// Whether "that" opens a clause that something is said to be, rather than describing a noun.
fn complements(words: &Words, sentence: &Range<usize>, that: usize) -> bool {
    governor_before(words, sentence, that).is_some() && !words.has(that + 1, c::MODAL)
}

/// The word that "that" depends on: the nearest verb or noun of saying, belief or demand before it.
fn governor_before(words: &Words, sentence: &Range<usize>, that: usize) -> Option<usize> {
    // "said that it will, and that it would": the second clause hangs on the same verb.
    let again = that > sentence.start && words.has(that - 1, c::CONJUNCTION);
    let from = that.saturating_sub(if again { REACH } else { 14 }).max(sentence.start);
    (from..that).rev().take_while(|&i| !words.is_wall(i)).find(|&i| {
        words.has(i, c::SAYS | c::DOUBTS | c::CALLS) && !words.is(i, "that") && !words.is(i + 1, "to")
    })
}

/// Without what stands before the subject: "On Monday,", "However,", "and".
pub(super) fn trimmed(words: &Words, region: Range<usize>) -> Range<usize> {
    let (mut start, end) = (region.start, region.end);
    while start < end {
        if words.has(start, c::CONJUNCTION)
            || words.is(start, ",")
            || words.is_wall(start)
            || words.is(start, "that")
        {
            start += 1;
        } else if let Some(next) = words.adverb(start).filter(|&n| n <= end) {
            start = next;
        } else if is_adverbial(words, start) {
            match after_comma(words, start, end) {
                Some(next) => start = next,
                None => return last_phrase(words, start, end),
            }
        } else {
            break;
        }
    }
    start..end.max(start)
}

fn is_adverbial(words: &Words, index: usize) -> bool {
    let noun = words.has(index, c::ACTOR)
        || words.a.tokens[index].is_capitalised() && !words.has(index, c::PREPOSITION | c::GERUND);
    words.has(index, c::PREPOSITION | c::SUBORDINATOR) || words.has(index, c::GERUND | c::PARTICIPLE) && !noun
}

/// The token behind the comma that closes an adverbial: the first that a subject may begin behind.
fn after_comma(words: &Words, start: usize, end: usize) -> Option<usize> {
    (start + 1..end.saturating_sub(1))
        .find(|&i| {
            words.is(i, ",")
                && (words.opens_subject(i + 1) || words.has(i + 1, c::PREPOSITION) || words.is_lower(i + 1))
        })
        .map(|i| i + 1)
}

/// "Under the pact the two armies": the last noun phrase, which begins with its determiner or its capitals.
fn last_phrase(words: &Words, start: usize, end: usize) -> Range<usize> {
    let found = phrase_before(words, start, end);
    if found.start > start { found } else { end..end }
}

/// The noun phrase that ends before `end`.
pub(super) fn phrase_before(words: &Words, start: usize, end: usize) -> Range<usize> {
    let mut first = end;
    while first > start && end - first < 14 {
        let index = first - 1;
        let stops = words.has(index, c::PREPOSITION | c::CONJUNCTION | c::MODAL | c::AUXILIARY)
            || words.is(index, ",")
            || words.is_wall(index)
            || words.has(index, c::SAYS) && words.is_lower(index);
        if stops && first < end {
            break;
        }
        first = index;
        let number = words.a.tokens[index].kind == crate::text::TokenKind::Number;
        if words.is_any(index, &["the", "a", "an"])
            || words.has(index, c::POSSESSIVE)
            || number && first + 1 < end
        {
            break;
        }
    }
    first..end
}
