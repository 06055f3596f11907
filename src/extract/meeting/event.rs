//! Meetings as sets of mentions: which mention means which meeting.

use super::super::entities::Entities;
use super::super::lexicon::meetings::NounClass;
use super::super::{Analysis, TimeExpression};
use super::mention::{Kind, Mention};
use super::place::Place;
use super::signs::is_any;
use super::tense::Tense;
use super::wording::Wording;

/// How many of the latest meetings a mention may join.
pub(super) const WINDOW: usize = 24;

/// How many mentions and participants of a meeting are compared.
pub(super) const MOST: usize = 60;

/// A meeting in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Event {
    /// Its mentions, by index.
    pub(super) mentions: Vec<usize>,
    /// The number of its time.
    pub(super) time: Option<usize>,
    /// Where.
    pub(super) place: Option<Place>,
    /// Who.
    pub(super) with: Vec<usize>,
    /// Whether it is a stop of a journey.
    pub(super) stop: bool,
    /// When, by the words of its mentions.
    pub(super) tense: Option<Tense>,
    /// The first token of the verb that it shares with the other stops of a list.
    pub(super) list: Option<usize>,
    /// Whether a stop of a list has been taken up alone.
    pub(super) alone: bool,
    /// The stop during which it takes place.
    pub(super) host: Option<usize>,
}

/// Joins the mentions of one document.
pub(super) struct Joiner<'r, 'a> {
    pub(super) a: &'r Analysis<'a>,
    pub(super) entities: &'r Entities,
    pub(super) times: &'r [TimeExpression],
    pub(super) mentions: &'r [Mention],
    /// The words of each mention that has a noun.
    pub(super) wordings: Vec<Option<Wording<'a>>>,
    pub(super) events: Vec<Event>,
}

impl<'r, 'a> Joiner<'r, 'a> {
    pub(super) fn new(
        a: &'r Analysis<'a>,
        entities: &'r Entities,
        times: &'r [TimeExpression],
        mentions: &'r [Mention],
    ) -> Self {
        let wordings = mentions.iter().map(|m| m.phrase.as_ref().map(|p| Wording::of(a, p))).collect();
        Self { a, entities, times, mentions, wordings, events: Vec::new() }
    }

    /// The meetings, in the order of their first mention.
    pub(super) fn events(mut self) -> Vec<Event> {
        for index in 0..self.mentions.len() {
            self.place(index);
        }
        for event in 0..self.events.len() {
            if let Some(host) = self.events[event].host {
                let (time, place) = (self.events[host].time, self.events[host].place.clone());
                let event = &mut self.events[event];
                event.time = event.time.or(time);
                event.place = event.place.take().or(place);
            }
        }
        let mut told = std::mem::take(&mut self.events);
        self.speakers_meet(&mut told);
        self.with_headlines(told)
    }

    /// The stop that is spoken of where the mention at `index` begins a meeting of its own.
    fn host(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        let goes =
            matches!(mention.tense, Some(Tense::Future | Tense::Present)) && mention.kind != Kind::Stop;
        let apart = matches!(mention.rule, "called next" | "set for a time" | "still ahead")
            || mention.phrase.as_ref().is_some_and(|p| p.noun.class == NounClass::Visit);
        if !goes || apart {
            return None;
        }
        let from = self.events.len().saturating_sub(WINDOW);
        let stops = (from..self.events.len())
            .filter(|&e| self.events[e].stop && Self::goes_on(mention, &self.events[e]));
        let latest = stops.max_by_key(|&e| self.events[e].mentions.last().copied())?;
        let last = *self.events[latest].mentions.last()?;
        let near = self.block(last) == self.block(index) && self.distance(last, index) <= 2;
        (near && self.compatible(mention, &self.events[latest])).then_some(latest)
    }

    fn place(&mut self, index: usize) {
        let mention = &self.mentions[index];
        if mention.off || matches!(mention.tense, Some(Tense::Wish)) {
            return;
        }
        let one = mention.phrase.as_ref().is_some_and(|p| is_any(self.a, p.head.start, &["one"]));
        if one && !(index > 0 && self.distance(index - 1, index) <= 1) {
            return;
        }
        if let Some(event) = self.antecedent(index) {
            self.adopt(index, event);
            return;
        }
        let from = self.events.len().saturating_sub(WINDOW);
        let mut recent: Vec<usize> = (from..self.events.len()).collect();
        recent.sort_by_key(|&e| std::cmp::Reverse(self.events[e].mentions.last().copied()));
        let joined = recent.iter().find(|&&e| self.joins(index, &self.events[e]));
        let found =
            joined.or_else(|| recent.iter().find(|&&e| self.takes_up(index, &self.events[e]))).copied();
        match found {
            Some(event) => {
                let shared = mention.kind != Kind::Stop
                    && mention.place.is_none()
                    && mention.time.is_none()
                    && !self.events[event].alone;
                let list = self.events[event].list.filter(|_| shared);
                self.add(index, event);
                for other in from..event {
                    if list.is_some() && self.events[other].list == list {
                        self.events[other].mentions.push(index);
                    }
                }
            }
            None if Self::begins(mention) => {
                let host = self.host(index);
                self.events.push(Event { host, ..Event::default() });
                self.add(index, self.events.len() - 1);
            }
            None => {}
        }
    }

    /// Adds a phrase that only says what the meeting is.
    fn adopt(&mut self, index: usize, event: usize) {
        let mention = &self.mentions[index];
        let event = &mut self.events[event];
        event.mentions.push(index);
        if event.place.is_none() {
            event.place.clone_from(&mention.place);
        }
        let more = mention.with.iter().filter(|w| !event.with.contains(w)).copied();
        let more: Vec<usize> = more.take(MOST.saturating_sub(event.with.len())).collect();
        event.with.extend(more);
    }

    fn add(&mut self, index: usize, event: usize) {
        let mention = &self.mentions[index];
        let better = mention.time.is_some_and(|t| {
            self.events[event].time.is_none_or(|own| {
                self.times[own].start.is_none() && self.times[t].start.is_some()
                    || mention.direct && self.width(t) < self.width(own)
            })
        });
        let event = &mut self.events[event];
        event.mentions.push(index);
        if better {
            event.time = mention.time;
        }
        if event.place.is_none() {
            event.place.clone_from(&mention.place);
        }
        for who in &mention.with {
            if event.with.len() < MOST && !event.with.contains(who) {
                event.with.push(*who);
            }
        }
        if event.place.as_ref().zip(mention.place.as_ref()).is_some_and(|(a, b)| a.broad && !b.broad) {
            event.place.clone_from(&mention.place);
        }
        if mention.kind == Kind::Stop || mention.place.is_some() {
            event.alone |= event.stop && event.list != Some(mention.cue.start);
        }
        event.stop |= mention.kind == Kind::Stop;
        if mention.kind == Kind::Stop {
            event.list = event.list.or(Some(mention.cue.start));
        }
        let stronger = matches!(
            (event.tense, mention.tense),
            (None, Some(_)) | (Some(Tense::Present | Tense::Progressive), Some(Tense::Future | Tense::Past))
        );
        if stronger {
            event.tense = mention.tense;
        }
    }

    /// Days that a time spans.
    pub(super) fn width(&self, time: usize) -> i32 {
        let time = &self.times[time];
        match (time.start, time.end) {
            (Some(a), Some(b)) => (b - a).get_days(),
            _ => i32::MAX,
        }
    }

    /// Whether a mention can be the first of a meeting.
    fn begins(mention: &Mention) -> bool {
        match mention.kind {
            Kind::Agenda => false,
            Kind::Noun(_) => mention.phrase.as_ref().is_some_and(|p| {
                mention.tense.is_some() || mention.time.is_some() || mention.place.is_some() || p.titled
            }),
            _ => true,
        }
    }

    fn joins(&self, index: usize, event: &Event) -> bool {
        let mention = &self.mentions[index];
        let Some(&last) = event.mentions.last() else { return false };
        if !self.compatible(mention, event) {
            return self.is_purpose(index, event, last);
        }
        match mention.kind {
            Kind::Stop => self.same_stop(mention, event),
            Kind::Agenda => self.distance(last, index) <= 1,
            Kind::Contact | Kind::Host | Kind::Convene | Kind::Signing => {
                self.joins_contact(index, event, last)
            }
            Kind::Noun(class) => self.joins_noun(index, class, event, last),
        }
    }

    /// Nothing that is said of both contradicts.
    pub(super) fn compatible(&self, mention: &Mention, event: &Event) -> bool {
        let tenses = !matches!(
            (mention.tense, event.tense),
            (Some(Tense::Future | Tense::Invited), Some(Tense::Past))
                | (Some(Tense::Past), Some(Tense::Future | Tense::Invited))
        );
        let times = mention.time.zip(event.time).is_none_or(|(a, b)| self.overlap(a, b));
        let places =
            mention.place.as_ref().zip(event.place.as_ref()).is_none_or(|(a, b)| self.same_place(a, b));
        let places = places || self.may_lie_in(mention, event);
        let tenses = tenses && !self.is_over(mention, event) && !self.is_headline_contrast(mention, event);
        tenses && times && places
    }

    /// "Duarte lands in Lima, Rojas to fly to Quito": in one headline "to" is set off against the present tense.
    fn is_headline_contrast(&self, mention: &Mention, event: &Event) -> bool {
        let apart = matches!(
            (mention.tense, event.tense),
            (Some(Tense::Future), Some(Tense::Present)) | (Some(Tense::Present), Some(Tense::Future))
        );
        let last = || event.mentions.last().map(|&m| self.mentions[m].tokens.start);
        apart
            && super::signs::in_headline(self.a, mention.tokens.start)
            && last().is_some_and(|l| super::signs::in_headline(self.a, l))
    }

    /// "the session on Saturday" of a text of Sunday is not the one that is to come "at an early date".
    fn is_over(&self, mention: &Mention, event: &Event) -> bool {
        let ahead = matches!(event.tense, Some(Tense::Future | Tense::Invited));
        let end = mention.time.and_then(|t| self.times[t].end);
        let Some((end, today)) = end.zip(self.a.document.metadata.published) else { return false };
        let open = event.time.is_some_and(|t| self.times[t].start.is_none());
        ahead && mention.tense.is_none() && (end < today || open && end == today)
    }

    pub(super) fn overlap(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.times[a], &self.times[b]);
        match (a.start.or(a.end), a.end.or(a.start), b.start.or(b.end), b.end.or(b.start)) {
            (Some(a0), Some(a1), Some(b0), Some(b1)) => a0 <= b1 && b0 <= a1,
            _ => true,
        }
    }

    pub(super) fn same_place(&self, a: &Place, b: &Place) -> bool {
        let words = |p: &Place| self.a.words(p.named.clone());
        if words(a).contains(words(b)) || words(b).contains(words(a)) {
            return true;
        }
        a.state.is_some() && a.state == b.state && (a.broad || b.broad)
    }

    /// Whether somebody else is invited than the one whose visit the event is.
    fn is_another(mention: &Mention, event: &Event) -> bool {
        mention.tense == Some(Tense::Invited)
            && event.tense == Some(Tense::Invited)
            && !mention.with.is_empty()
            && !event.with.is_empty()
            && !mention.with.iter().any(|w| event.with.contains(w))
    }

    /// "a trip to China … is to arrive in Qingdao": a town that no list knows, where the same person arrives.
    fn may_lie_in(&self, mention: &Mention, event: &Event) -> bool {
        let Some((town, land)) = mention.place.as_ref().zip(event.place.as_ref()) else { return false };
        let arrives = mention.kind == Kind::Stop
            && mention
                .cue
                .clone()
                .any(|i| is_any(self.a, i, &["arrive", "arrives", "arrived", "land", "fly"]));
        let visit = event.stop || self.has_noun(event, NounClass::Visit);
        let dated = mention.time.is_some() && event.time.is_some();
        arrives
            && visit
            && dated
            && town.state.is_none()
            && !town.broad
            && land.broad
            && event.with.iter().any(|w| mention.with.contains(w))
    }

    fn sentence(&self, mention: usize) -> u32 {
        self.a.tokens[self.mentions[mention].tokens.start].sentence
    }

    fn block(&self, mention: usize) -> usize {
        self.a.sentences[self.sentence(mention) as usize].block
    }

    /// Sentences between two mentions.
    pub(super) fn distance(&self, a: usize, b: usize) -> u32 {
        self.sentence(b).abs_diff(self.sentence(a))
    }

    fn same_stop(&self, mention: &Mention, event: &Event) -> bool {
        let here = mention
            .place
            .as_ref()
            .zip(event.place.as_ref())
            .is_some_and(|(a, b)| self.same_place(a, b) || self.may_lie_in(mention, event));
        here && !Self::is_another(mention, event) && (event.stop || self.has_noun(event, NounClass::Visit))
    }

    pub(super) fn has_noun(&self, event: &Event, class: NounClass) -> bool {
        event.mentions.iter().take(MOST).any(|&m| self.mentions[m].kind == Kind::Noun(class))
    }

    /// "will visit Accra, where he will meet": what happens at a stop; or the same people meeting.
    fn joins_contact(&self, index: usize, event: &Event, last: usize) -> bool {
        let mention = &self.mentions[index];
        if event.stop || event.tense == Some(Tense::Future) && self.has_noun(event, NounClass::Visit) {
            let by = is_any(self.a, mention.cue.end - 1, &["by"]);
            return self.during(index, event, last)
                || self.is_purpose(index, event, last)
                || Self::is_reception(mention, event, by);
        }
        let shared = mention.with.iter().filter(|w| event.with.contains(w)).count();
        let same = shared >= 2 || shared == 1 && mention.with.len() == 1 && self.distance(last, index) <= 1;
        same && mention.tense == event.tense || self.is_narrower(index, event)
    }

    /// Whether a mention tells of what happens at the stop that is spoken of.
    fn during(&self, index: usize, event: &Event, last: usize) -> bool {
        let mention = &self.mentions[index];
        let here = mention.place.is_some() && event.place.is_some();
        let near = here || self.block(index).abs_diff(self.block(last)) <= 2;
        let placed = mention.place.is_none() || event.place.is_some();
        let dated = mention.time.is_none() || event.time.is_some();
        near && placed && dated && Self::goes_on(mention, event) && !self.has_own_day(mention, event)
    }

    /// Whether a mention has a day of its own within a stay of several.
    fn has_own_day(&self, mention: &Mention, event: &Event) -> bool {
        let narrow = mention.time.zip(event.time).is_some_and(|(own, stay)| {
            let (own, stay) = (&self.times[own], &self.times[stay]);
            own.start.is_some() && own.start == own.end && own.start != stay.start
        });
        narrow && mention.dated
    }

    /// Whether the tense of a mention is that of the stop; a programme told in the present goes on with one to come.
    fn goes_on(mention: &Mention, event: &Event) -> bool {
        mention.tense == event.tense
            || mention.tense == Some(Tense::Present) && event.tense == Some(Tense::Future)
            || mention.tense == Some(Tense::Future) && event.tense == Some(Tense::Present)
    }

    /// "will fly to Oslo to brief the council at its seat": the purpose of the journey, in the same breath.
    fn is_purpose(&self, index: usize, event: &Event, last: usize) -> bool {
        let mention = &self.mentions[index];
        event.stop
            && last + 1 == index
            && self.distance(last, index) == 0
            && mention.phrase.is_none()
            && is_any(self.a, mention.cue.start, &["to"])
            && !self.has_own_day(mention, event)
            && mention.tense != Some(Tense::Wish)
            && mention.place.as_ref().is_none_or(|p| p.state.is_none())
    }

    /// "would also be received by the speaker": what a guest's hosts do belongs to the visit.
    fn is_reception(mention: &Mention, event: &Event, by: bool) -> bool {
        by && mention.place.is_none()
            && mention.time.is_none()
            && mention.with.iter().any(|w| event.with.contains(w))
            && Self::goes_on(mention, event)
    }

    /// A line told twice, as headlines often are: the sentence has the words of one before.
    fn is_repeated(&self, index: usize, event: &Event) -> bool {
        let words = |m: usize| {
            let mention = &self.mentions[m];
            let sentence = self.a.sentence_of(mention.tokens.start);
            (self.a.words(mention.tokens.clone()), sentence.tokens.len(), sentence.span)
        };
        let (own, length, at) = words(index);
        length > 4
            && event.mentions.first().is_some_and(|&m| {
                let (theirs, long, before) = words(m);
                theirs == own
                    && long == length
                    && before != at
                    && before.of(&self.a.document.text) == at.of(&self.a.document.text)
            })
    }

    fn joins_noun(&self, index: usize, class: NounClass, event: &Event, last: usize) -> bool {
        let mention = &self.mentions[index];
        let Some(phrase) = &mention.phrase else { return false };
        let near = self.distance(last, index);
        if self.is_repeated(index, event)
            || class != NounClass::Visit && self.names_contact(index, event, near)
        {
            return true;
        }
        if phrase.next && event.tense != Some(Tense::Future) {
            return false;
        }
        if phrase.fresh && !phrase.demonstrative {
            let again = event.mentions.iter().take(MOST).any(|&m| self.is_again(m));
            return again
                && near > 0
                && !event.stop
                && class != NounClass::Visit
                && event.tense == Some(Tense::Future)
                && near <= 30;
        }
        let purpose = mention.rule == "circumstance of a verb"
            && !phrase.beside
            && !phrase.titled
            && !phrase.definite
            && near == 0;
        let visit = class == NounClass::Visit;
        if visit != (event.stop || self.has_noun(event, NounClass::Visit)) {
            let own = phrase.titled
                || phrase.ordinal.is_some()
                || phrase.next
                || is_any(
                    self.a,
                    phrase.head.end - 1,
                    &["summit", "ceremony", "conference", "forum", "dialogue", "signing", "round"],
                );
            let during = (mention.direct || mention.rule == "object of a verb of holding")
                && !own
                && !(phrase.indefinite && phrase.modified && near > 0)
                && self.during(index, event, last);
            let stay = event.stop || event.tense == Some(Tense::Future) && !visit;
            return stay && !visit && (purpose && !own && mention.tense == event.tense || during);
        }
        if visit && Self::is_another(mention, event) {
            return false;
        }
        if visit && event.stop {
            let here = mention.place.is_some() && event.place.is_some();
            return (phrase.definite || phrase.demonstrative || near == 0 || here)
                && !phrase.plural
                && (Self::goes_on(mention, event) || mention.tense.is_none());
        }
        if purpose && self.mentions[last].kind != Kind::Noun(class) {
            return true;
        }
        let gathering = matches!(self.mentions[last].kind, Kind::Contact | Kind::Host)
            && near == 0
            && last + 1 == index
            && is_any(self.a, mention.tokens.start.wrapping_sub(1), &["for"])
            && Self::goes_on(mention, event);
        if gathering {
            return true;
        }
        let listed = near == 0
            && self.mentions[last].cue == mention.cue
            && self.mentions[last].phrase.is_some()
            && mention.direct;
        if listed {
            return false;
        }
        self.same_noun(index, event, near)
    }
}
