//! A commitment as tokens, and what it becomes.

use std::ops::Range;

use super::super::entities::EntityKind;
use super::super::lexicon::classes as c;
use super::super::{Commitment, Evidence, Strength};
use super::deadline;
use super::finder::Finder;
use super::words::near;

/// How far an act may reach, in tokens: a longer one points at nothing, and would cost a line without end its time.
const LONGEST: usize = 200;

/// A commitment as tokens.
pub(super) struct Draft {
    pub(super) first: usize,
    pub(super) end: usize,
    /// Where its clause begins, with what stands before the subject.
    pub(super) clause: usize,
    /// One past the verb of the act.
    pub(super) act: usize,
    /// Where the action itself begins.
    pub(super) action: usize,
    pub(super) cue: Range<usize>,
    pub(super) rule: String,
    pub(super) strength: Strength,
    pub(super) actors: Vec<String>,
    pub(super) negative: bool,
    pub(super) plural: bool,
}

impl Finder<'_, '_> {
    pub(super) fn push(&mut self, mut draft: Draft) {
        let words = self.words;
        draft.end = draft.end.min(draft.first.max(draft.cue.end).saturating_add(LONGEST));
        let span = words.a.span(draft.first..draft.end);
        if span.is_empty() {
            return;
        }
        let cue = words.a.span(draft.cue.clone());
        let sentence = words.a.sentence_of(draft.first).span;
        let action = self.opening(&draft);
        self.cast.bind(&draft.actors, draft.plural);
        self.out.push(Commitment {
            counterpart: self.counterpart(draft.action..draft.end, &draft.actors),
            action: words.a.words(action..draft.end).to_owned(),
            strength: draft.strength,
            negative: draft.negative,
            condition: self.condition(draft.first, draft.end),
            deadline: deadline::of(
                words,
                self.times,
                words.a.span(draft.clause..draft.end),
                words.a.span(draft.act.saturating_sub(1)..draft.act).start,
                cue.start,
            ),
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

    /// Where the act itself begins: behind the word that joins it to its cue ("commitment of both to | building") and
    /// behind what denies it, which the commitment tells apart ("will no longer | recognise").
    fn opening(&self, draft: &Draft) -> usize {
        let words = self.words;
        let mut head = draft.action..draft.act.min(draft.end);
        let mut from = draft.action;
        if let Some(denied) = head.clone().rfind(|&i| words.has(i, c::NEGATIVE) || words.is(i, "against")) {
            from = denied + 1 + usize::from(words.is(denied + 1, "longer"));
            head.start = from;
        }
        // "would in the coming weeks send": no word that joins, but a time.
        let modal = draft.action > 0 && words.has(draft.action - 1, c::MODAL);
        let joined =
            |i: &usize| !modal && words.is_any(*i, &["in", "of", "on", "for", "toward", "towards", "with"]);
        let link = head.clone().find(|&i| words.is(i, "to")).or_else(|| Some(head.start).filter(joined));
        link.map_or(from, |i| i + 1).min(draft.end.saturating_sub(1)).max(draft.action)
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
        let at = (near(&sentence, first).start..end).find(opens)?;
        let stop = (at..end).find(|&i| words.is(i, ",")).unwrap_or(end);
        Some(words.a.words(at..stop).to_owned())
    }
}
