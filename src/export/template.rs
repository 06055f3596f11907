//! Templates: text with places for what a briefing says, in the language of Jinja.
//!
//! They are strict: a name that does not exist is an error and not an empty place, and an error names its line. A
//! template whose name ends in `.html` escapes what it is given.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use super::safe::unarmed;
use super::wire::{Record, WireDocument, With};
use super::{Item, Point, command, points, title};

/// A template that cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}:{line}: {message}")]
pub struct TemplateError {
    /// The template's name.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

/// What a template can use.
#[derive(Debug, Serialize)]
struct Values<'a> {
    title: String,
    document: &'a WireDocument<'a>,
    command: Option<String>,
    points: Vec<Point<'a>>,
}

/// Fills the user's template `source`, called `name`, for each of `items`, one after the other.
///
/// It can use `document` (as in the contract), `title`, `command` (which opens the briefing) and
/// `points`, a list in which each point has `kind`, `text`, `who`, `strength`, `status`, `negative`, `counterpart`,
/// `condition`, `when`, `start`, `end`, `place`, `paragraph`, `quote`, `rule`, `note`, `tags` and `colour`.
///
/// ```
/// use attache::{export::{Item, render_template}, extract::KeyPoints, import};
/// let document = import::read(b"Talks in Oslo end\n\nThey met.", None, &import::Options::default())?;
/// let item = Item { document: &document, points: &KeyPoints::default(), highlights: &[] };
/// assert_eq!(render_template("a.txt", "{{ title }}: {{ points | length }}", &[item])?, "Talks in Oslo end: 0");
/// let error = render_template("a.txt", "x\n{{ titel }}", &[item]).unwrap_err();
/// assert_eq!(error.line, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn render_template(name: &str, source: &str, items: &[Item<'_>]) -> Result<String, TemplateError> {
    let mut out = String::new();
    for item in items {
        let record = Record::of(item.document, item.points, With::default());
        let values = Values {
            title: title(item.document),
            document: record.document(),
            command: command(item.document, None),
            points: points(item),
        };
        out.push_str(&unarmed(fill(name, source, &values)?));
    }
    Ok(out)
}

/// Fills `source` with `values`.
pub(super) fn fill(name: &str, source: &str, values: &impl Serialize) -> Result<String, TemplateError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    if let Ok(syntax) = SyntaxConfig::builder().keep_trailing_newline(true).build() {
        environment.set_syntax(syntax);
    }
    let wrong = |error: minijinja::Error| TemplateError {
        name: name.to_owned(),
        line: error.line().unwrap_or(1),
        message: error
            .detail()
            .map_or_else(|| error.kind().to_string(), |d| format!("{}: {d}", error.kind())),
    };
    environment.add_template(name, source).map_err(wrong)?;
    let template = environment.get_template(name).map_err(wrong)?;
    template.render(Serde(values)).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{sample, with_item};

    #[test]
    fn points_are_at_hand() {
        let source = "{% for p in points if p.kind == 'commitment' %}{{ p.who[0] }}: {{ p.text }} by {{ p.end }} (¶{{ p.paragraph }})\n{% endfor %}";
        let filled = with_item(&sample(), |item| render_template("mine", source, &[item]));
        assert_eq!(filled.unwrap(), "Norway: send two ships by 2025-05-31 (¶3)\n");
    }

    #[test]
    fn faults_name_their_line() {
        let told = |source: &str| {
            with_item(&sample(), |item| render_template("mine", source, &[item])).unwrap_err().to_string()
        };
        assert!(
            told("a\nb\n{{ nothing }}").starts_with("mine:3: undefined value"),
            "{}",
            told("a\nb\n{{ nothing }}")
        );
        assert!(
            told("a\n{% for x in points %}").starts_with("mine:2: syntax error"),
            "{}",
            told("a\n{% for x in points %}")
        );
        assert!(told("{{ points[0].wrong }}").starts_with("mine:1: undefined value"));
    }
}
