//! `attache search`: words in briefings, with what stands round them.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use crate::base::Span;
use crate::document::Document;
use crate::export::title;
use crate::export::wire::{Hits, Offsets};
use crate::search::{Mode, Query};
use crate::text::visible;

use super::batch;
use super::inputs::{Input, expand, fault_of_ours};
use super::options;
use super::output::{Outcome, complain, deliver};

/// What `search` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to look for; small letters find capitals too
    #[arg(value_name = "QUERY")]
    query: String,
    /// Briefings: files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
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
    let work = |input: &Input| {
        let document = input.open(&crate::import::Options::default())?;
        let hits: Vec<Span> = query.in_document(&document, false).collect();
        Ok(if hits.is_empty() { String::new() } else { shown(&document, input, &hits, args, &style) })
    };
    let (mut failed, mut first) = (false, true);
    let mut order = inputs.iter();
    batch::in_order(options::cores(), &inputs, work, |result: Option<Result<String, String>>| {
        let input = order.next();
        let written = result.unwrap_or_else(|| Err(fault_of_ours(input))).and_then(|text| {
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

fn shown(document: &Document, input: &Input, hits: &[Span], args: &Args, style: &Style) -> String {
    let name = input.path().map_or("-".into(), |p| p.display().to_string());
    if args.json {
        let at = Offsets::of(&document.text);
        let context = |hit: &Span| around(document, *hit, args.context).of(&document.text);
        return Hits::of(document, hits, &at, context).line();
    }
    if args.count {
        return format!("{}: {}\n", visible(&name), hits.len());
    }
    let count = if hits.len() == 1 { "1 hit".into() } else { format!("{} hits", hits.len()) };
    let mut out = format!("{}{}{} · {} · {count}\n", style.name, visible(&name), style.off, title(document));
    for hit in hits {
        let round = around(document, *hit, args.context);
        let block = document.block_at(hit.start);
        let number = block.and_then(|b| document.paragraph_number(b)).unwrap_or_default();
        let (before, after) = (Span::new(round.start, hit.start), Span::new(hit.end, round.end));
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let whole = block.map_or(round, |b| document.blocks[b].span);
        let _ = writeln!(
            out,
            "  ¶{number} {}{}{}{}{}{}{}",
            cut(round.start > whole.start),
            visible(document.slice(before)),
            style.hit,
            visible(document.slice(*hit)),
            style.off,
            visible(document.slice(after)),
            cut(round.end < whole.end),
        );
    }
    out
}

/// The hit with up to `characters` before and after it, within its block, cut between words where there are any.
fn around(document: &Document, hit: Span, characters: usize) -> Span {
    let block = document.block_at(hit.start).map_or(hit, |b| document.blocks[b].span).hull(hit);
    let before = &document.text[block.start..hit.start];
    let after = &document.text[hit.end..block.end];
    let start =
        before.char_indices().rev().take(characters).last().map_or(hit.start, |(at, _)| block.start + at);
    let end = after.char_indices().nth(characters).map_or(block.end, |(at, _)| hit.end + at);
    let skip = |text: &str| {
        text.find(char::is_whitespace).map_or(0, |at| text.len() - text[at..].trim_start().len())
    };
    let keep =
        |text: &str| text.rfind(char::is_whitespace).map_or(text.len(), |at| text[..at].trim_end().len());
    let start = if start == block.start { start } else { start + skip(&document.text[start..hit.start]) };
    let end = if end == block.end { end } else { hit.end + keep(&document.text[hit.end..end]) };
    Span::new(start, end)
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
