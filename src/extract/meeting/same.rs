//! Whether a noun phrase means a meeting already spoken of: by its head, its ordinal and the words round it.

use std::ops::Range;

use super::event::{Event, Joiner, MOST};
use super::signs::is_any;
use super::tense::Tense;

impl Joiner<'_, '_> {
    /// By head, ordinal and modifiers, or "the meeting" of something just told.
    pub(super) fn same_noun(&self, index: usize, event: &Event, near: u32) -> bool {
        let Some(phrase) = &self.mentions[index].phrase else { return false };
        let heads: Vec<String> = event
            .mentions
            .iter()
            .take(8)
            .filter_map(|&m| self.mentions[m].phrase.as_ref())
            .map(|p| self.head(&p.head))
            .collect();
        let ordinals = event
            .mentions
            .iter()
            .take(MOST)
            .filter_map(|&m| self.mentions[m].phrase.as_ref()?.ordinal.as_ref())
            .all(|o| phrase.ordinal.as_ref().is_none_or(|own| own == o));
        if !ordinals {
            return false;
        }
        let head = self.head(&phrase.head);
        let other_heads = |words: &[String]| heads.iter().any(|h| words.contains(h));
        let own_words: Vec<String> =
            self.modifiers(phrase.tokens.start..phrase.head.start).map(str::to_lowercase).collect();
        let their_words: Vec<String> = event
            .mentions
            .iter()
            .take(8)
            .filter_map(|&m| self.mentions[m].phrase.as_ref())
            .flat_map(|p| {
                self.modifiers(p.tokens.start..p.tokens.end).map(str::to_lowercase).collect::<Vec<_>>()
            })
            .collect();
        let same = heads.contains(&head) || their_words.contains(&head) || other_heads(&own_words);
        let known = phrase.definite || phrase.demonstrative;
        let generic = is_any(
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
        );
        let plain = self.modifiers(phrase.tokens.start..phrase.head.start).next().is_none();
        if plain && known && !phrase.plural {
            return same && near <= 40 || generic && near <= 3 && heads.is_empty();
        }
        let words: Vec<String> =
            self.modifiers(phrase.tokens.start..phrase.head.start).map(str::to_lowercase).collect();
        let others: Vec<String> = event
            .mentions
            .iter()
            .take(8)
            .filter_map(|&m| self.mentions[m].phrase.as_ref())
            .flat_map(|p| {
                self.modifiers(p.tokens.start..p.tokens.end).map(str::to_lowercase).collect::<Vec<_>>()
            })
            .collect();
        let shared = words.iter().filter(|w| others.contains(w)).count();
        let clash = words.is_empty() || others.is_empty();
        same && (shared > 0 || clash && (known || near <= 1))
            && !(phrase.indefinite && self.mentions[index].tense == Some(Tense::Past) && near > 0)
    }

    /// "another round", "meet again": one more of what there was.
    pub(super) fn is_again(&self, mention: usize) -> bool {
        let mention = &self.mentions[mention];
        let end = (mention.tokens.end + 2).min(self.a.tokens.len());
        let again = || (mention.cue.start..end).any(|i| self.a.is(i, "again") || self.a.is(i, "reconvene"));
        mention.phrase.as_ref().map_or_else(again, |p| p.fresh || p.next)
    }

    fn head(&self, head: &Range<usize>) -> String {
        let word = self.a.word(head.end - 1).to_ascii_lowercase();
        if word == "talks" { word } else { word.trim_end_matches('s').to_owned() }
    }

    /// The words before a head that tell one meeting from another.
    fn modifiers(&self, tokens: Range<usize>) -> impl Iterator<Item = &str> {
        let plain = [
            "the",
            "a",
            "an",
            "of",
            "this",
            "that",
            "these",
            "those",
            "their",
            "his",
            "her",
            "its",
            "next",
            "upcoming",
            "forthcoming",
            "planned",
            "coming",
            "such",
            "first",
            "second",
            "third",
            "and",
            "with",
            "between",
            "on",
            "in",
            "official",
        ];
        tokens
            .filter(move |&i| !is_any(self.a, i, &plain))
            .map(|i| self.a.word(i))
            .filter(|w| w.chars().any(char::is_alphanumeric))
    }
}
