//! Who faces whom: the two ends of a meeting, a call, a welcome, as a sentence names them.

use std::ops::Range;

use super::super::lexicon::involvement::sign;
use super::claim::Claim;
use super::context::{Context, is_sovereign};
use super::profile::Profile;

const COUNTERPARTS: &[&str] = &["counterpart", "counterparts", "number"];
/// What stands between the members of a list.
const LINKS: &[&str] = &[",", "and", "&", ";", "the", "his", "her", "their"];
/// How far before the second name the word of facing may stand.
const NEAR: usize = 9;
/// How many names of a sentence are set against each other.
const NAMES: usize = 8;

/// Two persons who deal with each other, and the token at which the text says so.
pub(super) type Opposed = (usize, usize, usize);

impl Context<'_, '_, '_> {
    /// Who deals with whom, in the order of the text.
    pub(super) fn opposed(&self, profiles: &[Profile]) -> Vec<Opposed> {
        let mut out = Vec::new();
        let mut first = 0;
        while first < self.p.claims.len() {
            let sentence = self.p.a.sentence_of(self.p.claims[first].tokens.start).tokens.clone();
            let end = first
                + self.p.claims[first..].iter().take_while(|c| c.tokens.start < sentence.end).count().max(1);
            let named: Vec<usize> =
                (first..end).filter(|&c| self.identity().of_claim[c].is_some()).take(NAMES).collect();
            for (n, &one) in named.iter().enumerate() {
                for (m, &two) in named.iter().enumerate().skip(n + 1) {
                    let listed = named[n + 1..=m].windows(2).all(|w| self.is_listed(w[0], w[1]));
                    if listed && self.is_opposed(one, two, m == n + 1, profiles) {
                        self.link(one, two, &mut out);
                    }
                }
            }
            if let Some(&one) = named.first() {
                self.unnamed(one, &sentence, &mut out);
            }
            first = end;
        }
        out
    }

    fn link(&self, one: usize, two: usize, out: &mut Vec<Opposed>) {
        if let (Some(a), Some(b)) = (self.identity().of_claim[one], self.identity().of_claim[two])
            && a != b
        {
            out.push((a, b, self.p.claims[two].tokens.start));
        }
    }

    /// "He met Defence Minister X": whoever the sentences before speak of is across from X.
    fn unnamed(&self, claim: usize, sentence: &Range<usize>, out: &mut Vec<Opposed>) {
        let start = self.p.claims[claim].phrase.start;
        let opens = self.is_any(sentence.start, &["he", "she"]);
        if opens
            && self.is_facing(sentence.start..start)
            && let Some(subject) = self.subject_before(sentence.start)
            && let Some(id) = self.identity().of_claim[claim].filter(|&id| id != subject)
        {
            out.push((subject, id, self.p.claims[claim].tokens.start));
        }
    }

    pub(super) fn is_listed(&self, one: usize, two: usize) -> bool {
        let (from, to) = (self.p.claims[one].phrase.end, self.p.claims[two].phrase.start);
        from < to && to - from <= 3 && (from..to).all(|i| self.is_any(i, LINKS))
    }

    /// Whether the text sets the second of two names in a sentence against the first.
    fn is_opposed(&self, one: usize, two: usize, next: bool, profiles: &[Profile]) -> bool {
        let (before, behind) = (&self.p.claims[one], &self.p.claims[two]);
        let (from, to) = (before.phrase.end, behind.phrase.start);
        if from > to {
            return false;
        }
        let sentence = self.p.a.sentence_of(before.tokens.start).tokens.start;
        let lead = before.phrase.start.checked_sub(1).filter(|&i| i >= sentence);
        let sovereign = |c: usize| self.identity().of_claim[c].is_some_and(|p| is_sovereign(&profiles[p]));
        let joint = ["and", "&", ",", "the", "visiting"];
        let joined = next
            && to <= from + 4
            && (from..to).all(|i| self.is_any(i, &joint))
            && (from..to).any(|i| self.is_any(i, &joint[..2]));
        let between = joined && lead.is_some_and(|i| self.is_any(i, &["between"]));
        let counterpart = next && self.is_counterpart(behind) && to - from <= 4;
        let pair = joined && sovereign(one) && sovereign(two);
        let object = lead.is_some_and(|i| {
            self.is_sign(i, sign::DEALS)
                || self.is_sign(i, sign::MEETS)
                || self.is_any(i, &["of", "from", "between"])
        });
        between || counterpart || pair || !object && self.is_facing(from..to)
    }

    /// Whether the words between two names make them face each other: a meeting, a call, a welcome.
    fn is_facing(&self, between: Range<usize>) -> bool {
        let faces = |&i: &usize| self.is_sign(i, sign::MEETS) || self.is_sign(i, sign::FACES);
        let Some(last) = between.clone().rev().find(faces) else { return false };
        let told = between.clone().any(|i| self.is_sign(i, sign::TELLS));
        !told && last + NEAR >= between.end && self.is_dealing(last..between.end)
    }

    fn is_counterpart(&self, claim: &Claim) -> bool {
        let head = |&o: &usize| self.p.offices.all[o].head.end - 1;
        claim.offices.iter().map(head).any(|i| self.is_any(i, COUNTERPARTS))
    }
}
