//! Extraction over running text: bytes a second on one core, and that time grows in step with length on hostile text.

mod support;

use std::hint::black_box;
use std::time::Duration;

use attache::document::Document;
use attache::extract::{Lexicon, extract};
use attache::import::{self, Options};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

use support::{HOSTILE, running_text};

fn document(text: &str) -> Document {
    import::read(text.as_bytes(), None, &Options::default()).unwrap_or_default()
}

/// The sample briefings at four lengths; and the text in the file that `ATTACHE_BENCH_TEXT` names, if it names one.
fn throughput(c: &mut Criterion) {
    let lexicon = Lexicon::standard();
    let mut group = c.benchmark_group("extract");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    let mut texts: Vec<(String, String)> = [4_000, 100_000, 1_000_000, 5_000_000]
        .iter()
        .map(|bytes| (bytes.to_string(), running_text(*bytes)))
        .collect();
    let own = std::env::var_os("ATTACHE_BENCH_TEXT").and_then(|path| std::fs::read_to_string(path).ok());
    texts.extend(own.map(|text| ("own".to_owned(), text)));
    for (name, text) in texts {
        let document = document(&text);
        group.throughput(Throughput::Bytes(document.text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &document, |b, d| {
            b.iter(|| black_box(extract(d, &lexicon)));
        });
    }
    group.finish();
}

/// Texts made to hurt, each at one and at four times its length: the time must grow about fourfold.
fn hostile(c: &mut Criterion) {
    let lexicon = Lexicon::standard();
    let mut group = c.benchmark_group("hostile");
    group.sample_size(10).measurement_time(Duration::from_secs(4));
    for (name, make) in HOSTILE {
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
