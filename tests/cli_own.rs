//! What the user made in the reader goes out with exports: marks, dismissals, highlights.

mod common;

use std::path::PathBuf;

use attache::annotate::{AnnotationSet, Change, Colour, Draft, Ledger};
use attache::base::Span;
use attache::briefing::Briefing;
use attache::extract::{Lexicon, extract};
use attache::import;
use common::{attache, code, folder, stderr, stdout};
use tempfile::TempDir;

const TEXT: &str = "Ministers meet in Bern

Foreign Minister Maria Keller met Defence Minister Jonas Lund in Bern on Monday. Norway will send two ships to the \
Baltic Sea by May 2026. Switzerland will host the next meeting in Geneva in June 2026.
";

/// A briefing in a folder that is the user's data folder, too.
struct Desk {
    folder: TempDir,
    file: PathBuf,
    briefing: Briefing,
    set: AnnotationSet,
}

impl Desk {
    fn new() -> Self {
        let folder = folder(&[("talks.txt", TEXT), ("other.txt", "Rain in Oslo\n\nIt will rain.\n")]);
        let file = folder.path().join("talks.txt");
        let document = import::open(&file, &import::Options::default()).unwrap();
        let set = AnnotationSet::open(&folder.path().join("attache"), &document);
        let points = extract(&document, &Lexicon::standard());
        Self { file, set, briefing: Briefing { points, ..Briefing::new(document) }, folder }
    }

    fn change(&mut self, change: Change) {
        let now = "2025-01-10T12:00:00Z".parse().unwrap();
        self.set.apply(&self.briefing.document, change, now).unwrap();
    }

    /// The label of the point whose name or action holds `words`.
    fn label(&self, words: &str) -> attache::annotate::PointKey {
        let label = self.briefing.ids().map(|id| self.briefing.label(id)).find(|l| l.quote.contains(words));
        label.unwrap_or_else(|| panic!("no point says {words}"))
    }

    fn export(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = attache();
        command.env("XDG_DATA_HOME", self.folder.path()).arg("export").arg(&self.file).args(arguments);
        command.output().unwrap()
    }
}

#[test]
fn marks_choose_what_goes_out() {
    let mut desk = Desk::new();
    let nothing = desk.export(&["--marked"]);
    assert_eq!((code(&nothing), stdout(&nothing).as_str()), (0, ""));
    assert_eq!(stderr(&nothing), "attache: talks: nothing is marked; Space marks a point in the reader\n");
    desk.change(Change::Mark(vec![desk.label("two ships")], true));
    let marked = stdout(&desk.export(&["--marked"]));
    assert!(marked.contains("two ships") && !marked.contains("Keller"), "{marked}");
    let all = stdout(&desk.export(&[]));
    assert!(all.contains("two ships") && all.contains("Keller"));
}

#[test]
fn what_was_dismissed_stays_out() {
    let mut desk = Desk::new();
    desk.change(Change::Dismiss(vec![desk.label("Keller")], true));
    let note = stdout(&desk.export(&["--only", "participants"]));
    assert!(note.contains("Lund") && !note.contains("**Maria Keller**"), "{note}");
}

#[test]
fn highlights_are_chosen_by_colour_and_tag() {
    let mut desk = Desk::new();
    let start = TEXT.find("two ships").unwrap();
    let mut draft = Draft::highlight(Span::new(start, start + 9), Colour::new(2).unwrap());
    (draft.note, draft.tags) = ("which ones?".into(), vec!["navy".into()]);
    desk.change(Change::Add(draft));
    let mut ledger = Ledger::open(&desk.folder.path().join("attache")).0;
    assert!(ledger.name_colour(Colour::new(2).unwrap(), "To do").is_ok());
    let has = |arguments: &[&str]| {
        let output = desk.export(&[&["--only", "highlights"], arguments].concat());
        assert_eq!((code(&output), stderr(&output).as_str()), (0, ""), "{arguments:?}");
        stdout(&output).contains("“two ships” #navy ^p2\n  - which ones?")
    };
    for yes in [&[][..], &["--colour", "2"], &["--colour", "to do"], &["--tag", "press,navy"], &["--marked"]]
    {
        assert!(has(yes), "{yes:?}");
    }
    for no in [&["--colour", "1"][..], &["--tag", "press"]] {
        assert!(!has(no), "{no:?}");
    }
    let wrong = desk.export(&["--colour", "mauve"]);
    assert_eq!(code(&wrong), 2);
    assert!(
        stderr(&wrong).starts_with("attache: no colour is called mauve; name one of "),
        "{}",
        stderr(&wrong)
    );
    let read = attache().env("XDG_DATA_HOME", desk.folder.path()).arg(&desk.file).output().unwrap();
    assert!(
        stdout(&read).contains("\nHighlights (1)\n- “two ships”. Note: which ones? #navy. ¶2\n"),
        "{}",
        stdout(&read)
    );
}

#[test]
fn a_date_given_in_the_reader_counts() {
    let desk = Desk::new();
    let mut ledger = Ledger::open(&desk.folder.path().join("attache")).0;
    let date = Some("2026-01-07".parse().unwrap());
    ledger.set_date(&desk.briefing.document, date, "2026-01-08T12:00:00Z".parse().unwrap()).unwrap();
    assert!(stdout(&desk.export(&[])).contains("\ndate: \"2026-01-07\"\n"));
    assert!(stdout(&desk.export(&["--date", "2025-03-04"])).contains("\ndate: \"2025-03-04\"\n"));
}

#[test]
fn every_format_carries_highlights_and_can_be_verified() {
    let mut desk = Desk::new();
    let start = TEXT.find("two ships").unwrap();
    let draft = Draft {
        note: "=cmd()\nwhich?".into(),
        ..Draft::highlight(Span::new(start, start + 9), Colour::default())
    };
    desk.change(Change::Add(draft));
    for format in attache::export::Format::ALL.iter().map(|f| f.name()) {
        let output = desk.export(&["--format", format]);
        assert_eq!(code(&output), 0, "{format}");
        let carries = stdout(&output).contains("which?");
        assert_eq!(carries, !matches!(format, "ics" | "todo"), "{format}: {}", stdout(&output));
    }
    let export = desk.folder.path().join("points.json");
    assert_eq!(code(&desk.export(&["-f", "json", "-o", export.to_str().unwrap()])), 0);
    let verified = attache().arg("verify").arg(&export).arg(&desk.file).output().unwrap();
    assert!(stdout(&verified).ends_with("0 moved, 0 missing\n"), "{}", stdout(&verified));
    let piped = attache()
        .args(["verify", "-"])
        .arg(&desk.file)
        .write_stdin(std::fs::read(&export).unwrap())
        .output()
        .unwrap();
    assert_eq!(piped.stdout, verified.stdout);
}
