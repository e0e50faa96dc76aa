//! Sentences on the page of the conclusion.

use crate::draft::words::unread;
use crate::model::{Date, Lang};
use crate::report::MissingFact;
use crate::ui::filing::Filing;

/// Open facts as a list, with what was typed for them and is no answer.
pub fn open_facts(facts: &[MissingFact], filing: &Filing, lang: Lang) -> String {
    let named = |fact: &MissingFact| match (filing.unread(&fact.id).map(|text| unread(text, lang)), lang) {
        (None, _) => fact.label.clone(),
        (Some(unread), Lang::Zh) => format!("{}（{unread}）", fact.label),
        (Some(unread), Lang::En) => format!("{} ({unread})", fact.label),
    };
    lang.list(&facts.iter().map(named).collect::<Vec<_>>())
}

/// What it would take to pass, or to come to a grade.
pub fn how_to_reach(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("怎样达到“{name}”"),
        Lang::En => format!("What it would take: {name}"),
    }
}

/// How many more there are behind a fold.
pub fn others(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其他做法（{count} 种）"),
        Lang::En => format!("Other ways ({count})"),
    }
}

/// The rest of a list, folded away.
pub fn the_rest(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其余 {count} 项"),
        Lang::En => format!("{count} more"),
    }
}

/// Readings of which none moves the result.
pub fn no_reading_matters(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("原文有 {count} 处可以有不同读法，都不影响本次结果。"),
        Lang::En if count == 1 => {
            "One passage can be read in more than one way; this result does not depend on it.".to_owned()
        }
        Lang::En => {
            format!("{count} passages can be read in more than one way; this result does not depend on any of them.")
        }
    }
}

/// The day a step is due; one that lies before the day of assessment is said to be past.
pub fn due(day: Date, as_of: Date, lang: Lang) -> String {
    let date = day.in_prose(lang);
    match (day < as_of, lang) {
        (false, _) => date,
        (true, Lang::Zh) => format!("{date}（测算日前已过）"),
        (true, Lang::En) => format!("{date} (past on the day of assessment)"),
    }
}

/// The days on which it comes again.
pub fn again(days: &[Date], lang: Lang) -> String {
    let days = lang.list(&days.iter().map(|day| day.in_prose(lang)).collect::<Vec<_>>());
    match lang {
        Lang::Zh => format!("以后：{days}"),
        Lang::En => format!("Then {days}"),
    }
}

/// Sentences one after the other.
pub fn sentences(sentences: &[String], lang: Lang) -> String {
    sentences.join(lang.pick("", " "))
}

/// What to answer so that days can be reckoned.
pub fn reckoned_with(fact: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("填写“{fact}”后，可以推算以后各步的日期。"),
        Lang::En => format!("With “{fact}” the days of later steps can be counted."),
    }
}

/// A link leads to a programme that is not here.
pub fn no_pack(programme: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("这里没有“{programme}”的政策包，不能接着填报。"),
        Lang::En => format!("There is no policy pack of `{programme}` here, so it cannot be gone on with."),
    }
}

/// What is still open, before the first page of questions is opened.
pub fn begin_with(topic: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("从“{topic}”开始填写"),
        Lang::En => format!("Begin with “{topic}”"),
    }
}

/// What is good and needs no more than a line.
pub fn met_conditions(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已符合 {count} 项"),
        Lang::En => format!("{count} preliminarily met"),
    }
}

/// Measures that bring nothing while nothing stands in their way.
pub fn idle_measures(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 项本项暂无"),
        Lang::En => format!("{count} more with nothing here"),
    }
}

/// `5 项`: how long a list is that is folded away.
pub fn items(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 项"),
        Lang::En => count.to_string(),
    }
}

/// The case of a reading that is taken unless somebody chooses another.
pub fn default_case(label: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{label}（默认）"),
        Lang::En => format!("{label} (default)"),
    }
}

/// The measures that are taken, and what they come to.
pub fn measures_taken(titles: &str, total: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("计入{titles}，合计 {total}。"),
        Lang::En => format!("What counts: {titles}. Total: {total}."),
    }
}
