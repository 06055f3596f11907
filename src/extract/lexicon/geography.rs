//! States: names, nationality adjectives, capitals.

use serde::Deserialize;

use super::{Builder, Case, Category, Sources};

/// One state and all its forms.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The canonical name, as participants' affiliations and parties give it.
    pub name: String,
    /// Long, old and abbreviated forms.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Nationality adjectives and nouns.
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// The capital, which may stand for the government.
    #[serde(default)]
    pub capital: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    state: Vec<State>,
}

/// All states.
#[derive(Debug, Default)]
pub struct Geography {
    /// The rows that `State`, `Demonym` and `Capital` hits point to.
    pub states: Vec<State>,
}

impl Geography {
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut states = Vec::new();
        for state in sources.parse::<File>("states.toml", builder).into_iter().flat_map(|f| f.state) {
            let row = states.len();
            builder.add(&state.name, Category::State, row, Case::Capitalised);
            for form in &state.forms {
                let case = if form.len() <= 4 { Case::Exact } else { Case::Capitalised };
                builder.add(form, Category::State, row, case);
            }
            for adjective in &state.adjectives {
                builder.add(adjective, Category::Demonym, row, Case::Capitalised);
            }
            if let Some(capital) = &state.capital {
                builder.add(capital, Category::Capital, row, Case::Capitalised);
            }
            states.push(state);
        }
        Self { states }
    }
}
