//! Checking an export against the briefing that it was made of: does each quote still stand there?
//!
//! It reads what `extract`, `export --format json` and `--format web-annotation` write. White space is not compared,
//! since wrapping a file anew changes no word.

use serde_json::Value;

use crate::document::Document;

/// What became of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It stands where the export says.
    InPlace,
    /// It stands in the text, elsewhere.
    Moved,
    /// It does not stand in the text.
    Missing,
}

/// A quote of an export, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The words, as the export has them.
    pub quote: String,
    /// What became of them.
    pub standing: Standing,
}

/// An export that cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// It is no JSON.
    #[error("line {line}: not JSON; verify reads exports in json, jsonl and web-annotation")]
    NotJson {
        /// The line, from 1.
        line: usize,
    },
    /// It is JSON of another kind.
    #[error("neither an attache export nor a collection of web annotations")]
    Unknown,
    /// It tells of several briefings, none of them of this name.
    #[error("tells of {count} briefings, none of them called {id}")]
    AnotherBriefing {
        /// How many.
        count: usize,
        /// The name that was looked for.
        id: String,
    },
}

/// The quotes of `export`, each looked for in `document`.
///
/// ```
/// use attache::{export::{Standing, verify}, import};
/// let document = import::read(b"Talks end\n\nThey met.", None, &import::Options::default())?;
/// let export = r#"{"type": "AnnotationCollection", "first": {"items": [{"target": {"selector": [
///     {"type": "TextQuoteSelector", "exact": "They met"}]}}]}}"#;
/// assert_eq!(verify(export, &document)?[0].standing, Standing::Moved);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(export: &str, document: &Document) -> Result<Vec<Checked>, VerifyError> {
    let records = records(export)?;
    let of_this = |r: &&Value| r["document"]["id"] == document.id.as_str() || r["document"]["id"].is_null();
    let several = records.len() > 1;
    let chosen: Vec<&Value> =
        if several { records.iter().filter(of_this).collect() } else { records.iter().collect() };
    if chosen.is_empty() {
        return Err(VerifyError::AnotherBriefing { count: records.len(), id: document.id.clone() });
    }
    let mut quotes = Vec::new();
    for record in chosen {
        if record["schema"] == super::wire::SCHEMA {
            of_contract(record, &mut quotes);
        } else if record["type"] == "AnnotationCollection" || record["type"] == "AnnotationPage" {
            of_annotations(record, &mut quotes);
        } else {
            return Err(VerifyError::Unknown);
        }
    }
    let text = Folded::of(&document.text);
    Ok(quotes.into_iter().map(|(quote, at)| Checked { standing: text.standing(&quote, at), quote }).collect())
}

/// The objects of an array, of lines, or the one that there is.
fn records(export: &str) -> Result<Vec<Value>, VerifyError> {
    match serde_json::from_str(export) {
        Ok(Value::Array(records)) => Ok(records),
        Ok(record) => Ok(vec![record]),
        Err(_) => {
            let lines = export.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
            lines
                .map(|(n, line)| serde_json::from_str(line).map_err(|_| VerifyError::NotJson { line: n + 1 }))
                .collect()
        }
    }
}

/// The words that a record's spans cover in its own text, with where they begin.
fn of_contract(record: &Value, out: &mut Vec<(String, Option<usize>)>) {
    let text: Vec<char> = record["document"]["text"].as_str().unwrap_or_default().chars().collect();
    let mut spans = Vec::new();
    for list in ["participants", "parties", "commitments", "meetings", "highlights"] {
        for point in record[list].as_array().into_iter().flatten() {
            let many =
                ["mentions", "evidence", "also"].into_iter().filter_map(|f| point[f].as_array()).flatten();
            spans.extend(many.chain([&point["evidence"], point]).filter_map(span));
        }
    }
    for (start, end) in spans {
        if let Some(words) = text.get(start..end) {
            out.push((words.iter().collect(), Some(start)));
        }
    }
}

fn span(value: &Value) -> Option<(usize, usize)> {
    Some((value["start"].as_u64()? as usize, value["end"].as_u64()? as usize))
}

fn of_annotations(collection: &Value, out: &mut Vec<(String, Option<usize>)>) {
    let page = if collection["items"].is_array() { collection } else { &collection["first"] };
    for annotation in page["items"].as_array().into_iter().flatten() {
        let selectors = annotation["target"]["selector"].as_array().into_iter().flatten();
        let of_type = |name: &str| selectors.clone().find(|s| s["type"] == name);
        let exact = of_type("TextQuoteSelector").and_then(|s| s["exact"].as_str());
        let start = of_type("TextPositionSelector").and_then(span).map(|(start, _)| start);
        out.extend(exact.map(|quote| (quote.to_owned(), start)));
    }
}

/// A text without white space, with the way from code points of the text to bytes of this.
struct Folded {
    text: String,
    /// For each code point of the original, how many bytes of the folded text stand before it.
    at: Vec<u32>,
}

impl Folded {
    fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let at = original.chars().map(|c| {
            let before = text.len() as u32;
            if !c.is_whitespace() {
                text.push(c);
            }
            before
        });
        let at = at.collect();
        Self { text, at }
    }

    fn standing(&self, quote: &str, start: Option<usize>) -> Standing {
        let quote: String = quote.split_whitespace().collect();
        let here = start.and_then(|s| self.at.get(s)).and_then(|at| self.text.get(*at as usize..));
        if here.is_some_and(|rest| rest.starts_with(&quote)) {
            Standing::InPlace
        } else if self.text.contains(&quote) {
            Standing::Moved
        } else {
            Standing::Missing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};
    use crate::export::{Format, render};
    use crate::import;

    fn standings(format: Format, text: &str) -> Vec<Standing> {
        let export = with_item(&sample(), |item| render(format, &[item])).text;
        let document =
            import::read(text.as_bytes(), Some("my talks.txt".as_ref()), &import::Options::default())
                .unwrap();
        verify(&export, &document).unwrap().into_iter().map(|c| c.standing).collect()
    }

    #[test]
    fn quotes_are_found_again_or_missed() {
        let text = sample().document.text;
        for format in [Format::Json, Format::Jsonl, Format::WebAnnotation] {
            let same = standings(format, &text);
            assert!(same.len() >= 6 && same.iter().all(|s| *s == Standing::InPlace), "{format:?} {same:?}");
            let later = standings(format, &format!("A line before.\n\n{text}"));
            assert!(later.iter().all(|s| *s == Standing::Moved), "{format:?} {later:?}");
            let wrapped = standings(format, &text.replace("will send\ntwo", "will\nsend two"));
            assert!(wrapped.iter().all(|s| *s == Standing::InPlace), "{format:?} {wrapped:?}");
            let changed = standings(format, &text.replace("two ships", "ten ships"));
            assert!(changed.contains(&Standing::Missing) && changed.contains(&Standing::InPlace));
        }
    }

    #[test]
    fn what_is_no_export_is_said() {
        let document = sample().document;
        assert_eq!(verify("{}\nx", &document), Err(VerifyError::NotJson { line: 2 }));
        assert_eq!(verify("{}", &document), Err(VerifyError::Unknown));
        let two = r#"[{"document": {"id": "a"}}, {"document": {"id": "b"}}]"#;
        assert!(matches!(verify(two, &document), Err(VerifyError::AnotherBriefing { count: 2, .. })));
    }
}
