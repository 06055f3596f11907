//! Where the user's files are: the XDG folders on Unix, the usual ones elsewhere.

use std::path::PathBuf;

use etcetera::app_strategy::{AppStrategy, AppStrategyArgs, choose_app_strategy};

/// The folders of the user's own files. None of them need exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Settings, lexicon, templates: `~/.config/attache`.
    pub config: PathBuf,
    /// Highlights, notes and what is known of each briefing: `~/.local/share/attache`.
    pub data: PathBuf,
}

/// The folders of this user; `None` when there is no home folder.
///
/// ```
/// assert!(attache::config::folders().is_none_or(|f| f.config.ends_with("attache")));
/// ```
pub fn folders() -> Option<Folders> {
    let args = AppStrategyArgs { app_name: "attache".into(), ..AppStrategyArgs::default() };
    let strategy = choose_app_strategy(args).ok()?;
    Some(Folders { config: strategy.config_dir(), data: strategy.data_dir() })
}
