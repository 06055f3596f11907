//! An operation on what is kept: the unit in which changes reach a store that others write too.
//!
//! The store on the disk is the truth. An operation is carried out on whatever stands there at that moment, under a
//! lock; what could not be written waits and is carried out again on the next state. So two readers of one briefing
//! take turns, and neither overwrites the other.

use jiff::Timestamp;

use super::{Entry, State, Step};
use crate::annotate::{Annotation, AnnotationId, Target};

use super::Record;

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// A change of the user's; `fresh` are the annotations that it makes.
    Do {
        /// When.
        at: Timestamp,
        /// Annotations that are new.
        fresh: Vec<Annotation>,
        /// What changes, as seen by who made the change.
        steps: Vec<Step>,
    },
    /// Takes the last change back.
    Undo(Timestamp),
    /// Makes the change again that was last taken back.
    Redo(Timestamp),
    /// Notes where a changed text carried annotations to.
    Carry(Vec<(AnnotationId, Target)>),
}

impl State {
    /// Carries out `op`; the change that was made, or taken back or made again, if any was.
    pub fn run(&mut self, op: &Op) -> Option<Entry> {
        match op {
            Op::Do { at, fresh, steps } => self.perform(*at, fresh, steps),
            Op::Undo(at) => {
                let entry = self.journal.back()?;
                for step in entry.steps.iter().rev() {
                    self.step(&step.inverse(), *at);
                }
                Some(entry)
            }
            Op::Redo(at) => {
                let entry = self.journal.forth()?;
                for step in &entry.steps {
                    self.step(step, *at);
                }
                Some(entry)
            }
            Op::Carry(moves) => {
                for (id, target) in moves {
                    self.carry(id, target);
                }
                None
            }
        }
    }

    fn perform(&mut self, at: Timestamp, fresh: &[Annotation], steps: &[Step]) -> Option<Entry> {
        for annotation in fresh {
            if self.record(&annotation.id).is_none() {
                self.records.push(Record { deleted: true, annotation: annotation.clone() });
            }
        }
        let mut made = Vec::new();
        for step in steps {
            for step in self.rebased(step) {
                self.step(&step, at);
                made.push(step);
            }
        }
        self.sequence += 1;
        if made.is_empty() {
            return None;
        }
        let entry = Entry { at, steps: made };
        self.journal.push(entry.clone());
        self.forget();
        Some(entry)
    }
}
