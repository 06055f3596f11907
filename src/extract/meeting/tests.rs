//! Passages in many styles, with the meetings that they tell of.

use super::super::{Lexicon, Meeting, Status, extract};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document, Metadata};

/// The meetings of `text`, written on Wednesday, 15 May 2024.
fn meetings(text: &str) -> Vec<Meeting> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for chunk in text.split("\n\n") {
        blocks.push(Block::new(BlockKind::Paragraph, Span::new(at, at + chunk.len())));
        at += chunk.len() + 2;
    }
    let metadata = Metadata { published: Some(jiff::civil::date(2024, 5, 15)), ..Metadata::default() };
    let document = Document { text: text.to_owned(), blocks, metadata, ..Document::default() };
    extract(&document, &Lexicon::standard()).meetings
}

fn upcoming(text: &str) -> Vec<Meeting> {
    meetings(text).into_iter().filter(|m| m.status == Status::Upcoming).collect()
}

#[test]
fn the_passages_beside_the_words_hold() {
    let mut faults = Vec::new();
    for entry in &Lexicon::standard().meetings.passages {
        for text in &entry.examples {
            if upcoming(text).is_empty() {
                faults.push(format!("{}: nothing found in: {text}", entry.entry));
            }
        }
        for text in &entry.counter {
            if let Some(meeting) = upcoming(text).first() {
                faults.push(format!(
                    "{}: `{}` ({}) found in: {text}",
                    entry.entry, meeting.name, meeting.evidence.rule
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
