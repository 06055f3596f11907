//! The grammar of time, held to hand-made cases and to any order of its own words.

use jiff::civil::{Date, date};

use std::fmt::Write as _;
use std::sync::LazyLock;

use super::super::{Analysis, Lexicon, TimeExpression};
use super::{find, when};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document, Metadata};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::standard);

/// A document of one paragraph.
fn document(text: &str, today: Option<Date>) -> Document {
    let metadata = Metadata { published: today, ..Metadata::default() };
    let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))];
    Document { text: text.to_owned(), blocks, metadata, ..Document::default() }
}

/// `words | value | start..end` of each expression, seen from Tuesday 20 August 2024.
fn times(text: &str) -> Vec<String> {
    let document = document(text, Some(date(2024, 8, 20)));
    let analysis = Analysis::of(&document, &LEXICON);
    let day = |d: Option<Date>| d.map_or("-".to_owned(), |d| d.to_string());
    find(&analysis)
        .iter()
        .map(|t| format!("{} | {} | {}..{}", document.slice(t.span), t.value, day(t.start), day(t.end)))
        .collect()
}

/// What the first time of `text` states, with its preposition.
fn stated(text: &str) -> String {
    let document = document(text, Some(date(2024, 8, 20)));
    let analysis = Analysis::of(&document, &LEXICON);
    let times = find(&analysis);
    let day_told = |t: &&TimeExpression| t.start.is_some();
    let found = when(&analysis, times.iter().find(day_told).unwrap_or(&times[0]));
    let day = |d: Option<Date>| d.map_or("-".to_owned(), |d| d.to_string());
    format!("{} | {}..{}", found.text, day(found.start), day(found.end))
}

#[test]
fn days_and_their_ranges() {
    for (text, expected) in [
        (
            "They met on 18-19 November 2023.",
            "18-19 November 2023 | 2023-11-18/2023-11-19 | 2023-11-18..2023-11-19",
        ),
        (
            "They will meet on November 18-19.",
            "November 18-19 | 2024-11-18/2024-11-19 | 2024-11-18..2024-11-19",
        ),
        (
            "He will travel from 16 to 21 November.",
            "16 to 21 November | 2024-11-16/2024-11-21 | 2024-11-16..2024-11-21",
        ),
        (
            "She will stay from November 30 to December 2.",
            "November 30 to December 2 | 2024-11-30/2024-12-02 | 2024-11-30..2024-12-02",
        ),
        ("Talks were held on Monday, Aug. 19.", "Monday, Aug. 19 | 2024-08-19 | 2024-08-19..2024-08-19"),
        (
            "It was signed on the 3rd of May, 2021.",
            "the 3rd of May, 2021 | 2021-05-03 | 2021-05-03..2021-05-03",
        ),
        ("Signed 2024-07-01 in Rome.", "2024-07-01 | 2024-07-01 | 2024-07-01..2024-07-01"),
        (
            "They will gather on June 15 and 16.",
            "June 15 and 16 | 2025-06-15/2025-06-16 | 2025-06-15..2025-06-16",
        ),
        ("The round begins on January 12.", "January 12 | 2025-01-12 | 2025-01-12..2025-01-12"),
    ] {
        assert_eq!(times(text), [expected], "{text}");
    }
}

#[test]
fn tense_says_which_way_a_weekday_lies() {
    for (text, expected) in [
        ("They met on Thursday.", "Thursday | 2024-08-15 | 2024-08-15..2024-08-15"),
        ("They will meet on Thursday.", "Thursday | 2024-08-22 | 2024-08-22..2024-08-22"),
        ("They are to meet on Thursday.", "Thursday | 2024-08-22 | 2024-08-22..2024-08-22"),
        ("Talks will be held on Monday in Oslo.", "Monday | 2024-08-26 | 2024-08-26..2024-08-26"),
        ("The minister said on Monday that trade will grow.", "Monday | 2024-08-19 | 2024-08-19..2024-08-19"),
        ("They agreed to meet on Friday.", "Friday | 2024-08-23 | 2024-08-23..2024-08-23"),
        ("They agreed on Friday to meet.", "Friday | 2024-08-16 | 2024-08-16..2024-08-16"),
    ] {
        assert_eq!(times(text), [expected], "{text}");
    }
}

#[test]
fn parts_and_relatives() {
    for (text, expected) in [
        ("It will open later this month.", "later this month | 2024-08 | 2024-08-21..2024-08-31"),
        (
            "It will open in the third quarter of 2025.",
            "the third quarter of 2025 | 2025-Q3 | 2025-07-01..2025-09-30",
        ),
        (
            "It will open in the first half of next year.",
            "the first half of next year | 2025-H1 | 2025-01-01..2025-06-30",
        ),
        ("It will open in early 2026.", "early 2026 | 2026 | 2026-01-01..2026-04-30"),
        ("It will open in mid-December.", "mid-December | 2024-12 | 2024-12-11..2024-12-20"),
        (
            "It will open in the third week of July 2025.",
            "the third week of July 2025 | 2025-07 | 2025-07-15..2025-07-21",
        ),
        ("It opened last September.", "last September | 2023-09 | 2023-09-01..2023-09-30"),
        ("It will open in two weeks.", "two weeks | 2024-09-03 | 2024-09-03..2024-09-03"),
        ("It opened three years ago.", "three years ago | 2021 | 2021-01-01..2021-12-31"),
        ("It will open in the autumn.", "the autumn | 2024-FA | 2024-09-01..2024-11-30"),
        ("It opened last week.", "last week | 2024-W33 | 2024-08-12..2024-08-18"),
        ("It will run over the next ten years.", "the next ten years | P10Y | 2024-08-20..2034-08-20"),
        ("It opened in the 1990s.", "the 1990s | 199 | 1990-01-01..1999-12-31"),
        ("It will open soon.", "soon | FUTURE_REF | -..-"),
        ("A visit of three days.", "three days | P3D | -..-"),
    ] {
        assert_eq!(times(text), [expected], "{text}");
    }
}

#[test]
fn other_words_are_no_times() {
    for text in [
        "It may grow.",
        "They march on.",
        "He has 2000 troops.",
        "Theresa May spoke.",
        "It will spring open.",
        "The second point.",
    ] {
        assert_eq!(times(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn prepositions_bound_what_is_stated() {
    for (text, expected) in [
        ("They will leave by the end of 2026.", "by the end of 2026 | 2024-08-20..2026-12-31"),
        ("They will stop from September 1.", "from September 1 | 2024-09-01..-"),
        ("They will stay until the end of December 2026.", "until the end of December 2026 | -..2026-12-31"),
        ("They will act before October 1.", "before October 1 | 2024-08-20..2024-10-01"),
        (
            "He arrives on 2 September for a three-day visit.",
            "on 2 September for a three-day visit | 2024-09-02..2024-09-04",
        ),
        (
            "She will pay a four-day state visit to Norway from Monday.",
            "from Monday | 2024-08-26..2024-08-29",
        ),
        ("He ended a two-day visit on Monday.", "on Monday | 2024-08-19..2024-08-19"),
        ("The two-day summit, he said Monday, will be short.", "Monday | 2024-08-19..2024-08-19"),
        ("They will decide no later than 1 October.", "no later than 1 October | 2024-08-20..2024-10-01"),
        ("They will meet on Friday.", "on Friday | 2024-08-23..2024-08-23"),
    ] {
        assert_eq!(stated(text), expected, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_words_of_time_are_cut_at_boundaries(words in proptest::collection::vec(proptest::sample::select(vec![
        "in", "the", "early", "next", "last", "two", "9999", "0", "31", "weeks", "years", "ago", "century", "99999", "May", "30", "to", "-",
        "Monday", "half", "of", "first", "quarter", "2024", "1990s", "by", "end", "century", "é", "14:75", "p.m.", "fiscal", "later", "this",
    ]), 0..14)) {
        let text = words.join(" ");
        for today in [None, Some(date(2024, 8, 20)), Some(date(9999, 12, 31)), Some(date(-9999, 1, 1))] {
            let lexicon = &*LEXICON;
            let document = document(&text, today);
            let analysis = Analysis::of(&document, lexicon);
            let mut last = 0;
            for time in find(&analysis) {
                proptest::prop_assert!(time.span.start >= last && document.text.get(time.span.range()).is_some());
                proptest::prop_assert!(time.start <= time.end);
                let _ = when(&analysis, &time);
                last = time.span.end;
            }
        }
    }
}

/// A document of paragraphs.
fn paragraphs(text: &str, today: Option<Date>) -> Document {
    let mut blocks = Vec::new();
    let mut at = 0;
    for part in text.split("\n\n") {
        let span = Span::new(at, at + part.len());
        if !part.trim().is_empty() {
            blocks.push(Block::new(BlockKind::Paragraph, span));
        }
        at += part.len() + 2;
    }
    Document { blocks, ..document(text, today) }
}

#[test]
fn times_that_annotators_resolved_are_resolved_alike() {
    let gold = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/gold/dev.jsonl");
    let Ok(gold) = std::fs::read_to_string(gold) else {
        println!("skipped: no gold documents beside this checkout");
        return;
    };
    let (mut all, mut right, mut faults) = (0, 0, String::new());
    for line in gold.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("gold is JSON");
        let day = |v: &serde_json::Value| v.as_str().and_then(|d| d.parse::<Date>().ok());
        let text = row["text"].as_str().expect("a text");
        let document = paragraphs(text, day(&row["date"]));
        let analysis = Analysis::of(&document, &LEXICON);
        let found = find(&analysis);
        let list = |key: &str| row[key].as_array().cloned().unwrap_or_default();
        let told = list("meetings")
            .iter()
            .map(|m| m["when"].clone())
            .chain(list("commitments").iter().map(|c| c["deadline"].clone()))
            .filter(|w| w["text"].is_string())
            .collect::<Vec<_>>();
        for told in told {
            let words = told["text"].as_str().expect("words");
            let want = (day(&told["start"]), day(&told["end"]).or(day(&told["start"])));
            let places = text.match_indices(words).map(|(i, _)| Span::new(i, i + words.len()));
            let got: Vec<_> = places
                .flat_map(|p| found.iter().filter(move |t| t.span.overlaps(p)))
                .map(|t| when(&analysis, t))
                .collect();
            let hit = got.iter().any(|w| (w.start, w.end.or(w.start)) == want);
            all += 1;
            right += usize::from(hit);
            if !hit {
                let seen: Vec<_> = got.iter().map(|w| (&w.text, w.start, w.end)).collect();
                writeln!(faults, "{} {words:?} {want:?}: {seen:?}", row["id"]).expect("memory");
            }
        }
    }
    println!("{right} of {all} right\n{faults}");
    assert!(right * 100 >= all * 90, "{right} of {all} right\n{faults}");
}

#[test]
fn the_end_of_a_day_is_that_day() {
    for today in [None, Some(date(2024, 8, 20)), Some(date(9999, 12, 31)), Some(date(-9999, 1, 1))] {
        let document = document("end of May 30", today);
        let analysis = Analysis::of(&document, &LEXICON);
        for time in find(&analysis) {
            assert!(time.start <= time.end, "{today:?}: {:?} {:?}", time.start, time.end);
        }
    }
}
