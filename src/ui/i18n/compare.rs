//! Sentences that set several programmes beside each other.

use crate::model::Lang;
use crate::report::{Head, Mark};

/// `共 3 个项目：初步符合条件 1，需补充信息 2。`
pub fn sentence(heads: &[&Head], lang: Lang) -> String {
    let count = |mark: Mark| {
        let mut of = heads.iter().filter_map(|head| head.verdict).filter(|verdict| verdict.mark == mark);
        let word = of.next()?.word;
        let count = 1 + of.count();
        Some(match lang {
            Lang::Zh => format!("{word} {count}"),
            Lang::En => format!("{count}: {}", word.to_ascii_lowercase()),
        })
    };
    let judged = [Mark::Met, Mark::Judged, Mark::Unknown, Mark::NotMet].into_iter().filter_map(count);
    let judged: Vec<String> = judged.collect();
    let all = heads.len();
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
