//! What the words behind a noun phrase say of the meeting: "will be held", "is set for Monday", "took place".

use std::ops::Range;

use super::super::lexicon::meetings::{LeadTense, VerbClass, VerbForm};
use super::mention::Reader;
use super::noun::Phrase;
use super::signs::{FIXED, is_any};
use super::tense::Tense;

/// A tense with the words that give it, or nothing where the phrase has no predicate of its own.
type Told = Option<(Tense, Range<usize>)>;

/// Whether the comma at `at` opens a clause with "which" or "who".
fn aside_of(a: &super::super::Analysis, at: usize) -> bool {
    a.is(at, ",") && is_any(a, at + 1, &["which", "who", "whose"])
}

impl Reader<'_, '_> {
    /// What the words after the phrase say: "will be held", "scheduled for", "took place".
    pub(super) fn right(&self, phrase: &Phrase, tokens: &Range<usize>) -> Option<(Tense, Range<usize>)> {
        let mut subject = self.is_subject(phrase, tokens);
        let limit = tokens.end.min(phrase.head.end + 40);
        let (mut at, mut plain) = (phrase.head.end, true);
        let mut pending = None;
        while at < limit {
            if self.timed[at] != 0 {
                at += 1;
                continue;
            }
            let ended = self.a.is(at, "which") && is_any(self.a, at - 1, &["in", "at", "during"])
                || is_any(
                    self.a,
                    at,
                    &[";", ":", "?", "that", "who", "whom", "because", "after", "before", "if", "where"],
                );
            let aside = self.a.is(at, ",") && !self.takes_up(at + 1);
            if ended || aside && !subject {
                return pending.or_else(|| self.held_by(at, tokens));
            }
            if aside_of(self.a, at)
                && subject
                && let Some(closed) = self.over_clause(at, limit)
            {
                at = closed;
                continue;
            }
            plain &= !aside;
            // "the visit, which is expected to": what follows is said of the phrase.
            subject |= is_any(self.a, at, &["which"]) && plain && self.is_held(at, tokens);
            if pending.is_none()
                && (plain || subject)
                && self.signs.has(at, FIXED)
                && self.set_for(at, phrase, tokens)
            {
                let was = (phrase.head.end..at).any(|i| is_any(self.a, i, &["was", "were", "had"]));
                let told = Some((if was { Tense::Past } else { Tense::Future }, at..at + 1));
                if was || !subject {
                    return told;
                }
                pending = told;
                while at + 1 < limit && self.signs.has(at + 1, FIXED) {
                    at += 1;
                }
            } else if let Some(told) = self.finite(at, subject, plain, phrase, tokens) {
                let vague = told.as_ref().is_none_or(|(tense, _)| *tense == Tense::Present);
                return if vague { pending.or(told) } else { told };
            }
            at += 1;
        }
        pending
    }

    /// "the round, which was to have been held in June, will now": one past the clause behind "which", where the verb of the
    /// phrase stands.
    fn over_clause(&self, comma: usize, limit: usize) -> Option<usize> {
        if !is_any(self.a, comma + 2, &["was", "were", "had", "has", "have"]) {
            return None;
        }
        let close = (comma + 3..limit).find(|&i| self.a.is(i, ","))?;
        let next = (close + 1..(close + 6).min(limit + 1)).find_map(|e| self.signs.lead_before(e))?;
        (next.0 == close + 1 && next.1 == LeadTense::Future).then_some(close + 1)
    }

    /// Whether the clause behind "which" says that something is held or set for a time.
    fn is_held(&self, which: usize, tokens: &Range<usize>) -> bool {
        let end = tokens.end.min(which + 8);
        (which + 1..end).take_while(|&i| !is_any(self.a, i, &[",", ";"])).any(|i| {
            let held = self.signs.verb_at(i).is_some_and(|v| {
                matches!(
                    v.what.class,
                    VerbClass::Hold | VerbClass::Happen | VerbClass::Host | VerbClass::Convene
                ) && v.what.form != VerbForm::Base
            });
            held || self.signs.has(i, FIXED)
        })
    }

    /// "talks that the council plans to open in Lima": held in the clause behind "that".
    pub(super) fn held_by(&self, that: usize, tokens: &Range<usize>) -> Told {
        if !is_any(self.a, that, &["that"]) {
            return None;
        }
        let end = tokens.end.min(that + 14);
        let led = |i: usize| {
            let (start, lead) = self.signs.lead_before(i).filter(|(start, _)| *start > that + 1)?;
            Some((self.signs.verb_at(i)?, start, lead))
        };
        let (what, start, lead) = (that + 2..end).find_map(led)?;
        let holds = matches!(
            what.what.class,
            VerbClass::Hold | VerbClass::Host | VerbClass::Convene | VerbClass::Plan | VerbClass::Resume
        );
        let open = self.timed.get(what.end).is_some_and(|t| *t != 0)
            || is_any(self.a, what.end, &["in", "on", "at", "next", "here", "later", ".", ","]);
        (holds && open && lead == LeadTense::Future).then_some((Tense::Future, start..what.end))
    }

    /// Whether the verb of `cue` says that a gathering takes place, and not what it is for.
    pub(super) fn takes_place(&self, cue: &Range<usize>, tokens: &Range<usize>) -> bool {
        let end = (cue.end + 4).min(tokens.end);
        (cue.start..end).any(|i| {
            let verb = self.signs.verb_at(i).is_some_and(|v| {
                matches!(
                    v.what.class,
                    VerbClass::Hold
                        | VerbClass::Resume
                        | VerbClass::Happen
                        | VerbClass::Host
                        | VerbClass::Convene
                        | VerbClass::Plan
                        | VerbClass::Due
                )
            });
            verb || self.signs.has(i, FIXED)
                || self.a.is(i, "be") && is_any(self.a, i + 1, &["in", "on", "at"])
        })
    }

    fn is_subject(&self, phrase: &Phrase, tokens: &Range<usize>) -> bool {
        const BEFORE: &[&str] = &[
            ",", "and", "that", "said", ":", "-", "–", "—", "\"", "“", "‘", "when", "if", "as", "but",
            "where", "while", "whether", "whose", "*",
        ];
        let first = phrase.tokens.start;
        first == tokens.start || is_any(self.a, first - 1, BEFORE) || self.timed[first - 1] != 0
    }

    /// Whether what follows a comma goes on about the phrase before it.
    fn takes_up(&self, at: usize) -> bool {
        is_any(self.a, at, &["which", "to", "hosted", "held"]) || self.signs.has(at, FIXED)
    }

    /// What the verb that begins at `at` says of the phrase; nothing told if it says that the phrase ends.
    fn finite(
        &self,
        at: usize,
        subject: bool,
        plain: bool,
        phrase: &Phrase,
        tokens: &Range<usize>,
    ) -> Option<Told> {
        let lead = (at + 1..=(at + 5).min(tokens.end))
            .find_map(|e| self.signs.lead_before(e).filter(|(s, _)| *s == at).map(|(_, l)| (e, l)));
        if let Some((end, lead)) = lead {
            let fixed = (end..(end + 4).min(tokens.end)).find(|i| self.signs.has(*i, FIXED));
            let tense = match lead {
                LeadTense::Future => Tense::Future,
                LeadTense::Wish => Tense::Wish,
                LeadTense::Perfect if fixed.is_some() => Tense::Future,
                LeadTense::Past | LeadTense::Perfect => Tense::Past,
            };
            return Some(subject.then_some((tense, at..end)));
        }
        if is_any(self.a, at, &["is", "are"]) && subject {
            let fixed = (at + 1..(at + 5).min(tokens.end)).find(|i| self.signs.has(*i, FIXED));
            let tense = if fixed.is_some() { Tense::Future } else { Tense::Present };
            return Some(Some((tense, at..fixed.unwrap_or(at) + 1)));
        }
        let verb = self.signs.verb_at(at)?;
        // "The meeting came a day ahead of the summit."
        if verb.what.class == VerbClass::Travel && verb.what.form == VerbForm::Past && subject && plain {
            return Some(Some((Tense::Past, at..verb.end)));
        }
        let class = matches!(
            verb.what.class,
            VerbClass::Hold | VerbClass::Resume | VerbClass::Happen | VerbClass::Host | VerbClass::Convene
        );
        // "talks resuming on Sept. 18": a participle with its day right behind the phrase.
        if class
            && verb.what.form == VerbForm::Ing
            && at == phrase.tokens.end
            && (self.timed.get(verb.end).is_some_and(|t| *t != 0)
                || is_any(self.a, verb.end, &["on"]) && self.timed.get(verb.end + 1).is_some_and(|t| *t != 0))
        {
            return Some(Some((Tense::Present, at..verb.end)));
        }
        let reading = self.tenses.read(at, verb.what.form).filter(|_| class)?;
        let shared = matches!(verb.what.form, VerbForm::Base | VerbForm::Ing);
        let placed = self.timed.get(verb.end).is_some_and(|t| *t != 0)
            || is_any(self.a, verb.end, &["in", "on", "at", "last", "earlier"]);
        let reduced = verb.what.form == VerbForm::Past && plain && placed;
        let told = (subject || reduced) && !shared;
        Some(told.then_some((reading.tense, reading.start.max(phrase.head.end)..verb.end)))
    }

    /// "set for Monday", "due in June", "planned next week": a time or place follows, or nothing does.
    fn set_for(&self, at: usize, phrase: &Phrase, tokens: &Range<usize>) -> bool {
        let next = at + 1;
        let near = at - phrase.head.end < 16;
        let word = self.a.word(at);
        let sure = is_any(
            self.a,
            at,
            &["to", "scheduled", "slated", "pencilled", "penciled", "planned", "foreseen", "envisaged"],
        );
        let followed = next >= tokens.end
            || self.timed[next] != 0
            || is_any(
                self.a,
                next,
                &["for", "in", "on", "at", "by", "later", "this", "next", "here", ".", "before"],
            );
        // "the work that the summit set in train"
        let open = word == "set" && is_any(self.a, next, &["in", "on", "at", "by"]);
        let dated = self.timed.get(next + 1).is_some_and(|t| *t != 0);
        near && (followed || sure) && !word.is_empty() && (!open || dated)
    }
}
