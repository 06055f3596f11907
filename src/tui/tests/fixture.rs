//! A briefing with key points made by hand, so that screens do not change when extraction learns something.

use std::borrow::Cow;

use jiff::civil::date;

use crate::base::Span;
use crate::extract::{
    Commitment, Evidence, Involvement, KeyPoints, Meeting, Participant, Party, PartyKind, Status, Strength,
    When,
};

/// The text, with page furniture round it.
pub const TEXT: &str = "\
Site icon THE FJORD POST

Envoys agree on ferry line

OSLO - Trade Minister Mara Lind and Danish Transport Minister Jonas Falk met on Monday to settle a dispute over \
ferries. It has lasted for two years.

Lind said Norway will open a second berth in Moss by the end of 2026. Both sides agreed to share the cost of \
dredging.

Share this: Facebook X

Falk expressed interest in a night train to Oslo. The late King Olaf had opened the old line.

The ministers will meet again in Aarhus on 3 March 2025. \u{201c}We expect a short meeting,\u{201d} said Falk.

Exit mobile version
";

fn find(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words}"));
    Span::new(start, start + words.len())
}

fn evidence(words: &str, cue: Option<&str>, rule: &'static str) -> Evidence {
    let span = find(words);
    let start = TEXT[..span.start].rfind(['\n', '.']).map_or(0, |at| at + 1);
    let end = span.end + TEXT[span.end..].find(['.', '\n']).map_or(0, |at| at + 1);
    let sentence = Span::new(start, end).trimmed(TEXT);
    Evidence { span, sentence, cue: cue.map(find), rule: Cow::Borrowed(rule) }
}

fn mentions(name: &str) -> Vec<Span> {
    TEXT.match_indices(name).map(|(at, _)| Span::new(at, at + name.len())).collect()
}

fn person(name: &str, last: &str, role: Option<&str>, home: Option<&str>, words: &str) -> Participant {
    Participant {
        name: name.into(),
        role: role.map(Into::into),
        affiliation: home.map(Into::into),
        involvement: if role.is_some() { Involvement::Participant } else { Involvement::Mentioned },
        mentions: mentions(last),
        evidence: evidence(words, None, "title-before-name"),
    }
}

fn commitment(who: &[&str], action: &str, strength: Strength, words: &str, cue: &str) -> Commitment {
    Commitment {
        actors: who.iter().map(|w| (*w).to_owned()).collect(),
        counterpart: None,
        action: action.into(),
        strength,
        negative: false,
        condition: None,
        deadline: None,
        evidence: evidence(words, Some(cue), "modal-verb"),
        also: Vec::new(),
    }
}

/// The points of [`TEXT`].
pub fn points() -> KeyPoints {
    let party = |name: &str| Party { name: name.into(), kind: PartyKind::State, mentions: mentions(name) };
    let day = |text: &str, on| When { text: text.into(), span: find(text), start: Some(on), end: Some(on) };
    let mut berth = commitment(
        &["Mara Lind", "Norway"],
        "open a second berth in Moss",
        Strength::Firm,
        "Norway will open a second berth in Moss by the end of 2026",
        "will open",
    );
    let end = day("by the end of 2026", date(2026, 12, 31));
    berth.deadline = Some(When { start: Some(date(2025, 1, 6)), ..end });
    let meeting = |name: &str, status, when, place: &str, words: &str| Meeting {
        name: name.into(),
        status,
        when: Some(when),
        place: Some(place.into()),
        with: vec!["Denmark".into(), "Norway".into()],
        mentions: vec![find(words)],
        evidence: evidence(words, None, "meeting-verb"),
    };
    KeyPoints {
        participants: vec![
            person("Mara Lind", "Lind", Some("Trade Minister"), None, "Trade Minister Mara Lind"),
            person(
                "Jonas Falk",
                "Falk",
                Some("Transport Minister"),
                Some("Denmark"),
                "Danish Transport Minister Jonas Falk",
            ),
            person("Olaf", "Olaf", None, None, "King Olaf"),
        ],
        parties: vec![party("Norway"), party("Danish")],
        commitments: vec![
            berth,
            commitment(
                &["Norway", "Denmark"],
                "share the cost of dredging",
                Strength::Firm,
                "Both sides agreed to share the cost of dredging",
                "agreed to",
            ),
            commitment(
                &["Jonas Falk"],
                "a night train to Oslo",
                Strength::Considered,
                "Falk expressed interest in a night train to Oslo",
                "expressed interest",
            ),
        ],
        meetings: vec![
            meeting(
                "ministers\u{2019} meeting",
                Status::Upcoming,
                day("3 March 2025", date(2025, 3, 3)),
                "Aarhus",
                "will meet again",
            ),
            meeting(
                "talks on ferries",
                Status::Past,
                day("Monday", date(2025, 1, 6)),
                "Oslo",
                "met on Monday",
            ),
        ],
        ..KeyPoints::default()
    }
}
