//! What an analysis has to say besides its result.
//!
//! Analysis cannot fail, so that a strange file still opens; what was strange about it is told here.

use super::Span;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Something was not as it should be; the result still stands.
    Warning,
    /// Part of the result is missing.
    Error,
}

impl Severity {
    /// The severity in one lower-case word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One remark: what, where, what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Where in the document's text, if at one place.
    pub span: Option<Span>,
    /// What is the matter, in one line.
    pub message: String,
    /// What to do about it, in one line.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A warning about the whole document.
    pub fn warning(message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, span: None, message: message.into(), hint: None }
    }

    /// A remark about the whole document.
    pub fn info(message: impl Into<String>) -> Self {
        Self { severity: Severity::Info, ..Self::warning(message) }
    }

    /// The same with the place it speaks of.
    #[must_use]
    pub fn at(self, span: Span) -> Self {
        Self { span: Some(span), ..self }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}
