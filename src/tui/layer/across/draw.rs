//! What was found across briefings, on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

use super::AcrossPrompt;
use crate::tui::action::Action;
use crate::tui::app::{Across, App};
use crate::tui::keymap::Context;
use crate::tui::survey::{Answer, Extent, Group, Hit, Within};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Panel, band, columns, draw_prompt, draw_rule, fill, key, keys, on_one_line};

/// One row of the list: the head of a group, one of its places to go to, or what is said under the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Head(usize),
    Stop(usize, usize),
    Rest,
}

/// Draws the search over nearly all of `area`.
pub fn draw(layer: &AcrossPrompt, app: &App, frame: &mut Frame, area: Rect) {
    let (theme, across) = (app.theme(), &app.across);
    let here = |action| key(app, action, Context::Prompt);
    let plain = if across.question.regex { "plain words" } else { "regex" };
    let told = [
        (here(Action::Accept), "go"),
        (key(app, Action::Cancel, Context::Global), "close"),
        (here(Action::SearchElsewhere), across.question.within.next().name()),
        (keys(app, Action::EarlierEntry, Action::LaterEntry, Context::Prompt), "hit"),
        (keys(app, Action::PageUp, Action::PageDown, Context::Prompt), "briefing"),
        (here(Action::ToggleRegex), plain),
    ];
    let title = if area.width < 60 { "Search all" } else { "Search all open briefings" };
    let size = (area.width.saturating_sub(2).min(120), area.height.saturating_sub(2));
    let inner = Panel { title, keys: &told, size }.draw(frame, area, theme);
    let row = |y: u16| Rect { y: inner.y + y, height: 1.min(inner.height.saturating_sub(y)), ..inner };
    let rows = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    draw_rule(frame, row(1), &counts(across, app), theme);
    let painter = Painter { app, theme, width: usize::from(inner.width) };
    painter.rows(layer, frame, rows);
    draw_prompt(frame, row(0), if across.question.regex { "regex/" } else { "/" }, &layer.prompt, theme);
}

/// What is searched and how much was found.
fn counts(across: &Across, app: &App) -> String {
    let within = across.question.within.name();
    if let Some(fault) = &across.fault {
        return fault.clone();
    }
    let mut out = format!("in {within}");
    if !across.question.words.trim().is_empty() {
        let of = |count, what| format!("{} {what}{}", grouped(count), if count == 1 { "" } else { "s" });
        let (hits, briefings) = (across.answer.hits, of(across.answer.briefings, "briefing"));
        let more = app.theme().glyphs.more;
        let found = match (across.known, across.answer.extent) {
            (false, _) => format!("searching {more}"),
            (true, Extent::Part(done, all)) => {
                let (done, all, hits) = (grouped(done), grouped(all), of(hits, "hit"));
                format!("{hits} so far; searched {done} of {all} {more}")
            }
            (true, Extent::Enough) => format!("more than {}; type more to find fewer", of(hits, "hit")),
            (true, Extent::All) if hits == 0 => "no hit".into(),
            (true, Extent::All) => format!("{} in {briefings}", of(hits, "hit")),
        };
        out = format!("{out}: {found}");
    }
    let waits = across.question.within != Within::Text;
    match across.gathered.filter(|(done, total)| waits && done < total) {
        Some((done, total)) => format!("{out}; looked through {} of {}", grouped(done), grouped(total)),
        None => out,
    }
}

/// A number as a person reads it.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The rows of the list.
fn listing(answer: &Answer) -> Vec<Row> {
    let of_one = |(g, group): (usize, &Group)| {
        std::iter::once(Row::Head(g)).chain((0..group.stops()).map(move |at| Row::Stop(g, at)))
    };
    let rest = (answer.unlisted() > 0).then_some(Row::Rest);
    answer.groups.iter().enumerate().flat_map(of_one).chain(rest).collect()
}

struct Painter<'a> {
    app: &'a App,
    theme: &'a Theme,
    width: usize,
}

impl Painter<'_> {
    fn role(&self, role: Role) -> Style {
        self.theme.on_text(role)
    }

    fn rows(&self, layer: &AcrossPrompt, frame: &mut Frame, area: Rect) {
        let across = &self.app.across;
        if across.answer.groups.is_empty() {
            for (words, row) in self.nothing().into_iter().zip(area.rows()) {
                frame.render_widget(Line::styled(words, self.role(Role::Dim)), row);
            }
            return;
        }
        let rows = listing(&across.answer);
        let chosen = across.chosen().map(|(g, at)| Row::Stop(g, at));
        let at = rows.iter().position(|row| Some(*row) == chosen).unwrap_or(0);
        let height = usize::from(area.height).max(1);
        // The name of the briefing shows with its first hit.
        let head = usize::from(at > 0 && matches!(rows[at - 1], Row::Head(_)));
        // Under the last place, what is said of the rest shows too.
        let foot = usize::from(rows.get(at + 1) == Some(&Row::Rest) && height > 2);
        let top = layer.top.get().clamp((at + 1 + foot).saturating_sub(height), at.saturating_sub(head));
        layer.top.set(top);
        for (row, rect) in rows.iter().skip(top).zip(area.rows()) {
            let on = Some(*row) == chosen;
            frame.render_widget(self.row(*row, on), rect);
            if on {
                band(frame, rect, self.theme);
            }
        }
    }

    /// What to say while nothing is listed.
    fn nothing(&self) -> Vec<String> {
        let across = &self.app.across;
        let within = across.question.within;
        let key = key(self.app, Action::SearchElsewhere, Context::Prompt);
        let other = format!("{key} searches {} instead.", within.next().name());
        if across.question.words.trim().is_empty() {
            let count = self.app.readings().len();
            let briefings = if count == 1 {
                "the open briefing".into()
            } else {
                format!("{} open briefings", grouped(count))
            };
            return vec![format!("Type words to find in the {} of {briefings}.", within.name()), other];
        }
        match &across.fault {
            Some(_) => vec!["This is no regular expression yet.".into()],
            None if across.is_whole() => vec!["Nothing was found.".into(), other],
            None => Vec::new(),
        }
    }

    fn row(&self, row: Row, chosen: bool) -> Line<'static> {
        let answer = &self.app.across.answer;
        match row {
            Row::Head(g) => self.head(&answer.groups[g]),
            Row::Stop(g, at) => match answer.groups[g].hits.get(at) {
                Some(hit) => self.hit(hit, chosen),
                None => self.more(&answer.groups[g], chosen),
            },
            Row::Rest => {
                let listed = grouped(answer.groups.iter().map(|g| g.hits.len()).sum());
                let rest = grouped(answer.unlisted());
                let next = key(self.app, Action::LaterEntry, Context::Prompt);
                let words = format!("  {listed} hits listed, {rest} more briefings follow: {next} goes on");
                fill(vec![Span::styled(words, self.role(Role::Dim))], Vec::new(), self.width, self.theme)
            }
        }
    }

    /// How many hits of a briefing are not listed, and how to come to them.
    fn more(&self, group: &Group, chosen: bool) -> Line<'static> {
        let cursor = if chosen { self.theme.glyphs.cursor } else { " " };
        let more = grouped(group.count - group.hits.len());
        let go = key(self.app, Action::Accept, Context::Prompt);
        let next = key(self.app, Action::NextHit, Context::Reader);
        let words = format!("     and {more} more: {go} goes to the next of them, then {next} goes on");
        let left =
            vec![Span::styled(cursor, self.role(Role::KeyName)), Span::styled(words, self.role(Role::Dim))];
        fill(left, Vec::new(), self.width, self.theme)
    }

    /// The briefing's file and title, and how many hits it has.
    fn head(&self, group: &Group) -> Line<'static> {
        let Some(reading) = self.app.readings().get(group.briefing) else { return Line::default() };
        let title = reading.briefing.document.metadata.title.as_deref().map(on_one_line).unwrap_or_default();
        let left = vec![
            Span::styled(reading.name(), self.role(Role::Heading)),
            Span::styled(format!("  {title}"), self.role(Role::Dim)),
        ];
        let count = Span::styled(format!(" {}", grouped(group.count)), self.role(Role::Dim));
        fill(left, vec![count], self.width, self.theme)
    }

    /// Paragraph, letter, and the words with what stands round them; the words show whatever the width.
    fn hit(&self, hit: &Hit, chosen: bool) -> Line<'static> {
        let cursor = if chosen { self.theme.glyphs.cursor } else { " " };
        let paragraph = hit.paragraph.map_or(String::new(), |n| format!("¶{n}"));
        let [before, lit, after] = hit.context.each_ref().map(|part| spaced(part));
        let (letter, role) = match hit.letter {
            Some('P') => ("P ", Role::Participant),
            Some('C') => ("C ", Role::Commitment),
            Some('M') => ("M ", Role::Meeting),
            _ if hit.note => ("note ", Role::Dim),
            _ => ("", Role::Dim),
        };
        let mut left = vec![
            Span::styled(format!("{cursor} "), self.role(Role::KeyName)),
            Span::styled(format!("{paragraph:<5}"), self.role(Role::Dim)),
            Span::styled(letter, self.role(role)),
        ];
        let used: usize = left.iter().map(|s| columns(&s.content)).sum();
        let room = self.width.saturating_sub(used + columns(&lit));
        // What stands after the words says more than what stands before them.
        let before = tail(
            before.trim_start(),
            room.saturating_sub(columns(&after).min(room * 2 / 3)),
            self.theme.glyphs.more,
        );
        left.push(Span::styled(before, self.role(Role::Text)));
        left.push(Span::styled(lit, self.theme.on_text(Role::Hit)));
        left.push(Span::styled(after, self.role(Role::Text)));
        fill(left, Vec::new(), self.width, self.theme)
    }
}

/// `text` on one line and safe for the screen; a space at its ends stays, since words are joined there.
fn spaced(text: &str) -> String {
    let edge = |is: bool| if is { " " } else { "" };
    let words = on_one_line(text);
    if words.is_empty() {
        return edge(!text.is_empty()).to_owned();
    }
    let (first, last) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{words}{}", edge(first), edge(last))
}

/// The end of `text` in at most `width` columns, with `more` before it when something was cut off.
fn tail(text: &str, width: usize, more: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(columns(more));
    let mut used = 0;
    let mut from = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += columns(grapheme);
        if used > room {
            break;
        }
        from = at;
    }
    if width == 0 { String::new() } else { format!("{more}{}", &text[from..]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_their_beginning() {
        assert_eq!(tail("日本語", 5, "…"), "…本語");
        assert_eq!(
            (tail("abc", 3, "…"), tail("abcd", 3, "…"), tail("abc", 0, "…")),
            ("abc".into(), "…cd".into(), String::new())
        );
        assert_eq!(
            (spaced(" a\n b "), spaced(" \n"), spaced("")),
            (" a b ".into(), " ".into(), String::new())
        );
    }

    #[test]
    fn numbers_are_read_in_threes() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
