//! One page, complete in itself: points first, then the text with the words that they rest on underlined.
//!
//! The page is a template of the binary; every value goes through its escaping. It loads nothing and runs nothing.

use serde::Serialize;

use super::safe;
use super::{Item, Point, PointKind, markdown, points, template, title};
use crate::base::{Span, assets};
use crate::text::visible;

#[derive(Debug, Serialize)]
struct Page {
    title: String,
    briefings: Vec<Briefing>,
}

#[derive(Debug, Serialize)]
struct Briefing {
    title: String,
    date: Option<String>,
    place: Option<String>,
    source: Option<String>,
    /// What the names of its paragraphs begin with: unique in the page.
    anchor: String,
    sections: Vec<Section>,
    paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Serialize)]
struct Section {
    title: &'static str,
    points: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    text: String,
    about: Vec<String>,
    paragraph: Option<usize>,
    quote: String,
    note: Option<String>,
    tags: Vec<String>,
    second: bool,
}

#[derive(Debug, Serialize)]
struct Paragraph {
    number: usize,
    runs: Vec<Run>,
}

#[derive(Debug, Serialize)]
struct Run {
    text: String,
    marked: bool,
}

/// The page of all briefings.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let briefings: Vec<Briefing> = items
        .iter()
        .enumerate()
        .map(|(n, item)| briefing(item, if n == 0 { "p".into() } else { format!("b{n}-p") }))
        .collect();
    let title = items.first().map_or("Briefings".into(), |item| title(item.document));
    let page = Page { title, briefings };
    template::fill("page.html", assets::text("export/page.html"), &page).unwrap_or_else(|e| e.to_string())
}

fn briefing(item: &Item<'_>, anchor: String) -> Briefing {
    let points = points(item);
    let heads = [
        (PointKind::Party, "Parties"),
        (PointKind::Participant, "Participants"),
        (PointKind::Commitment, "Commitments"),
        (PointKind::Meeting, "Meetings"),
        (PointKind::Highlight, "Highlights"),
    ];
    let section = |(kind, title)| {
        let points = points.iter().filter(|p| p.sort == kind).map(entry).collect();
        Section { title, points }
    };
    let about = &item.document.metadata;
    Briefing {
        title: title(item.document),
        date: about.published.map(|d| d.to_string()),
        place: about.place.as_deref().map(|p| visible(p).into_owned()),
        source: about.publisher.as_deref().map(|p| visible(p).into_owned()),
        anchor,
        sections: heads.into_iter().map(section).filter(|s| !s.points.is_empty()).collect(),
        paragraphs: paragraphs(item, &points),
    }
}

fn entry(point: &Point<'_>) -> Entry {
    Entry {
        text: point.told().into_owned(),
        about: markdown::about(point)
            .into_iter()
            .map(|(word, value)| format!("{word}{}", visible(&value)))
            .collect(),
        paragraph: point.paragraph,
        quote: point.quote.to_string(),
        note: point.note.map(|n| safe::lines(n.trim())),
        tags: point.tags.iter().map(|t| visible(t).into_owned()).collect(),
        second: point.is_second(),
    }
}

fn paragraphs(item: &Item<'_>, points: &[Point<'_>]) -> Vec<Paragraph> {
    let mut marks: Vec<Span> = points.iter().map(|p| p.span).filter(|s| !s.is_empty()).collect();
    marks.sort();
    let document = item.document;
    let numbered = document.blocks.iter().enumerate();
    let mut next = 0;
    numbered
        .filter_map(|(index, block)| {
            let number = document.paragraph_number(index)?;
            // Marks come in order, so that all paragraphs together pass over them once.
            while marks.get(next).is_some_and(|m| m.end <= block.span.start) {
                next += 1;
            }
            let here = marks[next..].iter().take_while(|m| m.start < block.span.end);
            Some(Paragraph { number, runs: runs(&document.text, block.span, here) })
        })
        .collect()
}

/// The words of `block` in turns of marked and unmarked ones.
fn runs<'m>(text: &str, block: Span, marks: impl Iterator<Item = &'m Span>) -> Vec<Run> {
    let mut out = Vec::new();
    let mut at = block.start;
    let mut push = |from: usize, to: usize, marked: bool| {
        if from < to {
            out.push(Run { text: visible(&text[from..to]).into_owned(), marked });
        }
    };
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end.min(block.end));
        if start < end {
            push(at, start, false);
            push(start, end, true);
            at = end;
        }
    }
    push(at, block.end, false);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn a_page_is_complete_and_escaped() {
        let page = with_item(&sample(), |item| render(&[item]));
        assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
        assert!(page.contains("<h1>Northern ministers &lt;meet&gt; &amp; agree</h1>"), "{page}");
        assert!(
            page.contains("<mark>meet in Bergen</mark>") && page.contains("<a href=\"#p3\">¶3</a>"),
            "{page}"
        );
        assert!(!page.contains("http") && !page.contains("<script"), "it loads nothing");
    }

    #[test]
    fn a_note_of_several_lines_keeps_them() {
        let mut sample = sample();
        sample.highlights[0].note = Some("one\n\ntwo <b>".into());
        let page = with_item(&sample, |item| render(&[item]));
        assert!(page.contains("<p class=\"note\">one\n\ntwo &lt;b&gt;</p>"), "{page}");
    }

    #[test]
    fn marks_that_overlap_are_cut() {
        let text = "abcdefgh";
        let marks = [Span::new(1, 4), Span::new(2, 3), Span::new(3, 6)];
        let shown: String = runs(text, Span::new(0, 8), marks.iter())
            .into_iter()
            .map(|r| if r.marked { format!("[{}]", r.text) } else { r.text })
            .collect();
        assert_eq!(shown, "a[bcd][ef]gh");
    }
}
