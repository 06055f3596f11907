//! Why a briefing could not be opened.

use std::path::PathBuf;

/// The largest file that is opened, in bytes.
pub const LARGEST: u64 = 256 << 20;

/// A refusal. Each message is one line: what, where, what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("{}: no such file; check the name", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file is there but cannot be read.
    #[error("{}: cannot be read: {source}; check its permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder where a file was wanted.
    #[error("{}: is a folder; name a file in it", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// Not text.
    #[error("{name}: holds binary data, not text; attache reads .txt, .md and .toml")]
    Binary {
        /// The file, or `-`.
        name: String,
    },
    /// Nothing in it.
    #[error("{name}: is empty; nothing to read")]
    Empty {
        /// The file, or `-`.
        name: String,
    },
    /// Beyond [`LARGEST`].
    #[error("{name}: is larger than 256 MiB; split it and open the parts")]
    TooLarge {
        /// The file, or `-`.
        name: String,
    },
    /// A TOML briefing that does not parse.
    #[error("{name}: {message}")]
    Malformed {
        /// The file, or `-`.
        name: String,
        /// Line, column and what is wrong there.
        message: String,
    },
}
