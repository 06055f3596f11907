//! Extraction over running text: bytes a second on one core, and that time grows in step with length on hostile text.

use std::hint::black_box;
use std::time::Duration;

use attache::document::Document;
use attache::extract::{Lexicon, extract};
use attache::import::{self, Options};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn document(text: &str) -> Document {
    import::read(text.as_bytes(), None, &Options::default()).unwrap_or_default()
}

/// The sample briefings over and over, `bytes` long or a little more.
fn running_text(bytes: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings");
    let mut names: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    names.sort();
    let once: String =
        names.iter().filter_map(|p| std::fs::read_to_string(p).ok()).map(|t| t + "\n\n").collect();
    once.repeat(bytes / once.len() + 1)
}

fn throughput(c: &mut Criterion) {
    let lexicon = Lexicon::standard();
    let mut group = c.benchmark_group("extract");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for bytes in [4_000, 100_000, 1_000_000, 5_000_000] {
        let document = document(&running_text(bytes));
        group.throughput(Throughput::Bytes(document.text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), &document, |b, d| {
            b.iter(|| black_box(extract(d, &lexicon)));
        });
    }
    group.finish();
}

/// Makes a text of so many bytes.
type Shape = fn(usize) -> String;

/// Texts made to hurt, each at one and at four times its length: the time must grow about fourfold.
fn hostile(c: &mut Criterion) {
    let lexicon = Lexicon::standard();
    let mut group = c.benchmark_group("hostile");
    group.sample_size(10).measurement_time(Duration::from_secs(6));
    let shapes: [(&str, Shape); 5] = [
        ("one-line", |n| "the minister said that ".repeat(n / 23)),
        ("capitalised", |n| "Kamikawa Modi Blinken Tokyo ".repeat(n / 28)),
        ("nested-lists", |n| {
            (0..n / 40).map(|i| format!("{}- item {i} will agree\n", " ".repeat(i % 20))).collect()
        }),
        ("commas", |n| "Japan, India, ".repeat(n / 14)),
        ("meetings", |n| "will meet in the talks on Monday and ".repeat(n / 37)),
    ];
    for (name, make) in shapes {
        for bytes in [250_000, 1_000_000] {
            let document = document(&make(bytes));
            group.throughput(Throughput::Bytes(document.text.len() as u64));
            group.bench_with_input(BenchmarkId::new(name, bytes), &document, |b, d| {
                b.iter(|| black_box(extract(d, &lexicon)));
            });
        }
    }
    group.finish();
}

/// What a process pays once before its first key point.
fn lexicon(c: &mut Criterion) {
    c.bench_function("lexicon", |b| b.iter(|| black_box(Lexicon::standard())));
}

criterion_group!(benches, throughput, hostile, lexicon);
criterion_main!(benches);
