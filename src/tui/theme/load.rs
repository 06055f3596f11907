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

fn looks(text: &str) -> Result<BTreeMap<String, Look>, String> {
    let looks: BTreeMap<String, Look> =
        toml::from_str(text).map_err(|e| e.to_string().trim().replace('\n', " "))?;
    match looks.keys().find(|n| Role::ALL.iter().all(|r| r.name() != n.as_str())) {
        Some(name) => Err(format!("no role is called `{name}`")),
        None => Ok(looks),
    }
}

/// How each role looks at `depth`. What a terminal cannot show is taken from a theme that it can: everything without
/// colours, and with sixteen the words that stand on a ground of their own, and bars, which would fall together.
fn styles(text: &str, depth: Depth) -> Result<Vec<Style>, String> {
    let own = looks(text)?;
    let stand_in = match depth {
        Depth::Mono => looks(assets::text("themes/mono.toml"))?,
        Depth::Sixteen => looks(assets::text("themes/default.toml"))?,
        Depth::Indexed | Depth::True => BTreeMap::new(),
    };
    let of = |looks: &BTreeMap<String, Look>, role: Role| {
        looks.get(role.name()).map_or(Ok(Style::default()), |look| style(look, depth))
    };
    let mut styles = Role::ALL.iter().map(|role| of(&own, *role)).collect::<Result<Vec<_>, _>>()?;
    for (words, bar) in Role::HIGHLIGHTS {
        if !own.contains_key(bar.name()) {
            let words = styles[words as usize];
            styles[bar as usize] = Style { fg: words.bg.or(words.fg), ..Style::default() };
        }
    }
    for role in Role::ALL {
        let grounded = *role != Role::Text && own.get(role.name()).is_some_and(|look| look.bg.is_some());
        let is_bar = Role::HIGHLIGHTS.iter().any(|(_, bar)| bar == role);
        if depth == Depth::Mono || (depth == Depth::Sixteen && (grounded || is_bar)) {
            styles[*role as usize] = of(&stand_in, *role)?;
        }
    }
    Ok(styles)
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
    use crate::annotate::Colour;

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
        let (r, g, b) = match colour {
            Color::Rgb(r, g, b) => (r, g, b),
            Color::Indexed(index) => super::super::colour::rgb_of(index),
            colour => panic!("{colour:?} is not pinned"),
        };
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.03928 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(style: Style) -> f64 {
        let (a, b) = (luminance(style.fg.unwrap()), luminance(style.bg.unwrap()));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The themes, with their ground.
    fn grounded(depth: Depth) -> Vec<(Theme, Style)> {
        let all = EMBEDDED.into_iter().map(|name| Theme::load(name, &[], depth).unwrap());
        all.map(|theme| (theme.style(Role::Text), theme)).map(|(ground, theme)| (theme, ground)).collect()
    }

    #[test]
    fn every_theme_that_pins_colours_can_be_read() {
        for depth in [Depth::True, Depth::Indexed] {
            for (theme, ground) in grounded(depth).into_iter().filter(|(_, ground)| ground.bg.is_some()) {
                for role in Role::ALL.iter().filter(|r| !matches!(r, Role::Border)) {
                    let contrast = contrast(ground.patch(theme.style(*role)));
                    let is_bar = Role::HIGHLIGHTS.iter().any(|(_, bar)| bar == role);
                    let wanted = match theme.name.as_str() {
                        // A bar is no word: WCAG asks 3:1 of signs.
                        _ if is_bar => 3.0,
                        "high-contrast" => 7.0,
                        _ => 4.5,
                    };
                    assert!(
                        contrast >= wanted,
                        "{} at {depth:?}, {}: {contrast:.2}",
                        theme.name,
                        role.name()
                    );
                }
            }
        }
    }

    #[test]
    fn highlights_are_told_apart_wherever_there_are_colours() {
        for depth in [Depth::True, Depth::Indexed, Depth::Sixteen] {
            for (theme, ground) in grounded(depth).into_iter().filter(|(theme, _)| theme.name != "mono") {
                let grounds = [Role::Evidence, Role::Selection, Role::Hit, Role::CurrentHit, Role::Cursor];
                let mut looks: Vec<(&str, Style)> = Vec::new();
                let lit = Role::HIGHLIGHTS.iter().map(|(words, _)| *words).chain(grounds);
                for role in lit {
                    let style = ground.patch(theme.style(role));
                    let twin = looks.iter().find(|(_, s)| s.bg == style.bg && style.bg != ground.bg);
                    assert_eq!(twin, None, "{} at {depth:?}: {}", theme.name, role.name());
                    looks.push((role.name(), style));
                }
                let mut bars: Vec<_> = Role::HIGHLIGHTS.iter().map(|(_, bar)| theme.style(*bar).fg).collect();
                bars.dedup();
                assert_eq!(bars.len(), 5, "{} at {depth:?}", theme.name);
            }
        }
    }

    /// How far apart two colours are for the eye: the distance in Oklab, in which black and white are 1 apart.
    fn apart(a: Color, b: Color) -> f64 {
        let lab = |colour: Color| {
            let Color::Rgb(red, green, blue) = colour else { panic!("{colour:?} is not pinned") };
            let rgb = [red, green, blue].map(|v| (f64::from(v) / 255.0).powf(2.2));
            let of =
                |row: [f64; 3], values: [f64; 3]| row.iter().zip(values).map(|(k, v)| k * v).sum::<f64>();
            let cones = [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]
                .map(|row| of(row, rgb).cbrt());
            [[0.2105, 0.7936, -0.0041], [1.978, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
                .map(|row| of(row, cones))
        };
        lab(a).iter().zip(lab(b)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn what_is_lit_in_the_text_is_told_apart_at_a_glance() {
        for (theme, _) in grounded(Depth::True).into_iter().filter(|(_, ground)| ground.bg.is_some()) {
            let moving = [Role::Evidence, Role::Selection, Role::Hit, Role::CurrentHit];
            let lit: Vec<Role> = moving.into_iter().chain(Role::HIGHLIGHTS.map(|(words, _)| words)).collect();
            for (at, one) in lit.iter().enumerate() {
                for other in &lit[at + 1..] {
                    let [a, b] = [one, other].map(|role| theme.style(*role).bg.unwrap());
                    assert!(apart(a, b) > 0.06, "{}: {} and {}", theme.name, one.name(), other.name());
                }
            }
        }
    }

    #[test]
    fn words_can_be_read_on_the_row_under_the_cursor_too() {
        for (theme, ground) in grounded(Depth::True).into_iter().filter(|(_, ground)| ground.bg.is_some()) {
            let on = ground.patch(Style { bg: theme.style(Role::Cursor).bg, ..Style::default() });
            for role in
                [Role::Text, Role::Dim, Role::Participant, Role::Commitment, Role::Meeting, Role::Mark]
            {
                let style = on
                    .patch(Style { bg: None, ..theme.style(role) })
                    .patch(Style { bg: on.bg, ..Style::default() });
                assert!(contrast(style) >= 4.5, "{}: {}", theme.name, role.name());
            }
        }
    }

    #[test]
    fn without_colours_a_sign_tells_the_colours_of_highlights_apart() {
        let bars = |name: &str, depth, ascii| {
            let theme = Theme::load(name, &[], depth).unwrap().with_ascii(ascii);
            let mut bars: Vec<_> = Colour::ALL.iter().map(|colour| theme.bar(*colour)).collect();
            bars.push(theme.glyphs.bar);
            bars.sort_unstable();
            bars.dedup();
            bars.len()
        };
        for ascii in [false, true] {
            assert_eq!(bars("mono", Depth::True, ascii), 6, "and from the bar of evidence");
            assert_eq!(bars("dark", Depth::Mono, ascii), 6);
            assert_eq!(bars("default", Depth::Sixteen, ascii), 1, "colours tell them");
        }
    }

    #[test]
    fn the_documentation_names_every_role_and_theme() {
        let told = include_str!("../../../docs/settings.md");
        for role in Role::ALL {
            let name = role.name();
            let family = name.starts_with("highlight-") || name.starts_with("bar-");
            assert!(family || told.contains(&format!("`{name}`")), "{name}");
        }
        assert!(EMBEDDED.iter().all(|name| told.contains(name)));
    }

    #[test]
    fn without_colours_the_ground_is_the_terminal_s_own() {
        for name in EMBEDDED {
            let theme = Theme::load(name, &[], Depth::Mono).unwrap();
            assert_eq!(theme.style(Role::Text), Style::default(), "{name}");
        }
    }

    #[test]
    fn a_theme_without_bars_takes_them_from_its_highlights() {
        let own = [("mine".to_owned(), "[highlight-1]\nfg = '#000000'\nbg = '#102030'\n".to_owned())];
        let theme = Theme::load("mine", &own, Depth::True).unwrap();
        assert_eq!(theme.style(Role::Bar1), Style::new().fg(Color::Rgb(16, 32, 48)));
    }

    /// Words in a theme that pins nothing keep the terminal's own colour, or stand on a ground that goes with theirs.
    #[test]
    fn the_default_theme_colours_no_running_words() {
        let theme = Theme::load("default", &[], Depth::True).unwrap();
        for role in Role::ALL {
            let style = theme.style(*role);
            let is_sign = Role::HIGHLIGHTS.iter().any(|(_, bar)| bar == role)
                || matches!(role, Role::Participant | Role::Commitment | Role::Meeting | Role::Error);
            assert!(is_sign || style.fg.is_none() || style.bg.is_some(), "{}", role.name());
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
