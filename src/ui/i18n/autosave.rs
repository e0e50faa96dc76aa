//! Sentences about what this device keeps.

use crate::model::Lang;
use crate::ui::saved::Unread;

/// Why a saved text cannot be read.
pub fn why(unread: &Unread, lang: Lang) -> String {
    match unread {
        Unread::Foreign => lang.pick("不是知测保存的内容", "it is nothing that Zhice has saved").to_owned(),
        Unread::Newer => lang.pick("由更新的版本保存", "a newer version has saved it").to_owned(),
        Unread::Damaged(error) => {
            let place = match (error.line, error.pointer.as_str()) {
                (0, "") => String::new(),
                (0, pointer) => format!(" (`{pointer}`)"),
                (line, _) => match lang {
                    Lang::Zh => format!("（第 {line} 行第 {} 列）", error.column),
                    Lang::En => format!(" (line {line}, column {})", error.column),
                },
            };
            format!("{}{place}", lang.pick("内容不完整或被改动", "it was cut off or changed"))
        }
    }
}

/// A text that was set aside; one that can be read was moved away after the page had stopped on it.
pub fn set_aside(unread: Option<&Unread>, lang: Lang) -> String {
    match (unread.map(|unread| why(unread, lang)), lang) {
        (Some(why), Lang::Zh) => format!("上次保存的内容无法读取：{why}。已另存，没有删除。"),
        (Some(why), Lang::En) => {
            format!("What was saved last time could not be read: {why}. It was set aside, not deleted.")
        }
        (None, Lang::Zh) => "有草稿在页面出错后移到了一边，没有删除。下载后可以用“打开草稿文件”放回。".to_owned(),
        (None, Lang::En) => {
            "Drafts were moved aside after the page had stopped; they are not deleted. Download them, and bring them back with “Open a draft file”.".to_owned()
        }
    }
}

/// A button for one of several texts that were set aside.
pub fn numbered(label: &str, number: u32, lang: Lang) -> String {
    match (number, lang) {
        (1, _) => label.to_owned(),
        (number, Lang::Zh) => format!("{label}（{number}）"),
        (number, Lang::En) => format!("{label} ({number})"),
    }
}

/// Answers that no programme here can read, with the name or the id of each.
pub fn unplaced(names: &[String], lang: Lang) -> String {
    let count = names.len();
    match lang {
        Lang::Zh => {
            format!("这份草稿有 {count} 项回答与现在提供的政策对不上，已原样保留，暂不计入结论：{}。", names.join("、"))
        }
        Lang::En => format!(
            "The policies offered here have no place for {count} of the answers in this draft. They are kept as they are and do not count for now: {}.",
            names.join(", ")
        ),
    }
}

/// Choices between readings that no programme here offers, with the question of each, or its id.
pub fn unplaced_choices(questions: &[String], lang: Lang) -> String {
    let (count, questions) = (questions.len(), questions.join(" "));
    match lang {
        Lang::Zh => format!(
            "这份草稿有 {count} 处条文理解的选择与现在提供的政策对不上，已原样保留，暂按默认理解测算，请重新选择：{questions}"
        ),
        Lang::En => format!(
            "The policies offered here have no place for {count} of the readings chosen in this draft. They are kept as they are; the default reading is followed until you choose again: {questions}"
        ),
    }
}

/// The name of a copy that keeps what was entered in this window.
pub fn changed_here(title: &str, lang: Lang) -> String {
    format!("{title}{}", lang.pick("（本窗口的改动）", " (as changed in this window)"))
}

/// The name of a copy that keeps what was entered in the other window.
pub fn changed_there(title: &str, lang: Lang) -> String {
    format!("{title}{}", lang.pick("（另一窗口的改动）", " (as changed in the other window)"))
}

/// Drafts in a file that was handed in.
pub fn brought(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("这份文件里有 {count} 份草稿。放入草稿列表后，可以逐份接着填写，不影响本机已有的草稿。"),
        Lang::En if count == 1 => "This file holds one draft. Once on your list it can be gone on with; the drafts already on this device stay as they are.".to_owned(),
        Lang::En => format!("This file holds {count} drafts. Once on your list they can be gone on with; the drafts already on this device stay as they are."),
    }
}

/// A file of drafts that cannot be read.
pub fn not_brought(unread: &Unread, lang: Lang) -> String {
    let why = why(unread, lang);
    match lang {
        Lang::Zh => format!("文件不能读取：{why}。"),
        Lang::En => format!("The file cannot be read: {why}."),
    }
}
