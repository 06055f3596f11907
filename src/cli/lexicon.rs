//! `attache lexicon check`: what is wrong with word lists of one's own.

use std::path::PathBuf;

use crate::base::Severity;
use crate::config;
use crate::extract::{Lexicon, lexicon::Sources};

use super::output::{Outcome, complain, deliver};

/// What can be done with word lists.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Say what is wrong with word lists, by file, line and column
    Check {
        /// The folder with the lists [default: lexicon/ in the config folder]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

/// Checks the lists.
pub(super) fn run(command: &Command) -> Outcome {
    let Command::Check { folder } = command;
    let own = || config::folders().map(|f| f.config.join("lexicon"));
    let Some(folder) = folder.clone().or_else(own) else {
        complain("there is no config folder; name a folder");
        return Outcome::Usage;
    };
    if !folder.is_dir() {
        complain(&format!("{}: no such folder; put word lists such as titles.toml there", folder.display()));
        return Outcome::Failed;
    }
    let files = match config::toml_files(&folder) {
        Ok(files) => files,
        Err(error) => {
            complain(&format!("{}: cannot be listed: {error}; check its permissions", folder.display()));
            return Outcome::Failed;
        }
    };
    let (mut sources, mut faults) = (Sources::default(), 0);
    let count = files.len();
    for file in files {
        let (name, shown) = (file.name(), file.path.display().to_string());
        match file.text {
            Ok(text) => sources.user.push((name, text)),
            Err(error) => {
                complain(&format!("{shown}: cannot be read: {error}"));
                faults += 1;
            }
        }
    }
    for remark in Lexicon::load(&sources).diagnostics.iter().filter(|d| d.severity > Severity::Info) {
        let hint = remark.hint.as_ref().map_or(String::new(), |h| format!("; {h}"));
        complain(&format!("{}{}{hint}", folder.join("").display(), remark.message));
        faults += 1;
    }
    let lists = if count == 1 { "1 word list".into() } else { format!("{count} word lists") };
    let told = if faults == 0 {
        deliver(&format!("{}: {lists}, all well\n", folder.display()), None, false)
    } else {
        Ok(())
    };
    if let Err(line) = told {
        complain(&line);
        return Outcome::Failed;
    }
    Outcome::of(faults > 0)
}
