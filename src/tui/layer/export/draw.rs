//! The dialog of an export on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{ExportDialog, Field, KINDS, State};
use crate::text::visible;
use crate::tui::action::Action;
use crate::tui::app::{App, Target, What, size};
use crate::tui::keymap::Context;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Panel, band, clip, columns, draw_prompt, draw_rule, key, keys, on_one_line};

/// Columns of the names of the fields, with the cursor before them.
const LABEL: usize = 10;
/// More than this, in bytes, is too much for the clipboard of some terminals.
const CLIPBOARD: usize = 70_000;

/// Draws the dialog in the middle of `area`.
pub fn draw(dialog: &ExportDialog, app: &App, frame: &mut Frame, area: Rect) {
    let theme = app.theme();
    let asking = matches!(dialog.state, State::Asking(_));
    let told = if asking {
        vec![("y".to_owned(), "overwrite"), ("any other key".to_owned(), "do not")]
    } else {
        let here = |action| key(app, action, Context::Prompt);
        vec![
            (here(Action::Accept), "export"),
            (key(app, Action::Cancel, Context::Global), "close"),
            ("Left/Right".to_owned(), "change"),
            (keys(app, Action::EarlierEntry, Action::LaterEntry, Context::Prompt), "line"),
            (keys(app, Action::PageUp, Action::PageDown, Context::Prompt), "preview"),
        ]
    };
    let size = (area.width.saturating_sub(4).min(96), area.height.saturating_sub(2).min(34));
    let inner = Panel { title: "Export", keys: &told, size }.draw(frame, area, theme);
    let painter = Painter { dialog, app, theme, width: usize::from(inner.width) };
    let mut rows = inner.rows();
    for field in dialog.fields() {
        let Some(row) = rows.next() else { return };
        painter.field(frame, row, field);
    }
    if let Some(row) = rows.next() {
        painter.state(frame, row);
    }
    painter.preview(frame, rows.collect());
}

struct Painter<'a> {
    dialog: &'a ExportDialog,
    app: &'a App,
    theme: &'a Theme,
    width: usize,
}

impl Painter<'_> {
    fn role(&self, role: Role) -> Style {
        self.theme.on_text(role)
    }

    fn field(&self, frame: &mut Frame, row: Rect, field: Field) {
        self.words(frame, row, field);
        if self.dialog.field == field {
            band(frame, row, self.theme);
        }
    }

    fn words(&self, frame: &mut Frame, row: Rect, field: Field) {
        let chosen = self.dialog.field == field;
        let to_file = self.dialog.choices.target == Target::File;
        let name = match field {
            Field::Format => "Format",
            Field::What => "What",
            Field::Kinds => "Kinds",
            Field::Own => "Colour",
            Field::Target => "Where",
            Field::File => "File",
        };
        let cursor = if chosen { self.theme.glyphs.cursor } else { " " };
        let mut spans = vec![
            Span::styled(format!("{cursor} "), self.role(Role::KeyName)),
            Span::styled(format!("{name:<8}"), self.role(Role::Heading)),
        ];
        match field {
            Field::Format => {
                spans.extend(
                    self.choice(
                        &on_one_line(self.dialog.choices.form.name()),
                        self.dialog.choices.form.about(),
                    ),
                );
            }
            Field::What => spans.extend(self.what()),
            Field::Kinds => spans.extend(self.kinds(chosen)),
            Field::Own => spans.extend(self.own()),
            Field::Target if to_file => spans.extend(self.choice("file", "the next line says which")),
            Field::Target => spans.extend(self.choice("clipboard", "the terminal's own, also over SSH")),
            Field::File if !to_file => return,
            Field::File => {}
        }
        frame.render_widget(Line::from(spans), row);
        if field == Field::File {
            let place =
                Rect { x: row.x + LABEL as u16, width: row.width.saturating_sub(LABEL as u16), ..row };
            if chosen {
                return draw_prompt(frame, place, "", &self.dialog.file, self.theme);
            }
            let (name, _) = self.dialog.file.view(usize::from(place.width));
            frame.render_widget(Line::styled(name, self.role(Role::Text)), place);
        }
    }

    /// A choice of several, with what it means where there is room.
    fn choice(&self, name: &str, about: &str) -> Vec<Span<'static>> {
        let arrows = self.role(Role::KeyName);
        let room = self.width.saturating_sub(LABEL + 6 + columns(name));
        vec![
            Span::styled("< ", arrows),
            Span::styled(name.to_owned(), self.role(Role::Title)),
            Span::styled(" >  ", arrows),
            Span::styled(clip(about, room, self.theme.glyphs.more), self.role(Role::Dim)),
        ]
    }

    fn what(&self) -> Vec<Span<'static>> {
        let (name, about) = match self.dialog.choices.what {
            What::Marked => ("marked", "points and highlights that you marked"),
            What::Shown => ("shown", "what the key points show, with their filters"),
            What::All => ("all", "everything that was not dismissed"),
        };
        self.choice(name, about)
    }

    fn own(&self) -> Vec<Span<'static>> {
        match &self.dialog.choices.only {
            None => self.choice("all", "your highlights of every colour and tag"),
            Some(only) => {
                self.choice(&on_one_line(&self.app.filter_name(only)), "only these of your highlights")
            }
        }
    }

    fn kinds(&self, chosen: bool) -> Vec<Span<'static>> {
        let (names, gap) = match self.width {
            82.. => (["participants", "parties", "commitments", "meetings", "highlights"], " "),
            54.. => (["people", "parties", "commits", "meetings", "own"], ""),
            _ => (["P", "pty", "C", "M", "own"], ""),
        };
        let mut spans = Vec::new();
        for (at, name) in names.into_iter().enumerate() {
            let on = !self.dialog.choices.without.contains(&KINDS[at]);
            let role = match (chosen && at == self.dialog.kind, on) {
                (true, _) => Role::KeyName,
                (false, true) => Role::Text,
                (false, false) => Role::Dim,
            };
            let mut style = self.role(role);
            if role == Role::KeyName {
                style = style.patch(self.theme.style(Role::Selection));
            }
            spans.push(Span::styled(format!("[{}]{name}", if on { "x" } else { " " }), style));
            spans.push(Span::raw(gap));
        }
        spans
    }

    /// The line between choices and preview: how much it is, a question, or what went wrong.
    fn state(&self, frame: &mut Frame, row: Rect) {
        let text = &self.dialog.export.rendered.text;
        let said = |words: String, role| {
            Line::styled(clip(&words, self.width, self.theme.glyphs.more), self.role(role))
        };
        match &self.dialog.state {
            State::Asking(name) => {
                let words = format!("{name} is there already. Overwrite it? y for yes");
                frame.render_widget(said(words, Role::Error), row);
            }
            State::Failed(why) => frame.render_widget(said(why.clone(), Role::Error), row),
            State::Choosing if self.dialog.export.fault.is_some() => {
                let fault = self.dialog.export.fault.clone().unwrap_or_default();
                frame.render_widget(said(on_one_line(&fault), Role::Error), row);
            }
            State::Choosing => {
                let too_long = self.dialog.choices.target == Target::Clipboard && text.len() > CLIPBOARD;
                let more = if too_long { "; too long for the clipboard of some terminals" } else { "" };
                let remarks = self.dialog.export.rendered.remarks.len();
                let left = if remarks > 0 { format!("; {remarks} left out") } else { String::new() };
                let words = format!("{}, {}{left}{more}", self.dialog.told(), size(text.len()));
                draw_rule(frame, row, &words, self.theme);
            }
        }
    }

    fn preview(&self, frame: &mut Frame, rows: Vec<Rect>) {
        let rendered = &self.dialog.export.rendered;
        let all = rendered.remarks.iter().map(String::as_str).chain(rendered.text.lines());
        let lines: Vec<&str> = all.skip(self.dialog.top).take(rows.len()).collect();
        for (line, row) in lines.into_iter().zip(rows) {
            let line = visible(line).replace('\t', "  ");
            let line = clip(&line, self.width, self.theme.glyphs.more);
            frame.render_widget(Line::styled(line, self.role(Role::Dim)), row);
        }
    }
}
