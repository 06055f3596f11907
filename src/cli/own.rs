//! What the user added to a briefing in the reader: highlights, marks, dismissals.

use crate::annotate::{Annotation, AnnotationSet, Colour, Ledger};
use crate::briefing::Briefing;
use crate::config;
use crate::document::Document;
use crate::export::Highlight;

use super::inputs::Input;
use super::options::Reading;
use super::output::complain;

/// Which highlights to take; the default takes all.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Filter {
    /// Of your highlights, only those of these colours, by number or name
    #[arg(long, value_delimiter = ',', value_name = "COLOUR")]
    colour: Vec<String>,
    /// Of your highlights, only those with one of these tags
    #[arg(long, value_delimiter = ',', value_name = "TAG")]
    tag: Vec<String>,
}

/// Where highlights are kept, opened once for all briefings.
#[derive(Debug)]
pub(super) struct Store {
    folders: Option<config::Folders>,
    ledger: Option<Ledger>,
}

impl Store {
    /// The store of this user; what is wrong with it is told.
    pub(super) fn open() -> Self {
        let folders = config::folders().filter(|f| f.data.is_dir());
        let ledger = folders.as_ref().map(|f| {
            let (ledger, remarks) = Ledger::open(&f.data);
            for remark in &remarks {
                complain(&remark.message);
            }
            ledger
        });
        Self { folders, ledger }
    }

    /// Whether every colour that `filter` names is one; the error is one line.
    pub(super) fn knows(&self, filter: &Filter) -> Result<(), String> {
        let is_colour = |name: &&String| Colour::ALL.into_iter().any(|c| self.is_called(c, name));
        match filter.colour.iter().find(|name| !is_colour(name)) {
            None => Ok(()),
            Some(name) => {
                let names: Vec<String> = Colour::ALL.into_iter().map(|c| self.name(c)).collect();
                Err(format!("no colour is called {name}; name one of {}, or its number", names.join(", ")))
            }
        }
    }

    fn name(&self, colour: Colour) -> String {
        self.ledger.as_ref().map_or_else(|| colour.number().to_string(), |l| l.colour_name(colour))
    }

    fn is_called(&self, colour: Colour, name: &str) -> bool {
        colour.number().to_string() == name || self.name(colour).to_lowercase() == name.to_lowercase()
    }

    /// Reads `input`, with the date that the user gave it in the reader unless `reading` has one.
    pub(super) fn read(&self, input: &Input, reading: &Reading) -> Result<Document, String> {
        let mut document = input.open(&reading.options())?;
        let given = self.ledger.as_ref().and_then(|ledger| ledger.find(&document)?.date);
        if let Some(date) = given.filter(|_| reading.date.is_none()) {
            document.metadata.published = Some(date);
        }
        Ok(document)
    }

    /// Whether the user added anything to `briefing`.
    pub(super) fn has(&self, briefing: &Briefing) -> bool {
        self.folders.as_ref().is_some_and(|f| AnnotationSet::is_kept(&f.data, &briefing.document))
    }

    /// Takes marks and dismissals of `briefing` over from what is kept. The highlights that `filter` takes and that have
    /// a place in the text come back, in order; those without a place are told.
    pub(super) fn recall(&self, briefing: &mut Briefing, filter: &Filter) -> Vec<Highlight> {
        let Some(folders) = &self.folders else { return Vec::new() };
        let set = AnnotationSet::open(&folders.data, &briefing.document);
        set.diagnostics().iter().for_each(|d| complain(&d.message));
        let orphans = set.orphans().count();
        if orphans > 0 {
            complain(&format!(
                "{}: {orphans} highlight(s) have no place in the text and are left out",
                briefing.document.id
            ));
        }
        briefing.annotations = set.annotations();
        briefing.recall_marks();
        let taken = |annotation: &Annotation| {
            (filter.colour.is_empty() || filter.colour.iter().any(|c| self.is_called(annotation.colour, c)))
                && (filter.tag.is_empty() || filter.tag.iter().any(|t| annotation.tags.contains(t)))
        };
        set.list()
            .filter(|(_, annotation)| taken(annotation))
            .map(|(anchor, own)| Highlight::of(anchor.span, own, self.name(own.colour)))
            .collect()
    }
}
