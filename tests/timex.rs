//! How right the resolver of times is, on sentences of our own in the style of agency news.
//!
//! The measures are TempEval-3's: relaxed F1 (spans that overlap), strict F1 (the same span), value F1 (a relaxed match with
//! the right value). HeidelTime, the reference, has 0.907, 0.818 and 0.781 there.

use std::fmt::Write as _;

use attache::extract::{Lexicon, TimeExpression, TimeKind, extract};
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

/// What was right and wrong over one table.
#[derive(Default)]
struct Figures {
    golds: f64,
    found: f64,
    relaxed: f64,
    strict: f64,
    valued: f64,
    faults: String,
}

impl Figures {
    /// The figures over every sentence of `table`.
    fn of(table: &str) -> Self {
        let lexicon = Lexicon::standard();
        let options = import::Options { date: Some(date(2024, 8, 20)), ..import::Options::default() };
        let mut figures = Self::default();
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let (text, gold) = parse(line);
            let document = import::read(text.as_bytes(), None, &options).expect("a text");
            figures.add(&text, &gold, &extract(&document, &lexicon).times);
        }
        figures
    }

    fn add(&mut self, text: &str, gold: &[Gold], times: &[TimeExpression]) {
        self.golds += gold.len() as f64;
        self.found += times.len() as f64;
        for g in gold {
            let Some(t) = times.iter().find(|t| t.span.start < g.end && g.start < t.span.end) else {
                writeln!(self.faults, "missed {:?} in {text}", &text[g.start..g.end]).expect("memory");
                continue;
            };
            self.relaxed += 1.0;
            let same = (t.span.start, t.span.end) == (g.start, g.end);
            self.strict += f64::from(u8::from(same));
            let right = t.value == g.value && name(t.kind) == g.kind;
            self.valued += f64::from(u8::from(right));
            if !same || !right {
                let (words, kind) = (t.span.of(text), name(t.kind));
                writeln!(self.faults, "{words:?} {kind} {} for {} {} in {text}", t.value, g.kind, g.value)
                    .expect("memory");
            }
        }
        for t in times.iter().filter(|t| gold.iter().all(|g| t.span.end <= g.start || g.end <= t.span.start))
        {
            writeln!(self.faults, "invented {:?} {} in {text}", t.span.of(text), t.value).expect("memory");
        }
    }

    /// Fails when one of the three figures is not above its floor.
    fn assert_above(&self, relaxed: f64, strict: f64, valued: f64) {
        let f1 = |right: f64| 2.0 * right / (self.found + self.golds);
        let (r, s, v) = (f1(self.relaxed), f1(self.strict), f1(self.valued));
        let told = format!(
            "relaxed F1 {r:.3}, strict F1 {s:.3}, value F1 {v:.3} over {} expressions\n{}",
            self.golds, self.faults
        );
        println!("{told}");
        assert!(r > relaxed && s > strict && v > valued, "{told}");
    }
}

#[test]
fn times_of_agency_news_are_found_and_valued_better_than_the_reference() {
    let figures = Figures::of(include_str!("data/timex.txt"));
    assert!(figures.golds >= 150.0, "only {} expressions", figures.golds);
    figures.assert_above(0.95, 0.90, 0.88);
}

#[test]
fn times_of_other_styles_are_too() {
    Figures::of(include_str!("data/timex-wire.txt")).assert_above(0.95, 0.90, 0.88);
}
