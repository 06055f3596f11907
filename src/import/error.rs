//! Why a briefing could not be opened.

use std::path::{Path, PathBuf};

use crate::text::visible;

/// The largest file that is opened, in bytes.
pub const LARGEST: u64 = 256 << 20;

/// A refusal. Each message is one line: what, where, what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("{}: no such file; check the name", shown(path))]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file is there but cannot be read.
    #[error("{}: cannot be read: {source}; check its permissions", shown(path))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder where a file was wanted.
    #[error("{}: is a folder; name a file in it", shown(path))]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// Not text.
    #[error("{}: holds binary data, not text; attache reads .txt, .md and .toml", visible(name))]
    Binary {
        /// The file, or `-`.
        name: String,
    },
    /// Nothing in it.
    #[error("{}: is empty; nothing to read", visible(name))]
    Empty {
        /// The file, or `-`.
        name: String,
    },
    /// Beyond [`LARGEST`].
    #[error("{}: is larger than 256 MiB; split it and open the parts", visible(name))]
    TooLarge {
        /// The file, or `-`.
        name: String,
    },
    /// A TOML briefing that does not parse.
    #[error("{}: {message}", visible(name))]
    Malformed {
        /// The file, or `-`.
        name: String,
        /// Line, column and what is wrong there.
        message: String,
    },
}

/// The name of a file as a terminal may be shown it: names, too, can hold escape sequences.
fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}
