//! Open briefings, the editor, and the date of a briefing.

use std::sync::Arc;

use jiff::civil::Date;

use super::App;
use crate::text::LineIndex;
use crate::tui::action::{Action, Call};
use crate::tui::effect::Effect;
use crate::tui::layer::BriefingsList;

impl App {
    /// Does what an action on files asks for.
    pub(super) fn file_action(&mut self, call: &Call) {
        let count = self.readings.len();
        match call.action {
            Action::Briefings => {
                let list = BriefingsList::at(self.current);
                self.push(Box::new(list));
            }
            Action::NextBriefing | Action::PreviousBriefing if count == 1 => {
                self.notice("one briefing is open; attache FILE FILE opens several");
            }
            Action::NextBriefing => self.open(self.current + call.times()),
            Action::PreviousBriefing => self.open(self.current + count - call.times().min(count)),
            Action::Edit => self.edit(),
            Action::SetDate => {
                let outcome = self.set_date(call.argument.as_deref().unwrap_or_default());
                self.tell_error(outcome);
            }
            _ => {}
        }
    }

    /// Shows the open briefing at `place`, counted round.
    pub fn open(&mut self, place: usize) {
        self.current = place % self.readings.len();
        self.fit();
        self.look_for_points();
        let briefing = self.current;
        if let Some(finding) = self.finding.clone().filter(|f| f.briefing != briefing) {
            // Hits in another briefing light nothing here; `n` looks for the same words in this one.
            self.finding = Some(crate::tui::app::Finding { hits: Vec::new(), current: None, ..finding });
        }
        self.change();
    }

    fn edit(&mut self) {
        let reading = self.reading();
        let document = &reading.briefing.document;
        let Some(path) = document.path.clone() else {
            return self.notice("this briefing came from standard input; there is no file to edit");
        };
        let line = LineIndex::new(&document.text).line(reading.cursor);
        self.ask(Effect::Edit { path, line });
        // The editor may have changed it, and not every system tells of changes.
        self.read_anew(self.current);
    }

    /// Sets the date of the briefing, from which its relative times count.
    fn set_date(&mut self, date: &str) -> Result<(), String> {
        let date: Date =
            date.parse().map_err(|_| "a date is written as 2024-08-20: type :date 2024-08-20".to_owned())?;
        let reading = self.reading_mut();
        let mut document = (*reading.briefing.document).clone();
        document.metadata.published = Some(date);
        reading.briefing.document = Arc::new(document);
        self.look_again();
        self.notice(format!("date of this briefing: {date}"));
        Ok(())
    }
}
