//! Where the panes are, for each size of the terminal.
//!
//! One pure function from size and wishes to rectangles; both moving and drawing ask it, so that they never disagree.

use ratatui::layout::{Constraint, Layout, Rect};

/// The smallest screen on which there is something to read.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Which pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The text.
    #[default]
    Article,
    /// The key points.
    Points,
}

/// How the panes share the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Briefings, article and points side by side.
    Wide,
    /// Article and points side by side.
    Split,
    /// Article above, points below.
    Stacked,
    /// The article; points come over it as a drawer.
    Drawer,
    /// One pane at a time, under a line of tabs.
    Tabs,
    /// Nothing but the article.
    Zen,
    /// No room for anything.
    TooSmall,
}

impl Shape {
    /// Whether the points lie over the article instead of beside it.
    pub const fn is_narrow(self) -> bool {
        matches!(self, Self::Drawer | Self::Tabs)
    }
}

/// What the reader's owner wishes of the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wishes {
    /// Columns moved from the points to the article; negative gives to the points.
    pub divider: i16,
    /// Longest line of the article, in columns.
    pub measure: u16,
    /// Nothing but the article.
    pub zen: bool,
    /// Which pane has the keys.
    pub focus: Focus,
    /// Whether more than one briefing is open.
    pub several: bool,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { divider: 0, measure: 72, zen: false, focus: Focus::Article, several: false }
    }
}

/// The rectangles of one screen; a pane that does not show has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// How the panes share the screen.
    pub shape: Shape,
    /// Title, place in the text, search.
    pub head: Rect,
    /// The list of briefings.
    pub briefings: Option<Rect>,
    /// The article with its frame.
    pub article: Option<Rect>,
    /// The points with their frame.
    pub points: Option<Rect>,
    /// Hints and messages.
    pub foot: Rect,
}

/// The areas of a screen of `size`.
pub fn areas(size: Rect, wishes: Wishes) -> Areas {
    let shape = shape(size, wishes);
    let [head, body, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)]).areas(size);
    let in_points = wishes.focus == Focus::Points;
    let mut areas = Areas { shape, head, briefings: None, article: Some(body), points: None, foot };
    let beside = |body: Rect, points: u16| {
        let points =
            points.saturating_add_signed(-wishes.divider).clamp(24, body.width.saturating_sub(30).max(24));
        let [left, right] = Layout::horizontal([Constraint::Min(0), Constraint::Length(points)]).areas(body);
        (Some(left), Some(right))
    };
    let below = |body: Rect, points: u16| {
        let points =
            points.saturating_add_signed(-wishes.divider).clamp(5, body.height.saturating_sub(4).max(5));
        let [top, bottom] = Layout::vertical([Constraint::Min(0), Constraint::Length(points)]).areas(body);
        (Some(top), Some(bottom))
    };
    match shape {
        Shape::Wide => {
            let list = if wishes.several { 24 } else { 0 };
            let [left, rest] = Layout::horizontal([Constraint::Length(list), Constraint::Min(0)]).areas(body);
            areas.briefings = wishes.several.then_some(left);
            (areas.article, areas.points) = beside(rest, 54);
        }
        Shape::Split => (areas.article, areas.points) = beside(body, body.width * 2 / 5),
        Shape::Stacked => (areas.article, areas.points) = below(body, body.height * 2 / 5),
        Shape::Drawer if in_points && size.width >= 80 => {
            (areas.article, areas.points) = beside(body, body.width / 2);
        }
        Shape::Drawer if in_points => (areas.article, areas.points) = below(body, body.height * 3 / 5),
        Shape::Tabs if in_points => (areas.article, areas.points) = (None, Some(body)),
        Shape::Zen => (areas.head, areas.foot, areas.article) = (Rect::ZERO, Rect::ZERO, Some(size)),
        Shape::TooSmall => (areas.article, areas.head, areas.foot) = (None, Rect::ZERO, Rect::ZERO),
        Shape::Drawer | Shape::Tabs => {}
    }
    areas
}

fn shape(size: Rect, wishes: Wishes) -> Shape {
    match (size.width, size.height) {
        (w, h) if w < SMALLEST.0 || h < SMALLEST.1 => Shape::TooSmall,
        _ if wishes.zen && wishes.focus == Focus::Article => Shape::Zen,
        (w, _) if w < 50 => Shape::Tabs,
        (w, h) if h >= 40 && (60..80).contains(&w) => Shape::Stacked,
        (w, h) if w < 80 || h < 20 => Shape::Drawer,
        (w, _) if w >= 140 => Shape::Wide,
        _ => Shape::Split,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_has_its_shape() {
        for (width, height, want) in [
            (160, 45, Shape::Wide),
            (140, 20, Shape::Wide),
            (139, 20, Shape::Split),
            (80, 24, Shape::Split),
            (100, 19, Shape::Drawer),
            (79, 40, Shape::Stacked),
            (60, 20, Shape::Drawer),
            (50, 50, Shape::Drawer),
            (49, 50, Shape::Tabs),
            (40, 10, Shape::Tabs),
            (39, 50, Shape::TooSmall),
            (200, 9, Shape::TooSmall),
        ] {
            let areas = areas(Rect::new(0, 0, width, height), Wishes::default());
            assert_eq!(areas.shape, want, "{width}×{height}");
        }
    }

    #[test]
    fn no_wish_and_no_size_loses_a_pane() {
        for width in 40..170 {
            for height in 10..50 {
                for divider in [-90, -7, 0, 7, 90] {
                    for focus in [Focus::Article, Focus::Points] {
                        let size = Rect::new(0, 0, width, height);
                        let wishes = Wishes { divider, focus, several: true, ..Wishes::default() };
                        let areas = areas(size, wishes);
                        let shown = if focus == Focus::Points { areas.points } else { areas.article };
                        let pane = shown.unwrap();
                        assert!(pane.width >= 20 && pane.height >= 4, "{size} {wishes:?} {pane}");
                        assert_eq!(pane.intersection(size), pane);
                    }
                }
            }
        }
    }
}
