//! Where in the text the key points have their evidence, for the gutter and for going from the text to a point.

use crate::base::Span;
use crate::briefing::{Briefing, Category, PointId};

/// Evidence in the order of the text.
#[derive(Debug, Default)]
pub struct Links {
    evidence: Vec<(Span, PointId)>,
}

impl Links {
    /// Where the points of `briefing` have their evidence; those that were dismissed have none.
    pub fn of(briefing: &Briefing) -> Self {
        let shown = briefing.ids().filter(|id| id.category != Category::Party && !briefing.is_dismissed(*id));
        let mut evidence: Vec<_> = shown.map(|id| (briefing.span(id), id)).collect();
        evidence.sort_unstable();
        Self { evidence }
    }

    /// The points whose evidence begins within `span`.
    pub fn within(&self, span: Span) -> &[(Span, PointId)] {
        let start = self.evidence.partition_point(|(e, _)| e.start < span.start);
        let end = self.evidence.partition_point(|(e, _)| e.start < span.end);
        self.evidence.get(start..end.max(start)).unwrap_or_default()
    }

    /// The evidence that begins nearest after the byte at `offset` and that `wanted` lets through.
    pub fn after(&self, offset: usize, wanted: impl Fn(PointId) -> bool) -> Option<(Span, PointId)> {
        let start = self.evidence.partition_point(|(e, _)| e.start <= offset);
        self.evidence[start..].iter().copied().find(|(_, id)| wanted(*id))
    }

    /// The evidence that begins nearest before the byte at `offset` and that `wanted` lets through.
    pub fn before(&self, offset: usize, wanted: impl Fn(PointId) -> bool) -> Option<(Span, PointId)> {
        let end = self.evidence.partition_point(|(e, _)| e.start < offset);
        self.evidence[..end].iter().rev().copied().find(|(_, id)| wanted(*id))
    }
}
