//! The search across all open briefings.

use crate::annotate::{AnnotationSet, Change, Colour, Draft};
use crate::base::Span;
use crate::tui::app::App;
use crate::tui::effect::{Effect, News};
use crate::tui::event::Event;
use crate::tui::harness::{Harness, document};
use crate::tui::keymap::Key;
use crate::tui::options::Options;
use crate::tui::survey::{Answer, Extent, Group, Hit};

const FERRIES: &str = "Envoys agree on ferry line\n\nTrade Minister Mara Lind and Transport Minister Jonas Falk met in Oslo \
                       on Monday to settle a dispute over ferries.\n\nShare this: ferries\n";
const TRAINS: &str = "Night trains come back\n\nJonas Falk wants a night train to Oslo. He said that ferries are slow, and \
                      that nobody who has to be in town by eight takes one of those ferries any more.\n";

fn reader(width: u16, height: u16, options: Options) -> Harness {
    let documents = vec![document("/nowhere/ferries.txt", FERRIES), document("/nowhere/trains.txt", TRAINS)];
    Harness::of(width, height, documents, options)
}

#[test]
fn hits_of_all_briefings_are_listed_as_one_types() {
    for (width, height) in [(160, 45), (100, 30), (80, 24), (60, 20), (40, 15)] {
        let mut found = reader(width, height, Options::default()).keys("g /").text("ferries");
        insta::assert_snapshot!(format!("across-{width}x{height}"), found.screen());
    }
    let mut empty = reader(100, 30, Options::default()).keys("g /");
    assert!(
        empty.screen().contains("Type words to find in the text of 2 open briefings."),
        "{}",
        empty.screen()
    );
    let mut nothing = empty.text("zeppelin");
    assert!(
        nothing.screen().contains("in text: no hit")
            && nothing.screen().contains("Ctrl-t searches key points")
    );
}

#[test]
fn going_to_a_hit_opens_its_briefing_there_with_the_words_lit() {
    let mut there = reader(100, 30, Options::default()).keys("g /").text("ferries").keys("Down Down Enter");
    assert_eq!(there.app.reading().name(), "trains.txt");
    let cursor = there.app.reading().cursor;
    assert!(TRAINS[cursor..].starts_with("ferries any more"), "{}", there.screen());
    let finding = there.app.finding.as_ref().unwrap();
    assert_eq!(finding.current.map(|at| finding.hits[at].start), Some(cursor), "the words are lit");
    let first = there.keys("n");
    assert!(
        TRAINS[first.app.reading().cursor..].starts_with("ferries are slow"),
        "n goes on in this briefing"
    );
    // The list is there again, the cursor on the same hit.
    let again = first.keys("g /");
    assert_eq!((again.app.across.at, again.app.across.last() + 1), (2, 3));
    let before = again.keys("PgUp PgUp Enter");
    assert_eq!(before.app.reading().name(), "ferries.txt");
}

#[test]
fn text_points_and_notes_are_searched_apart() {
    let data = tempfile::tempdir().unwrap();
    let trains = document("/nowhere/trains.txt", TRAINS);
    let at = TRAINS.find("night train to").unwrap();
    let draft = Draft {
        note: "ask Falk about ferries".into(),
        ..Draft::highlight(Span::new(at, at + 11), Colour::default())
    };
    let now = "2025-01-10T12:00:00Z".parse().unwrap();
    AnnotationSet::open(data.path(), &trains).apply(&trains, Change::Add(draft), now).unwrap();
    let options = Options { data: Some(data.path().into()), ..Options::default() };
    let text = reader(100, 30, options).keys("g /").text("falk");
    assert_eq!(text.app.across.answer.hits, 2);
    let mut points = text.keys("Ctrl-t");
    let shown = points.screen();
    assert!(shown.contains("P Jonas Falk"), "{shown}");
    let mut notes = points.keys("Ctrl-t");
    assert_eq!(notes.app.across.answer.hits, 1);
    assert!(notes.screen().contains("note ask Falk about ferries"), "{}", notes.screen());
    let all = notes.keys("Tab");
    let count = all.app.across.answer.hits;
    assert!(count >= 4, "{count}");
    let there = all.keys("Tab Ctrl-t Ctrl-t Enter");
    assert_eq!((there.app.reading().name().as_str(), there.app.reading().cursor), ("trains.txt", at));
}

#[test]
fn a_wrong_expression_is_told_and_closing_leaves_everything_as_it_was() {
    let mut wrong = reader(100, 30, Options::default()).keys("j g /").text("fer(").keys("Ctrl-r");
    assert!(wrong.screen().contains("regular expression wrong at column 4"), "{}", wrong.screen());
    let right = wrong.text("ry)");
    assert_eq!(right.app.across.answer.hits, 1);
    let cursor = right.app.reading().cursor;
    let mut closed = right.keys("Esc");
    assert_eq!(closed.app.reading().cursor, cursor);
    assert!(!closed.screen().contains("Search all"));
}

/// Presses a key without carrying out what it asks for; the number of the question that it asks.
fn press(app: &mut App, key: &str) -> Option<u64> {
    let effects = app.on(Event::Key(Key::sequence(key).unwrap()[0].event()));
    effects.into_iter().find_map(|e| if let Effect::Ask { asked, .. } = e { Some(asked) } else { None })
}

/// An answer with a hit in the briefing at `briefing`.
fn answer(briefing: usize, at: usize, extent: Extent) -> Answer {
    let context = ["", "Oslo", ""].map(str::to_owned);
    let hit = Hit { letter: None, note: false, at, paragraph: Some(2), context };
    let groups = vec![Group { briefing, count: 1, hits: vec![hit], next: None }];
    Answer { hits: 1, briefings: 1, extent, groups }
}

#[test]
fn an_answer_that_grows_says_so_and_an_old_one_is_not_taken_for_the_new() {
    let mut reader = reader(100, 30, Options::default()).keys("g /").text("osl");
    let asked = press(&mut reader.app, "o").unwrap();
    let shown = reader.screen();
    assert!(shown.contains("in text: searching …"), "{shown}");
    let part = |extent| Event::News(News::Answered { asked, answer: Box::new(answer(1, 9, extent)) });
    reader.app.on(part(Extent::Part(1, 5_000)));
    let shown = reader.screen();
    assert!(shown.contains("in text: 1 hit so far; searched 1 of 5,000 …"), "{shown}");
    reader.app.on(part(Extent::Enough));
    assert!(reader.screen().contains("more than 1 hit; type more"), "{}", reader.screen());
    reader.app.on(part(Extent::All));
    assert!(reader.screen().contains("in text: 1 hit in 1 briefing"), "{}", reader.screen());
}

#[test]
fn enter_pressed_before_the_answer_is_there_goes_to_it_when_it_comes() {
    let mut reader = reader(100, 30, Options::default()).keys("g /").text("osl");
    let asked = press(&mut reader.app, "o").unwrap();
    press(&mut reader.app, "Enter");
    assert!(reader.screen().contains("Search all"), "it waits");
    let at = TRAINS.find("Oslo").unwrap();
    let event = Event::News(News::Answered { asked, answer: Box::new(answer(1, at, Extent::Part(2, 9))) });
    let mut there = reader.on(event);
    assert_eq!((there.app.reading().name().as_str(), there.app.reading().cursor), ("trains.txt", at));
    assert!(!there.screen().contains("Search all"));
    // One who closed the list meanwhile stays.
    let mut closed = there.keys("g b k Enter g /").text("x");
    let asked = press(&mut closed.app, "Backspace").unwrap();
    press(&mut closed.app, "Enter");
    press(&mut closed.app, "Esc");
    closed.app.on(Event::News(News::Answered { asked, answer: Box::new(answer(1, at, Extent::All)) }));
    assert_eq!(closed.app.reading().name(), "ferries.txt");
}

#[test]
fn every_hit_can_be_come_to() {
    let many = |n| document(&format!("/nowhere/{n}.txt"), &format!("Number {n} {}", "ferry ".repeat(60)));
    let options = Options::default();
    let mut list = Harness::of(100, 30, (0..45).map(many).collect(), options).keys("g /").text("ferry");
    assert!(list.screen().contains("in text: 2,700 hits in 45 briefings"), "{}", list.screen());
    // The last place of a briefing leads to the first of its hits that is not listed.
    let mut last = list.keys("PgDn Up");
    let shown = last.screen();
    assert!(shown.contains("▸     and 10 more: Enter goes to the next of them, then n goes on"), "{shown}");
    let there = last.keys("Enter");
    let (name, finding) = (there.app.reading().name(), there.app.finding.as_ref().unwrap());
    assert_eq!((name.as_str(), finding.current), ("0.txt", Some(50)));
    // Past the last briefing that is listed come the others.
    let mut end = there.keys("g /").keys(&"PgDn ".repeat(39));
    end = end.keys(&"Down ".repeat(50));
    let shown = end.screen();
    assert!(shown.contains("2,000 hits listed, 5 more briefings follow: Down goes on"), "{shown}");
    let mut more = end.keys("Down");
    let (group, at) = more.app.across.chosen().unwrap();
    assert_eq!((group, at, more.app.across.answer.unlisted()), (40, 0, 0), "{}", more.screen());
    let there = more.keys("PgDn Enter");
    assert_eq!(there.app.reading().name(), "41.txt");
}
