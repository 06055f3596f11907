//! The palette and the help: all actions with their keys, searched as one types, and run from there.
//!
//! Both are made from the one list of actions, so that neither can forget one. The palette has what can be done here and
//! now first; the help has everything under its head. A line that already says all, `42` or `date 2024-08-20`, is told
//! as what it would do and done.

mod draw;
mod rank;

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Input, Layer, Reply, typed};
use crate::tui::action::{Action, Group};
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::widget::Prompt;
use rank::{Match, matches};

/// What the list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// To do something quickly.
    Palette,
    /// To see what there is.
    Help,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    /// The head of a group.
    Head(&'static str),
    /// An action, and why it would do nothing here and now.
    Entry(Match, Option<&'static str>),
}

/// All actions in a list, with a line to search it.
pub struct ActionList {
    kind: Kind,
    prompt: Prompt,
    rows: Vec<Row>,
    at: usize,
    /// The first row that shows, kept so that the list does not jump.
    top: Cell<usize>,
    /// What the line as it stands would do.
    typed: Option<(Action, String)>,
}

impl ActionList {
    /// The palette of `:`.
    pub fn palette(app: &App) -> Self {
        Self::new(Kind::Palette, app)
    }

    /// The help of `?`.
    pub fn help(app: &App) -> Self {
        Self::new(Kind::Help, app)
    }

    fn new(kind: Kind, app: &App) -> Self {
        let (prompt, top) = (Prompt::default(), Cell::new(0));
        let mut list = Self { kind, prompt, rows: Vec::new(), at: 0, top, typed: None };
        list.search(app);
        list
    }

    /// Makes the rows anew for what was typed.
    fn search(&mut self, app: &App) {
        self.typed = typed_call(self.prompt.text());
        let keys = |action: Action| app.keymap().keys_of(action, action.context());
        let mut found = matches(self.prompt.text(), Action::ALL, keys);
        if let Some((action, _)) = &self.typed {
            found = vec![Match { action: *action, score: 0, lit: Vec::new() }];
        }
        let mut rows: Vec<(Match, Option<&'static str>)> =
            found.into_iter().map(|m| (app.hindrance(m.action), m)).map(|(why, m)| (m, why)).collect();
        if self.kind == Kind::Palette {
            rows.sort_by_key(|(m, why)| {
                (why.is_some(), std::cmp::Reverse(m.score), Self::rank(m.action, app))
            });
            self.rows = rows.into_iter().map(|(m, why)| Row::Entry(m, why)).collect();
            self.at = 0;
        } else {
            let best = rows.iter().max_by_key(|(m, _)| m.score).map(|(m, _)| m.action);
            self.rows = grouped(rows);
            let wanted = if self.prompt.text().trim().is_empty() { None } else { best };
            let chosen = |row: &Row| match row {
                Row::Entry(m, _) => wanted.is_none_or(|a| a == m.action),
                Row::Head(_) => false,
            };
            self.at = self.rows.iter().position(chosen).unwrap_or(0);
        }
        self.top.set(0);
    }

    /// Where an action stands among those that answer as well: what belongs to the pane first, plain motions last.
    fn rank(action: Action, app: &App) -> u8 {
        match action.group() {
            _ if action.context() == app.pane_context() => 0,
            Group::Move => 2,
            _ => 1,
        }
    }

    /// Moves the cursor by entries; heads are stepped over.
    fn step(&mut self, by: isize) {
        let is_entry = |at: &usize| matches!(self.rows.get(*at), Some(Row::Entry(..)));
        let entries: Vec<usize> = (0..self.rows.len()).filter(is_entry).collect();
        let now = entries.partition_point(|at| *at < self.at);
        let to = now.saturating_add_signed(by).min(entries.len().saturating_sub(1));
        self.at = entries.get(to).copied().unwrap_or(0);
    }

    fn chosen(&self) -> Option<(Action, Option<&'static str>)> {
        match self.rows.get(self.at) {
            Some(Row::Entry(found, why)) => Some((found.action, *why)),
            _ => None,
        }
    }

    /// Runs what was typed or chosen; what cannot be done is told and leaves the list open.
    fn accept(&mut self, app: &mut App) -> Reply {
        if self.typed.is_some() {
            if let Err(message) = app.command(self.prompt.text()) {
                app.error(message);
                return Reply::Taken;
            }
            let refused = app.notice_shown().is_some_and(|n| n.error);
            return if refused { Reply::Taken } else { Reply::Close };
        }
        match self.chosen() {
            None => app.error(format!("no action is called {}", self.prompt.text().trim())),
            Some((action, Some(why))) => app.error(format!("{}: {why}", action.name())),
            Some((action, None)) if wanted(action).is_some() => {
                self.prompt.set(&format!("{} ", action.name()));
                self.search(app);
            }
            Some((action, None)) => {
                app.run(&action.into());
                return Reply::Close;
            }
        }
        Reply::Taken
    }
}

/// What has to be typed after the name of an action that cannot be done without.
const fn wanted(action: Action) -> Option<&'static str> {
    match action {
        Action::GoToParagraph => Some("type the number of a paragraph"),
        Action::SetDate => Some("type the day, as in date 2024-08-20"),
        Action::NameColour => Some("type its number and its name, as in name-colour 2 to do"),
        _ => None,
    }
}

/// The action that a line names together with what belongs to it, and the latter.
fn typed_call(line: &str) -> Option<(Action, String)> {
    let line = line.trim_start().trim_start_matches('¶');
    let number = line.trim();
    if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) {
        return Some((Action::GoToParagraph, number.to_owned()));
    }
    let (name, argument) = line.split_once(char::is_whitespace)?;
    Some((Action::named(name)?, argument.trim().to_owned()))
}

/// `rows` under the heads of their groups.
fn grouped(rows: Vec<(Match, Option<&'static str>)>) -> Vec<Row> {
    let mut out = Vec::new();
    for group in Group::ALL {
        let of_group = rows.iter().filter(|(m, _)| m.action.group() == group);
        let entries: Vec<Row> = of_group.map(|(m, why)| Row::Entry(m.clone(), *why)).collect();
        if !entries.is_empty() {
            out.push(Row::Head(group.title()));
            out.extend(entries);
        }
    }
    out
}

impl Layer for ActionList {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        match input {
            Input::Do(call) => match call.action {
                Action::Accept => return self.accept(app),
                Action::EarlierEntry => self.step(-1),
                Action::LaterEntry => self.step(1),
                Action::PageUp => self.step(-10),
                Action::PageDown => self.step(10),
                _ => return Reply::Pass,
            },
            _ => match typed(&mut self.prompt, input) {
                Some(true) => self.search(app),
                Some(false) => {}
                None => return Reply::Pass,
            },
        }
        Reply::Taken
    }

    fn wheel(&self) -> Option<(Action, Action)> {
        Some((Action::LaterEntry, Action::EarlierEntry))
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        draw::draw(self, app, frame, area);
    }
}
