//! The line in which one types a paragraph's number or an action's name.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Clear;

use super::{Input, Layer, Reply};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widget::{Prompt, fill};

/// The prompt of `:`.
#[derive(Default)]
pub struct CommandLine {
    prompt: Prompt,
}

impl Layer for CommandLine {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        match input {
            Input::Do(call) if call.action == Action::Accept => {
                let outcome = app.command(self.prompt.text());
                if let Err(message) = outcome {
                    app.error(message);
                }
                return Reply::Close;
            }
            Input::Do(_) | Input::Mouse(_) => return Reply::Pass,
            Input::Key(key) if self.prompt.key(*key).is_none() => return Reply::Pass,
            Input::Key(_) => {}
            Input::Paste(text) => self.prompt.paste(text),
        }
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let row = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let theme = app.theme();
        let ground = theme.style(Role::Text);
        let hint = " a paragraph's number, or an action such as zen ";
        let hint = if usize::from(row.width) > hint.len() + 20 { hint } else { "" };
        let room = usize::from(row.width).saturating_sub(hint.len() + 2);
        let (shown, cursor) = self.prompt.view(room);
        let left = vec![Span::styled(":", ground.patch(theme.style(Role::KeyName))), Span::raw(shown)];
        let right = vec![Span::styled(hint, ground.patch(theme.style(Role::Foot)))];
        frame.render_widget(Clear, row);
        frame.buffer_mut().set_style(row, ground);
        frame.render_widget(fill(left, right, usize::from(row.width), theme), row);
        frame.set_cursor_position((row.x + 1 + cursor as u16, row.y));
    }
}
