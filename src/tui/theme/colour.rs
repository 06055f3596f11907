//! Colours, and what becomes of them on terminals that show fewer.

use ratatui::style::{Color, Modifier, Style};

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// None: bold, dim, underline and reverse only.
    Mono,
    /// The terminal's own sixteen.
    Sixteen,
    /// The 256 of xterm.
    #[default]
    Indexed,
    /// Red, green and blue with 8 bits each.
    True,
}

impl Depth {
    /// The depth that the environment tells of: `NO_COLOR`, `COLORTERM` and `TERM`, as `get` gives them.
    pub fn told_by(get: impl Fn(&str) -> Option<String>) -> Self {
        let colour = get("COLORTERM").unwrap_or_default();
        let term = get("TERM").unwrap_or_default();
        match () {
            () if get("NO_COLOR").is_some_and(|v| !v.is_empty()) || term == "dumb" => Self::Mono,
            () if colour == "truecolor" || colour == "24bit" || term.ends_with("-direct") => Self::True,
            () if term.contains("256") || !colour.is_empty() => Self::Indexed,
            () => Self::Sixteen,
        }
    }

    /// `style` as far as this depth goes.
    pub fn fit(self, style: Style) -> Style {
        let fit = |colour: Option<Color>| colour.and_then(|c| self.colour(c));
        let (fg, bg) = (fit(style.fg), fit(style.bg));
        // A ground that cannot be shown is shown turned round, so that it is not lost.
        let lost = style.bg.is_some_and(|c| c != Color::Reset) && bg.is_none();
        let style = Style { fg, bg, ..style };
        if lost { style.add_modifier(Modifier::REVERSED) } else { style }
    }

    fn colour(self, colour: Color) -> Option<Color> {
        match (self, colour) {
            (Self::Mono, _) => None,
            (Self::Indexed, Color::Rgb(r, g, b)) => Some(Color::Indexed(cube(r, g, b))),
            (Self::Sixteen, Color::Rgb(r, g, b)) => Some(sixteen(r, g, b)),
            (Self::Sixteen, Color::Indexed(i)) if i > 15 => {
                let (r, g, b) = rgb_of(i);
                Some(sixteen(r, g, b))
            }
            (_, c) => Some(c),
        }
    }
}

/// The levels of xterm's colour cube.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn distance(a: (u8, u8, u8), b: (u8, u8, u8)) -> u32 {
    let d = |x: u8, y: u8| u32::from(x.abs_diff(y)).pow(2);
    // Green weighs most, as in the eye.
    3 * d(a.0, b.0) + 6 * d(a.1, b.1) + d(a.2, b.2)
}

pub(super) fn rgb_of(index: u8) -> (u8, u8, u8) {
    match index {
        0..=15 => SIXTEEN[usize::from(index)].1,
        16..=231 => {
            let i = usize::from(index - 16);
            (LEVELS[i / 36], LEVELS[i / 6 % 6], LEVELS[i % 6])
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    }
}

/// How far a colour is from grey.
fn chroma((r, g, b): (u8, u8, u8)) -> u8 {
    r.max(g).max(b) - r.min(g).min(b)
}

/// What is less far from grey than this may become grey.
const COLOURED: u8 = 40;

/// The nearest of xterm's cube and greys. A colour stays one: the greys lie so close together that a dark red is nearer to
/// one of them than to any red.
fn cube(r: u8, g: u8, b: u8) -> u8 {
    let coloured = chroma((r, g, b)) >= COLOURED;
    let kept = |i: &u8| !coloured || chroma(rgb_of(*i)) > 0;
    (16..=255).filter(kept).min_by_key(|i| distance(rgb_of(*i), (r, g, b))).unwrap_or(15)
}

const SIXTEEN: [(Color, (u8, u8, u8)); 16] = [
    (Color::Black, (0, 0, 0)),
    (Color::Red, (205, 0, 0)),
    (Color::Green, (0, 205, 0)),
    (Color::Yellow, (205, 205, 0)),
    (Color::Blue, (0, 0, 238)),
    (Color::Magenta, (205, 0, 205)),
    (Color::Cyan, (0, 205, 205)),
    (Color::Gray, (229, 229, 229)),
    (Color::DarkGray, (127, 127, 127)),
    (Color::LightRed, (255, 0, 0)),
    (Color::LightGreen, (0, 255, 0)),
    (Color::LightYellow, (255, 255, 0)),
    (Color::LightBlue, (92, 92, 255)),
    (Color::LightMagenta, (255, 0, 255)),
    (Color::LightCyan, (0, 255, 255)),
    (Color::White, (255, 255, 255)),
];

fn sixteen(r: u8, g: u8, b: u8) -> Color {
    SIXTEEN.iter().min_by_key(|(_, c)| distance(*c, (r, g, b))).map_or(Color::Reset, |(c, _)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_tells_the_depth() {
        let told = |vars: &[(&str, &str)]| {
            Depth::told_by(|name| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        assert_eq!(told(&[("COLORTERM", "truecolor"), ("TERM", "xterm")]), Depth::True);
        assert_eq!(told(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]), Depth::Mono);
        assert_eq!(told(&[("COLORTERM", "truecolor"), ("NO_COLOR", "")]), Depth::True);
        assert_eq!(told(&[("TERM", "screen-256color")]), Depth::Indexed);
        assert_eq!(told(&[("TERM", "xterm")]), Depth::Sixteen);
    }

    #[test]
    fn colours_fall_to_the_nearest_that_there_is() {
        let orange = Style::new().fg(Color::Rgb(255, 135, 0));
        assert_eq!(Depth::True.fit(orange), orange);
        assert_eq!(Depth::Indexed.fit(orange).fg, Some(Color::Indexed(208)));
        let brown = Style::new().bg(Color::Rgb(77, 66, 19));
        assert_eq!(Depth::Indexed.fit(brown).bg, Some(Color::Indexed(58)), "and not a grey");
        assert_eq!(Depth::Sixteen.fit(Style::new().fg(Color::Rgb(250, 5, 5))).fg, Some(Color::LightRed));
        let mono = Depth::Mono.fit(orange.bg(Color::Rgb(1, 2, 3)));
        assert_eq!((mono.fg, mono.bg, mono.add_modifier), (None, None, Modifier::REVERSED));
    }
}
