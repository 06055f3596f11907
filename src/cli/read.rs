//! `attache PATH…`: the reader, or plain lines when nobody looks at a screen.

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::annotate::Ledger;
use crate::briefing::Briefing;
use crate::config::{self, Settings};
use crate::export::{Item, reading};
use crate::extract::extract;
use crate::tui;

use super::batch;
use super::inputs::{Input, expand, fault_of_ours};
use super::options::{self, Reading};
use super::output::{Outcome, complain, quiet};
use super::own;

/// What the reader is asked.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Briefings to open: files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    /// Begin at a paragraph, by its number
    #[arg(long, value_name = "PARAGRAPH", value_parser = paragraph)]
    at: Option<usize>,
    /// The theme, by name
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
    /// The longest line of the article, in columns
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=200))]
    measure: Option<u16>,
    /// When output is piped: say why each key point is there
    #[arg(long)]
    explain: bool,
}

/// How to begin, for somebody who has read nothing yet.
const BEGIN: &str = "
To begin:
  attache FILE              read a briefing beside its key points (? help, q quit)
  attache FOLDER            open all briefings of a folder
  COMMAND | attache -       read what a pipe brings
The next time, attache alone opens what was read last.
";

/// Reads `5`, `¶5` and `p5`.
fn paragraph(text: &str) -> Result<usize, String> {
    let number = text.trim_start_matches(['¶', 'p']).parse().ok().filter(|n| *n > 0);
    number.ok_or_else(|| "write the number of a paragraph, as 5 or ¶5".to_owned())
}

/// Opens the briefings.
pub(super) fn run(args: &Args) -> Outcome {
    let to_screen = io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|t| t != "dumb");
    let last = if args.paths.is_empty() { last_briefing().filter(|_| to_screen) } else { None };
    let inputs = expand(if let Some(path) = &last { std::slice::from_ref(path) } else { &args.paths });
    if inputs.is_empty() {
        complain("no briefing named; try: attache briefings/, or attache --help");
        if to_screen {
            eprint!("{BEGIN}");
        }
        return Outcome::Usage;
    }
    if to_screen { screen(inputs, args) } else { plain(&inputs, args) }
}

/// The briefing that was read last, if it is still there.
fn last_briefing() -> Option<PathBuf> {
    let (ledger, _) = Ledger::open(&config::folders()?.data);
    ledger.recent().iter().map(|r| r.path.clone()).find(|p| p.is_file())
}

/// How many briefings are opened before the first shows.
const AT_ONCE: usize = 4;
/// How many of the others are handed on together.
const PORTION: usize = 64;

/// Reads `inputs` on all cores; what cannot be opened is added to `remarks`.
fn later(inputs: Vec<Input>, reading: Reading, remarks: Arc<Mutex<Vec<String>>>) -> tui::Later {
    Box::new(move |tell| {
        let (mut documents, mut faults, mut left) = (Vec::new(), Vec::new(), inputs.len());
        let mut order = inputs.iter();
        let open = |input: &Input| input.open(&reading.options());
        batch::in_order(options::cores(), &inputs, open, |result| {
            let input = order.next();
            left -= 1;
            match result.unwrap_or_else(|| Err(fault_of_ours(input))) {
                Ok(document) => documents.push(document),
                Err(line) => faults.push(line),
            }
            if left == 0 || documents.len() == PORTION {
                remarks.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(&faults);
                tell(std::mem::take(&mut documents), std::mem::take(&mut faults));
            }
            ControlFlow::Continue(())
        });
    })
}

fn screen(inputs: Vec<Input>, args: &Args) -> Outcome {
    let mut options = match reader_options(args) {
        Ok(options) => options,
        Err(line) => {
            complain(&line);
            return Outcome::Usage;
        }
    };
    let reading = args.reading.clone();
    let mut documents = Vec::new();
    // The first briefings show at once; a folder of many is read while one reads.
    let mut rest = inputs.into_iter();
    for input in rest.by_ref() {
        match input.open(&reading.options()) {
            Ok(document) => documents.push(document),
            Err(line) => options.remarks.push(line),
        }
        if documents.len() >= AT_ONCE {
            break;
        }
    }
    let remarks = Arc::new(Mutex::new(options.remarks.clone()));
    let rest: Vec<Input> = rest.collect();
    let later = (!rest.is_empty()).then(|| later(rest, reading, Arc::clone(&remarks)));
    let shown = if documents.is_empty() { Ok(()) } else { crate::tui::run(documents, later, options) };
    // The screen is gone by now: what could not be opened is told once more where it stays.
    let remarks = std::mem::take(&mut *remarks.lock().unwrap_or_else(PoisonError::into_inner));
    for line in &remarks {
        complain(line);
    }
    if let Err(error) = &shown {
        complain(&format!("{error:#}"));
    }
    Outcome::of(shown.is_err() || !remarks.is_empty())
}

/// Settings with the flags over them.
fn reader_options(args: &Args) -> Result<tui::Options, String> {
    let (mut settings, mut keymap) = (Settings::default(), None);
    if let Some(folders) = config::folders() {
        settings = Settings::read(&folders.config.join("config.toml")).map_err(|e| e.to_string())?;
        keymap = own_keymap(&folders.config)?;
    }
    Ok(tui::Options {
        theme: args.theme.clone().or(settings.theme),
        themes: themes(),
        templates: templates(),
        ascii: args.ascii || settings.ascii.unwrap_or(false),
        measure: args.measure.or(settings.measure),
        mouse: settings.mouse.unwrap_or(true),
        at: args.at,
        date: args.reading.date,
        keymap,
        lexicon: options::sources(),
        data: config::folders().map(|folders| folders.data),
        ..tui::Options::default()
    })
}

/// The user's own themes, each by the name of its file without the ending.
fn themes() -> Vec<(String, String)> {
    let own = options::own_files("themes").into_iter();
    own.map(|(name, text)| (name.trim_end_matches(".toml").to_owned(), text)).collect()
}

/// The user's own templates for exports, as file name and text; one that cannot be read is told by `attache export`.
fn templates() -> Vec<(String, String)> {
    let files = config::folders().and_then(|folders| config::files(&folders.config.join("templates")).ok());
    let read = |file: config::File| Some((file.name(), file.text.ok()?));
    files.into_iter().flatten().filter_map(read).collect()
}

/// The user's `keymap.toml`, as name and text.
pub(super) fn own_keymap(folder: &Path) -> Result<Option<(String, String)>, String> {
    let file = folder.join("keymap.toml");
    let name = file.display().to_string();
    let text = config::text_of(&file).map_err(|e| format!("{name}: cannot be read: {e}"))?;
    Ok(text.map(|text| (name, text)))
}

/// Prints the briefings one after the other, a line for each paragraph and each point.
fn plain(inputs: &[Input], args: &Args) -> Outcome {
    let (lexicon, own) = (options::lexicon(), own::Store::open());
    let mut out = io::stdout().lock();
    let (mut failed, mut first) = (false, true);
    let work = |input: &Input| {
        let document = own.read(input, &args.reading)?;
        let points = extract(&document, &lexicon);
        let mut briefing = Briefing { points, ..Briefing::new(document) };
        let highlights = own.recall(&mut briefing, &own::Filter::default());
        let (document, points) = (&briefing.document, &briefing.points);
        Ok(reading(&Item { document, points, highlights: &highlights }, args.explain))
    };
    let mut order = inputs.iter();
    let mut broken = None;
    batch::in_order(options::cores(), inputs, work, |result: Option<Result<String, String>>| {
        let input = order.next();
        match result.unwrap_or_else(|| Err(fault_of_ours(input))) {
            Err(line) => {
                complain(&line);
                failed = true;
            }
            Ok(text) => {
                let gap = if std::mem::take(&mut first) { "" } else { "\n\n" };
                if let Err(error) = write!(out, "{gap}{text}").and_then(|()| out.flush()) {
                    broken = Some(error);
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    });
    if let Some(Err(error)) = broken.map(|e| quiet(Err(e))) {
        complain(&format!("cannot write: {error}"));
        failed = true;
    }
    Outcome::of(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_named_as_they_are_shown() {
        assert_eq!([paragraph("5"), paragraph("¶5"), paragraph("p5")], [Ok(5), Ok(5), Ok(5)]);
        assert!(["", "0", "¶", "five", "-1"].into_iter().all(|wrong| paragraph(wrong).is_err()));
    }
}
