//! Words of time: months, units, shifts, parts, references, and the verbs that tell which way a date lies.

use std::collections::BTreeMap;

use super::{Builder, Case, Category, Sources, WordId, titles::phrases};

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first third.
    Early,
    /// The middle third.
    Mid,
    /// The last third.
    Late,
}

/// What a verb tells of the direction of the times beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// A modal verb: will, would, may.
    Modal,
    /// What announces: scheduled, plans, next.
    Ahead,
    /// Told as over.
    Past,
    /// Present, or a bare infinitive.
    Present,
}

/// What a word of time means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeWord {
    /// 1 to 12.
    Month(i8),
    /// 1 for Monday to 7.
    Weekday(i8),
    /// A unit by its ISO 8601 letter; whether in the plural.
    Unit(String, bool),
    /// A cardinal in words.
    Number(i64),
    /// An ordinal in words.
    Ordinal(i64),
    /// A decade by name: 198 for the eighties.
    Decade(i16),
    /// SP, SU, FA, WI.
    Season(String),
    /// MO, AF, EV, NI.
    DayPart(String),
    /// Days from the document's date.
    Day(i32),
    /// "tonight": a part of the document's day.
    NowPart(String),
    /// "noon": hours.
    Clock(i8),
    /// Hours to add for a.m. and p.m.
    Meridiem(i8),
    /// this 0, last −1, next 1.
    Shift(i32),
    /// "early".
    Part(Part),
    /// "the beginning" (of).
    PartOf(Part),
    /// "the first half".
    Half(i8),
    /// "several".
    Quantity,
    /// "about".
    Approximate,
    /// "weekly": the TIMEX3 value.
    Every(String),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(String),
    /// A zone's offset, empty where the text leaves it open.
    Zone(String),
    /// Month and day of a holiday.
    Holiday(i8, i8),
    /// A verb form.
    Tense(Tense),
    /// What looks like a past form and is none.
    NotVerb,
    /// A verb of reporting.
    Said,
}

/// The table behind [`Category::Time`] hits.
#[derive(Debug, Default)]
pub struct Times {
    /// Each word's meaning; a hit's row counts here.
    pub words: Vec<TimeWord>,
    /// Words that may stand first in a time without being one: articles, "in", "every". Sorted.
    pub leads: Vec<WordId>,
}

type File = BTreeMap<String, BTreeMap<String, String>>;

impl Times {
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut out = Self::default();
        for file in sources.parse::<File>("time.toml", builder) {
            for (table, rows) in &file {
                for (key, list) in rows {
                    if table == "lead" {
                        out.leads.extend(phrases(list).map(|word| builder.word(word)));
                    }
                    if let Some(word) = meaning(table, key) {
                        out.add(&word, list, builder);
                    }
                }
            }
        }
        out.leads.sort_unstable();
        out
    }

    fn add(&mut self, word: &TimeWord, list: &str, builder: &mut Builder) {
        let row = self.words.len();
        self.words.push(word.clone());
        for phrase in phrases(list) {
            // Case is asked of names only: "march" and "sun" are other words.
            let named = matches!(word, TimeWord::Month(_) | TimeWord::Weekday(_) | TimeWord::Holiday(..));
            builder.add(phrase, Category::Time, row, if named { Case::Capitalised } else { Case::Any });
        }
    }
}

fn meaning(table: &str, key: &str) -> Option<TimeWord> {
    let small = || key.parse::<i8>().ok();
    let part = || match key {
        "early" => Some(Part::Early),
        "mid" => Some(Part::Mid),
        "late" => Some(Part::Late),
        _ => None,
    };
    Some(match table {
        "month" => TimeWord::Month(small()?),
        "weekday" => TimeWord::Weekday(small()?),
        "unit" => TimeWord::Unit(key.into(), false),
        "units" => TimeWord::Unit(key.into(), true),
        "number" => TimeWord::Number(key.parse().ok()?),
        "ordinal" => TimeWord::Ordinal(key.parse().ok()?),
        "decade" => TimeWord::Decade(key.parse().ok()?),
        "season" => TimeWord::Season(key.into()),
        "day_part" => TimeWord::DayPart(key.into()),
        "day" => TimeWord::Day(key.parse().ok()?),
        "now_part" => TimeWord::NowPart(key.into()),
        "clock" => TimeWord::Clock(small()?),
        "meridiem" => TimeWord::Meridiem(small()?),
        "shift" => TimeWord::Shift(key.parse().ok()?),
        "part" => TimeWord::Part(part()?),
        "part_of" => TimeWord::PartOf(part()?),
        "half" => TimeWord::Half(small()?),
        "quantity" => TimeWord::Quantity,
        "approximate" => TimeWord::Approximate,
        "every" => TimeWord::Every(key.into()),
        "reference" => TimeWord::Reference(key.into()),
        "zone" => TimeWord::Zone(key.into()),
        "holiday" => {
            let (month, day) = key.split_once('-')?;
            TimeWord::Holiday(month.parse().ok()?, day.parse().ok()?)
        }
        "tense" => match key {
            "future" => TimeWord::Tense(Tense::Modal),
            "ahead" => TimeWord::Tense(Tense::Ahead),
            "past" => TimeWord::Tense(Tense::Past),
            "present" => TimeWord::Tense(Tense::Present),
            "said" => TimeWord::Said,
            _ => TimeWord::NotVerb,
        },
        _ => return None,
    })
}
