//! Floor 3: a document's key points.
//!
//! Stages, each a pure function of what stands before it: tokens and lexicon hits ([`Analysis`]) → times → entities
//! (mentions joined by coreference) → meetings → participants and parties → commitments. Analysis cannot fail: it
//! returns what it found and diagnostics. It never reads a file, never asks the clock, and never states what the text
//! does not.

mod analysis;
mod catalogue;
mod commitment;
pub mod entities;
mod keypoints;
pub mod lexicon;
mod meeting;
mod mention;
mod participant;
mod party;
mod time;

pub use analysis::{Analysis, Hit, Sentence, Shape, Tok};
pub use catalogue::{Rule, catalogue};
pub use keypoints::{
    Commitment, Evidence, Involvement, KeyPoints, Meeting, Mention, MentionKind, Participant, Party,
    PartyKind, Status, Strength, TimeExpression, TimeKind, When,
};
pub use lexicon::Lexicon;

use crate::document::Document;

/// The key points of `document`, by `lexicon`; relative times resolve against the document's own date.
///
/// ```
/// use attache::{document::Document, extract::{Lexicon, extract}};
/// let points = extract(&Document::default(), &Lexicon::standard());
/// assert!(points.participants.is_empty());
/// ```
pub fn extract(document: &Document, lexicon: &Lexicon) -> KeyPoints {
    let analysis = Analysis::of(document, lexicon);
    let times = time::find(&analysis);
    let entities = mention::find(&analysis);
    let meetings = meeting::find(&analysis, &entities, &times);
    let participants = participant::find(&analysis, &entities, &meetings);
    let parties = party::find(&analysis, &entities, &meetings, &participants);
    let commitments = commitment::find(&analysis, &entities, &times, &parties);
    let mentions = mention::mentions(&entities);
    KeyPoints { participants, parties, commitments, meetings, times, mentions, ..KeyPoints::default() }
}
