//! How well the words round a place agree with those round the place that was highlighted.

/// Longest context that is compared, in bytes; what lies further off tells little and costs the square.
const REACH: usize = 2_048;

/// How well both sides agree, each from 0 (not at all) to 1 (to the letter).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Agreement {
    /// What stands before.
    pub left: f64,
    /// What stands behind.
    pub right: f64,
}

impl Agreement {
    /// The better side.
    pub fn best(self) -> f64 {
        self.left.max(self.right)
    }

    /// The worse side.
    pub fn worst(self) -> f64 {
        self.left.min(self.right)
    }

    /// Both sides together.
    pub fn mean(self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// Compares `prefix` and `suffix` with what stands round `start..end` in `text`, all of them levelled.
pub fn agreement(text: &str, (start, end): (usize, usize), prefix: &str, suffix: &str) -> Agreement {
    let (prefix, suffix) = (prefix.trim(), suffix.trim());
    let before = text[..start].trim_end();
    let behind = text[end..].trim_start();
    let slack = |len: usize| (len + len / 8 + 4).min(REACH);
    let before = &before[floor(before, before.len().saturating_sub(slack(prefix.len())))..];
    let behind = &behind[..floor(behind, slack(suffix.len()).min(behind.len()))];
    let left = side(prefix.bytes().rev(), before.bytes().rev());
    let right = side(suffix.bytes(), behind.bytes());
    let either = left.or(right).unwrap_or(0.0);
    Agreement { left: left.unwrap_or(either), right: right.unwrap_or(either) }
}

/// The character boundary at or before `at`.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// How much of `wanted` is found at the beginning of `found`; both run away from the words.
///
/// Where there was nothing (the words stood at an end of the text), nothing now agrees, and anything else tells nothing:
/// the other side speaks for both.
fn side(wanted: impl Iterator<Item = u8>, found: impl Iterator<Item = u8>) -> Option<f64> {
    let wanted: Vec<u8> = wanted.take(REACH).collect();
    let found: Vec<u8> = found.collect();
    if wanted.is_empty() {
        return found.is_empty().then_some(1.0);
    }
    if found.starts_with(&wanted) {
        return Some(1.0);
    }
    Some(1.0 - (distance(&wanted, &found) as f64 / wanted.len() as f64).min(1.0))
}

/// The least number of edits that make `wanted` some beginning of `found`.
fn distance(wanted: &[u8], found: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    let mut best = wanted.len();
    for (j, have) in found.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], j + 1);
        for (i, want) in wanted.iter().enumerate() {
            let replaced = corner + usize::from(want != have);
            corner = row[i + 1];
            row[i + 1] = replaced.min(corner + 1).min(row[i] + 1);
        }
        best = best.min(row[wanted.len()]);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_edits_cost_little_and_other_words_much() {
        let text = "The envoys met in Oslo today. HERE. They will meet again in May.";
        let at = (text.find("HERE").unwrap(), text.find("HERE").unwrap() + 5);
        let same = agreement(text, at, "met in Oslo today. ", " They will meet again");
        assert_eq!((same.left, same.right), (1.0, 1.0));
        let edited = agreement(text, at, "met in Bergen today. ", " They might meet again");
        assert!(edited.left > 0.6 && edited.right > 0.7, "{edited:?}");
        let other = agreement(text, at, "a wholly different story, ", " and so it went on");
        assert!(other.best() < 0.45, "{other:?}");
        let edge = agreement("HERE", (0, 4), "", "");
        assert_eq!((edge.left, edge.right), (1.0, 1.0));
    }
}
