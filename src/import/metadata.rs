//! Title, date, place, publisher and language from the text itself, where front matter did not state them.
//!
//! Nothing is guessed; what the text does not say stays `None`.

use super::dateline::{Dateline, dateline, letterhead};
use super::furniture;
use crate::document::{Block, BlockKind, Document};

/// How many blocks at the head of a document may hold a letterhead or dateline.
const HEAD: usize = 10;

/// Fills in what front matter did not state.
pub(super) fn complete(document: &mut Document) {
    if document.metadata.title.is_none() {
        let title = document.blocks.iter().find(|b| b.kind == BlockKind::Title);
        document.metadata.title = title.map(|b| one_line(document.slice(b.span)));
    }
    let found = from_head(document);
    let metadata = &mut document.metadata;
    metadata.published = metadata.published.or(found.date);
    metadata.place = metadata.place.take().or(found.place);
    metadata.publisher = metadata.publisher.take().or(found.publisher);
    if metadata.language.is_none() && is_english(&document.text) {
        metadata.language = Some("en".into());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What datelines and letterheads among the first blocks state; the first to state a thing is believed.
fn from_head(document: &Document) -> Dateline {
    let mut found = Dateline::default();
    for block in document.blocks.iter().take(HEAD) {
        let text = document.slice(block.span);
        let line = match block.kind {
            BlockKind::Paragraph if found.place.is_none() => {
                dateline(text).filter(|_| !is_speaker(document, block)).or_else(|| letterhead(text))
            }
            BlockKind::Paragraph | BlockKind::Heading | BlockKind::Boilerplate => letterhead(text),
            _ => None,
        };
        if let Some(line) = line {
            found.date = found.date.or(line.date);
            found.place = found.place.or(line.place);
            found.publisher = found.publisher.or(line.publisher);
        } else if found.publisher.is_none() && block.kind == BlockKind::Paragraph && is_issuer(text) {
            found.publisher = Some(one_line(text));
        }
    }
    found
}

/// Whether the capitals and colon with which `block` begins name a speaker: other blocks begin in the same way.
fn is_speaker(document: &Document, block: &Block) -> bool {
    let label = |b: &Block| {
        let (name, _) = document.slice(b.span).split_once(": ")?;
        let letters = !name.contains(|c: char| c.is_lowercase() || c.is_ascii_digit());
        (b.kind == BlockKind::Paragraph && name.len() <= 40 && letters).then_some(())
    };
    label(block).is_some() && document.blocks.iter().take(200).filter(|b| label(b).is_some()).nth(1).is_some()
}

/// Whether a line of the letterhead names the office that issued the text.
fn is_issuer(text: &str) -> bool {
    const JOINS: [&str; 7] = ["of", "the", "for", "and", "to", "in", "&"];
    furniture::is_issuer(text)
        && text.split_whitespace().count() <= 10
        && !text.ends_with(['.', ':'])
        && text.split_whitespace().all(|w| !w.starts_with(char::is_lowercase) || JOINS.contains(&w))
}

/// Whether the text as a whole reads as English: enough of its words are the commonest English ones.
fn is_english(text: &str) -> bool {
    const COMMON: [&str; 8] = ["the", "of", "and", "to", "that", "is", "for", "with"];
    let (mut words, mut common) = (0_usize, [0_usize; COMMON.len()]);
    for word in text.split_whitespace().take(2000) {
        words += 1;
        if let Some(at) = COMMON.iter().position(|c| word.eq_ignore_ascii_case(c)) {
            common[at] += 1;
        }
    }
    words >= 8 && common[0] > 0 && common.iter().sum::<usize>() * 100 >= words * 9
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, read};

    fn stated(text: &str) -> [Option<String>; 5] {
        let m = read(text.as_bytes(), None, &Options::default()).unwrap().metadata;
        [m.title, m.place, m.published.map(|d| d.to_string()), m.publisher, m.language]
    }

    #[test]
    fn a_wire_story_states_place_and_agency() {
        let text = "Ministers meet in Manila\n\nMANILA, July 8 (Agency) - The ministers of the two countries met in the capital on Monday, and they said that it was good to be there.\n";
        let want = [Some("Ministers meet in Manila"), Some("MANILA"), None, Some("Agency"), Some("en")];
        assert_eq!(stated(text), want.map(|w| w.map(str::to_owned)));
    }

    #[test]
    fn a_release_states_its_date_and_office() {
        let text =
            "Office of the Spokesperson\n\nFor Immediate Release\nAugust 20, 2024\n\nThe ministers met.";
        let want = [None, None, Some("2024-08-20"), Some("Office of the Spokesperson"), Some("en")];
        assert_eq!(stated(text), want.map(|w| w.map(str::to_owned)));
    }

    #[test]
    fn a_transcript_states_no_place() {
        assert_eq!(
            stated("Briefing on the talks\n\nSTONE: Thank you all.\n\nQ: Where are they?\n\nSTONE: In Oslo.")
                [1],
            None
        );
    }

    #[test]
    fn other_languages_are_not_called_english() {
        assert_eq!(
            stated("Die Minister trafen sich am Montag in Berlin und sprachen über die Lage in der Region.")
                [4],
            None
        );
    }
}
