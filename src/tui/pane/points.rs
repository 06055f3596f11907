//! The key points, drawn as a list that shows the entry under the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::article::category_role;
use super::entry::{Entry, entry, parties};
use super::lit::bar_role;
use super::rows::{no_more_than, packed};
use super::{framed, titles};
use crate::briefing::{Briefing, Category, PointId};
use crate::text::wrap;
use crate::tui::action::Action;
use crate::tui::app::{App, Item, Order, Section, Stage};
use crate::tui::keymap::Context;
use crate::tui::layout::{Areas, Focus};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{band, columns, fill, on_one_line};

/// Columns that the corners of the frame take from what it says.
const FRAME: usize = 6;

/// Rows that the words of one entry may take; the rest is cut off.
const MOST_ROWS: usize = 3;

/// Draws the points with their frame.
pub fn draw(app: &App, frame: &mut Frame, area: Rect, areas: &Areas) {
    let titles = titles(app, areas, Focus::Points, note(app, usize::from(area.width)));
    let inner = framed(frame, area, app.focus() == Focus::Points, titles, app.theme());
    let drawer = Drawer { app, theme: app.theme(), width: usize::from(inner.width) };
    if app.reading().stage == Stage::Waiting {
        let words = format!("Looking for key points {}", app.theme().glyphs.more);
        return frame.render_widget(Line::styled(words, drawer.role(Role::Dim)), inner);
    }
    let list = &app.reading().list;
    let height = usize::from(inner.height);
    let mut rows = inner.rows();
    let first = drawer.first(height);
    for at in first..list.items().len() {
        let chosen = at == list.at;
        for line in drawer.shown(at, first) {
            let Some(row) = rows.next() else { return };
            frame.render_widget(line, row);
            if chosen && app.focus() == Focus::Points {
                band(frame, row, app.theme());
            }
        }
    }
}

/// The entry that shows at row `y` of the screen, in a list drawn into `inner`.
pub fn item_at(app: &App, inner: Rect, y: u16) -> Option<usize> {
    let drawer = Drawer { app, theme: app.theme(), width: usize::from(inner.width) };
    let mut left = usize::from(y.checked_sub(inner.y)?);
    let list = &app.reading().list;
    let first = drawer.first(usize::from(inner.height));
    for at in first..list.items().len() {
        let rows = drawer.shown(at, first).len();
        if left < rows {
            return matches!(
                list.items()[at],
                Item::Head(..) | Item::Parties | Item::Point(..) | Item::Own(_) | Item::Orphan(_)
            )
            .then_some(at);
        }
        left -= rows;
    }
    None
}

/// What the frame says of the list: what is hidden, how it is sorted, what is still to come.
fn note(app: &App, width: usize) -> String {
    let reading = app.reading();
    let mut notes = Vec::new();
    if reading.stage == Stage::Partial {
        notes.push(format!("more to come {}", app.theme().glyphs.more));
    }
    if reading.stage == Stage::Whole && reading.briefing.ids().next().is_none() {
        let key = app.keymap().key_of(Action::Search, Context::Points).unwrap_or_default();
        notes.push(format!("nothing found; {key} searches the text"));
    }
    let own = reading.list.no_own.then_some("highlights");
    let hidden: Vec<&str> = reading.list.hidden.iter().map(|c| category_name(*c)).chain(own).collect();
    if !hidden.is_empty() {
        let names = format!("hidden: {}", hidden.join(", "));
        // Cut off in the frame the names would tell less than their number.
        let fits = hidden.len() < 2 || columns(&names) + FRAME <= width;
        notes.push(if fits { names } else { format!("hidden: {} kinds", hidden.len()) });
    }
    match reading.list.order {
        Order::Text => {}
        Order::Person => notes.push("by person".into()),
        Order::Date => notes.push("by date".into()),
    }
    if reading.briefing.document.metadata.published.is_none() && waits_for_date(&reading.briefing) {
        notes.push("days need :date 2024-08-20".into());
    }
    if let Some(filter) = &reading.list.filter {
        notes.push(format!("only {}", app.filter_name(filter)));
    }
    if !reading.briefing.dismissed.is_empty() {
        notes.push(format!("{} dismissed", reading.briefing.dismissed.len()));
    }
    notes.join("; ")
}

/// Whether some point has a time that could not be resolved, as "Monday" cannot without the date of the briefing.
fn waits_for_date(briefing: &Briefing) -> bool {
    let points = &briefing.points;
    let deadlines = points.commitments.iter().filter_map(|c| c.deadline.as_ref());
    deadlines
        .chain(points.meetings.iter().filter_map(|m| m.when.as_ref()))
        .any(|w| w.start.or(w.end).is_none())
}

const fn category_name(category: Category) -> &'static str {
    match category {
        Category::Participant => "participants",
        Category::Party => "parties",
        Category::Commitment => "commitments",
        Category::Meeting => "meetings",
    }
}

/// What is needed to draw one entry after the other.
struct Drawer<'a> {
    app: &'a App,
    theme: &'a Theme,
    width: usize,
}

impl Drawer<'_> {
    fn role(&self, role: Role) -> Style {
        self.theme.on_text(role)
    }

    fn focused(&self) -> bool {
        self.app.focus() == Focus::Points
    }

    /// The first entry to show, so that the one under the cursor does and the list moves no more than needed.
    fn first(&self, height: usize) -> usize {
        let list = &self.app.reading().list;
        let mut earliest = list.at;
        let mut room = height.saturating_sub(self.item(list.at).len());
        // Above the first point stands its head; it is shown where there is room.
        while earliest > 0 {
            let rows = self.item(earliest - 1).len();
            if rows > room {
                break;
            }
            room -= rows;
            earliest -= 1;
        }
        let under_head = list.at > 0 && matches!(list.items().get(list.at - 1), Some(Item::Head(..)));
        let latest = list.at.saturating_sub(usize::from(under_head)).max(earliest);
        let first = list.top.get().clamp(earliest, latest).min(self.end(height).max(earliest));
        list.top.set(first);
        first
    }

    /// The first entry to show so that the list's end stands at the end of `height` rows: no row stays empty there while
    /// entries are out of sight above.
    fn end(&self, height: usize) -> usize {
        let mut at = self.app.reading().list.items().len();
        let mut room = height;
        while at > 0 {
            let rows = self.item(at - 1).len();
            if rows > room {
                break;
            }
            room -= rows;
            at -= 1;
        }
        at
    }

    /// The rows of the entry at `at` in a list that begins with `first`, where no head needs an empty row above it.
    fn shown(&self, at: usize, first: usize) -> Vec<Line<'static>> {
        let mut rows = self.item(at);
        if at == first && rows.len() > 1 && matches!(self.app.reading().list.items()[at], Item::Head(..)) {
            rows.remove(0);
        }
        rows
    }

    fn item(&self, at: usize) -> Vec<Line<'static>> {
        let list = &self.app.reading().list;
        let chosen = at == list.at;
        match list.items().get(at) {
            Some(Item::Head(section, first, second)) => self.head(*section, *first, *second, chosen, at > 0),
            Some(Item::Parties) => self.parties(chosen),
            Some(Item::Point(id, second)) => self.point(*id, *second, chosen),
            Some(item @ (Item::Own(_) | Item::Orphan(_))) => self.highlight(item, chosen),
            Some(Item::Rule(section)) => vec![self.rule(*section)],
            Some(Item::Nothing(section)) => self.nothing(*section),
            None => Vec::new(),
        }
    }

    fn head(
        &self,
        section: Section,
        first: usize,
        second: usize,
        chosen: bool,
        spaced: bool,
    ) -> Vec<Line<'static>> {
        let (name, other) = match section {
            Section::Participants => ("PARTICIPANTS", "mentioned"),
            Section::Commitments => ("COMMITMENTS", "soft"),
            Section::Meetings => ("NEXT MEETINGS", "other"),
            Section::Highlights => ("HIGHLIGHTS", "without a place"),
        };
        let folded = self.app.reading().list.folded.contains(&section);
        let sign = if folded { self.theme.glyphs.folded } else { self.theme.glyphs.open };
        let sign = if (chosen && self.focused()) || folded { sign } else { " " };
        let second = if second > 0 { format!(" + {second} {other}") } else { String::new() };
        let role = if chosen && self.focused() { Role::KeyName } else { Role::Dim };
        let line = Line::from(vec![
            Span::styled(sign.to_owned(), self.role(role)),
            Span::styled(format!(" {name} {first}"), self.role(Role::Heading)),
            Span::styled(second, self.role(Role::Dim)),
        ]);
        if spaced { vec![Line::default(), line] } else { vec![line] }
    }

    fn rule(&self, section: Section) -> Line<'static> {
        let name = match section {
            Section::Participants => "only mentioned",
            Section::Commitments => "soft",
            Section::Meetings | Section::Highlights => "ongoing and earlier",
        };
        let rule = self.theme.glyphs.rule;
        let rest = self.width.saturating_sub(name.len() + 8);
        Line::styled(format!("  {} {name} {}", rule.repeat(2), rule.repeat(rest)), self.role(Role::Dim))
    }

    fn nothing(&self, section: Section) -> Vec<Line<'static>> {
        let key = |action| self.app.keymap().key_of(action, Context::Reader).unwrap_or_default();
        let filtered = self.app.reading().list.filter.is_some();
        let own = if filtered {
            "None of this colour or tag: F shows others, and then all.".to_owned()
        } else {
            format!("None yet: {} highlights a sentence, or a point.", key(Action::Highlight))
        };
        let words = match section {
            Section::Participants => "No person is named as taking part.",
            Section::Commitments => {
                "Nobody commits to anything: looked for words such as will, agreed, plans to."
            }
            Section::Meetings => "No meeting is announced: looked for talks, visits, summits, calls.",
            Section::Highlights => &own,
        };
        let lines = wrap(words, self.width.saturating_sub(5).max(10)).into_iter();
        lines.map(|l| Line::styled(format!("    {}", l.of(words)), self.role(Role::Dim))).collect()
    }

    fn parties(&self, chosen: bool) -> Vec<Line<'static>> {
        let briefing = &self.app.reading().briefing;
        let mut of = briefing.ids().filter(|id| id.category == Category::Party);
        let marked = of.all(|id| briefing.is_marked(id));
        let entry = Entry { head: parties(briefing), aside: String::new(), about: Vec::new() };
        self.lines(&entry, Category::Party, false, chosen, marked)
    }

    fn point(&self, id: PointId, second: bool, chosen: bool) -> Vec<Line<'static>> {
        let briefing = &self.app.reading().briefing;
        let entry = entry(briefing, id, self.theme.glyphs);
        self.lines(&entry, id.category, second, chosen, briefing.is_marked(id))
    }

    fn lines(
        &self,
        entry: &Entry,
        category: Category,
        second: bool,
        chosen: bool,
        marked: bool,
    ) -> Vec<Line<'static>> {
        let aside = if entry.aside.is_empty() { String::new() } else { format!(" {} ", entry.aside) };
        let head_role = match (chosen && self.focused(), second) {
            (true, _) => Role::Cursor,
            (false, true) => Role::Dim,
            (false, false) => Role::Text,
        };
        let room = self.width.saturating_sub(5 + crate::tui::widget::columns(&aside)).max(8);
        let mut out = Vec::new();
        for (at, words) in self.cut(&entry.head, room).into_iter().enumerate() {
            let first = at == 0;
            let cursor = if chosen && first { self.theme.glyphs.cursor } else { " " };
            let mark = if marked && first { self.theme.glyphs.mark } else { " " };
            let letter = if first { category.letter() } else { ' ' };
            let letter = if category == Category::Party { ' ' } else { letter };
            let letter_role = if second { Role::Dim } else { category_role(category) };
            let left = vec![
                Span::styled(cursor, self.role(if self.focused() { Role::KeyName } else { Role::Dim })),
                Span::styled(mark, self.role(Role::Mark)),
                Span::styled(format!("{letter} "), self.role(letter_role)),
                Span::styled(words, self.role(head_role)),
            ];
            let right =
                if first { vec![Span::styled(aside.clone(), self.role(Role::Dim))] } else { Vec::new() };
            out.push(fill(left, right, self.width, self.theme));
        }
        out.extend(self.about(&entry.about));
        out
    }

    /// A highlight: its bar, its words, and what was added to it.
    fn highlight(&self, item: &Item, chosen: bool) -> Vec<Line<'static>> {
        let Some(annotation) = self.app.listed(item) else { return Vec::new() };
        let briefing = &self.app.reading().briefing;
        let orphan = matches!(item, Item::Orphan(_));
        let place = match item {
            Item::Own(at) => briefing.annotations.placed.get(*at).map(|(anchor, _)| anchor.span.start),
            _ => None,
        };
        let number = place.and_then(|start| briefing.paragraph_at(start));
        let aside = number.map_or_else(String::new, |n| format!(" {}{n} ", self.theme.glyphs.paragraph));
        let room = self.width.saturating_sub(5 + crate::tui::widget::columns(&aside)).max(8);
        let colour = self.role(bar_role(annotation.colour));
        let marked = briefing.annotations.is_marked(&annotation.id);
        let words_role = if chosen { Role::Cursor } else { Role::Text };
        let mut out = Vec::new();
        for (at, words) in self.cut(&annotation.target.exact, room).into_iter().enumerate() {
            let first = at == 0;
            let bar = if orphan { "?" } else { self.theme.bar(annotation.colour) };
            let left = vec![
                Span::styled(
                    if chosen && first { self.theme.glyphs.cursor } else { " " },
                    self.role(Role::KeyName),
                ),
                Span::styled(
                    if marked && first { self.theme.glyphs.mark } else { " " },
                    self.role(Role::Mark),
                ),
                Span::styled(format!("{bar} "), colour),
                Span::styled(words, self.role(words_role)),
            ];
            let right =
                if first { vec![Span::styled(aside.clone(), self.role(Role::Dim))] } else { Vec::new() };
            out.push(fill(left, right, self.width, self.theme));
        }
        let mut about = Vec::new();
        about.extend(orphan.then(|| {
            if annotation.detached { "kept without a place" } else { "its words are gone; Enter" }.to_owned()
        }));
        let name = self.app.colour_name(annotation.colour);
        about.extend((name.parse::<u8>().is_err()).then_some(name));
        about.extend(annotation.tags.iter().map(|tag| format!("#{tag}")));
        about.extend(annotation.first_quote.as_ref().map(|was| format!("was: {was}")));
        about.extend((!annotation.note.is_empty()).then(|| annotation.note.clone()));
        out.extend(self.about(&about));
        out
    }

    /// What is said about an entry, in rows.
    fn about(&self, parts: &[String]) -> Vec<Line<'static>> {
        let parts: Vec<String> = parts.iter().map(|part| on_one_line(part)).collect();
        let rows = packed(&parts, self.width.saturating_sub(5).max(8), self.theme.glyphs);
        rows.into_iter().map(|words| Line::styled(format!("    {words}"), self.role(Role::Dim))).collect()
    }

    /// `text` in rows of `width` columns, no more than may be.
    fn cut(&self, text: &str, width: usize) -> Vec<String> {
        let text = on_one_line(text);
        let rows = wrap(&text, width).iter().map(|l| l.of(&text).to_owned()).collect();
        no_more_than(MOST_ROWS, rows, width, self.theme.glyphs)
    }
}
