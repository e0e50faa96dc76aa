//! Indicators: each reads its facts the way their types allow, and its departments are known.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::indicator::{Indicator, Measured};
use super::super::dangling;
use super::Checker;
use crate::model::Kind;

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
                    self.report(Code::EmptyGroup, &pointer, "a checklist without points", "list the points");
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
                self.found.push(dangling(&pointer, "department", id));
            } else if indicator.departments.iter().take(index).any(|earlier| earlier == id) {
                self.report(Code::Id, &pointer, format!("department `{id}` stands twice"), "keep one");
            }
        }
    }
}
