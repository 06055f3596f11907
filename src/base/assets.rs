//! The data files that are part of the binary.
//!
//! attache runs from one file on a machine without network, so lexicons, themes and keys are embedded. The list is
//! written out rather than globbed: a file that is not named here is not shipped.

/// A data file: its path under `assets/` and its text.
pub type Asset = (&'static str, &'static str);

macro_rules! assets {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("../../assets/", $path)))),*] };
}

/// Every embedded file.
pub const ALL: &[Asset] = assets![
    "export/page.html",
    "keymap.toml",
    "lexicon/en/cues.toml",
    "lexicon/en/furniture.toml",
    "lexicon/en/grammar.toml",
    "lexicon/en/involvement.toml",
    "lexicon/en/meetings.toml",
    "lexicon/en/names.toml",
    "lexicon/en/nouns.toml",
    "lexicon/en/organisations.toml",
    "lexicon/en/places.toml",
    "lexicon/en/reporting.toml",
    "lexicon/en/states.toml",
    "lexicon/en/time.toml",
    "lexicon/en/titles.toml",
    "lexicon/en/verbs.toml",
    "themes/dark.toml",
    "themes/default.toml",
    "themes/high-contrast.toml",
    "themes/light.toml",
    "themes/mono.toml",
    "rules.toml",
];

/// The text of the embedded file at `path`, counted from `assets/`; empty when there is none.
///
/// ```
/// assert!(attache::base::assets::text("lexicon/en/states.toml").contains("Japan"));
/// ```
pub fn text(path: &str) -> &'static str {
    ALL.iter().find(|(name, _)| *name == path).map_or("", |(_, text)| text)
}
