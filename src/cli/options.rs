//! Flags that several commands share.

use jiff::civil::Date;

use crate::config;
use crate::extract::{Lexicon, lexicon::Sources};
use crate::import;

use super::output::complain;

/// How inputs are read.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Reading {
    /// Take this date for each briefing's own, so that "on Monday" can be resolved [for example 2024-08-20]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) date: Option<Date>,
}

impl Reading {
    /// What the importer wants to know.
    pub(super) fn options(&self) -> import::Options {
        import::Options { date: self.date, ..import::Options::default() }
    }
}

fn date(text: &str) -> Result<Date, String> {
    let date = text.len() == 10 && text.is_ascii();
    date.then(|| text.parse().ok()).flatten().ok_or_else(|| "write a day as 2024-08-20".to_owned())
}

/// How many threads to use when nothing else is said.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The user's files in the folder `name` under the config folder, as name and text; one that cannot be read is told on
/// standard error.
pub(super) fn own_files(name: &str) -> Vec<(String, String)> {
    let Some(folders) = config::folders() else { return Vec::new() };
    let folder = folders.config.join(name);
    let files = config::toml_files(&folder).unwrap_or_else(|error| {
        complain(&format!("{}: cannot be listed: {error}; check its permissions", folder.display()));
        Vec::new()
    });
    let mut out = Vec::new();
    for file in files {
        let name = file.name();
        match file.text {
            Ok(text) => out.push((name, text)),
            Err(error) => complain(&format!("{}: cannot be read: {error}", file.path.display())),
        }
    }
    out
}

/// The user's own lexicon files.
pub(super) fn sources() -> Sources {
    Sources { user: own_files("lexicon") }
}

/// The embedded lexicon with the user's files over it; what is wrong with those is told on standard error.
pub(super) fn lexicon() -> Lexicon {
    let lexicon = Lexicon::load(&sources());
    for remark in &lexicon.diagnostics {
        let hint = remark.hint.as_ref().map_or(String::new(), |h| format!("; {h}"));
        complain(&format!("{}{hint}", remark.message));
    }
    lexicon
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_one_way() {
        assert_eq!(date("2024-08-20"), Ok(jiff::civil::date(2024, 8, 20)));
        for wrong in ["20 August 2024", "2024-02-30", "2024-08-20T10:00", "", "2024-8-20 "] {
            assert_eq!(date(wrong), Err("write a day as 2024-08-20".into()), "{wrong}");
        }
    }
}
