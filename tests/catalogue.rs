//! The catalogue of rules in `docs/extraction.md` is the engine's own, and no key point names a rule outside it.
//!
//! `ATTACHE_UPDATE=1 cargo test --test catalogue` writes it anew.

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use attache::extract::{Lexicon, catalogue, extract};
use attache::import;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn table() -> String {
    let rules = catalogue(&Lexicon::standard());
    let mut out = String::new();
    for stage in ["participants", "meetings", "commitments"] {
        writeln!(out, "\n### Rules of the {stage}\n\n| rule | sees |\n| --- | --- |").expect("memory");
        let mut rules: Vec<_> = rules.iter().filter(|r| r.stage == stage).collect();
        rules.sort_by(|a, b| a.name.cmp(&b.name));
        for rule in rules {
            writeln!(out, "| {} | {} |", rule.name, rule.sees.replace('|', "\\|")).expect("memory");
        }
    }
    out + "\n"
}

#[test]
fn the_catalogue_in_the_docs_is_the_engines() {
    common::holds_what_is_made("docs/extraction.md", "catalogue", &table());
}

#[test]
fn every_key_point_names_a_rule_of_the_catalogue() {
    let lexicon = Lexicon::standard();
    let known: BTreeSet<String> = catalogue(&lexicon).into_iter().map(|r| r.name).collect();
    let mut unknown = BTreeSet::new();
    let mut check = |text: &str| {
        let Ok(document) = import::read(text.as_bytes(), None, &import::Options::default()) else { return };
        let points = extract(&document, &lexicon);
        let people = points.participants.iter().map(|p| &p.evidence.rule);
        let acts = points.commitments.iter().map(|c| &c.evidence.rule);
        let meetings = points.meetings.iter().map(|m| &m.evidence.rule);
        unknown.extend(people.chain(acts).chain(meetings).filter(|r| !known.contains(&***r)).cloned());
    };
    for entry in std::fs::read_dir(root("briefings")).expect("briefings").flatten() {
        check(&std::fs::read_to_string(entry.path()).expect("UTF-8"));
    }
    match std::fs::read_to_string(root("../shared/texts/unlabelled.jsonl")) {
        Ok(lines) => lines
            .lines()
            .filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok())
            .for_each(|d| check(d["text"].as_str().unwrap_or_default())),
        Err(_) => println!("skipped: no further texts beside this checkout"),
    }
    assert!(unknown.is_empty(), "rules outside the catalogue: {unknown:?}");
}
