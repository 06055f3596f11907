//! Events on their way through the layers to the panes.

use ratatui::crossterm::event::{KeyEvent, MouseEventKind};

use super::{App, Reading, Stage};
use crate::tui::action::{Action, Call};
use crate::tui::effect::{Effect, News};
use crate::tui::event::Event;
use crate::tui::keymap::{Context, Key, Step};
use crate::tui::layer::{Input, Reply};
use crate::tui::layout::Focus;

impl App {
    /// Takes an event; what is to be done outside comes back.
    pub fn on(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(text) => drop(self.offer(&Input::Paste(text))),
            Event::Mouse(mouse) => {
                let turned = self.layers.last().and_then(|layer| wheel(layer.wheel()?, mouse.kind));
                if let Some(action) = turned {
                    self.offer(&Input::Do(action.into()));
                } else if !self.offer(&Input::Mouse(mouse))
                    && self.layers.last().is_none_or(|l| !l.is_modal())
                {
                    self.mouse_event(mouse);
                }
            }
            Event::Resize(columns, rows) => self.resize(columns, rows),
            Event::Focus(true) => self.refresh_notes(),
            Event::Focus(false) => self.remember_positions(),
            Event::News(news) => self.hear(news),
        }
        self.take_effects()
    }

    /// The table of keys of the pane that has them.
    pub fn pane_context(&self) -> Context {
        match self.focus() {
            Focus::Article if self.notes.selection.is_some() => Context::Select,
            Focus::Article if self.notes.fresh.is_some() => Context::Highlight,
            Focus::Article => Context::Article,
            Focus::Points if self.notes.fresh.is_some() => Context::HighlightInPoints,
            Focus::Points => Context::Points,
        }
    }

    /// The table of keys that holds now.
    pub fn context(&self) -> Context {
        self.layers.last().map_or_else(|| self.pane_context(), |l| l.context())
    }

    /// Keys that wait for the rest of their sequence, with the count before them.
    pub fn pending(&self) -> (Option<usize>, &[Key]) {
        (self.count, &self.keys)
    }

    fn key(&mut self, event: KeyEvent) {
        if self.notice.take().is_some() {
            self.change();
        }
        let key = Key::from(event);
        let context = self.context();
        if self.keys.is_empty() && self.counts(context, key) {
            return self.change();
        }
        self.keys.push(key);
        let step = self.keymap.step(context, &self.keys);
        if step == Step::Pending {
            return self.change();
        }
        if !std::mem::take(&mut self.keys).is_empty() || self.count.is_some() {
            self.change();
        }
        let count = self.count.take();
        let input = match step {
            Step::Found(action) => Input::Do(Call { action, count, argument: None }),
            Step::Pending | Step::Unbound => Input::Key(event),
        };
        if !self.offer(&input) {
            let open = self.layers.last().is_none_or(|l| !l.is_modal());
            match input {
                Input::Do(call) if open || self.is_global(call.action) => self.update(&call),
                _ => {}
            }
        }
    }

    /// Whether an action is bound everywhere, so that no layer may keep it.
    fn is_global(&self, action: Action) -> bool {
        self.keymap.key_of(action, Context::Global).is_some()
    }

    /// Takes `key` as a digit of a count, unless the digit means something by itself.
    fn counts(&mut self, context: Context, key: Key) -> bool {
        let Some(digit) = key.digit() else { return false };
        let typing = context == Context::Prompt;
        let first = self.count.is_none();
        if typing || (first && (digit == 0 || self.keymap.step(context, &[key]) != Step::Unbound)) {
            return false;
        }
        self.count = Some(self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(9_999_999));
        true
    }

    /// Offers `input` to the layers, topmost first; whether one of them took it.
    fn offer(&mut self, input: &Input) -> bool {
        let mut depth = self.layers.len();
        while depth > 0 {
            depth -= 1;
            let mut layer = self.layers.remove(depth);
            let reply = layer.input(input, self);
            let cancelled =
                reply == Reply::Pass && matches!(input, Input::Do(c) if c.action == Action::Cancel);
            if cancelled {
                layer.cancelled(self);
            } else if reply != Reply::Close {
                let modal = layer.is_modal();
                self.layers.insert(depth.min(self.layers.len()), layer);
                if reply == Reply::Pass && !modal {
                    continue;
                }
            }
            if cancelled || reply != Reply::Pass {
                self.change();
            }
            return cancelled || reply != Reply::Pass;
        }
        false
    }

    /// Takes in what came of an effect.
    fn hear(&mut self, news: News) {
        match news {
            News::Points { briefing, asked, points, whole } => {
                if let Some(reading) = self.readings.get_mut(briefing).filter(|r| r.asked == asked) {
                    reading.set_points(*points, whole);
                    if briefing == self.current && self.focus() == Focus::Article {
                        self.points_follow();
                    }
                    self.change();
                }
            }
            News::Hits { briefing, asked, hits } => self.hear_hits(briefing, asked, hits),
            News::Surveyed { done, total } => self.hear_surveyed(done, total),
            News::Answered { asked, answer } => self.hear_answer(asked, *answer),
            News::Kept { briefing, kept } => self.hear_kept(briefing, *kept),
            News::Touched(path) => self.hear_touched(&path),
            News::Read { briefing, document } => self.hear_document(briefing, document.map(|d| *d)),
            News::More { documents, faults } => self.hear_more(documents, &faults),
            News::Opened(document) => self.hear_opened(document.map(|d| *d)),
            News::Rules(rules) => self.rules = rules.into_iter().map(|r| (r.name, r.sees)).collect(),
            News::Written { name, outcome } => self.hear_written(&name, &outcome),
            News::Done(text) => self.notice(text),
            News::Failed(text) => self.error(text),
            News::Returned => self.change(),
        }
    }

    /// Has the key points of the briefing that shows looked for, unless that was asked already.
    pub(super) fn look_for_points(&mut self) {
        self.open_notes();
        if self.reading().stage == Stage::Unasked {
            self.look_again();
        }
    }

    /// Has the key points of the briefing that shows looked for anew.
    pub(super) fn look_again(&mut self) {
        let (asked, briefing) = (self.next_question(), self.current);
        let reading: &mut Reading = self.reading_mut();
        reading.asked = asked;
        reading.stage = if reading.stage == Stage::Unasked { Stage::Waiting } else { Stage::Partial };
        let document = reading.briefing.document.clone();
        self.ask(Effect::Extract { briefing, document, asked });
        self.change();
    }
}

/// The one of `actions`, down and up, that the mouse asks for.
const fn wheel(actions: (Action, Action), kind: MouseEventKind) -> Option<Action> {
    match kind {
        MouseEventKind::ScrollDown => Some(actions.0),
        MouseEventKind::ScrollUp => Some(actions.1),
        _ => None,
    }
}
