//! The key points as a list: sections with heads, what is folded, filtered and how it is sorted.
//!
//! The list is made anew when one of these changes, not when it is drawn. It knows which points there are and in which
//! order, not what they look like.

use std::cell::Cell;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Filter;
use crate::annotate::Annotation;
use crate::briefing::{Briefing, Category, PointId};
use crate::extract::{Involvement, Status};

/// A section of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// People, with the parties on a line above them.
    Participants,
    /// Commitments.
    Commitments,
    /// Meetings.
    Meetings,
    /// One's own highlights.
    Highlights,
}

impl Section {
    /// Every section, in order.
    pub const ALL: [Self; 4] = [Self::Participants, Self::Commitments, Self::Meetings, Self::Highlights];

    const fn of(category: Category) -> Self {
        match category {
            Category::Participant | Category::Party => Self::Participants,
            Category::Commitment => Self::Commitments,
            Category::Meeting => Self::Meetings,
        }
    }
}

/// In which order points stand within their section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As in the text; meetings by date.
    #[default]
    Text,
    /// By the name of who is bound or meets.
    Person,
    /// By date; what has none comes last.
    Date,
}

/// One entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The head of a section with its counts: of what comes first, and of what is second to it.
    Head(Section, usize, usize),
    /// All parties on one line.
    Parties,
    /// A point; whether it is second to the others.
    Point(PointId, bool),
    /// The rule over what is second.
    Rule(Section),
    /// A highlight of one's own, by its place in the text.
    Own(usize),
    /// A highlight that has no place any more, by its place among those.
    Orphan(usize),
    /// There is nothing in this section.
    Nothing(Section),
}

/// The list with the entry under the cursor.
#[derive(Debug, Default)]
pub struct List {
    items: Vec<Item>,
    /// The entry under the cursor.
    pub at: usize,
    /// The first entry that shows; kept between frames so that the list does not jump.
    pub top: Cell<usize>,
    /// Categories that do not show.
    pub hidden: BTreeSet<Category>,
    /// Sections whose entries do not show.
    pub folded: BTreeSet<Section>,
    /// How points are sorted.
    pub order: Order,
    /// Whether one's own highlights are hidden.
    pub no_own: bool,
    /// Which of one's own highlights show; `None` for all.
    pub filter: Option<Filter>,
}

impl List {
    /// The list of `briefing`, all of it shown.
    pub fn new(briefing: &Briefing) -> Self {
        let mut list = Self::default();
        list.rebuild(briefing);
        list
    }

    /// Every entry, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The point under the cursor; for the parties, the first of them.
    pub fn point(&self) -> Option<PointId> {
        match self.items.get(self.at)? {
            Item::Point(id, _) => Some(*id),
            Item::Parties => Some(PointId { category: Category::Party, index: 0 }),
            _ => None,
        }
    }

    /// The section that the cursor is in.
    pub fn section(&self) -> Option<Section> {
        Some(match self.items.get(self.at)? {
            Item::Head(s, ..) | Item::Rule(s) | Item::Nothing(s) => *s,
            Item::Parties => Section::Participants,
            Item::Point(id, _) => Section::of(id.category),
            Item::Own(_) | Item::Orphan(_) => Section::Highlights,
        })
    }

    /// Makes the list anew; the cursor stays on its point if that still shows.
    pub fn rebuild(&mut self, briefing: &Briefing) {
        let (chosen, section) = (self.point(), self.section());
        let own = self.items.get(self.at).copied().filter(|i| matches!(i, Item::Own(_) | Item::Orphan(_)));
        self.items.clear();
        for section in Section::ALL {
            self.add_section(briefing, section);
        }
        self.add_highlights(briefing);
        let same = |item: &Item| match item {
            Item::Point(id, _) => chosen == Some(*id),
            Item::Parties => chosen.is_some_and(|id| id.category == Category::Party),
            Item::Own(_) | Item::Orphan(_) => own == Some(*item),
            Item::Head(s, ..) => chosen.is_none() && own.is_none() && section == Some(*s),
            _ => false,
        };
        let head = |item: &Item| matches!(item, Item::Head(s, ..) if Some(*s) == section);
        let at = self.items.iter().position(same).or_else(|| self.items.iter().position(head));
        self.at = at.unwrap_or_else(|| self.items.iter().position(Item::is_point).unwrap_or(0));
    }

    /// Makes the section of one's own highlights anew, the last one; the cursor stays if it is above it.
    pub fn rebuild_own(&mut self, briefing: &Briefing) {
        let is_head = |item: &Item| matches!(item, Item::Head(Section::Highlights, ..));
        let Some(head) = self.items.iter().rposition(is_head) else { return self.rebuild(briefing) };
        self.items.truncate(head);
        self.add_highlights(briefing);
        let last = self.items.len().saturating_sub(1);
        let nothing = matches!(self.items.last(), Some(Item::Nothing(_)));
        self.at = self.at.min(last - usize::from(nothing && last > 0));
    }

    /// Puts the cursor on the first point.
    pub fn begin(&mut self) {
        self.at = self.items.iter().position(Item::is_point).unwrap_or(0);
    }

    /// Puts the cursor on `id`, if it shows.
    pub fn choose(&mut self, id: PointId) -> bool {
        let at = self.items.iter().position(|item| matches!(item, Item::Point(i, _) if *i == id));
        self.at = at.unwrap_or(self.at);
        at.is_some()
    }

    /// Moves the cursor by entries on which it may stand.
    pub fn step(&mut self, by: isize) {
        let stands: Vec<usize> =
            self.items.iter().enumerate().filter(|(_, i)| i.may_be_chosen()).map(|(at, _)| at).collect();
        let now = stands.partition_point(|at| *at < self.at);
        let to = now.saturating_add_signed(by).min(stands.len().saturating_sub(1));
        self.at = stands.get(to).copied().unwrap_or(0);
    }

    /// Moves the cursor to the head of the next or previous section.
    pub fn step_section(&mut self, forward: bool) {
        let head = |(at, item): (usize, &Item)| matches!(item, Item::Head(..)).then_some(at);
        let mut heads = self.items.iter().enumerate().filter_map(head);
        let to = if forward { heads.find(|h| *h > self.at) } else { heads.rfind(|h| *h < self.at) };
        self.at = to.unwrap_or(self.at);
    }

    /// Shows a category or hides it.
    pub fn toggle(&mut self, category: Category) {
        if !self.hidden.remove(&category) {
            self.hidden.insert(category);
        }
    }

    /// Shows every category and one's own highlights.
    pub fn show_all(&mut self) {
        self.hidden.clear();
        self.no_own = false;
    }

    /// Folds the section under the cursor or unfolds it.
    pub fn fold(&mut self) {
        let Some(section) = self.section() else { return };
        if !self.folded.remove(&section) {
            self.folded.insert(section);
            let head = self.items.iter().position(|i| matches!(i, Item::Head(s, ..) if *s == section));
            self.at = head.unwrap_or(self.at);
        }
    }

    /// Whether points of `category` show.
    pub fn shows(&self, category: Category) -> bool {
        !self.hidden.contains(&category)
    }

    fn add_section(&mut self, briefing: &Briefing, section: Section) {
        let listed = |category: Category| {
            let all = (0..briefing.count(category)).map(move |index| PointId { category, index });
            all.filter(|id| !briefing.is_dismissed(*id))
        };
        let categories: &[Category] = match section {
            Section::Participants => &[Category::Participant],
            Section::Commitments => &[Category::Commitment],
            Section::Meetings => &[Category::Meeting],
            Section::Highlights => return,
        };
        let parties = section == Section::Participants
            && self.shows(Category::Party)
            && briefing.count(Category::Party) > 0;
        if !parties && categories.iter().all(|c| !self.shows(*c)) {
            return;
        }
        let shown = categories.iter().filter(|c| self.shows(**c)).flat_map(|c| listed(*c));
        let (mut first, mut second): (Vec<_>, Vec<_>) = shown.partition(|id| !is_second(briefing, *id));
        self.items.push(Item::Head(section, first.len(), second.len()));
        if self.folded.contains(&section) {
            return;
        }
        if parties {
            self.items.push(Item::Parties);
        }
        if first.is_empty() && second.is_empty() && !parties {
            self.items.push(Item::Nothing(section));
        }
        self.sort(briefing, section, &mut first);
        self.sort(briefing, section, &mut second);
        self.items.extend(first.into_iter().map(|id| Item::Point(id, false)));
        if !second.is_empty() {
            self.items.push(Item::Rule(section));
        }
        self.items.extend(second.into_iter().map(|id| Item::Point(id, true)));
    }

    /// One's own highlights, those without a place first, since they wait for an answer.
    fn add_highlights(&mut self, briefing: &Briefing) {
        let kept = &briefing.annotations;
        if self.no_own {
            return;
        }
        let lets = |a: &Annotation| self.filter.as_ref().is_none_or(|filter| filter.lets(a));
        let own: Vec<Item> =
            (0..kept.placed.len()).filter(|at| lets(&kept.placed[*at].1)).map(Item::Own).collect();
        let orphans: Vec<Item> =
            (0..kept.orphans.len()).filter(|at| lets(&kept.orphans[*at].0)).map(Item::Orphan).collect();
        self.items.push(Item::Head(Section::Highlights, own.len(), orphans.len()));
        if own.is_empty() && orphans.is_empty() && !self.folded.contains(&Section::Highlights) {
            self.items.push(Item::Nothing(Section::Highlights));
        }
        if !self.folded.contains(&Section::Highlights) {
            self.items.extend(orphans);
            self.items.extend(own);
        }
    }

    fn sort(&self, briefing: &Briefing, section: Section, points: &mut [PointId]) {
        let by_date = |id: &PointId| (date(briefing, *id).unwrap_or(Date::MAX), briefing.span(*id));
        match self.order {
            Order::Person => points.sort_by_cached_key(|id| (who(briefing, *id), briefing.span(*id))),
            Order::Text if section != Section::Meetings => points.sort_by_key(|id| briefing.key(*id)),
            Order::Text | Order::Date => points.sort_by_cached_key(by_date),
        }
    }
}

impl Item {
    const fn is_point(&self) -> bool {
        matches!(self, Self::Point(..))
    }

    const fn may_be_chosen(&self) -> bool {
        matches!(self, Self::Point(..) | Self::Parties | Self::Head(..) | Self::Own(_) | Self::Orphan(_))
    }
}

/// Whether a point is second to the others of its kind: only mentioned, soft, or not to come.
fn is_second(briefing: &Briefing, id: PointId) -> bool {
    let points = &briefing.points;
    match id.category {
        Category::Participant => points.participants[id.index].involvement == Involvement::Mentioned,
        Category::Party => false,
        Category::Commitment => !points.commitments[id.index].strength.is_core(),
        Category::Meeting => points.meetings[id.index].status != Status::Upcoming,
    }
}

/// By what a point is sorted by person.
fn who(briefing: &Briefing, id: PointId) -> String {
    let points = &briefing.points;
    let name = match id.category {
        Category::Participant => Some(&points.participants[id.index].name),
        Category::Party => Some(&points.parties[id.index].name),
        Category::Commitment => points.commitments[id.index].actors.first(),
        Category::Meeting => points.meetings[id.index].with.first(),
    };
    name.map_or_else(|| "\u{10ffff}".into(), |n| n.to_lowercase())
}

fn date(briefing: &Briefing, id: PointId) -> Option<Date> {
    match id.category {
        Category::Commitment => briefing.points.commitments[id.index].deadline.as_ref()?.end,
        Category::Meeting => briefing.points.meetings[id.index].when.as_ref()?.start,
        Category::Participant | Category::Party => None,
    }
}
