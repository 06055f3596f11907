//! Commitments: who says that who will do what, how firmly, by when.
//!
//! A cue of the lexicon opens each ([`finder`]). What follows the cue is the act ([`act`]), what stands before it the
//! clause with its subject ([`clause`], [`subject`]), which means somebody ([`actor`]). Cue, act and subject together
//! decide whether and how firmly somebody is bound ([`verdict`]). A commitment never rests on the words round the
//! document: what nobody says he will do, whoever may expect it, is none.

mod act;
mod actor;
mod clause;
mod complement;
mod deadline;
mod extent;
mod finder;
mod headline;
mod join;
mod list;
mod noun;
mod pattern;
mod subject;
#[cfg(test)]
mod tests;
mod verdict;
mod words;

use super::{Analysis, Commitment, Meeting, Party, TimeExpression, entities::Entities};

/// The commitments of the text, in order.
pub fn find(
    analysis: &Analysis,
    entities: &Entities,
    times: &[TimeExpression],
    meetings: &[Meeting],
    parties: &[Party],
) -> Vec<Commitment> {
    let words = words::Words::of(analysis);
    let found = finder::Finder::new(&words, entities, times, meetings, parties).run();
    join::joined(analysis.document, found)
}
