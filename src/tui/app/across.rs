//! Searching all open briefings: the question, the answer so far, and going to what was found.

use super::{App, Stage};
use crate::search::{Mode, Query};
use crate::tui::effect::Effect;
use crate::tui::layer::AcrossPrompt;
use crate::tui::layout::Focus;
use crate::tui::survey::{Answer, Extent, Group, Question, Source, Within};

/// A search across briefings, kept when its list closes so that one can come back to it.
#[derive(Debug, Default)]
pub struct Across {
    /// What is asked.
    pub question: Question,
    /// What was found.
    pub answer: Answer,
    /// Whether the answer is that to the question, as far as it has come, or still an older one.
    pub known: bool,
    /// Why the question cannot be asked.
    pub fault: Option<String>,
    /// How many of how many briefings were looked through for key points and notes.
    pub gathered: Option<(usize, usize)>,
    /// The place of the list under the cursor, counted over all groups; beyond its end while the list still grows.
    pub at: usize,
    /// Whether to go to the first hit as soon as there is one: the answer was still awaited when that was asked for.
    goes: bool,
    /// Which question the answer is awaited for.
    asked: u64,
}

impl Across {
    /// The group under the cursor, and the place in it.
    pub fn chosen(&self) -> Option<(usize, usize)> {
        let at = self.at.min(self.last());
        let mut before = 0;
        for (n, group) in self.answer.groups.iter().enumerate() {
            if at < before + group.stops() {
                return Some((n, at - before));
            }
            before += group.stops();
        }
        None
    }

    /// The last place of the list.
    pub fn last(&self) -> usize {
        self.answer.groups.iter().map(Group::stops).sum::<usize>().saturating_sub(1)
    }

    /// Whether everything that was asked for is in.
    pub fn is_whole(&self) -> bool {
        self.known && !matches!(self.answer.extent, Extent::Part(..))
    }
}

impl App {
    /// Opens the search across briefings, as it was left.
    pub(super) fn open_across(&mut self) {
        self.survey();
        let prompt = AcrossPrompt::new(self);
        self.push(Box::new(prompt));
        self.ask_again();
    }

    /// Has the briefings taken in as they are now; their points too, if those are searched.
    fn survey(&mut self) {
        let source = |r: &super::Reading| Source::of(&r.briefing, r.stage == Stage::Whole, r.opened);
        let sources = self.readings.iter().map(source).collect();
        self.across.gathered = None;
        self.ask(Effect::Survey { sources, points: self.across.question.within.needs_points() });
    }

    /// Has briefings that came later searched, too, if a search across them is open.
    pub(super) fn survey_again(&mut self) {
        if self.layers.iter().any(|l| l.is_across()) {
            self.survey();
            self.ask_again();
        }
    }

    /// Searches what comes next: text, key points, notes, all.
    pub fn search_elsewhere(&mut self) {
        self.across.question.within = self.across.question.within.next();
        if self.across.question.within.needs_points() {
            self.survey();
        }
        self.ask_across();
    }

    /// Asks the question as it stands now.
    pub fn ask_across(&mut self) {
        let asked = self.next_question();
        let question = self.across.question.clone();
        let mode = if question.regex { Mode::Regex } else { Mode::Literal };
        let empty = question.words.trim().is_empty();
        let fault = Query::new(&question.words, mode).err().filter(|_| !empty);
        let across = &mut self.across;
        (across.asked, across.at, across.goes) = (asked, 0, false);
        across.fault = fault.map(|e| e.to_string());
        across.known = empty || across.fault.is_some();
        if across.known {
            across.answer = Answer::default();
        } else {
            self.ask(Effect::Ask { question, asked });
        }
        self.change();
    }

    /// Asks the same question of what was taken in since, and stays at the hit under the cursor.
    fn ask_again(&mut self) {
        let at = self.across.at;
        self.ask_across();
        self.across.at = at;
    }

    /// Takes in an answer, or as much of it as there is.
    pub(super) fn hear_answer(&mut self, asked: u64, answer: Answer) {
        if self.across.asked != asked {
            return;
        }
        self.across.answer = answer;
        self.across.known = true;
        if self.across.is_whole() {
            self.across.at = self.across.at.min(self.across.last());
        }
        if self.across.goes && self.layers.last().is_some_and(|layer| layer.is_across()) {
            if self.go_to_found() {
                self.layers.pop();
            } else if self.across.is_whole() {
                self.notice("nothing to go to; type other words");
            }
        }
        self.change();
    }

    /// Moves `by` places in the list; at its end more of the hits are listed, if there are more.
    pub fn step_found(&mut self, by: isize) {
        let across = &mut self.across;
        let last = across.last();
        let to = across.at.min(last).saturating_add_signed(by);
        across.at = to.min(last);
        if to > last && across.is_whole() && across.answer.unlisted() > 0 {
            across.question.pages += 1;
            self.ask_again();
            self.across.at = to;
        }
    }

    /// Takes in that more was gathered; while the list is open, its answer is asked for again.
    pub(super) fn hear_surveyed(&mut self, done: usize, total: usize) {
        self.across.gathered = Some((done, total));
        let open = self.layers.iter().any(|l| l.is_across()) && !self.across.question.words.is_empty();
        let more = self.across.question.within != Within::Text;
        // While an answer is on its way there is no need to ask again, save for the last time.
        if open && more && (self.across.is_whole() || done == total) {
            self.ask_again();
        }
        self.change();
    }

    /// Opens the briefing of the hit under the cursor at its place, with the words lit; whether there is one. While the
    /// answer is awaited, it goes there when it comes.
    pub fn go_to_found(&mut self) -> bool {
        self.across.goes = !self.across.is_whole();
        let Some((group, hit)) = self.across.chosen().filter(|_| self.across.known) else { return false };
        let group = &self.across.answer.groups[group];
        let Some(hit) = group.stop(hit) else { return false };
        let (briefing, at) = (group.briefing, hit.at);
        let in_text = hit.letter.is_none() && !hit.note;
        self.across.goes = false;
        let Question { words, regex, .. } = self.across.question.clone();
        self.open(briefing);
        self.set_focus(Focus::Article);
        // Where this briefing was left last does not matter now.
        self.notes.resume = false;
        self.jump(at);
        if in_text {
            self.history.retain(|w| *w != words);
            self.history.push(words.clone());
            let outcome = self.find(&words, regex, at);
            self.tell_error(outcome);
        }
        true
    }
}
