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

#[test]
fn drills_are_planned_by_those_who_hold_them() {
    let text = "Peru and Chile held talks in Lima on Monday.\n\nDefence Minister Ana Duarte of Peru voiced her country's \
                commitment to widening the joint drills with Chile. The joint drills are expected to include landings on an \
                island.";
    let found = commitments(text, &Lexicon::standard());
    let drills = found.iter().find(|c| c.action.contains("include")).expect("the drills");
    assert_eq!(format!("{:?}", drills.strength), "Intended");
    assert_eq!(drills.actors, ["Peru", "Chile"]);
}

#[test]
fn what_only_keeps_up_a_state_of_affairs_is_a_principle() {
    let found = commitments(
        "The remarks reflect the commitment of Peru and Chile to ensuring an open and peaceful ocean. Peru voiced its \
         commitment to building a pier.",
        &Lexicon::standard(),
    );
    let strengths: Vec<String> = found.iter().map(|c| format!("{:?}", c.strength)).collect();
    assert_eq!(strengths, ["Principle", "Intended"]);
}

#[test]
fn what_is_not_said_and_what_analysts_say_binds_nobody() {
    for text in [
        "Minister Ana Duarte of Peru stopped short of saying that Peru would act as a mediator.",
        "Minister Ana Duarte declined to say that Peru would join the pact.",
        "They spoke of talks that the council plans to open in Lima on June 25.",
        "A mutual interest in trade binds nobody.",
    ] {
        let found = commitments(text, &Lexicon::standard());
        assert!(found.iter().all(|c| !c.strength.is_core()), "{text}: {:?}", told(&found));
    }
}

#[test]
fn second_clauses_fragments_and_parentheses_are_heard() {
    for (text, action) in [
        (
            "Premier Ana Duarte said that Peru will make its own choice on the radar on the basis of its interest, and that \
             she would share it with Chile.",
            "share it with Chile",
        ),
        (
            "\"Committed to deepen ties with Chile,\" Premier Ana Duarte said in Lima.",
            "deepen ties with Chile",
        ),
        ("Peru would, she promised, stand by the pledge.", "stand by the pledge"),
        (
            "The deal between Peru and Chile commits both countries to share their charts.",
            "share their charts",
        ),
        ("The two met in May, when the two sides decided to settle the dispute.", "settle the dispute"),
        (
            "Peru will provide 20 boats by the end of June and intends to send Chile 80 radios.",
            "send Chile 80 radios",
        ),
    ] {
        let found = commitments(text, &Lexicon::standard());
        assert!(found.iter().any(|c| c.action.contains(action)), "{text}: {:?}", told(&found));
    }
}

#[test]
fn constructions_of_the_wires_are_heard() {
    let lead = "The ministers of Peru and Malta met in Lima. ";
    for (text, want) in [
        (
            "Peru and Malta agreed Saturday to hold joint drills and to set up a hotline.",
            "Firm: Peru, Malta: hold joint drills and to set up a hotline",
        ),
        (
            "Peru agreed to meet Malta again and to share its charts.",
            "Firm: Peru: meet Malta again and to share its charts",
        ),
        ("It was also decided to set up a joint fund.", "Firm: Peru, Malta: set up a joint fund"),
        (
            "Under the accord, signed in Oslo, Peru must withdraw its troops.",
            "Firm: Peru: withdraw its troops",
        ),
        (
            "The navy of Malta will from Monday deploy two frigates.",
            "Firm: Malta: from Monday deploy two frigates",
        ),
        ("\"We'll build the port,\" Minister Ana Tikaram said.", "Firm: Ana Tikaram: build the port"),
        (
            "\"Our aim is to bring every sailor home,\" Minister Ana Tikaram said.",
            "Intended: Peru, Malta: bring every sailor home",
        ),
        (
            "Malta will sign the contract in May, a spokesman for the ministry, Col. (Retd.) Karl Lind, said on Monday.",
            "Firm: Malta: sign the contract in May",
        ),
        ("Peru is to lend Malta two ships, officials in Lima said.", "Intended: Peru: lend Malta two ships"),
        ("Malta decided against joining the pact.", "Firm: Malta: joining the pact"),
        ("A ferry between Malta and Peru is due to resume in May.", "Intended: Malta, Peru: resume in May"),
    ] {
        let found = told(&commitments(&format!("{lead}{text}"), &Lexicon::standard()));
        assert_eq!(found, [want], "{text}");
    }
}

#[test]
fn meeting_alone_and_the_aim_of_a_body_bind_nobody() {
    for text in [
        "Peru agreed to meet Malta again in May.",
        "The committee's aim is to advise the council.",
        "Under the sun Peru must wait.",
        "The talks are due to resume in May.",
    ] {
        let found = commitments(text, &Lexicon::standard());
        assert!(found.iter().all(|c| !c.strength.is_core()), "{text}: {:?}", told(&found));
    }
}

/// What stands between a modal and its verb, what refuses, what is to be done to things, and vague times.
#[test]
fn acts_behind_times_refusals_and_things_to_be_done() {
    let cases: &[(&str, Option<&str>)] = &[
        (
            "Peru and Malta will each contribute a battalion.",
            Some("Firm: Peru, Malta: each contribute a battalion"),
        ),
        (
            "Peru would in the coming weeks send two ships, the minister said.",
            Some("Firm: Peru: in the coming weeks send two ships"),
        ),
        ("Peru will hold Malta to its word.", Some("Firm: Peru: hold Malta to its word")),
        ("Peru notified Malta that it would launch a satellite.", Some("Firm: Peru: launch a satellite")),
        (
            "Peru will not take part in any military action.",
            Some("Firm: Peru: take part in any military action"),
        ),
        ("Peru will not discuss sovereignty.", Some("Firm: Peru: discuss sovereignty")),
        ("Peru will discuss sovereignty.", None),
        ("Lima seeks to build a second port.", Some("Intended: Peru: build a second port")),
        (
            "The Western democracies agreed at their summit to stop all contacts.",
            Some("Firm: The Western democracies: stop all contacts"),
        ),
        ("There are no announced plans for Peru to send ships.", None),
        ("The railway is planned to be completed by 2031.", Some("Intended: : be completed by 2031")),
    ];
    for (text, expected) in cases {
        let found = told(&commitments(text, &Lexicon::standard()));
        assert_eq!(found.first().map(String::as_str), *expected, "{text}");
    }
}

#[test]
fn a_vague_time_before_the_object_is_a_deadline() {
    let text = "Peru will conclude as soon as possible an agreement on fishing.";
    let found = commitments(text, &Lexicon::standard());
    assert_eq!(found[0].deadline.as_ref().map(|d| d.text.as_str()), Some("as soon as possible"));
}
