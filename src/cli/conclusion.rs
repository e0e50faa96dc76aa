//! The conclusion of an assessment as a page of plain text.

use super::page::{Page, Row};
use crate::draft::words;
use crate::engine::Assessment;
use crate::engine::assess::{Finding, MeasureFinding, ReadingFinding, SupportFinding};
use crate::engine::indicators::IndicatorFinding;

use crate::engine::explain::Step;
use crate::engine::say::say;
use crate::model::{Lang, Text, Truth};
use crate::pack::indicator::{Indicator, Measured};
use crate::pack::load::TrackRef;
use crate::pack::reading::ReadingCase;
use crate::pack::track::{Requirement, Support};
use crate::pack::{Measure, Pack};

/// The page, in one language.
pub fn page(track: TrackRef<'_>, assessment: &Assessment, lang: Lang) -> String {
    let mut writer = Writer { track, pack: track.pack, assessment, lang, page: Page::default() };
    writer.head();
    writer.findings(["条件对照", "Conditions"], &track.track.conditions, &assessment.eligibility.conditions);
    writer.findings(["优先考虑", "Preferred"], &track.track.priorities, &assessment.priorities);
    writer.indicators();
    if let Some((declared, found)) = track.track.support.as_ref().zip(assessment.support.as_ref()) {
        writer.support(declared, found);
    }
    writer.readings();
    writer.missing();
    writer.page.gap();
    writer.page.line(0, words::disclaimer(lang));
    writer.page.into_text()
}

struct Writer<'a> {
    track: TrackRef<'a>,
    pack: &'a Pack,
    assessment: &'a Assessment,
    lang: Lang,
    page: Page,
}

impl Writer<'_> {
    fn head(&mut self) {
        let (file, lang) = (&self.pack.file, self.lang);
        self.page.line(0, &format!("{} · {}", file.title.get(lang), self.track.track.title.get(lang)));
        self.page.gap();
        self.page.line(0, &words::headline(self.assessment, lang));
        self.page.gap();
        let day = self.assessment.as_of.in_prose(lang);
        self.page.line(0, &format!("{}{day}", lang.pick("测算日期：", "As of ")));
        self.page.line(0, &words::standing(self.assessment, &file.standing, lang));
        self.page.line(0, file.standing.note.get(lang));
    }

    fn findings(&mut self, title: [&'static str; 2], declared: &[Requirement], found: &[Finding]) {
        let row = |(requirement, finding): (&Requirement, &Finding)| Row {
            cells: vec![
                self.marked(finding.truth, &requirement.title),
                self.cite(&finding.cite),
                words::finding(finding, self.lang).to_owned(),
            ],
            below: self.said(&finding.reasons),
        };
        let rows: Vec<Row> = declared.iter().zip(found).map(row).collect();
        self.section(title, &rows);
    }

    fn indicators(&mut self) {
        let pairs = self.track.track.indicators.iter().zip(&self.assessment.indicators);
        let row = |(indicator, finding): (&Indicator, &IndicatorFinding)| Row {
            cells: vec![
                indicator.title.get(self.lang).to_owned(),
                self.cite(&finding.cite),
                words::indicator(self.pack, indicator, finding, self.lang),
            ],
            below: self.indicator_lines(indicator, finding),
        };
        let rows: Vec<Row> = pairs.map(row).collect();
        self.section(["自我评价", "Self-evaluation"], &rows);
        if let Some(note) = &self.track.track.indicators_note {
            self.page.line(2, note.get(self.lang));
        }
    }

    /// What an indicator was read from, by when it is due, who answers for it.
    fn indicator_lines(&self, indicator: &Indicator, finding: &IndicatorFinding) -> Vec<String> {
        let lang = self.lang;
        let reasons = match indicator.measured {
            Measured::Checklist(_) => self.said(&finding.reasons),
            _ => Vec::new(),
        };
        let due = indicator.by.map(|by| words::deadline(by, lang));
        let departments = words::departments(self.pack, indicator, lang);
        reasons.into_iter().chain(due).chain(departments).collect()
    }

    fn support(&mut self, declared: &Support, found: &SupportFinding) {
        let row = |(measure, finding): (&Measure, &MeasureFinding)| Row {
            cells: vec![
                self.marked(finding.marked(), &measure.title),
                self.cite(&finding.cite),
                words::form(finding.form, self.lang).to_owned(),
                self.sum(measure, finding),
            ],
            below: self.said(&finding.steps),
        };
        let rows: Vec<Row> = declared.measures.iter().zip(&found.measures).map(row).collect();
        self.section(["支持测算", "Estimate of support"], &rows);

        let lang = self.lang;
        self.page.gap();
        let (total, range) = (found.total, lang.range(found.total));
        let label = if total.is_settled() {
            lang.pick("合计，最高可达 ", "Total, at most ")
        } else {
            lang.pick("合计 ", "Total ")
        };
        self.page.line(2, &format!("{label}{range}"));
        if found.by_form.len() > 1 {
            for (form, amount) in &found.by_form {
                let (label, range) = (words::form(*form, lang), lang.range(*amount));
                self.page.line(6, &format!("{}{label} {range}", lang.pick("其中：", "of which ")));
            }
        }
        if let Some(counted) = self.counted(declared, found) {
            self.page.line(6, &format!("{}{counted}", lang.pick("计入合计：", "Counted: ")));
        }
        let span = lang.range(found.span);
        self.page.line(2, &format!("{}{span}", lang.pick("各种读法下的范围 ", "Range over all readings ")));
    }

    /// What a measure comes to; where nothing comes of it, why not.
    fn sum(&self, measure: &Measure, finding: &MeasureFinding) -> String {
        let range = self.lang.range(finding.amount);
        match finding.truth {
            Truth::Met | Truth::Unknown | Truth::Judged if finding.amount.is_settled() => {
                format!("{} {range}", words::limit(measure.limit, self.lang))
            }
            Truth::Met | Truth::Unknown | Truth::Judged => range,
            Truth::NotMet | Truth::NotApplicable => words::measure(finding, self.lang).to_owned(),
        }
    }

    /// The measures the sum rests on, where some that are met do not count.
    fn counted(&self, declared: &Support, found: &SupportFinding) -> Option<String> {
        let met = found.measures.iter().filter(|measure| measure.truth == Truth::Met).count();
        let counted: Vec<&str> = declared
            .measures
            .iter()
            .filter(|measure| found.chosen.contains(&measure.id))
            .map(|measure| measure.title.get(self.lang))
            .collect();
        (counted.len() < met).then(|| self.lang.list(&counted))
    }

    fn readings(&mut self) {
        let row = |finding: &ReadingFinding| {
            let reading = self.pack.file.readings.iter().find(|reading| reading.id == finding.id)?;
            let shown = |case: &ReadingCase| match self.lang {
                Lang::Zh => format!("{}（{}）", case.id, case.label.zh),
                Lang::En => format!("{} ({})", case.id, case.label.en),
            };
            let (chosen, others): (Vec<_>, Vec<_>) = reading.cases.iter().partition(|case| case.id == finding.case);
            let list = |cases: Vec<&ReadingCase>| self.lang.list(&cases.into_iter().map(shown).collect::<Vec<_>>());
            let (chosen, others) = (list(chosen), list(others));
            let effect = if finding.matters {
                self.lang.pick("影响结果", "moves the result")
            } else {
                self.lang.pick("不影响结果", "does not move the result")
            };
            let cases = match self.lang {
                Lang::Zh => format!("采用 {chosen}；另有 {others}"),
                Lang::En => format!("read as {chosen}; otherwise {others}"),
            };
            Some(Row {
                cells: vec![finding.id.clone(), self.cite(&reading.cite), effect.to_owned()],
                below: vec![reading.question.get(self.lang).to_owned(), cases],
            })
        };
        let rows: Vec<Row> = self.assessment.readings.iter().filter_map(row).collect();
        self.section(["原文的不同读法", "Readings"], &rows);
    }

    fn missing(&mut self) {
        let lang = self.lang;
        let row = |id: &String| {
            let fact = self.pack.fact(id)?;
            Some(Row { cells: vec![fact.label.get(lang).to_owned(), id.clone()], below: Vec::new() })
        };
        let rows: Vec<Row> = self.assessment.missing.iter().filter_map(row).collect();
        self.section(["尚待填写", "Still to answer"], &rows);
        if let Some(next) = self.assessment.next.as_ref().and_then(|id| self.pack.fact(id)) {
            self.page.heading(lang.pick("下一问", "Next question"));
            self.page.line(2, next.question.get(lang));
            self.page.line(2, &format!("{}  {}", next.id, self.cite(&next.cite)));
        }
    }

    /// A titled table; one without rows is left out.
    fn section(&mut self, [zh, en]: [&'static str; 2], rows: &[Row]) {
        if !rows.is_empty() {
            self.page.heading(self.lang.pick(zh, en));
            self.page.table(rows);
        }
    }

    fn marked(&self, truth: Truth, title: &Text) -> String {
        let mark = match truth {
            Truth::Met => '✓',
            Truth::NotMet => '✕',
            Truth::Unknown => '?',
            Truth::Judged => '◇',
            Truth::NotApplicable => '–',
        };
        format!("{mark} {}", title.get(self.lang))
    }

    fn cite(&self, cite: &str) -> String {
        self.pack.clause(cite).map_or(cite, |clause| clause.label(self.lang)).to_owned()
    }

    fn said(&self, steps: &[Step]) -> Vec<String> {
        steps.iter().map(|step| say(step, self.pack, self.lang)).collect()
    }
}
