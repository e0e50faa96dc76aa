//! Words and citations: complete in both languages, and each citation a clause.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::super::PackFile;
use super::super::diagnostic::{Code, Diagnostic};
use super::super::indicator::{Indicator, Measured};
use super::super::programme::Role;
use crate::model::json::push_step;
use crate::model::text::{is_han, text};

/// Walks the file as JSON, so that no text and no citation can be missed.
pub fn check(file: &PackFile, json: &Json, found: &mut Vec<Diagnostic>) {
    let mut walk = Walk { cited: BTreeSet::new(), found };
    walk.visit(json, &mut String::new());
    let Walk { cited, found } = walk;
    let mut clauses = BTreeSet::new();
    for (index, clause) in file.clauses.iter().enumerate() {
        let (place, cite) = (format!("/clauses/{index}"), &clause.cite);
        if !clauses.insert(cite.as_str()) {
            let message = text!("条款 `{cite}` 出现两次", "clause `{cite}` stands twice");
            let help = text!("合并为一条", "merge the two");
            found.push(Diagnostic::error(Code::Id, format!("{place}/cite"), message, help));
        }
        let mut actions = BTreeSet::new();
        for (at, action) in clause.actions.iter().enumerate().filter(|(_, action)| !actions.insert(&action.id)) {
            let id = &action.id;
            let message = text!("工作 `{id}` 在这一条款下出现两次", "action `{id}` stands twice under this clause");
            let help = text!("给其中一项另起编号", "rename one of the two");
            found.push(Diagnostic::error(Code::Id, format!("{place}/actions/{at}/id"), message, help));
        }
        let rates = |one: &Indicator| one.cite == clause.cite && matches!(one.measured, Measured::Maturity { .. });
        if !clause.actions.is_empty() && !file.tracks.iter().flat_map(|track| &track.indicators).any(rates) {
            let message = text!(
                "条款 `{cite}` 列出了工作，却没有自评引用它",
                "clause `{cite}` lists actions, but no rating cites it"
            );
            let help = text!(
                "在对应的 `maturity` 中引用它，或者删去这些工作",
                "cite it from the `maturity` they belong to, or remove them"
            );
            found.push(Diagnostic::error(Code::Unused, format!("{place}/actions"), message, help).as_warning());
        }
        match (clause.role, cited.iter().any(|(cite, _)| *cite == clause.cite)) {
            (Role::Encoded, false) => {
                let message = text!(
                    "条款 `{cite}` 的 `role` 为 `encoded`，却没有内容引用它",
                    "clause `{cite}` is said to be encoded, but nothing cites it"
                );
                let help = text!(
                    "在用到的地方引用它，或者把 `role` 改为 `discretion` 或 `no_effect`",
                    "cite it where it is used, or make its role `discretion` or `no_effect`"
                );
                found.push(Diagnostic::error(Code::Unused, place, message, help).as_warning());
            }
            (Role::NoEffect, true) => {
                let message = text!(
                    "条款 `{cite}` 的 `role` 为 `no_effect`，却有内容引用它",
                    "clause `{cite}` is said to have no effect, but it is cited"
                );
                let help = text!("把 `role` 改为 `encoded`", "make its role `encoded`");
                found.push(Diagnostic::error(Code::Uncited, place, message, help).as_warning());
            }
            _ => {}
        }
    }
    for (cite, pointer) in cited.into_iter().filter(|(cite, _)| !clauses.contains(cite.as_str())) {
        let (message, help) = if cite.is_empty() {
            (text!("没有写引用的条款", "no citation"), text!("写明依据哪一条款", "name the clause this rests on"))
        } else {
            let message = text!("`{cite}` 不是文件的条款", "`{cite}` is not a clause of the document");
            (message, text!("改正引用，或者把条款补进 `clauses`", "correct it, or add the clause to `clauses`"))
        };
        found.push(Diagnostic::error(Code::Uncited, pointer, message, help));
    }
}

struct Walk<'a> {
    /// Each citation with the place it stands in, apart from the list of clauses itself.
    cited: BTreeSet<(String, String)>,
    found: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn visit(&mut self, json: &Json, pointer: &mut String) {
        let depth = pointer.len();
        match json {
            Json::Object(fields) => {
                if fields.is_empty() || fields.contains_key("zh") || fields.contains_key("en") {
                    self.text(json, pointer);
                }
                if let Some(cite) = fields.get("cite").filter(|_| !pointer.starts_with("/clauses/")) {
                    self.cited.insert((cite.as_str().unwrap_or_default().to_owned(), format!("{pointer}/cite")));
                }
                for (key, value) in fields {
                    push_step(pointer, key);
                    if ["en", "cite_en"].contains(&key.as_str()) {
                        self.english(value, pointer);
                    }
                    self.visit(value, pointer);
                    pointer.truncate(depth);
                }
            }
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    push_step(pointer, &index.to_string());
                    self.visit(item, pointer);
                    pointer.truncate(depth);
                }
            }
            _ => {}
        }
    }

    /// English words that are Chinese as they stand. One Latin letter is enough: a name may keep its characters.
    fn english(&mut self, json: &Json, pointer: &str) {
        let words = json.as_str().unwrap_or_default();
        if words.contains(is_han) && !words.contains(|c: char| c.is_ascii_alphabetic()) {
            let message = text!("英文 `{words}` 还是中文", "`{words}` is Chinese where English belongs");
            let help = text!("译成英文", "translate it");
            self.found.push(Diagnostic::error(Code::Untranslated, pointer, message, help).as_warning());
        }
    }

    fn text(&mut self, json: &Json, pointer: &str) {
        for lang in ["zh", "en"] {
            if json.get(lang).and_then(Json::as_str).is_none_or(|words| words.trim().is_empty()) {
                let help = text!("写在 `{lang}` 下", "write it under `{lang}`");
                let message = text!("缺少 `{lang}` 的文字", "no words in `{lang}`");
                self.found.push(Diagnostic::error(Code::Untranslated, pointer, message, help));
            }
        }
    }
}
