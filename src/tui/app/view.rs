//! Actions on how things are shown.

use super::App;
use crate::tui::action::{Action, Call};
use crate::tui::effect::Effect;
use crate::tui::keeper::Order;
use crate::tui::layout::Focus;
use crate::tui::theme::{Theme, names};

impl App {
    /// Does what an action of the view asks for.
    pub(super) fn view_action(&mut self, call: &Call) {
        let step = call.times().min(100) as i16;
        match call.action {
            // There are two panes, so that the next one is the one before.
            Action::OtherPane | Action::PaneBefore => self.set_focus(match self.focus() {
                Focus::Article => Focus::Points,
                Focus::Points => Focus::Article,
            }),
            Action::Zen => {
                self.wishes.zen = !self.wishes.zen;
                self.wishes.focus = Focus::Article;
                self.fit();
                let key = self.keymap().key_of(Action::Zen, self.context()).unwrap_or_default();
                if self.wishes.zen {
                    self.notice(format!("{key} brings the panes back"));
                }
            }
            Action::DividerLeft => self.move_divider(-2 * step),
            Action::DividerRight => self.move_divider(2 * step),
            Action::Narrower => self.set_measure(self.wishes.measure.saturating_sub(2 * step as u16)),
            Action::Wider => self.set_measure(self.wishes.measure.saturating_add(2 * step as u16)),
            Action::Furniture => self.toggle_furniture(),
            Action::Theme => self.next_theme(),
            Action::Mouse => self.toggle_mouse(),
            _ => {}
        }
    }

    fn move_divider(&mut self, by: i16) {
        let moved = (self.wishes.divider + by).clamp(-60, 60);
        self.wishes.divider = moved;
        self.fit();
    }

    fn set_measure(&mut self, columns: u16) {
        self.wishes.measure = columns.clamp(30, 120);
        self.fit();
        let (room, _) = self.article_room();
        let measure = usize::from(self.wishes.measure);
        let narrow = if room < measure { "; the pane is narrower than that" } else { "" };
        self.notice(format!("lines of at most {measure} columns{narrow}"));
    }

    fn toggle_furniture(&mut self) {
        let shown = !self.reading().flow.shows_furniture();
        let any = self.reading().briefing.document.blocks.iter().any(|b| b.kind.is_furniture());
        if !any {
            return self.notice("no page furniture in this briefing");
        }
        let (width, height) = self.article_room();
        let reading = self.reading_mut();
        reading.set_furniture(shown, width);
        reading.show(reading.cursor, height);
        self.notice(if shown { "page furniture shown, dim" } else { "page furniture folded" });
    }

    fn toggle_mouse(&mut self) {
        self.mouse = !self.mouse;
        self.ask(Effect::Mouse(self.mouse));
        let whose = if self.mouse { "the reader's: wheel, click and drag" } else { "the terminal's own" };
        self.notice(format!("the mouse is {whose}"));
    }

    fn next_theme(&mut self) {
        let all = names(&self.themes);
        let at = all.iter().position(|n| *n == self.theme.name).unwrap_or(0);
        let name = all[(at + 1) % all.len()].clone();
        if self.set_theme(&name) {
            self.notice(format!("theme: {name} ({} of {})", (at + 1) % all.len() + 1, all.len()));
            self.keep(Order::Theme(name));
        }
    }

    /// Shows everything in the theme called `name` from now on; whether there is one.
    fn set_theme(&mut self, name: &str) -> bool {
        let ascii = std::ptr::eq(self.theme.glyphs, &raw const crate::tui::theme::ASCII);
        match Theme::load(name, &self.themes, self.depth) {
            Ok(theme) => self.theme = theme.with_ascii(ascii),
            Err(error) => {
                self.error(error.to_string());
                return false;
            }
        }
        self.change();
        true
    }

    /// Whether the terminal is to be asked if its ground is dark or light.
    pub fn asks_for_ground(&self) -> bool {
        self.asks_for_ground
    }

    /// Takes in the theme that suits the terminal's ground; the one that pins no colours stays if nobody knows.
    pub fn take_ground(&mut self, theme: Option<&str>) {
        self.asks_for_ground = false;
        if let Some(name) = theme {
            self.set_theme(name);
        }
    }
}
