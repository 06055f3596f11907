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
    /// Words of meeting between the name before and the name behind.
    pub const MEETS: u32 = 7006;
    /// Words of journeys.
    pub const TRAVELS: u32 = 7007;
    /// What stands right before the name of somebody dealt with.
    pub const DEALS: u32 = 7008;
    /// What leads in the members of a delegation.
    pub const INCLUDES: u32 = 7009;
    /// Words of those who travel along.
    pub const ALONG: u32 = 7010;
    /// Words of reports, which part two names.
    pub const TELLS: u32 = 7011;
    /// What somebody brings from somebody else: greetings, a letter.
    pub const CARRIED: u32 = 7012;
    /// Further words of those who face each other.
    pub const FACES: u32 = 7013;
    /// Verbs of travelling with somebody.
    pub const ACCOMPANIES: u32 = 7014;
    /// What somebody does or is at the head of a delegation.
    pub const LEADS: u32 = 7015;
    /// What happens to the head of a state at home: "the impeachment of President X".
    pub const EVENTS: u32 = 7016;
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    takes_part: String,
    speaks: String,
    object: String,
    quoted: String,
    seated: String,
    meets: String,
    travels: String,
    deals: String,
    includes: String,
    along: String,
    tells: String,
    carried: String,
    faces: String,
    accompanies: String,
    leads: String,
    events: String,
}

pub(super) fn load(sources: &Sources, builder: &mut Builder) {
    for file in sources.parse::<File>("involvement.toml", builder) {
        let lists = [
            (&file.takes_part, sign::TAKES_PART),
            (&file.speaks, sign::SPEAKS),
            (&file.object, sign::OBJECT),
            (&file.quoted, sign::QUOTED),
            (&file.seated, sign::SEATED),
            (&file.meets, sign::MEETS),
            (&file.travels, sign::TRAVELS),
            (&file.deals, sign::DEALS),
            (&file.includes, sign::INCLUDES),
            (&file.along, sign::ALONG),
            (&file.tells, sign::TELLS),
            (&file.carried, sign::CARRIED),
            (&file.faces, sign::FACES),
            (&file.accompanies, sign::ACCOMPANIES),
            (&file.leads, sign::LEADS),
            (&file.events, sign::EVENTS),
        ];
        for (list, row) in lists {
            for phrase in phrases(list) {
                builder.add(phrase, Category::Other, row as usize, Case::Any);
            }
        }
    }
}
