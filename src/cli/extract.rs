//! `attache extract`: key points as JSON.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use jiff::civil::Date;

use crate::export::wire::{Record, With};
use crate::extract::{Lexicon, extract};
use crate::import;

/// What `extract` is asked.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Briefings to read.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The shape of the output.
    #[arg(long, default_value = "jsonl", value_parser = ["jsonl"])]
    format: String,
    /// The date to take for each document's, as 2024-08-20.
    #[arg(long)]
    date: Option<Date>,
}

/// Prints one line of JSON for each briefing.
pub fn run(args: &Args) -> ExitCode {
    let lexicon = Lexicon::standard();
    let options = import::Options { date: args.date, ..import::Options::default() };
    let mut out = io::stdout().lock();
    let mut failed = false;
    for path in &args.paths {
        match import::open(path, &options) {
            Ok(document) => {
                let points = extract(&document, &lexicon);
                if Record::of(&document, &points, With::default()).write_line(&mut out).is_err() {
                    return ExitCode::SUCCESS;
                }
            }
            Err(error) => {
                eprintln!("attache: {error}");
                failed = true;
            }
        }
    }
    let _ = out.flush();
    ExitCode::from(u8::from(failed))
}
