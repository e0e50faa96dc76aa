//! The nouns everything else is made of: values, truth, quantities, dates, text. No pack, no rule, no browser.

pub mod amount;
pub mod answers;
pub mod date;
pub mod digest;
pub mod file_kind;
pub mod growth;
pub mod interval;
pub mod json;
pub mod kind;
pub mod list;
pub mod numeral;
pub mod patent_number;
pub mod period;
pub mod positional;
pub mod quantity;
pub mod ratio;
pub mod table;
pub mod text;
mod tree;
pub mod truth;
pub mod typed;
pub mod value;

pub use amount::Amount;
pub use answers::Answers;
pub use date::{AsOf, Date, Deadline};
pub use file_kind::FileKind;
pub use interval::Interval;
pub use kind::{Domain, Kind};
pub use list::Row;
pub use period::{MonthDay, Period};
pub use quantity::Quantity;
pub use ratio::Ratio;
pub use text::{Lang, Text, Unit};
pub use tree::Grow;
pub use truth::Truth;
pub use value::Value;
