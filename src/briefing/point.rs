//! Key points of all kinds, told apart by category and place.
//!
//! The lists of [`crate::extract::KeyPoints`] have a type each; whoever shows, marks or copies points asks here for what all of them
//! have: a category, a quote, a paragraph.

use super::Briefing;
use crate::annotate;
use crate::base::Span;
use crate::extract::Evidence;

/// What kind of key point it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// A person.
    Participant,
    /// A state, organisation or grouping.
    Party,
    /// A commitment.
    Commitment,
    /// A meeting.
    Meeting,
}

impl Category {
    /// Every category, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Participant, Self::Party, Self::Commitment, Self::Meeting];

    /// The letter that stands for it wherever colours may be missing.
    pub const fn letter(self) -> char {
        match self {
            Self::Participant | Self::Party => 'P',
            Self::Commitment => 'C',
            Self::Meeting => 'M',
        }
    }
}

/// A key point of one briefing: its category and its place in that category's list. Holds until the points change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointId {
    /// The list.
    pub category: Category,
    /// The place in it.
    pub index: usize,
}

/// What a key point is known by when the points are found anew: where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointKey {
    /// What kind it is.
    pub category: Category,
    /// Its first words in the text.
    pub span: Span,
}

impl Briefing {
    /// Every key point, by category and then in the order of its list.
    pub fn ids(&self) -> impl Iterator<Item = PointId> + '_ {
        Category::ALL
            .into_iter()
            .flat_map(|category| (0..self.count(category)).map(move |index| PointId { category, index }))
    }

    /// How many points of `category` there are.
    pub fn count(&self, category: Category) -> usize {
        match category {
            Category::Participant => self.points.participants.len(),
            Category::Party => self.points.parties.len(),
            Category::Commitment => self.points.commitments.len(),
            Category::Meeting => self.points.meetings.len(),
        }
    }

    /// The evidence of a point; parties have none but their mentions.
    pub fn evidence(&self, id: PointId) -> Option<&Evidence> {
        match id.category {
            Category::Participant => self.points.participants.get(id.index).map(|p| &p.evidence),
            Category::Party => None,
            Category::Commitment => self.points.commitments.get(id.index).map(|c| &c.evidence),
            Category::Meeting => self.points.meetings.get(id.index).map(|m| &m.evidence),
        }
    }

    /// The words that state a point: its evidence, or a party's first mention.
    pub fn span(&self, id: PointId) -> Span {
        self.evidence(id).map(|e| e.span).or_else(|| self.mentions(id).first().copied()).unwrap_or_default()
    }

    /// The other places that name it or tell the same.
    pub fn mentions(&self, id: PointId) -> &[Span] {
        match id.category {
            Category::Participant => self.points.participants.get(id.index).map(|p| &p.mentions[..]),
            Category::Party => self.points.parties.get(id.index).map(|p| &p.mentions[..]),
            Category::Commitment => self.points.commitments.get(id.index).map(|c| &c.also[..]),
            Category::Meeting => self.points.meetings.get(id.index).map(|m| &m.mentions[..]),
        }
        .unwrap_or_default()
    }

    /// What the point is known by.
    pub fn key(&self, id: PointId) -> PointKey {
        let named = matches!(id.category, Category::Participant | Category::Party);
        let first = self.mentions(id).first().copied().filter(|_| named);
        PointKey { category: id.category, span: first.unwrap_or_else(|| self.span(id)) }
    }

    /// What the point is known by in the store, which outlasts the text: its kind, what it says, and its words.
    pub fn label(&self, id: PointId) -> annotate::PointKey {
        let points = &self.points;
        let (kind, name) = match id.category {
            Category::Participant => ("participant", points.participants.get(id.index).map(|p| &p.name)),
            Category::Party => ("party", points.parties.get(id.index).map(|p| &p.name)),
            Category::Commitment => ("commitment", points.commitments.get(id.index).map(|c| &c.action)),
            Category::Meeting => ("meeting", points.meetings.get(id.index).map(|m| &m.name)),
        };
        let name = name.map_or("", String::as_str);
        let quote = match id.category {
            Category::Participant | Category::Party => name.to_owned(),
            Category::Commitment | Category::Meeting => format!("{name}: {}", self.quote(id)),
        };
        annotate::PointKey::new(kind, quote)
    }

    /// The words that state a point, on one line.
    pub fn quote(&self, id: PointId) -> String {
        flow(self.document.slice(self.span(id)))
    }

    /// The number of the paragraph that the byte at `offset` stands in.
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        self.document.paragraph_number(self.document.block_at(offset)?)
    }

    /// `quote` with title, publisher, date and paragraph, as one cites it.
    ///
    /// ```
    /// use attache::{briefing::Briefing, import};
    /// let text = b"Talks in Oslo\n\nThe envoy arrived.";
    /// let briefing = Briefing::new(import::read(text, None, &import::Options::default())?);
    /// assert_eq!(briefing.citation("The envoy arrived.", 15), "\"The envoy arrived.\" (Talks in Oslo, \u{b6}2)");
    /// # Ok::<(), import::ImportError>(())
    /// ```
    pub fn citation(&self, quote: &str, offset: usize) -> String {
        let about = &self.document.metadata;
        let title = about.title.clone().unwrap_or_else(|| self.document.id.clone());
        let date = about.published.map(|d| d.to_string());
        let number = self.paragraph_at(offset).map(|n| format!("¶{n}"));
        let parts = [Some(flow(&title)), about.publisher.clone(), date, number];
        let source: Vec<String> = parts.into_iter().flatten().collect();
        format!("\"{quote}\" ({})", source.join(", "))
    }
}

/// `text` on one line.
fn flow(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
