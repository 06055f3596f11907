//! Times told from the day that the text spoke of last: "the same day", "the next morning", "two years later", "that year".

use jiff::civil::Date;

use super::super::TimeKind;
use super::cursor::Cursor;
use super::found::Found;
use super::period::{Period, add};
use super::relative::{amount, duration, timed, unit_of};
use super::tense::{Direction, direction};

/// A time at `at` that hangs on the one before it.
pub(super) fn anchored(c: &Cursor, at: usize) -> Option<Found> {
    same(c, at).or_else(|| neighbour(c, at)).or_else(|| beside(c, at)).or_else(|| after_while(c, at))
}

/// "the same day", "that year", "that same month".
fn same(c: &Cursor, at: usize) -> Option<Found> {
    let next = match (c.is(at, &["the", "that"]), c.is(at + 1, &["same"])) {
        (true, true) => at + 2,
        (true, false) if c.is(at, &["that"]) => at + 1,
        _ => return None,
    };
    of_unit(c, next, c.anchor, 0)
}

/// "the following day", "the previous night", "the next morning": not "the next week", which is seen from today.
fn neighbour(c: &Cursor, at: usize) -> Option<Found> {
    let next = c.article(at);
    let step = match () {
        () if c.is(next, &["following", "ensuing"]) => 1,
        () if c.is(next, &["next"]) && next > at => 1,
        () if c.is(next, &["previous", "preceding"]) => -1,
        () => return None,
    };
    let short = c.day_part(next + 1).is_some() || c.unit(next + 1).is_some_and(|(_, (unit, _))| unit == "D");
    let ahead = c.anchor.is_none_or(|day| c.today.is_some_and(|today| day <= today));
    if c.is(next, &["next"]) && (!short || ahead && direction(c, at, next) == Direction::Future) {
        return None;
    }
    of_unit(c, next + 1, c.anchor.or(c.today), step)
}

/// "the day before", "the night before", "the day after", "the week before" with nothing that they are told from.
fn beside(c: &Cursor, at: usize) -> Option<Found> {
    let next = c.is(at, &["the"]).then_some(at + 1)?;
    let behind = c.day_part(next).map(|(end, _)| end).or_else(|| c.unit(next).map(|(end, _)| end))?;
    let step = match () {
        () if c.is(behind, &["before"]) => -1,
        () if c.is(behind, &["after"]) => 1,
        () => return None,
    };
    let closed = behind + 1 >= c.end
        || c.is(behind + 1, &[",", ".", ";", ")", "by", "and", "in", "at", "with", "but"]);
    let found = closed.then(|| of_unit(c, next, c.anchor.or(c.today), step)).flatten()?;
    Some(Found { end: behind + 1, ..found })
}

/// The unit or part of a day at `at`, `step` of them from `from`.
fn of_unit(c: &Cursor, at: usize, from: Option<Date>, step: i64) -> Option<Found> {
    if let Some((end, part)) = c.day_part(at) {
        return Some(timed(end, from.and_then(|d| add(d, "D", step)).map(Period::day), part));
    }
    let (end, (unit, many)) = c.unit(at)?;
    let scale = if unit == "WE" { "W" } else { unit };
    let period = from.and_then(|d| add(d, scale, step)).and_then(|d| Period::holding(d, unit));
    let named = matches!(unit, "D" | "W" | "WE" | "M" | "Q" | "Y" | "DE" | "CE");
    (named && !many).then(|| Found::relative(end, period, if step < 0 { "PAST_REF" } else { "FUTURE_REF" }))
}

/// "two days later", "a year earlier", "three weeks after" at the end of a clause.
fn after_while(c: &Cursor, at: usize) -> Option<Found> {
    let (end, count) = amount(c, at)?;
    let (end, (unit, _)) = unit_of(c, end)?;
    let sign = match () {
        () if c.is(end, &["later"]) => 1,
        () if c.is(end, &["earlier", "previously"]) => -1,
        () => return None,
    };
    let from = if sign < 0 { c.anchor.or(c.today) } else { c.anchor };
    let day = from.and_then(|d| add(d, unit, sign * count)).filter(|_| !unit.starts_with('T'));
    let period = day.and_then(|d| match unit {
        "Y" | "DE" | "CE" => Period::year(d.year()),
        "M" | "Q" => Period::month(d.year(), d.month()),
        _ => Some(Period::day(d)),
    });
    Some(match period {
        Some(_) => Found::relative(end + 1, period, ""),
        None => Found::plain(end + 1, TimeKind::Duration, duration(count, unit, false)),
    })
}
