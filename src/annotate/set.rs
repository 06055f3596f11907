//! The annotations of one open briefing: what the reader holds.
//!
//! It ties what is kept (a state in a store) to the text as it is now (an anchor for each annotation). Every change
//! is saved before the call returns; one that could not be saved is shown all the same and waits for the next save.

use std::collections::BTreeSet;
use std::path::Path;

use hashbrown::HashMap;
use jiff::Timestamp;

use super::anchor::{Anchor, Placement, Placing, anchor};
use super::change::{Change, Entry, Op, State, Step};
use super::store::{Store, StoreError};
use super::{Annotation, AnnotationId, PointKey, Target};
use crate::base::{Diagnostic, Span};
use crate::document::Document;

/// What became of the annotations when the text was opened or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Carried {
    /// Stand where they stood.
    pub kept: usize,
    /// Stand elsewhere, their words the same.
    pub moved: usize,
    /// Stand on words that were edited.
    pub fuzzy: usize,
    /// Have no sure place and wait for the user.
    pub orphans: usize,
}

impl Carried {
    /// Whether there is something to tell the user.
    pub fn is_news(self) -> bool {
        self.moved + self.fuzzy + self.orphans > 0
    }
}

/// An annotation without a place, and where it may belong.
#[derive(Debug, Clone, Copy)]
pub struct Orphan<'a> {
    /// The annotation.
    pub annotation: &'a Annotation,
    /// The best guess, for the user to say yes or no to.
    pub guess: Option<Anchor>,
}

/// The annotations of a briefing at one moment, without the means to change them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotations {
    /// Those that have a place, in the order of the text.
    pub placed: Vec<(Anchor, Annotation)>,
    /// Those that have none, with the best guess; those that the user keeps so come last.
    pub orphans: Vec<(Annotation, Option<Anchor>)>,
    /// Points marked for export.
    pub marks: BTreeSet<PointKey>,
    /// Points that were dismissed.
    pub dismissals: BTreeSet<PointKey>,
}

impl Annotations {
    /// Whether the highlight is marked for export.
    pub fn is_marked(&self, id: &AnnotationId) -> bool {
        self.marks.contains(&PointKey::highlight(id))
    }
}

/// The annotations of one open briefing.
#[derive(Debug)]
pub struct AnnotationSet {
    /// Where it is kept; nowhere, for a set that lives as long as the program.
    store: Option<Store>,
    /// What the store holds, as far as seen.
    saved: State,
    /// The same with what is not saved yet.
    pub(super) state: State,
    /// What is not saved yet.
    pending: Vec<Op>,
    /// Where annotations stand in the text, with the target that this was found for.
    placements: HashMap<AnnotationId, (Target, Placement)>,
    carried: Carried,
    diagnostics: Vec<Diagnostic>,
}

impl AnnotationSet {
    /// The annotations of `document`, kept under the folder `data`, each at its place in the text.
    ///
    /// This cannot fail, so that a briefing always opens: what was wrong with the store is in
    /// [`Self::diagnostics`], and a change that cannot be saved says so.
    ///
    /// ```
    /// use attache::annotate::{AnnotationSet, Change, Colour, Draft};
    /// use attache::base::Span;
    /// use attache::import::{Options, read};
    /// use jiff::Timestamp;
    ///
    /// let data = tempfile::tempdir().unwrap();
    /// let document = read(b"The envoys met in Oslo.", None, &Options::default()).unwrap();
    /// let now: Timestamp = "2026-11-24T15:00:00Z".parse().unwrap();
    ///
    /// let mut set = AnnotationSet::open(data.path(), &document);
    /// let draft = Draft { note: "check".into(), ..Draft::highlight(Span::new(0, 10), Colour::default()) };
    /// set.apply(&document, Change::Add(draft), now).unwrap();
    ///
    /// let mut again = AnnotationSet::open(data.path(), &document);
    /// let (anchor, annotation) = again.list().next().unwrap();
    /// assert_eq!((anchor.span, annotation.note.as_str()), (Span::new(0, 10), "check"));
    /// assert_eq!(again.undo(&document, now).unwrap().as_deref(), Some("highlight"));
    /// assert_eq!(again.list().count(), 0);
    /// ```
    pub fn open(data: &Path, document: &Document) -> Self {
        let (store, state, diagnostics) = Store::open(data, document);
        let mut set =
            Self { store: Some(store), saved: state.clone(), state, diagnostics, ..Self::in_memory() };
        set.fit(document);
        set
    }

    /// Whether anything is kept of `document` under the folder `data`. Asking costs much less than opening, and changes
    /// nothing.
    pub fn is_kept(data: &Path, document: &Document) -> bool {
        Store::exists(data, document)
    }

    /// A set that is kept nowhere: for a reader without a data folder.
    pub fn in_memory() -> Self {
        Self {
            store: None,
            saved: State::default(),
            state: State::default(),
            pending: Vec::new(),
            placements: HashMap::new(),
            carried: Carried::default(),
            diagnostics: Vec::new(),
        }
    }

    /// Everything as it is now, to be shown and exported.
    pub fn annotations(&self) -> Annotations {
        Annotations {
            placed: self.list().map(|(anchor, annotation)| (anchor, annotation.clone())).collect(),
            orphans: self.orphans().map(|orphan| (orphan.annotation.clone(), orphan.guess)).collect(),
            marks: self.state.marks.clone(),
            dismissals: self.state.dismissals.clone(),
        }
    }

    /// Finds every annotation again in `document`, the same briefing after its file changed.
    pub fn reload(&mut self, document: &Document) -> Carried {
        self.placements.clear();
        if let Some(store) = &mut self.store {
            store.fitted_to(&document.sha256);
        }
        self.fit(document);
        self.carried
    }

    /// Annotations that have a place, in the order of the text.
    pub fn list(&self) -> impl Iterator<Item = (Anchor, &Annotation)> {
        let mut placed: Vec<(Anchor, &Annotation)> =
            self.state.live().filter_map(|a| Some((self.placement(&a.id)?.anchor()?, a))).collect();
        placed.sort_by_key(|(anchor, _)| anchor.span);
        placed.into_iter()
    }

    /// Annotations that have no place; those that the user chose to keep so come last.
    pub fn orphans(&self) -> impl Iterator<Item = Orphan<'_>> {
        let mut orphans: Vec<Orphan> = self
            .state
            .live()
            .filter_map(|annotation| match self.placement(&annotation.id)? {
                Placement::Orphan(guess) => Some(Orphan { annotation, guess }),
                Placement::Placed(_) => None,
            })
            .collect();
        orphans.sort_by_key(|orphan| orphan.annotation.detached);
        orphans.into_iter()
    }

    /// The annotation of this name, with its place if it has one.
    pub fn get(&self, id: &AnnotationId) -> Option<(Option<Anchor>, &Annotation)> {
        let record = self.state.record(id).filter(|record| !record.deleted)?;
        Some((self.placement(id).and_then(|p| p.anchor()), &record.annotation))
    }

    /// Whether the point is marked for export.
    pub fn is_marked(&self, point: &PointKey) -> bool {
        self.state.marks.contains(point)
    }

    /// Whether the user dismissed the point.
    pub fn is_dismissed(&self, point: &PointKey) -> bool {
        self.state.dismissals.contains(point)
    }

    /// Every mark, in the order of kind and words.
    pub fn marks(&self) -> impl Iterator<Item = &PointKey> {
        self.state.marks.iter()
    }

    /// What became of the annotations when the text was last opened or reloaded.
    pub fn carried(&self) -> Carried {
        self.carried
    }

    /// What was strange about the store.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether something waits to be saved.
    pub fn is_unsaved(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Makes a change and saves it; the name of the annotation that it made or touched, if one.
    ///
    /// Spans count in the text of `document`. An error says that the change could not be saved; it is made
    /// all the same, and saved together with the next one.
    pub fn apply(
        &mut self,
        document: &Document,
        change: Change,
        now: Timestamp,
    ) -> Result<Option<AnnotationId>, StoreError> {
        let (fresh, steps) = self.steps(document, change, now);
        let id = steps.iter().find_map(Step::annotation).cloned();
        if steps.is_empty() {
            return Ok(None);
        }
        self.commit(document, Op::Do { at: now, fresh, steps })?;
        Ok(id)
    }

    /// Takes the last change back, also one of an earlier session; says in a few words which it was.
    pub fn undo(&mut self, document: &Document, now: Timestamp) -> Result<Option<String>, StoreError> {
        self.commit(document, Op::Undo(now))
    }

    /// Makes the change again that was last taken back; says which.
    pub fn redo(&mut self, document: &Document, now: Timestamp) -> Result<Option<String>, StoreError> {
        self.commit(document, Op::Redo(now))
    }

    /// Puts an orphan on the words of `span`.
    pub fn place_orphan(
        &mut self,
        document: &Document,
        id: &AnnotationId,
        span: Span,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.apply(document, Change::Place(id.clone(), span), now).map(drop)
    }

    /// Takes in what another attache wrote, if it wrote anything; whether it did.
    pub fn refresh(&mut self, document: &Document) -> Result<bool, StoreError> {
        let news = self.store.as_mut().map_or(Ok(None), Store::news)?;
        let Some(state) = news else { return Ok(false) };
        self.saved = state;
        self.state = self.saved.clone();
        for op in &self.pending {
            self.state.run(op);
        }
        self.place(document);
        Ok(true)
    }

    /// Saves what is still to be saved.
    pub fn save(&mut self, document: &Document) -> Result<(), StoreError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let (state, _) = self.update()?;
        self.accept(document, state);
        Ok(())
    }

    /// The file that all this is kept in, if in any.
    pub fn file(&self) -> Option<&Path> {
        self.store.as_ref().map(Store::file)
    }

    /// Carries out what is pending, in the store if there is one.
    fn update(&mut self) -> Result<(State, Option<Entry>), StoreError> {
        if let Some(store) = &mut self.store {
            return store.update(&self.saved, &self.pending);
        }
        let mut state = self.saved.clone();
        let done = self.pending.iter().map(|op| state.run(op)).last().flatten();
        Ok((state, done))
    }

    fn placement(&self, id: &AnnotationId) -> Option<Placement> {
        self.placements.get(id).map(|(_, placement)| *placement)
    }

    /// Carries `op` out on the store, or on the state alone when that fails.
    fn commit(&mut self, document: &Document, op: Op) -> Result<Option<String>, StoreError> {
        self.pending.push(op);
        match self.update() {
            Ok((state, done)) => {
                self.accept(document, state);
                Ok(done.map(|entry| entry.describe()))
            }
            Err(error) => {
                if let Some(op) = self.pending.last() {
                    self.state.run(op);
                }
                self.place(document);
                Err(error)
            }
        }
    }

    fn accept(&mut self, document: &Document, state: State) {
        self.pending.clear();
        self.saved = state.clone();
        self.state = state;
        self.place(document);
    }

    /// Places everything afresh, counts what became of it, and notes new targets in the store.
    fn fit(&mut self, document: &Document) {
        self.place(document);
        self.carried = Carried::default();
        let mut moves: Vec<(AnnotationId, Span)> = Vec::new();
        for annotation in self.state.live() {
            match self.placement(&annotation.id) {
                Some(Placement::Placed(anchor)) => {
                    match anchor.placing {
                        Placing::Exact => self.carried.kept += 1,
                        Placing::Moved => self.carried.moved += 1,
                        Placing::Fuzzy => self.carried.fuzzy += 1,
                    }
                    // A place without doubt needs no writing: nothing near it changed.
                    if anchor.score < 1.0 || anchor.placing != Placing::Exact {
                        moves.push((annotation.id.clone(), anchor.span));
                    }
                }
                _ if annotation.detached => {}
                _ => self.carried.orphans += 1,
            }
        }
        let spans: Vec<Span> = moves.iter().map(|(_, span)| *span).collect();
        let targets = Target::all(&document.text, &spans);
        let mut moves: Vec<(AnnotationId, Target)> =
            moves.into_iter().zip(targets).filter_map(|((id, _), target)| Some((id, target?))).collect();
        moves.retain(|(id, target)| self.state.record(id).is_some_and(|r| r.annotation.target != *target));
        if moves.is_empty() {
            return;
        }
        for (id, target) in &moves {
            if let Some(entry) = self.placements.get_mut(id) {
                entry.0 = target.clone();
            }
        }
        if let Err(error) = self.commit(document, Op::Carry(moves)) {
            self.diagnostics.push(Diagnostic::warning(error.to_string()));
        }
    }

    /// Finds a place for every annotation that has none for its present target, also for those set aside: undo may
    /// bring them back.
    fn place(&mut self, document: &Document) {
        let known = &self.placements;
        let new: Vec<(&AnnotationId, &Target)> = self
            .state
            .records
            .iter()
            .map(|record| (&record.annotation.id, &record.annotation.target))
            .filter(|(id, target)| known.get(*id).is_none_or(|(old, _)| old != *target))
            .collect();
        if new.is_empty() {
            return;
        }
        let targets: Vec<&Target> = new.iter().map(|(_, target)| *target).collect();
        let found = anchor(&document.text, &targets);
        let placed: Vec<_> =
            new.into_iter().zip(found).map(|((id, target), p)| (id.clone(), (target.clone(), p))).collect();
        self.placements.extend(placed);
    }
}
