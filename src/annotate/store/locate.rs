//! Which file keeps whose annotations.
//!
//! A store is named after the briefing's path, so that a briefing that changed finds its old one, and says in its head
//! which bytes it was fitted to, so that a briefing that moved finds it too.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::wire::Head;
use crate::annotate::model::digits;
use crate::document::Document;

/// The folder of the stores within the data folder.
const FOLDER: &str = "annotations";
/// How much of a store is read to see whose it is, in bytes.
const HEAD: u64 = 8_192;

/// Where the annotations of a briefing are kept, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The store, which need not exist.
    pub file: PathBuf,
    /// What its head says, or is to say.
    pub head: Head,
}

/// The place for `document` under `data`.
pub fn place(data: &Path, document: &Document) -> Place {
    let path = document.path.as_deref().map(absolute);
    let key = path.as_ref().map_or_else(
        || document.sha256.get(..12).unwrap_or("-").to_owned(),
        |path| digits(path.as_os_str().as_encoded_bytes(), 12),
    );
    let head = Head {
        path: path.map(|p| p.to_string_lossy().into_owned()).unwrap_or_default(),
        sha256: document.sha256.clone(),
        ..Head::default()
    };
    let file = data.join(FOLDER).join(format!("{}-{key}.toml", plain(&document.id)));
    Place { file, head }
}

/// The path without links and dots, as far as the system can tell.
pub fn absolute(path: &Path) -> PathBuf {
    fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// A store under `data` that was fitted to the same bytes, with whether its own briefing is gone.
pub fn same_bytes(data: &Path, sha256: &str) -> Option<(PathBuf, bool)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(data.join(FOLDER)).ok()?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut found = files.into_iter().filter_map(|file| {
        let head = head_of(&file)?;
        let gone = !head.path.is_empty() && !Path::new(&head.path).exists();
        (head.sha256 == sha256 && !sha256.is_empty()).then_some((file, gone))
    });
    let first = found.next()?;
    // A briefing that is gone was moved; one that is still there was copied.
    if first.1 { Some(first) } else { found.find(|(_, gone)| *gone).or(Some(first)) }
}

/// Path and content hash out of the first lines of a store.
fn head_of(file: &Path) -> Option<Head> {
    let mut bytes = Vec::new();
    File::open(file).ok()?.take(HEAD).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let start = text.find("[briefing]")? + "[briefing]".len();
    let end = text[start..].find("\n[").map_or(text.len(), |at| start + at);
    toml::from_str(text.get(start..end)?).ok()
}

/// Letters and digits of a name, so that a store can be told by eye; the key behind it makes it unique.
fn plain(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let text: String = name.chars().take(40).map(safe).collect();
    let text = text.trim_matches('-');
    if text.is_empty() { "briefing".into() } else { text.into() }
}
