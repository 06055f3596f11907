//! `attache export`: key points in the formats of other programs.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use crate::config;
use crate::document::Document;
use crate::export::{Format, Highlight, Item, PointKind, Rendered, Selection, render, render_template};
use crate::extract::{KeyPoints, extract};

use super::highlights;
use super::inputs::{Input, expand, fault_of_ours};
use super::options::{self, Reading};
use super::output::{Outcome, complain, deliver};
use super::{batch, writes_over_an_input};

/// What `export` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Briefings: files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The format
    #[arg(short, long, default_value = "markdown", value_parser = PossibleValuesParser::new(Format::ALL.iter().map(|f| f.name())))]
    format: String,
    /// Fill in a template instead: a file, or the name of one in templates/ in the config folder
    #[arg(short, long, value_name = "TEMPLATE", conflicts_with = "format")]
    template: Option<PathBuf>,
    /// Leave the other kinds out
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    only: Vec<Kind>,
    #[command(flatten)]
    highlights: highlights::Filter,
    #[command(flatten)]
    reading: Reading,
    /// Write to a file instead of standard output; to a folder, one file for each briefing
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace files that exist
    #[arg(long)]
    force: bool,
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
    document: Document,
    points: KeyPoints,
    highlights: Vec<Highlight>,
}

impl Selected {
    fn item(&self) -> Item<'_> {
        Item { document: &self.document, points: &self.points, highlights: &self.highlights }
    }
}

/// Exports the briefings.
pub(super) fn run(args: &Args) -> Outcome {
    let inputs = expand(&args.paths);
    let shape = match writes_over_an_input(args.output.as_deref(), &inputs) {
        Some(line) => Err(line),
        None => Shape::of(args),
    };
    let shape = match shape {
        Ok(shape) => shape,
        Err(line) => {
            complain(&line);
            return Outcome::Usage;
        }
    };
    let mut failed = false;
    let selected = select_all(&inputs, args, &mut failed);
    let items: Vec<Item> = selected.iter().map(Selected::item).collect();
    if items.is_empty() {
        return Outcome::of(failed);
    }
    match args.output.as_deref().filter(|o| o.is_dir()) {
        Some(folder) => {
            for item in &items {
                let name = format!("{}.{}", safe_name(&item.document.id), shape.ending());
                failed |= !save(shape.render(&[*item]), Some(&folder.join(name)), args.force);
            }
        }
        None => failed |= !save(shape.render(&items), args.output.as_deref(), args.force),
    }
    Outcome::of(failed)
}

fn select_all(inputs: &[Input], args: &Args, failed: &mut bool) -> Vec<Selected> {
    let (lexicon, store) = (options::lexicon(), highlights::Store::open());
    let selection = Selection::kinds(args.only.iter().map(|k| k.of_point()));
    let work = |input: &Input| {
        let document = input.open(&args.reading.options())?;
        let points = selection.of(&extract(&document, &lexicon));
        Ok((document, points))
    };
    let mut out = Vec::new();
    let mut order = inputs.iter();
    batch::in_order(options::cores(), inputs, work, |result: Option<Result<_, String>>| {
        let input = order.next();
        match result.unwrap_or_else(|| Err(fault_of_ours(input))) {
            Ok((document, points)) => {
                let highlights = store.of(&document, &args.highlights);
                let highlights = selection.pick(PointKind::Highlight, &highlights);
                out.push(Selected { document, points, highlights });
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
