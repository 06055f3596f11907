//! The contract as an export.

use super::Item;
use super::wire::{Record, With, escape};

/// One object a line.
pub(super) fn lines(items: &[Item<'_>]) -> String {
    items.iter().map(|item| object(item) + "\n").collect()
}

/// An array of objects, one a line.
pub(super) fn array(items: &[Item<'_>]) -> String {
    let objects: Vec<String> = items.iter().map(object).collect();
    if objects.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", objects.join(",\n")) }
}

fn object(item: &Item<'_>) -> String {
    let record = Record::of(item.document, item.points, With::default()).with_highlights(item.highlights);
    // Strings, numbers and lists only: nothing in a record can fail to become JSON.
    escape(serde_json::to_string(&record).unwrap_or_default())
}
