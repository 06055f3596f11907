//! What a subject is: somebody who can bind himself, a plan, a happening, a thing.

use std::ops::Range;

use super::super::entities::{Entities, EntityKind, Form};
use super::super::lexicon::classes as c;
use super::words::Words;

/// What a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Persons, states, bodies and common nouns for them.
    Actor,
    /// A plan or agreement, which does something for its makers.
    Instrument,
    /// A gathering or happening.
    Event,
    /// A drill or patrol, of which its makers may say what it is to include.
    Drill,
    /// Anything else.
    Thing,
}

/// The last token of the noun phrase's own noun: "officials" of "officials of both states".
pub(super) fn head(words: &Words, phrase: &Range<usize>) -> usize {
    let mut index = phrase.start;
    while index < phrase.end {
        let ends = index > phrase.start
            && (words.has(index, c::PREPOSITION | c::RELATIVE)
                || words.is_any(index, &[",", "(", "that", "and", "–", "—"])
                || words.is_lower(index)
                    && words.has(index, c::PARTICIPLE | c::GERUND)
                    && !words.has(index, c::ACTOR | c::INSTRUMENT | c::EVENT)
                    && !words.has(index - 1, c::DETERMINER | c::POSSESSIVE)
                    && !words.is_possessive(index - 1));
        if ends {
            break;
        }
        index += 1;
    }
    index.saturating_sub(1).max(phrase.start)
}

/// Whether a reference that may act covers the token at `head`.
fn is_named(entities: &Entities, phrase: &Range<usize>, head: usize) -> bool {
    entities.within(phrase.clone()).any(|(r, e)| {
        e.kind != EntityKind::Place
            && r.form != Form::Demonym
            && (r.tokens.contains(&head) || r.phrase.contains(&head) && e.kind == EntityKind::Person)
    })
}

/// What `phrase` is.
pub(super) fn kind(words: &Words, entities: &Entities, phrase: &Range<usize>) -> Kind {
    if phrase.is_empty() {
        return Kind::Thing;
    }
    let head = head(words, phrase);
    if phrase.len() == 1
        && words.is_any(head, &["it", "this", "that", "these", "those", "there", "which", "what"])
    {
        return if words.is(head, "there") { Kind::Event } else { Kind::Thing };
    }
    if is_named(entities, phrase, head) || words.has(head, c::POSSESSIVE) {
        return Kind::Actor;
    }
    let later = coordinated(words, phrase, head);
    if words.has(head, c::EVENT) && !words.has(head, c::ACTOR) {
        return if words.has(head, c::DRILL) { Kind::Drill } else { Kind::Event };
    }
    if words.has(head, c::ACTOR | c::GROUP | c::PERSONS) || later {
        return Kind::Actor;
    }
    if words.has(head, c::INSTRUMENT) {
        return Kind::Instrument;
    }
    if words.a.tokens[head].is_capitalised() && head > words.a.sentence_of(head).tokens.start
        || is_agent(words.a.word(head))
    {
        return Kind::Actor;
    }
    Kind::Thing
}

/// "trade unions and officials"
fn coordinated(words: &Words, phrase: &Range<usize>, head: usize) -> bool {
    words.is(head + 1, "and") && (head + 2..phrase.end.min(head + 6)).any(|i| words.has(i, c::ACTOR))
}

/// Nouns in -ers, -ors, -ists, -ians mean those who do something, with few exceptions.
fn is_agent(word: &str) -> bool {
    let ending = ["ers", "ors", "ists", "ians", "men", "crats", "ants"].iter().any(|e| word.ends_with(e));
    ending
        && word.len() > 5
        && !matches!(
            word,
            "numbers"
                | "papers"
                | "waters"
                | "matters"
                | "borders"
                | "powers"
                | "orders"
                | "letters"
                | "offers"
                | "tenders"
                | "transfers"
                | "centers"
                | "corridors"
                | "factors"
                | "sectors"
                | "doors"
                | "reactors"
                | "barriers"
                | "figures"
                | "computers"
                | "chapters"
                | "quarters"
                | "headquarters"
                | "newspapers"
                | "rivers"
                | "rumors"
                | "errors"
                | "tractors"
                | "motors"
                | "covers"
                | "others"
                | "containers"
                | "tankers"
                | "grants"
                | "plants"
                | "semiconductors"
                | "servers"
        )
}
