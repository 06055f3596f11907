//! Markdown → text and blocks.
//!
//! The document's text is what a reader sees: emphasis, links and code marks are gone, and every span counts in that
//! text, so that a quote can be copied as it reads.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::furniture;
use crate::base::Span;
use crate::document::{Block, BlockKind};

/// The text of the Markdown `source`, and its blocks.
pub(super) fn read(source: &str) -> (String, Vec<Block>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut writer = Writer::default();
    for event in Parser::new_ext(source, options) {
        writer.take(event);
    }
    writer.close();
    (writer.text, writer.blocks)
}

#[derive(Default)]
struct Writer {
    text: String,
    blocks: Vec<Block>,
    /// Kind, level, marker and first byte of the block being written.
    open: Option<Block>,
    /// Next number of each list that is open; `None` for bullets.
    lists: Vec<Option<u64>>,
    quotes: usize,
    titled: bool,
}

impl Writer {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.write(&text),
            Event::SoftBreak | Event::HardBreak => self.write("\n"),
            Event::Html(html) => self.html(&html),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.write("\n"),
            Event::TaskListMarker(done) => self.write(if done { "[x] " } else { "[ ] " }),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                let title = *level == HeadingLevel::H1 && !self.titled;
                self.titled |= title;
                self.open(if title { BlockKind::Title } else { BlockKind::Heading }, *level as u8);
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(*first);
            }
            Tag::Item => self.item(),
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::TableHead | Tag::TableRow => self.row(),
            Tag::TableCell if self.open.as_ref().is_some_and(|b| b.span.start < self.text.len()) => {
                self.write(" | ");
            }
            Tag::Paragraph if self.open.is_none() => {
                self.open(if self.quotes > 0 { BlockKind::Quote } else { BlockKind::Paragraph }, 0);
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.open(BlockKind::Paragraph, 0),
            Tag::Image { .. } => self.picture(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock => {
                self.close();
            }
            _ => {}
        }
    }

    /// Opens the item of a list: its number or bullet goes into the text, before the span of the block.
    fn item(&mut self) {
        self.close();
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}.", *number - 1)
            }
            _ => "•".into(),
        };
        let level = self.lists.len().saturating_sub(1).min(6) as u8;
        self.open(BlockKind::ListItem, level);
        let start = self.text.len();
        self.text.push_str(&marker);
        self.text.push(' ');
        if let Some(block) = &mut self.open {
            block.marker = Span::new(start, start + marker.len());
            block.span = Span::new(self.text.len(), self.text.len());
        }
    }

    /// Opens the row of a table: a block of its own, so that rows stay apart where text flows.
    fn row(&mut self) {
        let follows =
            self.blocks.last().is_some_and(|b| b.kind == BlockKind::Table && b.span.end == self.text.len());
        if follows {
            self.text.push('\n');
            let at = self.text.len();
            self.open = Some(Block::new(BlockKind::Table, Span::new(at, at)));
        } else {
            self.open(BlockKind::Table, 0);
        }
    }

    fn open(&mut self, kind: BlockKind, level: u8) {
        self.close();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let at = self.text.len();
        self.open = Some(Block { level, ..Block::new(kind, Span::new(at, at)) });
    }

    fn write(&mut self, words: &str) {
        if self.open.is_none() {
            self.open(if self.quotes > 0 { BlockKind::Quote } else { BlockKind::Paragraph }, 0);
        }
        self.text.push_str(words);
    }

    /// A picture at the head of a paragraph: its words caption it.
    fn picture(&mut self) {
        let end = self.text.len();
        let open = self.open.as_mut().filter(|b| b.kind == BlockKind::Paragraph && b.span.start == end);
        if let Some(block) = open {
            block.kind = BlockKind::Caption;
        }
    }

    /// The words of an HTML block without its tags and comments.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            self.write(&rest[..open]);
            let end = if rest[open..].starts_with("<!--") { "-->" } else { ">" };
            rest = rest[open..].find(end).map_or("", |at| &rest[open + at + end.len()..]);
        }
        self.write(rest);
    }

    fn close(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        block.span = Span::new(block.span.start, self.text.len()).trimmed(&self.text);
        if block.span.is_empty() {
            return;
        }
        if block.kind == BlockKind::Paragraph {
            block.kind =
                furniture::kind(block.span.of(&self.text), self.blocks.len() < 4).unwrap_or(block.kind);
        }
        self.blocks.push(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn markdown_becomes_plain_text_with_blocks() {
        let (text, blocks) = read(
            "# Talks\n\nThe *two* sides [met](http://x.y)\non Monday.\n\n## Next\n\n1. write\n2. call\n   - twice\n\n> Never again.\n\nShare this: X\n\n| a | b |\n|---|---|\n| c | d |\n",
        );
        let got: Vec<_> =
            blocks.iter().map(|b| (b.kind.name(), b.marker.of(&text), b.span.of(&text))).collect();
        assert_eq!(
            got,
            [
                ("title", "", "Talks"),
                ("paragraph", "", "The two sides met\non Monday."),
                ("heading", "", "Next"),
                ("list-item", "1.", "write"),
                ("list-item", "2.", "call"),
                ("list-item", "•", "twice"),
                ("quote", "", "Never again."),
                ("boilerplate", "", "Share this: X"),
                ("table", "", "a | b"),
                ("table", "", "c | d"),
            ]
        );
    }

    #[test]
    fn html_and_pictures_keep_their_words() {
        let (text, blocks) =
            read("<div class=\"x\">\nThey met.\n</div>\n\n![The two ministers](a.jpg)\n\nA<br>B\n");
        let got: Vec<_> = blocks.iter().map(|b| (b.kind.name(), b.span.of(&text))).collect();
        assert_eq!(
            got,
            [("paragraph", "They met."), ("caption", "The two ministers"), ("paragraph", "A\nB")]
        );
    }

    proptest! {
        #[test]
        fn any_markdown_gives_blocks_in_order(source in "[a-z#>*`|\\[\\]()\\-1. \n]{0,200}") {
            let (text, blocks) = read(&source);
            let mut at = 0;
            for block in blocks {
                prop_assert!(block.span.start >= at && text.get(block.span.range()).is_some());
                at = block.span.end;
            }
        }
    }
}
