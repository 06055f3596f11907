//! Colours and signs.
//!
//! Themes are data: `assets/themes/*.toml`, with the reader's own beside them. The default one pins no colours. Nothing
//! is told by colour alone: a category is always a letter, a highlight always a bar and an underline.

mod colour;
mod glyphs;
mod load;

use ratatui::style::Style;

use crate::annotate::Colour;
pub use colour::Depth;
pub use glyphs::{ASCII, Glyphs};
pub use load::{ThemeError, names};

macro_rules! roles {
    ($($variant:ident $name:literal $doc:literal;)*) => {
        /// What a piece of the screen is, which decides how it looks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $(#[doc = $doc] $variant,)*
        }

        impl Role {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in a theme's file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    Text "text" "Running text, and the ground of the screen.";
    Dim "dim" "What is second to the text: details, numbers, soft commitments.";
    Title "title" "The headline.";
    Heading "heading" "Headings in the text and heads of sections.";
    Border "border" "The frame of a pane.";
    BorderFocus "border-focus" "The frame of the pane that has the keys.";
    Head "head" "The line at the top.";
    Foot "foot" "The line at the bottom.";
    KeyName "key" "The name of a key in hints and help.";
    Participant "participant" "The letter of a participant.";
    Commitment "commitment" "The letter of a commitment.";
    Meeting "meeting" "The letter of a meeting.";
    Evidence "evidence" "The words that state the point under the cursor.";
    Mention "mention" "Other places that name it.";
    Hit "hit" "Where searched words stand.";
    CurrentHit "current-hit" "The hit under the cursor.";
    Cursor "cursor" "The line or point under the cursor.";
    Selection "selection" "Selected words.";
    Mark "mark" "The sign of a marked point.";
    Highlight1 "highlight-1" "A highlight of the first colour.";
    Highlight2 "highlight-2" "A highlight of the second colour.";
    Highlight3 "highlight-3" "A highlight of the third colour.";
    Highlight4 "highlight-4" "A highlight of the fourth colour.";
    Highlight5 "highlight-5" "A highlight of the fifth colour.";
    Bar1 "bar-1" "The bar beside a highlight of the first colour.";
    Bar2 "bar-2" "The bar beside a highlight of the second colour.";
    Bar3 "bar-3" "The bar beside a highlight of the third colour.";
    Bar4 "bar-4" "The bar beside a highlight of the fourth colour.";
    Bar5 "bar-5" "The bar beside a highlight of the fifth colour.";
    Notice "notice" "A message.";
    Error "error" "A message that something went wrong.";
}

impl Role {
    /// The five colours of highlights, each with the bar beside it.
    pub const HIGHLIGHTS: [(Self, Self); 5] = [
        (Self::Highlight1, Self::Bar1),
        (Self::Highlight2, Self::Bar2),
        (Self::Highlight3, Self::Bar3),
        (Self::Highlight4, Self::Bar4),
        (Self::Highlight5, Self::Bar5),
    ];

    /// The colour whose highlights look like this; `None` for what is no highlight.
    pub fn colour(self) -> Option<Colour> {
        let at = Self::HIGHLIGHTS.iter().position(|(words, _)| *words == self)?;
        Colour::ALL.get(at).copied()
    }
}

/// How each role looks, and the signs that the screen is drawn with.
#[derive(Debug, Clone)]
pub struct Theme {
    /// The name it is chosen by.
    pub name: String,
    /// The signs.
    pub glyphs: &'static Glyphs,
    styles: Vec<Style>,
}

impl Theme {
    /// How `role` looks. Roles but the ground are meant to be patched over it.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// How `role` looks over the ground of all text.
    pub fn on_text(&self, role: Role) -> Style {
        self.style(Role::Text).patch(self.style(role))
    }

    /// The bar beside a highlight of `colour`: a sign of its own where the bars have no colours to be told apart by.
    pub fn bar(&self, colour: Colour) -> &'static str {
        let at = usize::from(colour.number() - 1);
        let coloured = Role::HIGHLIGHTS.iter().all(|(_, bar)| self.style(*bar).fg.is_some());
        if coloured { self.glyphs.bar } else { self.glyphs.bars[at] }
    }

    /// The same theme with signs that every terminal has.
    #[must_use]
    pub fn with_ascii(self, ascii: bool) -> Self {
        Self { glyphs: if ascii { &glyphs::ASCII } else { &glyphs::UNICODE }, ..self }
    }
}
