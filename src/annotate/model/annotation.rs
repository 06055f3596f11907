//! One annotation: where it points, what colour it has, what the user wrote to it.
//!
//! It knows neither the file that it is kept in nor the place where its words stand just now: that is an
//! [`Anchor`](crate::annotate::Anchor), found afresh whenever the text changed.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{PointKey, Target, time};

/// The name of an annotation: sixteen hexadecimal digits, unique in a briefing and never used twice.
///
/// It is worked out from what is highlighted, when, and how many changes came before, so that it depends on no clock
/// alone: two highlights in the same second differ, and the same highlight made by two readers at once is one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnnotationId(String);

impl AnnotationId {
    /// The name for an annotation on `target`, made at `created` as change number `sequence` of the briefing.
    pub(in crate::annotate) fn new(target: &Target, created: Timestamp, sequence: u64) -> Self {
        let seed = format!("{sequence} {created} {} {} {}", target.start, target.end, target.exact);
        Self(digits(seed.as_bytes(), 16))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for AnnotationId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// The first `count` hexadecimal digits of the SHA-256 of `bytes`.
pub(in crate::annotate) fn digits(bytes: &[u8], count: usize) -> String {
    let digest = Sha256::digest(bytes);
    let halves = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).take(count);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

/// One of the five colours, 1 to 5; what each of them is called is for the user to say (`Ledger::colours`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Colour(u8);

impl Colour {
    /// All five, in order.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The colour of this number, if there is one.
    ///
    /// ```
    /// # use attache::annotate::Colour;
    /// assert_eq!(Colour::new(3).map(Colour::number), Some(3));
    /// assert_eq!(Colour::new(6), None);
    /// ```
    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// Its number, 1 to 5.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl Default for Colour {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<u8> for Colour {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("colour {number}: there are five, 1 to 5"))
    }
}

impl From<Colour> for u8 {
    fn from(colour: Colour) -> Self {
        colour.0
    }
}

/// Why an annotation was made, in the words of the Web Annotation vocabulary (W3C, section 3.3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motivation {
    /// Words set off, nothing added.
    Highlighting,
    /// A note was written.
    Commenting,
    /// Tags were given, but no note.
    Tagging,
}

impl Motivation {
    /// The word of the vocabulary.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Highlighting => "highlighting",
            Self::Commenting => "commenting",
            Self::Tagging => "tagging",
        }
    }
}

/// A highlight with whatever was added to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its name, which never changes.
    pub id: AnnotationId,
    /// Its colour.
    #[serde(default)]
    pub colour: Colour,
    /// What the user wrote; empty when nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Words to find it by, in the order in which they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When it was made.
    #[serde(with = "time")]
    pub created: Timestamp,
    /// When it was last changed by the user.
    #[serde(with = "time")]
    pub modified: Timestamp,
    /// Whether the user chose to keep it although its words are gone; it is then not asked about again.
    #[serde(default, skip_serializing_if = "is_false")]
    pub detached: bool,
    /// The words as first highlighted, when an edit of the text has changed them since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_quote: Option<String>,
    /// The key point that it was made on, if on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<PointKey>,
    /// Where it points.
    pub target: Target,
}

impl Annotation {
    /// Why it was made, as its content tells.
    pub fn motivation(&self) -> Motivation {
        match (self.note.is_empty(), self.tags.is_empty()) {
            (false, _) => Motivation::Commenting,
            (true, false) => Motivation::Tagging,
            (true, true) => Motivation::Highlighting,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
