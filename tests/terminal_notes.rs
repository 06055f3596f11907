//! Highlights and notes in the real program, in a pseudo-terminal: made, kept, undone, carried along, copied.
#![cfg(unix)]

#[path = "common/terminal.rs"]
mod pty;

use std::fs;
use std::path::{Path, PathBuf};

use pty::{ATTACHE, Terminal, scratch};

const TEXT: &str = "Envoys meet in Oslo\n\nThe envoys met in Oslo on Monday. It was cold.\n\nNobody signed a treaty.\n\n\
                    The hall was full. The tea was good.\n\nA ferry left at noon.\n";

/// A briefing with a data folder beside it.
struct Case {
    folder: PathBuf,
    data: String,
}

impl Case {
    fn new(text: &str) -> Self {
        let folder = scratch("case");
        fs::create_dir_all(&folder).unwrap();
        let case = Self { data: folder.join("data").display().to_string(), folder };
        case.write(text);
        case
    }

    fn file(&self) -> PathBuf {
        self.folder.join("talks.txt")
    }

    /// Writes the briefing as editors do: a new file, renamed over the old one.
    fn write(&self, text: &str) {
        fs::write(self.folder.join("talks.new"), text).unwrap();
        fs::rename(self.folder.join("talks.new"), self.file()).unwrap();
    }

    fn open(&self) -> Terminal {
        self.open_with(&[], &[])
    }

    fn open_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Terminal {
        let file = self.file().display().to_string();
        let mut all = vec![file.as_str()];
        all.extend(arguments);
        let mut variables = variables.to_vec();
        variables.push(("XDG_DATA_HOME", &self.data));
        let mut terminal = Terminal::sized((100, 40), ATTACHE, &all, &variables);
        terminal.see("HIGHLIGHTS");
        terminal
    }
}

/// How many highlights the screen counts.
fn counted(screen: &str) -> usize {
    let (_, after) = screen.split_once("HIGHLIGHTS ").unwrap_or(("", "0"));
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

fn quit(mut terminal: Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_whole("quit");
}

/// A seeded generator (Knuth's MMIX constants), so that a failure can be had again.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn what_the_screen_showed_is_there_after_kill_9() {
    let text: String = (1..150).map(|n| format!("Paragraph {n} of a long day in the hall.\n\n")).collect();
    let case = Case::new(&text);
    let mut random = Random(9);
    let mut before = 0;
    for round in 0..20 {
        let mut terminal = case.open();
        terminal.wait("what was acknowledged before", |s| counted(&s.contents()) >= before);
        // Some that are waited for, and some that are under way when the kill comes.
        let waited = usize::try_from(random.below(3)).unwrap();
        let place = format!(":{}\r", 1 + round * 7);
        terminal.keys(&place);
        terminal.keys(&"H}".repeat(waited));
        terminal.wait("the highlights", |s| counted(&s.contents()) >= before + waited.min(1));
        terminal.keys(&"H}".repeat(usize::try_from(random.below(4)).unwrap()));
        std::thread::sleep(std::time::Duration::from_micros(random.below(40_000)));
        let seen = counted(&terminal.contents());
        terminal.signal("-KILL");
        terminal.end();
        before = before.max(seen);
    }
    let mut terminal = case.open();
    terminal.wait("all that was ever shown", |s| counted(&s.contents()) >= before);
    assert!(before >= 10, "only {before} highlights were made");
    quit(terminal);
}

#[test]
fn undo_and_redo_reach_over_the_end_of_a_session() {
    let case = Case::new(TEXT);
    let mut terminal = case.open();
    terminal.keys("}H");
    terminal.see("highlighted  1");
    terminal.keys("aask the desk\r");
    terminal.see("note kept");
    quit(terminal);
    let mut terminal = case.open();
    terminal.see("ask the desk");
    terminal.keys("u");
    terminal.see("undone: note");
    terminal.keys("u");
    terminal.see("HIGHLIGHTS 0");
    quit(terminal);
    let mut terminal = case.open();
    terminal.keys("\u{12}\u{12}");
    terminal.see("HIGHLIGHTS 1");
    terminal.see("ask the desk");
    quit(terminal);
}

#[test]
fn a_file_that_changes_under_the_reader_keeps_its_highlights() {
    let case = Case::new(TEXT);
    let mut terminal = case.open();
    terminal.keys("}H}H");
    terminal.see("HIGHLIGHTS 2");
    let longer = TEXT.replace("Oslo\n\nThe", "Oslo\n\nA new lead stands here now.\n\nThe");
    case.write(&longer);
    terminal.see("changed · 2 carried, 0 orphans");
    case.write(&longer.replace("Nobody signed a treaty.", "They left."));
    terminal.see("changed · 1 carried, 1 orphan");
    terminal.keys("go");
    terminal.see("The words that are gone");
    terminal.keys("\u{1b}");
    case.write(&longer);
    terminal.see("changed · 2 carried, 0 orphans");
    quit(terminal);
}

#[test]
fn two_readers_of_one_file_do_not_lose_each_other_s_work() {
    let case = Case::new(TEXT);
    let (mut one, mut two) = (case.open(), case.open());
    one.keys("}H");
    one.see("HIGHLIGHTS 1");
    two.see("HIGHLIGHTS 1");
    two.keys("}}H");
    two.see("HIGHLIGHTS 2");
    one.see("HIGHLIGHTS 2");
    quit(one);
    quit(two);
}

#[test]
fn a_note_is_pasted_with_its_lines() {
    let case = Case::new(TEXT);
    let mut terminal = case.open();
    terminal.keys("}a");
    terminal.see("Enter keep");
    terminal.keys("\u{1b}[200~first line\r\nsecond qH line\u{1b}[201~\r");
    terminal.see("note kept");
    terminal.see("first line second qH line");
    let kept = fs::read_dir(Path::new(&case.data).join("attache/annotations")).unwrap();
    let store = kept.map(|e| e.unwrap().path()).find(|p| p.extension().is_some_and(|e| e == "toml")).unwrap();
    let store = fs::read_to_string(store).unwrap();
    assert!(store.contains("first line\nsecond qH line") || store.contains("first line\\nsecond"), "{store}");
    quit(terminal);
}

/// Where `words` stand on the screen, as the mouse counts: from 1.
fn cell(terminal: &Terminal, words: &str) -> (usize, usize) {
    let contents = terminal.contents();
    let (row, line) = contents.lines().enumerate().find(|(_, l)| l.contains(words)).expect("on the screen");
    (line[..line.find(words).unwrap()].chars().count() + 1, row + 1)
}

#[test]
fn the_mouse_selects_and_scrolls_and_can_be_left_to_the_terminal() {
    let case = Case::new(TEXT);
    let mut terminal = case.open();
    let mode = |s: &vt100::Screen| s.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
    terminal.wait("the mouse is ours", mode);
    let (x, y) = cell(&terminal, "envoys met");
    terminal.keys(&format!("\u{1b}[<0;{x};{y}M\u{1b}[<32;{};{y}M\u{1b}[<0;{};{y}m", x + 9, x + 9));
    terminal.see("o other end");
    terminal.keys("H");
    terminal.see("▌ envoys met");
    terminal.keys("gm");
    terminal.see("the mouse is the terminal's own");
    terminal.wait("the mouse is the terminal's", |s| !mode(s));
    terminal.keys("gm");
    terminal.wait("the mouse is ours again", mode);
    quit(terminal);
}

#[test]
fn quotes_go_to_the_clipboard_of_the_terminal() {
    let case = Case::new(TEXT);
    let mut terminal = case.open();
    terminal.keys("}yy");
    terminal.see("copied: quote");
    // "The envoys met in Oslo on Monday." in base64.
    assert!(terminal.wrote("\u{1b}]52;c;VGhlIGVudm95cyBtZXQgaW4gT3NsbyBvbiBNb25kYXku"));
    quit(terminal);
}

#[test]
fn reading_goes_on_where_it_was_left_and_without_a_name() {
    let text: String = (1..90).map(|n| format!("Paragraph {n} of a long day.\n\n")).collect();
    let case = Case::new(&text);
    let mut terminal = case.open();
    terminal.keys(":42\r");
    terminal.see("¶ 42/");
    quit(terminal);
    let mut terminal = case.open();
    terminal.see("where you left off");
    terminal.see("¶ 42/");
    quit(terminal);
    let mut alone = Terminal::sized((100, 40), ATTACHE, &[], &[("XDG_DATA_HOME", &case.data)]);
    alone.see("¶ 42/");
    quit(alone);
    let mut at = case.open_with(&["--at", "¶5"], &[]);
    at.see("¶ 5/");
    quit(at);
}

#[test]
fn alone_and_with_nothing_read_it_shows_how_to_begin() {
    let mut terminal = Terminal::start(ATTACHE, &[], &[]);
    terminal.see("attache FILE");
    assert_eq!(terminal.end(), 2);
    terminal.assert_whole("nothing to read");
}

#[test]
fn a_briefing_read_lately_is_opened_from_the_list() {
    let case = Case::new(TEXT);
    quit(case.open());
    let other = case.folder.join("other.txt").display().to_string();
    fs::write(&other, "Another matter\n\nIt rained in the hills.\n").unwrap();
    let mut terminal = Terminal::sized((100, 40), ATTACHE, &[&other], &[("XDG_DATA_HOME", &case.data)]);
    terminal.see("It rained");
    terminal.keys("gb");
    terminal.see("Read lately");
    terminal.keys("j\r");
    terminal.see("The envoys met in Oslo");
    // It is watched like the others.
    case.write(&TEXT.replace("It was cold.", "It was warm."));
    terminal.see("It was warm.");
    quit(terminal);
}

#[test]
fn the_editor_opens_at_the_line_and_its_changes_are_taken_in() {
    let case = Case::new(TEXT);
    let (script, told) = (case.folder.join("editor.sh"), case.folder.join("told"));
    let line = format!("echo \"$@\" > {}; printf '\\nMore to come.\\n' >> \"$2\"\n", told.display());
    fs::write(&script, line).unwrap();
    let editor = format!("/bin/sh {}", script.display());
    let mut terminal = case.open_with(&[], &[("EDITOR", &editor)]);
    terminal.keys("}}gf");
    terminal.see("More to come.");
    let told = fs::read_to_string(told).unwrap();
    assert_eq!(told.trim(), format!("+5 {}", case.file().display()));
    quit(terminal);
}
