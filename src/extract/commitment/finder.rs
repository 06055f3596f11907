//! Tries each cue of each sentence, and makes commitments of what stands.

use std::ops::Range;

use super::super::entities::Entities;
use super::super::lexicon::{Category, Cue, CueForm, classes as c};
use super::super::{Commitment, Hit, Party, Strength, TimeExpression};
use super::actor::Cast;
use super::clause;
use super::draft::Draft;
use super::list::Lead;
use super::subject::{self, Kind};
use super::words::Words;
use super::{extent, headline};
use crate::document::BlockKind;

/// Finds the commitments of one document.
pub(super) struct Finder<'r, 'a> {
    pub(super) words: &'r Words<'r, 'a>,
    pub(super) entities: &'r Entities,
    pub(super) times: &'r [TimeExpression],
    pub(super) cast: Cast<'r, 'a>,
    pub(super) lead: Option<Lead>,
    pub(super) out: Vec<Commitment>,
}

impl<'r, 'a> Finder<'r, 'a> {
    pub(super) fn new(
        words: &'r Words<'r, 'a>,
        entities: &'r Entities,
        times: &'r [TimeExpression],
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
            let main = clause::leading_subject(self.words, sentence.clone());
            self.cast.open(&main);
            self.sentence(&sentence, self.words.a.sentences[index].kind);
            let colon = !sentence.is_empty() && self.words.is(sentence.end - 1, ":");
            if item && !colon && self.out.len() == before && self.opens_block(index) {
                self.item(&sentence);
            }
            self.lead_in(index, before);
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
        } else if self.tells_of_agreements(&sentence.tokens) {
            let actors = self.cast.topic();
            self.lead =
                Some(Lead { actors, strength: Some(Strength::Firm), span: Some(sentence.span), cue: None });
        } else if sentence.tokens.clone().any(|i| self.words.has(i, c::AGENDA)) {
            self.lead = Some(Lead::agenda());
        } else if sentence.kind != BlockKind::ListItem {
            self.lead = None;
        }
    }

    /// "The accords signed relate to:"
    fn tells_of_agreements(&self, sentence: &Range<usize>) -> bool {
        let signed = ["signed", "inked", "exchanged", "concluded", "initialled", "signing"];
        sentence.clone().any(|i| self.words.has(i, c::AGREEMENT))
            && sentence.clone().any(|i| self.words.is_any(i, &signed))
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
            clause: sentence.start,
            act: sentence.start,
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
        let speaks = |i: usize| self.words.has(i, c::SAYS | c::DOUBTS) && self.words.is_lower(i);
        sentence.clone().filter(|&i| self.words.has(i, c::ANALYST)).any(|analyst| {
            let near = analyst.saturating_sub(5).max(sentence.start)..(analyst + 12).min(sentence.end);
            near.clone().any(speaks)
                || analyst >= near.start + 2 && self.words.is_any(analyst - 2, &["according"])
        })
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
            clause: subject.start,
            act: act.end,
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
        let read = |hit: &Hit| {
            let cue = &self.words.a.lexicon.cues.all[hit.entry.row as usize];
            match cue.form {
                CueForm::Noun => self.noun(sentence, hit, cue),
                _ if self.is_used(sentence, hit, cue, kind) => self.verb(sentence, hit, cue, kind),
                _ => None,
            }
        };
        // Of several readings the longest cue, then the strongest commitment stands.
        let cues = hits.iter().filter(|h| h.entry.category == Category::Cue);
        cues.filter_map(read).min_by_key(|d| (std::cmp::Reverse(d.cue.end), d.strength))
    }

    /// Whether the words of the cue are used as its form asks.
    fn is_used(&self, sentence: &Range<usize>, hit: &Hit, cue: &Cue, kind: BlockKind) -> bool {
        let words = self.words;
        let first = hit.first;
        let before = first.checked_sub(1).filter(|&b| b >= sentence.start && words.adverb(b) != Some(first));
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
                (words.is_lower(first) || headline || first == sentence.start)
                    && !infinitive
                    && !noun
                    && (words.has(first, c::GERUND)
                        || words.a.word(first).ends_with("ing")
                        || !self.behind_copula(sentence, first)
                        || self.is_impersonal(sentence, hit, cue))
            }
            CueForm::State => {
                if words.has(first, c::COPULA) {
                    return words.is_lower(first) || headline;
                }
                let quoted = first > sentence.start
                    && words.a.tokens[first].is_capitalised()
                    && matches!(words.a.word(first - 1), "“" | "\"" | "‘");
                self.behind_copula(sentence, first) || (headline || quoted) && cue.name != "was signed"
            }
            CueForm::Noun => true,
        }
    }

    /// "It was agreed to": those who met agreed.
    pub(super) fn is_impersonal(&self, sentence: &Range<usize>, hit: &Hit, cue: &Cue) -> bool {
        let words = self.words;
        let near = hit.first.saturating_sub(4).max(sentence.start)..hit.first;
        let settles =
            cue.form == CueForm::Verb && words.is_any(hit.first, &["agreed", "decided", "resolved"]);
        settles
            && self.behind_copula(sentence, hit.first)
            && near
                .clone()
                .any(|i| words.is(i, "it") && words.has(words.skip_adverbs(i + 1, hit.first), c::COPULA))
    }

    /// Whether a form of "be" stands before the token, adverbs apart.
    fn behind_copula(&self, sentence: &Range<usize>, mut at: usize) -> bool {
        let words = self.words;
        while at > sentence.start && (words.adverb(at - 1) == Some(at) || words.has(at - 1, c::NEGATIVE)) {
            at -= 1;
        }
        at > sentence.start && words.has(at - 1, c::COPULA)
    }
}
