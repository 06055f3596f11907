//! A line in which one types.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use super::columns;
use crate::text::visible;

/// One line of text with a cursor, and the usual keys to edit it.
#[derive(Debug, Clone, Default)]
pub struct Prompt {
    input: Input,
}

impl Prompt {
    /// A prompt with `text` in it and the cursor behind it.
    pub fn with(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Puts `text` in place of what was typed.
    pub fn set(&mut self, text: &str) {
        *self = Self::with(text);
    }

    /// Edits with `key`; whether the text is another one now. `None` when the key is not for editing.
    pub fn key(&mut self, key: KeyEvent) -> Option<bool> {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let request = match key.code {
            KeyCode::Char('a') if control => InputRequest::GoToStart,
            KeyCode::Char('e') if control => InputRequest::GoToEnd,
            KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
            KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
            KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
            KeyCode::Char('h') if control => InputRequest::DeletePrevChar,
            KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
            KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
            KeyCode::Char(c) if !control && !alt => InputRequest::InsertChar(c),
            KeyCode::Backspace if control || alt => InputRequest::DeletePrevWord,
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if control => InputRequest::GoToPrevWord,
            KeyCode::Right if control => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            _ => return None,
        };
        Some(self.input.handle(request).is_some_and(|change| change.value))
    }

    /// Adds pasted text, its line ends as spaces.
    pub fn paste(&mut self, text: &str) {
        for c in text.chars().take(10_000) {
            self.input.handle(InputRequest::InsertChar(if c.is_control() { ' ' } else { c }));
        }
    }

    /// What to show in `width` columns, and the column of the cursor in it. Long text is shown round the cursor.
    pub fn view(&self, width: usize) -> (String, usize) {
        let text = self.text();
        let before: String = text.chars().take(self.input.cursor()).collect();
        let (before, after) = (visible(&before).into_owned(), visible(&text[before.len()..]).into_owned());
        let mut skipped = 0;
        let over = (columns(&before) + 1).saturating_sub(width);
        let mut shown = before.as_str();
        while skipped < over {
            let Some(grapheme) = shown.graphemes(true).next() else { break };
            skipped += columns(grapheme);
            shown = &shown[grapheme.len()..];
        }
        let cursor = columns(shown);
        (super::clip(&format!("{shown}{after}"), width, ""), cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_edits_and_the_view_follows_the_cursor() {
        let mut prompt = Prompt::default();
        for c in "日本 talks".chars() {
            assert_eq!(prompt.key(KeyEvent::from(KeyCode::Char(c))), Some(true));
        }
        assert_eq!(prompt.view(40), ("日本 talks".into(), 10));
        assert_eq!(prompt.view(6), ("talks".into(), 5));
        assert_eq!(prompt.key(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL)), Some(true));
        assert_eq!(prompt.text(), "日本 ");
        prompt.paste("a\nb\u{1b}");
        assert_eq!(prompt.text(), "日本 a b ");
        assert_eq!(prompt.key(KeyEvent::from(KeyCode::Enter)), None);
    }
}
