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
    assert_eq!(of("Musa Conteh"), "Musa Conteh | President | Sierra Leone");
    assert_eq!(of("Abu Kamara"), "Abu Kamara | Health Minister | Sierra Leone");
}

/// Who is across from whom, and who travels with whom, says whose a bare office is.
#[test]
fn a_bare_official_is_on_the_side_that_the_text_shows() {
    let cases = [
        (
            "President Jon Hale met President Luis Prado of Ecuador at the White House.",
            "Jon Hale | President | United States",
        ),
        (
            "Dhaka and Oslo agreed on it. Foreign Minister Dipu Rahman and his Norwegian counterpart, Kari Lunde, signed. \
             Bangladesh thanked Norway.",
            "Dipu Rahman | Foreign Minister | Bangladesh",
        ),
        (
            "Chilean President Ana Rojas conveyed her regards. She arrived in Lima. Foreign Minister Juan Soto, Trade \
             Minister Eva Lira and Mines Minister Raul Paz accompanied the president.",
            "Raul Paz | Mines Minister | Chile",
        ),
        (
            "Indian Foreign Minister Arun Mehta conveyed the greetings of Prime Minister Vijay Rao to the king.",
            "Vijay Rao | Prime Minister | India",
        ),
        (
            "The prime minister accepted President Marta Solis's invitation to visit Bolivia next year.",
            "Marta Solis | President | Bolivia",
        ),
        (
            "President Ruth Lang will travel to Germany on Monday. Canada and Germany are allies, she said.",
            "Ruth Lang | President | Canada",
        ),
        ("Oslo has hinted that President Ole Dahl may come in May.", "Ole Dahl | President | Norway"),
        (
            "They spoke of the situation in Peru after the impeachment of President Luis Prado.",
            "Luis Prado | President | Peru",
        ),
        (
            "MANILA – Foreign Secretary Jun Reyes and Defense Secretary Leo Cruz will host their American counterparts.",
            "Leo Cruz | Defense Secretary | Philippines",
        ),
        (
            "The United States, Mexico, and Canada fulfilled the promises of President Jon Hale, President Luis Prado, and \
             Prime Minister Ruth Lang.",
            "Ruth Lang | Prime Minister | Canada",
        ),
        (
            "From Germany came Economy and Climate Action Minister Uwe Kranz and Finance Minister Jan Vogt.",
            "Jan Vogt | Finance Minister | Germany",
        ),
        // Where leaders meet on neutral ground, or what somebody plans to visit, says nothing.
        (
            "Prime Minister Ken Abe and Russian President Ivan Orlov met at a summit in Buenos Aires. Japan and Russia \
             want a treaty.",
            "Ken Abe | Prime Minister | Japan",
        ),
        (
            "President Lee Sang is due in China on Sunday amid reports that he may visit Japan for talks with Japan's Prime \
             Minister Sana Ito. Asked about the talks between Lee and Xi Bo, he smiled.",
            "Lee Sang | President | -",
        ),
        (
            "A Washington conference between Secretary of State Jon Hale and Foreign Minister Ivan Orlov is near. The United \
             States is ready.",
            "Ivan Orlov | Foreign Minister | -",
        ),
        (
            "In the session, attended by Cabinet Secretary Amina Noor, the Ethiopian minister said it was late.",
            "Amina Noor | Cabinet Secretary | -",
        ),
        (
            "A strike hit the camp in Syria, Press Secretary Alan Weir said.",
            "Alan Weir | Press Secretary | -",
        ),
        (
            "On the Peruvian side of the table will be Foreign Minister Luis Prado and Defence Minister Ana Rojas.",
            "Ana Rojas | Defence Minister | Peru",
        ),
        ("President Jon Hale announced the deal at the White House.", "Jon Hale | President | United States"),
    ];
    for (text, expected) in cases {
        assert!(told(text).contains(&expected.to_owned()), "{text}: {:?}", told(text));
    }
}

#[test]
fn an_office_that_one_organisation_of_the_text_has_is_its() {
    assert_eq!(
        told("The Secretary-General, Ana Silva, thanked the hosts. The UN will send observers."),
        ["Ana Silva | Secretary-General | UN"]
    );
    assert_eq!(
        told("The Secretary-General, Ana Silva, thanked the hosts. The UN and NATO will send observers."),
        ["Ana Silva | Secretary-General | -"]
    );
}

#[test]
fn an_office_takes_the_town_or_party_that_stands_before_it() {
    let cases = [
        ("London Mayor Alan Weir spoke.", "Alan Weir | Mayor | London"),
        ("The plan failed, Bayan secretary general Jun Reyes said.", "Jun Reyes | secretary general | Bayan"),
        ("The 35-year-old Soviet ambassador, Ivan Orlov, left.", "Ivan Orlov | ambassador | Soviet Union"),
        (
            "Presidents Yao Mensah (Benin), Kofi Badu (Ghana) and Issa Diop (Senegal) were there.",
            "Kofi Badu | President | Ghana",
        ),
        (
            "They met King Ali Al-Rashid of Bahrain, the Deputy Prime Minister of Oman, Fahd Al-Said, and others.",
            "Fahd Al-Said | Deputy Prime Minister | Oman",
        ),
        (
            "He met Iraqi Prime Minister\u{200e} Haider Aziz in Baghdad.",
            "Haider Aziz | Prime Minister | Iraq",
        ),
    ];
    for (text, expected) in cases {
        assert!(told(text).contains(&expected.to_owned()), "{text}: {:?}", told(text));
    }
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

#[test]
fn bare_officials_get_a_state_only_where_the_text_shows_it() {
    let found = told(
        "QUITO, May 3 (Agency) - Foreign Minister Ana Paz met her Chilean counterpart, Luis Rojas, on Tuesday and \
         said Ecuador would open a consulate in Arica. Rojas thanked her.\n\nDefence Minister Pablo Mora will fly to \
         Chile in June. In Santiago, Interior Minister Rosa Vidal said the border was calm.",
    );
    assert_eq!(
        found,
        [
            "Ana Paz | Foreign Minister | Ecuador",
            "Luis Rojas | Foreign Minister | Chile",
            "Pablo Mora | Defence Minister | -",
            "Rosa Vidal | Interior Minister | Chile"
        ]
    );
}

#[test]
fn nobody_gets_the_state_of_those_who_meet_him() {
    let found = told(
        "TIRANA, May 3 (Agency) - Prime Minister Agim Leka of Albania will visit Oslo and Riga. In Riga he will hold talks \
         with President Janis Berzs and call on Speaker Anna Kalna. Albania last sent a delegation in 2019.",
    );
    assert_eq!(found[0], "Agim Leka | Prime Minister | Albania");
    assert!(found[1..].iter().all(|p| !p.contains("Albania")), "{found:?}");
}

#[test]
fn brackets_and_lists_tell_whose_office_it_is() {
    assert_eq!(
        told(
            "Talks opened between the Australian Minister for External Affairs (Mr A. B. Tranter) and the New \
             Zealand Prime Minister (Mr C. D. Hobbs)."
        ),
        [
            "A. B. Tranter | Minister for External Affairs | Australia",
            "C. D. Hobbs | Prime Minister | New Zealand"
        ]
    );
    assert_eq!(
        told(
            "The two defense ministers, Agus Wibowo of Indonesia and Peter Marlow of Australia, met in May."
        ),
        ["Agus Wibowo | defense minister | Indonesia", "Peter Marlow | defense minister | Australia"]
    );
    assert_eq!(
        told(
            "John Hale, the American envoy, and his British and French colleagues, Brian Moss and Andre Colin, sat in."
        ),
        [
            "John Hale | envoy | United States",
            "Brian Moss | envoy | United Kingdom",
            "Andre Colin | envoy | France"
        ]
    );
}

#[test]
fn offices_inside_bodies_keep_their_words_and_their_owner() {
    for (text, want) in [
        (
            "Kim Eun-ju, the ministry's deputy spokesperson, told reporters in Seoul.",
            "Kim Eun-ju | deputy spokesperson | -",
        ),
        (
            "He was briefed by the Chief of Staff of Japan's Maritime Self-Defense Force, Admiral Saito Kenji.",
            "Saito Kenji | Chief of Staff of Maritime Self-Defense Force | Japan",
        ),
        (
            "Speaker of the House of Representatives Carlos Luna met the envoys.",
            "Carlos Luna | Speaker of the House of Representatives | -",
        ),
        (
            "Maria Kohl, spokesperson for the German Federal Foreign Office, told reporters so.",
            "Maria Kohl | spokesperson for the Federal Foreign Office | Germany",
        ),
        (
            "Paul Nash, a London-based economist at Foyle Insight, said growth would slow.",
            "Paul Nash | economist | Foyle Insight",
        ),
        (
            "Lee Dong-min, a professor of Chinese studies at Hanmaum University, said so.",
            "Lee Dong-min | professor of Chinese studies | Hanmaum University",
        ),
    ] {
        assert_eq!(told(text), [want], "{text}");
    }
}

#[test]
fn an_office_without_a_name_is_that_of_the_sentence_before() {
    let found =
        told("Owen Reid has signed a pact with Peru. The prime minister said that Britain would gain.");
    assert_eq!(found, ["Owen Reid | prime minister | -"]);
}

#[test]
fn names_cut_at_a_line_end_are_one_name() {
    let found = people(
        "Secretary of State Dean Hal-\nverson met reporters. Later Hal-\nverson flew home, and Halverson slept.",
        &Lexicon::standard(),
    );
    assert_eq!((found.len(), found[0].mentions.len()), (1, 3));
}

#[test]
fn a_headline_without_a_stop_holds_no_apposition() {
    let found = told(
        "Omar Saleh, Saudi Foreign Minister review ties\n\nOmar Saleh, Minister of Justice of Kuwait, received \
         Faisal Nasser, Minister of Foreign Affairs of the Kingdom of Saudi Arabia.",
    );
    assert_eq!(
        found,
        [
            "Omar Saleh | Minister of Justice | Kuwait",
            "Faisal Nasser | Minister of Foreign Affairs | Saudi Arabia"
        ]
    );
}

#[test]
fn whoever_travellers_meet_is_of_the_country_they_went_to() {
    let found = told(
        "In May the American envoys travelled to Haiti. They met with Prime Minister Jean Duval and thanked him.",
    );
    assert_eq!(found, ["Jean Duval | Prime Minister | Haiti"]);
}

#[test]
fn a_state_senate_keeps_its_whole_name_in_the_office() {
    let found = told("New Jersey Senate Majority Leader Rosa Diaz met the mayors.");
    assert_eq!(found[0].split(" | ").nth(1), Some("New Jersey Senate Majority Leader"));
}
