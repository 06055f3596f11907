//! Who acts for whom and who travels with whom: two persons of one state, whatever it is.

use super::super::lexicon::involvement::sign;
use super::claim::Claim;
use super::context::Context;

/// How many sentences an office without a name reaches back for its holder.
const HELD: u32 = 8;

impl Context<'_, '_, '_> {
    /// Persons of whom one acts for the other: "X conveyed the greetings of Y".
    pub(super) fn carriers(&self) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (index, claim) in self.p.claims.iter().enumerate() {
            let Some(id) = self.identity().of_claim[index] else { continue };
            let start = claim.phrase.start;
            let sentence = self.p.a.sentence_of(start).tokens.start;
            let of = start.checked_sub(2).filter(|&i| i >= sentence && self.is_any(i + 1, &["of", "from"]));
            if !of.is_some_and(|i| self.is_sign(i, sign::CARRIED)) {
                continue;
            }
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence);
            let subject = (first..index)
                .take_while(|&c| self.p.claims[c].phrase.start <= sentence + 3)
                .find_map(|c| self.identity().of_claim[c])
                .or_else(|| self.subject_before(sentence));
            out.extend(subject.filter(|&s| s != id).map(|s| (s, id)));
        }
        out
    }

    /// "She is accompanied by X", "X and Y accompanied the president": those who travel together.
    pub(super) fn company(&self, out: &mut Vec<(usize, usize)>) {
        for (index, claim) in self.p.claims.iter().enumerate() {
            let Some(id) = self.identity().of_claim[index] else { continue };
            let sentence = self.p.a.sentence_of(claim.tokens.start).tokens.clone();
            let by = claim.phrase.start.saturating_sub(3).max(sentence.start)..claim.phrase.start;
            let led = by.clone().any(|i| self.is_any(i, &["by"]))
                && by.clone().any(|i| self.is_sign(i, sign::ACCOMPANIES));
            let joins = self.is_sign(claim.phrase.end, sign::ACCOMPANIES)
                && !self.is_any(claim.phrase.end + 1, &["by"]);
            if !led && !joins {
                continue;
            }
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence.start);
            let subject = (first..index)
                .filter(|_| led)
                .find_map(|c| self.identity().of_claim[c])
                .or_else(|| self.subject_before(sentence.start));
            let Some(subject) = subject else { continue };
            let mut listed = index;
            while joins && listed > first && self.is_listed(listed - 1, listed) {
                listed -= 1;
            }
            let members = (listed..=index).filter_map(|c| self.identity().of_claim[c]).chain([id]);
            out.extend(members.filter(|&m| m != subject).map(|m| (subject, m)));
        }
    }

    /// The person whom the sentence at `start` speaks of without a name: "The minister" is the last of that office, else
    /// the one who opens one of the sentences before.
    pub(super) fn subject_before(&self, start: usize) -> Option<usize> {
        let office = self.p.offices.starting_at(start).map(|o| self.p.offices.all[o].head.clone());
        if let Some(head) = office.filter(|h| h.start > start) {
            let sentence = self.p.a.tokens[start].sentence;
            let last = self.p.claims.partition_point(|c| c.tokens.start < start);
            let holds = |c: &Claim| {
                let mut heads = c.offices.iter().map(|&o| self.p.offices.all[o].head.end - 1);
                heads.any(|h| self.p.a.is(h, self.p.a.word(head.end - 1)))
            };
            let near =
                |c: &usize| self.p.a.tokens[self.p.claims[*c].tokens.start].sentence + HELD >= sentence;
            let held =
                |id: usize| self.identity().persons[id].claims.iter().any(|&c| holds(&self.p.claims[c]));
            let mut before =
                (0..last).rev().take(30).take_while(near).filter_map(|c| self.identity().of_claim[c]);
            return before.find(|&id| held(id));
        }
        let end = self.p.claims.partition_point(|c| c.tokens.start < start);
        let number = self.p.a.tokens[start].sentence;
        let subject = (0..end).rev().take(12).find(|&c| {
            let tokens = &self.p.a.sentence_of(self.p.claims[c].tokens.start).tokens;
            self.p.claims[c].phrase.start == tokens.start
                && self.p.a.tokens[tokens.start].sentence + 4 >= number
        });
        subject.and_then(|c| self.identity().of_claim[c])
    }
}
