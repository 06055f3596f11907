//! Whether a person takes part, by what the sentences round the name say.

use super::super::entities::{Entities, EntityKind, Form, Reference};
use super::super::{Analysis, Involvement, Meeting};

/// Decides for one document.
pub(super) struct Judge<'r, 'a> {
    a: &'r Analysis<'a>,
    entities: &'r Entities,
    meets: Vec<bool>,
    references: Vec<Vec<&'r Reference>>,
}

/// What verbs and nouns say of those beside them.
const TAKES_PART: &[&str] = &[
    "met",
    "meets",
    "meet",
    "meeting",
    "meetings",
    "talks",
    "hosted",
    "hosts",
    "host",
    "hosting",
    "visited",
    "visits",
    "visit",
    "visiting",
    "signed",
    "signs",
    "sign",
    "signing",
    "attended",
    "attends",
    "attend",
    "attending",
    "chaired",
    "chairs",
    "co-chaired",
    "chair",
    "received",
    "receives",
    "receive",
    "greeted",
    "welcomed",
    "arrived",
    "arrives",
    "travel",
    "travels",
    "travelled",
    "traveled",
    "traveling",
    "travelling",
    "led",
    "leads",
    "spoke",
    "speaks",
    "speak",
    "phone",
    "call",
    "called",
    "calls",
    "conversation",
    "discussed",
    "discuss",
    "discusses",
    "discussion",
    "summit",
    "joined",
    "join",
    "participated",
    "participate",
    "participates",
    "participating",
    "represented",
    "accompanied",
    "invited",
    "negotiating",
    "negotiated",
    "agreed",
    "delegation",
    "counterpart",
    "held",
    "hold",
    "convened",
    "addressed",
    "opened",
    "closed",
    "inaugurated",
    "concluded",
    "flew",
    "sat",
    "hands",
    "dinner",
    "lunch",
    "breakfast",
    "luncheon",
    "present",
    "witnessed",
    "mediated",
    "confer",
    "conferred",
    "brief",
    "briefed",
    "tour",
    "trip",
    "retreat",
    "ceremony",
    "stop",
    "leave",
    "leaves",
    "address",
    "dialogue",
    "consultations",
    "roundtable",
];
const SPEAKS: &[&str] = &[
    "said",
    "says",
    "told",
    "added",
    "announced",
    "stated",
    "stressed",
    "emphasised",
    "emphasized",
    "reaffirmed",
    "reiterated",
    "pledged",
    "vowed",
    "promised",
    "underlined",
    "underscored",
    "expressed",
    "thanked",
    "congratulated",
    "conveyed",
    "assured",
    "highlighted",
    "noted",
    "urged",
    "proposed",
    "offered",
    "praised",
    "hailed",
    "affirmed",
    "confirmed",
    "committed",
    "appreciated",
    "requested",
    "acknowledged",
    "commended",
    "lauded",
    "explained",
    "informed",
    "outlined",
    "declared",
    "warned",
    "argued",
    "described",
    "extended",
];

impl<'r, 'a> Judge<'r, 'a> {
    pub(super) fn new(a: &'r Analysis<'a>, entities: &'r Entities, meetings: &[Meeting]) -> Self {
        let with: std::collections::HashSet<&str> =
            meetings.iter().flat_map(|m| m.with.iter().map(String::as_str)).collect();
        let meets = entities
            .all
            .iter()
            .map(|e| e.kind == EntityKind::Person && with.contains(e.name.as_str()))
            .collect();
        let mut references = vec![Vec::new(); entities.all.len()];
        for reference in &entities.references {
            references[reference.entity].push(reference);
        }
        Self { a, entities, meets, references }
    }

    /// The verdict on the person at `id`, and the rule that gave it.
    pub(super) fn verdict(&self, id: usize) -> (Involvement, &'static str) {
        if self.meets[id] {
            return (Involvement::Participant, "takes part in a meeting");
        }
        let entity = &self.entities.all[id];
        let role = entity.role.as_deref().unwrap_or_default().to_ascii_lowercase();
        let quoted = [
            "spokes",
            "analyst",
            "professor",
            "expert",
            "researcher",
            "fellow",
            "economist",
            "historian",
            "scholar",
            "journalist",
            "press secretary",
            "lecturer",
            "author",
        ]
        .iter()
        .any(|w| role.contains(w));
        if quoted {
            return (Involvement::Mentioned, "relays or comments");
        }
        let former = role.starts_with("former") || role.starts_with("late ") || role.starts_with("ex-");
        for reference in &self.references[id] {
            if self.is_topic_only(reference) {
                continue;
            }
            if self.near(reference, TAKES_PART) {
                return (Involvement::Participant, "takes part by the sentence");
            }
            if !former && entity.role.is_some() && self.subject_of(reference, SPEAKS) {
                return (Involvement::Participant, "speaks for a party");
            }
        }
        if !former && self.signs(id) {
            return (Involvement::Participant, "signs the text");
        }
        (Involvement::Mentioned, "talked about")
    }

    /// "President Biden's commitment", "the Modi government", "on behalf of X": X need not be there.
    fn is_topic_only(&self, reference: &Reference) -> bool {
        let end = reference.tokens.end;
        let possessive = super::super::mention::is_possessive(self.a, end);
        let start = reference.phrase.start;
        let behalf = start >= 2
            && self.a.is(start - 1, "of")
            && [
                "behalf",
                "death",
                "passing",
                "assassination",
                "election",
                "representation",
                "absence",
                "leadership",
                "killing",
                "arrest",
                "administration",
            ]
            .iter()
            .any(|w| self.a.is(start - 2, w));
        let government =
            ["administration", "government", "cabinet", "regime", "era"].iter().any(|w| self.a.is(end, w));
        let succeeds = start >= 1
            && ["from", "succeed", "succeeded", "succeeds", "replaced", "under", "since", "than", "like"]
                .iter()
                .any(|w| self.a.is(start - 1, w));
        possessive && !self.possessed_meeting(end) || behalf || government || succeeds
    }

    fn possessed_meeting(&self, end: usize) -> bool {
        (end + 1..end + 5).any(|i| {
            [
                "visit",
                "meeting",
                "talks",
                "trip",
                "arrival",
                "call",
                "delegation",
                "counterpart",
                "invitation",
            ]
            .iter()
            .any(|w| self.a.is(i, w))
        })
    }

    /// Whether a word of `list` stands in the clause of the reference.
    fn near(&self, reference: &Reference, list: &[&str]) -> bool {
        let sentence = self.a.sentence_of(reference.tokens.start).tokens.clone();
        let from = reference.phrase.start.saturating_sub(18).max(sentence.start);
        let to = (reference.phrase.end + 14).min(sentence.end);
        (from..reference.phrase.start).chain(reference.phrase.end..to).any(|i| self.is_one(i, list))
    }

    fn subject_of(&self, reference: &Reference, list: &[&str]) -> bool {
        let sentence = self.a.sentence_of(reference.tokens.start).tokens.clone();
        let to = (reference.phrase.end + 6).min(sentence.end);
        let said_x = reference.phrase.start > sentence.start && self.is_one(reference.phrase.start - 1, list);
        said_x || (reference.phrase.end..to).any(|i| self.is_one(i, list))
    }

    fn is_one(&self, index: usize, list: &[&str]) -> bool {
        let word = self.a.word(index);
        list.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    /// A name alone on its line, with an office: a signature.
    fn signs(&self, id: usize) -> bool {
        self.references[id].iter().any(|r| {
            r.form == Form::Name
                && self.a.tokens[r.phrase.start].first_of_line
                && self
                    .a
                    .tokens
                    .get(r.tokens.end)
                    .is_none_or(|t| t.first_of_line || self.a.is(r.tokens.end, "<"))
                && r.phrase.len() > r.tokens.len()
        })
    }
}
