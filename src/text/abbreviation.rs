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

/// Whether `words` end in an initial or a form of address, so that the stop after it ends nothing: `Minister S.`, `Dr.`
///
/// ```
/// assert!(attache::text::wants_name("He met Prime Minister H.D."));
/// assert!(!attache::text::wants_name("He came home at 5 p.m."));
/// ```
pub fn wants_name(words: &str) -> bool {
    let Some(word) = words.rsplit(char::is_whitespace).next().and_then(|w| w.strip_suffix('.')) else {
        return false;
    };
    let initial = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_uppercase());
    let known = matches!(word, "U.S" | "U.N" | "U.K" | "E.U" | "D.C" | "I");
    !known && word.split('.').all(initial) || abbreviation(word, false) == Some(Abbreviation::Title)
}

/// In lower case, sorted, without the stop.
const LIST: &[(&str, Abbreviation)] = {
    use Abbreviation::{Closing, Counted, Title};
    &[
        ("abp", Title),
        ("adm", Title),
        ("al", Closing),
        ("amb", Title),
        ("ambs", Title),
        ("approx", Counted),
        ("apr", Counted),
        ("art", Counted),
        ("arts", Counted),
        ("assn", Closing),
        ("assoc", Title),
        ("asst", Title),
        ("atty", Title),
        ("aug", Counted),
        ("ave", Closing),
        ("bp", Title),
        ("brig", Title),
        ("bros", Closing),
        ("ca", Counted),
        ("capt", Title),
        ("cdr", Title),
        ("cf", Title),
        ("ch", Counted),
        ("cl", Counted),
        ("cllr", Title),
        ("cmdr", Title),
        ("cmdt", Title),
        ("co", Closing),
        ("col", Title),
        ("comdr", Title),
        ("corp", Closing),
        ("cpl", Title),
        ("dec", Counted),
        ("dep", Title),
        ("dept", Title),
        ("dist", Closing),
        ("dr", Title),
        ("drs", Title),
        ("eng", Title),
        ("engr", Title),
        ("esq", Closing),
        ("est", Closing),
        ("etc", Closing),
        ("ext", Counted),
        ("feb", Counted),
        ("fig", Counted),
        ("figs", Counted),
        ("flt", Title),
        ("fr", Title),
        ("fri", Counted),
        ("ft", Title),
        ("gen", Title),
        ("gens", Title),
        ("gov", Title),
        ("govt", Closing),
        ("hon", Title),
        ("hons", Title),
        ("hosp", Closing),
        ("inc", Closing),
        ("insp", Title),
        ("intl", Closing),
        ("jan", Counted),
        ("jr", Closing),
        ("jul", Counted),
        ("jun", Counted),
        ("kum", Title),
        ("lieut", Title),
        ("lt", Title),
        ("ltd", Closing),
        ("ma", Closing),
        ("maj", Title),
        ("mar", Counted),
        ("md", Closing),
        ("mdm", Title),
        ("messrs", Title),
        ("mgr", Title),
        ("min", Title),
        ("mme", Title),
        ("mohd", Closing),
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
        ("paras", Counted),
        ("pfc", Title),
        ("pp", Counted),
        ("pres", Title),
        ("prof", Title),
        ("profs", Title),
        ("pt", Title),
        ("pvt", Title),
        ("radm", Title),
        ("rep", Title),
        ("reps", Title),
        ("ret", Closing),
        ("retd", Closing),
        ("rev", Title),
        ("rs", Counted),
        ("rt", Title),
        ("sec", Title),
        ("sen", Title),
        ("sens", Title),
        ("sep", Counted),
        ("sept", Counted),
        ("sgt", Title),
        ("sgts", Title),
        ("shri", Title),
        ("smt", Title),
        ("spc", Title),
        ("sqn", Title),
        ("sr", Closing),
        ("st", Title),
        ("sta", Closing),
        ("sto", Closing),
        ("supt", Title),
        ("tel", Counted),
        ("thu", Counted),
        ("thur", Counted),
        ("thurs", Counted),
        ("tue", Counted),
        ("tues", Counted),
        ("univ", Closing),
        ("vadm", Title),
        ("viz", Title),
        ("vol", Counted),
        ("vols", Counted),
        ("vs", Title),
        ("wed", Counted),
        ("wg", Title),
    ]
};

/// What `word`, without its stop, abbreviates; `None` when it is no abbreviation. `number` says that a number follows:
/// "no. 5" is an abbreviation where "no." is a word.
pub(super) fn abbreviation(word: &str, number: bool) -> Option<Abbreviation> {
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
            "no" | "rs"
                | "min"
                | "art"
                | "mar"
                | "sec"
                | "dec"
                | "fri"
                | "wed"
                | "sep"
                | "ret"
                | "fig"
                | "eng"
                | "al"
                | "arts"
                | "figs"
                | "ch"
                | "del"
                | "tue"
                | "thu"
                | "pt"
                | "rep"
                | "reps"
                | "gov"
                | "hon"
                | "pres"
                | "est"
                | "ext"
                | "jan"
                | "jun"
                | "ave"
                | "maj"
        );
    let kind = LIST[at].1;
    (!plain || (number && kind == Abbreviation::Counted)).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_fits_the_buffer() {
        assert!(LIST.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(LIST.iter().all(|(word, _)| word.len() <= 6));
        assert_eq!(abbreviation("Sept", false), Some(Abbreviation::Counted));
        assert_eq!(abbreviation("no", false), None);
        assert_eq!(abbreviation("no", true), Some(Abbreviation::Counted));
        assert_eq!(abbreviation("Tokyo", false), None);
    }
}
