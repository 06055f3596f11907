//! What is lit in the text that shows: evidence, mentions, hits.
//!
//! Later entries are drawn over earlier ones: highlights lie lowest, a selection on top.

use crate::annotate::Colour;
use crate::base::Span;
use crate::tui::app::{App, Reading};
use crate::tui::theme::Role;

/// What is lit within `shown`, in the order in which it is painted.
pub fn lit(app: &App, reading: &Reading, shown: Span) -> Vec<(Span, Role)> {
    let mut out = Vec::new();
    let own = reading.briefing.annotations.placed.iter().filter(|(anchor, _)| anchor.span.overlaps(shown));
    out.extend(own.map(|(anchor, annotation)| (anchor.span, highlight_role(annotation.colour))));
    if let Some(id) = reading.list.point() {
        let mentions = reading.briefing.mentions(id);
        out.extend(overlapping(mentions, shown).iter().map(|m| (*m, Role::Mention)));
        let evidence = reading.briefing.evidence(id).map(|e| e.span);
        out.extend(evidence.filter(|e| e.overlaps(shown)).map(|e| (e, Role::Evidence)));
    }
    if let Some(finding) = app.finding.as_ref().filter(|f| f.briefing == app.current()) {
        out.extend(overlapping(&finding.hits, shown).iter().map(|h| (*h, Role::Hit)));
        let current = finding.current.and_then(|at| finding.hits.get(at));
        out.extend(current.filter(|h| h.overlaps(shown)).map(|h| (*h, Role::CurrentHit)));
    }
    out.extend(app.notes.selection.map(|selection| (selection.span(), Role::Selection)));
    out
}

/// How the words of a highlight of `colour` look.
pub fn highlight_role(colour: Colour) -> Role {
    Role::HIGHLIGHTS[usize::from(colour.number() - 1)].0
}

/// How the bar beside a highlight of `colour` looks.
pub fn bar_role(colour: Colour) -> Role {
    Role::HIGHLIGHTS[usize::from(colour.number() - 1)].1
}

/// Those of `spans`, which are in order, that share a byte with `shown`.
fn overlapping(spans: &[Span], shown: Span) -> &[Span] {
    let start = spans.partition_point(|s| s.end <= shown.start);
    let end = spans.partition_point(|s| s.start < shown.end);
    spans.get(start..end.max(start)).unwrap_or_default()
}
