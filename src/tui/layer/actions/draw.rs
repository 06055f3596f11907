//! The palette and the help on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::rank::Match;
use super::{ActionList, Kind, Row, wanted};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Panel, band, column, columns, draw_prompt, draw_rule, fill, key, keys};

/// Columns under which the rows have no room for the description beside the name.
const NARROW: usize = 58;

/// Draws the list in the middle of `area`.
pub fn draw(list: &ActionList, app: &App, frame: &mut Frame, area: Rect) {
    let theme = app.theme();
    let here = |action| key(app, action, Context::Prompt);
    let told = [
        (here(Action::Accept), "run"),
        (key(app, Action::Cancel, Context::Global), "close"),
        (keys(app, Action::EarlierEntry, Action::LaterEntry, Context::Prompt), "choose"),
    ];
    let (title, sign) = match list.kind {
        Kind::Palette if area.width < 68 => ("Commands: type to search", ":"),
        Kind::Palette => ("Commands: type a name, or a paragraph's number", ":"),
        Kind::Help if area.width < 68 => ("Help: type to search", "?"),
        Kind::Help => ("Help: what every key does; type to search, Enter does it", "?"),
    };
    let most = if list.kind == Kind::Palette { 22 } else { area.height.saturating_sub(2) };
    let size = (area.width.saturating_sub(4).min(92), area.height.saturating_sub(2).min(most));
    let inner = Panel { title, keys: &told, size }.draw(frame, area, theme);
    let [prompt, rule, rows, detail] = parts(inner);
    draw_prompt(frame, prompt, sign, &list.prompt, theme);
    draw_rule(frame, rule, "", theme);
    let painter = Painter { list, app, theme, width: usize::from(inner.width) };
    painter.rows(frame, rows);
    frame.render_widget(painter.detail(), detail);
}

/// The line to type in, a rule, the rows, and a line about the chosen one.
fn parts(inner: Rect) -> [Rect; 4] {
    let row = |y: u16| Rect { y: inner.y + y, height: 1.min(inner.height.saturating_sub(y)), ..inner };
    let rows = Rect { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
    [row(0), row(1), rows, row(inner.height.saturating_sub(1))]
}

struct Painter<'a> {
    list: &'a ActionList,
    app: &'a App,
    theme: &'a Theme,
    width: usize,
}

impl Painter<'_> {
    fn role(&self, role: Role) -> Style {
        self.theme.on_text(role)
    }

    fn rows(&self, frame: &mut Frame, area: Rect) {
        let height = usize::from(area.height);
        let at = self.list.at;
        // The head of the first entry shows with it.
        let head = usize::from(at == 1);
        let top = self.list.top.get().clamp((at + 1).saturating_sub(height), at.saturating_sub(head));
        self.list.top.set(top);
        for ((place, row), rect) in self.list.rows.iter().enumerate().skip(top).zip(area.rows()) {
            let line = match row {
                Row::Head(title) => Line::styled((*title).to_owned(), self.role(Role::Heading)),
                Row::Entry(found, why) => self.entry(found, *why, place == at),
            };
            frame.render_widget(line, rect);
            if place == at {
                band(frame, rect, self.theme);
            }
        }
        if self.list.rows.is_empty() {
            let words = "Nothing is called that. Try another word: export, theme, next";
            frame.render_widget(Line::styled(words, self.role(Role::Dim)), area);
        }
    }

    /// As many keys of `action` as `room` columns take, at least one; or what is typed for it.
    fn keys(&self, action: Action, room: usize) -> String {
        let keys = self.app.keymap().keys_of(action, action.context());
        let mut out = String::new();
        for key in keys {
            if out.is_empty() {
                out = key;
            } else if columns(&out) + columns(&key) + 2 <= room {
                out = format!("{out}, {key}");
            }
        }
        let typed = action.typed().map(|t| t.split_whitespace().next().unwrap_or_default());
        if out.is_empty() { typed.unwrap_or_default().to_owned() } else { out }
    }

    fn entry(&self, found: &Match, why: Option<&str>, chosen: bool) -> Line<'static> {
        let action = found.action;
        let cursor = if chosen { self.theme.glyphs.cursor } else { " " };
        let text = self.role(if why.is_some() { Role::Dim } else { Role::Text });
        let mut left = vec![Span::styled(format!("{cursor} "), self.role(Role::KeyName))];
        let narrow = self.width < NARROW;
        if self.list.kind == Kind::Help {
            let room = if narrow { 9 } else { 18 };
            left.push(column(&self.keys(action, room), room, self.role(Role::KeyName), self.theme));
            left.push(Span::styled(format!(" {}", action.description()), text));
            let name = format!(" {}", action.name());
            let right =
                if self.width >= 84 { vec![Span::styled(name, self.role(Role::Dim))] } else { Vec::new() };
            return fill(left, right, self.width, self.theme);
        }
        left.extend(self.name(found, if chosen { text.patch(self.theme.style(Role::Cursor)) } else { text }));
        let room = 20usize.saturating_sub(columns(action.name()));
        left.push(Span::raw(" ".repeat(room + 1)));
        if !narrow {
            left.push(Span::styled(action.description().to_owned(), self.role(Role::Dim)));
        }
        let keys = self.keys(action, if narrow { 8 } else { 20 });
        let right = vec![Span::styled(format!(" {keys}"), self.role(Role::KeyName))];
        fill(left, right, self.width, self.theme)
    }

    /// The name with the letters that were typed lit.
    fn name(&self, found: &Match, style: Style) -> Vec<Span<'static>> {
        let lit = style.patch(self.theme.style(Role::Evidence));
        let letter = |(at, c): (usize, char)| {
            let on = found.lit.contains(&(at as u32));
            Span::styled(c.to_string(), if on { lit } else { style })
        };
        found.action.name().chars().enumerate().map(letter).collect()
    }

    /// One line about what is chosen: why it cannot be done, what it would do, or what belongs to it.
    fn detail(&self) -> Line<'static> {
        let Some((action, why)) = self.list.chosen() else { return Line::default() };
        let argument = self.list.typed.as_ref().map(|(_, argument)| argument.as_str());
        let words = match (why, argument, wanted(action)) {
            (Some(why), _, _) => format!("Not now: {why}"),
            (None, Some(argument), _) if !argument.is_empty() => {
                format!("{}: {argument}", action.description())
            }
            (None, _, Some(wanted)) => wanted.to_owned(),
            (None, ..) => action.description().to_owned(),
        };
        let role = if why.is_some() { Role::Error } else { Role::Notice };
        Line::styled(crate::tui::widget::clip(&words, self.width, self.theme.glyphs.more), self.role(role))
    }
}
