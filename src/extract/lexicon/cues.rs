//! Cues: the words that show that somebody commits, with their strength.

use serde::Deserialize;

use super::super::Strength;
use super::{Builder, Case, Category, Sources, classes, titles::phrases};
use crate::base::Diagnostic;

/// How a cue is built into its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CueForm {
    /// "will": an act follows at once.
    Modal,
    /// "agreed to": somebody does it.
    Verb,
    /// "is set to": somebody is it.
    State,
    /// "the commitment to": somebody has it.
    Noun,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Firm,
    Intended,
    Considered,
    Principle,
}

impl From<Level> for Strength {
    fn from(level: Level) -> Self {
        match level {
            Level::Firm => Self::Firm,
            Level::Intended => Self::Intended,
            Level::Considered => Self::Considered,
            Level::Principle => Self::Principle,
        }
    }
}

/// A passage beside a cue, with the one commitment that it holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueExample {
    /// The passage.
    pub text: String,
    strength: Level,
    /// Who is bound; empty: not tested.
    #[serde(default)]
    pub actors: Vec<String>,
}

impl CueExample {
    /// The strength that the passage's commitment has.
    pub fn strength(&self) -> Strength {
        self.strength.into()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    form: CueForm,
    words: String,
    #[serde(default)]
    link: String,
    act: Option<Level>,
    value: Option<Level>,
    #[serde(default)]
    objects: String,
    #[serde(default)]
    binds: bool,
    #[serde(default)]
    keeps: bool,
    #[serde(default)]
    patient: bool,
    #[serde(default)]
    examples: Vec<CueExample>,
    #[serde(default)]
    counter: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    cue: Vec<Row>,
}

/// One cue.
#[derive(Debug)]
pub struct Cue {
    /// Its name, as evidence shows it.
    pub name: String,
    /// How it is built in.
    pub form: CueForm,
    /// The words that join it to the act, in lower case; empty when the act follows at once.
    pub links: Vec<String>,
    /// Strength when a verb follows.
    pub act: Option<Strength>,
    /// Strength when a noun follows.
    pub value: Option<Strength>,
    /// Classes of which the noun that follows must have one; 0: any.
    pub objects: u64,
    /// Whether its strength stands before a weaker verb.
    pub binds: bool,
    /// Whether acts of meeting and talking count.
    pub keeps: bool,
    /// Whether somebody may stand between it and its link.
    pub patient: bool,
    /// Passages that hold it.
    pub examples: Vec<CueExample>,
    /// Passages with no commitment of the core.
    pub counters: Vec<String>,
}

/// All cues; the row of a `Cue` hit counts in `all`.
#[derive(Debug, Default)]
pub struct Cues {
    /// In the order of the files.
    pub all: Vec<Cue>,
}

impl Cues {
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut cues = Self::default();
        for file in sources.parse::<File>("cues.toml", builder) {
            for row in file.cue {
                for phrase in phrases(&row.words).flat_map(alternatives) {
                    builder.add(&phrase, Category::Cue, cues.all.len(), Case::Any);
                }
                let mut objects = 0;
                for name in phrases(&row.objects) {
                    match classes::of_objects(name) {
                        Some(class) => objects |= class,
                        None => builder.remark(Diagnostic::warning(format!(
                            "cue {}: no class of objects is called {name}",
                            row.name
                        ))),
                    }
                }
                cues.all.push(Cue {
                    name: row.name,
                    form: row.form,
                    links: phrases(&row.link).map(str::to_owned).collect(),
                    act: row.act.map(Into::into),
                    value: row.value.map(Into::into),
                    objects,
                    binds: row.binds,
                    keeps: row.keeps,
                    patient: row.patient,
                    examples: row.examples,
                    counters: row.counter,
                });
            }
        }
        cues
    }
}

/// "look/looks forward" is "look forward" and "looks forward".
fn alternatives(phrase: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for word in phrase.split_whitespace() {
        let grown = out.iter().flat_map(|start| {
            word.split('/').map(move |w| if start.is_empty() { w.to_owned() } else { format!("{start} {w}") })
        });
        out = grown.collect();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_stand_for_either_word() {
        assert_eq!(alternatives("look/looks forward"), ["look forward", "looks forward"]);
        assert_eq!(alternatives("a/b c/d"), ["a c", "a d", "b c", "b d"]);
    }
}
