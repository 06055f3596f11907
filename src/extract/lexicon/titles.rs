//! Offices, callings, ranks and forms of address.

use serde::Deserialize;

use super::{Builder, Case, Category, Sources};

/// What a role head says about its holder; the row of a `RoleHead` hit.
pub mod head {
    /// An office.
    pub const OFFICE: u32 = 0;
    /// An office whose holder relays what others did.
    pub const SPOKESPERSON: u32 = 1;
    /// A calling whose holders are quoted but take part in nothing.
    pub const ANALYST: u32 = 2;
}

/// The row of a `RoleModifier` hit that says an office is past or to come.
pub const FORMER: u32 = 1;
/// The row of a `RoleModifier` hit that tells of the moment only: visiting, new.
pub const PASSING: u32 = 2;
/// The row of an `Honorific` hit that is a rank.
pub const RANK: u32 = 1;

/// An example or counter-example beside the data, which the tests run.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A passage.
    pub text: String,
    /// The one person that it names; empty for a counter-example.
    #[serde(default)]
    pub name: String,
    /// The office.
    #[serde(default)]
    pub role: Option<String>,
    /// What the office belongs to.
    #[serde(default)]
    pub affiliation: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    heads: String,
    modifiers: String,
    former: String,
    passing: String,
    spokespersons: String,
    analysts: String,
    honorifics: String,
    ranks: String,
    role: Vec<Role>,
    example: Vec<Example>,
    counter: Vec<Example>,
}

/// What is known of offices beyond the phrases.
#[derive(Debug, Default)]
pub struct Titles {
    /// Passages that name one person each.
    pub examples: Vec<Example>,
    /// Passages that name nobody.
    pub counters: Vec<Example>,
}

impl Titles {
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut titles = Self::default();
        for file in sources.parse::<File>("titles.toml", builder) {
            let lists = [
                (&file.heads, Category::RoleHead, head::OFFICE, Case::Any),
                (&file.spokespersons, Category::RoleHead, head::SPOKESPERSON, Case::Any),
                (&file.analysts, Category::RoleHead, head::ANALYST, Case::Any),
                (&file.modifiers, Category::RoleModifier, 0, Case::Any),
                (&file.former, Category::RoleModifier, FORMER, Case::Any),
                (&file.passing, Category::RoleModifier, PASSING, Case::Any),
                (&file.honorifics, Category::Honorific, 0, Case::Capitalised),
                (&file.ranks, Category::Honorific, RANK, Case::Capitalised),
            ];
            for (list, category, row, case) in lists {
                for phrase in phrases(list) {
                    builder.add(phrase, category, row as usize, case);
                }
            }
            for role in &file.role {
                builder.add(&role.name, Category::RoleHead, head::OFFICE as usize, Case::Any);
            }
            titles.examples.extend(file.example);
            titles.counters.extend(file.counter);
        }
        titles
    }
}

/// The phrases of a list that are set apart by bars or line ends.
pub(super) fn phrases(list: &str) -> impl Iterator<Item = &str> {
    list.split(['|', '\n']).map(str::trim).filter(|p| !p.is_empty())
}
