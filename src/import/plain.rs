//! Plain text → blocks.
//!
//! Files differ in what a line end means: some wrap at 72 columns and part paragraphs by empty lines, some put each
//! paragraph on a line of its own. A run of lines is taken as wrapped only where most of them could not have held the next
//! word. Spans stay true to the file; joining is left to whoever draws.

use super::furniture;
use crate::base::Span;
use crate::document::{Block, BlockKind};

/// A line without the white space at its ends and without a closing `<br>`.
#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    /// Spaces before it.
    indent: usize,
}

/// The blocks of `text` from `offset` on.
pub(super) fn blocks(text: &str, offset: usize) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut run: Vec<Line> = Vec::new();
    for line in lines(text, offset) {
        if line.span.is_empty() {
            flush(text, &mut run, &mut out);
        } else {
            run.push(line);
        }
    }
    flush(text, &mut run, &mut out);
    mend_broken(text, &mut out);
    name_headings(text, &mut out);
    out
}

fn lines(text: &str, offset: usize) -> impl Iterator<Item = Line> {
    let mut at = offset;
    text[offset..].split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        let mut span = Span::new(start, start + line.len()).trimmed(text);
        for tag in ["<br/>", "<br />", "<br>"] {
            if span.of(text).ends_with(tag) {
                span = Span::new(span.start, span.end - tag.len()).trimmed(text);
            }
        }
        Line { span, indent: span.start - start }
    })
}

/// Ends the run of lines between two empty ones.
fn flush(text: &str, run: &mut Vec<Line>, out: &mut Vec<Block>) {
    let width = wrap_width(text, run);
    let mut current: Option<Block> = None;
    for (index, line) in run.iter().enumerate() {
        let marker = marker_len(line.span.of(text));
        let joins = index > 0
            && marker == 0
            && furniture::kind(line.span.of(text), false).is_none()
            && (width.is_some_and(|w| is_full(text, run[index - 1], *line, w))
                || flows_on(text, run[index - 1], *line));
        match &mut current {
            Some(block) if joins && !block.kind.is_furniture() => block.span.end = line.span.end,
            _ => {
                out.extend(current.take());
                current = Some(block(text, *line, marker));
            }
        }
    }
    out.extend(current);
    run.clear();
}

fn block(text: &str, line: Line, marker: usize) -> Block {
    let words = line.span.of(text);
    if let Some(kind) = furniture::kind(words, false) {
        return Block::new(kind, line.span);
    }
    if let Some(quoted) = words.strip_prefix('>') {
        let span = Span::new(line.span.end - quoted.len(), line.span.end).trimmed(text);
        return Block::new(BlockKind::Quote, if span.is_empty() { line.span } else { span });
    }
    if words.starts_with('|') && words.ends_with('|') && words.len() > 2 {
        return Block::new(BlockKind::Table, line.span);
    }
    if marker == 0 {
        return Block::new(BlockKind::Paragraph, line.span);
    }
    let span = Span::new(line.span.start + marker, line.span.end).trimmed(text);
    let marker = Span::new(line.span.start, line.span.start + marker).trimmed(text);
    Block { kind: BlockKind::ListItem, span, marker, level: (line.indent / 2).min(6) as u8 }
}

/// The width in characters at which `run` was wrapped, if it was.
fn wrap_width(text: &str, run: &[Line]) -> Option<usize> {
    let length = |line: &Line| line.span.of(text).chars().count() + line.indent;
    let width = run.iter().map(length).max().filter(|w| (36..=110).contains(w))?;
    let pairs = run.len().checked_sub(1).filter(|n| *n > 0)?;
    let full = run.windows(2).filter(|w| is_full(text, w[0], w[1], width)).count();
    (full * 10 >= pairs * 6).then_some(width)
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(text: &str, line: Line, next: Line, width: usize) -> bool {
    let first = next.span.of(text).split_whitespace().next().map_or(0, |w| w.chars().count());
    line.span.of(text).chars().count() + line.indent + 1 + first + 4 > width
}

/// Whether `line` plainly goes on in `next`: no stop at its end, a small letter after it.
fn flows_on(text: &str, line: Line, next: Line) -> bool {
    let (line, next) = (line.span.of(text), next.span.of(text));
    line.len() >= 24
        && line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | ';'))
        && next.starts_with(char::is_lowercase)
}

/// The length of the bullet or number with its space at the head of `line`; 0 when there is none.
fn marker_len(line: &str) -> usize {
    let Some(first) = line.chars().next() else { return 0 };
    let gap = |len: usize| line[len..].len() - line[len..].trim_start().len();
    if matches!(first, '•' | '▪' | '‣' | '◦' | '●' | '■' | '·' | '○' | '➢' | '✓') {
        return first.len_utf8() + gap(first.len_utf8());
    }
    if matches!(first, '-' | '*' | '–' | '—' | '+') {
        let space = gap(first.len_utf8());
        return if space > 0 { first.len_utf8() + space } else { 0 };
    }
    let open = usize::from(first == '(');
    let body = line[open..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let inner = &line[open..open + body];
    let numbered = (1..=3).contains(&body) && inner.bytes().all(|b| b.is_ascii_digit());
    let lettered = body == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase());
    let roman = (1..=4).contains(&body) && inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let close = line[open + body..].chars().next();
    let closed = match close {
        Some(')') => numbered || lettered || roman,
        Some('.') => open == 0 && (numbered || lettered || roman),
        _ => false,
    };
    let end = open + body + 1;
    if closed && gap(end) > 0 { end + gap(end) } else { 0 }
}

/// Joins paragraphs that an empty line cut within a sentence, as scans and careless pages do.
fn mend_broken(text: &str, blocks: &mut Vec<Block>) {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        if let Some(last) = kept.last_mut() {
            let (before, after) = (last.span.of(text), block.span.of(text));
            let plain = last.kind == BlockKind::Paragraph && block.kind == BlockKind::Paragraph;
            let cut = before.len() >= 40
                && ((before.ends_with(|c: char| c.is_alphanumeric() || c == ',')
                    && after.starts_with(char::is_lowercase))
                    || (before.ends_with('-') && !before.ends_with(" -")));
            if plain && cut {
                last.span.end = block.span.end;
                continue;
            }
        }
        kept.push(block);
    }
    *blocks = kept;
}

/// Longest headline and heading, in characters.
const LONGEST_TITLE: usize = 220;
const LONGEST_HEADING: usize = 90;

/// Tells title and headings from paragraphs.
fn name_headings(text: &str, blocks: &mut [Block]) {
    let mut first = true;
    for index in 0..blocks.len() {
        if blocks[index].kind != BlockKind::Paragraph {
            first &= blocks[index].kind == BlockKind::Boilerplate;
            continue;
        }
        let words = blocks[index].span.of(text);
        let follows =
            blocks[index + 1..].iter().find(|b| !b.kind.is_furniture()).map_or("", |b| b.span.of(text));
        if first && is_title(words) && !follows.is_empty() {
            blocks[index].kind = BlockKind::Title;
        } else if !first && is_heading(words) && follows.len() > words.len().max(60) {
            blocks[index].kind = BlockKind::Heading;
            blocks[index].level = 2;
        }
        first = false;
    }
}

fn is_title(words: &str) -> bool {
    let short = words.chars().take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE;
    let letterhead =
        ["By ", "Office of", "From "].iter().any(|l| words.starts_with(l)) || words.contains("Spokesperson");
    short
        && !letterhead
        && words.split_whitespace().nth(2).is_some()
        && !words.ends_with(['.', ':', ',', ';'])
        && words.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || !c.is_alphabetic())
}

fn is_heading(words: &str) -> bool {
    words.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING
        && !words.ends_with(['.', '!', ':', ';', ',', '"', '”', ')', '…'])
        && words.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        && words.contains(char::is_alphabetic)
        && crate::text::full_date(words).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<(&'static str, String)> {
        blocks(text, 0).iter().map(|b| (b.kind.name(), b.span.of(text).replace('\n', "/"))).collect()
    }

    fn check(text: &str, want: &[(&str, &str)]) {
        let got = shown(text);
        let got: Vec<(&str, &str)> = got.iter().map(|(k, t)| (*k, t.as_str())).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn wrapped_lines_join_and_paragraph_lines_do_not() {
        check(
            "The ministers of both countries met in the capital on Monday, and they\nagreed to meet again before the year is out, the host said in a short\nstatement.\n",
            &[(
                "paragraph",
                "The ministers of both countries met in the capital on Monday, and they/agreed to meet again before the year is out, the host said in a short/statement.",
            )],
        );
        check(
            "The ministers met on Monday.\nThey agreed to meet again before the year is out, and that was all that they said about it.\n",
            &[
                ("paragraph", "The ministers met on Monday."),
                (
                    "paragraph",
                    "They agreed to meet again before the year is out, and that was all that they said about it.",
                ),
            ],
        );
    }

    #[test]
    fn bullets_and_numbers_open_items() {
        check(
            "They agreed:\n• to meet\n- to talk\n1. to write\n(a) to call\n(iv) to visit\n1945 was the year.\n",
            &[
                ("paragraph", "They agreed:"),
                ("list-item", "to meet"),
                ("list-item", "to talk"),
                ("list-item", "to write"),
                ("list-item", "to call"),
                ("list-item", "to visit"),
                ("paragraph", "1945 was the year."),
            ],
        );
    }

    #[test]
    fn titles_headings_furniture_and_signatures() {
        check(
            "Site icon GAZETTE\n\nMinisters meet in Delhi\n\nIt was a long day for all of them, as everybody could see on their faces.\n\nWhat comes next\n\nThey will meet again in Tokyo when the cherries are in bloom, they said.\n\nANNA B. CRUZ<br/>\nPanel Chair\n\nExit mobile version",
            &[
                ("boilerplate", "Site icon GAZETTE"),
                ("title", "Ministers meet in Delhi"),
                ("paragraph", "It was a long day for all of them, as everybody could see on their faces."),
                ("heading", "What comes next"),
                ("paragraph", "They will meet again in Tokyo when the cherries are in bloom, they said."),
                ("paragraph", "ANNA B. CRUZ"),
                ("paragraph", "Panel Chair"),
                ("boilerplate", "Exit mobile version"),
            ],
        );
    }

    #[test]
    fn a_sentence_cut_by_an_empty_line_is_mended() {
        check(
            "The mission is headed by Mr. Peter Cargill, Vice-\n\nPresident of the Bank for Asia and the Middle East, who\n\nwill stay ten days.",
            &[(
                "paragraph",
                "The mission is headed by Mr. Peter Cargill, Vice-//President of the Bank for Asia and the Middle East, who//will stay ten days.",
            )],
        );
    }

    proptest! {
        #[test]
        fn blocks_lie_in_order_and_leave_only_space_and_markers_out(text in "[a-zA-Z.,•>|()0-9 \n\t-]{0,300}") {
            let mut at = 0;
            for block in blocks(&text, 0) {
                prop_assert!(block.marker.start >= at && block.span.start >= block.marker.end);
                prop_assert!(!block.span.is_empty() || !block.marker.is_empty());
                prop_assert!(text[at..block.marker.start].chars().all(|c| c.is_whitespace() || c == '>'));
                at = block.span.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
