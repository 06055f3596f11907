//! Nouns and verbs of meetings, what stands before a verb and tells its tense, and the examples beside them.

use serde::Deserialize;

use super::{Builder, Case, Category, Sources, titles::phrases};

/// The rows of `Other` hits that the word lists of meetings have.
pub mod word {
    /// Says of a noun that the meeting is to come.
    pub const NEXT: u32 = 7101;
    /// Says that it is over.
    pub const PREVIOUS: u32 = 7102;
    /// Says that it comes regularly or is not counted.
    pub const REGULAR: u32 = 7103;
    /// Says that there is none after all.
    pub const OFF: u32 = 7104;
    /// Ends a noun phrase to the left.
    pub const STOP: u32 = 7105;
    /// Opens a noun phrase.
    pub const DETERMINER: u32 = 7106;
    /// May stand between an auxiliary and its verb.
    pub const ADVERB: u32 = 7107;
    /// The object of "meet" when nobody meets.
    pub const NOT_MET: u32 = 7108;
    /// Makes of a noun something that is no meeting: election, exercise.
    pub const OTHER_SENSE: u32 = 7109;
    /// An event known by a name of its own.
    pub const NAMED_EVENT: u32 = 7110;
    /// Follows a noun and says that it is set for a time.
    pub const FIXED: u32 = 7111;
    /// Its infinitive is only asked for.
    pub const ASKS: u32 = 7112;
    /// Invites.
    pub const INVITES: u32 = 7113;
    /// Says of a report or plan that it is not so.
    pub const DENIAL: u32 = 7114;
    /// Stands before a meeting that is still to come.
    pub const AHEAD: u32 = 7115;
    /// Its infinitive is to come: agreed, decided.
    pub const PROMISES: u32 = 7116;
    /// Those who are spoken to: parliament, students.
    pub const AUDIENCE: u32 = 7117;
    /// Common nouns of places where people meet: office, hotel.
    pub const VENUE: u32 = 7118;
    /// Leads on to the places of a journey: includes, stops in.
    pub const ITINERARY: u32 = 7119;
    /// Those who are briefed and reported to.
    pub const HEARERS: u32 = 7130;
    /// Several, although the word ends in no -s.
    pub const SEVERAL: u32 = 7131;
    /// Only a wish hangs on their "that".
    pub const WISHES: u32 = 7132;
    /// The object of these verbs, a word of a body, meets.
    pub const SITS_IN: u32 = 7133;
    /// Where a meeting is beside another.
    pub const BESIDE: u32 = 7134;
    /// A noun whose infinitive is to come.
    pub const AGREEMENT: u32 = 7135;
    /// The first row of the leads; the row of a lead is this plus its [`super::LeadTense`].
    pub const LEAD: u32 = 7120;
}

/// What sort of meeting a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NounClass {
    /// Meeting, summit, conference.
    Gathering,
    /// Talks, negotiations.
    Talks,
    /// Visit, trip.
    Visit,
    /// Phone call.
    Call,
    /// Ceremony, dinner: what happens within something larger.
    Occasion,
}

/// What a verb of meetings asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VerbClass {
    /// A person or party is its object.
    Contact,
    /// It goes to a place.
    Travel,
    /// A place is its object.
    Visit,
    /// Guests or a gathering are its object.
    Host,
    /// Guests are its object.
    Receive,
    /// A person is its object, by name.
    See,
    /// A body comes together.
    Convene,
    /// A gathering is its object.
    Attend,
    /// A gathering is its object, which it brings about.
    Hold,
    /// Talks are its object, which need not be an event of their own.
    Resume,
    /// A gathering is its object, which is to come.
    Plan,
    /// A gathering is its subject.
    Happen,
    /// A person is awaited in a place.
    Due,
    /// An agreement is its object.
    Sign,
    /// Those who listen are its object.
    Speak,
    /// Tells what a meeting is about.
    Agenda,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// meet
    Base,
    /// meets
    S,
    /// met: past and participle.
    Past,
    /// meeting
    Ing,
}

/// The tense that words before a base form give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LeadTense {
    /// The act is to come.
    Future,
    /// The act is wished, possible or ruled out.
    Wish,
    /// The act is over.
    Past,
    /// Has or have.
    Perfect,
}

impl LeadTense {
    const ALL: [Self; 4] = [Self::Future, Self::Wish, Self::Past, Self::Perfect];

    /// The tense of a hit's row.
    pub fn of_row(row: u32) -> Option<Self> {
        Self::ALL.get(row.checked_sub(word::LEAD)? as usize).copied()
    }
}

/// Passages beside an entry, which the tests run.
#[derive(Debug, Clone, Default)]
pub struct Passages {
    /// What the entry is, for messages.
    pub entry: String,
    /// Passages with a meeting to come.
    pub examples: Vec<String>,
    /// Passages without one.
    pub counter: Vec<String>,
}

/// What a `MeetingNoun` hit's row points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingNoun {
    /// What sort it is.
    pub class: NounClass,
    /// Whether it needs a day, place, partner or ordinal to name an event.
    pub weak: bool,
    /// Whether it is mostly the word of a body, and names an event only where somebody attends it or it is counted.
    pub named: bool,
}

/// What a `MeetingVerb` hit's row points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingVerb {
    /// What it asks for.
    pub class: VerbClass,
    /// Its form.
    pub form: VerbForm,
}

/// The words of meetings.
#[derive(Debug, Default)]
pub struct Meetings {
    /// The rows of `MeetingNoun` hits.
    pub nouns: Vec<MeetingNoun>,
    /// The rows of `MeetingVerb` hits.
    pub verbs: Vec<MeetingVerb>,
    /// The passages beside the entries.
    pub passages: Vec<Passages>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NounEntry {
    words: String,
    class: NounClass,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    named: bool,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbEntry {
    words: String,
    class: VerbClass,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeadEntry {
    words: String,
    tense: LeadTense,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FixedEntry {
    words: String,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    counter: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    next: String,
    previous: String,
    regular: String,
    off: String,
    stop: String,
    determiners: String,
    adverbs: String,
    not_met: String,
    other_sense: String,
    named_events: String,
    asks: String,
    invites: String,
    denials: String,
    ahead: String,
    promises: String,
    audiences: String,
    venues: String,
    itinerary: String,
    hearers: String,
    several: String,
    wishes: String,
    sits_in: String,
    beside: String,
    agreement: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    noun: Vec<NounEntry>,
    verb: Vec<VerbEntry>,
    lead: Vec<LeadEntry>,
    fixed: Vec<FixedEntry>,
    lists: Lists,
}

impl Meetings {
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut meetings = Self::default();
        for file in sources.parse::<File>("meetings.toml", builder) {
            file.lists.add_to(builder);
            for entry in file.noun {
                meetings.noun(entry, builder);
            }
            for entry in file.verb {
                meetings.verb(entry, builder);
            }
            for entry in file.lead {
                add(&entry.words, word::LEAD + entry.tense as u32, Case::Any, builder);
                meetings.keep(&entry.words, entry.examples, entry.counter);
            }
            for entry in file.fixed {
                add(&entry.words, word::FIXED, Case::Any, builder);
                meetings.keep(&entry.words, entry.examples, entry.counter);
            }
        }
        meetings
    }

    fn noun(&mut self, entry: NounEntry, builder: &mut Builder) {
        let row = self.nouns.len();
        self.nouns.push(MeetingNoun { class: entry.class, weak: entry.weak, named: entry.named });
        for phrase in phrases(&entry.words) {
            builder.add(phrase, Category::MeetingNoun, row, Case::Any);
        }
        self.keep(&entry.words, entry.examples, entry.counter);
    }

    fn verb(&mut self, entry: VerbEntry, builder: &mut Builder) {
        const FORMS: [VerbForm; 4] = [VerbForm::Base, VerbForm::S, VerbForm::Past, VerbForm::Ing];
        let first = self.verbs.len();
        self.verbs.extend(FORMS.map(|form| MeetingVerb { class: entry.class, form }));
        for verb in phrases(&entry.words) {
            for (at, variants) in verb.split_whitespace().enumerate().take(FORMS.len()) {
                for variant in variants.split('/') {
                    let spelled = variant.replace('_', " ");
                    builder.add(&spelled, Category::MeetingVerb, first + at, Case::Any);
                }
            }
        }
        self.keep(&entry.words, entry.examples, entry.counter);
    }

    fn keep(&mut self, words: &str, examples: Vec<String>, counter: Vec<String>) {
        let entry = words.trim().chars().take(40).collect();
        self.passages.push(Passages { entry, examples, counter });
    }
}

fn add(list: &str, row: u32, case: Case, builder: &mut Builder) {
    for phrase in phrases(list) {
        builder.add(phrase, Category::Other, row as usize, case);
    }
}

impl Lists {
    fn add_to(&self, builder: &mut Builder) {
        let lists = [
            (&self.next, word::NEXT, Case::Any),
            (&self.previous, word::PREVIOUS, Case::Any),
            (&self.regular, word::REGULAR, Case::Any),
            (&self.off, word::OFF, Case::Any),
            (&self.stop, word::STOP, Case::Any),
            (&self.determiners, word::DETERMINER, Case::Any),
            (&self.adverbs, word::ADVERB, Case::Any),
            (&self.not_met, word::NOT_MET, Case::Any),
            (&self.other_sense, word::OTHER_SENSE, Case::Any),
            (&self.asks, word::ASKS, Case::Any),
            (&self.invites, word::INVITES, Case::Any),
            (&self.denials, word::DENIAL, Case::Any),
            (&self.ahead, word::AHEAD, Case::Any),
            (&self.promises, word::PROMISES, Case::Any),
            (&self.audiences, word::AUDIENCE, Case::Any),
            (&self.venues, word::VENUE, Case::Any),
            (&self.itinerary, word::ITINERARY, Case::Any),
            (&self.hearers, word::HEARERS, Case::Any),
            (&self.several, word::SEVERAL, Case::Any),
            (&self.wishes, word::WISHES, Case::Any),
            (&self.sits_in, word::SITS_IN, Case::Any),
            (&self.beside, word::BESIDE, Case::Any),
            (&self.agreement, word::AGREEMENT, Case::Any),
            (&self.named_events, word::NAMED_EVENT, Case::Capitalised),
        ];
        for (list, row, case) in lists {
            add(list, row, case, builder);
        }
    }
}
