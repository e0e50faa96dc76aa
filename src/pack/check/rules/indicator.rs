//! Indicators: each reads its facts the way their types allow, and its departments are known.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::indicator::{Indicator, Measured};
use super::super::noun::Noun;
use super::Checker;
use crate::model::Kind;
use crate::model::text::text;

impl<'a> Checker<'a> {
    pub(super) fn indicator(&mut self, indicator: &'a Indicator, place: &str, asked: &BTreeSet<&str>) {
        let measured = format!("{place}/measured");
        match &indicator.measured {
            Measured::Target(goal) => self.comparison(goal, &format!("{measured}/target"), Some(asked)),
            Measured::Comparison(relation) => {
                self.relation(relation, &format!("{measured}/comparison"), Some(asked));
            }
            Measured::Checklist(points) => {
                let pointer = format!("{measured}/checklist");
                if points.is_empty() {
                    let message = text!("没有写要核对的各点", "a checklist without points");
                    self.report(Code::EmptyGroup, &pointer, message, text!("列出各点", "list the points"));
                }
                for (index, point) in points.iter().enumerate() {
                    self.condition(point, &format!("{pointer}/{index}"), Some(asked));
                }
            }
            Measured::Maturity { fact, reached } => {
                let pointer = format!("{measured}/maturity");
                let fact = self.fact(fact, &format!("{pointer}/fact"), &[Kind::Choice], Some(asked));
                if !reached.is_empty() {
                    self.options(fact, reached, &format!("{pointer}/reached"));
                }
            }
        }
        for (index, id) in indicator.departments.iter().enumerate() {
            let pointer = format!("{place}/departments/{index}");
            if !self.file.departments.iter().any(|department| department.id == *id) {
                self.found.push(Noun::DEPARTMENT.dangling(&pointer, id));
            } else if indicator.departments.iter().take(index).any(|earlier| earlier == id) {
                let message = text!("责任单位 `{id}` 出现两次", "department `{id}` stands twice");
                self.report(Code::Id, &pointer, message, text!("只留一个", "keep one"));
            }
        }
    }
}
