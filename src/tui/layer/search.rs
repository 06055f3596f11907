//! The line in which one types what to search for; hits are lit with every key.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Input, Layer, Reply, typed};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widget::{Prompt, fill};

/// The prompt of `/`.
pub struct SearchPrompt {
    prompt: Prompt,
    regex: bool,
    /// Where the cursor was, to return to.
    origin: usize,
    /// The entry of the history that shows, counted from the latest; 0 is what is being typed.
    earlier: usize,
    /// What is wrong with what was typed.
    fault: Option<String>,
}

impl SearchPrompt {
    /// An empty prompt that searches from the cursor on.
    pub fn new(app: &App) -> Self {
        let origin = app.reading().cursor;
        Self { prompt: Prompt::default(), regex: false, origin, earlier: 0, fault: None }
    }

    fn search(&mut self, app: &mut App) {
        self.fault = app.find(self.prompt.text(), self.regex, self.origin).err();
        if self.fault.is_some() || self.prompt.text().is_empty() {
            app.show(self.origin);
        }
    }

    fn recall(&mut self, by: isize, app: &mut App) {
        let to = self.earlier.saturating_add_signed(by).min(app.history.len());
        if to != self.earlier {
            self.earlier = to;
            let entry = app.history.len().checked_sub(to).and_then(|at| app.history.get(at)).cloned();
            self.prompt.set(&entry.unwrap_or_default());
            self.search(app);
        }
    }

    fn accept(&self, app: &mut App) {
        let words = self.prompt.text().to_owned();
        if words.is_empty() {
            return;
        }
        app.history.retain(|w| *w != words);
        app.history.push(words.clone());
        if app.reading().cursor != self.origin {
            app.reading_mut().remember_at(self.origin);
        }
        if app.finding.as_ref().is_some_and(|f| f.known && f.hits.is_empty()) {
            app.notice(format!("no hit for {words}"));
        }
    }
}

impl Layer for SearchPrompt {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        match input {
            Input::Do(call) => match call.action {
                Action::Accept => {
                    self.accept(app);
                    return Reply::Close;
                }
                Action::ToggleRegex => {
                    self.regex = !self.regex;
                    self.search(app);
                }
                Action::EarlierEntry => self.recall(1, app),
                Action::LaterEntry => self.recall(-1, app),
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

    fn cancelled(&mut self, app: &mut App) {
        app.finding = None;
        app.show(self.origin);
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let row = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let theme = app.theme();
        let style = |role| theme.on_text(role);
        let right = match (&self.fault, &app.finding) {
            (Some(fault), _) => Span::styled(format!(" {fault} "), style(Role::Error)),
            (None, Some(found)) if found.known && found.hits.is_empty() => {
                Span::styled(" no hit ", style(Role::Error))
            }
            (None, Some(found)) if found.known => {
                let at = found.current.map_or(0, |c| c + 1);
                Span::styled(format!(" {at}/{} ", found.hits.len()), style(Role::Notice))
            }
            (None, Some(_)) => Span::styled(format!(" searching {} ", theme.glyphs.more), style(Role::Dim)),
            (None, None) => Span::raw(""),
        };
        let key = |action| app.keymap().key_of(action, Context::Prompt).unwrap_or_default();
        let plain = if self.regex { "plain words" } else { "regex" };
        let hint = format!(
            " {} {plain}  {} keep  {} back ",
            key(Action::ToggleRegex),
            key(Action::Accept),
            key(Action::Cancel)
        );
        let sign = if self.regex { "regex/" } else { "/" };
        let taken = sign.len() + right.content.chars().count() + hint.chars().count();
        let room = usize::from(row.width).saturating_sub(taken).max(12);
        let (shown, cursor) = self.prompt.view(room);
        let left = vec![Span::styled(sign, style(Role::KeyName)), Span::styled(shown, style(Role::Text))];
        let fits = usize::from(row.width) > taken + 12;
        let hint = Span::styled(if fits { hint } else { String::new() }, style(Role::Foot));
        let line: Line = fill(left, vec![right, hint], usize::from(row.width), theme);
        frame.buffer_mut().set_style(row, Style::reset());
        frame.render_widget(ratatui::widgets::Clear, row);
        frame.buffer_mut().set_style(row, theme.style(Role::Text));
        frame.render_widget(line, row);
        frame.set_cursor_position((row.x + (sign.len() + cursor) as u16, row.y));
    }
}
