//! Offices: "Deputy Minister of Finance", "the Saudi national security adviser", "Senior Vice President of JICA".
//!
//! An office is read outwards from its head noun: modifiers to the left, then what it belongs to; complements to the
//! right. It knows nothing of who holds it.

use std::ops::Range;

use super::super::Analysis;
use super::super::lexicon::Category;
use super::body::{Named, Segments};
use super::marks::{
    self, BODY_HEAD, FORMER, HEAD, HONORIFIC, MODIFIER, Marks, PASSING, is_capital, is_mark, is_possessive,
};
use crate::text::TokenKind;

/// What an office belongs to, as far as its own words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// A state, body or place: index of the segment.
    Segment(usize),
    /// "The country's", "his", "its": something named before.
    Anaphor,
    /// A person whose name holds or begins at this token: "Yermak's deputy", "adviser to Prime Minister …".
    Person(usize),
    /// "The ministry's", "the department's": a body named before, by the token of the noun.
    Body(usize),
    /// A name that no lexicon holds: "an economist at Foyle Insight", its first token and its end.
    Words(usize, usize),
}

/// One office in the text.
#[derive(Debug, Clone)]
pub(super) struct Office {
    /// With its article and what it belongs to.
    pub(super) phrase: Range<usize>,
    /// The office's own words, in pieces.
    pub(super) role: Vec<Range<usize>>,
    /// The head noun.
    pub(super) head: Range<usize>,
    pub(super) owner: Option<Owner>,
    /// Of an office of several, whose each is, in order: "the British and French envoys".
    pub(super) owners: Vec<usize>,
    pub(super) plural: bool,
    pub(super) former: bool,
    /// Whether "the", "his" or the like opens it.
    pub(super) definite: bool,
}

/// All offices, in order; they do not overlap.
pub(super) struct Offices {
    pub(super) all: Vec<Office>,
    ends: Vec<u32>,
    starts: Vec<u32>,
}

impl Offices {
    pub(super) fn of(a: &Analysis, marks: &Marks, segments: &Segments) -> Self {
        let reader = Reader { a, marks, segments };
        let mut all: Vec<Office> = Vec::new();
        for sentence in &a.sentences {
            let mut floor = sentence.tokens.start;
            let mut index = floor;
            while index < sentence.tokens.end {
                match reader.office(index, floor, sentence.tokens.end) {
                    Some(office) => {
                        floor = office.phrase.end;
                        index = floor;
                        all.push(office);
                    }
                    None => index += 1,
                }
            }
        }
        let (mut ends, mut starts) = (vec![0; a.tokens.len() + 1], vec![0; a.tokens.len() + 1]);
        for (id, office) in all.iter().enumerate() {
            ends[office.phrase.end] = id as u32 + 1;
            starts[office.phrase.start] = id as u32 + 1;
        }
        Self { all, ends, starts }
    }

    /// The office whose last token stands before `index`.
    pub(super) fn ending_at(&self, index: usize) -> Option<usize> {
        (self.ends.get(index).copied().unwrap_or(0) as usize).checked_sub(1)
    }

    /// The office whose first token is at `index`.
    pub(super) fn starting_at(&self, index: usize) -> Option<usize> {
        (self.starts.get(index).copied().unwrap_or(0) as usize).checked_sub(1)
    }
}

pub(super) struct Reader<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) marks: &'r Marks,
    pub(super) segments: &'r Segments,
}

pub(super) struct Left {
    role: usize,
    extra: Option<Range<usize>>,
    phrase: usize,
    owner: Option<Owner>,
    definite: bool,
}

impl Reader<'_, '_> {
    pub(super) fn office(&self, index: usize, floor: usize, limit: usize) -> Option<Office> {
        let hit = self.a.longest(index, Category::RoleHead)?;
        let in_rank =
            index > floor && self.marks.has(index, marks::RANK) && self.marks.has(index - 1, marks::RANK);
        if in_rank
            || hit.end > limit
            || self.is_modifier_here(hit.end, index)
            || self.segments.at(index).is_some_and(|s| s.tokens.end > hit.end)
        {
            return None;
        }
        let head = index..hit.end;
        let plural = is_plural(self.a.word(head.start)) || is_plural(self.a.word(head.end - 1));
        let mut left = self.left(index, floor);
        let mut owners = if plural { self.nationalities(&mut left, floor) } else { Vec::new() };
        let super::complement::Right { mut role, mut end, owner } = self.right(&head, limit, left.owner);
        if plural && owners.len() < 2 {
            owners = self.states_of(&mut end, &head, limit);
        }
        role[0].start = self.trimmed(left.role, index);
        if let Some(extra) = left.extra {
            role.insert(0, extra);
        }
        Some(Office {
            former: (left.phrase..head.end).any(|i| self.marks.has(i, FORMER) || self.a.is(i, "then")),
            plural,
            owners,
            phrase: left.phrase..end,
            role,
            head,
            owner,
            definite: left.definite,
        })
    }

    /// "British and French envoys": takes the nationalities before the first one in; all of them in order.
    fn nationalities(&self, left: &mut Left, floor: usize) -> Vec<usize> {
        let Some(Owner::Segment(last)) = left.owner else { return Vec::new() };
        let nationality =
            |id: &usize| matches!(self.segments.all[*id].named, Named::Demonym(_) | Named::State(_));
        let mut all = vec![last];
        let mut at = self.segments.all[last].tokens.start;
        while at >= floor + 2 && (is_joint(self.a, at - 1) || is_mark(self.a, at - 1, ",")) {
            let before = at - 1 - usize::from(is_mark(self.a, at - 2, ","));
            let Some(id) = before.checked_sub(1).and_then(|i| self.segments.id_at(i)).filter(nationality)
            else {
                break;
            };
            let start = self.segments.all[id].tokens.start;
            if self.segments.all[id].tokens.end != before || start < floor {
                break;
            }
            at = start;
            all.insert(0, id);
        }
        if all.len() > 1 {
            let article = ["the", "his", "her", "their", "two", "three"];
            let led = at > floor && article.iter().any(|w| self.a.is(at - 1, w));
            left.definite |= led;
            left.phrase = left.phrase.min(at - usize::from(led));
        }
        all
    }

    /// "The foreign ministers of Japan, China and South Korea": the states in order; `end` moves behind the last.
    fn states_of(&self, end: &mut usize, head: &Range<usize>, limit: usize) -> Vec<usize> {
        let mut all = Vec::new();
        let state = |i: usize| {
            self.segments.id_at(i).filter(|&id| matches!(self.segments.all[id].named, Named::State(_)))
        };
        let Some(first) = state(*end - 1).filter(|_| *end > head.end) else { return all };
        all.push(first);
        while *end + 1 < limit && (is_joint(self.a, *end) || is_mark(self.a, *end, ",")) {
            let mut next = *end + 1;
            next += usize::from(is_mark(self.a, *end, ",") && is_joint(self.a, next));
            next += usize::from(self.a.is(next, "the"));
            let Some(id) = state(next).filter(|&id| self.segments.all[id].tokens.start == next) else {
                break;
            };
            all.push(id);
            *end = self.segments.all[id].tokens.end;
        }
        all
    }

    /// "Deputy" before "Prime Minister" is no head.
    pub(super) fn is_modifier_here(&self, end: usize, index: usize) -> bool {
        self.marks.has(index, MODIFIER | BODY_HEAD)
            && self.marks.has(end, HEAD | MODIFIER)
            && !self.marks.has(end, HONORIFIC & !HEAD)
            && self.a.tokens[end].sentence == self.a.tokens[index].sentence
            && (is_capital(self.a, index) || !is_capital(self.a, end))
    }

    pub(super) fn left(&self, head: usize, floor: usize) -> Left {
        let mut at = self.modifiers(head, floor);
        let mut left = Left { role: at, extra: None, phrase: at, owner: None, definite: false };
        if let Some(start) = self.based(at, floor) {
            at = start;
            left.phrase = at;
        }
        if at == floor {
            return left;
        }
        if let Some(before) = self.belonging(at, floor, &mut left) {
            at = before;
            left.phrase = at;
            let further = self.modifiers(at, floor);
            if further < at {
                left.extra = (further..at).find(|&i| !self.marks.has(i, PASSING)).map(|i| i..at);
                left.phrase = further;
            }
        }
        left.phrase = self.aged(left.phrase, floor);
        if left.phrase > floor
            && matches!(self.a.word(left.phrase - 1), "the" | "The" | "a" | "an" | "A" | "An")
        {
            left.phrase -= 1;
            left.definite = true;
        }
        left
    }

    /// "the 35-year-old Soviet ambassador": where the age before `at` begins.
    fn aged(&self, at: usize, floor: usize) -> usize {
        let parts = ["old", "-", "year", "-"];
        let first = at.checked_sub(parts.len() + 1).filter(|&i| i >= floor);
        let is = |(n, w): (usize, &&str)| {
            self.a.is(at - 1 - n, w) || marks::is_hyphen(self.a, at - 1 - n) && *w == "-"
        };
        first.filter(|_| parts.iter().enumerate().all(is)).unwrap_or(at)
    }

    /// "a Beijing-based economist": where the town before `at` begins.
    fn based(&self, at: usize, floor: usize) -> Option<usize> {
        let town = at.checked_sub(3).filter(|&t| t >= floor && is_capital(self.a, t))?;
        let based = ["based", "born", "trained", "educated"].iter().any(|w| self.a.is(at - 1, w));
        let start = self.segments.at(town).map_or(town, |s| s.tokens.start.max(floor));
        (based && marks::is_hyphen(self.a, at - 2)).then_some(start)
    }

    /// Walks left over modifiers; returns the first of them.
    pub(super) fn modifiers(&self, from: usize, floor: usize) -> usize {
        let mut at = from;
        let lowest = floor.max(from.saturating_sub(14));
        while at > lowest {
            let before = at - 1;
            if let Some(segment) = self.segments.at(before) {
                let spelt = !(segment.stands_for.is_some() && matches!(segment.named, Named::Ministry));
                if (matches!(segment.named, Named::Ministry | Named::Region) && spelt
                    || self.is_house(segment))
                    && segment.tokens.end == at
                    && segment.tokens.start >= floor
                {
                    at = segment.tokens.start;
                    continue;
                }
                if !self.marks.has(before, MODIFIER)
                    || segment.state().is_some()
                    || segment.tokens.end != at
                    || segment.is_body()
                {
                    break;
                }
            }
            if self.marks.has(before, MODIFIER) && self.is_led(before, at) {
                at = before;
            } else if before > lowest
                && (marks::is_hyphen(self.a, before) || is_joint(self.a, before) && at < from)
                && self.marks.has(before - 1, MODIFIER)
                && self.segments.at(before - 1).is_none_or(|s| s.state().is_none())
            {
                at = before - 1;
            } else {
                break;
            }
        }
        at
    }

    /// A small-letter word does not modify across a sentence's start or a capitalised "Chief" a small "minister".
    pub(super) fn is_led(&self, before: usize, at: usize) -> bool {
        is_capital(self.a, at)
            || !is_capital(self.a, before)
            || before == self.a.sentence_of(before).tokens.start
            || self.marks.has(before, FORMER | PASSING)
            || self.a.tokens[at].glued
            || self.segments.at(before).is_some_and(|s| matches!(s.named, Named::Ministry))
            || self.marks.has(before, BODY_HEAD | MODIFIER)
    }

    /// Whose the office is, by what stands before `at`; returns where that begins.
    pub(super) fn belonging(&self, at: usize, floor: usize, left: &mut Left) -> Option<usize> {
        let before = at - 1;
        if is_possessive(self.a, before) && before > floor {
            let owner = before - 1;
            if let Some(id) = self.segments.id_at(owner) {
                left.owner = Some(Owner::Segment(id));
                return Some(self.segments.all[id].tokens.start.max(floor));
            }
            left.definite = true;
            if is_capital(self.a, owner) {
                left.owner = Some(Owner::Person(owner));
                return None;
            }
            if [
                "country",
                "nation",
                "kingdom",
                "republic",
                "government",
                "body",
                "group",
                "organisation",
                "organization",
                "bloc",
                "alliance",
                "island",
                "state",
            ]
            .iter()
            .any(|w| self.a.is(owner, w))
            {
                left.owner = Some(Owner::Anaphor);
                return Some(owner);
            }
            if self.marks.has(owner, BODY_HEAD) {
                left.owner = Some(Owner::Body(owner));
                return Some(owner);
            }
            return None;
        }
        if is_mark(self.a, before, ")")
            && before >= floor + 2
            && is_mark(self.a, before - 2, "(")
            && let Some(id) = self
                .segments
                .id_at(before - 1)
                .filter(|&id| self.segments.all[id].stands_for.is_some() || self.introduced(id, before))
        {
            left.owner = Some(Owner::Segment(id));
            return Some(before - 2);
        }
        if let Some(id) = self.segments.id_at(before) {
            let segment = &self.segments.all[id];
            if segment.tokens.end == at && segment.tokens.start >= floor {
                let start = segment.tokens.start;
                left.owner = Some(Owner::Segment(id));
                let nested = start > floor && segment.is_body();
                if let Some(outer) = nested.then(|| self.segments.id_at(start - 1)).flatten()
                    && self.segments.all[outer].state().is_some()
                    && matches!(segment.named, Named::Ministry)
                {
                    left.owner = Some(Owner::Segment(outer));
                    return Some(self.segments.all[outer].tokens.start.max(floor));
                }
                return Some(start);
            }
        }
        if matches!(
            self.a.word(before),
            "his" | "her" | "their" | "its" | "His" | "Her" | "Their" | "Its" | "our" | "Our" | "whose"
        ) {
            left.owner = Some(if self.a.is(before, "whose") { self.whose(before) } else { Owner::Anaphor });
            left.definite = true;
            return Some(before);
        }
        self.led_by_name(at, floor, left)
    }

    /// "Greens senator X", "Bayan secretary general X": a body that no lexicon holds, right before a small-letter office
    /// with a name behind it.
    fn led_by_name(&self, at: usize, floor: usize, left: &mut Left) -> Option<usize> {
        let first = self.run_before(at).filter(|&f| f >= floor)?;
        let small = !is_capital(self.a, at) && self.a.tokens[at].kind == TokenKind::Word;
        let opens = first == self.a.sentence_of(at).tokens.start;
        let plural = self.a.word(at - 1).ends_with('s') || at > first + 1;
        let free = (first..at).all(|i| {
            self.segments.at(i).is_none()
                && !self
                    .marks
                    .has(i, HONORIFIC | HEAD | MODIFIER | FORMER | PASSING | marks::RANK | marks::GIVEN)
                && !self.a.tokens[i].first_of_line
        });
        if !small || !free || opens && !plural {
            return None;
        }
        left.owner = Some(Owner::Words(first, at));
        Some(first)
    }

    /// "The Authority, whose president": the body or name right before.
    fn whose(&self, at: usize) -> Owner {
        let end = at - usize::from(is_mark(self.a, at.saturating_sub(1), ","));
        match end.checked_sub(1).and_then(|i| self.segments.id_at(i)) {
            Some(id) => Owner::Segment(id),
            None => match self.run_before(end) {
                Some(first) => Owner::Words(first, end),
                None => Owner::Anaphor,
            },
        }
    }

    /// Where the run of capitals that ends before `end` begins.
    fn run_before(&self, end: usize) -> Option<usize> {
        let floor = self.a.sentence_of(end.saturating_sub(1)).tokens.start.max(end.saturating_sub(8));
        let part = |i: usize| {
            is_capital(self.a, i) && !self.marks.has(i, marks::NOT_NAME)
                || matches!(self.a.word(i), "-" | "i" | "e" | "of" | "al") && i > floor
        };
        let first = (floor..end).rev().take_while(|&i| part(i)).last()?;
        is_capital(self.a, first).then_some(first)
    }

    /// Whether a segment names a parliament or one of its houses, which are part of the office beside them.
    pub(super) fn is_house(&self, segment: &super::body::Segment) -> bool {
        const HOUSES: &[&str] = &[
            "parliament",
            "assembly",
            "senate",
            "house",
            "representatives",
            "diet",
            "duma",
            "rada",
            "knesset",
            "sabha",
            "bundestag",
            "bundesrat",
            "majlis",
            "legislature",
            "commons",
            "lords",
            "sejm",
            "riksdag",
            "storting",
        ];
        let general = || segment.tokens.clone().any(|i| self.a.is(i, "general") || self.a.is(i, "white"));
        segment.is_body()
            && segment.tokens.clone().any(|i| HOUSES.iter().any(|w| self.a.is(i, w)))
            && !general()
    }

    /// Whether a body's full name, perhaps with a possessive, stands before its abbreviation in brackets.
    pub(super) fn introduced(&self, id: usize, close: usize) -> bool {
        let before =
            close.checked_sub(3).map(|i| if is_possessive(self.a, i) { i.saturating_sub(1) } else { i });
        self.segments.all[id].is_body()
            && before.and_then(|i| self.segments.at(i)).is_some_and(super::body::Segment::is_body)
    }

    /// Drops words such as "visiting" from the front of the role.
    pub(super) fn trimmed(&self, from: usize, head: usize) -> usize {
        let passes = |i: usize| {
            self.segments.at(i).is_none() && (self.marks.has(i, PASSING) || is_mark(self.a, i, "-"))
        };
        (from..head).find(|&i| !passes(i)).unwrap_or(head)
    }
}

pub(super) struct Topic {
    pub(super) end: usize,
    pub(super) holder: Option<usize>,
    pub(super) office: bool,
}

pub(super) fn extend(role: &mut Vec<Range<usize>>, tokens: Range<usize>) {
    match role.last_mut() {
        Some(last) if last.end == tokens.start => last.end = tokens.end,
        _ => role.push(tokens),
    }
}

pub(super) fn is_joint(a: &Analysis, index: usize) -> bool {
    matches!(a.word(index), "and" | "&")
}

fn is_plural(word: &str) -> bool {
    let lower = word.len() > 3
        && (word.ends_with('s') || word.ends_with('S'))
        && !word.ends_with("ss")
        && !word.ends_with("SS");
    lower
        && !["affairs", "forces", "treasuries", "lords", "chambers"]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w))
}
