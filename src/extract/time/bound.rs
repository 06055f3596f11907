//! What a time states of a meeting or a deadline: its words with the preposition that bounds it.

use super::super::lexicon::time::{Tense, TimeWord};
use super::super::{Analysis, TimeExpression, When};
use super::cursor::Cursor;
use super::period::add;
use crate::base::Span;

/// Prepositions that belong to the words of a time.
const LEADS: &[&str] = &[
    "on",
    "in",
    "at",
    "by",
    "before",
    "until",
    "till",
    "since",
    "from",
    "after",
    "for",
    "during",
    "between",
    "over",
    "within",
    "through",
    "throughout",
    "later",
    "as",
    "of",
    "early",
    "around",
    "starting",
    "than",
    "beginning",
];

/// What `time` states of a meeting or commitment: its words with the preposition that bounds it ("by", "before",
/// "until", "since"), and the days it spans by the guide.
pub fn when(analysis: &Analysis, time: &TimeExpression) -> When {
    let first = analysis.token_at(time.span.start);
    let sentence = &analysis.sentence_of(first.min(analysis.tokens.len().saturating_sub(1))).tokens;
    let is = |at: usize, words: &[&str]| sentence.contains(&at) && words.iter().any(|w| analysis.is(at, w));
    let lead = first.checked_sub(1).filter(|&at| is(at, LEADS));
    let begin = match lead {
        Some(at) if is(at, &["on"]) && at > 0 && is(at - 1, &["later"]) => at - 1,
        Some(at) if is(at, &["than"]) => match at.checked_sub(2) {
            Some(no) if is(at - 1, &["later"]) => no,
            _ => first,
        },
        Some(at) if is(at, &["of", "for", "as", "early", "around"]) => first,
        Some(at) => at,
        None => first,
    };
    let span = Span::new(analysis.tokens.get(begin).map_or(time.span.start, |t| t.span.start), time.span.end);
    let (start, end) = bounds(
        analysis,
        time,
        |words| lead.is_some_and(|at| is(at, words)),
        |words| lead.and_then(|at| at.checked_sub(1)).is_some_and(|at| is(at, words)),
    );
    let (span, end) = visit_of(analysis, time, span).map_or((span, end), |(span, last)| (span, Some(last)));
    When { text: span.of(&analysis.document.text).to_owned(), span, start, end }
}

/// How far before its first day, in tokens, a stay may be told: "a three-day official visit to China from Monday".
const STAY: usize = 14;

/// "on 10 August for a three-day visit": the words and the last day of the stay that a day begins.
fn visit_of(analysis: &Analysis, time: &TimeExpression, span: Span) -> Option<(Span, jiff::civil::Date)> {
    let first = time.start.filter(|start| Some(*start) == time.end)?;
    let at = analysis.token_at(time.span.end);
    let last = |days: i64| add(first, "D", days - 1);
    if let Some(c) = Cursor::of(analysis, at)
        && c.is(at, &["for", "on"])
        && let Some((end, days)) = stay(&c, if c.is(at + 1, &["a"]) { at + 2 } else { at + 1 })
    {
        return Some((Span::new(span.start, analysis.tokens.get(end - 1)?.span.end), last(days)?));
    }
    let at = analysis.token_at(time.span.start);
    let c = Cursor::of(analysis, at)?;
    // "a three-day stay from Monday … and the following day": told from another day, which begins the stay.
    if c.is(c.article(at), &["following", "next", "same", "previous"]) {
        return None;
    }
    for from in (c.start.max(at.saturating_sub(STAY))..at).rev() {
        if closes(&c, from) || c.is(from, &["will", "would", "shall", "and"]) {
            return None;
        }
        if let Some((_, days)) = stay(&c, from) {
            let ended =
                (c.start.max(from.saturating_sub(STAY))..from).any(|i| closes(&c, i) && !c.is(i, OPENS));
            return (!ended).then(|| last(days)).flatten().map(|day| (span, day));
        }
    }
    None
}

/// Verbs of the past that begin a stay.
const OPENS: &[&str] =
    &["began", "arrived", "started", "opened", "embarked", "kicked", "left", "flew", "scheduled", "due"];

/// Whether the word at `at` is another verb or clause, or ends a stay, so that the day does not begin it.
fn closes(c: &Cursor, at: usize) -> bool {
    let told =
        c.take(at, |w| matches!(w, TimeWord::Said | TimeWord::Tense(Tense::Past)).then_some(())).is_some();
    told || c.is(
        at,
        &[
            ";",
            "end",
            "ends",
            "ended",
            "ending",
            "conclude",
            "concludes",
            "concluded",
            "concluding",
            "after",
            "during",
            "wrapped",
        ],
    )
}

/// "three-day official visit" at `at`: the token behind it and its days.
fn stay(c: &Cursor, at: usize) -> Option<(usize, i64)> {
    const NOUNS: &[&str] =
        &["visit", "trip", "stay", "tour", "summit", "conference", "meeting", "session", "forum", "retreat"];
    let (end, days) = c.count(at).filter(|(_, n)| (2..=60).contains(n))?;
    let (end, unit) = c.unit(if c.is(end, &["-"]) { end + 1 } else { end })?;
    let noun = (end..end + 4).find(|&i| c.is(i, NOUNS))?;
    let plain = (end..noun).all(|i| !c.is(i, &[",", ".", "of", "in", "for", "and"]));
    (unit == ("D", false) && plain).then_some((noun + 1, days))
}

/// The days of `time` behind its preposition: "by" and "before" run from the document's date, "since" and "until" have one
/// end only.
fn bounds(
    analysis: &Analysis,
    time: &TimeExpression,
    led: impl Fn(&[&str]) -> bool,
    before: impl Fn(&[&str]) -> bool,
) -> (Option<jiff::civil::Date>, Option<jiff::civil::Date>) {
    let today = analysis.document.metadata.published;
    let (Some(start), Some(end)) = (time.start, time.end) else { return (None, None) };
    let range = time.value.contains('/');
    // "no later than", "not later than".
    if led(&["by"]) || led(&["than"]) && before(&["later"]) {
        return (today.filter(|d| *d <= end).or(Some(start)), Some(end));
    }
    if led(&["before"]) && !before(&["day", "days", "week", "weeks", "month", "months", "year", "years"]) {
        // "before the end of the year", "before October 1" name the last day; "before 2026" what lies beyond it.
        let words = time.span.of(&analysis.document.text);
        let named = start == end || words.split_whitespace().find(|w| *w != "the") == Some("end");
        let last = if named { Some(end) } else { add(start, "D", -1) };
        return (today.filter(|d| Some(*d) <= last), last);
    }
    if led(&["until", "till", "through"]) && !range {
        return (None, Some(end));
    }
    if !range
        && (led(&["since", "after"])
            || led(&["from", "starting", "beginning", "of"])
                && before_point(time)
                && (!led(&["of"]) || before(&["as"])))
    {
        return (Some(start), None);
    }
    (Some(start), Some(end))
}

/// Whether "from" before `time` opens a stretch: it does before a day, not before a whole year ("from next year").
fn before_point(time: &TimeExpression) -> bool {
    time.start == time.end
}
