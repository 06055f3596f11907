//! The mouse as its holders meet it.

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::super::harness::Harness;
use super::talks;
use crate::tui::effect::Effect;
use crate::tui::event::Event;
use crate::tui::layout::Focus;

const LEFT: MouseButton = MouseButton::Left;

fn mouse(harness: Harness, kind: MouseEventKind, (column, row): (u16, u16)) -> Harness {
    harness.on(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
}

/// Where `words` stand on the screen: the cell of their first letter.
fn cell(harness: &mut Harness, words: &str) -> (u16, u16) {
    let screen = harness.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, l)| l.contains(words)).expect("on the screen");
    (line[..line.find(words).unwrap()].chars().count() as u16, row as u16)
}

#[test]
fn a_click_goes_there_and_dragging_selects() {
    let mut harness = talks(100, 30);
    let (from, to) = (cell(&mut harness, "Trade Minister"), cell(&mut harness, "dispute"));
    let harness = mouse(harness, MouseEventKind::Down(LEFT), from);
    let text = harness.app.reading().briefing.document.text.clone();
    assert_eq!(harness.app.reading().cursor, text.find("Trade Minister").unwrap());
    let harness = mouse(harness, MouseEventKind::Drag(LEFT), (from.0 + 13, from.1));
    let harness = mouse(harness, MouseEventKind::Up(LEFT), (from.0 + 13, from.1));
    assert_eq!(harness.app.notes.selection.unwrap().span().of(&text), "Trade Minister");
    let harness = mouse(harness, MouseEventKind::Down(LEFT), (to.0 + 6, to.1));
    assert_eq!(harness.app.notes.selection, None);
    let harness = mouse(harness, MouseEventKind::Drag(LEFT), to);
    assert_eq!(harness.app.notes.selection.unwrap().span().of(&text), "dispute", "backwards too");
    let harness = harness.keys("H");
    assert_eq!(harness.app.reading().briefing.annotations.placed[0].0.span.of(&text), "dispute");
}

#[test]
fn a_click_in_the_points_chooses_one() {
    let mut harness = talks(100, 30);
    let at = cell(&mut harness, "Share the cost");
    let harness = mouse(harness, MouseEventKind::Down(LEFT), at);
    assert_eq!(harness.app.focus(), Focus::Points);
    let reading = harness.app.reading();
    assert_eq!(
        reading.briefing.points.commitments[reading.list.point().unwrap().index].action,
        "share the cost of dredging"
    );
}

#[test]
fn the_divider_follows_the_mouse() {
    let harness = talks(100, 30);
    let edge = harness.app.areas().points.unwrap().x;
    let harness = mouse(harness, MouseEventKind::Down(LEFT), (edge, 5));
    let harness = mouse(harness, MouseEventKind::Drag(LEFT), (edge - 10, 5));
    assert_eq!(harness.app.areas().points.unwrap().x, edge - 10);
    let harness = mouse(harness, MouseEventKind::Up(LEFT), (edge - 10, 5));
    let harness = mouse(harness, MouseEventKind::Drag(LEFT), (edge + 10, 5));
    assert_eq!(harness.app.areas().points.unwrap().x, edge - 10, "let go");
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let text = "A line of the text.\n\n".repeat(60);
    let harness = mouse(Harness::new(100, 20, &text), MouseEventKind::ScrollDown, (10, 5));
    assert!(harness.app.reading().top > 0, "the page moves, not only the cursor");
    let harness = mouse(harness, MouseEventKind::ScrollUp, (10, 5));
    assert_eq!(harness.app.reading().top, 0);
    let harness = talks(100, 30);
    let before = harness.app.reading().list.at;
    let at = harness.app.areas().points.unwrap();
    let harness = mouse(harness, MouseEventKind::ScrollDown, (at.x + 5, at.y + 5));
    assert!(harness.app.reading().list.at > before && harness.app.focus() == Focus::Article);
}

#[test]
fn any_cell_may_be_pressed_at_any_size() {
    for (width, height) in [(160, 45), (80, 24), (60, 20), (45, 15), (70, 45), (30, 5)] {
        let mut harness = talks(width, height);
        for column in (0..width).step_by(3) {
            for row in 0..height {
                harness = mouse(harness, MouseEventKind::Down(LEFT), (column, row));
                harness = mouse(harness, MouseEventKind::Drag(LEFT), (row, column % height));
            }
        }
        harness.screen();
    }
}

#[test]
fn the_mouse_is_left_to_the_terminal_and_taken_back() {
    let mut harness = talks(100, 30).keys("g m");
    assert!(matches!(harness.asked[..], [Effect::Mouse(true)]), "{:?}", harness.asked);
    assert!(harness.foot().contains("the reader's"), "{}", harness.foot());
    assert!(matches!(harness.keys("g m").asked[..], [_, Effect::Mouse(false)]));
}

#[test]
fn the_wheel_turns_what_lies_on_top() {
    let harness = mouse(talks(100, 30).keys("?"), MouseEventKind::ScrollDown, (40, 10));
    let mut harness = mouse(harness, MouseEventKind::ScrollDown, (40, 10));
    assert!(harness.screen().contains("▸ Ctrl-d"), "{}", harness.screen());
    assert_eq!(harness.app.reading().cursor, talks(100, 30).app.reading().cursor, "the text stays");
}

#[test]
fn a_click_opens_a_briefing_of_the_list() {
    let documents = vec![
        crate::tui::harness::document("a.txt", "First words.\n"),
        crate::tui::harness::document("b.txt", "Second words.\n"),
    ];
    let mut harness = Harness::of(160, 45, documents, crate::tui::Options::default());
    let at = cell(&mut harness, "b.txt");
    let mut harness = mouse(harness, MouseEventKind::Down(LEFT), at);
    assert!(harness.screen().contains("Second words."), "{}", harness.screen());
    let edge = mouse(harness, MouseEventKind::Down(LEFT), (3, 43));
    assert_eq!(edge.app.current(), 1, "below the last one nothing happens");
}
