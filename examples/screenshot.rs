//! Makes the picture in the README from a real run of the reader.
//!
//! ```text
//! cargo build --release && cargo run --example screenshot -- target/release/attache assets/screen.svg
//! ```
//!
//! The program runs in a pseudo-terminal of 110 by 32, gets a few keys, and its screen is written as SVG on a window of its
//! own colour, so that it reads on a light and on a dark page.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::num::NonZeroU16;
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use vt100::{Color, Parser};

const COLUMNS: u16 = 110;
const ROWS: u16 = 32;
const CELL: (f32, f32) = (8.4, 18.0);
const INK: &str = "#d8dee9";
const PAPER: &str = "#1d2129";
/// What the sixteen colours of the palette look like in the picture.
const PALETTE: [&str; 16] = [
    "#3b4252", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9", "#7b869b",
    "#f28b94", "#b5e08f", "#f5d596", "#8cc8ff", "#dfa0f0", "#7fd3de", "#ffffff",
];
/// What is typed, each part after the screen came to rest.
const KEYS: &[&str] = &["]", "]", "]"];

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let usage = "usage: screenshot PROGRAM OUT.svg [FILE]";
    let (program, out) = (args.next().context(usage)?, args.next().context(usage)?);
    let file = args.next().unwrap_or_else(|| "briefings/japan-india-two-plus-two.txt".into());
    let parser = run(&program, &file)?;
    std::fs::write(&out, svg(&parser)).with_context(|| format!("cannot write {out}"))?;
    println!("{out}");
    Ok(())
}

fn run(program: &str, file: &str) -> anyhow::Result<Parser> {
    let pair = native_pty_system().openpty(PtySize { rows: ROWS, cols: COLUMNS, ..PtySize::default() })?;
    let home = tempfile::tempdir()?;
    let mut command = CommandBuilder::new(std::path::absolute(program)?);
    command.arg(file);
    command.cwd(std::env::current_dir()?);
    command.env("TERM", "xterm-256color");
    command.env("COLORTERM", "truecolor");
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
        command.env(variable, home.path());
    }
    let mut child = pair.slave.spawn_command(command)?;
    let mut reader = pair.master.try_clone_reader()?;
    let mut writer = pair.master.take_writer()?;
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    let size = |n| NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN);
    let mut parser = Parser::new(size(ROWS), size(COLUMNS), 0);
    for keys in [""].iter().chain(KEYS) {
        writer.write_all(keys.as_bytes())?;
        while let Ok(bytes) = receiver.recv_timeout(Duration::from_millis(700)) {
            parser.process(&bytes);
        }
    }
    child.kill()?;
    Ok(parser)
}

fn svg(parser: &Parser) -> String {
    let (width, height) = (f32::from(COLUMNS) * CELL.0 + 24.0, f32::from(ROWS) * CELL.1 + 48.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"ui-monospace, \
         'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" rx=\"10\" \
         fill=\"{PAPER}\" stroke=\"#7b869b\"/>\n"
    );
    for (index, colour) in ["#e06c75", "#e5c07b", "#98c379"].iter().enumerate() {
        let _ = writeln!(out, "<circle cx=\"{}\" cy=\"16\" r=\"5\" fill=\"{colour}\"/>", 20 + index * 18);
    }
    for row in 0..ROWS {
        line(&mut out, parser, row);
    }
    out.push_str("</svg>\n");
    out
}

/// One row as runs of cells that look alike.
fn line(out: &mut String, parser: &Parser, row: u16) {
    let mut column = 0;
    while column < COLUMNS {
        let start = column;
        let look = Look::at(parser, row, column);
        let mut words = String::new();
        while column < COLUMNS && Look::at(parser, row, column) == look {
            if let Some(cell) = parser.screen().cell(row, column).filter(|c| !c.is_wide_continuation()) {
                words.push_str(if cell.contents().is_empty() { " " } else { cell.contents() });
            }
            column += 1;
        }
        look.draw(out, row, start..column, &words);
    }
}

#[derive(PartialEq)]
struct Look {
    ink: String,
    paper: Option<String>,
    bold: bool,
    dim: bool,
    underline: bool,
}

impl Look {
    fn at(parser: &Parser, row: u16, column: u16) -> Self {
        let Some(cell) = parser.screen().cell(row, column) else {
            return Self { ink: INK.into(), paper: None, bold: false, dim: false, underline: false };
        };
        let (mut ink, mut paper) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
        if cell.inverse() {
            (ink, paper) = (Some(paper.unwrap_or(PAPER.into())), Some(ink.unwrap_or(INK.into())));
        }
        Self {
            ink: ink.unwrap_or(INK.into()),
            paper,
            bold: cell.bold(),
            dim: cell.dim(),
            underline: cell.underline(),
        }
    }

    fn draw(&self, out: &mut String, row: u16, columns: std::ops::Range<u16>, words: &str) {
        let (x, y) = (f32::from(columns.start) * CELL.0 + 12.0, f32::from(row) * CELL.1 + 32.0);
        let width = f32::from(columns.end - columns.start) * CELL.0;
        if let Some(paper) = &self.paper {
            let _ = writeln!(
                out,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{}\" fill=\"{paper}\"/>",
                CELL.1
            );
        }
        if words.trim().is_empty() {
            return;
        }
        let style = [
            if self.bold { " font-weight=\"bold\"" } else { "" },
            if self.dim { " opacity=\"0.62\"" } else { "" },
            if self.underline { " text-decoration=\"underline\"" } else { "" },
        ]
        .concat();
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{}\"{style} textLength=\"{width:.1}\" xml:space=\"preserve\">{words}</text>",
            y + 13.0,
            self.ink
        );
    }
}

fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Default => None,
        Color::Idx(index @ 0..16) => Some(PALETTE[usize::from(index)].into()),
        Color::Idx(index @ 16..232) => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * u32::from(n) };
            let cube = index - 16;
            Some(format!("#{:02x}{:02x}{:02x}", step(cube / 36), step(cube / 6 % 6), step(cube % 6)))
        }
        Color::Idx(index) => {
            let grey = 8 + 10 * u32::from(index - 232);
            Some(format!("#{grey:02x}{grey:02x}{grey:02x}"))
        }
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
    }
}
