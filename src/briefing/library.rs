//! A folder of briefings.
//!
//! The order is that of the names, folder by folder, so that it is the same on every machine. Hidden files and folders
//! are left out, and links to folders are not followed, because they can lead in circles.

use std::io;
use std::path::{Path, PathBuf};

use crate::import;
use crate::text::visible;

/// A folder that gives no briefings. One line each: what, where, what to do.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// Nothing in it ends like a briefing.
    #[error("{}: no briefings in this folder; attache reads .txt, .md and .toml", visible(&path.display().to_string()))]
    NoBriefings {
        /// The folder.
        path: PathBuf,
    },
    /// It cannot be listed.
    #[error("{}: cannot be listed: {source}; check its permissions", visible(&path.display().to_string()))]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The briefings under `folder`, deep, in order; folders that cannot be listed are errors in between.
///
/// ```no_run
/// for briefing in attache::briefing::library::briefings("briefings".as_ref()) {
///     println!("{}", briefing?.display());
/// }
/// # Ok::<(), attache::briefing::library::LibraryError>(())
/// ```
pub fn briefings(folder: &Path) -> Vec<Result<PathBuf, LibraryError>> {
    let mut found = Vec::new();
    let mut todo = vec![(folder.to_owned(), true)];
    while let Some((path, is_folder)) = todo.pop() {
        if !is_folder {
            found.push(Ok(path));
            continue;
        }
        match entries(&path) {
            // The last of the stack is taken first.
            Ok(entries) => todo.extend(entries.into_iter().rev()),
            Err(source) => found.push(Err(LibraryError::Unreadable { path, source })),
        }
    }
    if found.is_empty() {
        found.push(Err(LibraryError::NoBriefings { path: folder.to_owned() }));
    }
    found
}

/// The folders and briefings directly in `folder`, by name; each with whether it is a folder.
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            out.push((path, true));
        } else if import::is_briefing(&path) && (kind.is_file() || path.is_file()) {
            out.push((path, false));
        }
    }
    out.sort();
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_walked_in_the_order_of_names() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b/two.md", "b/one.txt", "a.txt", "c.TOML", "picture.png", ".git/x.txt", ".hidden.txt"] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let names: Vec<String> = briefings(folder.path())
            .into_iter()
            .map(|f| f.unwrap().strip_prefix(folder.path()).unwrap().to_string_lossy().replace('\\', "/"))
            .collect();
        assert_eq!(names, ["a.txt", "b/one.txt", "b/two.md", "c.TOML"]);
    }

    #[test]
    fn a_folder_without_briefings_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.png"), "x").unwrap();
        let found = briefings(folder.path());
        assert!(matches!(found[..], [Err(LibraryError::NoBriefings { .. })]));
        let missing = briefings(&folder.path().join("none"));
        assert!(matches!(missing[..], [Err(LibraryError::Unreadable { .. })]));
    }

    #[cfg(unix)]
    #[test]
    fn links_in_circles_come_to_an_end() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.txt"), "x").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("a.txt"), folder.path().join("b.txt")).unwrap();
        assert_eq!(briefings(folder.path()).len(), 2);
    }
}
