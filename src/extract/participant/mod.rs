//! People as key points: who of the named takes part.
//!
//! A person in a meeting takes part; so does whoever the sentence itself shows meeting, visiting, signing, hosting or
//! speaking for a party. Who is only quoted, discussed or remembered is mentioned. The meetings help, but the sentence
//! is asked first, so that a meeting that was missed does not hide a participant.

mod involvement;
#[cfg(test)]
mod tests;

use super::entities::{Entities, EntityKind, Form, Reference};
use super::{Analysis, Evidence, Meeting, Participant};
use crate::base::Span;

/// Every named person, in the order of first mention.
pub fn find(analysis: &Analysis, entities: &Entities, meetings: &[Meeting]) -> Vec<Participant> {
    let mut names: Vec<Vec<&Reference>> = vec![Vec::new(); entities.all.len()];
    for reference in entities.references.iter().filter(|r| r.form == Form::Name) {
        names[reference.entity].push(reference);
    }
    let verdicts = involvement::Judge::new(analysis, entities, meetings).verdicts();
    let mut out = Vec::new();
    for (id, entity) in entities.all.iter().enumerate() {
        let Some(&best) = names[id].iter().max_by_key(|r| (r.phrase.len(), usize::MAX - r.tokens.start))
        else {
            continue;
        };
        if entity.kind != EntityKind::Person {
            continue;
        }
        let (involvement, rule) = verdicts[id];
        let first = analysis.tokens.get(best.phrase.start).map_or(0, |t| t.sentence);
        out.push(Participant {
            name: entity.name.clone(),
            role: entity.role.clone(),
            affiliation: entity.affiliation.clone(),
            involvement,
            mentions: names[id].iter().map(|r| r.span).collect(),
            evidence: Evidence {
                span: analysis.span(best.phrase.clone()),
                sentence: analysis.sentences.get(first as usize).map_or(Span::default(), |s| s.span),
                cue: None,
                rule: rule.into(),
            },
        });
    }
    out
}
