//! Searching all open briefings: the question, the answer so far, and going to what was found.

use super::{App, Stage};
use crate::search::{Mode, Query};
use crate::tui::effect::Effect;
use crate::tui::layer::AcrossPrompt;
use crate::tui::layout::Focus;
use crate::tui::survey::{Answer, Question, Source, Within};

/// A search across briefings, kept when its list closes so that one can come back to it.
#[derive(Debug, Default)]
pub struct Across {
    /// What is asked.
    pub question: Question,
    /// What was found.
    pub answer: Answer,
    /// Whether the answer is that to the question, or still an older one.
    pub known: bool,
    /// Why the question cannot be asked.
    pub fault: Option<String>,
    /// How many of how many briefings were looked through for key points and notes.
    pub gathered: Option<(usize, usize)>,
    /// The hit under the cursor, counted over all groups.
    pub at: usize,
    /// Which question the answer is awaited for.
    asked: u64,
}

impl Across {
    /// The group and the place in it of the hit under the cursor.
    pub fn chosen(&self) -> Option<(usize, usize)> {
        let mut before = 0;
        for (n, group) in self.answer.groups.iter().enumerate() {
            if self.at < before + group.hits.len() {
                return Some((n, self.at - before));
            }
            before += group.hits.len();
        }
        None
    }

    /// How many hits are listed.
    pub fn listed(&self) -> usize {
        self.answer.groups.iter().map(|g| g.hits.len()).sum()
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
        (across.asked, across.at) = (asked, 0);
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

    /// Takes in an answer.
    pub(super) fn hear_answer(&mut self, asked: u64, answer: Answer) {
        if self.across.asked == asked {
            self.across.answer = answer;
            self.across.known = true;
            self.across.at = self.across.at.min(self.across.listed().saturating_sub(1));
            self.change();
        }
    }

    /// Takes in that more was gathered; while the list is open, its answer is asked for again.
    pub(super) fn hear_surveyed(&mut self, done: usize, total: usize) {
        self.across.gathered = Some((done, total));
        let open = self.layers.iter().any(|l| l.is_across()) && !self.across.question.words.is_empty();
        let more = self.across.question.within != Within::Text;
        // While an answer is on its way there is no need to ask again, save for the last time.
        if open && more && (self.across.known || done == total) {
            self.ask_again();
        }
        self.change();
    }

    /// Opens the briefing of the hit under the cursor at its place, with the words lit; whether there is one.
    pub fn go_to_found(&mut self) -> bool {
        let Some((group, hit)) = self.across.chosen() else { return false };
        let group = &self.across.answer.groups[group];
        let (briefing, at) = (group.briefing, group.hits[hit].at);
        let in_text = group.hits[hit].letter.is_none() && !group.hits[hit].note;
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
