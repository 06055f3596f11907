//! What tests of the real program share.
#![allow(dead_code, missing_docs, reason = "each test file uses a part of it")]

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

/// The program, with empty folders of its own for settings and data.
pub fn attache() -> Command {
    let mut command = Command::cargo_bin("attache").expect("the program is built");
    let nowhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-settings");
    command.env("XDG_CONFIG_HOME", &nowhere).env("XDG_DATA_HOME", nowhere.join("data"));
    command.env("NO_COLOR", "1").env_remove("EDITOR");
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Runs the program with `arguments`.
pub fn run(arguments: &[&str]) -> Output {
    attache().args(arguments).output().expect("it runs")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 on standard error")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

/// A folder with `files` in it, each a name and its text.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

/// The sample briefings, in order.
pub fn briefings() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("briefings").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// Asserts that `made` stands between the marks `<!-- name -->` and `<!-- /name -->` of the file at `path`; writes it
/// there instead when `ATTACHE_UPDATE` is set.
pub fn holds_what_is_made(path: &str, name: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let text = std::fs::read_to_string(&path).expect("readable");
    let (before, rest) = text.split_once(&begin).expect("the mark where it begins");
    let (_, after) = rest.split_once(&end).expect("the mark where it ends");
    let wanted = format!("{before}{begin}{made}{end}{after}");
    if std::env::var_os("ATTACHE_UPDATE").is_some() {
        std::fs::write(&path, &wanted).expect("written");
        return;
    }
    assert!(text == wanted, "run ATTACHE_UPDATE=1 cargo test --test keys --test catalogue");
}
