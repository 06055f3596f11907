//! The dialog of an export: format, what, where, and how it will look, before anything is written.
//!
//! A file that is there is never overwritten without a yes. What goes wrong is said in one line of the dialog, which
//! stays open with all that was chosen.

mod draw;

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{Input, Layer, Reply};
use crate::export::PointKind;
use crate::tui::action::Action;
use crate::tui::app::{App, Choices, Export, Filter, Target, What};
use crate::tui::effect::{Effect, Written};
use crate::tui::keymap::Context;
use crate::tui::widget::Prompt;

/// A line of the dialog on which the cursor may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Format,
    What,
    Kinds,
    /// Which of one's own highlights; there is no such line where there are none.
    Own,
    Target,
    File,
}

const FIELDS: [Field; 6] = [Field::Format, Field::What, Field::Kinds, Field::Own, Field::Target, Field::File];

/// The kinds of points, in the order of their digits.
const KINDS: [PointKind; 5] = [
    PointKind::Participant,
    PointKind::Party,
    PointKind::Commitment,
    PointKind::Meeting,
    PointKind::Highlight,
];

/// What the dialog says of the last attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// Nothing was tried.
    Choosing,
    /// There is such a file: may it be overwritten?
    Asking(String),
    /// It went wrong, in one line.
    Failed(String),
}

/// The dialog of an export.
pub struct ExportDialog {
    choices: Choices,
    field: Field,
    /// The kind under the cursor.
    kind: usize,
    file: Prompt,
    /// Whether the name of the file is one's own, so that a change of format leaves it.
    named: bool,
    /// The colours and tags of highlights among which one may choose.
    filters: Vec<Filter>,
    /// What would be written.
    export: Export,
    /// The first line of the preview that shows.
    top: usize,
    state: State,
}

impl ExportDialog {
    /// The dialog for the briefing that is read.
    pub fn new(app: &App) -> Self {
        let choices = app.first_choices();
        let file = Prompt::with(&app.proposed_name(&choices.form));
        let export = app.export(&choices);
        Self {
            choices,
            field: Field::Format,
            kind: 0,
            file,
            named: false,
            filters: app.filters(),
            export,
            top: 0,
            state: State::Choosing,
        }
    }

    /// Makes the export anew after a choice.
    fn refresh(&mut self, app: &App) {
        self.export = app.export(&self.choices);
        self.top = 0;
        if !self.named {
            self.file.set(&app.proposed_name(&self.choices.form));
        }
    }

    fn step(&mut self, by: isize) {
        let fields: Vec<Field> = self
            .fields()
            .filter(|field| *field != Field::File || self.choices.target == Target::File)
            .collect();
        self.field = next(&fields, self.field, by);
    }

    /// The lines that there are.
    fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        FIELDS.into_iter().filter(|field| *field != Field::Own || !self.filters.is_empty())
    }

    fn choose(&mut self, by: isize, app: &App) {
        match self.field {
            Field::Format => self.choices.form = next(&app.forms(), self.choices.form.clone(), by),
            Field::What => {
                self.choices.what = next(&[What::Marked, What::Shown, What::All], self.choices.what, by);
            }
            Field::Own => {
                let mut all = vec![None];
                all.extend(self.filters.iter().cloned().map(Some));
                self.choices.only = next(&all, self.choices.only.clone(), by);
            }
            Field::Target => {
                self.choices.target = next(&[Target::File, Target::Clipboard], self.choices.target, by);
            }
            Field::Kinds => {
                self.kind = (self.kind as isize + by).rem_euclid(KINDS.len() as isize) as usize;
                return;
            }
            Field::File => return,
        }
        self.refresh(app);
    }

    fn toggle(&mut self, kind: usize, app: &App) {
        self.kind = kind;
        if !self.choices.without.remove(&KINDS[kind]) {
            self.choices.without.insert(KINDS[kind]);
        }
        self.refresh(app);
    }

    /// A key that no table gives a meaning: it changes the choice under the cursor, or the file's name.
    fn key(&mut self, key: KeyEvent, app: &App) -> Reply {
        match key.code {
            KeyCode::Tab => self.step(1),
            KeyCode::BackTab => self.step(-1),
            _ if self.field == Field::File => match self.file.key(key) {
                Some(changed) => self.named |= changed,
                None => return Reply::Pass,
            },
            KeyCode::Right | KeyCode::Char('l') => self.choose(1, app),
            KeyCode::Left | KeyCode::Char('h') => self.choose(-1, app),
            KeyCode::Char('j') => self.step(1),
            KeyCode::Char('k') => self.step(-1),
            KeyCode::Char(' ') if self.field == Field::Kinds => self.toggle(self.kind, app),
            KeyCode::Char(' ') => self.choose(1, app),
            KeyCode::Char(c @ '1'..='5') => self.toggle(c as usize - '1' as usize, app),
            _ => return Reply::Pass,
        }
        Reply::Taken
    }

    /// Exports what was chosen.
    fn accept(&mut self, force: bool, app: &mut App) -> Reply {
        if let Some(fault) = &self.export.fault {
            self.state = State::Failed(fault.clone());
            return Reply::Taken;
        }
        if self.export.points + self.export.highlights == 0 {
            self.state = State::Failed("nothing is chosen; change the lines above".into());
            return Reply::Taken;
        }
        let text = self.export.rendered.text.clone();
        if self.choices.target == Target::Clipboard {
            app.notice(format!("copied as {}: {}", self.choices.form.name(), self.told()));
            app.ask(Effect::Copy(text));
            return Reply::Close;
        }
        let name = self.file.text().trim();
        if name.is_empty() {
            self.state = State::Failed("the file has no name; type one under File".into());
            return Reply::Taken;
        }
        app.write_export(PathBuf::from(name), text, force);
        Reply::Taken
    }

    /// How much is exported, in words.
    fn told(&self) -> String {
        let count = |n: usize, what: &str| match n {
            1 => format!("1 {what}"),
            n => format!("{n} {what}s"),
        };
        let own = self.export.highlights;
        let points = count(self.export.points, "point");
        if own == 0 { points } else { format!("{points}, {}", count(own, "highlight")) }
    }
}

/// The choice `by` steps from `now`, round.
fn next<T: Clone + PartialEq>(all: &[T], now: T, by: isize) -> T {
    let at = all.iter().position(|choice| *choice == now).unwrap_or(0) as isize;
    all.get((at + by).rem_euclid(all.len().max(1) as isize) as usize).cloned().unwrap_or(now)
}

impl Layer for ExportDialog {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        if let State::Asking(_) = self.state {
            self.state = State::Choosing;
            return match input {
                Input::Key(key) if key.code == KeyCode::Char('y') => self.accept(true, app),
                _ => Reply::Taken,
            };
        }
        self.state = State::Choosing;
        match input {
            Input::Do(call) => match call.action {
                Action::Accept => return self.accept(false, app),
                Action::EarlierEntry => self.step(-1),
                Action::LaterEntry => self.step(1),
                Action::PageDown => self.top += 5,
                Action::PageUp => self.top = self.top.saturating_sub(5),
                _ => return Reply::Pass,
            },
            Input::Key(key) => return self.key(*key, app),
            Input::Paste(text) if self.field == Field::File => {
                self.file.paste(text);
                self.named = true;
            }
            Input::Paste(_) | Input::Mouse(_) => return Reply::Pass,
        }
        Reply::Taken
    }

    fn wheel(&self) -> Option<(Action, Action)> {
        Some((Action::PageDown, Action::PageUp))
    }

    fn written(&mut self, name: &str, outcome: &Written) -> Reply {
        self.state = match outcome {
            Written::Done(_) => return Reply::Close,
            Written::Exists => State::Asking(name.to_owned()),
            Written::Failed(why) => State::Failed(format!("{name}: {why}")),
        };
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        draw::draw(self, app, frame, area);
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }
}
