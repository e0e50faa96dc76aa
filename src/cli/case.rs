//! A case as the options describe it, ready to be assessed.

use super::complaint::{Complaint, OurFile};
use super::options::{self, ReadingChoice};
use crate::engine::Case;
use crate::model::json::Limits;
use crate::model::text::text;
use crate::model::{Answers, AsOf, Text};
use crate::pack::load::{TrackRef, UnknownReading};
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
        let file = options.answers.name();
        let answers = pack.read_answers(&text).map_err(|error| {
            let misplaced = Complaint::misplaced(&file, &text, OurFile::Answers);
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
    let complaint = |message: Text, help: Text| Complaint::new(message).at("--reading").help(help);
    for (index, choice) in chosen.iter().enumerate() {
        let before = chosen.iter().take(index);
        if before.into_iter().any(|earlier| earlier.reading == choice.reading) {
            let id = &choice.reading;
            let message = text!("理解方式 `{id}` 给了两次", "reading `{id}` is given twice");
            return Err(complaint(message, text!("只留一次", "keep one")));
        }
    }
    let pairs = chosen.iter().map(|choice| (choice.reading.as_str(), choice.case.as_str()));
    pack.choices(pairs).map_err(|unknown| {
        let UnknownReading { reading, case, known } = &unknown;
        let Text { zh, en } = Text::each(|lang| lang.ids(known));
        let none = text!("没有理解方式 `{reading}`", "no reading `{reading}`");
        if pack.file.readings.iter().any(|one| one.id == *reading) {
            complaint(
                text!("理解方式 `{reading}` 没有情形 `{case}`", "reading `{reading}` has no case `{case}`"),
                text!("它的情形有 {zh}", "its cases are {en}"),
            )
        } else if known.is_empty() {
            complaint(none, text!("这一政策事项没有理解方式", "this programme has none"))
        } else {
            complaint(none, text!("理解方式有 {zh}", "the readings are {en}"))
        }
    })
}
