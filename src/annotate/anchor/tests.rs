//! Texts that changed, and where the highlighted words are then.

use super::*;

/// Anchors the first `words` of `old` in `new`: what was found and how, or `None` for an orphan.
fn carried<'a>(old: &str, words: &str, new: &'a str) -> Option<(&'a str, Placing)> {
    let start = old.find(words).expect("the words stand in the old text");
    carried_from(old, Span::new(start, start + words.len()), new)
}

fn carried_from<'a>(old: &str, span: Span, new: &'a str) -> Option<(&'a str, Placing)> {
    let target = Target::of(old, span).expect("a target");
    anchor(new, &[&target])[0].anchor().map(|a| (&new[a.span.range()], a.placing))
}

const OLD: &str = "The ministers met in Lisbon on Tuesday to discuss fisheries. They agreed to set up a joint \
                   committee on quotas by the end of the year. The committee will meet in Porto for the first time.\n\n\
                   “We are on the right path,” the host said after the talks. Nobody mentioned the tariffs.";
const QUOTE: &str = "They agreed to set up a joint committee on quotas by the end of the year.";

#[test]
fn an_unchanged_text_keeps_every_place() {
    assert_eq!(carried(OLD, QUOTE, OLD), Some((QUOTE, Placing::Exact)));
    assert_eq!(carried(OLD, "the", OLD), Some(("the", Placing::Exact)));
}

#[test]
fn words_move_with_their_text() {
    let new = format!("A new first paragraph stands here.\n\n{OLD}");
    assert_eq!(carried(OLD, QUOTE, &new), Some((QUOTE, Placing::Moved)));
    assert_eq!(carried(OLD, "Porto", &new), Some(("Porto", Placing::Moved)));
}

#[test]
fn an_edit_behind_the_words_moves_nothing() {
    let new = OLD.replace("The committee will meet in Porto", "It meets in Braga");
    assert_eq!(carried(OLD, QUOTE, &new), Some((QUOTE, Placing::Exact)));
}

#[test]
fn rewrapped_and_requoted_words_are_the_same() {
    let new = OLD.replace(' ', "\n").replace(['“', '”'], "\"");
    let found = carried(OLD, "“We are on the right path,” the host said", &new);
    assert_eq!(found, Some(("\"We\nare\non\nthe\nright\npath,\"\nthe\nhost\nsaid", Placing::Moved)));
}

#[test]
fn edited_words_are_found_between_their_neighbours() {
    let new = OLD.replace("set up a joint committee on quotas", "establish a joint committee on catches");
    let words = "They agreed to establish a joint committee on catches by the end of the year.";
    assert_eq!(carried(OLD, QUOTE, &new), Some((words, Placing::Fuzzy)));
}

#[test]
fn deleted_words_are_an_orphan() {
    assert_eq!(carried(OLD, QUOTE, &OLD.replace(QUOTE, "")), None);
    assert_eq!(carried(OLD, QUOTE, ""), None);
    assert_eq!(carried(OLD, "Lisbon", &OLD.replace("in Lisbon on", "on")), None);
}

#[test]
fn a_neighbour_that_reads_alike_does_not_take_the_place() {
    let old = "The day was long. Norway will send two ships to the exercise in May. Sweden will send two ships to \
               the exercise in May. The staffs went home.";
    let words = "Norway will send two ships to the exercise in May.";
    assert_eq!(carried(old, words, &old.replace(words, "")), None);
}

#[test]
fn twins_are_told_apart_by_their_neighbours() {
    let old = "Alpha spoke first. The talks continue. Beta was glad of that.\n\nGamma spoke last, after the break. \
               The talks continue. Delta left the room at once.";
    let second = old.rfind("The talks continue.").unwrap();
    let span = Span::new(second, second + 19);
    let new = format!("Inserted ahead.\n\n{old}");
    let target = Target::of(old, span).unwrap();
    let found = anchor(&new, &[&target])[0].anchor().unwrap();
    assert_eq!(found.span.start, new.rfind("The talks continue.").unwrap());
    let gone = new.replace("break. The talks continue. Delta", "break. Delta");
    assert!(gone.contains("The talks continue."));
    assert_eq!(anchor(&gone, &[&target])[0].anchor(), None, "the twin took the place");
}

#[test]
fn a_short_word_that_was_alone_needs_its_neighbours() {
    let new = OLD.replace("met in Lisbon on Tuesday", "met on Tuesday") + " Lisbon is a city by the sea.";
    assert_eq!(carried(OLD, "Lisbon", &new), None);
}

#[test]
fn a_word_that_stands_everywhere_is_found_or_orphaned_in_linear_time() {
    let old = format!("{}MARK e MARK{}", "e ".repeat(60_000), " e".repeat(60_000));
    let at = old.find("MARK e MARK").unwrap() + 5;
    let span = Span::new(at, at + 1);
    assert_eq!(carried_from(&old, span, &format!("x {old}")).unwrap().1, Placing::Moved);
    assert_eq!(carried_from(&old, span, &old.replace("MARK", "")), None);
}

#[test]
fn what_a_hand_wrote_is_found_by_its_words_alone() {
    let target = Target { exact: "set up a joint committee".into(), ..Target::default() };
    assert!(anchor(OLD, &[&target])[0].anchor().is_some());
    let vague = Target { exact: "the".into(), ..Target::default() };
    assert_eq!(anchor(OLD, &[&vague])[0].anchor(), None);
    assert_eq!(anchor(OLD, &[&Target::default()])[0], Placement::Orphan(None));
}
