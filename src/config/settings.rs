//! `config.toml`: how the reader looks and behaves.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::text::{LineIndex, visible};

/// The narrowest and the widest article, in columns.
const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

/// What is set; `None` where nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The name of the theme.
    pub theme: Option<String>,
    /// Whether to draw with ASCII only.
    pub ascii: Option<bool>,
    /// The longest line of the article, in columns.
    pub measure: Option<u16>,
    /// Whether the mouse is the reader's.
    pub mouse: Option<bool>,
}

/// A settings file that cannot be taken as it is.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Something in it is wrong.
    #[error("{}:{line}:{column}: {message}", visible(&file.display().to_string()))]
    Wrong {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column, in characters from 1.
        column: usize,
        /// What is wrong, and what would be right.
        message: String,
    },
    /// It is there but cannot be read.
    #[error("{}: cannot be read: {source}; check its permissions", visible(&file.display().to_string()))]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Settings {
    /// The settings in `file`; a file that is not there sets nothing.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        match super::text_of(file) {
            Ok(Some(text)) => Self::parse(file, &text),
            Ok(None) => Ok(Self::default()),
            Err(source) => Err(SettingsError::Unreadable { file: file.into(), source }),
        }
    }

    /// The settings in `text`, the content of `file`.
    ///
    /// ```
    /// use attache::config::Settings;
    /// let settings = Settings::parse("config.toml".as_ref(), "measure = 72")?;
    /// assert_eq!(settings.measure, Some(72));
    /// let error = Settings::parse("config.toml".as_ref(), "\ncolour = 1").unwrap_err().to_string();
    /// assert!(error.starts_with("config.toml:2:1: unknown field `colour`"));
    /// # Ok::<(), attache::config::SettingsError>(())
    /// ```
    pub fn parse(file: &Path, text: &str) -> Result<Self, SettingsError> {
        let wrong = |at: usize, message: String| {
            let (line, column) = LineIndex::new(text).position(text, at);
            SettingsError::Wrong { file: file.into(), line, column, message }
        };
        let settings: Self = toml::from_str(text)
            .map_err(|e| wrong(e.span().map_or(0, |s| s.start), visible(e.message()).into_owned()))?;
        if settings.measure.is_some_and(|m| !MEASURES.contains(&m)) {
            let at = text.find("measure").unwrap_or(0);
            let (low, high) = (MEASURES.start(), MEASURES.end());
            return Err(wrong(at, format!("`measure` is a number of columns from {low} to {high}")));
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_names_its_place() {
        let error = |text| Settings::parse("c.toml".as_ref(), text).unwrap_err().to_string();
        assert!(error("ascii = 'yes'").starts_with("c.toml:1:9: invalid type"), "{}", error("ascii = 'yes'"));
        assert_eq!(
            error("ascii = true\nmeasure = 5"),
            "c.toml:2:1: `measure` is a number of columns from 20 to 200"
        );
        assert!(error("theme = ").starts_with("c.toml:1:"), "{}", error("theme = "));
    }

    /// The example of the documentation is taken as it stands, and sets everything that can be set.
    #[test]
    fn the_documented_settings_are_those_that_there_are() {
        let told = include_str!("../../docs/settings.md");
        let example = told.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let settings = Settings::parse("config.toml".as_ref(), example).unwrap();
        let Settings { theme: Some(_), ascii: Some(_), measure: Some(_), mouse: Some(_) } = settings else {
            panic!("{settings:?}")
        };
    }

    #[test]
    fn no_file_sets_nothing() {
        assert_eq!(Settings::read("no/such.toml".as_ref()).unwrap(), Settings::default());
    }
}
