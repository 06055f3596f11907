//! What lies over the panes: prompts, lists, help.
//!
//! A layer takes an event or passes it on to what is beneath; what changes the reader it does through [`App`], what
//! touches the world it asks for with [`App::ask`]. It never draws outside the area that it is given.
//!
//! To add one: a file under `layer/` with a type that is a [`Layer`], an [`Action`] that opens it (a row
//! in `action.rs`, a key in `assets/keymap.toml`), and the line in `app/update.rs` that pushes it with [`App::push`].

mod across;
mod actions;
mod briefings;
mod export;
mod note;
mod orphans;
mod search;
mod tags;
mod why;

use ratatui::Frame;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Rect;

use super::action::{Action, Call};
use super::app::App;
use super::effect::Written;
use super::keymap::Context;
use super::widget::Prompt;

pub use across::AcrossPrompt;
pub use actions::ActionList;
pub use briefings::BriefingsList;
pub use export::ExportDialog;
pub use note::NoteEditor;
pub use orphans::OrphanList;
pub use search::SearchPrompt;
pub use tags::TagsPrompt;
pub use why::Why;

/// An event on its way down the layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The keys that were typed mean this in the layer's context.
    Do(Call),
    /// A key that the layer's context gives no meaning: text, in a prompt.
    Key(KeyEvent),
    /// Pasted text.
    Paste(String),
    /// The mouse.
    Mouse(MouseEvent),
}

/// What a layer did with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Nothing; whoever is beneath may have it.
    Pass,
    /// It is done.
    Taken,
    /// It is done, and so is the layer.
    Close,
}

/// Something over the panes that has the first word on events.
pub trait Layer {
    /// The table of keys that holds while the layer is on top.
    fn context(&self) -> Context;

    /// Whether what the layer passes ends there, save what is bound in [`Context::Global`]. A layer that is not modal
    /// lets the panes have it; its context's chain then ends in the pane's own tables.
    fn is_modal(&self) -> bool {
        true
    }

    /// Takes or passes `input`. The layer is off the stack meanwhile, so that it may change `app` and push others.
    fn input(&mut self, input: &Input, app: &mut App) -> Reply;

    /// What the wheel does, down and up; `None` when nothing.
    fn wheel(&self) -> Option<(Action, Action)> {
        (self.context() == Context::List).then_some((Action::LineDown, Action::LineUp))
    }

    /// Told when the reader closes the layer with [`Action::Cancel`] or replaces it, so that it may put things back.
    fn cancelled(&mut self, _app: &mut App) {}

    /// Told what came of writing a file that is shown as `name`; a layer that asked for it takes it, or closes.
    fn written(&mut self, _name: &str, _outcome: &Written) -> Reply {
        Reply::Pass
    }

    /// Whether it shows what was found across briefings, so that it wants more of it as it comes.
    fn is_across(&self) -> bool {
        false
    }

    /// Draws itself into `area`, the whole screen.
    fn draw(&self, app: &App, frame: &mut Frame, area: Rect);

    /// The actions that the line of hints offers while the layer is on top.
    fn hints(&self) -> &'static [Action] {
        &[Action::Accept, Action::Cancel]
    }
}

/// Edits the line of a layer with what was typed or pasted; whether its text is another one now, `None` when `input` is
/// not for editing.
fn typed(prompt: &mut Prompt, input: &Input) -> Option<bool> {
    match input {
        Input::Key(key) => prompt.key(*key),
        Input::Paste(text) => {
            prompt.paste(text);
            Some(true)
        }
        Input::Do(_) | Input::Mouse(_) => None,
    }
}
