//! What there is to say about a point, the parties or a highlight, without a screen.

use crate::annotate::Placing;
use crate::base::Span;
use crate::briefing::{Briefing, Category, PointId};
use crate::extract::{Evidence, PartyKind};
use crate::text::visible;
use crate::tui::app::{App, Item};
use crate::tui::theme::Role;
use crate::tui::widget::on_one_line;

/// Parties that are told one by one.
const PARTIES: usize = 40;

/// Something that is said under a head.
pub struct Fact {
    /// The head, one word.
    pub head: &'static str,
    /// What is said; nothing is told of an empty one.
    pub text: String,
    /// How it looks.
    pub role: Role,
    /// Words of it that look otherwise, later ones over earlier ones.
    pub lit: Vec<(Span, Role)>,
}

impl Fact {
    fn new(head: &'static str, text: impl Into<String>) -> Self {
        Self { head, text: text.into(), role: Role::Text, lit: Vec::new() }
    }
}

/// Why a point is there; `None` for what has no evidence of its own.
pub fn point(app: &App, id: PointId) -> Option<Vec<Fact>> {
    let briefing = &app.reading().briefing;
    let evidence = briefing.evidence(id)?;
    let rule = evidence.rule.as_ref();
    let sees = app.rules.get(rule).map(|sees| on_one_line(sees)).unwrap_or_default();
    let cue = evidence.cue.map(|cue| on_one_line(briefing.document.slice(cue)));
    let mut facts = vec![
        Fact::new("Rule", on_one_line(rule)),
        Fact { role: Role::Dim, ..Fact::new("", sees) },
        Fact::new("Cue", cue.unwrap_or_else(|| "none; the rule needs no cue".to_owned())),
        sentence(briefing, evidence),
    ];
    if !evidence.sentence.covers(evidence.span) {
        facts.push(Fact::new("Words", on_one_line(briefing.document.slice(evidence.span))));
    }
    facts.push(Fact::new("Place", place(briefing, evidence.span.start)));
    let others = briefing.mentions(id).iter().filter(|m| !evidence.span.covers(**m)).count();
    let what = if id.category == Category::Participant { "named" } else { "told" };
    let times = if others == 1 { "1 more time".to_owned() } else { format!("{others} more times") };
    facts.push(Fact::new("Also", if others > 0 { format!("{what} {times}") } else { String::new() }));
    Some(facts)
}

/// The sentence, with the words that state the point and its cue lit.
fn sentence(briefing: &Briefing, evidence: &Evidence) -> Fact {
    let text = &briefing.document.text;
    let whole = evidence.sentence;
    let mut fact = Fact::new("Sentence", "");
    let marked: Vec<(Span, Role)> = std::iter::once((evidence.span, Role::Evidence))
        .chain(evidence.cue.map(|cue| (cue, Role::Hit)))
        .filter(|(span, _)| whole.covers(*span))
        .collect();
    let mut cuts: Vec<usize> = vec![whole.start, whole.end];
    cuts.extend(marked.iter().flat_map(|(span, _)| [span.start, span.end]));
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let part = Span::new(pair[0], pair[1]);
        let start = fact.text.len();
        add(&mut fact.text, &visible(part.of(text)));
        let role = marked.iter().rfind(|(span, _)| span.covers(part)).map(|(_, role)| *role);
        fact.lit.extend(role.map(|role| (Span::new(start, fact.text.len()).trimmed(&fact.text), role)));
    }
    fact.text.truncate(fact.text.trim_end().len());
    fact
}

/// Adds `words` to `text`, white space as single spaces.
fn add(text: &mut String, words: &str) {
    for c in words.chars() {
        if !c.is_whitespace() {
            text.push(c);
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
}

fn place(briefing: &Briefing, offset: usize) -> String {
    briefing.paragraph_at(offset).map_or_else(String::new, |n| format!("paragraph {n}"))
}

/// Of each party what it is, how often and where first it is named.
pub fn parties(briefing: &Briefing) -> Vec<Fact> {
    let mut facts = vec![Fact {
        role: Role::Dim,
        ..Fact::new(
            "Rule",
            "A party is a state, organisation or grouping that takes part in what the text tells of.",
        )
    }];
    let all = &briefing.points.parties;
    for (at, party) in all.iter().take(PARTIES).enumerate() {
        let kind = match party.kind {
            PartyKind::State => "state",
            PartyKind::Organisation => "organisation",
            PartyKind::Grouping => "grouping",
        };
        let times = match party.mentions.len() {
            1 => "named once".to_owned(),
            n => format!("named {n} times, first"),
        };
        let first = party.mentions.first();
        let place = first.map_or_else(String::new, |m| format!(" in {}", place(briefing, m.start)));
        let as_written = first.map(|m| on_one_line(briefing.document.slice(*m)));
        let written =
            as_written.filter(|w| *w != party.name).map(|w| format!(" as “{w}”")).unwrap_or_default();
        let head = if at == 0 { "Parties" } else { "" };
        facts.push(Fact::new(head, format!("{}: {kind}, {times}{place}{written}", on_one_line(&party.name))));
    }
    facts.extend((all.len() > PARTIES).then(|| Fact::new("", format!("and {} more", all.len() - PARTIES))));
    facts
}

/// All that is kept of a highlight of one's own.
pub fn own(app: &App, item: &Item) -> Option<Vec<Fact>> {
    let annotation = app.listed(item)?;
    let briefing = &app.reading().briefing;
    let anchor = match item {
        Item::Own(at) => briefing.annotations.placed.get(*at).map(|(anchor, _)| *anchor),
        _ => None,
    };
    let number = annotation.colour.number();
    let name = app.colour_name(annotation.colour);
    let colour = if name == number.to_string() { name } else { format!("{number}, {}", on_one_line(&name)) };
    let stands = match anchor.map(|a| a.placing) {
        Some(Placing::Exact) => "where it was made",
        Some(Placing::Moved) => "its words moved",
        Some(Placing::Fuzzy) => "its words were edited",
        None if annotation.detached => "its words are gone; kept without a place",
        None => "its words are gone; it waits for a place",
    };
    let at = anchor.map_or_else(String::new, |a| format!("{}, ", place(briefing, a.span.start)));
    let tags: Vec<String> = annotation.tags.iter().map(|tag| format!("#{}", on_one_line(tag))).collect();
    let was = annotation.first_quote.as_deref().map(on_one_line).unwrap_or_default();
    let day = annotation.created.strftime("%a %-d %b %Y, %H:%M UTC").to_string();
    Some(vec![
        Fact::new("Words", on_one_line(&annotation.target.exact)),
        Fact { role: Role::Dim, ..Fact::new("First", was) },
        Fact::new("Note", on_one_line(&annotation.note)),
        Fact::new("Tags", tags.join(" ")),
        Fact::new("Colour", colour),
        Fact::new("Place", format!("{at}{stands}")),
        Fact::new("Made", day),
    ])
}
