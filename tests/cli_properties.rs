//! Any bytes go through the whole of attache without a panic: import, extraction, every export, and back.

use attache::base::Span;
use attache::export::{
    Format, Highlight, Item, PointKind, Standing, points, reading, render, render_template, verify,
};
use attache::extract::{Lexicon, extract};
use attache::import::{self, Options};
use calcard::icalendar::ICalendar;
use proptest::prelude::*;
use std::sync::OnceLock;

fn through(bytes: &[u8]) -> Result<(), TestCaseError> {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let Ok(document) = import::read(bytes, Some("any.txt".as_ref()), &Options::default()) else {
        return Ok(());
    };
    let found = extract(&document, LEXICON.get_or_init(Lexicon::standard));
    // A highlight on the first block, with a note that holds whatever the text does.
    let first = document.blocks.first().map(|b| b.span).filter(|s| !s.is_empty());
    let note = document.text.chars().take(80).collect::<String>();
    let tags = vec![note.chars().take(9).collect(), "to do".into()];
    let highlight = |span: Span| Highlight { span, colour: Some("1".into()), note: Some(note), tags };
    let highlights: Vec<Highlight> = first.map(highlight).into_iter().collect();
    let item = Item { document: &document, points: &found, highlights: &highlights };
    for format in Format::ALL {
        let first = render(*format, &[item]);
        prop_assert_eq!(&first, &render(*format, &[item]), "{} is the same each time", format.name());
        let json = matches!(format, Format::Json | Format::Jsonl | Format::WebAnnotation);
        let safe = |c: char| matches!(c, '\n' | '\r') || !c.is_control();
        prop_assert!(first.text.chars().all(safe), "{} holds control characters", format.name());
        if *format == Format::Ics {
            let events = points(&item).iter().filter(|p| p.sort == PointKind::Meeting).count();
            let calendar = ICalendar::parse(&first.text).expect("a calendar that others read");
            let written =
                calendar.components.iter().filter(|c| c.component_type.as_str() == "VEVENT").count();
            prop_assert!(written <= events, "{written} events of {events} meetings");
            prop_assert!(first.text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
        }
        if matches!(format, Format::Csv | Format::Readwise) {
            let rows: Result<Vec<_>, _> =
                csv::Reader::from_reader(first.text.as_bytes()).into_records().collect();
            let rows = rows.expect("a table that others read");
            prop_assert_eq!(rows.len(), points(&item).len());
            let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert!(rows.iter().flatten().all(|cell| !formula(cell)), "{}", first.text);
        }
        if json {
            let checked = verify(&first.text, &document).expect("an export of ours");
            prop_assert!(checked.iter().all(|c| c.standing == Standing::InPlace), "{:?}", checked);
        }
    }
    prop_assert!(reading(&item, true).chars().all(|c| c == '\n' || !c.is_control()));
    let mine = "{% for p in points %}{{ p.kind }} {{ p.quote }} {{ p.paragraph }} {{ p.tags | join(' ') }}\n{% endfor %}";
    prop_assert!(render_template("mine.txt", mine, &[item]).is_ok());
    Ok(())
}

#[test]
fn names_with_control_characters_are_shown_safely() {
    let text = "Foreign Minister -  \u{1b}[31m Foreign Minister agreed to Foreign Minister";
    through(text.as_bytes()).expect("all well");
}

#[test]
fn a_calendar_with_letters_of_several_bytes_is_folded() {
    let text = "Jos\u{e9} O\u{2019}Neill will meet by 2026 Norway will send two ships. will meet - ";
    through(text.as_bytes()).expect("all well");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        through(&bytes)?;
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        through(text.as_bytes())?;
    }

    #[test]
    fn words_as_in_briefings(words in proptest::collection::vec(prop_oneof![
        Just("Foreign Minister"), Just("Jos\u{e9} O\u{2019}Neill"), Just("will meet"), Just("agreed to"), Just("in Bern"),
        Just("on 3 May 2025."), Just("\n\n"), Just("\u{1b}[31m"), Just("\u{202e}"), Just("=cmd()"), Just("- "), Just("日本"),
        Just("Japan"), Just("pledged"), Just("by 2026"), Just("\""), Just("<b>"), Just("| a |"), Just("Norway will send two ships."),
    ], 0..60)) {
        through(words.join(" ").as_bytes())?;
    }
}
