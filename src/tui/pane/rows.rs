//! What is said of an entry, in rows.
//!
//! A dot stands between two things on one row and never at the end or the beginning of a row, where it would say nothing.
//! Nothing here knows what the things are.

use crate::text::wrap;
use crate::tui::theme::Glyphs;
use crate::tui::widget::{clip, columns};

/// Rows that what is said of one entry may take.
const MOST_ROWS: usize = 6;

/// `parts` in rows of `width` columns, as many on a row as fit; what is wider than a row is broken between its words.
pub fn packed(parts: &[String], width: usize, glyphs: &Glyphs) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        match rows.last_mut() {
            Some(row) if columns(row) + 3 + columns(part) <= width => {
                row.push_str(&format!(" {} {part}", glyphs.dot));
            }
            _ => rows.extend(wrap(part, width).iter().map(|line| line.of(part).to_owned())),
        }
    }
    no_more_than(MOST_ROWS, rows, width, glyphs)
}

/// The first `most` of `rows`; the last of them says so when there are more.
pub fn no_more_than(most: usize, mut rows: Vec<String>, width: usize, glyphs: &Glyphs) -> Vec<String> {
    if rows.len() > most {
        rows.truncate(most);
        if let Some(last) = rows.last_mut() {
            *last = clip(&format!("{last} {}", glyphs.more), width, glyphs.more);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{ASCII, Theme};

    fn packed_at(width: usize, parts: &[&str]) -> Vec<String> {
        packed(&parts.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>(), width, Theme::default().glyphs)
    }

    #[test]
    fn dots_stand_only_between_things_on_one_row() {
        let parts = ["Japan, South Korea, United States", "firm", "due: not stated"];
        assert_eq!(packed_at(60, &parts), ["Japan, South Korea, United States · firm · due: not stated"]);
        assert_eq!(packed_at(34, &parts), ["Japan, South Korea, United States", "firm · due: not stated"]);
        assert_eq!(packed_at(25, &parts), ["Japan, South Korea,", "United States · firm", "due: not stated"]);
        assert!(packed_at(20, &["", ""]).is_empty());
    }

    #[test]
    fn rows_that_are_left_out_are_told() {
        let rows = |n: usize| (0..n).map(|at| format!("row {at}")).collect::<Vec<_>>();
        assert_eq!(no_more_than(2, rows(2), 9, Theme::default().glyphs), ["row 0", "row 1"]);
        assert_eq!(no_more_than(2, rows(3), 9, Theme::default().glyphs), ["row 0", "row 1 …"]);
        assert_eq!(no_more_than(2, rows(3), 5, &ASCII), ["row 0", "row ~"]);
    }
}
