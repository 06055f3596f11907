//! Floor 3: bytes → [`Document`]. The only floor that reads briefing files.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::base::Span;
use crate::document::{Block, BlockKind, Document, Format};

/// What the caller knows and the file may not say.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The date to take for the document's, whatever it says itself.
    pub date: Option<Date>,
    /// The format to read the bytes as, whatever the name says.
    pub format: Option<Format>,
}

/// Why a briefing could not be opened. Each message is one line: what, where, what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Opens the briefing at `path`.
pub fn open(path: &Path, options: &Options) -> Result<Document, ImportError> {
    let bytes =
        std::fs::read(path).map_err(|source| ImportError::Unreadable { path: path.into(), source })?;
    read(&bytes, Some(path), options)
}

/// Makes a document of `bytes`, which came from `path` or, without one, from standard input.
pub fn read(bytes: &[u8], path: Option<&Path>, options: &Options) -> Result<Document, ImportError> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut blocks = Vec::new();
    let mut at = 0;
    for chunk in text.split("\n\n") {
        let span = Span::new(at, at + chunk.len()).trimmed(&text);
        if !span.is_empty() {
            blocks.push(Block::new(BlockKind::Paragraph, span));
        }
        at += chunk.len() + 2;
    }
    let id = path.and_then(Path::file_stem).map_or("-".into(), |s| s.to_string_lossy().into_owned());
    let mut document = Document { id, path: path.map(Into::into), text, blocks, ..Document::default() };
    document.metadata.published = options.date;
    Ok(document)
}
