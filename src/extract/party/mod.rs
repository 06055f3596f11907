//! The states and bodies that take part, against those only talked about.
//!
//! A state takes part if one of its people does, if a meeting names it, or if the sentence shows it meeting, hosting,
//! signing. Bodies take part by the same signs.

mod evidence;

use hashbrown::HashSet;

use super::entities::{Entities, Entity, EntityKind, Form};
use super::lexicon::organisations::{BodyKind, Organisation};
use super::{Analysis, Involvement, Meeting, Participant, Party, PartyKind};

/// The parties, in the order of first mention.
pub fn find(
    analysis: &Analysis,
    entities: &Entities,
    meetings: &[Meeting],
    participants: &[Participant],
) -> Vec<Party> {
    let with: HashSet<&str> = meetings.iter().flat_map(|m| m.with.iter().map(String::as_str)).collect();
    let represented: HashSet<&str> = participants
        .iter()
        .filter(|p| p.involvement == Involvement::Participant)
        .filter(|p| !p.role.as_deref().is_some_and(|r| r.to_ascii_lowercase().starts_with("former")))
        .filter_map(|p| p.affiliation.as_deref())
        .collect();
    let acting = evidence::acting(analysis, entities);
    let named = |e: &Entity| with.contains(e.name.as_str()) || represented.contains(e.name.as_str());
    let organisations = &analysis.lexicon.organisations.all;
    let agencies: HashSet<&str> = organisations
        .iter()
        .filter(|o| o.state.is_some() || o.kind == BodyKind::National)
        .flat_map(|o| std::iter::once(o.name.as_str()).chain(o.forms.iter().map(String::as_str)))
        .collect();
    let listed: HashSet<&str> = analysis
        .lexicon
        .organisations
        .all
        .iter()
        .flat_map(|o| std::iter::once(o.name.as_str()).chain(o.forms.iter().map(String::as_str)))
        .collect();
    let body = |e: &Entity| listed.contains(e.name.as_str()) || !is_inside_something(&e.name);
    let mut spans = vec![Vec::new(); entities.all.len()];
    for reference in entities.references.iter().filter(|r| !matches!(r.form, Form::Pronoun | Form::Nominal)) {
        spans[reference.entity].push(reference.span);
    }
    let mut out = Vec::new();
    for (id, entity) in entities.all.iter().enumerate() {
        let kind = match entity.kind {
            EntityKind::State => PartyKind::State,
            EntityKind::Organisation => PartyKind::Organisation,
            EntityKind::Grouping => PartyKind::Grouping,
            EntityKind::Person | EntityKind::Place => continue,
        };
        let whole = entity.kind == EntityKind::State || body(entity);
        if (acting[id] || named(entity)) && whole && !agencies.contains(entity.name.as_str()) {
            out.push(Party { name: entity.name.clone(), kind, mentions: std::mem::take(&mut spans[id]) });
        }
    }
    let organs = organs(analysis, &out);
    out.retain(|p: &Party| !organs.contains(&p.name));
    for participant in participants.iter().filter(|p| p.involvement == Involvement::Participant) {
        let state = participant.affiliation.as_deref().filter(|a| represented.contains(a));
        let known = |name: &str| analysis.lexicon.geography.states.iter().any(|s| s.name == name);
        if let Some(name) = state.filter(|n| out.iter().all(|p: &Party| p.name != *n) && known(n)) {
            let mentions = participant.mentions.first().copied().into_iter().collect();
            out.push(Party { name: name.to_owned(), kind: PartyKind::State, mentions });
        }
    }
    out
}

/// The parties that are organs of another: the Commission beside the Union.
fn organs(analysis: &Analysis, parties: &[Party]) -> HashSet<String> {
    let all = &analysis.lexicon.organisations.all;
    let is = |o: &Organisation, name: &str| o.name == name || o.forms.iter().any(|f| f == name);
    let whole = |o: &Organisation| {
        let larger = o.organ_of.as_ref().and_then(|of| all.iter().find(|w| w.name == *of));
        larger.is_some_and(|w| parties.iter().any(|p| is(w, &p.name)))
    };
    let organ = |p: &&Party| all.iter().any(|o| o.organ_of.is_some() && is(o, &p.name) && whole(o));
    parties.iter().filter(organ).map(|p| p.name.clone()).collect()
}

/// A ministry, chamber, committee or school acts for something larger and is no party of its own; nor is a lone
/// abbreviation that nothing explains.
fn is_inside_something(name: &str) -> bool {
    const PARTS: &[&str] = &[
        "ministry",
        "department",
        "bureau",
        "office",
        "committee",
        "parliament",
        "senate",
        "congress",
        "assembly",
        "house",
        "cabinet",
        "secretariat",
        "commission",
        "council",
        "mechanism",
        "initiative",
        "university",
        "institute",
        "college",
        "school",
        "centre",
        "center",
        "party",
        "group",
        "team",
        "court",
        "bank",
        "company",
        "corporation",
        "agency",
        "authority",
        "administration",
        "news",
        "press",
        "times",
        "post",
    ];
    let letters = !name.contains(' ') && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    letters || name.split_whitespace().any(|word| PARTS.iter().any(|part| word.eq_ignore_ascii_case(part)))
}
