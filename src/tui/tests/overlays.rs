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

#[test]
fn the_export_dialog() {
    at_all_sizes("export", "Tab Space j Space e", "");
    at_all_sizes("export-all-csv", "e Right Right Right Down Right Down 2 Down", "");
}

#[test]
fn an_export_asks_before_it_overwrites_and_says_what_came_of_it() {
    use crate::tui::{Effect, Event, News, Written};
    let told = |outcome| Event::News(News::Written { name: "briefing-points.md".into(), outcome });
    let asked = talks(100, 30).keys("e Enter");
    let Some(Effect::Write { path, text, force: false, .. }) = asked.asked.last() else {
        panic!("{:?}", asked.asked)
    };
    assert_eq!(path.to_str(), Some("briefing-points.md"));
    assert!(text.contains("second berth"), "{text}");
    let mut there = asked.on(told(Written::Exists));
    assert!(there.screen().contains("is there already. Overwrite it?"), "{}", there.screen());
    let refused = there.keys("n");
    assert!(matches!(refused.asked.last(), Some(Effect::Write { force: false, .. })));
    let overwritten = refused.keys("Enter").on(told(Written::Exists)).keys("y");
    assert!(matches!(overwritten.asked.last(), Some(Effect::Write { force: true, .. })));
    let mut failed = overwritten.on(told(Written::Failed("permission denied".into())));
    assert!(failed.screen().contains("briefing-points.md: permission denied"), "{}", failed.screen());
    let mut done = failed.keys("Enter").on(told(Written::Done(2048)));
    assert_eq!(done.foot(), "written: briefing-points.md, 2.0 KB");
    assert!(!done.screen().contains("Format"), "{}", done.screen());
}

#[test]
fn an_export_holds_what_was_chosen() {
    let marked = talks(100, 30).keys("Tab Space e Down Down Down Right Enter");
    let text = marked.copied.last().unwrap();
    assert!(text.contains("Mara Lind") && !text.contains("night train"), "{text}");
    let without = talks(100, 30).keys("e 3 Down Down Down Right Enter");
    assert!(!without.copied.last().unwrap().contains("night train"));
    let mut nothing = talks(100, 30).keys("e 1 2 3 4 5 Enter");
    assert!(nothing.screen().contains("nothing is chosen"), "{}", nothing.screen());
    let named =
        talks(100, 30).keys("e Down Down Down Down Ctrl-u").text("mine.md").keys("Up Up Up Up Right Enter");
    let Some(crate::tui::Effect::Write { path, .. }) = named.asked.last() else { panic!() };
    assert_eq!(path.to_str(), Some("mine.md"));
}
