//! Emacs Org: a heading for each briefing, commitments as TODO entries with their deadlines.

use std::fmt::Write as _;

use super::{Item, NOT_STATED, Point, PointKind, points, title};
use crate::text::visible;

/// The briefings one after the other.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let mut out = String::new();
    for item in items {
        let about = &item.document.metadata;
        let _ = writeln!(out, "* {}\n:PROPERTIES:", title(item.document));
        let date = about.published.map(|d| d.to_string());
        property(&mut out, "DATE", Some(date.as_deref().unwrap_or(NOT_STATED)));
        property(&mut out, "PLACE", Some(about.place.as_deref().unwrap_or(NOT_STATED)));
        property(&mut out, "SOURCE", about.publisher.as_deref());
        property(&mut out, "FILE", item.document.path.as_deref().and_then(|p| p.to_str()));
        out.push_str(":END:\n");
        let points = points(item);
        for (kind, head) in [
            (PointKind::Party, "Parties"),
            (PointKind::Participant, "Participants"),
            (PointKind::Commitment, "Commitments"),
            (PointKind::Meeting, "Meetings"),
            (PointKind::Highlight, "Highlights"),
        ] {
            let mut of_kind = points.iter().filter(|p| p.sort == kind).peekable();
            if of_kind.peek().is_some() {
                let _ = writeln!(out, "** {head}");
                of_kind.for_each(|p| entry(&mut out, p));
            }
        }
    }
    out
}

fn entry(out: &mut String, point: &Point<'_>) {
    let task = if point.sort == PointKind::Commitment { "TODO " } else { "" };
    let tags: Vec<String> = point.tags.iter().map(|t| tag(t)).collect();
    let tags = if tags.is_empty() { String::new() } else { format!(" :{}:", tags.join(":")) };
    let _ = writeln!(out, "*** {task}{}{tags}", point.told());
    if let (PointKind::Commitment, Some(day)) = (point.sort, &point.end) {
        let _ = writeln!(out, "DEADLINE: <{day}>");
    }
    out.push_str(":PROPERTIES:\n");
    property(out, "WHO", point.who().as_deref());
    property(out, "STRENGTH", point.strength);
    property(out, "STATUS", point.status);
    property(out, "WHEN", point.when.as_deref());
    property(out, "PLACE", point.place);
    property(out, "TOWARDS", point.counterpart);
    property(out, "CONDITION", point.condition);
    property(out, "PARAGRAPH", point.paragraph.map(|n| n.to_string()).as_deref());
    out.push_str(":END:\n");
    // A drawer of properties stands right under its heading; only a deadline may come between.
    match (point.sort, &point.start, &point.end) {
        (PointKind::Meeting, Some(start), Some(end)) if start != end => {
            let _ = writeln!(out, "<{start}>--<{end}>");
        }
        (PointKind::Meeting, Some(day), _) => {
            let _ = writeln!(out, "<{day}>");
        }
        _ => {}
    }
    let _ = writeln!(out, "#+begin_quote\n{}\n#+end_quote", guarded(&point.quote));
    if let Some(note) = point.note {
        for line in note.trim().lines() {
            let _ = writeln!(out, "{}", guarded(&visible(line)));
        }
    }
}

fn property(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _ = writeln!(out, ":{name}: {}", visible(value));
    }
}

/// A line that Org takes for text.
fn guarded(line: &str) -> String {
    // Not a heading, a keyword, a drawer, a comment or a table: an invisible mark would be worse than a space.
    if line.starts_with(['*', '#', ':', '|']) {
        format!(" {line}").replace(" *", " ∗")
    } else {
        line.to_owned()
    }
}

fn tag(tag: &str) -> String {
    tag.chars().map(|c| if c.is_alphanumeric() || "_@#%".contains(c) { c } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn a_briefing_as_an_outline() {
        insta::assert_snapshot!(with_item(&sample(), |item| render(&[item])));
    }

    #[test]
    fn a_note_of_several_lines_keeps_them() {
        let mut sample = sample();
        sample.highlights[0].note = Some("one\n* two".into());
        assert!(with_item(&sample, |item| render(&[item])).contains("\none\n ∗ two\n"));
    }

    #[test]
    fn quotes_never_become_structure() {
        for line in ["* head", "#+end_quote", ":END:", "| a |"] {
            assert!(!guarded(line).starts_with(['*', '#', ':', '|']), "{line}");
        }
        assert_eq!((guarded("plain *text*"), tag("to do")), ("plain *text*".into(), "to_do".into()));
    }
}
