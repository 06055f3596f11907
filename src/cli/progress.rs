//! How far a long batch is, for whoever waits for it.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// Fewer inputs than this are done before anybody asks.
const MANY: usize = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// A line on standard error that counts the inputs done; nothing when nobody looks.
#[derive(Debug)]
pub(super) struct Progress {
    total: usize,
    done: usize,
    shown: Option<Instant>,
    active: bool,
}

impl Progress {
    /// For `total` inputs. `quiet` when the output itself runs over the terminal.
    pub(super) fn new(total: usize, quiet: bool) -> Self {
        let active = !quiet && total >= MANY && io::stderr().is_terminal();
        Self { total, done: 0, shown: None, active }
    }

    /// One more is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if self.active && self.shown.is_none_or(|at| at.elapsed() >= PAUSE) {
            let _ = write!(io::stderr(), "\r{}/{} briefings", self.done, self.total);
            self.shown = Some(Instant::now());
        }
    }

    /// Takes the line away, before another line or at the end.
    pub(super) fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
