//! What several tests share.

pub mod cases;
