//! `attache completions` and `attache man`: what packagers and shells ask for, made from the command line itself.

use clap::CommandFactory as _;

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
        for sub in command.get_subcommands().filter(|s| !s.is_hide_set()) {
            let named = sub.clone().bin_name(format!("attache {}", sub.get_name()));
            let man = clap_mangen::Man::new(named.disable_help_flag(true));
            page.extend_from_slice(format!(".SH ATTACHE {}\n", sub.get_name().to_uppercase()).as_bytes());
            man.render_synopsis_section(&mut page)?;
            man.render_description_section(&mut page)?;
            man.render_options_section(&mut page)?;
        }
        Ok(())
    });
    match rendered {
        Ok(()) => print(&page),
        Err(error) => {
            complain(&format!("cannot make the man page: {error}"));
            Outcome::Failed
        }
    }
}

fn print(bytes: &[u8]) -> Outcome {
    match deliver(&String::from_utf8_lossy(bytes), None, false) {
        Ok(()) => Outcome::Done,
        Err(line) => {
            complain(&line);
            Outcome::Failed
        }
    }
}
