//! `attache verify`: does each quote of an export stand in the briefing?

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::export::{Standing, verify};
use crate::import;

use super::inputs::{Input, expand};
use super::output::{Outcome, complain, deliver};

/// What `verify` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// An export in json, jsonl or web-annotation, or - for standard input
    #[arg(value_name = "EXPORT")]
    export: PathBuf,
    /// The briefing that it was made of
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// The text of the export.
fn text_of(path: &Path) -> Result<String, String> {
    let name = path.display();
    let read = if path == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("{name}: no such file; check the name"),
        ErrorKind::InvalidData => {
            format!("{name}: not text; verify reads exports in json, jsonl and web-annotation")
        }
        _ => format!("{name}: cannot be read: {error}"),
    })
}

/// Checks each quote; one that is missing is named and makes the command fail.
pub(super) fn run(args: &Args) -> Outcome {
    let name = args.export.display();
    let checked = text_of(&args.export).and_then(|export| {
        let document = match expand(std::slice::from_ref(&args.file)).as_slice() {
            [one @ Input::File(_)] => one.open(&import::Options::default())?,
            _ => return Err(format!("{}: is no file; name the briefing", args.file.display())),
        };
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
