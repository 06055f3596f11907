//! Passages, with who takes part and who is only heard or talked about.

use super::super::{Involvement, Lexicon, extract};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document};

/// `Name +` for those who take part, `Name -` for the others.
fn told(text: &str) -> Vec<String> {
    let blocks = vec![Block::new(BlockKind::Paragraph, Span::new(0, text.len()))];
    let document = Document { text: text.to_owned(), blocks, ..Document::default() };
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
fn a_seat_does_not_keep_anybody_from_a_meeting() {
    let found = told(
        "Senator Carla Vega met Chilean Foreign Minister Luis Rojas in Lima, and said the visit went well.",
    );
    assert_eq!(found, ["Carla Vega +", "Luis Rojas +"]);
}
