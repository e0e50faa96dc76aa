//! A case as the options describe it, ready to be assessed.

use super::complaint::Complaint;
use super::options::{self, ReadingChoice};
use crate::engine::Case;
use crate::model::json::Limits;
use crate::model::{Answers, AsOf};
use crate::pack::load::TrackRef;
use crate::pack::{Choices, Pack};

/// Everything an assessment needs.
#[derive(Debug)]
pub struct OpenedCase<'p> {
    pub track: TrackRef<'p>,
    pub answers: Answers,
    pub as_of: AsOf,
    pub choices: Choices,
}

impl<'p> OpenedCase<'p> {
    pub fn open(options: &options::CaseOptions, pack: &'p Pack) -> Result<Self, Vec<Complaint>> {
        let one = |complaint| vec![complaint];
        let track = options.subject.track(pack).map_err(one)?;
        let choices = choices(pack, &options.readings.chosen).map_err(one)?;
        let as_of = options::day_or_today(options.as_of).map_err(one)?;
        let text = options.answers.read(Limits::ANSWERS).map_err(one)?;
        let file = options.answers.to_string();
        let answers = pack.read_answers(&text).map_err(|error| {
            let misplaced = Complaint::misplaced(&file, &text, "a file of answers");
            misplaced.map_or_else(|| Complaint::answers(&file, "", &error), one)
        })?;
        Ok(Self { track, answers, as_of, choices })
    }

    /// The case with what every rule comes to.
    pub fn looked_at(&self) -> Case<'_> {
        Case::on(self.as_of, self.track, &self.answers, &self.choices)
    }
}

/// The choice of readings; each is named at most once.
pub fn choices(pack: &Pack, chosen: &[ReadingChoice]) -> Result<Choices, Complaint> {
    let complaint = |message: String, help: String| Complaint::new(message).at("--reading").help(help);
    for (index, choice) in chosen.iter().enumerate() {
        let before = chosen.iter().take(index);
        if before.into_iter().any(|earlier| earlier.reading == choice.reading) {
            return Err(complaint(format!("reading `{}` is given twice", choice.reading), "keep one".to_owned()));
        }
    }
    let pairs = chosen.iter().map(|choice| (choice.reading.as_str(), choice.case.as_str()));
    pack.choices(pairs).map_err(|unknown| {
        let known = unknown.known.join(", ");
        if pack.file.readings.iter().any(|reading| reading.id == unknown.reading) {
            complaint(
                format!("reading `{}` has no case `{}`", unknown.reading, unknown.case),
                format!("its cases are {known}"),
            )
        } else if known.is_empty() {
            complaint(format!("no reading `{}`", unknown.reading), "this programme has none".to_owned())
        } else {
            complaint(format!("no reading `{}`", unknown.reading), format!("the readings are {known}"))
        }
    })
}
