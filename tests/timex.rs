//! How right the resolver of times is, on sentences of our own in the style of agency news.
//!
//! The measures are TempEval-3's: relaxed F1 (spans that overlap), strict F1 (the same span), value F1 (a relaxed match with
//! the right value). HeidelTime, the reference, has 0.907, 0.818 and 0.781 there.

use std::fmt::Write as _;

use attache::extract::{Lexicon, TimeKind, extract};
use attache::import;
use jiff::civil::date;

struct Gold {
    start: usize,
    end: usize,
    kind: String,
    value: String,
}

/// The sentence without its marks, and the marks.
fn parse(line: &str) -> (String, Vec<Gold>) {
    let (mut text, mut gold) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once('[') {
        let (inside, after) = marked.split_once(']').expect("a closed mark");
        let mut parts = inside.split('|');
        let mut part = || parts.next().expect("[words|TYPE|value]").to_owned();
        let (words, kind, value) = (part(), part(), part());
        text.push_str(before);
        let start = text.len();
        text.push_str(&words);
        gold.push(Gold { start, end: text.len(), kind, value });
        rest = after;
    }
    text.push_str(rest);
    (text, gold)
}

const fn name(kind: TimeKind) -> &'static str {
    match kind {
        TimeKind::Date => "DATE",
        TimeKind::Time => "TIME",
        TimeKind::Duration => "DURATION",
        TimeKind::Set => "SET",
    }
}

fn f1(right: f64, found: f64, gold: f64) -> f64 {
    2.0 * right / (found + gold)
}

#[test]
fn times_are_found_and_valued_better_than_the_reference() {
    let lexicon = Lexicon::standard();
    let options = import::Options { date: Some(date(2024, 8, 20)), ..import::Options::default() };
    let (mut golds, mut found, mut relaxed, mut strict, mut valued) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let mut faults = String::new();
    for line in include_str!("data/timex.txt").lines().filter(|l| !l.starts_with('#')) {
        let (text, gold) = parse(line);
        let document = import::read(text.as_bytes(), None, &options).expect("a text");
        let times = extract(&document, &lexicon).times;
        golds += gold.len() as f64;
        found += times.len() as f64;
        for g in &gold {
            let Some(t) = times.iter().find(|t| t.span.start < g.end && g.start < t.span.end) else {
                writeln!(faults, "missed {:?} in {text}", &text[g.start..g.end]).expect("memory");
                continue;
            };
            relaxed += 1.0;
            let same = (t.span.start, t.span.end) == (g.start, g.end);
            strict += f64::from(u8::from(same));
            let right = t.value == g.value && name(t.kind) == g.kind;
            valued += f64::from(u8::from(right));
            if !same || !right {
                let words = t.span.of(&text);
                writeln!(
                    faults,
                    "{words:?} {} {} for {} {} in {text}",
                    name(t.kind),
                    t.value,
                    g.kind,
                    g.value
                )
                .expect("memory");
            }
        }
        for t in times.iter().filter(|t| gold.iter().all(|g| t.span.end <= g.start || g.end <= t.span.start))
        {
            writeln!(faults, "invented {:?} {} in {text}", t.span.of(&text), t.value).expect("memory");
        }
    }
    let (relaxed, strict, valued) =
        (f1(relaxed, found, golds), f1(strict, found, golds), f1(valued, found, golds));
    println!(
        "relaxed F1 {relaxed:.3}, strict F1 {strict:.3}, value F1 {valued:.3} over {golds} expressions\n{faults}"
    );
    assert!(golds >= 150.0, "only {golds} expressions");
    assert!(relaxed > 0.95, "relaxed F1 {relaxed:.3}\n{faults}");
    assert!(strict > 0.90, "strict F1 {strict:.3}\n{faults}");
    assert!(valued > 0.88, "value F1 {valued:.3}\n{faults}");
}
