//! Which runs of capitals name persons, and what stands round them.
//!
//! A claim is a chunk with its evidence: office before or behind, form of address, given name, what the sentence does
//! with it. Weak chunks stay claims too, since a surname alone becomes a person once its owner is known.

use std::ops::Range;

use super::super::Analysis;
use super::super::lexicon::Category;
use super::body::{Named, Segments};
use super::chunk::Chunk;
use super::marks::{
    self, BODY_HEAD, FEMALE, GIVEN, HEAD, HONORIFIC, MALE, MODIFIER, Marks, NOT_NAME, PLACE_HEAD, RANK,
    SURNAME, is_capital, is_mark, is_possessive,
};
use super::office::Offices;
use crate::text::TokenKind;

/// How sure it is that a chunk names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Only if a person of that name is known.
    None,
    /// Looks like a name.
    Likely,
    /// Title, given name, initials.
    Sure,
}

/// A chunk with what stands round it.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) tokens: Range<usize>,
    /// With titles and appositions.
    pub(super) phrase: Range<usize>,
    pub(super) words: usize,
    pub(super) initial: bool,
    /// Offices that the person holds, indexes; best first.
    pub(super) offices: Vec<usize>,
    /// A rank before the name.
    pub(super) rank: Option<Range<usize>>,
    /// "of India", "Japan's …": a segment.
    pub(super) owner: Option<usize>,
    /// `Some(true)` for a man, `Some(false)` for a woman.
    pub(super) male: Option<bool>,
    pub(super) proof: Proof,
}

/// Reads claims from chunks.
pub(super) struct Reader<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) marks: &'r Marks,
    pub(super) segments: &'r Segments,
    pub(super) offices: &'r Offices,
    /// For each token whether a chunk begins there.
    pub(super) opens: Vec<bool>,
    /// For each sentence whether nearly all its words are capitalised.
    pub(super) titled: Vec<bool>,
}

impl<'r, 'a> Reader<'r, 'a> {
    pub(super) fn new(
        a: &'r Analysis<'a>,
        marks: &'r Marks,
        segments: &'r Segments,
        offices: &'r Offices,
        chunks: &[Chunk],
    ) -> Self {
        let mut opens = vec![false; a.tokens.len() + 1];
        for chunk in chunks {
            opens[chunk.tokens.start] = true;
        }
        let titled = a.sentences.iter().map(|s| is_titled(a, s.tokens.clone())).collect();
        Self { a, marks, segments, offices, opens, titled }
    }

    pub(super) fn claims(&self, chunks: &[Chunk]) -> Vec<Claim> {
        let mut claims: Vec<Claim> = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let mut claim = self.claim(chunk);
            if let Some(last) = claims.last() {
                self.share(last, &mut claim);
            }
            claims.push(claim);
        }
        for index in 0..claims.len() {
            self.share_back(&mut claims[..=index]);
        }
        for index in (1..claims.len()).rev() {
            let (left, right) = claims.split_at_mut(index);
            let (before, after) = (&mut left[index - 1], &right[0]);
            if before.proof == Proof::None
                && before.words >= 2
                && after.proof == Proof::Sure
                && self.joined(before, after)
                && !self.names_a_body(before)
            {
                before.proof = Proof::Likely;
            }
        }
        claims
    }

    fn claim(&self, chunk: &Chunk) -> Claim {
        let mut claim = Claim {
            tokens: chunk.tokens.clone(),
            phrase: chunk.tokens.clone(),
            words: chunk.words,
            initial: chunk.initial,
            offices: Vec::new(),
            rank: None,
            owner: None,
            male: self.gender(chunk.tokens.clone()),
            proof: Proof::None,
        };
        let addressed = self.before(&mut claim);
        self.behind(&mut claim);
        claim.proof = self.proof(&claim, addressed);
        claim
    }

    fn gender(&self, tokens: Range<usize>) -> Option<bool> {
        if tokens.len() < 2 {
            return None;
        }
        let bits = (tokens.start..tokens.end - 1)
            .filter(|&i| self.marks.has(i, GIVEN))
            .map(|i| self.marks.at(i) & (MALE | FEMALE))
            .find(|b| *b != 0)?;
        (bits != MALE | FEMALE).then_some(bits == MALE)
    }

    /// Titles before the name; whether there is any.
    fn before(&self, claim: &mut Claim) -> bool {
        let floor = self.a.sentence_of(claim.tokens.start).tokens.start;
        let (mut at, mut addressed, mut comma) = (claim.tokens.start, false, false);
        while at > floor {
            if let Some(id) = self.offices.ending_at(at) {
                at = self.chain(claim, id, floor);
                addressed = true;
                break;
            }
            let before = at - 1;
            if self.marks.has(before, HONORIFIC)
                && (is_capital(self.a, before) || before > floor && self.marks.has(before - 1, HONORIFIC))
            {
                self.address(claim, before);
                addressed = true;
                at = before;
            } else if is_mark(self.a, before, ")")
                && before >= floor + 2
                && is_mark(self.a, before - 2, "(")
                && self.a.word(before - 1).to_ascii_lowercase().starts_with("ret")
            {
                at = before - 2;
            } else if let Some((id, body)) = self.office_of_body(at, floor).filter(|_| addressed) {
                claim.owner = Some(body);
                claim.offices.push(id);
                at = self.offices.all[id].phrase.start;
                break;
            } else if !comma
                && is_mark(self.a, before, ",")
                && self.offices.ending_at(before).is_some_and(|id| self.takes_comma(claim, id, addressed))
            {
                comma = true;
                at = before;
            } else {
                break;
            }
        }
        if !addressed && at > floor + 1 && is_possessive(self.a, at - 1) {
            claim.owner = self.segments.id_at(at - 2).filter(|&id| self.segments.all[id].state().is_some());
        }
        claim.phrase.start = at;
        addressed
    }

    /// "Chief Representative, JICA Sri Lanka Mr. X": an office, and behind a comma what it belongs to.
    fn office_of_body(&self, at: usize, floor: usize) -> Option<(usize, usize)> {
        let mut first = self.segments.id_at(at - 1)?;
        let joint = self.segments.all[first].tokens.start.checked_sub(1).and_then(|i| self.segments.id_at(i));
        if let Some(body) = joint.filter(|&b| {
            self.segments.all[b].is_body()
                && self.segments.all[b].tokens.end == self.segments.all[first].tokens.start
        }) {
            first = body;
        }
        let start = self.segments.all[first].tokens.start;
        let office = (start > floor + 1 && is_mark(self.a, start - 1, ","))
            .then(|| self.offices.ending_at(start - 1))??;
        Some((office, first))
    }

    fn address(&self, claim: &mut Claim, at: usize) {
        match self.a.word(at).trim_end_matches('.') {
            "Mr" | "Mister" | "Sir" | "Lord" | "His" | "King" | "Prince" | "Shri" | "Sheikh" | "Father"
            | "Herr" | "Monsieur" => claim.male = Some(true),
            "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Madam" | "Madame" | "Her" | "Queen" | "Princess"
            | "Smt" | "Baroness" => claim.male = Some(false),
            _ => {}
        }
        if self.marks.has(at, RANK) && self.is_rank(at, claim.tokens.start) {
            let end = claim.rank.as_ref().map_or(at + 1, |r| r.end);
            claim.rank = Some(at..end);
        }
    }

    fn is_rank(&self, at: usize, name: usize) -> bool {
        !(self.marks.has(at, MALE | FEMALE) && at + 1 < name)
    }

    /// The office before a name, and one before that behind a comma: "First Secretary, Head of Cooperation Mr. X".
    fn chain(&self, claim: &mut Claim, id: usize, floor: usize) -> usize {
        claim.offices.push(id);
        let office = &self.offices.all[id];
        let start = office.phrase.start;
        let comma =
            start > floor + 1 && is_mark(self.a, start - 1, ",") && is_capital(self.a, office.head.start);
        let both = start > floor + 1 && self.a.is(start - 1, "and") && office.owner.is_none();
        if (comma || both)
            && !office.definite
            && let Some(other) = self.offices.ending_at(start - 1)
        {
            let first = &self.offices.all[other];
            if !first.plural
                && is_capital(self.a, first.head.start) == is_capital(self.a, office.head.start)
                && !(both && first.definite)
                && !self.holds_name_before(first.phrase.start, floor)
            {
                claim.offices.insert(0, other);
                return first.phrase.start;
            }
        }
        start
    }

    /// Whether the office at `start` is an apposition to a name before it.
    fn holds_name_before(&self, start: usize, floor: usize) -> bool {
        start > floor + 1
            && is_mark(self.a, start - 1, ",")
            && is_capital(self.a, start - 2)
            && self.segments.at(start - 2).is_none()
            && !self.marks.has(start - 2, NOT_NAME | HEAD | BODY_HEAD)
    }

    /// "the Prime Minister of Tuvalu, Kausea Natano, …"
    fn takes_comma(&self, claim: &Claim, id: usize, addressed: bool) -> bool {
        let office = &self.offices.all[id];
        let end = claim.tokens.end;
        let closed = matches!(self.a.word(end), "," | "." | ";" | ")" | ":" | "and" | "" | "—" | "–" | "-")
            || is_possessive(self.a, end)
            || self.a.sentence_of(claim.tokens.start).tokens.end == end
            || matches!(
                self.a.word(end),
                "who"
                    | "in"
                    | "on"
                    | "to"
                    | "at"
                    | "said"
                    | "for"
                    | "also"
                    | "has"
                    | "was"
                    | "is"
                    | "told"
                    | "will"
            );
        let single = !office.plural || self.is_list(end);
        single
            && (addressed || closed && (office.definite || office.owner.is_some() || claim.words >= 2))
            && !self
                .holds_name_before(office.phrase.start, self.a.sentence_of(office.head.start).tokens.start)
    }

    fn is_list(&self, end: usize) -> bool {
        matches!(self.a.word(end), "," | "and")
    }

    /// Appositions behind the name.
    fn behind(&self, claim: &mut Claim) {
        let limit = self.a.sentence_of(claim.tokens.start).tokens.end;
        let mut at = claim.tokens.end;
        if let Some(end) = self.of_body(claim, at, limit) {
            at = end;
        }
        if is_mark(self.a, at, "(") && at + 2 < limit {
            if let Some(id) = self.own_office(at + 1) {
                claim.offices.push(id);
                at = self.offices.all[id].phrase.end;
            } else if let Some(id) = self.segments.id_at(at + 1) {
                let segment = &self.segments.all[id];
                if is_mark(self.a, segment.tokens.end, ")")
                    && claim.owner.is_none()
                    && claim.offices.is_empty()
                    && !matches!(segment.named, Named::Letters)
                {
                    claim.owner = Some(id);
                }
            }
        } else if let Some((id, end)) = self.apposition(claim, at, limit) {
            claim.offices.push(id);
            at = end;
            if (is_mark(self.a, at, ",") || self.a.is(at, "and"))
                && let Some(id) = self
                    .own_office(at + 1)
                    .filter(|&id| !self.offices.all[id].plural && !self.offices.all[id].definite)
            {
                claim.offices.push(id);
                at = self.offices.all[id].phrase.end;
            }
        }
        self.line_below(claim, at);
        claim.phrase.end = at.max(claim.tokens.end);
    }

    /// A signature whose next line names the government: "Special Envoy" / "Royal Norwegian Government".
    fn line_below(&self, claim: &mut Claim, at: usize) {
        let next = self.skip_markup(at);
        let alone = self.a.tokens[claim.phrase.start].first_of_line
            && self.a.tokens.get(next).is_some_and(|t| t.first_of_line);
        if !alone || claim.offices.is_empty() || claim.owner.is_some() {
            return;
        }
        claim.owner = (next..(next + 5).min(self.a.tokens.len()))
            .take_while(|&i| i == next || !self.a.tokens[i].first_of_line)
            .find(|&i| {
                self.a.is(i + 1, "government") && self.segments.at(i).is_some_and(|s| s.state().is_some())
            })
            .and_then(|i| self.segments.id_at(i));
    }

    /// "X of the Cook Islands", "X from India", "X, of Fiji,".
    fn of_body(&self, claim: &mut Claim, end: usize, limit: usize) -> Option<usize> {
        let at = if is_mark(self.a, end, ",") { end + 1 } else { end };
        if at + 1 >= limit || !(self.a.is(at, "of") || self.a.is(at, "from")) {
            return None;
        }
        let next = at + 1 + usize::from(self.a.is(at + 1, "the"));
        let id = self.segments.id_at(next)?;
        let segment = &self.segments.all[id];
        if matches!(segment.named, Named::Demonym(_) | Named::Region) || segment.tokens.start != next {
            return None;
        }
        claim.owner = Some(id);
        Some(segment.tokens.end)
    }

    /// An office behind the name that belongs to it, and where it ends.
    fn apposition(&self, claim: &Claim, at: usize, limit: usize) -> Option<(usize, usize)> {
        let mut next;
        if at >= limit || self.is_break(at) || (at + 1 < limit && self.is_line(claim, at)) {
            next = self.skip_markup(at);
            if !self.is_line(claim, next) {
                return None;
            }
            return self.own_office(next).map(|id| (id, self.offices.all[id].phrase.end));
        }
        if is_mark(self.a, at, ",") || is_mark(self.a, at, "–") || is_mark(self.a, at, "—") {
            next = at + 1;
            if self.a.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Number)
                && is_mark(self.a, next + 1, ",")
            {
                next += 2;
            }
            if self.a.is(next, "who") {
                next += 1;
                while next < limit
                    && matches!(
                        self.a.word(next),
                        "is" | "was"
                            | "has"
                            | "been"
                            | "also"
                            | "serves"
                            | "served"
                            | "as"
                            | "currently"
                            | "had"
                            | "became"
                            | "now"
                    )
                {
                    next += 1;
                }
            } else if matches!(
                self.a.word(next),
                "himself" | "herself" | "then" | "now" | "currently" | "formerly" | "also"
            ) {
                next += 1;
            }
        } else if matches!(self.a.word(at), "is" | "was" | "became" | "as" | "has") {
            next = at + 1 + usize::from(self.a.is(at, "has") && self.a.is(at + 1, "been"));
            while matches!(self.a.word(next), "also" | "now" | "then" | "currently") {
                next += 1;
            }
        } else {
            return None;
        }
        if self.opens.get(next).is_some_and(|o| *o) {
            next = (next..(next + 5).min(limit)).find(|&i| is_possessive(self.a, i))? + 1;
        }
        let mut id = self.own_office(next)?;
        if is_possessive(self.a, self.offices.all[id].phrase.end) {
            id = self.own_office(self.offices.all[id].phrase.end + 1)?;
        }
        let office = &self.offices.all[id];
        if !claim.offices.is_empty() && !office.definite {
            return None;
        }
        (!office.plural || office.definite && self.a.is(office.phrase.start, "one"))
            .then_some((id, office.phrase.end))
    }

    /// The office at `at`, unless another name follows it.
    fn own_office(&self, at: usize) -> Option<usize> {
        let id = self.offices.starting_at(at)?;
        let office = &self.offices.all[id];
        let mut end = office.phrase.end;
        while let Some(next) = self.offices.starting_at(end + 1).filter(|_| is_mark(self.a, end, ",")) {
            end = self.offices.all[next].phrase.end;
        }
        let chained = end > office.phrase.end && !(self.marks.has(end, HONORIFIC) && is_capital(self.a, end));
        if chained {
            end = office.phrase.end;
        }
        while self.marks.has(end, HONORIFIC)
            && is_capital(self.a, end)
            && self.offices.starting_at(end).is_none()
        {
            end += 1;
        }
        let same_line =
            self.a.tokens.get(end).is_some_and(|t| !t.first_of_line || !self.a.tokens[at].first_of_line);
        (!(self.opens[end.min(self.opens.len() - 1)] && same_line)).then_some(id)
    }

    fn is_break(&self, at: usize) -> bool {
        is_mark(self.a, at, "<")
    }

    fn skip_markup(&self, at: usize) -> usize {
        if !self.is_break(at) {
            return at;
        }
        (at..(at + 5).min(self.a.tokens.len())).find(|&i| is_mark(self.a, i, ">")).map_or(at, |i| i + 1)
    }

    /// Whether the name fills a line of its own and `at` begins the next.
    fn is_line(&self, claim: &Claim, at: usize) -> bool {
        self.a.tokens.get(at).is_some_and(|t| t.first_of_line)
            && self.a.tokens[claim.phrase.start].first_of_line
            && at <= claim.tokens.end + 4
    }

    fn proof(&self, claim: &Claim, addressed: bool) -> Proof {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let titled = self.titled[self.a.tokens[first].sentence as usize];
        if addressed && !(titled && claim.words == 1 && self.marks.has(first, NOT_NAME)) {
            return Proof::Sure;
        }
        if self.names_a_body(claim) || self.is_thing(claim) {
            return Proof::None;
        }
        let known_first =
            (first..end).any(|i| self.marks.has(i, GIVEN) && !self.marks.has(i, NOT_NAME | MODIFIER));
        let surname_last = self.marks.has(end - 1, SURNAME);
        if !claim.offices.is_empty() && (claim.words >= 2 || known_first || surname_last) {
            return Proof::Sure;
        }
        let given = self.marks.has(first, GIVEN) || claim.initial && claim.words >= 1;
        if claim.words >= 2
            && given
            && (!titled || known_first && claim.words <= 3)
            && (known_first || surname_last || claim.initial)
        {
            return Proof::Sure;
        }
        if claim.words >= 2 && (known_first || surname_last) && !titled && !self.located(first) {
            return Proof::Likely;
        }
        if claim.words >= 2 && claim.words <= 4 && !titled && self.acts(claim) && !self.located(first) {
            return Proof::Likely;
        }
        if claim.words == 1
            && surname_last
            && !self.marks.has(first, NOT_NAME | MODIFIER | BODY_HEAD)
            && !titled
            && (self.acts(claim) || claim.owner.is_some() || is_possessive(self.a, end))
        {
            return Proof::Likely;
        }
        Proof::None
    }

    /// "The Jimmy Carter Center", "the Nobel Prize": things named for people.
    fn names_a_body(&self, claim: &Claim) -> bool {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let article = first > 0
            && matches!(self.a.word(first - 1), "the" | "The" | "a" | "an" | "A" | "An")
            && claim.phrase.start == first;
        let head = is_capital(self.a, end)
            && self.marks.has(end, BODY_HEAD | PLACE_HEAD)
            && !self.a.tokens[end].first_of_line;
        let run = is_capital(self.a, end)
            && !self.a.tokens[end].first_of_line
            && self.marks.has(end, NOT_NAME)
            && !self.titled[self.a.tokens[first].sentence as usize];
        let body = self.segments.at(end).is_some_and(super::body::Segment::is_body)
            && self.segments.at(end).is_some_and(|s| s.tokens.start == end)
            && !self.a.tokens[end].first_of_line;
        article
            || head
            || run && !self.is_verb_start(end)
            || body && !self.titled[self.a.tokens[first].sentence as usize]
    }

    fn is_verb_start(&self, at: usize) -> bool {
        self.a.sentence_of(at).tokens.start == at
    }

    fn is_thing(&self, claim: &Claim) -> bool {
        let end = claim.tokens.end;
        let after = self.a.word(end).to_ascii_lowercase();
        matches!(
            after.as_str(),
            "airport"
                | "street"
                | "road"
                | "avenue"
                | "stadium"
                | "river"
                | "island"
                | "islands"
                | "peninsula"
                | "district"
                | "province"
                | "region"
                | "party"
                | "agreement"
                | "treaty"
                | "accord"
                | "prize"
                | "award"
                | "award-winning"
                | "airbase"
                | "base"
                | "virus"
                | "missile"
                | "missiles"
                | "crossing"
                | "camp"
                | "dam"
                | "bridge"
                | "hotel"
                | "university"
                | "hospital"
                | "doctrine"
                | "foundation"
                | "group"
                | "inc"
                | "ltd"
                | "border"
        ) || self.a.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number && t.glued)
    }

    /// A name behind "in", "near" is a place's rather.
    fn located(&self, first: usize) -> bool {
        let listed = first > 1
            && is_mark(self.a, first - 1, ",")
            && self.segments.at(first - 2).is_some_and(|s| matches!(s.named, Named::Place | Named::Seat(_)));
        listed
            || first > 0
                && matches!(
                    self.a.word(first - 1),
                    "in" | "In" | "near" | "Near" | "at" | "across" | "outside" | "around" | "throughout"
                )
    }

    /// Whether the name does what only people do: says, is a "who", is spoken to.
    fn acts(&self, claim: &Claim) -> bool {
        let (first, end) = (claim.tokens.start, claim.tokens.end);
        let next = if is_mark(self.a, end, ",") { end + 1 } else { end };
        self.speaks(end)
            || self.a.is(next, "who")
            || self.a.is(next, "whose")
            || first > 0 && self.speaks(first - 1)
    }

    fn speaks(&self, at: usize) -> bool {
        let verb = matches!(
            self.a.word(at),
            "said"
                | "says"
                | "told"
                | "added"
                | "stated"
                | "announced"
                | "noted"
                | "explained"
                | "argued"
                | "stressed"
                | "insisted"
                | "remarked"
                | "recalled"
                | "admitted"
                | "warned"
                | "declared"
                | "hailed"
                | "met"
                | "meets"
                | "arrived"
                | "flew"
                | "thanked"
                | "congratulated"
                | "welcomed"
                | "expressed"
                | "hosts"
                | "visited"
                | "vowed"
                | "pledged"
                | "replied"
                | "tweeted"
                | "wrote"
                | "signed"
                | "urged"
                | "praised"
                | "promised"
                | "spoke"
                | "asked"
                | "phoned"
                | "travelled"
                | "traveled"
                | "accepted"
                | "invited"
                | "emphasised"
                | "emphasized"
                | "underlined"
                | "reiterated"
                | "confirmed"
                | "denied"
                | "claimed"
                | "observed"
                | "conceded"
                | "cautioned"
                | "quipped"
                | "resigned"
                | "died"
        );
        verb || self.a.longest(at, Category::Reporting).is_some()
    }

    fn joined(&self, left: &Claim, right: &Claim) -> bool {
        let (from, to) = (left.phrase.end.max(left.tokens.end), right.phrase.start);
        from < to
            && to - from <= 2
            && self.a.tokens[from].sentence == self.a.tokens[to].sentence
            && (from..to).all(|i| matches!(self.a.word(i), "," | "and" | "&" | ";"))
    }

    /// "A of X, B of Y and C of Z, three presidents": the office behind the list is everybody's.
    fn share_back(&self, claims: &mut [Claim]) {
        let Some(last) = claims.last() else { return };
        let at = last.phrase.end;
        if last.proof < Proof::Likely || !last.offices.is_empty() || !is_mark(self.a, at, ",") {
            return;
        }
        let Some(id) = self.own_office(at + 1).filter(|&id| self.offices.all[id].plural) else { return };
        for index in (0..claims.len()).rev() {
            if !claims[index].offices.is_empty()
                || index + 1 < claims.len() && !self.joined(&claims[index], &claims[index + 1])
            {
                return;
            }
            claims[index].offices.push(id);
            claims[index].proof = Proof::Sure;
        }
    }

    /// Members of a list share a plural office, and are persons if the first is.
    fn share(&self, before: &Claim, claim: &mut Claim) {
        if before.proof < Proof::Likely || !self.joined(before, claim) {
            return;
        }
        if claim.proof == Proof::None
            && claim.words >= 2
            && !self.names_a_body(claim)
            && !self.is_thing(claim)
        {
            claim.proof = Proof::Likely;
        }
        let plural = before.offices.iter().copied().find(|&id| self.offices.all[id].plural);
        if let Some(id) = plural.filter(|_| claim.offices.is_empty()) {
            claim.offices.push(id);
            claim.proof = Proof::Sure;
        }
    }
}

/// Whether nearly all words of a sentence are capitalised: a headline in title case.
fn is_titled(a: &Analysis, tokens: Range<usize>) -> bool {
    let (mut long, mut capital) = (0, 0);
    for index in tokens {
        if a.tokens[index].kind == TokenKind::Word && a.tokens[index].span.len() > 3 {
            long += 1;
            capital += usize::from(marks::is_capital(a, index));
        }
    }
    long >= 4 && capital * 10 >= long * 8
}
