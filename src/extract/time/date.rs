//! Calendar dates and their ranges: "18-19 November", "Monday, Aug. 20, 2024", "from October 10 to 15".

use jiff::civil::Date;

use super::cursor::Cursor;
use super::found::Found;
use super::period::Period;
use super::tense::{Direction, direction};
use crate::text::TokenKind;

/// A date as far as it is written out.
#[derive(Debug, Clone, Copy, Default)]
struct Partial {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    last_day: Option<i8>,
}

/// Further away than this, in days, a date without a year is not meant if a nearer one fits the calendar.
const FAR: i32 = 300;
/// Nearer than this, in days, it is.
const NEAR: i32 = 60;

/// Years from one leap day to the next.
const LEAP: i16 = 4;

/// A date at `at`.
pub(super) fn date(c: &Cursor, at: usize) -> Option<Found> {
    if let Some(found) = day_alone(c, at) {
        return Some(found);
    }
    let from = at;
    let at = after_weekday(c, at);
    let (end, left) = partial(c, at)?;
    if left.month.is_some()
        && left.last_day.is_none()
        && left.day.is_some()
        && let Some(next) = c.joined(end).filter(|_| !c.is(end, &["and", "or", "&"]) || between(c, from))
        && let Some((end, right)) = partial(c, after_weekday(c, next))
        && right.day.is_some()
        && right.last_day.is_none()
    {
        let left = Partial { year: left.year.or(right.year), ..left };
        return range(c, from, end, left, right);
    }
    if left.day.is_none()
        && left.year.is_some()
        && let Some(next) = c.joined(end).filter(|_| !c.is(end, &["and", "or", "&"]) || between(c, from))
        && let Some((end, right)) = partial(c, next)
        && right.day.is_none()
        && right.year.is_some()
    {
        return range(c, from, end, left, right);
    }
    if left.day.is_none()
        && left.year.is_none()
        && c.is(end, &["and", "to", "-", "–"])
        && let Some((end, last)) = c.month(end + 1)
        && c.day(end).is_none()
    {
        let (end, year) = year_behind(c, end);
        return range(
            c,
            from,
            end,
            Partial { year, ..left },
            Partial { year, month: Some(last), ..Partial::default() },
        );
    }
    one(c, from, end, left)
}

/// Whether "between" stands before `at`, so that "and" behind it ends the range.
fn between(c: &Cursor, at: usize) -> bool {
    c.before(at).eq_ignore_ascii_case("between")
}

/// "on the 15th": a day of the current month, or of the one beside it.
fn day_alone(c: &Cursor, at: usize) -> Option<Found> {
    let led = ["on", "by", "until", "from", "before"].iter().any(|w| c.before(at).eq_ignore_ascii_case(w));
    let (day, _) = c
        .digits(at + 1)
        .filter(|(n, ordinal)| led && *ordinal && (1..=31).contains(n) && c.is(at, &["the"]))?;
    let end = at + 2;
    let noun = c.a.tokens.get(end).is_some_and(|t| {
        end < c.end && (t.is_capitalised() || t.kind == TokenKind::Word && !c.is(end, DAY_BEHIND))
    });
    let hyphen = c.is(end, &["-", "–"]);
    if noun || hyphen {
        return None;
    }
    let today = c.today.or(c.anchor)?;
    let on = |months: i64| {
        let month = super::period::add(today.first_of_month(), "M", months)?;
        Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()
    };
    let past = (-2..=0).rev().filter_map(on).find(|d| *d <= today);
    let coming = (0..=2).filter_map(on).find(|d| *d >= today);
    let told = if direction(c, at, end) == Direction::Future { coming } else { past };
    Some(Found::relative(end, told.map(Period::day), format!("XXXX-XX-{day:02}")))
}

/// Words that may follow a day told by its number alone.
const DAY_BEHIND: &[&str] = &[
    "the", "a", "an", "and", "at", "in", "to", "he", "she", "they", "it", "with", "for", "after", "when",
    "that", "by", "his", "her",
];

/// Behind "Monday" or "Monday," before a date.
fn after_weekday(c: &Cursor, at: usize) -> usize {
    c.weekday(at).map_or(at, |(end, _)| c.article(c.comma(end)))
}

fn one(c: &Cursor, from: usize, end: usize, p: Partial) -> Option<Found> {
    let Some(year) = p.year else {
        let period = nearest(c, from, end, |year| period(Partial { year: Some(year), ..p }));
        return Some(Found::relative(end, period, open_value(p)));
    };
    Some(Found::date(end, period(Partial { year: Some(year), ..p })?))
}

fn range(c: &Cursor, from: usize, end: usize, left: Partial, right: Partial) -> Option<Found> {
    let over = |year: i16| {
        let turn = left.month > right.month && left.year == right.year;
        let first = period(Partial { year: left.year.or(Some(year)), ..left })?;
        let last = period(Partial { year: right.year.or(Some(year + i16::from(turn))), ..right })?;
        (first.start <= last.end).then(|| first.to(&last))
    };
    if left.year.is_some() {
        return Some(Found::date(end, over(left.year?)?));
    }
    Some(Found::relative(end, nearest(c, from, end, over), open_value(left)))
}

fn period(p: Partial) -> Option<Period> {
    let (year, month) = (p.year?, p.month?);
    let Some(day) = p.day else { return Period::month(year, month) };
    let start = Period::day(Date::new(year, month, day).ok()?);
    let Some(last) = p.last_day else { return Some(start) };
    let end = Date::new(year, month, last).ok().filter(|end| *end >= start.start)?;
    Some(start.to(&Period::day(end)))
}

fn open_value(p: Partial) -> String {
    let month = p.month.map_or("XX".into(), |m| format!("{m:02}"));
    p.day.map_or_else(|| format!("XXXX-{month}"), |day| format!("XXXX-{month}-{day:02}"))
}

/// The year in which `period` lies, by tense and the document's date.
pub(super) fn nearest(
    c: &Cursor,
    from: usize,
    end: usize,
    period: impl Fn(i16) -> Option<Period>,
) -> Option<Period> {
    // Without a date of its own, a document's other dates tell the year.
    let today = c.today.or(c.anchor)?;
    let over = |years: i16| -> Vec<Period> {
        (-years..=years).filter_map(|n| period(today.year().checked_add(n)?)).collect()
    };
    let mut all = over(1);
    if all.len() < 3 {
        // 29 February.
        all = over(LEAP);
    }
    let distance = |p: &Period| {
        let days = |to: Date| today.until(to).map_or(i32::MAX, |s| s.get_days().abs());
        if p.start <= today && today <= p.end { 0 } else { days(p.start).min(days(p.end)) }
    };
    let close = all.iter().min_by_key(|p| distance(p))?;
    let told = match direction(c, from, end) {
        Direction::Past => all.iter().rev().find(|p| p.start <= today)?,
        Direction::Future => all.iter().find(|p| p.end >= today)?,
        Direction::Open => close,
    };
    let misled = distance(told) > FAR && distance(close) < NEAR;
    Some(if misled { close.clone() } else { told.clone() })
}

fn partial(c: &Cursor, at: usize) -> Option<(usize, Partial)> {
    iso(c, at).or_else(|| dotted(c, at)).or_else(|| day_first(c, at)).or_else(|| month_first(c, at))
}

/// `05.12.2023`: day, month and year between stops.
fn dotted(c: &Cursor, at: usize) -> Option<(usize, Partial)> {
    let word = (at < c.end).then(|| c.a.word(at))?;
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let told = parts.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    let p = Partial {
        year: year.parse().ok(),
        month: month.parse().ok(),
        day: day.parse().ok().filter(|_| told),
        last_day: None,
    };
    Date::new(p.year?, p.month?, p.day?).ok().map(|_| (at + 1, p))
}

/// `2024-08-20`, `20/08/2024`, `8/20/2024`: only where the order cannot be mistaken.
fn iso(c: &Cursor, at: usize) -> Option<(usize, Partial)> {
    let glued = |i: usize| c.a.tokens.get(i).is_some_and(|t| t.glued);
    if !(at + 5 <= c.end && (at + 1..at + 5).all(glued)) {
        return None;
    }
    let number = |i: usize| c.digits(i).map(|(n, _)| n);
    let made = |year: i64, month: i64, day: i64| {
        let p = Partial {
            year: Some(i16::try_from(year).ok()?),
            month: Some(i8::try_from(month).ok()?),
            day: Some(i8::try_from(day).ok()?),
            last_day: None,
        };
        Date::new(p.year?, p.month?, p.day?).ok().map(|_| (at + 5, p))
    };
    let (a, b, z) = (number(at)?, number(at + 2)?, number(at + 4)?);
    if c.is(at + 1, &["-"]) && c.is(at + 3, &["-"]) && c.year(at).is_some() {
        return made(a, b, z);
    }
    let slashed = c.is(at + 1, &["/", "."]) && c.is(at + 3, &["/", "."]) && c.year(at + 4).is_some();
    match slashed {
        true if a > 12 => made(z, b, a),
        true if b > 12 => made(z, a, b),
        _ => None,
    }
}

/// "the 20th of August 2024", "18-19 November".
fn day_first(c: &Cursor, at: usize) -> Option<(usize, Partial)> {
    let at = c.article(at);
    let day = c.day(at)?;
    let mut end = at + 1;
    let last_day = second_day(c, end);
    if last_day.is_some() {
        end += 2;
    }
    if c.is(end, &["of"]) {
        end += 1;
    }
    let (end, month) = c.month(end)?;
    let (end, year) = year_behind(c, end);
    Some((end, Partial { year, month: Some(month), day: Some(day), last_day }))
}

/// "November 18-19, 2024", "August 20", "August 2024", "August".
fn month_first(c: &Cursor, at: usize) -> Option<(usize, Partial)> {
    let (end, month) = c.month(at)?;
    let day_at = c.article(end);
    if let Some(day) = c.day(day_at).filter(|_| !is_clock(c, day_at)) {
        let mut end = day_at + 1;
        let last_day = second_day(c, end).filter(|last| *last > day);
        if last_day.is_some() {
            end += 2;
        }
        let (end, year) = year_behind(c, end);
        return Some((end, Partial { year, month: Some(month), day: Some(day), last_day }));
    }
    let (end, year) = year_behind(c, end);
    (year.is_some() || is_month_alone(c, at, end))
        .then_some((end, Partial { year, month: Some(month), ..Partial::default() }))
}

fn is_clock(c: &Cursor, at: usize) -> bool {
    c.a.word(at).contains(':') || c.is(at + 1, &["am", "pm", "a.m.", "p.m.", "%"])
}

/// The last day in "18-19 November" and "June 15 and 16"; not the day of another date.
fn second_day(c: &Cursor, at: usize) -> Option<i8> {
    let next = c.joined(at)?;
    let day = c.day(next)?;
    let counts = c.unit(next + 1).is_some_and(|(_, (_, many))| many);
    (!counts && !is_clock(c, next)).then_some(day)
}

/// A year behind a month or day: ", 2024", "of this year", "next year".
fn year_behind(c: &Cursor, at: usize) -> (usize, Option<i16>) {
    let mut next = c.comma(at);
    if c.is(next, &["of", "in"]) {
        next += 1;
    }
    if let Some(year) = c.year(next) {
        return (next + 1, Some(year));
    }
    // "March the following year", "in June of that year".
    let told = super::anchored::anchored(c, next).filter(|f| f.value.len() == 4);
    if let Some((found, (start, _))) = told.and_then(|f| f.days.map(|d| (f, d))) {
        return (found.end, Some(start.year()));
    }
    let shifted = c.shift(next).and_then(|(end, shift)| {
        let (end, unit) = c.unit(end)?;
        (unit == ("Y", false)).then_some((end, i16::try_from(shift).ok()?))
    });
    match (shifted, c.today) {
        (Some((end, shift)), Some(today)) => (end, today.year().checked_add(shift)),
        _ => (at, None),
    }
}

/// Words that stand before the name of a month.
const BEFORE_MONTH: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "of",
    "this",
    "last",
    "next",
    "early",
    "mid",
    "late",
    "through",
    "from",
    "to",
    "for",
    "during",
    "before",
    "after",
    "and",
    "between",
    "-",
    "–",
    "/",
    "throughout",
    "around",
    "coming",
    "past",
    "previous",
    "following",
];

/// Whether a month without day and year is one: not a person's name, not the verb "may".
fn is_month_alone(c: &Cursor, at: usize, end: usize) -> bool {
    let word = c.a.word(at);
    let before = |words: &[&str]| words.iter().any(|w| c.before(at).eq_ignore_ascii_case(w));
    let led = before(BEFORE_MONTH);
    let doubtful = matches!(
        word.trim_end_matches('.'),
        "May" | "March" | "MAY" | "MARCH" | "Mar" | "Jan" | "Jun" | "Dec"
    );
    let name_follows = c.a.tokens.get(end).is_some_and(|t| t.is_capitalised() && end < c.end);
    let name_before = at > c.start && c.a.tokens[at - 1].is_capitalised() && !led;
    // "June Carter and April Jones": persons, whatever joins them.
    let joined = before(&["and", "to", "for", "of", "-"]) && name_follows;
    led && !joined || !doubtful && !name_follows && !name_before
}
