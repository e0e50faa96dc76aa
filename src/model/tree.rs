//! Collections that grow element by element.

/// Grows a tree or a JSON object: `collect` sorts everything first, and each kind of sort is some kilobytes of the module
/// that a browser loads.
pub trait Grow: Iterator + Sized {
    fn grown<C: Default + Extend<Self::Item>>(self) -> C {
        let mut grown = C::default();
        grown.extend(self);
        grown
    }

    /// In order, each once: an insertion sort, for lists as short as those of a document.
    fn in_order(self) -> Vec<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut all = Vec::new();
        for one in self {
            if let Err(at) = all.binary_search(&one) {
                all.insert(at, one);
            }
        }
        all
    }

    /// In the order of a key, those of the same key in the order in which they came.
    fn in_order_of<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Vec<Self::Item> {
        let mut all: Vec<Self::Item> = Vec::new();
        for one in self {
            let at = all.partition_point(|before| key(before) <= key(&one));
            all.insert(at, one);
        }
        all
    }
}

impl<I: Iterator> Grow for I {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_in_order_has_each_once() {
        assert_eq!([3, 1, 2, 3, 1].into_iter().in_order(), [1, 2, 3]);
    }

    #[test]
    fn what_has_the_same_key_stays_as_it_was() {
        let words = ["two", "one", "three", "four"];
        assert_eq!(words.into_iter().in_order_of(|word| word.len()), ["two", "one", "four", "three"]);
    }
}
