//! Which of one's own highlights show: all, those of a colour, or those with a tag.

use super::App;
use crate::annotate::{Annotation, Colour};

/// Which highlights show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// Those of a colour.
    Colour(Colour),
    /// Those with a tag.
    Tag(String),
}

impl Filter {
    /// Whether it lets `annotation` through.
    pub fn lets(&self, annotation: &Annotation) -> bool {
        match self {
            Self::Colour(colour) => annotation.colour == *colour,
            Self::Tag(tag) => annotation.tags.contains(tag),
        }
    }
}

impl App {
    pub(super) fn toggle_highlights(&mut self) {
        let list = &mut self.reading_mut().list;
        list.no_own = !list.no_own;
        let shown = !list.no_own;
        self.rebuild_list();
        self.notice(if shown { "highlights shown" } else { "highlights hidden; 0 shows all" });
    }

    /// Shows only highlights of one colour or tag: the one that is named, or the next that is in use.
    pub(super) fn filter_highlights(&mut self, wanted: Option<String>) {
        let filter = match wanted {
            Some(words) => {
                let named = |c: &Colour| c.number().to_string() == words || self.colour_name(*c) == words;
                let tag = || Filter::Tag(words.trim_start_matches('#').to_owned());
                Some(Colour::ALL.into_iter().find(named).map_or_else(tag, Filter::Colour))
            }
            None => self.next_filter(),
        };
        let told = match &filter {
            None => "all highlights shown".to_owned(),
            Some(Filter::Colour(colour)) => {
                format!("only highlights of colour {}", self.colour_name(*colour))
            }
            Some(Filter::Tag(tag)) => format!("only highlights with the tag {tag}"),
        };
        self.reading_mut().list.filter = filter;
        self.rebuild_list();
        self.notice(told);
    }

    /// Every colour and tag that is in use, as filters.
    pub fn filters(&self) -> Vec<Filter> {
        let placed = &self.reading().briefing.annotations.placed;
        let used = |c: &Colour| placed.iter().any(|(_, a)| a.colour == *c);
        let mut all: Vec<Filter> = Colour::ALL.into_iter().filter(used).map(Filter::Colour).collect();
        let mut tags: Vec<&String> = placed.iter().flat_map(|(_, a)| &a.tags).collect();
        tags.sort();
        tags.dedup();
        all.extend(tags.into_iter().cloned().map(Filter::Tag));
        all
    }

    /// What a filter is called: `colour to do`, `#north`.
    pub fn filter_name(&self, filter: &Filter) -> String {
        match filter {
            Filter::Colour(colour) => format!("colour {}", self.colour_name(*colour)),
            Filter::Tag(tag) => format!("#{tag}"),
        }
    }

    fn next_filter(&self) -> Option<Filter> {
        let all = self.filters();
        match &self.reading().list.filter {
            None => all.into_iter().next(),
            Some(now) => all.iter().position(|f| f == now).and_then(|at| all.get(at + 1)).cloned(),
        }
    }
}
