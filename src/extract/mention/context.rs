//! Affiliations that the text makes clear in another place than the title.
//!
//! In falling certainty: the delegation of a named state, a state that somebody represents, the office before in the
//! same list, the country that is visited, at last the state that the text speaks of round the name. A state whose
//! president is named already does not get a second one. World knowledge has no part in it.

use std::collections::HashMap;
use std::ops::Range;

use super::super::Analysis;
use super::body::{Named, Segment};
use super::identity::Identity;
use super::marks::is_mark;
use super::office::Owner;
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
];
/// Offices that a state has one of.
pub(super) const SINGLE: &[&str] = &[
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "emir",
    "foreign minister",
    "vice president",
];
pub(super) const MEETS: &[&str] = &[
    "meet",
    "meets",
    "met",
    "meeting",
    "called",
    "calls",
    "talks",
    "received",
    "host",
    "hosted",
    "organized",
    "organised",
    "hosts",
];
pub(super) const TRAVELS: &[&str] = &[
    "travel",
    "travels",
    "visit",
    "visits",
    "visited",
    "arrived",
    "arrives",
    "traveled",
    "travelled",
    "flew",
    "flies",
    "leaves",
];
pub(super) const DEALS: &[&str] =
    &["with", "to", "on", "by", "congratulated", "told", "welcomed", "thanked", "invited"];
pub(super) const INCLUDES: &[&str] = &[
    "consisted",
    "consists",
    "included",
    "includes",
    "including",
    "comprised",
    "comprises",
    "comprising",
    "composed",
    "headed",
    "led",
    "was",
    "were",
    "are",
    "is",
];

/// One document's states and who is where.
pub(super) struct Context<'c, 'r, 'a> {
    pub(super) p: &'c Profiler<'r, 'a>,
    pub(super) counts: Vec<u32>,
    /// Tokens that say whose office another person holds.
    pub(super) owners: Vec<bool>,
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
            counts[row as usize] += match before {
                "to" if in_office[segment.tokens.start] => 3,
                "in" | "from" | "visit" | "visiting" | "near" | "at" | "to" => 0,
                _ if is_dateline(p.a, segment) => 3,
                _ => 1,
            };
        }
        let mut owners = vec![false; p.a.tokens.len()];
        for claim in p.claims {
            let mut own = claim.owner.into_iter().collect::<Vec<_>>();
            own.extend(claim.offices.iter().filter_map(|&o| match p.offices.all[o].owner {
                Some(Owner::Segment(s)) => Some(s),
                _ => None,
            }));
            for segment in own {
                owners[p.segments.all[segment].tokens.clone()].fill(true);
            }
        }
        Self { p, counts, owners }
    }

    /// Fills in the affiliations that a clause makes clear.
    pub(super) fn links(&self, profiles: &mut [Profile]) {
        self.orphans(profiles);
        for (id, profile) in profiles.iter_mut().enumerate().filter(|(_, p)| p.affiliation.is_none()) {
            profile.affiliation = self.delegation(id).or_else(|| self.represented(id));
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

    /// The surest link first, so that a state is not given to the wrong one of two presidents.
    pub(super) fn settle(&self, profiles: &mut [Profile]) {
        for single in [true, false] {
            self.round(profiles, single);
        }
    }

    /// Offices that a state has one of first: their holders then vote for the state of the others.
    pub(super) fn round(&self, profiles: &mut [Profile], single: bool) {
        let votes = self.votes(profiles);
        let open: Vec<usize> = (0..profiles.len())
            .filter(|&id| {
                let profile = &profiles[id];
                let open = profile.affiliation.is_none() && is_of_state(profile) && self.is_single(id);
                open && !is_american(profile) && is_sole(profile) == single
            })
            .collect();
        let mut scored: Vec<(u32, usize, u32)> = Vec::new();
        for &id in open.iter().take(40) {
            scored.extend(
                self.spoken_of(id, &votes, &self.foreign(id, profiles))
                    .into_iter()
                    .map(|(score, row)| (score, usize::MAX - id, row)),
            );
        }
        scored.sort_unstable_by(|a, b| b.cmp(a));
        scored.retain(|&(_, reversed, row)| self.is_home(usize::MAX - reversed, row, &votes, profiles));
        for (_, reversed, row) in scored {
            let id = usize::MAX - reversed;
            if profiles[id].affiliation.is_none() && !self.is_taken(id, row, profiles) {
                profiles[id].affiliation = Some(self.name(row));
            }
        }
    }

    /// Whether one of the person's offices is told of that person alone and is not past.
    pub(super) fn is_single(&self, id: usize) -> bool {
        let mut offices = self.identity().persons[id]
            .claims
            .iter()
            .flat_map(|&c| &self.p.claims[c].offices)
            .map(|&o| &self.p.offices.all[o]);
        offices.any(|o| !o.former && (!o.plural || self.identity().persons[id].claims.len() > 1))
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

    /// Whether the state has somebody else in an office that it has one of.
    pub(super) fn is_taken(&self, id: usize, row: u32, profiles: &[Profile]) -> bool {
        let (name, role) =
            (self.p.a.lexicon.geography.name(row), profiles[id].role.as_deref().unwrap_or_default());
        SINGLE.iter().any(|s| role.eq_ignore_ascii_case(s))
            && profiles.iter().enumerate().any(|(other, p)| {
                other != id
                    && p.affiliation.as_deref() == Some(name)
                    && p.role.as_deref().is_some_and(|r| r.eq_ignore_ascii_case(role))
            })
    }

    pub(super) fn identity(&self) -> &Identity {
        self.p.identity
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

    /// "In Rome", "at Geneva": where it happens, not whose it is.
    fn is_venue(&self, index: usize) -> bool {
        let seat = self.p.segments.at(index).filter(|s| matches!(s.named, Named::Seat(_)));
        seat.and_then(|s| s.tokens.start.checked_sub(1))
            .is_some_and(|i| self.is_any(i, &["in", "at", "to", "from"]))
    }

    /// The states that the text speaks of, each with a score: often, and before the name in its sentence.
    pub(super) fn spoken_of(&self, id: usize, votes: &[u32], foreign: &[u32]) -> Vec<(u32, u32)> {
        let mut near: Vec<(u32, u32)> = Vec::new();
        for phrase in self.phrases(id).take(6) {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let from = sentence.start.max(phrase.start.saturating_sub(20));
            let states = (from..phrase.start)
                .filter(|&i| !self.is_venue(i))
                .filter_map(|i| Some((self.p.segments.at(i)?.state()?, phrase.start - i, self.owners[i])));
            near.extend(states.map(|(row, far, owned)| {
                (
                    row,
                    if owned {
                        1
                    } else if far <= 9 {
                        7
                    } else {
                        2
                    },
                )
            }));
        }
        let score = |(row, &count): (usize, &u32)| {
            let close = near.iter().filter(|&&(r, _)| r as usize == row).map(|n| n.1).sum::<u32>();
            let away = 5 * u32::from(foreign.contains(&(row as u32)));
            ((count.min(8) + close.min(9) + votes[row].min(3)).saturating_sub(away), row as u32)
        };
        self.counts.iter().enumerate().map(score).filter(|(s, _)| *s > 1).collect()
    }
}

/// Whether a state has one such office only.
pub(super) fn is_sole(profile: &Profile) -> bool {
    profile.role.as_deref().is_some_and(|r| SINGLE.iter().any(|s| r.eq_ignore_ascii_case(s)))
}

/// Whether the office is worded as the United States word theirs.
fn is_american(profile: &Profile) -> bool {
    profile.role.as_deref().is_some_and(|r| {
        let role = r.to_ascii_lowercase();
        is_secretary(profile)
            || ["vice president", "national security advisor"].iter().any(|w| role.starts_with(w))
    })
}

fn is_secretary(profile: &Profile) -> bool {
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

/// "COLOMBO (Agency) -": where a report is filed, at the head of a paragraph.
fn is_dateline(a: &Analysis, segment: &Segment) -> bool {
    let opens = a.tokens[segment.tokens.start].first_of_line;
    opens
        && ["(", ",", ":", "-", "–", "—", "."].iter().any(|m| is_mark(a, segment.tokens.end, m))
        && matches!(segment.named, Named::Seat(_))
}
