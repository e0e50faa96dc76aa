//! The report of an assessment as a page of plain text.

use super::terminal::{TableRow, TerminalText};
use crate::model::Lang;
use crate::report::{
    Dated, DoubtRow, GroupRow, IndicatorRow, ItemRow, LinkRow, Mark, MeasureRow, ReadingOption, ReadingRow, Report,
    Row, ScoreReport, Support, disclaimer, heading,
};

/// The page, in the language of the report. What it leads to is called by its title; where there is none, its pack is
/// said to be missing.
pub fn page(report: &Report, lang: Lang, title: impl Fn(&LinkRow) -> Option<String>) -> String {
    let mut writer = Writer { report, lang, page: TerminalText::default() };
    writer.head();
    writer.rows(heading::CONDITIONS, &report.conditions);
    writer.rows(heading::PRIORITIES, &report.priorities);
    writer.indicators();
    if let Some(score) = &report.score {
        writer.score(score);
    }
    if let Some(support) = &report.support {
        writer.support(support);
    }
    writer.readings();
    writer.missing();
    writer.doubts();
    writer.dates();
    writer.leads_to(title);
    writer.page.gap();
    writer.page.line(0, disclaimer(lang));
    writer.page.into_text()
}

struct Writer<'a> {
    report: &'a Report,
    lang: Lang,
    page: TerminalText,
}

impl Writer<'_> {
    fn head(&mut self) {
        let head = &self.report.head;
        self.page.line(0, &format!("{} · {}", head.programme, head.track));
        self.page.gap();
        self.page.line(0, &head.headline());
        self.page.gap();
        self.page.line(0, &format!("{}{}", self.lang.pick("测算日期：", "As of "), head.day));
        self.page.line(0, &head.standing.sentence);
        self.page.line(0, &head.standing.note);
    }

    fn rows(&mut self, title: [&'static str; 2], rows: &[Row]) {
        let lines = |row: &Row| TableRow {
            cells: vec![marked(row.mark, &row.title), row.clause.label.clone(), row.word.clone()],
            below: row.reasons.clone(),
        };
        let rows: Vec<TableRow> = rows.iter().map(lines).collect();
        self.section(title, &rows);
    }

    fn indicators(&mut self) {
        let lines = |one: &IndicatorRow| {
            // Of a checklist each point is told; anything else is in the phrase already.
            let points = one.row.reasons.iter().filter(|_| one.is_checklist).cloned();
            TableRow {
                cells: vec![marked(one.row.mark, &one.row.title), one.row.clause.label.clone(), one.stands.clone()],
                below: points.chain(one.due.clone()).chain(one.duty.clone()).collect(),
            }
        };
        let rows: Vec<TableRow> = self.report.indicators.iter().map(lines).collect();
        self.section(heading::SELF_EVALUATION, &rows);
        if let Some(note) = &self.report.indicators_note {
            self.page.line(2, note);
        }
    }

    fn score(&mut self, score: &ScoreReport) {
        let item = |item: &ItemRow| TableRow {
            cells: vec![item.title.clone(), item.clause.label.clone(), item.points.clone()],
            below: item.reasons.clone(),
        };
        let group = |group: &GroupRow| {
            let title = marked(group.mark, &group.title);
            let head = TableRow {
                cells: vec![title, group.clause.label.clone(), group.points.clone()],
                below: group.floor.iter().cloned().collect(),
            };
            [head].into_iter().chain(group.items.iter().map(item)).collect::<Vec<_>>()
        };
        let rows: Vec<TableRow> = score.groups.iter().flat_map(group).collect();
        self.section(heading::SCORE, &rows);
        let deductions: Vec<TableRow> = score.deductions.iter().map(item).collect();
        self.section(heading::DEDUCTIONS, &deductions);
        self.rows(heading::VETOES, &score.vetoes);
        self.rows(heading::DIRECT, &score.direct);
        self.page.gap();
        for line in score.sentences(self.lang) {
            self.page.line(2, &line);
        }
    }

    fn support(&mut self, support: &Support) {
        let lines = |one: &MeasureRow| TableRow {
            cells: vec![
                marked(one.row.mark, &one.row.title),
                one.row.clause.label.clone(),
                one.form.to_owned(),
                one.sum_or_word().to_owned(),
            ],
            below: one.row.reasons.clone(),
        };
        let rows: Vec<TableRow> = support.measures.iter().map(lines).collect();
        self.section(heading::SUPPORT, &rows);

        let lang = self.lang;
        self.page.gap();
        self.page.line(2, &format!("{} {}", support.total.label, support.total.range));
        if support.by_form.len() > 1 {
            for one in &support.by_form {
                self.page.line(6, &format!("{}{} {}", lang.pick("其中：", "of which "), one.form, one.range));
            }
        }
        for ceiling in &support.ceilings {
            self.page.line(6, &ceiling.says);
        }
        if let Some(counted) = &support.counted {
            self.page.line(6, &format!("{}{counted}", lang.pick("计入合计：", "Counted: ")));
        }
        self.page.line(2, &format!("{}{}", lang.pick("各种读法下的范围 ", "Range over all readings "), support.span));
    }

    fn readings(&mut self) {
        let lang = self.lang;
        let lines = |one: &ReadingRow| {
            let shown = |case: &ReadingOption| match lang {
                Lang::Zh => format!("{}（{}）", case.id, case.label),
                Lang::En => format!("{} ({})", case.id, case.label),
            };
            let chosen = one.followed().map(shown).unwrap_or_default();
            let others = one.cases.iter().enumerate().filter(|(at, _)| *at != one.chosen).map(|(_, case)| shown(case));
            let others = lang.list(&others.collect::<Vec<_>>());
            let effect = if one.matters {
                lang.pick("影响结果", "moves the result")
            } else {
                lang.pick("不影响结果", "does not move the result")
            };
            let cases = match lang {
                Lang::Zh => format!("采用 {chosen}；另有 {others}"),
                Lang::En => format!("read as {chosen}; otherwise {others}"),
            };
            TableRow {
                cells: vec![one.id.clone(), one.clause.label.clone(), effect.to_owned()],
                below: vec![one.question.clone(), cases],
            }
        };
        let rows: Vec<TableRow> = self.report.readings.iter().map(lines).collect();
        self.section(heading::READINGS, &rows);
    }

    fn missing(&mut self) {
        let missing = &self.report.missing;
        let rows = missing
            .facts
            .iter()
            .map(|fact| TableRow { cells: vec![fact.label.clone(), fact.id.clone()], below: Vec::new() });
        let rows: Vec<TableRow> = rows.collect();
        self.section(["尚待填写", "Still to answer"], &rows);
        if let Some(next) = &missing.next {
            self.page.heading(self.lang.pick("下一问", "Next question"));
            self.page.line(2, &next.question);
            self.page.line(2, &format!("{}  {}", next.id, next.clause.label));
        }
    }

    fn doubts(&mut self) {
        let lines = |one: &DoubtRow| TableRow { cells: vec![one.entered.clone()], below: vec![one.text.clone()] };
        let rows: Vec<TableRow> = self.report.doubts.iter().map(lines).collect();
        self.section(["待核对", "To be checked"], &rows);
    }

    fn dates(&mut self) {
        let lang = self.lang;
        let lines = |one: &Dated| {
            let state = one.state(lang).unwrap_or_default();
            let again = one.again.iter().map(|day| day.in_prose(lang)).collect::<Vec<_>>();
            let again = (!again.is_empty()).then(|| format!("{}{}", lang.pick("以后：", "then "), lang.list(&again)));
            TableRow {
                cells: vec![one.day.in_prose(lang), one.title.clone(), state.to_owned()],
                below: again.into_iter().chain(one.reckoning.clone()).collect(),
            }
        };
        let rows: Vec<TableRow> = self.report.next_steps.dates.iter().map(lines).collect();
        self.section(heading::DATES, &rows);
    }

    fn leads_to(&mut self, title: impl Fn(&LinkRow) -> Option<String>) {
        let lang = self.lang;
        let lines = |one: &LinkRow| {
            let ids = format!("{}/{}", one.programme, one.track);
            let (called, below) = match title(one) {
                Some(title) => (title, ids),
                None => (ids, lang.pick("这里没有该事项的政策包", "there is no policy pack of it here").to_owned()),
            };
            TableRow {
                cells: vec![marked(one.mark, &called), one.clause.label.clone(), one.word.to_owned()],
                below: [one.text.clone()].into_iter().chain(one.note.clone()).chain([below]).collect(),
            }
        };
        let rows: Vec<TableRow> = self.report.leads_to.iter().map(lines).collect();
        self.section(heading::LEADS_TO, &rows);
    }

    /// A titled table; one without rows is left out.
    fn section(&mut self, [zh, en]: [&'static str; 2], rows: &[TableRow]) {
        if !rows.is_empty() {
            self.page.heading(self.lang.pick(zh, en));
            self.page.table(rows);
        }
    }
}

fn marked(mark: Mark, title: &str) -> String {
    format!("{} {title}", mark.shape())
}
