//! Passages in many styles, with the meetings that they tell of.

use std::sync::LazyLock;

use super::super::{Lexicon, Meeting, Status, extract};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document, Metadata};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::standard);

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
    extract(&document, &LEXICON).meetings
}

fn upcoming(text: &str) -> Vec<Meeting> {
    meetings(text).into_iter().filter(|m| m.status == Status::Upcoming).collect()
}

#[test]
fn the_passages_beside_the_words_hold() {
    let mut faults = Vec::new();
    for entry in &LEXICON.meetings.passages {
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

/// `name | place | first day..last day` of each meeting to come.
fn told(text: &str) -> Vec<String> {
    let day =
        |d: Option<jiff::civil::Date>| d.map_or_else(|| "-".to_owned(), |d| d.strftime("%m-%d").to_string());
    let when = |m: &Meeting| {
        m.when.as_ref().map_or_else(|| "-".to_owned(), |w| format!("{}..{}", day(w.start), day(w.end)))
    };
    upcoming(text)
        .iter()
        .map(|m| format!("{} | {} | {}", m.name, m.place.as_deref().unwrap_or("-"), when(m)))
        .collect()
}

#[test]
fn each_stop_of_a_journey_has_its_days() {
    assert_eq!(
        told(
            "Deputy Minister Maria Holt will travel to Lima, Peru, on May 20 and Quito, Ecuador, on May 22. In Lima, \
             she will meet President Rosa Almeida."
        ),
        [
            "visit to Lima, Peru | Lima, Peru | 05-20..05-20",
            "visit to Quito, Ecuador | Quito, Ecuador | 05-22..05-22"
        ]
    );
}

#[test]
fn a_gathering_with_a_name_during_a_visit_is_a_meeting_of_its_own() {
    assert_eq!(
        told(
            "Prime Minister Jan Novak will fly to Oslo on Friday, where he will attend the Arctic Energy Summit."
        ),
        ["visit to Oslo | Oslo | 05-17..05-17", "Arctic Energy Summit | Oslo | 05-17..05-17"]
    );
}

#[test]
fn several_mentions_are_one_meeting() {
    let found = upcoming(
        "The next ministerial meeting of the river commission will be held in Accra in June.\n\nThe ministerial meeting \
         is the sixth of its kind.",
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].mentions.len(), 2);
}

#[test]
fn an_invitation_counts_once_it_is_accepted() {
    assert!(told("Prime Minister Jan Novak invited President Rosa Almeida to visit Oslo.").is_empty());
    assert_eq!(
        told(
            "Prime Minister Jan Novak invited President Rosa Almeida to visit Oslo. She accepted the invitation."
        ),
        ["visit to Oslo | Oslo | -"]
    );
}

#[test]
fn what_is_denied_cancelled_or_wished_for_is_not_to_come() {
    for text in [
        "The office denied that President Rosa Almeida would visit Oslo next week.",
        "President Rosa Almeida cancelled a visit to Oslo planned for Friday.",
        "President Rosa Almeida hopes to meet Prime Minister Jan Novak.",
        "The election rounds will be held in June.",
        "There were no talks on Monday.",
    ] {
        assert!(told(text).is_empty(), "{text}: {:?}", told(text));
    }
}

#[test]
fn any_text_is_read_without_panic_and_in_bounds() {
    for text in [
        "",
        "to",
        "will meet",
        "the talks",
        "of",
        "-",
        "meet.",
        "visit to",
        "in",
        "’s visit",
        "will",
        "“the summit”",
        "é talks é",
    ] {
        for meeting in meetings(text) {
            assert!(meeting.mentions.iter().all(|m| m.end <= text.len()));
        }
    }
}

#[test]
fn general_words_in_the_lead_lend_their_place_to_the_one_meeting() {
    let text = "Peru and Chile are set to widen their ties through ministerial meetings in Lima.\n\nThe planned three-plus-three \
                dialogue will be the second of its kind.";
    assert_eq!(told(text), ["planned three-plus-three dialogue | Lima | -"]);
}

#[test]
fn one_meeting_under_several_names_is_told_once() {
    let text = "Peru and Chile are set to deepen their ties through ministerial meetings in Lima.\n\nMinister Ana Duarte met \
                President Jan Novak on Monday. The anticipated three-plus-three dialogue shows how close the two are.\n\nThe \
                upcoming three-plus-three meeting will mark the fourth such dialogue between Peru and Chile, following the \
                previous one in 2022. The discussions during the three-plus-three meeting are expected to complement other \
                forums.";
    let found = meetings(text);
    let ahead: Vec<_> = found.iter().filter(|m| m.status == Status::Upcoming).collect();
    assert_eq!(ahead.len(), 1, "{found:?}");
    assert_eq!((ahead[0].place.as_deref(), &ahead[0].when), (Some("Lima"), &None));
    let words: Vec<&str> = ahead[0].mentions.iter().map(|m| m.of(text)).collect();
    assert!(words.iter().any(|w| w.contains("the fourth such dialogue")), "{words:?}");
    let past = |year: &str| {
        found
            .iter()
            .any(|m| m.status == Status::Past && m.when.as_ref().is_some_and(|w| w.text.contains(year)))
    };
    assert!(past("2022") && past("Monday"), "{found:?}");
}

#[test]
fn a_headline_is_told_again_by_the_body() {
    let mut blocks = Vec::new();
    let text = "Novak to visit Accra next week for talks with Mensah\n\nPrime Minister Jan Novak will pay a working visit to \
                Ghana on Tuesday, May 21, the first by a premier in ten years. The visit is expected to last a day.";
    let body = text.find("Prime").expect("the body");
    blocks.push(Block::new(BlockKind::Title, Span::new(0, body - 2)));
    blocks.push(Block::new(BlockKind::Paragraph, Span::new(body, text.len())));
    let metadata = Metadata { published: Some(jiff::civil::date(2024, 5, 15)), ..Metadata::default() };
    let document = Document { text: text.to_owned(), blocks, metadata, ..Document::default() };
    let found: Vec<_> = extract(&document, &LEXICON)
        .meetings
        .into_iter()
        .filter(|m| m.status == Status::Upcoming)
        .map(|m| m.when.map(|w| w.start))
        .collect();
    assert_eq!(found, [Some(Some(jiff::civil::date(2024, 5, 21)))]);
}

#[test]
fn programmes_are_read_stop_by_stop() {
    assert_eq!(
        told(
            "President Rosa Almeida will address parliament on Thursday and meet Prime Minister Jan Novak at his office."
        ),
        [
            "address to parliament | - | 05-16..05-16",
            "meeting with Prime Minister Jan Novak | his office | 05-16..05-16"
        ]
    );
    assert_eq!(
        told(
            "From Quito President Rosa Almeida flies to Lima, before talks with Prime Minister Jan Novak on Friday."
        ),
        ["visit to Lima | Lima | -", "talks with Prime Minister Jan Novak | - | 05-17..05-17"]
    );
    assert_eq!(
        told("They will prepare the peace talks that the council plans to open in Geneva on June 25."),
        ["peace talks | Geneva | 06-25..06-25"]
    );
}

/// Passages, with what is told of them: a `name | place | days` for each meeting to come.
#[test]
fn meetings_are_told_without_a_word_of_meeting() {
    for (text, expected) in [
        (
            "President Rosa Almeida lands in Quito on Friday and dines with Prime Minister Jan Novak there.",
            &["visit to Quito | Quito | 05-17..05-17"][..],
        ),
        (
            "The trip will also take him to Ghana and Senegal, President Jan Novak said.",
            &["visit to Ghana | Ghana | -", "visit to Senegal | Senegal | -"],
        ),
        (
            "President Rosa Almeida leaves on Sunday on a tour that includes Ghana and Senegal.",
            &["visit to Ghana | Ghana | 05-19..05-19", "visit to Senegal | Senegal | 05-19..05-19"],
        ),
        (
            "Envoy Jan Novak will brief the Security Council on Monday.",
            &["address to the Security Council | - | 05-20..05-20"],
        ),
        (
            "The vice ministers are to get together again in Oslo on 21 May.",
            &["meeting | Oslo | 05-21..05-21"],
        ),
        (
            "Minister Maria Holt will take part in the EU General Affairs Council in Brussels on 21 May.",
            &["EU General Affairs Council | Brussels | 05-21..05-21"],
        ),
        (
            "Minister Maria Holt will travel to the front line in Donbas on Friday.",
            &["visit to Donbas | Donbas | 05-17..05-17"],
        ),
        (
            "Peru and Chile have fixed May 27 for their next round of talks in Lima.",
            &["next round of talks | Lima | 05-27..05-27"],
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn the_present_tense_with_a_day_to_come_or_of_today_lies_ahead() {
    for (text, expected) in [
        (
            "Foreign Secretary Maria Holt arrives in Colombo today for talks with Minister Jan Novak.",
            "visit to Colombo | Colombo | 05-15..05-15",
        ),
        (
            "He will brief the party before he flies to Lima for dinner with President Jan Novak.",
            "visit to Lima | Lima | -",
        ),
    ] {
        assert!(told(text).iter().any(|m| m == expected), "{text}: {:?}", told(text));
    }
}

#[test]
fn what_is_over_or_only_proposed_is_not_to_come() {
    for text in [
        "The minister proposed that all parties meet at the presidential palace.",
        "The office welcomes a separate discussion with congressional leaders about the debt.",
        "The industry has faced meeting the demand for goods.",
        "Prime Minister Jan Novak said the plan would meet the president's climate goals.",
        "Today's meeting is unprecedented.",
        "Maria Holt, Chair, National Medical Committee of Peru, will speak to nobody.",
        "Minister Ana Duarte spoke after conferring by telephone with Minister Jan Novak.",
        "The meeting in Lima came a day ahead of other business, in which Peru will host guests.",
    ] {
        assert!(told(text).is_empty(), "{text}: {:?}", told(text));
    }
}

#[test]
fn a_meeting_and_the_one_agreed_on_at_it_are_two() {
    let found = meetings(
        "LIMA — Ana Duarte and Jan Novak met for five hours today and agreed to meet again tomorrow at a villa in Quito.",
    );
    let told: Vec<_> =
        found.iter().map(|m| (m.status, m.when.as_ref().and_then(|w| w.start).map(|d| d.day()))).collect();
    assert_eq!(told, [(Status::Past, Some(15)), (Status::Upcoming, Some(16))], "{found:?}");
}

#[test]
fn what_is_held_on_the_sidelines_is_not_the_summit() {
    let found = told(
        "President Rosa Almeida will meet on the sidelines of this week's Andean Summit with the leaders of Peru and Chile.",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_meeting_is_joined_under_its_other_names() {
    for (text, expected) in [
        (
            "President Rosa Almeida is to pay a four-day state visit to Peru on Sunday. Almeida's upcoming visit comes amid \
             heightened tension.",
            "four-day state visit | Peru | 05-19..05-22",
        ),
        (
            "The envoy said peace talks in Geneva will go ahead. Both sides agreed to attend talks in Geneva next week.",
            "peace talks | Geneva | 05-20..05-26",
        ),
        (
            "The visit may give life to the Geneva arms talks resuming on May 28.",
            "Geneva arms talks | Geneva | 05-28..05-28",
        ),
    ] {
        let found = told(text);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{text}: {found:?}");
    }
}

#[test]
fn those_who_meet_are_told_in_full() {
    for (text, expected) in [
        (
            "The leaders of Canada, France, Germany, Italy, Japan, the United Kingdom and the United States met from 13 to 15 May \
             2024 in Lima.",
            &["Canada", "France", "Germany", "Italy", "Japan", "United Kingdom", "United States"][..],
        ),
        ("Secretary of the Treasury Ana Duarte will travel to Lima later this week.", &["Ana Duarte"]),
    ] {
        let found = meetings(text);
        assert_eq!(found.iter().map(|m| m.with.clone()).collect::<Vec<_>>(), [expected], "{text}");
    }
    let found = meetings(
        "We, the leaders of Peru and Chile, met today in Lima for the first summit.\n\nWe will meet at least once a year.",
    );
    assert_eq!(found.last().map(|m| (m.status, m.with.len())), Some((Status::Upcoming, 2)), "{found:?}");
}

#[test]
fn what_a_summit_set_in_train_is_over() {
    let text = "The two leaders took stock of the work that the Woodside summit set in train.";
    assert!(told(text).is_empty(), "{:?}", told(text));
}

#[test]
fn the_noun_of_what_a_verb_told_is_the_same_meeting() {
    let found = told(
        "President Rosa Almeida will welcome Prime Minister Jan Novak to the palace on Friday. The president's meeting with Novak \
         will strengthen the friendship.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_caption_of_the_day_tells_what_is_over() {
    let found = meetings("President Rosa Almeida receives Premier Jan Novak in Oslo on May 15, 2024.");
    assert_eq!(found.iter().map(|m| m.status).collect::<Vec<_>>(), [Status::Past], "{found:?}");
}

#[test]
fn what_turns_round_is_no_round_of_talks() {
    assert!(meetings("In autumn the wind turns round.").is_empty());
    let met = meetings("The leaders of Peru and Chile met from 13 to 15 May 2024 in Lima.");
    assert_eq!(met.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["meeting"]);
}
