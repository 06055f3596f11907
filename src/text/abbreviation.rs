//! Abbreviations that end in a full stop without ending a sentence.
//!
//! One list for tokens and sentences: a word that keeps its stop as a token must not be taken for a sentence's end, and
//! the other way round. The kind says what may follow.

/// What may follow an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name follows, so that a sentence never ends here: `Dr.`, `Gen.`, `Mt.`
    Title,
    /// A number or day follows: `Aug.`, `No.`, `p.` A capital word after it begins a new sentence.
    Counted,
    /// Anything may follow: `etc.`, `Inc.`, `Jr.` A capital word after it may begin a new sentence.
    Closing,
}

/// In lower case, sorted, without the stop.
const LIST: &[(&str, Abbreviation)] = {
    use Abbreviation::{Closing, Counted, Title};
    &[
        ("adm", Title),
        ("amb", Title),
        ("approx", Counted),
        ("apr", Counted),
        ("art", Counted),
        ("asst", Title),
        ("atty", Title),
        ("aug", Counted),
        ("ave", Closing),
        ("brig", Title),
        ("bros", Closing),
        ("ca", Counted),
        ("capt", Title),
        ("cdr", Title),
        ("cf", Title),
        ("cmdr", Title),
        ("co", Closing),
        ("col", Title),
        ("comdr", Title),
        ("corp", Closing),
        ("cpl", Title),
        ("dec", Counted),
        ("dep", Title),
        ("dept", Title),
        ("dr", Title),
        ("eng", Title),
        ("engr", Title),
        ("esq", Closing),
        ("etc", Closing),
        ("feb", Counted),
        ("fig", Counted),
        ("fr", Title),
        ("fri", Counted),
        ("ft", Title),
        ("gen", Title),
        ("gov", Title),
        ("govt", Closing),
        ("hon", Title),
        ("inc", Closing),
        ("insp", Title),
        ("jan", Counted),
        ("jr", Closing),
        ("jul", Counted),
        ("jun", Counted),
        ("lt", Title),
        ("ltd", Closing),
        ("maj", Title),
        ("mar", Counted),
        ("messrs", Title),
        ("mgr", Title),
        ("min", Title),
        ("mme", Title),
        ("mr", Title),
        ("mrs", Title),
        ("ms", Title),
        ("msgr", Title),
        ("mt", Title),
        ("no", Counted),
        ("nos", Counted),
        ("nov", Counted),
        ("oct", Counted),
        ("para", Counted),
        ("pp", Counted),
        ("pres", Title),
        ("prof", Title),
        ("pvt", Title),
        ("rep", Title),
        ("reps", Title),
        ("ret", Closing),
        ("retd", Closing),
        ("rev", Title),
        ("rt", Title),
        ("sec", Title),
        ("sen", Title),
        ("sens", Title),
        ("sep", Counted),
        ("sept", Counted),
        ("sgt", Title),
        ("smt", Title),
        ("sr", Closing),
        ("st", Title),
        ("supt", Title),
        ("thurs", Counted),
        ("tues", Counted),
        ("univ", Closing),
        ("vol", Counted),
        ("vs", Title),
        ("wed", Counted),
    ]
};

/// What `word`, without its stop, abbreviates; `None` when it is no abbreviation.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let mut folded = [0_u8; 6];
    let folded = folded.get_mut(..word.len())?;
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    let at = LIST.binary_search_by(|(entry, _)| entry.as_bytes().cmp(folded)).ok()?;
    // A month or "no" in small letters is an ordinary word at the end of a sentence.
    let small = word.starts_with(|c: char| c.is_lowercase());
    let plain = small
        && matches!(
            word,
            "no" | "min" | "art" | "mar" | "sec" | "dec" | "fri" | "wed" | "sep" | "ret" | "fig" | "eng"
        );
    (!plain).then_some(LIST[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_fits_the_buffer() {
        assert!(LIST.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(LIST.iter().all(|(word, _)| word.len() <= 6));
        assert_eq!(abbreviation("Sept"), Some(Abbreviation::Counted));
        assert_eq!(abbreviation("no"), None);
        assert_eq!(abbreviation("Tokyo"), None);
    }
}
