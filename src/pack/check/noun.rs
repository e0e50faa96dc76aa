//! What an id can be of, in Chinese and in English, and what is said of an id that is of nothing.

use super::super::diagnostic::{Code, Diagnostic};
use crate::model::text::text;

/// A thing that a pack declares under an id.
#[derive(Clone, Copy)]
pub struct Noun {
    /// What it belongs to, where that is not the whole pack.
    of: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl Noun {
    pub const CASE: Self = Self { of: "这一理解方式", zh: "情形", en: "case of this reading" };
    pub const COLUMN: Self = Self { of: "这一清单", zh: "列", en: "column of this list" };
    pub const COLUMN_OPTION: Self = Self { of: "这一列", zh: "选项", en: "option of this column" };
    pub const CONDITION: Self = Self { of: "", zh: "条件", en: "condition" };
    pub const DEPARTMENT: Self = Self { of: "", zh: "责任单位", en: "department" };
    pub const FACT: Self = Self { of: "", zh: "填报项", en: "fact" };
    pub const GATE: Self = Self { of: "", zh: "支持的前提", en: "gate" };
    pub const GRADE: Self = Self { of: "", zh: "等级", en: "grade" };
    pub const MEASURE: Self = Self { of: "", zh: "支持事项", en: "measure" };
    pub const OPTION: Self = Self { of: "这一填报项", zh: "选项", en: "option of this fact" };
    pub const PARAMETER: Self = Self { of: "", zh: "参数", en: "parameter" };
    pub const READING: Self = Self { of: "", zh: "理解方式", en: "reading" };
    pub const SCALE: Self = Self { of: "", zh: "共用选项表", en: "scale" };
    pub const STEP: Self = Self { of: "", zh: "步骤", en: "step" };
    pub const TERM: Self = Self { of: "", zh: "词语", en: "term" };

    /// An id that nothing has.
    pub fn dangling(self, pointer: &str, id: &str) -> Diagnostic {
        let Self { of, zh, en } = self;
        let message = text!("{of}没有编号为 `{id}` 的{zh}", "no {en} has the id `{id}`");
        let help = text!("改正编号，或者补上这个{zh}", "correct the id, or declare the {en}");
        Diagnostic::error(Code::Dangling, pointer, message, help)
    }

    /// Something that nothing uses.
    pub fn unused(self, pointer: &str, id: &str) -> Diagnostic {
        let Self { zh, en, .. } = self;
        let help = text!("用上它，或者删去", "use the {en}, or remove it");
        let message = text!("{zh} `{id}` 没有用到", "{en} `{id}` is never used");
        Diagnostic::error(Code::Unused, pointer, message, help).as_warning()
    }
}
