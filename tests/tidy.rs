//! The house rules, held by a test: floors, file sizes, no panics outside tests, who may touch files.
//!
//! The reasons stand in `docs/architecture.md`.

use std::path::{Path, PathBuf};

/// Modules and their floors; neighbours on a floor never import each other.
const FLOORS: &[(&str, u8)] = &[
    ("base", 0),
    ("text", 1),
    ("document", 2),
    ("import", 3),
    ("extract", 3),
    ("annotate", 3),
    ("search", 3),
    ("config", 3),
    ("briefing", 4),
    ("export", 5),
    ("tui", 6),
    ("cli", 7),
];

/// Longest source file, in lines.
const LONGEST_FILE: usize = 500;

/// Where files may be read; writing is confined to `WRITERS`.
const READERS: &[&str] = &["import/", "annotate/store", "config/", "cli/", "tui/effect", "briefing/library"];
const WRITERS: &[&str] = &["annotate/store", "cli/", "tui/effect"];

struct Source {
    /// Path under `src/`, with `/`.
    name: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut todo = vec![root.clone()];
    let mut out = Vec::new();
    while let Some(folder) = todo.pop() {
        for entry in std::fs::read_dir(folder).expect("src is readable") {
            let path: PathBuf = entry.expect("entry").path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).expect("under src").to_string_lossy().replace('\\', "/");
                out.push(Source { name, text: std::fs::read_to_string(&path).expect("UTF-8") });
            }
        }
    }
    out.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(out.len() > 40, "only {} source files found", out.len());
    out
}

/// The file without its test module (which stands last) and with comments and strings left in.
fn production(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod ").map_or(text, |at| &text[..at])
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

/// Lines of code, comments cut off.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(n, line)| {
        let line = line.trim_start();
        (n + 1, if line.starts_with("//") { "" } else { line.split(" // ").next().unwrap_or("") })
    })
}

fn report(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn no_module_imports_upward_or_sideways() {
    let floor = |module: &str| FLOORS.iter().find(|(m, _)| *m == module).map(|(_, f)| *f);
    let mut faults = Vec::new();
    for source in sources() {
        let module = source.name.split(['/', '.']).next().unwrap_or("").to_owned();
        let Some(own) = floor(&module) else {
            if !matches!(module.as_str(), "lib" | "main") {
                faults.push(format!("src/{}: module `{module}` stands on no floor", source.name));
            }
            continue;
        };
        for (line, code) in code_lines(production(&source.text)) {
            for (at, _) in code.match_indices("crate::") {
                let path = &code[at + "crate::".len()..];
                let names: Vec<&str> = if let Some(list) = path.strip_prefix('{') {
                    list.split('}').next().unwrap_or("").split(',').map(str::trim).collect()
                } else {
                    vec![path]
                };
                for name in names {
                    let target = name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("");
                    if target != module && floor(target).is_some_and(|f| f >= own) {
                        faults.push(format!(
                            "src/{}:{line}: {module} (floor {own}) imports {target}",
                            source.name
                        ));
                    }
                }
            }
        }
    }
    report("a module imports only from floors below its own", &faults);
}

#[test]
fn no_source_file_is_long() {
    let faults: Vec<String> = sources()
        .iter()
        .map(|s| (s, s.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(s, lines)| format!("src/{}: {lines} lines", s.name))
        .collect();
    report("one idea a file, none over 500 lines", &faults);
}

#[test]
fn nothing_panics_outside_tests() {
    const PANICS: &[&str] =
        &[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| !is_test_file(&s.name)) {
        for (line, code) in code_lines(production(&source.text)) {
            if let Some(what) = PANICS.iter().find(|p| code.contains(**p)) {
                faults.push(format!("src/{}:{line}: {what}", source.name));
            }
        }
    }
    report("no unwrap, expect or panic outside tests", &faults);
}

#[test]
fn only_the_floors_that_may_touch_files_do() {
    const READS: &[&str] = &["fs::read", "File::open", "read_dir("];
    const WRITES: &[&str] =
        &["fs::write", "File::create", "fs::rename", "fs::remove_", "create_dir", "NamedTempFile"];
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| !is_test_file(&s.name)) {
        let may = |places: &[&str]| places.iter().any(|p| source.name.starts_with(p));
        for (line, code) in code_lines(production(&source.text)) {
            if READS.iter().any(|r| code.contains(r)) && !may(READERS) {
                faults.push(format!("src/{}:{line} reads a file: {code}", source.name));
            }
            if WRITES.iter().any(|w| code.contains(w)) && !may(WRITERS) {
                faults.push(format!("src/{}:{line} writes a file: {code}", source.name));
            }
        }
    }
    report("files are read and written in few places only", &faults);
}

#[test]
fn no_socket_and_no_clock_below_the_reader() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| !is_test_file(&s.name)) {
        let low = !["tui/", "cli/", "main"].iter().any(|m| source.name.starts_with(m));
        for (line, code) in code_lines(production(&source.text)) {
            if code.contains("std::net") || code.contains("TcpStream") {
                faults.push(format!("src/{}:{line} opens a socket", source.name));
            }
            if low
                && ["SystemTime::now", "Instant::now", "Zoned::now", "Timestamp::now"]
                    .iter()
                    .any(|c| code.contains(c))
            {
                faults.push(format!("src/{}:{line} asks the clock", source.name));
            }
        }
    }
    report("no network at all, and today is an argument", &faults);
}

#[test]
fn every_module_says_what_it_is() {
    let faults: Vec<String> =
        sources().iter().filter(|s| !s.text.starts_with("//! ")).map(|s| format!("src/{}", s.name)).collect();
    report("each module opens with what it does and why", &faults);
}
