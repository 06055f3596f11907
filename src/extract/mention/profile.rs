//! What the text says of a person: name, office, and whose office it is.
//!
//! Only what stands in the text goes in. An affiliation may come from another place than the title, but only by a link
//! that the text makes: the same person elsewhere, the country whose minister is meant, the state that is visited.

use std::ops::Range;

use super::super::Analysis;
use super::super::lexicon::organisations::BodyKind;
use super::body::{Named, Segments};
use super::claim::Claim;
use super::context::Context;
use super::identity::Identity;
use super::marks::{HONORIFIC, Marks};
use super::office::{Office, Offices, Owner};

/// Reads profiles of persons.
pub(super) struct Profiler<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) marks: &'r Marks,
    pub(super) segments: &'r Segments,
    pub(super) offices: &'r Offices,
    pub(super) claims: &'r [Claim],
    pub(super) identity: &'r Identity,
}

/// Name, office, affiliation.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) name: String,
    pub(super) role: Option<String>,
    pub(super) affiliation: Option<String>,
}

impl Profiler<'_, '_> {
    /// The profiles of all persons.
    pub(super) fn profiles(&self) -> Vec<Profile> {
        let mut profiles: Vec<Profile> =
            (0..self.identity.persons.len()).map(|id| self.profile(id)).collect();
        self.subordinates(&mut profiles);
        for id in 0..profiles.len() {
            self.counterpart(id, &mut profiles);
        }
        let context = Context::of(self);
        context.bare(&mut profiles);
        context.links(&mut profiles);
        self.subordinates(&mut profiles);
        context.settle(&mut profiles);
        self.subordinates(&mut profiles);
        profiles
    }

    /// Gives "Yermak's deputy" what Yermak has.
    fn subordinates(&self, profiles: &mut [Profile]) {
        for id in 0..profiles.len() {
            if profiles[id].affiliation.is_none() {
                profiles[id].affiliation = self.by_person(id, profiles);
            }
        }
    }

    fn profile(&self, id: usize) -> Profile {
        let mut claims = self.identity.persons[id].claims.clone();
        claims.sort_unstable();
        let fullest = claims.iter().copied().max_by_key(|&c| (self.claims[c].tokens.len(), usize::MAX - c));
        let name = self
            .unbroken(&claims)
            .or(fullest)
            .map_or_else(String::new, |c| self.flowing(self.claims[c].tokens.clone()));
        let role = self.best_office(&claims).map(|id| self.role_of(id, self.joint_office(&claims, id)));
        let rank = || claims.iter().find_map(|&c| self.claims[c].rank.clone()).map(|r| self.flowing(r));
        let affiliation = claims
            .iter()
            .find_map(|&c| self.stated(c))
            .or_else(|| claims.iter().find_map(|&c| self.claims[c].owner).map(|s| self.owner_name(s)));
        Profile { name, role: role.or_else(rank), affiliation }
    }

    /// The fullest claim that no line end cuts, if it is as full as any.
    fn unbroken(&self, claims: &[usize]) -> Option<usize> {
        let whole = |c: &usize| !self.claims[*c].tokens.clone().any(|i| super::marks::is_wrapped(self.a, i));
        let most = claims.iter().map(|&c| self.claims[c].words).max()?;
        let kept = claims.iter().copied().filter(whole).filter(|&c| self.claims[c].words == most);
        kept.max_by_key(|&c| (self.claims[c].tokens.len(), usize::MAX - c))
    }

    /// The words of `tokens` with single spaces.
    fn flowing(&self, tokens: Range<usize>) -> String {
        self.a.words(tokens).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The fullest wording of the first office that the text gives.
    fn best_office(&self, claims: &[usize]) -> Option<usize> {
        let weight = |id: usize| self.offices.all[id].role.iter().map(Range::len).sum::<usize>();
        let all = || {
            claims.iter().enumerate().flat_map(|(n, &c)| self.claims[c].offices.iter().map(move |&o| (n, o)))
        };
        let own = || all().filter(|&(_, o)| !self.is_relative(o));
        let address = |o: usize| self.marks.has(self.offices.all[o].head.start, HONORIFIC);
        let (_, first) = own().find(|&(_, o)| !address(o)).or_else(|| own().next())?;
        let head = self.a.word(self.offices.all[first].head.start);
        let fuller = all()
            .filter(|&(_, o)| self.a.word(self.offices.all[o].head.start).eq_ignore_ascii_case(head))
            .filter(|&(_, o)| o == first || !self.offices.all[o].former)
            .max_by_key(|&(n, o)| (weight(o), usize::MAX - n));
        Some(fuller.filter(|&(_, o)| weight(o) > weight(first)).map_or(first, |(_, o)| o))
    }

    fn is_relative(&self, id: usize) -> bool {
        let office = &self.offices.all[id];
        let head = self.a.word(office.head.start);
        let friend = COLLEAGUES.iter().any(|w| head.eq_ignore_ascii_case(w));
        if friend && !matches!(office.owner, Some(Owner::Segment(_))) {
            return true;
        }
        [
            "son",
            "daughter",
            "wife",
            "husband",
            "brother",
            "sister",
            "father",
            "mother",
            "successor",
            "predecessor",
            "widow",
        ]
        .iter()
        .any(|w| head.eq_ignore_ascii_case(w))
    }

    /// "First Secretary, Head of Economic Cooperation": the office that stands beside `id` before one name.
    fn joint_office(&self, claims: &[usize], id: usize) -> Option<usize> {
        let claim = claims.iter().map(|&c| &self.claims[c]).find(|c| c.offices.first() == Some(&id))?;
        let second = *claim.offices.get(1)?;
        (self.offices.all[second].phrase.end <= claim.tokens.start).then_some(second)
    }

    fn role_of(&self, id: usize, joint: Option<usize>) -> String {
        let mut role = self.wording(&self.offices.all[id]);
        if let Some(second) = joint {
            role.push_str(", ");
            role.push_str(&self.wording(&self.offices.all[second]));
        }
        role
    }

    /// The office's own words, in the singular.
    pub(super) fn wording(&self, office: &Office) -> String {
        let mut out = String::new();
        for piece in &office.role {
            for index in piece.clone() {
                let token = &self.a.tokens[index];
                let glued = token.glued && index > piece.start;
                if !(out.is_empty() || glued) {
                    out.push(' ');
                }
                let word = self.a.word(index);
                let singular = office.plural
                    && office.head.contains(&index)
                    && word.len() > 3
                    && word.ends_with('s')
                    && !word.ends_with("ss");
                out.push_str(if singular { one_of(word) } else { word });
            }
        }
        out
    }

    /// What the claim's own offices belong to.
    fn stated(&self, claim: usize) -> Option<String> {
        let claim = &self.claims[claim];
        let shared = claim.offices.first().is_some_and(|&id| self.offices.all[id].plural);
        if let Some(owner) = claim.owner.filter(|_| shared) {
            return Some(self.owner_name(owner));
        }
        for &id in &claim.offices {
            match self.offices.all[id].owner {
                Some(Owner::Segment(s)) if self.is_of_town(id) => {
                    return Some(self.flowing(self.segments.all[s].tokens.clone()));
                }
                Some(Owner::Segment(s)) => return Some(self.owner_name(s)),
                Some(Owner::Words(first, end)) => return Some(self.flowing(first..end)),
                Some(Owner::Body(noun)) => {
                    if let Some(body) = self.body_before(noun) {
                        return Some(self.owner_name(body));
                    }
                }
                Some(Owner::Anaphor) => {
                    if let Some(row) = self.state_before(self.offices.all[id].phrase.start) {
                        return Some(self.a.lexicon.geography.name(row).to_owned());
                    }
                }
                _ => {}
            }
        }
        claim
            .owner
            .filter(|&s| self.segments.all[s].tokens.start > claim.tokens.start)
            .map(|s| self.owner_name(s))
    }

    /// "London Mayor X": an office of the town, not of the state whose capital it is.
    fn is_of_town(&self, office: usize) -> bool {
        let head = self.offices.all[office].head.end - 1;
        ["mayor", "governor", "lord mayor"].iter().any(|w| self.a.is(head, w))
    }

    /// The body that "the department" at `noun` means: the last one of which that noun is a part.
    fn body_before(&self, noun: usize) -> Option<usize> {
        (noun.saturating_sub(250)..noun).rev().filter_map(|i| self.segments.id_at(i)).find(|&id| {
            let segment = &self.segments.all[id];
            segment.is_body() && segment.tokens.clone().any(|i| self.a.is(i, self.a.word(noun)))
        })
    }

    /// The last state named before `index`, within its sentence or the one before.
    fn state_before(&self, index: usize) -> Option<u32> {
        let sentence = self.a.tokens[index].sentence;
        (index.saturating_sub(80)..index)
            .rev()
            .take_while(|&i| self.a.tokens[i].sentence + 1 >= sentence)
            .find_map(|i| self.segments.at(i).and_then(super::body::Segment::state))
    }

    /// The canonical name of a state, the text's wording of a body.
    pub(super) fn owner_name(&self, segment: usize) -> String {
        let segment = &self.segments.all[segment];
        if let Some(row) = segment.state() {
            return self.a.lexicon.geography.name(row).to_owned();
        }
        if let Some(long) = segment.stands_for.filter(|_| !self.is_known_abroad(segment.named)) {
            return self.flowing(self.segments.all[long].tokens.clone());
        }
        if let (Named::Body(row), true) = (segment.named, self.a.words(segment.tokens.clone()).contains('.'))
        {
            return self.a.lexicon.organisations.all[row as usize].name.clone();
        }
        self.flowing(segment.tokens.clone())
    }

    /// Whether a body goes by its abbreviation as much as by its name: a grouping or an international body.
    fn is_known_abroad(&self, named: Named) -> bool {
        let Named::Body(row) = named else { return false };
        let body = &self.a.lexicon.organisations.all[row as usize];
        body.kind != BodyKind::National && body.state.is_none()
    }

    /// "Yermak's deputy", "adviser to Prime Minister Abiy": the affiliation of that person.
    fn by_person(&self, id: usize, profiles: &[Profile]) -> Option<String> {
        for &claim in &self.identity.persons[id].claims {
            for &office in &self.claims[claim].offices {
                if let Some(Owner::Person(token)) = self.offices.all[office].owner {
                    let at = self.claims.partition_point(|c| c.tokens.end <= token);
                    let holder = self.identity.of_claim.get(at).copied().flatten().filter(|&p| p != id);
                    if let Some(found) = holder.and_then(|p| profiles[p].affiliation.clone()) {
                        return Some(found);
                    }
                }
            }
        }
        None
    }

    /// A counterpart holds the office of the person whose counterpart he is.
    fn counterpart(&self, id: usize, profiles: &mut [Profile]) {
        let person = &self.identity.persons[id];
        let is_counterpart = |o: usize| {
            let is = |w: &&str| self.a.is(self.offices.all[o].head.end - 1, w);
            ["counterpart", "counterparts", "number", "peer", "peers"].iter().any(is)
                || COLLEAGUES.iter().any(is) && matches!(self.offices.all[o].owner, Some(Owner::Segment(_)))
        };
        let Some(role) = profiles[id].role.clone() else { return };
        let lower = role.to_ascii_lowercase();
        let named = lower.contains("counterpart") || lower.contains("opposite number");
        let ends = |w: &&str| lower.ends_with(*w);
        if !named && !["peer", "peers"].iter().any(ends) && !COLLEAGUES.iter().any(ends) {
            return;
        }
        let claim = person
            .claims
            .iter()
            .copied()
            .find(|&c| self.claims[c].offices.iter().any(|&o| is_counterpart(o)));
        let mine = profiles[id].affiliation.clone();
        let found = claim.and_then(|c| {
            let head = self.nominal_before(self.claims[c].phrase.start);
            let before = || {
                let persons = (0..c).rev().take(16).filter_map(|k| self.identity.of_claim[k]);
                let apart = |p: &usize| {
                    let theirs = &profiles[*p];
                    *p != id && theirs.role.is_some() && (mine.is_none() || theirs.affiliation != mine)
                };
                persons.filter(apart)
            };
            let holds = |p: &usize| {
                let role = profiles[*p].role.as_deref().unwrap_or_default();
                head.is_some_and(|h| role.rsplit(' ').next().is_some_and(|w| w.eq_ignore_ascii_case(h)))
            };
            before().find(holds).or_else(|| before().next())
        });
        profiles[id].role = found.and_then(|p| profiles[p].role.clone());
    }
}

impl Profiler<'_, '_> {
    /// The head of the last office without a name before `start` in its sentence: "the minister met his counterpart".
    fn nominal_before(&self, start: usize) -> Option<&str> {
        let sentence = self.a.sentence_of(start).tokens.start;
        let id = (sentence..start).rev().take(40).find_map(|i| self.offices.starting_at(i))?;
        let office = &self.offices.all[id];
        let alone = office.definite && !office.plural && office.phrase.end < start;
        let named = self.claims[self.claims.partition_point(|c| c.tokens.end <= office.phrase.start)..]
            .first()
            .is_some_and(|c| c.offices.contains(&id));
        (alone && !named).then(|| self.a.word(office.head.end - 1))
    }
}

/// Those who hold the same office elsewhere, if a nationality says where: "his French colleague".
const COLLEAGUES: &[&str] = &["colleague", "colleagues"];

/// One of many: "Ministers" → "Minister", "Secretaries" → "Secretary" is left to the ear of the reader's eye.
fn one_of(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
