//! The user's own highlights of a briefing, for exports.

use crate::annotate::{Annotation, AnnotationSet, Ledger};
use crate::config;
use crate::document::Document;
use crate::export::Highlight;

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

    /// The highlights of `document` that `filter` takes and that have a place in its text, in order; those without a
    /// place are told.
    pub(super) fn of(&self, document: &Document, filter: &Filter) -> Vec<Highlight> {
        let (Some(folders), Some(ledger)) = (&self.folders, &self.ledger) else { return Vec::new() };
        let set = AnnotationSet::open(&folders.data, document);
        set.diagnostics().iter().for_each(|d| complain(&d.message));
        let orphans = set.orphans().count();
        if orphans > 0 {
            complain(&format!(
                "{}: {orphans} highlight(s) have no place in the text and are left out",
                document.id
            ));
        }
        let taken = |annotation: &Annotation| {
            let (number, name) =
                (annotation.colour.number().to_string(), ledger.colour_name(annotation.colour));
            (filter.colour.is_empty() || filter.colour.iter().any(|c| *c == number || *c == name))
                && (filter.tag.is_empty() || filter.tag.iter().any(|t| annotation.tags.contains(t)))
        };
        set.list()
            .filter(|(_, annotation)| taken(annotation))
            .map(|(anchor, annotation)| Highlight {
                span: anchor.span,
                colour: Some(ledger.colour_name(annotation.colour)),
                note: (!annotation.note.is_empty()).then(|| annotation.note.clone()),
                tags: annotation.tags.clone(),
            })
            .collect()
    }
}
