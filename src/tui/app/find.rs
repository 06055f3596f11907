//! Searching within one briefing: the hits, and going from one to the next.

use super::App;
use crate::base::Span;
use crate::search::{Mode, Query};
use crate::tui::action::{Action, Call};
use crate::tui::effect::Effect;
use crate::tui::layer::SearchPrompt;

/// What is searched for, and where it stands.
#[derive(Debug, Clone, Default)]
pub struct Finding {
    /// What was typed.
    pub words: String,
    /// Whether it is a regular expression.
    pub regex: bool,
    /// The briefing that the hits are in, by place.
    pub briefing: usize,
    /// Every hit in order; empty while they are looked for.
    pub hits: Vec<Span>,
    /// Whether the hits are in.
    pub known: bool,
    /// The hit that the cursor is on.
    pub current: Option<usize>,
    /// From where the first hit is looked for.
    pub origin: usize,
    /// Which question the hits answer.
    pub asked: u64,
}

impl App {
    /// Does what an action of searching asks for.
    pub(super) fn search_action(&mut self, call: &Call) {
        match call.action {
            Action::Search => {
                let prompt = SearchPrompt::new(self);
                self.push(Box::new(prompt));
            }
            Action::SearchAll => self.open_across(),
            Action::NextHit => self.step_hit(call.times() as isize),
            Action::PreviousHit => self.step_hit(-(call.times() as isize)),
            _ => {}
        }
    }

    /// Looks for `words` from the byte at `origin` on; an empty search forgets the hits. An error says what is wrong
    /// with a regular expression.
    pub fn find(&mut self, words: &str, regex: bool, origin: usize) -> Result<(), String> {
        self.finding = None;
        self.change();
        if words.trim().is_empty() {
            return Ok(());
        }
        let mode = if regex { Mode::Regex } else { Mode::Literal };
        Query::new(words, mode).map_err(|e| e.to_string())?;
        let asked = self.next_question();
        let briefing = self.current;
        self.finding =
            Some(Finding { words: words.into(), regex, briefing, origin, asked, ..Finding::default() });
        let reading = self.reading();
        self.ask(Effect::Find {
            briefing,
            document: reading.briefing.document.clone(),
            words: words.into(),
            regex,
            furniture: reading.flow.shows_furniture(),
            asked,
        });
        Ok(())
    }

    /// Takes in the hits of a search and goes to the first one from where it began.
    pub(super) fn hear_hits(&mut self, briefing: usize, asked: u64, hits: Vec<Span>) {
        let Some(finding) = self.finding.as_mut().filter(|f| f.asked == asked && f.briefing == briefing)
        else {
            return;
        };
        let first = hits.partition_point(|h| h.start < finding.origin);
        finding.current = if hits.is_empty() { None } else { Some(first % hits.len()) };
        finding.hits = hits;
        finding.known = true;
        self.change();
        if self.current == briefing {
            self.show_hit();
        }
    }

    fn show_hit(&mut self) {
        let hit = self.finding.as_ref().and_then(|f| f.hits.get(f.current?)).copied();
        if let Some(hit) = hit {
            self.show(hit.start);
        }
    }

    /// Goes `by` hits on or back from the cursor, round the ends of the text, which is told.
    fn step_hit(&mut self, by: isize) {
        let (briefing, cursor) = (self.current, self.reading().cursor);
        let Some(finding) = self.finding.as_mut() else {
            let last = self.history.last().cloned();
            match last {
                Some(words) => {
                    let outcome = self.find(&words, false, cursor);
                    self.tell_error(outcome);
                }
                None => self.notice("nothing was searched for yet; / searches"),
            }
            return;
        };
        if finding.briefing != briefing {
            let (words, regex) = (finding.words.clone(), finding.regex);
            let outcome = self.find(&words, regex, cursor);
            return self.tell_error(outcome);
        }
        let count = finding.hits.len() as isize;
        if count == 0 {
            let words = finding.words.clone();
            return self.notice(format!("no hit for {words}"));
        }
        let after = finding.hits.partition_point(|h| h.start <= cursor) as isize;
        let before = finding.hits.partition_point(|h| h.start < cursor) as isize;
        let to = if by > 0 { after + by - 1 } else { before + by };
        finding.current = Some(to.rem_euclid(count) as usize);
        if to >= count {
            self.notice("past the end: on from the beginning");
        } else if to < 0 {
            self.notice("past the beginning: on from the end");
        }
        self.reading_mut().remember();
        self.show_hit();
    }
}
