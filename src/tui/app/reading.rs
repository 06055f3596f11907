//! One open briefing with the place at which it is read.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::civil::Date;

use super::links::Links;
use super::list::List;
use crate::annotate::Annotations;
use crate::briefing::Briefing;
use crate::document::Document;
use crate::extract::KeyPoints;
use crate::tui::flow::{Flow, Row};

/// How far the search for key points has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Not begun: nobody has looked at this briefing yet.
    #[default]
    Unasked,
    /// Nothing found yet.
    Waiting,
    /// The points of the beginning are there, the rest is on its way.
    Partial,
    /// All there.
    Whole,
}

/// How many places `Back` remembers.
const REMEMBERED: usize = 100;

/// One open briefing with the place at which it is read.
pub struct Reading {
    /// The briefing.
    pub briefing: Briefing,
    /// Its text in rows.
    pub flow: Flow,
    /// The byte under the cursor.
    pub cursor: usize,
    /// The byte at which the first row shown begins.
    pub top: usize,
    /// The points as they are listed.
    pub list: List,
    /// Where evidence stands.
    pub links: Links,
    /// The date that the text states or that it was opened with.
    pub stated: Option<Date>,
    /// The date that the user gave it.
    pub given: Option<Date>,
    /// How far the search for points has come.
    pub stage: Stage,
    /// Whether what is kept of it was asked for.
    pub opened: bool,
    /// The latest question that was asked for points.
    pub asked: u64,
    /// Where one was before jumps, latest last.
    back: VecDeque<usize>,
}

impl Reading {
    /// A reading at the beginning of `document`.
    pub fn new(document: Document) -> Self {
        let briefing = Briefing::new(document);
        let nothing_else = briefing.document.blocks.iter().all(|b| b.kind.is_furniture());
        let flow = Flow::new(Arc::clone(&briefing.document), nothing_else);
        let start = flow.piece(0).map_or(0, |p| p.span.start);
        let list = List::new(&briefing);
        let stated = briefing.document.metadata.published;
        Self {
            briefing,
            flow,
            cursor: start,
            top: start,
            list,
            links: Links::default(),
            stated,
            given: None,
            stage: Stage::Unasked,
            opened: false,
            asked: 0,
            back: VecDeque::new(),
        }
    }

    /// The name to show for it: the file's, or where it came from.
    pub fn name(&self) -> String {
        let document = &self.briefing.document;
        let file = document.path.as_ref().and_then(|p| p.file_name());
        let name = file.map_or_else(|| "standard input".into(), |f| f.to_string_lossy().into_owned());
        crate::tui::on_one_line(&name)
    }

    /// Takes in points that were found; marks, and the point under the cursor, stay where they are.
    pub fn set_points(&mut self, points: KeyPoints, whole: bool) {
        let chosen = self.list.point().map(|id| self.briefing.key(id));
        let first = matches!(self.stage, Stage::Unasked | Stage::Waiting);
        self.briefing.points = points;
        self.briefing.recall_marks();
        self.links = Links::of(&self.briefing);
        self.stage = if whole { Stage::Whole } else { Stage::Partial };
        self.list.rebuild(&self.briefing);
        if first {
            self.list.begin();
        }
        if let Some(id) = chosen.and_then(|key| self.briefing.ids().find(|id| self.briefing.key(*id) == key))
        {
            self.list.choose(id);
        }
    }

    /// Takes in annotations. Points are gone through only if what is known of them changed: a highlight more is a matter
    /// of a moment also where there are many thousand points.
    pub fn take_annotations(&mut self, annotations: Annotations) {
        let old = std::mem::replace(&mut self.briefing.annotations, annotations);
        let new = &self.briefing.annotations;
        if (&old.marks, &old.dismissals) == (&new.marks, &new.dismissals) {
            return self.list.rebuild_own(&self.briefing);
        }
        self.briefing.recall_marks();
        self.links = Links::of(&self.briefing);
        self.list.rebuild(&self.briefing);
    }

    /// Puts `document` in place of the text, which changed; points, evidence and places are to be found anew.
    pub fn replace(&mut self, document: Document, width: usize) {
        let furniture = self.flow.shows_furniture();
        self.briefing.document = Arc::new(document);
        self.briefing.points = KeyPoints::default();
        self.flow = Flow::new(Arc::clone(&self.briefing.document), furniture);
        self.flow.set_width(width);
        self.back.clear();
        self.briefing.annotations.placed.clear();
        self.briefing.recall_marks();
        self.links = Links::of(&self.briefing);
        self.list.rebuild(&self.briefing);
    }

    /// Shows page furniture, or folds it away; the cursor stays as near as may be.
    pub fn set_furniture(&mut self, shown: bool, width: usize) {
        self.flow = Flow::new(Arc::clone(&self.briefing.document), shown);
        self.flow.set_width(width);
        self.cursor = self.flow.offset(self.flow.row_at(self.cursor));
        self.top = self.flow.offset(self.flow.row_at(self.top));
    }

    /// How many lines of the file are folded away as page furniture.
    pub fn folded(&self) -> usize {
        let document = &self.briefing.document;
        if self.flow.shows_furniture() {
            return 0;
        }
        let folded = document.blocks.iter().filter(|b| b.kind.is_furniture());
        folded.map(|b| document.slice(b.span).lines().count()).sum()
    }

    /// Remembers the cursor's place, to come back to it.
    pub fn remember(&mut self) {
        self.remember_at(self.cursor);
    }

    /// Remembers the place of the byte at `offset`, to come back to it.
    pub fn remember_at(&mut self, offset: usize) {
        if self.back.back() != Some(&offset) {
            self.back.push_back(offset);
        }
        if self.back.len() > REMEMBERED {
            self.back.pop_front();
        }
    }

    /// Whether there is a place to come back to.
    pub fn came_from_somewhere(&self) -> bool {
        !self.back.is_empty()
    }

    /// The place remembered last, which is forgotten by this.
    pub fn recall(&mut self) -> Option<usize> {
        self.back.pop_back()
    }

    /// Puts the cursor on the byte at `offset` and scrolls so that it shows on a screen of `height` rows: no further
    /// than needed for a place nearby, to the upper third for one far away.
    pub fn show(&mut self, offset: usize, height: usize) {
        let row = self.flow.row_at(offset);
        self.cursor = offset;
        let top = self.flow.row_at(self.top);
        let margin = (height / 4).min(3).min(height.saturating_sub(1) / 2);
        let last = height.saturating_sub(1 + margin);
        let below = self.flow.distance(top, row, 2 * height);
        let above = if row < top { self.flow.distance(row, top, 2 * height) } else { 0 };
        if row < self.flow.down(top, margin) && above < height {
            self.set_top(self.flow.up(row, margin), height);
        } else if below > last && below < 2 * height {
            self.set_top(self.flow.down(top, below - last), height);
        } else if below > last || above >= height {
            self.set_top(self.flow.up(row, height / 3), height);
        } else {
            self.set_top(top, height);
        }
    }

    /// Scrolls to `top`, but never so far that rows stay empty while there is text above.
    pub fn set_top(&mut self, top: Row, height: usize) {
        let lowest = self.flow.up(self.flow.last(), height.saturating_sub(1));
        self.top = self.flow.offset(top.min(lowest));
    }
}
