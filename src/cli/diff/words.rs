//! A change in words: what it is about, which side of it, and what stood and stands there.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::changes::{Change, is_text};
use crate::model::{Amount, Lang, Quantity};
use crate::pack::Pack;
use crate::pack::check::condition_in_words;
use crate::pack::measure::{AmountRule, Limit};
use crate::report::{Sums, applicant, form, number_text, op_words};

/// What a change is to whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Fact,
    Condition,
    Threshold,
    Amount,
    Ceiling,
    Reading,
    Date,
    Text,
    /// Of the programme, a track or a measure in general.
    Rule,
}

/// The part of a pack that a change is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The list of the pack that it is an element of.
    pub part: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<String>,
    pub title: String,
    /// How many steps of the path lead to it.
    #[serde(skip)]
    depth: usize,
}

/// The parts of a pack and what one of each is called.
const PARTS: [(&str, [&str; 2]); 29] = [
    ("document", ["文件", "Document"]),
    ("standing", ["文件效力", "Standing"]),
    ("clauses", ["条款", "Clause"]),
    ("terms", ["名词", "Term"]),
    ("scales", ["选项表", "Scale"]),
    ("facts", ["填报项", "Fact"]),
    ("readings", ["理解方式", "Reading"]),
    ("parameters", ["参数", "Parameter"]),
    ("departments", ["责任单位", "Department"]),
    ("tracks", ["类别", "Track"]),
    ("topics", ["分组", "Topic"]),
    ("rounds", ["批次", "Round"]),
    ("conditions", ["条件", "Condition"]),
    ("priorities", ["优先条件", "Priority"]),
    ("indicators", ["指标", "Indicator"]),
    ("groups", ["评分组", "Group of the score"]),
    ("items", ["计分项", "Item of the score"]),
    ("deductions", ["扣分项", "Deduction"]),
    ("vetoes", ["一票否决", "Veto"]),
    ("direct", ["直接合格", "Direct way"]),
    ("grades", ["等级", "Grade"]),
    ("checks", ["核对", "Check"]),
    ("gates", ["支持条件", "Gate"]),
    ("measures", ["支持事项", "Measure"]),
    ("consequences", ["认定结果", "Consequence"]),
    ("narratives", ["说明", "Statement"]),
    ("materials", ["材料", "Material"]),
    ("procedure", ["步骤", "Step"]),
    ("leads_to", ["衔接", "Link"]),
];

/// What the sides of a part are called that an officer looks at first; any other goes by its key.
const SIDES: [(&str, [&str; 2]); 31] = [
    ("title", ["名称", "title"]),
    ("label", ["名称", "label"]),
    ("question", ["问法", "question"]),
    ("help", ["提示", "help"]),
    ("says", ["内容", "content"]),
    ("note", ["说明", "note"]),
    ("options", ["选项", "options"]),
    ("min", ["下限", "least"]),
    ("max", ["上限", "most"]),
    ("asked_when", ["提问条件", "asked when"]),
    ("needs", ["要求", "requirement"]),
    ("when", ["前提", "when"]),
    ("requires", ["所需条件", "required conditions"]),
    ("points", ["分值", "points"]),
    ("pass", ["合格分", "points that pass"]),
    ("most", ["最多得分", "most points"]),
    ("at_least", ["最低得分", "least points"]),
    ("from", ["起点", "start"]),
    ("amount", ["金额", "amount"]),
    ("limit", ["金额性质", "ceiling or sum"]),
    ("form", ["形式", "form"]),
    ("ceilings", ["合计上限", "ceiling over several"]),
    ("cumulation", ["合并规则", "cumulation"]),
    ("cases", ["各种理解", "cases"]),
    ("procedure", ["步骤", "steps"]),
    ("measured", ["目标", "goal"]),
    ("in_force", ["施行日期", "in force"]),
    ("trial_until", ["试用期至", "trial until"]),
    ("period_until", ["实施期至", "period until"]),
    ("superseded_on", ["被替代日期", "superseded on"]),
    ("due", ["期限", "due"]),
];

impl Change {
    pub fn what(&self) -> What {
        let has = |keys: &[&str]| self.path.iter().any(|step| keys.contains(&step.as_str()));
        let texts = [&self.before, &self.after].into_iter().flatten().all(is_text);
        match () {
            () if texts => What::Text,
            () if has(&["readings"]) => What::Reading,
            () if has(&["ceilings", "capped"]) && has(&["at"]) => What::Ceiling,
            () if has(&["starts", "value", "at_least", "n", "pass", "grades"]) && !has(&["parameters"]) => {
                What::Threshold
            }
            () if has(&["amount", "points"]) => What::Amount,
            () if has(&["standing", "issued", "due", "opens", "closes", "by"]) => What::Date,
            () if has(&["conditions", "priorities", "gates", "when"]) => What::Condition,
            () if has(&["facts"]) => What::Fact,
            () => What::Rule,
        }
    }

    /// The innermost part of the pack around the place; `tree` is the version that has it.
    pub fn subject(&self, tree: &Value, lang: Lang) -> Subject {
        let steps: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let part = |list: &str, id: &str, depth| (list.to_owned(), Some(id.to_owned()), depth);
        let (name, id, depth) = match steps.as_slice() {
            ["tracks", _, "score", "groups", _, list @ "items", id, ..] => part(list, id, 7),
            ["tracks", _, "score", list @ ("groups" | "deductions" | "vetoes" | "direct" | "grades"), id, ..]
            | ["tracks", _, "support", list @ ("measures" | "gates"), id, ..] => part(list, id, 5),
            ["tracks", _, list, id, ..] if PARTS.iter().any(|(known, _)| known == list) => part(list, id, 4),
            ["tracks", id, "score" | "support", _, ..] => part("tracks", id, 3),
            [list, id, ..] if tree.get(*list).is_some_and(Value::is_array) => part(list, id, 2),
            [list, ..] if PARTS.iter().any(|(known, _)| known == list) => ((*list).to_owned(), None, 1),
            _ => ("programme".to_owned(), None, 0),
        };
        let own = steps.get(..depth).and_then(|steps| find(tree, steps));
        let title =
            own.and_then(|own| ["title", "label", "question", "word", "cite"].iter().find_map(|key| own.get(*key)));
        let title = title.map(|title| in_words(title, lang)).filter(|_| id.is_some());
        let track = match steps.as_slice() {
            ["tracks", track, _, ..] if name != "tracks" => Some((*track).to_owned()),
            _ => None,
        };
        Subject { part: name, title: title.or(id.clone()).unwrap_or_default(), id, track, depth }
    }

    /// The side of the subject that changes; nothing where the whole of it comes or goes.
    pub fn side(&self, subject: &Subject, lang: Lang) -> Option<String> {
        let steps = self.path.get(subject.depth..)?;
        if self.reordered {
            let [zh, en] = self.path.last().and_then(|list| side(list))?;
            return Some(match lang {
                Lang::Zh => format!("{zh}的顺序"),
                Lang::En => format!("order of {en}"),
            });
        }
        let first = steps.first()?;
        let outer =
            steps.iter().find(|step| *step == "ceilings").or_else(|| steps.iter().find(|step| side(step).is_some()));
        let named = outer.and_then(|step| side(step)).map(|[zh, en]| lang.pick(zh, en).to_owned());
        let case = steps.iter().skip_while(|step| *step != "cases").nth(1).filter(|_| first != "cases");
        let case = case.map(|case| format!(" `{case}`")).unwrap_or_default();
        Some(format!("{}{case}", named.unwrap_or_else(|| format!("`{first}`"))))
    }

    /// What stood and what stands in another order, each in words.
    pub fn labels(&self, trees: [&Value; 2], lang: Lang) -> [Vec<String>; 2] {
        let [before, after] = [&self.before, &self.after].map(|ids| ids.as_ref().and_then(Value::as_array));
        let steps: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let label = |tree: &Value, id: &str| {
            let one = find(tree, &[&steps, [id].as_slice()].concat())?;
            ["label", "title"].iter().find_map(|key| one.get(*key)).map(|words| in_words(words, lang))
        };
        let labels = |ids: Option<&Vec<Value>>, tree: &Value| {
            let ids = ids.into_iter().flatten().filter_map(Value::as_str);
            ids.map(|id| label(tree, id).unwrap_or_else(|| id.to_owned())).collect()
        };
        let [old, new] = trees;
        [labels(before, old), labels(after, new)]
    }

    /// What stood and what stands there.
    pub fn values(&self, packs: [&Pack; 2], lang: Lang) -> [Option<String>; 2] {
        let [before, after] = [&self.before, &self.after].map(Option::as_ref);
        // Words that are the same in this language are different in the other.
        let is_same =
            before.zip(after).is_some_and(|(old, new)| is_text(old) && in_words(old, lang) == in_words(new, lang));
        let lang = if is_same { lang.other() } else { lang };
        let values = [before, after].into_iter().zip(packs);
        let mut said = values.map(|(value, pack)| value.map(|value| self.value(value, pack, lang)));
        [said.next().flatten(), said.next().flatten()]
    }

    fn value(&self, value: &Value, pack: &Pack, lang: Lang) -> String {
        const SUMS: [&str; 8] = ["fixed", "low", "high", "each", "amount", "at", "number", "then"];
        let quantity = serde_json::from_value::<Quantity>(value.clone()).ok().filter(|_| value.is_number());
        let last = self.path.last().map(String::as_str).unwrap_or_default();
        let has = |steps: &[&str]| self.path.iter().any(|step| steps.contains(&step.as_str()));
        let is_sum = has(&["amount", "points", "ceilings"]) && SUMS.contains(&last);
        let is_mark = match self.path.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["tracks", _, "score", "pass"]
            | ["tracks", _, "score", "groups", _, "most" | "at_least"]
            | ["tracks", _, "score", "grades", _, "from"] => true,
            ["tracks", _, "score", ..] => is_sum,
            _ => false,
        };
        match (quantity, self.fact.as_deref().and_then(|fact| pack.fact(fact))) {
            (Some(points), _) if is_mark => Sums::Points.one(points, lang),
            (Some(yuan), _) if is_sum => Sums::Yuan.one(yuan, lang),
            (Some(number), Some(fact)) if ["value", "over", "from", "min", "max"].contains(&last) => {
                number_text(fact, number, lang)
            }
            _ => {
                let rule = word(last, value, lang).or_else(|| in_sums(value, lang).filter(|_| has(&["amount"])));
                rule.unwrap_or_else(|| in_words(value, lang))
            }
        }
    }
}

impl Subject {
    /// With the kind of part it is.
    pub fn named(&self, lang: Lang) -> String {
        let kind = PARTS.iter().find(|(part, _)| *part == self.part).map(|(_, [zh, en])| lang.pick(*zh, *en));
        let kind = kind.unwrap_or(lang.pick("政策事项", "Programme"));
        match (self.id.is_some(), lang) {
            (false, _) => kind.to_owned(),
            (true, Lang::Zh) => format!("{kind}“{}”", self.title),
            (true, Lang::En) => format!("{kind} “{}”", self.title),
        }
    }
}

fn side(step: &str) -> Option<[&'static str; 2]> {
    SIDES.iter().find(|(key, _)| *key == step).map(|(_, words)| *words)
}

/// A word of the pack language that says how much, to whom or in what form, as a report has it.
fn word(key: &str, value: &Value, lang: Lang) -> Option<String> {
    fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
        serde_json::from_value(value.clone()).ok()
    }
    let word = match key {
        "op" => op_words(read(value)?, lang),
        "form" => form(read(value)?, lang),
        "applicant" => applicant(read(value)?, lang),
        "limit" => match read(value)? {
            Limit::AtMost => lang.pick("上限", "a ceiling"),
            Limit::Exact => lang.pick("定额", "the sum itself"),
        },
        _ => return None,
    };
    Some(word.to_owned())
}

/// An amount that is a plain sum or a range of sums.
fn in_sums(value: &Value, lang: Lang) -> Option<String> {
    match serde_json::from_value(value.clone()).ok()? {
        AmountRule::Fixed(yuan) => Some(lang.money(yuan)),
        AmountRule::Between { low, high } => Some(lang.range(Amount { low, high: Some(high) })),
        AmountRule::InKind => Some(lang.pick("不涉及金额", "no sum").to_owned()),
        _ => None,
    }
}

/// Words in one language; ids as a list; a condition in the words of the checker; any other rule as code, as it stands
/// in the pack.
fn in_words(value: &Value, lang: Lang) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => lang.pick("无", "none").to_owned(),
        Value::Bool(true) => lang.pick("是", "true").to_owned(),
        Value::Bool(false) => lang.pick("否", "false").to_owned(),
        text if is_text(text) => text.get(lang.pick("zh", "en")).and_then(Value::as_str).unwrap_or_default().to_owned(),
        Value::Array(list) if list.iter().all(Value::is_string) => {
            lang.list(&list.iter().filter_map(Value::as_str).collect::<Vec<_>>())
        }
        rule => match serde_json::from_value(rule.clone()) {
            Ok(condition) => condition_in_words(&condition, None, lang),
            Err(_) => format!("`{rule}`"),
        },
    }
}

/// Follows keys and ids into a tree.
fn find<'a>(tree: &'a Value, steps: &[&str]) -> Option<&'a Value> {
    steps.iter().try_fold(tree, |at, step| match at {
        Value::Array(list) => {
            let is_named = |one: &&Value| ["id", "cite"].iter().any(|key| one.get(*key).is_some_and(|id| id == step));
            list.iter().find(is_named)
        }
        other => other.get(*step),
    })
}
