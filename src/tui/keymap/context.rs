//! Where a key is pressed.

/// A table of the keymap. Each but the widest has wider ones behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere.
    Global,
    /// In both panes.
    Reader,
    /// In the text.
    Article,
    /// In the text, while words are selected.
    Select,
    /// In the text, just after a highlight was made or chosen.
    Highlight,
    /// In the key points.
    Points,
    /// In the key points, just after a highlight was made or chosen: the table of [`Self::Highlight`] before theirs.
    HighlightInPoints,
    /// In an overlay from which one chooses.
    List,
    /// In a line in which one types; keys that are not bound there are text.
    Prompt,
}

impl Context {
    /// Every context with a table of its own, widest first.
    pub const ALL: [Self; 8] = [
        Self::Global,
        Self::Reader,
        Self::Article,
        Self::Select,
        Self::Highlight,
        Self::Points,
        Self::List,
        Self::Prompt,
    ];

    /// The name of its table in `keymap.toml`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Reader => "reader",
            Self::Article => "article",
            Self::Select => "select",
            Self::Highlight | Self::HighlightInPoints => "highlight",
            Self::Points => "points",
            Self::List => "list",
            Self::Prompt => "prompt",
        }
    }

    /// The tables that are asked, nearest first.
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Global => &[Self::Global],
            Self::Reader => &[Self::Reader, Self::Global],
            Self::Article => &[Self::Article, Self::Reader, Self::Global],
            Self::Select => &[Self::Select, Self::Article, Self::Reader, Self::Global],
            Self::Highlight => &[Self::Highlight, Self::Article, Self::Reader, Self::Global],
            Self::Points => &[Self::Points, Self::Reader, Self::Global],
            Self::HighlightInPoints => &[Self::Highlight, Self::Points, Self::Reader, Self::Global],
            Self::List => &[Self::List, Self::Global],
            Self::Prompt => &[Self::Prompt, Self::Global],
        }
    }
}
