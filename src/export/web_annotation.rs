//! W3C Web Annotation (JSON-LD), as recommended on 23 February 2017.
//!
//! A collection for each briefing, with one page that holds all annotations. Each has a quote selector and a position
//! selector, so that it can be found in the text by either; positions count code points, as the recommendation asks.

use serde::Serialize;
use serde_json::{Value, json};

use super::wire::{Offsets, escape};
use super::{Item, Point, PointKind, points, title};
use crate::base::Span;

/// How many code points of context stand before and after a quote.
const CONTEXT: usize = 32;

/// One collection, or an array of them.
pub(super) fn render(items: &[Item<'_>]) -> String {
    let collections: Vec<Value> = items.iter().map(collection).collect();
    let shown = match &collections[..] {
        [one] => pretty(one),
        several => pretty(&several),
    };
    shown + "\n"
}

fn pretty(value: &impl Serialize) -> String {
    // Strings, numbers and lists: nothing that could fail to become JSON.
    escape(serde_json::to_string_pretty(value).unwrap_or_default())
}

fn collection(item: &Item<'_>) -> Value {
    let at = Offsets::of(&item.document.text);
    let id = format!("urn:sha256:{}", item.document.sha256);
    let annotations: Vec<Value> =
        points(item).iter().enumerate().map(|(n, point)| annotation(item, point, &at, &id, n)).collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{id}#annotations"),
        "type": "AnnotationCollection",
        "label": title(item.document),
        "total": annotations.len(),
        "first": {
            "id": format!("{id}#page-1"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": annotations,
        },
    })
}

fn annotation(item: &Item<'_>, point: &Point<'_>, at: &Offsets<'_>, id: &str, number: usize) -> Value {
    let text = &item.document.text;
    let (start, end) = (point.span.start, point.span.end);
    let before = text[..start].char_indices().rev().take(CONTEXT).last().map_or(start, |(at, _)| at);
    let after = text[end..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| end + at);
    let position = at.span(point.span);
    let mut annotation = json!({
        "id": format!("{id}#annotation-{}", number + 1),
        "type": "Annotation",
        "motivation": motivation(point),
        "target": {
            "source": item.document.path.as_ref().map_or_else(|| id.to_owned(), |p| p.display().to_string()),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": point.span.of(text),
                    "prefix": Span::new(before, start).of(text),
                    "suffix": Span::new(end, after).of(text),
                },
                { "type": "TextPositionSelector", "start": position.start, "end": position.end },
            ],
        },
    });
    let bodies = bodies(point);
    if !bodies.is_empty() {
        annotation["body"] = Value::Array(bodies);
    }
    annotation
}

fn motivation(point: &Point<'_>) -> &'static str {
    match (point.sort, point.note, point.tags) {
        (PointKind::Highlight, Some(_), _) => "commenting",
        (PointKind::Highlight, None, []) => "highlighting",
        (PointKind::Highlight, None, _) => "tagging",
        _ => "describing",
    }
}

/// What is said of the words: for a point of the engine its kind and its content, for a highlight note and tags.
fn bodies(point: &Point<'_>) -> Vec<Value> {
    let tag = |word: &str| json!({ "type": "TextualBody", "purpose": "tagging", "value": word });
    let mut out: Vec<Value> = point.tags.iter().map(|t| tag(t)).collect();
    if point.sort != PointKind::Highlight {
        out.push(tag(point.kind));
        let mut said = vec![point.told().into_owned()];
        said.extend(point.who());
        said.extend(point.strength.or(point.status).map(str::to_owned));
        said.extend(point.when.as_deref().map(str::to_owned));
        said.extend(point.place.map(str::to_owned));
        let value = said.join("; ");
        out.push(
            json!({ "type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value }),
        );
    }
    if let Some(note) = point.note {
        out.push(
            json!({ "type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note }),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn each_annotation_can_be_found_by_quote_and_by_position() {
        let sample = sample();
        let shown: Value = serde_json::from_str(&with_item(&sample, |item| render(&[item]))).unwrap();
        assert_eq!((&shown["type"], &shown["total"]), (&json!("AnnotationCollection"), &json!(6)));
        let text: Vec<char> = sample.document.text.chars().collect();
        for annotation in shown["first"]["items"].as_array().unwrap() {
            let [quote, position] = &annotation["target"]["selector"].as_array().unwrap()[..] else {
                panic!()
            };
            let at = |name: &str| position[name].as_u64().unwrap() as usize;
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(quote["exact"], words);
            let whole = ["prefix", "exact", "suffix"].map(|part| quote[part].as_str().unwrap()).concat();
            assert!(sample.document.text.contains(&whole));
        }
        let last = &shown["first"]["items"][5];
        assert_eq!((&last["motivation"], &last["body"][0]["value"]), (&json!("commenting"), &json!("to do")));
    }
}
