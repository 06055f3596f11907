//! Passages in many styles, with the commitments that they hold.

use super::super::{Commitment, Lexicon, extract};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document};

fn commitments(text: &str, lexicon: &Lexicon) -> Vec<Commitment> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for chunk in text.split("\n\n") {
        let (kind, skip) = match chunk {
            _ if chunk.starts_with("- ") => (BlockKind::ListItem, 2),
            _ if chunk.starts_with("# ") => (BlockKind::Title, 2),
            _ => (BlockKind::Paragraph, 0),
        };
        blocks.push(Block::new(kind, Span::new(at + skip, at + chunk.len())));
        at += chunk.len() + 2;
    }
    let document = Document { text: text.to_owned(), blocks, ..Document::default() };
    extract(&document, lexicon).commitments
}

/// `strength: actors: action`, one for each.
fn told(found: &[Commitment]) -> Vec<String> {
    found.iter().map(|c| format!("{:?}: {}: {}", c.strength, c.actors.join(", "), c.action)).collect()
}

#[test]
fn the_passages_beside_the_cues_hold() {
    let lexicon = Lexicon::standard();
    let mut faults = Vec::new();
    for cue in &lexicon.cues.all {
        for example in &cue.examples {
            let found = commitments(&example.text, &lexicon);
            let fits = |c: &Commitment| {
                c.strength == example.strength() && (example.actors.is_empty() || c.actors == example.actors)
            };
            if found.len() != 1 || !fits(&found[0]) {
                faults.push(format!("{} → {:?}", example.text, told(&found)));
            }
        }
        for text in &cue.counters {
            let found = commitments(text, &lexicon);
            if found.iter().any(|c| c.strength.is_core()) {
                faults.push(format!("{text} → {:?}", told(&found)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_act_is_told_without_the_word_that_joins_it_to_its_cue() {
    let lexicon = Lexicon::standard();
    for (text, action) in [
        ("Malta pledged to clear the mines.", "clear the mines"),
        ("Finland will send two icebreakers to the port.", "send two icebreakers to the port"),
        ("The premier reaffirmed Peru's commitment to rebuilding the port.", "rebuilding the port"),
        ("The premier praised the commitment of both nations to building the port.", "building the port"),
        ("President Ana Tikaram vowed not to leave the pact.", "leave the pact"),
        ("Malta will no longer recognise the council.", "recognise the council"),
        ("Peru signalled its interest in joining the league.", "joining the league"),
    ] {
        let found = commitments(text, &lexicon);
        assert_eq!(found.iter().map(|c| c.action.as_str()).collect::<Vec<_>>(), [action], "{text}");
    }
}
