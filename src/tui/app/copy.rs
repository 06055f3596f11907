//! Quotes for the clipboard.

use super::{App, Selection};
use crate::briefing::PointId;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::layout::Focus;

impl App {
    /// Does what an action of copying asks for.
    pub(super) fn copy_action(&mut self, action: Action) {
        match action {
            Action::CopyQuote => {
                let (quote, _) = self.quote();
                self.copy(quote, "quote");
            }
            Action::CopyCitation => {
                let (quote, offset) = self.quote();
                let cited = self.reading().briefing.citation(&quote, offset);
                self.copy(cited, "quote with citation");
            }
            Action::CopyMarked => self.copy_marked(),
            Action::Export => self.open_export(),
            _ => {}
        }
    }

    /// The words of the point under the cursor or, in the text, of the sentence; and where they begin.
    fn quote(&self) -> (String, usize) {
        let reading = self.reading();
        let point = reading.list.point().filter(|_| self.focus() == Focus::Points);
        if let Some(id) = point {
            return (reading.briefing.quote(id), reading.briefing.span(id).start);
        }
        let sentence = self.notes.selection.map_or_else(|| self.sentence(), Selection::span);
        let words = reading.briefing.document.slice(sentence);
        (words.split_whitespace().collect::<Vec<_>>().join(" "), sentence.start)
    }

    fn copy_marked(&mut self) {
        let briefing = &self.reading().briefing;
        let cited = |id: PointId| {
            let citation = briefing.citation(&briefing.quote(id), briefing.span(id).start);
            format!("{} {citation}", id.category.letter())
        };
        let all: Vec<String> = briefing.marked().map(cited).collect();
        match all.len() {
            0 => self.notice("nothing is marked; Space in the points marks"),
            1 => self.copy(all.join("\n"), "1 marked point"),
            n => self.copy(all.join("\n"), &format!("{n} marked points")),
        }
    }

    fn copy(&mut self, text: String, what: &str) {
        if text.is_empty() {
            return self.notice("nothing here to copy");
        }
        self.ask(Effect::Copy(text));
        self.notice(format!("copied: {what}"));
    }
}
