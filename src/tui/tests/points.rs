//! Acting in the list of points.

use super::talks;

#[test]
fn sections_count_and_fold() {
    let mut folded = talks(100, 30).keys("Tab h");
    let screen = folded.screen();
    assert!(
        screen.contains("\u{25b8} PARTICIPANTS 2 + 1 mentioned") && !screen.contains("Mara Lind   "),
        "{screen}"
    );
    assert!(screen.contains("COMMITMENTS 2 + 1 soft") && screen.contains("NEXT MEETINGS 1 + 1 other"));
    assert!(folded.keys("l").screen().contains("P Mara Lind"));
}

#[test]
fn categories_are_hidden_and_shown() {
    let mut hidden = talks(100, 40).keys("Tab 3 4");
    let screen = hidden.screen();
    assert!(!screen.contains("COMMITMENTS") && !screen.contains("NEXT MEETINGS"), "{screen}");
    assert!(screen.contains("hidden: commitments, meetings"), "{screen}");
    assert!(hidden.keys("0").screen().contains("COMMITMENTS"));
    let narrow = talks(80, 24).keys("Tab 3 4").screen();
    assert!(narrow.contains("hidden: 2 kinds"), "{narrow}");
    let mut own = talks(100, 40).keys("H Tab 5");
    assert!(own.screen().contains("hidden: highlights"), "{}", own.screen());
    assert!(own.keys("0").screen().contains("HIGHLIGHTS 1"));
    let reader = talks(100, 40).keys("Tab 1 4 Tab ]");
    let reading = reader.app.reading();
    assert!(reading.briefing.document.text[reading.cursor..].starts_with("Norway will open"));
}

#[test]
fn points_are_sorted_by_text_person_and_date() {
    let order = |keys: &str| {
        let screen = talks(100, 50).keys(keys).screen();
        let at = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words} in {screen}"));
        (at("P Jonas Falk") < at("P Mara Lind"), at("C Share the cost") < at("C Open a second"))
    };
    assert_eq!(order("Tab"), (false, false));
    assert_eq!(order("Tab s"), (true, false));
    assert_eq!(order("Tab s s"), (false, false));
    assert_eq!(talks(100, 30).keys("Tab s s s").foot(), "sorted as in the text");
}

#[test]
fn marks_are_set_counted_and_taken_off() {
    let mut marked = talks(100, 30).keys("Tab Space Space");
    assert!(marked.screen().lines().next().unwrap().contains("2 marked"), "{}", marked.screen());
    assert!(marked.screen().contains("\u{25cf}P Jonas Falk"), "{}", marked.screen());
    let mut all = marked.keys("A");
    assert!(all.screen().lines().next().unwrap().contains("10 marked"), "{}", all.screen());
    assert!(!all.keys("A").screen().lines().next().unwrap().contains("marked"));
}

#[test]
fn quotes_are_copied() {
    let copied = |keys: &str| talks(100, 30).keys(keys).copied;
    assert_eq!(
        copied("} y y"),
        [
            "OSLO - Trade Minister Mara Lind and Danish Transport Minister Jonas Falk met on Monday to settle a dispute \
         over ferries."
        ]
    );
    assert_eq!(copied("Tab y y"), ["Trade Minister Mara Lind"]);
    assert_eq!(copied("Tab y c"), ["\"Trade Minister Mara Lind\" (Envoys agree on ferry line, \u{b6}2)"]);
    let marked = copied("Tab Space j j j Space y a");
    assert_eq!(marked[0].lines().count(), 2, "{marked:?}");
    assert!(marked[0].lines().nth(1).unwrap().starts_with("C \"Norway will open"), "{marked:?}");
    assert_eq!(talks(100, 30).keys("y a").foot(), "nothing is marked; Space in the points marks");
}

#[test]
fn a_dismissed_point_goes_and_comes_back() {
    let mut gone = talks(100, 30).keys("Tab d d");
    assert!(!gone.screen().contains("P Mara Lind"), "{}", gone.screen());
    assert!(gone.screen().contains("1 dismissed") && gone.screen().contains("\u{25b8} P Jonas Falk"));
    assert!(gone.keys("0").screen().contains("P Mara Lind"));
}

#[test]
fn a_point_tells_why_it_is_there() {
    let mut why = talks(100, 30).keys("Tab j j j j W");
    insta::assert_snapshot!("why", why.screen());
    assert!(!why.keys("Esc").screen().contains("Why this point"));
}

#[test]
fn empty_sections_say_what_was_looked_for() {
    let mut nothing = crate::tui::harness::Harness::new(100, 30, "It rained in the hills.\n");
    insta::assert_snapshot!("no-points", nothing.screen());
    assert!(nothing.keys("Tab Space").foot().starts_with("no point here to mark"));
}

#[test]
fn the_rule_is_told_in_words_and_the_parties_one_by_one() {
    let text = "OSLO - Norway and Denmark will sign a fisheries accord in Bergen on 3 March 2025, the ministers said.\n";
    let mut why = crate::tui::harness::Harness::new(100, 30, text);
    let screen = why.screen();
    assert!(screen.contains("COMMITMENTS 1"), "{screen}");
    let mut told = crate::tui::harness::Harness::new(100, 30, text).keys("Tab g g } j W");
    let screen = told.screen();
    assert!(screen.contains("commitment: will") && screen.contains("before an act"), "{screen}");
    let lit = told.words_with(|s| s.add_modifier.contains(ratatui::style::Modifier::REVERSED));
    assert!(lit.iter().any(|words| words.contains("will")), "the cue is lit: {lit:?}");
    let mut parties = talks(100, 30).keys("Tab g g j W");
    assert!(parties.screen().contains("Why these parties are here"), "{}", parties.screen());
    assert!(parties.screen().contains("Norway: state, named once in paragraph 3"), "{}", parties.screen());
}
