//! `attache export`: key points in the formats of other programs.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;

use crate::document::Document;
use crate::export::{Format, Item, PointKind, Rendered, Selection, render};
use crate::extract::{KeyPoints, extract};

use super::inputs::{Input, expand};
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
    /// Leave the other kinds out
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    only: Vec<Kind>,
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
pub(super) enum Kind {
    Participants,
    Parties,
    Commitments,
    Meetings,
}

impl Kind {
    pub(super) const fn of_point(self) -> PointKind {
        match self {
            Self::Participants => PointKind::Participant,
            Self::Parties => PointKind::Party,
            Self::Commitments => PointKind::Commitment,
            Self::Meetings => PointKind::Meeting,
        }
    }
}

/// Exports the briefings.
pub(super) fn run(args: &Args) -> Outcome {
    let inputs = expand(&args.paths);
    if let Some(line) = writes_over_an_input(args.output.as_deref(), &inputs) {
        complain(&line);
        return Outcome::Usage;
    }
    let Some(format) = Format::named(&args.format) else { return Outcome::Usage };
    let mut failed = false;
    let read = read_all(&inputs, args, &mut failed);
    let items: Vec<Item> =
        read.iter().map(|(document, points)| Item { document, points, highlights: &[] }).collect();
    if items.is_empty() {
        return Outcome::of(failed);
    }
    match args.output.as_deref().filter(|o| o.is_dir()) {
        Some(folder) => {
            for item in &items {
                let file = folder.join(format!("{}.{}", safe_name(&item.document.id), format.ending()));
                failed |= !save(&render(format, &[*item]), Some(&file), args.force);
            }
        }
        None => failed |= !save(&render(format, &items), args.output.as_deref(), args.force),
    }
    Outcome::of(failed)
}

fn read_all(inputs: &[Input], args: &Args, failed: &mut bool) -> Vec<(Document, KeyPoints)> {
    let lexicon = options::lexicon();
    let selection = Selection::kinds(args.only.iter().map(|k| k.of_point()));
    let work = |input: &Input| {
        input.open(&args.reading.options()).map(|document| {
            let points = selection.of(&extract(&document, &lexicon));
            (document, points)
        })
    };
    let mut read = Vec::new();
    let mut order = inputs.iter();
    batch::in_order(options::cores(), inputs, work, |result| {
        let input = order.next();
        match result.unwrap_or_else(|| Err(super::inputs::fault_of_ours(input))) {
            Ok(briefing) => read.push(briefing),
            Err(line) => {
                complain(&line);
                *failed = true;
            }
        }
        std::ops::ControlFlow::Continue(())
    });
    read
}

/// The name of a file to write for a briefing: one part of a path, whatever the briefing is called.
fn safe_name(id: &str) -> String {
    if id == "-" { "standard-input".into() } else { id.replace(['/', '\\'], "-") }
}

/// Whether it could be written.
fn save(rendered: &Rendered, path: Option<&Path>, force: bool) -> bool {
    rendered.remarks.iter().for_each(|line| complain(line));
    deliver(&rendered.text, path, force).map_err(|line| complain(&line)).is_ok()
}
