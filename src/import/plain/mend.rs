//! Joins paragraphs that an empty line cut within a sentence, as scans and careless pages do.

use super::{Draft, wrapping::wants_more};
use crate::document::BlockKind;

/// Shortest paragraph that counts as cut, in bytes: shorter lines are signatures and headings.
const SHORTEST: usize = 40;

/// Joins neighbours of which the first stops in mid-sentence and the second goes on in small letters.
pub(super) fn join_cut_sentences(text: &str, drafts: &mut Vec<Draft>) {
    drafts.dedup_by(|next, last| {
        let plain = [&last.block, &next.block].iter().all(|b| b.kind == BlockKind::Paragraph);
        let (before, after) = (last.block.span.of(text), next.block.span.of(text));
        let goes_on = before.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && after.starts_with(char::is_lowercase);
        let goes_on = goes_on || (wants_more(before) && after.len() >= SHORTEST);
        let hyphen =
            before.ends_with('-') && !before.ends_with(" -") && after.starts_with(char::is_alphabetic);
        let cut = plain && before.len() >= SHORTEST && (goes_on || hyphen);
        if cut {
            last.block.span.end = next.block.span.end;
            last.before_gap = next.before_gap;
        }
        cut
    });
}
