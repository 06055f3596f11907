//! Nothing acknowledged is lost, whenever the program is killed.
//!
//! The test starts itself as a second process that makes one highlight after another and says when each is saved; it
//! is killed without warning at a random point, two hundred times and more, and all that it said must be found.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use attache::annotate::{AnnotationSet, Change, Colour, Draft};
use attache::base::Span;
use attache::document::Document;
use attache::import::{Options, read};
use jiff::Timestamp;

const ROUNDS: u64 = 220;
const FOLDER: &str = "ATTACHE_TEST_KILL_FOLDER";

/// A seeded generator (Knuth's MMIX constants), so that a failure can be had again.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn document() -> Document {
    let text: String = (0..400).map(|n| format!("Sentence {n} of a long day in the hall. ")).collect();
    let mut document = read(text.as_bytes(), None, &Options::default()).expect("text");
    document.path = Some("/nowhere/briefing.txt".into());
    document
}

/// Not a test of its own: what the killed process does.
#[test]
fn child_makes_highlights_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let document = document();
    let mut set = AnnotationSet::open(Path::new(&folder), &document);
    let mut out = std::io::stdout();
    for n in 0.. {
        let draft = Draft {
            note: format!("note {n}"),
            ..Draft::highlight(Span::new(n % 900, n % 900 + 8), Colour::default())
        };
        let id = set.apply(&document, Change::Add(draft), Timestamp::UNIX_EPOCH).expect("saved");
        writeln!(out, "saved {}", id.expect("an id")).expect("told");
        out.flush().expect("told");
        if n % 5 == 4 {
            // The highlight stays whichever of these is cut off. The note is another one each time, so that there is
            // a change to undo.
            let id = set.list().next().map(|(_, a)| a.id.clone()).expect("one");
            let note = format!("{} and more", set.list().count());
            let changed = set.apply(&document, Change::Note(id, note), Timestamp::UNIX_EPOCH).expect("saved");
            assert!(changed.is_some());
            set.undo(&document, Timestamp::UNIX_EPOCH).expect("saved");
            set.redo(&document, Timestamp::UNIX_EPOCH).expect("saved");
        }
    }
}

/// Starts the child, lets it acknowledge `first` highlights, kills it after a further `pause`, and returns the names of
/// what it said was saved. Waiting for its words keeps the test as telling on a busy machine as on an idle one.
fn run_and_kill(folder: &Path, first: u64, pause: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "child_makes_highlights_until_it_is_killed", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let stdout = child.stdout.take().expect("piped");
    let (send, saved) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some((_, id)) = line.split_once("saved ") {
                let _ = send.send(id.to_owned());
            }
        }
    });
    let mut out: Vec<String> =
        (0..first).map_while(|_| saved.recv_timeout(Duration::from_secs(20)).ok()).collect();
    thread::sleep(pause);
    child.kill().expect("killed");
    child.wait().expect("ended");
    out.extend(saved.iter());
    out
}

#[test]
fn what_was_acknowledged_survives_being_killed_at_any_moment() {
    let mut random = Random(4);
    let document = document();
    let mut acknowledged = 0;
    let mut folder = tempfile::tempdir().expect("folder");
    let mut expected: Vec<String> = Vec::new();
    for round in 0..ROUNDS {
        if round % 22 == 0 {
            folder = tempfile::tempdir().expect("folder");
            expected.clear();
        }
        let pause = Duration::from_micros(random.below(30_000));
        let new = run_and_kill(folder.path(), random.below(4), pause);
        acknowledged += new.len();
        expected.extend(new);
        let set = AnnotationSet::open(folder.path(), &document);
        assert!(set.diagnostics().is_empty(), "round {round}: {:?}", set.diagnostics());
        let found: Vec<String> = set.list().map(|(_, a)| a.id.to_string()).collect();
        for id in &expected {
            assert!(found.contains(id), "round {round}: {id} was acknowledged and is gone");
        }
    }
    println!("{acknowledged} highlights acknowledged before {ROUNDS} kills, all found");
    assert!(acknowledged as u64 > ROUNDS, "only {acknowledged} highlights were made");
}
