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
fn an_export_never_replaces_a_briefing() {
    let folder = folder(&[
        ("talks.txt", "Talks in Bern end\n\nThey met.\n"),
        ("other.md", "# Talks in Oslo\n\nThey met.\n"),
        ("third.toml", "body = 'They met.'\n"),
    ]);
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let texts = || ["talks.txt", "other.md", "third.toml"].map(|n| std::fs::read_to_string(path(n)).unwrap());
    let before = texts();
    // Onto itself, onto another briefing of the folder, and into the folder under the briefings' own names.
    let onto_itself = run(&["export", &path("talks.txt"), "-o", &path("talks.txt"), "--force"]);
    let onto_another = run(&["export", &path("talks.txt"), "-o", &path("other.md"), "--force"]);
    assert_eq!((code(&onto_itself), code(&onto_another)), (2, 2));
    assert!(
        stderr(&onto_another).ends_with("other.md: is a briefing, not an export; write to another file\n")
    );
    let into = run(&["export", "-f", "text", &path(""), "-o", &path(""), "--force"]);
    assert_eq!((code(&into), stderr(&into).lines().count()), (1, 1), "{}", stderr(&into));
    assert_eq!(texts(), before);
    // What came of it is no briefing of its own: a second export replaces it.
    assert!(std::fs::read_to_string(path("third.txt")).unwrap().starts_with("third\nDate: not stated\n"));
    let again = run(&["export", "-f", "text", &path("third.toml"), "-o", &path(""), "--force"]);
    assert_eq!((code(&again), stderr(&again).as_str()), (0, ""));
}

#[test]
fn wrong_usage_is_told_in_one_line() {
    for (arguments, told) in [
        (&["export", "a.txt", "-f", "docx"][..], "see attache export --help\n"),
        (&["--bogus"], "see attache --help\n"),
        (&["search", "x"], "were not provided: <PATH>...; see attache search --help\n"),
    ] {
        let output = run(arguments);
        let line = stderr(&output);
        assert_eq!((code(&output), line.lines().count()), (2, 1), "{line}");
        assert!(line.starts_with("attache: ") && line.ends_with(told), "{line}");
    }
    assert!(stdout(&run(&["help"])).contains("Examples:"), "help is a word, too");
    assert!(stdout(&run(&["help", "export"])).contains("--marked"));
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
fn the_template_in_the_readme_works() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let template = readme.split("```jinja\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let folder = folder(&[("mine.txt", template)]);
    let output = run(&["export", SAMPLE, "--template", folder.path().join("mine.txt").to_str().unwrap()]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert!(
        stdout(&output)
            .starts_with("Tokyo's top diplomat and defense chief see Modi before two-plus-two (no date)\n")
    );
    assert!(stdout(&output).contains("Japan: continue joint exercises"), "{}", stdout(&output));
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
