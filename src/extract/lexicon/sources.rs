//! Where lexicon files come from: the embedded ones, then the user's.

use serde::de::DeserializeOwned;

use super::Builder;
use crate::base::{Diagnostic, assets};

/// The user's own lexicon files, as (file name, text); read by `config`, since extraction opens no files.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// Name such as `titles.toml`, and text.
    pub user: Vec<(String, String)>,
}

impl Sources {
    /// The tables of the file `name`: the embedded one, then the user's. A user's file that does not parse is told
    /// to `builder` and left out.
    pub fn parse<T: DeserializeOwned>(&self, name: &str, builder: &mut Builder) -> Vec<T> {
        let embedded = ("built in", assets::text(&format!("lexicon/en/{name}")));
        let user = self.user.iter().filter(|(n, _)| n == name).map(|(_, text)| ("yours", text.as_str()));
        let mut out = Vec::new();
        for (whose, text) in std::iter::once(embedded).chain(user) {
            match toml::from_str(text) {
                Ok(table) => out.push(table),
                Err(error) => builder.remark(Diagnostic::warning(format!(
                    "lexicon {name} ({whose}) left out: {}",
                    error.to_string().trim().replace('\n', " ")
                ))),
            }
        }
        out
    }
}
