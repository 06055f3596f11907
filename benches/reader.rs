//! From a key press to the drawn buffer, on documents of 10 KB, 1 MB and 10 MB, and a first frame of each.

use std::fmt::Write as _;
use std::hint::black_box;

use attache::annotate::{AnnotationSet, Change, Colour, Draft};
use attache::base::Span;
use attache::document::Document;
use attache::import;
use attache::tui::{App, Effect, Event, Key, News, Options};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// A text of at least `bytes` in paragraphs that have key points.
fn text(bytes: usize) -> String {
    let mut text = String::from("Envoys agree on a ferry line\n\n");
    for n in 0.. {
        if text.len() >= bytes {
            break;
        }
        let _ = write!(
            text,
            "Trade Minister Mara Lind said Norway will open berth number {n} in Moss by the end of 2026. She met the \
             Danish minister on Monday, and both sides agreed to share the cost of dredging the harbour.\n\n"
        );
    }
    text
}

/// A reader of `document` whose points were found, and a screen to draw it on.
fn reader(document: Document) -> (App, Terminal<TestBackend>) {
    let mut app = App::new(vec![document], Options::default()).expect("the embedded data is whole");
    app.resize(160, 45);
    let asked: Vec<_> = app.start();
    for effect in asked {
        if let Effect::Extract { briefing, document, asked } = effect {
            let points = attache::extract::extract(&document, &attache::extract::Lexicon::standard());
            app.on(Event::News(News::Points { briefing, asked, points: Box::new(points), whole: true }));
        }
    }
    (app, Terminal::new(TestBackend::new(160, 45)).expect("a screen in memory"))
}

fn key_presses(criterion: &mut Criterion) {
    for (name, bytes) in [("10KB", 10_000), ("1MB", 1_000_000), ("10MB", 10_000_000)] {
        let text = text(bytes);
        let read = || import::read(text.as_bytes(), None, &import::Options::default()).expect("it is a text");
        let (mut app, mut terminal) = reader(read());
        for keys in ["j", "PgDn", "}", "]", "G"] {
            let key = Key::sequence(keys).expect("a key")[0];
            criterion.bench_function(&format!("key {keys} at {name}"), |bench| {
                bench.iter(|| {
                    black_box(app.on(Event::Key(key.event())));
                    terminal.draw(|frame| app.draw(frame)).expect("a screen in memory");
                });
            });
        }
        criterion.bench_function(&format!("first frame at {name}"), |bench| {
            bench.iter_with_setup(read, |document| {
                let mut app =
                    App::new(vec![document], Options::default()).expect("the embedded data is whole");
                app.resize(160, 45);
                terminal.draw(|frame| app.draw(frame)).expect("a screen in memory");
            });
        });
    }
}

/// Making a highlight and taking it back, with the saving of each; nothing of a text is remembered from one to the next.
fn highlights(criterion: &mut Criterion) {
    for (name, bytes) in [("10KB", 10_000), ("10MB", 10_000_000)] {
        let read = import::read(text(bytes).as_bytes(), None, &import::Options::default());
        let document = read.expect("it is a text");
        let words = |from: usize| {
            let block = document.blocks[document.blocks.len() * from / 10].span;
            Span::new(block.start, block.start + block.len() / 2)
        };
        let spans: Vec<Span> = (1..9).map(words).collect();
        let data = tempfile::tempdir().expect("a folder");
        let mut set = AnnotationSet::open(data.path(), &document);
        let mut turn = spans.iter().cycle();
        criterion.bench_function(&format!("highlight and undo at {name}"), |bench| {
            bench.iter(|| {
                let span = *turn.next().expect("there are some");
                let draft = Draft::highlight(span, Colour::default());
                set.apply(&document, Change::Add(draft), Timestamp::UNIX_EPOCH).expect("saved");
                set.undo(&document, Timestamp::UNIX_EPOCH).expect("saved");
            });
        });
    }
}

criterion_group!(benches, key_presses, highlights);
criterion_main!(benches);
