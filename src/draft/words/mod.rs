//! Words for what the applicant adds, and for what a replay finds.

mod difference;
pub mod merge;
mod refusal;

use super::dossier::{Declaration, MaterialState};
use crate::model::Lang;

pub use difference::{Differing, difference};
pub use refusal::verify_error;

pub const fn draft_notice(lang: Lang) -> &'static str {
    lang.pick("草稿，未提交", "Draft, not submitted")
}

/// A text that was typed where it cannot be read as an answer.
pub fn unread(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已填“{}”，未能识别", text.trim()),
        Lang::En => format!("“{}” was entered and could not be read", text.trim()),
    }
}

pub const fn material_state(state: MaterialState, lang: Lang) -> &'static str {
    match state {
        MaterialState::Have => lang.pick("已备", "ready"),
        MaterialState::Preparing => lang.pick("准备中", "being prepared"),
        MaterialState::NotApplicable => lang.pick("不适用", "does not apply"),
    }
}

pub const fn declaration(declaration: Declaration, lang: Lang) -> &'static str {
    match declaration {
        Declaration::Truthful => lang.pick(
            "所填内容与所附材料真实、准确。",
            "What is entered here and the papers attached are true and accurate.",
        ),
        Declaration::ForReference => lang.pick(
            "已知悉自测结果仅供参考，以主管部门审核为准。",
            "I understand that the self-assessment is for reference and that the authority decides.",
        ),
    }
}
