//! One view of every kind of point, for formats that list them alike.

use std::borrow::Cow;

use serde::Serialize;

use super::selection::PointKind;
use super::words;
use super::{Highlight, Item};
use crate::base::Span;
use crate::extract::{Commitment, Evidence, Meeting, Participant, Party, When};
use crate::text::visible;

/// What stands where the text says nothing.
pub const NOT_STATED: &str = "not stated";

/// A point as it is listed. What the text does not state is `None` or empty.
#[derive(Debug, Clone, Serialize)]
pub struct Point<'a> {
    /// What it is: `participant`, `party`, `commitment`, `meeting` or `highlight`.
    pub kind: &'static str,
    #[serde(skip)]
    /// The same, to sort by.
    pub sort: PointKind,
    /// The name of a person, party or meeting; what somebody commits to; the words of a highlight.
    pub text: Cow<'a, str>,
    /// Who commits, or who meets; of a person, office and what it belongs to.
    pub who: Vec<&'a str>,
    /// Of a commitment: firm, intended, considered or principle.
    pub strength: Option<&'static str>,
    /// Of a person: participant or mentioned; of a meeting: upcoming, ongoing or past; of a party: what it is.
    pub status: Option<&'static str>,
    /// Whether somebody promises not to act.
    pub negative: bool,
    /// Towards whom somebody commits.
    pub counterpart: Option<&'a str>,
    /// On what it depends.
    pub condition: Option<&'a str>,
    /// When it is, or by when: the words of the text.
    pub when: Option<Cow<'a, str>>,
    /// First day, as `2024-08-20`, where the words can be resolved.
    pub start: Option<String>,
    /// Last day, inclusive.
    pub end: Option<String>,
    /// Where it is.
    pub place: Option<&'a str>,
    /// The number of the paragraph.
    pub paragraph: Option<usize>,
    /// The words of the text that it rests on, on one line.
    pub quote: Cow<'a, str>,
    #[serde(skip)]
    /// Where they stand, in bytes.
    pub span: Span,
    /// The rule that found it; `None` for the user's own highlights.
    pub rule: Option<&'a str>,
    #[serde(skip)]
    /// Why it is there.
    pub evidence: Option<&'a Evidence>,
    /// The user's note.
    pub note: Option<&'a str>,
    /// The user's tags.
    pub tags: &'a [String],
    /// The name of the highlight's colour.
    pub colour: Option<&'a str>,
}

impl Point<'_> {
    /// Whether it comes second to others of its kind: people only mentioned, soft commitments, meetings that are over.
    pub fn is_second(&self) -> bool {
        matches!(
            self.status.or(self.strength),
            Some("mentioned" | "past" | "ongoing" | "considered" | "principle")
        )
    }

    /// Its text; a promise not to act says so.
    pub fn told(&self) -> Cow<'_, str> {
        if self.negative { format!("not: {}", self.text).into() } else { Cow::Borrowed(&*self.text) }
    }

    /// What is said of it, on one line, and nothing that is not: for lists and to be searched.
    pub fn line(&self) -> String {
        let mut parts = vec![self.told().into_owned()];
        parts.extend(self.who());
        parts.extend(
            [self.counterpart, self.condition, self.when.as_deref(), self.place]
                .into_iter()
                .flatten()
                .map(str::to_owned),
        );
        visible(&parts.join(" · ")).into_owned()
    }

    /// The letter that stands for its kind, as the reader shows it.
    pub const fn letter(&self) -> char {
        match self.sort {
            PointKind::Participant | PointKind::Party => 'P',
            PointKind::Commitment => 'C',
            PointKind::Meeting => 'M',
            PointKind::Highlight => 'H',
        }
    }

    /// Who, in one string, or `None`.
    pub fn who(&self) -> Option<String> {
        (!self.who.is_empty()).then(|| self.who.join(", "))
    }
}

/// All points of `item` as they are listed: parties, people, commitments, meetings, highlights; within a kind those that
/// come second stand last, otherwise the order of the text holds.
pub fn points<'a>(item: &'a Item<'_>) -> Vec<Point<'a>> {
    let of = Maker { item };
    let found = item.points;
    let mut points: Vec<Point> = found.parties.iter().map(|p| of.party(p)).collect();
    points.extend(found.participants.iter().map(|p| of.participant(p)));
    points.extend(found.commitments.iter().map(|c| of.commitment(c)));
    points.extend(found.meetings.iter().map(|m| of.meeting(m)));
    points.extend(item.highlights.iter().map(|h| of.highlight(h)));
    let rank = |p: &Point| PointKind::ALL.iter().position(|k| *k == p.sort);
    points.sort_by_key(|p| (rank(p), p.is_second()));
    points
}

struct Maker<'i, 'd> {
    item: &'i Item<'d>,
}

impl<'i> Maker<'i, '_> {
    fn base(&self, sort: PointKind, text: &'i str, span: Span) -> Point<'i> {
        let document = self.item.document;
        let block = document.block_at(span.start);
        Point {
            kind: sort.name(),
            sort,
            text: visible(text),
            who: Vec::new(),
            strength: None,
            status: None,
            negative: false,
            counterpart: None,
            condition: None,
            when: None,
            start: None,
            end: None,
            place: None,
            paragraph: block.and_then(|b| document.paragraph_number(b)),
            quote: visible(document.slice(span)),
            span,
            rule: None,
            evidence: None,
            note: None,
            tags: &[],
            colour: None,
        }
    }

    fn shown(&self, sort: PointKind, text: &'i str, evidence: &'i Evidence) -> Point<'i> {
        let rule = Some(evidence.rule.as_ref());
        Point { rule, evidence: Some(evidence), ..self.base(sort, text, evidence.span) }
    }

    fn participant(&self, person: &'i Participant) -> Point<'i> {
        Point {
            who: [&person.role, &person.affiliation].into_iter().filter_map(Option::as_deref).collect(),
            status: Some(words::involvement(person.involvement)),
            ..self.shown(PointKind::Participant, &person.name, &person.evidence)
        }
    }

    fn party(&self, party: &'i Party) -> Point<'i> {
        let span = party.mentions.first().copied().unwrap_or_default();
        Point { status: Some(words::party(party.kind)), ..self.base(PointKind::Party, &party.name, span) }
    }

    fn commitment(&self, commitment: &'i Commitment) -> Point<'i> {
        let point = Point {
            who: commitment.actors.iter().map(String::as_str).collect(),
            strength: Some(words::strength(commitment.strength)),
            negative: commitment.negative,
            counterpart: commitment.counterpart.as_deref(),
            condition: commitment.condition.as_deref(),
            ..self.shown(PointKind::Commitment, &commitment.action, &commitment.evidence)
        };
        timed(point, commitment.deadline.as_ref())
    }

    fn meeting(&self, meeting: &'i Meeting) -> Point<'i> {
        let point = Point {
            who: meeting.with.iter().map(String::as_str).collect(),
            status: Some(words::status(meeting.status)),
            place: meeting.place.as_deref(),
            // Its evidence may be a word or two, such as "the talks": the sentence says what of them.
            quote: visible(self.item.document.slice(meeting.evidence.sentence)),
            ..self.shown(PointKind::Meeting, &meeting.name, &meeting.evidence)
        };
        timed(point, meeting.when.as_ref())
    }

    fn highlight(&self, highlight: &'i Highlight) -> Point<'i> {
        Point {
            note: highlight.note.as_deref(),
            tags: &highlight.tags,
            colour: highlight.colour.as_deref(),
            ..self.base(PointKind::Highlight, self.item.document.slice(highlight.span), highlight.span)
        }
    }
}

fn timed<'a>(point: Point<'a>, when: Option<&'a When>) -> Point<'a> {
    let Some(when) = when else { return point };
    let day = |day: Option<jiff::civil::Date>| day.map(|d| d.to_string());
    Point { when: Some(visible(&when.text)), start: day(when.start), end: day(when.end), ..point }
}

/// How many points of `kind` there are, those of first rank and those that come second.
pub fn counts(points: &[Point], kind: PointKind) -> (usize, usize) {
    let of_kind = points.iter().filter(|p| p.sort == kind);
    let second = of_kind.clone().filter(|p| p.is_second()).count();
    (of_kind.count() - second, second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn a_line_says_what_is_stated_and_no_more() {
        let lines = with_item(&sample(), |item| {
            points(&item).iter().map(|p| format!("{} {}", p.letter(), p.line())).collect::<Vec<_>>()
        });
        assert_eq!(
            lines[..3],
            ["P Norway", "P Kari *Lund* · Foreign Minister", "C send two ships · Norway · by May 2025"]
        );
        assert_eq!(lines[4], "M meeting of =the= northern ministers · Norway, Sweden · Narvik");
    }
}
