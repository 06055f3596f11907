//! Whether a meeting is to come, going on or over, and whether the text says enough of it to be one.

use super::super::lexicon::meetings::NounClass;
use super::super::{Analysis, Status};
use super::event::Event;
use super::mention::{Kind, Mention};
use super::moment::Moments;
use super::signs::{in_headline, is_any};
use super::tense::Tense;

/// Judges the events of one document.
pub(super) struct Judge<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) moments: &'r Moments<'r, 'a>,
    pub(super) mentions: &'r [Mention],
}

impl Judge<'_, '_> {
    /// The status of `event`; `None` if it is no meeting that can be told from others.
    pub(super) fn status(&self, event: &Event) -> Option<Status> {
        let over = event.time.is_some_and(|t| self.moments.is_over(t));
        let to_come = event.time.is_some_and(|t| self.moments.is_to_come(t));
        let future = event.tense == Some(Tense::Future);
        let status = match event.tense {
            Some(Tense::Wish) => return None,
            Some(Tense::Invited) if !self.accepted(event) => return None,
            _ if over => Status::Past,
            _ if to_come => Status::Upcoming,
            Some(Tense::Future | Tense::Invited) => Status::Upcoming,
            Some(Tense::Present) if self.is_today(event) => Status::Upcoming,
            Some(Tense::Present) if self.is_later(event) || self.is_next_stop(event) => Status::Upcoming,
            Some(Tense::Progressive) if self.is_dated_only(event) => Status::Upcoming,
            Some(Tense::Progressive) => Status::Ongoing,
            _ => Status::Past,
        };
        let future = future || event.tense == Some(Tense::Present);
        let told = match status {
            Status::Upcoming => self.is_told(event, future),
            _ => event.time.is_some() || event.place.is_some(),
        };
        told.then_some(status)
    }

    /// "are meeting in Lima on 12 July" in a text without a date.
    fn is_dated_only(&self, event: &Event) -> bool {
        self.a.document.metadata.published.is_none() && event.time.is_some()
    }

    /// "Later on Wednesday the minister calls on": a programme in the present tense, or the next point of one.
    fn is_later(&self, event: &Event) -> bool {
        let later =
            |m: &Mention| m.tense == Some(Tense::Present) && m.time.is_some_and(|t| self.moments.is_later(t));
        event.mentions.iter().any(|&index| {
            let mention = &self.mentions[index];
            let block = |m: &Mention| self.a.sentence_of(m.tokens.start).block;
            let earlier = self.mentions[index.saturating_sub(6)..index].iter();
            later(mention)
                || mention.tense == Some(Tense::Present)
                    && earlier.filter(|m| block(m) == block(mention)).any(later)
        })
    }

    /// "arrives here today for talks", "meets the premier on Wednesday" in a text of Wednesday: not told as over.
    fn is_today(&self, event: &Event) -> bool {
        event.mentions.iter().map(|&m| &self.mentions[m]).any(|m| {
            m.tense == Some(Tense::Present)
                && m.direct
                && !m
                    .phrase
                    .as_ref()
                    .is_some_and(|p| p.tokens.clone().any(|i| self.moments.id_at(i) == m.time))
                && m.time.is_some_and(|t| self.moments.is_today(t) && !self.moments.is_caption(t))
                && !in_headline(self.a, m.tokens.start)
        })
    }

    /// "From Lima she flies to Quito": in running text the present tense of going lies ahead.
    fn is_next_stop(&self, event: &Event) -> bool {
        const GOES: &[&str] = &["flies", "heads", "travels", "goes", "proceeds", "moves", "leaves"];
        event.time.is_none()
            && event.mentions.iter().map(|&m| &self.mentions[m]).any(|m| {
                m.kind == Kind::Stop
                    && m.tense == Some(Tense::Present)
                    && !in_headline(self.a, m.tokens.start)
                    && m.cue.clone().any(|i| is_any(self.a, i, GOES))
            })
    }

    /// "accepted the invitation" in the sentence or the two after it.
    fn accepted(&self, event: &Event) -> bool {
        event.mentions.iter().any(|&m| {
            let sentence = self.a.tokens[self.mentions[m].tokens.start].sentence as usize;
            let last = (sentence + 2).min(self.a.sentences.len() - 1);
            let tokens = self.a.sentences[sentence].tokens.start..self.a.sentences[last].tokens.end;
            tokens.into_iter().any(|i| {
                let word = self.a.word(i).to_ascii_lowercase();
                matches!(word.as_str(), "accepted" | "accepts" | "acceptance" | "accept" | "accepting")
            })
        })
    }

    /// Whether the words tell the meeting from others.
    fn is_told(&self, event: &Event, future: bool) -> bool {
        let own = || event.mentions.iter().map(|&m| &self.mentions[m]);
        if own().any(|m| {
            matches!(m.kind, Kind::Stop | Kind::Host | Kind::Convene | Kind::Signing)
                || m.kind == Kind::Contact && m.direct
        }) {
            return true;
        }
        let placed = own().any(|m| m.place.is_some());
        own().filter_map(|m| m.phrase.as_ref().map(|p| (m, p))).any(|(mention, phrase)| {
            let single = !phrase.plural && !phrase.regular;
            let fixed = mention.dated || placed || single && mention.time.is_some();
            let numbered = phrase.ordinal.is_some() || phrase.titled;
            let bare = !phrase.definite
                && !phrase.indefinite
                && !phrase.modified
                && phrase.noun.class != NounClass::Talks;
            let attended = phrase.noun.class == NounClass::Occasion
                && mention.direct
                && single
                && mention.tense == Some(Tense::Future)
                && mention.rule == "object of a verb of holding";
            if attended && future {
                return true;
            }
            let vague = phrase.regular || phrase.plural || phrase.noun.weak || bare || !mention.direct;
            if vague {
                (fixed || numbered && !phrase.plural) && (mention.dated || !phrase.regular)
            } else {
                future || fixed
            }
        })
    }
}
