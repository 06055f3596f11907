//! What the grammar found at one place, before spans are made of it.

use jiff::civil::Date;

use super::super::TimeKind;
use super::period::Period;

/// One expression, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// One past its last token.
    pub(super) end: usize,
    pub(super) kind: TimeKind,
    pub(super) value: String,
    pub(super) days: Option<(Date, Date)>,
    pub(super) relative: bool,
}

impl Found {
    /// A date that the text gives whole.
    pub(super) fn date(end: usize, period: Period) -> Self {
        Self {
            end,
            kind: TimeKind::Date,
            days: Some((period.start, period.end)),
            value: period.value,
            relative: false,
        }
    }

    /// A date that hangs on the document's date, or is open without one.
    pub(super) fn relative(end: usize, period: Option<Period>, open: impl Into<String>) -> Self {
        match period {
            Some(period) => Self { relative: true, ..Self::date(end, period) },
            None => Self { relative: true, ..Self::plain(end, TimeKind::Date, open) },
        }
    }

    /// An expression with a value and no days.
    pub(super) fn plain(end: usize, kind: TimeKind, value: impl Into<String>) -> Self {
        Self { end, kind, value: value.into(), days: None, relative: false }
    }
}
