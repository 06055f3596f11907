//! Meetings: found by noun and verb, joined, dated, placed.
//!
//! Stages with typed results: what the lexicon says of each token ([`signs`]), tenses ([`tense`]), noun phrases ([`noun`])
//! and verbs ([`verbal`]) as mentions ([`mention`]), their time, place and company ([`circumstance`]), mentions joined into
//! events ([`event`]), and events told as meetings ([`status`], [`name`]). The stage knows nothing of commitments, and
//! decides nothing about parties.

mod audience;
mod circumstance;
mod describe;
mod event;
mod itinerary;
mod link;
mod mention;
mod moment;
mod name;
mod noun;
mod place;
mod predicate;
mod same;
mod signs;
mod status;
mod tense;
#[cfg(test)]
mod tests;
mod told;
mod travel;
mod venue;
mod verbal;
mod wording;

use super::{Analysis, Evidence, Meeting, TimeExpression, entities::Entities, time};
use event::Event;
use mention::Mention;

/// The meetings of the text, in the order of their first mention.
pub fn find(analysis: &Analysis, entities: &Entities, times: &[TimeExpression]) -> Vec<Meeting> {
    let signs = signs::Signs::of(analysis);
    let covers = moment::by_token(analysis, times);
    let date = analysis.document.metadata.published;
    let moments = moment::Moments { a: analysis, signs: &signs, times, timed: &covers, date };
    let places = place::Places { a: analysis, signs: &signs, entities, timed: &covers };
    let reader = mention::Reader {
        a: analysis,
        signs: &signs,
        entities,
        tenses: tense::Tenses { a: analysis, signs: &signs, timed: &covers },
        nouns: noun::Nouns { a: analysis, signs: &signs, entities, timed: &covers },
        places: place::Places { a: analysis, signs: &signs, entities, timed: &covers },
        timed: &covers,
    };
    let circumstances =
        circumstance::Circumstances { a: analysis, entities, moments: &moments, places: &places };
    let mut mentions: Vec<Mention> = Vec::new();
    for sentence in &analysis.sentences {
        let verbs = reader.verbs(&sentence.tokens);
        let mut found = reader.sentence(&sentence.tokens, &verbs);
        circumstances.fill(&mut found, &sentence.tokens, &verbs);
        found.extend(circumstances.heading(sentence));
        mentions.extend(found);
    }
    let joiner = event::Joiner::new(analysis, entities, times, &mentions);
    let judge = status::Judge { a: analysis, moments: &moments, mentions: &mentions };
    let mut events = joiner.events();
    events.sort_by_key(|e| e.mentions.first().map_or(0, |&m| mentions[m].tokens.start));
    let teller = Teller { a: analysis, entities, times, mentions: &mentions, places: &places };
    let told = events.iter().filter_map(|event| judge.status(event).map(|status| teller.tell(event, status)));
    venue::announced(analysis, told.collect())
}

/// Turns events into meetings.
struct Teller<'r, 'a> {
    a: &'r Analysis<'a>,
    entities: &'r Entities,
    times: &'r [TimeExpression],
    mentions: &'r [Mention],
    places: &'r place::Places<'r, 'a>,
}

impl Teller<'_, '_> {
    fn tell(&self, event: &Event, status: super::Status) -> Meeting {
        let best = event
            .mentions
            .iter()
            .map(|&m| &self.mentions[m])
            .max_by_key(|m| (m.direct, m.time.is_some(), usize::MAX - m.tokens.start));
        let evidence = best.map_or_else(
            || Evidence {
                span: crate::base::Span::default(),
                sentence: crate::base::Span::default(),
                cue: None,
                rule: "".into(),
            },
            |m| Evidence {
                span: self.a.span(m.tokens.clone()),
                sentence: self.a.sentence_of(m.tokens.start).span,
                cue: Some(self.a.span(m.cue.clone())),
                rule: m.rule.into(),
            },
        );
        let mut spans: Vec<_> =
            event.mentions.iter().map(|&m| self.a.span(self.mentions[m].tokens.clone())).collect();
        spans.sort_unstable_by_key(|s| (s.start, s.end));
        spans.dedup();
        Meeting {
            name: name::of(self.a, event, self.mentions, self.places),
            status,
            when: event.time.map(|t| time::when(self.a, &self.times[t])),
            place: event.place.as_ref().map(|p| self.places.words(p)),
            with: event.with.iter().map(|&w| self.entities.all[w].name.clone()).collect(),
            mentions: spans,
            evidence,
        }
    }
}
