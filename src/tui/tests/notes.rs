//! Highlights and notes as their makers meet them.

use std::path::Path;

use super::super::harness::{Harness, document};
use super::super::options::Options;
use super::talks;
use crate::tui::app::Selection;
use crate::tui::effect::{Effect, News};
use crate::tui::event::Event;
use crate::tui::theme::Role;

const TEXT: &str = "The envoys met in Oslo on Monday. They will meet again in Bergen before the summer.\n\n\
                    Nobody expects a treaty this year. The agenda is open.\n";

/// A reader of `text` that keeps things under `data`.
fn kept(data: &Path, text: &str) -> Harness {
    let options = Options { data: Some(data.into()), ..Options::default() };
    Harness::without_points(100, 24, vec![document("/nowhere/briefing.txt", text)], options)
}

fn reader() -> Harness {
    Harness::without_points(100, 24, vec![document("briefing.txt", TEXT)], Options::default())
}

/// The words that are lit as a highlight of colour `n`, joined.
fn lit(harness: &mut Harness, role: Role) -> String {
    let wanted = harness.app.theme().style(role);
    let look = move |style: &ratatui::style::Style| {
        style.bg == wanted.bg && style.add_modifier.contains(ratatui::style::Modifier::UNDERLINED)
    };
    harness.words_with(look).join(" ")
}

fn notes(harness: &Harness) -> Vec<String> {
    let placed = harness.app.reading().briefing.annotations.placed.iter();
    placed
        .map(|(anchor, a)| {
            format!("{} | {}", harness.app.reading().briefing.document.slice(anchor.span), a.note)
        })
        .collect()
}

#[test]
fn the_sentence_under_the_cursor_is_highlighted_and_coloured() {
    let mut harness = reader().keys("H");
    assert_eq!(lit(&mut harness, Role::Highlight1), "The envoys met in Oslo on Monday.");
    let foot = harness.foot();
    assert!(foot.starts_with("highlighted  1▌ 2▌ 3▌ 4▌ 5▌") && foot.contains("a note"), "{foot}");
    let mut harness = harness.keys("3");
    assert_eq!(lit(&mut harness, Role::Highlight3), "The envoys met in Oslo on Monday.");
    assert_eq!(lit(&mut harness, Role::Highlight1), "");
    let harness = harness.keys("j 2 k");
    assert_eq!(
        harness.app.reading().briefing.annotations.placed[0].1.colour.number(),
        3,
        "2 is a count again"
    );
    let mut harness = harness.keys("d d");
    assert_eq!(notes(&harness), Vec::<String>::new());
    assert!(harness.foot().contains("u brings it back"), "{}", harness.foot());
    let harness = harness.keys("u");
    assert_eq!(notes(&harness), ["The envoys met in Oslo on Monday. | "]);
    let harness = harness.keys("u u");
    assert_eq!(notes(&harness), Vec::<String>::new());
    let harness = harness.keys("Ctrl-r Ctrl-r");
    assert_eq!(harness.app.reading().briefing.annotations.placed[0].1.colour.number(), 3);
}

#[test]
fn a_selection_grows_by_motions_and_swaps_its_ends() {
    let selected = |keys: &str| {
        let harness = reader().keys(keys);
        let span = harness.app.notes.selection.map(Selection::span);
        span.map(|span| harness.app.reading().briefing.document.slice(span).to_owned())
    };
    let sentence = "The envoys met in Oslo on Monday.";
    assert_eq!(selected("v").as_deref(), Some(sentence));
    assert_eq!(selected("v b b").as_deref(), Some("The envoys met in Oslo on"));
    assert_eq!(selected("v b h h h").as_deref(), Some("The envoys met in Oslo on Mon"));
    assert_eq!(selected("v b b w").as_deref(), Some("The envoys met in Oslo on Monday"));
    assert_eq!(selected("v )").as_deref(), Some(&TEXT[..83]));
    assert_eq!(selected("v ) (").as_deref(), Some(sentence));
    assert_eq!(selected("V").as_deref(), Some(&TEXT[..83]));
    assert_eq!(selected("V }").as_deref(), Some(TEXT.trim_end()));
    assert_eq!(selected("v o w w").as_deref(), Some("met in Oslo on Monday."));
    assert_eq!(selected(") v o (").as_deref(), Some(&TEXT[..83]));
    assert_eq!(selected("v j").as_deref().map(|s| s.len() > sentence.len()), Some(true));
    assert_eq!(selected("v Esc"), None);
    assert_eq!(selected("v H"), None);
    assert_eq!(notes(&reader().keys("v b b 4")), ["The envoys met in Oslo on | "]);
}

#[test]
fn a_selection_over_letters_of_any_script_never_cuts_one() {
    let text = "日本 e\u{301}tat 👩‍👩‍👧 “quote” — and שלום.\n";
    let mut harness = Harness::new(60, 15, text).keys("v");
    for keys in ["h", "h", "o", "l", "l", "o", "b", "w", "k", "j", "o", "w", "b", "l", "h", "h", "h"] {
        harness = harness.keys(keys);
        let span = harness.app.notes.selection.unwrap().span();
        assert!(text.get(span.range()).is_some(), "{span:?} after {keys}");
        harness.screen();
    }
}

#[test]
fn notes_are_typed_and_pasted_and_kept() {
    let mut harness =
        reader().keys("a").text("ask ").on(Event::Paste("the desk\r\nand \u{1b}[31mmore".into()));
    insta::assert_snapshot!("note-editor", harness.screen());
    let harness = harness.keys("Enter");
    assert_eq!(notes(&harness), ["The envoys met in Oslo on Monday. | ask the desk\nand [31mmore"]);
    let harness = harness.keys("a").text("!").keys("Enter");
    assert_eq!(notes(&harness), ["The envoys met in Oslo on Monday. | ask the desk\nand [31mmore!"]);
    let mut harness = harness.keys("a").text(" lost?").keys("Esc");
    assert!(harness.foot().contains("brings your words back"), "{}", harness.foot());
    let harness = harness.keys("a Enter");
    assert_eq!(notes(&harness), ["The envoys met in Oslo on Monday. | ask the desk\nand [31mmore! lost?"]);
}

#[test]
fn highlights_are_listed_and_filtered() {
    let harness =
        reader().keys("H 2 t").text("north, to do").keys("Enter } H 5 a").text("really?").keys("Enter");
    let mut harness = harness.keys("Tab G");
    insta::assert_snapshot!("highlights-listed", harness.screen());
    let mut harness = harness.keys("F");
    assert!(!harness.screen().contains("    really?"), "only the second colour shows");
    let mut harness = harness.keys("F F");
    assert!(harness.foot().contains("with the tag north"), "{}", harness.foot());
    let mut harness = harness.keys("F F");
    assert!(harness.foot().contains("all highlights shown"), "{}", harness.foot());
    let mut harness = harness.keys(":").text("name-colour 2 to do").keys("Enter");
    assert!(harness.foot().contains("2 is called to do"), "{}", harness.foot());
    let harness = harness.keys("G d d");
    assert_eq!(notes(&harness).len(), 1);
    let mut harness = harness.keys("5");
    assert!(!harness.screen().contains("HIGHLIGHTS"));
    let mut none = reader().keys("H").keys(":").text("filter-highlights #north").keys("Enter");
    assert!(none.screen().contains("None of this colour or tag"), "{}", none.screen());
}

#[test]
fn points_are_highlighted_and_marks_are_undone() {
    let harness = talks(100, 30).keys("Tab g g } j H a").text("cost?").keys("Enter");
    let kept = &harness.app.reading().briefing.annotations;
    assert_eq!(kept.placed.len(), 1);
    assert_eq!(kept.placed[0].1.point.as_ref().map(|p| p.kind.as_str()), Some("commitment"), "{kept:?}");
    assert_eq!(kept.placed[0].1.note, "cost?");
    let harness = harness.keys("Space");
    assert_eq!(harness.app.reading().briefing.marked().count(), 1);
    let harness = harness.keys("u");
    assert_eq!(harness.app.reading().briefing.marked().count(), 0);
    let harness = harness.keys("d d");
    assert_eq!(harness.app.reading().briefing.dismissed.len(), 1);
    assert_eq!(harness.keys("u").app.reading().briefing.dismissed.len(), 0);
}

#[test]
fn what_was_made_is_there_after_reopening_with_its_undo() {
    let data = tempfile::tempdir().unwrap();
    let harness = kept(data.path(), TEXT).keys("H 4 } H a").text("why").keys("Enter");
    drop(harness);
    let harness = kept(data.path(), TEXT);
    assert_eq!(
        notes(&harness),
        ["The envoys met in Oslo on Monday. | ", "Nobody expects a treaty this year. | why"]
    );
    let harness = harness.keys("u u u u");
    assert_eq!(notes(&harness), Vec::<String>::new());
    drop(harness);
    assert_eq!(notes(&kept(data.path(), TEXT).keys("Ctrl-r Ctrl-r Ctrl-r")).len(), 2);
}

#[test]
fn orphans_wait_for_a_yes_or_no() {
    let data = tempfile::tempdir().unwrap();
    drop(kept(data.path(), TEXT).keys("H } H a").text("hm").keys("Enter"));
    let changed = "A new lead.\n\nThe envoys met in Oslo on Monday. They will meet again in Bergen before the summer.\n\n\
                   The agenda is open.\n";
    let mut harness = kept(data.path(), changed);
    assert!(harness.foot().contains("changed · 1 carried, 1 orphan; g o"), "{}", harness.foot());
    harness = harness.keys("g o");
    insta::assert_snapshot!("orphan", harness.screen());
    let harness = harness.keys("p G v H");
    assert_eq!(notes(&harness)[1], "The agenda is open. | hm");
    let harness = harness.keys("u g o K");
    assert!(harness.app.reading().briefing.annotations.orphans[0].0.detached);
    let harness = harness.keys("g o d d");
    assert!(harness.app.reading().briefing.annotations.orphans.is_empty());
}

#[test]
fn a_change_that_cannot_be_saved_says_so() {
    let data = tempfile::NamedTempFile::new().unwrap();
    let mut harness = kept(data.path(), TEXT).keys("H");
    assert!(harness.foot().contains("not saved"), "{}", harness.foot());
    assert_eq!(notes(&harness).len(), 1);
    assert!(!harness.asked.iter().any(|e| matches!(e, Effect::Quit)));
}

/// The harness after the file of its briefing was read anew.
fn reread(harness: Harness, text: &str) -> Harness {
    let document = Ok(Box::new(document("/nowhere/briefing.txt", text)));
    harness.on(Event::News(News::Read { briefing: 0, document }))
}

#[test]
fn a_file_that_changes_is_read_anew_with_highlights_and_cursor_in_place() {
    let data = tempfile::tempdir().unwrap();
    let harness = kept(data.path(), TEXT).keys("} H");
    let harness = harness.on(Event::News(News::Touched("/nowhere/briefing.txt".into())));
    assert!(matches!(harness.asked[..], [Effect::Read { briefing: 0, .. }]), "{:?}", harness.asked);
    let mut harness = reread(harness, &format!("A new lead.\n\n{TEXT}"));
    assert_eq!(harness.foot().trim(), "changed · 1 carried, 0 orphans");
    let mut bare = reread(kept(&data.path().join("other"), "Old words."), "New words.");
    assert!(bare.foot().starts_with("changed · read anew"), "{}", bare.foot());
    assert_eq!(notes(&harness), ["Nobody expects a treaty this year. | "]);
    let reading = harness.app.reading();
    assert!(reading.briefing.document.text[reading.cursor..].starts_with("Nobody expects"));
    assert_eq!(lit(&mut harness, Role::Highlight1), "Nobody expects a treaty this year.");
    let mut harness = reread(harness, "A new lead.\n\nThe rest is gone.\n");
    assert!(harness.foot().starts_with("changed · 0 carried, 1 orphan; g o"), "{}", harness.foot());
    let harness = reread(harness, TEXT);
    assert_eq!(notes(&harness).len(), 1, "what comes back finds its highlight");
    let failed = News::Read { briefing: 0, document: Err("briefing.txt: no such file".into()) };
    let mut harness = harness.on(Event::News(failed));
    assert!(harness.foot().contains("the text on the screen is the old one"), "{}", harness.foot());
}

#[test]
fn reading_goes_on_where_it_was_left() {
    let data = tempfile::tempdir().unwrap();
    let text =
        (1..90).map(|n| format!("Paragraph number {n} of the report.")).collect::<Vec<_>>().join("\n\n");
    let harness = kept(data.path(), &text).keys(":").text("42").keys("Enter q");
    assert!(matches!(harness.asked[..], [Effect::Quit]));
    let changed = format!("Something new on top.\n\n{text}");
    let mut harness = kept(data.path(), &changed);
    assert!(harness.foot().contains("where you left off"), "{}", harness.foot());
    let reading = harness.app.reading();
    assert!(reading.briefing.document.text[reading.cursor..].starts_with("Paragraph number 42 of"));
    let options = Options { data: Some(data.path().into()), at: Some(3), ..Options::default() };
    let harness = Harness::without_points(100, 24, vec![document("/nowhere/briefing.txt", &text)], options);
    let reading = harness.app.reading();
    assert!(reading.briefing.document.text[reading.cursor..].starts_with("Paragraph number 3 of"));
}

#[test]
fn what_another_reader_keeps_is_taken_in() {
    let data = tempfile::tempdir().unwrap();
    let (one, two) = (kept(data.path(), TEXT).keys("H"), kept(data.path(), TEXT).keys("} H"));
    assert_eq!((notes(&one).len(), notes(&two).len()), (1, 2));
    assert_eq!(notes(&one.on(Event::Focus(true))).len(), 2);
}

#[test]
fn a_highlight_is_coloured_copied_and_marked_where_it_is_listed() {
    let mut harness = reader().keys("} H j Tab G H");
    assert!(harness.foot().starts_with("highlighted already  1▌"), "{}", harness.foot());
    let harness = harness.keys("4");
    assert_eq!(harness.app.reading().briefing.annotations.placed[0].1.colour.number(), 4);
    let mut harness = harness.keys("y y");
    assert_eq!(harness.copied, ["Nobody expects a treaty this year."]);
    assert!(!harness.screen().contains("1 marked"));
    let mut harness = harness.keys("Space");
    assert!(harness.screen().contains("1 marked"), "{}", harness.screen());
    assert!(harness.screen().contains("●▌ Nobody expects"), "{}", harness.screen());
    let harness = harness.keys("y a");
    assert_eq!(harness.copied[1], "H \"Nobody expects a treaty this year.\" (briefing, ¶2)");
    let mut harness = harness.keys("u");
    assert!(!harness.screen().contains("1 marked"), "a mark is undone like everything else");
}

#[test]
fn a_highlight_tells_what_is_kept_of_it() {
    let mut harness =
        reader().keys(":").text("name-colour 2 to do").keys("Enter H 2 t").text("north").keys("Enter a");
    harness = harness.text("ask the desk").keys("Enter");
    assert!(harness.foot().starts_with("note kept"), "{}", harness.foot());
    assert!(
        harness.screen().contains("to do · #north · ask the desk"),
        "under the text:\n{}",
        harness.screen()
    );
    let mut harness = harness.keys("Tab G W");
    insta::assert_snapshot!("about-a-highlight", harness.screen());
}

#[test]
fn hints_follow_the_place() {
    let foot = |keys: &str| talks(160, 30).keys(keys).foot();
    assert!(foot("j").contains("H highlight") && foot("j").contains("e export"), "{}", foot("j"));
    let selecting = foot("v");
    assert!(selecting.starts_with("1▌") && selecting.contains("o other end"), "{selecting}");
    let on = foot("H j k");
    assert!(on.contains("a note") && on.contains("d d delete") && on.contains("H colour"), "{on}");
    let listed = foot("H Tab G");
    assert!(listed.contains("F filter") && listed.contains("Enter its words"), "{listed}");
    assert!(foot("Tab").contains("Enter evidence") && foot("Tab").contains("W why"), "{}", foot("Tab"));
    let named = talks(160, 30).keys(":").text("name-colour 3 fact").keys("Enter H").foot();
    assert!(named.contains("3▌fact"), "{named}");
}

#[test]
fn known_tags_are_offered_and_completed() {
    let mut harness = reader().keys("H t").text("north, to do").keys("Enter } H t");
    assert!(harness.foot().contains("Tab: north, to do"), "{}", harness.foot());
    harness = harness.text("t").keys("Tab");
    assert!(harness.foot().starts_with("tags: to do, "), "{}", harness.foot());
    let harness = harness.text("n").keys("Tab Enter");
    assert_eq!(harness.app.reading().briefing.annotations.placed[1].1.tags, ["to do", "north"]);
}

#[test]
fn an_export_takes_highlights_by_colour_tag_and_mark() {
    let two = || reader().keys("H 2 t").text("north").keys("Enter } H 5");
    let copied = |keys: &str| two().keys(keys).copied.pop().unwrap();
    let to_clipboard = "Down Right Enter";
    let all = copied(&format!("e Down Down Down {to_clipboard}"));
    assert!(all.contains("met in Oslo") && all.contains("expects a treaty"), "{all}");
    let second = copied(&format!("e Down Down Down Right {to_clipboard}"));
    assert!(second.contains("met in Oslo") && !second.contains("expects a treaty"), "{second}");
    let tagged = copied(&format!("e Down Down Down Left {to_clipboard}"));
    assert!(tagged.contains("met in Oslo") && !tagged.contains("expects a treaty"), "{tagged}");
    let marked = copied(&format!("Tab G Space e Down Down Down {to_clipboard}"));
    assert!(!marked.contains("met in Oslo") && marked.contains("expects a treaty"), "{marked}");
    let mut dialog = two().keys("e Down Down Down Left");
    assert!(dialog.screen().contains("Colour  < #north >"), "{}", dialog.screen());
}

#[test]
fn a_template_of_one_s_own_is_previewed_and_its_faults_are_told() {
    let templates = vec![
        ("list.md".to_owned(), "{% for point in points %}* {{ point.quote }}\n{% endfor %}".to_owned()),
        ("torn.txt".to_owned(), "one\n{{ titel }}\n".to_owned()),
    ];
    let options = Options { templates, ..Options::default() };
    let open = || Harness::without_points(100, 24, vec![document("briefing.txt", TEXT)], options.clone());
    let mut dialog = open().keys("H e Left Left");
    assert!(dialog.screen().contains("< list.md >") && dialog.screen().contains("* The envoys met"));
    assert!(dialog.screen().contains("briefing-points.md"), "{}", dialog.screen());
    let mut torn = dialog.keys("Right");
    assert!(torn.screen().contains("torn.txt:2: undefined"), "{}", torn.screen());
    let torn = torn.keys("Enter");
    assert!(torn.asked.is_empty(), "nothing is written: {:?}", torn.asked);
}

#[test]
fn a_date_that_was_set_is_there_the_next_time() {
    let data = tempfile::tempdir().unwrap();
    let published = |harness: &Harness| harness.app.reading().briefing.document.metadata.published;
    drop(kept(data.path(), TEXT).keys(":").text("date 2024-08-20").keys("Enter q"));
    let harness = kept(data.path(), TEXT);
    assert_eq!(published(&harness), Some(jiff::civil::date(2024, 8, 20)));
    let mut harness = reread(harness, &format!("More.\n\n{TEXT}"));
    assert!(harness.screen().contains("Tue 20 Aug 2024"), "it outlasts a change of the file");
    let mut harness = harness.keys(":").text("date none").keys("Enter");
    assert!(harness.screen().contains("date not stated"), "{}", harness.screen());
    assert_eq!(published(&kept(data.path(), TEXT)), None);
}

#[test]
fn briefings_read_lately_are_offered_and_opened() {
    let data = tempfile::tempdir().unwrap();
    let (one, two) = (data.path().join("one.txt"), data.path().join("two.txt"));
    std::fs::write(&one, "Talks end in Oslo\n\nThe envoys met.\n").unwrap();
    std::fs::write(&two, TEXT).unwrap();
    let open = |path: &Path| {
        let document = crate::import::open(path, &crate::import::Options::default()).unwrap();
        let options = Options { data: Some(data.path().join("kept")), ..Options::default() };
        Harness::without_points(100, 24, vec![document], options)
    };
    drop(open(&one).keys("q"));
    let mut list = open(&two).keys("g b");
    assert!(list.screen().contains("Read lately") && list.screen().contains("one.txt"), "{}", list.screen());
    let mut opened = list.keys("j Enter");
    assert!(opened.screen().contains("The envoys met."), "{}", opened.screen());
    assert_eq!(opened.app.readings().len(), 2);
    std::fs::remove_file(&one).unwrap();
    let mut gone = open(&two).keys("g b j Enter");
    assert!(gone.foot().contains("no such file"), "{}", gone.foot());
}
