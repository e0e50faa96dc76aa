//! Sentences about what the portal fills in, is given and answers.

use crate::model::Lang;
use crate::ui::handoff::{Answer, Handover};

/// At a field that the portal filled in.
pub const fn provided(lang: Lang) -> &'static str {
    lang.pick("由门户提供，可以修改", "Provided by the portal; you can change it")
}

/// Where the draft that is open is of another applicant than the one the portal knows.
pub fn withheld(who: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("门户登录的是“{who}”，与本草稿填写的单位不同，门户提供的信息没有填入。"),
        Lang::En => format!(
            "The portal knows you as “{who}”. This draft is of another applicant, so nothing of what the portal provides was filled in."
        ),
    }
}

/// The press that fills it in all the same.
pub const fn take_withheld(lang: Lang) -> &'static str {
    lang.pick("填入本草稿", "Fill it in here")
}

pub fn offer(to: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("提交给“{to}”"),
        Lang::En => format!("Give the draft to “{to}”"),
    }
}

/// What is given, before it is.
pub fn what(to: &str, file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!(
                "按下按钮后，下列草稿文件交给“{to}”；按下之前不会交出任何内容。文件：{file}，含以下各部分以及全部回答："
            )
        }
        Lang::En => format!(
            "Once you press the button, the draft file below goes to “{to}”; nothing is given before. File: {file}, with all answers and these sections:"
        ),
    }
}

/// What was handed over, to whom and when.
pub fn handed(handover: &Handover, lang: Lang) -> String {
    let Handover { to, at, .. } = handover;
    match lang {
        Lang::Zh => format!("{at} 已把草稿交给“{to}”。"),
        Lang::En => format!("{at}: the draft was handed to “{to}”."),
    }
}

/// What the portal answered.
pub fn answered(answer: Option<&Answer>, lang: Lang) -> String {
    match (answer, lang) {
        (None, Lang::Zh) => "对方尚未答复。".to_owned(),
        (None, Lang::En) => "It has not answered yet.".to_owned(),
        (Some(Answer::Received(number)), Lang::Zh) => format!("对方已收到，编号：{number}。"),
        (Some(Answer::Received(number)), Lang::En) => format!("It was received under the number {number}."),
        (Some(Answer::Refused(_)), Lang::Zh) => "对方未予接收，理由：".to_owned(),
        (Some(Answer::Refused(_)), Lang::En) => "It was not accepted, for these reasons:".to_owned(),
    }
}

/// The draft is not the one that was given any more.
pub const fn changed_since(lang: Lang) -> &'static str {
    lang.pick("交出以后草稿有改动。", "The draft has been changed since.")
}

/// The same draft was given before.
pub const fn given_before(lang: Lang) -> &'static str {
    lang.pick("这份草稿已经交出，内容没有变化。", "This draft was given already and has not changed.")
}

/// The press that gives it once more.
pub const fn give_again(lang: Lang) -> &'static str {
    lang.pick("仍要再交一次", "Give it once more")
}

/// Where nothing was handed over.
pub const fn nothing(lang: Lang) -> &'static str {
    lang.pick("没有向门户的系统交出过草稿。", "No draft was handed to a system of the portal.")
}

pub const fn title(lang: Lang) -> &'static str {
    lang.pick("交给门户的草稿", "Drafts handed to the portal")
}
