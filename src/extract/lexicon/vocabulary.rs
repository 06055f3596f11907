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

/// Bytes of a word that is kept as a number; the last one is its length.
const SHORT: usize = 16;

/// The words of all lexicons, folded: lower case, curly apostrophes straight.
///
/// Nearly all words fit into one number. They are looked up without a string being made or compared, once for each
/// token of a text.
#[derive(Debug, Default)]
pub struct Vocabulary {
    short: HashMap<u128, WordId, FixedState>,
    long: HashMap<Box<str>, WordId, FixedState>,
}

impl Vocabulary {
    /// The id of `word` as the text has it.
    pub fn id(&self, word: &str) -> WordId {
        let found = match short(word) {
            Some(number) => self.short.get(&number),
            None => self.long.get(fold(word).as_str()),
        };
        found.copied().unwrap_or_default()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of `word`, which gets one if it has none.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let next = WordId(self.len() as u32 + 1);
        match short(word) {
            Some(number) => *self.short.entry(number).or_insert(next),
            None => *self.long.entry(fold(word).into_boxed_str()).or_insert(next),
        }
    }
}

/// The folded word as a number, if it fits.
fn short(word: &str) -> Option<u128> {
    let mut bytes = [0_u8; SHORT];
    let mut len = 0;
    if word.is_ascii() {
        len = word.len();
        bytes[..SHORT - 1].get_mut(..len)?.copy_from_slice(word.as_bytes());
        bytes = lowered(u128::from_le_bytes(bytes)).to_le_bytes();
    } else {
        for c in folded(word) {
            let end = len + c.len_utf8();
            c.encode_utf8(bytes[..SHORT - 1].get_mut(len..end)?);
            len = end;
        }
    }
    bytes[SHORT - 1] = len as u8;
    Some(u128::from_le_bytes(bytes))
}

/// ASCII bytes in lower case, all at once: bytes beyond `Z` and bytes from `A` on set their highest bit, and where only
/// the latter do, a capital stands.
const fn lowered(bytes: u128) -> u128 {
    const ONES: u128 = u128::MAX / 0xff;
    let beyond = bytes + ONES * (0x7f - b'Z' as u128);
    let letters = bytes + ONES * (0x80 - b'A' as u128);
    bytes | ((letters & !beyond & (ONES * 0x80)) >> 2)
}

/// Lower case, with curly apostrophes straight: how words are compared.
pub fn fold(word: &str) -> String {
    folded(word).collect()
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_whatever_their_case_and_length() {
        let mut vocabulary = Vocabulary::default();
        let words = ["visit", "don't", "Österreich", "comprehensively", "counterterrorism", "ÅÅÅÅÅÅÅÅ"];
        let ids: Vec<WordId> = words.iter().map(|w| vocabulary.intern(w)).collect();
        assert!(ids.iter().enumerate().all(|(n, id)| *id == WordId(n as u32 + 1)), "{ids:?}");
        let again = ["VISIT", "Don’t", "österreich", "Comprehensively", "COUNTERTERRORISM", "åååååååå"];
        assert!(again.iter().zip(&ids).all(|(w, id)| vocabulary.id(w) == *id && vocabulary.intern(w) == *id));
        assert_eq!(vocabulary.len(), words.len());
        for unknown in ["", "\0", "visi", "visits", "counterterrorisms"] {
            assert!(!vocabulary.id(unknown).is_known(), "{unknown:?}");
        }
    }

    #[test]
    fn all_bytes_are_lowered_at_once() {
        for byte in 0..0x80_u8 {
            let bytes = [byte; SHORT];
            let want = [byte.to_ascii_lowercase(); SHORT];
            assert_eq!(lowered(u128::from_le_bytes(bytes)).to_le_bytes(), want, "{byte:#x}");
        }
    }
}
