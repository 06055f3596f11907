//! The table of keys in the README is the reader's own, and the man page and `attache keys` name every action.
//!
//! `ATTACHE_UPDATE=1 cargo test --test keys` writes the README's table anew.

mod common;

use std::fmt::Write as _;
use std::path::Path;

use attache::tui::{Action, Keymap, key_table};
use common::{holds_what_is_made, run, stdout};

/// A name of a key as Markdown, whatever it is made of.
fn code(key: &str) -> String {
    let fence = if key.contains('`') { "``" } else { "`" };
    format!("{fence}{}{fence}", key.replace('|', "\\|"))
}

fn table() -> String {
    let mut out = String::from("\n| keys | do |\n| --- | --- |\n");
    for (group, rows) in key_table(&Keymap::standard()) {
        writeln!(out, "| | **{}** |", group.title()).expect("memory");
        for row in rows {
            let typed = format!(":{}", row.action.name());
            let keys: Vec<String> = if row.keys.is_empty() {
                vec![code(&typed)]
            } else {
                row.keys.iter().map(|k| code(k)).collect()
            };
            writeln!(out, "| {} | {} |", keys.join(" "), row.does().replace('|', "\\|")).expect("memory");
        }
    }
    out + "\n"
}

#[test]
fn the_keys_in_the_readme_are_the_readers() {
    holds_what_is_made("README.md", "keys", &table());
}

#[test]
fn every_action_stands_in_keys_and_man_page() {
    let (keys, page) = (stdout(&run(&["keys"])), stdout(&run(&["man"])));
    // Roff writes hyphens and quotation marks in its own way.
    let page = page.replace("\\-", "-").replace("\\*(Aq", "'").replace("\\(aq", "'");
    for action in Action::ALL {
        assert!(keys.contains(&format!(" {} ", action.name())), "{} in attache keys", action.name());
        assert!(page.contains(action.description()), "{} in the man page", action.name());
    }
    for head in [".SH KEYS", ".SH FILES", ".SH ENVIRONMENT", "ATTACHE LEXICON CHECK"] {
        assert!(page.contains(head), "{head}");
    }
}

#[test]
fn keys_and_actions_that_the_readme_names_exist() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("readable");
    let tour = text
        .split_once("## Five minutes")
        .and_then(|(_, rest)| rest.split_once("\n## "))
        .expect("the tour")
        .0;
    let keymap = Keymap::standard();
    let known: Vec<String> = keymap.bindings().map(|(_, keys, _)| keys).collect();
    for name in tour.split('`').skip(1).step_by(2) {
        let typed = name.trim_start_matches(':').split(' ').next().unwrap_or_default();
        let fine = match name {
            _ if name.starts_with("cargo ") => true,
            _ if name.starts_with(':') && name.len() > 1 => {
                typed.parse::<usize>().is_ok() || Action::named(typed).is_some()
            }
            _ => known.iter().any(|k| k == name),
        };
        assert!(fine, "{name} is neither a key nor an action");
    }
}
