//! Which way a date without a year lies, told by the verb it belongs to.

use super::super::lexicon::time::{Tense, TimeWord};
use super::cursor::Cursor;
use super::signs::{may_be_verb, past_form};

/// Where a time lies, seen from the document's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    /// The text does not tell.
    Open,
}

/// How many tokens away a verb still governs a time.
const REACH: usize = 40;

/// How many tokens before a time its act in the present tense may stand.
const ACT: usize = 11;

/// The direction of the time at `tokens`: by the nearest verb before it, else the first behind it.
pub(super) fn direction(c: &Cursor, from: usize, to: usize) -> Direction {
    let left = (c.start.max(from.saturating_sub(REACH))..from).rev();
    for at in left {
        if c.is(at, &[";"]) {
            break;
        }
        if let Some(direction) = verb(c, at) {
            return direction;
        }
    }
    if (c.start.max(from.saturating_sub(ACT))..from).any(|at| goes(c, at, from)) {
        return Direction::Future;
    }
    let right = (to..c.end.min(to + REACH)).find_map(|at| {
        // "In a call on Wednesday, he urged them to meet": the day in front is that of the urging.
        let told =
            c.a.word(at).ends_with("ed") && !(at > c.start && c.is(at - 1, &["is", "are", "be", "am"]));
        verb(c, at).map(|d| if told && d == Direction::Future { Direction::Past } else { d })
    });
    // "Voters go to the polls on Sunday": the present tense tells of what is to come.
    let present = || (c.start.max(from.saturating_sub(REACH))..from).any(|at| is_present(c, at));
    right.unwrap_or_else(|| if present() { Direction::Future } else { Direction::Open })
}

/// "lands in Lima on Monday night, closely watched": an act in the present tense and a time in its own clause lie ahead,
/// whatever participle follows. "comes after the vote on Monday" tells of what is over.
fn goes(c: &Cursor, at: usize, time: usize) -> bool {
    if !c.a.word(at).ends_with('s') || c.is(at, &["is", "remains"]) || !is_present(c, at) {
        return false;
    }
    let plain = |i: usize| {
        !c.is(i, &["after", "since", "as", "amid", "that", "who", "which", ",", "following", "from"])
    };
    (at + 1..time).all(plain)
}

fn is_present(c: &Cursor, at: usize) -> bool {
    may_be_verb(c.signs, at)
        && c.take(at, |w| matches!(w, TimeWord::Tense(Tense::Present)).then_some(())).is_some()
}

/// What the word at `at` says as a verb, with the auxiliaries before it.
fn verb(c: &Cursor, at: usize) -> Option<Direction> {
    if !may_be_verb(c.signs, at) {
        return None;
    }
    let tense = c.take(at, |w| match w {
        TimeWord::Tense(t) => Some(Some(*t)),
        TimeWord::NotVerb => Some(None),
        _ => None,
    });
    let tense = match tense {
        Some((_, tense)) => tense?,
        None => past_form(c.a.word(at)).then_some(Tense::Past)?,
    };
    match tense {
        // "They set a record", but "is set for Friday".
        Tense::Ahead if c.is(at, &["set"]) && !announces(c, at) => Some(Direction::Past),
        // "agreed on Monday" is told as over; "agreed to meet on Monday" lies ahead.
        Tense::Ahead if c.a.word(at).ends_with("ed") && !announces(c, at) => Some(Direction::Past),
        Tense::Modal | Tense::Ahead => Some(Direction::Future),
        Tense::Past => Some(if led_by_future(c, at) { Direction::Future } else { Direction::Past }),
        Tense::Present => led_by_future(c, at).then_some(Direction::Future),
    }
}

/// Whether "to" or "for" stands right behind a word that announces.
fn announces(c: &Cursor, at: usize) -> bool {
    let now = at > c.start && c.is(at - 1, &["is", "are", "be"]);
    now || (at + 1..at + 3).any(|i| c.is(i, &["to", "for", "that"]))
}

/// "will be held", "is to meet", "to be signed".
fn led_by_future(c: &Cursor, at: usize) -> bool {
    for i in (c.start.max(at.saturating_sub(4))..at).rev() {
        if c.is(i, &["was", "were", "had", "has", "have"]) {
            return false;
        }
        let modal = c.take(i, |w| matches!(w, TimeWord::Tense(Tense::Modal)).then_some(())).is_some();
        if modal || c.is(i, &["to"]) {
            return true;
        }
        let between = c.is(i, &["be", "being", "not", "also", "then", "formally", "officially", "jointly"]);
        if !between && !c.a.word(i).ends_with("ly") {
            return false;
        }
    }
    false
}
