//! What the reader asks of the world, as values.
//!
//! Updating the reader only names effects; one loop carries them out, so that the whole reader runs under test with no
//! terminal, no file and no thread. What comes of an effect returns as [`News`].

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::editor::Place;
use super::keeper::{Kept, Order};
use super::survey::{Answer, Question, Source};
use crate::base::Span;
use crate::document::Document;
use crate::extract::{KeyPoints, Lexicon, Rule, extract};
use crate::search::{Mode, Query};
use crate::text::visible;

/// Something to be done outside the reader.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Find the key points of a document: those of its beginning first, if it is long.
    Extract {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// The document.
        document: Arc<Document>,
        /// Which question this is: answers to older ones are out of date.
        asked: u64,
    },
    /// Find every place where a query matches.
    Find {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// The document.
        document: Arc<Document>,
        /// What to look for.
        words: String,
        /// Whether the words are a regular expression.
        regex: bool,
        /// Whether to look in page furniture too.
        furniture: bool,
        /// Which question this is: answers to older ones are out of date.
        asked: u64,
    },
    /// Take in all open briefings, to be searched.
    Survey {
        /// The briefings in order.
        sources: Vec<Source>,
        /// Whether to look for the key points of those that nobody looked at yet.
        points: bool,
    },
    /// Search all open briefings.
    Ask {
        /// What for.
        question: Question,
        /// Which question this is: answers to older ones are out of date.
        asked: u64,
    },
    /// Read the file of a briefing anew.
    Read {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// The file.
        path: PathBuf,
    },
    /// Keep something: an annotation, a mark, the place one has come to.
    Keep {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// The document.
        document: Arc<Document>,
        /// What is to be kept.
        order: Order,
    },
    /// Put text on the clipboard of the terminal (OSC 52).
    Copy(String),
    /// Write a file; one that is there stays as it is unless `force`.
    Write {
        /// Where.
        path: PathBuf,
        /// What.
        text: String,
        /// Whether to overwrite.
        force: bool,
        /// Files that are never overwritten: the briefings that are open.
        never: Vec<PathBuf>,
    },
    /// Open a file beside the briefings that are open.
    Open {
        /// The file.
        path: PathBuf,
    },
    /// Open a file in the reader's editor.
    Edit {
        /// The file.
        path: PathBuf,
        /// Where in it.
        place: Place,
    },
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Draw the whole screen anew.
    Redraw,
    /// Give the terminal back until the shell continues the program.
    Suspend,
    /// Leave.
    Quit,
}

/// What came of an effect.
#[derive(Debug)]
pub enum News {
    /// Key points were found.
    Points {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// The question that this answers.
        asked: u64,
        /// What was found.
        points: Box<KeyPoints>,
        /// Whether this is all, or more is to come.
        whole: bool,
    },
    /// The rules that evidence may name, and what each goes by.
    Rules(Vec<Rule>),
    /// Every place where a query matches.
    Hits {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// The question that this answers.
        asked: u64,
        /// Where, in order.
        hits: Vec<Span>,
    },
    /// More of the open briefings can be searched.
    Surveyed {
        /// How many were looked through.
        done: usize,
        /// How many there are.
        total: usize,
    },
    /// What a search across briefings found, or has found so far.
    Answered {
        /// The question that this answers.
        asked: u64,
        /// What was found.
        answer: Box<Answer>,
    },
    /// What is kept of a briefing is now this.
    Kept {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// What is kept.
        kept: Box<Kept>,
    },
    /// The file at this path changed.
    Touched(PathBuf),
    /// The file of a briefing was read anew, or could not be.
    Read {
        /// The place of the briefing among the open ones.
        briefing: usize,
        /// What it holds.
        document: Result<Box<Document>, String>,
    },
    /// A file was opened beside the others, or could not be.
    Opened(Result<Box<Document>, String>),
    /// More of the briefings that the reader was started with were read.
    More {
        /// The briefings, in order.
        documents: Vec<Document>,
        /// What could not be opened, in lines.
        faults: Vec<String>,
    },
    /// What came of writing a file.
    Written {
        /// The file, as it is shown.
        name: String,
        /// What came of it.
        outcome: Written,
    },
    /// Something worked; told in one line.
    Done(String),
    /// Something did not work: what, where, what next, in one line.
    Failed(String),
    /// The terminal was given to another program and is ours again.
    Returned,
}

/// Documents longer than this have the points of their beginning shown first, in bytes.
const BEGINNING: usize = 64 << 10;

/// Finds the key points of `document` and hands them to `tell`: those of the beginning of a long document, then all.
pub fn extract_to(document: &Document, lexicon: &Lexicon, mut tell: impl FnMut(KeyPoints, bool)) {
    if document.text.len() > 2 * BEGINNING {
        tell(extract(&beginning(document), lexicon), false);
    }
    tell(extract(document, lexicon), true);
}

/// The blocks that lie within the first bytes of `document`, at least one.
fn beginning(document: &Document) -> Document {
    let fits = document.blocks.partition_point(|b| b.span.end <= BEGINNING);
    let blocks = document.blocks[..fits].to_vec();
    let end = blocks.last().map_or(0, |b| b.span.end);
    Document {
        id: document.id.clone(),
        format: document.format,
        metadata: document.metadata.clone(),
        text: document.text[..end].to_owned(),
        blocks,
        ..Document::default()
    }
}

/// Every place in `document` where the words stand, in order; `None` when they cannot be asked for, or as soon as the
/// answer is not `wanted` any more.
pub fn find(
    document: &Document,
    words: &str,
    regex: bool,
    furniture: bool,
    wanted: impl Fn() -> bool,
) -> Option<Vec<Span>> {
    let query = Query::new(words, if regex { Mode::Regex } else { Mode::Literal }).ok()?;
    let mut hits = Vec::new();
    for block in document.blocks.iter().filter(|b| furniture || !b.kind.is_furniture()) {
        if !wanted() {
            return None;
        }
        hits.extend(query.in_block(document, block));
    }
    Some(hits)
}

/// The line of the file at `path` that `place` is on, counted from 1; 1 when the file cannot be read.
pub fn line_of(path: &Path, place: &Place) -> usize {
    match place {
        Place::Line(line) => *line,
        Place::Words(..) => {
            std::fs::read(path).map_or(1, |bytes| place.line_in(&String::from_utf8_lossy(&bytes)))
        }
    }
}

/// Makes the folder in which highlights are kept. Where that cannot be done, saving the first one says so.
pub fn make_folder(folder: &Path) {
    let _ = std::fs::create_dir_all(folder);
}

/// What came of writing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is there, with so many bytes.
    Done(usize),
    /// There is such a file already, which stays as it is.
    Exists,
    /// It did not work: why, and what next.
    Failed(String),
}

/// Writes `text` to `path`; a file that is there stays as it is unless `force`, and one of `never` always. `~/` is the
/// home folder.
pub fn write_file(path: &Path, text: &str, force: bool, never: &[PathBuf]) -> News {
    let name = visible(&path.display().to_string()).into_owned();
    let home = path.strip_prefix("~").ok().and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)));
    let path = home.as_deref().unwrap_or(path);
    let place = path.canonicalize().ok();
    let is_briefing = place.is_some_and(|p| never.iter().any(|n| n.canonicalize().is_ok_and(|n| n == p)));
    if is_briefing {
        let why = "is a briefing that is open; choose another name".to_owned();
        return News::Written { name, outcome: Written::Failed(why) };
    }
    let mut how = OpenOptions::new();
    how.write(true).create_new(!force).create(force).truncate(force);
    let outcome = match how.open(path).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Written::Done(text.len()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Written::Exists,
        Err(error) => Written::Failed(format!("{error}; choose another place")),
    };
    News::Written { name, outcome }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, read};

    #[test]
    fn long_documents_show_the_points_of_their_beginning_first() {
        let short = read(b"The envoy will visit Oslo.", None, &Options::default()).unwrap();
        let long = "The envoy will visit Oslo on Monday with a team.\n\n".repeat(4000);
        let long = read(long.as_bytes(), None, &Options::default()).unwrap();
        let told = |document| {
            let mut told = Vec::new();
            extract_to(document, &Lexicon::standard(), |_, whole| told.push(whole));
            told
        };
        assert_eq!((told(&short), told(&long)), (vec![true], vec![false, true]));
        let first = beginning(&long);
        assert!(first.text.len() <= BEGINNING && first.text.ends_with("with a team."));
    }

    #[test]
    fn files_and_briefings_are_not_overwritten_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let (file, briefing) = (folder.path().join("points.md"), folder.path().join("talks.txt"));
        std::fs::write(&briefing, "talks").unwrap();
        let write =
            |path: &Path, text, force| match write_file(path, text, force, std::slice::from_ref(&briefing)) {
                News::Written { outcome, .. } => outcome,
                news => panic!("{news:?}"),
            };
        assert_eq!(write(&file, "one", false), Written::Done(3));
        assert_eq!(write(&file, "other", false), Written::Exists);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "one");
        assert_eq!(write(&file, "other", true), Written::Done(5));
        assert!(matches!(write(&briefing, "lost", true), Written::Failed(_)));
        assert_eq!(std::fs::read_to_string(&briefing).unwrap(), "talks");
        assert!(matches!(write(&folder.path().join("no/such"), "x", false), Written::Failed(_)));
    }
}
