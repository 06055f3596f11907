//! Datelines and letterheads: where and when a text was written, as its head states it.
//!
//! Nothing is guessed: a dateline without a year gives a place but no date, and a word in capitals before a colon is a
//! place only where no transcript speaks.

use jiff::civil::Date;

use super::furniture;
use crate::text::{full_date, month};

/// What a dateline or letterhead states.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Dateline {
    /// The place, as the text has it.
    pub place: Option<String>,
    /// The date, if it stands there with its year.
    pub date: Option<Date>,
    /// The agency in brackets.
    pub publisher: Option<String>,
}

/// Longest dateline, in characters.
const LONGEST: usize = 110;

/// What closes a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    Dash,
    Bracket,
    Colon,
}

/// The dateline at the head of a paragraph: `MANILA, July 8 (Agency) - …`, `New Delhi, Feb 19 (Wire) …`, `KYIV: …`.
pub(super) fn dateline(text: &str) -> Option<Dateline> {
    let head = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
    let (end, close) = close_of(head)?;
    if close == Close::Colon && !head[end + 1..].trim_start_matches(' ').contains(' ')
        || head[end..].starts_with(":  ")
    {
        // A label with a word or a column after it, not the beginning of a story.
        return None;
    }
    let mut line = Dateline::default();
    let mut rest = head[..end].trim();
    if let Some(open) = rest.find('(').or_else(|| rest.find(" /").map(|at| at + 1)) {
        let inside = rest[open + 1..].split([')', '/']).next().unwrap_or("").trim();
        line.publisher = (!inside.is_empty() && inside.len() <= 40).then(|| inside.to_owned());
        rest = rest[..open].trim();
    }
    let (name, dated) = place_and_date(rest, &mut line);
    let sure = is_place(&name, close, dated, line.publisher.is_some());
    sure.then_some(Dateline { place: Some(name), ..line })
}

/// Splits `rest` into the place and whether a day follows it; the date goes into `line` when it is complete.
fn place_and_date(rest: &str, line: &mut Dateline) -> (String, bool) {
    let mut place: Vec<&str> = Vec::new();
    let mut at = 0;
    for part in rest.split_inclusive(", ").flat_map(|p| p.split_inclusive(". ")) {
        let words = part.trim().trim_end_matches(',');
        let words = if words.matches('.').count() == 1 { words.trim_end_matches('.') } else { words };
        let first = words.split_whitespace().next().unwrap_or("");
        if month(first).is_some() || first.starts_with(|c: char| c.is_ascii_digit()) || is_weekday(first) {
            let mut tail = rest[at..].trim_start();
            if is_weekday(first) {
                tail = tail.split_once([',', ' ']).map_or("", |t| t.1).trim_start();
            }
            line.date = full_date(tail).map(|(date, _)| date);
            return (place.join(", "), true);
        }
        place.push(words);
        at += part.len();
    }
    (place.join(", "), false)
}

/// Whether `name` before `close` can only be the place of a dateline.
fn is_place(name: &str, close: Close, dated: bool, agency: bool) -> bool {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
    if letters(name) < 2
        || name.len() > 48
        || name.split_whitespace().count() > 6
        || name.contains(['"', '“', '?', '!'])
    {
        return false;
    }
    let capitals = |s: &str| letters(s) > 2 && !s.contains(char::is_lowercase);
    let named = name
        .split(['/', ' '])
        .all(|w| w.starts_with(|c: char| c.is_uppercase()) || matches!(w, "de" | "of" | "the"));
    let first = name.split(", ").next().unwrap_or(name);
    match close {
        Close::Dash => (capitals(first) && named && !is_label(first)) || (named && (dated || agency)),
        Close::Bracket => named && (dated || capitals(first)),
        Close::Colon => capitals(name) && !is_label(name) && !name.contains(['.', '(', '/']),
    }
}

/// Capital words before a dash or colon that are no places: labels of pages, speakers in transcripts.
fn is_label(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or(name).trim_end_matches('.');
    furniture::is_label(first)
}

/// Where the dash, closing bracket or colon that ends a dateline stands.
fn close_of(head: &str) -> Option<(usize, Close)> {
    let dashes = [" - ", " – ", " — ", " -- ", "—", ". - ", " _ "];
    let dash = dashes.iter().filter_map(|d| head.find(d)).min().map(|at| (at, Close::Dash));
    let colon = head.find(": ").map(|at| (at, Close::Colon));
    let bracket = [") ", "/. "].iter().filter_map(|b| head.find(b)).min().map(|at| (at + 1, Close::Bracket));
    let first = [dash, colon, bracket].into_iter().flatten().min_by_key(|(at, _)| *at)?;
    // "(Agency) - " closes with the dash.
    match (first, dash) {
        ((at, Close::Bracket), Some((later, _))) if later <= at + 2 => Some((later, Close::Dash)),
        _ => Some(first),
    }
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    word.get(..3).is_some_and(|head| DAYS.contains(&head.to_ascii_lowercase().as_str()))
        && (word.trim_end_matches([',', '.']).len() <= 4
            || word.trim_end_matches([',', '.']).ends_with("day"))
}

/// The place and date of a line that is a date and little else: "August 20, 2024", "For Immediate Release: 20 August
/// 2024", "Washington, D.C., February 13, 2025", "By our reporter | Published 11 November 2023".
pub(super) fn letterhead(text: &str) -> Option<Dateline> {
    if text.len() > 120 || text.ends_with('.') {
        return None;
    }
    let mut starts =
        std::iter::once(0).chain(text.match_indices([' ', '\n', '(', '/']).map(|(at, _)| at + 1));
    let (at, (date, len)) = starts.find_map(|at| Some((at, full_date(&text[at..])?)))?;
    let before = text[..at].trim_end_matches([' ', '\n', '(', '/', ',', '|', ':', '-', '–', '—']);
    let after = &text[at + len..];
    let small =
        |w: &str| is_stamp(w) || is_weekday(w) || month(w).is_some() || !w.contains(char::is_alphabetic);
    let published = ["Published ", "Posted ", "Updated "].iter().any(|p| text.starts_with(p));
    let stamped = (published && before.split_whitespace().count() <= 8)
        || before.split_whitespace().next_back().is_some_and(is_stamp);
    let rest: Vec<&str> = before.split_whitespace().filter(|w| !small(w)).collect();
    let bare = after.split_whitespace().all(small)
        && rest.len() <= 4
        && rest.iter().all(|w| w.starts_with(|c: char| c.is_uppercase()));
    if !(stamped || bare) {
        return None;
    }
    let named = !rest.is_empty()
        && rest.len() == before.split_whitespace().count()
        && text[..at].trim_end().ends_with(',');
    Some(Dateline { date: Some(date), place: named.then(|| before.to_owned()), publisher: None })
}

/// Words of time stamps and letterheads.
fn is_stamp(word: &str) -> bool {
    const STAMPS: &[&str] = &[
        "am",
        "at",
        "bst",
        "cest",
        "cet",
        "date",
        "dated",
        "edt",
        "est",
        "et",
        "first",
        "for",
        "gmt",
        "hrs",
        "immediate",
        "issued",
        "ist",
        "jst",
        "last",
        "on",
        "pm",
        "posted",
        "press",
        "published",
        "release",
        "statement",
        "updated",
        "utc",
    ];
    let word: String = word.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_ascii_lowercase();
    STAMPS.binary_search(&word.as_str()).is_ok()
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
            ("KINGSTON, Jamaica – Haiti's Prime Minister", Some("KINGSTON, Jamaica"), None, None),
            ("Brussels (Northern Wire) - Ministers", Some("Brussels"), None, Some("Northern Wire")),
            ("RIO DE JANEIRO, July 26 (Agency) - Finance", Some("RIO DE JANEIRO"), None, Some("Agency")),
            ("THE HAGUE (Wire) - The court", Some("THE HAGUE"), None, Some("Wire")),
            ("KEY WEST — Two", Some("KEY WEST"), None, None),
            ("ISLAMABAD/KABUL — Two", Some("ISLAMABAD/KABUL"), None, None),
            ("MOSCOW, August 20. /NORD/. The President", Some("MOSCOW"), None, Some("NORD")),
            ("TOKYO, Monday, 5 May 1958 - The", Some("TOKYO"), Some("1958-05-05"), None),
            ("The talks - the first since May - went well", None, None, None),
            ("The Japan Agency (JICA) will continue", None, None, None),
            ("Late afternoon - The two men", None, None, None),
            ("He said: we agree", None, None, None),
            ("MR KIRBY: Thanks, everybody.", None, None, None),
            ("FOR THE GOVERNMENT:            FOR THE FRONT:", None, None, None),
            ("OSLO: Norway", None, None, None),
            ("WRAPUP 2 - The talks end", None, None, None),
            ("QUESTION: Did you discuss it?", None, None, None),
            ("UPDATE - The talks have ended", None, None, None),
            ("Three things happened: rain", None, None, None),
            ("9:30 a.m. - Kim steps", None, None, None),
        ] {
            let got = dateline(text).unwrap_or_default();
            assert_eq!(got.place.as_deref(), place, "{text}");
            assert_eq!(got.date.map(|d| d.to_string()).as_deref(), date, "{text}");
            assert_eq!(got.publisher.as_deref(), publisher, "{text}");
        }
    }

    #[test]
    fn letterheads_state_a_date_and_prose_does_not() {
        for (text, date, place) in [
            ("For Immediate Release\nAugust 20, 2024", Some("2024-08-20"), None),
            ("For Immediate Release / August 20, 2024", Some("2024-08-20"), None),
            ("Updated 10:42 IST, 6 December 2024", Some("2024-12-06"), None),
            ("Washington, D.C., February 13, 2025", Some("2025-02-13"), Some("Washington, D.C.")),
            ("By our reporter in Oslo | Published 11 November 2023", Some("2023-11-11"), None),
            ("Monday, 5 May 2025", Some("2025-05-05"), None),
            ("Published in The Post, August 20th, 2024", Some("2024-08-20"), None),
            ("12 Sep. 2024 - | Last updated: 13 Sep. 2024 09:10", Some("2024-09-12"), None),
            ("(August 20, 2024)", Some("2024-08-20"), None),
            ("They met on August 20, 2024.", None, None),
            ("11 November 2023.", None, None),
            ("September 11, 2001 Commission Report", None, None),
            ("Remembering the fallen of May 8, 1945", None, None),
        ] {
            let got = letterhead(text).unwrap_or_default();
            assert_eq!(got.date.map(|d| d.to_string()).as_deref(), date, "{text}");
            assert_eq!(got.place.as_deref(), place, "{text}");
        }
    }
}
