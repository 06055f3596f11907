//! Sentences.
//!
//! Unicode's sentence rules break after every abbreviation that briefings are full of (`Dr. S. Jaishankar`,
//! `U.S. Sec. of State`, `Gen. (Retd.) V. K. Singh`), so this is a segmenter of our own: a stop ends a sentence unless
//! what stands before or after it says otherwise. It sees one block at a time and knows nothing of blocks.

use super::abbreviation::{Abbreviation, abbreviation};
use super::calendar::month;
use crate::base::Span;

/// The sentences of one block's text, without the white space between them. Offsets count from the start of `text`.
///
/// ```
/// let text = "Dr. S. Jaishankar met U.S. Sec. of State Blinken. They spoke.";
/// let sentences = attache::text::sentences(text);
/// assert_eq!(sentences[0].of(text), "Dr. S. Jaishankar met U.S. Sec. of State Blinken.");
/// assert_eq!(sentences.len(), 2);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) =
        text.as_bytes()[at..].iter().position(|b| matches!(b, b'.' | b'!' | b'?' | 0xe3 | 0xe2))
    {
        let stop = at + found;
        at = stop + 1;
        let Some(end) = end_of_stop(text, stop) else { continue };
        at = end;
        if ends_sentence(text, start, stop, end) {
            push(&mut out, text, start, end);
            start = end;
        }
    }
    push(&mut out, text, start, text.len());
    out
}

fn push(out: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let span = Span::new(start, end).trimmed(text);
    match out.last_mut() {
        _ if span.is_empty() => {}
        // A stray mark is no sentence; it stays with the one before it.
        Some(last) if !span.of(text).contains(char::is_alphanumeric) => last.end = span.end,
        _ => out.push(span),
    }
}

/// One past the stop at `stop` with further stops and closing quotes and brackets; `None` when it is no stop.
fn end_of_stop(text: &str, stop: usize) -> Option<usize> {
    let mut chars = text.get(stop..)?.char_indices();
    let (_, first) = chars.next()?;
    if !is_stop(first) {
        return None;
    }
    let end = chars.find(|&(_, c)| !is_stop(c) && !is_closing(c)).map_or(text.len(), |(i, _)| stop + i);
    Some(end)
}

const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。')
}

const fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '»')
}

const fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '«' | '•' | '*' | '-' | '–' | '—')
}

/// Whether the stop at `stop`, which with its closers ends at `end`, ends the sentence that began at `start`.
fn ends_sentence(text: &str, start: usize, stop: usize, end: usize) -> bool {
    let rest = &text[end..];
    if text[stop..].starts_with('。') {
        return true;
    }
    if !rest.starts_with(char::is_whitespace) && !rest.starts_with("<br") {
        return runs_on(&text[start..stop], rest);
    }
    let next = rest.trim_start();
    let opens = next.trim_start_matches(is_opening).trim_start();
    let Some(first) = opens.chars().next() else { return false };
    let closed = text[stop..end].chars().any(is_closing);
    let dots = text[stop..end].chars().filter(|c| is_stop(*c)).count();
    if first.is_lowercase() {
        return false;
    }
    let before = &text[start..stop];
    if (dots > 1 || text[stop..].starts_with('…')) && before.ends_with(char::is_whitespace) {
        // "the … and … of it": something was left out, perhaps within a sentence.
        return is_starter(opens.split(char::is_whitespace).next().unwrap_or(""));
    }
    if !text[stop..].starts_with('.') || dots > 1 {
        return !(closed && is_attribution(next));
    }
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’')
        .next()
        .unwrap_or("");
    if closed && !(word.len() <= 5 && before.ends_with(word) && in_bracket(before)) {
        return true;
    }
    let dashed = next.starts_with(['-', '–', '—']);
    ends_after_word(before, word, opens, dashed)
}

/// Whether a page lost the space between two sentences: "next week.The ministry", but not "www.Example.org".
fn runs_on(before: &str, rest: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let mut after = rest.chars();
    let opens = after.next().is_some_and(char::is_uppercase)
        && after.next().is_some_and(|c| c.is_lowercase() || c == ' ');
    opens
        && word.len() >= 3
        && word != "www"
        && before.contains(' ')
        && word.bytes().all(|b| b.is_ascii_alphabetic())
        && (word.bytes().all(|b| b.is_ascii_lowercase()) || is_starter(rest.split(' ').next().unwrap_or("")))
}

/// Whether `next` says who spoke the words before it: "Blinken asked", "Prime Minister Meloni said".
fn is_attribution(next: &str) -> bool {
    const SAID: [&str; 9] =
        ["added", "asked", "asks", "replied", "said", "says", "told", "wondered", "wrote"];
    let mut words = next.split_whitespace().take(5).skip_while(|w| w.starts_with(char::is_uppercase));
    next.starts_with(char::is_uppercase)
        && words.next().is_some_and(|w| SAID.contains(&w.trim_end_matches(['.', ',', ':'])))
}

/// Whether a bracket is open at the end of `before`: `Gen. (Retd`.
fn in_bracket(before: &str) -> bool {
    before.rfind('(').is_some_and(|open| !before[open..].contains(')') && before.len() - open <= 8)
}

/// Whether a plain full stop after `word` ends the sentence when `next` follows.
fn ends_after_word(before: &str, word: &str, next: &str, dashed: bool) -> bool {
    let follows = next.split(char::is_whitespace).next().unwrap_or("");
    let number = follows.starts_with(|c: char| c.is_ascii_digit());
    if word.is_empty() {
        return !before.is_empty();
    }
    if word.chars().all(|c| c.is_ascii_digit()) {
        // "1." and "12." open the item of a list; elsewhere a number may end a sentence.
        return before.trim_start().len() > word.len();
    }
    if word.split('.').any(|part| part.chars().count() > 3) && word.contains('.') {
        // An address: "www.example.org".
        return true;
    }
    if word.contains('.') {
        return !dashed && ends_after_dotted(word, follows);
    }
    if word.chars().count() == 1 {
        // An initial; but "Annex B. The" ends, as does "I".
        let bare = before.trim_end_matches(word);
        if bare.ends_with(['=', '/', '@', '&', '?']) {
            return true;
        }
        let bare = bare.trim_end();
        let pronoun = word == "I" && bare.ends_with(char::is_lowercase);
        return pronoun || (is_starter(follows) && !bare.is_empty() && !dashed);
    }
    match abbreviation(word, number) {
        Some(Abbreviation::Title) => false,
        Some(_) if dashed => false,
        Some(Abbreviation::Counted) => !number && (is_starter(follows) || month(word).is_some()),
        Some(Abbreviation::Closing) => !in_bracket(before) && is_starter(follows),
        None => true,
    }
}

/// After `U.S`, `p.m`, `Ph.D`: a sentence ends only where a word follows that begins sentences.
fn ends_after_dotted(word: &str, follows: &str) -> bool {
    if matches!(word, "e.g" | "i.e" | "H.E" | "H.H" | "H.M" | "H.R.H") {
        return false;
    }
    let time = matches!(word, "a.m" | "p.m" | "A.M" | "P.M");
    (time && follows.starts_with(char::is_uppercase) && !is_zone(follows) && !is_day(follows))
        || is_starter(follows)
}

/// Whether `word` goes on with a day: "at 3:30 p.m. Monday", "at 9 a.m. August 4".
fn is_day(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.ends_with("day") || month(word).is_some()
}

fn is_zone(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Words that begin sentences and hardly ever follow an abbreviation within one.
const STARTERS: &str = "\
A After All Also Although An And Any As At Before Both But By During Each Earlier For From Further \
He Her His How However If In It Its Last Later Meanwhile Mr Mr. Mrs Mrs. Ms Ms. My No Nor On One Or \
Our Several She Since So Some Such That The Their Then There These They This Those Though To Under \
Until We What When Where Whether While Who Why With You";

fn is_starter(word: &str) -> bool {
    let word = word.trim_end_matches([',', ':']);
    !word.is_empty() && STARTERS.split(' ').any(|s| s == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` marks where sentences must break.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let got: Vec<&str> = sentences(&text).iter().map(|s| s.of(&text)).collect();
        let want: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(got, want, "in {text:?}");
    }

    #[test]
    fn a_lost_space_still_parts_sentences() {
        check("They meet next week.|The ministry said so on Friday.|It will be short.");
        check("See www.Example.org for the text of Node.Js and so on.");
    }

    #[test]
    fn a_table_of_cases() {
        for marked in [
            "He met Dr. S. Jaishankar on Monday. |They spoke for an hour.",
            "U.S. Sec. of State Antony Blinken arrived. |He left.",
            "It opens on Aug. 20. |The talks end on Aug. 22.",
            "Mr. Modi thanked Ms. Lee. |Mr. Tan did too.",
            "Gen. (Retd.) V. K. Singh spoke. |Nobody answered.",
            "Resolution No. 5 was adopted. |No. |It failed.",
            "Output fell by 3.5 percent to 1,200.75 tons. |Prices rose.",
            "They waited… and waited. |Then it began…",
            "“We agree.” |The minister nodded.",
            "“We agree,” he said. |“We do.”",
            "\"Will it hold?\" she asked. |Nobody knew!",
            "He left at 10 p.m. on Friday. |He came at 9 a.m. |The hall was empty.",
            "The call is at 9 p.m. GMT today.",
            "It began at 3:30 p.m. Monday in Cairo.",
            "This is the view of the U.S. |The others differ.",
            "The U.S. Department of State and the U.N. Secretariat agreed.",
            "J. B. Priestley met George W. Bush. |It rained.",
            "1. We commit to consult. |We will meet.",
            "Saab Inc. said so. |Boeing Co. |The rest did not.",
            "Gilberto Teodoro Jr. signed. |Ferdinand Marcos Jr. |He looked on.",
            "See www.example.org/a.b.html for details. |Write to press@example.org.",
            "A headline without a stop",
            "They met in St. Petersburg, at Mt. Fuji and in Ft. Worth. |Then home.",
            "Approx. 200 people came, i.e. all of them, e.g. Mr. Wu.",
            "(Reporting by L. Jordan in Manila.) |The talks resumed.",
            "He said: “No.” |She said: ‘Yes.’",
            "Lt. Col. A. Kovacs, Ph.D., spoke. |So did Prof. Dr. K. Nagy.",
            "It ended in 1968. |In 1970 it began again.",
            "He has the rank of Sgt. Maj. in the army.",
            "Really?! |Yes.",
            "會談結束。 |他們離開了。",
            "Nov. 30 to Dec. 2. |After Sept. |The weather turned.",
            "9:40 a.m. - North Korean leaders arrive. |9:50 a.m. - They leave.",
            "CAIRO, March 12. |- The ministers met.",
            "Spc. A. Ruiz and Pfc. B. Lee spoke. |Dr. Wayne A. I. Frederick did too.",
            "Nobody knew but I. |Then it rained.",
            "“Will it hold?” Blinken asked. |“It must!” Prime Minister Meloni said.",
            "“Will it hold?” |President Marcos left at once.",
            "He spoke of “a path … Japan will take” and left. |They wept . . . |The end.",
            "They came in Sept. |Ministers met in Oct. 2024.",
            "It is due in fig. 3 and paras. 4 to 6. |See art. 5.",
            "Visit https://example.org/a.b?c=d. |Write to a.b@example.org. |Call No. 12.",
            "It cost $3.5 bn. |Version 2.0 is out. |Sec. 4.2 applies.",
            "The minister said: “We met. |We will meet again.” |He left.",
            "“Yes.” ",
            "It costs Rs. 4 crores. |Nobody paid.",
            "He met Amb. K. Rao, H.E. Mr. T. Tan and the Rt. Hon. J. Bull. |They dined.",
            "The vote was 5-4 (U.S. against). |It passed.",
            "Is it true? |It is! |Good.",
            "He works for the F.B.I. |She does not.",
            "Mt. Everest vs. K2: no contest. |E.U. leaders agreed.",
            "They left at 5 p.m. on Mon. |The train was late.",
            "Vice President J.D. Vance and H.E. Akio Isomata talked.",
        ] {
            check(marked);
        }
    }

    proptest! {
        #[test]
        fn sentences_lie_in_order_on_character_boundaries(text in "\\PC{0,200}") {
            let mut at = 0;
            for span in sentences(&text) {
                prop_assert!(span.start >= at && !span.of(&text).is_empty());
                prop_assert!(text[at..span.start].trim().is_empty());
                at = span.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
