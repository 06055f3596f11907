//! What the reader is started with.

use std::path::PathBuf;

use jiff::civil::Date;

use super::theme::{Depth, names};
use crate::document::Document;
use crate::extract::lexicon::Sources;

/// Reads further briefings while the first shows: it is called in a thread of its own and hands them on in portions, in
/// order, each with what could not be opened, in lines.
pub type Later = Box<dyn FnOnce(&mut dyn FnMut(Vec<Document>, Vec<String>)) + Send>;

/// What the reader is started with; everything has a sensible default.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The theme's name; `None` for the one on the terminal's own palette, `auto` for dark or light as the terminal is.
    pub theme: Option<String>,
    /// The reader's own themes, as name and text.
    pub themes: Vec<(String, String)>,
    /// The reader's own templates for exports, as file name and text.
    pub templates: Vec<(String, String)>,
    /// How many colours to use; `None` asks the environment.
    pub depth: Option<Depth>,
    /// Draw with ASCII only.
    pub ascii: bool,
    /// The reader's own keymap: the file's name and its text.
    pub keymap: Option<(String, String)>,
    /// The reader's own lexicon files.
    pub lexicon: Sources,
    /// The date that was given on the way here; it goes before one that was given in an earlier session.
    pub date: Option<Date>,
    /// The paragraph to begin at, by its number.
    pub at: Option<usize>,
    /// Longest line of the article, in columns.
    pub measure: Option<u16>,
    /// Whether the mouse is the reader's; else the terminal's own selection works.
    pub mouse: bool,
    /// The folder in which highlights and reading positions are kept; `None` keeps them as long as the program runs.
    pub data: Option<PathBuf>,
    /// What went wrong on the way here, in lines: files that could not be opened. The first is shown.
    pub remarks: Vec<String>,
}

impl Options {
    /// Takes the theme that was chosen last in the reader, unless one is asked for by name or it is there no more.
    pub(super) fn recall_theme(&mut self, last: Option<&str>) {
        let known = last.filter(|name| names(&self.themes).iter().any(|n| n == name));
        self.theme = self.theme.take().or_else(|| known.map(str::to_owned));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_chosen_last_comes_behind_one_that_is_named() {
        let recalled = |named: Option<&str>, last| {
            let mut options = Options { theme: named.map(str::to_owned), ..Options::default() };
            options.recall_theme(last);
            options.theme
        };
        assert_eq!(recalled(None, Some("dark")).as_deref(), Some("dark"));
        assert_eq!(recalled(Some("mono"), Some("dark")).as_deref(), Some("mono"));
        assert_eq!(recalled(None, Some("one that was deleted")), None);
        assert_eq!(recalled(None, None), None);
    }
}
