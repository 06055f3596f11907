//! The other commands, run as users run them: plain reading, export, search, completions, man page.

mod common;

use common::{attache, briefings, code, folder, run, stderr, stdout};
use serde_json::Value;

const SAMPLE: &str = "briefings/japan-india-two-plus-two.txt";

#[test]
fn piped_reading_is_plain_lines() {
    let output = run(&[SAMPLE]);
    let shown = stdout(&output);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert!(shown.starts_with(
        "Tokyo's top diplomat and defense chief see Modi before two-plus-two\nDate: not stated\n"
    ));
    assert!(shown.contains("\n¶2 NEW DELHI - Japanese Foreign Minister Kamikawa Yoko"));
    assert!(shown.contains("page furniture left out)"));
    assert!(shown.contains("\nParticipants (") && !shown.contains("Share this"));
    assert!(shown.chars().all(|c| c == '\n' || !(c.is_control() || ('─'..='╿').contains(&c))));
}

#[test]
fn reading_tells_why_when_asked() {
    let shown = stdout(&run(&[SAMPLE, "--explain"]));
    assert!(shown.contains("\n  why: rule "), "{shown}");
}

#[test]
fn nothing_named_says_how_to_begin() {
    let output = run(&[]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("attache briefings/"));
}

#[test]
fn every_format_exports_every_briefing() {
    for format in attache::export::Format::ALL.iter().map(|f| f.name()) {
        let output = run(&["export", "--format", format, "briefings"]);
        assert_eq!(code(&output), 0, "{format}: {}", stderr(&output));
        assert!(stdout(&output).len() > 60, "{format}");
        let again = run(&["export", "--format", format, "briefings"]);
        assert_eq!(output.stdout, again.stdout, "{format} is the same each time");
    }
    assert_eq!(code(&run(&["export", "--format", "docx", SAMPLE])), 2);
}

#[test]
fn a_folder_gets_one_file_for_each_briefing() {
    let folder = folder(&[]);
    let export = || attache().args(["export", "briefings", "-o"]).arg(folder.path()).output().unwrap();
    assert_eq!(code(&export()), 0);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), briefings().len());
    let note = std::fs::read_to_string(folder.path().join("monsoon.md")).unwrap();
    assert!(note.starts_with("---\ntitle: "), "{note}");
    let again = export();
    assert_eq!((code(&again), stderr(&again).lines().count()), (1, briefings().len()));
}

#[test]
fn only_the_kinds_asked_for_are_exported() {
    let table = stdout(&run(&["export", "--format", "csv", "--only", "participants", SAMPLE]));
    let kinds: Vec<&str> = table.lines().skip(1).filter_map(|l| l.split(',').next()).collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|k| *k == "participant"), "{kinds:?}");
}

#[test]
fn meetings_without_a_date_are_told_and_left_out() {
    let output = run(&["export", "--format", "ics", "briefings"]);
    let calendar = stdout(&output);
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(stderr(&output).lines().all(|l| l.contains("no date stated for")), "{}", stderr(&output));
}

#[test]
fn search_groups_hits_by_briefing() {
    let output = run(&["search", "two-plus-two", "briefings", "--context", "20"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let shown = stdout(&output);
    assert!(shown.starts_with("briefings/japan-india-two-plus-two.txt · Tokyo's top diplomat"), "{shown}");
    assert!(shown.lines().skip(1).any(|l| l.starts_with("  ¶3 The two-plus-two meeting in New")), "{shown}");
    assert!(!shown.contains('\u{1b}') && !shown.contains("Read more"));
}

#[test]
fn search_counts_and_speaks_json() {
    let count = stdout(&run(&["search", "Kihara", SAMPLE, "--count"]));
    assert!(count.starts_with(&format!("{SAMPLE}: ")), "{count}");
    let line = stdout(&run(&["search", "--regex", r"min\w+ister|Kihara", SAMPLE, "--json"]));
    let hits: Value = serde_json::from_str(&line).expect("one object");
    assert_eq!(hits["hits"].as_array().map(Vec::len), hits["count"].as_u64().map(|n| n as usize));
    let text: Vec<char> = std::fs::read_to_string(SAMPLE).unwrap().chars().collect();
    for hit in hits["hits"].as_array().unwrap() {
        let at = |name: &str| hit[name].as_u64().unwrap() as usize;
        let words: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(words, hit["text"].as_str().unwrap());
        assert!(hit["context"].as_str().unwrap().contains(&words));
    }
}

#[test]
fn search_refuses_what_it_cannot_ask() {
    let output = run(&["search", "--regex", "a(b", SAMPLE]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output), "attache: regular expression wrong at column 2: unclosed group\n");
    let nothing = run(&["search", "zzz", SAMPLE, "no-such.txt"]);
    assert_eq!((code(&nothing), stdout(&nothing).as_str()), (1, ""));
}

#[test]
fn completions_and_man_page_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stdout(&run(&["completions", shell]));
        assert!(script.contains("extract") && script.contains("explain"), "{shell}");
    }
    let page = stdout(&run(&["man"]));
    assert!(
        page.contains(".TH attache 1") && page.contains("ATTACHE EXTRACT") && page.contains("Exit codes")
    );
}

#[test]
fn help_shows_examples() {
    let help = stdout(&run(&["--help"]));
    assert!(help.contains("Examples:") && help.contains("attache briefings/"));
    for command in ["extract", "export", "search"] {
        assert!(help.contains(&format!("\n  {command}")), "{command} in:\n{help}");
        assert_eq!(code(&run(&[command, "--help"])), 0);
    }
}

#[test]
fn keys_are_printed_and_a_wrong_keymap_is_told() {
    let keys = stdout(&run(&["keys"]));
    assert!(
        keys.contains("Moving\n") && keys.lines().any(|l| l.contains("first") && l.contains("g g")),
        "{keys}"
    );
    let folder = folder(&[("attache/keymap.toml", "[article]\n\"x\" = \"no-such-action\"\n")]);
    let output = attache().arg("keys").env("XDG_CONFIG_HOME", folder.path()).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("keymap.toml, line 2: "), "{}", stderr(&output));
}

#[test]
fn word_lists_are_checked() {
    let lists = folder(&[("titles.toml", "heads = \"chief gardener\"\n"), ("names.toml", "\nmale = 3\n")]);
    let check = || attache().args(["lexicon", "check"]).arg(lists.path()).output().unwrap();
    let output = check();
    assert_eq!(code(&output), 1);
    let told = stderr(&output);
    assert!(told.contains("names.toml:2:8: invalid type"), "{told}");
    std::fs::write(lists.path().join("names.toml"), "male = \"Quirin\"\n").unwrap();
    let output = check();
    assert_eq!((code(&output), stdout(&output).ends_with("2 word lists, all well\n")), (0, true));
}

#[test]
fn an_office_of_ones_own_takes_one_line() {
    let config = folder(&[("attache/lexicon/titles.toml", "heads = \"chief gardener\"\n")]);
    let text = "Talks in Bern end\n\nChief Gardener Maria Keller met the ministers in Bern on Monday.\n";
    let role = |command: &mut assert_cmd::Command| {
        let output = command.args(["extract", "-"]).write_stdin(text).output().unwrap();
        let record: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        record["participants"][0]["role"].clone()
    };
    assert_ne!(role(&mut attache()), "Chief Gardener");
    assert_eq!(role(attache().env("XDG_CONFIG_HOME", config.path())), "Chief Gardener");
}

#[test]
fn templates_are_filled_in_and_faults_name_their_line() {
    let config = folder(&[
        (
            "attache/templates/mine.txt",
            "{{ title }}\n{% for p in points %}{{ p.kind }} {{ p.text }}\n{% endfor %}",
        ),
        ("attache/templates/wrong.txt", "fine\n{{ p.kind }}\n"),
    ]);
    let export = |name: &str| {
        let mut command = attache();
        command.env("XDG_CONFIG_HOME", config.path()).args(["export", SAMPLE, "--template", name]);
        command.output().unwrap()
    };
    let output = export("mine.txt");
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert!(stdout(&output).contains("\nparticipant Kihara Minoru\n"), "{}", stdout(&output));
    let wrong = export("wrong.txt");
    assert!(stderr(&wrong).contains("wrong.txt:2: undefined value"), "{}", stderr(&wrong));
    assert_eq!((code(&wrong), code(&export("none.txt"))), (1, 2));
}

#[test]
fn an_export_is_verified_against_its_briefing() {
    let folder = folder(&[]);
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::copy(SAMPLE, path("talks.txt")).unwrap();
    for format in ["json", "web-annotation"] {
        let export = path(&format!("{format}.json"));
        assert_eq!(code(&run(&["export", "--format", format, &path("talks.txt"), "-o", &export])), 0);
        let output = run(&["verify", &export, &path("talks.txt")]);
        let told = stdout(&output);
        assert!(code(&output) == 0 && told.ends_with(" in place, 0 moved, 0 missing\n"), "{told}");
    }
    let text = std::fs::read_to_string(SAMPLE).unwrap().replace("Kihara", "Tanaka");
    std::fs::write(path("talks.txt"), text).unwrap();
    let output = run(&["verify", &path("json.json"), &path("talks.txt")]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("does not say “Kihara"), "{}", stderr(&output));
}

#[test]
fn highlights_of_ones_own_are_exported() {
    use attache::annotate::{AnnotationSet, Change, Colour, Draft};
    let data = folder(&[("talks.txt", "Talks in Bern end\n\nThey met in the old town and signed.\n")]);
    let file = data.path().join("talks.txt");
    let document = attache::import::open(&file, &attache::import::Options::default()).unwrap();
    let start = document.text.find("old town").unwrap();
    let mut draft = Draft::highlight(attache::base::Span::new(start, start + 8), Colour::default());
    draft.note = "where exactly?".into();
    draft.tags = vec!["place".into()];
    let mut set = AnnotationSet::open(&data.path().join("attache"), &document);
    let now = "2025-01-10T12:00:00Z".parse().unwrap();
    set.apply(&document, Change::Add(draft), now).unwrap();
    let export = |arguments: &[&str]| {
        let mut command = attache();
        command.env("XDG_DATA_HOME", data.path()).arg("export").arg(&file).args(arguments);
        let output = command.output().unwrap();
        assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
        stdout(&output)
    };
    let note = export(&["--only", "highlights"]);
    assert!(note.contains("- “old town” #place ^p2\n  - where exactly?"), "{note}");
    assert!(!export(&["--tag", "other"]).contains("old town"));
    assert!(!export(&["--colour", "4"]).contains("Highlights"));
}
