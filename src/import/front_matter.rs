//! Front matter: what a file states about itself before its body.
//!
//! TOML between `+++` lines, YAML between `---` lines, or the keys of a TOML briefing. Keys: `title`, `date`, `place`,
//! `source`, `language`, `tags`. Unknown keys are left alone, since note apps add their own.

use serde_json::{Map, Value};

use crate::base::Diagnostic;
use crate::document::Metadata;
use crate::text::full_date;

/// Splits `text` into front matter and the offset of the body; `None` without front matter.
pub(super) fn split(text: &str) -> Option<(&str, &str, usize)> {
    let fence = text.get(..3).filter(|f| matches!(*f, "+++" | "---"))?;
    let first = text.find('\n')?;
    if text[3..first].trim() != "" {
        return None;
    }
    let mut at = first + 1;
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let front = &text[first + 1..at];
            let sign = if fence == "+++" { '=' } else { ':' };
            let stated = front.lines().map(str::trim).find(|l| !l.is_empty() && !l.starts_with('#'));
            if stated.is_some_and(|l| !l.contains(sign)) {
                return None;
            }
            return Some((fence, &text[first + 1..at], at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Reads the front matter between `fence` lines into `metadata`; what is wrong with it is a diagnostic.
pub(super) fn read(fence: &str, text: &str, metadata: &mut Metadata, diagnostics: &mut Vec<Diagnostic>) {
    let parsed = if fence == "+++" {
        toml::from_str::<toml::Table>(text).map(|t| from_toml(&t)).map_err(|e| e.message().to_owned())
    } else {
        serde_saphyr::from_str::<Map<String, Value>>(text).map_err(|e| e.to_string())
    };
    match parsed {
        Ok(map) => fill(&map, metadata, diagnostics),
        Err(message) => {
            let line = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
            diagnostics.push(
                Diagnostic::warning(format!("front matter is faulty, only its plain lines are read: {line}"))
                    .with_hint("put values that hold a colon between quotes"),
            );
            fill(&plain_lines(fence, text), metadata, diagnostics);
        }
    }
}

/// The `key: value` lines of front matter that does not parse, so that one faulty line does not cost the others.
fn plain_lines(fence: &str, text: &str) -> Map<String, Value> {
    let sign = if fence == "+++" { '=' } else { ':' };
    let pair = |line: &str| {
        let (key, value) = line.split_once(sign)?;
        let value = value.trim().trim_matches(['"', '\'']);
        (!value.is_empty() && !value.starts_with(['[', '{', '|', '>']))
            .then(|| (key.trim().to_owned(), Value::from(value)))
    };
    text.lines().filter(|l| !l.starts_with(char::is_whitespace)).filter_map(pair).collect()
}

/// A TOML table as the shape that both syntaxes share; dates become strings.
pub(super) fn from_toml(table: &toml::Table) -> Map<String, Value> {
    let convert = |value: &toml::Value| match value {
        toml::Value::String(s) => Value::String(s.clone()),
        toml::Value::Array(a) => Value::Array(a.iter().filter_map(|v| v.as_str()).map(Value::from).collect()),
        other => Value::String(other.to_string()),
    };
    table.iter().map(|(key, value)| (key.clone(), convert(value))).collect()
}

/// Takes the known keys of `map` over into `metadata`.
pub(super) fn fill(map: &Map<String, Value>, metadata: &mut Metadata, diagnostics: &mut Vec<Diagnostic>) {
    let text = |key: &str| match map.get(key) {
        Some(Value::String(s)) if !s.trim().is_empty() => Some(s.trim().to_owned()),
        Some(Value::Number(n)) => Some(n.to_string()),
        _ => None,
    };
    metadata.title = text("title");
    metadata.place = text("place");
    metadata.publisher = text("source").or_else(|| text("publisher"));
    metadata.language = text("language").or_else(|| text("lang"));
    if let Some(date) = text("date") {
        metadata.published = full_date(&date).map(|(date, _)| date);
        if metadata.published.is_none() {
            diagnostics.push(
                Diagnostic::warning(format!("date {date:?} left out")).with_hint("write it as 2024-08-20"),
            );
        }
    }
    metadata.tags = match map.get("tags") {
        Some(Value::Array(tags)) => tags.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(tags)) => {
            tags.split(',').map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect()
        }
        _ => Vec::new(),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_syntaxes_give_the_same() {
        let mut diagnostics = Vec::new();
        let mut metadata = |text: &str| {
            let (fence, front, body) = split(text).unwrap();
            assert_eq!(&text[body..], "Body\n");
            let mut metadata = Metadata::default();
            read(fence, front, &mut metadata, &mut diagnostics);
            metadata
        };
        let toml = metadata("+++\ntitle = \"Talks\"\ndate = 2024-08-20\ntags = [\"a\", \"b\"]\n+++\nBody\n");
        let yaml = metadata("---\ntitle: Talks\ndate: 2024-08-20\ntags: [a, b]\n---\nBody\n");
        assert_eq!(toml, yaml);
        assert_eq!(toml.published.map(|d| d.to_string()).as_deref(), Some("2024-08-20"));
        assert!(diagnostics.is_empty());
        assert!(split("--- not front matter").is_none());
        assert!(split("---\nA rule, then prose.\n---\nMore prose.\n").is_none());
    }

    #[test]
    fn faults_are_told() {
        let (mut metadata, mut diagnostics) = (Metadata::default(), Vec::new());
        read("+++", "title = ", &mut metadata, &mut diagnostics);
        read("+++", "date = \"soon\"", &mut metadata, &mut diagnostics);
        assert_eq!(diagnostics.len(), 2);
    }

    #[test]
    fn one_faulty_line_does_not_cost_the_others() {
        let (mut metadata, mut diagnostics) = (Metadata::default(), Vec::new());
        read(
            "---",
            "title: Talks: a summary\ndate: 20 August 2024\ntags: [a\n",
            &mut metadata,
            &mut diagnostics,
        );
        assert_eq!(metadata.title.as_deref(), Some("Talks: a summary"));
        assert_eq!(metadata.published.map(|d| d.to_string()).as_deref(), Some("2024-08-20"));
        assert_eq!(diagnostics.len(), 1);
    }
}
