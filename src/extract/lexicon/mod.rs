//! What the engine knows of words, as data.
//!
//! Each topic (states, titles, cues, …) is a TOML file under `assets/lexicon/en/` with a loader of its own beside this
//! file. A loader adds its phrases to one automaton over words and keeps what else it knows in a table; a hit names
//! category and row. A user's files of the same name are merged over the embedded ones. The lexicon knows nothing of
//! documents: the same lexicon serves all of them, on all cores.

mod category;
pub mod classes;
mod cues;
mod geography;
mod inflection;
pub mod involvement;
pub mod meetings;
pub mod names;
pub mod organisations;
mod phrases;
pub mod places;
mod sources;
pub mod time;
pub mod titles;
mod vocabulary;

pub use category::Category;
pub use cues::{Cue, CueExample, CueForm, Cues};
pub use geography::{Geography, State};
pub use meetings::Meetings;
pub use organisations::Organisations;
pub use phrases::{Builder, Case, Entry, Phrases};
pub use sources::Sources;
pub use titles::Titles;
pub use vocabulary::{Vocabulary, WordId, fold};

use crate::base::Diagnostic;

/// All that the engine knows of words.
#[derive(Debug)]
pub struct Lexicon {
    /// Word → id; words that no lexicon knows share id 0.
    pub vocabulary: Vocabulary,
    /// Every phrase of every topic.
    pub phrases: Phrases,
    /// States and their forms.
    pub geography: Geography,
    /// Organisations and groupings.
    pub organisations: Organisations,
    /// Offices, with their examples.
    pub titles: Titles,
    /// Words of meetings, with their examples.
    pub meetings: Meetings,
    /// Words of time.
    pub times: time::Times,
    /// What shows that somebody commits, with examples.
    pub cues: Cues,
    /// What was wrong with the user's own files.
    pub diagnostics: Vec<Diagnostic>,
}

impl Lexicon {
    /// The embedded lexicon alone.
    pub fn standard() -> Self {
        Self::load(&Sources::default())
    }

    /// The embedded lexicon with the user's files merged over it.
    pub fn load(sources: &Sources) -> Self {
        let mut builder = Builder::default();
        sources.refuse_unknown(&mut builder);
        let geography = Geography::load(sources, &mut builder);
        let organisations = Organisations::load(sources, &mut builder);
        let titles = Titles::load(sources, &mut builder);
        names::load(sources, &mut builder);
        involvement::load(sources, &mut builder);
        places::load(sources, &mut builder);
        let meetings = Meetings::load(sources, &mut builder);
        let times = time::Times::load(sources, &mut builder);
        classes::load(sources, &mut builder);
        let cues = Cues::load(sources, &mut builder);
        let (vocabulary, phrases, diagnostics) = builder.finish();
        Self { vocabulary, phrases, geography, organisations, titles, meetings, times, cues, diagnostics }
    }
}
