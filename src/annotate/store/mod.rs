//! The store: annotations in files, one for each briefing, under a data folder.
//!
//! A store is read, changed and written under a lock each time something changes, so that two readers of one briefing
//! take turns and the file always holds what both did. It knows nothing of where words stand in a text.

mod error;
mod file;
mod ledger;
mod locate;
mod migrate;
mod wire;

use std::path::{Path, PathBuf};

use super::change::{Entry, Op, State};
use crate::base::Diagnostic;
use crate::document::Document;

pub use error::StoreError;
pub use ledger::{Ledger, Recent};
use wire::{Head, Parsed};

/// The store of one briefing.
#[derive(Debug)]
pub struct Store {
    file: PathBuf,
    head: Head,
    /// The text of the file when last read or written, to know whether somebody else wrote.
    seen: Option<String>,
    /// A store that must not be written, since a later attache wrote it.
    newer: Option<i64>,
}

impl Store {
    /// The store of `document` under `data`, what it holds, and what was strange about it. A store that cannot be read
    /// at all counts as empty, and says so.
    pub fn open(data: &Path, document: &Document) -> (Self, State, Vec<Diagnostic>) {
        let place = locate::place(data, document);
        let mut store = Self { file: place.file, head: place.head, seen: None, newer: None };
        let mut remarks = Vec::new();
        let opened = store.load(&mut remarks).and_then(|found| match found {
            Some(parsed) => Ok(parsed),
            None => store.adopt(data, &document.sha256, &mut remarks),
        });
        let parsed = opened.unwrap_or_else(|error| {
            remarks.push(Diagnostic::warning(error.to_string()));
            Parsed::default()
        });
        (store, parsed.state, remarks)
    }

    /// Whether something is kept of `document` under `data`, under the name that it has now.
    pub fn exists(data: &Path, document: &Document) -> bool {
        locate::place(data, document).file.is_file()
    }

    /// Reads the store if it is there. What is damaged is set aside first.
    fn load(&mut self, remarks: &mut Vec<Diagnostic>) -> Result<Option<Parsed>, StoreError> {
        let Some(text) = file::read(&self.file)? else { return Ok(None) };
        let parsed = wire::parse(&text);
        self.newer = parsed.newer;
        if let Some(error) = self.refusal() {
            return Err(error);
        }
        self.seen = Some(text);
        if parsed.faults.is_empty() {
            return Ok(Some(parsed));
        }
        let _guard = file::lock(&self.file)?;
        self.mend(remarks).map(Some)
    }

    /// Sets a damaged store aside and writes what is left of it; under the lock.
    fn mend(&mut self, remarks: &mut Vec<Diagnostic>) -> Result<Parsed, StoreError> {
        let text = file::read(&self.file)?.unwrap_or_default();
        let parsed = wire::parse(&text);
        if parsed.faults.is_empty() {
            self.seen = Some(text);
            return Ok(parsed);
        }
        let aside = file::set_aside(&self.file)?;
        self.save(&parsed.state)?;
        let count = parsed.state.live().count();
        remarks.push(
            Diagnostic::warning(format!("damaged highlights: {}; {count} could be read", parsed.faults[0]))
                .with_hint(format!("the file as it was is kept as {}", aside.display())),
        );
        Ok(parsed)
    }

    /// Takes over the store of a briefing with the same bytes: the same file under its old name, or a copy of it.
    fn adopt(&mut self, data: &Path, sha: &str, remarks: &mut Vec<Diagnostic>) -> Result<Parsed, StoreError> {
        let Some((old, moved)) = locate::same_bytes(data, sha) else { return Ok(Parsed::default()) };
        let _guards = (file::lock(&self.file)?, file::lock(&old)?);
        let Some(text) = file::read(&old)? else { return Ok(Parsed::default()) };
        let mut parsed = wire::parse(&text);
        if parsed.newer.is_some() || !parsed.faults.is_empty() {
            return Ok(Parsed::default());
        }
        let from = std::mem::replace(&mut parsed.head.path, self.head.path.clone());
        self.save(&parsed.state)?;
        if moved {
            file::remove(&old);
        }
        let how = if moved { "moved here from" } else { "copied from" };
        remarks.push(Diagnostic::info(format!("highlights {how} {from}")));
        Ok(parsed)
    }

    /// Carries `operations` out on what the file holds now (on `state` when there is no file) and writes the result.
    ///
    /// The new state, with what the last operation did. Nothing changed when this fails.
    pub fn update(&mut self, state: &State, operations: &[Op]) -> Result<(State, Option<Entry>), StoreError> {
        if let Some(error) = self.refusal() {
            return Err(error);
        }
        let _guard = file::lock(&self.file)?;
        let text = file::read(&self.file)?;
        let mut state = match text {
            Some(text) if self.seen.as_ref() != Some(&text) => {
                let parsed = wire::parse(&text);
                self.newer = parsed.newer;
                if let Some(error) = self.refusal() {
                    return Err(error);
                }
                if !parsed.faults.is_empty() {
                    file::set_aside(&self.file)?;
                }
                parsed.state
            }
            Some(_) | None => state.clone(),
        };
        let mut done = None;
        for operation in operations {
            done = state.run(operation);
        }
        self.save(&state)?;
        Ok((state, done))
    }

    /// What the file holds, if somebody else wrote it since it was last seen.
    pub fn news(&mut self) -> Result<Option<State>, StoreError> {
        let Some(text) = file::read(&self.file)? else { return Ok(None) };
        if self.seen.as_ref() == Some(&text) {
            return Ok(None);
        }
        let parsed = wire::parse(&text);
        if parsed.newer.is_some() || !parsed.faults.is_empty() {
            return Ok(None);
        }
        self.seen = Some(text);
        Ok(Some(parsed.state))
    }

    /// Notes that targets are from now on fitted to the bytes with this hash.
    pub fn fitted_to(&mut self, sha256: &str) {
        sha256.clone_into(&mut self.head.sha256);
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    fn refusal(&self) -> Option<StoreError> {
        let version = self.newer?;
        Some(StoreError::Newer { path: self.file.clone(), version, known: migrate::VERSION })
    }

    /// Writes `state`; under the lock.
    fn save(&mut self, state: &State) -> Result<(), StoreError> {
        let text = wire::print(&self.head, state).map_err(|error| StoreError::Unprintable {
            path: self.file.clone(),
            message: error.to_string(),
        })?;
        file::write(&self.file, &text)?;
        self.seen = Some(text);
        Ok(())
    }
}
