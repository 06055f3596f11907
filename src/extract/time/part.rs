//! What comes before or after the current period, quarters and halves, and early, middle and late parts.

use super::super::TimeKind;
use super::super::lexicon::time::{Part, TimeWord};
use super::cursor::Cursor;
use super::date::date;
use super::found::Found;
use super::period::Period;
use super::year::{decade, season, year};

/// A period that may have parts: "2025", "next year", "March 2026", "the autumn", "the week".
pub(super) fn whole(c: &Cursor, at: usize) -> Option<Found> {
    let bare = c.article(at);
    decade(c, bare)
        .or_else(|| year(c, bare, true))
        .or_else(|| super::anchored::anchored(c, at).filter(|f| f.kind == TimeKind::Date))
        .or_else(|| shifted(c, bare))
        .or_else(|| season(c, bare))
        .or_else(|| current(c, at))
        .or_else(|| named_quarter(c, bare))
        .or_else(|| date(c, bare))
}

/// "this year", "next month", "last November", "the previous week".
pub(super) fn shifted(c: &Cursor, at: usize) -> Option<Found> {
    let (next, shift) = c.shift(at)?;
    let today = c.today;
    if let Some((end, (unit, many))) = c.unit(next) {
        if many {
            return None;
        }
        let period = today
            .and_then(|d| super::period::add(d, if unit == "WE" { "W" } else { unit }, i64::from(shift)))
            .and_then(|d| Period::holding(d, unit));
        return Some(Found::relative(end, period, reference(shift)));
    }
    if let Some((end, month)) = c.month(next) {
        return Some(Found::relative(
            end,
            today.and_then(|d| turn(shift, d, |y| Period::month(y, month))),
            format!("XXXX-{month:02}"),
        ));
    }
    if let Some((end, season)) = c.season(next) {
        return Some(Found::relative(
            end,
            today.and_then(|d| turn(shift, d, |y| Period::season(y, season))),
            reference(shift),
        ));
    }
    let (end, weekday) = c.weekday(next)?;
    let period = today.and_then(|d| {
        let week = Period::week(d)?;
        let in_week = |n: i64| super::period::add(week.start, "D", n * 7 + i64::from(weekday) - 1);
        let day = match shift {
            0 => in_week(0)?,
            // "last Friday" is the one before today, "next Friday" that of the next week.
            -1 => in_week(0).filter(|f| *f < d).or_else(|| in_week(-1))?,
            _ => in_week(1)?,
        };
        Some(Period::day(day))
    });
    Some(Found::relative(end, period, reference(shift)))
}

/// The last, this or next of what comes once a year.
fn turn(shift: i32, today: jiff::civil::Date, of: impl Fn(i16) -> Option<Period>) -> Option<Period> {
    let all = || (-2..=2).filter_map(|n| of(today.year().checked_add(n)?));
    match shift {
        0 => of(today.year()),
        -1 => all().filter(|p| p.end < today).last(),
        _ => all().find(|p| p.start > today),
    }
}

const fn reference(shift: i32) -> &'static str {
    match shift {
        0 => "PRESENT_REF",
        -1 => "PAST_REF",
        _ => "FUTURE_REF",
    }
}

/// "the week", "the year", where only a part of it is meant: the current one.
fn current(c: &Cursor, at: usize) -> Option<Found> {
    let (end, (unit, many)) = c.unit(c.article(at)).filter(|_| c.is(at, &["the"]))?;
    let holding = matches!(unit, "W" | "M" | "Q" | "Y" | "DE" | "CE" | "D");
    (!many && holding)
        .then(|| Found::relative(end, c.today.and_then(|d| Period::holding(d, unit)), "PRESENT_REF"))
}

/// "early 2026", "the end of the year", "the first half of 2025", "the third week of July", "Q3 2025", "later this month".
pub(super) fn part(c: &Cursor, at: usize) -> Option<Found> {
    rest(c, at)
        .or_else(|| adjective(c, c.article(at)))
        .or_else(|| noun(c, c.article(at)))
        .or_else(|| numbered(c, c.article(at)))
        .or_else(|| quarter(c, at))
        .or_else(|| unit_end(c, at))
}

/// "later this month", "earlier this year": what is left of it, and what is gone.
fn rest(c: &Cursor, at: usize) -> Option<Found> {
    let later = c.is(at, &["later"]);
    if !later && !c.is(at, &["earlier"]) {
        return None;
    }
    let next = if c.is(at + 1, &["in", "on"]) { at + 2 } else { at + 1 };
    if let Some(day) = super::relative::weekday(c, next).or_else(|| super::relative::day_word(c, next)) {
        return Some(day);
    }
    let found = shifted(c, next).or_else(|| current(c, next))?;
    let Some(((start, end), today)) = found.days.zip(c.today) else { return Some(found) };
    let (start, end) = match (later, start <= today && today <= end) {
        (_, false) => (start, end),
        (true, true) => (super::period::add(today, "D", 1)?.min(end), end),
        (false, true) => (start, super::period::add(today, "D", -1)?.max(start)),
    };
    Some(Found::relative(found.end, Some(Period::of(start, end, found.value)), ""))
}

fn cut(found: Found, part: Part) -> Found {
    let Some((start, end)) = found.days else { return found };
    let cut = Period::of(start, end, found.value.clone()).part(part);
    Found { days: cut.map(|p| (p.start, p.end)), ..found }
}

fn adjective(c: &Cursor, at: usize) -> Option<Found> {
    let (mut end, part) = c.take(at, |w| if let TimeWord::Part(p) = w { Some(*p) } else { None })?;
    if c.is(end, &["-", "in"]) {
        end += 1;
    }
    if let Some(found) = whole(c, end) {
        return Some(cut(found, part));
    }
    // "late Monday", "early today": some time of that day.
    super::relative::weekday(c, end)
        .or_else(|| super::relative::day_word(c, end))
        .or_else(|| super::relative::part_of_day(c, end))
        .filter(|found| !found.value.contains('/'))
}

fn noun(c: &Cursor, at: usize) -> Option<Found> {
    let (end, part) = c.take(at, |w| if let TimeWord::PartOf(p) = w { Some(*p) } else { None })?;
    if c.is(at, &["end"])
        && let Some(found) = whole(c, if c.is(end, &["-"]) { end + 1 } else { end })
            .filter(|f| f.end > end && c.is(end, &["-"]))
    {
        return Some(cut(found, part));
    }
    if !c.is(end, &["of"]) {
        return None;
    }
    whole(c, end + 1).map(|found| cut(found, part))
}

/// "year-end", "the year's end", "month-end": the end of the current one.
fn unit_end(c: &Cursor, at: usize) -> Option<Found> {
    let (end, (unit, many)) = c.unit(c.article(at))?;
    let joint = c.is(end, &["-", "'s", "’s"]) && c.is(end + 1, &["end"]);
    let period = c.today.and_then(|d| Period::holding(d, unit));
    (joint && !many && matches!(unit, "W" | "M" | "Q" | "Y" | "DE" | "CE"))
        .then(|| cut(Found::relative(end + 2, period, "FUTURE_REF"), Part::Late))
}

/// "first half of 2025", "second quarter of next year", "third week of July", "first week of the month".
fn numbered(c: &Cursor, at: usize) -> Option<Found> {
    let half = c.take(at, |w| if let TimeWord::Half(n) = w { Some(*n) } else { None });
    if let Some((end, half)) = half.filter(|(end, _)| c.is(*end, &["of"])) {
        let found = whole(c, end + 1)?;
        let (start, _) = found.days?;
        let period =
            if found.value.len() == 4 { Period::half(start.year(), half) } else { half_of(&found, half) };
        return Some(Found {
            end: found.end,
            ..Found { days: period.as_ref().map(|p| (p.start, p.end)), value: period?.value, ..found }
        });
    }
    let last = c.is(at, &["last", "final"]).then_some((at + 1, -1));
    let (end, number) = c.ordinal(at).or(last)?;
    if let Some((end, weekday)) = c.weekday(end) {
        return nth_weekday(c, end, number, weekday);
    }
    let (end, (unit, many)) = c.unit(end)?;
    if many {
        return None;
    }
    if !c.is(end, &["of"]) {
        return named_quarter(c, at);
    }
    let found = whole(c, end + 1)?;
    let (start, stop) = found.days?;
    let period = match unit {
        "Q" => Period::quarter(start.year(), if number < 0 { 4 } else { number }),
        "W" if number < 0 => Some(Period::of(super::period::add(stop, "D", -6)?, stop, found.value.clone())),
        "W" => super::period::add(start, "D", (number - 1) * 7)
            .and_then(|s| Some(Period::of(s, super::period::add(s, "D", 6)?.min(stop), found.value.clone()))),
        "D" if number < 0 => Some(Period::day(stop)),
        "D" => super::period::add(start, "D", number - 1).filter(|d| *d <= stop).map(Period::day),
        _ => None,
    }?;
    Some(Found { days: Some((period.start, period.end)), value: period.value, ..found })
}

/// "third quarter", by tense.
fn named_quarter(c: &Cursor, at: usize) -> Option<Found> {
    let (end, number) = c.ordinal(at)?;
    let (end, unit) = c.unit(end)?;
    (unit == ("Q", false)).then(|| {
        let period = super::date::nearest(c, at, end, |y| Period::quarter(y, number));
        Found::relative(end, period, format!("XXXX-Q{number}"))
    })
}

/// "first Monday of May", "last Friday in October".
fn nth_weekday(c: &Cursor, at: usize, number: i64, weekday: i8) -> Option<Found> {
    let found = c.is(at, &["of", "in"]).then(|| whole(c, at + 1)).flatten()?;
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?;
    let (start, _) = found.days.filter(|_| found.value.len() == 7)?;
    let day = start.nth_weekday_of_month(i8::try_from(number).ok()?, weekday).ok().map(Period::day)?;
    Some(Found { days: Some((day.start, day.end)), value: day.value, ..found })
}

/// The halves of a month.
fn half_of(found: &Found, half: i8) -> Option<Period> {
    let (start, end) = found.days?;
    let middle = super::period::add(start, "D", i64::from((start.until(end).ok()?.get_days() + 1) / 2 - 1))?;
    Some(match half {
        1 => Period::of(start, middle, found.value.clone()),
        _ => Period::of(super::period::add(middle, "D", 1)?, end, found.value.clone()),
    })
}

/// "Q3 2025", "Q3 of 2025", "the third quarter" of the current year.
fn quarter(c: &Cursor, at: usize) -> Option<Found> {
    let number = match c.a.word(at) {
        "Q1" => 1,
        "Q2" => 2,
        "Q3" => 3,
        "Q4" => 4,
        _ => return None,
    };
    let next = if c.is(at + 1, &["of", "-", "/"]) { at + 2 } else { at + 1 };
    match c.year(next) {
        Some(year) => Some(Found::date(next + 1, Period::quarter(year, number)?)),
        None => {
            Some(Found::relative(at + 1, c.today.and_then(|d| Period::quarter(d.year(), number)), "XXXX-QX"))
        }
    }
}
