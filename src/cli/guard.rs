//! Files that output must never replace: briefings.
//!
//! Whoever forces an export over a file means an older export. Where the file is a briefing, the briefing would be lost;
//! so it is refused, force or not.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::export::is_export;
use crate::import;

use super::inputs::Input;

/// How much of a file is read to see whether it is an export, in bytes.
const HEAD: u64 = 4 << 10;

/// The briefings to read, and the folders that they lie in.
#[derive(Debug, Default)]
pub(super) struct Briefings {
    files: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Briefings {
    /// The briefings among `inputs`.
    pub(super) fn of(inputs: &[Input]) -> Self {
        let files: BTreeSet<PathBuf> =
            inputs.iter().filter_map(Input::path).filter_map(|p| p.canonicalize().ok()).collect();
        let folders = files.iter().filter_map(|f| f.parent()).map(Path::to_owned).collect();
        Self { files, folders }
    }

    /// The error line for writing to `target`, if that would cost a briefing: one that is read, or a file beside those
    /// that ends like a briefing and is no export.
    pub(super) fn refusal(&self, target: &Path) -> Option<String> {
        let place = target.canonicalize().ok()?;
        let name = target.display();
        if self.files.contains(&place) {
            return Some(format!("{name}: is one of the briefings to read; write to another file"));
        }
        let among = place.parent().is_some_and(|folder| self.folders.contains(folder));
        let lost = among && place.is_file() && import::is_briefing(&place) && !holds_an_export(&place);
        lost.then(|| format!("{name}: is a briefing, not an export; write to another file"))
    }
}

/// Whether the file begins like something that attache wrote, or holds nothing.
fn holds_an_export(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let todo = path.to_string_lossy().ends_with(".todo.txt");
    todo || read.is_ok() && (head.is_empty() || is_export(&String::from_utf8_lossy(&head)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn briefings_are_never_replaced_and_exports_are() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let read = file("talks.txt", "Talks in Bern end\n");
        let other = file("other.md", "# Other talks\n\nThey met.\n");
        let note =
            file("talks-points.md", "---\ntitle: \"T\"\nsha256: \"ab\"\ntags: [briefing]\n---\n\n# T\n");
        let table = file("talks.csv", "kind\n");
        let briefings = Briefings::of(&[Input::File(read.clone())]);
        assert!(briefings.refusal(&read).unwrap().contains("one of the briefings to read"));
        assert!(briefings.refusal(&other).unwrap().contains("is a briefing, not an export"));
        for fine in [note, table, folder.path().join("new.md")] {
            assert_eq!(briefings.refusal(&fine), None);
        }
        let elsewhere = tempfile::tempdir().unwrap();
        std::fs::write(elsewhere.path().join("mine.txt"), "filled in by a template").unwrap();
        assert_eq!(briefings.refusal(&elsewhere.path().join("mine.txt")), None);
    }
}
