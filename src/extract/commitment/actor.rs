//! Whom a subject means, by canonical name.
//!
//! Names first, then what stands for a name: groups ("the two sides"), persons who met ("the leaders"), pronouns. What
//! cannot be told keeps the words of the text.

use std::ops::Range;

use super::super::entities::{Entities, Entity, EntityKind, Form, Reference};
use super::super::lexicon::classes as c;
use super::super::{Party, PartyKind};
use super::clause::{self, How, PRONOUNS};
use super::subject;
use super::words::{Words, near};

/// Who has been spoken of so far.
pub(super) struct Cast<'r, 'a> {
    words: &'r Words<'r, 'a>,
    entities: &'r Entities,
    parties: &'r [Party],
    /// Subject of the last sentence that had one that resolved.
    topic: Vec<String>,
    /// The last subject of several.
    plural: Vec<String>,
    /// Subject of the sentence that is read, unless a pronoun.
    local: Vec<String>,
    /// Subject of the sentence that is read, pronouns resolved: "he said the government".
    saying: Vec<String>,
    /// The last state or body named.
    body: Option<String>,
    /// Whom "we" means from "X said:" on.
    speaker: Vec<String>,
    joint: bool,
}

impl<'r, 'a> Cast<'r, 'a> {
    pub(super) fn new(words: &'r Words<'r, 'a>, entities: &'r Entities, parties: &'r [Party]) -> Self {
        let early = words.a.sentences.iter().take(4).map(|s| s.tokens.clone());
        let joint = early
            .flatten()
            .any(|i| words.is(i, "joint") || words.is(i, "communique") || words.is(i, "leaders"));
        Self {
            words,
            entities,
            parties,
            topic: Vec::new(),
            plural: Vec::new(),
            local: Vec::new(),
            saying: Vec::new(),
            body: None,
            speaker: Vec::new(),
            joint,
        }
    }

    /// Begins a sentence whose subject is `phrase`.
    pub(super) fn open(&mut self, phrase: &Range<usize>) {
        let pronoun = phrase.len() == 1 && self.words.is_any(phrase.start, PRONOUNS);
        self.saying = if phrase.is_empty() { Vec::new() } else { self.of(phrase) };
        self.local = if pronoun { Vec::new() } else { self.saying.clone() };
    }

    /// Remembers the subject of a sentence, for the pronouns behind it.
    pub(super) fn hear(&mut self, phrase: &Range<usize>, sentence: &Range<usize>) {
        let names = if phrase.is_empty() { None } else { self.names(phrase) };
        let mut named = names.is_some();
        let found = self.or_words(phrase, names);
        let pronoun = phrase.len() == 1 && self.words.is_any(phrase.start, PRONOUNS);
        if self.hear_speaker(phrase, sentence) {
            named = self.names(phrase).is_some();
        }
        if !found.is_empty() && !pronoun && named {
            self.topic.clone_from(&found);
            if self.is_plural(phrase) {
                self.plural = found;
            }
        }
        let bodies = self.entities.within(sentence.clone()).filter(|(r, e)| {
            r.form != Form::Pronoun && matches!(e.kind, EntityKind::State | EntityKind::Organisation)
        });
        if let Some((_, body)) = bodies.last() {
            self.body = Some(body.name.clone());
        }
    }

    /// Remembers those who committed themselves.
    pub(super) fn bind(&mut self, actors: &[String], plural: bool) {
        if !actors.is_empty() {
            self.topic = actors.to_vec();
            if plural {
                self.plural = actors.to_vec();
            }
        }
    }

    pub(super) fn topic(&self) -> Vec<String> {
        if self.topic.is_empty() { self.party_names() } else { self.topic.clone() }
    }

    /// Everyone whom the document is about: its parties.
    pub(super) fn party_names(&self) -> Vec<String> {
        self.parties.iter().map(|p| p.name.clone()).collect()
    }

    /// Whether `phrase` means several.
    pub(super) fn is_plural(&self, phrase: &Range<usize>) -> bool {
        let direct = self.direct(phrase).count();
        let head = subject::head(self.words, phrase);
        direct > 1 || self.words.has(head, c::GROUP | c::PERSONS) && self.words.a.word(head).ends_with('s')
    }

    /// Those whom `phrase` means; its own words when nothing tells.
    pub(super) fn of(&self, phrase: &Range<usize>) -> Vec<String> {
        if phrase.is_empty() { Vec::new() } else { self.or_words(phrase, self.names(phrase)) }
    }

    /// `names`, or the words of `phrase` where there are none.
    fn or_words(&self, phrase: &Range<usize>, names: Option<Vec<String>>) -> Vec<String> {
        if phrase.is_empty() {
            return Vec::new();
        }
        if let Some(found) = names.filter(|f| !f.is_empty()) {
            return found;
        }
        let head = subject::head(self.words, phrase);
        vec![self.words.a.words(phrase.start..head + 1).replace('\n', " ")]
    }

    /// Those whom `phrase` means, if anything tells who they are.
    pub(super) fn known(&self, phrase: &Range<usize>) -> Option<Vec<String>> {
        self.names(phrase).filter(|f| !f.is_empty())
    }

    fn names(&self, phrase: &Range<usize>) -> Option<Vec<String>> {
        let words = self.words;
        let head = subject::head(words, phrase);
        if let Some(found) = self.pronoun(phrase, head) {
            return Some(found);
        }
        let direct: Vec<(&Reference, &Entity)> =
            self.direct(phrase).filter(|(r, _)| r.form != Form::Nominal).collect();
        if direct.iter().any(|(r, e)| {
            r.tokens.contains(&head) || r.phrase.contains(&head) && e.kind == EntityKind::Person
        }) || direct.len() > 1 && !words.has(head, c::GROUP)
        {
            return Some(named(&direct));
        }
        if let Some(counted) = self.counted(phrase, head) {
            return Some(counted);
        }
        if words.has(head, c::GROUP | c::PERSONS) {
            let inside: Vec<_> = self.states_in(phrase);
            if inside.len() > 1 {
                return Some(named(&inside));
            }
            if let Some(group) = self.group(phrase, head).filter(|_| inside.is_empty()) {
                return Some(group);
            }
        }
        let nominal: Vec<_> = self.direct(phrase).filter(|(r, _)| r.tokens.contains(&head)).collect();
        if !nominal.is_empty() {
            return Some(named(&nominal));
        }
        let owners: Vec<_> = self.states_in(phrase);
        if !owners.is_empty() {
            return Some(named(&owners));
        }
        if words.has(head, c::ACTOR) && is_number(words, head) && self.plural.len() > 1 {
            return Some(self.plural.clone());
        }
        let generic = words.is_any(
            head,
            &[
                "government",
                "cabinet",
                "ministry",
                "authorities",
                "officials",
                "military",
                "army",
                "parliament",
                "administration",
                "president",
                "minister",
                "forces",
                "troops",
            ],
        );
        if generic {
            let mut found = vec![words.a.words(phrase.start..head + 1).replace('\n', " ")];
            if self.a_clause_before(phrase.start) && !self.saying.is_empty() {
                found.extend(self.saying.clone());
            } else {
                found.extend(self.body.clone());
            }
            return Some(found);
        }
        None
    }

    /// "eight oil producers", where the document has eight states for parties.
    fn counted(&self, phrase: &Range<usize>, head: usize) -> Option<Vec<String>> {
        if !self.words.has(head, c::ACTOR | c::GROUP) || self.direct(phrase).next().is_some() {
            return None;
        }
        let count = (phrase.start..=head).find_map(|i| number(self.words.a.word(i)))?;
        [PartyKind::State, PartyKind::Grouping].into_iter().find_map(|kind| {
            let found: Vec<String> =
                self.parties.iter().filter(|p| p.kind == kind).map(|p| p.name.clone()).collect();
            (found.len() == count).then_some(found)
        })
    }

    /// References of `phrase` that are no part of another's description and stand in no "of …".
    fn direct(&self, phrase: &Range<usize>) -> impl Iterator<Item = (&'r Reference, &'r Entity)> {
        let words = self.words;
        let inside: Vec<(&'r Reference, &'r Entity)> = self.entities.within(phrase.clone()).collect();
        let described: Vec<Range<usize>> = inside
            .iter()
            .filter(|(r, e)| e.kind == EntityKind::Person && r.phrase.len() > r.tokens.len())
            .map(|(r, _)| r.phrase.clone())
            .collect();
        let start = phrase.start;
        inside.into_iter().filter(move |(r, e)| {
            let part = described.iter().any(|d| {
                d.contains(&r.tokens.start) && (e.kind != EntityKind::Person || d.start > r.tokens.start)
            });
            let from = r.phrase.start.min(r.tokens.start);
            let mut before = from;
            if before > start && words.is(before - 1, "the") {
                before -= 1;
            }
            let oblique = before > start && words.has(before - 1, c::PREPOSITION);
            let possessor = words.is_possessive(r.tokens.end);
            e.kind != EntityKind::Place && r.form != Form::Demonym && !part && !oblique && !possessor
        })
    }

    /// States, bodies and persons that own or describe the head: "Japanese officials", "officials of Japan".
    fn states_in(&self, phrase: &Range<usize>) -> Vec<(&'r Reference, &'r Entity)> {
        let inside = self.entities.within(phrase.clone());
        inside.filter(|(_, e)| e.kind != EntityKind::Place).collect()
    }

    fn pronoun(&self, phrase: &Range<usize>, head: usize) -> Option<Vec<String>> {
        if phrase.len() > 2 || phrase.start != head {
            return None;
        }
        let word = self.words.a.word(head).to_ascii_lowercase();
        let stem = word.split(['\'', '’']).next().unwrap_or_default();
        match stem {
            "they" | "it" if !self.local.is_empty() && self.a_clause_before(head) => {
                Some(if stem == "it" { self.bodies(&self.local) } else { self.local.clone() })
            }
            "they" | "both" if !self.plural.is_empty() => Some(self.plural.clone()),
            "they" | "both" if self.topic.len() > 1 => Some(self.topic.clone()),
            "they" | "both" => Some(self.party_names()).filter(|p| p.len() > 1),
            "it" => Some(self.bodies(&self.topic)).filter(|t| t.len() == 1),
            "we" | "i" | "our" => Some(self.speakers(head)),
            "he" | "she" => {
                let found: Vec<_> = self.entities.at(head).collect();
                if found.is_empty() { Some(self.topic.clone()) } else { Some(named(&found)) }
            }
            _ => None,
        }
        .filter(|f| !f.is_empty())
    }

    /// Whether a subject of the same sentence may stand before the pronoun at `index`.
    fn a_clause_before(&self, index: usize) -> bool {
        let start = self.words.a.sentence_of(index).tokens.start;
        index > start + 1 && self.words.any_finite(start..index)
    }

    /// Those of `names` that are no persons.
    fn bodies(&self, names: &[String]) -> Vec<String> {
        let person =
            |n: &&String| self.entities.all.iter().any(|e| e.kind == EntityKind::Person && e.name == **n);
        names.iter().filter(|n| !person(n)).cloned().collect()
    }

    /// "The minister said:" speaks for what follows; whether it is such a sentence.
    fn hear_speaker(&mut self, phrase: &Range<usize>, sentence: &Range<usize>) -> bool {
        let words = self.words;
        let colon = sentence.end > sentence.start + 1 && words.is(sentence.end - 1, ":");
        let speaks = colon && words.has(sentence.end - 2, c::SAYS);
        if speaks {
            self.speaker = self.of(phrase);
        }
        speaks
    }

    /// The subject of the verb of saying at `verb`, before it or behind.
    fn sayer(&self, sentence: &Range<usize>, verb: usize) -> Option<Vec<String>> {
        let subject = clause::of(self.words, sentence, verb);
        let before = Some(subject.subject).filter(|_| subject.how == How::Direct);
        let inside = before.filter(|s| !(s.len() == 1 && self.words.is_any(s.start, &["we", "i"])));
        inside.and_then(|s| self.known(&s)).or_else(|| {
            let behind: Vec<_> = self.entities.within(verb + 1..(verb + 8).min(sentence.end)).collect();
            let persons: Vec<_> =
                behind.into_iter().filter(|(_, e)| e.kind == EntityKind::Person).take(1).collect();
            (!persons.is_empty()).then(|| named(&persons))
        })
    }

    /// Whom "we" means: the speaker of the sentence, the parties of a joint text, else the first party.
    pub(super) fn speakers(&self, at: usize) -> Vec<String> {
        let sentence = self.words.a.sentence_of(at).tokens.clone();
        let saying =
            |&i: &usize| self.words.has(i, c::SAYS) && self.words.is_lower(i) && !self.words.has(i, c::BASE);
        if !self.joint
            && let Some(found) =
                near(&sentence, at).filter(saying).find_map(|verb| self.sayer(&sentence, verb))
        {
            return found;
        }
        if !self.speaker.is_empty() {
            return self.speaker.clone();
        }
        if self.joint || self.parties.len() < 2 {
            return self.party_names();
        }
        let mut found = self.topic.clone();
        found.extend(self.parties.first().map(|p| p.name.clone()));
        found.dedup();
        found
    }

    /// "the two sides", "the leaders", "the eight countries".
    fn group(&self, phrase: &Range<usize>, head: usize) -> Option<Vec<String>> {
        let words = self.words;
        let definite = words
            .is_any(phrase.start, &["the", "both", "these", "our", "all", "two", "their", "each", "neither"])
            || words.a.tokens[head].is_capitalised();
        if !definite || phrase.len() > 6 && !words.has(phrase.start + 1, c::DETERMINER) {
            return None;
        }
        let nominal: Vec<_> =
            self.entities.within(phrase.clone()).filter(|(r, _)| r.form == Form::Nominal).collect();
        if words.has(head, c::PERSONS) && !words.has(head, c::GROUP) {
            if nominal.len() > 1 {
                return Some(named(&nominal));
            }
            let persons = [&self.plural, &self.topic].into_iter().find(|p| p.len() > 1);
            return persons.cloned().or_else(|| Some(self.party_names())).filter(|p| !p.is_empty());
        }
        let states = self.parties.iter().filter(|p| p.kind == PartyKind::State).count();
        if self.parties.len() == 2 || states == 2 && nominal.len() < 2 {
            return Some(self.party_names());
        }
        if !self.plural.is_empty() {
            return Some(self.plural.clone());
        }
        if nominal.len() > 1 {
            return Some(named(&nominal));
        }
        Some(self.party_names()).filter(|p| !p.is_empty())
    }
}

/// A small number in letters.
fn number(word: &str) -> Option<usize> {
    let numbers =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    numbers.iter().position(|n| word.eq_ignore_ascii_case(n)).map(|i| i + 2)
}

/// "the eight"
fn is_number(words: &Words, index: usize) -> bool {
    number(words.a.word(index)).is_some()
}

/// Names of those referred to, persons with what they speak for behind them.
fn named(references: &[(&Reference, &Entity)]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let offices =
        references.iter().filter(|(_, e)| e.role.is_some()).filter_map(|(_, e)| e.affiliation.as_ref());
    for name in references.iter().map(|(_, e)| &e.name).chain(offices) {
        if !out.contains(name) {
            out.push(name.clone());
        }
    }
    out
}
