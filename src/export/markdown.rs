//! Markdown for note-taking apps.
//!
//! Front matter names the briefing; each point ends in a block reference (`^p5`, made unique within the note) that other
//! notes can link to, and in the command that opens the briefing at the very paragraph.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::{Item, NOT_STATED, Point, PointKind, command, counts, points, text, title};
use crate::text::visible;

/// A note for each briefing; only a note of a single one can have front matter, which must begin the file.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let mut references = HashMap::new();
    let [item] = items else {
        return items.iter().map(|item| note(item, &mut references)).collect::<Vec<_>>().join("\n");
    };
    front_matter(item) + &note(item, &mut references)
}

fn front_matter(item: &Item<'_>) -> String {
    let about = &item.document.metadata;
    let mut out = String::from("---\n");
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {}", quoted(&value));
        }
    };
    field("title", Some(title(item.document)));
    field("date", about.published.map(|d| d.to_string()));
    field("place", about.place.clone());
    field("source", about.publisher.clone());
    field("briefing", item.document.path.as_ref().map(|p| p.display().to_string()));
    field("sha256", Some(item.document.sha256.clone()));
    out.push_str("tags: [briefing]\n---\n\n");
    out
}

/// A YAML string; JSON's strings are among them.
fn quoted(value: &str) -> String {
    serde_json::to_string(visible(value).as_ref()).unwrap_or_default()
}

fn note(item: &Item<'_>, references: &mut HashMap<usize, usize>) -> String {
    let points = points(item);
    let mut out = format!("# {}\n", escaped(&title(item.document)));
    let about = &item.document.metadata;
    let date = about.published.map_or(NOT_STATED.to_owned(), |d| d.to_string());
    let _ =
        writeln!(out, "\nDate: {date} · Place: {}", escaped(about.place.as_deref().unwrap_or(NOT_STATED)));
    let parties: Vec<String> =
        points.iter().filter(|p| p.sort == PointKind::Party).map(|p| escaped(&p.text)).collect();
    if !parties.is_empty() {
        let _ = writeln!(out, "\nParties: {}", parties.join(", "));
    }
    for (kind, head, second) in [
        (PointKind::Participant, "Participants", "Only mentioned"),
        (PointKind::Commitment, "Commitments", "Soft commitments"),
        (PointKind::Meeting, "Next meetings", "Ongoing and earlier meetings"),
        (PointKind::Highlight, "Highlights", ""),
    ] {
        let (firsts, seconds) = counts(&points, kind);
        for (head, count, is_second) in [(head, firsts, false), (second, seconds, true)] {
            if count > 0 {
                let _ = writeln!(out, "\n## {head}\n");
                let listed = points.iter().filter(|p| p.sort == kind && p.is_second() == is_second);
                listed.for_each(|p| entry(&mut out, p, item, references));
            }
        }
    }
    out
}

fn entry(out: &mut String, point: &Point<'_>, item: &Item<'_>, references: &mut HashMap<usize, usize>) {
    let mut line = match point.sort {
        PointKind::Highlight => format!("“{}”", escaped(&point.quote)),
        _ => format!("**{}**", escaped(&point.told())),
    };
    for (word, value) in about(point) {
        let _ = write!(line, " · {word}{}", escaped(&value));
    }
    for tag in point.tags {
        let _ = write!(line, " #{}", visible(tag).replace(|c: char| c.is_whitespace() || c == '#', "-"));
    }
    if let Some(paragraph) = point.paragraph {
        let times = references.entry(paragraph).or_insert(0);
        *times += 1;
        let suffix = if *times == 1 { String::new() } else { format!("-{times}") };
        let _ = write!(line, " ^p{paragraph}{suffix}");
    }
    let _ = writeln!(out, "- {line}");
    if point.sort != PointKind::Highlight {
        let _ = writeln!(out, "  > {}", escaped(&point.quote));
    }
    if let Some(note) = point.note {
        let _ = writeln!(out, "  - {}", indented(note));
    }
    if let Some(command) = command(item.document, point.paragraph) {
        let _ = writeln!(out, "  - {}", code(&command));
    }
}

/// What is said of a point besides its text, as word and value.
pub(super) fn about(point: &Point<'_>) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    let who = point.who();
    match point.sort {
        PointKind::Participant => out.push(("", who.unwrap_or_else(|| NOT_STATED.into()))),
        PointKind::Commitment => {
            out.push(("", who.unwrap_or_else(|| "who is not stated".into())));
            let strength = point.strength.unwrap_or(NOT_STATED);
            out.push(("", strength.into()));
            out.push(("due: ", text::time(point)));
            out.extend(point.counterpart.map(|c| ("towards: ", c.to_owned())));
            out.extend(point.condition.map(|c| ("condition: ", c.to_owned())));
        }
        PointKind::Meeting => {
            out.push(("", point.status.unwrap_or(NOT_STATED).into()));
            out.push(("when: ", text::time(point)));
            out.push(("where: ", point.place.unwrap_or(NOT_STATED).into()));
            out.push(("with: ", who.unwrap_or_else(|| NOT_STATED.into())));
        }
        PointKind::Party | PointKind::Highlight => {}
    }
    out
}

/// What the user wrote as text of a list item of the second level: its lines break where they did, and an empty one parts
/// paragraphs.
fn indented(note: &str) -> String {
    let lines: Vec<&str> = note.trim().lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|p| !p.is_empty());
    let paragraph = |p: &[&str]| p.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\\\n    ");
    paragraphs.map(paragraph).collect::<Vec<_>>().join("\n\n    ")
}

/// `text` on one line, without anything that Markdown would take for markup.
fn escaped(text: &str) -> String {
    let shown = visible(text);
    let mut out = String::with_capacity(shown.len());
    for (at, c) in shown.char_indices() {
        let markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$' | '&' => true,
            '#' => at == 0 || !shown[..at].ends_with(' '),
            '+' | '-' | '=' | '!' => at == 0,
            '.' | ')' => shown[..at].chars().all(|c| c.is_ascii_digit()) && at > 0,
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `text` as inline code, fenced by more backticks than it holds.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn a_note_with_references_and_ways_back() {
        insta::assert_snapshot!(with_item(&sample(), |item| render(&[item])));
    }

    #[test]
    fn a_note_of_several_lines_keeps_them() {
        assert_eq!(
            indented("ask *again*\nby phone\n\n# then\n"),
            "ask \\*again\\*\\\n    by phone\n\n    \\# then"
        );
        let mut sample = sample();
        sample.highlights[0].note = Some("one\ntwo\n\nthree".into());
        let notes = with_item(&sample, |item| render(&[item]));
        let events: Vec<String> = pulldown_cmark::Parser::new(&notes).map(|e| format!("{e:?}")).collect();
        let said = events.concat();
        let kept = "(\"one\"))HardBreakText(Borrowed(\"two\"))End(Paragraph)Start(Paragraph)Text(Borrowed(\"three\"))";
        assert!(said.contains(kept), "{said}");
    }

    #[test]
    fn several_notes_have_no_front_matter() {
        let notes = with_item(&sample(), |item| render(&[item, item]));
        assert!(notes.starts_with("# Northern") && notes.matches("\n# Northern").count() == 1);
        let references: Vec<&str> =
            notes.lines().filter_map(|l| l.rsplit_once(" ^").map(|(_, r)| r)).collect();
        let distinct: std::collections::BTreeSet<_> = references.iter().collect();
        assert_eq!((references.len(), distinct.len()), (10, 10), "{references:?}");
    }

    #[test]
    fn text_never_becomes_markup() {
        use pulldown_cmark::{Event, Parser};
        for text in [
            "*a* _b_ `c`",
            "<b>x</b> &amp; y",
            "# head",
            "1. one",
            "- item",
            "[l](u)",
            "a|b",
            "![i](u)",
            "> q",
        ] {
            let mut shown = String::new();
            for event in Parser::new(&escaped(text)) {
                match event {
                    Event::Text(words) => shown.push_str(&words),
                    Event::Start(pulldown_cmark::Tag::Paragraph) | Event::End(_) => {}
                    other => panic!("{text} became {other:?}"),
                }
            }
            assert_eq!(shown, text);
        }
        assert_eq!(code("a`b"), "``a`b``");
    }
}
