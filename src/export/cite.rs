//! Ways back to the place in the briefing.

use crate::document::Document;
use crate::text::visible;

/// The command that opens `document` at the paragraph numbered `paragraph`; `None` when it was not read from a file.
///
/// ```
/// use attache::{document::Document, export::command};
/// let document = Document { path: Some("my talks.txt".into()), ..Document::default() };
/// assert_eq!(command(&document, Some(5)).as_deref(), Some("attache 'my talks.txt' --at ¶5"));
/// ```
pub fn command(document: &Document, paragraph: Option<usize>) -> Option<String> {
    let path = document.path.as_ref()?.to_str().filter(|p| !p.chars().any(char::is_control))?;
    let at = paragraph.map_or(String::new(), |n| format!(" --at ¶{n}"));
    Some(format!("attache {}{at}", shell_word(path)))
}

/// `word` as a shell reads it back.
fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+:@%,=".contains(c);
    // What begins with a hyphen would be taken for a flag.
    let word = if word.starts_with('-') { format!("./{word}") } else { word.to_owned() };
    if !word.is_empty() && word.chars().all(plain) {
        word
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Whether `text` begins like a note or a plain export of ours, which may be replaced by a newer one.
///
/// ```
/// use attache::{document::Document, export::{Format, Item, is_export, render}, extract::KeyPoints};
/// let item = Item { document: &Document::default(), points: &KeyPoints::default(), highlights: &[] };
/// for (format, count) in [(Format::Markdown, 1), (Format::Markdown, 2), (Format::Text, 1), (Format::Text, 2)] {
///     assert!(is_export(&render(format, &vec![item; count]).text));
/// }
/// assert!(!is_export("# Talks in Bern end\n\nThey met.\n"));
/// ```
pub fn is_export(text: &str) -> bool {
    let line = |n| text.lines().nth(n).unwrap_or_default();
    let front = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let note = front.is_some_and(|(front, _)| front.lines().any(|l| l.starts_with("sha256: \"")));
    let notes = line(0).starts_with("# ") && line(2).starts_with("Date: ") && line(2).contains(" · Place: ");
    let plain =
        line(1).starts_with("Date: ") && line(2).starts_with("Place: ") && line(3).starts_with("Source: ");
    note || notes || plain
}

/// The title, or what else the briefing is known by.
pub fn title(document: &Document) -> String {
    visible(document.metadata.title.as_deref().unwrap_or(&document.id)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_safe_to_paste() {
        let at = |path: &str| {
            let document = Document { path: Some(path.into()), ..Document::default() };
            command(&document, None)
        };
        assert_eq!(at("a/b-c.txt").as_deref(), Some("attache a/b-c.txt"));
        assert_eq!(at("it's; rm -rf.txt").as_deref(), Some(r"attache 'it'\''s; rm -rf.txt'"));
        assert_eq!(at("-x.txt").as_deref(), Some("attache ./-x.txt"));
        assert_eq!(at("a\nb.txt"), None);
        assert_eq!(command(&Document::default(), Some(1)), None);
    }
}
