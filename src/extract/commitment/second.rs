//! Acts that stand behind a meeting under one cue: "agreed to meet again in May and to share their charts".
//!
//! Meeting is no commitment, but the cue reaches on. It must not know cues or subjects: it only reads verbs.

use super::super::lexicon::classes as c;
use super::act::{self, Act, Mood};
use super::words::Words;

/// How far behind the first verb the second one may stand, in tokens.
const REACH: usize = 40;

/// What `verdict` says of `act`, else of the act that stands behind it, where `act` is a meeting.
pub(super) fn judged<T>(
    words: &Words,
    act: Act,
    end: usize,
    verdict: impl Fn(&Act) -> Option<T>,
) -> Option<(T, Act)> {
    let act = undertaken(words, act, end);
    let meets = act.class & c::MEET != 0;
    let later = || behind(words, &act, end).and_then(|later| Some((verdict(&later)?, later)));
    verdict(&act).map(|v| (v, act)).or_else(|| meets.then(later).flatten())
}

/// `act`, or the same act as something done on purpose where what is held or joined is no meeting: "hold elections".
fn undertaken(words: &Words, act: Act, end: usize) -> Act {
    if act.class & c::MEET == 0 || act.class & c::ACT != 0 {
        return act;
    }
    let mut object = (act.end..end.min(act.end + 8)).take_while(|&i| {
        !words.is_wall(i)
            && !words.is(i, ",")
            && !words.is_any(i, &["and", "to", "with", "at", "before", "after"])
    });
    let held = object.any(|i| words.has(i, c::DRILL | c::HELD));
    if held { Act { class: act.class | c::ACT, ..act } } else { act }
}

/// The next act that a conjunction joins to `act`, in the form of its verb: "and (to) share", "and sharing".
fn behind(words: &Words, act: &Act, end: usize) -> Option<Act> {
    let gerund = act.end > 0 && words.a.word(act.end - 1).ends_with("ing");
    let mut index = act.end;
    while index < end.min(act.end + REACH) {
        if words.is_wall(index)
            || words.is_finite(index) && !words.has(index, c::BASE)
            || words.has(index, c::RELATIVE)
        {
            return None;
        }
        if words.is(index, "and") {
            let mood = if gerund { Mood::Gerund } else { Mood::Bare };
            let again = words.skip_adverbs(index + 1, end);
            let to = words.is(again, "to");
            let verb = words.skip_adverbs(again + usize::from(to), end);
            let verbal = words.is_lower(verb) && (gerund || words.has(verb, c::BASE));
            // A bare word may be a noun too: "trade and transport" joins nothing.
            let sure = to || gerund || words.verb(verb).is_some() && followed(words, verb + 1);
            if verbal
                && sure
                && let Some(found) = act::read(words, verb, end, mood)
            {
                return Some(found);
            }
        }
        index += 1;
    }
    None
}

/// Whether an object or the link to one begins at `index`, as behind a verb.
fn followed(words: &Words, index: usize) -> bool {
    words.has(index, c::DETERMINER | c::POSSESSIVE)
        || words.a.tokens.get(index).is_some_and(crate::extract::Tok::is_capitalised)
        || words.is_lower(index)
            && !words.has(index, c::PREPOSITION | c::CONJUNCTION | c::AUXILIARY | c::MODAL)
}
