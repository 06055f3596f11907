//! Finding highlighted words again in a text that changed.
//!
//! Three tries: the words at their old place with their old neighbours; the same words anywhere, white space and
//! quotation marks levelled, told from their twins by what stands round them; words that are nearly the same, between
//! the same neighbours. What is left in doubt is an orphan. A wrong place is worse than none, since nobody notices it:
//! so every try has a floor, and a margin over the runner-up.
//!
//! All targets are looked up in one pass over the text for each try, so that the time grows with the length of the
//! text and not with the number of highlights times that length.

mod context;
mod fuzzy;
mod make;
mod normal;
mod offsets;
mod quote;
mod twins;

use super::Target;
use crate::base::Span;

pub use normal::same_words;
pub use offsets::bytes_of;

/// How words were found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Placing {
    /// The same words at the same place.
    Exact,
    /// The same words at another place, or with other spaces or quotation marks.
    Moved,
    /// Words that differ a little, between the neighbours of old.
    Fuzzy,
}

/// The place of an annotation in the text as it is now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// The words, in bytes.
    pub span: Span,
    /// How they were found.
    pub placing: Placing,
    /// How sure that is, from 0 to 1.
    pub score: f64,
}

/// What became of a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Placement {
    /// It has its place.
    Placed(Anchor),
    /// It has none for sure; the best guess, if there is any, is for the user to judge.
    Orphan(Option<Anchor>),
}

impl Placement {
    /// The place, if it is sure.
    pub fn anchor(&self) -> Option<Anchor> {
        match self {
            Self::Placed(anchor) => Some(*anchor),
            Self::Orphan(_) => None,
        }
    }
}

/// Finds each of `targets` in `text`.
///
/// ```
/// use attache::annotate::{Placing, Target, anchor};
/// use attache::base::Span;
///
/// let old = "The envoys met in Oslo.";
/// let target = Target::of(old, Span::new(4, 14)).unwrap();
/// let new = "As agreed, the parties wrote first.\nThe envoys\nmet in Oslo.";
/// let anchor = anchor(new, &[&target])[0].anchor().unwrap();
/// assert_eq!(&new[anchor.span.range()], "envoys\nmet");
/// assert_eq!(anchor.placing, Placing::Moved);
/// ```
pub fn anchor(text: &str, targets: &[&Target]) -> Vec<Placement> {
    let starts: Vec<usize> = targets.iter().map(|target| target.start).collect();
    let starts = bytes_of(text, &starts);
    let mut placements: Vec<Option<Placement>> = starts
        .iter()
        .zip(targets)
        .map(|(start, target)| start.and_then(|at| unmoved(text, at, target)).map(Placement::Placed))
        .collect();
    let left = open(&placements);
    if left.is_empty() {
        return placements.into_iter().flatten().collect();
    }
    let normal = normal::Normal::of(text);
    let wanted: Vec<quote::Wanted> = left.iter().map(|i| quote::Wanted::of(targets[*i])).collect();
    let back = |(start, end): (usize, usize)| {
        let (start, end) = normal.back(start, end);
        Span::new(start, end)
    };
    for (i, found) in left.iter().zip(quote::find(&normal.text, &wanted)) {
        placements[*i] = match found {
            quote::Found::Sure(place, score) => {
                let span = back(place);
                let same = starts[*i] == Some(span.start) && span.of(text) == targets[*i].exact;
                let placing = if same { Placing::Exact } else { Placing::Moved };
                Some(Placement::Placed(Anchor { span, placing, score }))
            }
            quote::Found::Doubt(place, score) => {
                let guess = Anchor { span: back(place), placing: Placing::Moved, score };
                Some(Placement::Orphan(Some(guess)))
            }
            quote::Found::None => None,
        };
    }
    let open_now = open(&placements);
    let wanted: Vec<quote::Wanted> = open_now.iter().map(|i| quote::Wanted::of(targets[*i])).collect();
    for (i, found) in open_now.iter().zip(fuzzy::find(&normal.text, &wanted)) {
        let anchor = |(place, score)| Anchor { span: back(place), placing: Placing::Fuzzy, score };
        placements[*i] = Some(match found {
            fuzzy::Found::Sure(place, score) => Placement::Placed(anchor((place, score))),
            fuzzy::Found::Doubt(guess) => Placement::Orphan(guess.map(anchor)),
        });
    }
    placements.into_iter().map(|p| p.unwrap_or(Placement::Orphan(None))).collect()
}

/// Which have no placement yet.
fn open(placements: &[Option<Placement>]) -> Vec<usize> {
    placements.iter().enumerate().filter(|(_, p)| p.is_none()).map(|(i, _)| i).collect()
}

/// The target at its old place, if nothing near it changed.
fn unmoved(text: &str, at: usize, target: &Target) -> Option<Anchor> {
    let known = target.copies > 0;
    let words = text.get(at..)?.starts_with(&target.exact);
    let span = Span::new(at, at + target.exact.len());
    let same = words
        && text[..at].ends_with(&target.prefix)
        && text.get(span.end..).is_some_and(|tail| tail.starts_with(&target.suffix));
    (known && same && !span.is_empty()).then_some(Anchor { span, placing: Placing::Exact, score: 1.0 })
}

#[cfg(test)]
mod tests;
