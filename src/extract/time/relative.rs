//! Times told from the document's date: "tomorrow", "in two weeks", "three years ago", "on Monday", "this morning".

use super::super::TimeKind;
use super::super::lexicon::time::TimeWord;
use super::cursor::Cursor;
use super::found::Found;
use super::period::{Period, add};
use super::tense::{Direction, direction};

/// A relative time at `at`.
pub(super) fn relative(c: &Cursor, at: usize) -> Option<Found> {
    day_word(c, at)
        .or_else(|| part_of_day(c, at))
        .or_else(|| ahead(c, at))
        .or_else(|| next_many(c, at))
        .or_else(|| ago(c, at))
        .or_else(|| weekend(c, at))
        .or_else(|| weekday(c, at))
        .or_else(|| holiday(c, at))
}

fn from_today(c: &Cursor, days: i64) -> Option<Period> {
    c.today.and_then(|d| add(d, "D", days)).map(Period::day)
}

/// "today", "yesterday", "the day after tomorrow", with the day of the month in brackets behind it: "today (07)".
pub(super) fn day_word(c: &Cursor, at: usize) -> Option<Found> {
    let (mut end, shift) = c.take(at, |w| if let TimeWord::Day(n) = w { Some(*n) } else { None })?;
    let day = from_today(c, i64::from(shift));
    if c.a.tokens.get(end).is_some_and(|t| c.a.document.text[t.span.start..].starts_with("'s") && shift == 0)
    {
        // "today's world" is the present, "today's meeting" the day: both lie on it.
        return Some(Found::relative(end, day, "PRESENT_REF"));
    }
    end = bracketed_day(c, end);
    if let Some((end, part)) =
        c.take(end, |w| if let TimeWord::DayPart(p) = w { Some(p.as_str()) } else { None })
    {
        return Some(timed(end, day, part));
    }
    Some(Found::relative(end, day, if shift == 0 { "PRESENT_REF" } else { "XXXX-XX-XX" }))
}

/// Behind "(07)".
fn bracketed_day(c: &Cursor, at: usize) -> usize {
    if c.is(at, &["("]) && c.day(at + 1).is_some() && c.is(at + 2, &[")"]) { at + 3 } else { at }
}

/// "tonight", "this morning", "yesterday evening", "Monday night": times of a known day.
pub(super) fn part_of_day(c: &Cursor, at: usize) -> Option<Found> {
    if let Some((end, part)) =
        c.take(at, |w| if let TimeWord::NowPart(p) = w { Some(p.as_str()) } else { None })
    {
        let day = from_today(c, if c.is(at, &["last"]) { -1 } else { 0 });
        return Some(timed(end, day, part));
    }
    let at = if c.is(at, &["this"]) { at + 1 } else { return None };
    let (end, part) = c.take(at, |w| if let TimeWord::DayPart(p) = w { Some(p.as_str()) } else { None })?;
    Some(timed(bracketed_day(c, end), from_today(c, 0), part))
}

/// `day` with a part of it.
pub(super) fn timed(end: usize, day: Option<Period>, part: &str) -> Found {
    let found = Found::relative(end, day, "XXXX-XX-XX");
    Found { kind: TimeKind::Time, value: format!("{}T{part}", found.value), ..found }
}

/// "in two weeks", "within 30 days", "in two to three months".
fn ahead(c: &Cursor, at: usize) -> Option<Found> {
    let within = c.is(at, &["within"]);
    if !within && !c.is(at, &["in"]) {
        return None;
    }
    if let Some(found) = month_and_half(c, at) {
        return Some(found);
    }
    let (end, first) = amount(c, at + 1)?;
    let (end, last) = match c.joined(end).and_then(|next| amount(c, next)) {
        Some(range) => range,
        None => (end, first),
    };
    let (end, (unit, _)) = unit_of(c, end)?;
    let future = within || direction(c, at, end) == Direction::Future && !is_ranked(c, at);
    let period = c.today.filter(|_| future).and_then(|d| {
        let stop = add(d, unit, last)?;
        Some(Period::of(if within { d } else { add(d, unit, first)? }, stop, stop.to_string()))
    });
    let value = duration(last, unit, false);
    // "built in two years" says how long, not when.
    Some(if future && period.is_some() {
        Found::relative(end, period, value)
    } else {
        Found::plain(end, TimeKind::Duration, value)
    })
}

/// How far before "in ten years" its "first" may stand, in tokens.
const RANKED: usize = 10;

/// "the first time in ten years", "the worst in a decade": how long, whatever the tense.
fn is_ranked(c: &Cursor, at: usize) -> bool {
    let first = (c.start.max(at.saturating_sub(RANKED))..at)
        .rev()
        .find(|&i| c.is(i, &["first", "only", "second", "third"]));
    // "the first visit by a premier in ten years": no verb stands between, so the years are those since the last.
    let since = first.is_some_and(|first| {
        first > c.start
            && c.is(first - 1, &["the", "its", "his", "her", "their"])
            && (first..at).all(|i| !c.is(i, &[",", "will", "is", "was", "to", "be", "are", "would"]))
    });
    since
        || c.before(at).ends_with("est")
        || c.is(at.wrapping_sub(1), &["time", "worst", "first", "second", "third"])
}

/// "in a month to a month and a half".
fn month_and_half(c: &Cursor, at: usize) -> Option<Found> {
    let (end, (unit, _)) = c.is(at + 1, &["a", "an", "one"]).then(|| c.unit(at + 2)).flatten()?;
    let twice =
        c.is(end, &["to"]) && c.is(end + 1, &["a"]) && c.unit(end + 2).is_some_and(|(_, (u, _))| u == unit);
    let end = if twice { end + 3 } else { end };
    let half = c.is(end, &["and"]) && c.is(end + 1, &["a"]) && c.is(end + 2, &["half"]);
    if !half && !twice {
        return None;
    }
    let end = if half { end + 3 } else { end };
    let period = c.today.and_then(|d| {
        let stop = add(d, unit, 1)?;
        let stop = if half && unit == "M" { add(stop, "D", 15)? } else { stop };
        Some(Period::of(add(d, unit, 1)?, stop, stop.to_string()))
    });
    Some(Found::relative(end, period, duration(1, unit, half)))
}

/// A count, "a", or "one".
pub(super) fn amount(c: &Cursor, at: usize) -> Option<(usize, i64)> {
    let at = c.take(at, |w| matches!(w, TimeWord::Approximate).then_some(())).map_or(at, |(end, ())| end);
    if c.is(at, &["a", "an"])
        && c.unit(at + 1).is_some_and(|(_, (_, many))| !many)
        && !c.is(at + 2, &["to", "and"])
    {
        return Some((at + 1, 1));
    }
    c.count(at).filter(|(_, n)| (1..100_000).contains(n))
}

pub(super) fn unit_of<'a>(c: &Cursor<'_, 'a>, at: usize) -> Option<(usize, (&'a str, bool))> {
    c.unit(if c.is(at, &["-", "more", "full", "calendar", "working", "business"]) { at + 1 } else { at })
}

/// The TIMEX3 value of a length of time.
pub(super) fn duration(count: i64, unit: &str, half: bool) -> String {
    let (count, unit) = match unit {
        "FN" => (count * 2, "W"),
        "DE" => (count * 10, "Y"),
        "CE" => (count * 100, "Y"),
        "ML" => (count * 1000, "Y"),
        "Q" => (count * 3, "M"),
        "SEM" => (count * 6, "M"),
        other => (count, other),
    };
    let (prefix, unit) = unit.strip_prefix('T').map_or(("P", unit), |u| ("PT", u));
    let half = if half { ".5" } else { "" };
    format!("{prefix}{count}{half}{unit}")
}

/// "the next ten years", "the past three days", "the year ahead".
fn next_many(c: &Cursor, at: usize) -> Option<Found> {
    let at = c.article(at);
    if c.unit(at).is_some_and(|(end, (unit, many))| !many && unit == "Y" && c.is(end, &["ahead"])) {
        let period = c.today.and_then(|d| Some(Period::of(d, add(d, "Y", 1)?, "P1Y")));
        return Some(Found::relative(at + 2, period, "P1Y"));
    }
    let (next, shift) = c.shift(at)?;
    if let Some((end, (unit, false))) = c.unit(next) {
        let half = c.is(end, &["and"]) && c.is(end + 1, &["a"]) && c.is(end + 2, &["half"]);
        return rolling(c, at, if half { end + 3 } else { end }, shift, unit, half);
    }
    let (end, count) = c.count(next)?;
    let end = if c.is(end, &["fiscal", "financial", "academic", "school"]) { end + 1 } else { end };
    let (end, (unit, _)) = unit_of(c, end)?;
    let period = c.today.filter(|_| shift != 0).and_then(|d| {
        let other = add(d, unit, count * i64::from(shift))?;
        Some(Period::of(d.min(other), d.max(other), duration(count, unit, false)))
    });
    let value = duration(count, unit, false);
    let days = period.map(|p| (p.start, p.end));
    Some(Found { days, relative: true, ..Found::plain(end, TimeKind::Duration, value) })
}

/// "the past week", "over the next year", "the next year and a half": a length from today, not the calendar's week or year.
fn rolling(c: &Cursor, at: usize, end: usize, shift: i32, unit: &str, half: bool) -> Option<Found> {
    let first = if at > c.start && c.is(at - 1, &["the"]) { at - 1 } else { at };
    let led = first > c.start && c.is(first - 1, &["over", "during", "within", "throughout"]);
    let past = c.is(at, &["past"]);
    if shift == 0 || !(half || past || led && shift > 0) || matches!(unit, "WE" | "Q" | "SEM") {
        return None;
    }
    let sign = i64::from(shift);
    let period = c.today.and_then(|d| {
        let whole = add(d, unit, sign)?;
        let other = match (half, unit) {
            (true, "Y" | "DE") => add(whole, "M", sign * if unit == "Y" { 6 } else { 60 })?,
            (true, "M") => add(whole, "D", sign * 15)?,
            _ => whole,
        };
        Some((d.min(other), d.max(other)))
    });
    Some(Found {
        days: period,
        relative: true,
        ..Found::plain(end, TimeKind::Duration, duration(1, unit, half))
    })
}

/// "two years ago", "three days later", "a week from now", "two days earlier".
fn ago(c: &Cursor, at: usize) -> Option<Found> {
    let (end, count) = amount(c, at)?;
    let (end, (unit, _)) = unit_of(c, end)?;
    let sign = if c.is(end, &["ago"]) {
        -1
    } else if c.is(end, &["from"]) && c.is(end + 1, &["now", "today"]) {
        1
    } else {
        return None;
    };
    let end = if sign < 0 { end + 1 } else { end + 2 };
    let period = c.today.and_then(|d| add(d, unit, sign * count)).and_then(|d| match unit {
        "Y" | "DE" | "CE" => Period::year(d.year()),
        "M" | "Q" => Period::month(d.year(), d.month()),
        "W" | "FN" => Period::week(d),
        _ => Some(Period::day(d)),
    });
    Some(Found::relative(end, period, if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }))
}

/// "at the weekend", "over the weekend".
fn weekend(c: &Cursor, at: usize) -> Option<Found> {
    let (end, unit) = c.is(at, &["the"]).then(|| c.unit(at + 1)).flatten()?;
    if unit != ("WE", false) {
        return None;
    }
    let period = c.today.and_then(Period::weekend);
    let past = direction(c, at, end) == Direction::Past;
    let period = match (period, c.today) {
        (Some(p), Some(d)) if past && p.start > d => Period::weekend(add(d, "W", -1)?),
        (period, _) => period,
    };
    Some(Found::relative(end, period, "XXXX-WXX-WE"))
}

/// "Monday", "Monday morning", "Monday next week": by the tense of its clause.
pub(super) fn weekday(c: &Cursor, at: usize) -> Option<Found> {
    let (end, weekday) = c.weekday(at)?;
    if !is_weekday(c, at, end) {
        return None;
    }
    if let Some(week) = super::part::shifted(c, end).filter(|f| f.value.contains("-W"))
        && let Some((start, _)) = week.days
    {
        return Some(Found::relative(week.end, add(start, "D", i64::from(weekday) - 1).map(Period::day), ""));
    }
    let to_go =
        |d: jiff::civil::Date| i64::from((weekday - 1 - d.weekday().to_monday_zero_offset()).rem_euclid(7));
    let period = c.today.and_then(|d| match direction(c, at, end) {
        Direction::Future => add(d, "D", to_go(d)),
        Direction::Past | Direction::Open => add(d, "D", if to_go(d) == 0 { 0 } else { to_go(d) - 7 }),
    });
    let period = period.map(Period::day);
    if let Some((end, last)) =
        c.joined(end).filter(|_| !c.is(end, &["and", "or"])).and_then(|next| c.weekday(next))
    {
        let days = i64::from((last - weekday).rem_euclid(7));
        let range = period.and_then(|p| Some(p.to(&Period::day(add(p.start, "D", days)?))));
        return Some(Found::relative(end, range, format!("XXXX-WXX-{weekday}/XXXX-WXX-{last}")));
    }
    let part = c.take(end, |w| if let TimeWord::DayPart(p) = w { Some(p.as_str()) } else { None });
    let open = format!("XXXX-WXX-{weekday}");
    Some(match part {
        Some((end, part)) => {
            let found = Found::relative(end, period, open);
            Found { kind: TimeKind::Time, value: format!("{}T{part}", found.value), ..found }
        }
        None => Found::relative(end, period, open),
    })
}

/// Not the verb "sat", not "Sun" of a newspaper, not a plural ("Mondays" is a set).
fn is_weekday(c: &Cursor, at: usize, end: usize) -> bool {
    let word = c.a.word(at).trim_end_matches('.');
    let short = matches!(word, "Sun" | "Sat" | "Wed" | "Mon" | "Fri" | "Thu" | "Thur" | "Tue");
    let led = matches!(c.before(at), "on" | "On" | "by" | "(" | "until" | "since") || c.is(end, &[","]);
    let titled = ["Black", "Good", "Ash", "Bloody", "Easter", "Palm", "Super"].contains(&c.before(at));
    !word.ends_with('s') && !titled && (!short || led)
}

/// "May Day", "Christmas", with its year.
fn holiday(c: &Cursor, at: usize) -> Option<Found> {
    let (end, (month, day)) =
        c.take(at, |w| if let TimeWord::Holiday(m, d) = w { Some((*m, *d)) } else { None })?;
    let on = |year: i16| jiff::civil::Date::new(year, month, day).ok().map(Period::day);
    let next = c.comma(end);
    if let Some(year) = c.year(next) {
        return Some(Found::date(next + 1, on(year)?));
    }
    Some(Found::relative(end, super::date::nearest(c, at, end, on), format!("XXXX-{month:02}-{day:02}")))
}
