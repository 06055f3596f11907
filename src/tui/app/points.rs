//! Moving and acting in the key points, and the link between points and text.

use super::App;
use crate::annotate::Change;
use crate::base::Span;
use crate::briefing::{Category, PointId};
use crate::tui::action::{Action, Call};
use crate::tui::app::links::Links;
use crate::tui::app::list::{Item, Order as Sorted};
use crate::tui::keeper::Order;
use crate::tui::layer::Why;
use crate::tui::layout::Focus;

impl App {
    /// Moves in the list of points; the article follows.
    pub(super) fn move_in_points(&mut self, call: &Call) {
        let times = call.times().min(99_999) as isize;
        // A point takes two rows or three.
        let page = (self.article_height() as isize / 3).max(1);
        let list = &mut self.reading_mut().list;
        match call.action {
            Action::LineDown => list.step(times),
            Action::LineUp => list.step(-times),
            Action::HalfPageDown => list.step(times * (page / 2).max(1)),
            Action::HalfPageUp => list.step(-times * (page / 2).max(1)),
            Action::PageDown => list.step(times * page),
            Action::PageUp => list.step(-times * page),
            Action::First => list.step(isize::MIN),
            Action::Last => list.step(isize::MAX),
            Action::NextParagraph => list.step_section(true),
            Action::PreviousParagraph => list.step_section(false),
            Action::NextSentence => list.step(1),
            Action::PreviousSentence => list.step(-1),
            _ => {}
        }
        self.article_follows();
    }

    /// Scrolls the article to the evidence of the point under the cursor.
    pub(super) fn article_follows(&mut self) {
        let Some(start) = self.listed_place() else { return };
        let height = self.article_height();
        self.reading_mut().show(start, height);
        self.change();
    }

    /// Where the point or highlight under the list's cursor begins in the text.
    fn listed_place(&self) -> Option<usize> {
        let reading = self.reading();
        match reading.list.items().get(reading.list.at)? {
            Item::Own(at) => {
                reading.briefing.annotations.placed.get(*at).map(|(anchor, _)| anchor.span.start)
            }
            _ => reading.list.point().map(|id| reading.briefing.span(id).start),
        }
    }

    /// Puts the list's cursor on the point that the article's cursor is at, if there is one: on its sentence, or else in
    /// its paragraph.
    pub(super) fn points_follow(&mut self) {
        let sentence = self.sentence();
        let reading = self.reading_mut();
        // A piece and not its block, which may be the whole of a file without paragraphs.
        let piece = reading.flow.piece(reading.flow.row_at(reading.cursor).piece).map(|p| p.span);
        let shown = |links: &Links, list: &super::list::List, span| {
            let found = links.within(span).iter().copied();
            let found: Vec<_> = found.filter(|(_, id)| list.shows(id.category)).collect();
            let under = found.iter().rfind(|(e, _)| e.contains(reading.cursor)).or_else(|| found.first());
            under.map(|(_, id)| *id)
        };
        let found = shown(&reading.links, &reading.list, sentence)
            .or_else(|| piece.and_then(|p| shown(&reading.links, &reading.list, p)));
        if let Some(id) = found.filter(|id| reading.list.point() != Some(*id)) {
            reading.list.choose(id);
        }
    }

    /// From a point to its evidence, or from the text to its point.
    pub(super) fn follow(&mut self) {
        if self.focus() == Focus::Article {
            let before = self.reading().list.point();
            self.points_follow();
            if self.reading().list.point().is_none() && before.is_none() {
                return self.notice("no key point here; ] goes to the next one");
            }
            return self.set_focus(Focus::Points);
        }
        if matches!(self.reading().list.items().get(self.reading().list.at), Some(Item::Orphan(_))) {
            return self.notes_action(&Action::Orphans.into());
        }
        match self.listed_place() {
            Some(start) => {
                self.reading_mut().remember();
                self.set_focus(Focus::Article);
                let height = self.article_height();
                self.reading_mut().show(start, height);
            }
            None => self.points_action(&Action::Fold.into()),
        }
    }

    /// Goes to the next evidence in the text, or to the one before, of the categories that show.
    pub(super) fn step_evidence(&mut self, times: usize, forward: bool) {
        for _ in 0..times.min(9999) {
            let reading = self.reading();
            let wanted = |id: PointId| reading.list.shows(id.category);
            let found = if forward {
                reading.links.after(reading.cursor, wanted)
            } else {
                reading.links.before(reading.cursor, wanted)
            };
            let own = self.next_highlight(forward);
            let nearer = |own: Span, point: Span| (own.start < point.start) == forward;
            if let Some(span) = own.filter(|own| found.is_none_or(|(point, _)| nearer(*own, point))) {
                self.go_to_highlight(span);
                continue;
            }
            let Some((span, id)) = found else {
                let end = if forward { "no highlight further down" } else { "no highlight further up" };
                return self.notice(end);
            };
            let height = self.article_height();
            let reading = self.reading_mut();
            reading.show(span.start, height);
            reading.list.choose(id);
            self.change();
        }
    }

    /// The next highlight of one's own that shows, or the one before.
    fn next_highlight(&self, forward: bool) -> Option<Span> {
        let reading = self.reading();
        let shown = |a: &&(crate::annotate::Anchor, crate::annotate::Annotation)| {
            !reading.list.no_own && reading.list.filter.as_ref().is_none_or(|filter| filter.lets(&a.1))
        };
        let mut spans =
            reading.briefing.annotations.placed.iter().filter(shown).map(|(anchor, _)| anchor.span);
        if forward {
            spans.find(|span| span.start > reading.cursor)
        } else {
            spans.filter(|span| span.start < reading.cursor).last()
        }
    }

    /// Does what an action on key points asks for.
    pub(super) fn points_action(&mut self, call: &Call) {
        match call.action {
            Action::Mark => self.mark(),
            Action::MarkAll => self.mark_all(),
            Action::ToggleParticipants => self.toggle(Category::Participant, "participants"),
            Action::ToggleParties => self.toggle(Category::Party, "parties"),
            Action::ToggleCommitments => self.toggle(Category::Commitment, "commitments"),
            Action::ToggleMeetings => self.toggle(Category::Meeting, "meetings"),
            Action::ShowAll => {
                self.reading_mut().list.show_all();
                let gone = std::mem::take(&mut self.reading_mut().briefing.annotations.dismissals);
                self.reading_mut().briefing.dismissed.clear();
                if !gone.is_empty() {
                    self.keep(Order::Change(Change::Dismiss(gone.into_iter().collect(), false)));
                }
                self.rebuild_list();
                self.notice("all categories shown");
            }
            Action::Sort => self.sort(),
            Action::Fold => {
                self.reading_mut().list.fold();
                self.rebuild_list();
            }
            Action::Why => self.why(),
            Action::Dismiss => self.dismiss(),
            _ => {}
        }
    }

    fn toggle(&mut self, category: Category, name: &str) {
        self.reading_mut().list.toggle(category);
        let shown = self.reading().list.shows(category);
        self.rebuild_list();
        self.notice(format!("{name} {}", if shown { "shown" } else { "hidden; 0 shows all" }));
    }

    fn sort(&mut self) {
        let list = &mut self.reading_mut().list;
        let (order, name) = match list.order {
            Sorted::Text => (Sorted::Person, "by person"),
            Sorted::Person => (Sorted::Date, "by date"),
            Sorted::Date => (Sorted::Text, "as in the text"),
        };
        list.order = order;
        self.rebuild_list();
        self.notice(format!("sorted {name}"));
    }

    fn dismiss(&mut self) {
        if self.delete_chosen_highlight() {
            return;
        }
        let chosen = self.chosen();
        if chosen.is_empty() {
            return self.notice("no point here to dismiss");
        }
        let reading = self.reading_mut();
        for id in &chosen {
            let key = reading.briefing.key(*id);
            reading.briefing.dismissed.insert(key);
        }
        let labels = chosen.iter().map(|id| reading.briefing.label(*id)).collect();
        reading.list.step(1);
        reading.links = Links::of(&reading.briefing);
        self.keep(Order::Change(Change::Dismiss(labels, true)));
        self.rebuild_list();
        self.notice("dismissed; 0 shows it again");
    }

    fn why(&mut self) {
        match Why::of(self) {
            Some(why) => self.push(Box::new(why)),
            None => self.notice("no point here to ask about; j goes to the next one"),
        }
    }

    /// Makes the list anew after what it shows has changed.
    pub fn rebuild_list(&mut self) {
        let reading = self.reading_mut();
        reading.links = Links::of(&reading.briefing);
        reading.list.rebuild(&reading.briefing);
        self.change();
    }
}
