//! The result types: what attache says about a briefing.
//!
//! Every key point carries its evidence. A field that the text does not state is `None`, shown as "not stated".

use std::borrow::Cow;

use jiff::civil::Date;

use crate::base::{Diagnostic, Span};

/// Where a key point comes from, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The words that state it, in bytes of the document's text.
    pub span: Span,
    /// The sentence round them.
    pub sentence: Span,
    /// The words that triggered the rule, if it has a cue.
    pub cue: Option<Span>,
    /// The name of the rule, as in the catalogue of `docs/extraction.md`.
    pub rule: Cow<'static, str>,
}

/// Whether a person takes part or is only talked about (guide, section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Involvement {
    /// Takes, took or will take part in what the document reports or announces.
    Participant,
    /// Everyone else.
    Mentioned,
}

/// A named person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The fullest form of the name in the text, without titles.
    pub name: String,
    /// The office, as the text words it, without country.
    pub role: Option<String>,
    /// The country or organisation that the office belongs to.
    pub affiliation: Option<String>,
    /// Whether the person takes part.
    pub involvement: Involvement,
    /// Every occurrence of the name, in order, name tokens only.
    pub mentions: Vec<Span>,
    /// The words that tell most about the person: the mention with role and affiliation.
    pub evidence: Evidence,
}

/// What kind of body a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartyKind {
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// A grouping of states.
    Grouping,
}

/// A state, organisation or grouping that takes part in the meetings of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Canonical name of a state; an organisation keeps the text's wording.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Every occurrence, in order.
    pub mentions: Vec<Span>,
}

/// How firmly somebody commits (guide, section 2), strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Will, agreed, decided, pledged.
    Firm,
    /// Plans, intends, aims, is set to.
    Intended,
    /// Interest in, explore, hope to.
    Considered,
    /// A value or goal with no action in it.
    Principle,
}

impl Strength {
    /// The strength in one lower-case word, as the contract has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Intended => "intended",
            Self::Considered => "considered",
            Self::Principle => "principle",
        }
    }

    /// Whether commitments of this strength are core; the others are soft, and second to them.
    pub const fn is_core(self) -> bool {
        matches!(self, Self::Firm | Self::Intended)
    }
}

/// A time that a key point states, resolved as far as the text allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The words of the text.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// First day, if it can be resolved.
    pub start: Option<Date>,
    /// Last day, inclusive.
    pub end: Option<Date>,
}

/// A publicly expressed statement that somebody will act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Who is bound, by canonical name; empty when the text does not let it resolve.
    pub actors: Vec<String>,
    /// Towards whom.
    pub counterpart: Option<String>,
    /// What is to be done, in the words of the text.
    pub action: String,
    /// How firmly.
    pub strength: Strength,
    /// Whether it is a promise not to.
    pub negative: bool,
    /// "if asked", "subject to approval", in the words of the text.
    pub condition: Option<String>,
    /// By when.
    pub deadline: Option<When>,
    /// Actor (or cue) to the end of the action, within one sentence.
    pub evidence: Evidence,
    /// Other places where the same is told.
    pub also: Vec<Span>,
}

/// Whether a meeting is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// After the document's date, or announced as future.
    Upcoming,
    /// Begun, not over.
    Ongoing,
    /// Over, or reported as held.
    Past,
}

/// A gathering or contact of parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// How the text names it, at its fullest.
    pub name: String,
    /// Whether it is to come.
    pub status: Status,
    /// When, as far as stated.
    pub when: Option<When>,
    /// Where, as in the text.
    pub place: Option<String>,
    /// Who takes part, by canonical name.
    pub with: Vec<String>,
    /// Every noun phrase or verb group that refers to it, in order.
    pub mentions: Vec<Span>,
    /// The clearest mention.
    pub evidence: Evidence,
}

/// What a mention refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// A named person.
    Person,
    /// An organisation or grouping.
    Organisation,
    /// A place, states included.
    Place,
    /// A nationality adjective.
    Nationality,
    /// An office without its holder's name.
    Role,
}

/// An occurrence of something that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// What it refers to.
    pub kind: MentionKind,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}

/// The class of a time expression, as in TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A calendar time of a day or longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// An expression of time, resolved against the document's date as far as may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Where; prepositions are outside.
    pub span: Span,
    /// Its class.
    pub kind: TimeKind,
    /// The TIMEX3 value: `2024-08-20`, `2024-Q3`, `P2W`, `FUTURE_REF`.
    pub value: String,
    /// First day, if it can be resolved to dates.
    pub start: Option<Date>,
    /// Last day, inclusive.
    pub end: Option<Date>,
    /// Whether the value depends on the document's date.
    pub relative: bool,
}

/// All that was found in one document, each list in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyPoints {
    /// Who.
    pub participants: Vec<Participant>,
    /// For whom.
    pub parties: Vec<Party>,
    /// Who will do what.
    pub commitments: Vec<Commitment>,
    /// What comes next, with what went before.
    pub meetings: Vec<Meeting>,
    /// Every time expression.
    pub times: Vec<TimeExpression>,
    /// Every mention.
    pub mentions: Vec<Mention>,
    /// What extraction had to remark.
    pub diagnostics: Vec<Diagnostic>,
}
