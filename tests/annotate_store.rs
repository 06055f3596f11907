//! The store as a user meets it: reopened, moved, damaged, written by two at once, of another version.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use attache::annotate::{AnnotationId, AnnotationSet, Change, Colour, Draft, PointKey, StoreError};
use attache::base::Span;
use attache::document::Document;
use attache::import::{Options, read};
use jiff::Timestamp;

const TEXT: &str = "The envoys met in Oslo on Monday. They will meet again in Bergen before the summer. The agenda \
                    is open.\n\nNobody expects a treaty this year.";

fn now() -> Timestamp {
    "2026-11-24T15:00:00Z".parse().expect("a time")
}

fn briefing(folder: &Path, name: &str, text: &str) -> Document {
    let path = folder.join(name);
    fs::write(&path, text).expect("written");
    read(text.as_bytes(), Some(&path), &Options::default()).expect("text")
}

fn add(set: &mut AnnotationSet, document: &Document, words: &str, note: &str) -> AnnotationId {
    let start = document.text.find(words).expect("stands");
    let span = Span::new(start, start + words.len());
    let draft = Draft { note: note.into(), ..Draft::highlight(span, Colour::default()) };
    set.apply(document, Change::Add(draft), now()).expect("saved").expect("an id")
}

fn words(set: &AnnotationSet, document: &Document) -> Vec<String> {
    set.list().map(|(anchor, _)| document.slice(anchor.span).to_owned()).collect()
}

fn store_in(data: &Path) -> PathBuf {
    let files = fs::read_dir(data.join("annotations")).expect("stores").map(|e| e.expect("entry").path());
    files.filter(|p| p.extension().is_some_and(|e| e == "toml")).min().expect("a store")
}

#[test]
fn every_change_is_undone_and_redone_after_reopening() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let mut set = AnnotationSet::open(home.path(), &document);
    let id = add(&mut set, &document, "Oslo", "");
    let point = PointKey::new("meeting", "meet again in Bergen");
    let changes = [
        Change::Colour(id.clone(), Colour::new(4).expect("four")),
        Change::Note(id.clone(), "ask the \"desk\"\n[and] more".into()),
        Change::Tags(id.clone(), vec!["to do".into(), "north".into()]),
        Change::Mark(vec![point.clone(), PointKey::new("commitment", "x")], true),
        Change::Dismiss(vec![point.clone()], true),
        Change::Delete(id.clone()),
    ];
    for change in changes {
        set.apply(&document, change, now()).expect("saved");
    }
    let mut set = AnnotationSet::open(home.path(), &document);
    assert!(set.list().next().is_none() && set.is_marked(&point) && set.is_dismissed(&point));
    let mut undone = Vec::new();
    while let Some(what) = set.undo(&document, now()).expect("saved") {
        undone.push(what);
    }
    assert_eq!(undone, ["deletion", "dismissal", "mark (×2)", "tags", "note", "colour", "highlight"]);
    assert!(set.list().next().is_none() && !set.is_marked(&point) && !set.is_dismissed(&point));
    let mut set = AnnotationSet::open(home.path(), &document);
    for _ in 0..6 {
        assert!(set.redo(&document, now()).expect("saved").is_some());
    }
    let (_, annotation) = set.get(&id).expect("there");
    assert_eq!((annotation.colour.number(), annotation.tags.len()), (4, 2));
    assert_eq!(annotation.note, "ask the \"desk\"\n[and] more");
    assert_eq!(annotation.motivation().name(), "commenting");
    assert!(set.is_marked(&point) && set.is_dismissed(&point));
}

#[test]
fn two_readers_of_one_briefing_lose_nothing() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let lines: Vec<usize> = (0..40).collect();
    thread::scope(|scope| {
        for worker in 0..4 {
            let (document, data, lines) = (&document, home.path(), &lines);
            scope.spawn(move || {
                let mut set = AnnotationSet::open(data, document);
                for n in lines {
                    let draft = Draft {
                        note: format!("{worker} {n}"),
                        ..Draft::highlight(Span::new(*n, n + 3 + worker), Colour::default())
                    };
                    set.apply(document, Change::Add(draft), now()).expect("saved");
                }
            });
        }
    });
    let set = AnnotationSet::open(home.path(), &document);
    let mut notes: Vec<String> = set.list().map(|(_, a)| a.note.clone()).collect();
    notes.sort();
    notes.dedup();
    assert_eq!(notes.len(), 160);
}

#[test]
fn edits_of_one_annotation_by_two_readers_are_joined() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let mut one = AnnotationSet::open(home.path(), &document);
    let id = add(&mut one, &document, "Oslo", "");
    let mut two = AnnotationSet::open(home.path(), &document);
    one.apply(&document, Change::Note(id.clone(), "first".into()), now()).expect("saved");
    two.apply(&document, Change::Note(id.clone(), "second".into()), now()).expect("saved");
    assert_eq!(two.get(&id).expect("there").1.note, "first\n\nsecond");
    assert!(one.refresh(&document).expect("read"));
    assert_eq!(one.get(&id).expect("there").1.note, "first\n\nsecond");
    assert!(!one.refresh(&document).expect("read"));
    one.apply(&document, Change::Delete(id.clone()), now()).expect("saved");
    two.apply(&document, Change::Colour(id.clone(), Colour::ALL[2]), now()).expect("saved");
    assert_eq!(two.get(&id).expect("an edit brings it back").1.colour, Colour::ALL[2]);
}

#[test]
fn a_changed_file_keeps_its_highlights_and_says_what_became_of_them() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let mut set = AnnotationSet::open(home.path(), &document);
    add(&mut set, &document, "The envoys met in Oslo on Monday.", "");
    add(&mut set, &document, "They will meet again in Bergen before the summer.", "");
    let lost = add(&mut set, &document, "Nobody expects a treaty this year.", "keep me");
    let edited = TEXT.replace("Bergen", "Tromsø").replace("\n\nNobody expects a treaty this year.", "");
    let changed = briefing(home.path(), "b.txt", &format!("New lead.\n\n{edited}"));
    let carried = set.reload(&changed);
    assert_eq!((carried.kept, carried.moved, carried.fuzzy, carried.orphans), (0, 1, 1, 1));
    let mut set = AnnotationSet::open(home.path(), &changed);
    assert_eq!((set.carried().kept, set.carried().orphans), (2, 1), "the new places were kept");
    let now_there =
        ["The envoys met in Oslo on Monday.", "They will meet again in Tromsø before the summer."];
    assert_eq!(words(&set, &changed), now_there);
    let first = set.list().nth(1).expect("second").1.first_quote.clone();
    assert_eq!(first.as_deref(), Some("They will meet again in Bergen before the summer."));
    assert_eq!(set.orphans().map(|o| o.annotation.note.clone()).collect::<Vec<_>>(), ["keep me"]);
    let start = changed.text.find("The agenda").expect("stands");
    set.place_orphan(&changed, &lost, Span::new(start, start + 10), now()).expect("saved");
    assert_eq!(set.orphans().count(), 0);
    assert_eq!(words(&set, &changed)[2], "The agenda");
    set.undo(&changed, now()).expect("saved");
    assert_eq!(set.orphans().count(), 1);
    set.apply(&changed, Change::Keep(lost), now()).expect("saved");
    let set = AnnotationSet::open(home.path(), &changed);
    assert_eq!(
        (set.carried().orphans, set.orphans().count()),
        (0, 1),
        "a kept orphan is not asked about again"
    );
}

#[test]
fn a_moved_file_finds_its_store_and_a_copy_gets_its_own() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "old.txt", TEXT);
    let mut set = AnnotationSet::open(home.path(), &document);
    add(&mut set, &document, "Oslo", "");
    let copy = briefing(home.path(), "copy.txt", TEXT);
    let mut copied = AnnotationSet::open(home.path(), &copy);
    assert_eq!(words(&copied, &copy), ["Oslo"]);
    add(&mut copied, &copy, "Bergen", "");
    assert_eq!(AnnotationSet::open(home.path(), &document).list().count(), 1);
    fs::remove_file(home.path().join("old.txt")).expect("removed");
    fs::remove_file(home.path().join("copy.txt")).expect("removed");
    let moved = briefing(home.path(), "new.txt", TEXT);
    let set = AnnotationSet::open(home.path(), &moved);
    assert!(set.list().count() >= 1);
    assert!(set.diagnostics()[0].message.contains("moved here"), "{:?}", set.diagnostics());
    assert!(AnnotationSet::open(home.path(), &moved).diagnostics().is_empty());
}

#[test]
fn a_damaged_store_is_set_aside_and_the_rest_loads() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let mut set = AnnotationSet::open(home.path(), &document);
    add(&mut set, &document, "Oslo", "a note\n[with] a bracket\n");
    add(&mut set, &document, "Bergen", "");
    add(&mut set, &document, "agenda", "");
    let file = store_in(home.path());
    let sound = fs::read_to_string(&file).expect("read");
    let damages: [(&str, String, usize); 4] = [
        ("cut off", sound[..sound.find("exact = \"agenda\"").expect("printed") + 5].into(), 2),
        ("a bad colour", sound.replacen("colour = 1", "colour = 9", 1), 2),
        ("a broken line", sound.replacen("exact = \"Bergen\"", "exact = \"Bergen", 1), 2),
        ("no store at all", "\u{0}\u{1} what?".into(), 0),
    ];
    for (n, (what, text, left)) in damages.into_iter().enumerate() {
        fs::write(&file, &text).expect("written");
        let set = AnnotationSet::open(home.path(), &document);
        assert_eq!(set.list().count(), left, "{what}: {:?}", set.diagnostics());
        assert!(set.diagnostics()[0].message.contains("damaged"), "{what}");
        let aside = format!("{}.damaged-{}", file.display(), n + 1);
        assert_eq!(fs::read_to_string(aside).expect("set aside"), text, "{what}");
        let again = AnnotationSet::open(home.path(), &document);
        assert!(again.diagnostics().is_empty(), "{what}: {:?}", again.diagnostics());
    }
}

#[test]
fn stores_of_other_versions_are_migrated_or_left_alone() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let mut set = AnnotationSet::open(home.path(), &document);
    add(&mut set, &document, "Oslo", "");
    let file = store_in(home.path());
    let by_hand = "[[highlight]]\nquote = \"will meet again in Bergen\"\ncolour = 3\ntags = [\"north\"]\n";
    fs::write(&file, by_hand).expect("written");
    let mut set = AnnotationSet::open(home.path(), &document);
    assert_eq!(words(&set, &document), ["will meet again in Bergen"]);
    add(&mut set, &document, "Oslo", "");
    let text = fs::read_to_string(&file).expect("read");
    assert!(text.contains("version = 1") && !text.contains("[[highlight]]"), "{text}");
    assert_eq!(AnnotationSet::open(home.path(), &document).list().count(), 2);

    let later = "version = 7\n[[annotation]]\nshape = \"unknown\"\n";
    fs::write(&file, later).expect("written");
    let mut set = AnnotationSet::open(home.path(), &document);
    assert!(set.diagnostics()[0].message.contains("version 7"), "{:?}", set.diagnostics());
    let draft = Draft::highlight(Span::new(0, 3), Colour::default());
    let refused = set.apply(&document, Change::Add(draft), now());
    assert!(matches!(refused, Err(StoreError::Newer { version: 7, .. })), "{refused:?}");
    assert_eq!(set.list().count(), 1, "what cannot be saved is shown all the same");
    assert_eq!(fs::read_to_string(&file).expect("read"), later);
}

#[test]
fn what_could_not_be_saved_goes_along_with_the_next_save() {
    let home = tempfile::tempdir().expect("folder");
    let document = briefing(home.path(), "b.txt", TEXT);
    let data = home.path().join("data");
    fs::write(&data, "a file where the folder should be").expect("written");
    let mut set = AnnotationSet::open(&data, &document);
    let draft = Draft::highlight(Span::new(0, 3), Colour::default());
    let refused = set.apply(&document, Change::Add(draft), now());
    assert!(refused.is_err() && set.is_unsaved() && set.list().count() == 1);
    fs::remove_file(&data).expect("removed");
    add(&mut set, &document, "Oslo", "");
    assert!(!set.is_unsaved());
    assert_eq!(AnnotationSet::open(&data, &document).list().count(), 2);
}

#[test]
fn standard_input_keeps_its_highlights_by_content() {
    let home = tempfile::tempdir().expect("folder");
    let document = read(TEXT.as_bytes(), None, &Options::default()).expect("text");
    let mut set = AnnotationSet::open(home.path(), &document);
    add(&mut set, &document, "Oslo", "");
    assert_eq!(AnnotationSet::open(home.path(), &document).list().count(), 1);
    let text = fs::read_to_string(store_in(home.path())).expect("read");
    assert!(text.contains("path = \"\"") && text.contains(&document.sha256), "{text}");
}
