//! Why a point is there: its rule in words, its cue, its sentence. Of a highlight of one's own: all that is kept of it.

mod facts;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Input, Layer, Reply};
use crate::base::Span as Bytes;
use crate::text::wrap;
use crate::tui::action::Action;
use crate::tui::app::{App, Item};
use crate::tui::keymap::Context;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Panel, key, up_down};
use facts::Fact;

/// Columns of the heads, with the room behind them.
const HEAD: usize = 10;

/// The panel that tells why something is there.
pub struct Why {
    title: &'static str,
    facts: Vec<Fact>,
    /// The first line that shows.
    top: usize,
}

impl Why {
    /// What there is to say about what the list's cursor is on; `None` for heads and rules.
    pub fn of(app: &App) -> Option<Self> {
        let reading = app.reading();
        let item = reading.list.items().get(reading.list.at)?;
        let (title, facts) = match item {
            Item::Own(_) | Item::Orphan(_) => ("About this highlight", facts::own(app, item)?),
            Item::Parties => ("Why these parties are here", facts::parties(&reading.briefing)),
            Item::Point(id, _) => ("Why this point is here", facts::point(app, *id)?),
            _ => return None,
        };
        Some(Self { title, facts: facts.into_iter().filter(|fact| !fact.text.is_empty()).collect(), top: 0 })
    }

    /// Everything in lines of `width` columns: a head, and what is said under it.
    fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let style = |role| theme.on_text(role);
        let mut lines = Vec::new();
        for fact in &self.facts {
            for (at, line) in wrap(&fact.text, width.saturating_sub(HEAD).max(10)).into_iter().enumerate() {
                let head = if at == 0 { fact.head } else { "" };
                let mut spans = vec![Span::styled(format!("{head:<HEAD$}"), style(Role::Heading))];
                spans.extend(
                    pieces(fact, line).map(|(text, role)| Span::styled(text.to_owned(), style(role))),
                );
                lines.push(Line::from(spans));
            }
        }
        lines
    }
}

/// The words of one line, cut where another role begins.
fn pieces(fact: &Fact, line: Bytes) -> impl Iterator<Item = (&str, Role)> {
    let mut cuts = vec![line.start, line.end];
    cuts.extend(fact.lit.iter().flat_map(|(span, _)| [span.start, span.end]));
    cuts.retain(|at| (line.start..=line.end).contains(at));
    cuts.sort_unstable();
    cuts.dedup();
    let pairs: Vec<Bytes> = cuts.windows(2).map(|pair| Bytes::new(pair[0], pair[1])).collect();
    pairs.into_iter().map(move |part| {
        let lit = fact.lit.iter().rfind(|(span, _)| span.covers(part));
        (part.of(&fact.text), lit.map_or(fact.role, |(_, role)| *role))
    })
}

impl Layer for Why {
    fn context(&self) -> Context {
        Context::List
    }

    fn input(&mut self, input: &Input, _: &mut App) -> Reply {
        let Input::Do(call) = input else { return Reply::Pass };
        match call.action {
            Action::Accept => return Reply::Close,
            Action::LineDown => self.top = self.top.saturating_add(call.times()),
            Action::LineUp => self.top = self.top.saturating_sub(call.times()),
            Action::PageDown | Action::HalfPageDown => self.top = self.top.saturating_add(5),
            Action::PageUp | Action::HalfPageUp => self.top = self.top.saturating_sub(5),
            Action::First => self.top = 0,
            _ => return Reply::Pass,
        }
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let theme = app.theme();
        let width = area.width.saturating_sub(4).min(84);
        let lines = self.lines(usize::from(width).saturating_sub(4), theme);
        let height = (lines.len() as u16 + 2).min(area.height.saturating_sub(2));
        let left = lines.len().saturating_sub(usize::from(height.saturating_sub(2)));
        let mut told = vec![(key(app, Action::Cancel, Context::Global), "close")];
        if left > 0 {
            told.push((up_down(app), "more"));
        }
        let inner = Panel { title: self.title, keys: &told, size: (width, height) }.draw(frame, area, theme);
        for (line, row) in lines.into_iter().skip(self.top.min(left)).zip(inner.rows()) {
            frame.render_widget(line, row);
        }
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }
}
