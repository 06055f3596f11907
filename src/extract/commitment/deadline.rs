//! The time by which or at which an act is to happen.

use super::super::lexicon::classes as c;
use super::super::{TimeExpression, TimeKind, When, time};
use super::words::Words;
use crate::base::Span;

/// Words before a time that make it a time of something else, or of before.
const OTHER: &[&str] = &["since", "of", "after", "the", "than"];

/// The deadline among `times` (sorted) that `span` holds: behind the byte `act`, else before the byte `cue`.
pub(super) fn of(
    words: &Words,
    times: &[TimeExpression],
    span: Span,
    act: usize,
    cue: usize,
) -> Option<When> {
    let first = times.partition_point(|t| t.span.start < span.start);
    let inside = times[first..].iter().take_while(|t| t.span.end <= span.end);
    let published = words.a.document.metadata.published;
    let fits = |t: &&TimeExpression| {
        let past = t.end.or(t.start).zip(published).is_some_and(|(end, day)| end < day);
        let at = words.a.token_at(t.span.start);
        let before = at.checked_sub(1).map_or("", |i| words.a.word(i)).to_ascii_lowercase();
        let describes = before == "for" && t.kind == TimeKind::Date
            || OTHER.contains(&before.as_str())
            || words.is_possessive(words.a.token_at(t.span.end))
            || follows_noun(words, words.a.token_at(t.span.end));
        !past && !describes && !matches!(t.kind, TimeKind::Set)
    };
    let candidates: Vec<&TimeExpression> = inside.filter(fits).collect();
    let behind = candidates.iter().find(|t| t.span.start >= act);
    let behind = behind.or_else(|| candidates.iter().find(|t| t.span.end <= cue))?;
    Some(time::when(words.a, behind))
}

/// "the 2030 Agenda", "2027 elections".
fn follows_noun(words: &Words, index: usize) -> bool {
    let apart = |t: &crate::extract::Tok| index == 0 || t.sentence != words.a.tokens[index - 1].sentence;
    if words.a.tokens.get(index).is_none_or(apart) {
        return false;
    }
    let word = words.is_word(index)
        && !words.has(
            index,
            c::PREPOSITION
                | c::CONJUNCTION
                | c::RELATIVE
                | c::SUBORDINATOR
                | c::AUXILIARY
                | c::MODAL
                | c::DETERMINER
                | c::POSSESSIVE,
        )
        && !words.is_any(index, &["to", "that"])
        && words.adverb(index).is_none();
    word || words.a.tokens.get(index).is_some_and(crate::extract::Tok::is_capitalised)
        || words.has(index, c::EVENT | c::INSTRUMENT)
}
