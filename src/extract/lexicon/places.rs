//! Places that act for nobody, and the nouns that make a place's name.

use serde::Deserialize;

use super::{Builder, Case, Category, Sources, titles::phrases};

/// The row of a `Place` hit that is a large region.
pub const REGION: u32 = 1;

/// The rows of `PlaceHead` hits.
const BEHIND: u32 = 0;
const IN_FRONT: u32 = 1;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    heads: String,
    fronts: String,
    places: String,
    regions: String,
}

pub(super) fn load(sources: &Sources, builder: &mut Builder) {
    for file in sources.parse::<File>("places.toml", builder) {
        let lists = [
            (&file.places, Category::Place, 0),
            (&file.regions, Category::Place, REGION),
            (&file.heads, Category::PlaceHead, BEHIND),
            (&file.fronts, Category::PlaceHead, IN_FRONT),
        ];
        for (list, category, row) in lists {
            for phrase in phrases(list) {
                builder.add(phrase, category, row as usize, Case::Capitalised);
            }
        }
    }
}
