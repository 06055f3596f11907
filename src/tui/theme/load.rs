//! Theme files.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use thiserror::Error;

use super::{Depth, Role, Theme, glyphs};
use crate::base::assets;

/// What is wrong with a theme.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ThemeError {
    /// There is none of that name.
    #[error("no theme is called `{name}`; there are {known}")]
    Unknown {
        /// The name asked for.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// The file cannot be understood.
    #[error("theme `{name}`: {message}")]
    Wrong {
        /// The theme.
        name: String,
        /// What, in one line.
        message: String,
    },
}

/// How one role looks, as a theme's file says it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Look {
    fg: Option<String>,
    bg: Option<String>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
}

/// The embedded themes, in the order in which they are cycled through.
const EMBEDDED: [&str; 5] = ["default", "dark", "light", "high-contrast", "mono"];

/// The names of all themes: the embedded ones, then those of `own`, pairs of name and text.
pub fn names(own: &[(String, String)]) -> Vec<String> {
    let mut names: Vec<String> = EMBEDDED.map(str::to_owned).to_vec();
    names.extend(own.iter().map(|(name, _)| name.clone()).filter(|n| !EMBEDDED.contains(&n.as_str())));
    names
}

impl Theme {
    /// The theme called `name`, as far as `depth` goes; `own` are the reader's own, as pairs of name and text, and go
    /// before the embedded ones.
    ///
    /// ```
    /// use attache::tui::{Depth, Theme};
    /// assert_eq!(Theme::load("default", &[], Depth::True).unwrap().name, "default");
    /// assert!(Theme::load("mauve", &[], Depth::True).is_err());
    /// ```
    pub fn load(name: &str, own: &[(String, String)], depth: Depth) -> Result<Self, ThemeError> {
        let text = own.iter().find(|(n, _)| n == name).map(|(_, text)| text.as_str());
        let text = text.unwrap_or_else(|| assets::text(&format!("themes/{name}.toml")));
        if text.is_empty() {
            return Err(ThemeError::Unknown { name: name.into(), known: names(own).join(", ") });
        }
        let styles =
            styles(text, depth).map_err(|message| ThemeError::Wrong { name: name.into(), message })?;
        Ok(Self { name: name.into(), glyphs: &glyphs::UNICODE, styles })
    }
}

impl Default for Theme {
    fn default() -> Self {
        let plain = || Self { name: "default".into(), glyphs: &glyphs::UNICODE, styles: Vec::new() };
        Self::load("default", &[], Depth::Sixteen).unwrap_or_else(|_| plain())
    }
}

fn styles(text: &str, depth: Depth) -> Result<Vec<Style>, String> {
    let looks: BTreeMap<String, Look> =
        toml::from_str(text).map_err(|e| e.to_string().trim().replace('\n', " "))?;
    if let Some(name) = looks.keys().find(|n| Role::ALL.iter().all(|r| r.name() != n.as_str())) {
        return Err(format!("no role is called `{name}`"));
    }
    let of = |role: &Role| looks.get(role.name()).map_or(Ok(Style::default()), |look| style(look, depth));
    Role::ALL.iter().map(of).collect()
}

fn style(look: &Look, depth: Depth) -> Result<Style, String> {
    let mut style =
        Style { fg: colour(look.fg.as_ref())?, bg: colour(look.bg.as_ref())?, ..Style::default() };
    for (on, modifier) in [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underline, Modifier::UNDERLINED),
        (look.reverse, Modifier::REVERSED),
    ] {
        if on {
            style = style.add_modifier(modifier);
        }
    }
    Ok(depth.fit(style))
}

fn colour(name: Option<&String>) -> Result<Option<Color>, String> {
    let parse = |n: &String| n.parse().map_err(|_| format!("`{n}` is no colour; write #rrggbb or a name"));
    name.map(parse).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_a_theme_are_told() {
        let load = |text: &str| {
            let own = [("mine".to_owned(), text.to_owned())];
            Theme::load("mine", &own, Depth::True).map(|t| t.style(Role::Hit)).map_err(|e| e.to_string())
        };
        assert_eq!(load("[hit]\nfg = '#102030'\n"), Ok(Style::new().fg(Color::Rgb(16, 32, 48))));
        assert_eq!(
            load("[hit]\nfg = 'mud'").unwrap_err(),
            "theme `mine`: `mud` is no colour; write #rrggbb or a name"
        );
        assert_eq!(load("[nose]\nbold = true").unwrap_err(), "theme `mine`: no role is called `nose`");
        assert!(load("[hit]\nblink = true").is_err());
    }

    /// Relative luminance, as WCAG 2 defines it.
    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(r, g, b) = colour else { panic!("{colour:?} is not pinned") };
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.03928 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    #[test]
    fn every_theme_that_pins_colours_can_be_read() {
        for name in EMBEDDED {
            let theme = Theme::load(name, &[], Depth::True).unwrap();
            let ground = theme.style(Role::Text);
            if ground.bg.is_none() {
                continue;
            }
            for role in Role::ALL.iter().filter(|r| !matches!(r, Role::Border)) {
                let style = ground.patch(theme.style(*role));
                let (a, b) = (luminance(style.fg.unwrap()), luminance(style.bg.unwrap()));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                let wanted = if name == "high-contrast" { 7.0 } else { 4.5 };
                assert!(contrast >= wanted, "{name}, {}: {contrast:.2}", role.name());
            }
        }
    }

    #[test]
    fn nothing_is_lost_without_colours() {
        for name in EMBEDDED {
            let theme = Theme::load(name, &[], Depth::Mono).unwrap();
            for role in [Role::Evidence, Role::Hit, Role::CurrentHit, Role::Selection] {
                assert!(!theme.style(role).add_modifier.is_empty(), "{name}, {}", role.name());
            }
        }
    }
}
