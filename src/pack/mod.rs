//! A programme as data: the pack language, its checker, and the indexed form the engine runs on.

pub mod answers;
pub mod builtin;
pub mod check;
pub mod condition;
pub mod crosscheck;
pub mod cumulation;
pub mod diagnostic;
pub mod due;
pub mod fact;
mod index;
pub mod indicator;
pub mod link;
pub mod links;
pub mod load;
mod lookup;
pub mod measure;
pub mod number;
mod order;
pub mod programme;
pub mod proposal;
pub mod reading;
pub mod rules;
pub mod track;

pub use condition::Condition;
pub use crosscheck::Check;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use due::Due;
pub use fact::Fact;
pub use link::Link;
pub use load::{Loaded, Pack};
pub use measure::{AmountRule, Form, Measure};
pub use number::Number;
pub use programme::PackFile;
pub use proposal::Proposal;
pub use reading::{Choices, Reading};
pub use track::Track;
