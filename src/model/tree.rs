//! Collections that grow element by element.

/// Grows a tree or a JSON object: `collect` sorts everything first, and each kind of sort is some kilobytes of the module
/// that a browser loads.
pub trait Grow: Iterator + Sized {
    fn grown<C: Default + Extend<Self::Item>>(self) -> C {
        let mut grown = C::default();
        grown.extend(self);
        grown
    }
}

impl<I: Iterator> Grow for I {}
