//! How a number is worked out, in words: the formula with what each fact was answered.

use super::rows::rows_text;
use super::value::value_text;
use crate::engine::explain::Stated;
use crate::model::{Lang, Quantity, Unit};
use crate::pack::number::{Between, Day, FromYear, Part};
use crate::pack::unit::{Counts, POINTS, YUAN};
use crate::pack::{Constant, Fact, Number, Pack, Rows};

/// The formula, and a number it comes to.
pub struct Formula<'a> {
    pub number: &'a Number<Stated>,
    pub pack: &'a Pack,
    pub lang: Lang,
}

impl Formula<'_> {
    pub fn says(&self) -> String {
        self.part(self.number, &Counts::Any)
    }

    /// A number as the whole counts: `50%`, `3 万元`, `12 件`.
    pub fn counted(&self, number: Quantity) -> String {
        self.figure(number, &self.counts(self.number))
    }

    fn counts(&self, number: &Number<Stated>) -> Counts {
        let named = number.map(&|fact: &Stated| fact.fact.clone());
        self.pack.file.counts(&named, "").unwrap_or(Counts::Any)
    }

    fn figure(&self, number: Quantity, counts: &Counts) -> String {
        match counts {
            Counts::Percent => format!("{}%", number.grouped()),
            counts if *counts == Counts::yuan() => self.lang.money(number),
            Counts::Units(units) => match units.iter().collect::<Vec<_>>().as_slice() {
                [(unit, 1)] => self.lang.measured(number, Some(&self.unit(unit))),
                _ => number.grouped(),
            },
            Counts::Any => number.grouped(),
        }
    }

    /// The unit in both languages, as a fact names it: if need be, one of another number.
    fn unit(&self, zh: &str) -> Unit {
        let own = self.number.leaves().into_iter().filter_map(|stated| self.pack.fact(&stated.fact));
        let named = |fact: &'_ Fact| fact.unit.clone().filter(|unit| unit.zh == zh);
        let declared = own.chain(&self.pack.file.facts).find_map(named);
        let (en, one) = match zh {
            "年" => ("years", Some("year")),
            "个月" => ("months", Some("month")),
            "天" => ("days", Some("day")),
            POINTS => ("points", Some("point")),
            other => (other, None),
        };
        let unnamed = || Unit { zh: zh.to_owned(), en: en.to_owned(), en_one: one.map(ToOwned::to_owned) };
        declared.unwrap_or_else(unnamed)
    }

    /// A bare figure counts what the parts beside it count.
    fn part(&self, number: &Number<Stated>, beside: &Counts) -> String {
        let lang = self.lang;
        let alike = |parts: &[Number<Stated>]| -> Vec<String> {
            let counts = self.counts(number).with(beside.clone()).unwrap_or(Counts::Any);
            parts.iter().map(|part| self.part(part, &counts)).collect()
        };
        let of = |part: &Number<Stated>| self.part(part, &Counts::Any);
        match number {
            Number::Fact(fact) => self.fact(fact),
            Number::Constant(constant) => self.constant(constant, beside),
            Number::Sum(parts) => alike(parts).join(" + "),
            Number::Minus { from, less } => {
                let counts = self.counts(number);
                let less = less.iter().map(|part| self.inner(part, &counts));
                std::iter::once(self.part(from, &counts)).chain(less).collect::<Vec<_>>().join(" − ")
            }
            Number::Times(parts) => {
                parts.iter().map(|part| self.inner(part, &Counts::Any)).collect::<Vec<_>>().join(" × ")
            }
            Number::Over { of: whole, by } => {
                format!("{} ÷ {}", self.inner(whole, &Counts::Any), self.inner(by, &Counts::Any))
            }
            Number::Share { of: part, among } => match lang {
                Lang::Zh => format!("{}占{}的比例", of(part), of(among)),
                Lang::En => format!("{} as a share of {}", of(part), of(among)),
            },
            Number::Growth { from, to } => match lang {
                Lang::Zh => format!("由{}到{}的增幅", of(from), of(to)),
                Lang::En => format!("growth from {} to {}", of(from), of(to)),
            },
            Number::LeastOf(parts) => match lang {
                Lang::Zh => format!("取小[{}]", alike(parts).join("；")),
                Lang::En => format!("the least of [{}]", alike(parts).join("; ")),
            },
            Number::LargestOf(parts) => match lang {
                Lang::Zh => format!("取大[{}]", alike(parts).join("；")),
                Lang::En => format!("the largest of [{}]", alike(parts).join("; ")),
            },
            Number::FloorAt { at, of: part } => {
                let counts = self.counts(number);
                let (part, at) = (self.inner(part, &counts), self.figure(*at, &counts));
                match lang {
                    Lang::Zh => format!("{part}（不低于 {at}）"),
                    Lang::En => format!("{part} (not below {at})"),
                }
            }
            Number::Whole(part) => match lang {
                Lang::Zh => format!("{}（取整数）", self.inner(part, beside)),
                Lang::En => format!("{} (whole ones)", self.inner(part, beside)),
            },
            Number::InParts { of: whole, parts } => self.in_parts(whole, parts),
            Number::Years(between) => self.between(between, lang.pick("满年数", "full years")),
            Number::Months(between) => self.between(between, lang.pick("满月数", "full months")),
            Number::Days(between) => self.between(between, lang.pick("天数", "days")),
            Number::ByYear(years) => lang.list(&years.iter().map(|one| self.year(one, beside)).collect::<Vec<_>>()),
            Number::Count(rows) => self.rows(rows, lang.pick("计入的数量", "the number that count")),
            Number::Total { column, of: rows } => {
                let column = self.pack.fact(&rows.list.fact).and_then(|list| list.column(column));
                let title = column.map(|column| column.title.get(lang)).unwrap_or_default();
                match lang {
                    Lang::Zh => self.rows(rows, &format!("{title}合计")),
                    Lang::En => self.rows(rows, &format!("the total of {title}")),
                }
            }
            Number::Parameter(id) => {
                let parameter = self.pack.file.parameters.iter().find(|parameter| parameter.id == *id);
                parameter.map(|parameter| parameter.label.get(lang).to_owned()).unwrap_or_default()
            }
        }
    }

    /// In brackets where it would be read apart otherwise.
    fn inner(&self, number: &Number<Stated>, beside: &Counts) -> String {
        let says = self.part(number, beside);
        match number {
            Number::Fact(_)
            | Number::Constant(_)
            | Number::Parameter(_)
            | Number::Whole(_)
            | Number::LeastOf(_)
            | Number::LargestOf(_)
            | Number::FloorAt { .. } => says,
            _ => format!("[{says}]"),
        }
    }

    fn fact(&self, stated: &Stated) -> String {
        let Some(fact) = self.pack.fact(&stated.fact) else { return String::new() };
        let value = stated.value.as_ref().map(|value| value_text(fact, value, self.lang));
        let value = value.unwrap_or_else(|| self.lang.pick("尚未填写", "not answered yet").to_owned());
        match self.lang {
            Lang::Zh => format!("{}（{value}）", fact.label.zh),
            Lang::En => format!("{} ({value})", fact.label.en),
        }
    }

    fn rows(&self, rows: &Rows<Stated>, what: &str) -> String {
        let Some(list) = self.pack.fact(&rows.list.fact) else { return String::new() };
        let given = rows.list.value.as_ref().map(|value| value_text(list, value, self.lang));
        let given = given.unwrap_or_else(|| self.lang.pick("尚未填写", "not answered yet").to_owned());
        let rows = rows_text(list, rows, self.lang);
        match self.lang {
            Lang::Zh => format!("{rows}{what}（清单：{given}）"),
            Lang::En => format!("{what} in {rows} (list: {given})"),
        }
    }

    fn constant(&self, constant: &Constant, beside: &Counts) -> String {
        let Some(unit) = constant.unit.as_deref() else { return self.figure(constant.value, beside) };
        let Some((above, below)) = unit.split_once('/') else {
            return self.figure(constant.value, &Counts::of_constant(constant));
        };
        let above = match above.trim() {
            YUAN => self.lang.money(constant.value),
            above => self.lang.measured(constant.value, Some(&self.unit(above))),
        };
        let below = self.unit(below.trim());
        format!("{above}/{}", below.after(Quantity::whole(1), self.lang))
    }

    fn in_parts(&self, whole: &Number<Stated>, parts: &[Part]) -> String {
        let counts = self.counts(whole);
        let part = |part: &Part| {
            let over = self.figure(part.over, &counts);
            let each = self.constant(&part.each, &Counts::yuan());
            match self.lang {
                Lang::Zh => format!("超过 {over}的部分 {each}"),
                Lang::En => format!("beyond {over}, {each}"),
            }
        };
        let parts: Vec<String> = parts.iter().map(part).collect();
        let whole = self.part(whole, &Counts::Any);
        match self.lang {
            Lang::Zh => format!("{whole}分段计算：{}", parts.join("，")),
            Lang::En => format!("{whole} in parts: {}", parts.join("; ")),
        }
    }

    fn between(&self, between: &Between<Stated>, what: &str) -> String {
        let day = |day: &Day<Stated>| match day {
            Day::AsOf => self.lang.pick("测算日", "the day of the assessment").to_owned(),
            Day::Fact(fact) => self.fact(fact),
            Day::On(day) => day.in_prose(self.lang),
        };
        let (from, to) = (day(&between.from), day(&between.to));
        match self.lang {
            Lang::Zh => format!("自{from}至{to}的{what}"),
            Lang::En => format!("{what} from {from} to {to}"),
        }
    }

    fn year(&self, year: &FromYear, beside: &Counts) -> String {
        let value = self.constant(&year.value, beside);
        match self.lang {
            Lang::Zh => format!("{} 年起 {value}", year.from),
            Lang::En => format!("{value} from {}", year.from),
        }
    }
}
