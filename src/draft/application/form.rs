//! The sections of the form around the result: who applies, what is written and attached, how it goes on.

use super::{Section, Writer};
use crate::draft::dossier::Declaration;
use crate::draft::field::{Field, too_long};
use crate::draft::words;
use crate::model::Value;
use crate::model::kind::TEXT_LIMIT;
use crate::model::text::excess;
use crate::pack::track::{Applicant, Narrative};
use crate::report::{
    Clause, Dated, DoubtRow, LinkRow, Mark, MaterialRow, MissingFact, Row, StepRow, applicant_title, disclaimer,
    draft_title, heading,
};

impl Writer<'_> {
    pub(super) fn cover(&self) -> Section {
        let (head, track, dossier) = (&self.report.head, self.track, &self.inputs.dossier);
        let row = |label: [&'static str; 2], value: String| vec![self.pick(label).to_owned(), value];
        let recommended = || row(["推荐单位", "Recommending body"], dossier.field(Field::RecommendingBody).to_owned());
        let mut rows = vec![
            row(["状态", "Status"], words::draft_notice(self.lang).to_owned()),
            row(["事项", "Programme"], head.programme.clone()),
            row(["类别", "Track"], head.track.clone()),
            row(["依据文件", "Document"], head.document.clone()),
            vec![applicant_title(track, self.lang).to_owned(), dossier.field(Field::Name).to_owned()],
        ];
        rows.extend(track.is_recommended().then(recommended));
        rows.extend([
            row(["测算日期", "As of"], head.day.clone()),
            row(["文件效力", "Standing"], head.standing.sentence.clone()),
            row(["效力说明", "On its standing"], head.standing.note.clone()),
            row(["自测结论", "Result"], head.headline()),
            row(["说明", "Note"], disclaimer(self.lang).to_owned()),
        ]);
        self.section("cover", draft_title(track, self.lang), &[["项目", "Item"], ["内容", "Content"]], rows)
    }

    pub(super) fn applicant(&self) -> Section {
        let track = self.track;
        let row = |field: Field| vec![self.label(field), self.inputs.dossier.stated(field, self.lang)];
        let rows = Field::asked(track).map(row).collect();
        let title = applicant_title(track, self.lang);
        self.section("applicant", title, &[["项目", "Item"], ["内容", "Content"]], rows)
    }

    fn label(&self, field: Field) -> String {
        field.label(self.track.applicant, self.lang).to_owned()
    }

    pub(super) fn narratives(&self) -> Section {
        let written = &self.inputs.dossier.narratives;
        let row = |section: &Narrative| {
            vec![self.text(&section.title), written.get(&section.id).cloned().unwrap_or_default()]
        };
        let rows = self.track.narratives.iter().map(row).collect();
        self.section("narratives", self.pick(heading::NARRATIVES), &[["部分", "Section"], ["内容", "Content"]], rows)
    }

    pub(super) fn materials(&self) -> Section {
        let states = &self.inputs.dossier.materials;
        let row = |material: &MaterialRow| {
            let state = states.get(&material.id).map(|state| words::material_state(*state, self.lang));
            vec![material.clause.label.clone(), material.title.clone(), state.unwrap_or_default().to_owned()]
        };
        let rows = self.report.next_steps.materials.iter().map(row).collect();
        let columns = [["条款", "Clause"], ["材料", "Material"], ["状态", "State"]];
        self.section("materials", self.pick(heading::MATERIALS), &columns, rows)
    }

    pub(super) fn procedure(&self) -> Section {
        let row = |step: &StepRow| {
            let limit = step.limit_in_full(self.lang);
            vec![step.clause.label.clone(), step.title.clone(), step.actor.clone(), limit]
        };
        let round = |one: &Dated| {
            let day = one.day.in_prose(self.lang);
            let state =
                one.state(self.lang).map(|state| self.pick(["（", " ("]).to_owned() + state + self.pick(["）", ")"]));
            let clauses = one.cites.iter().map(|cite| Clause::of(self.pack, cite, self.lang).label);
            vec![clauses.collect(), one.title.clone(), String::new(), day + &state.unwrap_or_default()]
        };
        let rounds = self.report.next_steps.dates.iter().filter(|one| one.is_of_round()).map(round);
        let rows = rounds.chain(self.report.next_steps.procedure.iter().map(row)).collect();
        let columns = [["条款", "Clause"], ["步骤", "Step"], ["办理单位", "Who acts"], ["期限", "Due"]];
        self.section("procedure", self.pick(heading::PROCEDURE), &columns, rows)
    }

    pub(super) fn leads_to(&self) -> Section {
        let row = |link: &LinkRow| {
            let text = [Some(&link.text), link.note.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>();
            vec![link.clause.label.clone(), text.join(self.pick(["", " "])), link.word.to_owned()]
        };
        let rows = self.report.leads_to.iter().map(row).collect();
        let columns = [["条款", "Clause"], ["可以接着申报", "What may come next"], ["情况", "State"]];
        self.section("leads_to", self.pick(heading::LEADS_TO), &columns, rows)
    }

    /// Questions about the figures, none of which decides anything.
    pub(super) fn doubts(&self) -> Section {
        let row = |doubt: &DoubtRow| vec![doubt.entered.clone(), doubt.text.clone()];
        let rows = self.report.doubts.iter().map(row).collect();
        let columns = [["所填", "As entered"], ["请核对", "Please check"]];
        self.section("checks", self.pick(["待核对", "To be checked"]), &columns, rows)
    }

    pub(super) fn outstanding(&self) -> Section {
        let row = |what: &str, why: String| vec![what.to_owned(), why];
        let dossier = &self.inputs.dossier;
        let mut rows: Vec<Vec<String>> = dossier
            .errors(self.track)
            .iter()
            .map(|(field, error)| row(&self.label(*field), error.say(self.lang)))
            .collect();
        rows.extend(self.overlong().map(|(label, by, limit)| row(&label, too_long(by, limit, self.lang))));
        let unread = self.unread.iter().filter_map(|(id, text)| Some((self.pack.fact(id)?, text)));
        rows.extend(unread.map(|(fact, text)| row(&self.text(&fact.label), words::unread(text, self.lang))));
        let blank = self.pick(["尚未填写", "not filled in yet"]);
        rows.extend(dossier.blank(self.track).map(|field| row(&self.label(field), blank.to_owned())));
        let matters = self.pick(["尚未填写，可能影响结果", "not answered yet; it may change the result"]);
        let is_unread = |fact: &&MissingFact| self.unread.contains_key(&fact.id);
        let open = self.report.missing.facts.iter().filter(|fact| !is_unread(fact));
        rows.extend(open.map(|fact| row(&fact.label, matters.to_owned())));
        if self.report.head.verdict.is_some_and(|verdict| verdict.mark == Mark::NotMet) {
            let blocked = self.report.conditions.iter().filter(|one| one.mark == Mark::NotMet);
            rows.extend(blocked.map(|one: &Row| row(&one.title, self.joined(&one.reasons))));
        }
        self.section(
            "outstanding",
            self.pick(["待补事项", "Still to do"]),
            &[["事项", "Item"], ["情况", "State"]],
            rows,
        )
    }

    /// Texts that are longer than they should be: what each is called, by how much, and the limit.
    fn overlong(&self) -> impl Iterator<Item = (String, usize, usize)> {
        let answers = &self.inputs.answers;
        let asked = self.track.topics.iter().flat_map(|topic| &topic.facts).chain(&self.track.record);
        let answered = asked.filter_map(|id| match answers.get(id)? {
            Value::Text(text) => Some((self.text(&self.pack.fact(id)?.label), excess(text, TEXT_LIMIT)?, TEXT_LIMIT)),
            _ => None,
        });
        let free = self.inputs.dossier.overlong(answers).into_iter();
        let free =
            free.filter_map(|(text, by)| Some((self.text(text.label(self.pack, self.track)?), by, text.limit())));
        answered.chain(free)
    }

    pub(super) fn declarations(&self) -> Section {
        let row = |declaration: Declaration| {
            let made = self.inputs.dossier.declarations.contains(&declaration);
            let state =
                if made { self.pick(["已确认", "confirmed"]) } else { self.pick(["未确认", "not confirmed"]) };
            vec![words::declaration(declaration, self.lang).to_owned(), state.to_owned()]
        };
        let mut rows: Vec<Vec<String>> = Declaration::ALL.into_iter().map(row).collect();
        let signed = self.pick(match self.track.applicant {
            Applicant::Person => ["（签名）、日期", " (signature), date"],
            _ => ["（签章）、日期", " (signature, seal), date"],
        });
        rows.push(vec![format!("{}{signed}", applicant_title(self.track, self.lang)), String::new()]);
        self.section(
            "declarations",
            self.pick(["声明", "Declarations"]),
            &[["内容", "Content"], ["状态", "State"]],
            rows,
        )
    }

    pub(super) fn review(&self) -> Section {
        let row = |label: [&'static str; 2]| vec![self.pick(label).to_owned(), String::new()];
        let recommended = self.track.is_recommended();
        let recommended = recommended.then(|| row(["推荐单位意见", "Opinion of the recommending body"]));
        let rows = recommended.into_iter().chain([row(["主管部门审核意见", "Opinion of the authority"])]).collect();
        self.section(
            "review",
            self.pick(["审核意见（由受理单位填写）", "Review (for the authority)"]),
            &[["栏目", "Item"], ["意见", "Opinion"]],
            rows,
        )
    }
}
