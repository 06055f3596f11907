//! `attache extract`, run as users run it: contract, streams, exit codes, error lines.

mod common;

use common::{attache, briefings, code, folder, run, stderr, stdout};
use serde_json::Value;

fn records(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect()
}

/// Every span of a record as (start, end), wherever it stands.
fn spans(value: &Value, out: &mut Vec<(usize, usize)>) {
    match value {
        Value::Object(fields) => {
            let number = |name| fields.get(name).and_then(Value::as_u64).map(|n| n as usize);
            if let (Some(start), Some(end)) = (number("start"), number("end")) {
                out.push((start, end));
            }
            fields.values().for_each(|v| spans(v, out));
        }
        Value::Array(items) => items.iter().for_each(|v| spans(v, out)),
        _ => {}
    }
}

fn assert_contract(record: &Value) {
    let schema: Value = serde_json::from_str(include_str!("../docs/schema/attache-1.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let id = record["document"]["id"].as_str().expect("an id");
    let faults: Vec<String> =
        validator.iter_errors(record).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(faults.is_empty(), "{id}:\n{}", faults.join("\n"));
    let text: Vec<char> = record["document"]["text"].as_str().expect("a text").chars().collect();
    let mut all = Vec::new();
    spans(record, &mut all);
    for (start, end) in all {
        assert!(start <= end && end <= text.len(), "{id}: {start}..{end} of {}", text.len());
    }
    for list in ["participants", "parties", "commitments", "meetings"] {
        assert!(record[list].is_array(), "{id} has {list}");
    }
    for person in record["participants"].as_array().expect("a list") {
        let (start, end) = (&person["mentions"][0]["start"], &person["mentions"][0]["end"]);
        let words = &text[start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize];
        let words: String = words.iter().collect();
        let name = person["name"].as_str().unwrap().to_lowercase();
        let shared = words.to_lowercase().split_whitespace().any(|w| name.contains(w));
        assert!(shared, "{id}: {words} is a mention of {name}");
    }
}

#[test]
fn the_sample_briefings_keep_the_contract() {
    let output = run(&["extract", "briefings", "--with", "times,mentions", "--explain"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let records = records(&stdout(&output));
    assert_eq!(records.len(), briefings().len());
    records.iter().for_each(assert_contract);
    assert!(records.iter().all(|r| r["times"].is_array() && r["mentions"].is_array()));
    let why = records.iter().flat_map(|r| r["participants"].as_array().unwrap()).map(|p| &p["why"]);
    assert!(why.clone().count() > 5 && why.clone().all(|w| w["sentence"]["text"].is_string()));
}

#[test]
fn real_texts_keep_the_contract() {
    let gold = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/dev.jsonl");
    let Ok(gold) = std::fs::read_to_string(gold) else {
        println!("skipped: no gold beside the project");
        return;
    };
    let folder = folder(&[]);
    for line in gold.lines() {
        let document: Value = serde_json::from_str(line).expect("JSON");
        let name = format!("{}.txt", document["id"].as_str().expect("an id"));
        std::fs::write(folder.path().join(name), document["text"].as_str().expect("a text")).expect("a file");
    }
    let output =
        attache().arg("extract").arg(folder.path()).args(["--with", "times,mentions"]).output().unwrap();
    let records = records(&stdout(&output));
    assert_eq!((records.len(), code(&output)), (gold.lines().count(), 0));
    records.iter().for_each(assert_contract);
}

#[test]
fn text_comes_back_as_the_file_has_it() {
    let folder = folder(&[("a.txt", "\u{feff}Talks in Bern end\r\n\r\nThey met.\r\n\r\nShare this: X\r\n")]);
    let output = attache().arg("extract").arg(folder.path().join("a.txt")).output().unwrap();
    let record = &records(&stdout(&output))[0];
    assert_eq!(record["document"]["text"], "Talks in Bern end\n\nThey met.\n\nShare this: X\n");
    let kinds: Vec<_> = record["document"]["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["title", "paragraph", "boilerplate"]);
    assert_eq!((&record["document"]["id"], &record["document"]["place"]), (&"a".into(), &Value::Null));
}

#[test]
fn standard_input_is_a_briefing_too() {
    let output =
        attache().args(["extract", "-"]).write_stdin("Talks in Bern end\n\nThey met.").output().unwrap();
    let record = &records(&stdout(&output))[0];
    assert_eq!((&record["document"]["id"], &record["document"]["path"]), (&"-".into(), &Value::Null));
    assert_eq!(code(&output), 0);
}

#[test]
fn the_date_given_goes_before_the_briefings_own() {
    let output = run(&["extract", "briefings/japan-india-two-plus-two.txt", "--date", "2024-08-20"]);
    assert_eq!(records(&stdout(&output))[0]["document"]["date"], "2024-08-20");
    let wrong = run(&["extract", "briefings", "--date", "yesterday"]);
    assert_eq!(code(&wrong), 2);
    assert!(stderr(&wrong).contains("write a day as 2024-08-20"), "{}", stderr(&wrong));
}

#[test]
fn only_what_is_asked_for_is_there() {
    let output = run(&["extract", "briefings/monsoon.txt", "--only", "meetings,parties"]);
    let record = &records(&stdout(&output))[0];
    assert!(record["meetings"].is_array() && record["parties"].is_array());
    assert!(record.get("participants").is_none() && record.get("commitments").is_none());
    assert!(record.get("times").is_none() && record.get("mentions").is_none());
}

#[test]
fn an_array_is_one_json_value() {
    let several: Value =
        serde_json::from_str(&stdout(&run(&["extract", "--format", "json", "briefings"]))).expect("JSON");
    assert_eq!(several.as_array().map(Vec::len), Some(briefings().len()));
    let none = run(&["extract", "--format", "json", "no-such.txt"]);
    assert_eq!((stdout(&none).as_str(), code(&none)), ("[]\n", 1));
}

#[test]
fn a_bad_input_is_told_in_one_line_and_the_others_are_done() {
    let folder = folder(&[
        ("a.txt", "Talks in Bern end\n\nThey met."),
        ("empty.txt", " \n"),
        ("z.txt", "Talks in Oslo end\n\nThey met."),
        ("none/picture.png", "x"),
    ]);
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("binary.txt"), b"\x7fELF\x00\x01\x02").unwrap();
    let (top, none, missing) = (path(""), path("none"), path("missing.txt"));
    let output = run(&["extract", &missing, &top, &none]);
    assert_eq!(code(&output), 1);
    let ids: Vec<_> = records(&stdout(&output)).iter().map(|r| r["document"]["id"].clone()).collect();
    assert_eq!(ids, ["a", "z"]);
    let lines: Vec<String> = stderr(&output).lines().map(|l| l.replace(&top, "")).collect();
    assert_eq!(
        lines,
        [
            "attache: missing.txt: no such file; check the name",
            "attache: binary.txt: holds binary data, not text; attache reads .txt, .md and .toml",
            "attache: empty.txt: is empty; nothing to read",
            "attache: none: no briefings in this folder; attache reads .txt, .md and .toml",
        ]
    );
}

#[test]
fn wrong_usage_has_an_exit_code_of_its_own() {
    for arguments in
        [&["extract"][..], &["extract", "a", "--format", "xml"], &["extract", "a", "--with", "x"]]
    {
        assert_eq!(code(&run(arguments)), 2, "{arguments:?}");
    }
    assert_eq!(code(&run(&["extract", "--help"])), 0);
}

#[cfg(unix)]
#[test]
fn names_cannot_command_the_terminal() {
    let folder = folder(&[("a\u{1b}[2J\nb.txt", " "), ("c\u{1b}]0;x\u{7}.txt", "Talks end\n\nThey met.")]);
    let output = attache().arg("extract").arg(folder.path()).output().unwrap();
    let told = stderr(&output);
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(!told.contains('\u{1b}') && told.contains("a␛[2J b.txt: is empty"), "{told}");
    assert!(!stdout(&output).contains('\u{1b}'), "JSON escapes it");
}

#[cfg(unix)]
#[test]
fn folders_without_permission_are_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.txt", "Talks end\n\nThey met."), ("closed/b.txt", "Talks end\n\nThey met.")]);
    let closed = folder.path().join("closed");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    let readable = std::fs::read_dir(&closed).is_ok();
    let output = attache().arg("extract").arg(folder.path()).output().unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o755)).unwrap();
    if readable {
        println!("skipped: this user may read everything");
        return;
    }
    assert_eq!((code(&output), records(&stdout(&output)).len()), (1, 1));
    assert!(stderr(&output).contains("closed: cannot be listed"), "{}", stderr(&output));
}

#[test]
fn the_same_output_on_any_number_of_threads() {
    let output = |jobs: &str| run(&["extract", "briefings", "briefings", "briefings", "-j", jobs]).stdout;
    let one = output("1");
    assert!(!one.is_empty());
    assert!(["2", "5", "32"].iter().all(|jobs| output(jobs) == one));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};
    let folder = folder(&[]);
    let text = "Talks in Bern end\n\n".to_owned() + &"Ministers met in Bern on Monday. ".repeat(2000);
    for n in 0..40 {
        std::fs::write(folder.path().join(format!("{n:02}.txt")), &text).unwrap();
    }
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("attache"))
        .arg("extract")
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(first.starts_with('{'));
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
}

#[test]
fn a_file_is_written_whole_and_not_over_another() {
    let folder = folder(&[("a.txt", "Talks in Bern end\n\nThey met.")]);
    let (input, out) = (folder.path().join("a.txt"), folder.path().join("out.jsonl"));
    let extract = |out: &std::path::Path, force: bool| {
        let mut command = attache();
        command.arg("extract").arg(&input).arg("-o").arg(out).args(force.then_some("--force"));
        command.output().unwrap()
    };
    assert_eq!((code(&extract(&out, false)), records(&std::fs::read_to_string(&out).unwrap()).len()), (0, 1));
    let again = extract(&out, false);
    assert_eq!(code(&again), 1);
    assert!(stderr(&again).ends_with("exists already; give --force to replace it\n"));
    assert_eq!(code(&extract(&out, true)), 0);
    let slip = extract(&input, true);
    assert_eq!(code(&slip), 2);
    assert!(stderr(&slip).contains("is one of the briefings to read"));
    assert!(std::fs::read_to_string(&input).unwrap().starts_with("Talks"));
}
