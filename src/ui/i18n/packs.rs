//! Sentences about versions and packs.

use crate::model::Lang;

pub fn lead(lang: Lang) -> String {
    let engine = crate::engine::assess::ENGINE;
    match lang {
        Lang::Zh => format!(
            "程序为 {engine} 版。各项目的条款、指标和金额写在政策包里；草稿中记有所用政策包的版本和校验值，换了版本可以对照查看。"
        ),
        Lang::En => format!(
            "This is version {engine}. The clauses, indicators and amounts of each programme stand in its policy pack; \
             a draft names the version and digest of the pack it was drawn up with, so that versions can be compared."
        ),
    }
}
