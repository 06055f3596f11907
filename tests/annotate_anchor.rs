//! Highlights through two thousand random edits: where words still stand they are found, and never in a wrong place.
//!
//! Every word of the generated texts has a number that no reader sees. Edits work on the numbered words, so that it is known
//! where the words of each highlight went; a copy of a sentence is made of new words. Texts are hard on purpose:
//! sentences that differ in one word, sentences that stand twice, single words as highlights. Only the same sentence twice
//! in a row is left out: nobody can say which of the two is the copy.

use std::collections::HashSet;
use std::thread;

use attache::annotate::{Placement, Target, anchor};
use attache::base::Span;

const TEXTS: u64 = 25;
const EDITS: u64 = 80;
const HIGHLIGHTS: usize = 12;

/// A seeded generator (Knuth's MMIX constants), so that a failure can be had again.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const ACTORS: &[&str] = &[
    "Norway",
    "The delegation",
    "Minister Aalto",
    "The committee",
    "Both sides",
    "The chair",
    "Portugal",
    "The governor",
    "The envoy",
    "Ambassador Reyes",
    "The parliament",
    "The secretariat",
];
const VERBS: &[&str] = &[
    "agreed to set up",
    "will review",
    "rejected",
    "asked for",
    "promised to finance",
    "welcomed",
    "intends to extend",
    "postponed",
    "discussed",
    "will publish",
    "took note of",
    "described",
];
const THINGS: &[&str] = &[
    "a joint working group",
    "the fisheries accord",
    "new ferry lines",
    "the border crossing",
    "an exchange of students",
    "the customs tariff",
    "plans for a cable",
    "the rescue exercise",
    "a grain depot",
    "the water treaty",
    "a list of open questions",
    "the report of the auditors",
];
const TIMES: &[&str] = &[
    "by the end of the year",
    "next spring",
    "in Porto",
    "during the second round",
    "before the summit",
    "after long talks",
    "without further delay",
    "in writing",
    "on Tuesday evening",
    "at the request of the mayor",
];
const SAYINGS: &[&str] = &[
    "“We are on the right path,” the host said.",
    "“It is now up to the others,” she told reporters.",
    "The talks continue.",
    "Nobody took questions.",
    "The deputy’s office did not comment.",
];

#[derive(Clone, Debug)]
struct Word {
    id: u64,
    text: String,
}

type Sentence = Vec<Word>;

/// A text as paragraphs of sentences of numbered words, and the way it is laid out.
#[derive(Clone)]
struct Text {
    paragraphs: Vec<Vec<Sentence>>,
    next: u64,
    width: usize,
    straight: bool,
    wide: bool,
}

impl Text {
    fn new(random: &mut Random) -> Self {
        let mut text = Self { paragraphs: Vec::new(), next: 0, width: 0, straight: false, wide: false };
        while text.paragraphs.len() < 22 {
            let paragraph = text.paragraph(random);
            text.paragraphs.push(paragraph);
            if text.stammers() {
                text.paragraphs.pop();
            }
        }
        text
    }

    fn words(&mut self, text: &str) -> Sentence {
        let word = |w: &str| {
            self.next += 1;
            Word { id: self.next, text: w.to_owned() }
        };
        text.split(' ').map(word).collect()
    }

    fn sentence(&mut self, random: &mut Random) -> Sentence {
        let line = match random.below(10) {
            0 => random.pick(SAYINGS).to_owned(),
            1..=5 => format!(
                "{} {} {} {}.",
                random.pick(ACTORS),
                random.pick(VERBS),
                random.pick(THINGS),
                random.pick(TIMES)
            ),
            _ => format!(
                "{} {} {} {}, and {} {} {}.",
                random.pick(ACTORS),
                random.pick(VERBS),
                random.pick(THINGS),
                random.pick(TIMES),
                random.pick(ACTORS),
                random.pick(VERBS),
                random.pick(THINGS)
            ),
        };
        self.words(&line)
    }

    fn paragraph(&mut self, random: &mut Random) -> Vec<Sentence> {
        (0..=random.below(4)).map(|_| self.sentence(random)).collect()
    }

    /// The text as a file holds it, and where each word stands.
    fn render(&self) -> (String, Vec<(u64, Span)>) {
        let (mut out, mut places) = (String::new(), Vec::new());
        for (n, paragraph) in self.paragraphs.iter().enumerate() {
            if n > 0 {
                out.push_str("\n\n");
            }
            let mut column = 0;
            for (i, word) in paragraph.iter().flatten().enumerate() {
                let text = if self.straight {
                    word.text.replace(['“', '”'], "\"").replace('’', "'")
                } else {
                    word.text.clone()
                };
                if i > 0 && self.width > 0 && column + text.len() >= self.width {
                    out.push('\n');
                    column = 0;
                } else if i > 0 {
                    out.push_str(if self.wide { "  " } else { " " });
                }
                column += text.len() + 1;
                places.push((word.id, Span::new(out.len(), out.len() + text.len())));
                out.push_str(&text);
            }
        }
        (out, places)
    }

    /// Whether a sentence stands beside another of the same words.
    fn stammers(&self) -> bool {
        let lines: Vec<String> = self
            .paragraphs
            .iter()
            .flatten()
            .map(|line| line.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        lines.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// One random edit.
    fn edit(&mut self, random: &mut Random) {
        let before = self.clone();
        self.edit_once(random);
        while self.stammers() {
            *self = before.clone();
            self.edit_once(random);
        }
    }

    fn edit_once(&mut self, random: &mut Random) {
        let at = random.below(self.paragraphs.len());
        match random.below(13) {
            0 => {
                let new = self.paragraph(random);
                self.paragraphs.insert(at, new);
            }
            1 if self.paragraphs.len() > 12 => drop(self.paragraphs.remove(at)),
            2 | 3 => {
                let moved = self.paragraphs.remove(at);
                let to = random.below(self.paragraphs.len() + 1);
                self.paragraphs.insert(to, moved);
            }
            4 => {
                let new = self.sentence(random);
                let to = random.below(self.paragraphs[at].len() + 1);
                self.paragraphs[at].insert(to, new);
            }
            5 => {
                let gone = random.below(self.paragraphs[at].len());
                self.paragraphs[at].remove(gone);
                if self.paragraphs[at].is_empty() {
                    self.paragraphs.remove(at);
                }
            }
            6 => self.copy(at, random),
            7 => self.width = [0, 40, 60, 76][random.below(4)],
            8 => self.straight = !self.straight,
            9 => self.wide = !self.wide,
            kind => self.edit_words(at, kind, random),
        }
    }

    /// Puts a copy of a sentence, made of new words, somewhere else.
    fn copy(&mut self, at: usize, random: &mut Random) {
        let from = random.below(self.paragraphs[at].len());
        let line: Vec<String> = self.paragraphs[at][from].iter().map(|w| w.text.clone()).collect();
        let copy = self.words(&line.join(" "));
        let to = random.below(self.paragraphs.len());
        let place = random.below(self.paragraphs[to].len() + 1);
        self.paragraphs[to].insert(place, copy);
    }

    /// Replaces, inserts or removes a word or two of a sentence.
    fn edit_words(&mut self, at: usize, kind: usize, random: &mut Random) {
        let line = random.below(self.paragraphs[at].len());
        let len = self.paragraphs[at][line].len();
        let (word, end) = (random.below(len), random.below(2) + 1);
        let new = random.pick(&["perhaps", "again", "yesterday", "formally", "two", "smaller"]).to_owned();
        let new = self.words(&new);
        let words = &mut self.paragraphs[at][line];
        match kind {
            10 => drop(words.splice(word..(word + end).min(len), new)),
            11 => drop(words.splice(word..word, new)),
            _ if len > 3 => drop(words.splice(word..(word + end).min(len), [])),
            _ => {}
        }
    }
}

/// A highlight: its words by number, and what attache keeps of it.
struct Highlight {
    ids: Vec<u64>,
    target: Target,
}

fn highlight(text: &Text, random: &mut Random) -> Highlight {
    let (rendered, places) = text.render();
    let paragraph = &text.paragraphs[random.below(text.paragraphs.len())];
    let line = random.below(paragraph.len());
    let ids: Vec<u64> = match random.below(20) {
        0 => paragraph.iter().flatten().map(|w| w.id).collect(),
        1 => vec![paragraph[line][random.below(paragraph[line].len())].id],
        2..=6 => {
            let words = &paragraph[line];
            let from = random.below(words.len());
            words[from..words.len().min(from + 2 + random.below(6))].iter().map(|w| w.id).collect()
        }
        _ => paragraph[line].iter().map(|w| w.id).collect(),
    };
    let place = |id: u64| places.iter().find(|(i, _)| *i == id).expect("stands").1;
    let span = place(ids[0]).hull(place(*ids.last().expect("a word")));
    Highlight { target: Target::of(&rendered, span).expect("words"), ids }
}

#[derive(Default, Debug)]
struct Tally {
    intact: usize,
    intact_right: usize,
    edited: usize,
    edited_right: usize,
    gone: usize,
    wrong: Vec<String>,
}

/// Judges one highlight after an edit; the words that it stands on now, if placed.
fn judge(
    h: &Highlight,
    found: &Placement,
    places: &[(u64, Span)],
    text: &str,
    tally: &mut Tally,
) -> Option<Vec<u64>> {
    let order: Vec<u64> = places.iter().map(|(id, _)| *id).collect();
    let ids: HashSet<u64> = h.ids.iter().copied().collect();
    let stand: Vec<usize> = (0..order.len()).filter(|i| ids.contains(&order[*i])).collect();
    let now: Vec<u64> = stand.iter().map(|i| order[*i]).collect();
    let together = stand.windows(2).all(|w| w[0] + 1 == w[1]);
    let intact = now == h.ids && together;
    let placed: Option<Vec<u64>> = found.anchor().map(|anchor| {
        places.iter().filter(|(_, span)| span.overlaps(anchor.span)).map(|(id, _)| *id).collect()
    });
    let right = placed.as_ref().is_none_or(|placed| {
        if intact {
            return *placed == h.ids;
        }
        let both = placed.iter().filter(|id| ids.contains(id)).count();
        2 * both >= placed.len().max(stand.len())
    });
    match (intact, stand.is_empty()) {
        (true, _) => {
            (tally.intact, tally.intact_right) =
                (tally.intact + 1, tally.intact_right + usize::from(placed.is_some() && right));
        }
        (false, false) => {
            (tally.edited, tally.edited_right) =
                (tally.edited + 1, tally.edited_right + usize::from(placed.is_some() && right));
        }
        (false, true) => tally.gone += 1,
    }
    if !right {
        let words = found.anchor().map_or("", |a| &text[a.span.range()]);
        let around = found.anchor().map_or("", |a| {
            text.get(a.span.start.saturating_sub(90)..(a.span.end + 90).min(text.len())).unwrap_or("")
        });
        tally.wrong.push(format!("{:?} [{found:?}] was put on {words:?} in {around:?}", h.target));
    }
    placed
}

/// Carries highlights through the edits of one text.
fn one_text(seed: u64, tally: &mut Tally) {
    let mut random = Random(seed * 7_919 + 1);
    let mut text = Text::new(&mut random);
    let mut highlights: Vec<Highlight> = (0..HIGHLIGHTS).map(|_| highlight(&text, &mut random)).collect();
    for _ in 0..EDITS {
        text.edit(&mut random);
        let (rendered, places) = text.render();
        let targets: Vec<&Target> = highlights.iter().map(|h| &h.target).collect();
        let found = anchor(&rendered, &targets);
        let mut kept = Vec::new();
        for (h, found) in highlights.iter().zip(&found) {
            if let Some(ids) = judge(h, found, &places, &rendered, tally) {
                kept.push((ids, found.anchor().expect("placed").span));
            }
        }
        let spans: Vec<Span> = kept.iter().map(|(_, span)| *span).collect();
        let targets = Target::all(&rendered, &spans);
        let kept = kept.into_iter().zip(targets);
        highlights =
            kept.map(|((ids, _), target)| Highlight { ids, target: target.expect("words") }).collect();
        while highlights.len() < HIGHLIGHTS {
            highlights.push(highlight(&text, &mut random));
        }
    }
}

#[test]
fn two_thousand_edits_put_no_highlight_in_a_wrong_place() {
    let tallies: Vec<Tally> = thread::scope(|scope| {
        let halves = [0, 1].map(|half| {
            scope.spawn(move || {
                let mut tally = Tally::default();
                (0..TEXTS).filter(|seed| seed % 2 == half).for_each(|seed| one_text(seed, &mut tally));
                tally
            })
        });
        halves.into_iter().map(|half| half.join().expect("ends")).collect()
    });
    let sum = |field: fn(&Tally) -> usize| tallies.iter().map(field).sum::<usize>();
    let (intact, right) = (sum(|t| t.intact), sum(|t| t.intact_right));
    let (edited, placed) = (sum(|t| t.edited), sum(|t| t.edited_right));
    let wrong: Vec<&String> = tallies.iter().flat_map(|t| &t.wrong).collect();
    let share = right as f64 / intact as f64;
    println!(
        "{} edits: words that stand {right} of {intact} right ({:.2} %), edited words {placed} of {edited} placed, \
         {} gone, {} wrong",
        TEXTS * EDITS,
        share * 100.0,
        sum(|t| t.gone),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(share >= 0.95, "only {:.2} % of the words that still stand were found", share * 100.0);
    assert!(placed * 2 > edited, "hardly any edited words were found");
}
