//! The words of the widget: fixed strings in a table, and sentences with something filled in beside it.

pub mod autosave;
pub mod compare;
pub mod conclusion;
pub mod entry;
pub mod handoff;
pub mod lists;
pub mod packs;
pub mod phrases;
pub mod pictures;
pub mod proof;
pub mod questions;
pub mod review;
pub mod roll_up;
pub mod start;
pub mod undo;
pub mod what_if;

use crate::model::Lang;

/// Declares a table of strings, each with its languages side by side: `name: Chinese, English;`, or `name[2]: …` for an
/// array. A string that lacks a language does not compile, and one that only the second module says is in that module.
macro_rules! words {
    ($($name:ident $([$count:literal])?: $zh:expr, $en:expr;)*) => {
        /// Every fixed string on the screen, in a language.
        #[derive(Clone, Copy)]
        pub struct Words(pub(super) Lang);

        impl Words {
            $(pub const fn $name(self) -> words!(@type $($count)?) {
                self.0.pick(words!(@value $zh $(, $count)?), words!(@value $en $(, $count)?))
            })*
        }
    };
    (@type) => { &'static str };
    (@type $count:literal) => { &'static [&'static str; $count] };
    (@value $text:expr) => { $text };
    (@value $texts:expr, $count:literal) => { &$texts };
}

// A macro is seen by the modules that stand below it.
mod list_table;
mod start_table;
mod table;

pub use self::list_table::Words as ListWords;
pub use self::start_table::Words as StartWords;
pub use self::table::Words;

/// The words of a language.
pub const fn words(lang: Lang) -> Words {
    Words(lang)
}

/// The words of lists in a language.
pub const fn list_words(lang: Lang) -> ListWords {
    ListWords(lang)
}

/// The words of the first page in a language.
pub const fn start_words(lang: Lang) -> StartWords {
    StartWords(lang)
}
