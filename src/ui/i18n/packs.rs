//! Sentences about versions and packs.

use crate::model::text::text;
use crate::model::{Lang, Text};
use crate::ui::unfetched::Unfetched;

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

/// A pack on a page that is for another programme.
pub fn of_another(programme: &str) -> Text {
    text!("这个页面不提供项目 `{programme}`", "programme `{programme}` is not the one this page is for")
}

/// A pack that came without what checks it.
pub fn unchecked() -> Text {
    text!("检查政策包的部分没有取到，这个政策包没有经过检查", "it cannot be checked")
}

/// A pack that did not come.
pub fn unfetched(why: &Unfetched) -> Text {
    match why {
        Unfetched::Status(status) => text!("没有取到：服务器答复 {status}", "the server answered {status}"),
        Unfetched::TimedOut => text!("没有取到：服务器长时间没有答复", "timed out"),
        Unfetched::TooLarge(limit) => {
            let most = limit / 1024;
            text!("文件大于 {most} KiB", "larger than {most} KiB")
        }
        Unfetched::NotUtf8 => text!("不是 UTF-8 编码的文字", "not UTF-8"),
        Unfetched::Refused(why) => text!("没有取到（{why}）", "{why}"),
    }
}
