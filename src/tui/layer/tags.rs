//! The line in which one types tags, with commas between them.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Clear;

use super::{Input, Layer, Reply, typed};
use crate::tui::action::Action;
use crate::tui::app::{App, Subject};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widget::{Prompt, clip, columns, fill, on_one_line};

/// The prompt for tags.
pub struct TagsPrompt {
    subject: Subject,
    prompt: Prompt,
    /// The tags that are in use in this briefing.
    known: Vec<String>,
}

impl TagsPrompt {
    /// A prompt for the tags of `subject`, which are `tags` now; `known` are those that are in use.
    pub fn new(subject: Subject, tags: &str, known: Vec<String>) -> Self {
        Self { subject, prompt: Prompt::with(tags), known }
    }

    /// Known tags that begin with the one being typed and are not among those before it.
    fn offers(&self) -> impl Iterator<Item = &String> {
        let (before, begun) = self.prompt.text().rsplit_once(',').unwrap_or(("", self.prompt.text()));
        let begun = begun.trim().trim_start_matches('#').to_lowercase();
        let before = tags(before);
        self.known.iter().filter(move |tag| {
            tag.to_lowercase().starts_with(&begun) && tag.to_lowercase() != begun && !before.contains(tag)
        })
    }

    /// Completes the tag being typed with the first that is offered.
    fn complete(&mut self) {
        let Some(tag) = self.offers().next().cloned() else { return };
        let before =
            self.prompt.text().rsplit_once(',').map_or(String::new(), |(before, _)| format!("{before}, "));
        self.prompt.set(&format!("{before}{tag}, "));
    }
}

/// Tags out of what was typed: without the sign before them, each once.
fn tags(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for tag in text.split(',').map(|tag| tag.trim().trim_start_matches('#').to_owned()) {
        if !tag.is_empty() && !all.contains(&tag) {
            all.push(tag);
        }
    }
    all
}

impl Layer for TagsPrompt {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        match input {
            Input::Do(call) if call.action == Action::Accept => {
                app.keep_tags(&self.subject, tags(self.prompt.text()));
                return Reply::Close;
            }
            Input::Key(key) if key.code == KeyCode::Tab => self.complete(),
            _ if typed(&mut self.prompt, input).is_none() => return Reply::Pass,
            _ => {}
        }
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        const HEAD: &str = "tags: ";
        let row = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let theme = app.theme();
        let ground = theme.style(Role::Text);
        let offers: Vec<String> = self.offers().take(6).map(|tag| on_one_line(tag)).collect();
        let hint = if offers.is_empty() {
            let hint = " commas between them ".to_owned();
            if row.width > 60 { hint } else { String::new() }
        } else {
            format!(" Tab: {} ", offers.join(", "))
        };
        let hint = clip(&hint, usize::from(row.width) / 2, theme.glyphs.more);
        let room = usize::from(row.width).saturating_sub(columns(&hint) + HEAD.len() + 1);
        let (shown, cursor) = self.prompt.view(room);
        let left = vec![Span::styled(HEAD, ground.patch(theme.style(Role::KeyName))), Span::raw(shown)];
        let right = vec![Span::styled(hint, ground.patch(theme.style(Role::Foot)))];
        frame.render_widget(Clear, row);
        frame.buffer_mut().set_style(row, ground);
        frame.render_widget(fill(left, right, usize::from(row.width), theme), row);
        frame.set_cursor_position((row.x + (HEAD.len() + cursor) as u16, row.y));
    }
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_stand_between_commas() {
        assert_eq!(tags("to do, #north,, to do ,  "), ["to do", "north"]);
        assert!(tags(" , ").is_empty());
    }
}
