//! `attache search`: words in briefings, with what stands round them.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use crate::base::Span;
use crate::briefing::Briefing;
use crate::export::wire::{Hit, Hits, Offsets};
use crate::export::{Item, points, title};
use crate::extract::{Lexicon, extract};
use crate::search::{Mode, Query, around};
use crate::text::visible;

use super::batch;
use super::inputs::{Input, expand, fault_of_ours};
use super::options;
use super::output::{Outcome, complain, deliver};
use super::own;

const EXAMPLES: &str = "\
Examples:
  attache search \"joint exercise\" briefings/         every place in the texts, with what stands round it
  attache search --in points Kihara briefings/       in the key points instead
  attache search --in text,notes visa talks.txt      in the text and in your own notes
  attache search -r 'min\\w+ial' --count briefings/   a regular expression; only how often

A line end counts as a space, a straight quotation mark finds a curly one. In the reader, g / does the same.";

/// What `search` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// What to look for; small letters find capitals too
    #[arg(value_name = "QUERY")]
    query: String,
    /// Briefings: files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Where to look
    #[arg(long = "in", value_enum, value_delimiter = ',', value_name = "WHERE", default_value = "text")]
    within: Vec<Within>,
    /// Take the query as a regular expression
    #[arg(short, long)]
    regex: bool,
    /// Show this many characters before and after each hit
    #[arg(short, long, value_name = "N", default_value_t = 60)]
    context: usize,
    /// Print only how many hits each briefing has
    #[arg(long, conflicts_with_all = ["json", "context"])]
    count: bool,
    /// Print one object a line for each briefing with hits
    #[arg(long)]
    json: bool,
}

/// What of a briefing is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Within {
    /// The text, without page furniture
    Text,
    /// The key points
    Points,
    /// Your own notes
    Notes,
}

/// What a hit is in.
struct Place {
    /// `text`, or what kind of point or note.
    kind: &'static str,
    /// The words in the text to go to.
    at: Span,
    /// The line or block that the hit stands in.
    line: String,
    /// The hit, and what is shown of the line.
    hit: Span,
    round: Span,
}

/// Prints the hits, briefing by briefing. Nothing found is no failure.
pub(super) fn run(args: &Args) -> Outcome {
    let mode = if args.regex { Mode::Regex } else { Mode::Literal };
    let query = match Query::new(&args.query, mode) {
        Ok(query) => query,
        Err(error) => {
            complain(&error.to_string());
            return Outcome::Usage;
        }
    };
    let inputs = expand(&args.paths);
    let style = Style::of_output();
    let lexicon = args.within.contains(&Within::Points).then(options::lexicon);
    let work = |input: &Input| {
        let mut briefing = Briefing::new(input.open(&crate::import::Options::default())?);
        if let Some(lexicon) = &lexicon {
            add_points(&mut briefing, lexicon);
        }
        Ok(briefing)
    };
    let own = args.within.contains(&Within::Notes).then(own::Store::open);
    let (mut failed, mut first) = (false, true);
    let mut order = inputs.iter();
    batch::in_order(options::cores(), &inputs, work, |result: Option<Result<Briefing, String>>| {
        let input = order.next();
        let written = result.unwrap_or_else(|| Err(fault_of_ours(input))).and_then(|mut briefing| {
            let found = places(&mut briefing, &query, args, own.as_ref());
            let text =
                if found.is_empty() { String::new() } else { shown(&briefing, input, &found, args, &style) };
            let gap = if text.is_empty() || first || args.json || args.count { "" } else { "\n" };
            first &= text.is_empty();
            deliver(&format!("{gap}{text}"), None, false)
        });
        if let Err(line) = written {
            complain(&line);
            failed = true;
        }
        std::ops::ControlFlow::Continue(())
    });
    Outcome::of(failed)
}

fn add_points(briefing: &mut Briefing, lexicon: &Lexicon) {
    briefing.points = extract(&briefing.document, lexicon);
}

/// The hits in what `args` wants searched: text, points, notes.
fn places(briefing: &mut Briefing, query: &Query, args: &Args, own: Option<&own::Store>) -> Vec<Place> {
    let own = own.filter(|own| own.has(briefing));
    let highlights = own.map_or_else(Vec::new, |own| own.recall(briefing, &own::Filter::default()));
    let document = &briefing.document;
    let mut out = Vec::new();
    if args.within.contains(&Within::Text) {
        out.extend(query.in_document(document, false).map(|hit| {
            let block = document.block_at(hit.start).map_or(hit, |b| document.blocks[b].span.hull(hit));
            let round = around(&document.text, block, hit, args.context);
            let line = document.slice(block).to_owned();
            let (hit_in, round) = (back(hit, block), back(round, block));
            Place { kind: "text", at: hit, line, hit: hit_in, round }
        }));
    }
    let mut in_line = |kind, at, line: &str| {
        out.extend(query.hits(line).map(|hit| {
            let round = around(line, Span::new(0, line.len()), hit, args.context);
            Place { kind, at, line: line.to_owned(), hit, round }
        }));
    };
    if args.within.contains(&Within::Points) {
        let item = Item { document, points: &briefing.points, highlights: &[] };
        points(&item).iter().for_each(|p| in_line(p.kind, p.span, &p.line()));
    }
    for highlight in &highlights {
        let note = highlight.note.as_deref().unwrap_or_default();
        in_line("note", highlight.span, note);
    }
    out
}

fn back(span: Span, block: Span) -> Span {
    Span::new(span.start - block.start, span.end - block.start)
}

fn shown(briefing: &Briefing, input: Option<&Input>, found: &[Place], args: &Args, style: &Style) -> String {
    let document = &briefing.document;
    let name = input.and_then(Input::path).map_or("-".into(), |p| p.display().to_string());
    if args.json {
        let at = Offsets::of(&document.text);
        let hit = |p: &'_ Place| Hit {
            kind: p.kind,
            paragraph: briefing.paragraph_at(p.at.start),
            span: at.span(p.at),
            text: p.hit.of(&p.line).to_owned(),
            context: p.round.of(&p.line).to_owned(),
        };
        return Hits::of(document, found.iter().map(hit).collect()).line();
    }
    if args.count {
        return format!("{}: {}\n", visible(&name), found.len());
    }
    let count = if found.len() == 1 { "1 hit".into() } else { format!("{} hits", found.len()) };
    let mut out = format!("{}{}{} · {} · {count}\n", style.name, visible(&name), style.off, title(document));
    for Place { kind, at, line, hit, round } in found {
        let number = briefing.paragraph_at(at.start).unwrap_or_default();
        let kind = if *kind == "text" { String::new() } else { format!("{kind}: ") };
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let _ = writeln!(
            out,
            "  ¶{number} {kind}{}{}{}{}{}{}{}",
            cut(round.start > 0),
            visible(Span::new(round.start, hit.start).of(line)),
            style.hit,
            visible(hit.of(line)),
            style.off,
            visible(Span::new(hit.end, round.end).of(line)),
            cut(round.end < line.len()),
        );
    }
    out
}

/// How a terminal shows names and hits; empty for pipes.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    name: &'static str,
    hit: &'static str,
    off: &'static str,
}

impl Style {
    fn of_output() -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
            || std::env::var_os("TERM").is_some_and(|t| t == "dumb");
        if plain || !io::stdout().is_terminal() {
            return Self::default();
        }
        Self { name: "\u{1b}[1m", hit: "\u{1b}[1;31m", off: "\u{1b}[0m" }
    }
}
