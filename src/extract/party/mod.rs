//! The states and bodies that take part, against those only talked about.
//!
//! A state takes part if one of its people does, if a meeting names it, or if the sentence shows it meeting, hosting,
//! signing. Bodies take part by the same signs.

use std::collections::HashSet;

use super::entities::{Entities, Entity, EntityKind, Form};
use super::{Analysis, Involvement, Meeting, Participant, Party, PartyKind};

/// The parties, in the order of first mention.
pub fn find(
    _analysis: &Analysis,
    entities: &Entities,
    meetings: &[Meeting],
    participants: &[Participant],
) -> Vec<Party> {
    let with: HashSet<&str> = meetings.iter().flat_map(|m| m.with.iter().map(String::as_str)).collect();
    let represented: HashSet<&str> = participants
        .iter()
        .filter(|p| p.involvement == Involvement::Participant)
        .filter_map(|p| p.affiliation.as_deref())
        .collect();
    let takes_part = |e: &Entity| with.contains(e.name.as_str()) || represented.contains(e.name.as_str());
    let mut out = Vec::new();
    for (id, entity) in entities.all.iter().enumerate() {
        let kind = match entity.kind {
            EntityKind::State => PartyKind::State,
            EntityKind::Organisation => PartyKind::Organisation,
            EntityKind::Grouping => PartyKind::Grouping,
            EntityKind::Person | EntityKind::Place => continue,
        };
        if takes_part(entity) {
            let mine = entities
                .references
                .iter()
                .filter(|r| r.entity == id && !matches!(r.form, Form::Pronoun | Form::Nominal));
            out.push(Party { name: entity.name.clone(), kind, mentions: mine.map(|r| r.span).collect() });
        }
    }
    out
}
