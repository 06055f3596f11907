//! Years, decades, centuries and seasons.

use super::super::Shape;
use super::super::lexicon::time::TimeWord;
use super::cursor::Cursor;
use super::date::nearest;
use super::found::Found;
use super::part::shifted;
use super::period::Period;

/// "2025", "2025-2027", "fiscal year 2025"; `sure` where a word before it says that it is a year.
pub(super) fn year(c: &Cursor, at: usize, sure: bool) -> Option<Found> {
    fiscal(c, at).or_else(|| plain(c, at, sure))
}

fn plain(c: &Cursor, at: usize, sure: bool) -> Option<Found> {
    let named = c.is(at, &["the"]) && c.is(at + 1, &["year"]);
    let (at, sure) = if named { (at + 2, true) } else { (at, sure) };
    let first = c.year(at)?;
    if !sure && !is_year(c, at) {
        return None;
    }
    let from = Period::year(first)?;
    if let Some(next) = c.joined(at + 1).filter(|_| !c.is(at + 1, &["or"])) {
        let short = (c.a.word(next).len() == 2 && c.a.tokens[next].glued)
            .then(|| c.digits(next))
            .flatten()
            .and_then(|(n, _)| i16::try_from(n).ok().map(|n| first / 100 * 100 + n));
        let together = !c.is(at + 1, &["and"])
            || c.before(at).eq_ignore_ascii_case("between")
            || c.before(at).eq_ignore_ascii_case("in");
        if let Some(last) = c.year(next).or(short).filter(|last| *last > first && together) {
            return Some(Found::date(next + 1, from.to(&Period::year(last)?)));
        }
    }
    Some(Found::date(at + 1, from))
}

/// Words that lead a year.
const BEFORE_YEAR: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "early",
    "mid",
    "late",
    "year",
    "(",
    "before",
    "after",
    "from",
    "between",
    "through",
    "throughout",
    "to",
    "of",
    "and",
    "for",
    "-",
    "–",
    "the",
    "around",
    "circa",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "than",
    "'s",
    "’s",
    ",",
    "onwards",
    "/",
    "beyond",
    "towards",
    "elections",
    "election",
];

/// Words that may follow a year within its clause.
const AFTER_YEAR: &[&str] = &[
    "and", "to", "or", "with", "when", "by", "in", "after", "at", "on", "for", "was", "is", "the", "as",
    "that", "which", "who", "had", "has", "have", "were", "will", "would", "but", "while", "because",
    "before", "through", "under", "from", "a", "an", "between", "amid", "of",
];

fn is_year(c: &Cursor, at: usize) -> bool {
    let before = c.before(at);
    let led = BEFORE_YEAR.iter().any(|w| before.eq_ignore_ascii_case(w)) || before.is_empty();
    let strong = ["in", "since", "during", "early", "mid", "late", "year"]
        .iter()
        .any(|w| before.eq_ignore_ascii_case(w));
    // "up from 1200": a number more often than a year of old.
    let led = led && (strong || c.year(at).is_some_and(|y| y >= 1500));
    let Some(next) = c.a.tokens.get(at + 1).filter(|_| at + 1 < c.end) else { return led };
    let word = c.a.word(at + 1);
    let counted = next.shape == Shape::Lower && !AFTER_YEAR.contains(&word);
    let money =
        c.is(at + 1, &["%", "percent", "million", "billion", "/"]) || ["$", "€", "£", "¥"].contains(&before);
    let told = before.eq_ignore_ascii_case("of") && word.ends_with("ed");
    // A count is round as a rule: "of 2000 soldiers", but "of 1951 protects".
    let precise = c.year(at).is_some_and(|y| (1900..2100).contains(&y) && y % 50 != 0)
        && before.eq_ignore_ascii_case("of");
    led && !money && (!counted || told || precise || strong && !word.ends_with('s'))
}

/// "fiscal year 2025", "fiscal 2026", "FY2025", "the 2024-25 academic year". Countries begin theirs at different times;
/// the days are those of the calendar years.
fn fiscal(c: &Cursor, at: usize) -> Option<Found> {
    const KINDS: &[&str] = &["fiscal", "financial", "academic", "school", "calendar", "fy"];
    let from = c.article(at);
    let word = if from < c.end { c.a.word(from) } else { "" };
    let budget = |found: Found| Found { value: format!("FY{}", found.value), ..found };
    if let Some(digits) = word.strip_prefix("FY").filter(|d| d.len() == 4) {
        return Some(budget(Found::date(from + 1, Period::year(digits.parse().ok()?)?)));
    }
    if c.is(from, KINDS) {
        let next = if c.is(from + 1, &["year"]) { from + 2 } else { from + 1 };
        c.year(next)?;
        let found = plain(c, next, true)?;
        return Some(if c.is(from, &["fiscal", "financial", "fy"]) { budget(found) } else { found });
    }
    c.year(from)?;
    let end = if c.is(from + 1, &["-", "–", "/"]) { from + 3 } else { from + 1 };
    let named = c.is(end, KINDS) && c.is(end + 1, &["year"]);
    let found = named.then(|| plain(c, from, true)).flatten().filter(|f| f.end == end)?;
    let found = Found { end: end + 2, ..found };
    Some(if c.is(end, &["fiscal", "financial"]) { budget(found) } else { found })
}

/// "the autumn", "summer 2025", "spring of next year".
pub(super) fn season(c: &Cursor, at: usize) -> Option<Found> {
    let (end, season) = c.season(at)?;
    let next = if c.is(end, &["of"]) { end + 1 } else { end };
    if let Some(year) = c.year(next) {
        let winter =
            c.is(next + 1, &["-", "–", "/"]) && c.digits(next + 2).is_some() && c.a.tokens[next + 2].glued;
        return Some(Found::date(if winter { next + 3 } else { next + 1 }, Period::season(year, season)?));
    }
    if let Some(found) = shifted(c, next).filter(|f| f.value.len() == 4)
        && let Some((start, _)) = found.days
    {
        return Some(Found::relative(found.end, Period::season(start.year(), season), ""));
    }
    let from = if at > c.start && c.is(at - 1, &["the"]) { at - 1 } else { at };
    let led = |words: &[&str]| words.iter().any(|w| c.before(from).eq_ignore_ascii_case(w));
    let named = from < at || ["winter", "summer", "autumn"].iter().any(|w| c.a.is(at, w));
    let meant =
        led(&["in", "by", "early", "late", "mid", "until", "of", "since", "during", "for", "through"]);
    let alone = c.a.tokens.get(end).is_none_or(|t| t.shape != Shape::Lower || c.is(end, AFTER_YEAR));
    (named && meant && alone).then(|| {
        Found::relative(end, nearest(c, at, end, |y| Period::season(y, season)), format!("XXXX-{season}"))
    })
}

/// "the 1990s", "the eighties", "the 21st century".
pub(super) fn decade(c: &Cursor, at: usize) -> Option<Found> {
    let word = if at < c.end { c.a.word(at) } else { "" };
    let apart = c.is(at + 1, &["s", "'s", "’s"]) && c.a.tokens[at + 1].glued;
    let (end, digits) = if apart { (at + 2, Some(word)) } else { (at + 1, word.strip_suffix('s')) };
    if let Some(digits) = digits.filter(|d| d.len() == 4 && d.ends_with('0')) {
        return Some(Found::date(end, Period::decade(digits.parse().ok()?)?));
    }
    if let Some((end, decade)) = c.take(at, |w| if let TimeWord::Decade(d) = w { Some(*d) } else { None }) {
        return Some(Found::date(end, Period::decade(decade.checked_mul(10)?)?));
    }
    let (end, number) = c.ordinal(at)?;
    let (end, unit) = c.unit(if c.is(end, &["-"]) { end + 1 } else { end })?;
    (unit == ("CE", false)).then(|| Period::century(number)).flatten().map(|p| Found::date(end, p))
}
