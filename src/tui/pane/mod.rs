//! The panes, drawn from what the reader is. Nothing here changes anything.

pub mod article;
pub mod briefings;
mod entry;
mod lit;
pub mod points;
mod rows;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use super::app::App;
use super::layout::{Areas, Focus, SMALLEST, Shape};
use super::status;
use super::theme::{Role, Theme};
use super::widget::clip;

/// What is written into the frame of a pane.
#[derive(Default)]
struct Titles {
    top: Vec<(String, bool)>,
    bottom: String,
}

impl App {
    /// Draws the whole screen.
    pub fn draw(&self, frame: &mut Frame) {
        let theme = self.theme();
        let area = frame.area();
        frame.buffer_mut().set_style(area, theme.style(Role::Text));
        let areas = super::layout::areas(area, self.wishes);
        if areas.shape == Shape::TooSmall {
            return too_small(frame, area);
        }
        if let Some(list) = areas.briefings {
            let inner = framed(
                frame,
                list,
                false,
                Titles { top: vec![("Briefings".into(), false)], ..Titles::default() },
                theme,
            );
            briefings::draw_rows(self, frame, inner, self.current());
        }
        if let Some(article) = areas.article {
            article::draw(self, frame, article, &areas);
        }
        if let Some(points) = areas.points {
            points::draw(self, frame, points, &areas);
        }
        if areas.shape != Shape::Zen {
            status::draw_head(self, frame, areas.head);
        }
        status::draw_foot(
            self,
            frame,
            if areas.shape == Shape::Zen { bottom(area) } else { areas.foot },
            areas.shape,
        );
        for layer in self.layers() {
            layer.draw(self, frame, area);
        }
        if self.notice_shown().is_none() {
            status::draw_pending(self, frame, Rect { height: area.height.saturating_sub(1), ..area });
        }
    }
}

fn bottom(area: Rect) -> Rect {
    Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }
}

fn too_small(frame: &mut Frame, area: Rect) {
    let text = format!("attache needs {}x{}; this is {}x{}", SMALLEST.0, SMALLEST.1, area.width, area.height);
    let row = Rect { height: area.height.min(1), ..area };
    frame.render_widget(Line::from(clip(&text, usize::from(area.width), "")), row);
}

/// Draws the frame of a pane and returns the room within it.
fn framed(frame: &mut Frame, area: Rect, focus: bool, titles: Titles, theme: &Theme) -> Rect {
    let ground = theme.style(Role::Text);
    let border = ground.patch(theme.style(if focus { Role::BorderFocus } else { Role::Border }));
    let room = usize::from(area.width.saturating_sub(4));
    let mut title: Vec<Span> = Vec::new();
    for (text, on) in titles.top {
        let style = if on { theme.style(Role::BorderFocus) } else { theme.style(Role::Border) };
        title.push(Span::styled(format!(" {} ", clip(&text, room, theme.glyphs.more)), ground.patch(style)));
    }
    let mut block =
        Block::bordered().border_set(theme.glyphs.border).border_style(border).title(Line::from(title));
    if !titles.bottom.is_empty() {
        let text = format!(" {} ", clip(&titles.bottom, room, theme.glyphs.more));
        block = block.title_bottom(Line::styled(text, ground.patch(theme.style(Role::Dim))));
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// The titles of a pane, or of both as tabs when only one fits on the screen.
fn titles(app: &App, areas: &Areas, own: Focus, bottom: String) -> Titles {
    let focus = app.focus();
    let name = |pane| match pane {
        Focus::Article => "Article".to_owned(),
        Focus::Points => format!("Key points {}", app.reading().briefing.ids().count()),
    };
    let shown = if areas.shape == Shape::Tabs { vec![Focus::Article, Focus::Points] } else { vec![own] };
    let shown_alone = areas.shape == Shape::Tabs;
    let named = |pane| if shown_alone { name(pane) } else { pane_name(pane).to_owned() };
    let glyph = app.theme().glyphs.cursor;
    let named =
        |pane| if shown_alone && pane == focus { format!("{glyph} {}", named(pane)) } else { named(pane) };
    Titles { top: shown.into_iter().map(|pane| (named(pane), pane == focus)).collect(), bottom }
}

const fn pane_name(pane: Focus) -> &'static str {
    match pane {
        Focus::Article => "Article",
        Focus::Points => "Key points",
    }
}
