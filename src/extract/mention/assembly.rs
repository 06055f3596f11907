//! Persons, states, bodies and places put together as entities with their references.

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::super::entities::{Entities, Entity, EntityKind, Form, Reference};
use super::super::lexicon::organisations::BodyKind;
use super::super::lexicon::{Category, classes as c};
use super::super::{Analysis, Mention, MentionKind, Shape};
use super::anaphora;
use super::body::{Named, Segment, Segments};
use super::claim::Claim;
use super::identity::{Identity, key};
use super::office::Offices;
use super::profile::Profile;

/// All that the earlier stages found.
pub(super) struct Assembly<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) segments: &'r Segments,
    pub(super) offices: &'r Offices,
    pub(super) claims: &'r [Claim],
    pub(super) identity: &'r Identity,
}

/// What makes two segments one entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Id {
    Person(usize),
    State(u32),
    Body(u32),
    Words(u64),
}

#[derive(Default)]
struct Table {
    entities: Entities,
    known: HashMap<Id, usize, FixedState>,
}

impl Table {
    fn entity(&mut self, id: Id, make: impl FnOnce() -> Entity) -> usize {
        let all = &mut self.entities.all;
        *self.known.entry(id).or_insert_with(|| {
            all.push(make());
            all.len() - 1
        })
    }
}

impl Assembly<'_, '_> {
    /// The entities in order of first mention, with references by name, then those without.
    pub(super) fn entities(&self, mut profiles: Vec<Profile>) -> Entities {
        let mut table = Table::default();
        let mut segments = self.segments.all.iter().filter(|s| !self.is_in_name(s)).peekable();
        for (index, claim) in self.claims.iter().enumerate() {
            let Some(person) = self.identity.of_claim[index] else { continue };
            while let Some(segment) = segments.next_if(|s| s.tokens.start < claim.tokens.start) {
                self.segment(segment, &mut table);
            }
            let entity = table.entity(Id::Person(person), || {
                let profile = std::mem::take(&mut profiles[person]);
                Entity {
                    kind: EntityKind::Person,
                    name: profile.name,
                    role: profile.role,
                    affiliation: profile.affiliation,
                }
            });
            table.entities.references.push(self.reference(
                claim.tokens.clone(),
                claim.phrase.clone(),
                Form::Name,
                entity,
            ));
        }
        for segment in segments {
            self.segment(segment, &mut table);
        }
        let mut entities = table.entities;
        self.name_bodies(&mut entities);
        let people: Vec<anaphora::Known> = self.people(&table.known);
        anaphora::resolve(self.a, self.offices, self.segments, &people, &mut entities);
        entities.references.sort_by_key(|r| (r.tokens.start, r.tokens.end));
        entities
    }

    /// A body is called what the text calls it most often; of two, what it says first.
    fn name_bodies(&self, entities: &mut Entities) {
        let mut uses: HashMap<(usize, &str), (usize, usize), FixedState> = HashMap::default();
        for reference in &entities.references {
            if matches!(entities.all[reference.entity].kind, EntityKind::Organisation | EntityKind::Grouping)
            {
                let words = self.a.words(reference.tokens.clone());
                let order = uses.len();
                uses.entry((reference.entity, words)).or_insert((0, order)).0 += 1;
            }
        }
        let mut best: Vec<(usize, usize, usize, &str)> =
            uses.into_iter().map(|((e, w), (n, order))| (e, n, order, w)).collect();
        best.sort_unstable_by_key(|&(e, n, order, _)| (e, n, usize::MAX - order));
        for (entity, _, _, words) in best {
            entities.all[entity].name = flowing(words);
        }
        let unlisted = |s: &&Segment| s.stands_for.is_some() && !matches!(s.named, Named::Body(_));
        for segment in self.segments.all.iter().filter(unlisted) {
            let long = segment.stands_for.map_or("", |l| self.a.words(self.segments.all[l].tokens.clone()));
            let at = entities.references.partition_point(|r| r.tokens.start < segment.tokens.start);
            if let Some(reference) = entities.references.get(at).filter(|r| r.tokens == segment.tokens) {
                entities.all[reference.entity].name = flowing(long);
            }
        }
    }

    fn people(&self, known: &HashMap<Id, usize, FixedState>) -> Vec<anaphora::Known> {
        let mut taken = vec![false; self.offices.all.len()];
        for claim in self
            .claims
            .iter()
            .enumerate()
            .filter(|(i, _)| self.identity.of_claim[*i].is_some())
            .map(|(_, c)| c)
        {
            for &office in &claim.offices {
                taken[office] = true;
            }
        }
        let mut people = vec![anaphora::Known { taken, ..anaphora::Known::default() }];
        for (person, data) in self.identity.persons.iter().enumerate() {
            if let Some(&entity) = known.get(&Id::Person(person)) {
                people[0].persons.push(anaphora::Who { entity, male: data.male });
            }
        }
        people
    }

    fn is_in_name(&self, segment: &Segment) -> bool {
        let at = self.claims.partition_point(|c| c.tokens.end <= segment.tokens.start);
        self.claims
            .get(at)
            .is_some_and(|c| c.tokens.start < segment.tokens.end && self.identity.of_claim[at].is_some())
    }

    fn segment(&self, segment: &Segment, table: &mut Table) {
        let geography = &self.a.lexicon.geography;
        let named = |kind, name: &str| Entity { kind, name: name.to_owned(), role: None, affiliation: None };
        let words = self.a.words(
            segment.stands_for.map_or(segment.tokens.clone(), |l| self.segments.all[l].tokens.clone()),
        );
        let (entity, form) = match segment.named {
            Named::State(row) | Named::Demonym(row) => {
                let form = if matches!(segment.named, Named::State(_)) { Form::Name } else { Form::Demonym };
                (table.entity(Id::State(row), || named(EntityKind::State, geography.name(row))), form)
            }
            Named::Seat(row) if self.acts(segment) => {
                (table.entity(Id::State(row), || named(EntityKind::State, geography.name(row))), Form::Seat)
            }
            Named::Body(row) => {
                let body = &self.a.lexicon.organisations.all[row as usize];
                let kind = if body.kind == BodyKind::Grouping {
                    EntityKind::Grouping
                } else {
                    EntityKind::Organisation
                };
                (table.entity(Id::Body(row), || named(kind, &flowing(words))), Form::Name)
            }
            Named::Unlisted | Named::Ministry | Named::Letters => (
                table.entity(Id::Words(key(words)), || named(EntityKind::Organisation, &flowing(words))),
                Form::Name,
            ),
            Named::Seat(_) | Named::Place | Named::Region => (
                table.entity(Id::Words(key(words)), || named(EntityKind::Place, &flowing(words))),
                Form::Name,
            ),
        };
        table.entities.references.push(self.reference(
            segment.tokens.clone(),
            segment.tokens.clone(),
            form,
            entity,
        ));
    }

    /// "Tokyo said", "Beijing's foreign ministry", "between Moscow and Kyiv": the government rather than the town.
    fn acts(&self, segment: &Segment) -> bool {
        let (first, end) = (segment.tokens.start, segment.tokens.end);
        let before = if first > 0 { self.a.word(first - 1) } else { "" };
        let located = matches!(
            before,
            "in" | "In"
                | "at"
                | "near"
                | "to"
                | "from"
                | "outside"
                | "around"
                | "across"
                | "leaving"
                | "visit"
                | "visiting"
                | "visited"
                | "reached"
                | "central"
                | "downtown"
                | ","
        );
        let dateline = self.a.tokens[first].first_of_line
            && matches!(self.a.word(end), "," | "(" | "-" | "–" | "—" | ":" | ".");
        let hyphen =
            super::marks::is_hyphen(self.a, end) || first > 0 && super::marks::is_hyphen(self.a, first - 1);
        let verb = self.is_verb(end) || matches!(self.a.word(end), "also" | "and" | "whose");
        !located
            && !dateline
            && (hyphen
                || verb
                || super::marks::is_possessive(self.a, end)
                || matches!(
                    before,
                    "with"
                        | "between"
                        | "by"
                        | "and"
                        | "against"
                        | "behind"
                        | "that"
                        | "for"
                        | "urged"
                        | "told"
                ))
    }

    /// Whether the word at `index` is a finite verb: a form of the lexicon's verbs or of a cue, and no noun of meeting.
    fn is_verb(&self, index: usize) -> bool {
        let hits = || self.a.hits_at(index).iter();
        let classes = hits().filter(|h| h.entry.category == Category::Class && h.end == index + 1);
        let bits = classes.fold(0_u64, |bits, h| bits | 1 << h.entry.row);
        let finite = bits & (c::THIRD | c::PAST | c::AUXILIARY | c::MODAL | c::SAYS) != 0;
        let cue = hits().any(|h| h.entry.category == Category::Cue);
        let small = self.a.tokens.get(index).is_some_and(|t| t.shape == Shape::Lower);
        small && (finite || cue) && bits & c::EVENT == 0
    }

    fn reference(&self, tokens: Range<usize>, phrase: Range<usize>, form: Form, entity: usize) -> Reference {
        Reference { span: self.a.span(tokens.clone()), tokens, form, entity, phrase }
    }
}

fn flowing(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every mention, as a key point of its own.
pub fn mentions(entities: &Entities) -> Vec<Mention> {
    let kind = |reference: &Reference| match (entities.all[reference.entity].kind, reference.form) {
        (_, Form::Pronoun) => None,
        (EntityKind::Person, Form::Name) => Some((MentionKind::Person, "name")),
        (EntityKind::Person, _) => Some((MentionKind::Role, "office without name")),
        (_, Form::Demonym) => Some((MentionKind::Nationality, "nationality")),
        (EntityKind::Place, _) => Some((MentionKind::Place, "place")),
        (EntityKind::State, Form::Name | Form::Seat) => Some((MentionKind::Place, "state")),
        (EntityKind::Organisation | EntityKind::Grouping, Form::Name) => {
            Some((MentionKind::Organisation, "body"))
        }
        _ => None,
    };
    let mut out: Vec<Mention> = Vec::new();
    for reference in &entities.references {
        if let Some((kind, rule)) = kind(reference)
            && out.last().is_none_or(|last| last.span != reference.span)
        {
            out.push(Mention { span: reference.span, kind, rule: rule.into() });
        }
    }
    out
}
