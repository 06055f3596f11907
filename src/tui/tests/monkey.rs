//! Keys pressed without sense, on texts without sense, at sizes without sense: nothing panics, nothing escapes the screen.

use std::path::Path;

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::tui::event::Event;
use crate::tui::harness::{Harness, document};
use crate::tui::keymap::Keymap;
use crate::tui::options::Options;
use crate::tui::tests::fixture;

/// A seeded generator (Knuth's MMIX constants), so that a failure can be had again.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

const ODD: &[&str] = &[
    "x",
    "\u{1b}[31m \u{202e}\n\n\u{200b}\n",
    "日本とインド 2+2\n\n上川陽子外務大臣は、会合に出席した。👩‍👩‍👧 🇯🇵\n",
    "مرحبا بالعالم English 123.\n\nשלום עולם. e\u{301}a\u{308}\u{302}\n",
    "- one\n- two\n  - three\n\n> a quotation of some length that is wrapped\n\n| a | b |\n|---|---|\n| c | d |\n",
    "Share this: X\n\nAdvertisement\n",
    "The ministers will meet in Oslo on Monday. The ministers will meet in Oslo on Monday.\n",
];

/// The texts: odd ones, the fixture, the sample briefings, and one without any break.
fn texts() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> =
        ODD.iter().map(|text| ("odd.md".to_owned(), (*text).to_owned())).collect();
    all.push(("talks.txt".into(), fixture::TEXT.into()));
    all.push(("endless.txt".into(), "word ".repeat(9_000)));
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        all.push((name, std::fs::read_to_string(&path).unwrap()));
    }
    all.sort();
    all
}

/// One thing that a monkey does.
fn act(harness: Harness, keys: &[String], random: &mut Random) -> Harness {
    const TYPED: &[&str] =
        &["a", "é", "日", "42", " ", "(", "name-colour 2 x", "date 2024-08-20", "#t, u", "1", "9"];
    match random.below(40) {
        0 => harness.resize(1 + random.below(170) as u16, 1 + random.below(50) as u16),
        1 => harness.on(Event::Paste("two\r\nlines \u{1b}[0m".into())),
        2..=5 => harness.text(TYPED[random.below(TYPED.len())]),
        6..=8 => {
            let kinds = [
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::Drag(MouseButton::Left),
                MouseEventKind::Up(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
            ];
            let kind = kinds[random.below(kinds.len())];
            let (column, row) = (random.below(170) as u16, random.below(50) as u16);
            harness.on(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
        }
        _ => harness.keys(&keys[random.below(keys.len())]),
    }
}

#[test]
fn senseless_keys_on_senseless_texts_do_no_harm() {
    let texts = texts();
    let keys: Vec<String> = Keymap::standard().bindings().map(|(_, keys, _)| keys).collect();
    for seed in 0..MONKEYS {
        let mut random = Random(seed);
        let pick = |random: &mut Random| &texts[random.below(texts.len())];
        let documents: Vec<_> = (0..=random.below(2))
            .map(|_| pick(&mut random))
            .map(|(name, text)| document(name, text))
            .collect();
        let options = Options { mouse: true, ascii: random.below(4) == 0, ..Options::default() };
        let size = (1 + random.below(170) as u16, 1 + random.below(50) as u16);
        let mut harness = Harness::of(size.0, size.1, documents, options);
        for _ in 0..120 {
            harness = act(harness, &keys, &mut random);
            let screen = harness.screen();
            assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{200b}']), "seed {seed}:\n{screen}");
            let reading = harness.app.reading();
            let text = &reading.briefing.document.text;
            assert!(text.is_char_boundary(reading.cursor), "seed {seed}: the cursor is within a letter");
        }
    }
}

/// How many of them there are.
const MONKEYS: u64 = 30;
