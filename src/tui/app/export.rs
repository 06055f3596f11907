//! What is exported of a briefing: which points and highlights, in which format, and to where.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{App, Filter};
use crate::annotate::Annotation;
use crate::briefing::PointId;
use crate::export::{self, Format, Highlight, PointKind, Rendered, Selection};
use crate::tui::effect::{Effect, Written};
use crate::tui::layer::{ExportDialog, Reply};

/// Which points and highlights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Those with a mark.
    Marked,
    /// Those that the list of points shows, with its filters.
    Shown,
    /// Everything that was not dismissed.
    All,
}

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A file.
    File,
    /// The clipboard of the terminal.
    Clipboard,
}

/// In which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// One that attache knows.
    Known(Format),
    /// A template of the user's own, by its file name.
    Template(String),
}

impl Form {
    /// The name it is chosen by.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(format) => format.name(),
            Self::Template(name) => name,
        }
    }

    /// What it is for, in a few words.
    pub fn about(&self) -> &'static str {
        match self {
            Self::Known(format) => format.about(),
            Self::Template(_) => "a template of your own",
        }
    }

    /// How the name of a file of it ends.
    fn ending(&self) -> &str {
        match self {
            Self::Known(format) => format.ending(),
            Self::Template(name) => {
                let name = name.trim_end_matches(".j2").trim_end_matches(".jinja");
                name.rsplit_once('.').map_or("txt", |(_, ending)| ending)
            }
        }
    }
}

/// Everything that is chosen before an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The form.
    pub form: Form,
    /// Which points.
    pub what: What,
    /// The kinds of points that are left out.
    pub without: BTreeSet<PointKind>,
    /// Of one's own highlights, only those of a colour or tag; `None` for all.
    pub only: Option<Filter>,
    /// Where to.
    pub target: Target,
}

/// An export, made but not yet written.
#[derive(Debug, Clone, Default)]
pub struct Export {
    /// The text, and what could not be carried over.
    pub rendered: Rendered,
    /// Why there is no text: what is wrong with the template, and where.
    pub fault: Option<String>,
    /// How many points are in it.
    pub points: usize,
    /// How many highlights are in it.
    pub highlights: usize,
}

impl App {
    /// Opens the dialog.
    pub(super) fn open_export(&mut self) {
        let dialog = ExportDialog::new(self);
        self.push(Box::new(dialog));
    }

    /// What is chosen at first: what is marked, if anything is.
    pub fn first_choices(&self) -> Choices {
        let marked = self.reading().briefing.marked_count() > 0;
        Choices {
            form: Form::Known(Format::Markdown),
            what: if marked { What::Marked } else { What::Shown },
            without: BTreeSet::new(),
            only: self.reading().list.filter.clone(),
            target: Target::File,
        }
    }

    /// Makes the export that was chosen.
    pub fn export(&self, choices: &Choices) -> Export {
        let reading = self.reading();
        let briefing = &reading.briefing;
        let listed = |id: PointId| reading.list.shows(id.category);
        let wanted =
            briefing.ids().filter(|id| !briefing.is_dismissed(*id)).filter(|id| match choices.what {
                What::Marked => briefing.is_marked(*id),
                What::Shown => listed(*id),
                What::All => true,
            });
        let taken: BTreeSet<export::PointId> =
            wanted.map(export::PointId::from).filter(|id| !choices.without.contains(&id.kind)).collect();
        let highlights = if choices.without.contains(&PointKind::Highlight) {
            Vec::new()
        } else {
            self.highlights(choices)
        };
        let count = (taken.len(), highlights.len());
        let selection = Selection { points: Some(taken), ..Selection::default() };
        let points = selection.of(&briefing.points);
        let item = export::Item { document: &briefing.document, points: &points, highlights: &highlights };
        let rendered = match &choices.form {
            Form::Known(format) => Ok(export::render(*format, &[item])),
            Form::Template(name) => {
                let own = self.templates.iter().find(|(own, _)| own == name);
                let source = own.map_or("", |(_, source)| source.as_str());
                export::render_template(name, source, &[item]).map(Rendered::from).map_err(|e| e.to_string())
            }
        };
        let fault = rendered.as_ref().err().cloned();
        Export { rendered: rendered.unwrap_or_default(), fault, points: count.0, highlights: count.1 }
    }

    /// Every form there is, the user's own templates last.
    pub fn forms(&self) -> Vec<Form> {
        let own = self.templates.iter().map(|(name, _)| Form::Template(name.clone()));
        Format::ALL.iter().map(|format| Form::Known(*format)).chain(own).collect()
    }

    /// Those of one's own highlights that were chosen.
    fn highlights(&self, choices: &Choices) -> Vec<Highlight> {
        let reading = self.reading();
        let kept = &reading.briefing.annotations;
        let taken = |own: &Annotation| match choices.what {
            What::Marked => kept.is_marked(&own.id),
            What::Shown => !reading.list.no_own,
            What::All => true,
        };
        kept.placed
            .iter()
            .filter(|(_, own)| taken(own) && choices.only.as_ref().is_none_or(|only| only.lets(own)))
            .map(|(anchor, own)| Highlight::of(anchor.span, own, self.colour_name(own.colour)))
            .collect()
    }

    /// The name that is proposed for a file of `form`.
    pub fn proposed_name(&self, form: &Form) -> String {
        let path = self.reading().briefing.document.path.as_ref();
        let stem = path.and_then(|p| p.file_stem()).map_or("briefing".into(), |s| s.to_string_lossy());
        format!("{}-points.{}", crate::tui::on_one_line(&stem), form.ending())
    }

    /// Asks for `text` to be written to `path`, never over a briefing that is open.
    pub fn write_export(&mut self, path: PathBuf, text: String, force: bool) {
        let open = self.readings().iter().filter_map(|r| r.briefing.document.path.clone());
        let never = open.collect();
        self.ask(Effect::Write { path, text, force, never });
    }

    /// Takes in what came of writing: the dialog that asked for it hears first.
    pub(super) fn hear_written(&mut self, name: &str, outcome: &Written) {
        let mut layers = std::mem::take(&mut self.layers);
        let mut taken = false;
        layers.retain_mut(|layer| {
            let reply = layer.written(name, outcome);
            taken |= reply != Reply::Pass;
            reply != Reply::Close
        });
        self.layers = layers;
        match outcome {
            Written::Done(bytes) => self.notice(format!("written: {name}, {}", size(*bytes))),
            _ if taken => {}
            Written::Exists => self.error(format!("{name}: is there already; choose another name")),
            Written::Failed(why) => self.error(format!("{name}: {why}")),
        }
        self.change();
    }
}

/// A number of bytes as a person reads it.
pub fn size(bytes: usize) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{:.1} KB", bytes as f64 / 1024.0),
        _ => format!("{:.1} MB", bytes as f64 / 1_048_576.0),
    }
}
