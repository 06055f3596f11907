//! Tries each cue of each sentence, and makes commitments of what stands.

use std::ops::Range;

use super::super::entities::{Entities, EntityKind};
use super::super::lexicon::{Category, Cue, CueForm, Hit, classes as c};
use super::super::{Commitment, Evidence, Meeting, Party, Strength, TimeExpression};
use super::act::Act;
use super::actor::Cast;
use super::clause::{self, Clause, How};
use super::complement::{self, Complement};
use super::list::Lead;
use super::subject::{self, Kind};
use super::verdict::{self, Setting};
use super::words::Words;
use super::{deadline, extent, headline, noun};
use crate::document::BlockKind;

/// A commitment as tokens.
struct Draft {
    first: usize,
    end: usize,
    /// Where the action itself begins.
    action: usize,
    cue: Range<usize>,
    rule: String,
    strength: Strength,
    actors: Vec<String>,
    negative: bool,
    plural: bool,
}

/// Finds the commitments of one document.
pub(super) struct Finder<'r, 'a> {
    words: &'r Words<'r, 'a>,
    entities: &'r Entities,
    times: &'r [TimeExpression],
    cast: Cast<'r, 'a>,
    lead: Option<Lead>,
    out: Vec<Commitment>,
}

impl<'r, 'a> Finder<'r, 'a> {
    pub(super) fn new(
        words: &'r Words<'r, 'a>,
        entities: &'r Entities,
        times: &'r [TimeExpression],
        _meetings: &'r [Meeting],
        parties: &'r [Party],
    ) -> Self {
        Self {
            words,
            entities,
            times,
            cast: Cast::new(words, entities, parties),
            lead: None,
            out: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Vec<Commitment> {
        for index in 0..self.words.a.sentences.len() {
            let sentence = self.words.a.sentences[index].tokens.clone();
            let item = self.words.a.sentences[index].kind == BlockKind::ListItem;
            if !item {
                self.lead = None;
            }
            let before = self.out.len();
            self.sentence(&sentence, self.words.a.sentences[index].kind);
            if item && self.out.len() == before && self.opens_block(index) {
                self.item(&sentence);
            }
            self.lead_in(index, before);
            let main = clause::leading_subject(self.words, sentence.clone());
            self.cast.hear(&main, &sentence);
        }
        self.out
    }

    fn opens_block(&self, index: usize) -> bool {
        index == 0 || self.words.a.sentences[index - 1].block != self.words.a.sentences[index].block
    }

    /// A sentence that ends with a colon speaks for the list behind it.
    fn lead_in(&mut self, index: usize, before: usize) {
        let sentences = &self.words.a.sentences;
        let sentence = &sentences[index];
        let colon =
            sentence.tokens.end > sentence.tokens.start && self.words.is(sentence.tokens.end - 1, ":");
        let list = sentences.get(index + 1).is_some_and(|s| s.kind == BlockKind::ListItem);
        if !(colon && list) {
            return;
        }
        if self.out.len() > before {
            self.lead = self.out.pop().map(Lead::from);
        } else if sentence.kind != BlockKind::ListItem {
            let agenda = sentence.tokens.clone().any(|i| self.words.has(i, c::AGENDA));
            self.lead = agenda.then(Lead::agenda);
        }
    }

    /// An item that has no cue of its own is bound by that of the lead-in.
    fn item(&mut self, sentence: &Range<usize>) {
        let Some(Lead { actors, strength: Some(strength), span, cue }) = self.lead.clone() else { return };
        let end = extent::end(self.words, sentence, sentence.start);
        if end <= sentence.start + 1 {
            return;
        }
        let draft = Draft {
            first: sentence.start,
            end,
            action: sentence.start,
            cue: sentence.start..sentence.start,
            rule: "commitment: item of a list".into(),
            strength,
            actors,
            negative: false,
            plural: false,
        };
        self.push(draft);
        if let (Some(last), Some(lead)) = (self.out.last_mut(), self.lead.as_mut()) {
            last.evidence.cue = cue;
            last.also.extend(span);
            lead.span = None;
        }
    }

    fn sentence(&mut self, sentence: &Range<usize>, kind: BlockKind) {
        if sentence.is_empty() || self.words.is(sentence.end - 1, "?") || self.is_analysis(sentence) {
            return;
        }
        if matches!(kind, BlockKind::Title | BlockKind::Heading)
            && let Some(draft) = self.headline(sentence)
        {
            self.push(draft);
            return;
        }
        let mut index = sentence.start;
        while index < sentence.end {
            index = match self.cue_at(sentence, index, kind) {
                Some(draft) => {
                    let next = draft.end.max(index + 1);
                    self.push(draft);
                    next
                }
                None => index + 1,
            };
        }
    }

    /// Whether somebody speaks who only forecasts.
    fn is_analysis(&self, sentence: &Range<usize>) -> bool {
        sentence.clone().any(|i| self.words.has(i, c::ANALYST))
            && sentence.clone().any(|i| self.words.has(i, c::SAYS | c::DOUBTS) && self.words.is_lower(i))
    }

    fn headline(&self, sentence: &Range<usize>) -> Option<Draft> {
        let (subject, to, act) = headline::read(self.words, sentence)?;
        if subject::kind(self.words, self.entities, &subject) != Kind::Actor
            || act.class & (c::MEET | c::AGENDA | c::STAY | c::BEFALL | c::SAY_AGAIN) != 0
                && act.class & c::ACT == 0
        {
            return None;
        }
        Some(Draft {
            first: subject.start,
            end: extent::end(self.words, sentence, act.end),
            action: to + 1,
            cue: to..to + 1,
            rule: "commitment: headline".into(),
            strength: Strength::Intended,
            actors: self.cast.of(&subject),
            negative: act.negative,
            plural: false,
        })
    }

    fn cue_at(&self, sentence: &Range<usize>, index: usize, kind: BlockKind) -> Option<Draft> {
        let hits = self.words.a.hits_at(index);
        hits.iter().rev().filter(|h| h.entry.category == Category::Cue).find_map(|hit| {
            let cue = &self.words.a.lexicon.cues.all[hit.entry.row as usize];
            match cue.form {
                CueForm::Noun => self.noun(sentence, hit, cue),
                _ if self.is_used(sentence, hit, cue, kind) => self.verb(sentence, hit, cue, kind),
                _ => None,
            }
        })
    }

    /// Whether the words of the cue are used as its form asks.
    fn is_used(&self, sentence: &Range<usize>, hit: &Hit, cue: &Cue, kind: BlockKind) -> bool {
        let words = self.words;
        let first = hit.first;
        let before = first.checked_sub(1).filter(|&b| b >= sentence.start);
        let has_before = |class| before.is_some_and(|b| words.has(b, class));
        let is_before = |word: &str| before.is_some_and(|b| words.is(b, word));
        let headline = matches!(kind, BlockKind::Title | BlockKind::Heading);
        match cue.form {
            CueForm::Modal => {
                (words.is_lower(first) || headline)
                    && !has_before(c::DETERMINER)
                    && !words.is_any(hit.end, &["of", "to", "and"])
            }
            CueForm::Verb => {
                let infinitive = is_before("to") || has_before(c::MODAL);
                let noun = has_before(c::DETERMINER | c::POSSESSIVE) && !has_before(c::ACTOR)
                    || before.is_some_and(|b| words.is_possessive(b));
                (words.is_lower(first) || headline || first == sentence.start) && !infinitive && !noun
            }
            CueForm::State => {
                if words.has(first, c::COPULA) {
                    return words.is_lower(first) || headline;
                }
                let mut at = first;
                while at > sentence.start
                    && (words.adverb(at - 1) == Some(at) || words.has(at - 1, c::NEGATIVE))
                {
                    at -= 1;
                }
                at > sentence.start && words.has(at - 1, c::COPULA) || headline && cue.name != "was signed"
            }
            CueForm::Noun => true,
        }
    }

    fn verb(&self, sentence: &Range<usize>, hit: &Hit, cue: &Cue, kind: BlockKind) -> Option<Draft> {
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
        let subject = self.subject_kind(&clause, kind);
        let by_name = self.is_named(&clause);
        let reported = clause.governor.is_some_and(|g| words.has(g, c::SAYS))
            || sentence.clone().any(|i| words.has(i, c::SAYS) && words.is_lower(i) && !hit_holds(hit, i));
        let setting = Setting { subject, by_name, reported };
        let (strength, act) = self.judge(cue, complement, setting, sentence)?;
        let by_agent = act.is_some_and(|a| a.passive) || cue.name == "was signed";
        let end = extent::end(words, sentence, complement.from());
        let actors = if by_agent && subject != Kind::Actor || cue.name == "was signed" {
            self.agents(complement.from(), end)
        } else if subject == Kind::Instrument {
            self.makers(&clause)
        } else {
            self.actors(&clause)
        };
        Some(Draft {
            first: clause.start,
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
        let absent = clause.how == How::Absent && !(listed && cue.form == CueForm::Verb);
        !(governed || clause.conditional || refused || lapsed || absent)
    }

    fn subject_kind(&self, clause: &Clause, kind: BlockKind) -> Kind {
        if clause.how == How::Absent && kind != BlockKind::Paragraph {
            return Kind::Actor;
        }
        if clause.subject.len() == 1 && self.words.is(clause.subject.start, "it") {
            let found = self.cast.of(&clause.subject);
            let body =
                |e: &&super::super::entities::Entity| e.kind != EntityKind::Person && e.name == found[0];
            return if self.entities.all.iter().any(|e| body(&e)) { Kind::Actor } else { Kind::Thing };
        }
        subject::kind(self.words, self.entities, &clause.subject)
    }

    /// Whether the subject is called by name: a person or state, to whom things may be done.
    fn is_named(&self, clause: &Clause) -> bool {
        let head = subject::head(self.words, &clause.subject);
        self.entities.within(clause.subject.clone()).any(|(r, _)| r.tokens.contains(&head))
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
            Complement::Act(act) => Some((verdict::of(cue, &act, setting)?, Some(act))),
            Complement::List(_) if setting.subject == Kind::Actor => Some((cue.act.or(cue.value)?, None)),
            Complement::Clause(at) => {
                let modal = (at..sentence.end).find(|&i| words.has(i, c::MODAL));
                let inner = modal.is_some_and(|m| words.has(m, c::WILL) || words.is(m, "would"));
                (!inner && setting.subject == Kind::Actor).then_some((cue.value?, None))
            }
            Complement::Thing(_) if cue.name == "was signed" => (setting.subject == Kind::Instrument
                || setting.subject == Kind::Thing)
                .then_some((cue.value?, None)),
            Complement::Thing(at) => {
                let strength = cue.value?;
                let fits = cue.objects == 0 || complement::holds(words, at, sentence.end, cue.objects);
                let event =
                    strength.is_core() && cue.objects == 0 && complement::holds(words, at, at + 5, c::EVENT);
                (fits && !event && setting.subject == Kind::Actor).then_some((strength, None))
            }
            Complement::List(_) => None,
        }
    }

    fn actors(&self, clause: &Clause) -> Vec<String> {
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
        if named.is_empty() { self.cast.topic() } else { named }
    }

    fn noun(&self, sentence: &Range<usize>, hit: &Hit, cue: &Cue) -> Option<Draft> {
        let words = self.words;
        let frame = noun::frame(words, self.entities, sentence, hit);
        let complement = complement::read(words, cue, frame.behind, sentence.end)?;
        let (strength, act) = match complement {
            Complement::Act(act) => {
                let setting = Setting { subject: Kind::Actor, by_name: false, reported: false };
                (verdict::of(cue, &act, setting)?, Some(act))
            }
            Complement::Thing(_) => (cue.value?, None),
            Complement::Clause(_) | Complement::List(_) => return None,
        };
        let verb = frame.verb.filter(|&v| frame.own && noun::has_subject(words, words.a, v));
        let clause = verb.map(|v| clause::of(words, sentence, v)).filter(|cl| cl.how != How::Absent);
        let told = matches!(cue.name.as_str(), "decision" | "agreement" | "plan") && !frame.own;
        if strength.is_core() && (told || frame.holder.is_none() && clause.is_none() && !frame.own) {
            return None;
        }
        let mut actors: Vec<String> = clause.iter().flat_map(|cl| self.cast.of(&cl.subject)).collect();
        let holder = frame.holder.as_ref().map_or_else(Vec::new, |h| self.holder(h));
        if clause.is_none() || !holder.is_empty() && !words.has(frame.start, c::POSSESSIVE) {
            actors.extend(holder);
        }
        if actors.is_empty() {
            actors = self.cast.topic();
        }
        actors = unique(actors);
        let first = clause.as_ref().map_or(frame.start, |cl| cl.start);
        Some(Draft {
            first,
            end: extent::end(words, sentence, complement.from()).max(hit.end),
            action: hit.end,
            cue: hit.first..hit.end,
            rule: format!("commitment: {}", cue.name),
            strength,
            plural: actors.len() > 1,
            actors,
            negative: act.is_some_and(|a| a.negative),
        })
    }

    /// Those whose a commitment is: a name, a nationality, "their".
    fn holder(&self, holder: &Range<usize>) -> Vec<String> {
        let inside: Vec<_> =
            self.entities.within(holder.clone()).filter(|(_, e)| e.kind != EntityKind::Place).collect();
        if !inside.is_empty() && !self.words.is_any(holder.start, &["their", "our"]) {
            return unique(
                inside
                    .iter()
                    .flat_map(|(_, e)| std::iter::once(e.name.clone()).chain(e.affiliation.clone()))
                    .collect(),
            );
        }
        match self.words.a.word(holder.start).to_ascii_lowercase().as_str() {
            "their" | "its" | "his" | "her" => self.cast.topic(),
            "our" | "my" => self.cast.party_names(),
            _ => self.cast.of(holder),
        }
    }

    fn push(&mut self, draft: Draft) {
        let words = self.words;
        let span = words.a.span(draft.first..draft.end);
        if span.is_empty() {
            return;
        }
        let cue = words.a.span(draft.cue.clone());
        let sentence = words.a.sentence_of(draft.first).span;
        self.cast.bind(&draft.actors, draft.plural);
        self.out.push(Commitment {
            counterpart: self.counterpart(draft.action..draft.end, &draft.actors),
            action: words.a.words(draft.action..draft.end).to_owned(),
            strength: draft.strength,
            negative: draft.negative,
            condition: self.condition(draft.first, draft.end),
            deadline: deadline::of(words, self.times, span, cue.start),
            evidence: Evidence {
                span,
                sentence,
                cue: (!cue.is_empty()).then_some(cue),
                rule: draft.rule.into(),
            },
            also: Vec::new(),
            actors: draft.actors,
        });
    }

    /// Towards whom: the first that the action names behind "with", "to" or "for".
    fn counterpart(&self, action: Range<usize>, actors: &[String]) -> Option<String> {
        let named = self.entities.within(action.clone()).filter(|(r, e)| {
            let from = r.phrase.start.min(r.tokens.start);
            let from = from - usize::from(from > action.start && self.words.is(from - 1, "the"));
            let linked = from > action.start && self.words.is_any(from - 1, &["with", "to", "for"]);
            linked && e.kind != EntityKind::Place && !actors.contains(&e.name)
        });
        named.map(|(_, e)| e.name.clone()).next()
    }

    /// "if asked", "unless …": the condition in the words of the text.
    fn condition(&self, first: usize, end: usize) -> Option<String> {
        let words = self.words;
        let sentence = words.a.sentence_of(first).tokens.clone();
        let opens = |i: &usize| {
            words.is_any(*i, &["if", "unless", "provided"])
                || words.is(*i, "subject") && words.is(*i + 1, "to")
        };
        let at = (sentence.start..end).find(opens)?;
        let stop = (at..end).find(|&i| words.is(i, ",")).unwrap_or(end);
        Some(words.a.words(at..stop).to_owned())
    }
}

fn hit_holds(hit: &Hit, index: usize) -> bool {
    (hit.first..hit.end).contains(&index)
}

fn unique(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}
