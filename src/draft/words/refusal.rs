//! Why a file that was handed in could not be replayed: what is wrong, where, and how to mend it.

use crate::draft::VerifyError;
use crate::draft::build::FORMAT;
use crate::model::Lang;
use crate::model::json::JsonError;
use crate::pack::answers::{AnswerError, AnswerErrorKind, AnswersError};
use crate::pack::programme::FORMATS;

/// How many answers that cannot be taken are listed before the rest is only counted.
const LISTED: usize = 20;

/// What is wrong with the file, a line for each answer that cannot be taken. What it quotes of the file is cut short.
pub fn verify_error(error: &VerifyError, lang: Lang) -> String {
    match (error, lang) {
        (VerifyError::Unreadable(error) | VerifyError::Answers(AnswersError::Unreadable(error)), _) => {
            unreadable(error, lang)
        }
        (VerifyError::Format(found), Lang::Zh) if found.is_empty() => {
            "这不是自测草稿：没有 `/format`。请选择下载的草稿文件（JSON）。".to_owned()
        }
        (VerifyError::Format(found), Lang::En) if found.is_empty() => {
            "This is no draft: `/format` is missing. Choose a draft (JSON) as it was downloaded.".to_owned()
        }
        (VerifyError::Format(found), _) if found.starts_with(FORMATS) => lang
            .pick(
                "这是政策包文件，不是自测草稿。请选择下载的草稿文件（JSON）。",
                "This is a policy pack, no draft. Choose a draft (JSON) as it was downloaded.",
            )
            .to_owned(),
        (VerifyError::Format(found), Lang::Zh) => {
            let found = cut(found);
            format!("草稿的格式“{found}”不认识（`/format`），这里能读的是 {FORMAT}。请用生成它的版本复核。")
        }
        (VerifyError::Format(found), Lang::En) => {
            let found = cut(found);
            format!(
                "The format “{found}” is not known (`/format`); {FORMAT} is. Review it with the version that wrote it."
            )
        }
        (VerifyError::UnknownProgramme(id), Lang::Zh) => {
            let id = cut(id);
            format!("这里没有事项“{id}”（`/programme`）。请在提供该事项的页面复核。")
        }
        (VerifyError::UnknownProgramme(id), Lang::En) => {
            let id = cut(id);
            format!("There is no programme “{id}” here (`/programme`). Review it on a page that offers the programme.")
        }
        (VerifyError::UnknownTrack { programme, track }, Lang::Zh) => {
            let track = cut(track);
            format!("事项“{programme}”没有类别“{track}”（`/track`）。请用生成草稿时的政策包复核。")
        }
        (VerifyError::UnknownTrack { programme, track }, Lang::En) => {
            let track = cut(track);
            format!(
                "Programme “{programme}” has no track “{track}” (`/track`). Review it with the pack it was drawn up with."
            )
        }
        (VerifyError::Reading(unknown), Lang::Zh) => format!(
            "读法“{}”没有“{}”（`/readings`），这里有：{}。请用生成草稿时的政策包复核。",
            cut(&unknown.reading),
            cut(&unknown.case),
            lang.list(&unknown.known)
        ),
        (VerifyError::Reading(unknown), Lang::En) => format!(
            "There is no reading “{}” with case “{}” (`/readings`); known here: {}. Review it with the pack it was drawn up with.",
            cut(&unknown.reading),
            cut(&unknown.case),
            lang.list(&unknown.known)
        ),
        (VerifyError::Answers(AnswersError::NotAnObject), _) => lang
            .pick(
                "`/answers` 不是按事项列出的回答。请使用下载时的原文件。",
                "`/answers` is no object of answers. Use the file as it was downloaded.",
            )
            .to_owned(),
        (VerifyError::Answers(AnswersError::Refused(errors)), _) => {
            let help = lang.pick(
                "请更正以上各处，或用生成草稿时的政策包复核。",
                "Mend these, or review the draft with the pack it was drawn up with.",
            );
            let rest = errors.len().saturating_sub(LISTED);
            let more = match lang {
                Lang::Zh => format!("另有 {rest} 处。"),
                Lang::En => format!("And {rest} more."),
            };
            let lines = errors.iter().take(LISTED).map(|error| refused(error, lang));
            let lines = lines.chain((rest > 0).then_some(more)).chain([help.to_owned()]);
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

fn unreadable(error: &JsonError, lang: Lang) -> String {
    let line = (error.line > 0).then(|| match lang {
        Lang::Zh => format!("第 {} 行第 {} 列", error.line, error.column),
        Lang::En => format!("line {}, column {}", error.line, error.column),
    });
    let pointer = (!error.pointer.is_empty()).then(|| format!("`{}`", cut(&error.pointer)));
    let place: Vec<String> = line.into_iter().chain(pointer).collect();
    let place = place.join(lang.pick("，", ", "));
    let what = match lang {
        Lang::Zh => cut(&error.kind.in_chinese()),
        Lang::En => cut(&error.kind.to_string()),
    };
    match (place.is_empty(), lang) {
        (true, Lang::Zh) => format!("文件不能读取：{what}。请使用下载时的原文件。"),
        (true, Lang::En) => format!("The file cannot be read: {what}. Use it as it was downloaded."),
        (false, Lang::Zh) => format!("文件不能读取：{place}，{what}。请使用下载时的原文件。"),
        (false, Lang::En) => format!("The file cannot be read: {place}: {what}. Use it as it was downloaded."),
    }
}

/// The beginning of what a file says, where it says too much to be repeated.
fn cut(text: &str) -> String {
    const MOST: usize = 200;
    let kept: String = text.chars().take(MOST).collect();
    if kept.len() < text.len() { kept + "…" } else { kept }
}

fn refused(error: &AnswerError, lang: Lang) -> String {
    let what = match (&error.kind, lang) {
        (AnswerErrorKind::UnknownFact(_), _) => lang.pick("没有这一事项", "no such fact").to_owned(),
        (AnswerErrorKind::NoSuchOption { option, options }, Lang::Zh) => {
            format!("没有选项“{}”，可选 {}", cut(option), lang.list(options))
        }
        (AnswerErrorKind::NoSuchOption { option, options }, Lang::En) => {
            format!("no such option “{}”; the options are {}", cut(option), lang.list(options))
        }
        (AnswerErrorKind::NoRow, _) => lang.pick("不是清单中的一行", "no row of a list").to_owned(),
        (AnswerErrorKind::Repeated { key, row }, Lang::Zh) => format!("“{}”与第 {row} 行重复", cut(key)),
        (AnswerErrorKind::Repeated { key, row }, Lang::En) => format!("“{}” stands in row {row} already", cut(key)),
        (kind, _) => cut(&kind.message(lang)),
    };
    format!("`/answers{}`{}{what}{}", cut(&error.pointer()), lang.pick("：", ": "), lang.pick("。", "."))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::draft::{Dossier, Inputs, build, verify};
    use crate::model::Answers;
    use crate::pack::{Choices, Pack};

    fn pack() -> Pack {
        Pack::load(include_str!("../../../tests/packs/good/sample.json")).unwrap().pack
    }

    fn draft(pack: &Pack) -> Value {
        let inputs = Inputs {
            answers: Answers::default(),
            dossier: Dossier::default(),
            as_of: "2020-10-01".parse().unwrap(),
            choices: Choices::default(),
            lang: Lang::Zh,
        };
        build(pack.track("apply").unwrap(), &inputs).json
    }

    /// What is said of a text, in Chinese and in English.
    #[track_caller]
    fn said(text: &str, zh: &str, en: &str) {
        let pack = pack();
        let error = verify(text, |id| (id == pack.file.id).then_some(&pack)).unwrap_err();
        assert_eq!(verify_error(&error, Lang::Zh), zh);
        assert_eq!(verify_error(&error, Lang::En), en);
    }

    #[track_caller]
    fn said_of(key: &str, value: Value, zh: &str, en: &str) {
        let mut draft = draft(&pack());
        draft[key] = value;
        said(&draft.to_string(), zh, en);
    }

    #[test]
    fn a_text_that_is_no_draft() {
        said(
            "{\"a\": ",
            "文件不能读取：第 1 行第 6 列，`/a`，内容不完整。请使用下载时的原文件。",
            "The file cannot be read: line 1, column 6, `/a`: EOF while parsing a value. Use it as it was downloaded.",
        );
        said(
            "{\"a\": 1, \"a\": 1}",
            "文件不能读取：第 1 行第 12 列，`/a`，同一个键出现两次（`a`）。请使用下载时的原文件。",
            "The file cannot be read: line 1, column 12, `/a`: key `a` stands twice. Use it as it was downloaded.",
        );
        said(
            " \n",
            "文件不能读取：文件是空的。请使用下载时的原文件。",
            "The file cannot be read: nothing in it. Use it as it was downloaded.",
        );
        said(
            "{\"a\": \"\u{202e}\"}",
            "文件不能读取：第 1 行第 11 列，`/a`，文字中有看不见的字符（U+202E）。请使用下载时的原文件。",
            "The file cannot be read: line 1, column 11, `/a`: text holds the invisible character U+202E. Use it as it was downloaded.",
        );
        said(
            &" ".repeat(16 * 1024 * 1024 + 1),
            "文件不能读取：文件过大，超过 16384 KiB。请使用下载时的原文件。",
            "The file cannot be read: larger than 16384 KiB. Use it as it was downloaded.",
        );
        said(
            "{}",
            "这不是自测草稿：没有 `/format`。请选择下载的草稿文件（JSON）。",
            "This is no draft: `/format` is missing. Choose a draft (JSON) as it was downloaded.",
        );
    }

    #[test]
    fn a_day_that_is_none() {
        said_of(
            "format",
            json!("zhice.pack/1"),
            "这是政策包文件，不是自测草稿。请选择下载的草稿文件（JSON）。",
            "This is a policy pack, no draft. Choose a draft (JSON) as it was downloaded.",
        );
        said_of(
            "as_of",
            json!("2020-02-30"),
            "文件不能读取：`/as_of`，不是日历上的日期（YYYY-MM-DD）。请使用下载时的原文件。",
            "The file cannot be read: `/as_of`: not a calendar day written YYYY-MM-DD. Use it as it was downloaded.",
        );
    }

    #[test]
    fn a_draft_of_something_else() {
        said_of(
            "format",
            json!("zhice.draft/9"),
            "草稿的格式“zhice.draft/9”不认识（`/format`），这里能读的是 zhice.draft/1。请用生成它的版本复核。",
            "The format “zhice.draft/9” is not known (`/format`); zhice.draft/1 is. Review it with the version that wrote it.",
        );
        said_of(
            "programme",
            json!("other"),
            "这里没有事项“other”（`/programme`）。请在提供该事项的页面复核。",
            "There is no programme “other” here (`/programme`). Review it on a page that offers the programme.",
        );
        said_of(
            "track",
            json!("other"),
            "事项“sample”没有类别“other”（`/track`）。请用生成草稿时的政策包复核。",
            "Programme “sample” has no track “other” (`/track`). Review it with the pack it was drawn up with.",
        );
        said_of(
            "readings",
            json!({ "sample.over": "other" }),
            "读法“sample.over”没有“other”（`/readings`），这里有：over、from。请用生成草稿时的政策包复核。",
            "There is no reading “sample.over” with case “other” (`/readings`); known here: over, from. \
             Review it with the pack it was drawn up with.",
        );
    }

    #[test]
    fn a_file_that_says_too_much_is_not_repeated() {
        let long = "很".repeat(300_000);
        let many: serde_json::Map<String, Value> = (0..50_000).map(|n| (format!("x.{n}"), json!(1))).collect();
        for (key, value) in [
            ("format", json!(long)),
            ("programme", json!(long)),
            ("track", json!(long)),
            ("as_of", json!(long)),
            ("lang", json!(long)),
            ("marks", json!(long)),
            ("readings", json!({ "sample.over": long })),
            ("answers", json!({ "body.site": long })),
            ("answers", json!({ "body.services": ["search", long] })),
            ("answers", json!({ (long.clone()): 1 })),
            ("answers", json!(many)),
            ("dossier", json!({ (long.clone()): 1 })),
            ("dossier", json!({ "applicant": { (long.clone()): "" } })),
        ] {
            let pack = pack();
            let mut draft = draft(&pack);
            draft[key] = value;
            let error = verify(&draft.to_string(), |id| (id == pack.file.id).then_some(&pack)).unwrap_err();
            for lang in [Lang::Zh, Lang::En] {
                let said = verify_error(&error, lang).chars().count();
                assert!(said < 2_000, "{key}: {said} characters");
            }
        }
    }

    #[test]
    fn answers_that_cannot_be_taken() {
        said_of(
            "answers",
            json!({ "body.staff": 1.5, "body.site": "moon", "body.gone": true }),
            "`/answers/body.gone`：没有这一事项。\n`/answers/body.site`：没有选项“moon”，可选 park、county、other。\n\
             `/answers/body.staff`：应为整数。\n请更正以上各处，或用生成草稿时的政策包复核。",
            "`/answers/body.gone`: no such fact.\n`/answers/body.site`: no such option “moon”; the options are park, county, other.\n\
             `/answers/body.staff`: a count is a whole number.\nMend these, or review the draft with the pack it was drawn up with.",
        );
        said_of(
            "dossier",
            json!({ "applicant": [] }),
            "文件不能读取：`/dossier/applicant`，类型不符，应为对象，现为列表。请使用下载时的原文件。",
            "The file cannot be read: `/dossier/applicant`: wrong type: list, expected an object. Use it as it was downloaded.",
        );
    }
}
