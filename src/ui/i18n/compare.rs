//! Sentences that set several programmes beside each other.

use crate::engine::Verdict;
use crate::model::Lang;

/// `共 3 个项目：初步符合条件 1，需补充信息 2。`
pub fn sentence(verdicts: impl Iterator<Item = Option<Verdict>>, lang: Lang) -> String {
    let verdicts: Vec<Option<Verdict>> = verdicts.collect();
    let count = |wanted: Verdict| {
        let count = verdicts.iter().filter(|verdict| **verdict == Some(wanted)).count();
        let word = crate::draft::words::verdict(wanted, lang);
        (count > 0).then(|| match lang {
            Lang::Zh => format!("{word} {count}"),
            Lang::En => format!("{count}: {}", word.to_lowercase()),
        })
    };
    let judged: Vec<String> =
        [Verdict::Eligible, Verdict::Undetermined, Verdict::Ineligible].into_iter().filter_map(count).collect();
    let all = verdicts.len();
    match (judged.is_empty(), lang) {
        (true, Lang::Zh) => format!("共 {all} 个项目，逐项查看结论。"),
        (true, Lang::En) => format!("{all} programmes; see the result of each."),
        (false, Lang::Zh) => format!("共 {all} 个项目：{}。", judged.join("，")),
        (false, Lang::En) => format!("{all} programmes. {}.", judged.join("; ")),
    }
}

/// `符合 5 / 7`.
pub fn conditions(met: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("条件符合 {met} / {all}"),
        Lang::En => format!("{met} of {all} conditions met"),
    }
}

pub fn missing(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => lang.pick("已填全", "complete").to_owned(),
        (count, Lang::Zh) => format!("{count} 个问题"),
        (1, Lang::En) => "1 question".to_owned(),
        (count, Lang::En) => format!("{count} questions"),
    }
}
