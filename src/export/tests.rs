//! A briefing with one point of each kind, for the tests of the formats.

use jiff::civil::date;

use super::{Highlight, Item};
use crate::base::Span;
use crate::document::Document;
use crate::extract::{
    Commitment, Evidence, Involvement, KeyPoints, Meeting, Participant, Party, PartyKind, Status, Strength,
    When,
};
use crate::import;

const TEXT: &str = "Northern ministers <meet> & agree

OSLO, Jan. 10 - Foreign Minister Kari *Lund* met her guests.

Norway will send
two ships by May 2025. They will meet in Bergen on 3 and 4 March 2025, and meet in Narvik again.

Share this: X
";

pub(super) struct Sample {
    pub(super) document: Document,
    pub(super) points: KeyPoints,
    pub(super) highlights: Vec<Highlight>,
}

/// The briefing with its points.
pub(super) fn sample() -> Sample {
    let options = import::Options { date: Some(date(2025, 1, 10)), ..import::Options::default() };
    let document = import::read(TEXT.as_bytes(), Some("my talks.txt".as_ref()), &options).unwrap();
    let span = |words: &str| {
        let start = document.text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let evidence = |words: &str, cue: Option<&str>| Evidence {
        span: span(words),
        sentence: span(words),
        cue: cue.map(span),
        rule: "test-rule".into(),
    };
    let when = |words: &str, start, end| When { text: words.into(), span: span(words), start, end };
    let meeting = |words: &str, place: &str, when| Meeting {
        name: "meeting of =the= northern ministers".into(),
        status: Status::Upcoming,
        when,
        place: Some(place.into()),
        with: vec!["Norway".into(), "Sweden".into()],
        mentions: vec![span(words)],
        evidence: evidence(words, None),
    };
    let points = KeyPoints {
        participants: vec![Participant {
            name: "Kari *Lund*".into(),
            role: Some("Foreign Minister".into()),
            affiliation: None,
            involvement: Involvement::Participant,
            mentions: vec![span("Kari *Lund*")],
            evidence: evidence("Foreign Minister Kari *Lund*", None),
        }],
        parties: vec![Party {
            name: "Norway".into(),
            kind: PartyKind::State,
            mentions: vec![span("Norway")],
        }],
        commitments: vec![Commitment {
            actors: vec!["Norway".into()],
            counterpart: None,
            action: "send\ntwo ships".into(),
            strength: Strength::Firm,
            negative: false,
            condition: None,
            deadline: Some(when("by May 2025", Some(date(2025, 1, 10)), Some(date(2025, 5, 31)))),
            evidence: evidence("Norway will send\ntwo ships by May 2025", Some("will")),
            also: Vec::new(),
        }],
        meetings: vec![
            meeting(
                "meet in Bergen",
                "Bergen",
                Some(when("on 3 and 4 March 2025", Some(date(2025, 3, 3)), Some(date(2025, 3, 4)))),
            ),
            meeting("meet in Narvik", "Narvik", None),
        ],
        ..KeyPoints::default()
    };
    let highlights = vec![Highlight {
        span: span("her guests"),
        colour: Some("yellow".into()),
        note: Some("ask again".into()),
        tags: vec!["to do".into()],
    }];
    Sample { document, points, highlights }
}

/// Asks `question` of the sample as an item.
pub(super) fn with_item<T>(sample: &Sample, question: impl FnOnce(Item) -> T) -> T {
    question(Item { document: &sample.document, points: &sample.points, highlights: &sample.highlights })
}

#[test]
fn a_promise_not_to_act_says_so_in_every_format() {
    use super::{Format, render};
    let mut sample = sample();
    sample.points.commitments[0].negative = true;
    for &format in Format::ALL {
        let text = with_item(&sample, |item| render(format, &[item])).text;
        let told = match format {
            Format::Ics => continue,
            Format::Json | Format::Jsonl => "\"negative\":",
            _ => "not: send",
        };
        assert!(text.contains(told), "{format:?}:\n{text}");
    }
}
