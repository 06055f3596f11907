//! Floor 3: what the user has set, in files under the config folder.
//!
//! `config.toml` holds settings, `lexicon/` words of one's own, `templates/` export templates. Everything is optional;
//! what is there and wrong is an error that names file, line and column, because a setting that is ignored in silence is
//! worse than none. Flags are laid over the settings by the command line.

mod folders;
mod lexicon;

pub use folders::{Folders, folders};
pub use lexicon::lexicon_files;
