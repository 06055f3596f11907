//! What can happen to the reader, whoever it comes from: the terminal, a signal, or work that was asked for.

use ratatui::crossterm::event::{self as terminal, KeyEvent, MouseEvent};

use super::effect::News;

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted, as one piece.
    Paste(String),
    /// The mouse was moved, pressed or turned.
    Mouse(MouseEvent),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal gained (or lost) the focus.
    Focus(bool),
    /// Work that was asked for has come so far.
    News(News),
}

impl Event {
    /// The terminal's event as one of ours; `None` for what the reader does not attend to, such as the release of a key.
    pub fn from_terminal(event: terminal::Event) -> Option<Self> {
        match event {
            terminal::Event::Key(key) => {
                (key.kind != terminal::KeyEventKind::Release).then_some(Self::Key(key))
            }
            terminal::Event::Paste(text) => Some(Self::Paste(text)),
            terminal::Event::Mouse(mouse) => Some(Self::Mouse(mouse)),
            terminal::Event::Resize(columns, rows) => Some(Self::Resize(columns, rows)),
            terminal::Event::FocusGained => Some(Self::Focus(true)),
            terminal::Event::FocusLost => Some(Self::Focus(false)),
        }
    }
}
