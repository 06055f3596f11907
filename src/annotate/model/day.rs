//! Days in the ledger: `2024-08-20`, to be read by people.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

#[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde asks for a reference")]
pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    let parse = |text: String| {
        text.parse().map_err(|_| D::Error::custom(format!("`{text}` is no day such as 2024-08-20")))
    };
    text.map(parse).transpose()
}
