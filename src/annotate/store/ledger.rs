//! The ledger: which briefings were read lately, how far, what the user calls the five colours, and the theme last chosen.
//!
//! One file for all briefings, written like a store: under a lock, in one stroke, on what others wrote in the meantime.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{StoreError, file, locate};
use crate::annotate::model::{day, time};
use crate::annotate::{Colour, Target};
use crate::base::Diagnostic;
use crate::document::Document;

/// How many briefings are remembered.
const KEPT: usize = 500;
/// The version that is written.
const VERSION: i64 = 1;

/// A briefing that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its file, as an absolute path.
    pub path: PathBuf,
    /// SHA-256 of its bytes when it was read.
    #[serde(default)]
    pub sha256: String,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// When it was last read.
    #[serde(with = "time")]
    pub opened: Timestamp,
    /// The date that the user gave it, where the text states none or a wrong one.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub date: Option<Date>,
    /// The words at the top of the screen; `None` at the very beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Target>,
}

impl Recent {
    /// What is known of `document`, the file at `path`, when it is first read.
    fn of(document: &Document, path: PathBuf, now: Timestamp) -> Self {
        let title = document.metadata.title.clone().unwrap_or_else(|| document.id.clone());
        Self { path, sha256: document.sha256.clone(), title, opened: now, position: None, date: None }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Shape {
    #[serde(default)]
    version: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(default)]
    colours: Vec<String>,
    #[serde(default)]
    recent: Vec<Recent>,
}

/// Recent briefings, the last one first, and the names of the colours.
#[derive(Debug, Clone)]
pub struct Ledger {
    file: PathBuf,
    shape: Shape,
}

impl Ledger {
    /// The ledger under `data`. A damaged one is set aside, one that cannot be read counts as empty; both are said.
    pub fn open(data: &Path) -> (Self, Vec<Diagnostic>) {
        let file = data.join("ledger.toml");
        let mut ledger = Self { file, shape: Shape::default() };
        let remarks = match ledger.load() {
            Ok(()) => None,
            Err(Fault::Store(error)) => Some(Diagnostic::warning(error.to_string())),
            Err(Fault::Damaged(what)) => Some(match file::set_aside(&ledger.file) {
                Ok(aside) => {
                    file::remove(&ledger.file);
                    Diagnostic::warning(format!("damaged list of recent briefings: {what}"))
                        .with_hint(format!("the file as it was is kept as {}", aside.display()))
                }
                Err(error) => Diagnostic::warning(error.to_string()),
            }),
        };
        (ledger, remarks.into_iter().collect())
    }

    /// Recent briefings, the last one first.
    pub fn recent(&self) -> &[Recent] {
        &self.shape.recent
    }

    /// What is known of `document`'s file, or of another file with the same bytes.
    pub fn find(&self, document: &Document) -> Option<&Recent> {
        let path = locate::absolute(document.path.as_deref()?);
        let here = self.shape.recent.iter().find(|r| r.path == path);
        here.or_else(|| self.shape.recent.iter().find(|r| r.sha256 == document.sha256))
    }

    /// Remembers that `document` was read at `now` down to `position`.
    pub fn remember(
        &mut self,
        document: &Document,
        position: Option<Target>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.note(document, now, |recent| recent.position = position)
    }

    /// Remembers the date that the user gave `document`; `None` takes it back.
    pub fn set_date(
        &mut self,
        document: &Document,
        date: Option<Date>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.note(document, now, |recent| recent.date = date)
    }

    /// Notes something about `document`, which is the briefing that was read last from now on.
    fn note(
        &mut self,
        document: &Document,
        now: Timestamp,
        what: impl FnOnce(&mut Recent),
    ) -> Result<(), StoreError> {
        let Some(path) = document.path.as_deref().map(locate::absolute) else { return Ok(()) };
        self.change(|shape| {
            let known = shape.recent.iter().position(|r| r.path == path);
            let twin = || shape.recent.iter().position(|r| r.sha256 == document.sha256);
            let (date, position) = known
                .or_else(twin)
                .and_then(|at| shape.recent.get(at))
                .map_or((None, None), |r| (r.date, r.position.clone()));
            let mut recent = Recent { date, position, ..Recent::of(document, path, now) };
            what(&mut recent);
            shape.recent.retain(|r| r.path != recent.path);
            shape.recent.insert(0, recent);
            shape.recent.truncate(KEPT);
        })
    }

    /// What the user calls `colour`; its number when the user never said.
    ///
    /// ```
    /// use attache::annotate::{Colour, Ledger};
    ///
    /// let folder = tempfile::tempdir().unwrap();
    /// let (mut ledger, _) = Ledger::open(folder.path());
    /// let second = Colour::new(2).unwrap();
    /// assert_eq!(ledger.colour_name(second), "2");
    /// ledger.name_colour(second, "to do").unwrap();
    /// assert_eq!(Ledger::open(folder.path()).0.colour_name(second), "to do");
    /// ```
    pub fn colour_name(&self, colour: Colour) -> String {
        let name = self.shape.colours.get(usize::from(colour.number()) - 1).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| colour.number().to_string())
    }

    /// Calls `colour` by `name` from now on; an empty name gives it its number back.
    pub fn name_colour(&mut self, colour: Colour, name: &str) -> Result<(), StoreError> {
        let name = name.trim().to_owned();
        self.change(|shape| {
            shape.colours.resize(Colour::ALL.len(), String::new());
            if let Some(slot) = shape.colours.get_mut(usize::from(colour.number()) - 1) {
                *slot = name;
            }
        })
    }

    /// The theme that the user chose last in the reader, by name.
    pub fn theme(&self) -> Option<&str> {
        self.shape.theme.as_deref()
    }

    /// Remembers that the user chose the theme called `name`.
    pub fn set_theme(&mut self, name: &str) -> Result<(), StoreError> {
        self.change(|shape| shape.theme = Some(name.to_owned()))
    }

    fn load(&mut self) -> Result<(), Fault> {
        let Some(text) = file::read(&self.file)? else { return Ok(()) };
        let shape: Shape = toml::from_str(&text).map_err(|e| Fault::Damaged(e.message().to_owned()))?;
        if shape.version > VERSION {
            let (path, version) = (self.file.clone(), shape.version);
            return Err(Fault::Store(StoreError::Newer { path, version, known: VERSION }));
        }
        self.shape = shape;
        Ok(())
    }

    fn change(&mut self, change: impl FnOnce(&mut Shape)) -> Result<(), StoreError> {
        let _guard = file::lock(&self.file)?;
        match self.load() {
            Ok(()) | Err(Fault::Damaged(_)) => {}
            Err(Fault::Store(error)) => return Err(error),
        }
        let mut shape = self.shape.clone();
        change(&mut shape);
        shape.version = VERSION;
        let text = toml::to_string(&shape).map_err(|error| StoreError::Unprintable {
            path: self.file.clone(),
            message: error.to_string(),
        })?;
        file::write(&self.file, &text)?;
        self.shape = shape;
        Ok(())
    }
}

enum Fault {
    Store(StoreError),
    Damaged(String),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn document(path: &Path, sha256: &str) -> Document {
        Document { id: "b".into(), path: Some(path.into()), sha256: sha256.into(), ..Document::default() }
    }

    #[test]
    fn the_last_briefing_comes_first_and_a_moved_one_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        let (mut ledger, _) = Ledger::open(folder.path());
        let (mut other, _) = Ledger::open(folder.path());
        let position = Target { exact: "Words".into(), start: 7, end: 12, ..Target::default() };
        ledger.remember(&document(&one, "a"), Some(position.clone()), Timestamp::UNIX_EPOCH).unwrap();
        other.remember(&document(&two, "b"), None, Timestamp::UNIX_EPOCH).unwrap();
        ledger.remember(&document(&one, "a"), Some(position.clone()), Timestamp::UNIX_EPOCH).unwrap();
        let (ledger, remarks) = Ledger::open(folder.path());
        assert_eq!(remarks, []);
        assert_eq!(ledger.recent().iter().map(|r| &r.path).collect::<Vec<_>>(), [&one, &two]);
        let moved = document(&folder.path().join("three"), "a");
        assert_eq!(ledger.find(&moved).unwrap().position, Some(position));
    }

    #[test]
    fn a_date_that_was_given_outlasts_reading_on() {
        let folder = tempfile::tempdir().unwrap();
        let (mut ledger, _) = Ledger::open(folder.path());
        let briefing = document(&folder.path().join("one"), "a");
        let day = jiff::civil::date(2024, 8, 20);
        ledger.set_date(&briefing, Some(day), Timestamp::UNIX_EPOCH).unwrap();
        ledger.remember(&briefing, None, Timestamp::UNIX_EPOCH).unwrap();
        let text = fs::read_to_string(folder.path().join("ledger.toml")).unwrap();
        assert!(text.contains("date = \"2024-08-20\""), "{text}");
        assert_eq!(Ledger::open(folder.path()).0.find(&briefing).unwrap().date, Some(day));
        ledger.set_date(&briefing, None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(Ledger::open(folder.path()).0.find(&briefing).unwrap().date, None);
    }

    #[test]
    fn the_theme_outlasts_the_reader() {
        let folder = tempfile::tempdir().unwrap();
        let (mut ledger, _) = Ledger::open(folder.path());
        assert_eq!(ledger.theme(), None);
        ledger.set_theme("dark").unwrap();
        ledger.remember(&document(Path::new("x"), "a"), None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(Ledger::open(folder.path()).0.theme(), Some("dark"));
    }

    #[test]
    fn a_damaged_ledger_is_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("ledger.toml"), "version = [").unwrap();
        let (mut ledger, remarks) = Ledger::open(folder.path());
        assert!(remarks[0].message.contains("damaged"), "{remarks:?}");
        assert!(folder.path().join("ledger.toml.damaged-1").exists());
        ledger.remember(&document(Path::new("x"), "a"), None, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(Ledger::open(folder.path()).0.recent().len(), 1);
    }
}
