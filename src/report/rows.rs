//! The rows of a list that count, in words: what is asked of each.

use std::iter;

use super::value::{op_words, value_in};
use crate::model::{Lang, Value};
use crate::pack::rows::RowCondition;
use crate::pack::{Column, Fact, Rows};

/// What is counted of a list: `“授权清单”中授权日期在测算当年的`, `“Grants” with day of grant in the year of the assessment`.
pub fn rows_text<F>(list: &Fact, rows: &Rows<F>, lang: Lang) -> String {
    let label = list.label.get(lang);
    let needs = rows.needs.as_ref().map(|needs| condition(list, needs, lang));
    let each = rows.each.as_ref().and_then(|each| Some((list.column(&each.column)?, each.most)));
    let each = each.map(|(column, most)| match lang {
        Lang::Zh => format!("（同一{}最多计 {}）", column.title.zh, most.grouped()),
        Lang::En => format!(" (at most {} for each {})", most.grouped(), lowered(&column.title.en)),
    });
    let each = each.unwrap_or_default();
    match (needs, lang) {
        (Some(needs), Lang::Zh) => format!("“{label}”中{needs}的{each}"),
        (Some(needs), Lang::En) => format!("“{label}” with {needs}{each}"),
        (None, _) => format!("“{label}”{each}"),
    }
}

fn condition(list: &Fact, needs: &RowCondition, lang: Lang) -> String {
    let title = |id: &str| match list.column(id) {
        Some(column) if lang == Lang::Zh => column.title.zh.clone(),
        Some(column) => lowered(&column.title.en),
        None => id.to_owned(),
    };
    let joined = |parts: &[RowCondition], word: &str| {
        let inner = |part: &RowCondition| match part {
            RowCondition::All(_) | RowCondition::Any(_) => format!("[{}]", condition(list, part, lang)),
            leaf => condition(list, leaf, lang),
        };
        parts.iter().map(inner).collect::<Vec<_>>().join(word)
    };
    match needs {
        RowCondition::All(parts) => joined(parts, lang.pick("且", " and ")),
        RowCondition::Any(parts) => joined(parts, lang.pick("或", " or ")),
        RowCondition::Not(part) => match lang {
            Lang::Zh => format!("并非[{}]", condition(list, part, lang)),
            Lang::En => format!("not [{}]", condition(list, part, lang)),
        },
        RowCondition::Is(column) => format!("{}{}", title(column), lang.pick("为“是”", ": yes")),
        RowCondition::Compare { column, op, value } => {
            let number = list.column(column).map(|one| cell_text(one, &Value::Number(*value), lang));
            let number = number.unwrap_or_else(|| value.grouped());
            format!("{}{}{} {number}", title(column), lang.pick("", " "), op_words(*op, lang))
        }
        RowCondition::OneOf { column, options } => {
            let known = list.column(column);
            let label = |id: &String| cell_label(known, id, lang);
            let options: Vec<String> = options.iter().map(label).collect();
            match lang {
                Lang::Zh => format!("{}为{}", title(column), options.join("或")),
                Lang::En => format!("{}: {}", title(column), options.join(" or ")),
            }
        }
        RowCondition::Between { column, from, to } => {
            let days = [from, to].map(|day| day.map(|day| day.in_prose(lang)));
            let days = match (days, lang) {
                ([Some(from), Some(to)], Lang::Zh) => format!("在{from}至{to}"),
                ([Some(from), None], Lang::Zh) => format!("不早于{from}"),
                ([None, Some(to)], Lang::Zh) => format!("不晚于{to}"),
                ([Some(from), Some(to)], Lang::En) => format!(" from {from} to {to}"),
                ([Some(from), None], Lang::En) => format!(" on or after {from}"),
                ([None, Some(to)], Lang::En) => format!(" on or before {to}"),
                ([None, None], _) => lang.pick("在任一天", " on any day").to_owned(),
            };
            format!("{}{days}", title(column))
        }
        RowCondition::InYear { column, year } => match (year, lang) {
            (Some(year), Lang::Zh) => format!("{}在 {year} 年", title(column)),
            (Some(year), Lang::En) => format!("{} in {year}", title(column)),
            (None, Lang::Zh) => format!("{}在测算当年", title(column)),
            (None, Lang::En) => format!("{} in the year of the assessment", title(column)),
        },
        RowCondition::InLast { column, period } => match lang {
            Lang::Zh => format!("{}在近 {}内", title(column), period.in_prose(lang)),
            Lang::En => format!("{} in the last {}", title(column), period.in_prose(lang)),
        },
    }
}

/// A cell as a person reads it.
pub fn cell_text(column: &Column, value: &Value, lang: Lang) -> String {
    value_in(&column.domain(), column.unit.as_ref(), value, lang)
}

fn cell_label(column: Option<&Column>, id: &str, lang: Lang) -> String {
    let option = column.and_then(|column| column.option(id));
    option.map_or_else(|| id.to_owned(), |option| option.label.get(lang).to_owned())
}

/// A title in the middle of a sentence.
fn lowered(title: &str) -> String {
    let mut rest = title.chars();
    match rest.next() {
        Some(first) if !rest.clone().next().is_some_and(|next| next.is_ascii_uppercase()) => {
            iter::once(first.to_ascii_lowercase()).chain(rest).collect()
        }
        _ => title.to_owned(),
    }
}
