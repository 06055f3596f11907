//! Words that show who takes part, who speaks and who is only spoken of.

use serde::Deserialize;

use super::{Builder, Case, Category, Sources, titles::phrases};

/// The rows of `Other` hits that these words have.
pub mod sign {
    /// Meeting, visiting, signing.
    pub const TAKES_PART: u32 = 7001;
    /// Saying something.
    pub const SPEAKS: u32 = 7002;
    /// What stands before somebody who is only spoken of.
    pub const OBJECT: u32 = 7003;
    /// Callings whose holders relay or comment.
    pub const QUOTED: u32 = 7004;
    /// Seats that are no office of a state.
    pub const SEATED: u32 = 7005;
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    takes_part: String,
    speaks: String,
    object: String,
    quoted: String,
    seated: String,
}

pub(super) fn load(sources: &Sources, builder: &mut Builder) {
    for file in sources.parse::<File>("involvement.toml", builder) {
        let lists = [
            (&file.takes_part, sign::TAKES_PART),
            (&file.speaks, sign::SPEAKS),
            (&file.object, sign::OBJECT),
            (&file.quoted, sign::QUOTED),
            (&file.seated, sign::SEATED),
        ];
        for (list, row) in lists {
            for phrase in phrases(list) {
                builder.add(phrase, Category::Other, row as usize, Case::Any);
            }
        }
    }
}
