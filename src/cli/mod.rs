//! Floor 7: arguments → plan → run.
//!
//! The command line knows every floor below and nothing of how they work. A bad input is told in one line on standard
//! error and the others go on; the exit code says so.

mod extract;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads briefings and points at what matters: participants, commitments, next meetings.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Briefings to open: files, or - for standard input.
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prints the key points of briefings as JSON.
    Extract(extract::Args),
}

/// Runs the program with the process's own arguments.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Some(Command::Extract(args)) => extract::run(&args),
        None => read(&cli.paths),
    }
}

fn read(paths: &[PathBuf]) -> ExitCode {
    let Some(path) = paths.first() else {
        eprintln!("attache: no briefing named; try: attache briefings/");
        return ExitCode::from(2);
    };
    let outcome = crate::import::open(path, &crate::import::Options::default())
        .map_err(anyhow::Error::from)
        .and_then(crate::tui::run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("attache: {error:#}");
            ExitCode::FAILURE
        }
    }
}
