//! Expressions of time, found and resolved against the document's date.
//!
//! A grammar over tokens: at each token the readings are tried, and the longest wins. What the words leave open (a weekday,
//! a date without a year) is settled by the tense of the clause and the document's date; without that date it stays open.
//! The clock of the machine is never asked. Values are those of TIMEX3 (ISO 8601 with its extensions); how periods are cut
//! is the annotation guide's.

mod anchored;
mod bound;
mod clock;
mod cursor;
mod date;
mod found;
mod length;
mod part;
mod period;
mod relative;
mod signs;
mod tense;
#[cfg(test)]
mod tests;
mod year;

use jiff::civil::Date;

use super::{Analysis, TimeExpression, TimeKind};
use cursor::Cursor;
use found::Found;

pub use bound::when;

/// Every expression of time in the text, in order; they do not overlap.
pub fn find(analysis: &Analysis) -> Vec<TimeExpression> {
    let today = analysis.document.metadata.published;
    let signs = signs::of(analysis);
    let mut out = Vec::new();
    let mut anchor: Option<(usize, Date)> = None;
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        let range = sentence.tokens.clone();
        let mut cursor =
            Cursor { a: analysis, start: range.start, end: range.end, today, anchor: None, signs: &signs };
        let mut at = range.start;
        while at < range.end {
            if !signs::may_begin(&signs, at) {
                at += 1;
                continue;
            }
            cursor.anchor = anchor.filter(|(told, _)| number - told <= REMEMBERED).map(|(_, day)| day);
            match best(&cursor, at) {
                Some(found) if found.end > at && is_in_address(&cursor, at) => at = found.end,
                Some(found) if found.end > at => {
                    let time = expression(&cursor, at, &found);
                    anchor = anchors(&time, today).map(|day| (number, day)).or(anchor);
                    out.push(time);
                    at = found.end;
                }
                _ => at += 1,
            }
        }
    }
    out
}

/// For how many sentences "the same day" still means the day told last.
const REMEMBERED: usize = 3;

/// The day that `time` sets for "the same day" and "two years later" behind it.
fn anchors(time: &TimeExpression, today: Option<Date>) -> Option<Date> {
    let told = matches!(time.kind, TimeKind::Date | TimeKind::Time) && time.start.is_some();
    // "now" and "this year" do not take the story elsewhere.
    let here = time.relative && time.start <= today && today <= time.end && time.start != time.end;
    time.start.filter(|_| told && !here && !time.value.ends_with("_REF"))
}

/// How far back, in bytes, the begin of a web address is looked for.
const ADDRESS: usize = 300;

/// Whether the token at `at` stands within a web address or a file's name, where "2023/11/17" dates nothing.
fn is_in_address(c: &Cursor, at: usize) -> bool {
    let token = c.a.tokens[at];
    if !token.glued || at == c.start || c.is(at - 1, &["(", "[", "\"", "“", "—", "–"]) {
        return false;
    }
    let text = &c.a.document.text.as_bytes()[..token.span.start];
    let word = text.iter().rev().take(ADDRESS).take_while(|b| !b.is_ascii_whitespace()).count();
    let word = &text[text.len() - word..];
    word.iter().any(|b| matches!(b, b'_' | b'=' | b'@' | b'%'))
        || word.windows(3).any(|w| w == b"://" || w == b"www")
}

/// The longest reading at `at`; the earlier of equals.
fn best(c: &Cursor, at: usize) -> Option<Found> {
    let readings: [fn(&Cursor, usize) -> Option<Found>; 10] = [
        anchored::anchored,
        clock::moment,
        date::date,
        part::part,
        relative::relative,
        |c, at| part::shifted(c, c.article(at)),
        |c, at| year::season(c, c.article(at)).or_else(|| year::decade(c, c.article(at))),
        |c, at| year::year(c, at, false),
        length::set,
        |c, at| length::reference(c, at).or_else(|| length::length(c, at)),
    ];
    let mut best: Option<Found> = None;
    for reading in readings {
        if let Some(found) = reading(c, at).filter(|f| f.end <= c.end)
            && best.as_ref().is_none_or(|b| found.end > b.end)
        {
            best = Some(found);
        }
    }
    best
}

/// The expression without the preposition that the grammar may have needed.
fn expression(c: &Cursor, at: usize, found: &Found) -> TimeExpression {
    let led = c.is(at, &["in", "within"]) && found.kind != TimeKind::Set;
    let first = if led { at + 1 } else { at };
    TimeExpression {
        span: c.a.span(first..found.end),
        kind: found.kind,
        value: found.value.clone(),
        start: found.days.map(|(start, _)| start),
        end: found.days.map(|(_, end)| end),
        relative: found.relative,
    }
}
