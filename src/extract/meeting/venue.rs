//! "… through high-level meetings in New Delhi": a plural without article that announces the text's one meeting, and its
//! place.
//!
//! Reports open with what is to come in general words and name it later. Where the general words alone give a place and
//! the text has a single meeting to come without one, both speak of the same; any other place, or a second such meeting,
//! leaves room for doubt, and nothing is done.

use super::super::{Analysis, Meeting, Status};

/// Words that may stand before the noun in such a plural; a possessor or an article would name a meeting.
const MOST_WORDS: usize = 3;

/// Joins the general words with the one meeting that they announce.
pub(super) fn announced(analysis: &Analysis, mut meetings: Vec<Meeting>) -> Vec<Meeting> {
    let mut placed = (0..meetings.len()).filter(|&i| meetings[i].place.is_some());
    let (Some(general), None) = (placed.next(), placed.next()) else { return meetings };
    let mut open = (0..meetings.len()).filter(|&i| i != general && meetings[i].status == Status::Upcoming);
    let (Some(named), None) = (open.next(), open.next()) else { return meetings };
    if !is_general(analysis, &meetings[general])
        || meetings[general].evidence.span > meetings[named].evidence.span
    {
        return meetings;
    }
    let Meeting { place, mentions, .. } = meetings.remove(general);
    let meeting = &mut meetings[named - usize::from(general < named)];
    meeting.place = place;
    meeting.mentions.extend(mentions);
    meeting.mentions.sort_unstable_by_key(|s| (s.start, s.end));
    meetings
}

/// One mention, plural and in small letters, without article, owner, time or company.
fn is_general(analysis: &Analysis, meeting: &Meeting) -> bool {
    let [only] = meeting.mentions.as_slice() else { return false };
    let tokens = analysis.tokens_in(*only);
    let words = only.of(&analysis.document.text);
    let bare = !["the ", "a ", "their ", "its ", "his ", "her ", "these ", "those ", "such "]
        .iter()
        .any(|article| words.starts_with(article));
    let small =
        words.starts_with(char::is_lowercase) && words.split(' ').next().is_some_and(|w| !w.contains('’'));
    let plural = meeting.name.split_whitespace().last().is_some_and(|w| w.ends_with('s') || w == "talks");
    let few = words.split_whitespace().count() <= MOST_WORDS && !tokens.is_empty();
    bare && small && plural && few && meeting.when.is_none() && meeting.with.is_empty()
}
