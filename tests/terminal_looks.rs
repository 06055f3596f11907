//! How the real program looks in terminals of all kinds, and what it asks of them.
#![cfg(unix)]

#[path = "common/terminal.rs"]
mod pty;

use std::fs;

use pty::{ATTACHE, SAMPLE, Terminal, scratch};
use vt100::Color;

/// The colours of every cell, words and ground.
fn colours(terminal: &Terminal) -> Vec<(Color, Color)> {
    let parser = terminal.screen.lock().unwrap();
    let screen = parser.screen();
    let (rows, columns) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    cells.filter_map(|(row, column)| screen.cell(row, column)).map(|c| (c.fgcolor(), c.bgcolor())).collect()
}

fn opened(arguments: &[&str], variables: &[(&str, &str)]) -> Terminal {
    let mut all = vec![SAMPLE];
    all.extend(arguments);
    let mut terminal = Terminal::start(ATTACHE, &all, variables);
    terminal.see("P Kihara Minoru");
    // The last row is drawn last.
    terminal.see("? help");
    terminal
}

fn quit(mut terminal: Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_whole("quit");
}

#[test]
fn themes_are_chosen_and_turned_through() {
    let mut terminal = opened(&["--theme", "dark"], &[("COLORTERM", "truecolor")]);
    assert!(
        colours(&terminal).iter().all(|(_, ground)| *ground != Color::Default),
        "every cell has its ground"
    );
    terminal.keys("gt");
    terminal.see("theme: light (3 of 5)");
    assert!(colours(&terminal).contains(&(Color::Rgb(38, 40, 44), Color::Rgb(251, 250, 246))));
    terminal.keys("gtgtgt");
    terminal.see("theme: default (1 of 5)");
    assert!(colours(&terminal).iter().all(|(_, ground)| *ground == Color::Default), "nothing is pinned");
    quit(terminal);
}

#[test]
fn the_theme_chosen_last_comes_back() {
    let data = scratch("looks-theme");
    let kept = data.display().to_string();
    let variables = [("XDG_DATA_HOME", kept.as_str()), ("COLORTERM", "truecolor")];
    let mut terminal = opened(&[], &variables);
    terminal.keys("gt");
    terminal.see("theme: dark (2 of 5)");
    quit(terminal);
    let terminal = opened(&[], &variables);
    assert!(
        colours(&terminal).iter().all(|(_, ground)| *ground != Color::Default),
        "every cell has the ground of the theme chosen before"
    );
    quit(terminal);
    let terminal = opened(&["--theme", "default"], &variables);
    assert!(
        colours(&terminal).iter().all(|(_, ground)| *ground == Color::Default),
        "the flag goes before it"
    );
    quit(terminal);
}

#[test]
fn no_color_is_obeyed_in_every_theme() {
    for theme in ["default", "dark", "light"] {
        let mut terminal = opened(&["--theme", theme], &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
        terminal.keys("H");
        terminal.see("highlighted  1");
        assert!(colours(&terminal).iter().all(|c| *c == (Color::Default, Color::Default)), "{theme}");
        quit(terminal);
    }
}

#[test]
fn the_terminal_is_asked_for_its_ground_after_the_first_frame_only() {
    let mut white = opened(&["--theme", "auto"], &[("GROUND", "white"), ("COLORTERM", "truecolor")]);
    white.wait("the light theme", |s| {
        s.cell(0, 0).is_some_and(|cell| cell.bgcolor() == Color::Rgb(251, 250, 246))
    });
    assert!(white.wrote("\u{1b}]11;?"));
    quit(white);
    // One that never answers is not waited for: the text stands, and keys are heard.
    let mut mute = Terminal::start(ATTACHE, &[SAMPLE, "--theme", "auto"], &[]);
    mute.see("Tokyo's top diplomat");
    mute.see("P Kihara Minoru");
    mute.keys("G");
    mute.see("100%");
    quit(mute);
    let plain = opened(&[], &[]);
    assert!(!plain.wrote("\u{1b}]11;?"), "nobody asked for it");
    quit(plain);
}

#[test]
fn a_theme_and_keys_of_one_s_own_are_taken_from_the_config_folder() {
    let config = scratch("own");
    fs::create_dir_all(config.join("attache/themes")).unwrap();
    fs::write(config.join("attache/themes/sea.toml"), "[text]\nfg = '#ffffff'\nbg = '#102030'\n").unwrap();
    fs::write(config.join("attache/config.toml"), "theme = 'sea'\n").unwrap();
    fs::write(config.join("attache/keymap.toml"), "[reader]\n'X' = 'last'\n").unwrap();
    let variables = [("XDG_CONFIG_HOME", config.to_str().unwrap()), ("COLORTERM", "truecolor")];
    let mut terminal = opened(&[], &variables);
    assert!(colours(&terminal).iter().all(|(_, ground)| *ground == Color::Rgb(16, 32, 48)));
    terminal.keys("X");
    terminal.see("100%");
    quit(terminal);
    fs::write(config.join("attache/keymap.toml"), "[article]\n\n'g' = 'quit'\n").unwrap();
    let mut refused = Terminal::start(ATTACHE, &[SAMPLE], &variables);
    assert_ne!(refused.end(), 0);
    let said = refused.contents().replace('\n', "");
    assert!(said.contains("keymap.toml, line 3: `g` (quit) and `g "), "{said}");
    refused.assert_whole("a conflict of keys");
}

#[test]
fn plain_letters_draw_everything_where_boxes_cannot_be_drawn() {
    let terminal = opened(&["--ascii"], &[]);
    let strange: String = terminal.contents().chars().filter(|c| !c.is_ascii()).collect();
    assert_eq!(strange, "", "{}", terminal.contents());
    quit(terminal);
}

#[test]
fn a_dumb_terminal_gets_plain_lines() {
    let mut terminal = Terminal::start(ATTACHE, &[SAMPLE], &[("TERM", "dumb")]);
    assert_eq!(terminal.end(), 0);
    assert!(!terminal.wrote("\u{1b}"), "no escape sequence at all");
    assert!(terminal.wrote("Kihara Minoru"));
}

#[test]
fn keys_are_told_apart_where_the_terminal_offers_it() {
    let mut terminal = opened(&[], &[]);
    assert!(terminal.wrote("\u{1b}[>1u"), "the keyboard protocol is asked for");
    // Ctrl-o and Esc as that protocol tells them.
    terminal.keys(":4\r");
    terminal.see("¶ 4/");
    terminal.keys("\u{1b}[111;5u");
    terminal.see("¶ 1/");
    terminal.keys("/Modi");
    terminal.see("/Modi");
    terminal.keys("\u{1b}[27u");
    terminal.wait("the prompt is gone", |s| s.contents().contains("? help"));
    terminal.keys("q");
    terminal.end();
    assert!(terminal.wrote("\u{1b}[<1u"), "and given back");
}

#[test]
fn control_characters_of_a_file_never_reach_the_terminal() {
    let folder = scratch("hostile");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("hostile.txt");
    let hostile = "A title\u{1b}]0;owned\u{7}\n\nWords \u{1b}[2J\u{9b}31m\u{202e}turned\u{200b} \u{1b}]52;c;aGk=\u{7} end.\n";
    fs::write(&file, hostile).unwrap();
    let mut terminal = Terminal::start(ATTACHE, &[file.to_str().unwrap()], &[]);
    terminal.see("end.");
    for sequence in ["\u{1b}]0;owned", "\u{1b}[2J", "\u{9b}31m", "\u{202e}", "\u{1b}]52;"] {
        assert!(!terminal.wrote(sequence), "{sequence:?} reached the terminal");
    }
    terminal.keys("q");
    assert_eq!(terminal.end(), 0);
}
