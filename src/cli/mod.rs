//! Floor 7: arguments → plan → run.
//!
//! The command line knows every floor below and nothing of how they work. A bad input is told in one line on standard
//! error and the others go on; the exit code says so: 0 all well, 1 some inputs failed, 2 wrong usage. One file for each
//! command; what they share stands beside them.

mod batch;
mod export;
mod extract;
mod guard;
mod inputs;
mod keys;
mod lexicon;
mod options;
mod output;
mod own;
mod progress;
mod read;
mod search;
mod shell;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const ABOUT: &str =
    "Reads briefings and points at what matters: who takes part, who commits to what, when they meet next.";

const EXAMPLES: &str = "\
Examples:
  attache talks.txt                 read beside the key points (? help, q quit)
  attache briefings/                open all briefings of a folder
  attache talks.txt | less          the same as plain lines
  curl -s URL | attache -           read what a pipe brings
  attache extract briefings/        key points as JSON, one briefing a line
  attache export -f ics talks.txt   the meetings to come, for a calendar
  attache search \"joint exercise\" briefings/

Exit codes: 0 all well, 1 some inputs failed (each is named), 2 wrong usage.";

#[derive(Debug, Parser)]
#[command(name = "attache", version, about = ABOUT, after_help = EXAMPLES)]
#[command(args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    read: read::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the key points of briefings as JSON
    Extract(extract::Args),
    /// Export key points as notes, tables, calendars and more
    Export(export::Args),
    /// Search briefings for words
    Search(search::Args),
    /// Check that each quote of an export stands in its briefing
    Verify(verify::Args),
    /// Check word lists of your own
    #[command(subcommand)]
    Lexicon(lexicon::Command),
    /// Print what every key does
    Keys,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the man page
    Man,
}

/// Runs the program with the process's own arguments.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::refuse(&error),
    };
    match cli.command {
        Some(Command::Extract(args)) => extract::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Search(args)) => search::run(&args),
        Some(Command::Verify(args)) => verify::run(&args),
        Some(Command::Lexicon(command)) => lexicon::run(&command),
        Some(Command::Keys) => keys::run(),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man) => shell::man(),
        None => read::run(&cli.read),
    }
    .into()
}
