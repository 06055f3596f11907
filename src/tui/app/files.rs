//! Open briefings, the editor, and the date of a briefing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::{App, Reading};
use crate::document::Document;
use crate::tui::action::{Action, Call};
use crate::tui::editor::Place;
use crate::tui::effect::Effect;
use crate::tui::keeper::Order;
use crate::tui::layer::BriefingsList;
use crate::tui::watch;

impl App {
    /// Does what an action on files asks for.
    pub(super) fn file_action(&mut self, call: &Call) {
        let count = self.readings.len();
        match call.action {
            Action::Briefings => {
                self.keep(Order::Recent);
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

    /// Has the file at `path` opened beside the others; one that is open already is shown.
    pub fn open_file(&mut self, path: PathBuf) {
        let same = |own: &Path| own == path || watch::absolute(own) == path;
        let open = self.readings.iter().position(|r| r.briefing.document.path.as_deref().is_some_and(same));
        match open {
            Some(place) => self.open(place),
            None => self.ask(Effect::Open { path }),
        }
    }

    /// Takes in a file that was opened, and shows it.
    pub(super) fn hear_opened(&mut self, document: Result<Document, String>) {
        match document {
            Ok(document) => {
                self.readings.push(Reading::new(document));
                self.wishes.several = true;
                self.notes.resume = true;
                self.open(self.readings.len() - 1);
            }
            Err(message) => self.error(message),
        }
    }

    /// Takes in further briefings, behind those that are there; what shows stays.
    pub(super) fn hear_more(&mut self, documents: Vec<Document>, faults: &[String]) {
        self.readings.extend(documents.into_iter().map(Reading::new));
        if let Some(fault) = faults.first().filter(|_| self.notice.is_none()) {
            self.error(fault);
        }
        self.survey_again();
        self.change();
    }

    fn edit(&mut self) {
        let reading = self.reading();
        let document = &reading.briefing.document;
        let Some(path) = document.path.clone() else {
            return self.notice("this briefing came from standard input; there is no file to edit");
        };
        let place = Place::of(document, reading.cursor);
        self.ask(Effect::Edit { path, place });
        // The editor may have changed it, and not every system tells of changes.
        self.read_anew(self.current);
    }

    /// Sets the date of the briefing, from which its relative times count, and has it remembered; `none` takes it back.
    fn set_date(&mut self, date: &str) -> Result<(), String> {
        let date: Option<Date> = match date.trim() {
            "none" => None,
            date => Some(date.parse().map_err(|_| {
                "a date is written as 2024-08-20: type :date 2024-08-20, or :date none".to_owned()
            })?),
        };
        self.take_date(date);
        self.keep(Order::Date(date));
        let told = self.reading().briefing.document.metadata.published;
        self.notice(match (date, told) {
            (Some(date), _) => format!("date of this briefing: {date}"),
            (None, Some(stated)) => format!("date of this briefing: {stated}, as it states itself"),
            (None, None) => "date of this briefing: not stated".to_owned(),
        });
        Ok(())
    }

    /// Takes `date` for the briefing's own; without one, what the text states.
    pub(super) fn take_date(&mut self, date: Option<Date>) {
        let reading = self.reading_mut();
        reading.given = date;
        let date = date.or(reading.stated);
        if reading.briefing.document.metadata.published == date {
            return;
        }
        let mut document = (*reading.briefing.document).clone();
        document.metadata.published = date;
        reading.briefing.document = Arc::new(document);
        self.look_again();
    }
}
