//! Times of day, alone or with their day: "9:30 a.m.", "0400 GMT", "10 a.m. on Thursday", "Friday, August 23, at 7 p.m.".

use super::super::TimeKind;
use super::super::lexicon::time::TimeWord;
use super::cursor::Cursor;
use super::date::date;
use super::found::Found;
use super::part::shifted;
use super::period::Period;
use super::relative::{day_word, timed, weekday};

/// Hour, minute and zone, with the token behind them.
struct Clock<'a> {
    end: usize,
    hours: i8,
    minutes: i8,
    zone: &'a str,
}

/// A time of day with its day before or behind it, or alone.
pub(super) fn moment(c: &Cursor, at: usize) -> Option<Found> {
    if let Some(clock) = clock(c, at) {
        return Some(on_day(c, at, &clock));
    }
    part_of(c, at).or_else(|| {
        let day = day(c, at).filter(is_one_day)?;
        let mut next = c.comma(day.end);
        next = if c.is(next, &["at"]) { next + 1 } else { next };
        let clock = clock(c, next).filter(|_| next > day.end || glued_time(c, day.end))?;
        Some(joined(day, &clock))
    })
}

/// Whether the time of day follows a date within one word, as in ISO 8601's "2024-08-20T14:30", or stands right behind it.
fn glued_time(c: &Cursor, at: usize) -> bool {
    c.a.word(at).starts_with(['T', 't']) || c.a.word(at).contains(':')
}

/// "10 a.m. on Thursday", "3:30 p.m. Monday", "noon"; without a day, on the day told last or the document's.
fn on_day(c: &Cursor, at: usize, clock: &Clock) -> Found {
    let next = c.comma(clock.end);
    let next = if c.is(next, &["on"]) { next + 1 } else { next };
    if let Some(day) = day(c, next).filter(is_one_day) {
        return Found { end: day.end, ..joined(day, clock) };
    }
    let ahead = super::tense::direction(c, at, clock.end) == super::tense::Direction::Future;
    let today = c.anchor.filter(|d| !ahead || Some(*d) >= c.today).or(c.today).map(Period::day);
    joined(Found::relative(clock.end, today, "XXXX-XX-XX"), clock)
}

fn joined(mut day: Found, clock: &Clock) -> Found {
    day.value = format!("{}T{:02}:{:02}{}", day.value, clock.hours, clock.minutes, clock.zone);
    day.end = clock.end;
    day.kind = TimeKind::Time;
    day
}

fn is_one_day(found: &Found) -> bool {
    found.kind == TimeKind::Date
        && found.value.len() == 10
        && found.days.is_none_or(|(start, end)| start == end)
}

/// A day by date, weekday or word.
fn day(c: &Cursor, at: usize) -> Option<Found> {
    date(c, at).or_else(|| weekday(c, at)).or_else(|| day_word(c, at)).or_else(|| shifted(c, at))
}

/// "the evening of Aug. 12", "the morning of the same day", "dawn on Monday".
fn part_of(c: &Cursor, at: usize) -> Option<Found> {
    let (end, part) = c.day_part(c.article(at))?;
    if !c.is(end, &["of", "on"]) {
        return None;
    }
    let day = day(c, end + 1)
        .or_else(|| super::anchored::anchored(c, end + 1))
        .filter(|f| f.kind == TimeKind::Date)?;
    let first = day.days.map(|(start, _)| Period::day(start));
    Some(timed(day.end, first, part))
}

fn clock<'a>(c: &Cursor<'_, 'a>, at: usize) -> Option<Clock<'a>> {
    let (end, hours, minutes) = spoken(c, at).or_else(|| written(c, at)).or_else(|| of_iso(c, at))?;
    let meridiem = c.take(end, |w| if let TimeWord::Meridiem(h) = w { Some(*h) } else { None });
    let bare = c.a.word(at).contains(':') || end > at + 1;
    let zone = |end| c.take(end, |w| if let TimeWord::Zone(z) = w { Some(z.as_str()) } else { None });
    let military = c.a.word(at).len() == 4 && zone(end).is_some();
    let (end, hours) = match meridiem {
        Some((end, add)) if hours <= 12 => (end, hours % 12 + add),
        None if bare || military || c.digits(at).is_none() => (end, hours),
        _ => return None,
    };
    let (end, zone) = zone(end).unwrap_or((end, ""));
    Some(Clock { end, hours, minutes, zone })
}

/// "T16:45" behind an ISO date, which the tokenizer cuts into "T16", ":" and "45".
fn of_iso(c: &Cursor, at: usize) -> Option<(usize, i8, i8)> {
    let word = (at < c.end).then(|| c.a.word(at))?;
    let hours =
        word.strip_prefix('T')?.parse::<i8>().ok().filter(|h| (0..=24).contains(h) && word.len() == 3)?;
    let minutes = c.is(at + 1, &[":"]).then(|| c.a.word(at + 2).get(..2)).flatten()?;
    let minutes = minutes.parse::<i8>().ok().filter(|m| (0..60).contains(m))?;
    Some((at + 3, hours, minutes))
}

fn written(c: &Cursor, at: usize) -> Option<(usize, i8, i8)> {
    if let Some((n, false)) = c.digits(at) {
        let word = c.a.word(at);
        let (hours, minutes) = if word.len() == 4 { (n / 100, n % 100) } else { (n, 0) };
        let real = (0..=24).contains(&hours) && (0..60).contains(&minutes);
        return (real && word.len() != 3).then_some((at + 1, hours as i8, minutes as i8));
    }
    let word = (at < c.end).then(|| c.a.word(at))?;
    let (hours, minutes) = word.split_once([':', '.'])?;
    let (hours, minutes) =
        (hours.parse::<i8>().ok()?, minutes.parse::<i8>().ok().filter(|_| minutes.len() == 2)?);
    let dotted = !word.contains(':');
    let led = c.take(at + 1, |w| matches!(w, TimeWord::Meridiem(_)).then_some(())).is_some();
    ((0..=24).contains(&hours) && (0..60).contains(&minutes) && (!dotted || led)).then_some((
        at + 1,
        hours,
        minutes,
    ))
}

fn spoken(c: &Cursor, at: usize) -> Option<(usize, i8, i8)> {
    if let Some((end, hours)) = c.take(at, |w| if let TimeWord::Clock(h) = w { Some(*h) } else { None }) {
        return Some((end, hours, 0));
    }
    if let Some((end, n)) =
        c.count(at).filter(|(end, n)| c.is(*end, &["o'clock", "o’clock"]) && (0..=24).contains(n))
    {
        return Some((end + 1, n as i8, 0));
    }
    let half = c.is(at, &["half"]) && c.is(at + 1, &["past"]);
    let quarter = c.is(at, &["quarter"]) && c.is(at + 1, &["past", "to"]);
    let (end, hours) = (half || quarter).then(|| c.count(at + 2)).flatten()?;
    let hours = i8::try_from(hours).ok().filter(|h| (1..=12).contains(h))?;
    Some(match (half, c.is(at + 1, &["past"])) {
        (true, _) => (end, hours, 30),
        (false, true) => (end, hours, 15),
        (false, false) => (end, hours - 1, 45),
    })
}
