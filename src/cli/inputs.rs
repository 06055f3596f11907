//! What the paths on the command line mean.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::briefing::library;
use crate::document::Document;
use crate::import::{self, LARGEST};

/// One thing to read, in the order of the command line.
#[derive(Debug)]
pub(super) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Standard,
    /// A folder that gives nothing, as its error line.
    Fault(String),
}

/// The inputs that `paths` name: files as they are, folders as the briefings in them, `-` as standard input.
pub(super) fn expand(paths: &[PathBuf]) -> Vec<Input> {
    let mut out = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            out.push(Input::Standard);
        } else if path.is_dir() {
            out.extend(library::briefings(path).into_iter().map(|found| match found {
                Ok(file) => Input::File(file),
                Err(error) => Input::Fault(error.to_string()),
            }));
        } else {
            out.push(Input::File(path.clone()));
        }
    }
    out
}

impl Input {
    /// Reads it; the error is one line.
    pub(super) fn open(&self, options: &import::Options) -> Result<Document, String> {
        match self {
            Self::File(path) => import::open(path, options).map_err(|e| e.to_string()),
            Self::Standard => standard(options),
            Self::Fault(line) => Err(line.clone()),
        }
    }

    /// The file, if it is one.
    pub(super) fn path(&self) -> Option<&Path> {
        if let Self::File(path) = self { Some(path) } else { None }
    }
}

fn standard(options: &import::Options) -> Result<Document, String> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|e| format!("-: standard input cannot be read: {e}"))?;
    import::read(&bytes, None, options).map_err(|e| e.to_string())
}

/// The error line for an input whose analysis broke off.
pub(super) fn fault_of_ours(input: Option<&Input>) -> String {
    let name = input.and_then(Input::path).map_or("-".into(), |p| p.display().to_string());
    format!("{name}: could not be analysed; this is a fault of attache, please report it with the file")
}
