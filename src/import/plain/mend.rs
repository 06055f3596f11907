//! Joins paragraphs that an empty line cut within a sentence, as scans and careless pages do.

use super::{Draft, wrapping::wants_more};
use crate::document::BlockKind;

/// Shortest paragraph that counts as cut, in bytes: shorter lines are signatures and headings.
const SHORTEST: usize = 40;
/// How many cuts that small letters give away make a text one that is cut at random.
const DAMAGED: usize = 2;

/// Joins neighbours of which the first stops in mid-sentence and the second goes on in small letters. In a text that is
/// cut at random a name may be what the second goes on with.
pub(super) fn join_cut_sentences(text: &str, drafts: &mut Vec<Draft>) {
    let cuts = drafts.windows(2).filter(|pair| is_cut(text, &pair[0], &pair[1])).count();
    drafts.dedup_by(|next, last| {
        let cut = is_cut(text, last, next) || cuts >= DAMAGED && is_cut_before_a_name(text, last, next);
        if cut {
            last.block.span.end = next.block.span.end;
            last.before_gap = next.before_gap;
        }
        cut
    });
}

fn is_cut(text: &str, last: &Draft, next: &Draft) -> bool {
    let (before, after) = (last.block.span.of(text), next.block.span.of(text));
    let goes_on =
        before.ends_with(|c: char| c.is_alphanumeric() || c == ',') && after.starts_with(char::is_lowercase);
    let goes_on = goes_on || (wants_more(before) && after.len() >= SHORTEST);
    let hyphen = before.ends_with('-') && !before.ends_with(" -") && after.starts_with(char::is_alphabetic);
    are_plain(last, next) && before.len() >= SHORTEST && (goes_on || hyphen)
}

/// "… External Affairs Ministry spokesman" / "Randhir …": prose that stops without a stop before more prose.
fn is_cut_before_a_name(text: &str, last: &Draft, next: &Draft) -> bool {
    let (before, after) = (last.block.span.of(text), next.block.span.of(text));
    let small = |words: &str| words.rsplit(' ').next().is_some_and(|w| w.starts_with(char::is_lowercase));
    let prose =
        before.len() >= SHORTEST && before.contains(['.', ',']) || before.len() >= 12 && small(before);
    let open = before.ends_with(|c: char| c.is_alphanumeric() || c == ',') || ends_with_initial(before);
    let tail = after.ends_with(['.', '"', '”', ',']) || small(after) || after.len() > 2 * SHORTEST;
    are_plain(last, next) && prose && open && tail && after.starts_with(char::is_uppercase)
}

/// Whether `words` end with the initial of a name: "and V. M."
fn ends_with_initial(words: &str) -> bool {
    let mut back = words.chars().rev();
    back.next() == Some('.')
        && back.next().is_some_and(char::is_uppercase)
        && back.next().is_some_and(|c| c == ' ' || c == '.' || c == '\n')
}

fn are_plain(last: &Draft, next: &Draft) -> bool {
    [last, next].iter().all(|d| d.block.kind == BlockKind::Paragraph)
}
