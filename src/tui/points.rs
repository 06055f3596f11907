//! Key points as lines of the points pane; it knows nothing of keys or of the terminal.

use crate::extract::KeyPoints;

/// One line for each point: its letter (P, C or M), what it says, and the byte where its evidence begins.
pub fn lines(points: &KeyPoints) -> Vec<(String, usize)> {
    let mut lines = Vec::new();
    for p in &points.participants {
        let about: Vec<&str> = [&p.role, &p.affiliation].into_iter().filter_map(|o| o.as_deref()).collect();
        let about = if about.is_empty() { String::new() } else { format!(" — {}", about.join(", ")) };
        lines.push((format!("P {}{about}", p.name), p.evidence.span.start));
    }
    for c in &points.commitments {
        lines.push((format!("C {}: {}", c.actors.join(", "), c.action), c.evidence.span.start));
    }
    for m in &points.meetings {
        let when = m.when.as_ref().map(|w| format!(" — {}", w.text)).unwrap_or_default();
        lines.push((format!("M {}{when}", m.name), m.evidence.span.start));
    }
    lines
}
