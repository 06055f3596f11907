//! Calendar periods and their arithmetic. Weeks run from Monday to Sunday (ISO 8601).

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::super::lexicon::time::Part;

/// A stretch of whole days with its TIMEX3 value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: Date,
    /// Inclusive.
    pub(super) end: Date,
    pub(super) value: String,
}

/// Quarters begin three months apart.
const QUARTER: i8 = 3;

impl Period {
    pub(super) fn of(start: Date, end: Date, value: impl Into<String>) -> Self {
        Self { start, end, value: value.into() }
    }

    pub(super) fn day(date: Date) -> Self {
        Self::of(date, date, date.to_string())
    }

    pub(super) fn month(year: i16, month: i8) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        Some(Self::of(start, start.last_of_month(), format!("{year:04}-{month:02}")))
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        let start = Date::new(year, 1, 1).ok()?;
        Some(Self::of(start, start.last_of_year(), format!("{year:04}")))
    }

    pub(super) fn months(year: i16, first: i8, count: i8, value: String) -> Option<Self> {
        let start = Date::new(year, first, 1).ok()?;
        let end = start.checked_add((i64::from(count) - 1).months()).ok()?.last_of_month();
        Some(Self { start, end, value })
    }

    pub(super) fn quarter(year: i16, quarter: i64) -> Option<Self> {
        let quarter = i8::try_from(quarter).ok().filter(|q| (1..=4).contains(q))?;
        Self::months(year, (quarter - 1) * QUARTER + 1, QUARTER, format!("{year:04}-Q{quarter}"))
    }

    pub(super) fn half(year: i16, half: i8) -> Option<Self> {
        Self::months(year, (half - 1) * 6 + 1, 6, format!("{year:04}-H{half}"))
    }

    /// A season of the northern hemisphere; winter begins in December of `year`.
    pub(super) fn season(year: i16, season: &str) -> Option<Self> {
        let first = match season {
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            _ => 12,
        };
        Self::months(year, first, 3, format!("{year:04}-{season}"))
    }

    pub(super) fn week(day: Date) -> Option<Self> {
        let start = add(day, "D", -i64::from(day.weekday().to_monday_zero_offset()))?;
        let week = start.iso_week_date();
        Some(Self::of(start, add(start, "D", 6)?, format!("{:04}-W{:02}", week.year(), week.week())))
    }

    pub(super) fn weekend(day: Date) -> Option<Self> {
        let week = Self::week(day)?;
        let start = add(week.start, "D", 5)?;
        Some(Self::of(start, week.end, format!("{}-WE", week.value)))
    }

    pub(super) fn decade(first_year: i16) -> Option<Self> {
        let (start, end) = (Self::year(first_year)?, Self::year(first_year + 9)?);
        Some(Self::of(start.start, end.end, format!("{:03}", first_year / 10)))
    }

    pub(super) fn century(number: i64) -> Option<Self> {
        let first = i16::try_from((number - 1) * 100).ok()?;
        let (start, end) = (Self::year(first)?, Self::year(first + 99)?);
        Some(Self::of(start.start, end.end, format!("{:02}", number - 1)))
    }

    /// The period of `unit` that holds `day`.
    pub(super) fn holding(day: Date, unit: &str) -> Option<Self> {
        match unit {
            "D" => Some(Self::day(day)),
            "W" => Self::week(day),
            "WE" => Self::weekend(day),
            "FN" => Some(Self::of(day, add(day, "D", 13)?, "P2W")),
            "M" => Self::month(day.year(), day.month()),
            "Q" => Self::quarter(day.year(), i64::from((day.month() - 1) / QUARTER + 1)),
            "Y" => Self::year(day.year()),
            "DE" => Self::decade(day.year() / 10 * 10),
            "CE" => Self::century(i64::from(day.year() / 100 + 1)),
            _ => None,
        }
    }

    /// Its early, middle or late part, by the guide: thirds of a year, ten days of a month.
    pub(super) fn part(&self, part: Part) -> Option<Self> {
        let days = self.start.until(self.end).ok()?.get_days();
        let (start, end) = match (days, part) {
            // A day or two have no parts that are days.
            (..=1, _) => (self.start, self.end),
            (27..=30, Part::Early) => (self.start, add(self.start, "D", 9)?),
            (27..=30, Part::Mid) => (add(self.start, "D", 10)?, add(self.start, "D", 19)?),
            (27..=30, Part::Late) => (add(self.start, "D", 20)?, self.end),
            (364..=365, Part::Early) => (self.start, Date::new(self.start.year(), 4, 30).ok()?),
            (364..=365, Part::Mid) => {
                (Date::new(self.start.year(), 5, 1).ok()?, Date::new(self.start.year(), 8, 31).ok()?)
            }
            (364..=365, Part::Late) => (Date::new(self.start.year(), 9, 1).ok()?, self.end),
            (_, Part::Early) => (self.start, add(self.start, "D", i64::from(days / 3))?),
            (_, Part::Mid) => (
                add(self.start, "D", i64::from(days / 3 + 1))?,
                add(self.start, "D", i64::from(days * 2 / 3))?,
            ),
            (_, Part::Late) => (add(self.start, "D", i64::from(days * 2 / 3 + 1))?, self.end),
        };
        Some(Self::of(start, end, self.value.clone()))
    }

    /// From the start of this to the end of `other`.
    pub(super) fn to(&self, other: &Self) -> Self {
        Self::of(self.start, other.end, format!("{}/{}", self.value, other.value))
    }
}

/// `count` units from `date`; nothing beyond the ends of the calendar.
pub(super) fn add(date: Date, unit: &str, count: i64) -> Option<Date> {
    let count = i32::try_from(count).ok().map(i64::from)?;
    let span = Span::new();
    let span = match unit {
        "D" => span.try_days(count),
        "W" => span.try_weeks(count),
        "FN" => span.try_weeks(count * 2),
        "M" => span.try_months(count),
        "Q" => span.try_months(count * 3),
        "SEM" => span.try_months(count * 6),
        "Y" => span.try_years(count),
        "DE" => span.try_years(count * 10),
        "CE" => span.try_years(count * 100),
        _ => return None,
    };
    date.checked_add(span.ok()?).ok()
}
