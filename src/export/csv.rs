//! Tables: one row a point, and the table that Readwise imports.
//!
//! A cell that begins like a formula is set off with an apostrophe: a spreadsheet would run what a briefing says.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::safe::lines;
use super::{Item, Point, points, title};
use crate::text::visible;

/// One row a point. The first eight columns are fixed; more may follow them.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let head = [
        "kind",
        "text",
        "who",
        "strength",
        "when",
        "place",
        "paragraph",
        "quote",
        "status",
        "start",
        "end",
        "note",
        "tags",
        "briefing",
    ];
    table(&head, items, |item, point| {
        vec![
            point.kind.to_owned(),
            point.told().into_owned(),
            point.who().unwrap_or_default(),
            point.strength.unwrap_or_default().to_owned(),
            point.when.as_deref().unwrap_or_default().to_owned(),
            visible(point.place.unwrap_or_default()).into_owned(),
            number(point),
            point.quote.to_string(),
            point.status.unwrap_or_default().to_owned(),
            point.start.clone().unwrap_or_default(),
            point.end.clone().unwrap_or_default(),
            point.note.unwrap_or_default().to_owned(),
            point.tags.join(" "),
            title(item.document),
        ]
    })
}

/// The columns that Readwise asks for: Highlight, Title, Author, URL, Note, Location, Date.
pub(super) fn readwise(items: &[Item<'_>]) -> String {
    let head = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];
    table(&head, items, |item, point| {
        let about = &item.document.metadata;
        vec![
            point.quote.to_string(),
            title(item.document),
            visible(about.publisher.as_deref().unwrap_or_default()).into_owned(),
            String::new(),
            note(point),
            number(point),
            about.published.map(|d| d.to_string()).unwrap_or_default(),
        ]
    })
}

/// What a point says beside its quote, with Readwise's tags (`.tag` at the head of a note).
fn note(point: &Point<'_>) -> String {
    let tags = std::iter::once(point.kind).chain(point.tags.iter().map(String::as_str));
    let tags: Vec<String> =
        tags.map(|t| format!(".{} ", visible(t).replace(char::is_whitespace, "-"))).collect();
    let mut parts = vec![point.told().into_owned()];
    parts.extend(point.who());
    parts.extend(point.strength.or(point.status).map(str::to_owned));
    parts.extend(point.when.as_deref().map(str::to_owned));
    parts.extend(point.place.map(|p| visible(p).into_owned()));
    parts.extend(point.note.map(str::to_owned));
    // A highlight repeats its own words.
    parts.retain(|p| *p != point.quote);
    format!("{}{}", tags.concat(), parts.join("; "))
}

fn number(point: &Point<'_>) -> String {
    point.paragraph.map(|n| n.to_string()).unwrap_or_default()
}

fn table(head: &[&str], items: &[Item<'_>], row: impl Fn(&Item<'_>, &Point<'_>) -> Vec<String>) -> String {
    let mut writer: Writer<Vec<u8>> = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    // Writing to memory does not fail, nor do rows of one length.
    let _ = writer.write_record(head);
    for item in items {
        for point in points(item) {
            let _ = writer.write_record(row(item, &point).into_iter().map(|cell| defused(lines(&cell))));
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn defused(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn one_row_a_point() {
        let table = with_item(&sample(), |item| render(&[item]));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let kinds: Vec<&str> = rows.iter().map(|r| &r[0]).collect();
        assert_eq!(kinds, ["party", "participant", "commitment", "meeting", "meeting", "highlight"]);
        let commitment = &rows[2];
        assert_eq!(
            commitment.iter().take(8).collect::<Vec<_>>(),
            [
                "commitment",
                "send two ships",
                "Norway",
                "firm",
                "by May 2025",
                "",
                "3",
                "Norway will send\u{20}two ships by May 2025"
            ]
        );
        assert_eq!(table.lines().filter(|l| l.is_empty()).count(), 0);
        assert!(table.ends_with("\r\n"));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, want) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM", "'@SUM"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(defused(cell.to_owned()), want);
        }
    }

    #[test]
    fn readwise_has_its_columns() {
        let table = with_item(&sample(), |item| readwise(&[item]));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        assert_eq!(
            reader.headers().unwrap(),
            &["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"][..]
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(&rows[2][4], ".commitment send two ships; Norway; firm; by May 2025");
        assert_eq!(&rows[5][4], ".highlight .to-do ask again");
        assert_eq!((&rows[2][5], &rows[2][6]), ("3", "2025-01-10"));
    }
}
