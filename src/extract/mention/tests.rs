//! Passages in many styles, with the people that they name.

use super::super::lexicon::{Sources, titles::Example};
use super::super::{Lexicon, Participant, extract};
use crate::base::Span;
use crate::document::{Block, BlockKind, Document};

fn people(text: &str, lexicon: &Lexicon) -> Vec<Participant> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for chunk in text.split("\n\n") {
        blocks.push(Block::new(BlockKind::Paragraph, Span::new(at, at + chunk.len())));
        at += chunk.len() + 2;
    }
    let document = Document { text: text.to_owned(), blocks, ..Document::default() };
    extract(&document, lexicon).participants
}

/// `Name | role | affiliation`, with `-` for what is not stated.
fn told(text: &str) -> Vec<String> {
    let part = |s: &Option<String>| s.clone().unwrap_or_else(|| "-".into());
    let all = people(text, &Lexicon::standard());
    all.iter().map(|p| format!("{} | {} | {}", p.name, part(&p.role), part(&p.affiliation))).collect()
}

#[test]
fn the_examples_beside_the_titles_hold() {
    let lexicon = Lexicon::standard();
    assert!(lexicon.diagnostics.is_empty(), "{:?}", lexicon.diagnostics);
    assert!(lexicon.titles.examples.len() > 5 && lexicon.titles.counters.len() > 2);
    for Example { text, name, role, affiliation } in &lexicon.titles.examples {
        let found = people(text, &lexicon);
        let [person] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!((&person.name, &person.role, &person.affiliation), (name, role, affiliation), "{text}");
    }
    for example in &lexicon.titles.counters {
        assert!(people(&example.text, &lexicon).is_empty(), "{}", example.text);
    }
}

#[test]
fn a_users_own_office_takes_one_line() {
    let text = "Margravine Ottilie Krummhorn met the press.";
    let own = Sources { user: vec![("titles.toml".into(), "[[role]]\nname = \"Margravine\"".into())] };
    let found = people(text, &Lexicon::load(&own));
    assert_eq!(found[0].role.as_deref(), Some("Margravine"));
}

#[test]
fn a_users_own_organisation_takes_two_lines() {
    let own =
        Sources { user: vec![("organisations.toml".into(), "[[organisation]]\nname = \"Hansa\"".into())] };
    let found = people("Hansa President Ulrike Voss spoke in Riga.", &Lexicon::load(&own));
    assert_eq!(found[0].affiliation.as_deref(), Some("Hansa"));
}

#[test]
fn names_of_many_cultures_keep_their_parts() {
    for (text, name) in [
        ("Prime Minister Tariq bin Yusuf al-Mansouri received the envoys.", "Tariq bin Yusuf al-Mansouri"),
        ("President Maria Elena de la Cruz y Ortega arrived.", "Maria Elena de la Cruz y Ortega"),
        ("Chancellor Friedrich von der Hagen spoke.", "Friedrich von der Hagen"),
        ("Mr. TAKEDA Kenji signed for the ministry.", "TAKEDA Kenji"),
        ("Foreign Minister Park Soo-in met reporters.", "Park Soo-in"),
        ("Ambassador Robert J. Halloran, Jr. hosted the dinner.", "Robert J. Halloran, Jr."),
        ("Senator Jejomar \"Jojo\" Reyes III spoke.", "Jejomar \"Jojo\" Reyes III"),
        ("Defence Minister Siobhan O'Neill flew home.", "Siobhan O'Neill"),
        ("Energy Minister Israel Stern signed the contract.", "Israel Stern"),
        ("Mr Jordan told the committee that he would resign.", "Jordan"),
    ] {
        let found = people(text, &Lexicon::standard());
        assert_eq!(found.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), [name], "{text}");
    }
}

#[test]
fn a_wire_report_gives_office_and_country() {
    assert_eq!(
        told(
            "MANILA, Nov. 3 (Xinhua) -- Philippine Foreign Secretary Ramon Dizon on Monday met visiting Chinese Vice \
             Premier Liu Wenhai.\n\nDizon and Liu discussed trade. The talks were also attended by Trade Secretary \
             Anna Flores."
        ),
        [
            "Ramon Dizon | Foreign Secretary | Philippines",
            "Liu Wenhai | Vice Premier | China",
            "Anna Flores | Trade Secretary | -"
        ]
    );
}

#[test]
fn titles_before_two_names_and_appositions_behind() {
    assert_eq!(
        told(
            "Foreign Minister Jan Novak and Defense Minister Petr Dvorak of Slovakia met Hans Gruber, the Austrian chancellor."
        ),
        [
            "Jan Novak | Foreign Minister | Slovakia",
            "Petr Dvorak | Defense Minister | Slovakia",
            "Hans Gruber | chancellor | Austria"
        ]
    );
}

#[test]
fn a_counterpart_holds_the_same_office() {
    assert_eq!(
        told(
            "Indian Defence Minister Arun Mehta held talks with his French counterpart Claire Dumont in Paris."
        ),
        ["Arun Mehta | Defence Minister | India", "Claire Dumont | Defence Minister | France"]
    );
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    let found = people(
        "President Pavel Simko met the ambassador. Mr Simko said he was pleased. Ms Jana Simko, a lawyer, watched. \
         Ms Simko left early.",
        &Lexicon::standard(),
    );
    assert_eq!(found.iter().map(|p| p.mentions.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn korean_names_that_share_two_syllables_stay_apart() {
    assert_eq!(
        told("President Lee Sang-ho met Defence Minister Lee Jung-ho at noon."),
        ["Lee Sang-ho | President | -", "Lee Jung-ho | Defence Minister | -"]
    );
}

#[test]
fn a_home_official_does_not_get_the_guests_country() {
    let found = told(
        "Freetown, May 3 (Agency) Health Minister Abu Kamara met visiting Danish Trade Minister Lone Krogh on Tuesday. \
         Denmark will build two clinics, Krogh said. Denmark has helped before.\n\nThe Danish guest thanked the staff. \
         Transport Secretary Jane Sesay told reporters that President Musa Conteh will visit Denmark in June.",
    );
    let of = |name: &str| found.iter().find(|p| p.starts_with(name)).cloned().unwrap_or_default();
    assert_eq!(of("Lone Krogh"), "Lone Krogh | Trade Minister | Denmark");
    assert_eq!(of("Musa Conteh"), "Musa Conteh | President | -");
    assert_eq!(of("Abu Kamara"), "Abu Kamara | Health Minister | Sierra Leone");
}

#[test]
fn police_chiefs_and_peers_hold_offices() {
    let found = told(
        "Sir Alan Weir, the Chief Constable, met Canadian Foreign Minister Ann Roy and her Danish peer Lars Holm.",
    );
    assert_eq!(
        found,
        [
            "Alan Weir | Chief Constable | -",
            "Ann Roy | Foreign Minister | Canada",
            "Lars Holm | Foreign Minister | Denmark"
        ]
    );
}

#[test]
fn family_name_first_is_joined_with_the_bare_name() {
    let found = people(
        "Foreign Minister Morita Akiko arrived. Minister Morita signed. Morita then left.",
        &Lexicon::standard(),
    );
    assert_eq!((found.len(), found[0].mentions.len()), (1, 3));
}

#[test]
fn any_text_is_read_without_panic_and_in_bounds() {
    for text in [
        "",
        "’s",
        "Mr",
        "Mr. ",
        "the",
        "(UN)",
        "John's",
        "President of",
        "Minister of the",
        "-Kim-",
        "\"A\" \"",
        "Dr. Dr. Dr.",
        "J. K.",
        "é’É",
    ] {
        for person in people(text, &Lexicon::standard()) {
            assert!(person.mentions.iter().all(|m| m.end <= text.len()));
        }
    }
}

#[test]
fn an_administration_of_two_names_both() {
    let found = people(
        "President Carl Benson and Vice President Lucy Hart spoke. The Benson-Hart Administration will act.",
        &Lexicon::standard(),
    );
    let names: Vec<_> = found.iter().map(|p| (p.name.as_str(), p.mentions.len())).collect();
    assert_eq!(names, [("Carl Benson", 2), ("Lucy Hart", 2)]);
}

#[test]
fn a_by_line_names_nobody_in_the_report() {
    assert!(told("By ANNA SMITH\n\nThe ministers met in Oslo.").is_empty());
}
