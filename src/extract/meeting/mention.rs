//! Mentions of meetings in one sentence: nouns with the verbs that govern them, and verbs that are meetings themselves.

use hashbrown::HashSet;
use std::ops::Range;

use super::super::Analysis;
use super::super::entities::Entities;
use super::super::lexicon::meetings::{LeadTense, NounClass, VerbClass, VerbForm};
use super::noun::{Nouns, Phrase};
use super::place::{Place, Places};
use super::signs::{AHEAD, BESIDE, DENIAL, FIXED, OFF, Signs, is_any};
use super::tense::{Tense, Tenses};

/// What sort of mention it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody goes to a place.
    Stop,
    /// Somebody meets somebody.
    Contact,
    /// Somebody receives somebody.
    Host,
    /// A body comes together.
    Convene,
    /// A noun of this class.
    Noun(NounClass),
    /// An agreement is signed.
    Signing,
    /// What a meeting is about.
    Agenda,
}

/// How a noun phrase hangs on a meeting named before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// "it will be the first visit", "the meeting marks the third such dialogue": what its subject is.
    Subject(Option<Tense>),
    /// "a two-day visit, the first tour by a premier": what stands right before the comma.
    Aside,
}

/// Words that mean a meeting.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The words, verb and noun together.
    pub(super) tokens: Range<usize>,
    /// The words that triggered the rule.
    pub(super) cue: Range<usize>,
    /// The rule.
    pub(super) rule: &'static str,
    /// What sort.
    pub(super) kind: Kind,
    /// The noun phrase, if there is one.
    pub(super) phrase: Option<Phrase>,
    /// When, by the words.
    pub(super) tense: Option<Tense>,
    /// Whether the tense was said of the meeting itself, not of what goes on round it.
    pub(super) direct: bool,
    /// The number of its time.
    pub(super) time: Option<usize>,
    /// Where.
    pub(super) place: Option<Place>,
    /// Who, by entity.
    pub(super) with: Vec<usize>,
    /// Whether the text says that there is no such meeting.
    pub(super) off: bool,
    /// Whether the verb behind the phrase tells of something else than its taking place.
    pub(super) loose: bool,
    /// Whether the time stands beside the words, not at the head of the sentence.
    pub(super) dated: bool,
    /// What of the words before it the phrase is said to be.
    pub(super) link: Option<Link>,
}

/// A verb with its tense.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    pub(super) start: usize,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) class: VerbClass,
    pub(super) form: VerbForm,
    pub(super) tense: Tense,
}

/// Reads the sentences of one document.
pub(super) struct Reader<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) signs: &'r Signs,
    pub(super) entities: &'r Entities,
    pub(super) tenses: Tenses<'r, 'a>,
    pub(super) nouns: Nouns<'r, 'a>,
    pub(super) places: Places<'r, 'a>,
    pub(super) timed: &'r [u32],
}

impl Reader<'_, '_> {
    /// The mentions of the sentence over `tokens`, in order.
    pub(super) fn sentence(&self, tokens: &Range<usize>, verbs: &[Verb]) -> Vec<Mention> {
        let phrases = self.phrases(tokens);
        let mut out: Vec<Mention> = Vec::new();
        let mut last: Option<Verb> = None;
        for phrase in phrases {
            let mention = self.nominal(phrase, verbs, tokens, &mut last);
            out.push(mention);
        }
        let held: HashSet<usize> = out.iter().filter(|m| m.direct).map(|m| m.cue.start).collect();
        for verb in verbs {
            let governs = held.contains(&verb.start);
            let denied = self.is_denied(*verb, tokens);
            out.extend(
                self.verbal(*verb, verbs, tokens, governs).into_iter().map(|m| Mention { off: denied, ..m }),
            );
        }
        let listed = self.itinerary(tokens, verbs, &out);
        self.give_way(&mut out, &listed);
        out.extend(listed);
        out.sort_by_key(|m| (m.tokens.start, m.tokens.end));
        out
    }

    /// The verbs of the sentence over `tokens`, with their tenses.
    pub(super) fn verbs(&self, tokens: &Range<usize>) -> Vec<Verb> {
        let mut out: Vec<Verb> = Vec::new();
        for at in tokens.clone() {
            let Some(over) = self.signs.verb_at(at) else { continue };
            if out.last().is_some_and(|v| v.end > at) {
                continue;
            }
            if let Some(reading) = self.tenses.read(at, over.what.form) {
                out.push(Verb {
                    start: reading.start,
                    at,
                    end: over.end,
                    class: over.what.class,
                    form: over.what.form,
                    tense: reading.tense,
                });
            }
        }
        out
    }

    fn phrases(&self, tokens: &Range<usize>) -> Vec<Phrase> {
        let mut out: Vec<Phrase> = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let Some(over) = self.signs.noun(at) else {
                at += 1;
                continue;
            };
            let mark = usize::from(is_any(self.a, over.end, &["\"", "”", "’"]));
            let compound = over.end + mark < tokens.end && self.signs.noun(over.end + mark).is_some();
            if !compound && let Some(phrase) = self.nouns.read(at) {
                let part = out.last().is_some_and(|p| self.is_part(p, &phrase));
                if !part {
                    out.push(phrase);
                }
            }
            at = over.end;
        }
        out
    }

    /// "the next round of planned negotiations": one meeting, not two.
    fn is_part(&self, whole: &Phrase, part: &Phrase) -> bool {
        let start = part.tokens.start;
        let inside = start < whole.tokens.end || start == whole.tokens.end + 1;
        let of = inside && start > whole.head.end && self.a.is(start - 1, "of");
        (of || start < whole.head.end) && whole.noun.class != NounClass::Visit
    }

    fn nominal(
        &self,
        phrase: Phrase,
        verbs: &[Verb],
        tokens: &Range<usize>,
        last: &mut Option<Verb>,
    ) -> Mention {
        let start = phrase.tokens.start;
        let off = self.is_off(&phrase, tokens);
        let link = self.link(&phrase, tokens);
        let mut mention = Mention {
            link,
            tokens: phrase.tokens.clone(),
            cue: phrase.head.clone(),
            rule: "named meeting",
            kind: Kind::Noun(phrase.noun.class),
            tense: None,
            direct: false,
            time: None,
            place: None,
            with: Vec::new(),
            off,
            loose: false,
            dated: false,
            phrase: Some(phrase),
        };
        if let Some(told) = self.set_behind(mention.phrase.as_ref(), tokens) {
            (mention.tense, mention.direct, mention.rule) = (Some(Tense::Future), true, "set for a time");
            mention.cue = told;
            return mention;
        }
        let end = mention.phrase.as_ref().map_or(start, |p| p.tokens.end);
        if let Some((tense, cue)) = self.held_by(end, tokens) {
            (mention.tense, mention.direct, mention.rule) = (Some(tense), true, "subject of a verb to come");
            mention.cue = cue;
            return mention;
        }
        let left = verbs[..verbs.partition_point(|v| v.end <= start)].last();
        if let Some(verb) = left
            && self.governs(verb, start, last.as_ref())
        {
            mention.tokens.start = if start - verb.start < 12 { verb.start } else { start };
            mention.cue = verb.start..verb.end;
            let known = mention.phrase.as_ref().is_some_and(|p| p.definite && !p.next);
            let planned = verb.class == VerbClass::Plan
                && verb.tense != Tense::Wish
                && !(known && verb.form == VerbForm::Past);
            mention.tense = Some(if planned { Tense::Future } else { verb.tense });
            let talks =
                mention.phrase.as_ref().is_some_and(|p| p.noun.class == NounClass::Talks || p.noun.weak);
            mention.direct = verb.class != VerbClass::Resume || !talks;
            mention.rule =
                if planned { "object of a verb of planning" } else { "object of a verb of holding" };
            *last = Some(*verb);
            return mention;
        }
        let Some(phrase) = &mention.phrase else { return mention };
        if let Some((tense, cue)) = self.right(phrase, tokens) {
            (mention.tense, mention.direct, mention.rule) = (Some(tense), true, "subject of a verb to come");
            mention.loose = !self.takes_place(&cue, tokens);
            mention.cue = cue;
        } else if phrase.next && !phrase.previous {
            (mention.tense, mention.direct, mention.rule) = (Some(Tense::Future), true, "called next");
        } else if phrase.previous {
            (mention.tense, mention.direct, mention.rule) = (Some(Tense::Past), true, "called previous");
        } else if start > tokens.start
            && self.signs.has(start - 1, AHEAD)
            && !phrase.plural
            && !phrase.demonstrative
        {
            (mention.tense, mention.rule) = (Some(Tense::Future), "still ahead");
        } else if let Some(Link::Subject(Some(tense))) = mention.link {
            (mention.tense, mention.direct) = (Some(tense), true);
        } else if start > tokens.start
            && is_any(self.a, start - 1, &["before"])
            && self.goes_on_to(left, phrase)
        {
            (mention.tense, mention.direct, mention.rule) = (Some(Tense::Future), true, "still ahead");
        } else if phrase.demonstrative {
            return mention;
        } else if let Some(verb) = left.filter(|v| self.circumstance(v, start)) {
            // "wants to sign at the summit in May": the summit itself is not wished for.
            let own = verb.tense == Tense::Wish
                && phrase.definite
                && is_any(self.a, start - 1, &["at", "during", "of"]);
            mention.tense = Some(verb.tense).filter(|_| !own);
            mention.rule = "circumstance of a verb";
            mention.cue = verb.start..verb.end;
        } else if let Some(lead) = self.clause_to_come(phrase, tokens) {
            (mention.tense, mention.rule, mention.cue) =
                (Some(Tense::Future), "within a clause to come", lead);
        }
        mention
    }

    /// "flies to Oslo before talks with the king on Friday": the next point of a programme, with a day or place.
    fn goes_on_to(&self, left: Option<&Verb>, phrase: &Phrase) -> bool {
        let ahead = left.is_some_and(|v| matches!(v.tense, Tense::Future | Tense::Present));
        let end = phrase.tokens.end;
        let stated = (end..end + 6).any(|i| self.timed.get(i).is_some_and(|t| *t != 0));
        ahead && stated && !phrase.plural
    }

    /// "to be held" right behind the phrase, whatever stands before it.
    fn set_behind(&self, phrase: Option<&Phrase>, tokens: &Range<usize>) -> Option<Range<usize>> {
        let end = phrase?.tokens.end;
        let first = end + usize::from(self.a.is(end, ","));
        let held = is_any(self.a, first, &["to"]) && first + 2 < tokens.end && self.signs.has(first, FIXED);
        held.then_some(first..first + 2)
    }

    /// "will support the process through a conference": an unknown verb to come, and the phrase behind a preposition.
    fn clause_to_come(&self, phrase: &Phrase, tokens: &Range<usize>) -> Option<Range<usize>> {
        let start = phrase.tokens.start;
        let led = start > tokens.start
            && is_any(self.a, start - 1, &["at", "through", "during", "in", "for", "with", "on"]);
        let dated = phrase.tokens.clone().any(|i| self.timed[i] != 0);
        let named = phrase.titled || phrase.indefinite || dated || phrase.ordinal.is_some();
        if !(led && named) {
            return None;
        }
        let from = start.saturating_sub(24).max(tokens.start);
        for at in (from..start).rev() {
            if is_any(self.a, at, &[";", "that", "which", "who", "after", "since", "as"]) {
                return None;
            }
            if let Some((first, lead)) = self.signs.lead_before(at) {
                return (lead == LeadTense::Future && first >= tokens.start).then_some(first..at);
            }
        }
        None
    }

    /// Whether `verb` has the phrase that begins at `start` as its object, alone or in a list with earlier ones.
    fn governs(&self, verb: &Verb, start: usize, last: Option<&Verb>) -> bool {
        let object = matches!(
            verb.class,
            VerbClass::Hold | VerbClass::Attend | VerbClass::Host | VerbClass::Plan | VerbClass::Resume
        );
        let gap = verb.end..start;
        if !object || gap.len() > 30 {
            return false;
        }
        let listed = last.is_some_and(|l| l.at == verb.at);
        let aside = self.asides(gap.clone());
        aside
            || gap.clone().all(|i| {
                self.timed[i] != 0
                    || is_any(self.a, i, &["up", "off", "out", "both", "on", "with", "in", "at", "through"])
                        && i < verb.end + 1
                    || is_any(self.a, i, &["also", "jointly", "again", "then", "least"])
                    || is_any(self.a, i, &["at"]) && is_any(self.a, i + 1, &["least"])
            })
            || listed && start > 0 && is_any(self.a, start - 1, &["and", ",", "as", "or"])
    }

    /// "held on Monday in Oslo, Norway, the first dialogue": times and places between verb and object.
    fn asides(&self, gap: Range<usize>) -> bool {
        let mut at = gap.start;
        while at < gap.end {
            if self.timed[at] != 0 || is_any(self.a, at, &[",", "on", "here", "also"]) {
                at += 1;
            } else if is_any(self.a, at, &["in", "at"])
                && let Some(place) = self.places.venue_at(at + 1, gap.end)
            {
                at = place.tokens.end;
            } else {
                return false;
            }
        }
        true
    }

    /// "will travel to Oslo for talks", "met on the sidelines of the summit".
    fn circumstance(&self, verb: &Verb, start: usize) -> bool {
        let before = start.wrapping_sub(1);
        let led = is_any(self.a, before, &["for", "at", "during", "in", "of", "to", "on"]);
        let of = !self.a.is(before, "of")
            || self.signs.has(before.wrapping_sub(1), BESIDE)
            || is_any(self.a, before.wrapping_sub(1), &["part", "occasion", "eve"]);
        let near = start - verb.end <= 25;
        let clear = near
            && (verb.end..start)
                .all(|i| !is_any(self.a, i, &[";", ":", "that", "which", "who", "after", "before"]));
        led && of && clear && verb.class != VerbClass::Agenda
    }

    /// "cancelled a visit", "no talks are planned".
    fn is_off(&self, phrase: &Phrase, tokens: &Range<usize>) -> bool {
        let first = phrase.tokens.start;
        let from = first.saturating_sub(12).max(tokens.start);
        let before = (from..first).any(|i| {
            let dropped = self.signs.has(i, OFF)
                && (first - i <= 4 || is_any(self.a, first - 1, &["including", "and", ","]));
            dropped || self.signs.has(i, DENIAL)
        });
        let to = (phrase.tokens.end + 6).min(tokens.end);
        let after = (phrase.tokens.end..to).any(|i| {
            let moved = is_any(self.a, i + 1, &["to", "until", "till", "for"]);
            self.signs.has(i, OFF)
                && !moved
                && (i > phrase.tokens.end)
                && is_any(self.a, i - 1, &["was", "were", "been", "is", "are", "be"])
        });
        before || after || is_any(self.a, first, &["no"])
    }
}
