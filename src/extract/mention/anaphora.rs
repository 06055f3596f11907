//! Words that mean a person or party without naming one: "the minister", "he", "the two sides".

use std::ops::Range;

use super::super::Analysis;
use super::super::entities::{Entities, EntityKind, Form, Reference};
use super::body::Segments;
use super::office::{Offices, Owner};

/// A person as far as pronouns ask.
#[derive(Debug, Clone, Copy)]
pub(super) struct Who {
    pub(super) entity: usize,
    pub(super) male: Option<bool>,
}

/// The persons of the text, and the offices that stand beside a name.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) persons: Vec<Who>,
    pub(super) taken: Vec<bool>,
}

/// What pronouns ask of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Male,
    Female,
    Either,
}

impl Gender {
    const fn of(male: Option<bool>) -> Self {
        match male {
            Some(true) => Self::Male,
            Some(false) => Self::Female,
            None => Self::Either,
        }
    }
}

struct Resolver<'r, 'a> {
    a: &'r Analysis<'a>,
    offices: &'r Offices,
    segments: &'r Segments,
    known: &'r Known,
    entities: &'r Entities,
    /// What gender each person has, `Either` where the text does not tell; `None` for what is no person.
    gender: Vec<Option<Gender>>,
    /// References by name met so far, in order: the entity and its token.
    recent: Vec<(usize, usize)>,
    states: Vec<usize>,
    pair: Vec<usize>,
    out: Vec<Reference>,
}

/// Adds the references without a name to `entities`.
pub(super) fn resolve(
    a: &Analysis,
    offices: &Offices,
    segments: &Segments,
    known: &[Known],
    entities: &mut Entities,
) {
    let Some(known) = known.first() else { return };
    let mut gender = vec![None; entities.all.len()];
    for who in &known.persons {
        gender[who.entity] = Some(Gender::of(who.male));
    }
    let mut resolver = Resolver {
        a,
        offices,
        segments,
        known,
        entities,
        gender,
        recent: Vec::new(),
        states: Vec::new(),
        pair: Vec::new(),
        out: Vec::new(),
    };
    resolver.run();
    let found = resolver.out;
    entities.references.extend(found);
}

impl Resolver<'_, '_> {
    fn run(&mut self) {
        let mut next = 0;
        let references = &self.entities.references;
        let mut index = 0;
        while index < self.a.tokens.len() {
            while let Some(reference) = references.get(next).filter(|r| r.tokens.start <= index) {
                self.meet(reference);
                next += 1;
            }
            let step = self.nominal(index).or_else(|| {
                let asked = self.may_mean(index);
                asked.then(|| self.plural(index).or_else(|| self.pronoun(index))).flatten()
            });
            index = step.unwrap_or(index + 1).max(index + 1);
        }
    }

    /// Whether the token begins as "the", "two", "both" and the pronouns do; most tokens need no closer look.
    fn may_mean(&self, index: usize) -> bool {
        self.a.word(index).starts_with(['t', 'T', 'b', 'B', 'h', 'H', 's', 'S'])
    }

    fn meet(&mut self, reference: &Reference) {
        match self.entities.all[reference.entity].kind {
            EntityKind::Person => self.recent.push((reference.entity, reference.tokens.start)),
            EntityKind::State | EntityKind::Grouping | EntityKind::Organisation => {
                self.states.retain(|&s| s != reference.entity);
                self.states.push(reference.entity);
                if self.states.len() > 12 {
                    self.states.remove(0);
                }
            }
            EntityKind::Place => {}
        }
    }

    fn push(&mut self, tokens: Range<usize>, form: Form, entity: usize) {
        let span = self.a.span(tokens.clone());
        self.out.push(Reference { phrase: tokens.clone(), tokens, span, form, entity });
    }

    /// "the minister", "the Prime Minister of India".
    fn nominal(&mut self, index: usize) -> Option<usize> {
        let id = self.offices.starting_at(index)?;
        let office = &self.offices.all[id];
        if self.known.taken[id]
            || office.plural
            || !(office.definite || self.a.tokens[office.head.start].is_capitalised())
        {
            return None;
        }
        let head = self.a.word(office.head.end - 1);
        let state = match office.owner {
            Some(Owner::Segment(s)) => {
                self.segments.all[s].state().map(|row| self.a.lexicon.geography.name(row))
            }
            _ => None,
        };
        let fits = |r: &&(usize, usize)| {
            let entity = r.0;
            let person = &self.entities.all[entity];
            let holds = person
                .role
                .as_deref()
                .is_some_and(|r| r.split([' ', ',']).any(|w| w.eq_ignore_ascii_case(head)));
            holds && (state.is_none() || state == person.affiliation.as_deref())
        };
        let modifier = |r: &&(usize, usize)| {
            let entity = r.0;
            let words = self.a.words(office.role[0].clone());
            self.entities.all[entity].role.as_deref().is_some_and(|r| {
                r.len() >= words.len() && r.to_ascii_lowercase().contains(&words.to_ascii_lowercase())
            })
        };
        let recent = || self.recent.iter().rev().take(24);
        let found = recent().filter(fits).find(modifier).or_else(|| recent().find(fits)).map(|r| r.0)?;
        let phrase = office.phrase.clone();
        let end = phrase.end;
        self.push(phrase, Form::Nominal, found);
        self.recent.push((found, index));
        Some(end)
    }

    /// "the two sides", "both countries", "the two leaders".
    fn plural(&mut self, index: usize) -> Option<usize> {
        let word = self.a.word(index);
        let first = if self.a.is(index, "the") { index + 1 } else { index };
        let counted = self.a.is(first, "two") || self.a.is(first, "both");
        let noun = match () {
            () if self.a.is(first, "both") && (self.a.is(first + 1, "the") || self.a.is(first + 1, "of")) => {
                first + 2
            }
            () if counted => first + 1,
            () if first > index => first,
            () => return None,
        };
        let noun =
            noun + usize::from(["foreign", "defence", "defense", "prime"].iter().any(|w| self.a.is(noun, w)));
        let lower = self.a.word(noun).to_ascii_lowercase();
        let persons = matches!(
            lower.as_str(),
            "leaders"
                | "ministers"
                | "presidents"
                | "officials"
                | "secretaries"
                | "men"
                | "diplomats"
                | "counterparts"
                | "premiers"
        );
        let sides = matches!(
            lower.as_str(),
            "sides"
                | "countries"
                | "nations"
                | "parties"
                | "states"
                | "governments"
                | "neighbours"
                | "neighbors"
                | "capitals"
                | "delegations"
        );
        if !(persons || sides) || word.is_empty() {
            return None;
        }
        let group = if persons { self.last_persons(2) } else { self.main_states(2) };
        if group.len() < 2 {
            return None;
        }
        for &entity in &group {
            self.push(index..noun + 1, Form::Nominal, entity);
        }
        self.pair = group;
        Some(noun + 1)
    }

    fn last_persons(&self, count: usize) -> Vec<usize> {
        let mut out = Vec::new();
        for &(entity, _) in self.recent.iter().rev().take(24) {
            let holds = self.entities.all[entity].role.is_some();
            if holds && !out.contains(&entity) {
                out.insert(0, entity);
                if out.len() == count {
                    break;
                }
            }
        }
        out
    }

    /// The two states that the text has spoken of most recently.
    fn main_states(&self, count: usize) -> Vec<usize> {
        let states = self.states.iter().copied().filter(|&s| self.entities.all[s].kind == EntityKind::State);
        let all: Vec<usize> = states.collect();
        all[all.len().saturating_sub(count)..].to_vec()
    }

    fn pronoun(&mut self, index: usize) -> Option<usize> {
        let word = self.a.word(index);
        let male = match word {
            "he" | "He" | "him" | "his" | "His" | "himself" => Some(true),
            "she" | "She" | "her" | "Her" | "herself" => Some(false),
            "they" | "They" | "their" | "Their" | "them" => None,
            _ => return None,
        };
        if male.is_none() {
            let pair = if self.pair.is_empty() { self.last_persons(2) } else { self.pair.clone() };
            for entity in pair {
                self.push(index..index + 1, Form::Pronoun, entity);
            }
            return Some(index + 1);
        }
        let found = self.antecedent(index, male)?;
        self.push(index..index + 1, Form::Pronoun, found);
        self.recent.push((found, index));
        Some(index + 1)
    }

    /// The subject of this sentence or the one before, if the gender allows; else whoever was named last.
    fn antecedent(&self, index: usize, male: Option<bool>) -> Option<usize> {
        let fits = |entity: usize| {
            self.gender
                .get(entity)
                .copied()
                .flatten()
                .is_some_and(|g| g == Gender::Either || g == Gender::of(male))
        };
        let sentence = self.a.sentence_of(index).tokens.start;
        let before = self.a.tokens[index]
            .sentence
            .checked_sub(1)
            .map_or(0, |s| self.a.sentences[s as usize].tokens.start);
        let recent: Vec<(usize, usize)> = self.recent.iter().rev().take(24).copied().collect();
        let within = |from: usize, to: usize| {
            recent.iter().rev().find(|&&(e, t)| t >= from && t < to && fits(e)).map(|r| r.0)
        };
        within(sentence, index)
            .or_else(|| within(before, sentence))
            .or_else(|| recent.iter().find(|&&(e, _)| fits(e)).map(|r| r.0))
    }
}
