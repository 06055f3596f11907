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
fn a_line_that_ends_in_an_initial_goes_on() {
    check(
        "The ministers of both countries met in the capital on Monday, and they\nagreed to call on the prime minister, Mr. H.D.\nDeve Nair, before the week was out, said Foreign\nMinister Dr. S.\nArun Mehta at noon.\n",
        &[(
            "paragraph",
            "The ministers of both countries met in the capital on Monday, and they/agreed to call on the prime minister, Mr. H.D./Deve Nair, before the week was out, said Foreign/Minister Dr. S./Arun Mehta at noon.",
        )],
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

#[test]
fn a_line_a_paragraph_stays_one() {
    check(
        "Talks end in Oslo\nThe ministers of both countries ended their talks in Oslo on Friday evening.\nThey had met for three days.\nWhat comes next\nThey will meet again in spring, and this time the defence ministers are to come as well, they said.\n",
        &[
            ("title", "Talks end in Oslo"),
            ("paragraph", "The ministers of both countries ended their talks in Oslo on Friday evening."),
            ("paragraph", "They had met for three days."),
            ("heading", "What comes next"),
            (
                "paragraph",
                "They will meet again in spring, and this time the defence ministers are to come as well, they said.",
            ),
        ],
    );
}

#[test]
fn links_and_spaces_at_line_ends_do_not_break_wrapped_paragraphs() {
    check(
        "Today the minister of trade spoke with her colleague and thanked him for\nthe\n[report](https://example.org/a/very/long/address/that/no/wrapping/could/ever/break/into/parts)\nthat his staff had written in the spring of the year, long before the  \ntalks began. They agreed that it should be read by everybody, and they\nsaid so.\n",
        &[(
            "paragraph",
            "Today the minister of trade spoke with her colleague and thanked him for/the/[report](https://example.org/a/very/long/address/that/no/wrapping/could/ever/break/into/parts)/that his staff had written in the spring of the year, long before the  /talks began. They agreed that it should be read by everybody, and they/said so.",
        )],
    );
}

#[test]
fn marks_of_markdown_in_a_text_are_left_out_at_the_ends() {
    check(
        "## Trade\n\nWe **will** meet.\n\n**<u>Next steps</u>**\n\n<div>\n*We go on.*\n</div>\n\n\\###\n",
        &[
            ("heading", "Trade"),
            ("paragraph", "We **will** meet."),
            ("heading", "Next steps"),
            ("paragraph", "We go on."),
            ("boilerplate", "\\###"),
        ],
    );
}

#[test]
fn letterhead_byline_and_repeated_headline() {
    check(
        "Ministers Meet in the…\n\nMinisters Meet in the Old Town Hall\n\nBy Anna Price and Otto Lund\n\nThe ministers met there.\n",
        &[
            ("heading", "Ministers Meet in the…"),
            ("title", "Ministers Meet in the Old Town Hall"),
            ("boilerplate", "By Anna Price and Otto Lund"),
            ("paragraph", "The ministers met there."),
        ],
    );
    check(
        "Office of the Spokesperson\n\nAnna Price, Foreign Secretary\n\nWe agree.\n",
        &[
            ("paragraph", "Office of the Spokesperson"),
            ("paragraph", "Anna Price, Foreign Secretary"),
            ("paragraph", "We agree."),
        ],
    );
}

#[test]
fn a_headline_may_stand_under_a_letterhead() {
    check(
        "FOR IMMEDIATE RELEASE\nAugust 20, 2024\n\nContact: Press Office\n\nReadout of the Call With Minister Kihara\n\nThe ministers spoke by phone today.\n",
        &[
            ("paragraph", "FOR IMMEDIATE RELEASE"),
            ("paragraph", "August 20, 2024"),
            ("boilerplate", "Contact: Press Office"),
            ("title", "Readout of the Call With Minister Kihara"),
            ("paragraph", "The ministers spoke by phone today."),
        ],
    );
}

#[test]
fn a_page_of_short_lines_is_not_taken_for_wrapped() {
    check(
        "Germany: Chancellor visits Moldova\nAugust 21, 2024\nThe chancellor promised further help in talks with the President.\n\nImage: A. Lund/Pool\nfb/rm\n",
        &[
            ("title", "Germany: Chancellor visits Moldova"),
            ("paragraph", "August 21, 2024"),
            ("paragraph", "The chancellor promised further help in talks with the President."),
            ("caption", "Image: A. Lund/Pool"),
            ("paragraph", "fb/rm"),
        ],
    );
}

#[test]
fn lists_nest_by_indent_and_wrapped_items_join() {
    let text = "They agreed:\n\n-   to meet in Oslo before the summer is over and to bring their defence\n    ministers;\n    -   once a year\n-   to write.\n\n> Never again.\n>\n> Not here.\n\na\tb\tc\nd\te\tf\n";
    let blocks = blocks(text);
    let got: Vec<_> =
        blocks.iter().map(|b| (b.kind.name(), b.level, b.marker.of(text), b.span.of(text).len())).collect();
    assert_eq!(
        got,
        [
            ("paragraph", 0, "", 12),
            ("list-item", 0, "-", 83),
            ("list-item", 1, "-", 11),
            ("list-item", 0, "-", 9),
            ("quote", 0, ">", 12),
            ("boilerplate", 0, "", 1),
            ("quote", 0, ">", 9),
            ("table", 0, "", 5),
            ("table", 0, "", 5),
        ]
    );
}

#[test]
fn a_dash_or_number_put_first_by_wrapping_opens_no_list() {
    let text = "The ministers of the two countries met in the capital city on Monday\n- their third meeting of the year - and agreed on what they had planned\nto do in the coming year.\n";
    assert_eq!(blocks(text).len(), 1);
}

proptest! {
    #[test]
    fn nothing_but_marks_lies_outside_the_blocks(text in "[a-cA-C.,>|()0-9 \n\t*#•-]{0,300}") {
        let mut at = 0;
        for block in blocks(&text) {
            let from = if block.marker.is_empty() { block.span.start } else { block.marker.start };
            prop_assert!(from >= at && block.span.start >= block.marker.end);
            prop_assert!(!text[at..from].contains(char::is_alphanumeric));
            at = block.span.end;
        }
        prop_assert!(!text[at..].contains(char::is_alphanumeric));
    }
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

#[test]
fn a_text_cut_at_random_is_joined_before_a_name_too() {
    check(
        "The minister said the government would study the pact in all its\n\nparts before the end of the year, and he added that the\n\nenvoys would meet again in a month or two. The ministry spokesman\n\nRandhir Mehta said that it was too early to tell.\n",
        &[(
            "paragraph",
            "The minister said the government would study the pact in all its//parts before the end of the year, and he added that the//envoys would meet again in a month or two. The ministry spokesman//Randhir Mehta said that it was too early to tell.",
        )],
    );
}
