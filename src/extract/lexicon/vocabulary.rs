//! Words and their ids.
//!
//! Each token is looked up once; from then on rules compare numbers.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

/// The id of a word; equal words have equal ids, whatever their case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct WordId(pub u32);

impl WordId {
    /// The id of every word that no lexicon holds.
    pub const UNKNOWN: Self = Self(0);

    /// Whether any lexicon holds the word.
    pub const fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// The words of all lexicons, folded: lower case, curly apostrophes straight.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<Box<str>, WordId, FixedState>,
}

impl Vocabulary {
    /// The id of `word` as the text has it.
    pub fn id(&self, word: &str) -> WordId {
        let mut buffer = [0_u8; 32];
        if word.len() <= buffer.len() && word.is_ascii() {
            let folded = &mut buffer[..word.len()];
            folded.copy_from_slice(word.as_bytes());
            folded.make_ascii_lowercase();
            return std::str::from_utf8(folded).map_or(WordId::UNKNOWN, |w| self.folded(w));
        }
        self.folded(&fold(word))
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of `word`, which gets one if it has none.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let next = WordId(self.ids.len() as u32 + 1);
        *self.ids.entry(fold(word).into_boxed_str()).or_insert(next)
    }

    fn folded(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or_default()
    }
}

/// Lower case, with curly apostrophes straight: how words are compared.
pub fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c }).collect()
}
