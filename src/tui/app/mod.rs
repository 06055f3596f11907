//! The reader as a value: what it shows and how events change it.
//!
//! [`App::on`] takes an event and returns the effects that it asks for; [`App::draw`] only reads. Neither touches the
//! terminal, a file or a thread, so that the whole reader runs under test. One file for each kind of action beside
//! this one: whoever adds an action finds its group in `update.rs`.

mod across;
mod colours;
mod copy;
mod dispatch;
mod export;
mod files;
mod filter;
mod find;
mod links;
mod list;
mod marks;
mod motion;
mod mouse;
mod notes;
mod now;
mod points;
mod reading;
mod reload;
mod select;
mod update;
mod view;

use std::collections::VecDeque;

use hashbrown::HashMap;
use ratatui::layout::Rect;

pub use across::Across;
pub use export::{Choices, Export, Target, What, size};
pub use filter::Filter;
pub use find::Finding;
pub use list::{Item, Order, Section};
pub use notes::{Notes, Subject};
pub use reading::{Reading, Stage};
pub use select::Selection;

use super::effect::Effect;
use super::keymap::{Key, Keymap};
use super::layer::Layer;
use super::layout::{Areas, Focus, Wishes, areas};
use super::options::Options;
use super::theme::{Depth, Theme};
use crate::annotate::Recent;
use crate::document::Document;

/// A message at the bottom of the screen, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// One line.
    pub text: String,
    /// Whether something went wrong.
    pub error: bool,
}

/// The reader.
pub struct App {
    readings: Vec<Reading>,
    current: usize,
    /// How the screen is shared.
    pub wishes: Wishes,
    size: Rect,
    theme: Theme,
    themes: Vec<(String, String)>,
    /// The user's own templates for exports, as name and text.
    templates: Vec<(String, String)>,
    /// Whether the date was given on the command line.
    dated: bool,
    depth: Depth,
    /// Whether the theme is to follow the terminal's ground, once it is known.
    asks_for_ground: bool,
    keymap: Keymap,
    layers: Vec<Box<dyn Layer>>,
    /// Keys that wait for the rest of their sequence, and the count before them.
    keys: Vec<Key>,
    count: Option<usize>,
    notice: Option<Notice>,
    /// The search whose hits are lit.
    pub finding: Option<Finding>,
    /// The search across briefings.
    pub across: Across,
    /// What was searched for, latest last.
    pub history: Vec<String>,
    /// What each rule goes by, by its name.
    pub rules: HashMap<String, String>,
    /// Briefings that were read lately, as they were last asked for.
    pub recent: Vec<Recent>,
    /// Highlights in the making.
    pub notes: Notes,
    /// Whether the mouse is the reader's.
    mouse: bool,
    dragging: Option<mouse::Drag>,
    effects: VecDeque<Effect>,
    questions: u64,
    changed: bool,
}

impl App {
    /// A reader of `documents`, of which there is at least one; without any it shows an empty one.
    pub fn new(documents: Vec<Document>, options: Options) -> anyhow::Result<Self> {
        let mut readings: Vec<Reading> = documents.into_iter().map(Reading::new).collect();
        if readings.is_empty() {
            readings.push(Reading::new(Document::default()));
        }
        let depth = options.depth.unwrap_or(Depth::Sixteen);
        let asks_for_ground = options.theme.as_deref() == Some("auto");
        let theme = options.theme.as_deref().filter(|_| !asks_for_ground).unwrap_or("default");
        let theme = Theme::load(theme, &options.themes, depth)?.with_ascii(options.ascii);
        let keymap = match &options.keymap {
            Some((file, text)) => Keymap::with(file, text)?,
            None => Keymap::standard(),
        };
        let mut wishes = Wishes { several: readings.len() > 1, ..Wishes::default() };
        wishes.measure = options.measure.unwrap_or(wishes.measure);
        let notice = options.remarks.first().map(|text| Notice { text: text.clone(), error: true });
        let mut app = Self {
            readings,
            current: 0,
            wishes,
            size: Rect::new(0, 0, 80, 24),
            theme,
            themes: options.themes,
            templates: options.templates,
            dated: options.date.is_some(),
            depth,
            asks_for_ground,
            keymap,
            layers: Vec::new(),
            keys: Vec::new(),
            count: None,
            notice,
            finding: None,
            across: Across::default(),
            history: Vec::new(),
            rules: HashMap::new(),
            recent: Vec::new(),
            notes: Notes { resume: options.at.is_none(), ..Notes::default() },
            mouse: options.mouse,
            dragging: None,
            effects: VecDeque::new(),
            questions: 0,
            changed: true,
        };
        app.begin_at(options.at);
        Ok(app)
    }

    fn begin_at(&mut self, paragraph: Option<usize>) {
        let document = &self.reading().briefing.document;
        let block = paragraph.and_then(|n| document.paragraph(n)).and_then(|b| document.blocks.get(b));
        if let Some(start) = block.map(|b| b.span.start) {
            self.show(start);
        }
    }

    /// The first effects: the search for key points of the briefing that shows.
    pub fn start(&mut self) -> Vec<Effect> {
        self.look_for_points();
        self.take_effects()
    }

    /// The briefing that is read.
    pub fn reading(&self) -> &Reading {
        &self.readings[self.current.min(self.readings.len() - 1)]
    }

    /// The briefing that is read, to change it.
    pub fn reading_mut(&mut self) -> &mut Reading {
        let last = self.readings.len() - 1;
        &mut self.readings[self.current.min(last)]
    }

    /// All open briefings.
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// The place of the briefing that is read among the open ones.
    pub fn current(&self) -> usize {
        self.current
    }

    /// How things look.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Which keys do what.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The message at the bottom, if there is one.
    pub fn notice_shown(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Which pane has the keys.
    pub fn focus(&self) -> Focus {
        self.wishes.focus
    }

    /// Gives the keys to a pane.
    pub fn set_focus(&mut self, focus: Focus) {
        self.wishes.focus = focus;
        self.fit();
    }

    /// Where everything is on the screen.
    pub fn areas(&self) -> Areas {
        areas(self.size, self.wishes)
    }

    /// Takes in a new size of the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = Rect::new(0, 0, columns, rows);
        if size != self.size {
            self.size = size;
            self.fit();
        }
    }

    /// Fits the article to its pane; the cursor stays in sight.
    pub(super) fn fit(&mut self) {
        let (width, height) = self.article_room();
        let reading = self.reading_mut();
        reading.flow.set_width(width);
        let top = reading.flow.row_at(reading.top);
        reading.set_top(top, height);
        reading.show(reading.cursor, height);
        self.change();
    }

    /// Columns and rows of text in the article's pane.
    pub fn article_room(&self) -> (usize, usize) {
        let areas = self.areas();
        let area = areas.article.or(areas.points).unwrap_or(self.size);
        super::pane::article::room(area, areas.shape, self.wishes, self.reading())
    }

    /// Rows of text in the article's pane.
    pub fn article_height(&self) -> usize {
        self.article_room().1.max(1)
    }

    /// Puts the cursor on a byte of the article; screen and points follow.
    pub fn show(&mut self, offset: usize) {
        let height = self.article_height();
        self.reading_mut().show(offset, height);
        self.points_follow();
        self.change();
    }

    /// Puts `layer` over everything else.
    pub fn push(&mut self, layer: Box<dyn Layer>) {
        self.layers.push(layer);
        self.change();
    }

    /// The layers, lowest first.
    pub fn layers(&self) -> &[Box<dyn Layer>] {
        &self.layers
    }

    /// Asks for something to be done outside.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push_back(effect);
    }

    /// Says something in one line, until the next key.
    pub fn notice(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), error: false });
        self.change();
    }

    /// Says in one line what went wrong, until the next key.
    pub fn error(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), error: true });
        self.change();
    }

    pub(super) fn tell_error(&mut self, outcome: Result<(), String>) {
        if let Err(message) = outcome {
            self.error(message);
        }
    }

    /// Has the screen drawn once more.
    pub fn change(&mut self) {
        self.changed = true;
    }

    /// Whether something changed since this was asked last.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// Whether an answer to some question is still to come.
    pub fn is_waiting(&self) -> bool {
        let points = self.readings.iter().any(|r| matches!(r.stage, Stage::Waiting | Stage::Partial));
        points || self.finding.as_ref().is_some_and(|f| !f.known)
    }

    /// A number by which the answer to a question is known.
    fn next_question(&mut self) -> u64 {
        self.questions += 1;
        self.questions
    }

    fn take_effects(&mut self) -> Vec<Effect> {
        self.effects.drain(..).collect()
    }
}
