//! Where lexicon files come from: the embedded ones, then the user's.

use serde::de::DeserializeOwned;

use super::Builder;
use crate::base::{Diagnostic, assets};
use crate::text::LineIndex;

/// Embedded files of the lexicon's folder that a user's file does not extend.
const CLOSED: &[&str] = &["furniture.toml"];

/// The user's own lexicon files, as (file name, text); read by `config`, since extraction opens no files.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Name such as `titles.toml`, and text.
    pub user: Vec<(String, String)>,
}

impl Sources {
    /// The tables of the file `name`: the embedded one, then the user's. A user's file that does not parse is told
    /// to `builder`, with line and column, and left out.
    pub fn parse<T: DeserializeOwned>(&self, name: &str, builder: &mut Builder) -> Vec<T> {
        let embedded = assets::text(&format!("lexicon/en/{name}"));
        let user = self.user.iter().filter(|(n, _)| n == name).map(|(_, text)| text.as_str());
        let mut out = Vec::new();
        for text in std::iter::once(embedded).chain(user) {
            match toml::from_str(text) {
                Ok(table) => out.push(table),
                Err(error) => builder.remark(fault(name, text, &error)),
            }
        }
        out
    }

    /// The user's files that have the name of no list; each is told to `builder`.
    pub(super) fn refuse_unknown(&self, builder: &mut Builder) {
        let known: Vec<&str> = assets::ALL
            .iter()
            .filter_map(|(path, _)| path.strip_prefix("lexicon/en/"))
            .filter(|name| !CLOSED.contains(name))
            .collect();
        for (name, _) in self.user.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let remark = Diagnostic::warning(format!("{name}: no word list has this name"));
            builder.remark(remark.with_hint(format!("name it one of {}", known.join(", "))));
        }
    }
}

/// What is wrong with a list, where, and what would be right, as far as the parser says it.
fn fault(name: &str, text: &str, error: &toml::de::Error) -> Diagnostic {
    let at = error.span().map_or(0, |s| s.start);
    let (line, column) = LineIndex::new(text).position(text, at);
    let message = error.message().trim().replace('\n', " ");
    let (what, hint) = match message.split_once(", expected ") {
        Some((what, expected)) => (what, format!("expected {expected}")),
        None => (message.as_str(), "mend the TOML there".to_owned()),
    };
    Diagnostic::warning(format!("{name}:{line}:{column}: {what}"))
        .with_hint(format!("{hint}; the list is left out"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Lexicon;

    fn told(name: &str, text: &str) -> Vec<String> {
        let sources = Sources { user: vec![(name.into(), text.into())] };
        let told = |d: &Diagnostic| format!("{}; {}", d.message, d.hint.as_deref().unwrap_or_default());
        Lexicon::load(&sources).diagnostics.iter().map(told).collect()
    }

    #[test]
    fn faults_name_file_line_and_column() {
        let wrong = told("titles.toml", "heads = 'vice premier'\n\n[[rule]]\nname = 'x'\n");
        assert_eq!(wrong.len(), 1);
        assert!(
            wrong[0].starts_with("titles.toml:3:3: unknown field `rule`; expected one of `heads`"),
            "{}",
            wrong[0]
        );
        let broken = told("names.toml", "male = \"\n");
        assert!(
            broken[0].starts_with("names.toml:1:") && broken[0].ends_with("the list is left out"),
            "{}",
            broken[0]
        );
        assert!(
            told("title.toml", "")
                .iter()
                .all(|t| t.starts_with("title.toml: no word list has this name; name it one of"))
        );
        assert_eq!(told("furniture.toml", "").len(), 1);
        assert_eq!(told("titles.toml", "heads = 'vice premier'"), Vec::<String>::new());
    }
}
