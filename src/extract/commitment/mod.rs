//! Commitments: who says that who will do what, how firmly, by when.
//!
//! A cue of the lexicon opens each ([`finder`], [`verbal`], [`nominal`]). What follows the cue is the act ([`act`]), what stands before it the
//! clause with its subject ([`clause`], [`subject`]), which means somebody ([`actor`]). Cue, act and subject together
//! decide whether and how firmly somebody is bound ([`verdict`]). A commitment never rests on the words round the
//! document: what nobody says he will do, whoever may expect it, is none.

mod act;
mod actor;
mod clause;
mod complement;
mod deadline;
mod draft;
mod extent;
mod finder;
mod headline;
mod join;
mod list;
mod nominal;
mod noun;
mod pattern;
mod second;
mod subject;
#[cfg(test)]
mod tests;
mod verbal;
mod verdict;
mod words;

use super::{Analysis, Commitment, Party, TimeExpression, entities::Entities};

/// The commitments of the text, in order.
pub fn find(
    analysis: &Analysis,
    entities: &Entities,
    times: &[TimeExpression],
    parties: &[Party],
) -> Vec<Commitment> {
    let words = words::Words::of(analysis);
    let found = finder::Finder::new(&words, entities, times, parties).run();
    join::joined(analysis.document, found)
}
