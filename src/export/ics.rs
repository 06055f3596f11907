//! A calendar (RFC 5545) of the meetings to come.
//!
//! Events are tentative and leave the day free: a briefing announces, it does not invite. What has no date becomes no
//! event and is told. Nothing depends on the hour of the export, so that the same briefing gives the same calendar and a
//! second import replaces the first.

use std::collections::HashMap;

use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::{Item, Rendered, command, title};
use crate::document::Document;
use crate::extract::{Meeting, Status};
use crate::text::visible;

/// A calendar with an event for each upcoming meeting that has a date.
pub(super) fn render(items: &[Item<'_>]) -> Rendered {
    let mut calendar = Calendar::empty();
    let head = [("VERSION", "2.0"), ("PRODID", "-//attache//attache//EN"), ("CALSCALE", "GREGORIAN")];
    for property in head {
        calendar.append_property(property);
    }
    let mut remarks = Vec::new();
    // Meetings of one name are counted over all briefings: two files may bear the same name and headline.
    let mut seen = HashMap::new();
    for item in items {
        let briefing = format!("{}\n{}", item.document.id, title(item.document));
        for meeting in item.points.meetings.iter().filter(|m| m.status == Status::Upcoming) {
            let nth = seen.entry(format!("{briefing}\n{}", meeting.name)).or_insert(0_usize);
            *nth += 1;
            match meeting.when.as_ref().and_then(|w| days(w.start, w.end)) {
                Some(days) => drop(calendar.push(event(item.document, meeting, days, *nth))),
                None => remarks.push(format!(
                    "{}: no date stated for “{}”; it is not in the calendar",
                    item.document.id,
                    visible(&meeting.name)
                )),
            }
        }
    }
    Rendered { text: folded(&calendar.to_string()), remarks }
}

/// The longest line, in bytes without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// `text` with its lines folded anew. The library counts the space before a continued line only sometimes, so that lines
/// with characters of several bytes come out too long.
fn folded(text: &str) -> String {
    let whole = text.replace("\r\n ", "");
    let mut out = String::with_capacity(text.len() + 64);
    for line in whole.split_inclusive("\r\n") {
        let mut room = LONGEST_LINE;
        for c in line.trim_end_matches("\r\n").chars() {
            if c.len_utf8() > room {
                out.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            out.push(c);
            room -= c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

/// First day, and the day after the last.
fn days(start: Option<Date>, end: Option<Date>) -> Option<(Date, Date)> {
    let start = start?;
    Some((start, end.unwrap_or(start).max(start).tomorrow().ok()?))
}

fn event(document: &Document, meeting: &Meeting, (start, end): (Date, Date), nth: usize) -> Event {
    let mut event = Event::new();
    let day = |d: Date| d.strftime("%Y%m%d").to_string();
    event.uid(&uid(document, meeting, nth));
    // The calendar asks when the event was written; the briefing's own date is the only one that does not change.
    let stamp = document.metadata.published.unwrap_or(start);
    event.add_property("DTSTAMP", format!("{}T000000Z", day(stamp)));
    for (name, value) in [("DTSTART", start), ("DTEND", end)] {
        event.append_property(
            icalendar::Property::new(name, day(value)).add_parameter("VALUE", "DATE").done(),
        );
    }
    event.summary(&visible(&meeting.name));
    event.status(EventStatus::Tentative);
    event.add_property("TRANSP", "TRANSPARENT");
    if let Some(place) = &meeting.place {
        event.location(&visible(place));
    }
    event.description(&describe(document, meeting));
    event.done()
}

/// Quote, who, the words of the date, the way back.
fn describe(document: &Document, meeting: &Meeting) -> String {
    let block = document.block_at(meeting.evidence.span.start);
    let paragraph = block.and_then(|b| document.paragraph_number(b));
    let mark = paragraph.map(|n| format!(" ¶{n}")).unwrap_or_default();
    let mut lines = vec![format!("“{}”{mark}", visible(document.slice(meeting.evidence.sentence)))];
    if let Some(when) = &meeting.when {
        lines.push(format!("When: {}", visible(&when.text)));
    }
    if !meeting.with.is_empty() {
        lines.push(format!("With: {}", visible(&meeting.with.join(", "))));
    }
    lines.extend(command(document, paragraph));
    lines.join("\n")
}

/// The same for the same meeting of the same briefing, whatever its date becomes.
fn uid(document: &Document, meeting: &Meeting, nth: usize) -> String {
    let digest = Sha256::digest(format!("{}\n{}\n{}\n{nth}", document.id, title(document), meeting.name));
    let hex: Vec<String> = digest.iter().take(16).map(|b| format!("{b:02x}")).collect();
    format!("{}@attache", hex.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};
    use calcard::icalendar::{ICalendar, ICalendarProperty as P};

    /// The value of `name` in the only event, as an independent parser reads it.
    fn read_back(text: &str) -> impl Fn(P) -> String {
        let calendar = ICalendar::parse(text).expect("a calendar");
        let event = calendar.components.iter().find(|c| c.component_type.as_str() == "VEVENT").cloned();
        let event = event.expect("an event");
        move |name| {
            let entry = event.entries.iter().find(|e| e.name == name).expect("the property");
            format!("{:?}", entry.values)
        }
    }

    #[test]
    fn an_independent_parser_reads_the_calendar() {
        let rendered = with_item(&sample(), |item| render(&[item]));
        let value = read_back(&rendered.text);
        assert!(value(P::Summary).contains("meeting of =the= northern ministers"));
        assert!(value(P::Location).contains("Bergen"));
        assert!(value(P::Status).contains("Tentative"), "{}", value(P::Status));
        let raw = |line: &str| assert!(rendered.text.contains(&format!("\r\n{line}\r\n")), "{line}");
        raw("DTSTART;VALUE=DATE:20250303");
        raw("DTEND;VALUE=DATE:20250305");
        raw("DTSTAMP:20250110T000000Z");
        assert_eq!(rendered.text.matches("BEGIN:VEVENT").count(), 1);
        for once in ["PRODID:", "VERSION:2.0", "CALSCALE:", "METHOD:"] {
            let wanted = usize::from(once != "METHOD:");
            assert_eq!(rendered.text.matches(&format!("\r\n{once}")).count(), wanted, "{once}");
        }
        assert_eq!(
            rendered.remarks,
            ["my talks: no date stated for “meeting of =the= northern ministers”; it is not in the calendar"]
        );
    }

    #[test]
    fn lines_are_folded_and_end_as_the_standard_says() {
        let mut sample = sample();
        sample.points.meetings[0].name = "Čtyřicáté zasedání, výboru; ".repeat(12);
        let rendered = with_item(&sample, |item| render(&[item]));
        assert!(rendered.text.split("\r\n").all(|l| l.len() <= 75 && !l.contains('\n')), "{}", rendered.text);
        let value = read_back(&rendered.text);
        assert_eq!(
            value(P::Summary).matches("Čtyřicáté zasedání, výboru; ").count(),
            12,
            "{}",
            value(P::Summary)
        );
        let again = with_item(&sample, |item| render(&[item]));
        assert_eq!(rendered, again);
    }

    #[test]
    fn no_two_events_share_a_name() {
        let two = with_item(&sample(), |item| render(&[item, item]));
        let names: Vec<&str> = two.text.lines().filter(|l| l.starts_with("UID:")).collect();
        assert!(names.len() == 2 && names[0] != names[1], "{names:?}");
        let one = with_item(&sample(), |item| render(&[item]));
        assert!(one.text.contains(names[0]), "the first keeps its name whatever else is exported");
    }

    #[test]
    fn no_line_is_longer_than_the_standard_allows() {
        for n in 0..90 {
            let mut sample = sample();
            sample.points.meetings[0].name = format!("{}{}", "x".repeat(n), "José O’Neill, 日本 ".repeat(9));
            let text = with_item(&sample, |item| render(&[item])).text;
            let longest = text.split("\r\n").map(str::len).max();
            assert!(longest <= Some(LONGEST_LINE), "{longest:?} in {text}");
            let summary = text.replace("\r\n ", "");
            assert!(summary.contains(&format!("SUMMARY:{}José O’Neill\\, 日本", "x".repeat(n))), "{summary}");
        }
    }

    #[test]
    fn days_end_with_the_day_after() {
        let day = |d| jiff::civil::date(2025, 12, d);
        assert_eq!(days(Some(day(31)), None), Some((day(31), jiff::civil::date(2026, 1, 1))));
        assert_eq!(days(Some(day(30)), Some(day(31))), Some((day(30), jiff::civil::date(2026, 1, 1))));
        assert_eq!(days(None, Some(day(1))), None);
    }
}
