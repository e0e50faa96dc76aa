//! Pictures of our own, each beside the words that say the same.

mod bullet;
mod ruler;
mod stack;

pub use bullet::Bullet;
pub use ruler::Ruler;
pub use stack::Stack;

use crate::model::Quantity;

/// The share of a whole in thousandths, for drawing only.
pub fn thousandths(part: Quantity, whole: Quantity) -> i64 {
    let reaches = |share: i64| whole.times(Quantity::whole(share)) <= part.times(Quantity::whole(1_000));
    let (mut low, mut high) = (0, 1_000);
    while low < high {
        let middle = (low + high + 1) / 2;
        if reaches(middle) { low = middle } else { high = middle - 1 }
    }
    low
}

/// Thousandths as a percentage that SVG and CSS understand: `42.5%`.
pub fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
