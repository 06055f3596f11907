//! What happens to a text before and beside extraction: import, wrapping, search; bytes a second on one core.

mod support;

use std::hint::black_box;
use std::time::Duration;

use attache::document::{Document, Format};
use attache::import::{self, Options};
use attache::search::{Mode, Query};
use attache::text::wrap;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

use support::{HOSTILE, running_text};

const LARGE: usize = 10_000_000;

fn read(text: &str, format: Format) -> Document {
    let options = Options { format: Some(format), ..Options::default() };
    import::read(text.as_bytes(), None, &options).unwrap_or_default()
}

/// Bytes to document, in both formats that have blocks to be told apart; and hostile texts at one and four times a length.
fn importing(c: &mut Criterion) {
    let mut group = c.benchmark_group("import");
    group.sample_size(10).measurement_time(Duration::from_secs(4));
    let mut texts = vec![("text".to_owned(), running_text(LARGE), Format::Text)];
    texts.push(("markdown".to_owned(), running_text(LARGE), Format::Markdown));
    for (name, make) in HOSTILE.into_iter().filter(|(name, _)| name.ends_with("lists") || *name == "one-line")
    {
        for bytes in [250_000, 1_000_000] {
            texts.push((format!("{name}/{bytes}"), make(bytes), Format::Text));
            texts.push((format!("{name}-markdown/{bytes}"), make(bytes), Format::Markdown));
        }
    }
    for (name, text, format) in texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(&name, |b| b.iter(|| black_box(read(&text, format))));
    }
    group.finish();
}

/// Every block of a long document cut into lines, which the reader does only for the blocks that show.
fn wrapping(c: &mut Criterion) {
    let document = read(&running_text(LARGE), Format::Text);
    let mut group = c.benchmark_group("wrap");
    group.sample_size(10).measurement_time(Duration::from_secs(4));
    for width in [40, 72, 120] {
        group.throughput(Throughput::Bytes(document.text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(width), &width, |b, &width| {
            b.iter(|| {
                let lines = document.blocks.iter().map(|block| wrap(document.slice(block.span), width).len());
                black_box(lines.sum::<usize>())
            });
        });
    }
    group.finish();
}

/// All hits of a query in a long document.
fn searching(c: &mut Criterion) {
    let document = read(&running_text(LARGE), Format::Text);
    let mut group = c.benchmark_group("search");
    group.sample_size(10).measurement_time(Duration::from_secs(4));
    let queries = [
        ("one-word", "minister", Mode::Literal),
        ("two-words", "foreign minister", Mode::Literal),
        ("capital", "Norway", Mode::Literal),
        ("absent", "zygote", Mode::Literal),
        ("regex", r"\b\d{1,2} (January|March|May)\b", Mode::Regex),
    ];
    for (name, words, mode) in queries {
        let Ok(query) = Query::new(words, mode) else { continue };
        group.throughput(Throughput::Bytes(document.text.len() as u64));
        group.bench_function(name, |b| b.iter(|| black_box(query.in_document(&document, false).count())));
    }
    group.finish();
}

criterion_group!(benches, importing, wrapping, searching);
criterion_main!(benches);
