//! The procedure: its stages are known, and every rule for a day starts from a day there can be.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::due::Anchor;
use super::super::super::track::ProcedureStep;
use super::super::super::{Due, Fact, Track};
use super::super::noun::Noun;
use super::Checker;
use crate::model::Kind;
use crate::model::text::text;

impl<'a> Checker<'a> {
    pub(super) fn procedure(&mut self, track: &'a Track, place: &str, asked: &BTreeSet<&str>) {
        let stage = track.stage.as_ref();
        let stage = stage.and_then(|id| self.fact(id, &format!("{place}/stage"), &[Kind::Choice], Some(asked)));
        for (index, step) in track.procedure.iter().enumerate() {
            let place = format!("{place}/procedure/{index}");
            self.stages(track, stage, step, &format!("{place}/stages"));
            if let Some(due) = &step.due {
                self.due(track, step, due, &format!("{place}/due"), asked);
            }
        }
    }

    fn stages(&mut self, track: &Track, stage: Option<&Fact>, step: &ProcedureStep, pointer: &str) {
        if track.stage.is_none() && !step.stages.is_empty() {
            let message = text!("本类别没有阶段，步骤却写了阶段", "stages on a track that has none");
            let help = text!(
                "在类别的 `stage` 中写明由哪个填报项表示阶段",
                "name the fact that tells the stage as `stage` of the track"
            );
            self.report(Code::Dangling, pointer, message, help);
        } else if !step.stages.is_empty() {
            self.options(stage, &step.stages, pointer);
        }
    }

    fn due(&mut self, track: &Track, step: &ProcedureStep, due: &'a Due, pointer: &str, asked: &BTreeSet<&str>) {
        if let Some((place, _)) = due.period().filter(|(_, period)| period.is_zero()) {
            let pointer = format!("{pointer}/{place}");
            let message = text!("期限的长度为零", "a period without time in it");
            self.report(Code::OutOfDomain, &pointer, message, text!("写正数", "give a positive number"));
        }
        for (place, anchor) in due.anchors() {
            let pointer = format!("{pointer}/{place}");
            match anchor {
                Anchor::Fact(id) => _ = self.fact(id, &format!("{pointer}/fact"), &[Kind::Date], Some(asked)),
                Anchor::Step(id) => self.anchor_step(track, step, id, &format!("{pointer}/step")),
            }
        }
    }

    /// The other step falls on one day, which is not reckoned from this one in turn.
    fn anchor_step(&mut self, track: &Track, step: &ProcedureStep, id: &str, pointer: &str) {
        let find = |id: &str| track.procedure.iter().find(|step| step.id == id);
        let Some(other) = find(id) else {
            self.found.push(Noun::STEP.dangling(pointer, id));
            return;
        };
        if other.due.as_ref().is_none_or(Due::recurs) {
            let message = text!("步骤 `{id}` 没有唯一的日期", "step `{id}` has no single day");
            let help =
                text!("改写有唯一日期的步骤，或者日期填报项", "name a step that falls on one day, or a date fact");
            self.report(Code::TypeMismatch, pointer, message, help);
        }
        let mut reached = vec![id];
        let mut next = 0;
        while let Some(due) = reached.get(next).copied().map(|id| find(id).and_then(|step| step.due.as_ref())) {
            for (_, anchor) in due.into_iter().flat_map(Due::anchors) {
                match anchor {
                    Anchor::Step(id) if !reached.contains(&id.as_str()) => reached.push(id),
                    _ => {}
                }
            }
            next += 1;
        }
        if reached.contains(&step.id.as_str()) {
            let step = &step.id;
            let message = text!(
                "`{step}` 与 `{id}` 的日期互相推算",
                "the days of `{step}` and `{id}` are reckoned from each other"
            );
            let help = text!("其中一个改为从日期填报项算起", "reckon one of them from a date fact");
            self.report(Code::Cyclic, pointer, message, help);
        }
    }
}
