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
/// array. A string that lacks a language does not compile.
macro_rules! words {
    ($($name:ident $([$count:literal])?: $zh:expr, $en:expr;)*) => {
        /// Every fixed string on the screen.
        pub struct Words {
            $(pub $name: words!(@type $($count)?),)*
        }

        pub(super) const ZH: Words = Words { $($name: $zh,)* };
        pub(super) const EN: Words = Words { $($name: $en,)* };
    };
    (@type) => { &'static str };
    (@type $count:literal) => { [&'static str; $count] };
}

// A macro is seen by the modules that stand below it.
mod list_table;
mod start_table;
mod table;

pub use self::list_table::Words as ListWords;
pub use self::start_table::Words as StartWords;
pub use self::table::Words;

/// The words of a language.
pub const fn words(lang: Lang) -> &'static Words {
    lang.pick(&table::ZH, &table::EN)
}

/// The words of lists in a language.
pub const fn list_words(lang: Lang) -> &'static ListWords {
    lang.pick(&list_table::ZH, &list_table::EN)
}

/// The words of the first page in a language.
pub const fn start_words(lang: Lang) -> &'static StartWords {
    lang.pick(&start_table::ZH, &start_table::EN)
}
