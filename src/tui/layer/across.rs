//! The search across all open briefings: a line in which one types, and under it what was found, by briefing.

mod draw;

use std::cell::Cell;

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{Input, Layer, Reply, typed};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::widget::Prompt;

/// The prompt of `g /`; what was found is the reader's to keep.
pub struct AcrossPrompt {
    prompt: Prompt,
    /// The first row that shows, kept so that the list does not jump.
    top: Cell<usize>,
}

impl AcrossPrompt {
    /// The prompt with what was asked last.
    pub fn new(app: &App) -> Self {
        Self { prompt: Prompt::with(&app.across.question.words), top: Cell::new(0) }
    }

    fn search(&mut self, app: &mut App) {
        self.prompt.text().clone_into(&mut app.across.question.words);
        app.across.question.pages = 0;
        self.top.set(0);
        app.ask_across();
    }

    /// To the first hit of the briefing after this one, or before.
    fn step_group(forward: bool, app: &mut App) {
        let Some((group, hit)) = app.across.chosen() else { return };
        let groups = &app.across.answer.groups;
        let by = match (forward, hit) {
            (true, _) if group + 1 == groups.len() && app.across.answer.unlisted() == 0 => 0,
            (true, _) => (groups[group].stops() - hit) as isize,
            (false, 0) if group > 0 => -(groups[group - 1].stops() as isize),
            (false, _) => -(hit as isize),
        };
        app.step_found(by);
    }
}

impl Layer for AcrossPrompt {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        match input {
            Input::Do(call) => match call.action {
                Action::Accept if app.go_to_found() => return Reply::Close,
                Action::Accept if app.across.is_whole() => app.notice("nothing to go to; type other words"),
                Action::Accept => {}
                Action::EarlierEntry => app.step_found(-1),
                Action::LaterEntry => app.step_found(1),
                Action::PageUp => Self::step_group(false, app),
                Action::PageDown => Self::step_group(true, app),
                Action::SearchElsewhere => app.search_elsewhere(),
                Action::ToggleRegex => {
                    app.across.question.regex = !app.across.question.regex;
                    app.ask_across();
                }
                _ => return Reply::Pass,
            },
            Input::Key(key) if key.code == KeyCode::Tab => app.search_elsewhere(),
            _ => match typed(&mut self.prompt, input) {
                Some(true) => self.search(app),
                Some(false) => {}
                None => return Reply::Pass,
            },
        }
        Reply::Taken
    }

    fn is_across(&self) -> bool {
        true
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
