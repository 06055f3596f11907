//! Notices that files changed: the briefings that are open, and what another attache keeps of them.
//!
//! Folders are watched, not files, since editors write a new file and rename it over the old one. Nothing is polled: the
//! system tells. Where it cannot, the reader goes on and looks only after its own editor ran.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use hashbrown::HashSet;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Watches folders until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    system: RecommendedWatcher,
    /// The files that are watched; what else changes in their folders is nobody's business.
    files: Arc<Mutex<HashSet<PathBuf>>>,
}

impl Watcher {
    /// Watches the folders of `files`, and `folders` themselves; `tell` hears the path of whatever changed that is one of
    /// them or lies in one of these. `None` where the system does not tell of changes.
    pub fn new(
        files: &[PathBuf],
        folders: &[PathBuf],
        tell: impl Fn(PathBuf) + Send + 'static,
    ) -> Option<Self> {
        let watched: HashSet<PathBuf> = files.iter().map(|file| absolute(file)).collect();
        let kept: Vec<PathBuf> = folders.iter().map(|folder| absolute(folder)).collect();
        let parents: HashSet<PathBuf> =
            watched.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
        let files = Arc::new(Mutex::new(watched));
        let wanted = {
            let (kept, files) = (kept.clone(), Arc::clone(&files));
            move |path: &PathBuf| {
                files.lock().is_ok_and(|files| files.contains(path))
                    || path.parent().is_some_and(|p| kept.iter().any(|k| k == p))
            }
        };
        let heard = move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if !matches!(event.kind, EventKind::Access(_)) {
                event.paths.into_iter().filter(&wanted).for_each(&tell);
            }
        };
        let mut system = notify::recommended_watcher(heard).ok()?;
        let mut any = false;
        for folder in parents.iter().chain(&kept) {
            any |= system.watch(folder, RecursiveMode::NonRecursive).is_ok();
        }
        any.then_some(Self { system, files })
    }

    /// Watches one file more; where the system refuses, its changes are not noticed.
    pub fn add(&mut self, file: &Path) {
        let file = absolute(file);
        if let Some(folder) = file.parent() {
            let _ = self.system.watch(folder, RecursiveMode::NonRecursive);
        }
        if let Ok(mut files) = self.files.lock() {
            files.insert(file);
        }
    }
}

/// The path as the system names it in what it tells.
pub fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
