//! The small editor for notes.
//!
//! Enter keeps the note, Alt-Enter begins a new line, pasted text keeps its lines. What was written and closed without keeping is
//! there again the next time: nobody's words are thrown away by a slip.

use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use super::{Input, Layer, Reply};
use crate::tui::action::Action;
use crate::tui::app::{App, Subject};
use crate::tui::keymap::Context;
use crate::tui::widget::{Panel, key};

/// The editor of a note.
pub struct NoteEditor {
    subject: Subject,
    before: String,
    area: TextArea<'static>,
}

impl NoteEditor {
    /// An editor for the note of `subject`, which is `text` now; the cursor stands behind it.
    pub fn new(subject: Subject, text: &str) -> Self {
        let lines: Vec<String> = text.lines().map(clean).collect();
        let mut area = TextArea::new(if lines.is_empty() { vec![String::new()] } else { lines });
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::default());
        area.set_cursor_style(Style::default().add_modifier(Modifier::REVERSED));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { subject, before: text.to_owned(), area }
    }

    fn text(&self) -> String {
        self.area.lines().join("\n").trim_end().to_owned()
    }
}

/// A line without characters that a terminal would obey.
fn clean(line: &str) -> String {
    line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect()
}

impl Layer for NoteEditor {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        match input {
            Input::Do(call) => match call.action {
                Action::Accept => {
                    app.keep_note(&self.subject, self.text());
                    return Reply::Close;
                }
                Action::EarlierEntry => self.area.move_cursor(CursorMove::Up),
                Action::LaterEntry => self.area.move_cursor(CursorMove::Down),
                Action::ToggleRegex => drop(self.area.redo()),
                _ => return Reply::Pass,
            },
            Input::Key(key) => {
                let control = key.modifiers.contains(KeyModifiers::CONTROL);
                let newline = key.code == KeyCode::Enter || (control && key.code == KeyCode::Char('j'));
                if newline {
                    self.area.insert_newline();
                } else {
                    self.area.input(*key);
                }
            }
            Input::Paste(text) => {
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                let lines: Vec<String> = text.lines().map(clean).collect();
                self.area.insert_str(lines.join("\n"));
            }
            Input::Mouse(_) => return Reply::Pass,
        }
        Reply::Taken
    }

    fn cancelled(&mut self, app: &mut App) {
        let text = self.text();
        if text != self.before {
            app.notes.draft = Some(text);
            app.notice("note not kept; a brings your words back");
        }
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let theme = app.theme();
        let size = (area.width.saturating_sub(4).min(64), area.height.saturating_sub(2).clamp(5, 10));
        let told = [
            (key(app, Action::Accept, Context::Prompt), "keep"),
            (key(app, Action::Cancel, Context::Global), "close"),
            ("Alt-Enter".to_owned(), "new line"),
        ];
        let inner = Panel { title: "Note", keys: &told, size }.draw(frame, area, theme);
        frame.render_widget(&self.area, inner);
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }
}
