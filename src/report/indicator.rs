//! Indicators: where each stands, its figures, what is drawn of it, who answers for it and by when.

use super::row::{Row, facts, sentences};
use super::stand::{Stand, status_word};
use super::tally::MarkedWord;
use super::value::{difference_text, number_text, truth_word, value_text};
use super::{Clause, Department, Mark};
use crate::engine::explain::Step;
use crate::engine::indicators::IndicatorFinding;
use crate::engine::reasoning::About;
use crate::engine::{Assessment, Case, Status};
use crate::model::{Lang, Quantity, Truth, Value};
use crate::pack::condition::{Op, Relation};
use crate::pack::indicator::{Indicator, Measured};
use crate::pack::{Fact, Pack, programme};

/// An indicator with what only indicators have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorRow {
    pub row: Row,
    /// Where it stands and its figures, in one phrase: `未达到，9.8 件，目标 11 件，还差 1.2 件`.
    pub stands: String,
    /// The figures alone, each a phrase.
    pub figures: Vec<String>,
    pub figure: Figure,
    /// The applicant's own rating, which nothing else leads to.
    pub is_rating: bool,
    /// Several points, each of which holds or not.
    pub is_checklist: bool,
    /// Where it is counted; nothing where it does not apply to this applicant.
    pub stand: Option<MarkedWord>,
    /// By when it is to be reached, bare and as a phrase.
    pub by: Option<String>,
    pub due: Option<String>,
    pub departments: Vec<Department>,
    /// The departments as a list, bare and as a phrase.
    pub responsible: Option<String>,
    pub duty: Option<String>,
    pub note: Option<String>,
    /// The fact that holds the rating; nothing where the indicator is none.
    pub rated: Option<String>,
    /// What its clause lists to be done, to be ticked under a rating.
    pub actions: Vec<Action>,
    /// The topic under which its first fact is asked, by position.
    pub topic: Option<usize>,
}

/// One of the things to be done under a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub id: String,
    pub says: String,
}

/// What can be drawn of an indicator once its figures are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    None,
    /// A number against its target.
    Target {
        value: Quantity,
        target: Quantity,
        label: String,
    },
    /// A number against a share or multiple of another.
    Ratio(Box<Ratio>),
    /// The points of a checklist.
    Points(Vec<Point>),
}

/// Two numbers of the applicant's own: which line the first has to reach, and how they stand in one exact sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    pub value: Quantity,
    pub target: Quantity,
    pub of: Quantity,
    /// Both numbers with their names.
    pub own: String,
    pub other: String,
    pub goal: String,
    pub says: String,
}

/// One point of a checklist, with what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub mark: Mark,
    pub label: String,
    pub said: String,
}

/// A row for each indicator, in the order of the pack.
pub fn rows(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Vec<IndicatorRow> {
    let pairs = case.track.track.indicators.iter().zip(&assessment.indicators);
    pairs.map(|(indicator, finding)| Writer { case, pack: case.pack(), indicator, finding, lang }.row()).collect()
}

struct Writer<'a> {
    case: &'a Case<'a>,
    pack: &'a Pack,
    indicator: &'a Indicator,
    finding: &'a IndicatorFinding,
    lang: Lang,
}

impl Writer<'_> {
    fn row(&self) -> IndicatorRow {
        let Self { pack, indicator, finding, lang, .. } = *self;
        let figures = self.figures();
        let word = self.word();
        // A rating speaks for itself: its word is the figure.
        let phrases = Some(&word).into_iter().chain(figures.iter().filter(|_| !self.stand().is_rating()));
        let stands = phrases.cloned().collect::<Vec<_>>().join(lang.pick("，", ", "));
        let departments: Vec<Department> = self.departments();
        let titles: Vec<String> = departments.iter().map(|one| one.title.clone()).collect();
        let responsible = (!titles.is_empty()).then(|| lang.list(&titles));
        let by = indicator.by.map(|by| by.in_prose(lang));
        IndicatorRow {
            row: Row {
                about: About::Indicator(finding.id.clone()),
                title: indicator.title.get(lang).to_owned(),
                clause: Clause::of(pack, &finding.cite, lang),
                mark: self.stand().mark(),
                word,
                reasons: sentences(&finding.reasons, pack, lang),
                facts: facts(&finding.reasons),
                missing: finding.missing.clone(),
            },
            stands,
            figures,
            figure: self.figure(),
            is_rating: self.stand().is_rating(),
            is_checklist: matches!(indicator.measured, Measured::Checklist(_)),
            stand: self.stand().counted(lang),
            due: by.as_ref().map(|by| format!("{}{by}", lang.pick("期限：", "by "))),
            by,
            departments,
            duty: responsible.as_ref().map(|titles| format!("{}{titles}", lang.pick("责任单位：", "responsible: "))),
            responsible,
            note: indicator.note.as_ref().map(|note| note.get(lang).to_owned()),
            rated: self.rated().map(ToOwned::to_owned),
            actions: self.actions(),
            topic: self.topic(),
        }
    }

    fn fact(&self) -> Option<&Fact> {
        self.indicator.measured.fact().and_then(|id| self.pack.fact(id))
    }

    fn stand(&self) -> Stand<'_> {
        let Self { indicator, finding, .. } = *self;
        Stand { indicator, fact: self.fact(), status: finding.status, value: finding.value.as_ref() }
    }

    fn word(&self) -> String {
        let lang = self.lang;
        let answered = |step: &Step| matches!(step, Step::Fact { value: Some(_), .. });
        if let Some(rating) = self.stand().rating(lang) {
            return rating;
        }
        match self.finding.status {
            Status::Unknown if self.finding.reasons.iter().any(answered) => truth_word(Truth::Unknown, lang),
            Status::Unknown => lang.pick("尚未填写", "not answered yet"),
            status => status_word(status, lang),
        }
        .to_owned()
    }

    fn number(&self, number: Quantity) -> String {
        match self.fact() {
            Some(fact) => number_text(fact, number, self.lang),
            None => number.grouped() + self.lang.pick(" 项", ""),
        }
    }

    /// What was entered, what is wanted, how far it is from there.
    fn figures(&self) -> Vec<String> {
        let Self { finding, lang, .. } = *self;
        let entered = match (&finding.value, self.fact()) {
            (Some(value), Some(fact)) => Some(value_text(fact, value, lang)),
            (Some(Value::Number(held)), None) => Some(self.number(*held)),
            _ => None,
        };
        let target = finding.target.map(|target| self.number(target));
        let gap = finding.gap.filter(|gap| gap.is_positive()).map(|gap| {
            let gap = self.fact().map_or_else(|| self.number(gap), |fact| difference_text(fact, gap, lang));
            format!("{}{gap}", lang.pick("还差 ", "lacking "))
        });
        let stated: [Option<String>; 2] = match &self.indicator.measured {
            // A point by itself is reached or not; there is nothing to count.
            Measured::Checklist(points) if points.len() == 1 => return Vec::new(),
            Measured::Checklist(_) => [entered, target.map(|all| lang.pick("共 ", "of ").to_owned() + &all)],
            Measured::Target(goal) => [entered, target.map(|target| goal_text(goal.op, &target, lang))],
            // Two figures of one's own: the sentence names both.
            Measured::Comparison(_) => [sentences(&finding.reasons, self.pack, lang).into_iter().next(), None],
            Measured::Maturity { .. } => [entered, None],
        };
        stated.into_iter().chain([gap]).flatten().collect()
    }

    fn figure(&self) -> Figure {
        let stands = || self.finding.value.as_ref().and_then(Value::as_number).zip(self.finding.target);
        match &self.indicator.measured {
            Measured::Target(goal) => stands().map_or(Figure::None, |(value, target)| Figure::Target {
                value,
                target,
                label: goal_text(goal.op, &self.number(target), self.lang),
            }),
            Measured::Comparison(relation) => {
                let ratio = stands().and_then(|(value, target)| self.ratio(relation, value, target));
                ratio.map_or(Figure::None, |ratio| Figure::Ratio(Box::new(ratio)))
            }
            Measured::Checklist(points) if points.len() > 1 => {
                Figure::Points(self.finding.reasons.iter().filter_map(|step| self.point(step)).collect())
            }
            Measured::Checklist(_) | Measured::Maturity { .. } => Figure::None,
        }
    }

    fn ratio(&self, relation: &Relation, value: Quantity, target: Quantity) -> Option<Ratio> {
        let (own, other) = (self.pack.fact(&relation.fact)?, self.pack.fact(&relation.of)?);
        let of = self.case.answers.get(&relation.of).and_then(Value::as_number)?;
        let stated =
            |fact: &Fact, number| format!("{} {}", fact.label.get(self.lang), number_text(fact, number, self.lang));
        let times = match relation.times {
            times if times == Quantity::whole(1) => String::new(),
            times if times < Quantity::whole(1) => format!("{}% × ", times.times(Quantity::whole(100)).grouped()),
            times => format!("{} × ", times.grouped()),
        };
        let gap =
            self.finding.gap.filter(|gap| gap.is_positive()).map(|gap| {
                format!("{}{}", self.lang.pick("；还差 ", "; lacking "), difference_text(own, gap, self.lang))
            });
        let (own_text, other_text) = (stated(own, value), stated(other, of));
        let sign = sign(relation.op, relation.holds(value, of));
        Some(Ratio {
            value,
            target,
            of,
            goal: goal_text(relation.op, &number_text(own, target, self.lang), self.lang),
            says: format!("{own_text} {sign} {times}{other_text}{}", gap.unwrap_or_default()),
            own: own_text,
            other: other_text,
        })
    }

    /// A point that is not there yet is no failure.
    fn point(&self, step: &Step) -> Option<Point> {
        let Step::Fact { fact, value, truth, .. } = step else { return None };
        let fact = self.pack.fact(fact)?;
        let said = value.as_ref().map(|value| value_text(fact, value, self.lang));
        Some(Point {
            mark: if *truth == Truth::NotMet { Mark::NotBegun } else { (*truth).into() },
            label: fact.label.get(self.lang).to_owned(),
            said: said.unwrap_or_else(|| self.lang.pick("尚未填写", "not answered yet").to_owned()),
        })
    }

    /// The departments in the order of the document; the first is marked as the lead where the document says it leads.
    fn departments(&self) -> Vec<Department> {
        let title = |id: &String| self.pack.file.departments.iter().find(|one| one.id == *id);
        let leads = self.pack.file.first_department_leads && self.indicator.departments.len() > 1;
        let lead = if leads { self.lang.pick("（牵头）", " (lead)") } else { "" };
        let marks = std::iter::once(lead).chain(std::iter::repeat(""));
        let named = self.indicator.departments.iter().filter_map(title).zip(marks);
        let department = |(one, mark)| {
            let mut named = Department::of(one, self.lang);
            named.title.push_str(mark);
            named
        };
        named.map(department).collect()
    }

    fn rated(&self) -> Option<&str> {
        self.indicator.measured.fact().filter(|_| self.stand().is_rating())
    }

    /// Figures of the same clause are figures, and nothing to tick.
    fn actions(&self) -> Vec<Action> {
        let listed = self.rated().map(|fact| self.case.track.actions_of(fact)).unwrap_or_default();
        let action = |one: &programme::Action| Action { id: one.id.clone(), says: one.says.get(self.lang).to_owned() };
        listed.iter().map(action).collect()
    }

    fn topic(&self) -> Option<usize> {
        let first = self.indicator.measured.facts().first().copied()?;
        let topics = &self.case.track.track.topics;
        topics.iter().position(|topic| topic.facts.iter().any(|fact| fact == first))
    }
}

/// A goal in a few words; at least is what a goal means by itself.
fn goal_text(op: Op, target: &str, lang: Lang) -> String {
    let wanted = match op {
        Op::AtLeast | Op::Equals => lang.pick("目标", "target"),
        Op::MoreThan => lang.pick("目标超过", "target more than"),
        Op::AtMost => lang.pick("目标不超过", "target at most"),
        Op::LessThan => lang.pick("目标低于", "target less than"),
    };
    format!("{wanted} {target}")
}

/// The sign of a relation, or of what it is while it does not hold.
const fn sign(op: Op, holds: bool) -> &'static str {
    match (op, holds) {
        (Op::AtLeast, true) | (Op::LessThan, false) => "≥",
        (Op::MoreThan, true) | (Op::AtMost, false) => ">",
        (Op::AtMost, true) | (Op::MoreThan, false) => "≤",
        (Op::LessThan, true) | (Op::AtLeast, false) => "<",
        (Op::Equals, true) => "=",
        (Op::Equals, false) => "≠",
    }
}
