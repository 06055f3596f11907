//! What the sentences themselves say of states and bodies: who meets, hosts, is visited, sends a delegation.
//!
//! References that stand in one list ("A, B and C met") share their evidence. Each sentence is read once.

use std::ops::Range;

use super::super::Analysis;
use super::super::entities::{Entities, EntityKind, Form, Reference};
use super::super::lexicon::{Category, involvement::sign};

/// Entities that the sentences show taking part.
pub(super) fn acting(a: &Analysis, entities: &Entities) -> Vec<bool> {
    let mut reader = Reader { a, acts: vec![false; entities.all.len()], parts: signs(a) };
    let bodies = |r: &&Reference| {
        matches!(r.form, Form::Name | Form::Demonym | Form::Seat)
            && !matches!(entities.all[r.entity].kind, EntityKind::Person | EntityKind::Place)
    };
    let references: Vec<&Reference> = entities.references.iter().filter(bodies).collect();
    let mut first = 0;
    while first < references.len() {
        let mut last = first;
        while last + 1 < references.len() && reader.joined(references[last], references[last + 1]) {
            last += 1;
        }
        let group = &references[first..=last];
        if reader.takes_part(group) {
            let itself = reader.acts_itself(group);
            for reference in group {
                let body = entities.all[reference.entity].kind == EntityKind::Organisation;
                reader.acts[reference.entity] |= !body || itself;
            }
        }
        first = last + 1;
    }
    reader.acts
}

/// For each token, how many signs of taking part begin before it.
fn signs(a: &Analysis) -> Vec<u32> {
    let mut parts = vec![0; a.tokens.len() + 1];
    for index in 0..a.tokens.len() {
        let part = a
            .hits_at(index)
            .iter()
            .any(|h| h.entry.category == Category::Other && h.entry.row == sign::TAKES_PART);
        parts[index + 1] = parts[index] + u32::from(part);
    }
    parts
}

struct Reader<'r, 'a> {
    a: &'r Analysis<'a>,
    acts: Vec<bool>,
    parts: Vec<u32>,
}

impl Reader<'_, '_> {
    fn joined(&self, left: &Reference, right: &Reference) -> bool {
        let between = left.tokens.end..right.tokens.start;
        between.len() <= 4
            && left.tokens.end <= right.tokens.start
            && self.a.tokens[left.tokens.start].sentence == self.a.tokens[right.tokens.start].sentence
            && between.into_iter().all(|i| {
                matches!(
                    self.a.word(i),
                    "," | "and" | "the" | "&" | "-" | "–" | "/" | "(" | ")" | "as" | "well"
                )
            })
    }

    fn has_part(&self, tokens: Range<usize>) -> bool {
        let end = tokens.end.min(self.parts.len() - 1);
        tokens.start < end && self.parts[end] > self.parts[tokens.start]
    }

    /// A body inside a delegation is no party; one that is the subject, or one of a pair, is.
    fn acts_itself(&self, group: &[&Reference]) -> bool {
        let Some((first, last)) = group.first().zip(group.last()) else { return false };
        let sentence = self.a.sentence_of(first.tokens.start).tokens.clone();
        let ministry = group.iter().any(|r| {
            r.tokens.clone().any(|i| {
                self.is_any(
                    i,
                    &[
                        "department",
                        "departments",
                        "ministry",
                        "office",
                        "bureau",
                        "committee",
                        "commission",
                        "initiative",
                        "group",
                    ],
                )
            })
        });
        !ministry
            && (self.subject(first, last, last.tokens.end, &sentence)
                || self.pair(group, last.tokens.end, &sentence))
    }

    fn is_any(&self, index: usize, words: &[&str]) -> bool {
        self.a.is_any(index, words)
    }

    fn takes_part(&self, group: &[&Reference]) -> bool {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
        let sentence = self.a.sentence_of(first.tokens.start).tokens.clone();
        let (start, end) = (first.tokens.start, last.tokens.end);
        let start = start - usize::from(start > sentence.start && self.a.is(start - 1, "the"));
        self.subject(first, last, end, &sentence)
            || self.pair(group, end, &sentence)
            || self.destination(start, &sentence)
            || self.sender(group, start, end, &sentence)
    }

    /// "A, B and C met", "the two sides of A and B agreed", not "A was not invited".
    fn subject(&self, first: &Reference, last: &Reference, end: usize, sentence: &Range<usize>) -> bool {
        let bracketed = first.tokens.start > 0 && self.a.is(first.tokens.start - 1, "(");
        if bracketed || last.form == Form::Demonym || first.form == Form::Demonym {
            return false;
        }
        let at = end
            + usize::from(self.a.is(end, "today") || self.a.is(end, "yesterday") || self.a.is(end, "also"));
        let window = at..(at + 4).min(sentence.end);
        let negated = || window.clone().any(|i| self.is_any(i, &["not", "never", "n't", "no"]));
        let verb = |i: usize| {
            self.is_any(
                i,
                &[
                    "met",
                    "meet",
                    "meets",
                    "held",
                    "hold",
                    "signed",
                    "sign",
                    "agreed",
                    "attended",
                    "attend",
                    "represented",
                    "hosted",
                    "hosts",
                    "host",
                    "participated",
                    "participate",
                    "took",
                    "joined",
                    "discussed",
                    "reaffirmed",
                    "convened",
                    "concluded",
                    "launched",
                    "welcomed",
                    "committed",
                    "resolved",
                    "decided",
                    "underscore",
                    "reaffirm",
                    "intend",
                    "recognize",
                    "affirm",
                    "affirmed",
                    "exchanged",
                ],
            )
        };
        let subject = first.tokens.start == sentence.start
            || !self.is_any(
                first.tokens.start - 1,
                &["in", "from", "of", "for", "with", "against", "on", "to", "by", "at"],
            );
        subject && window.clone().any(verb) && !negated() && !self.a.is(end, ",")
    }

    /// "the U.S.-Iraq Strategic Dialogue", "talks between A and B".
    fn pair(&self, group: &[&Reference], end: usize, sentence: &Range<usize>) -> bool {
        if group.len() < 2 {
            return false;
        }
        let start = group[0].tokens.start;
        let glued = super::super::mention::is_hyphen(self.a, group[0].tokens.end);
        let between = start > sentence.start + 1
            && (self.is_any(start - 1, &["between"])
                || self.a.is(start - 1, "the") && self.is_any(start - 2, &["between"]));
        let noun = |i: usize| {
            self.is_any(
                i,
                &[
                    "talks",
                    "meeting",
                    "meetings",
                    "dialogue",
                    "summit",
                    "consultations",
                    "negotiations",
                    "round",
                    "ministerial",
                    "conference",
                    "conversation",
                    "discussions",
                    "session",
                    "call",
                    "forum",
                ],
            )
        };
        glued && (end..(end + 6).min(sentence.end)).any(noun)
            || between && (start.saturating_sub(8).max(sentence.start)..start).any(noun)
    }

    /// "will visit A and B", "travel to A", but not "travel to Brussels, Belgium".
    fn destination(&self, start: usize, sentence: &Range<usize>) -> bool {
        let before = start.saturating_sub(3).max(sentence.start);
        if start == sentence.start {
            return false;
        }
        let visits = self.is_any(start - 1, &["visit", "visits", "visited", "visiting"]);
        let travels = self.is_any(start - 1, &["to"])
            && (before..start).any(|i| {
                self.is_any(
                    i,
                    &[
                        "travel",
                        "travels",
                        "travelled",
                        "traveled",
                        "traveling",
                        "travelling",
                        "trip",
                        "visit",
                        "delegation",
                        "tour",
                        "goes",
                        "go",
                        "went",
                        "flies",
                        "flew",
                        "heads",
                        "proceed",
                        "proceeds",
                        "proceeded",
                        "proceeding",
                    ],
                )
            });
        let joined = self.is_any(start - 1, &["by"])
            && (start.saturating_sub(4).max(sentence.start)..start).any(|i| {
                self.is_any(
                    i,
                    &[
                        "joined",
                        "attended",
                        "hosted",
                        "co-hosted",
                        "represented",
                        "signed",
                        "organised",
                        "organized",
                        "mediated",
                        "brokered",
                    ],
                )
            });
        visits || travels || joined
    }

    /// "representatives from A, B and C", "the Japanese delegation", in a sentence that tells of a meeting.
    fn sender(&self, group: &[&Reference], start: usize, end: usize, sentence: &Range<usize>) -> bool {
        let envoys = [
            "governments",
            "representatives",
            "delegation",
            "delegations",
            "officials",
            "ministers",
            "leaders",
            "presidents",
            "counterparts",
            "delegates",
            "negotiators",
            "heads",
            "chiefs",
            "secretaries",
            "envoys",
            "ambassadors",
            "side",
            "sides",
            "authorities",
        ];
        let theirs = [
            "delegation",
            "delegations",
            "side",
            "sides",
            "counterpart",
            "counterparts",
            "representatives",
            "delegates",
            "negotiators",
            "mediators",
            "officials",
        ];
        let from = start > sentence.start + 1
            && self.is_any(start - 1, &["from", "of"])
            && (start.saturating_sub(3).max(sentence.start)..start - 1).any(|i| self.is_any(i, &envoys));
        let of_them = group.iter().all(|r| r.form == Form::Demonym || r.form == Form::Name)
            && (end..(end + 3).min(sentence.end)).any(|i| self.is_any(i, &theirs));
        let governments = from
            && (start.saturating_sub(3).max(sentence.start)..start).any(|i| self.is_any(i, &["governments"]));
        governments || (from || of_them) && self.has_part(sentence.clone())
    }
}
