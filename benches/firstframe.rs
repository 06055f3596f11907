//! From the start of the process to the first frame that shows the text, in a pseudo-terminal, with `less` beside it.
//!
//! Not a loop over a function, so criterion has no part in it: each round starts every program once, in turn, and what is
//! told are least and middle times and the ratio of the middle ones. `cargo bench --bench firstframe`.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const ROUNDS: usize = 21;
const SIZE: PtySize = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
/// What stands at the top of each text.
const EXPECTED: &str = "Envoys agree on a ferry line";
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// What terminals are asked at start, and what one says.
const ANSWERS: [(&[u8], &[u8]); 4] = [
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b]10;?", b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
];

fn main() -> anyhow::Result<()> {
    // `cargo test` runs benchmarks, too; there is nothing to test here.
    if !std::env::args().any(|a| a == "--bench") {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    for (name, bytes) in [("4 KB", 4_000), ("1 MB", 1_000_000), ("10 MB", 10_000_000)] {
        let path = folder.path().join(format!("{bytes}.txt"));
        std::fs::write(&path, text(bytes))?;
        let programs = [env!("CARGO_BIN_EXE_attache"), "less"];
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            for (program, times) in programs.iter().zip(&mut times) {
                times.extend(first_frame(program, &path, folder.path()));
            }
        }
        let [ours, theirs] = times.map(sorted);
        println!(
            "{name:>6}  attache {}  less {}  ratio {}",
            told(&ours),
            told(&theirs),
            ratio(&ours, &theirs)
        );
    }
    Ok(())
}

fn text(bytes: usize) -> String {
    let paragraph = "Trade Minister Mara Lind said Norway will open a berth in Moss by the end of 2026. She met the \
                     Danish minister on Monday, and both sides agreed to share the cost.\n\n";
    format!("{EXPECTED}\n\n{}", paragraph.repeat(bytes / paragraph.len()))
}

/// The time until `program` shows the text at `path`; `None` where it never does, or is not there.
fn first_frame(program: &str, path: &Path, home: &Path) -> Option<f64> {
    let mut command = CommandBuilder::new(program);
    command.arg(path);
    command.env("TERM", "xterm-256color");
    command.env("XDG_DATA_HOME", home.join("data"));
    command.env("XDG_CONFIG_HOME", home.join("config"));
    let pair = native_pty_system().openpty(SIZE).ok()?;
    let (mut reader, mut writer) = (pair.master.try_clone_reader().ok()?, pair.master.take_writer().ok()?);
    let begin = Instant::now();
    let mut child = pair.slave.spawn_command(command).ok()?;
    drop(pair.slave);
    let (rows, columns) = (NonZero::new(SIZE.rows)?, NonZero::new(SIZE.cols)?);
    let mut screen = vt100::Parser::new(rows, columns, 0);
    let mut bytes = vec![0; 1 << 16];
    let mut found = None;
    while found.is_none() && begin.elapsed() < LONGEST_WAIT {
        let Ok(count) = reader.read(&mut bytes) else { break };
        if count == 0 {
            break;
        }
        let got = &bytes[..count];
        for (_, answer) in ANSWERS.iter().filter(|(asked, _)| got.windows(asked.len()).any(|w| w == *asked)) {
            let _ = writer.write_all(answer);
        }
        screen.process(got);
        found = screen.screen().contents().contains(EXPECTED).then(|| begin.elapsed().as_secs_f64() * 1e3);
    }
    let _ = child.kill();
    let _ = child.wait();
    found
}

fn sorted(mut times: Vec<f64>) -> Vec<f64> {
    times.sort_by(f64::total_cmp);
    times
}

fn median(times: &[f64]) -> Option<f64> {
    times.get(times.len() / 2).copied()
}

fn told(times: &[f64]) -> String {
    match (times.first(), median(times)) {
        (Some(least), Some(middle)) => format!("least {least:.1} ms, median {middle:.1} ms"),
        _ => "not measured".into(),
    }
}

fn ratio(ours: &[f64], theirs: &[f64]) -> String {
    median(ours)
        .zip(median(theirs))
        .map_or("unknown".into(), |(ours, theirs)| format!("{:.2}", ours / theirs))
}
