//! Where a result leads: a track of another programme, and what has to be so before.

use super::{Clause, Mark};
use crate::engine::Case;
use crate::engine::links::{self, LinkFinding};
use crate::model::{Lang, Truth};
use crate::pack::Link;
use crate::pack::link::Carried;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    pub id: String,
    pub programme: String,
    pub track: String,
    pub mark: Mark,
    /// Whether what has to be so before is so, in a word.
    pub word: &'static str,
    /// Why it leads there.
    pub text: String,
    /// What to know before going there.
    pub note: Option<String>,
    /// What follows for the other programme; nothing while it is not so.
    pub carries: Vec<Carried>,
    pub clause: Clause,
}

impl LinkRow {
    /// Every way on, in the order of the pack.
    pub fn all(case: &Case<'_>, lang: Lang) -> Vec<Self> {
        let row = |(link, finding): (&Link, LinkFinding)| Self {
            mark: finding.truth.into(),
            word: word(finding.truth, lang),
            text: link.text.get(lang).to_owned(),
            note: link.note.as_ref().map(|note| note.get(lang).to_owned()),
            carries: if finding.truth == Truth::Met { link.carries.clone() } else { Vec::new() },
            clause: Clause::of(case.pack(), &link.cite, lang),
            id: finding.id,
            programme: finding.programme,
            track: finding.track,
        };
        case.track.track.leads_to.iter().zip(links::findings(case)).map(row).collect()
    }
}

const fn word(truth: Truth, lang: Lang) -> &'static str {
    match truth {
        Truth::Met => lang.pick("已到这一步", "reached"),
        Truth::NotMet | Truth::NotApplicable => lang.pick("还没有到这一步", "not reached yet"),
        Truth::Unknown | Truth::Judged => lang.pick("待定", "open"),
    }
}
