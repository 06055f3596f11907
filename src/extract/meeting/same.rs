//! Whether a noun phrase means a meeting already spoken of: by its head, its ordinal and the words round it.

use super::event::{Event, Joiner, MOST};
use super::signs::is_any;
use super::tense::Tense;

/// How many mentions of a meeting are asked for their words.
const TOLD: usize = 8;

impl Joiner<'_, '_> {
    /// By head, ordinal and modifiers, or "the meeting" of something just told.
    pub(super) fn same_noun(&self, index: usize, event: &Event, near: u32) -> bool {
        let mention = &self.mentions[index];
        let Some((phrase, own)) = mention.phrase.as_ref().zip(self.wordings[index].as_ref()) else {
            return false;
        };
        let ordinals = event
            .mentions
            .iter()
            .take(MOST)
            .filter_map(|&m| self.mentions[m].phrase.as_ref()?.ordinal.as_ref())
            .all(|o| phrase.ordinal.as_ref().is_none_or(|own| own == o));
        if !ordinals {
            return false;
        }
        let theirs = || event.mentions.iter().take(TOLD).filter_map(|&m| self.wordings[m].as_ref());
        let in_theirs = |word| theirs().any(|t| t.whole.contains(word));
        let same = theirs().any(|t| t.head == own.head)
            || in_theirs(&own.head)
            || theirs().any(|t| own.before.contains(&t.head))
            || is_meeting(&own.head)
                && theirs().any(|t| is_meeting(&t.head))
                && own.before.iter().filter(|w| in_theirs(w)).count() >= own.before.len().clamp(1, 2);
        let known = phrase.definite || phrase.demonstrative;
        let generic = || {
            is_any(
                self.a,
                phrase.head.end - 1,
                &[
                    "meeting",
                    "talks",
                    "discussions",
                    "event",
                    "gathering",
                    "dialogue",
                    "discussion",
                    "conversation",
                    "negotiations",
                    "session",
                    "summit",
                    "consultations",
                ],
            )
        };
        if own.before.is_empty() && known && !phrase.plural {
            return same && near <= 40 || near <= 3 && generic() && theirs().next().is_none();
        }
        // "Lee's visit" of somebody who is known to go.
        let named = |word: &str| {
            let of = |&w: &usize| self.entities.all[w].name.split(' ').any(|n| n.to_lowercase() == word);
            event.with.iter().take(MOST).any(of)
        };
        let owned = known
            && !own.before.is_empty()
            && !phrase.plural
            && theirs().any(|t| t.head == own.head)
            && own.before.iter().all(|w| named(w));
        if owned {
            return true;
        }
        // "peace talks in Geneva", "talks in Geneva next week": the same noun to come in the same place.
        let there = mention
            .place
            .as_ref()
            .zip(event.place.as_ref())
            .is_some_and(|(a, b)| !a.broad && !b.broad && self.same_place(a, b));
        let ahead = mention.tense == Some(Tense::Future) && event.tense == Some(Tense::Future);
        let company = mention.with.is_empty()
            || event.with.is_empty()
            || mention.with.iter().any(|w| event.with.contains(w));
        if there && ahead && company && !phrase.fresh && theirs().any(|t| t.head == own.head) {
            return true;
        }
        let shared = || own.before.iter().any(in_theirs);
        let clash = || own.before.is_empty() || theirs().all(|t| t.whole.is_empty());
        same && (shared() || (known || near <= 1) && clash())
            && !(phrase.indefinite && mention.tense == Some(Tense::Past) && near > 0)
    }

    /// "another round", "meet again": one more of what there was.
    pub(super) fn is_again(&self, mention: usize) -> bool {
        let mention = &self.mentions[mention];
        let end = (mention.tokens.end + 2).min(self.a.tokens.len());
        let again = || (mention.cue.start..end).any(|i| self.a.is(i, "again") || self.a.is(i, "reconvene"));
        mention.phrase.as_ref().map_or_else(again, |p| p.fresh || p.next)
    }
}

/// Nouns that may stand for one another: "the two-plus-two dialogue", "the two-plus-two meeting".
fn is_meeting(head: &str) -> bool {
    matches!(
        head,
        "meeting" | "dialogue" | "dialog" | "talks" | "consultation" | "session" | "gathering" | "discussion"
    )
}
