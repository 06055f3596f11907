//! Names, offices, places and pronouns: from forms to entities.
//!
//! Stages with typed results, each over the one before: bits of the lexicon for each token ([`marks`]), segments that
//! name states, bodies and places ([`body`]), offices ([`office`]), runs of capitals ([`chunk`]), the evidence round them
//! ([`claim`]), who is the same person ([`identity`]), what the text says of each ([`profile`]), and the words that mean
//! one of them without a name ([`anaphora`]). No stage looks at meetings or commitments.

mod anaphora;
mod apposition;
mod assembly;
mod bare;
mod body;
mod chunk;
mod claim;
mod company;
mod complement;
mod context;
mod facing;
mod home;
mod identity;
mod links;
mod marks;
mod office;
mod partners;
mod portfolio;
mod profile;
mod proof;
mod settle;
mod sides;
#[cfg(test)]
mod tests;
mod title;

pub(super) use assembly::mentions;
pub(super) use marks::{is_hyphen, is_possessive};

use super::{Analysis, entities::Entities};

/// Who and what the text speaks of.
pub fn find(analysis: &Analysis) -> Entities {
    let marks = marks::Marks::of(analysis);
    let segments = body::Segments::of(analysis, &marks);
    let offices = office::Offices::of(analysis, &marks, &segments);
    let chunks =
        chunk::Chunker { a: analysis, marks: &marks, segments: &segments, offices: &offices }.chunks();
    let claims = claim::Reader::new(analysis, &marks, &segments, &offices, &chunks).claims(&chunks);
    let identity = identity::Identity::of(analysis, &marks, &offices, &claims);
    let profiles = profile::Profiler {
        marks: &marks,
        a: analysis,
        segments: &segments,
        offices: &offices,
        claims: &claims,
        identity: &identity,
    }
    .profiles();
    assembly::Assembly {
        a: analysis,
        segments: &segments,
        offices: &offices,
        claims: &claims,
        identity: &identity,
    }
    .entities(profiles)
}
