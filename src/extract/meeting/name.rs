//! What a meeting is called: the fullest of its mentions.

use super::super::Analysis;
use super::super::lexicon::meetings::NounClass;
use super::super::mention::is_possessive;
use super::event::Event;
use super::mention::{Kind, Mention};
use super::place::Places;
use super::signs::is_any;

/// The words of the text on one line.
pub(super) fn flowing(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of `event` at its fullest, without its article.
pub(super) fn of(a: &Analysis, event: &Event, mentions: &[Mention], places: &Places) -> String {
    let all = || event.mentions.iter().map(|&m| &mentions[m]);
    if event.stop {
        let place = event.place.as_ref().map(|p| places.words(p));
        let object = || {
            all()
                .find(|m| m.kind == Kind::Stop)
                .map(|m| flowing(a.words(m.cue.end..m.tokens.end.max(m.cue.end))))
        };
        return format!("visit to {}", place.or_else(object).unwrap_or_default());
    }
    let noun = all()
        .filter(|m| matches!(m.kind, Kind::Noun(_)))
        .filter_map(|m| m.phrase.as_ref().map(|p| (m, p)))
        .max_by_key(|(_, p)| (p.titled, p.tokens.len().min(14), usize::MAX - p.tokens.start));
    if let Some((mention, phrase)) = noun
        && (phrase.modified
            || phrase.tokens.end > phrase.head.end
            || all().count() == 1
            || matches!(mention.kind, Kind::Noun(NounClass::Visit)))
    {
        let mut tokens = phrase.tokens.clone();
        while tokens.start < phrase.head.start
            && is_any(
                a,
                tokens.start,
                &[
                    "the", "a", "an", "this", "that", "these", "those", "their", "its", "his", "her", "our",
                    "another", "both", "such",
                ],
            )
        {
            tokens.start += 1;
        }
        // "this week's Andean Summit": the name begins behind the time.
        let timed = is_any(a, tokens.start, &["week", "weekend", "month", "year", "today", "tomorrow"]);
        if timed && tokens.start + 2 < phrase.head.end && is_possessive(a, tokens.start + 1) {
            tokens.start += 2;
        }
        return flowing(a.words(tokens));
    }
    let verb = all().find(|m| m.phrase.is_none()).or_else(|| all().next());
    verb.map_or_else(String::new, |m| {
        let object = m.cue.end..m.tokens.end.max(m.cue.end);
        match m.kind {
            Kind::Contact if m.rule == "somebody speaks before an audience" => {
                flowing(&format!("address to {}", a.words(object)))
            }
            Kind::Contact | Kind::Host if !object.is_empty() && !is_circumstance(a, object.start) => {
                let from = object.start + usize::from(is_any(a, object.start, &["with", "by"]));
                flowing(&format!("meeting with {}", a.words(from..object.end.max(from))))
            }
            Kind::Contact | Kind::Host | Kind::Convene => "meeting".to_owned(),
            Kind::Signing => "signing".to_owned(),
            _ => flowing(a.words(m.phrase.as_ref().map_or(m.tokens.clone(), |p| p.head.clone()))),
        }
    })
}

/// "met from 13 to 15 June": what stands behind the verb is a time or place, nobody.
fn is_circumstance(a: &Analysis, index: usize) -> bool {
    is_any(a, index, &["from", "in", "at", "on", "for", "during", "until", "under", "after", "before"])
}
