//! `attache completions` and `attache man`: what packagers and shells ask for, made from the command line itself.

use std::io;

use clap::CommandFactory as _;
use clap_mangen::roff::{Roff, bold, roman};

use crate::tui::{Keymap, key_table};

use super::output::{Outcome, complain, deliver};

/// Prints a completion script for `shell`.
pub(super) fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::Cli::command(), "attache", &mut script);
    print(&script)
}

/// Prints the man page: the program, then each command.
pub(super) fn man() -> Outcome {
    let mut page = Vec::new();
    let command = super::Cli::command();
    let rendered = clap_mangen::Man::new(command.clone()).render(&mut page).and_then(|()| {
        let shown = |command: &clap::Command| -> Vec<clap::Command> {
            command
                .get_subcommands()
                .filter(|s| !s.is_hide_set() && s.get_name() != "help")
                .cloned()
                .collect()
        };
        for sub in shown(&command) {
            section(&sub, "attache", &mut page)?;
            for inner in shown(&sub) {
                section(&inner, &format!("attache {}", sub.get_name()), &mut page)?;
            }
        }
        keys().to_writer(&mut page)?;
        places().to_writer(&mut page)
    });
    match rendered {
        Ok(()) => print(&page),
        Err(error) => {
            complain(&format!("cannot make the man page: {error}"));
            Outcome::Failed
        }
    }
}

/// What the page says of one command.
fn section(command: &clap::Command, before: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let name = format!("{before} {}", command.get_name());
    let man = clap_mangen::Man::new(command.clone().bin_name(name.clone()).disable_help_flag(true));
    let mut head = Roff::new();
    head.control("SH", [name.to_uppercase().as_str()]);
    head.to_writer(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)
}

/// The keys of the reader, from the one list of actions.
fn keys() -> Roff {
    let mut out = Roff::new();
    out.control("SH", ["KEYS"]);
    out.text([roman("These are the default keys; keymap.toml in the config folder gives others, attache keys prints what holds.")]);
    for (group, rows) in key_table(&Keymap::standard()) {
        out.control("SS", [group.title()]);
        for row in rows {
            let keys =
                if row.keys.is_empty() { format!(":{}", row.action.name()) } else { row.keys.join(", ") };
            out.control("TP", []);
            out.text([bold(keys)]);
            out.text([roman(row.does())]);
        }
    }
    out
}

/// Files and variables.
fn places() -> Roff {
    let mut out = Roff::new();
    for (head, rows) in [("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)] {
        out.control("SH", [head]);
        for (name, does) in rows {
            out.control("TP", []);
            out.text([bold(*name)]);
            out.text([roman(*does)]);
        }
    }
    out
}

const FILES: &[(&str, &str)] = &[
    ("~/.config/attache/", "config.toml, keymap.toml, and themes/, lexicon/ and templates/ of your own."),
    ("~/.local/share/attache/", "Highlights, notes, marks and reading positions, as readable TOML."),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "Other places for the folders above."),
    ("NO_COLOR", "No colours; nothing is lost by that."),
    ("TERM=dumb", "Plain lines instead of the reader."),
    ("VISUAL, EDITOR", "The editor that opens a briefing at its line."),
];

fn print(bytes: &[u8]) -> Outcome {
    match deliver(&String::from_utf8_lossy(bytes), None, false) {
        Ok(()) => Outcome::Done,
        Err(line) => {
            complain(&line);
            Outcome::Failed
        }
    }
}
