//! Pictures of our own, each beside the words that say the same.

mod stack;

pub use stack::Stack;
