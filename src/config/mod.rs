//! Floor 3: what the user has set, in files under the config folder.
//!
//! `config.toml` holds settings, `keymap.toml` keys, `themes/` looks, `lexicon/` words of one's own, `templates/` export
//! templates. Everything is optional; what is there and wrong is an error that names file, line and column, because a
//! setting that is ignored in silence is worse than none. Flags are laid over the settings by the command line.

mod files;
mod folders;
mod settings;

pub use files::{File, files, text_of, toml_files};
pub use folders::{Folders, folders};
pub use settings::{Settings, SettingsError};
