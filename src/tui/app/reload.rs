//! A briefing whose file changed while it is open: read anew, with the cursor and the highlights where they were.

use std::path::Path;
use std::sync::Arc;

use super::{App, Stage};
use crate::annotate::{Target, anchor};
use crate::base::Span;
use crate::document::Document;
use crate::tui::effect::Effect;
use crate::tui::keeper::Order;

/// How much text from the cursor on is looked for in the new text, in bytes.
const SAMPLE: usize = 160;

impl App {
    /// Takes in that the file at `path` changed.
    pub(super) fn hear_touched(&mut self, path: &Path) {
        let mut known = false;
        for briefing in 0..self.readings.len() {
            let own = self.readings[briefing].briefing.document.path.as_deref();
            if own.is_some_and(|own| crate::tui::watch::absolute(own) == path) {
                known = true;
                self.read_anew(briefing);
            }
        }
        if !known {
            self.refresh_notes();
        }
    }

    /// Takes in what another attache kept of the open briefings.
    pub(super) fn refresh_notes(&mut self) {
        for briefing in 0..self.readings.len() {
            if self.readings[briefing].opened {
                self.keep_of(briefing, Order::Refresh);
            }
        }
    }

    /// Has the file of a briefing read anew.
    pub(super) fn read_anew(&mut self, briefing: usize) {
        let Some(path) = self.readings.get(briefing).and_then(|r| r.briefing.document.path.clone()) else {
            return;
        };
        self.ask(Effect::Read { briefing, path });
    }

    /// Takes in a file that was read anew; nothing happens if it is the same.
    pub(super) fn hear_document(&mut self, briefing: usize, document: Result<Document, String>) {
        let current = self.current == briefing;
        let width = self.article_room().0;
        let Some(reading) = self.readings.get_mut(briefing) else { return };
        let mut document = match document {
            Ok(document) => document,
            Err(message) if current => {
                return self.error(format!("{message}; the text on the screen is the old one"));
            }
            Err(_) => return,
        };
        let old = Arc::clone(&reading.briefing.document);
        if document.sha256 == old.sha256 {
            return;
        }
        reading.stated = document.metadata.published.or(reading.stated);
        document.metadata.published = reading.given.or(reading.stated);
        let [cursor, top] = carried(&old, &document, [reading.cursor, reading.top]);
        reading.replace(document, width);
        reading.cursor = reading.flow.offset(reading.flow.row_at(cursor));
        reading.top = reading.flow.offset(reading.flow.row_at(top));
        if current {
            self.notes.selection = None;
            self.notes.fresh = None;
            self.finding = None;
            self.fit();
            self.look_again();
        } else {
            reading.stage = Stage::Unasked;
        }
        if self.readings.get(briefing).is_some_and(|r| r.opened) {
            self.keep_of(briefing, Order::Reload);
        }
    }

    /// Has it remembered how far each briefing was read.
    pub(super) fn remember_positions(&mut self) {
        for briefing in 0..self.readings.len() {
            let reading = &self.readings[briefing];
            if reading.opened {
                let offset = if reading.flow.row_at(reading.cursor) == crate::tui::flow::Row::default() {
                    0
                } else {
                    reading.cursor
                };
                self.keep_of(briefing, Order::Remember(offset));
            }
        }
    }
}

/// Where the words at `offsets` of the old text stand in the new one, as nearly as can be told.
fn carried(old: &Document, new: &Document, offsets: [usize; 2]) -> [usize; 2] {
    let spans = offsets.map(|at| {
        let at = at.min(old.text.len());
        Span::new(at, old.text.floor_char_boundary(old.text.len().min(at + SAMPLE)))
    });
    let targets = Target::all(&old.text, &spans);
    let mut moved = offsets.map(|at| new.text.floor_char_boundary(at.min(new.text.len())));
    for (at, target) in moved.iter_mut().zip(&targets) {
        let found = target.as_ref().and_then(|target| anchor(&new.text, &[target]).pop());
        *at = found.and_then(|found| found.anchor()).map_or(*at, |anchor| anchor.span.start);
    }
    moved
}
