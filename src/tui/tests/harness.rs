//! The reader under test: keys in, screen out, with no terminal, no thread and no clock.
//!
//! ```text
//! let screen = Harness::new(80, 24, "The envoy will visit Oslo.").keys("Tab j Enter").screen();
//! ```
//!
//! Keys are written as in `keymap.toml`. Effects are carried out at once; copies and whatever else would leave the
//! reader are kept to be looked at.

use std::path::Path;
use std::sync::LazyLock;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::document::Document;
use crate::extract::{KeyPoints, Lexicon, catalogue};
use crate::import;
use crate::tui::app::App;
use crate::tui::effect::{Effect, News, extract_to, find};
use crate::tui::event::Event;
use crate::tui::keeper::Keeper;
use crate::tui::keymap::Key;
use crate::tui::options::Options;
use crate::tui::survey::{Answer, Survey};

/// Read once for all tests.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::standard);

/// The reader with a screen in memory.
pub struct Harness {
    /// The reader.
    pub app: App,
    terminal: Terminal<TestBackend>,
    keeper: Keeper,
    survey: Survey,
    /// What was copied, latest last.
    pub copied: Vec<String>,
    /// Effects that would leave the reader, in order: quit, suspend, edit, write.
    pub asked: Vec<Effect>,
    /// The points to find instead of those of the text.
    points: Option<KeyPoints>,
}

impl Harness {
    /// A reader of `text` on a screen of `width` by `height`, with its key points found.
    pub fn new(width: u16, height: u16, text: &str) -> Self {
        Self::of(width, height, vec![document("briefing.txt", text)], Options::default())
    }

    /// A reader of `documents`, started with `options`.
    pub fn of(width: u16, height: u16, documents: Vec<Document>, options: Options) -> Self {
        Self::started(width, height, documents, options, None)
    }

    /// A reader of `text` with `points` instead of those that would be found.
    pub fn with_points(width: u16, height: u16, text: &str, points: KeyPoints) -> Self {
        Self::started(width, height, vec![document("briefing.txt", text)], Options::default(), Some(points))
    }

    /// A reader of `documents` in which no key points are found.
    pub fn without_points(width: u16, height: u16, documents: Vec<Document>, options: Options) -> Self {
        Self::started(width, height, documents, options, Some(KeyPoints::default()))
    }

    fn started(
        w: u16,
        h: u16,
        documents: Vec<Document>,
        options: Options,
        points: Option<KeyPoints>,
    ) -> Self {
        let keeper = Keeper::new(options.data.clone());
        let mut app = App::new(documents, options).unwrap();
        app.resize(w, h);
        let terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
        let mut harness = Self {
            app,
            terminal,
            keeper,
            survey: Survey::default(),
            copied: Vec::new(),
            asked: Vec::new(),
            points,
        };
        let effects = harness.app.start();
        harness.carry_out(effects);
        harness
    }

    /// Presses keys, written as in `keymap.toml` and apart.
    pub fn keys(mut self, keys: &str) -> Self {
        for key in Key::sequence(keys).unwrap() {
            self.press(key);
        }
        self
    }

    /// Types text, key by key.
    pub fn text(mut self, text: &str) -> Self {
        for c in text.chars() {
            let name = if c == ' ' { "Space".to_owned() } else { c.to_string() };
            self.press(Key::sequence(&name).unwrap()[0]);
        }
        self
    }

    /// Gives the reader an event.
    pub fn on(mut self, event: Event) -> Self {
        let effects = self.app.on(event);
        self.carry_out(effects);
        self
    }

    /// Gives the terminal another size.
    pub fn resize(mut self, width: u16, height: u16) -> Self {
        self.terminal.backend_mut().resize(width, height);
        self.on(Event::Resize(width, height))
    }

    fn press(&mut self, key: Key) {
        let effects = self.app.on(Event::Key(key.event()));
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let mut news = Vec::new();
            match effect {
                Effect::Extract { briefing, document, asked } => {
                    let mut tell = |points, whole| {
                        news.push(News::Points { briefing, asked, points: Box::new(points), whole });
                    };
                    match &self.points {
                        Some(points) => tell(points.clone(), true),
                        None => extract_to(&document, &LEXICON, tell),
                    }
                    news.push(News::Rules(catalogue(&LEXICON)));
                }
                Effect::Find { briefing, document, words, regex, furniture, asked } => {
                    let hits = find(&document, &words, regex, furniture, || true).unwrap();
                    news.push(News::Hits { briefing, asked, hits });
                }
                Effect::Survey { sources, points } => {
                    self.survey.open(sources);
                    let told = |done, total| {
                        news.push(News::Surveyed { done, total });
                        true
                    };
                    self.survey.gather(points.then_some(&*LEXICON), self.keeper.data(), told);
                }
                Effect::Ask { question, asked } => {
                    let told = |answer: &Answer| {
                        news.push(News::Answered { asked, answer: Box::new(answer.clone()) });
                    };
                    self.survey.ask(&question, || true, told);
                }
                Effect::Keep { briefing, document, order } => {
                    let now = jiff::Timestamp::from_second(1_732_449_600).unwrap();
                    let kept = self.keeper.carry_out(briefing, &document, order, now);
                    news.extend(kept.map(|kept| News::Kept { briefing, kept: Box::new(kept) }));
                }
                Effect::Copy(text) => self.copied.push(text),
                Effect::Open { path } => {
                    let document = import::open(&path, &import::Options::default());
                    news.push(News::Opened(document.map(Box::new).map_err(|e| e.to_string())));
                }
                other => self.asked.push(other),
            }
            for news in news {
                let next = self.app.on(Event::News(news));
                self.carry_out(next);
            }
        }
    }

    /// The screen as text, a line for each row, without the space at line ends.
    pub fn screen(&mut self) -> String {
        self.terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let rows: Vec<String> = (0..buffer.area.height).map(|y| row(y).trim_end().to_owned()).collect();
        rows.join("\n")
    }

    /// The words on the screen that look like `wanted` says, in order, runs of cells joined.
    pub fn words_with(&mut self, wanted: impl Fn(&ratatui::style::Style) -> bool) -> Vec<String> {
        self.terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let mut out: Vec<String> = Vec::new();
        let mut open = false;
        for cell in buffer.content() {
            let on = wanted(&cell.style());
            match (on, open) {
                (true, true) => out.last_mut().unwrap().push_str(cell.symbol()),
                (true, false) => out.push(cell.symbol().to_owned()),
                _ => {}
            }
            open = on;
        }
        out
    }

    /// The last line of the screen.
    pub fn foot(&mut self) -> String {
        self.screen().lines().last().unwrap_or_default().trim().to_owned()
    }
}

/// A document of `text` under the name `name`.
pub fn document(name: &str, text: &str) -> Document {
    import::read(text.as_bytes(), Some(Path::new(name)), &import::Options::default()).unwrap()
}
