//! Keeps annotations and reading positions: the side of them that touches files.
//!
//! The reader asks with [`Order`]s, as for every effect, and is told with [`Kept`] how things are now. One keeper holds
//! the annotation sets of all open briefings; the time is an argument, so that tests have their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hashbrown::HashMap;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::annotate::{
    AnnotationId, AnnotationSet, Annotations, Carried, Change, Colour, Ledger, Recent, Target, anchor,
};
use crate::base::Span;
use crate::document::Document;

/// What is asked of the keeper.
#[derive(Debug, Clone)]
pub enum Order {
    /// Open what is kept of the briefing.
    Open,
    /// Make a change.
    Change(Change),
    /// Take the last change back.
    Undo,
    /// Make the change again that was last taken back.
    Redo,
    /// Fit everything to the text, which changed.
    Reload,
    /// Take in what another attache wrote.
    Refresh,
    /// Remember that the briefing was read as far as the byte at this offset.
    Remember(usize),
    /// Call a colour by a name from now on.
    Name(Colour, String),
    /// Remember the theme that the user chose, by name.
    Theme(String),
    /// Remember the date that the user gave the briefing; `None` forgets it.
    Date(Option<Date>),
    /// Tell which briefings were read lately.
    Recent,
}

/// How things are after an order.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The annotations.
    pub annotations: Annotations,
    /// What the colours are called, in order.
    pub colours: Vec<String>,
    /// The annotation that was made or changed.
    pub touched: Option<AnnotationId>,
    /// What became of the annotations when the text was opened or changed.
    pub carried: Option<Carried>,
    /// Whether this is because the text changed under the reader's eyes.
    pub reloaded: bool,
    /// Where one was in the text when it was last read, in bytes.
    pub position: Option<usize>,
    /// The date that the user gave the briefing in an earlier session.
    pub date: Option<Date>,
    /// The briefings that were read lately, the last one first, when that was asked.
    pub recent: Option<Vec<Recent>>,
    /// What there is to tell, in one line.
    pub said: Option<String>,
    /// What went wrong, in one line.
    pub fault: Option<String>,
}

/// The annotation sets of the open briefings, and the ledger.
#[derive(Debug, Default)]
pub struct Keeper {
    data: Option<PathBuf>,
    sets: HashMap<usize, AnnotationSet>,
    ledger: Option<Ledger>,
    /// What the colours are called, where there is no ledger.
    names: HashMap<u8, String>,
}

impl Keeper {
    /// A keeper under the folder `data`; without one it keeps things as long as the program runs.
    pub fn new(data: Option<PathBuf>) -> Self {
        let ledger = data.as_deref().map(|data| Ledger::open(data).0);
        Self { data, sets: HashMap::new(), ledger, names: HashMap::new() }
    }

    /// The folder in which things are kept, if they are.
    pub fn data(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// The theme that was chosen last, by name.
    pub fn theme(&self) -> Option<&str> {
        self.ledger.as_ref().and_then(Ledger::theme)
    }

    /// Carries out `order` for the briefing at the place `briefing`; nothing to tell is `None`.
    pub fn carry_out(
        &mut self,
        briefing: usize,
        document: &Arc<Document>,
        order: Order,
        now: Timestamp,
    ) -> Option<Kept> {
        let mut kept = Kept::default();
        let set = self.sets.entry(briefing).or_insert_with(|| match &self.data {
            Some(data) => AnnotationSet::open(data, document),
            None => AnnotationSet::in_memory(),
        });
        let fault = match order {
            Order::Open => {
                kept.carried = Some(set.carried());
                kept.position = self.ledger.as_ref().and_then(|ledger| position(ledger, document));
                kept.date = self.ledger.as_ref().and_then(|ledger| ledger.find(document)?.date);
                kept.said = set.diagnostics().first().map(|d| match &d.hint {
                    Some(hint) => format!("{}; {hint}", d.message),
                    None => d.message.clone(),
                });
                None
            }
            Order::Change(change) => match set.apply(document, change, now) {
                Ok(id) => {
                    kept.touched = id;
                    None
                }
                Err(error) => Some(error),
            },
            Order::Undo => say(set.undo(document, now), "undone", "nothing to undo", &mut kept.said),
            Order::Redo => say(set.redo(document, now), "redone", "nothing to redo", &mut kept.said),
            Order::Reload => {
                kept.carried = Some(set.reload(document));
                kept.reloaded = true;
                None
            }
            Order::Refresh => match set.refresh(document) {
                Ok(false) => return None,
                Ok(true) => None,
                Err(error) => Some(error),
            },
            Order::Remember(offset) => {
                let end = document.text.len().min(offset + 200);
                let span = Span::new(offset, document.text.floor_char_boundary(end));
                let target = Target::of(&document.text, span).filter(|_| offset > 0);
                let outcome = self.ledger.as_mut().map(|l| l.remember(document, target, now));
                outcome.and_then(Result::err)
            }
            Order::Name(colour, name) => {
                let outcome = self.ledger.as_mut().map(|l| l.name_colour(colour, &name));
                self.names.insert(colour.number(), name.clone());
                kept.said = Some(format!("colour {} is called {name}", colour.number()));
                outcome.and_then(Result::err)
            }
            Order::Theme(name) => {
                let outcome = self.ledger.as_mut().map(|l| l.set_theme(&name));
                outcome.and_then(Result::err)
            }
            Order::Date(date) => {
                let outcome = self.ledger.as_mut().map(|l| l.set_date(document, date, now));
                outcome.and_then(Result::err)
            }
            Order::Recent => {
                // Another attache may have read something since.
                self.ledger = self.data.as_deref().map(|data| Ledger::open(data).0);
                kept.recent = Some(self.ledger.as_ref().map_or_else(Vec::new, |l| l.recent().to_vec()));
                None
            }
        };
        kept.fault = fault.map(|error| error.to_string());
        kept.annotations = set.annotations();
        let own = |colour: Colour| self.names.get(&colour.number()).cloned().unwrap_or_default();
        let name = |colour| self.ledger.as_ref().map_or_else(|| own(colour), |l| l.colour_name(colour));
        kept.colours = Colour::ALL.into_iter().map(name).collect();
        Some(kept)
    }
}

/// Puts into words what undo or redo did.
fn say<E>(
    outcome: Result<Option<String>, E>,
    done: &str,
    nothing: &str,
    said: &mut Option<String>,
) -> Option<E> {
    match outcome {
        Ok(what) => {
            *said = Some(what.map_or_else(|| nothing.to_owned(), |what| format!("{done}: {what}")));
            None
        }
        Err(error) => Some(error),
    }
}

/// The byte at which `document` was left, as far as it can be found in its text.
fn position(ledger: &Ledger, document: &Document) -> Option<usize> {
    let target = ledger.find(document)?.position.as_ref()?;
    anchor(&document.text, &[target]).first()?.anchor().map(|anchor| anchor.span.start)
}
