//! Classes of words that the rules ask for: verbs by what they do, nouns by what they can do, function words.
//!
//! Each class is one bit, so that a token's classes are one number and a rule asks for several at once.

use serde::Deserialize;

use super::inflection::{self, Inflection, VerbForm};
use super::{Builder, Case, Category, Sources, titles::phrases};

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        $($(#[$doc])* pub const $name: u64 = 1 << $bit;)*
    };
}

classes! {
    /// Doing something on purpose.
    ACT = 0;
    /// Acts that a plan may be said to do.
    CONCRETE = 1;
    /// Looking into a thing.
    EXPLORE = 2;
    /// Seeking, aiming.
    TRY = 3;
    /// Continue to, begin to.
    CARRY_ON = 4;
    /// What a meeting is about.
    AGENDA = 5;
    /// Gathering and travelling.
    MEET = 6;
    /// Saying again.
    SAY_AGAIN = 7;
    /// Statuses.
    STAY = 8;
    /// What happens by itself.
    BEFALL = 9;
    /// What is done to news and guests.
    DISCLOSE = 10;
    /// A verb's base form.
    BASE = 11;
    /// A verb's third person.
    THIRD = 12;
    /// A verb's -ing form.
    GERUND = 13;
    /// A verb's past.
    PAST = 14;
    /// A verb's past participle.
    PARTICIPLE = 15;
    /// Nouns for those who can bind themselves.
    ACTOR = 16;
    /// Nouns for the parties.
    GROUP = 17;
    /// Nouns for those who met.
    PERSONS = 18;
    /// Gatherings and happenings.
    EVENT = 19;
    /// Plans and agreements.
    INSTRUMENT = 20;
    /// What is signed.
    AGREEMENT = 21;
    /// Money and help.
    AID = 22;
    /// Needs and importance.
    VALUE = 23;
    /// Goals and purposes.
    AIM = 24;
    /// Forms of be, have, do.
    AUXILIARY = 25;
    /// Forms of be.
    COPULA = 26;
    /// Modal verbs.
    MODAL = 27;
    /// Modal verbs that commit.
    WILL = 28;
    /// Not, never.
    NEGATIVE = 29;
    /// Articles, possessives, numbers, quantities.
    DETERMINER = 30;
    /// His, their.
    POSSESSIVE = 31;
    /// Prepositions.
    PREPOSITION = 32;
    /// And, or, but.
    CONJUNCTION = 33;
    /// If, while, because.
    SUBORDINATOR = 34;
    /// Subordinators whose clause is no fact.
    CONDITION = 35;
    /// Which, who.
    RELATIVE = 36;
    /// Adverbs that may stand round a verb.
    ADVERB = 37;
    /// Verbs of saying.
    SAYS = 38;
    /// Verbs that go with a noun of commitment.
    EXPRESSES = 39;
    /// Belief, forecast, wish.
    DOUBTS = 40;
    /// What is asked of others.
    CALLS = 41;
    /// Verbs of saying that commit by themselves.
    PROMISES = 43;
    /// Drills and patrols, which bind nobody but are planned by somebody.
    DRILL = 44;
    /// States of affairs that one is committed to: peace, an open region.
    IDEAL = 45;
    /// Those whose forecasts are no commitments.
    ANALYST = 42;
    /// What is held without being a meeting.
    HELD = 46;
    /// Verbs that keep up what is.
    UPHOLD = 47;
    /// Verbs of going, which are a visit of persons and an act of troops, ships or states.
    GO = 48;
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Verbs {
    act: String,
    concrete: String,
    explore: String,
    r#try: String,
    carry_on: String,
    agenda: String,
    meet: String,
    say: String,
    stay: String,
    befall: String,
    disclose: String,
    uphold: String,
    go: String,
    irregular: String,
    doubling: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Nouns {
    actor: String,
    group: String,
    persons: String,
    event: String,
    instrument: String,
    agreement: String,
    aid: String,
    value: String,
    aim: String,
    drill: String,
    ideal: String,
    held: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Grammar {
    auxiliary: String,
    copula: String,
    modal: String,
    will: String,
    negative: String,
    determiner: String,
    possessive: String,
    preposition: String,
    conjunction: String,
    subordinator: String,
    condition: String,
    relative: String,
    adverb: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Reporting {
    says: String,
    promises: String,
    expresses: String,
    doubts: String,
    calls: String,
    analysts: String,
}

/// The class that a list of nouns is called by in the cues.
pub(super) fn of_objects(name: &str) -> Option<u64> {
    Some(match name {
        "aid" => AID,
        "agreement" => AGREEMENT,
        "instrument" => INSTRUMENT,
        "value" => VALUE,
        _ => return None,
    })
}

pub(super) fn load(sources: &Sources, builder: &mut Builder) {
    for verbs in sources.parse::<Verbs>("verbs.toml", builder) {
        add_verbs(&verbs, builder);
    }
    for n in sources.parse::<Nouns>("nouns.toml", builder) {
        let lists = [
            (&n.actor, ACTOR),
            (&n.group, GROUP),
            (&n.persons, PERSONS),
            (&n.event, EVENT),
            (&n.instrument, INSTRUMENT),
            (&n.agreement, AGREEMENT),
            (&n.aid, AID),
            (&n.value, VALUE),
            (&n.aim, AIM),
            (&n.drill, DRILL),
            (&n.ideal, IDEAL),
            (&n.held, HELD),
        ];
        add(&lists, builder);
        for noun in phrases(&n.actor) {
            let class = ACTOR.trailing_zeros() as usize;
            builder.add(&inflection::third_or_plural(noun), Category::Class, class, Case::Any);
        }
    }
    for r in sources.parse::<Reporting>("reporting.toml", builder) {
        let lists = [
            (&r.says, SAYS),
            (&r.promises, PROMISES),
            (&r.expresses, EXPRESSES),
            (&r.doubts, DOUBTS),
            (&r.calls, CALLS),
            (&r.analysts, ANALYST),
        ];
        add(&lists, builder);
    }
    for g in sources.parse::<Grammar>("grammar.toml", builder) {
        let lists = [
            (&g.auxiliary, AUXILIARY),
            (&g.copula, COPULA),
            (&g.modal, MODAL),
            (&g.will, WILL),
            (&g.negative, NEGATIVE),
            (&g.determiner, DETERMINER),
            (&g.possessive, POSSESSIVE),
            (&g.preposition, PREPOSITION),
            (&g.conjunction, CONJUNCTION),
            (&g.subordinator, SUBORDINATOR),
            (&g.condition, CONDITION),
            (&g.relative, RELATIVE),
            (&g.adverb, ADVERB),
        ];
        add(&lists, builder);
    }
}

fn add(lists: &[(&String, u64)], builder: &mut Builder) {
    for (list, class) in lists {
        for phrase in phrases(list) {
            builder.add(phrase, Category::Class, class.trailing_zeros() as usize, Case::Any);
        }
    }
}

fn add_verbs(verbs: &Verbs, builder: &mut Builder) {
    let inflection = Inflection::new(phrases(&verbs.irregular), phrases(&verbs.doubling));
    let lists = [
        (&verbs.act, ACT),
        (&verbs.concrete, CONCRETE),
        (&verbs.explore, EXPLORE),
        (&verbs.r#try, TRY),
        (&verbs.carry_on, CARRY_ON),
        (&verbs.agenda, AGENDA),
        (&verbs.meet, MEET),
        (&verbs.say, SAY_AGAIN),
        (&verbs.stay, STAY),
        (&verbs.befall, BEFALL),
        (&verbs.disclose, DISCLOSE),
        (&verbs.uphold, UPHOLD),
        (&verbs.go, GO),
    ];
    for (list, class) in lists {
        for verb in phrases(list) {
            for (form, words) in inflection.forms(verb) {
                let bit = match form {
                    VerbForm::Base => BASE,
                    VerbForm::Third => THIRD,
                    VerbForm::Gerund => GERUND,
                    VerbForm::Past => PAST,
                    VerbForm::Participle => PARTICIPLE,
                };
                builder.add(&words, Category::Class, class.trailing_zeros() as usize, Case::Any);
                builder.add(&words, Category::Class, bit.trailing_zeros() as usize, Case::Any);
            }
        }
    }
}
