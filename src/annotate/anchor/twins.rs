//! Where words stand in a text that was not levelled.
//!
//! Levelling ten megabytes for one new highlight would take longer than a key press may. So the longest stretch of the
//! words that levelling leaves alone is looked for in the text as it is; what stands round each place is levelled on the
//! way, no further than needed.

use aho_corasick::AhoCorasick;

use super::normal::{Normal, UNSEEN, backward, onward};
use super::quote::{CROWD, occurrences};
use crate::base::Span;

/// For more words than these the text is levelled once, which takes less time than looking at every place of each.
const FEW: usize = 16;

/// Where each of `words`, which are levelled, stands in `text`: up to [`CROWD`] places each, in bytes of the text.
pub fn standing(text: &str, words: &[String]) -> Vec<Vec<Span>> {
    as_it_is(text, words).unwrap_or_else(|| levelled(text, words))
}

/// The same by way of the levelled text.
fn levelled(text: &str, words: &[String]) -> Vec<Vec<Span>> {
    let normal = Normal::of(text);
    let patterns: Vec<&str> = words.iter().map(String::as_str).collect();
    let back = |start: usize, len: usize| {
        let (start, end) = normal.back(start, start + len);
        Span::new(start, end)
    };
    let found = occurrences(&normal.text, &patterns).into_iter().zip(words);
    found.map(|(starts, words)| starts.into_iter().map(|start| back(start, words.len())).collect()).collect()
}

/// The same without levelling the text; `None` where that cannot be: for very many words, for words without a stretch
/// that stands as it is, and where something that nobody sees may stand within one.
fn as_it_is(text: &str, words: &[String]) -> Option<Vec<Vec<Span>>> {
    let parts: Vec<[&str; 3]> =
        words.iter().filter(|w| !w.is_empty()).map(|w| parted(w)).collect::<Option<_>>()?;
    if parts.len() > FEW
        || !text.is_ascii() && AhoCorasick::new(UNSEEN.map(String::from)).ok()?.is_match(text)
    {
        return None;
    }
    let searcher = AhoCorasick::new(parts.iter().map(|[_, stretch, _]| stretch)).ok()?;
    let mut places = vec![Vec::new(); parts.len()];
    let mut open = parts.len();
    for hit in searcher.find_overlapping_iter(text) {
        let at = hit.pattern().as_usize();
        let [head, _, tail] = parts[at];
        if places[at].len() < CROWD
            && let Some(start) = before(&text[..hit.start()], head)
            && let Some(end) = behind(&text[hit.end()..], tail)
        {
            places[at].push(Span::new(start, hit.end() + end));
            open -= usize::from(places[at].len() == CROWD);
            if open == 0 {
                break;
            }
        }
    }
    let mut places = places.into_iter();
    Some(
        words
            .iter()
            .map(|w| if w.is_empty() { Vec::new() } else { places.next().unwrap_or_default() })
            .collect(),
    )
}

/// `words` before, in and behind their longest stretch that stands in a text as it is, whatever its quotation marks,
/// dashes and spaces.
fn parted(words: &str) -> Option<[&str; 3]> {
    let stretches = words.split([' ', '\'', '"', '-']);
    let longest = stretches.max_by_key(|s| s.len()).filter(|s| !s.is_empty())?;
    let start = words.find(longest)?;
    let (head, rest) = words.split_at(start);
    let (stretch, tail) = rest.split_at(longest.len());
    Some([head, stretch, tail])
}

/// Where `head` begins in `text`, at whose end it stands; `None` if it does not.
fn before(text: &str, head: &str) -> Option<usize> {
    let mut seen = backward(text);
    head.chars().rev().try_fold(text.len(), |_, c| seen.next().filter(|(s, _)| *s == c).map(|(_, at)| at))
}

/// Where `tail` ends in `text`, at whose beginning it stands; `None` if it does not.
fn behind(text: &str, tail: &str) -> Option<usize> {
    let mut seen = onward(text);
    tail.chars().try_fold(0, |_, c| seen.next().filter(|(s, _)| *s == c).map(|(_, at)| at))
}

#[cfg(test)]
mod tests {
    use super::super::normal::levelled as level;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stand_wherever_the_eye_sees_them() {
        let text = "“Both  sides’ plan” is\nboth sides' plan — or Both sides’\n plan, both sides plan.";
        let found = |words: &str| -> Vec<&str> {
            as_it_is(text, &[words.to_owned()]).unwrap()[0].iter().map(|s| s.of(text)).collect()
        };
        assert_eq!(found("Both sides' plan"), ["Both  sides’ plan", "Both sides’\n plan"]);
        assert_eq!(found("\"Both"), ["“Both"]);
        assert_eq!(found("plan - or"), ["plan — or"]);
        assert_eq!(found("an\" is"), ["an” is"]);
        assert_eq!(found("plans"), Vec::<&str>::new());
        assert_eq!(as_it_is(text, &["\" -".into()]), None);
        assert_eq!(as_it_is("a\u{ad}b ab", &["ab".into()]), None, "unseen letters stand within words");
    }

    proptest! {
        #[test]
        fn both_ways_find_the_same(text in "[ab \n’'—-]{0,60}", from in 0..60usize, len in 1..9usize) {
            let chars: Vec<char> = text.chars().skip(from).take(len).collect();
            let words = vec![level(&chars.into_iter().collect::<String>()).trim().to_owned()];
            if let Some(found) = as_it_is(&text, &words) {
                prop_assert_eq!(found, levelled(&text, &words));
            }
        }
    }
}
