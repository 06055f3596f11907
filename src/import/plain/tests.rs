//! What texts of many shapes fall into.

use super::*;
use proptest::prelude::*;

fn shown(text: &str) -> Vec<(&'static str, String)> {
    blocks(text).iter().map(|b| (b.kind.name(), b.span.of(text).replace('\n', "/"))).collect()
}

fn check(text: &str, want: &[(&str, &str)]) {
    let got = shown(text);
    let got: Vec<(&str, &str)> = got.iter().map(|(k, t)| (*k, t.as_str())).collect();
    assert_eq!(got, want);
}

#[test]
fn wrapped_lines_join_and_paragraph_lines_do_not() {
    check(
        "The ministers of both countries met in the capital on Monday, and they\nagreed to meet again before the year is out, the host said in a short\nstatement.\n",
        &[(
            "paragraph",
            "The ministers of both countries met in the capital on Monday, and they/agreed to meet again before the year is out, the host said in a short/statement.",
        )],
    );
    check(
        "The ministers met on Monday.\nThey agreed to meet again before the year is out, and that was all that they said about it.\n",
        &[
            ("paragraph", "The ministers met on Monday."),
            (
                "paragraph",
                "They agreed to meet again before the year is out, and that was all that they said about it.",
            ),
        ],
    );
}

#[test]
fn bullets_and_numbers_open_items() {
    check(
        "They agreed:\n• to meet\n- to talk\n1. to write\n(a) to call\n(iv) to visit\n1945 was the year.\n",
        &[
            ("paragraph", "They agreed:"),
            ("list-item", "to meet"),
            ("list-item", "to talk"),
            ("list-item", "to write"),
            ("list-item", "to call"),
            ("list-item", "to visit"),
            ("paragraph", "1945 was the year."),
        ],
    );
}

#[test]
fn titles_headings_furniture_and_signatures() {
    check(
        "Site icon GAZETTE\n\nMinisters meet in Delhi\n\nIt was a long day for all of them, as everybody could see on their faces.\n\nWhat comes next\n\nThey will meet again in Tokyo when the cherries are in bloom, they said.\n\nANNA B. CRUZ<br/>\nPanel Chair\n\nExit mobile version",
        &[
            ("boilerplate", "Site icon GAZETTE"),
            ("title", "Ministers meet in Delhi"),
            ("paragraph", "It was a long day for all of them, as everybody could see on their faces."),
            ("heading", "What comes next"),
            ("paragraph", "They will meet again in Tokyo when the cherries are in bloom, they said."),
            ("paragraph", "ANNA B. CRUZ"),
            ("paragraph", "Panel Chair"),
            ("boilerplate", "Exit mobile version"),
        ],
    );
}

#[test]
fn a_sentence_cut_by_an_empty_line_is_mended() {
    check(
        "The mission is headed by Mr. Peter Cargill, Vice-\n\nPresident of the Bank for Asia and the Middle East, who\n\nwill stay ten days.",
        &[(
            "paragraph",
            "The mission is headed by Mr. Peter Cargill, Vice-//President of the Bank for Asia and the Middle East, who//will stay ten days.",
        )],
    );
}

proptest! {
    #[test]
    fn blocks_lie_in_order_and_leave_only_space_and_markers_out(text in "[a-zA-Z.,•>|()0-9 \n\t-]{0,300}") {
        let mut at = 0;
        for block in blocks(&text) {
            prop_assert!(block.marker.start >= at && block.span.start >= block.marker.end);
            prop_assert!(!block.span.is_empty() || !block.marker.is_empty());
            prop_assert!(text[at..block.marker.start].chars().all(|c| c.is_whitespace() || c == '>'));
            at = block.span.end;
        }
        prop_assert!(text[at..].trim().is_empty());
    }
}
