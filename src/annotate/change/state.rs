//! Everything that is kept of one briefing, and how a step changes it.

use std::collections::BTreeSet;

use hashbrown::HashSet;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Journal, Step};
use crate::annotate::anchor::same_words;
use crate::annotate::{Annotation, AnnotationId, PointKey, Target};

/// An annotation, perhaps set aside because it was taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Whether it was taken away; it is kept as long as undo can bring it back.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deleted: bool,
    /// The annotation.
    #[serde(flatten)]
    pub annotation: Annotation,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// What is kept of one briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Annotations, in the order in which they were made.
    pub records: Vec<Record>,
    /// Points marked for export.
    pub marks: BTreeSet<PointKey>,
    /// Points that the user does not want to see.
    pub dismissals: BTreeSet<PointKey>,
    /// What was changed, for undo.
    pub journal: Journal,
    /// How many changes there ever were: part of the names of new annotations.
    pub sequence: u64,
}

impl State {
    /// The annotation of this name, also when it is set aside.
    pub fn record(&self, id: &AnnotationId) -> Option<&Record> {
        self.records.iter().find(|r| r.annotation.id == *id)
    }

    /// The annotations that are not set aside.
    pub fn live(&self) -> impl Iterator<Item = &Annotation> {
        self.records.iter().filter(|r| !r.deleted).map(|r| &r.annotation)
    }

    /// `step` as it has to be here, where others may have changed the same things since it was thought of.
    ///
    /// Both notes are kept, tags are joined, and an edit brings back what somebody else took away: words of the user
    /// are never lost to a race.
    pub fn rebased(&self, step: &Step) -> Vec<Step> {
        let revived = step
            .annotation()
            .and_then(|id| self.record(id))
            .filter(|record| record.deleted && !matches!(step, Step::Add { .. } | Step::Delete { .. }))
            .map(|record| Step::Add { id: record.annotation.id.clone() });
        let here = |id: &AnnotationId| self.record(id).map(|r| &r.annotation);
        let step = match step.clone() {
            Step::Colour { id, after, .. } => here(&id).map(|a| Step::Colour { before: a.colour, id, after }),
            Step::Note { id, before, after } => here(&id).map(|a| {
                let after = merge_notes(&before, &a.note, after);
                Step::Note { before: a.note.clone(), id, after }
            }),
            Step::Tags { id, before, after } => here(&id).map(|a| {
                let after = merge_tags(&before, &a.tags, after);
                Step::Tags { before: a.tags.clone(), id, after }
            }),
            Step::Place { id, after, .. } => {
                here(&id).map(|a| Step::Place { before: Box::new(a.target.clone()), id, after })
            }
            Step::Add { .. } | Step::Delete { .. } | Step::Keep { .. } => {
                step.annotation().and_then(here).map(|_| step.clone())
            }
            Step::Mark { .. } | Step::Dismiss { .. } => Some(step.clone()),
        };
        revived.into_iter().chain(step).filter(|step| self.matters(step)).collect()
    }

    /// Whether the step changes anything.
    fn matters(&self, step: &Step) -> bool {
        match step {
            Step::Colour { before, after, .. } => before != after,
            Step::Note { before, after, .. } => before != after,
            Step::Tags { before, after, .. } => before != after,
            Step::Place { before, after, .. } => before != after,
            Step::Add { id } => self.record(id).is_some_and(|r| r.deleted),
            Step::Delete { id } => self.record(id).is_some_and(|r| !r.deleted),
            Step::Keep { id, on } => self.record(id).is_some_and(|r| r.annotation.detached != *on),
            Step::Mark { point, on } => self.marks.contains(point) != *on,
            Step::Dismiss { point, on } => self.dismissals.contains(point) != *on,
        }
    }

    /// Carries out one step.
    pub fn step(&mut self, step: &Step, at: Timestamp) {
        match step {
            Step::Mark { point, on } => return set(&mut self.marks, point, *on),
            Step::Dismiss { point, on } => return set(&mut self.dismissals, point, *on),
            _ => {}
        }
        let Some(record) =
            step.annotation().and_then(|id| self.records.iter_mut().find(|r| r.annotation.id == *id))
        else {
            return;
        };
        let annotation = &mut record.annotation;
        annotation.modified = at;
        match step {
            Step::Add { .. } => record.deleted = false,
            Step::Delete { .. } => record.deleted = true,
            Step::Colour { after, .. } => annotation.colour = *after,
            Step::Note { after, .. } => annotation.note.clone_from(after),
            Step::Tags { after, .. } => annotation.tags.clone_from(after),
            Step::Place { after, .. } => annotation.target = (**after).clone(),
            Step::Keep { on, .. } => annotation.detached = *on,
            Step::Mark { .. } | Step::Dismiss { .. } => {}
        }
    }

    /// Puts a target where the text carried it to; no change of the user's, so that undo knows nothing of it.
    pub fn carry(&mut self, id: &AnnotationId, target: &Target) {
        let Some(record) = self.records.iter_mut().find(|r| r.annotation.id == *id) else { return };
        let annotation = &mut record.annotation;
        if !same_words(&annotation.target.exact, &target.exact) && annotation.first_quote.is_none() {
            annotation.first_quote = Some(annotation.target.exact.clone());
        }
        annotation.target = target.clone();
    }

    /// Drops annotations that were taken away so long ago that undo cannot bring them back.
    pub fn forget(&mut self) {
        let steps = self.journal.entries.iter().flat_map(|entry| &entry.steps);
        let needed: HashSet<&AnnotationId> = steps.filter_map(Step::annotation).collect();
        self.records.retain(|r| !r.deleted || needed.contains(&r.annotation.id));
    }
}

fn set(points: &mut BTreeSet<PointKey>, point: &PointKey, on: bool) {
    if on {
        points.insert(point.clone());
    } else {
        points.remove(point);
    }
}

/// The note that holds what both sides wrote.
fn merge_notes(base: &str, here: &str, new: String) -> String {
    if here == base || here == new || here.is_empty() || new.contains(here) {
        new
    } else if here.contains(&new) && !new.is_empty() {
        here.to_owned()
    } else if new.is_empty() {
        // Taken away there, rewritten here: the writing counts.
        here.to_owned()
    } else {
        format!("{here}\n\n{new}")
    }
}

/// The tags that both sides left or gave.
fn merge_tags(base: &[String], here: &[String], new: Vec<String>) -> Vec<String> {
    let kept = here.iter().filter(|tag| new.contains(tag) || !base.contains(tag));
    let mut merged: Vec<String> = kept.cloned().collect();
    let given = new.into_iter().filter(|tag| here.contains(tag) || !base.contains(tag));
    for tag in given {
        if !merged.contains(&tag) {
            merged.push(tag);
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<String> {
        text.split_whitespace().map(Into::into).collect()
    }

    #[test]
    fn notes_written_at_once_are_both_kept() {
        assert_eq!(merge_notes("", "", "new".into()), "new");
        assert_eq!(merge_notes("old", "old", String::new()), "");
        assert_eq!(merge_notes("old", "theirs", "mine".into()), "theirs\n\nmine");
        assert_eq!(merge_notes("old", "theirs", String::new()), "theirs");
        assert_eq!(merge_notes("old", "", "mine".into()), "mine");
        assert_eq!(merge_notes("old", "old and more", "old".into()), "old and more");
    }

    #[test]
    fn tags_merge_three_ways() {
        assert_eq!(merge_tags(&tags("a b"), &tags("a b c"), tags("b d")), tags("b c d"));
        assert_eq!(merge_tags(&tags("a"), &tags(""), tags("a b")), tags("b"));
        assert_eq!(merge_tags(&[], &tags("x"), tags("x y")), tags("x y"));
    }
}
