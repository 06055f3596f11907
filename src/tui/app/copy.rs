//! Quotes for the clipboard.

use super::{App, Item, Selection};
use crate::base::Span;
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

    /// The words of the point or highlight under the cursor or, in the text, of the sentence; and where they begin.
    fn quote(&self) -> (String, usize) {
        let reading = self.reading();
        let in_points = self.focus() == Focus::Points;
        if let Some(id) = reading.list.point().filter(|_| in_points) {
            return (reading.briefing.quote(id), reading.briefing.span(id).start);
        }
        match reading.list.items().get(reading.list.at).filter(|_| in_points) {
            Some(Item::Own(at)) => {
                let own = reading.briefing.annotations.placed.get(*at);
                self.words_of(own.map_or_else(Span::default, |(anchor, _)| anchor.span))
            }
            Some(item @ Item::Orphan(_)) => {
                (self.listed(item).map_or_else(String::new, |own| flat(&own.target.exact)), 0)
            }
            _ => self.words_of(self.notes.selection.map_or_else(|| self.sentence(), Selection::span)),
        }
    }

    fn words_of(&self, span: Span) -> (String, usize) {
        (flat(self.reading().briefing.document.slice(span)), span.start)
    }

    fn copy_marked(&mut self) {
        let briefing = &self.reading().briefing;
        let cited = |id: PointId| {
            let citation = briefing.citation(&briefing.quote(id), briefing.span(id).start);
            format!("{} {citation}", id.category.letter())
        };
        let mut all: Vec<String> = briefing.marked().map(cited).collect();
        let kept = &briefing.annotations;
        let own = kept.placed.iter().filter(|(_, own)| kept.is_marked(&own.id));
        all.extend(own.map(|(anchor, own)| {
            let (quote, at) = self.words_of(anchor.span);
            let note = if own.note.is_empty() { String::new() } else { format!(": {}", flat(&own.note)) };
            format!("H {}{note}", briefing.citation(&quote, at))
        }));
        match all.len() {
            0 => self.notice("nothing is marked; Space in the points marks"),
            1 => self.copy(all.join("\n"), "what is marked"),
            n => self.copy(all.join("\n"), &format!("all {n} that are marked")),
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

/// `text` on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
