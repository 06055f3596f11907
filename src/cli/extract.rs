//! `attache extract`: key points as JSON.

use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::export::wire::{Parts, Record, With};
use crate::extract::{Lexicon, extract};

use super::batch;
use super::guard::Briefings;
use super::inputs::{Input, expand, fault_of_ours};
use super::options::{self, Reading};
use super::output::{Outcome, Sink, complain};
use super::progress::Progress;

/// What `extract` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Briefings: files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The shape of the output: one object a line, or an array
    #[arg(long, value_enum, default_value_t = Shape::Jsonl)]
    format: Shape,
    #[command(flatten)]
    reading: Reading,
    /// Add what key points are made from
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    with: Vec<Extra>,
    /// Add to each key point why it is there: rule, cue, sentence
    #[arg(long)]
    explain: bool,
    /// Leave the other kinds out
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    only: Vec<Kind>,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the output file if it exists
    #[arg(long)]
    force: bool,
    /// Work on this many briefings at once [default: one for each core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
}

/// The shape of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Shape {
    Json,
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Extra {
    /// Every expression of time, resolved
    Times,
    /// Every person, organisation, place, nationality and role that is mentioned
    Mentions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Participants,
    Parties,
    Commitments,
    Meetings,
}

impl Args {
    fn with(&self) -> With {
        let only = |kind| self.only.is_empty() || self.only.contains(&kind);
        With {
            times: self.with.contains(&Extra::Times),
            mentions: self.with.contains(&Extra::Mentions),
            why: self.explain,
            parts: Parts {
                participants: only(Kind::Participants),
                parties: only(Kind::Parties),
                commitments: only(Kind::Commitments),
                meetings: only(Kind::Meetings),
            },
        }
    }
}

/// Prints the key points of each briefing.
pub(super) fn run(args: &Args) -> Outcome {
    let inputs = expand(&args.paths);
    if let Some(line) = args.output.as_deref().and_then(|o| Briefings::of(&inputs).refusal(o)) {
        complain(&line);
        return Outcome::Usage;
    }
    let sink = match Sink::open(args.output.as_deref(), args.force) {
        Ok(sink) => sink,
        Err(line) => {
            complain(&line);
            return Outcome::Failed;
        }
    };
    let lexicon = options::lexicon();
    let jobs = args.jobs.map_or_else(options::cores, usize::from);
    let mut printer = Printer::new(sink, args.format, inputs.len());
    let work = |input: &Input| record(input, args, &lexicon);
    let mut results = inputs.iter();
    batch::in_order(jobs, &inputs, work, |result| {
        let input = results.next();
        printer.take(result.unwrap_or_else(|| Err(fault_of_ours(input))))
    });
    printer.finish()
}

fn record(input: &Input, args: &Args, lexicon: &Lexicon) -> Result<String, String> {
    let document = input.open(&args.reading.options())?;
    let points = extract(&document, lexicon);
    Record::of(&document, &points, args.with()).line().map_err(|e| format!("{}: {e}", document.id))
}

/// Writes records as they come.
struct Printer {
    sink: Sink,
    shape: Shape,
    progress: Progress,
    written: usize,
    failed: bool,
    broken: Option<io::Error>,
}

impl Printer {
    fn new(sink: Sink, shape: Shape, total: usize) -> Self {
        let progress = Progress::new(total, sink.is_terminal());
        Self { sink, shape, progress, written: 0, failed: false, broken: None }
    }

    fn take(&mut self, result: Result<String, String>) -> ControlFlow<()> {
        match result {
            Err(line) => {
                self.progress.clear();
                complain(&line);
                self.failed = true;
            }
            Ok(line) => {
                if let Err(error) = self.write(line.as_bytes()) {
                    self.broken = Some(error);
                    return ControlFlow::Break(());
                }
            }
        }
        self.progress.step();
        ControlFlow::Continue(())
    }

    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        if self.shape == Shape::Json {
            self.sink.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
            self.sink.write_all(line.trim_ascii_end())?;
        } else {
            self.sink.write_all(line)?;
        }
        self.written += 1;
        self.sink.flush()
    }

    fn finish(mut self) -> Outcome {
        self.progress.clear();
        if self.broken.is_none() && self.shape == Shape::Json {
            let end: &[u8] = if self.written == 0 { b"[]\n" } else { b"\n]\n" };
            self.broken = self.sink.write_all(end).err();
        }
        match self.broken {
            Some(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::of(self.failed),
            Some(error) => {
                complain(&format!("cannot write: {error}"));
                Outcome::Failed
            }
            // Without a single record there is nothing to keep.
            None if self.written == 0 && matches!(self.sink, Sink::File(..)) => Outcome::of(self.failed),
            None => match self.sink.finish() {
                Ok(()) => Outcome::of(self.failed),
                Err(line) => {
                    complain(&line);
                    Outcome::Failed
                }
            },
        }
    }
}
