//! `attache search`, run as users run it.

mod common;

use std::path::Path;

use attache::annotate::{AnnotationSet, Change, Colour, Draft};
use attache::base::Span;
use attache::import;
use common::{attache, code, folder, run, stderr, stdout};
use serde_json::Value;

const SAMPLE: &str = "briefings/japan-india-two-plus-two.txt";

/// The objects that `search --json` prints, each checked against the schema and against the text.
fn hits(arguments: &[&str]) -> Vec<Value> {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema/attache-hits-1.json");
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(schema).expect("readable")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let output = run(&[&["search", "--json"], arguments].concat());
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let lines: Vec<Value> =
        stdout(&output).lines().map(|l| serde_json::from_str(l).expect("one object a line")).collect();
    for line in &lines {
        let faults: Vec<String> = validator.iter_errors(line).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?} in {line}");
        let hits = line["hits"].as_array().expect("hits");
        assert_eq!(line["count"].as_u64(), Some(hits.len() as u64));
        for hit in hits {
            assert!(hit["context"].as_str().unwrap().contains(hit["text"].as_str().unwrap()), "{hit}");
        }
    }
    lines
}

fn words_at(text: &str, hit: &Value) -> String {
    let at = |name: &str| hit[name].as_u64().unwrap() as usize;
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

#[test]
fn hits_are_grouped_by_briefing() {
    let output = run(&["search", "two-plus-two", "briefings", "--context", "20"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let shown = stdout(&output);
    assert!(shown.starts_with("briefings/japan-india-two-plus-two.txt · Tokyo's top diplomat"), "{shown}");
    assert!(shown.lines().skip(1).any(|l| l.starts_with("  ¶3 The two-plus-two meeting in New")), "{shown}");
    assert!(!shown.contains('\u{1b}') && !shown.contains("Read more"));
    let count = stdout(&run(&["search", "Kihara", SAMPLE, "--count"]));
    assert!(count.starts_with(&format!("{SAMPLE}: ")), "{count}");
}

#[test]
fn hits_in_the_text_are_told_with_their_place() {
    let text = std::fs::read_to_string(SAMPLE).unwrap();
    let found = hits(&["--regex", r"min\w+ister|Kihara", SAMPLE]);
    for hit in found[0]["hits"].as_array().unwrap() {
        assert_eq!(
            (words_at(&text, hit), &hit["in"]),
            (hit["text"].as_str().unwrap().to_owned(), &"text".into())
        );
    }
}

#[test]
fn key_points_are_searched_apart() {
    let text = std::fs::read_to_string(SAMPLE).unwrap();
    let found = hits(&["--in", "points", "kihara", SAMPLE]);
    let kinds: Vec<&str> =
        found[0]["hits"].as_array().unwrap().iter().map(|h| h["in"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"participant") && !kinds.contains(&"text"), "{kinds:?}");
    let person = found[0]["hits"].as_array().unwrap().iter().find(|h| h["in"] == "participant").unwrap();
    assert_eq!(words_at(&text, person), "Defense Minister Kihara Minoru", "it leads to the evidence");
    let shown = stdout(&run(&["search", "--in", "points", "kihara", SAMPLE]));
    assert!(shown.contains("\n  ¶2 participant: Kihara Minoru · Defense Minister, Japan\n"), "{shown}");
    let both = hits(&["--in", "text,points", "kihara", SAMPLE]);
    assert!(both[0]["count"].as_u64() > found[0]["count"].as_u64());
}

#[test]
fn notes_are_searched_apart() {
    let data = folder(&[
        ("read/talks.txt", "Talks in Bern end\n\nThey met in the old town and signed.\n"),
        ("read/other.txt", "Rain\n"),
    ]);
    let document = import::open(&data.path().join("read/talks.txt"), &import::Options::default()).unwrap();
    let start = document.text.find("old town").unwrap();
    let draft = Draft {
        note: "where, \u{1b}exactly?".into(),
        ..Draft::highlight(Span::new(start, start + 8), Colour::default())
    };
    let mut set = AnnotationSet::open(&data.path().join("attache"), &document);
    set.apply(&document, Change::Add(draft), "2025-01-10T12:00:00Z".parse().unwrap()).unwrap();
    let search = |arguments: &[&str]| {
        let mut command = attache();
        command
            .env("XDG_DATA_HOME", data.path())
            .args(["search", "exactly"])
            .args(arguments)
            .arg(data.path().join("read"));
        let output = command.output().unwrap();
        assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
        stdout(&output)
    };
    assert_eq!(search(&[]), "");
    let shown = search(&["--in", "notes"]);
    assert!(
        shown.ends_with("talks.txt · Talks in Bern end · 1 hit\n  ¶2 note: where, \u{241b}exactly?\n"),
        "{shown}"
    );
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let output = run(&["search", "--regex", "a(b", SAMPLE]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output), "attache: regular expression wrong at column 2: unclosed group\n");
    let nothing = run(&["search", "zzz", SAMPLE, "no-such.txt"]);
    assert_eq!((code(&nothing), stdout(&nothing).as_str()), (1, ""));
    assert_eq!(code(&run(&["search", "--in", "nowhere", "x", SAMPLE])), 2);
}
