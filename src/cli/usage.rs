//! Wrong usage, told in one line: what is wrong, what would be right, where to read on.

use std::process::ExitCode;

use clap::CommandFactory as _;
use clap::error::ErrorKind;

use super::Cli;
use super::output::{Outcome, complain};

/// Tells what is wrong with the arguments. What was asked for, such as the help, is printed and is no error.
pub(super) fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let printed = error.print();
        let code = if error.use_stderr() || printed.is_err() { Outcome::Usage } else { Outcome::Done };
        return code.into();
    }
    let first = std::env::args_os().nth(1).unwrap_or_default();
    complain(&one_line(&error.render().to_string(), &first.to_string_lossy()));
    Outcome::Usage.into()
}

/// What the parser of arguments says in several lines, in one. `first` is the first argument: perhaps a command.
fn one_line(told: &str, first: &str) -> String {
    let mut out = String::new();
    let said = told.split("\nUsage:").next().unwrap_or_default();
    for line in said.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("For more")) {
        let line = line.trim_start_matches("error: ").trim_start_matches("tip: ");
        let joint = match out.chars().last() {
            None => "",
            Some(':') => " ",
            Some(_) if line.starts_with('[') => " ",
            Some(_) => "; ",
        };
        out.push_str(joint);
        out.push_str(line);
    }
    let command = Cli::command().find_subcommand(first).map_or(String::new(), |_| format!("{first} "));
    format!("{out}; see attache {command}--help")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser as _;

    #[test]
    fn faults_are_told_in_one_line() {
        for (arguments, want) in [
            (
                &["--bogus"][..],
                "unexpected argument '--bogus' found; to pass '--bogus' as a value, use '-- --bogus'; see attache --help",
            ),
            (
                &["extract"],
                "the following required arguments were not provided: <PATH>...; see attache extract --help",
            ),
            (
                &["extract", "a", "--format", "jsno"],
                "invalid value 'jsno' for '--format <FORMAT>' [possible values: json, jsonl]; a similar value exists: 'json'; see attache extract --help",
            ),
            (
                &["a.txt", "--date", "soon"],
                "invalid value 'soon' for '--date <DATE>': write a day as 2024-08-20; see attache --help",
            ),
        ] {
            let error =
                Cli::try_parse_from(std::iter::once("attache").chain(arguments.iter().copied())).unwrap_err();
            assert_eq!(one_line(&error.render().to_string(), arguments[0]), want);
        }
    }
}
