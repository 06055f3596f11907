//! The `attache` program: hands its arguments to the command line floor and exits with the code that comes back.

use std::process::ExitCode;

fn main() -> ExitCode {
    attache::cli::main()
}
