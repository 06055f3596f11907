//! A key press of the search across briefings: 5,000 texts of 4 KB, until the first portion is told and until the end.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use attache::import::{self, Options};
use attache::search::{Bounds, Corpus, Found, Mode, Query, Scope};
use criterion::{Criterion, criterion_group, criterion_main};

const BRIEFINGS: usize = 5_000;
const BYTES: usize = 4_000;
/// Words that are everywhere, somewhere and nowhere, and expressions that the engine finds hard.
const ASKED: [(&str, Mode); 12] = [
    ("ministers", Mode::Literal),
    ("e", Mode::Literal),
    ("é", Mode::Literal),
    ("zzz", Mode::Literal),
    (r"\w+ \w+", Mode::Regex),
    (".*x", Mode::Regex),
    ("(a|b|c)+", Mode::Regex),
    (r"\w{20}", Mode::Regex),
    (r"\b\w+ing\b", Mode::Regex),
    (r"\b", Mode::Regex),
    (r"\b(\w+)\b.*\bzq\b", Mode::Regex),
    (r"[a-q][^u-z]{13}x", Mode::Regex),
];

/// A text of at least `bytes` with names, numbers and quotation marks.
fn text(bytes: usize) -> String {
    let mut text = String::new();
    for n in 0.. {
        if text.len() >= bytes {
            break;
        }
        let _ = write!(
            text,
            "Trade Minister José Marin said on 3 May {n} that “the ferries are going to stay”. Her guests’ joint \
             exercise ended early, and both sides agreed to look into building a berth in Tromsø.\n\n"
        );
    }
    text
}

fn corpus() -> Corpus {
    let text = text(3 * BYTES);
    let mut corpus = Corpus::default();
    for n in 0..BRIEFINGS {
        let from = text.ceil_char_boundary(n * 97 % BYTES);
        let to = text.ceil_char_boundary(from + BYTES);
        let document = import::read(&text.as_bytes()[from..to], None, &Options::default());
        corpus.set_text(n, Arc::new(document.unwrap_or_default()));
    }
    corpus
}

fn searching(c: &mut Criterion) {
    let corpus = corpus();
    let bounds = Bounds { places: 51, enough: 100_000 };
    let mut group = c.benchmark_group("search");
    group.sample_size(10).measurement_time(Duration::from_secs(2));
    for (words, mode) in ASKED {
        group.bench_function(format!("{words} until the first is told"), |b| {
            b.iter(|| {
                let query = Query::new(words, mode).expect("a right one");
                let wanted = AtomicBool::new(true);
                let told = |found, _| {
                    black_box::<Vec<Found>>(found);
                    wanted.store(false, Ordering::Relaxed);
                };
                let listens = || wanted.load(Ordering::Relaxed);
                corpus.search(&query, &[Scope::Text], bounds, listens, told)
            });
        });
        group.bench_function(format!("{words} until the end"), |b| {
            let query = Query::new(words, mode).expect("a right one");
            b.iter(|| black_box(corpus.search(&query, &[Scope::Text], bounds, || true, |_, _| {})));
        });
    }
    group.finish();
}

criterion_group!(benches, searching);
criterion_main!(benches);
