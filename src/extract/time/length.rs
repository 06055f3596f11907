//! Lengths of time, repeated times, references without a calendar, and the clock.

use super::super::TimeKind;
use super::super::lexicon::time::TimeWord;
use super::cursor::Cursor;
use super::found::Found;
use super::relative::duration;

/// "a month" behind an amount or a count, as in "900 euros a month"; "twice a day", "once every two weeks".
fn rate(c: &Cursor, at: usize) -> Option<Found> {
    let counted = c.is(at, &["once", "twice", "thrice"]).then_some(at + 1).or_else(|| {
        let (end, _) = c.count(at)?;
        c.is(end, &["times"]).then_some(end + 1)
    });
    let next = counted.unwrap_or(at);
    let next = if c.is(next, &["a", "an", "per", "each", "every"]) { next + 1 } else { return None };
    let (next, count) = c.count(next).unwrap_or((next, 1));
    let (end, (unit, _)) = c.unit(next)?;
    let behind = c.is(end, &["ago", "later", "earlier", "after", "before", "and", "of", "long", "from", "-"]);
    let paid = counted.is_none() && at > c.start && c.is(at, &["a", "an"]) && {
        let word = c.a.word(at - 1);
        let amount = [
            "percent", "tons", "tonnes", "barrels", "million", "billion", "trillion", "per", "cent", "euros",
            "times", "yen", "yuan", "won",
        ];
        c.digits(at - 1).is_some()
            || amount.contains(&word)
            || word.ends_with('s') && c.count(at.saturating_sub(2)).is_some()
    };
    (counted.is_some() || paid && !behind)
        .then(|| Found::plain(end, TimeKind::Set, duration(count, unit, false)))
}

/// "the first Monday of each month".
fn nth_of_each(c: &Cursor, at: usize) -> Option<Found> {
    let (end, _) = c
        .ordinal(c.article(at))
        .or_else(|| c.is(c.article(at), &["last"]).then(|| (c.article(at) + 1, -1)))?;
    let end = c.weekday(end).map(|(end, _)| end).or_else(|| c.unit(end).map(|(end, _)| end))?;
    let each = c.is(end, &["of", "in"]) && c.is(end + 1, &["each", "every"]);
    let (end, (unit, _)) = each.then(|| c.unit(end + 2)).flatten()?;
    Some(Found::plain(end, TimeKind::Set, duration(1, unit, false)))
}

/// "every Monday", "twice a year", "annual" (before a noun), "each month".
pub(super) fn set(c: &Cursor, at: usize) -> Option<Found> {
    if let Some(found) = rate(c, at).or_else(|| nth_of_each(c, at)) {
        return Some(found);
    }
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
    let at = c.take(at, |w| matches!(w, TimeWord::Approximate).then_some(())).map_or(at, |(next, ())| next);
    let found = counted(c, at).or_else(|| uncounted(c, at)).or_else(|| whole_year(c, at))?;
    let end = found.end;
    // "a six-month-long siege", "three days long".
    let end = if c.is(end, &["-"]) && c.is(end + 1, &["long"]) { end + 2 } else { end };
    Some(Found { end, ..found })
}

/// "for years", "decades of": many, without a count.
fn uncounted(c: &Cursor, at: usize) -> Option<Found> {
    let (end, (unit, many)) = c.unit(at)?;
    let led = ["for", "over", "after", "in", "within", "during", "through", "spanning", "lasting", "took"];
    let meant = led.iter().any(|w| c.before(at).eq_ignore_ascii_case(w)) && !c.is(end, &["before", "after"])
        || c.is(end, &["of", "ago", "-"]) && !c.is(at.wrapping_sub(1), &["the", "these", "those", "last"]);
    let long = !matches!(unit, "TS" | "TM" | "WE" | "Q" | "SEM" | "FN");
    (many && meant && long && !(unit == "TH" && c.is(end, &["of"]) && c.before(at) != "for"))
        .then(|| Found::plain(end, TimeKind::Duration, open_length(unit)))
}

/// The value of a length without a count: `PXY`, `PTXH`, `PXDE`.
fn open_length(unit: &str) -> String {
    match unit {
        "DE" | "CE" | "ML" => format!("PX{unit}"),
        _ => duration(1, unit, false).replacen('1', "X", 1),
    }
}

/// "throughout the year": all of it, and no date.
fn whole_year(c: &Cursor, at: usize) -> Option<Found> {
    let led = c.is(at.wrapping_sub(1), &["throughout"]) && c.is(at, &["the"]);
    let (end, (unit, many)) = led.then(|| c.unit(at + 1)).flatten()?;
    (!many).then(|| Found::plain(end, TimeKind::Duration, duration(1, unit, false)))
}

/// "two weeks", "several months", "half a century".
fn counted(c: &Cursor, at: usize) -> Option<Found> {
    let quantity = c.take(at, |w| matches!(w, TimeWord::Quantity).then_some(()));
    if let Some((end, ())) = quantity {
        let (end, (unit, _)) = c.unit(end)?;
        return Some(Found::plain(end, TimeKind::Duration, open_length(unit)));
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
    let alone = !c.is(at, &["shortly", "soon"]) || !c.is(end, &["before", "after"]);
    let beside =
        c.is(at, &["earlier"]) && c.is(at.wrapping_sub(1), &["day", "week", "month", "year", "hour"]);
    let in_future = c.is(at, &["future"]) && c.before(at).eq_ignore_ascii_case("in");
    let bare_future = bare && c.is(at, &["future"]) && !in_future
        || c.is(at, &["the"]) && c.is(at + 1, &["future"]) && c.is(end, &["of"]);
    let meant = !bare_future && alone && !beside && (!adjective || in_future || c.is(at, &["now", "recent"]));
    meant.then(|| Found::plain(end, TimeKind::Date, value))
}
