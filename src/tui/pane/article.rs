//! The article: gutter and text, of which only what shows is laid out.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{framed, lit, titles};
use crate::base::Span as Bytes;
use crate::briefing::Category;
use crate::document::BlockKind;
use crate::text::Visible;
use crate::tui::action::Action;
use crate::tui::app::{App, Reading};
use crate::tui::flow::{Piece, Row};
use crate::tui::keymap::Context;
use crate::tui::layout::{Areas, Focus, Shape, Wishes};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{band, on_one_line};

/// Columns of the parts of the gutter.
#[derive(Debug, Clone, Copy)]
struct Gutter {
    digits: usize,
    letters: usize,
}

impl Gutter {
    /// The gutter for `reading` in a pane with room for `columns`.
    fn of(reading: &Reading, columns: usize) -> Self {
        let document = &reading.briefing.document;
        let all = document.blocks.len().max(1);
        let digits = (all.ilog10() as usize + 1).max(2);
        Self { digits, letters: if columns >= 60 { 3 } else { 1 } }
    }

    /// Cursor, number, bar, letters and a space.
    const fn columns(self) -> usize {
        1 + self.digits + 1 + self.letters + 1
    }
}

/// Columns and rows of text in a pane that takes `area`.
pub fn room(area: Rect, shape: Shape, wishes: Wishes, reading: &Reading) -> (usize, usize) {
    let frame = if shape == Shape::Zen { 0 } else { 2 };
    let columns = usize::from(area.width.saturating_sub(frame));
    let gutter = Gutter::of(reading, columns).columns();
    let width = columns.saturating_sub(gutter + 1).min(usize::from(wishes.measure)).max(10);
    (width, usize::from(area.height.saturating_sub(frame)).max(1))
}

/// Draws the article with its frame.
pub fn draw(app: &App, frame: &mut Frame, area: Rect, areas: &Areas) {
    let (reading, theme) = (app.reading(), app.theme());
    let (width, _) = room(area, areas.shape, app.wishes, reading);
    let inner = if areas.shape == Shape::Zen {
        area
    } else {
        let bottom = own_note(app).unwrap_or_else(|| furniture_note(app));
        let titles = titles(app, areas, Focus::Article, bottom);
        framed(frame, area, app.focus() == Focus::Article, titles, theme)
    };
    reading.flow.set_width(width);
    let gutter = Gutter::of(reading, usize::from(inner.width));
    let taken = gutter.columns() + width + 1;
    // Where there is more room than the measure asks for, the text stands in the middle.
    let left = (usize::from(inner.width).saturating_sub(taken) / 2) as u16;
    let inner = Rect { x: inner.x + left, width: inner.width.saturating_sub(2 * left), ..inner };
    if reading.flow.is_empty() {
        let words = "There is nothing to read in this briefing.";
        return frame.render_widget(Line::styled(words, theme.style(Role::Dim)), inner);
    }
    let mut row = reading.flow.row_at(reading.top);
    let painter = Painter::new(app, gutter, row, usize::from(inner.height));
    for place in inner.rows() {
        painter.row(frame, place, row);
        if row == reading.flow.last() {
            break;
        }
        row = reading.flow.down(row, 1);
    }
}

/// The byte of the text that shows at a place on the screen; on an empty row, the one below it.
pub fn offset_at(app: &App, at: Position) -> Option<usize> {
    let (areas, reading) = (app.areas(), app.reading());
    let area = areas.article?;
    let frame = u16::from(areas.shape != Shape::Zen);
    let inner = Rect::new(
        area.x + frame,
        area.y + frame,
        area.width.saturating_sub(2 * frame),
        area.height.saturating_sub(2 * frame),
    );
    let flow = &reading.flow;
    if flow.is_empty() || inner.is_empty() {
        return None;
    }
    let (width, _) = room(area, areas.shape, app.wishes, reading);
    let gutter = Gutter::of(reading, usize::from(inner.width));
    let left = usize::from(inner.width).saturating_sub(gutter.columns() + width + 1) / 2;
    let down = at.y.clamp(inner.y, inner.bottom() - 1) - inner.y;
    let row = flow.down(flow.row_at(reading.top), usize::from(down));
    let (Some(piece), Some(line)) = (flow.piece(row.piece), flow.line(row)) else {
        return Some(flow.offset(row));
    };
    let before = usize::from(inner.x) + left + gutter.columns() + flow.indent(piece);
    let column = usize::from(at.x).saturating_sub(before);
    let text = reading.briefing.document.slice(line);
    let visible = Visible::of(text);
    let mut end = 0;
    let mut last = line.start;
    for (offset, _, columns) in visible.glyphs() {
        end += columns;
        last = line.start + offset;
        if column < end {
            break;
        }
    }
    Some(last)
}

/// What was added to the highlight under the cursor: its colour's name, its tags, its note.
fn own_note(app: &App) -> Option<String> {
    let own = app.own_at_cursor()?;
    let name = app.colour_name(own.colour);
    let mut parts: Vec<String> = Some(name).filter(|n| n.parse::<u8>().is_err()).into_iter().collect();
    parts.extend(own.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(Some(own.note.clone()).filter(|note| !note.is_empty()));
    let dot = format!(" {} ", app.theme().glyphs.dot);
    Some(on_one_line(&parts.join(&dot))).filter(|told| !told.is_empty())
}

fn furniture_note(app: &App) -> String {
    let folded = app.reading().folded();
    let key = app.keymap().key_of(Action::Furniture, Context::Article);
    let key = key.map(|k| format!("; {k} shows")).unwrap_or_default();
    match folded {
        0 => String::new(),
        1 => format!("1 line of page furniture folded{key}"),
        n => format!("{n} lines of page furniture folded{key}"),
    }
}

/// What is needed to draw one row after the other.
struct Painter<'a> {
    app: &'a App,
    reading: &'a Reading,
    theme: &'a Theme,
    gutter: Gutter,
    lit: Vec<(Bytes, Role)>,
    cursor: Row,
    ground: Style,
}

impl<'a> Painter<'a> {
    fn new(app: &'a App, gutter: Gutter, top: Row, height: usize) -> Self {
        let (reading, theme) = (app.reading(), app.theme());
        let flow = &reading.flow;
        let end = flow.line(flow.down(top, height)).map_or(reading.briefing.document.text.len(), |l| l.end);
        let shown = Bytes::new(flow.offset(top), end);
        let lit = lit::lit(app, reading, shown);
        let cursor = flow.row_at(reading.cursor);
        Self { app, reading, theme, gutter, lit, cursor, ground: theme.style(Role::Text) }
    }

    fn role(&self, role: Role) -> Style {
        self.ground.patch(self.theme.style(role))
    }

    fn row(&self, frame: &mut Frame, place: Rect, row: Row) {
        let flow = &self.reading.flow;
        let (Some(piece), Some(line)) = (flow.piece(row.piece), flow.line(row)) else { return };
        let focused = self.app.focus() == Focus::Article;
        let on_cursor = row == self.cursor && focused;
        let mut spans = self.gutter(piece, row, line, on_cursor);
        let indent = flow.indent(piece);
        let marker = if row.line == 0 && piece.first { self.marker(piece, indent) } else { String::new() };
        spans.push(Span::styled(format!("{marker:indent$}"), self.role(Role::Dim)));
        let before: usize = self.gutter.columns() + indent;
        let mut column = None;
        self.words(piece, line, &mut spans, &mut column);
        frame.render_widget(Line::from(spans), place);
        if on_cursor {
            band(frame, place, self.theme);
        }
        if let Some(column) = column.filter(|_| on_cursor && self.app.layers().is_empty()) {
            let x = place.x.saturating_add((before + column) as u16).min(place.right().saturating_sub(1));
            frame.set_cursor_position((x, place.y));
        }
    }

    /// The bullet or number of a list item.
    fn marker(&self, piece: &Piece, indent: usize) -> String {
        let Some(block) = self.reading.briefing.document.blocks.get(piece.block) else {
            return String::new();
        };
        let text = on_one_line(self.reading.briefing.document.slice(block.marker));
        match block.kind {
            BlockKind::ListItem if text.is_empty() => format!("{:>1$}", self.theme.glyphs.dot, indent - 1),
            BlockKind::ListItem => format!("{text:>0$}", indent.saturating_sub(1)),
            BlockKind::Quote => self.theme.glyphs.bar.to_owned(),
            _ => String::new(),
        }
    }

    fn gutter(&self, piece: &Piece, row: Row, line: Bytes, on_cursor: bool) -> Vec<Span<'static>> {
        let document = &self.reading.briefing.document;
        let first = row.line == 0 && piece.first;
        let number = document.paragraph_number(piece.block).filter(|_| first);
        let number = number.map_or_else(String::new, |n| n.to_string());
        let digits = self.gutter.digits;
        let cursor = if on_cursor { self.theme.glyphs.cursor } else { " " };
        // One's own highlights go before the evidence, which moves with the cursor.
        let own = self.lit.iter().filter(|(s, _)| s.overlaps(line)).find_map(|(_, role)| role.colour());
        let evidence = || self.lit.iter().any(|(s, r)| *r == Role::Evidence && s.overlaps(line));
        let (bar, bar_style) = match own {
            Some(colour) => (self.theme.bar(colour), self.role(lit::bar_role(colour))),
            None if evidence() => (self.theme.glyphs.bar, self.role(self.point_role())),
            None => (" ", self.ground),
        };
        let number_role = if on_cursor { Role::KeyName } else { Role::Dim };
        let mut spans = vec![
            Span::styled(cursor, self.role(Role::KeyName)),
            Span::styled(format!("{number:>digits$}"), self.role(number_role)),
            Span::styled(bar, bar_style),
        ];
        spans.extend(self.letters(piece, row));
        spans.push(Span::raw(" "));
        spans
    }

    /// The role of the category of the point under the cursor.
    fn point_role(&self) -> Role {
        self.reading.list.point().map_or(Role::Evidence, |id| category_role(id.category))
    }

    /// The letters of the paragraph's points: side by side where there is room, else one a row.
    fn letters(&self, piece: &Piece, row: Row) -> Vec<Span<'static>> {
        let here = self.reading.links.within(piece.span);
        let letters = [Category::Participant, Category::Commitment, Category::Meeting];
        let has = |category| here.iter().any(|(_, id)| id.category == category);
        let letter = |category: Category| {
            Span::styled(category.letter().to_string(), self.role(category_role(category)))
        };
        if self.gutter.letters > 1 {
            let shown = |c| if row.line == 0 && has(c) { letter(c) } else { Span::raw(" ") };
            return letters.into_iter().map(shown).collect();
        }
        let mut present = letters.into_iter().filter(|c| has(*c)).skip(row.line);
        vec![present.next().map_or_else(|| Span::raw(" "), letter)]
    }

    /// The words of a line in their styles; `column` becomes the column of the cursor, if it is on this line.
    fn words(&self, piece: &Piece, line: Bytes, spans: &mut Vec<Span<'a>>, column: &mut Option<usize>) {
        let document = &self.reading.briefing.document;
        let base = self.role(self.block_role(piece));
        let text = document.slice(line);
        let visible = Visible::of(text);
        let lit: Vec<_> = self.lit.iter().filter(|(s, _)| s.overlaps(line)).collect();
        let mut run = String::new();
        let mut run_style = base;
        let mut at_column = 0;
        for (offset, glyph, columns) in visible.glyphs() {
            let at = line.start + offset;
            let over = lit.iter().filter(|(s, _)| s.contains(at));
            let style = over.fold(base, |style, (_, role)| style.patch(self.theme.style(*role)));
            if style != run_style && !run.is_empty() {
                spans.push(Span::styled(std::mem::take(&mut run), run_style));
            }
            run_style = style;
            if at <= self.reading.cursor {
                *column = Some(at_column);
            }
            run.push_str(glyph);
            at_column += columns;
        }
        spans.push(Span::styled(run, run_style));
    }

    fn block_role(&self, piece: &Piece) -> Role {
        match self.reading.briefing.document.blocks.get(piece.block).map(|b| b.kind) {
            Some(BlockKind::Title) => Role::Title,
            Some(BlockKind::Heading) => Role::Heading,
            Some(BlockKind::Caption | BlockKind::Boilerplate) => Role::Dim,
            _ => Role::Text,
        }
    }
}

/// How the letter of a category looks.
pub const fn category_role(category: Category) -> Role {
    match category {
        Category::Participant | Category::Party => Role::Participant,
        Category::Commitment => Role::Commitment,
        Category::Meeting => Role::Meeting,
    }
}
