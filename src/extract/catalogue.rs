//! The catalogue of rules: every name that evidence can show, with what the rule sees.
//!
//! It is the one source of the catalogue in `docs/extraction.md` and of what the reader says under "why". Rules that are
//! cues come from the lexicon, so that a cue of the user's own is in the catalogue too; the others from
//! `assets/rules.toml`. It knows no document.

use serde::Deserialize;

use super::Strength;
use super::lexicon::Lexicon;
use crate::base::assets;

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The stage that it belongs to: participants, meetings or commitments.
    pub stage: String,
    /// Its name, as evidence shows it.
    pub name: String,
    /// What it goes by, in one sentence; of a cue its strength and its first example.
    pub sees: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    rule: Vec<Rule>,
}

/// Every rule, by stage.
///
/// ```
/// use attache::extract::{Lexicon, catalogue};
/// let rules = catalogue(&Lexicon::standard());
/// assert!(rules.iter().any(|r| r.name == "commitment: will"));
/// ```
pub fn catalogue(lexicon: &Lexicon) -> Vec<Rule> {
    let mut rules = toml::from_str::<File>(assets::text("rules.toml")).unwrap_or_default().rule;
    for cue in &lexicon.cues.all {
        let before = |what: &str, s: Option<Strength>| s.map(|s| format!("{} before {what}", s.name()));
        let strengths: Vec<String> =
            [before("an act", cue.act), before("a noun", cue.value)].into_iter().flatten().collect();
        let example = cue.examples.first().map(|e| format!(" “{}”", e.text)).unwrap_or_default();
        rules.push(Rule {
            stage: "commitments".into(),
            name: format!("commitment: {}", cue.name),
            sees: format!("{}.{example}", strengths.join(", ")),
        });
    }
    rules.dedup_by(|a, b| a.name == b.name && a.sees == b.sees);
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_file_is_read_and_names_are_told_once() {
        let rules = catalogue(&Lexicon::standard());
        assert!(rules.iter().any(|r| r.name == "named meeting"), "assets/rules.toml is read");
        let mut names: Vec<_> = rules.iter().map(|r| (&r.stage, &r.name, &r.sees)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), rules.len());
        assert!(rules.iter().all(|r| !r.sees.is_empty()));
    }
}
