//! Any bytes go through the whole of attache without a panic: import, extraction, every export, and back.

use attache::export::{Format, Item, Standing, reading, render, verify};
use attache::extract::{Lexicon, extract};
use attache::import::{self, Options};
use proptest::prelude::*;
use std::sync::OnceLock;

fn through(bytes: &[u8]) -> Result<(), TestCaseError> {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let Ok(document) = import::read(bytes, Some("any.txt".as_ref()), &Options::default()) else {
        return Ok(());
    };
    let points = extract(&document, LEXICON.get_or_init(Lexicon::standard));
    let item = Item { document: &document, points: &points, highlights: &[] };
    for format in Format::ALL {
        let first = render(*format, &[item]);
        prop_assert_eq!(&first, &render(*format, &[item]), "{} is the same each time", format.name());
        let json = matches!(format, Format::Json | Format::Jsonl | Format::WebAnnotation);
        let safe = |c: char| matches!(c, '\n' | '\r') || !c.is_control();
        prop_assert!(first.text.chars().all(safe), "{} holds control characters", format.name());
        if json {
            let checked = verify(&first.text, &document).expect("an export of ours");
            prop_assert!(checked.iter().all(|c| c.standing == Standing::InPlace), "{:?}", checked);
        }
    }
    prop_assert!(reading(&item, true).chars().all(|c| c == '\n' || !c.is_control()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

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
