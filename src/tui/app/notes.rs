//! Highlights, notes and tags: what the keys for them do.
//!
//! Nothing is changed here: each change is an order to the keeper, and what is kept comes back as news. So the
//! screen shows a highlight only when it is on the disk, or says that it could not be saved.

use std::collections::BTreeSet;

use super::{App, Item, Selection};
use crate::annotate::{Annotation, AnnotationId, Carried, Change, Colour, Draft};
use crate::base::Span;
use crate::tui::action::{Action, Call};
use crate::tui::effect::Effect;
use crate::tui::keeper::{Kept, Order};
use crate::tui::layer::{NoteEditor, OrphanList, TagsPrompt};
use crate::tui::layout::Focus;

/// Highlights in the making.
#[derive(Debug, Default)]
pub struct Notes {
    /// Selected words.
    pub selection: Option<Selection>,
    /// The highlight that was just made or chosen: a digit gives it a colour.
    pub fresh: Option<AnnotationId>,
    /// Whether it was there before.
    pub chosen: bool,
    /// Whether the next highlight that is kept is the one just made.
    pub awaiting: bool,
    /// The orphan for which words are being selected.
    pub placing: Option<AnnotationId>,
    /// What the colours are called, in order.
    pub colours: Vec<String>,
    /// The colour used last.
    pub colour: Colour,
    /// A note that was written and not kept.
    pub draft: Option<String>,
    /// Whether to go where one left off.
    pub resume: bool,
}

/// What an action on highlights is about.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A highlight that is there.
    There(AnnotationId),
    /// Words that are none yet.
    New(Draft),
}

impl App {
    /// Does what an action on highlights asks for.
    pub(super) fn notes_action(&mut self, call: &Call) {
        match call.action {
            Action::Select => self.select(self.sentence()),
            Action::SelectParagraph => self.select(self.paragraph()),
            Action::SwapEnds => self.swap_ends(),
            Action::CharRight | Action::CharLeft | Action::WordRight | Action::WordLeft => {
                self.move_selection(call);
            }
            Action::Highlight => self.highlight(),
            Action::Colour1 => self.colour(0),
            Action::Colour2 => self.colour(1),
            Action::Colour3 => self.colour(2),
            Action::Colour4 => self.colour(3),
            Action::Colour5 => self.colour(4),
            Action::NameColour => self.name_colour(call.argument.as_deref().unwrap_or_default()),
            Action::Note => self.edit_note(),
            Action::Tags => self.edit_tags(),
            Action::DeleteHighlight => self.delete_highlight(),
            Action::Undo => self.keep(Order::Undo),
            Action::Redo => self.keep(Order::Redo),
            Action::ToggleHighlights => self.toggle_highlights(),
            Action::FilterHighlights => self.filter_highlights(call.argument.clone()),
            Action::Orphans => self.list_orphans(),
            _ => {}
        }
    }

    /// Asks for something to be kept of the briefing that shows.
    pub fn keep(&mut self, order: Order) {
        self.keep_of(self.current, order);
    }

    /// Asks for something to be kept of an open briefing.
    pub(super) fn keep_of(&mut self, briefing: usize, order: Order) {
        if let Some(reading) = self.readings.get(briefing) {
            let document = reading.briefing.document.clone();
            self.ask(Effect::Keep { briefing, document, order });
        }
    }

    /// Asks for what is kept of the briefing that shows, once.
    pub(super) fn open_notes(&mut self) {
        if !std::mem::replace(&mut self.reading_mut().opened, true) {
            self.keep(Order::Open);
        }
    }

    /// Forgets which highlight was just made, unless `action` is about it.
    pub(super) fn settle_highlight(&mut self, action: Action) {
        let about = matches!(
            action,
            Action::Colour1
                | Action::Colour2
                | Action::Colour3
                | Action::Colour4
                | Action::Colour5
                | Action::Note
                | Action::Tags
                | Action::DeleteHighlight
        );
        if !about {
            self.notes.fresh = None;
        }
    }

    /// Takes in what is kept of a briefing.
    pub(super) fn hear_kept(&mut self, briefing: usize, kept: Kept) {
        let here = briefing == self.current;
        let Some(reading) = self.readings.get_mut(briefing) else { return };
        reading.take_annotations(kept.annotations);
        self.notes.colours = kept.colours;
        self.change();
        if !here {
            return;
        }
        if std::mem::take(&mut self.notes.awaiting) {
            self.notes.fresh = kept.touched;
        }
        if let Some(recent) = kept.recent {
            self.recent = recent;
        }
        if let Some(date) = kept.date.filter(|_| !self.dated) {
            self.take_date(Some(date));
        }
        let gone = self.notes.fresh.as_ref().is_some_and(|id| self.annotation(id).is_none());
        if gone {
            self.notes.fresh = None;
        }
        if let Some(position) = kept.position.filter(|_| std::mem::take(&mut self.notes.resume)) {
            self.show(position);
            self.notice("where you left off; g g goes to the beginning");
        }
        if let Some(carried) = kept.carried.filter(|carried| carried.is_news() || kept.reloaded) {
            let banner = self.banner(carried);
            self.notice(banner);
        }
        if let Some(text) = kept.said {
            self.notice(text);
        }
        if let Some(text) = kept.fault {
            self.error(text);
        }
    }

    /// What became of the highlights when the text changed, in one line.
    fn banner(&self, carried: Carried) -> String {
        let dot = self.theme.glyphs.dot;
        let (all, orphans) = (carried.kept + carried.moved + carried.fuzzy, carried.orphans);
        if all + orphans == 0 {
            return format!("changed {dot} read anew; your place is kept");
        }
        let told = if orphans == 1 { "1 orphan".to_owned() } else { format!("{orphans} orphans") };
        let key = self.keymap.key_of(Action::Orphans, self.context()).unwrap_or_default();
        let more = if orphans > 0 { format!("; {key} shows them") } else { String::new() };
        format!("changed {dot} {all} carried, {told}{more}")
    }

    /// The annotation of this name.
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Annotation> {
        let kept = &self.reading().briefing.annotations;
        let placed = kept.placed.iter().map(|(_, annotation)| annotation);
        placed.chain(kept.orphans.iter().map(|(annotation, _)| annotation)).find(|a| a.id == *id)
    }

    /// The annotation of an entry of the list of points.
    pub fn listed(&self, item: &Item) -> Option<&Annotation> {
        let kept = &self.reading().briefing.annotations;
        match item {
            Item::Own(at) => kept.placed.get(*at).map(|(_, annotation)| annotation),
            Item::Orphan(at) => kept.orphans.get(*at).map(|(annotation, _)| annotation),
            _ => None,
        }
    }

    /// What an action on highlights is about: the selection, the highlight or point under the cursor, or the sentence.
    pub(super) fn subject(&self) -> Option<Subject> {
        let reading = self.reading();
        let colour = self.notes.colour;
        if let Some(selection) = self.notes.selection {
            return Some(Subject::New(Draft::highlight(selection.span(), colour)));
        }
        if self.focus() == Focus::Points {
            let item = reading.list.items().get(reading.list.at)?;
            if let Some(annotation) = self.listed(item) {
                return Some(Subject::There(annotation.id.clone()));
            }
            let id = reading.list.point()?;
            let label = reading.briefing.label(id);
            let mut placed = reading.briefing.annotations.placed.iter();
            if let Some((_, there)) = placed.find(|(_, a)| a.point.as_ref() == Some(&label)) {
                return Some(Subject::There(there.id.clone()));
            }
            let draft = Draft { point: Some(label), ..Draft::highlight(reading.briefing.span(id), colour) };
            return Some(Subject::New(draft));
        }
        if let Some(id) = self.notes.fresh.clone().or_else(|| self.highlight_at_cursor()) {
            return Some(Subject::There(id));
        }
        let sentence = self.sentence();
        (!sentence.is_empty()).then(|| Subject::New(Draft::highlight(sentence, colour)))
    }

    /// One's own highlight that the cursor stands on.
    pub fn own_at_cursor(&self) -> Option<&Annotation> {
        let reading = self.reading();
        let placed = reading.briefing.annotations.placed.iter();
        let holding = placed.filter(|(anchor, _)| anchor.span.contains(reading.cursor));
        holding.min_by_key(|(anchor, _)| anchor.span.len()).map(|(_, own)| own)
    }

    /// The highlight under the cursor: the shortest that holds it, or the first in its sentence.
    fn highlight_at_cursor(&self) -> Option<AnnotationId> {
        let reading = self.reading();
        let placed = &reading.briefing.annotations.placed;
        let holding = placed.iter().filter(|(anchor, _)| anchor.span.contains(reading.cursor));
        let sentence = self.sentence();
        let found = holding
            .min_by_key(|(anchor, _)| anchor.span.len())
            .or_else(|| placed.iter().find(|(anchor, _)| anchor.span.overlaps(sentence)));
        found.map(|(_, annotation)| annotation.id.clone())
    }

    /// Highlights the selection, the sentence or the point's words; or puts an orphan there.
    fn highlight(&mut self) {
        if let Some(id) = self.notes.placing.take() {
            let span = self.notes.selection.take().map_or_else(|| self.sentence(), Selection::span);
            return self.keep(Order::Change(Change::Place(id, span)));
        }
        let sentence = self.sentence();
        let there = match self.subject() {
            // A highlight within the sentence does not keep the sentence from being highlighted.
            Some(Subject::There(id)) if self.focus() == Focus::Article && !self.holds_cursor(&id) => {
                Some(Subject::New(Draft::highlight(sentence, self.notes.colour)))
            }
            subject => subject,
        };
        match there {
            Some(Subject::There(id)) => {
                (self.notes.fresh, self.notes.chosen) = (Some(id), true);
                self.change();
            }
            Some(Subject::New(draft)) => self.make(draft),
            None => self.notice("nothing here to highlight"),
        }
    }

    fn holds_cursor(&self, id: &AnnotationId) -> bool {
        let reading = self.reading();
        let mut placed = reading.briefing.annotations.placed.iter();
        placed.any(|(anchor, a)| a.id == *id && anchor.span.contains(reading.cursor))
    }

    /// Makes a new annotation; a digit gives it another colour next.
    pub(super) fn make(&mut self, draft: Draft) {
        self.notes.selection = None;
        (self.notes.fresh, self.notes.chosen, self.notes.awaiting) = (None, false, true);
        self.change();
        self.keep(Order::Change(Change::Add(draft)));
    }

    fn edit_note(&mut self) {
        let Some(subject) = self.subject() else { return self.notice("nothing here to write a note to") };
        let text = match &subject {
            Subject::There(id) => self.annotation(id).map(|a| a.note.clone()).unwrap_or_default(),
            Subject::New(_) => String::new(),
        };
        let text = self.notes.draft.take().unwrap_or(text);
        self.push(Box::new(NoteEditor::new(subject, &text)));
    }

    fn edit_tags(&mut self) {
        let Some(subject) = self.subject() else { return self.notice("nothing here to give tags to") };
        let tags = match &subject {
            Subject::There(id) => self.annotation(id).map(|a| a.tags.join(", ")).unwrap_or_default(),
            Subject::New(_) => String::new(),
        };
        self.push(Box::new(TagsPrompt::new(subject, &tags, self.tags_in_use())));
    }

    /// The tags that highlights of this briefing have, by name.
    fn tags_in_use(&self) -> Vec<String> {
        let kept = &self.reading().briefing.annotations;
        let placed = kept.placed.iter().map(|(_, own)| own);
        let all = placed.chain(kept.orphans.iter().map(|(own, _)| own));
        let tags: BTreeSet<String> = all.flat_map(|own| own.tags.iter().cloned()).collect();
        tags.into_iter().collect()
    }

    /// Keeps a note for `subject`.
    pub fn keep_note(&mut self, subject: &Subject, note: String) {
        let told = if note.is_empty() { "no note" } else { "note kept; u takes it back" };
        match subject {
            Subject::There(id) => self.keep(Order::Change(Change::Note(id.clone(), note))),
            Subject::New(draft) => self.make(Draft { note, ..draft.clone() }),
        }
        self.tell_kept(told);
    }

    /// Says what was done, unless there is something worse to say.
    fn tell_kept(&mut self, told: &str) {
        if self.notice_shown().is_none_or(|notice| !notice.error) {
            self.notice(told);
        }
    }

    /// Keeps tags for `subject`.
    pub fn keep_tags(&mut self, subject: &Subject, tags: Vec<String>) {
        let told = if tags.is_empty() { "no tags" } else { "tags kept; u takes them back" };
        match subject {
            Subject::There(id) => self.keep(Order::Change(Change::Tags(id.clone(), tags))),
            Subject::New(draft) => self.make(Draft { tags, ..draft.clone() }),
        }
        self.tell_kept(told);
    }

    fn delete_highlight(&mut self) {
        match self.notes.fresh.take().or_else(|| self.highlight_at_cursor()) {
            Some(id) => self.delete(id),
            None => self.notice("no highlight here to delete; ] goes to the next one"),
        }
    }

    /// Deletes the highlight under the cursor of the list of points, if there is one.
    pub(super) fn delete_chosen_highlight(&mut self) -> bool {
        let list = &self.reading().list;
        let id = list.items().get(list.at).and_then(|item| self.listed(item)).map(|a| a.id.clone());
        let any = id.is_some();
        if let Some(id) = id {
            self.delete(id);
        }
        any
    }

    /// Deletes a highlight with its note.
    pub fn delete(&mut self, id: AnnotationId) {
        self.keep(Order::Change(Change::Delete(id)));
        self.notice("deleted; u brings it back");
    }

    fn list_orphans(&mut self) {
        if self.reading().briefing.annotations.orphans.is_empty() {
            return self.notice("every highlight has its place");
        }
        self.push(Box::new(OrphanList::default()));
    }

    /// Puts the cursor on the highlight over `span`.
    pub(super) fn go_to_highlight(&mut self, span: Span) {
        let height = self.article_height();
        self.reading_mut().show(span.start, height);
        self.change();
    }
}
