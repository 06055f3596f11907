//! Cues that are nouns: whose they are, who expresses them, and to what.

use std::ops::Range;

use super::super::Hit;
use super::super::entities::EntityKind;
use super::super::lexicon::{Cue, classes as c};
use super::clause::{self, Clause, How};
use super::complement::{self, Complement};
use super::draft::Draft;
use super::finder::Finder;
use super::second;
use super::subject::{self, Kind};
use super::verdict::{self, Setting};
use super::words::near;
use super::{extent, noun};

impl Finder<'_, '_> {
    /// The commitment of a noun.
    pub(super) fn noun(&self, sentence: &Range<usize>, hit: &Hit, cue: &Cue) -> Option<Draft> {
        let words = self.words;
        // "There are no announced plans for": what is not there binds nobody.
        let denied =
            (hit.first.saturating_sub(3).max(sentence.start)..hit.first).find(|&i| words.is(i, "no"));
        if denied.is_some_and(|i| i >= sentence.start + 2 && words.is(i - 2, "there")) {
            return None;
        }
        let frame = noun::frame(words, self.entities, sentence, hit);
        let complement = complement::read(words, cue, frame.behind, sentence.end)?;
        let (strength, act) = match complement {
            Complement::Act(act) => {
                let setting = Setting {
                    subject: Kind::Actor,
                    by_name: false,
                    reported: false,
                    promised: false,
                    agreed: false,
                    traveller: true,
                    vague: false,
                };
                let judged = second::judged(words, act, sentence.end, |act| verdict::of(cue, act, setting));
                let (strength, act) = judged?;
                (strength, Some(act))
            }
            Complement::Thing(_) => (cue.value?, None),
            Complement::Clause(_) => (cue.value.filter(|s| !s.is_core())?, None),
            Complement::List(_) => return None,
        };
        if cue.name == "ways to" && !self.is_discussed(sentence, hit.first) {
            return None;
        }
        // "a mutual interest in", "the national interest": what is good for somebody, and no wish to act.
        let common = ["mutual", "common", "shared", "national", "vested", "best", "public", "self"];
        if words.is(hit.first, "interest") && (frame.start..hit.first).any(|i| words.is_any(i, &common)) {
            return None;
        }
        let verb = frame.verb.filter(|&v| frame.own && noun::has_subject(words.a, v));
        let binds_itself = |cl: &Clause| {
            cl.how != How::Absent && subject::kind(words, self.entities, &cl.subject) == Kind::Actor
        };
        let clause = verb.map(|v| clause::of(words, sentence, v)).filter(binds_itself);
        let told = matches!(cue.name.as_str(), "decision" | "agreement" | "plan") && !frame.own;
        if strength.is_core() && (told || frame.holder.is_none() && clause.is_none() && !frame.own) {
            return None;
        }
        let holder = frame.holder.as_ref().map_or_else(Vec::new, |h| self.holder(h));
        let told = |cl: &Clause| {
            self.cast.known(&cl.subject).or_else(|| holder.is_empty().then(|| self.cast.of(&cl.subject)))
        };
        let mut actors: Vec<String> = clause.iter().filter_map(told).flatten().collect();
        if clause.is_none() || !holder.is_empty() && !words.has(frame.start, c::POSSESSIVE) {
            actors.extend(holder);
        }
        if actors.is_empty() {
            actors = self.cast.topic();
        }
        actors = unique(actors);
        let first = clause.as_ref().map_or(frame.start, |cl| cl.start);
        Some(Draft {
            first,
            clause: first,
            act: complement.from(),
            end: extent::end(words, sentence, complement.from()).max(hit.end),
            action: hit.end,
            cue: hit.first..hit.end,
            rule: format!("commitment: {}", cue.name),
            strength,
            plural: actors.len() > 1,
            actors,
            negative: act.is_some_and(|a| a.negative),
        })
    }

    /// "discussed trade, as well as ways to": whether a verb of discussing stands before.
    fn is_discussed(&self, sentence: &Range<usize>, at: usize) -> bool {
        let words = self.words;
        (near(sentence, at).start..at).rev().take_while(|&i| !words.is_wall(i)).any(|i| {
            let word = words.a.word(i);
            let past = word.ends_with("ed") || word.ends_with("ing");
            past && words.is_lower(i) && words.has(i, c::AGENDA | c::EXPLORE)
                || words.is_any(i, &["reviewed", "reviewing", "looked", "talked", "spoke"])
        })
    }

    /// Those whose a commitment is: a name, a nationality, "their".
    pub(super) fn holder(&self, holder: &Range<usize>) -> Vec<String> {
        let inside: Vec<_> =
            self.entities.within(holder.clone()).filter(|(_, e)| e.kind != EntityKind::Place).collect();
        if !inside.is_empty() && !self.words.is_any(holder.start, &["their", "our"]) {
            return unique(
                inside
                    .iter()
                    .flat_map(|(_, e)| std::iter::once(e.name.clone()).chain(e.affiliation.clone()))
                    .collect(),
            );
        }
        match self.words.a.word(holder.start).to_ascii_lowercase().as_str() {
            "their" | "its" | "his" | "her" => self.cast.topic(),
            "our" | "my" => self.cast.party_names(),
            _ => self.cast.of(holder),
        }
    }
}

fn unique(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}
