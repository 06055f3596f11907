//! Cues that are verbs: clause, subject and complement decide together.

use std::ops::Range;

use super::super::entities::{Entity, EntityKind};
use super::super::lexicon::{Cue, CueForm, classes as c};
use super::super::{Hit, Strength};
use super::act::Act;
use super::clause::{self, Clause, How};
use super::complement::{self, Complement};
use super::draft::Draft;
use super::extent;
use super::finder::Finder;
use super::second;
use super::subject::{self, Kind};
use super::verdict::{self, Setting};
use super::words::Words;
use crate::document::BlockKind;

/// How long a quotation may be, in tokens, whose speaker is looked for behind it.
const QUOTATION: usize = 60;

impl Finder<'_, '_> {
    /// The commitment of a verb, a modal or a state.
    pub(super) fn verb(
        &self,
        sentence: &Range<usize>,
        hit: &Hit,
        cue: &Cue,
        kind: BlockKind,
    ) -> Option<Draft> {
        let words = self.words;
        let complement = complement::read(words, cue, hit.end, sentence.end);
        let complement = match complement {
            None if cue.name == "was signed" => Complement::Thing(hit.end),
            other => other?,
        };
        let clause = clause::of(words, sentence, hit.first);
        if !self.may_commit(&clause, cue, hit, kind) {
            return None;
        }
        let impersonal = self.is_impersonal(sentence, hit, cue);
        let owner = self.owner_of_aim(&clause, cue);
        let subject =
            if impersonal || owner.is_some() { Kind::Actor } else { self.subject_kind(&clause, kind) };
        let by_name = self.is_named(&clause);
        let reported = clause.governor.is_some_and(|g| words.has(g, c::SAYS))
            || super::words::near(sentence, hit.first)
                .any(|i| words.has(i, c::SAYS) && words.is_lower(i) && !hit_holds(hit, i));
        let bound = is_under_agreement(words, sentence, hit.first);
        let promised = clause.governor.is_some_and(|g| words.has(g, c::PROMISES));
        let settled = ["agreed", "agree", "agrees", "decided", "decide", "decides", "pledged", "promised"];
        let agreed = promised && clause.governor.is_some_and(|g| words.is_any(g, &settled));
        let it = !impersonal && clause.subject.len() == 1 && words.is(clause.subject.start, "it");
        let traveller = self.travels(&clause);
        let setting =
            Setting { subject, by_name, reported: reported || bound, promised, agreed, traveller, vague: it };
        let (strength, act) = self.judge(cue, complement, setting, sentence)?;
        let strength = if bound && cue.name == "must" { Strength::Firm } else { strength };
        let by_agent = act.is_some_and(|a| a.passive) || cue.name == "was signed";
        let end = extent::end(words, sentence, complement.from());
        let promise = self.promise(sentence, &clause);
        let actors = if impersonal {
            self.cast.party_names()
        } else if let Some(owner) = owner {
            owner
        } else if by_agent && !by_name || cue.name == "was signed" {
            self.agents(complement.from(), end)
        } else if matches!(subject, Kind::Instrument | Kind::Drill) {
            self.makers(&clause)
        } else {
            self.actors(&clause)
        };
        let actors = match &promise {
            Some((_, promisers)) if subject != Kind::Actor || !self.is_known(&clause) => promisers.clone(),
            _ => actors,
        };
        let timed = cue.form == CueForm::Modal || cue.form == CueForm::State;
        let leading = timed && words.has(clause.edge, c::PREPOSITION);
        Some(Draft {
            first: promise.map_or(clause.start, |p| p.0.min(clause.start)),
            clause: if leading { clause.edge.min(clause.start) } else { clause.start },
            act: complement.from(),
            end: end.max(hit.end),
            action: hit.end,
            cue: hit.first..hit.end,
            rule: format!("commitment: {}", cue.name),
            strength,
            actors,
            negative: act.is_some_and(|a| a.negative) || clause.denied,
            plural: self.cast.is_plural(&clause.subject),
        })
    }

    /// "Our aim is to": whose the aim is, which commits as a plan does.
    fn owner_of_aim(&self, clause: &Clause, cue: &Cue) -> Option<Vec<String>> {
        let words = self.words;
        let phrase = &clause.subject;
        if cue.name != "is to" || phrase.is_empty() || !words.has(subject::head(words, phrase), c::AIM) {
            return None;
        }
        // "The committee's aim is to" only describes the committee.
        let own = words.is_any(phrase.start, &["our", "my"]);
        own.then(|| self.holder(&(phrase.start..phrase.start + 1))).filter(|o| !o.is_empty())
    }

    /// Where the clause of a promise begins ("pledged that …"), and who gave it.
    fn promise(&self, sentence: &Range<usize>, clause: &Clause) -> Option<(usize, Vec<String>)> {
        let verb = clause.governor.filter(|&g| self.words.has(g, c::PROMISES))?;
        let outer = clause::of(self.words, sentence, verb);
        let sure = outer.how != How::Absent && !outer.subject.is_empty();
        sure.then(|| (outer.start, self.cast.of(&outer.subject)))
    }

    fn is_known(&self, clause: &Clause) -> bool {
        self.cast.known(&clause.subject).is_some()
    }

    /// Whether clause and tense allow a commitment at all.
    fn may_commit(&self, clause: &Clause, cue: &Cue, hit: &Hit, kind: BlockKind) -> bool {
        let words = self.words;
        let governed = clause
            .governor
            .is_some_and(|g| words.has(g, c::DOUBTS) || words.has(g, c::CALLS) && !words.has(g, c::SAYS));
        let intended = cue.act.is_some_and(|s| s >= Strength::Intended);
        let refused = clause.denied && cue.form != CueForm::Modal && !intended;
        let lapsed =
            intended && cue.form == CueForm::Verb && (clause.start..hit.first).any(|i| words.is(i, "had"));
        let listed = matches!(kind, BlockKind::ListItem | BlockKind::Title | BlockKind::Heading);
        let fragment = self.is_fragment(hit.first);
        let absent = clause.how == How::Absent && !(listed && cue.form == CueForm::Verb || fragment);
        let unsaid = clause.governor.is_some_and(|g| is_unsaid(words, g));
        let held = clause.how == How::Relative && is_gathering(words, &clause.subject)
            || clause.governor.is_none() && holds_gathering(words, clause.edge);
        !(governed || clause.conditional || refused || lapsed || absent || unsaid || held)
    }

    fn subject_kind(&self, clause: &Clause, kind: BlockKind) -> Kind {
        if clause.how == How::Absent && (kind != BlockKind::Paragraph || self.is_fragment(clause.start)) {
            return Kind::Actor;
        }
        if clause.subject.len() == 1 && self.words.is(clause.subject.start, "it") {
            let found = self.cast.of(&clause.subject);
            let body = |e: &&Entity| e.kind != EntityKind::Person && e.name == found[0];
            return if self.entities.all.iter().any(|e| body(&e)) { Kind::Actor } else { Kind::Thing };
        }
        subject::kind(self.words, self.entities, &clause.subject)
    }

    /// Whether the subject is called by name: a person or state, to whom things may be done.
    fn is_named(&self, clause: &Clause) -> bool {
        let head = subject::head(self.words, &clause.subject);
        self.entities.within(clause.subject.clone()).any(|(r, _)| r.tokens.contains(&head))
    }

    /// Whether the subject is somebody who travels: a person, "they", a delegation.
    fn travels(&self, clause: &Clause) -> bool {
        let words = self.words;
        let head = subject::head(words, &clause.subject);
        let person = |(r, e): (&super::super::entities::Reference, &Entity)| {
            e.kind == EntityKind::Person && (r.tokens.contains(&head) || r.phrase.contains(&head))
        };
        self.entities.within(clause.subject.clone()).any(person)
            || words.has(head, c::PERSONS)
            || words.is_any(
                head,
                &[
                    "he",
                    "she",
                    "they",
                    "we",
                    "i",
                    "both",
                    "delegation",
                    "delegations",
                    "team",
                    "mission",
                    "who",
                ],
            )
            || clause.how == How::Absent
    }

    /// Strength by cue and complement; the act, if there is one.
    fn judge(
        &self,
        cue: &Cue,
        complement: Complement,
        setting: Setting,
        sentence: &Range<usize>,
    ) -> Option<(Strength, Option<Act>)> {
        let words = self.words;
        match complement {
            Complement::Act(act)
                if cue.form == CueForm::State
                    && setting.subject == Kind::Thing
                    && is_opening(words, &act) =>
            {
                Some((cue.act?, Some(act)))
            }
            Complement::Act(act) => {
                second::judged(words, act, sentence.end, |act| verdict::of(cue, act, setting))
                    .map(|(strength, act)| (strength, Some(act)))
            }
            Complement::List(_) if setting.subject == Kind::Actor => Some((cue.act.or(cue.value)?, None)),
            Complement::Clause(at) => {
                let modal =
                    super::words::near(sentence, at).filter(|&i| i >= at).find(|&i| words.has(i, c::MODAL));
                let inner = modal.is_some_and(|m| words.has(m, c::WILL) || words.is(m, "would"));
                if inner || setting.subject != Kind::Actor {
                    return None;
                }
                let strength =
                    if is_subjunctive(words, at, sentence.end) { cue.act.or(cue.value) } else { cue.value };
                Some((strength?, None))
            }
            Complement::Thing(_) if cue.name == "was signed" => (setting.subject == Kind::Instrument
                || setting.subject == Kind::Thing)
                .then_some((cue.value?, None)),
            Complement::Thing(at) => {
                let strength = cue.value?;
                let fits = cue.objects == 0 || complement::holds(words, at, sentence.end, cue.objects);
                let event =
                    strength.is_core() && cue.objects == 0 && complement::holds(words, at, at + 5, c::EVENT);
                let bound =
                    setting.subject == Kind::Actor || cue.patient && setting.subject == Kind::Instrument;
                (fits && !event && bound).then_some((strength, None))
            }
            Complement::List(_) => None,
        }
    }

    /// "Committed to peace," he said: words of the speaker's own without subject, which open a quotation.
    fn is_fragment(&self, first: usize) -> bool {
        let words = self.words;
        let sentence = &words.a.sentence_of(first).tokens;
        let opens = first > sentence.start
            && matches!(words.a.word(first - 1), "“" | "\"" | "‘")
            && words.a.tokens[first].is_capitalised();
        let end = sentence.end.min(first + QUOTATION);
        let quote = (first..end).find(|&i| matches!(words.a.word(i), "”" | "\"" | "’"));
        opens && quote.is_some_and(|q| (q..end).any(|i| words.has(i, c::SAYS) && words.is_lower(i)))
    }

    fn actors(&self, clause: &Clause) -> Vec<String> {
        if clause.how == How::Absent && clause.start > 0 && self.is_fragment(clause.start) {
            return self.cast.speakers(clause.start);
        }
        if clause.how == How::Absent {
            return match &self.lead {
                Some(lead) if !lead.actors.is_empty() => lead.actors.clone(),
                _ => self.cast.topic(),
            };
        }
        self.cast.of(&clause.subject)
    }

    /// Who does what is done: "by …", else those who spoke last, else the parties.
    fn agents(&self, from: usize, end: usize) -> Vec<String> {
        let words = self.words;
        if let Some(by) = (from..end).find(|&i| words.is(i, "by")) {
            let stop = (by + 1..end).find(|&i| words.is_wall(i) || words.has(i, c::RELATIVE)).unwrap_or(end);
            let named = self.entities.within(by + 1..stop).filter(|(_, e)| e.kind != EntityKind::Place);
            let mut found: Vec<String> = Vec::new();
            for (_, entity) in named {
                for name in std::iter::once(&entity.name).chain(entity.affiliation.iter()) {
                    if !found.contains(name) {
                        found.push(name.clone());
                    }
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        match &self.lead {
            Some(lead) if !lead.actors.is_empty() => lead.actors.clone(),
            _ => self.cast.topic(),
        }
    }

    /// Whose the plan is: those named in its own noun phrase, else those who spoke last.
    fn makers(&self, clause: &Clause) -> Vec<String> {
        let named: Vec<String> = self
            .entities
            .within(clause.subject.clone())
            .filter(|(_, e)| e.kind != EntityKind::Place)
            .map(|(_, e)| e.name.clone())
            .collect();
        let words = self.words;
        let joint = clause.subject.clone().any(|i| words.is_any(i, &["joint", "bilateral", "trilateral"]));
        match named.is_empty() {
            false => named,
            true if joint && self.cast.party_names().len() > 1 => self.cast.party_names(),
            true => self.cast.topic(),
        }
    }
}

/// "Under the accord, Peru must": what an agreement asks of those who made it.
fn is_under_agreement(words: &Words, sentence: &Range<usize>, cue: usize) -> bool {
    let from = cue.saturating_sub(30).max(sentence.start);
    (from..cue).any(|i| words.is(i, "under") && (i + 1..cue.min(i + 6)).any(|k| words.has(k, c::AGREEMENT)))
}

/// "A train is due to resume": what runs by somebody's will is opened by it too.
fn is_opening(words: &Words, act: &Act) -> bool {
    let opens = ["resume", "restart", "reopen", "open", "sail", "leave", "arrive"];
    !act.passive && act.end > 0 && words.is_any(act.end - 1, &opens)
}

/// "that a committee be formed": what is agreed to come about.
fn is_subjunctive(words: &Words, at: usize, end: usize) -> bool {
    let be = (at + 1..end.min(at + 16)).take_while(|&i| !words.is_wall(i)).find(|&i| words.is(i, "be"));
    be.is_some_and(|be| {
        let bare = !words.any_finite(at..be)
            && !words.has(be - 1, c::MODAL | c::NEGATIVE)
            && !words.is(be - 1, "to");
        bare && (words.has(be + 1, c::PARTICIPLE) || words.a.word(be + 1).ends_with("ed"))
    })
}

fn hit_holds(hit: &Hit, index: usize) -> bool {
    (hit.first..hit.end).contains(&index)
}

/// "stopped short of saying that", "did not say that": what is not said binds nobody.
fn is_unsaid(words: &Words, governor: usize) -> bool {
    let before = |n: usize| governor.checked_sub(n);
    let near = |n: usize, class| before(n).is_some_and(|i| words.has(i, class));
    let is = |n: usize, list: &[&str]| before(n).is_some_and(|i| words.is_any(i, list));
    near(1, c::NEGATIVE)
        || is(1, &["without", "avoided"])
        || is(1, &["of"]) && is(2, &["short"])
        || is(1, &["to"]) && is(2, &["declined", "refused", "declines", "refuses", "reluctant", "unable"])
}

/// "talks that the council plans to open in Lima": the gathering itself is what is opened.
fn is_gathering(words: &Words, subject: &Range<usize>) -> bool {
    let head = subject::head(words, subject);
    words.has(head, c::EVENT) && !words.has(head, c::ACTOR)
}

/// Whether the clause that begins at `edge` tells who holds the gathering before it.
fn holds_gathering(words: &Words, edge: usize) -> bool {
    let Some(that) = edge.checked_sub(1).filter(|&t| words.is_any(t, &["that", "which"])) else {
        return false;
    };
    let noun = that.checked_sub(1 + usize::from(that > 0 && words.is(that - 1, ",")));
    noun.is_some_and(|n| words.has(n, c::EVENT) && !words.has(n, c::ACTOR))
}
