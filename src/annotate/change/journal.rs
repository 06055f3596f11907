//! The journal: the last thousand changes of a briefing, for undo and redo across sessions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Step;
use crate::annotate::model::time;

/// How many changes are kept.
pub const KEPT: usize = 1_000;

/// One change as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    #[serde(with = "time")]
    pub at: Timestamp,
    /// What, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Entry {
    /// What it did, in a few words.
    pub fn describe(&self) -> String {
        let what = self.steps.last().map_or("nothing", Step::describe);
        let count = self.steps.iter().filter(|s| s.describe() == what).count();
        if count > 1 { format!("{what} (×{count})") } else { what.to_owned() }
    }
}

/// Changes in order; the last `undone` of them are undone just now and can be redone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    /// The changes, oldest first.
    pub entries: Vec<Entry>,
    /// How many at the end are undone.
    pub undone: usize,
}

impl Journal {
    /// Adds a change; what was undone before it can no longer be redone.
    pub fn push(&mut self, entry: Entry) {
        self.entries.truncate(self.entries.len().saturating_sub(self.undone));
        self.undone = 0;
        self.entries.push(entry);
        let surplus = self.entries.len().saturating_sub(KEPT);
        self.entries.drain(..surplus);
    }

    /// The change that undo takes back, now counted as undone.
    pub fn back(&mut self) -> Option<Entry> {
        let at = self.entries.len().checked_sub(self.undone + 1)?;
        self.undone += 1;
        self.entries.get(at).cloned()
    }

    /// The change that redo makes again, now counted as made.
    pub fn forth(&mut self) -> Option<Entry> {
        self.undone = self.undone.min(self.entries.len());
        let at = self.entries.len() - self.undone;
        let entry = self.entries.get(at).cloned()?;
        self.undone -= 1;
        Some(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: i64) -> Entry {
        Entry { at: Timestamp::from_second(n).unwrap(), steps: vec![] }
    }

    #[test]
    fn keeps_a_thousand_and_forgets_the_undone_after_a_new_one() {
        let mut journal = Journal::default();
        (0..1_005).for_each(|n| journal.push(entry(n)));
        assert_eq!((journal.entries.len(), &journal.entries[0]), (KEPT, &entry(5)));
        assert_eq!(journal.back(), Some(entry(1_004)));
        assert_eq!(journal.back(), Some(entry(1_003)));
        assert_eq!(journal.forth(), Some(entry(1_003)));
        journal.push(entry(2_000));
        assert_eq!(journal.forth(), None);
        assert_eq!(journal.back(), Some(entry(2_000)));
        assert_eq!(journal.back(), Some(entry(1_003)));
    }
}
