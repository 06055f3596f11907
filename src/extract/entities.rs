//! Who and what the text speaks of: entities and the references to them.
//!
//! Mentions found by form and joined by coreference end here, so that the later stages ask one question only: "whom do
//! these tokens mean?" A name, a nationality, a capital that stands for its government, "the minister" and "he" are all
//! references to an entity.

use std::ops::Range;

use crate::base::Span;

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// A named person.
    Person,
    /// A state.
    State,
    /// An organisation: agency, ministry, company, armed group.
    Organisation,
    /// A grouping of states.
    Grouping,
    /// A place that acts for nobody.
    Place,
}

/// One person, state, body or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Canonical name: the fullest form of a person, the short name of a state, the text's wording of a body.
    pub name: String,
    /// A person's office, without country.
    pub role: Option<String>,
    /// What the office belongs to: the canonical name of a state, or an organisation's wording.
    pub affiliation: Option<String>,
}

/// How a reference is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// By name, full or partial.
    Name,
    /// A nationality adjective: "Japanese".
    Demonym,
    /// A capital or seat for a government: "Tokyo said".
    Seat,
    /// An office or common noun without name: "the minister", "the two sides".
    Nominal,
    /// He, she, it, they, we.
    Pronoun,
}

/// Tokens that mean an entity, or several ("the two ministers": one reference each, over the same tokens).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The tokens, counted in the analysis; for a name, name tokens only.
    pub tokens: Range<usize>,
    /// Where, in bytes.
    pub span: Span,
    /// How it is made.
    pub form: Form,
    /// Index into [`Entities::all`].
    pub entity: usize,
    /// With title, honorifics, appositions: "Defense Minister of Japan, Mr. X". Holds `tokens`.
    pub phrase: Range<usize>,
}

/// The entities of a document and every reference to them.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// Each entity once, in order of first mention.
    pub all: Vec<Entity>,
    /// Sorted by first token.
    pub references: Vec<Reference>,
}

impl Entities {
    /// The references that lie within `tokens`, in order.
    pub fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = (&Reference, &Entity)> {
        let first = self.references.partition_point(|r| r.tokens.start < tokens.start);
        self.references[first..]
            .iter()
            .take_while(move |r| r.tokens.start < tokens.end)
            .filter(move |r| r.tokens.end <= tokens.end)
            .map(|r| (r, &self.all[r.entity]))
    }

    /// The references whose own tokens begin at `token`.
    pub fn at(&self, token: usize) -> impl Iterator<Item = (&Reference, &Entity)> {
        self.within(token..usize::MAX).take_while(move |(r, _)| r.tokens.start == token)
    }
}
