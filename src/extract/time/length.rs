//! Lengths of time, repeated times, references without a calendar, and the clock.

use super::super::TimeKind;
use super::super::lexicon::time::TimeWord;
use super::cursor::Cursor;
use super::found::Found;
use super::period::Period;
use super::relative::duration;

/// "every Monday", "twice a year", "annual" (before a noun), "each month".
pub(super) fn set(c: &Cursor, at: usize) -> Option<Found> {
    if let Some((end, value)) =
        c.take(at, |w| if let TimeWord::Every(v) = w { Some(v.as_str()) } else { None })
    {
        return Some(Found::plain(end, TimeKind::Set, value));
    }
    if c.is(at, &["every", "each"]) {
        let other = c.is(at + 1, &["other", "second"]);
        let next = if other { at + 2 } else { at + 1 };
        let (next, count) = c.count(next).unwrap_or((next, if other { 2 } else { 1 }));
        if let Some((end, (unit, _))) = c.unit(next) {
            return Some(Found::plain(end, TimeKind::Set, duration(count, unit, false)));
        }
        if let Some((end, day)) = c.weekday(next) {
            return Some(Found::plain(end, TimeKind::Set, format!("XXXX-WXX-{day}")));
        }
        if let Some((end, month)) = c.month(next) {
            return Some(Found::plain(end, TimeKind::Set, format!("XXXX-{month:02}")));
        }
        let (end, season) = c.season(next)?;
        return Some(Found::plain(end, TimeKind::Set, format!("XXXX-{season}")));
    }
    let (end, day) = c.weekday(at).filter(|_| c.a.word(at).ends_with("days"))?;
    Some(Found::plain(end, TimeKind::Set, format!("XXXX-WXX-{day}")))
}

/// "two weeks", "three-day", "several months", "a decade".
pub(super) fn length(c: &Cursor, at: usize) -> Option<Found> {
    let quantity = c.take(at, |w| matches!(w, TimeWord::Quantity).then_some(()));
    if let Some((end, ())) = quantity {
        let (end, (unit, _)) = c.unit(end)?;
        return Some(Found::plain(end, TimeKind::Duration, duration(1, unit, false).replacen('1', "X", 1)));
    }
    let halved = c.is(at, &["half"]) && c.is(at + 1, &["a", "an"]);
    if halved && let Some((end, (unit, false))) = c.unit(at + 2) {
        return half_of(unit).map(|value| Found::plain(end, TimeKind::Duration, value));
    }
    let single = c.is(at, &["a", "an", "one"]).then_some((at + 1, 1));
    let (end, count) = c.count(at).or(single)?;
    let half = c.is(end, &["and"]) && c.is(end + 1, &["a"]) && c.is(end + 2, &["half"]);
    let end = if half { end + 3 } else { end };
    let (end, (unit, many)) = c.unit(if c.is(end, &["-"]) { end + 1 } else { end })?;
    let one = c.is(at, &["a", "an"]);
    // "a day", "a second": a rate or an ordinal more often than a length.
    let rate = one
        && (matches!(unit, "D" | "TS" | "TM" | "Q")
            || many
            || c.is(at.wrapping_sub(1), &["times", "once", "twice"]));
    (!rate).then(|| Found::plain(end, TimeKind::Duration, duration(count, unit, half)))
}

/// Half of a unit, in the next smaller one where that is whole.
fn half_of(unit: &str) -> Option<String> {
    let (count, unit) = match unit {
        "ML" => (500, "Y"),
        "CE" => (50, "Y"),
        "DE" => (5, "Y"),
        "Y" => (6, "M"),
        "D" => (12, "TH"),
        "TH" => (30, "TM"),
        _ => return None,
    };
    Some(duration(count, unit, false))
}

/// "soon", "recently", "the coming weeks".
pub(super) fn reference(c: &Cursor, at: usize) -> Option<Found> {
    let (end, value) =
        c.take(at, |w| if let TimeWord::Reference(r) = w { Some(r.as_str()) } else { None })?;
    // "in the past two days" is a length.
    if c.count(end).is_some_and(|(next, _)| c.unit(next).is_some()) {
        return None;
    }
    // "earlier" of an hour and "the past" of a place need more words than one.
    let bare = end == at + 1 && c.is(at, &["earlier", "future", "recent", "now", "lately", "previously"]);
    let adjective =
        bare && c.a.tokens.get(end).is_some_and(|t| t.shape == super::super::Shape::Lower && end < c.end);
    (!adjective || c.is(at, &["now", "recent"])).then(|| Found::plain(end, TimeKind::Date, value))
}

/// "9:30 a.m.", "14:30 GMT", "half past eleven", "noon", "3 pm": on the document's day where it is known.
pub(super) fn clock(c: &Cursor, at: usize) -> Option<Found> {
    let (end, hours, minutes) = spoken(c, at).or_else(|| written(c, at))?;
    let meridiem = c.take(end, |w| if let TimeWord::Meridiem(h) = w { Some(*h) } else { None });
    let bare = c.a.word(at).contains(':');
    let (end, hours) = match meridiem {
        Some((end, add)) => (end, if hours % 12 == hours { hours + add } else { add }),
        None if bare || c.digits(at).is_none() || end > at + 1 => (end, hours),
        None => return None,
    };
    let zone = c.take(end, |w| if let TimeWord::Zone(z) = w { Some(z.as_str()) } else { None });
    let (end, zone) = zone.unwrap_or((end, ""));
    let day = c.today.map(Period::day);
    let date = day.as_ref().map_or("XXXX-XX-XX".into(), |p| p.value.clone());
    let found = Found::relative(end, day, "");
    Some(Found { kind: TimeKind::Time, value: format!("{date}T{hours:02}:{minutes:02}{zone}"), ..found })
}

fn written(c: &Cursor, at: usize) -> Option<(usize, i8, i8)> {
    if let Some((n, false)) = c.digits(at).filter(|(n, _)| (0..=23).contains(n)) {
        return Some((at + 1, n as i8, 0));
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
    if let Some((n, false)) =
        c.digits(at).filter(|(n, _)| c.is(at + 1, &["o'clock", "o’clock"]) && (0..=24).contains(n))
    {
        return Some((at + 2, n as i8, 0));
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
