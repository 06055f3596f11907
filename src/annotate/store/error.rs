//! Why something could not be kept.

use std::io;
use std::path::{Path, PathBuf};

use crate::text::visible;

/// A save or a look at the store that failed. What was to be saved waits in memory and goes along with the next save
/// that succeeds.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store cannot be read.
    #[error("{}: cannot be read: {source}; check its permissions", shown(path))]
    Unreadable {
        /// The store.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The store cannot be written.
    #[error("{}: not saved: {source}; the change is kept until attache ends", shown(path))]
    Unwritable {
        /// The store.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Somebody else holds the lock for longer than a save takes.
    #[error("{}: not saved: another attache holds the lock; the next change tries again", shown(path))]
    Locked {
        /// The lock.
        path: PathBuf,
    },
    /// A later attache wrote it in a shape that this one does not know.
    #[error("{}: is of version {version}, this attache knows {known}; update attache", shown(path))]
    Newer {
        /// The store.
        path: PathBuf,
        /// Its version.
        version: i64,
        /// The latest version known here.
        known: i64,
    },
    /// It cannot be put into TOML: a fault of attache.
    #[error("{}: not saved: {message}", shown(path))]
    Unprintable {
        /// The store.
        path: PathBuf,
        /// What the printer said.
        message: String,
    },
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}
