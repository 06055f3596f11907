//! The state of an office where no words beside it say so.
//!
//! A report names strangers by country and its own officials by office alone. Which state it is at home in cannot be told
//! from dateline and frequency without making up countries, so a bare office gets a state only where the text shows it:
//! the person speaks for the state, is heard at its seat, or faces somebody of the other one. Surest links come first,
//! so that a state is not given to the wrong one of two presidents.

use super::super::lexicon::{Category, involvement::sign};
use super::body::{Named, Segment};
use super::context::{Context, SINGLE, is_american, is_of_state, is_sole, is_sovereign};
use super::marks::{is_capital, is_mark, is_possessive};
use super::office::Owner;
use super::profile::Profile;

/// How many bare officials are asked.
const ASKED: usize = 40;

impl Context<'_, '_, '_> {
    /// Gives bare officials their state.
    pub(super) fn settle(&self, profiles: &mut [Profile]) {
        for id in self.open(profiles) {
            let opens = || self.opens_report(id).filter(|&row| !self.is_abroad(id, row, profiles));
            let told = self.posted(id).or_else(|| self.spokesperson(id));
            let row = told.or_else(|| self.residing(id, profiles)).or_else(opens);
            if let Some(row) = row.filter(|&row| !self.is_taken(id, row, profiles)) {
                profiles[id].affiliation = Some(self.name(row));
            }
        }
        self.in_order(profiles);
        self.described(profiles);
        self.sides(profiles);
        self.hosts(profiles);
        for single in [true, false] {
            self.round(profiles, single);
        }
        self.sides(profiles);
        let heading = self.heading();
        for (id, profile) in profiles.iter_mut().enumerate().filter(|(_, p)| p.affiliation.is_none()) {
            profile.affiliation = self.department(id).or_else(|| self.headed(profile, &heading));
        }
    }

    /// "State Department spokesman X" where no state is known: the department by its own name.
    fn department(&self, id: usize) -> Option<String> {
        self.offices_of(id).find_map(|office| {
            let first = office.role.first().filter(|r| r.start < office.head.start)?;
            let segment = self.p.segments.at(first.start).filter(|s| matches!(s.named, Named::Ministry))?;
            let named = self.p.a.longest(segment.tokens.start, Category::Organisation);
            named
                .filter(|h| h.end == segment.tokens.end)
                .map(|_| self.p.a.words(segment.tokens.clone()).to_owned())
        })
    }

    /// The organisations of the text that have offices of their own: each by its row and its first segment.
    fn heading(&self) -> Vec<(u32, usize)> {
        let mut out: Vec<(u32, usize)> = Vec::new();
        for (id, segment) in self.p.segments.all.iter().enumerate() {
            if let Named::Body(row) = segment.named
                && !self.p.a.lexicon.organisations.all[row as usize].offices.is_empty()
                && out.iter().all(|(known, _)| *known != row)
            {
                out.push((row, id));
            }
        }
        out
    }

    /// "The Secretary-General", "the High Representative": an office by a wording that one organisation of the text has.
    fn headed(&self, profile: &Profile, heading: &[(u32, usize)]) -> Option<String> {
        let role = profile.role.as_deref()?;
        let has = |row: u32| {
            let offices = &self.p.a.lexicon.organisations.all[row as usize].offices;
            offices.iter().any(|o| o.eq_ignore_ascii_case(role))
        };
        let mut theirs = heading.iter().filter(|(row, _)| has(*row));
        let (_, id) = theirs.next()?;
        theirs.next().is_none().then(|| self.p.owner_name(*id))
    }

    /// "They met with Prime Minister X" behind a journey to one country: X is of that country.
    fn hosts(&self, profiles: &mut [Profile]) {
        let stops: Vec<(usize, u32)> = self
            .p
            .segments
            .all
            .iter()
            .filter(|s| !matches!(s.named, Named::Demonym(_)) && self.is_stop(s.tokens.start))
            .filter_map(|s| Some((s.tokens.start, s.state()?)))
            .collect();
        let Some(&(_, only)) = stops.first() else { return };
        if stops.iter().any(|s| s.1 != only) || self.datelines.contains(&only) {
            return;
        }
        for id in self.open(profiles) {
            let met = self.phrases(id).take(3).any(|p| {
                let sentence = self.p.a.sentence_of(p.start).tokens.start;
                let from = sentence.max(p.start.saturating_sub(14));
                let role = profiles[id].role.as_deref().unwrap_or_default().to_ascii_lowercase();
                let sovereign = is_sovereign(&profiles[id]) || role.contains("minister");
                let between = p.start > from && self.is_any(p.start - 1, &["between"]);
                sovereign && !between && stops[0].0 < p.start && self.is_dealing(from..p.start)
            });
            if met && !self.is_taken(id, only, profiles) {
                profiles[id].affiliation = Some(self.name(only));
            }
        }
    }

    /// Those who hold an office of a state, and the text does not say of which.
    pub(super) fn open(&self, profiles: &[Profile]) -> Vec<usize> {
        let bare = |&id: &usize| {
            let profile = &profiles[id];
            profile.affiliation.is_none()
                && (is_of_state(profile) || self.serves_a_state(id))
                && self.is_single(id)
        };
        let mut open: Vec<usize> = (0..profiles.len()).filter(bare).collect();
        open.sort_by_key(|&id| self.identity().persons[id].claims.iter().min().copied());
        open.truncate(ASKED);
        open
    }

    /// "In Tokyo, Chief Cabinet Secretary X said": an office that is heard at a seat of government.
    fn posted(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(6).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.start;
            let comma = phrase.start.checked_sub(1)?;
            if sentence == phrase.start {
                return self.posted_before(sentence);
            }
            let opens = comma >= sentence + 2
                && is_mark(self.p.a, comma, ",")
                && self.is_any(sentence, &["in"])
                && is_capital(self.p.a, sentence + 1);
            let place = self.p.segments.at(sentence + 1).filter(|s| opens && s.tokens.end == comma)?;
            self.seat(place)
        })
    }

    /// "The ministry's spokesman X" in a report that a capital dates: the ministry is of that state.
    fn spokesperson(&self, id: usize) -> Option<u32> {
        self.datelines.first().copied().filter(|_| self.serves_a_state(id))
    }

    /// "President X announced it at the White House": whoever is heard in the house of a government is of it.
    fn residing(&self, id: usize, profiles: &[Profile]) -> Option<u32> {
        if !is_sovereign(&profiles[id]) {
            return None;
        }
        self.phrases(id).take(6).find_map(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.clone();
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence.start);
            let alone = self.p.claims[first..]
                .iter()
                .enumerate()
                .take_while(|(_, c)| c.tokens.start < sentence.end)
                .filter_map(|(n, _)| self.identity().of_claim[first + n])
                .all(|other| other == id || !is_sovereign(&profiles[other]));
            let at = sentence.clone().find(|&i| self.is_any(i, &["at"])).filter(|_| alone)?;
            let house = at + 1 + usize::from(self.is_any(at + 1, &["the"]));
            let meets = |end: usize| self.is_sign(end, sign::MEETS) || self.is_sign(end, sign::FACES);
            let segment =
                self.p.segments.at(house).filter(|s| s.tokens.start == house && !meets(s.tokens.end));
            segment.and_then(|s| self.seat(s))
        })
    }

    /// "In Seoul, a spokesman welcomed it. Foreign Minister X will …": the sentence before is heard at a seat.
    fn posted_before(&self, start: usize) -> Option<u32> {
        let before = self.p.a.tokens[start].sentence.checked_sub(1)?;
        let sentence = self.p.a.sentences[before as usize].tokens.start;
        let place = self.p.segments.at(sentence + 1).filter(|_| self.is_any(sentence, &["in"]))?;
        let comma = is_mark(self.p.a, place.tokens.end, ",");
        self.seat(place).filter(|_| comma && !self.p.a.tokens[start].first_of_line)
    }

    pub(super) fn seat(&self, place: &Segment) -> Option<u32> {
        match place.named {
            Named::Seat(row) => Some(row),
            _ => self.town(place.tokens.start),
        }
    }

    /// The state of the town at `index`.
    pub(super) fn town(&self, index: usize) -> Option<u32> {
        let hits = self.p.a.hits_at(index).iter();
        hits.filter(|h| h.entry.category == Category::Town).max_by_key(|h| h.end).map(|h| h.entry.row)
    }

    /// "The ministry's spokesman": an office of a body that every state has.
    fn serves_a_state(&self, id: usize) -> bool {
        let body = |noun: usize| self.is_any(noun, &["ministry", "government", "cabinet", "army", "navy"]);
        self.offices_of(id).any(|office| matches!(office.owner, Some(Owner::Body(noun)) if body(noun)))
    }

    /// "X said that Norway would …": the state that is the subject of what somebody says.
    fn speaks_for(&self, id: usize) -> Option<u32> {
        self.phrases(id).take(6).find_map(|phrase| {
            let limit = self.p.a.sentence_of(phrase.start).tokens.end.min(phrase.end + 12);
            let said = (phrase.end..limit.min(phrase.end + 4)).find(|&i| self.is_saying(i))?;
            let mut at = said + 1;
            while at < limit && at < said + 7 && !self.is_any(at, &["that"]) {
                at += 1;
            }
            let first = if self.is_any(at, &["that"]) { at + 1 } else { said + 1 };
            let first = first + usize::from(self.is_any(first, &["the"]));
            let state =
                self.p.segments.at(first).filter(|s| s.tokens.start == first && s.tokens.end < limit)?;
            let end = state.tokens.end;
            let subject = !is_possessive(self.p.a, end) && !is_capital(self.p.a, end);
            let demonym = matches!(state.named, Named::Demonym(_));
            state.state().filter(|_| subject && !demonym)
        })
    }

    pub(super) fn is_saying(&self, index: usize) -> bool {
        let says =
            |h: &crate::extract::Hit| h.entry.category == Category::Other && h.entry.row == sign::SPEAKS;
        self.p.a.hits_at(index).iter().any(says)
    }

    /// Offices that a state has one of first. A wrong state is worse than none: the text must show the person speak for the
    /// state, act by its capital, stand in what happened there, or open the report that is dated from there.
    fn round(&self, profiles: &mut [Profile], single: bool) {
        for id in self.open(profiles) {
            if is_american(&profiles[id]) || is_sole(&profiles[id]) != single {
                continue;
            }
            let shown = [self.speaks_for(id), self.by_capital(id), self.in_events(id)];
            let mine = |&row: &u32| {
                !self.is_taken(id, row, profiles)
                    && !self.is_abroad(id, row, profiles)
                    && !self.is_met_by_own(id, row, profiles)
            };
            if let Some(row) = shown.into_iter().flatten().find(mine) {
                profiles[id].affiliation = Some(self.name(row));
            }
        }
    }

    /// "He will hold talks with President X": one whom the home's own people meet may be of any state but theirs. Nobody is
    /// one of them without a word of the text.
    fn is_met_by_own(&self, id: usize, row: u32, profiles: &[Profile]) -> bool {
        let home = self.p.a.lexicon.geography.name(row);
        self.phrases(id).take(6).any(|phrase| {
            let sentence = self.p.a.sentence_of(phrase.start).tokens.start;
            let from = sentence.max(phrase.start.saturating_sub(20));
            let before = phrase.start.saturating_sub(1);
            let met =
                before > from && (self.is_any(before, &["with", "on"]) || self.is_sign(before, sign::MEETS));
            let first = self.p.claims.partition_point(|c| c.tokens.start < sentence);
            let mut others = self.p.claims[first..].iter().enumerate().take(12);
            let strangers = others.any(|(n, c)| {
                let other = self.identity().of_claim[first + n].filter(|&o| o != id);
                let theirs = other.and_then(|o| profiles[o].affiliation.as_deref());
                c.tokens.start < phrase.start && theirs.is_some_and(|t| t != home)
            });
            met && !strangers && self.is_dealing(from..phrase.start)
        })
    }

    /// Whether one of the person's offices is told of that person alone and is not past.
    fn is_single(&self, id: usize) -> bool {
        self.offices_of(id).any(|o| !o.former && !o.plural)
    }

    /// Whether the state has somebody else in an office that it has one of.
    pub(super) fn is_taken(&self, id: usize, row: u32, profiles: &[Profile]) -> bool {
        let (name, role) =
            (self.p.a.lexicon.geography.name(row), profiles[id].role.as_deref().unwrap_or_default());
        let sole = SINGLE.iter().any(|s| role.eq_ignore_ascii_case(s)) || ends_as(role, "minister");
        sole && profiles.iter().enumerate().any(|(other, p)| {
            other != id
                && p.affiliation.as_deref() == Some(name)
                && p.role.as_deref().is_some_and(|r| r.eq_ignore_ascii_case(role))
        })
    }

    /// "In Rome", "at Geneva": where it happens, not whose it is.
    pub(super) fn is_venue(&self, index: usize) -> bool {
        let Some(segment) = self.p.segments.at(index) else { return false };
        if matches!(segment.named, Named::Demonym(_)) {
            return self.is_any(segment.tokens.end, &["capital", "city", "port", "town", "resort"]);
        }
        let seat = Some(segment).filter(|s| matches!(s.named, Named::Seat(_)));
        seat.and_then(|s| s.tokens.start.checked_sub(1))
            .is_some_and(|i| self.is_any(i, &["in", "at", "to", "from"]))
    }
}

fn ends_as(role: &str, word: &str) -> bool {
    role.to_ascii_lowercase().ends_with(word)
}
