//! Column matching: which column of a table stands for which of a list, proposed by the heads and changed by people.

use std::collections::BTreeMap;

use super::{MoneyUnit, cell};
use crate::model::table::Table;
use crate::model::text::half_width_of;
use crate::model::{Kind, Lang};
use crate::pack::Column;

/// Where the cells of each column of a list come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    /// The row of the heads, counted from nothing; none where the first row is one of the list.
    pub head: Option<usize>,
    /// In the order of the columns.
    pub columns: Vec<Option<Source>>,
    /// What stands in every row in place of a column that the table does not have; blank for nothing.
    pub constants: Vec<String>,
    /// What texts stand for that are none of the answers of a column, as a person said: an answer by the plain text.
    pub values: Vec<BTreeMap<String, String>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Counted from nothing.
    pub at: usize,
    /// What a bare number stands for, where sums are asked for.
    pub money: Option<MoneyUnit>,
}

/// How many rows may stand above the heads.
const ABOVE: usize = 10;

/// Words that people use for the same thing at the head of a column.
const ALIKE: [&[&str]; 8] = [
    &["专利号", "申请号", "专利申请号", "专利号申请号", "授权号", "patentnumber", "applicationnumber", "patentno"],
    &["授权日", "授权日期", "授权公告日", "公告日", "授权时间", "grantedon", "dateofgrant", "grantdate"],
    &["客户", "委托人", "委托方", "企业", "企业名称", "公司", "单位名称", "client", "firm", "company"],
    &["银行", "贷款银行", "放款银行", "发放银行", "bank", "lender"],
    &["金额", "贷款金额", "放款金额", "发放金额", "贷款额", "amount", "sum", "sumofmoney"],
    &["放款日", "放款日期", "放款时间", "发放日期", "贷款日期", "日期", "date", "day", "lenton"],
    &["姓名", "代理师", "代理师姓名", "专利代理师", "name", "attorney"],
    &["资格证号", "证书编号", "证书号", "资格证编号", "certificatenumber", "certificateno"],
];

impl Matching {
    /// What the heads of a table suggest.
    pub fn proposed(table: &Table, columns: &[Column]) -> Self {
        let mut best = (0, None);
        for (index, cells) in table.rows.iter().enumerate().take(ABOVE) {
            let likeness: u32 = matched(cells, columns).iter().map(|(_, likeness)| likeness).sum();
            if likeness > best.0 {
                best = (likeness, Some(index));
            }
        }
        Self::with_head(table, columns, best.1)
    }

    /// What the heads in this row suggest; without heads, the columns in their order, if there are as many.
    pub fn with_head(table: &Table, columns: &[Column], head: Option<usize>) -> Self {
        let cells = head.and_then(|head| table.rows.get(head));
        let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
        let found = match cells {
            Some(cells) => matched(cells, columns).into_iter().map(|(at, _)| at).collect(),
            None if width == columns.len() => (0..width).map(Some).collect(),
            None => vec![None; columns.len()],
        };
        let source = |(at, column): (Option<usize>, &Column)| {
            let at = at?;
            let text = cells.and_then(|cells| cells.get(at)).map_or("", String::as_str);
            Some(Source { at, money: MoneyUnit::named_in(text).filter(|_| column.kind == Kind::Money) })
        };
        let (constants, values) = (vec![String::new(); columns.len()], vec![BTreeMap::new(); columns.len()]);
        Self { head, columns: found.into_iter().zip(columns).map(source).collect(), constants, values }
    }

    /// Whether a row says nothing of what is asked.
    pub fn is_blank(&self, cells: &[String]) -> bool {
        self.columns.iter().flatten().all(|source| source.text(cells).is_empty())
    }

    /// The text for a column in a row.
    pub fn text<'r>(&'r self, position: usize, cells: &'r [String]) -> &'r str {
        match self.columns.get(position).copied().flatten() {
            Some(source) => source.text(cells),
            None => self.constants.get(position).map_or("", String::as_str),
        }
    }

    /// The answer that a text stands for, where a person said so.
    pub fn meant(&self, position: usize, text: &str) -> Option<&str> {
        self.values.get(position)?.get(&cell::plain(text)).map(String::as_str)
    }

    /// Says which answer a text stands for; a blank one, that it stands for none.
    pub fn mean(&mut self, position: usize, text: &str, answer: &str) {
        let Some(values) = self.values.get_mut(position) else { return };
        if answer.is_empty() {
            values.remove(&cell::plain(text));
        } else {
            values.insert(cell::plain(text), answer.to_owned());
        }
    }

    /// Where the rows of the list begin.
    pub fn first_row(&self) -> usize {
        self.head.map_or(0, |head| head + 1)
    }
}

impl Source {
    /// The cell of a row that is meant.
    fn text(self, cells: &[String]) -> &str {
        cells.get(self.at).map_or("", |cell| cell.trim())
    }
}

/// For each column the head that is most like it, the likest pairs first, none twice; with how like they are.
fn matched(cells: &[String], columns: &[Column]) -> Vec<(Option<usize>, u32)> {
    let mut matched = vec![(None, 0); columns.len()];
    let heads: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let mut taken = vec![false; heads.len()];
    for wanted in (1..=3).rev() {
        for (place, column) in matched.iter_mut().zip(columns).filter(|(place, _)| place.0.is_none()) {
            let free = heads.iter().zip(&mut taken).enumerate();
            let found = free.filter(|(_, (_, taken))| !**taken).find(|(_, (head, _))| likeness(head, column) == wanted);
            if let Some((at, (_, taken))) = found {
                *taken = true;
                *place = (Some(at), wanted);
            }
        }
    }
    matched
}

/// The same, a word for the same, one within the other, or nothing in common.
fn likeness(head: &str, column: &Column) -> u32 {
    let names = [&column.id, column.title.get(Lang::Zh), column.title.get(Lang::En)].map(plain);
    let mut names = names.iter().filter(|name| !name.is_empty());
    let group = |name: &str| ALIKE.iter().position(|words| words.contains(&name));
    let is_within = |name: &String| {
        let (short, long) = if name.len() < head.len() { (name.as_str(), head) } else { (head, name.as_str()) };
        short.chars().count() > 1 && long.contains(short)
    };
    if head.is_empty() {
        0
    } else if names.clone().any(|name| name == head) {
        3
    } else if !column.options.is_empty() {
        // Where the cells have to be one of a few answers, a name that is merely like it names something else.
        0
    } else if names.clone().any(|name| group(name).is_some_and(|group_of| group(head) == Some(group_of))) {
        2
    } else {
        u32::from(names.any(is_within))
    }
}

/// A head without what differs from writer to writer: width, capitals, blanks, signs, what stands in brackets, and the
/// unit of a sum: 金额/万元.
fn plain(head: &str) -> String {
    let text = half_width_of(head).to_ascii_lowercase();
    let bare = text.split_once('(').map_or(text.as_str(), |(before, _)| before);
    let bare: String = bare.chars().filter(|c| c.is_alphanumeric()).collect();
    let name = bare.strip_suffix("万元").or_else(|| bare.strip_suffix('元')).filter(|name| name.chars().count() > 1);
    name.unwrap_or(&bare).to_owned()
}
