//! States: names, nationality adjectives, capitals.

use hashbrown::HashMap;

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
    /// Old names of the capital, other seats and residences that stand for the government.
    #[serde(default)]
    pub seats: Vec<String>,
    /// Other towns from which reports are dated.
    #[serde(default)]
    pub towns: Vec<String>,
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
    /// Reads the states; a user's entry of a known name adds forms to it.
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut states: Vec<State> = Vec::new();
        let mut rows: HashMap<String, usize> = HashMap::new();
        for state in sources.parse::<File>("states.toml", builder).into_iter().flat_map(|f| f.state) {
            let row = *rows.entry(state.name.clone()).or_insert(states.len());
            state.add_to(builder, row);
            match states.get_mut(row) {
                Some(known) => known.capital = state.capital.or(known.capital.take()),
                None => states.push(state),
            }
        }
        Self { states }
    }

    /// The canonical name of the state at `row`.
    pub fn name(&self, row: u32) -> &str {
        self.states.get(row as usize).map_or("", |s| &s.name)
    }
}

impl State {
    fn add_to(&self, builder: &mut Builder, row: usize) {
        builder.add(&self.name, Category::State, row, Case::Capitalised);
        for form in &self.forms {
            let case = if form.len() <= 4 { Case::Exact } else { Case::Capitalised };
            builder.add(form, Category::State, row, case);
        }
        for adjective in &self.adjectives {
            builder.add(adjective, Category::Demonym, row, Case::Capitalised);
        }
        for town in &self.towns {
            builder.add(town, Category::Town, row, Case::Capitalised);
        }
        for seat in self.capital.iter().chain(&self.seats) {
            builder.add(seat, Category::Capital, row, Case::Capitalised);
        }
    }
}
