//! What a phrase of the lexicon is.

/// The topic that a phrase belongs to; a hit's `row` counts in that topic's own table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// A state's name, short, long or old. Row: `Geography::states`.
    State,
    /// A nationality adjective or noun. Row: `Geography::states`.
    Demonym,
    /// A capital, which may stand for its government. Row: `Geography::states`.
    Capital,
    /// A town, region or sea that is no capital.
    Place,
    /// A town from which reports are dated, beside its row as a place. Row: `Geography::states`.
    Town,
    /// An organisation by one of its names.
    Organisation,
    /// A common noun that heads the name of an organisation: ministry, council, agency.
    OrganisationHead,
    /// A common noun that heads the name of a place: palace, island, airport.
    PlaceHead,
    /// A given name.
    GivenName,
    /// A particle within names: bin, de, van.
    NameParticle,
    /// Jr., III, MP.
    NameSuffix,
    /// Mr, Dr., H.E.
    Honorific,
    /// The head of an office: minister, president, secretary.
    RoleHead,
    /// What stands before the head of an office: foreign, deputy, acting.
    RoleModifier,
    /// A word that is capitalised yet never part of a person's name.
    NotAName,
    /// A word of time; the time stage keeps its own table.
    Time,
    /// What shows that somebody commits. Row: `Cues::all`.
    Cue,
    /// A class of words that the rules of commitments ask for. Row: the class's bit.
    Class,
    /// A noun for a meeting.
    MeetingNoun,
    /// A verb for a meeting.
    MeetingVerb,
    /// Any other word class that a rule asks for.
    Other,
}
