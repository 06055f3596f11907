//! The reader's own editor: at which line of the file, and how it is told.
//!
//! The text of a plain file is that of the document, so that lines are the same. Of other formats the document holds the
//! words without markup; there the words under the cursor are looked for in the file. Nothing here reads the file or runs
//! anything.

use std::ffi::OsString;
use std::path::Path;

use crate::document::{Document, Format};
use crate::text::LineIndex;

/// Longest stretch of words that is looked for, in bytes.
const PROBE: usize = 60;

/// A place in a briefing, to be found again in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At this line, counted from 1.
    Line(usize),
    /// At these words, which stand so often in the text from there on.
    Words(String, usize),
}

impl Place {
    /// The place of the byte at `offset` of `document`.
    pub fn of(document: &Document, offset: usize) -> Self {
        if document.format == Format::Text {
            return Self::Line(LineIndex::new(&document.text).line(offset));
        }
        let rest = document.text.get(offset..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let cut = line.floor_char_boundary(PROBE);
        let probe = if cut == line.len() { line } else { line[..cut].rsplit_once(' ').map_or("", |p| p.0) };
        Self::Words(probe.to_owned(), rest.matches(probe).count())
    }

    /// The line of `file` that the place is on, counted from 1; 1 when its words are not to be found.
    ///
    /// They are counted from the end, since what importing takes away (front matter) stands at the beginning.
    pub fn line_in(&self, file: &str) -> usize {
        let (words, count) = match self {
            Self::Line(line) => return *line,
            Self::Words(words, count) => (words.as_str(), *count),
        };
        let at =
            |probe: &str, count: usize| file.rmatch_indices(probe).nth(count.max(1) - 1).map(|(at, _)| at);
        let mut probe = words.trim();
        let mut found = at(probe, count);
        // Markup between the words keeps them from being found as a whole.
        while let (None, Some((shorter, _))) = (found, probe.rsplit_once(' ')) {
            probe = shorter;
            found = file.find(probe);
        }
        let found = found.filter(|_| !probe.is_empty());
        found.map_or(1, |at| LineIndex::new(file).line(at))
    }
}

/// The program that `editor` names, with the arguments that open `path` at `line`.
pub fn command(editor: &str, path: &Path, line: usize) -> (String, Vec<OsString>) {
    let mut words = editor.split_whitespace().map(str::to_owned);
    let program = words.next().unwrap_or_else(|| "vi".to_owned());
    let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
    let name = Path::new(&program).file_stem().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let mut place = path.as_os_str().to_owned();
    match name.as_str() {
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => {
            arguments.push("--goto".into());
            place.push(format!(":{line}"));
        }
        "hx" | "helix" | "subl" | "sublime_text" | "zed" | "zeditor" => place.push(format!(":{line}")),
        _ => arguments.push(format!("+{line}").into()),
    }
    arguments.push(place);
    (program, arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, read};

    fn line(name: &str, file: &str, words: &str) -> usize {
        let document = read(file.as_bytes(), Some(Path::new(name)), &Options::default()).unwrap();
        let offset = document.text.find(words).unwrap();
        Place::of(&document, offset).line_in(file)
    }

    #[test]
    fn the_line_is_that_of_the_file_and_not_of_the_text() {
        let text = "Title\n\nOne line.\nAnother line.\n";
        assert_eq!(line("a.txt", text, "Another"), 4);
        let front = "+++\ntitle = \"The envoys met\"\n+++\n\n# Talks\n\nThe envoys met.\n\n- They *will* meet again.\n";
        assert_eq!(line("a.md", front, "Talks"), 5);
        assert_eq!(line("a.md", front, "The envoys met"), 7);
        assert_eq!(line("a.md", front, "They will"), 9, "markup stands between the words");
        let toml = "title = \"Talks\"\nbody = \"\"\"\nThe envoys met.\n\nTwice: the envoys met.\n\"\"\"\n";
        assert_eq!(line("a.toml", toml, "Twice"), 5);
        assert_eq!(Place::Words("gone".into(), 1).line_in(toml), 1);
    }

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        let told = |editor: &str| {
            let (program, arguments) = command(editor, Path::new("a b.md"), 7);
            let arguments = arguments.iter().map(|a| a.to_string_lossy().into_owned());
            std::iter::once(program).chain(arguments).collect::<Vec<_>>().join("|")
        };
        assert_eq!(told("vi"), "vi|+7|a b.md");
        assert_eq!(told("emacsclient -t"), "emacsclient|-t|+7|a b.md");
        assert_eq!(told("/usr/bin/code --wait"), "/usr/bin/code|--wait|--goto|a b.md:7");
        assert_eq!(told("hx"), "hx|a b.md:7");
    }
}
