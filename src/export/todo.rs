//! Lines of todo.txt for the commitments: who has to do what, by when.
//!
//! The quote stands at the end of the line. Words of the briefing that todo.txt would read as a project, a context or a
//! key are written so that it does not.

use std::fmt::Write as _;

use super::{Item, PointKind, points};

/// One line for each commitment, most urgent priority for the firm ones.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let mut out = String::new();
    for item in items {
        let project = word(&item.document.id);
        for point in points(item).iter().filter(|p| p.sort == PointKind::Commitment) {
            let priority = match point.strength {
                Some("firm") => "(A) ",
                Some("intended") => "(B) ",
                Some("considered") => "(C) ",
                _ => "",
            };
            let _ = write!(out, "{priority}{}", harmless(&point.told()));
            for who in &point.who {
                let _ = write!(out, " @{}", word(who));
            }
            let _ = write!(out, " +{project}");
            if let Some(due) = &point.end {
                let _ = write!(out, " due:{due}");
            }
            let mark = point.paragraph.map(|n| format!("¶{n} ")).unwrap_or_default();
            let _ = writeln!(out, " {mark}“{}”", harmless(&point.quote));
        }
    }
    out
}

/// `name` as one word.
fn word(name: &str) -> String {
    let parts: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|p| !p.is_empty()).collect();
    parts.join("-")
}

/// `text` without anything that todo.txt reads as more than words.
fn harmless(text: &str) -> String {
    let words = text.split_whitespace().map(|word| match word.split_once(':') {
        Some((key, value)) if !key.is_empty() && !value.is_empty() => format!("{key}: {value}"),
        _ => word.trim_start_matches(['+', '@']).to_owned(),
    });
    let line = words.collect::<Vec<_>>().join(" ");
    // A line that begins with x is done, one with (A) has a priority.
    if line.starts_with("x ") || line.starts_with('(') { format!("- {line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn commitments_become_tasks() {
        let mut sample = sample();
        let due = "(A) send two ships @Norway +my-talks due:2025-05-31 ¶3 “Norway will send two ships by May 2025”\n";
        assert_eq!(with_item(&sample, |item| render(&[item])), due);
        sample.points.commitments[0].deadline = None;
        assert!(!with_item(&sample, |item| render(&[item])).contains("due:"));
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(harmless("due:2020-01-01 +x @home ok:"), "due: 2020-01-01 x home ok:");
        assert_eq!((harmless("x done"), harmless("(A) now")), ("- x done".into(), "- (A) now".into()));
    }
}
