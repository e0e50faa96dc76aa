//! Steps as sentences, in both languages.

use super::number;
use super::sum::Sums;
use super::value::{number_text, op_words, start_text, truth_word, value_text};
use crate::engine::explain::{Need, NextTier, Step};
use crate::model::{Amount, Lang, Quantity, Truth, Value};
use crate::pack::condition::Op;
use crate::pack::measure::Start;
use crate::pack::{Fact, Pack};

/// One step in words, without a full stop.
pub fn say(step: &Step, pack: &Pack, lang: Lang) -> String {
    say_in(Sums::Yuan, step, pack, lang)
}

/// The same, where amounts may be points.
pub fn say_in(sums: Sums, step: &Step, pack: &Pack, lang: Lang) -> String {
    let about = |id: &str| pack.fact(id);
    match step {
        Step::Fact { fact, value, needs, truth } => about(fact)
            .map(|fact| fact_against_need(fact, value.as_ref(), needs, *truth, pack, lang))
            .unwrap_or_default(),
        Step::PerUnit { fact, value, each, counted, amount } => {
            about(fact).map(|fact| per_unit(fact, value.as_ref(), *each, *counted, *amount, lang)).unwrap_or_default()
        }
        Step::Tier { fact, value, reached, next, amount } => about(fact)
            .map(|fact| tier(fact, value.as_ref(), *reached, next.as_ref(), (sums, *amount), lang))
            .unwrap_or_default(),
        Step::Choice { fact, value, amount } => about(fact)
            .map(|fact| {
                let stated = stated(fact, value.as_ref(), lang);
                let range = sums.range(*amount, lang);
                format!("{stated}{}{range}", lang.pick("，对应 ", ", which brings "))
            })
            .unwrap_or_default(),
        Step::All { truth } => together(lang.pick("各项均须符合", "all of these are needed"), *truth, lang),
        Step::Any { truth } => together(lang.pick("符合其一即可", "one of these is enough"), *truth, lang),
        Step::AtLeast { n, truth } => {
            let needed = match lang {
                Lang::Zh => format!("至少符合其中 {n} 项"),
                Lang::En => format!("at least {n} of these are needed"),
            };
            together(&needed, *truth, lang)
        }
        Step::Not { truth } => together(lang.pick("以下情形不得存在", "this must not be so"), *truth, lang),
        Step::Judged { truth } => together(
            lang.pick("未全部具备的由主管部门判断", "what falls short is for the authority to judge"),
            *truth,
            lang,
        ),
        Step::Numbers { number, op, times, of, .. } => number::against(number, *op, *times, of, pack, lang),
        Step::TierBy { number, reached, next, amount } => {
            number::tier(number, *reached, next.as_ref(), (sums, *amount), pack, lang)
        }
        Step::Points { track, group, points, from, .. } => {
            points_against(track, group.as_deref(), (*points, *from), pack, lang)
        }
        Step::UpTo { amount } => {
            let range = sums.range(*amount, lang);
            match lang {
                Lang::Zh => format!("视具体情形，{range}"),
                Lang::En => format!("{range}, depending on the particulars"),
            }
        }
        Step::Reading { reading, case } => reading_chosen(pack, reading, case, lang),
        Step::When { truth, amount } => {
            let range = sums.range(*amount, lang);
            let needed = lang.pick("以下条件符合时才计", "counts only where this holds");
            format!("{}{}{range}", together(needed, *truth, lang), lang.pick("，计 ", "; "))
        }
        Step::Fixed { amount } => lang.pick("计 ", "").to_owned() + &sums.range(*amount, lang),
        Step::Discretion { amount } => {
            let range = sums.range(*amount, lang);
            match lang {
                Lang::Zh => format!("{range}，由主管部门认定"),
                Lang::En => format!("{range}, as the authority decides"),
            }
        }
        Step::Sum { amount } => lang.pick("合计 ", "together ").to_owned() + &sums.range(*amount, lang),
        Step::LargerOf { amount } => {
            lang.pick("取其中较大者，", "the larger one: ").to_owned() + &sums.range(*amount, lang)
        }
        Step::Worked { number, amount } => number::worked_out(number, (sums, *amount), pack, lang),
        Step::InKind { .. } => lang.pick("不涉及金额", "brings no sum").to_owned(),
        Step::CappedBy { number, at, before, amount } => {
            number::ceiling(number, [*at, *before, *amount].map(|sum| sums.range(sum, lang)), pack, lang)
        }
        Step::Capped { at, before, amount } => {
            let (at, exceeds, amount) = (sums.one(*at, lang), before.low > *at, sums.range(*amount, lang));
            let before = sums.range(*before, lang);
            match (exceeds, lang) {
                (true, Lang::Zh) => format!("{before}，超过上限 {at}，按 {amount}计"),
                (true, Lang::En) => format!("{before} is above the ceiling of {at}, so {amount} counts"),
                (false, Lang::Zh) => format!("上限 {at}，按 {amount}计"),
                (false, Lang::En) => format!("the ceiling is {at}, so {amount} counts"),
            }
        }
    }
}

/// The points of a group of the score, or of all, and what they have to come to.
fn points_against(
    track: &str,
    group: Option<&str>,
    (points, from): (Amount, Quantity),
    pack: &Pack,
    lang: Lang,
) -> String {
    let score = pack.track(track).and_then(|track| track.track.score.as_ref());
    let group = score.into_iter().flat_map(|score| &score.groups).find(|one| Some(one.id.as_str()) == group);
    let what = group.map_or(lang.pick("总得分", "Points in all"), |group| group.title.get(lang));
    let (points, from) = (Sums::Points.range(points, lang), Sums::Points.one(from, lang));
    match lang {
        Lang::Zh => format!("{what} {points}，要求不低于 {from}"),
        Lang::En => format!("{what}: {points}; at least {from} needed"),
    }
}

/// What a group asks for, and whether it has it.
fn together(needed: &str, truth: Truth, lang: Lang) -> String {
    format!("{needed}{}{}", lang.pick("：", ": "), truth_word(truth, lang))
}

fn reading_chosen(pack: &Pack, reading: &str, case: &str, lang: Lang) -> String {
    let Some(reading) = pack.file.readings.iter().find(|one| one.id == reading) else { return String::new() };
    let case = reading.case_index(case).and_then(|index| reading.cases.get(index));
    let case = case.map(|case| case.label.get(lang)).unwrap_or_default();
    match lang {
        Lang::Zh => format!("{}按“{case}”理解", reading.question.zh),
        Lang::En => format!("{} Read as “{case}”", reading.question.en),
    }
}

/// `label：value`, or that it has not been answered.
fn stated(fact: &Fact, value: Option<&Value>, lang: Lang) -> String {
    let label = fact.label.get(lang);
    match (value, lang) {
        (None, Lang::Zh) => format!("{label}尚未填写"),
        (None, Lang::En) => format!("{label}: not answered yet"),
        (Some(Value::Number(_)), Lang::Zh) => {
            format!("{label} {}", value.map(|value| value_text(fact, value, lang)).unwrap_or_default())
        }
        (Some(value), _) => format!("{label}{}{}", lang.pick("：", ": "), value_text(fact, value, lang)),
    }
}

fn fact_against_need(
    fact: &Fact,
    value: Option<&Value>,
    needs: &Need,
    truth: Truth,
    pack: &Pack,
    lang: Lang,
) -> String {
    if truth == Truth::NotApplicable {
        return format!("{}{}", fact.label.get(lang), lang.pick("：不适用", ": does not apply"));
    }
    let stated = stated(fact, value, lang);
    let requirement = match needs {
        Need::Yes | Need::Given => return stated,
        Need::Compare { op, threshold } => {
            let threshold = number_text(fact, *threshold, lang);
            format!("{} {threshold}", op_words(*op, lang))
        }
        Need::CompareFacts { op, times, of, threshold } => {
            let of = pack.fact(of).map(|of| of.label.get(lang)).unwrap_or_default();
            relation(*op, *times, of, threshold.map(|threshold| number_text(fact, threshold, lang)), lang)
        }
        Need::OneOf { .. } if truth == Truth::Met => return stated,
        Need::OneOf { .. } if truth == Truth::Judged && value.is_some() => {
            return stated + lang.pick("，是否符合由主管部门判断", "; the authority decides whether this will do");
        }
        Need::OneOf { options, .. } => {
            let several = options.len() > 1;
            let labels = labels(fact, options, lang);
            match (several, lang) {
                (true, Lang::Zh) => format!("为{labels}之一"),
                (true, Lang::En) => format!("one of {labels}"),
                (false, Lang::Zh) => format!("为{labels}"),
                (false, Lang::En) => labels,
            }
        }
        Need::Includes { options, at_least } => return coverage(fact, value, options, *at_least, lang),
    };
    match lang {
        Lang::Zh => format!("{stated}，要求{requirement}"),
        Lang::En => format!("{stated}; needed: {requirement}"),
    }
}

/// What one number has to be against another, and what that comes to where it is known.
fn relation(op: Op, times: Quantity, of: &str, threshold: Option<String>, lang: Lang) -> String {
    let op = op_words(op, lang);
    let share = times < Quantity::whole(1);
    let percent = times.times(Quantity::whole(100)).grouped();
    let of = match (times == Quantity::whole(1), lang) {
        (true, _) => of.to_owned(),
        (false, Lang::Zh) if share => format!("{of}的 {percent}%"),
        (false, Lang::En) if share => format!("{percent}% of “{of}”"),
        (false, Lang::Zh) => format!("{of}的 {} 倍", times.grouped()),
        (false, Lang::En) => format!("{} times “{of}”", times.grouped()),
    };
    match (threshold, lang) {
        (Some(threshold), Lang::Zh) => format!("{op}{of}，即 {threshold}"),
        (None, Lang::Zh) => format!("{op}{of}（尚未填写）"),
        (Some(threshold), Lang::En) => format!("{op} {of}, which is {threshold}"),
        (None, Lang::En) => format!("{op} {of}, not answered yet"),
    }
}

fn coverage(fact: &Fact, value: Option<&Value>, options: &[String], at_least: Option<usize>, lang: Lang) -> String {
    let label = fact.label.get(lang);
    let needed = options.len();
    if let ([only], Some(Value::Set(held))) = (options, value) {
        let option = labels(fact, options, lang);
        return match (held.contains(only), lang) {
            (true, Lang::Zh) => format!("{label}：有{option}"),
            (true, Lang::En) => format!("{label}: includes {option}"),
            (false, Lang::Zh) => format!("{label}：没有{option}"),
            (false, Lang::En) => format!("{label}: does not include {option}"),
        };
    }
    if let Some(n) = at_least {
        let held = match value {
            Some(Value::Set(held)) => options.iter().filter(|option| held.contains(*option)).count(),
            _ => {
                return match lang {
                    Lang::Zh => format!("{label}尚未填写，要求 {needed} 项中至少 {n} 项"),
                    Lang::En => format!("{label}: not answered yet; at least {n} of {needed} needed"),
                };
            }
        };
        return match lang {
            Lang::Zh => format!("{label}：已有 {held} 项，要求至少 {n} 项"),
            Lang::En => format!("{label}: {held} of {needed}; at least {n} needed"),
        };
    }
    let Some(Value::Set(held)) = value else {
        return match lang {
            Lang::Zh => format!("{label}尚未填写，要求 {needed} 项齐备"),
            Lang::En => format!("{label}: not answered yet; all {needed} are needed"),
        };
    };
    let lacking: Vec<String> = options.iter().filter(|option| !held.contains(*option)).cloned().collect();
    let have = needed - lacking.len();
    match (lacking.is_empty(), lang) {
        (true, Lang::Zh) => format!("{label}：{needed} 项齐备"),
        (true, Lang::En) => format!("{label}: all {needed}"),
        (false, Lang::Zh) => format!("{label}：已有 {have} 项，共需 {needed} 项，尚缺{}", labels(fact, &lacking, lang)),
        (false, Lang::En) => format!("{label}: {have} of {needed}; still lacking {}", labels(fact, &lacking, lang)),
    }
}

fn labels(fact: &Fact, options: &[String], lang: Lang) -> String {
    let labels: Vec<&str> =
        options.iter().filter_map(|id| fact.option(id)).map(|option| option.label.get(lang)).collect();
    lang.list(&labels)
}

fn per_unit(
    fact: &Fact,
    value: Option<&Value>,
    each: Quantity,
    counted: Option<Quantity>,
    amount: Amount,
    lang: Lang,
) -> String {
    let (stated, each) = (stated(fact, value, lang), lang.money(each));
    if value.is_none() {
        let unit = fact.unit.as_ref().map(|unit| unit.many(lang)).unwrap_or_default();
        return match lang {
            Lang::Zh => format!("{stated}，每{unit} {each}"),
            Lang::En => format!("{stated}; {each} each"),
        };
    }
    let result = lang.range(amount);
    match (counted.map(|units| lang.measured(units, fact.unit.as_ref())), lang) {
        (None, _) => format!("{stated} × {each} = {result}"),
        (Some(counted), Lang::Zh) => format!("{stated}，只计 {counted} × {each} = {result}"),
        (Some(counted), Lang::En) => format!("{stated}, of which {counted} counts × {each} = {result}"),
    }
}

fn tier(
    fact: &Fact,
    value: Option<&Value>,
    reached: Option<Start>,
    next: Option<&NextTier>,
    (sums, amount): (Sums, Amount),
    lang: Lang,
) -> String {
    let stated = stated(fact, value, lang);
    if value.is_none() {
        let range = sums.range(amount, lang);
        return format!("{stated}{}{range}", lang.pick("，按档计 ", "; by tier "));
    }
    let start = |start: Start| start_text(fact, start, lang);
    let here = match (reached.map(start), lang) {
        (Some(start), Lang::Zh) => format!("{stated}，已{start}，对应 {}", sums.range(amount, lang)),
        (Some(start), Lang::En) => format!("{stated}, which is {start}: {}", sums.range(amount, lang)),
        (None, Lang::Zh) => format!("{stated}，未到最低一档"),
        (None, Lang::En) => format!("{stated}, below the lowest tier"),
    };
    let Some(next) = next else { return here };
    let (then, start) = (sums.one(next.amount, lang), start(next.starts));
    match (next.more.map(|more| lang.measured(more, fact.unit.as_ref())), lang) {
        (Some(more), Lang::Zh) => format!("{here}；再有 {more}即{start}，对应 {then}"),
        (Some(more), Lang::En) => format!("{here}; another {more} would make it {start}: {then}"),
        (None, Lang::Zh) => format!("{here}；{start}时对应 {then}"),
        (None, Lang::En) => format!("{here}; {start}: {then}"),
    }
}
