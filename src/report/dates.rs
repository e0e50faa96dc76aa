//! The days that matter to an applicant: those the document sets, and those reckoned from the days in its life.

use super::step::{Recurrence, StepRow, overdue_word, past_word};
use crate::engine::Case;
use crate::model::{AsOf, Date, Deadline, Lang};
use crate::pack::load::TrackRef;
use crate::pack::track::{ProcedureStep, Round};

/// A day that the document sets for a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Unique within the track.
    pub id: String,
    pub day: Date,
    pub title: String,
    /// What to know about the day; may be empty.
    pub note: String,
    /// How it was reckoned, a sentence each.
    pub reckoning: Vec<String>,
    /// What falls due together on that day.
    pub items: Vec<String>,
    /// The clauses it stands in, as the pack cites them.
    pub cites: Vec<String>,
    /// The day is past and what was to be done is not.
    pub overdue: bool,
    /// It is over: the day is past, whatever was to be done.
    pub is_past: bool,
    /// The days after this one on which it comes again, as far as they are worked out.
    pub again: Vec<Date>,
    /// How it comes again, where that can be said in a rule.
    pub recurrence: Option<Recurrence>,
}

/// Every day that is known, the earliest first: steps of the procedure, deadlines of indicators, the document's own term.
pub fn dated(case: &Case<'_>, procedure: &[StepRow], as_of: AsOf, lang: Lang) -> Vec<Dated> {
    let track = case.track;
    let declared = &track.track.procedure;
    let steps = procedure.iter().zip(declared).filter_map(|(row, one)| step(row, one, lang));
    let rounds = track.track.rounds.iter().flat_map(|round| of_round(round, lang));
    let mut days: Vec<Dated> = Vec::new();
    for one in steps.chain(rounds).chain(deadlines(track, lang)).chain(term(track, lang)) {
        let one = Dated { is_past: one.day < as_of, ..one };
        days.insert(days.partition_point(|before| before.day <= one.day), one);
    }
    days
}

impl Dated {
    /// What is said of a day that is over; of one that is ahead, nothing.
    pub const fn state(&self, lang: Lang) -> Option<&'static str> {
        match (self.overdue, self.is_past) {
            (true, _) => Some(overdue_word(lang)),
            (false, true) => Some(past_word(lang)),
            (false, false) => None,
        }
    }

    /// Whether it opens or closes a round.
    pub fn is_of_round(&self) -> bool {
        self.id.starts_with("round/")
    }

    fn new(id: String, day: Date, title: String) -> Self {
        Self {
            id,
            day,
            title,
            note: String::new(),
            reckoning: Vec::new(),
            items: Vec::new(),
            cites: Vec::new(),
            overdue: false,
            is_past: false,
            again: Vec::new(),
            recurrence: None,
        }
    }
}

fn step(row: &StepRow, declared: &ProcedureStep, lang: Lang) -> Option<Dated> {
    let (day, again) = row.days.split_first()?;
    let actor = format!("{}{}", lang.pick("办理单位：", "Who acts: "), row.actor);
    let note = [actor].into_iter().chain(row.when.clone());
    Some(Dated {
        note: note.collect::<Vec<_>>().join("\n"),
        cites: vec![declared.cite.clone()],
        reckoning: row.reckoning.clone(),
        overdue: row.overdue,
        again: again.to_vec(),
        recurrence: row.recurrence,
        ..Dated::new(format!("step/{}", declared.id), *day, row.title.clone())
    })
}

/// The days on which a round opens and closes.
fn of_round(round: &Round, lang: Lang) -> Vec<Dated> {
    let title = round.title.get(lang);
    let note = match (round.quota, lang) {
        (None, _) => String::new(),
        (Some(quota), Lang::Zh) => format!("名额：{quota}"),
        (Some(quota), Lang::En) => format!("Places: {quota}"),
    };
    let [opens, closes] = match lang {
        Lang::Zh => [format!("开始受理：{title}"), format!("截止受理：{title}")],
        Lang::En => [format!("{title} opens"), format!("{title} closes")],
    };
    let days = [("opens", round.opens, opens), ("closes", Some(round.closes), closes)];
    let day = |(what, day, title): (&str, Option<Date>, String)| {
        let dated = Dated::new(format!("round/{}/{what}", round.id), day?, title);
        Some(Dated { note: note.clone(), cites: vec![round.cite.clone()], ..dated })
    };
    days.into_iter().filter_map(day).collect()
}

/// One day for all indicators that share a deadline.
fn deadlines(track: TrackRef<'_>, lang: Lang) -> Vec<Dated> {
    let deadlines = each_once(track.track.indicators.iter().filter_map(|indicator| indicator.by));
    deadlines.into_iter().filter_map(|by| deadline(track, by, lang)).collect()
}

fn deadline(track: TrackRef<'_>, by: Deadline, lang: Lang) -> Option<Dated> {
    let due = track.track.indicators.iter().filter(|indicator| indicator.by == Some(by));
    let items: Vec<String> = due.clone().map(|indicator| indicator.title.get(lang).to_owned()).collect();
    let cites = each_once(due.map(|indicator| indicator.cite.clone()));
    let title = match (items.as_slice(), lang) {
        ([only], Lang::Zh) => format!("期限：{only}"),
        ([only], Lang::En) => format!("Deadline: {only}"),
        (all, Lang::Zh) => format!("自我评价 {} 项内容的期限", all.len()),
        (all, Lang::En) => format!("Deadline of {} items of the self-evaluation", all.len()),
    };
    Some(Dated { note: taken_as(by, lang), items, cites, ..Dated::new(format!("by/{by}"), by.last_day()?, title) })
}

fn each_once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut seen, item| {
        if !seen.contains(&item) {
            seen.push(item);
        }
        seen
    })
}

/// A document that gives a year means its last day.
fn taken_as(by: Deadline, lang: Lang) -> String {
    match (by, lang) {
        (Deadline::Day(_), _) => String::new(),
        (Deadline::Year(year), Lang::Zh) => format!("文件只写到{year}年，按当年12月31日计算。"),
        (Deadline::Year(year), Lang::En) => format!("The document gives the year {year} only; its last day is taken."),
    }
}

/// The end of the trial and of the period of the document itself.
fn term(track: TrackRef<'_>, lang: Lang) -> impl Iterator<Item = Dated> {
    let dates = &track.pack.file.standing;
    let ends = [
        ("trial-until", dates.trial_until, lang.pick("文件试用期届满", "The trial of the document ends")),
        ("period-until", dates.period_until, lang.pick("文件实施期届满", "The term of the document ends")),
    ];
    ends.into_iter().filter_map(move |(id, day, title)| {
        Some(Dated {
            note: dates.note.get(lang).to_owned(),
            cites: vec![dates.cite.clone()],
            ..Dated::new(id.to_owned(), day?, title.to_owned())
        })
    })
}
