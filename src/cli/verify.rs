//! `attache verify`: does each quote of an export stand in the briefing?

use std::path::PathBuf;

use crate::export::{Standing, verify};
use crate::import;

use super::inputs::Input;
use super::output::{Outcome, complain, deliver};

/// What `verify` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// An export in json, jsonl or web-annotation
    #[arg(value_name = "EXPORT")]
    export: PathBuf,
    /// The briefing that it was made of
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Checks each quote; one that is missing is named and makes the command fail.
pub(super) fn run(args: &Args) -> Outcome {
    let name = args.export.display();
    let checked = std::fs::read_to_string(&args.export)
        .map_err(|e| format!("{name}: cannot be read: {e}"))
        .and_then(|export| {
            let document = Input::File(args.file.clone()).open(&import::Options::default())?;
            verify(&export, &document).map_err(|e| format!("{name}: {e}"))
        });
    let checked = match checked {
        Ok(checked) => checked,
        Err(line) => {
            complain(&line);
            return Outcome::Failed;
        }
    };
    let count = |standing| checked.iter().filter(|c| c.standing == standing).count();
    let missing = count(Standing::Missing);
    for quote in checked.iter().filter(|c| c.standing == Standing::Missing) {
        complain(&format!("{}: does not say “{}”", args.file.display(), quote.quote));
    }
    let told = format!(
        "{} quotes: {} in place, {} moved, {missing} missing\n",
        checked.len(),
        count(Standing::InPlace),
        count(Standing::Moved)
    );
    if let Err(line) = deliver(&told, None, false) {
        complain(&line);
        return Outcome::Failed;
    }
    Outcome::of(missing > 0)
}
