//! Pictures of our own, each beside the words that say the same.

mod board;
mod bullet;
mod path;
mod points;
mod ratio;
mod ruler;
mod stack;
mod table;

pub use board::TaskBoard;
pub use bullet::Bullet;
pub use path::ConditionPath;
pub use points::PointsBar;
pub use ratio::RatioBars;
pub use ruler::Ruler;
pub use stack::{StepBar, StepKey, TotalBar, support_steps};
pub use table::AsTable;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

use crate::ui::layout::{anchor, percent, width};
use crate::ui::store::Store;

/// Lets the stylesheet lay a picture out for the room there is: `roomy` from so many times its size of type on.
#[expect(clippy::needless_pass_by_value, reason = "a directive is handed its element")]
pub fn roomy(picture: Element, ems: u32) {
    Store::get().browser().watch_picture(&picture, ems);
}

/// A text at a place of a drawing that does not stick out of it.
fn label(x: i64, y: &'static str, text: String, strong: bool) -> impl IntoView {
    let anchor = anchor(x, width(&text));
    view! { <text class:strong=strong x=percent(x) y=y text-anchor=anchor>{text}</text> }
}
