//! The forms of English verbs, so that the data need list only one.
//!
//! Irregular verbs and the doubling of last letters are data; here stands only what follows from the spelling.

use hashbrown::{HashMap, HashSet};

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// give
    Base,
    /// gives
    Third,
    /// giving
    Gerund,
    /// gave
    Past,
    /// given; with regular verbs the same word as the past
    Participle,
}

/// Bends verbs by rule, unless the lists say otherwise.
#[derive(Debug, Default)]
pub(super) struct Inflection<'t> {
    irregular: HashMap<&'t str, (&'t str, &'t str)>,
    doubling: HashSet<&'t str>,
}

impl<'t> Inflection<'t> {
    /// From rows "base past participle" and bases that double their last letter.
    pub(super) fn new(
        irregular: impl Iterator<Item = &'t str>,
        doubling: impl Iterator<Item = &'t str>,
    ) -> Self {
        let mut words = HashMap::new();
        for row in irregular {
            let mut parts = row.split_whitespace();
            if let (Some(base), Some(past), Some(participle)) = (parts.next(), parts.next(), parts.next()) {
                words.insert(base, (past, participle));
            }
        }
        Self { irregular: words, doubling: doubling.collect() }
    }

    /// Every form of `phrase`, of which the first word bends.
    pub(super) fn forms(&self, phrase: &str) -> Vec<(VerbForm, String)> {
        let (verb, rest) = phrase.split_once(' ').map_or((phrase, ""), |(v, r)| (v, r));
        let whole = |word: &str| if rest.is_empty() { word.to_owned() } else { format!("{word} {rest}") };
        let (past, participle) = self.past(verb);
        vec![
            (VerbForm::Base, whole(verb)),
            (VerbForm::Third, whole(&third(verb))),
            (VerbForm::Gerund, whole(&self.gerund(verb))),
            (VerbForm::Past, whole(&past)),
            (VerbForm::Participle, whole(&participle)),
        ]
    }

    fn past(&self, verb: &str) -> (String, String) {
        if let Some(&(past, participle)) = self.irregular.get(verb) {
            return (past.to_owned(), participle.to_owned());
        }
        let past = match verb.strip_suffix('y') {
            _ if verb.ends_with('e') => format!("{verb}d"),
            Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
            _ => format!("{}ed", self.doubled(verb)),
        };
        (past.clone(), past)
    }

    fn gerund(&self, verb: &str) -> String {
        match verb.strip_suffix('e') {
            Some(_) if verb == "be" || verb.ends_with("ee") => format!("{verb}ing"),
            Some(stem) if stem.ends_with('i') => format!("{}ying", &stem[..stem.len() - 1]),
            Some(stem) => format!("{stem}ing"),
            None => format!("{}ing", self.doubled(verb)),
        }
    }

    fn doubled(&self, verb: &str) -> String {
        match verb.chars().last() {
            Some(last) if self.doubling.contains(verb) => format!("{verb}{last}"),
            _ => verb.to_owned(),
        }
    }
}

fn third(verb: &str) -> String {
    match verb {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ => third_or_plural(verb),
    }
}

/// The word with its -s: the third person of a verb, the plural of a noun.
pub(super) fn third_or_plural(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| word.ends_with(e)) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_bend_by_rule_and_by_list() {
        let inflection = Inflection::new(["build built built"].into_iter(), ["step"].into_iter());
        let told = |verb: &str| {
            let forms: Vec<String> = inflection.forms(verb).into_iter().map(|f| f.1).collect();
            forms.join(" / ")
        };
        assert_eq!(told("build"), "build / builds / building / built / built");
        assert_eq!(told("step up"), "step up / steps up / stepping up / stepped up / stepped up");
        assert_eq!(told("ratify"), "ratify / ratifies / ratifying / ratified / ratified");
        assert_eq!(told("deploy"), "deploy / deploys / deploying / deployed / deployed");
        assert_eq!(told("free"), "free / frees / freeing / freed / freed");
        assert_eq!(told("tie"), "tie / ties / tying / tied / tied");
    }
}
