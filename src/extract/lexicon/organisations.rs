//! Organisations and groupings by name, and the nouns that make such names.

use hashbrown::HashMap;

use serde::Deserialize;

use super::{Builder, Case, Category, Sources, titles::phrases};

/// Whether a body is made of states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BodyKind {
    /// Agency, company, party, armed group.
    #[default]
    Organisation,
    /// A grouping of states.
    Grouping,
    /// A party, chamber, agency or medium inside a state: no party to talks.
    National,
}

/// One organisation and its forms.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Long forms and abbreviations.
    #[serde(default)]
    pub forms: Vec<String>,
    /// What it is.
    #[serde(default)]
    pub kind: BodyKind,
    /// The state that it acts for.
    #[serde(default)]
    pub state: Option<String>,
    /// The larger body that it is an organ of.
    #[serde(default)]
    pub organ_of: Option<String>,
    /// Offices that are its own where the text names no other organisation with the like.
    #[serde(default)]
    pub offices: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    heads: String,
    organisation: Vec<Organisation>,
}

/// The rows that `Organisation` hits point to.
#[derive(Debug, Default)]
pub struct Organisations {
    /// All organisations.
    pub all: Vec<Organisation>,
}

impl Organisations {
    pub(super) fn load(sources: &Sources, builder: &mut Builder) -> Self {
        let mut all: Vec<Organisation> = Vec::new();
        let mut rows: HashMap<String, usize> = HashMap::new();
        for file in sources.parse::<File>("organisations.toml", builder) {
            for head in phrases(&file.heads) {
                builder.add(head, Category::OrganisationHead, 0, Case::Any);
            }
            for organisation in file.organisation {
                let row = *rows.entry(organisation.name.clone()).or_insert(all.len());
                for form in std::iter::once(&organisation.name).chain(&organisation.forms) {
                    let short = form.len() <= 6 && !form.contains(' ');
                    builder.add(
                        form,
                        Category::Organisation,
                        row,
                        if short { Case::Exact } else { Case::Capitalised },
                    );
                }
                if row == all.len() {
                    all.push(organisation);
                }
            }
        }
        Self { all }
    }
}
