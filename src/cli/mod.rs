//! Floor 7: arguments → plan → run.
//!
//! The command line knows every floor below and nothing of how they work. A bad input is told in one line on standard
//! error and the others go on; the exit code says so: 0 all well, 1 some inputs failed, 2 wrong usage. One file for each
//! command; what they share stands beside them.

mod batch;
mod extract;
mod inputs;
mod options;
mod output;
mod progress;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use inputs::Input;
use output::Outcome;

/// Reads briefings and points at what matters: participants, commitments, next meetings.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Briefings to open: files, folders, or - for standard input
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the key points of briefings as JSON
    Extract(extract::Args),
}

/// Runs the program with the process's own arguments.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Some(Command::Extract(args)) => extract::run(&args),
        None => read(&cli.paths),
    }
    .into()
}

fn read(paths: &[PathBuf]) -> Outcome {
    let Some(path) = paths.first() else {
        output::complain("no briefing named; try: attache briefings/");
        return Outcome::Usage;
    };
    let outcome = crate::import::open(path, &crate::import::Options::default())
        .map_err(anyhow::Error::from)
        .and_then(|d| crate::tui::run(vec![d], crate::tui::Options::default()));
    match outcome {
        Ok(()) => Outcome::Done,
        Err(error) => {
            output::complain(&format!("{error:#}"));
            Outcome::Failed
        }
    }
}

/// The error line for an output file that is one of the inputs: a slip that would cost a briefing.
fn writes_over_an_input(output: Option<&Path>, inputs: &[Input]) -> Option<String> {
    let output = output?;
    let target = output.canonicalize().ok()?;
    let same = |path: &Path| path.canonicalize().is_ok_and(|p| p == target);
    let hit = inputs.iter().filter_map(Input::path).any(same);
    hit.then(|| format!("{}: is one of the briefings to read; write to another file", output.display()))
}
