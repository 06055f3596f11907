//! A pseudo-terminal with the real program in it: keys in, screen out. Tests wait for words on the screen, never for time.
#![allow(dead_code, missing_docs, reason = "each test file uses a part of it")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The longest that anything may take here; a busy machine is slow.
pub const PATIENCE: Duration = Duration::from_secs(30);
pub const ATTACHE: &str = env!("CARGO_BIN_EXE_attache");
pub const SAMPLE: &str = "briefings/japan-india-two-plus-two.txt";

/// What a terminal is asked when its ground is to be known, and what one with a white ground says.
const GROUND_ASKED: &[u8] = b"\x1b]11;?";
const WHITE_GROUND: &[u8] = b"\x1b]10;rgb:0000/0000/0000\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c";

pub struct Terminal {
    pub master: Box<dyn MasterPty + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    pub screen: Arc<Mutex<vt100::Parser>>,
    /// All that was written to the terminal.
    written: Arc<Mutex<Vec<u8>>>,
}

impl Terminal {
    /// Starts `program` in a terminal of 80 by 24.
    pub fn start(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::sized((80, 24), program, arguments, variables)
    }

    /// Starts `program` in a terminal of so many columns and rows. It has a data folder of its own, since the reader
    /// resumes where the last one left off; `variables` may name another. Where they say that the ground is white, the
    /// terminal tells so.
    pub fn sized(
        (cols, rows): (u16, u16),
        program: &str,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let pair =
            native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        for name in ["NO_COLOR", "COLORTERM", "EDITOR", "VISUAL"] {
            command.env_remove(name);
        }
        command.env("XDG_DATA_HOME", scratch("data"));
        command.env("XDG_CONFIG_HOME", scratch("config"));
        command.env("XDG_STATE_HOME", scratch("state"));
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(rows), cells(cols), 0)));
        let written = Arc::new(Mutex::new(Vec::new()));
        let keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (into, all, answers) = (Arc::clone(&screen), Arc::clone(&written), Arc::clone(&keys));
        let mut ground = variables.contains(&("GROUND", "white"));
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                into.lock().unwrap().process(&bytes[..count]);
                let mut all = all.lock().unwrap();
                all.extend(&bytes[..count]);
                if ground && all.windows(GROUND_ASKED.len()).any(|w| w == GROUND_ASKED) {
                    ground = false;
                    let mut answers = answers.lock().unwrap();
                    answers.write_all(WHITE_GROUND).and_then(|()| answers.flush()).unwrap();
                }
            }
        });
        Self { master: pair.master, child, keys, screen, written }
    }

    /// The reader on a sample briefing.
    pub fn reader() -> Self {
        let mut terminal = Self::start(ATTACHE, &[SAMPLE], &[]);
        terminal.wait("the article", |s| s.contents().contains("Tokyo's top diplomat"));
        terminal.wait("the points", |s| s.contents().contains("P Kihara Minoru"));
        terminal
    }

    pub fn keys(&mut self, keys: &str) {
        let mut writer = self.keys.lock().unwrap();
        writer.write_all(keys.as_bytes()).and_then(|()| writer.flush()).unwrap();
    }

    pub fn contents(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// How many bytes were written to the terminal.
    pub fn count(&self) -> usize {
        self.written.lock().unwrap().len()
    }

    /// Whether these bytes were written to the terminal.
    pub fn wrote(&self, bytes: &str) -> bool {
        self.written.lock().unwrap().windows(bytes.len()).any(|w| w == bytes.as_bytes())
    }

    pub fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !wanted(self.screen.lock().unwrap().screen()) {
            assert!(begun.elapsed() < PATIENCE, "waited for {what}; the screen is\n{}", self.contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until these words are on the screen.
    pub fn see(&mut self, words: &str) {
        self.wait(words, |screen| screen.contents().contains(words));
    }

    /// Waits for the program to end; its exit code.
    pub fn end(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                thread::sleep(Duration::from_millis(100));
                return status.exit_code();
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end; the screen is\n{}", self.contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Asserts that the terminal is as a shell expects it.
    pub fn assert_whole(&self, after: &str) {
        let parser = self.screen.lock().unwrap();
        let screen = parser.screen();
        assert!(!screen.alternate_screen(), "{after}: still on the alternate screen");
        assert!(!screen.hide_cursor(), "{after}: the cursor is hidden");
        assert!(!screen.bracketed_paste(), "{after}: bracketed paste is on");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "{after}");
        if cfg!(target_os = "linux") {
            // ICANON and ECHO, as Linux numbers them.
            let flags = self.master.get_termios().unwrap().local_flags.bits();
            assert_eq!(flags & 0o12, 0o12, "{after}: the terminal is still raw");
        }
    }

    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args([name, &pid]).status().unwrap();
        assert!(sent.success());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

pub fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

/// A folder that nobody else uses.
pub fn scratch(name: &str) -> PathBuf {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let run = RUNS.fetch_add(1, Ordering::Relaxed);
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("terminal-{}-{name}-{run}", std::process::id()))
}
