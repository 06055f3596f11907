//! The office of somebody who is named without one: "The prime minister" in the sentence behind the name.
//!
//! Newspapers name the leader of their own country alone and say the office in the next sentence. The office is given to
//! whoever the sentence before opens with, and two of a kind ("the prime ministers") to the two whom it names.

use super::context::{Context, SINGLE, is_sovereign};
use super::office::{Office, Owner};
use super::profile::Profile;

impl Context<'_, '_, '_> {
    /// Gives nameless offices to officeless names.
    pub(super) fn bare(&self, profiles: &mut [Profile]) {
        for id in 0..self.p.offices.all.len() {
            let office = &self.p.offices.all[id];
            if !self.is_bare(office) {
                continue;
            }
            let role = self.p.wording(office);
            let known = |p: &Profile| p.role.as_deref().is_some_and(|r| r.eq_ignore_ascii_case(&role));
            let sole = SINGLE.iter().any(|s| role.eq_ignore_ascii_case(s))
                || role.to_lowercase().ends_with("minister");
            let told = |id: usize| {
                let first = self.identity().persons[id].claims.iter().min();
                first.is_some_and(|&c| self.p.claims[c].tokens.start < office.phrase.start)
            };
            if !sole || profiles.iter().enumerate().any(|(id, p)| known(p) && told(id)) {
                continue;
            }
            let before = self.named_before(office.phrase.start);
            let nameless = before.iter().all(|&p| profiles[p].role.is_none());
            let holders: &[usize] = match before.as_slice() {
                [_, _] if office.plural && nameless => &before,
                [first, ..] if !office.plural && profiles[*first].role.is_none() => {
                    std::slice::from_ref(first)
                }
                _ => &[],
            };
            for &person in holders {
                profiles[person].role = Some(role.clone());
            }
        }
    }

    /// "The Egyptian leader" in one of the sentences behind a president without a country: Egypt is his.
    pub(super) fn described(&self, profiles: &mut [Profile]) {
        for office in self.p.offices.all.iter().filter(|o| o.definite && !o.plural && !o.former).take(400) {
            let Some(Owner::Segment(segment)) = office.owner else { continue };
            let Some(row) = self.p.segments.all[segment].state() else { continue };
            let leader =
                self.is_any(office.head.end - 1, &["leader", "president", "premier", "chief", "statesman"]);
            if self.stands_by_name(&office.phrase) {
                continue;
            }
            let (name, role) = (self.name(row), self.p.wording(office));
            let same = |p: &Profile| p.role.as_deref().is_some_and(|r| r.eq_ignore_ascii_case(&role));
            let known = |p: &Profile| {
                (leader && is_sovereign(p) || same(p)) && p.affiliation.as_deref() == Some(&name)
            };
            let before = self.holder_before(office.phrase.start, |p| same(&profiles[p])).or_else(|| {
                self.holder_before(office.phrase.start, |p| leader && is_sovereign(&profiles[p]))
            });
            if let Some(person) =
                before.filter(|&p| profiles[p].affiliation.is_none() && !profiles.iter().any(known))
            {
                profiles[person].affiliation = Some(name);
            }
        }
    }

    /// The last person named before `start`, within two sentences, who `fits`.
    fn holder_before(&self, start: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let sentence = self.p.a.tokens[start].sentence;
        let end = self.p.claims.partition_point(|c| c.tokens.start < start);
        (0..end)
            .rev()
            .take(12)
            .take_while(|&c| self.p.a.tokens[self.p.claims[c].tokens.start].sentence + 2 >= sentence)
            .filter_map(|c| self.identity().of_claim[c])
            .find(|&p| fits(p))
    }

    /// Whether an office opens its sentence, with an article and without a name.
    fn is_bare(&self, office: &Office) -> bool {
        let sentence = self.p.a.sentence_of(office.phrase.start).tokens.start;
        office.definite
            && !office.former
            && office.phrase.start == sentence
            && office.owner.is_none_or(|o| matches!(o, Owner::Anaphor))
            && !self.stands_by_name(&office.phrase)
    }

    /// The persons whom the sentence before `start` names; none if it does not open with the first of them.
    fn named_before(&self, start: usize) -> Vec<usize> {
        let Some(sentence) = self.p.a.tokens[start].sentence.checked_sub(1) else { return Vec::new() };
        let tokens = self.p.a.sentences[sentence as usize].tokens.clone();
        let first = self.p.claims.partition_point(|c| c.tokens.start < tokens.start);
        let claims =
            self.p.claims[first..].iter().enumerate().take_while(|(_, c)| c.tokens.start < tokens.end);
        let mut out = Vec::new();
        for (n, claim) in claims.take(6) {
            let Some(person) = self.identity().of_claim[first + n] else { continue };
            if out.is_empty() && claim.phrase.start > tokens.start + 3 {
                return out;
            }
            if !out.contains(&person) {
                out.push(person);
            }
        }
        out
    }
}
