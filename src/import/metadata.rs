//! Title, date, place and publisher from the text itself: headline, letterhead, dateline.
//!
//! Nothing is guessed. A dateline without a year gives a place but no date.

use jiff::civil::Date;

use crate::document::{BlockKind, Document};
use crate::text::{full_date, month};

/// How many blocks at the head of a document may hold a letterhead or dateline.
const HEAD: usize = 8;

/// Fills in what front matter did not state.
pub(super) fn complete(document: &mut Document) {
    if document.metadata.title.is_none() {
        let title = document.blocks.iter().find(|b| b.kind == BlockKind::Title);
        document.metadata.title = title.map(|b| one_line(document.slice(b.span)));
    }
    let mut found = Dateline::default();
    let head = document.blocks.iter().filter(|b| !b.kind.is_furniture()).take(HEAD);
    for block in head {
        let text = document.slice(block.span);
        match block.kind {
            BlockKind::Paragraph if found.place.is_none() => {
                if let Some(line) = dateline(text) {
                    found = Dateline { date: line.date.or(found.date), ..line };
                } else if found.date.is_none() {
                    found.date = letterhead_date(text);
                }
            }
            BlockKind::Heading | BlockKind::Title if found.date.is_none() => {
                found.date = letterhead_date(text);
            }
            _ => {}
        }
    }
    let metadata = &mut document.metadata;
    metadata.published = metadata.published.or(found.date);
    metadata.place = metadata.place.take().or(found.place);
    metadata.publisher = metadata.publisher.take().or(found.publisher);
    if metadata.language.is_none() && is_english(&document.text) {
        metadata.language = Some("en".into());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line that is a date and little else: "August 20, 2024", "For Immediate Release: 20 August 2024".
fn letterhead_date(text: &str) -> Option<Date> {
    if text.len() > 90 || text.ends_with(['.', '?']) {
        return None;
    }
    let starts = std::iter::once(0).chain(text.match_indices([' ', '\n']).map(|(at, _)| at + 1));
    starts.filter_map(|at| full_date(&text[at..])).map(|(date, _)| date).next()
}

#[derive(Debug, Default, PartialEq)]
struct Dateline {
    place: Option<String>,
    date: Option<Date>,
    publisher: Option<String>,
}

/// The dateline at the head of a paragraph: `MANILA, July 8 (Agency) - …`, `New Delhi, Feb 19 (PTI) …`, `KYIV: …`.
fn dateline(text: &str) -> Option<Dateline> {
    let head_end = text.char_indices().nth(110).map_or(text.len(), |(at, _)| at);
    let head = &text[..head_end];
    let (end, closed) = dash_at(head)?;
    let mut line = Dateline::default();
    let mut rest = head[..end].trim();
    if let Some(open) = rest.find('(') {
        let inside = rest[open + 1..].split(')').next().unwrap_or("");
        line.publisher = (!inside.is_empty() && inside.len() <= 40).then(|| inside.to_owned());
        rest = rest[..open].trim();
    }
    let mut place: Vec<&str> = Vec::new();
    let mut dated = false;
    let mut at = 0;
    for part in rest.split_inclusive(", ").flat_map(|p| p.split_inclusive(". ")) {
        let words = part.trim().trim_end_matches(',').trim_end_matches(". ");
        let words = if words.matches('.').count() == 1 { words.trim_end_matches('.') } else { words };
        let first = words.split_whitespace().next().unwrap_or("");
        if month(first).is_some() || first.starts_with(|c: char| c.is_ascii_digit()) || is_weekday(first) {
            let tail = rest[at..].trim_start();
            let tail = if is_weekday(first) {
                tail.split_once([',', ' ']).map_or("", |t| t.1).trim_start()
            } else {
                tail
            };
            line.date = full_date(tail).map(|(date, _)| date);
            dated = true;
            break;
        }
        place.push(words);
        at += part.len();
    }
    let name = place.join(", ");
    let capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let named = name.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase() || c == '/'));
    let sure = capitals || (named && (dated || line.publisher.is_some()) && closed);
    if name.is_empty()
        || name.len() > 48
        || !sure
        || !name.contains(char::is_alphabetic)
        || name.split_whitespace().count() > 6
    {
        return None;
    }
    line.place = Some(name);
    Some(line)
}

/// Where the dash, colon or closing bracket that ends a dateline stands, and whether it is more than a colon.
fn dash_at(head: &str) -> Option<(usize, bool)> {
    let dashes = [" - ", " – ", " — ", " -- ", "—", ". - ", " _ "];
    let dash = dashes.iter().filter_map(|d| head.find(d)).min();
    let colon = head.find(": ");
    let bracket = head.find(") ").map(|at| at + 1);
    match (dash, bracket, colon) {
        (Some(at), _, c) if c.is_none_or(|c| at < c) => Some((at, true)),
        (_, Some(at), c) if c.is_none_or(|c| at < c) => Some((at, true)),
        (_, _, Some(at)) => Some((at, false)),
        _ => None,
    }
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    word.get(..3).is_some_and(|head| DAYS.contains(&head.to_ascii_lowercase().as_str())) && word.len() <= 10
}

/// Whether the text as a whole reads as English: enough of its words are the commonest English ones.
fn is_english(text: &str) -> bool {
    const COMMON: [&str; 12] =
        ["the", "of", "and", "to", "in", "a", "that", "is", "for", "on", "with", "was"];
    let (mut words, mut common) = (0_usize, 0_usize);
    for word in text.split_whitespace().take(2000) {
        words += 1;
        common += usize::from(COMMON.iter().any(|c| word.eq_ignore_ascii_case(c)));
    }
    words >= 8 && common * 100 >= words * 12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_of_many_agencies() {
        for (text, place, date, publisher) in [
            ("MANILA, July 8 (Agency) - Japan and", Some("MANILA"), None, Some("Agency")),
            ("NEW DELHI, Aug. 20, 2024 (Wire) – The", Some("NEW DELHI"), Some("2024-08-20"), Some("Wire")),
            ("New Delhi, Feb 19 (BTI) External Affairs", Some("New Delhi"), None, Some("BTI")),
            ("NEW DELHI: Prime Minister", Some("NEW DELHI"), None, None),
            ("KYIV. Sept 12 (Dnipro Agency) - The", Some("KYIV"), None, Some("Dnipro Agency")),
            ("Washington, D.C., February 13, 2025 – The", Some("Washington, D.C."), Some("2025-02-13"), None),
            ("CAIRO, March 12. - The Egyptian", Some("CAIRO"), None, None),
            ("BEIJING, April 17 (Orient) -- Chinese", Some("BEIJING"), None, Some("Orient")),
            ("The talks - the first since May - went well", None, None, None),
            ("He said: we agree", None, None, None),
            ("Three things happened: rain", None, None, None),
        ] {
            let got = dateline(text).unwrap_or_default();
            assert_eq!(got.place.as_deref(), place, "{text}");
            assert_eq!(got.date.map(|d| d.to_string()).as_deref(), date, "{text}");
            assert_eq!(got.publisher.as_deref(), publisher, "{text}");
        }
    }

    #[test]
    fn letterheads() {
        assert!(letterhead_date("For Immediate Release\nAugust 20, 2024").is_some());
        assert!(letterhead_date("They met on August 20, 2024.").is_none());
    }
}
