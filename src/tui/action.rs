//! The closed list of everything that the reader can be asked to do.
//!
//! One table is the source of the keymap's names, the palette, the help, the README's table of keys and the man page:
//! whoever adds a row here has added it to all of them. An action carries nothing; what was typed with it (a count, a
//! word) travels beside it in a [`Call`]. This file knows neither keys nor what an action does.

use super::keymap::Context;

/// Under which head an action is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Getting about in the text and in lists.
    Move,
    /// Finding words.
    Search,
    /// Panes, and how they are laid out.
    View,
    /// Key points: filter, sort, mark.
    Points,
    /// Selections, highlights and notes.
    Highlights,
    /// Taking words elsewhere.
    Copy,
    /// Files and dates.
    Files,
    /// Lines in which one types, and lists from which one chooses.
    Prompt,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Self; 9] = [
        Self::Move,
        Self::Search,
        Self::Points,
        Self::Highlights,
        Self::Copy,
        Self::View,
        Self::Files,
        Self::Prompt,
        Self::Program,
    ];

    /// The head over the group's actions.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Search => "Searching",
            Self::View => "Panes and view",
            Self::Points => "Key points",
            Self::Highlights => "Highlights and notes",
            Self::Copy => "Copying and exporting",
            Self::Files => "Files",
            Self::Prompt => "While typing or choosing",
            Self::Program => "Program",
        }
    }
}

macro_rules! actions {
    ($($variant:ident $name:literal $group:ident $context:ident $short:literal $description:literal;)*) => {
        /// Something the reader can be asked to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $(#[doc = $description] $variant,)*
        }

        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in `keymap.toml` and in the palette.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// One or two words for the line of hints.
            pub const fn short(self) -> &'static str {
                match self { $(Self::$variant => $short,)* }
            }

            /// What it does, in one line without a full stop.
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description,)* }
            }

            /// The head it stands under in the help.
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }

            /// Where it means something: in the whole reader, in one pane, or in a kind of overlay.
            pub const fn context(self) -> Context {
                match self { $(Self::$variant => Context::$context,)* }
            }
        }
    };
}

actions! {
    LineDown "line-down" Move Reader "down" "a line down; in the points, the next point";
    LineUp "line-up" Move Reader "up" "a line up; in the points, the point before";
    HalfPageDown "half-page-down" Move Reader "half page" "half a page down";
    HalfPageUp "half-page-up" Move Reader "half page up" "half a page up";
    PageDown "page-down" Move Reader "page" "a page down";
    PageUp "page-up" Move Reader "page up" "a page up";
    First "first" Move Reader "top" "to the beginning";
    Last "last" Move Reader "end" "to the end";
    NextParagraph "next-paragraph" Move Reader "paragraph" "to the next paragraph";
    PreviousParagraph "previous-paragraph" Move Reader "paragraph back" "to the paragraph before";
    NextSentence "next-sentence" Move Reader "sentence" "to the next sentence";
    PreviousSentence "previous-sentence" Move Reader "sentence back" "to the sentence before";
    NextHighlight "next-highlight" Move Reader "next point" "to the next evidence of a key point, or highlight of your own";
    PreviousHighlight "previous-highlight" Move Reader "point before" "to the evidence of a key point, or the highlight, before";
    GoToParagraph "go-to-paragraph" Move Reader "go to ¶" "to a paragraph by its number, as in :42";
    Follow "follow" Move Reader "evidence" "from a point to its evidence, from the text to its point";
    Back "back" Move Reader "back" "back to where you were before a jump";

    Search "search" Search Reader "search" "search this briefing as you type";
    SearchAll "search-all" Search Reader "search all" "search all open briefings: their text, key points or notes";
    NextHit "next-hit" Search Reader "next hit" "to the next place where the words stand";
    PreviousHit "previous-hit" Search Reader "hit before" "to the place before where the words stand";
    ToggleRegex "toggle-regex" Search Prompt "regex" "take what is typed as a regular expression, or as plain words again";
    SearchElsewhere "search-elsewhere" Search Prompt "elsewhere" "search text, key points, notes, or all of them";

    Mark "mark" Points Points "mark" "mark the point for export, or take the mark off";
    MarkAll "mark-all" Points Points "mark all" "mark all points shown, or take all their marks off";
    ToggleParticipants "toggle-participants" Points Points "participants" "show or hide participants";
    ToggleParties "toggle-parties" Points Points "parties" "show or hide parties";
    ToggleCommitments "toggle-commitments" Points Points "commitments" "show or hide commitments";
    ToggleMeetings "toggle-meetings" Points Points "meetings" "show or hide meetings";
    ShowAll "show-all" Points Points "all" "show every category again, and what was dismissed";
    Sort "sort" Points Points "sort" "sort points by place in the text, by person, or by date";
    Fold "fold" Points Points "fold" "fold or unfold the section";
    Why "why" Points Points "why" "why is this point here? its rule, its cue and its sentence";
    Dismiss "dismiss" Points Points "dismiss" "dismiss the point; 0 shows it again";

    Select "select" Highlights Article "select" "select the sentence; ) ( } { h j k l w b move the end";
    SelectParagraph "select-paragraph" Highlights Article "select ¶" "select the paragraph, and move the end of the selection";
    SwapEnds "swap-ends" Highlights Select "other end" "move the other end of the selection from now on";
    CharRight "char-right" Highlights Select "letter" "move the end of the selection by a letter";
    CharLeft "char-left" Highlights Select "letter back" "move the end of the selection back by a letter";
    WordRight "word-right" Highlights Select "word" "move the end of the selection by a word";
    WordLeft "word-left" Highlights Select "word back" "move the end of the selection back by a word";
    Highlight "highlight" Highlights Reader "highlight" "highlight the selection, the sentence under the cursor, or the point's words";
    Colour1 "first-colour" Highlights Select "colour 1" "give the highlight its first colour";
    Colour2 "second-colour" Highlights Select "colour 2" "give the highlight its second colour";
    Colour3 "third-colour" Highlights Select "colour 3" "give the highlight its third colour";
    Colour4 "fourth-colour" Highlights Select "colour 4" "give the highlight its fourth colour";
    Colour5 "fifth-colour" Highlights Select "colour 5" "give the highlight its fifth colour";
    NameColour "name-colour" Highlights Reader "name colour" "say what a colour stands for, as in :name-colour 2 to do";
    Note "note" Highlights Reader "note" "write a note to the highlight, the selection, the sentence or the point";
    Tags "tags" Highlights Reader "tags" "give tags to the highlight, the selection, the sentence or the point";
    DeleteHighlight "delete-highlight" Highlights Article "delete" "delete the highlight under the cursor, with its note";
    Undo "undo" Highlights Reader "undo" "take back the last change of highlights, notes and marks";
    Redo "redo" Highlights Reader "redo" "make the change again that was taken back last";
    ToggleHighlights "toggle-highlights" Highlights Points "highlights" "show or hide your own highlights";
    FilterHighlights "filter-highlights" Highlights Points "filter" "show only highlights of one colour or tag, as in :filter-highlights 2";
    Orphans "orphans" Highlights Reader "orphans" "highlights whose words are gone: place, keep or drop them";
    PlaceOrphan "place-orphan" Highlights List "place" "select other words for the highlight";
    KeepOrphan "keep-orphan" Highlights List "keep" "keep the highlight without a place";
    DropOrphan "drop-orphan" Highlights List "drop" "delete the highlight";

    CopyQuote "copy-quote" Copy Reader "copy" "copy the quote: the point's words, or the sentence under the cursor";
    CopyCitation "copy-citation" Copy Reader "copy cited" "copy the quote with its source and paragraph";
    CopyMarked "copy-marked" Copy Reader "copy marked" "copy all marked points with their quotes";
    Export "export" Copy Reader "export" "export points and highlights: format, what and where, with a preview";

    OtherPane "other-pane" View Reader "key points" "to the other pane";
    PaneBefore "pane-before" View Reader "pane before" "to the pane before";
    Zen "zen" View Reader "zen" "nothing but the text, and back";
    DividerLeft "divider-left" View Reader "divider" "move the divider to the left: more room for the points";
    DividerRight "divider-right" View Reader "divider" "move the divider to the right: more room for the text";
    Narrower "narrower" View Reader "narrower" "shorter lines";
    Wider "wider" View Reader "wider" "longer lines";
    Furniture "furniture" View Reader "furniture" "show or fold page furniture: menus, share buttons, credits";
    Mouse "mouse" View Reader "mouse" "leave the mouse to the terminal, or take it back";
    Theme "theme" View Reader "theme" "the next theme of colours";

    Briefings "briefings" Files Reader "briefings" "the list of open briefings";
    NextBriefing "next-briefing" Files Reader "next briefing" "to the next open briefing";
    PreviousBriefing "previous-briefing" Files Reader "briefing before" "to the open briefing before";
    Edit "edit" Files Reader "editor" "open the file in $EDITOR at this line";
    SetDate "date" Files Reader "date" "set the date of this briefing, as in :date 2024-08-20";

    Accept "accept" Prompt Prompt "accept" "take what was typed or chosen";
    EarlierEntry "earlier-entry" Prompt Prompt "earlier" "what was typed before, or the entry above";
    LaterEntry "later-entry" Prompt Prompt "later" "what was typed after, or the entry below";

    Palette "palette" Program Reader "commands" "all actions by name; also :42 for a paragraph";
    Help "help" Program Reader "help" "every key and what it does, searchable";
    Cancel "cancel" Program Global "close" "take one layer off: an overlay, a search, a message";
    Redraw "redraw" Program Global "redraw" "draw the screen anew";
    Suspend "suspend" Program Global "suspend" "stop for a while; fg in the shell comes back";
    Quit "quit" Program Reader "quit" "quit";
    QuitNow "quit-now" Program Global "quit" "quit from anywhere";
}

impl Action {
    /// The action of that name.
    ///
    /// ```
    /// use attache::tui::Action;
    /// assert_eq!(Action::named("line-down"), Some(Action::LineDown));
    /// assert_eq!(Action::named("fly"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|a| a.name() == name)
    }

    /// What is typed after `:` for an action that needs a word with it, as an example.
    pub const fn typed(self) -> Option<&'static str> {
        match self {
            Self::GoToParagraph => Some(":42"),
            Self::SetDate => Some(":date 2024-08-20"),
            Self::NameColour => Some(":name-colour 2 to do"),
            _ => None,
        }
    }
}

/// An action with what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What to do.
    pub action: Action,
    /// How often, or which one: `5 j`, `:42`.
    pub count: Option<usize>,
    /// A word that belongs to it: the date of `:date 2024-08-20`.
    pub argument: Option<String>,
}

impl Call {
    /// The count, or 1.
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1).max(1)
    }
}

impl From<Action> for Call {
    fn from(action: Action) -> Self {
        Self { action, count: None, argument: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_and_tell_themselves() {
        let mut names: Vec<_> = Action::ALL.iter().map(|a| a.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Action::ALL.len());
        for action in Action::ALL {
            let words = action.description();
            assert!(!words.ends_with('.') && words.len() > 3 && words.len() < 80, "{words}");
            assert!(action.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", action.name());
        }
    }
}
