//! Given names, family names and what else names are made of.

use serde::Deserialize;

use super::{Builder, Case, Category, Sources};

/// The rows of `GivenName` hits.
pub mod given {
    /// A man's name.
    pub const MALE: u32 = 0;
    /// A woman's name.
    pub const FEMALE: u32 = 1;
    /// A name of either.
    pub const EITHER: u32 = 2;
    /// A family name.
    pub const SURNAME: u32 = 3;
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    male: String,
    female: String,
    either: String,
    surnames: String,
    particles: String,
    suffixes: String,
    not_names: String,
}

pub(super) fn load(sources: &Sources, builder: &mut Builder) {
    for file in sources.parse::<File>("names.toml", builder) {
        let lists = [
            (&file.male, Category::GivenName, given::MALE, Case::Capitalised),
            (&file.female, Category::GivenName, given::FEMALE, Case::Capitalised),
            (&file.either, Category::GivenName, given::EITHER, Case::Capitalised),
            (&file.surnames, Category::GivenName, given::SURNAME, Case::Capitalised),
            (&file.particles, Category::NameParticle, 0, Case::Any),
            (&file.suffixes, Category::NameSuffix, 0, Case::Capitalised),
            (&file.not_names, Category::NotAName, 0, Case::Capitalised),
        ];
        for (list, category, row, case) in lists {
            for word in list.split_whitespace() {
                builder.add(word, category, row as usize, case);
            }
        }
    }
}
