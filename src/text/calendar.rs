//! Dates written out in full, as datelines and letterheads have them.
//!
//! Only what needs no context: a month by name, and "August 20, 2024", "20 August 2024", "2024-08-20". Everything relative
//! belongs to the time stage of extraction.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of the month that `word` names, in full or by three or four letters, with or without a stop.
///
/// ```
/// assert_eq!(attache::text::month("Sept."), Some(9));
/// ```
pub fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let full = MONTHS.iter().position(|m| *m == word);
    let short = || MONTHS.iter().position(|m| m[..3] == word || (word == "sept" && *m == "september"));
    full.or_else(short).map(|at| at as i8 + 1)
}

/// The date in full with which `text` begins, and its length in bytes.
///
/// ```
/// # use attache::text::full_date;
/// let (date, len) = full_date("20 August 2024, Tokyo").unwrap();
/// assert_eq!((date.to_string().as_str(), len), ("2024-08-20", 14));
/// assert!(full_date("August 20").is_none());
/// ```
pub fn full_date(text: &str) -> Option<(Date, usize)> {
    let words: Vec<&str> = text.split_inclusive([' ', '\u{a0}', '\n']).take(3).collect();
    let first = words.first()?.trim();
    if first.len() >= 10
        && first.is_char_boundary(10)
        && let Ok(date) = first[..10].parse::<Date>()
    {
        return Some((date, 10));
    }
    let number = |word: &str| -> Option<i16> {
        let digits = word.trim_end_matches([',', '.', ';', ':', ')']);
        digits.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse().ok()
    };
    let (day, month, year) = match month(first) {
        Some(m) => (number(words.get(1)?.trim())?, m, number(words.get(2)?.trim())?),
        None => (
            number(first)?,
            month(words.get(1)?.trim().trim_end_matches(','))?,
            number(words.get(2)?.trim())?,
        ),
    };
    let tail = words[2].trim();
    let len = words[0].len() + words[1].len() + tail.trim_end_matches([',', '.', ';', ':', ')']).len();
    if !(1800..=2200).contains(&year) {
        return None;
    }
    Some((Date::new(year, month, i8::try_from(day).ok()?).ok()?, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_in_their_usual_orders() {
        for (text, want) in [
            ("August 20, 2024", Some("2024-08-20")),
            ("Aug. 20, 2024 (Agency)", Some("2024-08-20")),
            ("Sept 1, 2001.", Some("2001-09-01")),
            ("20 August 2024", Some("2024-08-20")),
            ("1st March 1961", Some("1961-03-01")),
            ("2024-08-20T10:00", Some("2024-08-20")),
            ("August 32, 2024", None),
            ("May be 2024", None),
            ("20 people 2024", None),
            ("é", None),
        ] {
            assert_eq!(full_date(text).map(|(d, _)| d.to_string()).as_deref(), want, "{text}");
        }
    }
}
