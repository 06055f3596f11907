//! Where output goes: standard output, or a file that is there whole or not at all.

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tempfile::NamedTempFile;

use crate::text::visible;

/// Prints one line on standard error: what, where, what to do. Nothing in it can command the terminal.
pub(super) fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "attache: {}", visible(line));
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All well.
    Done,
    /// Some inputs failed, each was named.
    Failed,
    /// The command cannot be carried out as it was given.
    Usage,
}

impl Outcome {
    /// [`Self::Failed`] if anything did.
    pub(super) const fn of(failed: bool) -> Self {
        if failed { Self::Failed } else { Self::Done }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Where to write.
#[derive(Debug)]
pub(super) enum Sink {
    /// Standard output.
    Standard(io::StdoutLock<'static>),
    /// A file in the making, and what it becomes.
    File(NamedTempFile, Target),
}

/// The file that output becomes.
#[derive(Debug)]
pub(super) struct Target {
    path: PathBuf,
    replace: bool,
}

impl Sink {
    /// The sink that `path` names; without a path, or with `-`, standard output. A file that exists is left alone unless
    /// `force`; the error is one line.
    pub(super) fn open(path: Option<&Path>, force: bool) -> Result<Self, String> {
        let Some(path) = path.filter(|p| *p != Path::new("-")) else {
            return Ok(Self::Standard(io::stdout().lock()));
        };
        let name = path.display();
        if path.is_dir() {
            return Err(format!("{name}: is a folder; name a file"));
        }
        if !force && path.symlink_metadata().is_ok() {
            return Err(format!("{name}: exists already; give --force to replace it"));
        }
        // A link is followed, so that the file that it leads to is replaced and not the link.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(format!("{name}: there is no folder {}; make it first", folder.display()));
        }
        let file = temporary(folder, &path).map_err(|e| {
            // The system names the temporary file, which nobody asked for.
            format!("{name}: cannot be written: {}; check the folder's permissions", e.kind())
        })?;
        Ok(Self::File(file, Target { path, replace: force }))
    }

    /// Whether somebody reads the output as it comes.
    pub(super) fn is_terminal(&self) -> bool {
        matches!(self, Self::Standard(out) if out.is_terminal())
    }

    /// Ends the output: a file appears under its name. The error is one line.
    pub(super) fn finish(self) -> Result<(), String> {
        match self {
            Self::Standard(mut out) => quiet(out.flush()).map_err(|e| format!("cannot write: {e}")),
            Self::File(file, target) => {
                let name = target.path.display().to_string();
                let saved = file.as_file().sync_all().and_then(|()| {
                    let outcome = if target.replace {
                        file.persist(&target.path)
                    } else {
                        file.persist_noclobber(&target.path)
                    };
                    outcome.map(drop).map_err(|e| e.error)
                });
                saved.map_err(|e| format!("{name}: cannot be written: {e}"))
            }
        }
    }
}

/// An empty file beside `path`, with the permissions that `path` has or a new file would have.
fn temporary(folder: &Path, path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".attache-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Ok(about) = path.metadata() {
        file.as_file().set_permissions(about.permissions())?;
    }
    Ok(file)
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File(file, _) => file.flush(),
        }
    }
}

/// A closed pipe is no error: whoever read had enough.
pub(super) fn quiet(outcome: io::Result<()>) -> io::Result<()> {
    outcome.or_else(|e| if e.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(e) })
}

/// Writes all of `text` to where `path` says. The error is one line.
pub(super) fn deliver(text: &str, path: Option<&Path>, force: bool) -> Result<(), String> {
    let mut sink = Sink::open(path, force)?;
    quiet(sink.write_all(text.as_bytes())).map_err(|e| format!("cannot write: {e}"))?;
    sink.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_appear_whole_and_are_replaced_only_by_force() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.md");
        deliver("one", Some(&path), false).unwrap();
        assert!(deliver("two", Some(&path), false).unwrap_err().ends_with("give --force to replace it"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        deliver("two", Some(&path), true).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        drop(Sink::open(Some(&folder.path().join("never.md")), false).unwrap());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
        assert!(
            deliver("x", Some(&folder.path().join("no/such.md")), false)
                .unwrap_err()
                .ends_with("make it first")
        );
        assert!(deliver("x", Some(folder.path()), true).unwrap_err().ends_with("name a file"));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("out.md"), folder.path().join("link.md"));
        std::fs::write(&path, "old").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        deliver("new", Some(&link), true).unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    }
}
