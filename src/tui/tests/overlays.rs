//! What lies over the panes, at the five sizes.

use super::talks;

const SIZES: [(u16, u16); 5] = [(160, 45), (100, 30), (80, 24), (60, 20), (40, 15)];

fn at_all_sizes(name: &str, keys: &str, text: &str) {
    for (width, height) in SIZES {
        let screen = talks(width, height).keys(keys).text(text).screen();
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen);
    }
}

#[test]
fn the_palette() {
    at_all_sizes("palette", ":", "");
    at_all_sizes("palette-typed", "Ctrl-p", "mark");
}

#[test]
fn the_help() {
    at_all_sizes("help", "?", "");
    at_all_sizes("help-typed", "?", "copy");
}

#[test]
fn a_line_that_says_all_is_done() {
    let mut number = talks(100, 30).keys(":").text("4");
    assert!(number.screen().contains("to a paragraph by its number"), "{}", number.screen());
    assert!(number.keys("Enter").screen().contains("\u{b6} 4/"));
    let mut date = talks(100, 30).keys(":").text("date 2024-08-20").keys("Enter");
    assert!(date.screen().contains("Tue 20 Aug 2024"), "{}", date.screen());
    let mut wrong = talks(100, 30).keys(":").text("date tomorrow").keys("Enter");
    assert!(wrong.foot().starts_with("a date is written as 2024-08-20"), "{}", wrong.foot());
    assert!(wrong.screen().contains("Commands:"));
}

#[test]
fn the_palette_runs_what_is_chosen_where_it_belongs() {
    let mut sorted = talks(100, 30).keys(":").text("sort").keys("Enter");
    assert_eq!(sorted.foot(), "sorted by person");
    assert_eq!(sorted.app.focus(), crate::tui::layout::Focus::Points);
    let mut hindered = talks(100, 30).keys(":").text("next-briefing").keys("Enter");
    assert_eq!(hindered.foot(), "next-briefing: one briefing is open");
    assert!(hindered.screen().contains("Commands:"));
    let mut asked = talks(100, 30).keys(":").text("date").keys("Enter");
    assert!(asked.screen().contains(":date"), "{}", asked.screen());
}

#[test]
fn the_date_that_is_set_resolves_what_counts_from_it() {
    let text = "Minister Mara Lind will meet Minister Jonas Falk in Oslo on Monday.";
    let mut before = crate::tui::harness::Harness::new(100, 30, text);
    assert!(before.screen().contains("date not stated"), "{}", before.screen());
    let mut after = before.keys(":").text("date 2024-08-20").keys("Enter Tab");
    assert!(
        after.screen().contains("26 Aug 2024") || after.screen().contains("2024-08-26"),
        "{}",
        after.screen()
    );
}
