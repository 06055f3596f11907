//! Tells title, headings and by-lines from paragraphs.
//!
//! A heading is a short line without a stop that prose follows. What a rule cannot tell for sure stays a paragraph: a
//! heading more or less changes how a text looks, not what is found in it.

use super::{Draft, furniture, line::ends_sentence};
use crate::document::BlockKind;

/// Longest headline and heading, in characters.
const LONGEST_TITLE: usize = 200;
const LONGEST_HEADING: usize = 90;
/// How many blocks may stand before the headline: letterhead, date, truncated copy of the headline.
const HEAD: usize = 6;

/// Names title, headings and by-lines among `drafts`.
pub(super) fn name(text: &str, drafts: &mut [Draft]) {
    name_head(text, drafts);
    let mut title = title_at(text, drafts);
    if let Some((first, full)) = title.and_then(|t| Some((t, repeated_title(text, drafts, t)?))) {
        drafts[first].block.kind = BlockKind::Heading;
        drafts[first].block.level = 1;
        title = Some(full);
    }
    if let Some(at) = title {
        drafts[at].block.kind = BlockKind::Title;
    }
    let first = drafts.iter().position(|d| !d.block.kind.is_furniture()).unwrap_or(drafts.len());
    for at in first..drafts.len() {
        if drafts[at].block.kind == BlockKind::Paragraph && is_heading(text, drafts, at, at == first) {
            drafts[at].block.kind = BlockKind::Heading;
            drafts[at].block.level = drafts[at].block.level.max(2);
        }
    }
}

/// By-lines and other furniture that is known only by where it stands.
fn name_head(text: &str, drafts: &mut [Draft]) {
    for (at, draft) in drafts.iter_mut().take(HEAD).enumerate() {
        if draft.block.kind != BlockKind::Paragraph {
            continue;
        }
        let words = draft.block.span.of(text);
        if furniture::kind(words, true).is_some() || (at > 0 && is_byline(words)) {
            draft.block.kind = BlockKind::Boilerplate;
        }
    }
}

/// "By Jane Doe and John Roe", "BY JANE DOE, Northern Wire": capital words and what joins them.
fn is_byline(words: &str) -> bool {
    let Some(names) = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY ")) else { return false };
    let joins = ["and", "in", "of", "with", "for", "the", "de", "van", "von", "bin", "al"];
    let count = names.split_whitespace().count();
    (2..=12).contains(&count)
        && !ends_sentence(words)
        && names.split_whitespace().all(|w| w.starts_with(|c: char| !c.is_lowercase()) || joins.contains(&w))
}

/// The first block that may be a headline, if it is one. A letterhead may stand before it.
fn title_at(text: &str, drafts: &[Draft]) -> Option<usize> {
    let head = drafts.iter().enumerate().take(2 * HEAD);
    let mut candidates =
        head.filter(|(_, d)| !matches!(d.block.kind, BlockKind::Boilerplate | BlockKind::Caption));
    let (at, draft) = candidates.find(|(_, d)| !is_letterhead(d.block.span.of(text)))?;
    let words = draft.block.span.of(text);
    let follows = drafts[at + 1..].iter().find(|d| !d.block.kind.is_furniture())?;
    let named = words.split_whitespace().all(|w| !w.starts_with(char::is_lowercase));
    let place = is_date(follows.block.span.of(text)) && words.split_whitespace().count() <= 4 && named;
    (draft.block.kind == BlockKind::Paragraph && is_title(words) && !place).then_some(at)
}

/// Who issued the text and when, as releases have it above their headline.
fn is_letterhead(words: &str) -> bool {
    words.len() <= 90
        && !ends_sentence(words)
        && (is_date(words) || (furniture::is_release(words) && words.split_whitespace().count() <= 10))
        && !words.split_whitespace().any(|w| matches!(w, "to" | "says" | "will" | "calls" | "announces"))
}

/// A line that is a date, a range of days or a time of day, and no more.
fn is_date(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let first = parts.next().unwrap_or("");
    let dated = crate::text::month(first).is_some() || first.starts_with(|c: char| c.is_ascii_digit());
    let named = words
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| w.len() > 4)
        .any(|w| crate::text::month(w).is_none());
    dated && words.len() <= 40 && words.contains(|c: char| c.is_ascii_digit()) && !named
}

fn is_title(words: &str) -> bool {
    const LETTERHEADS: [&str; 4] = ["By ", "BY ", "From ", "Dear "];
    words.chars().take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE
        && !LETTERHEADS.iter().any(|l| words.starts_with(l))
        && words.split_whitespace().nth(1).is_some()
        && !words.ends_with(['.', ':', ',', ';'])
        && !words.starts_with(char::is_lowercase)
        && !is_person_with_office(words)
        && crate::text::full_date(words).is_none()
        && !words.contains("://")
        && !words.contains('@')
        && !is_spoken(words)
}

/// "QUESTION: Where are they?": a line of a transcript.
fn is_spoken(words: &str) -> bool {
    words
        .split_once(": ")
        .is_some_and(|(name, _)| name.len() <= 24 && name.len() > 1 && !name.contains(char::is_lowercase))
        && words.ends_with('?')
}

/// "Anna Price, Foreign Secretary": whose statement it is, not what it is about.
fn is_person_with_office(words: &str) -> bool {
    const OFFICES: [&str; 8] = [
        "Secretary",
        "Minister",
        "President",
        "Spokesperson",
        "Spokesman",
        "Ambassador",
        "Director",
        "Chair",
    ];
    let Some((_, office)) = words.split_once(", ") else { return false };
    words.split_whitespace().count() <= 10
        && OFFICES.iter().any(|o| office.contains(o))
        && words
            .split_whitespace()
            .all(|w| !w.starts_with(char::is_lowercase) || matches!(w, "of" | "for" | "the" | "and"))
}

/// The full headline, where the one at `at` is its truncated copy: "Ministers Meet…" before "Ministers Meet in Delhi".
fn repeated_title(text: &str, drafts: &[Draft], at: usize) -> Option<usize> {
    let short = drafts[at].block.span.of(text);
    let short = short.strip_suffix('…').or_else(|| short.strip_suffix("..."))?;
    let full = drafts.get(at + 1)?.block.span.of(text);
    let mut letters = full.split_whitespace();
    let same = short.split_whitespace().all(|word| letters.next() == Some(word));
    (same && full.len() <= 2 * LONGEST_TITLE && !full.ends_with('.')).then_some(at + 1)
}

fn is_heading(text: &str, drafts: &[Draft], at: usize, first: bool) -> bool {
    let draft = &drafts[at];
    let words = draft.block.span.of(text);
    if words.chars().take(LONGEST_HEADING + 1).count() > LONGEST_HEADING {
        return false;
    }
    let plain = !words.ends_with(['.', '!', ';', ',', '"', '”', ')', '…'])
        && !words.starts_with(char::is_lowercase)
        && words.contains(char::is_alphabetic)
        && !words.contains('\n')
        && !is_date(words);
    let Some(next) = drafts[at + 1..].iter().find(|d| !d.block.kind.is_furniture()) else { return false };
    if draft.emphatic {
        return plain || draft.block.level > 0;
    }
    let follow = next.block.span.of(text);
    let prose = next.block.kind == BlockKind::ListItem
        || follow.len() > words.len().max(if words.ends_with('?') { 1 } else { 60 });
    let spoken = words.ends_with('?') && words.contains(": ");
    plain
        && !first
        && !words.ends_with(':')
        && !spoken
        && !words.contains(['[', '@', '|'])
        && draft.after_gap
        && (draft.before_gap || words.chars().all(|c| !c.is_lowercase()))
        && prose
        && (next.block.kind == BlockKind::ListItem || ends_sentence(follow) || follow.ends_with(':'))
        && !is_person_with_office(words)
        && !(follow.starts_with("— ") || words.starts_with("— "))
}
