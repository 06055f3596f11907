//! What can be done here and now, for the lists from which actions are chosen.

use super::App;
use crate::tui::action::{Action, Call};
use crate::tui::keymap::Context;
use crate::tui::layout::Focus;

impl App {
    /// Why `action` would do nothing here and now, in a few words; `None` when it would do something.
    pub fn hindrance(&self, action: Action) -> Option<&'static str> {
        let reading = self.reading();
        let briefing = &reading.briefing;
        let none = |nothing: bool, why| nothing.then_some(why);
        match action {
            Action::NextHit | Action::PreviousHit => none(self.finding.is_none(), "nothing is searched for"),
            Action::CopyMarked => none(briefing.marked_count() == 0, "nothing is marked"),
            Action::NextBriefing | Action::PreviousBriefing => {
                none(self.readings().len() == 1, "one briefing is open")
            }
            Action::Edit => none(briefing.document.path.is_none(), "it has no file"),
            Action::Furniture => {
                none(!briefing.document.blocks.iter().any(|b| b.kind.is_furniture()), "there is none")
            }
            Action::Back => none(!reading.came_from_somewhere(), "no jump to go back from"),
            _ => self.hindered_by_context(action.context()),
        }
    }

    fn hindered_by_context(&self, context: Context) -> Option<&'static str> {
        match context {
            Context::Global | Context::Reader | Context::Article => None,
            Context::Points => {
                let briefing = &self.reading().briefing;
                let none = briefing.ids().next().is_none() && briefing.annotations.placed.is_empty();
                none.then_some("there are no key points")
            }
            Context::Prompt => Some("only while typing"),
            _ if self.pane_context().chain().contains(&context) => None,
            _ => Some("only while choosing"),
        }
    }

    /// Does `call` as if its key were pressed where it belongs: in the points for what acts on points.
    pub fn run(&mut self, call: &Call) {
        match call.action.context() {
            Context::Points => self.set_focus(Focus::Points),
            Context::Article => self.set_focus(Focus::Article),
            _ => {}
        }
        self.update(call);
    }
}
