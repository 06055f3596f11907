//! Plain lines, for pipes and screen readers: no box drawing, no escape sequences, each paragraph and each point on a
//! line of its own.

use std::fmt::Write as _;

use super::{Item, NOT_STATED, Point, PointKind, counts, points, title};
use crate::base::Severity;
use crate::document::Document;
use crate::text::visible;

/// The points of each briefing, with their quotes.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let parts: Vec<String> =
        items.iter().map(|item| head(item.document) + "\n" + &listed(item, false)).collect();
    parts.join("\n\n")
}

/// A briefing to read from top to bottom: what it is, its paragraphs with their numbers, then its points. With `why`,
/// each point says by which rule, cue and sentence it is there.
///
/// ```
/// use attache::{export::{Item, reading}, extract::KeyPoints, import};
/// let document = import::read(b"Talks in Oslo end\n\nThey met.", None, &import::Options::default())?;
/// let item = Item { document: &document, points: &KeyPoints::default(), highlights: &[] };
/// let shown = reading(&item, false);
/// assert!(shown.starts_with("Talks in Oslo end\nDate: not stated\n"));
/// assert!(shown.contains("\u{b6}2 They met.\n"));
/// # Ok::<(), attache::import::ImportError>(())
/// ```
pub fn reading(item: &Item<'_>, why: bool) -> String {
    let document = item.document;
    let mut out = head(document);
    for remark in document.diagnostics.iter().filter(|d| d.severity > Severity::Info) {
        let hint = remark.hint.as_ref().map_or(String::new(), |h| format!("; {h}"));
        let _ = writeln!(out, "Note: {}{}", visible(&remark.message), visible(&hint));
    }
    out.push('\n');
    let mut furniture = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        let Some(number) = document.paragraph_number(index) else {
            furniture += document.slice(block.span).lines().count();
            continue;
        };
        let marker = document.slice(block.marker).trim();
        let space = if marker.is_empty() { "" } else { " " };
        let _ =
            writeln!(out, "¶{number} {}{space}{}\n", visible(marker), visible(document.slice(block.span)));
    }
    if furniture > 0 {
        let lines = if furniture == 1 { "line" } else { "lines" };
        let _ = writeln!(out, "({furniture} {lines} of page furniture left out)\n");
    }
    out + &listed(item, why)
}

/// What the briefing is, a line each.
fn head(document: &Document) -> String {
    let about = &document.metadata;
    let or = |value: Option<&str>| visible(value.unwrap_or(NOT_STATED)).into_owned();
    let date = about.published.map(|d| d.to_string());
    format!(
        "{}\nDate: {}\nPlace: {}\nSource: {}\n",
        title(document),
        or(date.as_deref()),
        or(about.place.as_deref()),
        or(about.publisher.as_deref())
    )
}

fn listed(item: &Item<'_>, why: bool) -> String {
    let points = points(item);
    let mut out = String::new();
    section(&mut out, "Parties", None, &points, PointKind::Party, why, item);
    section(&mut out, "Participants", Some("Only mentioned"), &points, PointKind::Participant, why, item);
    section(&mut out, "Commitments", Some("Soft commitments"), &points, PointKind::Commitment, why, item);
    section(
        &mut out,
        "Next meetings",
        Some("Ongoing and earlier meetings"),
        &points,
        PointKind::Meeting,
        why,
        item,
    );
    if !item.highlights.is_empty() {
        section(&mut out, "Highlights", None, &points, PointKind::Highlight, why, item);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn section(
    out: &mut String,
    head: &str,
    second_head: Option<&str>,
    points: &[Point<'_>],
    kind: PointKind,
    why: bool,
    item: &Item<'_>,
) {
    let (first, second) = counts(points, kind);
    let of_kind = || points.iter().filter(|p| p.sort == kind);
    if first == 0 {
        let _ = writeln!(out, "{head}: none found");
    } else {
        let _ = writeln!(out, "{head} ({first})");
        of_kind().filter(|p| !p.is_second()).for_each(|p| line(out, p, why, item));
    }
    if let Some(head) = second_head.filter(|_| second > 0) {
        let _ = writeln!(out, "\n{head} ({second})");
        of_kind().filter(|p| p.is_second()).for_each(|p| line(out, p, why, item));
    }
    out.push('\n');
}

/// One point: what it says, then its quote; parties are names enough.
fn line(out: &mut String, point: &Point<'_>, why: bool, item: &Item<'_>) {
    let paragraph = point.paragraph.map(|n| format!(" ¶{n}")).unwrap_or_default();
    let _ = writeln!(out, "- {}.{paragraph}", says(point).trim_end_matches('.'));
    if !matches!(point.sort, PointKind::Party | PointKind::Highlight) {
        let _ = writeln!(out, "  “{}”", point.quote);
    }
    if let Some(evidence) = point.evidence.filter(|_| why) {
        let words = |span| visible(item.document.slice(span));
        let cue = evidence.cue.map(|c| format!(", cue “{}”", words(c))).unwrap_or_default();
        let _ = writeln!(out, "  why: rule {}{cue}, in “{}”", evidence.rule, words(evidence.sentence));
    }
}

/// A point as one sentence; what the text leaves open is said to be open.
fn says(point: &Point<'_>) -> String {
    let or = |value: Option<&str>| visible(value.unwrap_or(NOT_STATED)).into_owned();
    let who = point.who();
    match point.sort {
        PointKind::Party => point.text.to_string(),
        PointKind::Participant => format!("{}: {}", point.text, or(who.as_deref())),
        PointKind::Commitment => {
            let mut out = format!("{}: ", who.as_deref().map_or("who is not stated".into(), visible));
            let _ = write!(out, "{}. {}; due: {}", point.told(), or(point.strength), time(point));
            for (word, value) in [("towards", point.counterpart), ("condition", point.condition)] {
                if let Some(value) = value {
                    let _ = write!(out, "; {word}: {}", visible(value));
                }
            }
            out
        }
        PointKind::Meeting => format!(
            "{}. {}; when: {}; where: {}; with: {}",
            point.text,
            or(point.status),
            time(point),
            or(point.place),
            or(who.as_deref())
        ),
        PointKind::Highlight => {
            let note = point.note.map(|n| format!(". Note: {}", visible(n))).unwrap_or_default();
            let tags: Vec<String> = point.tags.iter().map(|t| format!(" #{}", visible(t))).collect();
            format!("“{}”{note}{}", point.quote, tags.concat())
        }
    }
}

/// The words of the time with the days that they mean.
pub(super) fn time(point: &Point<'_>) -> String {
    let words = point.when.as_deref().unwrap_or(NOT_STATED);
    match (&point.start, &point.end) {
        (Some(start), Some(end)) if start != end => format!("{words} ({start} to {end})"),
        (Some(day), _) | (None, Some(day)) if words != day => format!("{words} ({day})"),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn a_briefing_reads_from_top_to_bottom() {
        insta::assert_snapshot!(with_item(&sample(), |item| reading(&item, true)));
    }

    #[test]
    fn what_is_wrong_with_the_file_is_said() {
        let shown = |bytes: &[u8], name: &str| {
            let document =
                crate::import::read(bytes, Some(name.as_ref()), &crate::import::Options::default()).unwrap();
            let points = crate::extract::KeyPoints::default();
            reading(&Item { document: &document, points: &points, highlights: &[] }, false)
        };
        let furniture = shown(b"Share this: X\n\nAdvertisement\n", "a.txt");
        assert!(
            furniture.contains("\nNote: nothing but page furniture in this file; check that"),
            "{furniture}"
        );
        assert!(shown(b"body = ''", "a.toml").contains("\nNote: no text in this briefing"));
        assert!(
            shown("caf\u{e9} na\u{ef}ve \u{fffd}".as_bytes(), "a.txt")
                .contains("\nNote: 1 character(s) could not")
        );
    }

    #[test]
    fn what_was_not_found_is_said() {
        let mut sample = sample();
        sample.points = crate::extract::KeyPoints::default();
        sample.highlights.clear();
        let shown = with_item(&sample, |item| render(&[item]));
        for line in ["Participants: none found", "Commitments: none found", "Next meetings: none found"] {
            assert!(shown.lines().any(|l| l == line), "{line} in:\n{shown}");
        }
    }

    #[test]
    fn nothing_commands_the_terminal() {
        let bytes = "Talks\u{1b}[2J end\n\nThey\u{202e} met\u{7}.\n";
        let document =
            crate::import::read(bytes.as_bytes(), None, &crate::import::Options::default()).unwrap();
        let item =
            Item { document: &document, points: &crate::extract::KeyPoints::default(), highlights: &[] };
        let shown = reading(&item, false);
        assert!(shown.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{shown:?}");
    }
}
