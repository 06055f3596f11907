//! Floor 6: the reader, article in one pane and key points in the other.
//!
//! The way of a key press: `terminal → Event → Action (keymap) → App → Effects`, then the screen is drawn from what the
//! [`App`] is now. Updating changes the app and names effects, drawing only reads, and one loop carries effects out; so
//! the whole reader runs under test without a terminal.
//!
//! - `action.rs` is the one list of what can be asked for; `assets/keymap.toml` gives keys to it; `keymap/` reads that.
//! - `app/` is the state, one file for each group of actions; `flow.rs` is the article in rows.
//! - `pane/` draws the panes; `layer/` holds what lies over them. How to add a layer is told in `layer.rs`.
//! - `keeper.rs` keeps highlights, marks and reading positions in files; `app/notes.rs` asks it to.
//! - `survey.rs` searches all open briefings; `app/across.rs` asks it to.
//! - `watch.rs` notices files that change; `app/reload.rs` reads them anew.
//! - `layout.rs` says where the panes are at each size; `theme/` how things look, from `assets/themes/`.
//! - `editor.rs` knows how an editor is told the line.
//! - `effect.rs` names what is asked of the world, `runner.rs` does it, `terminal.rs` takes the terminal and gives it
//!   back whatever happens.
//!
//! The text shows at once; key points are looked for in a thread beside it and are shown when they arrive. What is
//! drawn of a document goes through [`crate::text::Visible`], so that nothing in a file is obeyed by the terminal.

mod action;
mod app;
mod editor;
mod effect;
mod event;
mod flow;
mod keeper;
mod keymap;
mod layer;
mod layout;
mod options;
mod pane;
mod runner;
mod status;
mod survey;
pub mod terminal;
mod theme;
mod watch;
mod widget;

#[cfg(test)]
mod tests;

#[cfg(test)]
use tests::harness;

pub use action::{Action, Call, Group};
pub use app::App;
pub use effect::{Effect, News, Written};
pub use event::Event;
pub use keymap::{Context, Key, KeyRow, Keymap, KeymapError, Step, key_table};
pub use options::{Later, Options};
pub use theme::{Depth, Role, Theme, ThemeError, names as theme_names};
pub use widget::on_one_line;

use std::path::PathBuf;

use crate::document::Document;

/// Reads `documents`, and what `later` adds to them, in the terminal until the reader quits; the terminal is restored on quit, error and panic.
///
/// Errors are those of the terminal, of a keymap and of a theme.
pub fn run(documents: Vec<Document>, later: Option<Later>, mut options: Options) -> anyhow::Result<()> {
    let environment = || Depth::told_by(|name| std::env::var(name).ok());
    options.depth = Some(options.depth.unwrap_or_else(environment));
    let (mouse, lexicon) = (options.mouse, std::mem::take(&mut options.lexicon));
    let files: Vec<PathBuf> = documents.iter().filter_map(|document| document.path.clone()).collect();
    let folders: Vec<PathBuf> = options.data.iter().map(|data| data.join("annotations")).collect();
    // A folder that is not there cannot be watched, and then two first readers of a file would not see each other.
    folders.iter().for_each(|folder| effect::make_folder(folder));
    let keeper = keeper::Keeper::new(options.data.take());
    options.recall_theme(keeper.theme());
    let mut app = App::new(documents, options)?;
    app.wishes.several |= later.is_some();
    runner::Runner::new(mouse, lexicon, keeper)?.watching(&files, &folders).run(&mut app, later)
}
