//! Moving about, searching and looking at things differently.

use super::{fixture, talks};
use crate::tui::effect::Effect;
use crate::tui::harness::{Harness, document};
use crate::tui::options::Options;
use crate::tui::theme::Depth;
use ratatui::style::Modifier;

/// The words from the cursor on, as far as the end of the line in the text.
fn at_cursor(harness: &Harness) -> String {
    let reading = harness.app.reading();
    let rest = &reading.briefing.document.text[reading.cursor..];
    rest.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

#[test]
fn motions_go_where_they_say() {
    for (keys, want) in [
        ("j", "OSLO - Trade"),
        ("j j", "Transport Minister Jonas"),
        ("2 j", "Transport Minister Jonas"),
        ("j j k", "OSLO - Trade"),
        ("}", "OSLO - Trade"),
        ("3 }", "Falk expressed interest"),
        ("3 } {", "Lind said Norway"),
        ("} )", "It has lasted"),
        ("} ) )", "Lind said Norway"),
        ("} ) ) (", "It has lasted"),
        ("G", "2025. \u{201c}We expect"),
        ("G g g", "Envoys agree on"),
        ("4 G", "Falk expressed interest"),
        ("]", "Trade Minister Mara"),
        ("] ]", "Danish Transport Minister"),
        ("] ] [", "Trade Minister Mara"),
        ("4 ]", "Norway will open"),
        ("G Ctrl-o", "Envoys agree on"),
        ("End Home", "Envoys agree on"),
    ] {
        assert_eq!(at_cursor(&talks(100, 30).keys(keys)), want, "{keys}");
    }
}

#[test]
fn a_colon_and_a_number_go_to_the_paragraph() {
    assert_eq!(at_cursor(&talks(100, 30).keys(": 4 Enter")), "Falk expressed interest");
    let mut lost = talks(100, 30).keys(": 4 2 Enter");
    assert_eq!(lost.foot(), "there is no paragraph 42; the last one is 5");
    assert_eq!(at_cursor(&lost), "Envoys agree on");
    let mut wrong = talks(100, 30).keys(":").text("fly away").keys("Enter");
    assert!(wrong.foot().starts_with("no action is called fly"), "{}", wrong.foot());
}

#[test]
fn pages_scroll_and_the_ends_hold() {
    let long = "One two three four five six seven.\n\n".repeat(60);
    let mut reader = Harness::new(80, 24, &long).keys("Space");
    assert!(reader.screen().contains(" 11   One two"), "{}", reader.screen());
    let mut end = Harness::new(80, 24, &long).keys("Space Space Space Space Space Space Space Space");
    let rows: Vec<String> = end.screen().lines().map(str::to_owned).collect();
    assert!(rows[20].contains("60   One two") || rows[21].contains("60   One two"), "{}", rows.join("\n"));
    assert!(rows[0].contains("100%"));
    let mut start = end.keys("b b b b b b b b b");
    assert!(start.screen().lines().nth(2).unwrap().contains(" 1   One two"), "{}", start.screen());
}

#[test]
fn search_lights_counts_wraps_and_returns() {
    let mut typed = talks(100, 30).keys("/").text("falk");
    let lit = typed.words_with(|s| s.add_modifier.contains(Modifier::REVERSED));
    assert_eq!(lit, ["Falk", "Falk", "Falk"]);
    assert!(typed.foot().contains("1/3"), "{}", typed.foot());
    assert_eq!(at_cursor(&typed), "Falk met on");
    let kept = typed.keys("Enter n n");
    assert_eq!(at_cursor(&kept), "Falk. Exit mobile");
    let mut round = kept.keys("n");
    assert_eq!(round.foot(), "past the end: on from the beginning");
    assert!(round.screen().lines().next().unwrap().contains("/falk 1/3"), "{}", round.screen());
    let back = round.keys("N");
    assert_eq!(at_cursor(&back), "Falk. Exit mobile");
    assert_eq!(at_cursor(&talks(100, 30).keys("/").text("falk").keys("Esc")), "Envoys agree on");
}

#[test]
fn search_knows_case_lines_expressions_and_history() {
    let count = |words: &str| talks(100, 30).keys("/").text(words).foot();
    assert!(count("FALK").contains("no hit"), "{}", count("FALK"));
    assert!(count("ministers will").contains("1/1"));
    let mut regex = talks(100, 30).keys("/ Ctrl-r").text("f[ae]\\w+s");
    assert!(regex.foot().starts_with("regex/") && regex.foot().contains("1/1"), "{}", regex.foot());
    let mut wrong = regex.keys("Ctrl-u").text("a(");
    assert!(wrong.foot().contains("unclosed group"), "{}", wrong.foot());
    let mut again = talks(100, 30).keys("/").text("moss").keys("Enter /").text("lind").keys("Enter / Up Up");
    assert!(again.foot().starts_with("/moss"), "{}", again.foot());
    assert!(again.keys("Down").foot().starts_with("/lind"));
}

#[test]
fn both_panes_move_together() {
    let mut reader = talks(100, 30).keys("3 }");
    let screen = reader.screen();
    let row = screen.lines().find(|l| l.contains("A night train")).unwrap();
    assert!(row.contains("\u{25b8} C A night train"), "{row}");
    let mut points = reader.keys("Tab G k k");
    assert_eq!(at_cursor(&points), "will meet again");
    let lit = points.words_with(|s| s.add_modifier.contains(Modifier::BOLD | Modifier::UNDERLINED));
    assert_eq!(lit, ["will meet again"]);
    let text = points.keys("Enter }");
    assert_eq!(at_cursor(&text), "2025. \u{201c}We expect");
    assert_eq!(at_cursor(&text.keys("Ctrl-o")), "will meet again");
}

#[test]
fn furniture_is_folded_counted_and_shown() {
    let mut reader = talks(100, 30);
    assert!(reader.screen().contains("3 lines of page furniture folded; f shows"));
    assert!(!reader.screen().contains("Share this"));
    let mut shown = reader.keys("f");
    assert!(shown.screen().contains("Share this: Facebook X"), "{}", shown.screen());
    assert!(!shown.keys("f").screen().contains("Share this"));
    let mut only = Harness::new(80, 24, "Share this: X\n\nAdvertisement\n");
    assert!(only.screen().contains("Share this: X"), "{}", only.screen());
}

#[test]
fn zen_measure_and_divider_change_the_view() {
    let mut zen = talks(100, 30).keys("z");
    assert!(!zen.screen().contains("PARTICIPANTS") && !zen.screen().contains('\u{256d}'));
    insta::assert_snapshot!("zen", zen.screen());
    assert!(zen.keys("z").screen().contains("PARTICIPANTS"));
    let width = |keys: &str| {
        let screen = talks(100, 30).keys(keys).screen();
        screen.lines().nth(1).unwrap().chars().take_while(|c| *c != '\u{256e}').count()
    };
    assert_eq!(width("> >"), width("j") + 4);
    assert_eq!(width("<"), width("j") - 2);
    assert_eq!(talks(160, 45).keys("-").foot(), "lines of at most 70 columns");
}

#[test]
fn several_briefings_are_listed_and_opened() {
    let open = || {
        let documents = vec![document("a.txt", "First words.\n"), document("b.txt", "Second words.\n")];
        Harness::of(160, 45, documents, Options::default())
    };
    let mut two = open();
    assert!(two.screen().contains("\u{25b8} a.txt"), "{}", two.screen());
    assert!(open().keys("g n").screen().contains("Second words."));
    assert!(open().keys("g p g p").screen().contains("First words."));
    assert!(open().keys("g b").screen().contains("Open briefings"));
    assert!(open().keys("g b j Enter").screen().contains("Second words."));
    assert!(open().keys("g b j Esc").screen().contains("First words."));
}

#[test]
fn a_date_set_by_hand_is_shown() {
    let mut reader = Harness::new(120, 30, "The ministers will meet in Oslo on Monday.\n");
    assert!(reader.screen().contains("date not stated"));
    let mut dated = reader.keys(":").text("date 2024-08-20").keys("Enter j");
    assert!(dated.screen().contains("Tue 20 Aug 2024"), "{}", dated.screen());
    let mut wrong = dated.keys(":").text("date soon").keys("Enter");
    assert_eq!(wrong.foot(), "a date is written as 2024-08-20: type :date 2024-08-20, or :date none");
}

#[test]
fn what_a_terminal_obeys_is_shown_as_symbols() {
    let text = "A \u{1b}[2Jtitle\n\nSome \u{202e}words\u{200b} here \u{7}and\u{9b}31m there.\n";
    let mut reader = Harness::new(80, 24, text);
    assert!(
        reader.screen().contains("Some \u{2426}words\u{2426} here \u{2407}and\u{2426}31m"),
        "{}",
        reader.screen()
    );
}

#[test]
fn wide_and_combining_letters_keep_their_columns() {
    let mut reader = Harness::new(
        60,
        20,
        "\u{65e5}\u{672c}\u{8a9e}\u{306e}\u{6587}\u{7ae0} cafe\u{301} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} end\n",
    );
    let screen = reader.screen();
    assert!(screen.contains("cafe\u{301}") && screen.contains("end"), "{screen}");
}

#[test]
fn a_small_screen_says_so_and_comes_back() {
    let mut small = talks(100, 30).resize(39, 9);
    assert_eq!(small.screen().lines().next().unwrap(), "attache needs 40x10; this is 39x9");
    assert!(small.resize(100, 30).screen().contains("Envoys agree"));
}

#[test]
fn resizing_keeps_the_place() {
    let paragraph = |n| format!("Paragraph {n} has some words to be read by people.");
    let text = (1..90).map(paragraph).collect::<Vec<_>>().join("\n\n");
    let mut reader = Harness::new(100, 30, &text).keys(": 5 0 Enter");
    for (width, height) in [(40, 10), (160, 45), (60, 45), (60, 20), (200, 12)] {
        reader = reader.resize(width, height);
        assert!(reader.screen().contains("Paragraph 50"), "{width}x{height}\n{}", reader.screen());
    }
}

#[test]
fn quitting_asks_for_nothing_else() {
    let quit = |keys: &str| matches!(talks(80, 24).keys(keys).asked[..], [Effect::Quit]);
    assert!(quit("q") && quit("Ctrl-c") && quit("/ Ctrl-c") && quit("g b Ctrl-c"));
    assert!(talks(80, 24).keys("Esc Esc Esc").asked.is_empty());
    assert!(matches!(talks(80, 24).keys("Ctrl-z Ctrl-l").asked[..], [Effect::Suspend, Effect::Redraw]));
}

#[test]
fn ascii_and_mono_lose_nothing() {
    let options = Options { ascii: true, depth: Some(Depth::Mono), ..Options::default() };
    let mut plain = Harness::of(80, 24, vec![document("briefing.txt", fixture::TEXT)], options);
    let screen = plain.screen();
    let strange: String = screen.chars().filter(|c| !c.is_ascii() && !fixture::TEXT.contains(*c)).collect();
    assert_eq!(strange, "", "{screen}");
    assert!(plain.words_with(|s| s.fg.is_some_and(|c| c != ratatui::style::Color::Reset)).is_empty());
}

#[test]
fn typed_keys_show_what_may_follow() {
    let mut waiting = talks(160, 45).keys("5");
    assert_eq!(waiting.foot(), "5");
    waiting = talks(160, 45).keys("y");
    assert!(waiting.foot().starts_with('y') && waiting.foot().contains("c copy cited"), "{}", waiting.foot());
    assert_eq!(at_cursor(&waiting.keys("Esc j")), "OSLO - Trade");
}

#[test]
fn the_first_key_of_a_sequence_shows_what_may_follow() {
    let mut harness = Harness::new(80, 24, "The envoys met in Oslo.").keys("g");
    let screen = harness.screen();
    assert!(screen.contains("b  the list of open briefings"), "{screen}");
    assert!(screen.contains("t  the next theme of colours"), "{screen}");
    let mut narrow = Harness::new(40, 12, "The envoys met in Oslo.").keys("g");
    let screen = narrow.screen();
    assert!(screen.contains("theme") && screen.contains("orphans"), "all of them, side by side: {screen}");
    let mut few = Harness::new(80, 24, "The envoys met in Oslo.").keys("y");
    assert!(
        few.screen().lines().last().is_some_and(|foot| foot.contains("c copy cited")),
        "{}",
        few.screen()
    );
}

#[test]
fn several_briefings_say_so_on_every_screen_with_room() {
    let documents =
        || vec![document("one.txt", "One."), document("two.txt", "Two."), document("three.txt", "Three.")];
    for (width, height) in [(160, 45), (100, 30), (80, 24), (60, 20)] {
        let mut harness = Harness::of(width, height, documents(), Options::default());
        let screen = harness.screen();
        assert!(screen.lines().next().is_some_and(|head| head.contains("1 of 3")), "{screen}");
        assert!(
            width < 80 || screen.lines().last().is_some_and(|foot| foot.contains("g b briefings")),
            "{screen}"
        );
    }
}
