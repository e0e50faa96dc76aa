//! A citation, as every face writes it.

use crate::model::Lang;
use crate::pack::Pack;

/// The clause something rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// As the pack cites it: `第五条（三）`.
    pub cite: String,
    /// In the language of the report: `第五条（三）`, `Art. 5(3)`.
    pub label: String,
}

impl Clause {
    pub fn of(pack: &Pack, cite: &str, lang: Lang) -> Self {
        let label = pack.clause(cite).map_or(cite, |clause| clause.label(lang));
        Self { cite: cite.to_owned(), label: label.to_owned() }
    }
}
