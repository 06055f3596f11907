//! The real binary in a pseudo-terminal: it reads, and whatever ends or stops it, the terminal is whole afterwards.
#![cfg(unix)]

#[path = "common/terminal.rs"]
mod pty;

use std::path::Path;
use std::thread;
use std::time::Duration;

use portable_pty::PtySize;

use pty::{ATTACHE, SAMPLE, Terminal, cells};

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

#[test]
fn a_folder_is_read_while_its_first_briefing_shows() {
    let folder = pty::scratch("many");
    std::fs::create_dir_all(&folder).unwrap();
    for n in 0..300 {
        let text = format!("Talks number {n} end\n\nThe envoys met in Bern for the {n}th time.\n");
        std::fs::write(folder.join(format!("talks-{n:03}.txt")), text).unwrap();
    }
    std::fs::write(folder.join("talks-150.txt"), " ").unwrap();
    let mut terminal = Terminal::start(ATTACHE, &[folder.to_str().unwrap()], &[]);
    terminal.wait("the first", |s| s.contents().contains("Talks number 0 end"));
    terminal.keys("g/299th");
    terminal.wait("the last", |s| s.contents().contains("in text: 1 hit in 1 briefing"));
    terminal.keys("\r");
    terminal.wait("its text", |s| s.contents().contains("Talks number 299 end"));
    terminal.keys("q");
    assert_eq!(terminal.end(), 1, "one could not be opened");
    terminal.wait("the complaint", |s| s.contents().contains("talks-150.txt: is empty"));
    terminal.assert_whole("many");
}

#[test]
fn it_searches_all_open_briefings() {
    let mut terminal = Terminal::start(ATTACHE, &["briefings"], &[]);
    terminal.wait("the reader", |s| s.contents().contains("Article"));
    terminal.keys("g/");
    terminal.wait("the prompt", |s| s.contents().contains("Search all open briefings"));
    terminal.keys("gripen");
    terminal.wait("the hits", |s| s.contents().contains("in text: 2 hits in 1 briefing"));
    // Points of briefings that nobody looked at yet are found beside the reader.
    terminal.keys("\u{14}");
    terminal.wait("the points", |s| s.contents().contains("C buy four Gripen fighter jets"));
    terminal.keys("\r");
    terminal.wait("the briefing", |s| {
        s.contents().contains("wire-sweden-hungary.txt") && !s.contents().contains("Search all")
    });
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_whole("search");
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
        // A key that nobody has read when the program stops would be the shell's.
        thread::sleep(Duration::from_millis(300));
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
    let before = terminal.count();
    thread::sleep(Duration::from_millis(700));
    assert_eq!(terminal.count(), before, "bytes were written while nobody did anything");
    terminal.keys("q");
    terminal.end();
}
