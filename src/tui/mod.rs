//! Floor 6: the reader, article in one pane and key points in the other.
//!
//! The text shows at once; extraction runs in a thread beside it and its points are shown when they arrive. The reader
//! never writes a file and draws only text that went through [`crate::text::visible`].

mod app;
mod points;

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event};
use ratatui::{DefaultTerminal, Frame};

use crate::document::Document;
use crate::extract::{Lexicon, extract};

pub use app::App;

/// Reads `document` in the terminal until the reader quits; the terminal is restored on quit, error and panic.
///
/// Errors are those of the terminal.
pub fn run(document: Document) -> anyhow::Result<()> {
    let (sender, points) = mpsc::channel();
    let source = document.clone();
    let mut terminal = ratatui::try_init()?;
    let mut app = App::new(document);
    let shown = terminal.draw(|frame: &mut Frame| app.draw(frame)).map(drop);
    thread::spawn(move || drop(sender.send(extract(&source, &Lexicon::standard()))));
    let end = shown.map_err(Into::into).and_then(|()| attend(&mut terminal, &mut app, &points));
    ratatui::restore();
    end
}

/// Carries keys and points to `app`, drawing only after a change.
fn attend(
    terminal: &mut DefaultTerminal,
    app: &mut App,
    points: &mpsc::Receiver<crate::extract::KeyPoints>,
) -> anyhow::Result<()> {
    while !app.is_done() {
        if let Ok(found) = points.try_recv() {
            app.set_points(&found);
            terminal.draw(|frame| app.draw(frame))?;
        }
        if event::poll(Duration::from_millis(if app.has_points() { 3_600_000 } else { 30 }))? {
            let changed = match event::read()? {
                Event::Key(key) => key.is_press() && app.key(key),
                event => matches!(event, Event::Resize(..)),
            };
            if changed {
                terminal.draw(|frame| app.draw(frame))?;
            }
        }
    }
    Ok(())
}
