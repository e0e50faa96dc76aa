//! Pictures of our own, each beside the words that say the same.

mod board;
mod bullet;
mod path;
mod ratio;
mod ruler;
mod stack;
mod table;

pub use board::TaskBoard;
pub use bullet::Bullet;
pub use path::ConditionPath;
pub use ratio::ratio;
pub use ruler::Ruler;
pub use stack::Stack;
pub use table::AsTable;

use leptos::prelude::*;

use crate::ui::layout::{anchor, percent, width};

/// A text at a place of a drawing that does not stick out of it.
fn label(x: i64, y: &'static str, text: String, strong: bool) -> impl IntoView {
    let anchor = anchor(x, width(&text));
    view! { <text class:strong=strong x=percent(x) y=y text-anchor=anchor>{text}</text> }
}
