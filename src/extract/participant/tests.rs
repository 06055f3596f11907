//! Passages, with who takes part and who is only heard or talked about.

use super::super::{Involvement, Lexicon, extract};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document, Metadata};

/// `Name +` for those who take part, `Name -` for the others.
fn told(text: &str) -> Vec<String> {
    let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))];
    let published = Some(jiff::civil::date(2024, 5, 15));
    let metadata = Metadata { published, ..Metadata::default() };
    let document = Document { text: text.to_owned(), blocks, metadata, ..Document::default() };
    let sign = |i| if i == Involvement::Participant { '+' } else { '-' };
    let people = extract(&document, &Lexicon::standard()).participants;
    people.iter().map(|p| format!("{} {}", p.name, sign(p.involvement))).collect()
}

#[test]
fn those_who_comment_from_outside_are_only_mentioned() {
    let talks = "Peruvian Foreign Minister Ana Duarte met Chilean Foreign Minister Luis Rojas in Lima.";
    for (comment, name) in [
        ("The meeting was a waste of time, Senator Carla Vega said.", "Carla Vega -"),
        (
            "\"The talks came late,\" said Pablo Mora, an adjunct fellow at the Lima Institute.",
            "Pablo Mora -",
        ),
        ("Ana Luz told reporters the summit was a betrayal.", "Ana Luz -"),
    ] {
        let found = told(&format!("{talks} {comment}"));
        assert_eq!(found, ["Ana Duarte +", "Luis Rojas +", name], "{comment}");
    }
}

#[test]
fn what_is_called_off_or_long_gone_by_shows_nobody_taking_part() {
    let talks = "Peruvian Foreign Minister Ana Duarte met Chilean Foreign Minister Luis Rojas in Lima.";
    for (sentence, name) in [
        (
            "The palace said there were no plans for President Rosa Almeida to speak with them.",
            "Rosa Almeida -",
        ),
        ("Premier Jan Novak has put off all foreign trips because of the floods.", "Jan Novak -"),
        ("The text builds on the accord signed in 1995 by President Carl Lind.", "Carl Lind -"),
        ("On the Norwegian side were Deputy Minister Maria Holt.", "Maria Holt +"),
    ] {
        let text = format!("{talks} {sentence}");
        let found = told(&text);
        assert_eq!(found, ["Ana Duarte +", "Luis Rojas +", name], "{sentence}");
    }
}

#[test]
fn a_seat_does_not_keep_anybody_from_a_meeting() {
    let found = told(
        "Senator Carla Vega met Chilean Foreign Minister Luis Rojas in Lima, and said the visit went well.",
    );
    assert_eq!(found, ["Carla Vega +", "Luis Rojas +"]);
}
