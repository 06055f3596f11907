//! The search across all open briefings.

use crate::annotate::{AnnotationSet, Change, Colour, Draft};
use crate::base::Span;
use crate::tui::harness::{Harness, document};
use crate::tui::options::Options;

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
    assert_eq!((again.app.across.at, again.app.across.listed()), (2, 3));
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
