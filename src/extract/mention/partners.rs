//! Which two states a text puts beside each other, and where it says that they meet.
//!
//! "Japan and India", "U.S.-Italy": whoever faces somebody of the one, or travels to the other, is then of its partner. A
//! text that gives a state several partners of equal weight says nothing.

use hashbrown::HashMap;

use super::super::lexicon::involvement::sign;
use super::body::{Named, Segment};
use super::context::{Context, is_sovereign};
use super::marks::{is_capital, is_hyphen, is_mark, is_possessive};
use super::profile::Profile;

/// Which states the text puts beside each other.
pub(super) struct Partners {
    /// How often the second stands beside the first: "A and B", "A-B".
    beside: HashMap<(u32, u32), u32>,
    /// The two that the text is about, if it is about two.
    pair: Option<(u32, u32)>,
}

impl Partners {
    /// The state that the text puts beside `state` and beside no other as often.
    pub(super) fn of(&self, state: u32) -> Option<u32> {
        let mut others: Vec<(u32, u32)> =
            self.beside.iter().filter(|((a, _), _)| *a == state).map(|((_, b), n)| (*n, *b)).collect();
        others.sort_unstable_by(|a, b| b.cmp(a));
        match (others.as_slice(), self.pair) {
            ([(most, first), rest @ ..], _) if rest.first().is_none_or(|r| r.0 < *most) => Some(*first),
            ([], Some((one, two))) if state == one => Some(two),
            ([], Some((one, two))) if state == two => Some(one),
            _ => None,
        }
    }
}

impl Context<'_, '_, '_> {
    /// Which two states the text puts beside each other.
    pub(super) fn partners(&self, profiles: &[Profile]) -> Partners {
        let mut beside: HashMap<(u32, u32), u32> = HashMap::new();
        for (one, two) in self.p.segments.all.iter().zip(self.p.segments.all.iter().skip(1)) {
            if let (Some(a), Some(b)) = (one.state(), two.state())
                && a != b
                && self.is_paired(one.tokens.end, two.tokens.start)
                && !self.is_listed_before(one.tokens.start)
            {
                *beside.entry((a, b)).or_default() += 1;
                *beside.entry((b, a)).or_default() += 1;
            }
        }
        Partners { beside, pair: self.pair(profiles) }
    }

    /// "Japan, China and South Korea": three are no pair.
    fn is_listed_before(&self, start: usize) -> bool {
        let comma = start.checked_sub(1).filter(|&i| is_mark(self.p.a, i, ","));
        comma.and_then(|i| self.p.segments.at(i.checked_sub(1)?)).is_some_and(|s| s.state().is_some())
    }

    /// "A and B", "A-B", "A and the Republic of B".
    fn is_paired(&self, from: usize, to: usize) -> bool {
        let hyphen = to == from + 1 && (is_hyphen(self.p.a, from) || is_mark(self.p.a, from, "–"));
        let (joint, article) = (self.is_any(from, &["and", "&"]), self.is_any(from + 1, &["the"]));
        hyphen || joint && (to == from + 1 || to == from + 2 && article)
    }

    /// The two states that the text is about, if it is about two.
    fn pair(&self, profiles: &[Profile]) -> Option<(u32, u32)> {
        let votes = self.votes(profiles);
        let mut weights: Vec<(u32, u32)> = vec![(0, 0); self.counts.len()];
        for (row, weight) in weights.iter_mut().enumerate() {
            *weight = (2 * votes[row], row as u32);
        }
        for segment in &self.p.segments.all {
            if let Some(row) = segment.state() {
                weights[row as usize].0 += 1;
            }
        }
        weights.sort_unstable_by(|a, b| b.cmp(a));
        let [first, second, third, ..] = weights.as_slice() else { return None };
        (second.0 >= 2 && second.0 >= 2 * third.0).then_some((first.1, second.1))
    }

    /// "The United States, Mexico and Canada … made by President A, President B and Prime Minister C": leaders in the order
    /// of their states.
    pub(super) fn in_order(&self, profiles: &mut [Profile]) {
        let mut first = 0;
        while first < self.p.claims.len() {
            let mut end = first + 1;
            while end < self.p.claims.len() && self.is_listed(end - 1, end) {
                end += 1;
            }
            let leaders: Vec<usize> = (first..end)
                .filter_map(|c| self.identity().of_claim[c])
                .filter(|&p| is_sovereign(&profiles[p]))
                .collect();
            if leaders.len() > 1 && leaders.len() == end - first {
                let states = self.states_before(self.p.claims[first].phrase.start, leaders.len());
                let fits = |(&id, &row): (&usize, &u32)| {
                    profiles[id].affiliation.as_deref().is_none_or(|a| a == self.name(row))
                };
                if states.len() == leaders.len() && leaders.iter().zip(&states).all(fits) {
                    for (&id, &row) in leaders.iter().zip(&states) {
                        profiles[id].affiliation = Some(self.name(row));
                    }
                }
            }
            first = end;
        }
    }

    /// The states of a list of `count` that stands before `at` in its sentence, in order; none if there is no such list.
    fn states_before(&self, at: usize, count: usize) -> Vec<u32> {
        let start = self.p.a.sentence_of(at).tokens.start;
        let named: Vec<(usize, usize, u32)> = self
            .p
            .segments
            .between(start..at)
            .filter_map(|s| Some((s.tokens.start, s.tokens.end, s.state()?)))
            // One too many shows that it is another list; a sentence of a million states is not walked for it.
            .take(count + 1)
            .collect();
        let joint = |i: usize| self.is_any(i, &[",", "and", "&", "the"]);
        let joined =
            |pair: &[(usize, usize, u32)]| (pair[0].1..pair[1].0).all(joint) && pair[1].0 <= pair[0].1 + 3;
        let lists = named.len() == count && named.windows(2).all(joined);
        if lists { named.into_iter().map(|n| n.2).collect() } else { Vec::new() }
    }

    /// "President X will travel to Germany and Angola": the first state that the person goes to.
    pub(super) fn destination(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(4).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let goes =
                (phrase.end..sentence.end.min(phrase.end + 6)).find(|&i| self.is_sign(i, sign::TRAVELS))?;
            let alone = !self.names_another(phrase.end..goes) && !is_possessive(self.p.a, phrase.end);
            let to = (goes + 1..sentence.end.min(goes + 6))
                .filter(|_| alone)
                .find_map(|i| self.p.segments.at(i).filter(|s| s.tokens.start == i))?;
            let from = self.is_any(to.tokens.start - 1, &["from", "of", "with", "by"]);
            to.state().filter(|_| !from && !matches!(to.named, Named::Demonym(_)))
        })
    }

    /// The state in which the sentence at `at` puts its meeting.
    pub(super) fn venue(&self, at: usize) -> Option<u32> {
        let sentence = self.p.a.sentence_of(at).tokens.clone();
        sentence.clone().find_map(|i| {
            if self.is_any(i, &["here"]) && !is_capital(self.p.a, i) {
                return self.datelines.first().copied();
            }
            let placed = self.is_any(i, &["in", "at"]);
            let first = i + 1 + usize::from(self.is_any(i + 1, &["the"]));
            placed.then(|| self.p.segments.at(first).filter(|s| s.tokens.start == first))?.and_then(|s| {
                match s.named {
                    Named::Seat(row) | Named::State(row) => Some(row),
                    _ => self.town(first),
                }
            })
        })
    }

    /// Whether the sentence at `at` has somebody visit, or names a house of the government of `row`.
    pub(super) fn is_home_of(&self, row: u32, at: usize) -> bool {
        self.p.a.sentence_of(at).tokens.clone().any(|i| {
            let house = i + 1 + usize::from(self.is_any(i + 1, &["the"]));
            let seat = |s: &Segment| s.tokens.start == house && self.seat(s) == Some(row);
            self.is_any(i, &["visiting", "here", "courtesy"])
                || self.is_any(i, &["at"]) && self.p.segments.at(house).is_some_and(seat)
        })
    }
}
