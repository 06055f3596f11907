//! Files that are read whole and written whole: under a lock, and in one stroke.
//!
//! Whoever is killed while writing leaves the old file or the new one, never half of it: the new one is written beside
//! the old, forced to the disk, and renamed over it. Traps that this steps round: through a symbolic link the link's
//! target is replaced, not the link; permissions are those of the old file; the lock is on a file of its own, since
//! a renamed file is another file.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::StoreError;

/// How long one waits for a lock: tries, and the pause between two of them.
const TRIES: (u32, Duration) = (200, Duration::from_millis(10));

/// A lock held on the file at a path, until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct Guard {
    _file: File,
}

/// Locks the file at `path`, which need not exist, against other attaches.
pub fn lock(path: &Path) -> Result<Guard, StoreError> {
    let lock_path = beside(path, "lock");
    let unwritable = |source| StoreError::Unwritable { path: lock_path.clone(), source };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let file = File::options().create(true).append(true).open(&lock_path).map_err(unwritable)?;
    for attempt in 0..TRIES.0 {
        match file.try_lock() {
            Ok(()) => return Ok(Guard { _file: file }),
            Err(TryLockError::WouldBlock) if attempt + 1 < TRIES.0 => thread::sleep(TRIES.1),
            Err(TryLockError::WouldBlock) => break,
            Err(TryLockError::Error(source)) => return Err(unwritable(source)),
        }
    }
    Err(StoreError::Locked { path: lock_path })
}

/// The text of the file at `path`, or `None` when there is no file. Bytes that are not UTF-8 are replaced: what they
/// belong to is found damaged, the rest is not.
pub fn read(path: &Path) -> Result<Option<String>, StoreError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(StoreError::Unreadable { path: path.to_owned(), source }),
    }
}

/// Writes `text` to `path`, old or new, in one stroke; to be called under its lock.
pub fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    write_through(path, text).map_err(|source| StoreError::Unwritable { path: path.to_owned(), source })
}

fn write_through(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    if let Ok(old) = fs::metadata(&target) {
        if old.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Forces the renaming to the disk, where folders can be opened at all.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Keeps a copy of the file at `path` under the first free name `*.damaged-N` and says which.
pub fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let unwritable = |source| StoreError::Unwritable { path: path.to_owned(), source };
    for n in 1..=9_999 {
        let aside = beside(path, &format!("damaged-{n}"));
        match File::options().write(true).create_new(true).open(&aside) {
            Ok(mut copy) => {
                let copied = fs::read(path).and_then(|bytes| copy.write_all(&bytes));
                copied.and_then(|()| copy.sync_all()).map_err(unwritable)?;
                return Ok(aside);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(source) => return Err(unwritable(source)),
        }
    }
    Err(unwritable(io::Error::other("9,999 damaged copies lie beside it already")))
}

/// Removes the file at `path` and its lock file; that it was not there is no fault.
pub fn remove(path: &Path) {
    for file in [path.to_owned(), beside(path, "lock")] {
        let _ = fs::remove_file(file);
    }
}

/// `path` with `.ending` behind its name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.toml"), folder.path().join("link.toml"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        write(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 2, "a temporary file was left behind");
    }

    #[test]
    fn a_lock_is_for_one_and_ends_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/store.toml");
        let held = lock(&path).unwrap();
        let other = thread::spawn({
            let path = path.clone();
            move || lock(&path).is_ok()
        });
        thread::sleep(Duration::from_millis(50));
        drop(held);
        assert!(other.join().unwrap());
    }

    #[test]
    fn damaged_copies_never_overwrite_one_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.toml");
        for n in 1..=3 {
            fs::write(&path, format!("bad {n}")).unwrap();
            assert_eq!(set_aside(&path).unwrap(), folder.path().join(format!("s.toml.damaged-{n}")));
        }
        assert_eq!(fs::read_to_string(folder.path().join("s.toml.damaged-1")).unwrap(), "bad 1");
    }
}
