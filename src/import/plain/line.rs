//! Lines of a text, and the markup that strays into them.

use super::Draft;
use crate::{base::Span, text::wants_name};

/// A line without the white space at its ends and without a `<br>` that closes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Where its words stand; empty for an empty line.
    pub span: Span,
    /// White space before it, in characters.
    pub indent: usize,
    /// Its width in characters, indent included; bytes for lines longer than any that wrapping makes.
    pub width: usize,
    /// Whether it is marked to break: `<br>`, two spaces or a backslash at its end.
    pub breaks: bool,
    /// Whether the mark is one that nobody sets by accident: `<br>` or a backslash.
    pub tag: bool,
}

impl Line {
    /// Whether a sentence or clause ends with the line.
    pub(super) fn ends_clause(self, text: &str) -> bool {
        let words = self.span.of(text);
        ends_sentence(words) && !wants_name(words) || words.trim_end_matches(['*', '_']).ends_with([':', ';'])
    }
}

/// Whether `words` end as a sentence does: a stop, perhaps with closing quotes, brackets and emphasis after it.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '\'', '”', '’', ')', ']', '*', '_', '»'])
        .ends_with(['.', '!', '?', '…', '。'])
}

/// The lines of `text`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        scan(text, start, line)
    })
}

fn scan(text: &str, start: usize, line: &str) -> Line {
    let mut span = Span::new(start, start + line.len()).trimmed(text);
    let mut tag = false;
    let spaces = start + line.len() - span.end >= 2;
    while let Some(length) = closing_break(span.of(text)) {
        span = Span::new(span.start, span.end - length).trimmed(text);
        tag = true;
    }
    if span.of(text).starts_with('<') && only_tags(span.of(text)) {
        span.end = span.start;
    }
    let measure = |s: &str| if s.len() > 512 { s.len() } else { s.chars().count() };
    let indent = text.get(start..span.start).map_or(0, measure);
    Line { span, indent, width: indent + measure(span.of(text)), breaks: spaces || tag, tag }
}

/// The length of the `<br>` or backslash that ends `words`.
fn closing_break(words: &str) -> Option<usize> {
    match words.as_bytes().last()? {
        b'\\' if words.len() > 1 => Some(1),
        b'>' => ["<br/>", "<br />", "<br>"].iter().find(|t| words.ends_with(**t)).map(|t| t.len()),
        _ => None,
    }
}

fn only_tags(words: &str) -> bool {
    let mut rest = words;
    while let Some(length) = tag_at_start(rest) {
        rest = rest[length..].trim_start();
    }
    rest.is_empty()
}

/// Elements whose tags are found in texts copied from the web.
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "br",
    "center",
    "div",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// The length of the HTML tag with which `words` begin.
fn tag_at_start(words: &str) -> Option<usize> {
    let inner = words.strip_prefix('<')?;
    let end = inner.bytes().take(200).position(|b| b == b'>')?;
    is_tag(&inner[..end]).then_some(end + 2)
}

/// The length of the HTML tag with which `words` end.
fn tag_at_end(words: &str) -> Option<usize> {
    let inner = words.strip_suffix('>')?;
    let open = inner.bytes().rev().take(200).position(|b| b == b'<')?;
    is_tag(&inner[inner.len() - open..]).then_some(open + 2)
}

fn is_tag(inner: &str) -> bool {
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
    ELEMENTS.binary_search(&name.as_str()).is_ok()
}

/// Takes tags and emphasis marks at both ends, and the hashes of a heading, off the span of `draft`.
pub(super) fn strip_markup(text: &str, draft: &mut Draft) {
    let span = &mut draft.block.span;
    if !draft.block.marker.is_empty() || draft.block.kind.is_furniture() {
        return;
    }
    let hashes = span.of(text).bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&hashes) && span.of(text)[hashes..].starts_with(' ') {
        let inner = Span::new(span.start + hashes, span.end).trimmed(text);
        if !inner.is_empty() {
            *span = inner;
            draft.block.level = hashes as u8;
            draft.block.marker = Span::new(inner.start, inner.start);
            draft.emphatic = true;
        }
    }
    let before = *span;
    while let Some((head, tail)) = edge(span.of(text)) {
        let inner = Span::new(span.start + head, span.end - tail).trimmed(text);
        if inner.is_empty() {
            break;
        }
        draft.emphatic |= head > 1 && tail > 1;
        *span = inner;
    }
    if *span != before {
        draft.block.marker = Span::new(span.start, span.start);
    }
}

/// How many bytes of markup stand at the head and tail of `words`.
fn edge(words: &str) -> Option<(usize, usize)> {
    for mark in ["***", "**", "__", "*", "_"] {
        let Some(inner) = words.strip_prefix(mark).and_then(|w| w.strip_suffix(mark)) else { continue };
        let clean = !inner.contains(mark) && !inner.starts_with(char::is_whitespace);
        return clean.then_some((mark.len(), mark.len()));
    }
    let (head, tail) = (tag_at_start(words).unwrap_or(0), tag_at_end(words).unwrap_or(0));
    (head + tail > 0 && head + tail < words.len()).then_some((head, tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_sorted_and_addresses_are_no_tags() {
        assert!(ELEMENTS.windows(2).all(|w| w[0] < w[1]));
        assert_eq!(tag_at_start("<u>x"), Some(3));
        assert_eq!(tag_at_end("x</td>"), Some(5));
        assert_eq!(tag_at_start("<press@example.org>"), None);
        assert_eq!(tag_at_start("<https://example.org>"), None);
        assert!(only_tags("</td> <tr class=\"x\">") && !only_tags("<b>x</b>"));
    }
}
