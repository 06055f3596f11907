//! The line of hints: what can be done here and now, most useful first.
//!
//! What is offered follows the place: the text, a highlight in it, words being selected, a point, a highlight in the list,
//! an overlay. Keys are asked of the keymap, so that a remapped one is told as it is.

use ratatui::text::{Line, Span};

use crate::annotate::Colour;
use crate::tui::action::Action;
use crate::tui::app::{App, Item};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widget::{clip, columns, fill, on_one_line};

/// Where one is, as far as hints go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// In the text.
    Article,
    /// In the text, on a highlight of one's own.
    OnHighlight,
    /// Words are selected.
    Selecting,
    /// A highlight was just made or chosen.
    Fresh,
    /// On a key point.
    Point,
    /// In the list, on a highlight of one's own.
    Listed,
    /// In the list, on a highlight without a place.
    Orphan,
    /// On the head of a section.
    Head,
}

impl Spot {
    fn of(app: &App) -> Self {
        let reading = app.reading();
        match (app.pane_context(), reading.list.items().get(reading.list.at)) {
            (Context::Select, _) => Self::Selecting,
            (Context::Highlight | Context::HighlightInPoints, _) => Self::Fresh,
            (Context::Points, Some(Item::Own(_))) => Self::Listed,
            (Context::Points, Some(Item::Orphan(_))) => Self::Orphan,
            (Context::Points, Some(Item::Head(..))) => Self::Head,
            (Context::Points, _) => Self::Point,
            _ if app.own_at_cursor().is_some() => Self::OnHighlight,
            _ => Self::Article,
        }
    }

    /// What is offered, most useful first.
    const fn offered(self) -> &'static [Action] {
        use Action as A;
        match self {
            Self::Article => &[
                A::OtherPane,
                A::NextHighlight,
                A::Search,
                A::Highlight,
                A::NextParagraph,
                A::NextSentence,
                A::Follow,
                A::CopyQuote,
                A::Export,
                A::Note,
                A::Select,
            ],
            Self::OnHighlight => &[
                A::OtherPane,
                A::Note,
                A::Tags,
                A::Highlight,
                A::DeleteHighlight,
                A::NextHighlight,
                A::CopyQuote,
                A::Search,
                A::Export,
            ],
            Self::Selecting => &[
                A::Highlight,
                A::NextSentence,
                A::WordRight,
                A::SwapEnds,
                A::Note,
                A::CopyQuote,
                A::Cancel,
                A::NextParagraph,
            ],
            Self::Fresh => &[A::Note, A::Tags, A::Undo, A::OtherPane],
            Self::Point => &[
                A::Follow,
                A::Mark,
                A::OtherPane,
                A::Why,
                A::Sort,
                A::CopyCitation,
                A::Export,
                A::Highlight,
                A::Note,
                A::Dismiss,
                A::Fold,
            ],
            Self::Listed => &[
                A::Follow,
                A::Note,
                A::Tags,
                A::Highlight,
                A::OtherPane,
                A::Mark,
                A::Dismiss,
                A::FilterHighlights,
                A::Why,
                A::Export,
            ],
            Self::Orphan => &[A::Follow, A::Why, A::OtherPane, A::Note, A::Dismiss],
            Self::Head => &[A::Fold, A::LineDown, A::OtherPane, A::Sort, A::MarkAll, A::Export],
        }
    }

    /// What an action is called here.
    const fn short(self, action: Action) -> &'static str {
        match (action, self) {
            (Action::Follow, Self::Article) => "its point",
            (Action::Follow, Self::Listed) => "its words",
            (Action::Follow, Self::Orphan) => "place, keep or drop",
            (Action::Highlight, Self::OnHighlight | Self::Listed) => "colour",
            (Action::Dismiss, Self::Listed | Self::Orphan) => "delete",
            (Action::Why, Self::Listed | Self::Orphan) => "about it",
            (Action::OtherPane, Self::Point | Self::Listed | Self::Orphan | Self::Head) => "article",
            (action, _) => action.short(),
        }
    }
}

/// A key and what it does.
pub fn hint(app: &App, key: &str, what: &str) -> [Span<'static>; 2] {
    let theme = app.theme();
    let style = |role| theme.on_text(role);
    [
        Span::styled(format!("{key} "), style(Role::KeyName)),
        Span::styled(format!("{what}  "), style(Role::Foot)),
    ]
}

fn wide(spans: &[Span]) -> usize {
    spans.iter().map(|s| columns(&s.content)).sum()
}

/// The hints that fit into `width` columns; what is left out is found by the last ones.
pub fn line(app: &App, width: usize) -> Line<'static> {
    let context = app.context();
    let spot = Spot::of(app);
    let layer = app.layers().last();
    let mut offered = layer.map_or_else(|| spot.offered(), |layer| layer.hints()).to_vec();
    if layer.is_none() && spot == Spot::Article && app.readings().len() > 1 {
        offered.insert(2, Action::Briefings);
    }
    let mut right = Vec::new();
    let always = if layer.is_none() { &[Action::Help, Action::Quit][..] } else { &[] };
    for action in always {
        if let Some(key) = app.keymap().key_of(*action, context) {
            right.extend(hint(app, &key, action.short()));
        }
    }
    let room = width.saturating_sub(wide(&right));
    let mut left = vec![Span::raw(" ")];
    if layer.is_none() && matches!(spot, Spot::Fresh | Spot::Selecting) {
        left.extend(colours(app, spot, room));
    }
    let mut used = wide(&left);
    for action in offered {
        // Esc is what everybody tries first, whatever else closes things.
        let context = if action == Action::Cancel { Context::Global } else { context };
        let Some(key) = app.keymap().key_of(action, context) else { continue };
        let short = if layer.is_some() { action.short() } else { spot.short(action) };
        let spans = hint(app, &key, short);
        let wanted = wide(&spans);
        if used + wanted > room {
            continue;
        }
        used += wanted;
        left.extend(spans);
    }
    fill(left, right, width, app.theme())
}

/// The five colours with their keys and, where there is room, their names; the one that holds is lit.
fn colours(app: &App, spot: Spot, room: usize) -> Vec<Span<'static>> {
    let theme = app.theme();
    let style = |role| theme.on_text(role);
    let fresh = app.notes.fresh.as_ref().and_then(|id| app.annotation(id));
    let now = fresh.map_or(app.notes.colour, |own| own.colour);
    let said = match spot {
        Spot::Selecting => "",
        _ if app.notes.chosen => "highlighted already  ",
        _ => "highlighted  ",
    };
    let keys = [Action::Colour1, Action::Colour2, Action::Colour3, Action::Colour4, Action::Colour5];
    let made = |said: &'static str, named: bool, gap: &str| {
        let mut spans = vec![Span::styled(said, style(Role::Notice))];
        for ((action, colour), (_, bar)) in keys.into_iter().zip(Colour::ALL).zip(Role::HIGHLIGHTS) {
            let Some(key) = app.keymap().key_of(action, app.pane_context()) else { continue };
            let key_style =
                if colour == now && spot == Spot::Fresh { Role::Selection } else { Role::KeyName };
            spans.push(Span::styled(key, style(key_style)));
            spans.push(Span::styled(theme.bar(colour), style(bar)));
            let name = app.colour_name(colour);
            let name = if named && name != colour.number().to_string() { name } else { String::new() };
            let name = clip(&on_one_line(&name), 12, theme.glyphs.more);
            spans.push(Span::styled(format!("{name}{gap}"), style(Role::Foot)));
        }
        spans.push(Span::raw(" "));
        spans
    };
    let named = made(said, true, " ");
    if wide(&named) + 20 <= room {
        return named;
    }
    let plain = made(said, false, " ");
    if wide(&plain) + 10 <= room { plain } else { made("", false, "") }
}
