//! Highlights whose words are gone, one after the other: place, keep or drop.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::{Input, Layer, Reply};
use crate::annotate::{Anchor, Annotation, Change};
use crate::text::wrap;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keeper::Order;
use crate::tui::keymap::Context;
use crate::tui::layout::Focus;
use crate::tui::theme::Role;
use crate::tui::widget::{Panel, key, on_one_line, up_down};

/// The list of orphans with a cursor of its own.
#[derive(Default)]
pub struct OrphanList {
    at: usize,
}

impl OrphanList {
    /// The orphan under the cursor, with its best guess.
    fn chosen<'a>(&self, app: &'a App) -> Option<&'a (Annotation, Option<Anchor>)> {
        let orphans = &app.reading().briefing.annotations.orphans;
        orphans.get(self.at.min(orphans.len().saturating_sub(1)))
    }

    /// Puts the orphan on the words that were guessed, if any were.
    fn accept(&self, app: &mut App) -> Reply {
        let Some((annotation, guess)) = self.chosen(app).cloned() else { return Reply::Close };
        let Some(guess) = guess else {
            app.notice("no likely place; p selects words for it, K keeps it, d d drops it");
            return Reply::Taken;
        };
        app.keep(Order::Change(Change::Place(annotation.id, guess.span)));
        app.set_focus(Focus::Article);
        app.jump(guess.span.start);
        app.notice("placed; u takes it back");
        Reply::Close
    }

    /// Lets the user select the words.
    fn place(&self, app: &mut App) -> Reply {
        let Some((annotation, guess)) = self.chosen(app).cloned() else { return Reply::Close };
        app.set_focus(Focus::Article);
        if let Some(guess) = guess {
            app.jump(guess.span.start);
        }
        app.notes.placing = Some(annotation.id);
        app.notice("go to its words, select them with v if need be, and press H; Esc leaves it");
        Reply::Close
    }
}

impl Layer for OrphanList {
    fn context(&self) -> Context {
        Context::List
    }

    fn input(&mut self, input: &Input, app: &mut App) -> Reply {
        let last = app.reading().briefing.annotations.orphans.len().saturating_sub(1);
        self.at = self.at.min(last);
        let Input::Do(call) = input else { return Reply::Pass };
        match call.action {
            Action::LineDown => self.at = (self.at + call.times()).min(last),
            Action::LineUp => self.at = self.at.saturating_sub(call.times()),
            Action::First => self.at = 0,
            Action::Last => self.at = last,
            Action::Accept => return self.accept(app),
            Action::PlaceOrphan => return self.place(app),
            Action::KeepOrphan | Action::DropOrphan => {
                let Some((annotation, _)) = self.chosen(app).cloned() else { return Reply::Close };
                if call.action == Action::KeepOrphan {
                    app.keep(Order::Change(Change::Keep(annotation.id)));
                    app.notice("kept without a place; u takes that back");
                } else {
                    app.delete(annotation.id);
                }
                return if last == 0 { Reply::Close } else { Reply::Taken };
            }
            Action::Undo => app.keep(Order::Undo),
            _ => return Reply::Pass,
        }
        Reply::Taken
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let theme = app.theme();
        let style = |role| theme.on_text(role);
        let width = area.width.saturating_sub(4).min(76);
        let room = usize::from(width).saturating_sub(6).max(10);
        let count = app.reading().briefing.annotations.orphans.len();
        let Some((annotation, guess)) = self.chosen(app) else { return };
        let mut lines: Vec<Line> = Vec::new();
        let mut say = |head: &str, text: &str, look: Style| {
            lines.push(Line::styled(head.to_owned(), style(Role::Heading)));
            let text = on_one_line(text);
            for span in wrap(&text, room).into_iter().take(4) {
                lines.push(Line::styled(format!("  {}", span.of(&text)), look));
            }
        };
        say("The words that are gone", &annotation.target.exact, style(Role::Text));
        if !annotation.note.is_empty() {
            say("Your note", &annotation.note, style(Role::Text));
        }
        let document = &app.reading().briefing.document;
        match guess {
            Some(guess) => say("Perhaps these now", document.slice(guess.span), style(Role::Evidence)),
            None => say("Perhaps these now", "nothing in the text is like them", style(Role::Dim)),
        }
        let here = |action| key(app, action, Context::List);
        let yes = if guess.is_some() { "yes" } else { "" };
        let told: Vec<(String, &str)> = [
            (if yes.is_empty() { String::new() } else { here(Action::Accept) }, yes),
            (here(Action::PlaceOrphan), "other words"),
            (here(Action::KeepOrphan), "keep"),
            (here(Action::DropOrphan), "drop"),
            (key(app, Action::Cancel, Context::Global), "close"),
            (if count > 1 { up_down(app) } else { String::new() }, "choose"),
        ]
        .into();
        let title = format!("Highlight without a place, {} of {count}", self.at.min(count - 1) + 1);
        let size = (width, lines.len() as u16 + 2);
        let inner = Panel { title: &title, keys: &told, size }.draw(frame, area, theme);
        for (line, row) in lines.into_iter().zip(inner.rows()) {
            frame.render_widget(line, row);
        }
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }
}
