//! Floor 3: bytes → [`Document`]. The only floor that reads briefing files.
//!
//! Plain text, Markdown and TOML briefings, in whatever encoding they come. Import decides what is a block, what is page
//! furniture and what the briefing says about itself; it knows nothing of key points. A file that is no briefing is
//! refused in one line.

mod dateline;
mod decode;
mod error;
mod front_matter;
mod furniture;
mod markdown;
mod metadata;
mod pattern;
mod plain;

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::base::{Diagnostic, Span};
use crate::document::{Block, BlockKind, Document, Format, Metadata};

pub use error::{ImportError, LARGEST};

/// What the caller knows and the file may not say.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The date to take for the document's, whatever it says itself.
    pub date: Option<Date>,
    /// The format to read the bytes as, whatever the name says.
    pub format: Option<Format>,
}

/// File name endings that are briefings, in lower case.
pub const ENDINGS: &[&str] = &["txt", "text", "md", "markdown", "toml"];

/// Whether the name of `path` ends like a briefing's.
pub fn is_briefing(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    ending.is_some_and(|e| ENDINGS.contains(&e.as_str()))
}

/// Opens the briefing at `path`.
///
/// ```no_run
/// # use attache::import;
/// let briefing = import::open("talks.txt".as_ref(), &import::Options::default())?;
/// println!("{}", briefing.metadata.title.unwrap_or_default());
/// # Ok::<(), import::ImportError>(())
/// ```
pub fn open(path: &Path, options: &Options) -> Result<Document, ImportError> {
    let unreadable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { path: path.into() },
        _ => ImportError::Unreadable { path: path.into(), source },
    };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(ImportError::Folder { path: path.into() });
    }
    if about.len() > LARGEST {
        return Err(ImportError::TooLarge { name: path.display().to_string() });
    }
    // What is no plain file may have no end, whatever its size says.
    let mut bytes = Vec::with_capacity(about.len() as usize);
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read(&bytes, Some(path), options)
}

/// Makes a document of `bytes`, which came from `path` or, without one, from standard input.
///
/// ```
/// # use attache::import;
/// let briefing = import::read(b"Talks in Oslo end\n\nThey agreed to meet again.", None, &import::Options::default())?;
/// assert_eq!(briefing.metadata.title.as_deref(), Some("Talks in Oslo end"));
/// # Ok::<(), import::ImportError>(())
/// ```
pub fn read(bytes: &[u8], path: Option<&Path>, options: &Options) -> Result<Document, ImportError> {
    let name = || path.map_or("-".into(), |p| p.display().to_string());
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::TooLarge { name: name() });
    }
    let mut diagnostics = Vec::new();
    let decoded =
        decode::decode(bytes, &mut diagnostics).ok_or_else(|| ImportError::Binary { name: name() })?;
    if decoded.trim().is_empty() {
        return Err(ImportError::Empty { name: name() });
    }
    let format = options.format.unwrap_or_else(|| format_of(path));
    let id = path.and_then(Path::file_stem).map_or("-".into(), |s| s.to_string_lossy().into_owned());
    let mut document = Document {
        id,
        sha256: hex(&Sha256::digest(bytes)),
        path: path.map(Into::into),
        format,
        diagnostics,
        ..Document::default()
    };
    fill(&mut document, decoded).map_err(|message| ImportError::Malformed { name: name(), message })?;
    metadata::complete(&mut document);
    document.metadata.published = options.date.or(document.metadata.published);
    if document.blocks.is_empty() {
        let remark = Diagnostic::warning("no text in this briefing");
        document.diagnostics.push(remark.with_hint("check that the file was saved whole"));
    } else if document.blocks.iter().all(|b| b.kind.is_furniture()) {
        let remark = Diagnostic::warning("nothing but page furniture in this file");
        document.diagnostics.push(remark.with_hint("check that the article itself was saved"));
    }
    Ok(document)
}

fn format_of(path: Option<&Path>) -> Format {
    let ending =
        path.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "md" | "markdown" => Format::Markdown,
        "toml" => Format::Toml,
        _ => Format::Text,
    }
}

/// Text and blocks by the document's format; an error tells where a TOML briefing is wrong.
fn fill(document: &mut Document, decoded: String) -> Result<(), String> {
    match document.format {
        Format::Text => {
            document.blocks = plain::blocks(&decoded);
            document.text = decoded;
        }
        Format::Markdown => {
            let body = match front_matter::split(&decoded) {
                Some((fence, front, body)) => {
                    front_matter::read(fence, front, &mut document.metadata, &mut document.diagnostics);
                    &decoded[body..]
                }
                None => &decoded,
            };
            (document.text, document.blocks) = markdown::read(body);
            lead_with_title(document);
        }
        Format::Toml => {
            let table: toml::Table = toml::from_str(&decoded).map_err(|e| toml_fault(&e, &decoded))?;
            let body = table.get("body").and_then(toml::Value::as_str);
            let body = body.ok_or("a TOML briefing needs a `body`, a string with the text")?;
            let mut metadata = Metadata::default();
            front_matter::fill(&front_matter::from_toml(&table), &mut metadata, &mut document.diagnostics);
            document.metadata = metadata;
            document.text = decode::line_ends(body.trim_start_matches(['\r', '\n']).to_owned());
            document.blocks = plain::blocks(&document.text);
            lead_with_title(document);
        }
    }
    Ok(())
}

/// Sets the title of the front matter over a text that has no headline of its own, so that it can be read and pointed at.
fn lead_with_title(document: &mut Document) {
    let title = document.metadata.title.as_deref().unwrap_or_default();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = document.blocks.iter().position(|b| !b.kind.is_furniture());
    if title.is_empty() || document.blocks.iter().any(|b| b.kind == BlockKind::Title) {
        return;
    }
    if let Some(at) = first.filter(|at| document.slice(document.blocks[*at].span) == title) {
        document.blocks[at].kind = BlockKind::Title;
        return;
    }
    let by = title.len() + 2;
    for block in &mut document.blocks {
        block.span = block.span.shifted(by);
        block.marker = block.marker.shifted(by);
    }
    document.blocks.insert(0, Block::new(BlockKind::Title, Span::new(0, title.len())));
    document.text.insert_str(0, &format!("{title}\n\n"));
}

fn toml_fault(error: &toml::de::Error, text: &str) -> String {
    let at = error.span().map_or(0, |s| s.start.min(text.len()));
    let line = text[..text.floor_char_boundary(at)].matches('\n').count() + 1;
    format!("line {line}: {}; mend the TOML there", error.message())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn refusals_say_what_where_and_what_to_do() {
        let refuse = |bytes: &[u8], name: &str| {
            read(bytes, Some(Path::new(name)), &Options::default()).map(|d| d.id).unwrap_err().to_string()
        };
        assert_eq!(refuse(b" \n", "a.txt"), "a.txt: is empty; nothing to read");
        assert!(refuse(b"\x00\x01\x02", "a.txt").contains("binary"));
        assert!(refuse(b"title = \nbody = 1", "a.toml").contains("line 1"));
        assert!(refuse(b"title = 'x'", "a.toml").contains("`body`"));
        let missing = open(Path::new("no/such.txt"), &Options::default()).unwrap_err().to_string();
        assert_eq!(missing, "no/such.txt: no such file; check the name");
        assert!(open(Path::new("src"), &Options::default()).unwrap_err().to_string().contains("folder"));
    }

    #[test]
    fn a_text_of_furniture_opens_and_says_so() {
        let document = read(b"Share this: X\n\nAdvertisement\n", None, &Options::default()).unwrap();
        assert!(document.diagnostics.iter().any(|d| d.message.contains("furniture")));
    }

    #[test]
    fn front_matter_and_flag_set_the_date() {
        let text = b"+++\ndate = 2024-08-20\nplace = 'Delhi'\n+++\nThey met.";
        let at = |date| {
            let options = Options { date, format: Some(Format::Markdown) };
            read(text, None, &options).unwrap().metadata.published.map(|d| d.to_string())
        };
        assert_eq!(at(None).as_deref(), Some("2024-08-20"));
        assert_eq!(at(Date::new(2025, 1, 1).ok()).as_deref(), Some("2025-01-01"));
    }

    #[test]
    fn a_title_of_the_front_matter_leads_the_text() {
        let source = "title = 'Talks'\nbody = \"\"\"\nThey met.\r\n- twice\"\"\"";
        let toml = read(source.as_bytes(), Some("a.toml".as_ref()), &Options::default()).unwrap();
        assert_eq!(toml.text, "Talks\n\nThey met.\n- twice");
        let blocks: Vec<_> = toml.blocks.iter().map(|b| (b.kind, toml.slice(b.span))).collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Title, "Talks"),
                (BlockKind::Paragraph, "They met."),
                (BlockKind::ListItem, "twice")
            ]
        );
        let markdown =
            read(b"---\ntitle: Talks\n---\n# Other\n\nThey met.", Some("a.md".as_ref()), &Options::default());
        assert_eq!(markdown.unwrap().text, "Other\n\nThey met.");
    }

    #[test]
    fn names_of_files_are_shown_safely() {
        let refusal = open(Path::new("no\u{1b}[2Jsuch"), &Options::default()).unwrap_err().to_string();
        assert!(refusal.starts_with("no␛[2Jsuch"), "{refusal}");
    }

    #[test]
    fn the_sample_briefings_open() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let document = open(&path, &Options::default()).unwrap();
            assert!(document.metadata.title.is_some(), "{}", path.display());
            assert_eq!(document.metadata.language.as_deref(), Some("en"), "{}", path.display());
            assert!(document.diagnostics.is_empty(), "{}", path.display());
            let titles = document.blocks.iter().filter(|b| b.kind == BlockKind::Title).count();
            assert_eq!(titles, 1, "{}", path.display());
            seen += 1;
        }
        assert!(seen >= 7);
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), kind in 0..3) {
            let format = [Format::Text, Format::Markdown, Format::Toml][kind as usize];
            let options = Options { format: Some(format), ..Options::default() };
            if let Ok(document) = read(&bytes, None, &options) {
                for block in &document.blocks {
                    prop_assert!(document.text.get(block.span.range()).is_some());
                }
            }
        }

        #[test]
        fn arbitrary_unicode_never_panics(text in any::<String>()) {
            let _ = read(text.as_bytes(), None, &Options::default());
        }
    }
}
