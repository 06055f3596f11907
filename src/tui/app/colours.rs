//! The five colours of highlights, and what the user calls them.

use super::{App, Subject};
use crate::annotate::{Change, Colour, Draft};
use crate::tui::keeper::Order;

impl App {
    /// What the user calls `colour`; its number when nothing was said.
    pub fn colour_name(&self, colour: Colour) -> String {
        let name = self.notes.colours.get(usize::from(colour.number()) - 1).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| colour.number().to_string())
    }

    /// Gives the colour at the place `at` to the selection or highlight; the next highlight has it too.
    pub(super) fn colour(&mut self, at: usize) {
        let colour = Colour::ALL[at.min(Colour::ALL.len() - 1)];
        self.notes.colour = colour;
        match self.subject() {
            Some(Subject::New(draft)) => self.make(Draft { colour, ..draft }),
            Some(Subject::There(id)) => {
                self.notes.fresh = Some(id.clone());
                self.keep(Order::Change(Change::Colour(id, colour)));
            }
            None => {}
        }
    }

    /// Calls a colour by the name in `words`, which begin with its number.
    pub(super) fn name_colour(&mut self, words: &str) {
        let (number, name) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        match number.parse().ok().and_then(Colour::new).filter(|_| !name.trim().is_empty()) {
            Some(colour) => self.keep(Order::Name(colour, name.trim().to_owned())),
            None => self.error("say which colour and its name: type :name-colour 2 to do"),
        }
    }
}
