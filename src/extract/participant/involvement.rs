//! Whether a person takes part, by what the sentences round the name say.

use hashbrown::HashSet;

use super::super::entities::{Entities, EntityKind, Form, Reference};
use super::super::lexicon::{Category, involvement::sign, meetings::word};
use super::super::mention::is_possessive;
use super::super::{Analysis, Involvement, Meeting};

/// How far from a name, in tokens, a sentence's verb still speaks of it.
const REACH: usize = 90;

/// How many tokens before a sign of taking part its denial may stand.
const DENIED: usize = 9;

/// How many tokens from a name a year still dates what it is told of.
const YEAR: usize = 6;

/// After how many years a meeting is history.
const LONG_AGO: i16 = 4;

/// Where the reach of a denial ends.
const CLAUSE: &[&str] = &[",", ";", ".", "but", "and"];

/// Words that deny by themselves.
const NOT: &[&str] = &["not", "never", "without", "cannot", "n't"];

/// The rule of those who only speak.
const SPEAKS_ONLY: &str = "speaks for a party";

/// Decides for one document.
pub(super) struct Judge<'r, 'a> {
    a: &'r Analysis<'a>,
    entities: &'r Entities,
    meets: Vec<bool>,
    references: Vec<Vec<&'r Reference>>,
    /// How many signs of taking part stand before each token.
    parts: Vec<u32>,
    /// Whether a sign of speaking begins at each token.
    speaks: Vec<bool>,
    /// Whether words end before each token that make the next name an object only.
    object: Vec<bool>,
    quoted: Vec<bool>,
    seated: Vec<bool>,
}

impl<'r, 'a> Judge<'r, 'a> {
    pub(super) fn new(a: &'r Analysis<'a>, entities: &'r Entities, meetings: &[Meeting]) -> Self {
        let with: HashSet<&str> = meetings.iter().flat_map(|m| m.with.iter().map(String::as_str)).collect();
        let meets = entities
            .all
            .iter()
            .map(|e| e.kind == EntityKind::Person && with.contains(e.name.as_str()))
            .collect();
        let mut references = vec![Vec::new(); entities.all.len()];
        for reference in entities.references.iter().filter(|r| r.form == Form::Name) {
            references[reference.entity].push(reference);
        }
        let n = a.tokens.len() + 1;
        let mut judge = Self {
            a,
            entities,
            meets,
            references,
            parts: vec![0; n],
            speaks: vec![false; n],
            object: vec![false; n],
            quoted: vec![false; n],
            seated: vec![false; n],
        };
        judge.read_signs();
        judge
    }

    fn read_signs(&mut self) {
        // Up to which token a denial reaches: "called off a trip", "no plans to speak" come to nothing.
        let mut denied = 0;
        for index in 0..self.a.tokens.len() {
            let hits = self.a.hits_at(index).iter().filter(|h| h.entry.category == Category::Other);
            let opens = index == 0 || self.a.tokens[index].sentence != self.a.tokens[index - 1].sentence;
            if opens || self.a.is_any(index, CLAUSE) {
                denied = 0;
            }
            let mut part = 0;
            for hit in hits {
                match hit.entry.row {
                    sign::TAKES_PART => part = u32::from(index >= denied),
                    sign::SPEAKS => self.speaks[index] = true,
                    sign::OBJECT => self.object[hit.end] = true,
                    sign::QUOTED => self.quoted[index] = true,
                    sign::SEATED => self.seated[index] = true,
                    word::OFF | word::DENIAL => denied = hit.end + DENIED,
                    _ => {}
                }
            }
            if self.a.is_any(index, NOT) {
                denied = index + DENIED;
            }
            self.parts[index + 1] = self.parts[index] + part;
        }
    }

    /// "signed in 1995 by": a year long gone by stands beside the name.
    fn is_long_ago(&self, reference: &Reference) -> bool {
        let Some(today) = self.a.document.metadata.published else { return false };
        let sentence = &self.a.sentence_of(reference.tokens.start).tokens;
        let from = reference.phrase.start.saturating_sub(YEAR).max(sentence.start);
        let to = (reference.tokens.end + YEAR).min(sentence.end);
        (from..to).any(|i| {
            let year = self.a.word(i).parse::<i16>().ok().filter(|y| (1800..2100).contains(y));
            year.is_some_and(|y| y + LONG_AGO <= today.year())
        })
    }

    /// The verdicts on all entities, each with the rule that gave it. Who only speaks takes part if somebody else of the
    /// same country or body does, or if nobody takes part otherwise.
    pub(super) fn verdicts(&self) -> Vec<(Involvement, &'static str)> {
        let mut verdicts: Vec<_> = (0..self.entities.all.len()).map(|id| self.verdict(id)).collect();
        let affiliation = |id: usize| self.entities.all[id].affiliation.as_deref();
        let sure: HashSet<&str> = (0..verdicts.len())
            .filter(|&id| verdicts[id].0 == Involvement::Participant && verdicts[id].1 != SPEAKS_ONLY)
            .filter_map(affiliation)
            .collect();
        for (id, verdict) in verdicts.iter_mut().enumerate() {
            let apart = affiliation(id).is_some_and(|a| !sure.contains(a)) && !sure.is_empty();
            if verdict.1 == SPEAKS_ONLY && apart {
                *verdict = (Involvement::Mentioned, "speaks from outside");
            }
        }
        verdicts
    }

    fn verdict(&self, id: usize) -> (Involvement, &'static str) {
        if self.is_quoted(id) {
            return (Involvement::Mentioned, "relays or comments");
        }
        if self.meets[id] {
            return (Involvement::Participant, "takes part in a meeting");
        }
        if self.is_outsider(id) {
            return (Involvement::Mentioned, "speaks from outside");
        }
        let entity = &self.entities.all[id];
        let role = entity.role.as_deref().unwrap_or_default().to_ascii_lowercase();
        let former = ["former", "late ", "ex-"].iter().any(|w| role.starts_with(w));
        for reference in &self.references[id] {
            if self.is_topic_only(reference) || self.is_long_ago(reference) {
                continue;
            }
            if self.near(reference) {
                return (Involvement::Participant, "takes part by the sentence");
            }
            if !former && entity.role.is_some() && self.is_speaker(reference) {
                return (Involvement::Participant, SPEAKS_ONLY);
            }
        }
        if !former && self.signs(id) {
            return (Involvement::Participant, "signs the text");
        }
        (Involvement::Mentioned, "talked about")
    }

    fn is_quoted(&self, id: usize) -> bool {
        let role = self.entities.all[id].role.as_deref().unwrap_or_default();
        !role.is_empty() && self.references[id].iter().any(|r| self.stands_by_name(r, role, &self.quoted))
    }

    /// Whether a word with a sign stands by the name and is part of the person's role.
    fn stands_by_name(&self, reference: &Reference, role: &str, signs: &[bool]) -> bool {
        (reference.phrase.start..reference.tokens.start)
            .chain(reference.tokens.end..reference.phrase.end)
            .any(|i| signs[i] && role.contains(self.a.word(i)))
    }

    /// Somebody who comments by trade ("X, an adjunct fellow at") or who holds a seat but no office, and is heard: a
    /// senator's word binds no state.
    fn is_outsider(&self, id: usize) -> bool {
        let role = self.entities.all[id].role.as_deref().unwrap_or_default();
        self.references[id]
            .iter()
            .any(|r| self.stands_by_name(r, role, &self.seated) && self.is_speaker(r) || self.comments(r))
    }

    /// ", an adjunct fellow at": a calling told behind the name.
    fn comments(&self, reference: &Reference) -> bool {
        let end = reference.phrase.end.max(reference.tokens.end);
        let sentence = &self.a.sentence_of(reference.tokens.start).tokens;
        let opens = self.a.is(end, ",") && ["a", "an", "the", "senior"].iter().any(|w| self.a.is(end + 1, w));
        let to = (end + 10).min(sentence.end);
        opens
            && (end + 2..to)
                .take_while(|&i| {
                    !self.a.is(i, ",") && !self.a.is(i, "of") && !self.a.is(i, "at") && !self.a.is(i, "and")
                })
                .any(|i| self.quoted[i])
    }

    /// "President Biden's commitment", "the Modi government", "on behalf of X": X need not be there.
    fn is_topic_only(&self, reference: &Reference) -> bool {
        let end = reference.tokens.end;
        let owned = is_possessive(self.a, end) && !self.possessed_meeting(end);
        let government =
            ["administration", "government", "cabinet", "regime", "era"].iter().any(|w| self.a.is(end, w));
        owned || government || self.object[reference.phrase.start] || self.is_superior(reference)
    }

    /// "the national security adviser of President X": X is named to say who the adviser is.
    fn is_superior(&self, reference: &Reference) -> bool {
        let start = reference.phrase.start;
        let mine = self.entities.all[reference.entity].affiliation.as_deref();
        let others = self.entities.within(start.saturating_sub(30)..start);
        let linked = start > 1
            && (self.a.is(start - 1, "of") || self.a.is(start - 1, "to") || self.a.is(start - 1, "for"));
        linked
            && self.a.longest(start.saturating_sub(2), Category::RoleHead).is_some()
            && others
                .filter(|(r, e)| {
                    e.kind == EntityKind::Person && r.form == Form::Name && r.tokens.start + 14 > start
                })
                .any(|(_, e)| mine.is_none() || e.affiliation.as_deref() == mine)
    }

    fn possessed_meeting(&self, end: usize) -> bool {
        let to = (end + 5).min(self.parts.len() - 1);
        self.parts[to] > self.parts[end.min(to)]
    }

    /// Whether the sentence shows somebody taking part.
    fn near(&self, reference: &Reference) -> bool {
        let sentence = self.a.sentence_of(reference.tokens.start).tokens.clone();
        let mut from = reference.phrase.start.saturating_sub(REACH).max(sentence.start);
        let mut to = (reference.phrase.end + REACH).min(sentence.end).max(reference.phrase.end);
        // What somebody says of a meeting does not show him there.
        if let Some(says) =
            self.says(reference).filter(|_| self.entities.all[reference.entity].role.is_none())
        {
            let wall = |&i: &usize| matches!(self.a.word(i), "“" | "”" | "\"" | ";" | ":" | "—");
            from = (from..reference.phrase.start).rev().find(wall).map_or(from, |i| i + 1);
            to = says.max(reference.phrase.end).min(to);
        }
        self.parts[to] - self.parts[from]
            > self.parts[reference.phrase.end] - self.parts[reference.phrase.start]
    }

    /// Where the verb of saying stands whose subject is named right before it.
    fn says(&self, reference: &Reference) -> Option<usize> {
        let end = reference.phrase.end;
        let to = (end + 3).min(self.a.sentence_of(reference.tokens.start).tokens.end);
        (end..to).find(|&i| self.speaks[i])
    }

    fn is_speaker(&self, reference: &Reference) -> bool {
        let sentence = self.a.sentence_of(reference.tokens.start).tokens.clone();
        let to = (reference.phrase.end + 6).min(sentence.end);
        let end = reference.phrase.end;
        let inverted = end >= sentence.end || !self.a.word(end).starts_with(char::is_alphabetic);
        let before =
            inverted && reference.phrase.start > sentence.start && self.speaks[reference.phrase.start - 1];
        before || (reference.phrase.end..to).any(|i| self.speaks[i])
    }

    /// A name alone on its line, with an office: a signature.
    fn signs(&self, id: usize) -> bool {
        let opens = |i: usize| self.a.tokens.get(i).is_none_or(|t| t.first_of_line || self.a.is(i, "<"));
        self.references[id].iter().any(|r| {
            self.a.tokens[r.phrase.start].first_of_line
                && r.phrase.len() > r.tokens.len()
                && (opens(r.tokens.end) || opens(r.phrase.end))
        })
    }
}
