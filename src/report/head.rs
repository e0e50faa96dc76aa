//! The result in a sentence: the verdict and the sum, as of when, and whether the document holds.

use super::standing::{StandingWords, document};
use super::tally::{self, Tally};
use super::{Mark, Total, stand, sum};
use crate::engine::{Case, Standing, Summary, Verdict};
use crate::model::{AsOf, Lang};

/// What stands above everything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub programme: String,
    pub track: String,
    pub document: String,
    pub as_of: AsOf,
    /// The day in prose.
    pub day: String,
    /// `None` on a track without conditions.
    pub verdict: Option<VerdictWords>,
    /// `None` on a track without measures.
    pub total: Option<Total>,
    /// How many conditions there are, and how many of them are met.
    pub conditions: usize,
    pub met: usize,
    /// How the indicators stand.
    pub tally: Vec<Tally>,
    /// The sentence in the parts between which a line may break; each ends with its mark.
    pub parts: Vec<String>,
    pub standing: StandingWords,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictWords {
    pub mark: Mark,
    pub word: &'static str,
}

impl Head {
    pub fn of(case: &Case<'_>, as_of: AsOf, lang: Lang) -> Self {
        let (file, summary) = (&case.pack().file, Summary::of(case));
        let word = |one: Verdict| match one {
            Verdict::Ineligible if summary.support_remains => lang
                .pick("部分条件尚不符合，仍有支持可享受", "Some conditions are not met yet, and some support remains"),
            other => verdict_word(other, lang),
        };
        let verdict = summary.verdict.map(|one| VerdictWords { mark: one.into(), word: word(one) });
        let total = summary.total.map(|total| Total::of(total, lang));
        let tally = tally::tally(stand::stands(case, lang));
        Self {
            programme: file.title.get(lang).to_owned(),
            track: case.track.track.title.get(lang).to_owned(),
            document: document(&file.document, lang),
            as_of,
            day: as_of.in_prose(lang),
            conditions: case.track.rules.conditions.len(),
            met: summary.met,
            parts: parts(verdict, total.as_ref(), &tally, lang),
            verdict,
            total,
            tally,
            standing: StandingWords::of(Standing::of(&file.standing, as_of), &file.standing, lang),
        }
    }

    /// The result as one sentence.
    pub fn headline(&self) -> String {
        self.parts.concat()
    }

    /// The class of the verdict; `plain` where there is nothing to judge.
    pub fn class(&self) -> &'static str {
        self.verdict.map_or("plain", |verdict| verdict.mark.class())
    }

    /// The track knows neither verdict nor sum: its indicators are all there is.
    pub const fn is_self_evaluation(&self) -> bool {
        self.verdict.is_none() && self.total.is_none()
    }
}

/// A verdict in a few words.
pub const fn verdict_word(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Eligible => lang.pick("初步符合条件", "Preliminarily meets the conditions"),
        Verdict::Ineligible => lang.pick("尚不符合条件", "Does not meet the conditions yet"),
        Verdict::Undetermined => lang.pick("需补充信息", "Needs more information"),
        Verdict::Judged => lang.pick("部分条件由主管部门判断", "Some conditions are for the authority to judge"),
    }
}

fn parts(verdict: Option<VerdictWords>, total: Option<&Total>, tally: &[Tally], lang: Lang) -> Vec<String> {
    let sum = total.and_then(|total| sum::headline(total.amount, lang));
    match (verdict, sum) {
        (Some(verdict), Some(sum)) => vec![format!("{}{}", verdict.word, lang.pick("，", ": ")), sum],
        (Some(verdict), None) => vec![verdict.word.to_owned()],
        (None, Some(sum)) => vec![sum],
        (None, None) => {
            let sentence = tally::sentence(tally, lang);
            sentence.split_inclusive(lang.pick("，", ", ")).map(ToOwned::to_owned).collect()
        }
    }
}
