//! Why a point is there: its rule, its cue, its sentence.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Input, Layer, Reply};
use crate::briefing::{Briefing, PointId};
use crate::text::wrap;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widget::{on_one_line, popup};

/// The panel that tells why a point is there.
pub struct Why {
    rows: Vec<(&'static str, String)>,
}

impl Why {
    /// What there is to say about the point; `None` for what has no evidence of its own.
    pub fn of(briefing: &Briefing, id: PointId) -> Option<Self> {
        let evidence = briefing.evidence(id)?;
        let said = |span| on_one_line(briefing.document.slice(span));
        let cue = evidence.cue.map_or_else(|| "none; the rule needs no cue".to_owned(), said);
        let place =
            briefing.paragraph_at(evidence.span.start).map_or_else(String::new, |n| format!("paragraph {n}"));
        let rows = vec![
            ("Rule", evidence.rule.to_string()),
            ("Cue", cue),
            ("Words", said(evidence.span)),
            ("Sentence", said(evidence.sentence)),
            ("Place", place),
        ];
        Some(Self { rows: rows.into_iter().filter(|(_, text)| !text.is_empty()).collect() })
    }
}

impl Layer for Why {
    fn context(&self) -> Context {
        Context::List
    }

    fn input(&mut self, input: &Input, _: &mut App) -> Reply {
        match input {
            Input::Do(call) if matches!(call.action, Action::Accept) => Reply::Close,
            _ => Reply::Pass,
        }
    }

    fn draw(&self, app: &App, frame: &mut Frame, area: Rect) {
        let theme = app.theme();
        let ground = theme.style(Role::Text);
        let width = area.width.saturating_sub(4).min(76);
        let room = usize::from(width).saturating_sub(14).max(10);
        let mut lines: Vec<Line> = Vec::new();
        for (head, text) in &self.rows {
            for (at, span) in wrap(text, room).into_iter().enumerate() {
                let head = if at == 0 { *head } else { "" };
                let head = Span::styled(format!(" {head:<9} "), ground.patch(theme.style(Role::Heading)));
                lines.push(Line::from(vec![head, Span::styled(span.of(text).to_owned(), ground)]));
            }
        }
        let height = lines.len() as u16 + 2;
        let inner = popup(frame, area, (width, height), "Why this point is here", theme);
        for (line, row) in lines.into_iter().zip(inner.rows()) {
            frame.render_widget(line, row);
        }
    }

    fn hints(&self) -> &'static [Action] {
        &[Action::Cancel]
    }
}
