//! Marks for export, on key points and on highlights of one's own.

use super::{App, Item};
use crate::annotate::{AnnotationId, Change, PointKey};
use crate::briefing::{Category, PointId};
use crate::tui::keeper::Order;

/// What carries a mark.
#[derive(Debug, Default)]
struct Marked {
    points: Vec<PointId>,
    own: Vec<AnnotationId>,
}

impl App {
    /// The points under the cursor: one, or all parties.
    pub(super) fn chosen(&self) -> Vec<PointId> {
        let reading = self.reading();
        match reading.list.items().get(reading.list.at) {
            Some(Item::Point(id, _)) => vec![*id],
            Some(Item::Parties) => {
                reading.briefing.ids().filter(|id| id.category == Category::Party).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Marks what is under the cursor, or takes its mark off, and goes on to the next.
    pub(super) fn mark(&mut self) {
        let reading = self.reading();
        let item = reading.list.items().get(reading.list.at);
        let own = item.filter(|item| matches!(item, Item::Own(_))).and_then(|item| self.listed(item));
        let chosen = Marked { points: self.chosen(), own: own.map(|a| a.id.clone()).into_iter().collect() };
        if chosen.points.is_empty() && chosen.own.is_empty() {
            return self.notice("no point here to mark; j goes to the next one");
        }
        self.set_marks(&chosen);
        self.reading_mut().list.step(1);
        self.article_follows();
    }

    /// Marks all that the list shows, or takes all these marks off.
    pub(super) fn mark_all(&mut self) {
        let mut shown = Marked::default();
        let briefing = &self.reading().briefing;
        for item in self.reading().list.items() {
            match item {
                Item::Point(id, _) => shown.points.push(*id),
                Item::Parties => {
                    shown.points.extend(briefing.ids().filter(|id| id.category == Category::Party));
                }
                Item::Own(_) => shown.own.extend(self.listed(item).map(|a| a.id.clone())),
                _ => {}
            }
        }
        self.set_marks(&shown);
    }

    /// Sets marks, or takes them off if everything has one.
    fn set_marks(&mut self, what: &Marked) {
        let briefing = &mut self.reading_mut().briefing;
        let off = what.points.iter().all(|id| briefing.is_marked(*id))
            && what.own.iter().all(|id| briefing.annotations.is_marked(id));
        let mut labels: Vec<PointKey> = what.points.iter().map(|id| briefing.label(*id)).collect();
        labels.extend(what.own.iter().map(PointKey::highlight));
        for id in &what.points {
            let key = briefing.key(*id);
            if off {
                briefing.marks.remove(&key);
            } else {
                briefing.marks.insert(key);
            }
        }
        self.keep(Order::Change(Change::Mark(labels, !off)));
        self.change();
    }
}
