//! `attache export`: key points in the formats of other programs.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::briefing::Briefing;
use crate::config;
use crate::export::{
    Format, Highlight, Item, PointId, PointKind, Rendered, Selection, render, render_template,
};
use crate::extract::{KeyPoints, extract};

use super::batch;
use super::guard::Briefings;
use super::inputs::{Input, expand, fault_of_ours};
use super::options::{self, Reading};
use super::output::{Outcome, complain, deliver};
use super::own;

const EXAMPLES: &str = "\
Examples:
  attache export talks.txt                           a note, with quotes and ways back
  attache export -f csv briefings/ -o points.csv     a table of all points
  attache export -f ics briefings/ -o meetings.ics   a calendar of the meetings to come
  attache export -f todo --only commitments talks.txt
  attache export --marked talks.txt                  what you marked in the reader, and your highlights
  attache export --only highlights --tag press talks.txt

Every point goes out with its quote and its paragraph. Points that you dismissed in the reader stay out.
Templates are written in the language of Jinja; the README tells what they can use.";

/// What `export` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Briefings: files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The format
    #[arg(short, long, default_value = "markdown", value_parser = formats())]
    format: String,
    /// Fill in a template instead: a file, or the name of one in templates/ in the config folder
    #[arg(short, long, value_name = "TEMPLATE", conflicts_with = "format")]
    template: Option<PathBuf>,
    /// Leave the other kinds out, as in commitments,meetings
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    only: Vec<Kind>,
    /// Only the points that you marked in the reader; your highlights go with them
    #[arg(long)]
    marked: bool,
    #[command(flatten)]
    highlights: own::Filter,
    #[command(flatten)]
    reading: Reading,
    /// Write to a file instead of standard output; to a folder, one file for each briefing
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
}

/// The formats by name, each with what it is.
fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(Format::ALL.iter().map(|f| PossibleValue::new(f.name()).help(f.about())))
}

/// Kinds of points, as the command line names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Participants,
    Parties,
    Commitments,
    Meetings,
    Highlights,
}

impl Kind {
    const fn of_point(self) -> PointKind {
        match self {
            Self::Participants => PointKind::Participant,
            Self::Parties => PointKind::Party,
            Self::Commitments => PointKind::Commitment,
            Self::Meetings => PointKind::Meeting,
            Self::Highlights => PointKind::Highlight,
        }
    }
}

/// How points become text.
enum Shape {
    Format(Format),
    /// Name and text.
    Template(String, String),
}

impl Shape {
    fn of(args: &Args) -> Result<Self, String> {
        match &args.template {
            Some(template) => own_template(template).map(|(name, text)| Self::Template(name, text)),
            None => Format::named(&args.format)
                .map(Self::Format)
                .ok_or_else(|| format!("no format {}", args.format)),
        }
    }

    fn render(&self, items: &[Item<'_>]) -> Result<Rendered, String> {
        match self {
            Self::Format(format) => Ok(render(*format, items)),
            Self::Template(name, text) => {
                render_template(name, text, items).map(Rendered::from).map_err(|e| e.to_string())
            }
        }
    }

    fn ending(&self) -> &str {
        match self {
            Self::Format(format) => format.ending(),
            Self::Template(name, _) => name.rsplit_once('.').map_or("txt", |(_, ending)| ending),
        }
    }
}

/// Name and text of the template that `path` names.
fn own_template(path: &Path) -> Result<(String, String), String> {
    let own = config::folders().map(|f| f.config.join("templates").join(path)).filter(|p| p.is_file());
    let file = if path.is_file() { path.to_owned() } else { own.unwrap_or_else(|| path.to_owned()) };
    let name = file.display().to_string();
    match config::text_of(&file) {
        Ok(Some(text)) => Ok((name, text)),
        Ok(None) => Err(format!("{name}: no such template; put it into templates/ in the config folder")),
        Err(error) => Err(format!("{name}: cannot be read: {error}")),
    }
}

/// A briefing with what was selected of it.
struct Selected {
    briefing: Briefing,
    points: KeyPoints,
    highlights: Vec<Highlight>,
}

impl Selected {
    /// What `args` selects of `briefing`, of which `highlights` are the user's own; `None` when nothing of it is marked
    /// and only that is asked for.
    fn of(briefing: Briefing, highlights: Vec<Highlight>, args: &Args) -> Option<Self> {
        let shown = briefing.ids().filter(|id| !briefing.is_dismissed(*id));
        let taken = shown.filter(|id| !args.marked || briefing.is_marked(*id)).map(PointId::from);
        let mut selection = Selection::kinds(args.only.iter().map(|k| k.of_point()));
        let highlights = selection.pick(PointKind::Highlight, &highlights);
        selection.points = Some(taken.collect());
        let points = selection.of(&briefing.points);
        let left_out = args.marked && briefing.marked().next().is_none() && highlights.is_empty();
        (!left_out).then_some(Self { briefing, points, highlights })
    }

    fn item(&self) -> Item<'_> {
        Item { document: &self.briefing.document, points: &self.points, highlights: &self.highlights }
    }
}

/// Exports the briefings.
pub(super) fn run(args: &Args) -> Outcome {
    let inputs = expand(&args.paths);
    let (briefings, store) = (Briefings::of(&inputs), own::Store::open());
    let refusal = args.output.as_deref().and_then(|o| briefings.refusal(o)).map_or(Ok(()), Err);
    let shape = match refusal.and_then(|()| store.knows(&args.highlights)).and_then(|()| Shape::of(args)) {
        Ok(shape) => shape,
        Err(line) => {
            complain(&line);
            return Outcome::Usage;
        }
    };
    let mut failed = false;
    let selected = select_all(&inputs, &store, args, &mut failed);
    let items: Vec<Item> = selected.iter().map(Selected::item).collect();
    if items.is_empty() {
        return Outcome::of(failed);
    }
    match args.output.as_deref().filter(|o| o.is_dir()) {
        Some(folder) => {
            for item in &items {
                let file = folder.join(format!("{}.{}", safe_name(&item.document.id), shape.ending()));
                let refusal = briefings.refusal(&file).map_or(Ok(()), Err);
                failed |= !save(refusal.and_then(|()| shape.render(&[*item])), Some(&file), args.force);
            }
        }
        None => failed |= !save(shape.render(&items), args.output.as_deref(), args.force),
    }
    Outcome::of(failed)
}

fn select_all(inputs: &[Input], store: &own::Store, args: &Args, failed: &mut bool) -> Vec<Selected> {
    let lexicon = options::lexicon();
    let work = |input: &Input| {
        let document = store.read(input, &args.reading)?;
        let points = extract(&document, &lexicon);
        Ok(Briefing { points, ..Briefing::new(document) })
    };
    let mut out = Vec::new();
    let mut order = inputs.iter();
    batch::in_order(options::cores(), inputs, work, |result: Option<Result<_, String>>| {
        let input = order.next();
        match result.unwrap_or_else(|| Err(fault_of_ours(input))) {
            Ok(mut briefing) => {
                let highlights = store.recall(&mut briefing, &args.highlights);
                let id = briefing.document.id.clone();
                match Selected::of(briefing, highlights, args) {
                    Some(selected) => out.push(selected),
                    None => complain(&format!("{id}: nothing is marked; Space marks a point in the reader")),
                }
            }
            Err(line) => {
                complain(&line);
                *failed = true;
            }
        }
        std::ops::ControlFlow::Continue(())
    });
    out
}

/// The name of a file to write for a briefing: one part of a path, whatever the briefing is called.
fn safe_name(id: &str) -> String {
    if id == "-" { "standard-input".into() } else { id.replace(['/', '\\'], "-") }
}

/// Whether it could be made and written.
fn save(rendered: Result<Rendered, String>, path: Option<&Path>, force: bool) -> bool {
    let saved = rendered.and_then(|rendered| {
        rendered.remarks.iter().for_each(|line| complain(line));
        deliver(&rendered.text, path, force)
    });
    saved.map_err(|line| complain(&line)).is_ok()
}
