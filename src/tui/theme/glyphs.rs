//! The signs of the screen, in two sets: one for terminals that draw boxes, one in plain ASCII.

use ratatui::symbols::border;

/// The signs that the screen is drawn with; each takes one column.
#[derive(Debug)]
pub struct Glyphs {
    /// The frames of panes.
    pub border: border::Set<'static>,
    /// The bar in the gutter beside evidence and highlights.
    pub bar: &'static str,
    /// The bars beside highlights of the five colours, where no colour tells them apart.
    pub bars: [&'static str; 5],
    /// Before the line or point under the cursor.
    pub cursor: &'static str,
    /// A marked point.
    pub mark: &'static str,
    /// The paragraph sign.
    pub paragraph: &'static str,
    /// Between details.
    pub dot: &'static str,
    /// How often.
    pub times: &'static str,
    /// A rule.
    pub rule: &'static str,
    /// A folded section.
    pub folded: &'static str,
    /// An open section.
    pub open: &'static str,
    /// Text that is cut off.
    pub more: &'static str,
    /// A dash between a thing and what is said of it.
    pub dash: &'static str,
}

/// Signs of Unicode.
pub static UNICODE: Glyphs = Glyphs {
    border: border::ROUNDED,
    bar: "▌",
    bars: ["┃", "║", "┇", "▒", "█"],
    cursor: "▸",
    mark: "●",
    paragraph: "¶",
    dot: "·",
    times: "×",
    rule: "─",
    folded: "▸",
    open: "▾",
    more: "…",
    dash: "–",
};

/// Signs that every terminal has.
pub static ASCII: Glyphs = Glyphs {
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
    bar: "|",
    bars: ["!", ":", "=", "%", "&"],
    cursor: ">",
    mark: "*",
    paragraph: "#",
    dot: "-",
    times: "x",
    rule: "-",
    folded: "+",
    open: "-",
    more: "~",
    dash: "-",
};
