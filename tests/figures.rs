//! The measured figures, as a regression table: extraction over the development documents must not fall below it.
//!
//! The documents and their scorer stand beside a checkout, not in it; without them this test says that it skipped.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Section and field of the scorer's report, and the figure that must not be undercut.
const FLOORS: &[(&str, &str, f64)] = &[
    ("participants", "f1", 0.94),
    ("people", "f1", 0.98),
    ("people", "name", 0.98),
    ("people", "role", 0.94),
    ("people", "affiliation", 0.88),
    ("mentions", "f1", 0.97),
    ("parties", "f1", 0.88),
    ("commitments", "f1", 0.92),
    ("commitments", "strength", 0.97),
    ("commitments", "actor", 0.93),
    ("commitments", "deadline", 0.80),
    ("meetings", "f1", 0.88),
    ("meetings", "when", 0.86),
    ("meetings", "place", 0.85),
];

fn gold_folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let python = Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success());
    (folder.join("dev.jsonl").exists() && python).then_some(folder)
}

/// One line of `attache extract` for each document of `gold`.
fn extract_all(gold: &str, folder: &Path) -> String {
    let mut lines = String::new();
    for document in gold.lines().map(|l| serde_json::from_str::<Value>(l).expect("gold is JSON")) {
        let file = folder.join(format!("{}.txt", document["id"].as_str().expect("id")));
        std::fs::write(&file, document["text"].as_str().expect("text")).expect("written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(["extract", "--format", "jsonl"]);
        if let Some(date) = document["date"].as_str() {
            command.args(["--date", date]);
        }
        let output = command.arg(&file).env("XDG_CONFIG_HOME", folder).output().expect("runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        lines.push_str(&String::from_utf8(output.stdout).expect("UTF-8"));
    }
    lines
}

/// The scorer's report of what is extracted from the documents of `name`; `None` when they are not beside this checkout.
fn report(name: &str) -> Option<Value> {
    let gold = gold_folder()?;
    let work = tempfile::tempdir().expect("temporary folder");
    let text = std::fs::read_to_string(gold.join(name)).expect("readable");
    let predicted = work.path().join("predicted.jsonl");
    std::fs::write(&predicted, extract_all(&text, work.path())).expect("written");
    let output = Command::new("python3")
        .arg(gold.join("score.py"))
        .arg("--gold")
        .arg(gold.join(name))
        .arg("--pred")
        .arg(&predicted)
        .arg("--json")
        .output()
        .expect("the scorer runs");
    Some(serde_json::from_slice(&output.stdout).expect("the scorer prints JSON"))
}

/// The figures of `report` that lie below `floors`, told in a line each.
fn below(report: &Value, floors: &[(&str, &str, f64)]) -> Vec<String> {
    floors
        .iter()
        .map(|(section, field, floor)| {
            (section, field, floor, report[*section][*field].as_f64().unwrap_or(0.0))
        })
        .filter(|(_, _, floor, figure)| figure < floor)
        .map(|(section, field, floor, figure)| format!("{section} {field}: {figure:.3}, was {floor:.3}"))
        .collect()
}

#[test]
fn figures_on_the_development_documents_stand() {
    let Some(report) = report("dev.jsonl") else {
        println!("skipped: no gold documents beside this checkout");
        return;
    };
    let below = below(&report, FLOORS);
    assert!(below.is_empty(), "figures fell:\n  {}", below.join("\n  "));
    assert_eq!(report["unfaithful names"], 0, "every name stands in the text");
}

/// People with office and country, parties, the one meeting to come with its place, and every commitment of the guide's
/// worked example. One act is read besides ("aims to contribute"), so the precision of commitments is not held.
#[test]
fn the_worked_example_of_the_guide_is_found() {
    let Some(report) = report("sample.jsonl") else {
        println!("skipped: no worked example beside this checkout");
        return;
    };
    let whole = [
        ("participants", "f1", 1.0),
        ("people", "name", 1.0),
        ("people", "role", 1.0),
        ("people", "affiliation", 1.0),
        ("mentions", "f1", 1.0),
        ("parties", "f1", 1.0),
        ("commitments", "r", 1.0),
        ("commitments", "strength", 1.0),
        ("commitments", "actor", 1.0),
        ("meetings", "f1", 1.0),
        ("meetings", "place", 1.0),
    ];
    let below = below(&report, &whole);
    assert!(below.is_empty(), "not found:\n  {}", below.join("\n  "));
    assert_eq!(report["soft recall"], 1.0);
}
