//! One entry of the list of points in words: what it says, and what is said about it.

use jiff::civil::Date;

use crate::briefing::{Briefing, Category, PointId};
use crate::extract::{Commitment, Meeting, Participant, Strength, When};
use crate::tui::theme::Glyphs;

/// An entry in words.
pub struct Entry {
    /// What it says.
    pub head: String,
    /// Short, at the right end of the first row.
    pub aside: String,
    /// What is said about it, thing by thing.
    pub about: Vec<String>,
}

/// What the text does not say.
const NOT_STATED: &str = "not stated";

/// The entry of a point.
pub fn entry(briefing: &Briefing, id: PointId, glyphs: &Glyphs) -> Entry {
    let points = &briefing.points;
    let number = briefing.paragraph_at(briefing.span(id).start);
    let place = number.map(|n| format!("{}{n}", glyphs.paragraph)).unwrap_or_default();
    match id.category {
        Category::Participant => participant(&points.participants[id.index], glyphs),
        Category::Party => {
            Entry { head: points.parties[id.index].name.clone(), aside: place, about: Vec::new() }
        }
        Category::Commitment => commitment(&points.commitments[id.index], place),
        Category::Meeting => meeting(&points.meetings[id.index], place),
    }
}

/// The parties on one line.
pub fn parties(briefing: &Briefing) -> String {
    briefing.points.parties.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn participant(person: &Participant, glyphs: &Glyphs) -> Entry {
    let or =
        |value: &Option<String>, what: &str| value.clone().unwrap_or_else(|| format!("{what} {NOT_STATED}"));
    let about = if person.role.is_none() && person.affiliation.is_none() {
        vec![format!("role and country {NOT_STATED}")]
    } else {
        vec![or(&person.role, "role"), or(&person.affiliation, "country")]
    };
    let times = person.mentions.len();
    Entry { head: person.name.clone(), aside: format!("{}{times}", glyphs.times), about }
}

fn commitment(c: &Commitment, place: String) -> Entry {
    let who = if c.actors.is_empty() { format!("who: {NOT_STATED}") } else { c.actors.join(", ") };
    let mut about = vec![who];
    about.extend(c.counterpart.as_ref().map(|w| format!("to {w}")));
    about.push(strength(c.strength).to_owned());
    about.extend(c.condition.as_ref().map(|w| format!("if: {w}")));
    about.push(format!("due: {}", due(c.deadline.as_ref())));
    let act = if c.negative { capital(&format!("not: {}", c.action)) } else { capital(&c.action) };
    Entry { head: act, aside: place, about }
}

fn meeting(m: &Meeting, place: String) -> Entry {
    let mut about = vec![format!("when: {}", when(m.when.as_ref()))];
    about.push(m.place.as_ref().map_or_else(|| format!("where: {NOT_STATED}"), Clone::clone));
    if !m.with.is_empty() {
        about.push(format!("with {}", m.with.join(", ")));
    }
    Entry { head: capital(&m.name), aside: place, about }
}

const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Firm => "firm",
        Strength::Intended => "intended",
        Strength::Considered => "considered",
        Strength::Principle => "principle",
    }
}

/// The words of a time, and the days that they come to.
fn when(when: Option<&When>) -> String {
    let Some(when) = when else { return NOT_STATED.to_owned() };
    let days = match (when.start, when.end) {
        (Some(a), Some(b)) if a == b => Some(day(a)),
        (Some(a), Some(b)) => Some(format!("{} to {}", day(a), day(b))),
        (Some(a), None) => Some(format!("from {}", day(a))),
        (None, Some(b)) => Some(format!("by {}", day(b))),
        (None, None) => None,
    };
    days.map_or_else(|| when.text.clone(), |days| format!("{} = {days}", when.text))
}

/// The words of a deadline, and its last day.
fn due(deadline: Option<&When>) -> String {
    match deadline {
        Some(When { text, end: Some(end), .. }) => format!("{text} = {}", day(*end)),
        other => when(other),
    }
}

fn day(date: Date) -> String {
    date.strftime("%a %-d %b %Y").to_string()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
