//! The real binary in a pseudo-terminal: it reads, and whatever ends or stops it, the terminal is whole afterwards.
#![cfg(unix)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The longest that anything may take here; a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(30);

struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// How many bytes were written to the terminal.
    written: Arc<Mutex<usize>>,
}

#[allow(clippy::items_after_statements)]
impl Terminal {
    /// Starts `program` in a terminal of 80 by 24.
    fn start(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        // A folder for each run: the reader resumes where the last one left off.
        static RUNS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let run = RUNS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        command.env("XDG_DATA_HOME", scratch(&format!("data-{run}")));
        command.env("XDG_CONFIG_HOME", scratch("config"));
        command.env("XDG_STATE_HOME", scratch("state"));
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
        let written = Arc::new(Mutex::new(0));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (into, counter) = (Arc::clone(&screen), Arc::clone(&written));
        thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                into.lock().unwrap().process(&bytes[..count]);
                *counter.lock().unwrap() += count;
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { master: pair.master, child, keys, screen, written }
    }

    /// The reader on a sample briefing.
    fn reader() -> Self {
        let mut terminal = Self::start(ATTACHE, &[SAMPLE], &[]);
        terminal.wait("the article", |s| s.contents().contains("Tokyo's top diplomat"));
        terminal.wait("the points", |s| s.contents().contains("P Kihara Minoru"));
        terminal
    }

    fn keys(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn contents(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !wanted(self.screen.lock().unwrap().screen()) {
            assert!(begun.elapsed() < PATIENCE, "waited for {what}; the screen is\n{}", self.contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the program to end; its exit code.
    fn end(&mut self) -> u32 {
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
    fn assert_whole(&self, after: &str) {
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

    fn signal(&self, name: &str) {
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

const ATTACHE: &str = env!("CARGO_BIN_EXE_attache");
const SAMPLE: &str = "briefings/japan-india-two-plus-two.txt";

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn scratch(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("terminal-{}-{name}", std::process::id()))
}

#[test]
fn it_reads_searches_marks_and_quits() {
    let mut terminal = Terminal::reader();
    terminal.keys("/jmsdf\r");
    terminal.wait("the hit", |s| s.contents().contains("/jmsdf 1/1"));
    terminal.keys("\t ");
    terminal.wait("the mark", |s| s.contents().contains("1 marked"));
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_whole("quit");
}

/// News of a search wakes the reader just as a key does; when both come at once, neither may be lost.
#[test]
fn keys_and_news_that_come_together_are_all_heard() {
    let mut terminal = Terminal::reader();
    for _ in 0..40 {
        for key in ["/", "j", "m", "s", "d", "f", "\r"] {
            terminal.keys(key);
        }
        terminal.wait("the hit", |s| s.contents().contains("/jmsdf 1/1"));
        terminal.keys("\u{1b}");
        terminal.wait("no hit", |s| !s.contents().contains("/jmsdf"));
        terminal.keys("g");
        terminal.keys("g");
    }
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let mut terminal = Terminal::reader();
    for (cols, rows) in [(120, 40), (45, 12), (30, 8), (80, 24)] {
        terminal.screen.lock().unwrap().screen_mut().set_size(cells(rows), cells(cols));
        terminal.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let want = if cols == 30 { "attache needs 40x10" } else { "Article" };
        terminal.wait(want, |s| s.contents().contains(want) && (cols == 30 || s.contents().contains("quit")));
    }
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_whole("resize");
}

#[test]
fn signals_leave_the_terminal_whole() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let mut terminal = Terminal::reader();
        terminal.signal(signal);
        assert_ne!(terminal.end(), 0, "{signal}");
        terminal.assert_whole(signal);
    }
}

#[test]
fn a_panic_leaves_the_terminal_whole() {
    let this = std::env::current_exe().unwrap();
    let arguments = ["--exact", "panics_with_the_terminal_taken", "--ignored", "--nocapture"];
    let mut terminal = Terminal::start(this.to_str().unwrap(), &arguments, &[("ATTACHE_TEST_PANIC", "1")]);
    assert_ne!(terminal.end(), 0);
    terminal.wait("the message", |s| s.contents().contains("a panic on purpose"));
    terminal.assert_whole("panic");
}

#[test]
#[ignore = "the child of another test"]
fn panics_with_the_terminal_taken() {
    if std::env::var_os("ATTACHE_TEST_PANIC").is_some() {
        let guard = attache::tui::terminal::Guard::take(true).unwrap();
        guard.screen().unwrap().draw(|frame| frame.render_widget("reading", frame.area())).unwrap();
        panic!("a panic on purpose");
    }
}

#[test]
fn it_stops_and_goes_on() {
    if !Path::new("/bin/bash").exists() {
        return println!("skipped: no bash here");
    }
    let mut terminal = Terminal::start("/bin/bash", &["--norc", "--noprofile", "-i"], &[("PS1", "shell> ")]);
    terminal.wait("the shell", |s| s.contents().contains("shell>"));
    terminal.keys(&format!("{ATTACHE} {SAMPLE}\r"));
    terminal.wait("the article", |s| s.contents().contains("P Kihara Minoru"));
    for keys in ["\u{1a}", "kill"] {
        if keys == "kill" {
            let sent = std::process::Command::new("pkill")
                .args(["-TSTP", "-P", &terminal.child.process_id().unwrap().to_string()])
                .status();
            if !sent.is_ok_and(|s| s.success()) {
                println!("skipped: no pkill here");
                continue;
            }
        } else {
            terminal.keys(keys);
        }
        terminal.wait("the shell again", |s| !s.alternate_screen() && s.contents().contains("Stopped"));
        terminal.assert_whole_in_shell();
        terminal.keys("clear; fg\r");
        terminal.wait("the article again", |s| {
            s.alternate_screen()
                && s.contents().contains("Tokyo's top diplomat")
                && s.contents().contains("quit")
        });
        terminal.keys("j");
    }
    terminal.keys("q");
    terminal.wait("the shell at last", |s| !s.alternate_screen());
    terminal.keys("exit\r");
    terminal.end();
}

impl Terminal {
    /// Asserts that a shell can work in the terminal: what is typed shows, and lines end.
    fn assert_whole_in_shell(&mut self) {
        self.keys("stty -a | grep -c -- ' icanon.* echo '\r");
        self.wait("a count", |s| s.contents().lines().any(|l| l.trim() == "1"));
        let parser = self.screen.lock().unwrap();
        assert!(!parser.screen().hide_cursor() && !parser.screen().alternate_screen());
    }
}

#[test]
fn standard_input_is_read_and_the_keys_come_from_the_terminal() {
    let script = format!("cat {SAMPLE} | {ATTACHE} -");
    let mut terminal = Terminal::start("/bin/sh", &["-c", &script], &[]);
    terminal.wait("the article", |s| s.contents().contains("standard input"));
    terminal.keys("G");
    terminal.wait("the end", |s| s.contents().contains("100%"));
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_whole("standard input");
}

#[test]
fn nothing_is_drawn_while_nothing_changes() {
    let mut terminal = Terminal::reader();
    terminal.keys("Gk");
    thread::sleep(Duration::from_millis(600));
    let before = *terminal.written.lock().unwrap();
    thread::sleep(Duration::from_millis(700));
    assert_eq!(*terminal.written.lock().unwrap(), before, "bytes were written while nobody did anything");
    terminal.keys("q");
    terminal.end();
}
