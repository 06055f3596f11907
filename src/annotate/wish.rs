//! Wishes become steps: what a [`Change`] means for the annotations as they are.
//!
//! Each step takes note of what is there now, so that it can be turned round, and told apart from what somebody else
//! does at the same time. Nothing is changed here.

use jiff::Timestamp;

use super::change::{Change, Draft, Step};
use super::{Annotation, AnnotationId, AnnotationSet, Target};
use crate::document::Document;

impl AnnotationSet {
    /// What `change` means here: annotations to be made, and steps.
    pub(super) fn steps(
        &self,
        document: &Document,
        change: Change,
        now: Timestamp,
    ) -> (Vec<Annotation>, Vec<Step>) {
        let at = |id: &AnnotationId| self.state.record(id).map(|record| &record.annotation);
        let one = |step: Option<Step>| (Vec::new(), step.into_iter().collect());
        match change {
            Change::Add(draft) => self.added(document, draft, now),
            Change::Colour(id, after) => {
                one(at(&id).map(|a| a.colour).map(|before| Step::Colour { id, before, after }))
            }
            Change::Note(id, after) => {
                one(at(&id).map(|a| a.note.clone()).map(|before| Step::Note { id, before, after }))
            }
            Change::Tags(id, after) => {
                one(at(&id).map(|a| a.tags.clone()).map(|before| Step::Tags { id, before, after }))
            }
            Change::Delete(id) => one(at(&id).map(|a| Step::Delete { id: a.id.clone() })),
            Change::Keep(id) => one(at(&id).map(|a| Step::Keep { id: a.id.clone(), on: true })),
            Change::Place(id, span) => {
                let Some((annotation, target)) = at(&id).zip(Target::of(&document.text, span)) else {
                    return (Vec::new(), Vec::new());
                };
                let mut steps = Vec::new();
                if annotation.detached {
                    steps.push(Step::Keep { id: id.clone(), on: false });
                }
                let before = Box::new(annotation.target.clone());
                steps.push(Step::Place { id, before, after: Box::new(target) });
                (Vec::new(), steps)
            }
            Change::Mark(points, on) => {
                let points = points.into_iter().filter(|p| self.is_marked(p) != on);
                (Vec::new(), points.map(|point| Step::Mark { point, on }).collect())
            }
            Change::Dismiss(points, on) => {
                let points = points.into_iter().filter(|p| self.is_dismissed(p) != on);
                (Vec::new(), points.map(|point| Step::Dismiss { point, on }).collect())
            }
        }
    }

    fn added(&self, document: &Document, draft: Draft, now: Timestamp) -> (Vec<Annotation>, Vec<Step>) {
        let Some(target) = Target::of(&document.text, draft.span) else { return (Vec::new(), Vec::new()) };
        let id = AnnotationId::new(&target, now, self.state.sequence);
        let Draft { colour, note, tags, point, .. } = draft;
        let annotation = Annotation {
            id: id.clone(),
            colour,
            note,
            tags,
            created: now,
            modified: now,
            detached: false,
            first_quote: None,
            point,
            target,
        };
        (vec![annotation], vec![Step::Add { id }])
    }
}
