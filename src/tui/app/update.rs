//! Actions → changes: which file does what.

use super::App;
use crate::tui::action::{Action, Call, Group};
use crate::tui::effect::Effect;
use crate::tui::layer::ActionList;

impl App {
    /// Does what `call` asks for, in the panes. What is to be done outside is asked for with [`App::ask`].
    pub fn update(&mut self, call: &Call) {
        self.settle_highlight(call.action);
        match call.action.group() {
            Group::Move => self.move_action(call),
            Group::Search => self.search_action(call),
            Group::Points => self.points_action(call),
            Group::Highlights => self.notes_action(call),
            Group::Copy => self.copy_action(call.action),
            Group::View => self.view_action(call),
            Group::Files => self.file_action(call),
            Group::Prompt => {}
            Group::Program => self.program_action(call.action),
        }
        self.change();
    }

    fn program_action(&mut self, action: Action) {
        match action {
            Action::Palette => {
                let palette = ActionList::palette(self);
                self.push(Box::new(palette));
            }
            Action::Help => {
                let help = ActionList::help(self);
                self.push(Box::new(help));
            }
            Action::Cancel => self.cancel(),
            Action::Redraw => self.ask(Effect::Redraw),
            Action::Suspend => {
                self.remember_positions();
                self.ask(Effect::Suspend);
            }
            Action::Quit | Action::QuitNow => {
                self.remember_positions();
                self.ask(Effect::Quit);
            }
            _ => {}
        }
    }

    /// Takes off what lies nearest: the lit hits of a search, then the drawer, then zen.
    fn cancel(&mut self) {
        if self.notes.selection.take().is_some() || self.notes.placing.take().is_some() {
            return;
        }
        if self.finding.take().is_some() {
            return;
        }
        let areas = self.areas();
        if self.focus() == super::Focus::Points && areas.shape.is_narrow() {
            return self.set_focus(super::Focus::Article);
        }
        if self.wishes.zen {
            self.wishes.zen = false;
            return self.fit();
        }
        self.notice("nothing to close; q quits");
    }

    /// Does what a line typed after `:` asks for: a paragraph's number, or an action's name with what belongs to it.
    /// An error says what was not understood.
    pub fn command(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim().trim_start_matches('¶');
        if line.is_empty() {
            return Ok(());
        }
        if let Ok(number) = line.parse() {
            self.update(&Call { count: Some(number), ..Action::GoToParagraph.into() });
            return Ok(());
        }
        let (name, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let action = Action::named(name).ok_or_else(|| {
            format!("no action is called {name}; type a paragraph's number or an action's name")
        })?;
        let argument = Some(argument.trim().to_owned()).filter(|a| !a.is_empty());
        let count = argument.as_ref().and_then(|a| a.parse().ok());
        self.run(&Call { action, count, argument });
        Ok(())
    }
}
