//! Affiliations that the text makes clear in another place than the title.
//!
//! In falling certainty: the delegation of a named state, a state that somebody represents, the office before in the
//! same list, the country that is visited, at last the side on which the person stands. A state whose president is named
//! already does not get a second one. World knowledge has no part in it.

use hashbrown::HashMap;
use std::ops::Range;

use super::super::lexicon::Category;
use super::super::{Analysis, Hit};
use super::identity::Identity;
use super::marks::is_mark;
use super::office::Office;
use super::profile::{Profile, Profiler};

/// Offices that belong to a state if to anything.
const OF_STATES: &[&str] = &[
    "minister",
    "president",
    "premier",
    "chancellor",
    "king",
    "queen",
    "secretary",
    "ambassador",
    "emir",
    "sultan",
    "speaker",
    "prince",
    "taoiseach",
    "adviser",
    "advisor",
    "envoy",
    "representative",
    "commissioner",
    "commander",
    "chief",
    "head",
    "parliament",
    "under",
    "undersecretary",
    "negotiator",
    "counselor",
    "councilor",
    "lady",
    "ministry",
    "amir",
    "justice",
    "diplomat",
    "presidential",
    "government",
];
/// Offices of those who speak and sign for a whole state.
const SOVEREIGN: &[&str] = &[
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "emperor",
    "emir",
    "amir",
    "sultan",
    "crown prince",
    "taoiseach",
];
/// Offices that a state has one of.
pub(super) const SINGLE: &[&str] = &[
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "emir",
    "amir",
    "foreign minister",
    "vice president",
];

/// One document's states and who is where.
pub(super) struct Context<'c, 'r, 'a> {
    pub(super) p: &'c Profiler<'r, 'a>,
    /// How often the text names each state otherwise than as a place where something happens.
    pub(super) counts: Vec<u32>,
    /// The states from whose towns the text is dated.
    pub(super) datelines: Vec<u32>,
}

impl<'c, 'r, 'a> Context<'c, 'r, 'a> {
    pub(super) fn of(p: &'c Profiler<'r, 'a>) -> Self {
        let mut counts = vec![0; p.a.lexicon.geography.states.len()];
        let mut in_office = vec![false; p.a.tokens.len()];
        for office in &p.offices.all {
            in_office[office.phrase.clone()].fill(true);
        }
        for segment in &p.segments.all {
            let before = segment.tokens.start.checked_sub(1).map_or("", |i| p.a.word(i));
            let Some(row) = segment.state() else { continue };
            let place = matches!(before, "in" | "from" | "visit" | "visiting" | "near" | "at");
            let goal = before == "to" && !in_office[segment.tokens.start];
            counts[row as usize] += u32::from(!place && !goal);
        }
        Self { p, counts, datelines: datelines(p.a) }
    }

    /// Fills in the affiliations that a clause makes clear.
    pub(super) fn links(&self, profiles: &mut [Profile]) {
        self.orphans(profiles);
        for (id, profile) in profiles.iter_mut().enumerate().filter(|(_, p)| p.affiliation.is_none()) {
            profile.affiliation =
                self.delegation(id).or_else(|| self.represented(id)).or_else(|| self.sent(id));
        }
        for claim in 1..self.p.claims.len() {
            self.inherit(claim, profiles);
        }
        for claim in (1..self.p.claims.len()).rev() {
            self.bequeath(claim, profiles);
        }
        for (id, profile) in profiles.iter_mut().enumerate() {
            if profile.affiliation.is_none() && is_of_state(profile) {
                let visited = self.visited(id).filter(|_| !is_secretary(profile));
                profile.affiliation = visited.or_else(|| self.american(profile));
            }
        }
    }

    /// How many persons each state has already.
    pub(super) fn votes(&self, profiles: &[Profile]) -> Vec<u32> {
        let mut rows: HashMap<&str, usize> = HashMap::new();
        for (row, _) in self.counts.iter().enumerate().filter(|(_, c)| **c > 0) {
            rows.insert(self.p.a.lexicon.geography.name(row as u32), row);
        }
        let mut votes = vec![0; self.counts.len()];
        for name in profiles.iter().filter_map(|p| p.affiliation.as_deref()) {
            if let Some(&row) = rows.get(name) {
                votes[row] += 1;
            }
        }
        votes
    }

    /// "Under Secretary", "Secretary of State": the American wording, where the text names the country.
    pub(super) fn american(&self, profile: &Profile) -> Option<String> {
        let row =
            self.counts.iter().enumerate().find(|(row, c)| {
                **c > 0 && self.p.a.lexicon.geography.name(*row as u32) == "United States"
            })?;
        is_american(profile).then(|| self.name(row.0 as u32))
    }

    pub(super) fn identity(&self) -> &Identity {
        self.p.identity
    }

    /// The offices that the text gives to the person.
    pub(super) fn offices_of(&self, id: usize) -> impl Iterator<Item = &Office> + '_ {
        let claims = self.identity().persons[id].claims.iter();
        claims.flat_map(|&c| &self.p.claims[c].offices).map(|&o| &self.p.offices.all[o])
    }

    pub(super) fn phrases(&self, id: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        self.identity().persons[id].claims.iter().map(|&c| self.p.claims[c].phrase.clone())
    }

    pub(super) fn name(&self, row: u32) -> String {
        self.p.a.lexicon.geography.name(row).to_owned()
    }

    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        self.p.a.is_any(index, words)
    }

    /// Whether the word at `index` is one of the signs of `row`: [`sign`](crate::extract::lexicon::involvement::sign).
    pub(super) fn is_sign(&self, index: usize, row: u32) -> bool {
        let shows = |h: &Hit| h.entry.category == Category::Other && h.entry.row == row && h.end == index + 1;
        self.p.a.hits_at(index).iter().any(shows)
    }
}

/// Whether a state has one such office only.
pub(super) fn is_sole(profile: &Profile) -> bool {
    profile.role.as_deref().is_some_and(|r| SINGLE.iter().any(|s| r.eq_ignore_ascii_case(s)))
}

/// Whether the office speaks for a whole state, so that two such beside each other are of two states.
pub(super) fn is_sovereign(profile: &Profile) -> bool {
    profile.role.as_deref().is_some_and(|r| SOVEREIGN.iter().any(|s| r.eq_ignore_ascii_case(s)))
}

/// Whether the office is worded as the United States word theirs.
pub(super) fn is_american(profile: &Profile) -> bool {
    profile.role.as_deref().is_some_and(|r| {
        let role = r.to_ascii_lowercase();
        is_secretary(profile)
            || ["vice president", "national security advisor"].iter().any(|w| role.starts_with(w))
    })
}

pub(super) fn is_secretary(profile: &Profile) -> bool {
    profile.role.as_deref().is_some_and(|r| {
        let role = r.to_ascii_lowercase();
        let of_state = role.contains("secretary of state")
            && !role.contains("secretary of state for")
            && !role.starts_with("minister");
        let under = [
            "under secretary",
            "assistant secretary",
            "deputy secretary",
            "deputy assistant secretary",
            "principal deputy",
        ];
        of_state || under.iter().any(|w| role.starts_with(w)) && !role.contains("general")
    })
}

/// Whether the office belongs to a state, if to anything.
pub(super) fn is_of_state(profile: &Profile) -> bool {
    let Some(role) = &profile.role else { return false };
    role.split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|w| OF_STATES.iter().any(|s| w.eq_ignore_ascii_case(s)))
}

/// Whether `place` opens a line and a mark of datelines stands behind it.
pub(super) fn dates(a: &Analysis, place: Range<usize>) -> bool {
    a.tokens[place.start].first_of_line
        && ["(", ",", ":", "-", "–", "—", "."].iter().any(|m| is_mark(a, place.end, m))
}

/// The states of the towns that date the first reports of the text.
fn datelines(a: &Analysis) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::new();
    for first in (0..a.tokens.len().min(400)).filter(|&i| a.tokens[i].first_of_line) {
        let town = |c: &Category| matches!(c, Category::Town | Category::Capital);
        let hit = a.hits_at(first).iter().filter(|h| town(&h.entry.category)).max_by_key(|h| h.end);
        if let Some(hit) = hit.filter(|h| dates(a, first..h.end)) {
            out.push(hit.entry.row);
        }
    }
    out
}
