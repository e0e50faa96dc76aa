//! Several programmes looked at together, as the options describe them: one case for each track.

use clap::Args;

use super::case::{self, OpenedCase};
use super::catalogue;
use super::complaint::{Complaint, OurFile};
use super::file::{Source, each_once};
use super::options::{self, ReadingChoice, Readings, Unfit};
use crate::model::json::{self, Limits};
use crate::model::text::text;
use crate::model::{Answers, AsOf};
use crate::pack::answers::{AnswerError, AnswerErrorKind, AnswersError};
use crate::pack::load::TrackRef;
use crate::pack::{Choices, Pack};

#[derive(Debug, Args)]
pub struct FilingOptions {
    /// The programme, by id; may be left out with --pack
    #[arg(long, value_name = "ID", required_unless_present = "packs")]
    programme: Option<String>,
    /// The track of the programme, by id
    #[arg(long, value_name = "T")]
    track: String,
    /// Another track that is applied for beside it; repeatable
    #[arg(long, value_name = "PROGRAMME/TRACK", value_parser = track_name)]
    beside: Vec<TrackName>,
    /// Take a programme from this pack file instead of the built-in ones; repeatable
    #[arg(id = "packs", long = "pack", value_name = "FILE", value_parser = Source::parser())]
    packs: Vec<Source>,
    /// The answers, a flat JSON object from fact id to value; `-` reads standard input; repeatable
    #[arg(long, value_name = "F", required = true, value_parser = Source::parser())]
    answers: Vec<Source>,
    /// The day the result speaks of; today in China if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    as_of: Option<AsOf>,
    #[command(flatten)]
    readings: Readings,
}

/// One `--beside`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TrackName {
    programme: String,
    track: String,
}

impl FilingOptions {
    /// Every pack that is needed. The first of those from disk gives the programme where none is named.
    pub fn packs(&self) -> Result<Vec<Pack>, Vec<Complaint>> {
        let given = |option| move |source| (option, Some(source));
        let sources = self.packs.iter().map(given("--pack")).chain(self.answers.iter().map(given("--answers")));
        each_once(sources).map_err(|complaint| vec![complaint])?;
        let mut packs: Vec<Pack> = Vec::new();
        for source in &self.packs {
            let pack = catalogue::from_file(source)?;
            let own = self.own(&packs).unwrap_or(&pack.file.id);
            let id = &pack.file.id;
            if id != own && self.beside.iter().all(|one| one.programme != *id) {
                return Err(vec![catalogue::of_another(source, id, own)]);
            }
            if packs.iter().any(|other| other.file.id == *id) {
                let twice = text!("另一个政策包已属于政策事项 `{id}`", "another pack is of programme `{id}` already");
                let complaint = Complaint::new(twice).in_file(&source.name(), "/id");
                return Err(vec![complaint.help(text!("只提供其中一个", "bring one of the two"))]);
            }
            packs.push(pack);
        }
        let named = self.programme.iter().chain(self.beside.iter().map(|one| &one.programme));
        for id in named {
            if packs.iter().all(|pack| pack.file.id != *id) {
                packs.push(catalogue::built_in(id)?);
            }
        }
        Ok(packs)
    }

    /// The programme that is named, or that of the first pack.
    fn own<'o>(&'o self, packs: &'o [Pack]) -> Option<&'o str> {
        self.programme.as_deref().or_else(|| Some(&packs.first()?.file.id))
    }

    /// A case for each track, the first that of the programme itself.
    pub fn cases<'p>(&self, packs: &'p [Pack]) -> Result<Vec<OpenedCase<'p>>, Vec<Complaint>> {
        let one = |complaint| vec![complaint];
        let tracks = self.tracks(packs).map_err(one)?;
        let as_of = options::day_or_today(self.as_of).map_err(one)?;
        let choices = tracks.iter().map(|track| self.choices(track.pack, packs)).collect::<Result<Vec<_>, _>>();
        let choices = choices.map_err(one)?;
        let answers = self.answers(&tracks)?;
        let opened = tracks.into_iter().zip(choices).zip(answers);
        Ok(opened.map(|((track, choices), answers)| OpenedCase { track, answers, as_of, choices }).collect())
    }

    fn tracks<'p>(&self, packs: &'p [Pack]) -> Result<Vec<TrackRef<'p>>, Complaint> {
        let own = self.own(packs).unwrap_or_default();
        let beside = self.beside.iter().map(|one| (one.programme.as_str(), one.track.as_str(), "--beside"));
        let mut tracks: Vec<TrackRef<'p>> = Vec::new();
        for (programme, id, option) in [(own, self.track.as_str(), "--track")].into_iter().chain(beside) {
            let Some(pack) = packs.iter().find(|pack| pack.file.id == programme) else { continue };
            if tracks.iter().any(|track| track.pack.file.id == programme && track.track.id == id) {
                let twice = text!("`{programme}/{id}` 给了两次", "`{programme}/{id}` is given twice");
                let help = text!("每个类别只写一次", "name each track once");
                return Err(Complaint::new(twice).at(option).help(help));
            }
            tracks.push(catalogue::track(pack, id, option)?);
        }
        Ok(tracks)
    }

    /// The readings of a pack. One that no pack has is looked for in all of them.
    fn choices(&self, pack: &Pack, packs: &[Pack]) -> Result<Choices, Complaint> {
        let has = |pack: &Pack, choice: &ReadingChoice| pack.file.readings.iter().any(|one| one.id == choice.reading);
        let is_of = |choice: &&ReadingChoice| has(pack, choice) || !packs.iter().any(|other| has(other, choice));
        case::choices(pack, &self.readings.chosen.iter().filter(is_of).cloned().collect::<Vec<_>>())
    }

    /// What the files say, as far as the pack of each track asks it. Programmes share what they ask alike.
    fn answers(&self, tracks: &[TrackRef<'_>]) -> Result<Vec<Answers>, Vec<Complaint>> {
        let mut all: Vec<Answers> = tracks.iter().map(|_| Answers::default()).collect();
        let mut complaints = Vec::new();
        for source in &self.answers {
            match read(source, tracks) {
                Ok(taken) => {
                    for (answers, more) in all.iter_mut().zip(taken) {
                        complaints.extend(add(answers, &more, source));
                    }
                }
                Err(found) => complaints.extend(found),
            }
        }
        complaints.dedup();
        if complaints.is_empty() { Ok(all) } else { Err(complaints) }
    }
}

/// One file, by track. An answer has to be known to one of the packs, and read by each that knows it.
fn read(source: &Source, tracks: &[TrackRef<'_>]) -> Result<Vec<Answers>, Vec<Complaint>> {
    let text = source.read(Limits::ANSWERS).map_err(|complaint| vec![complaint])?;
    let file = source.name();
    let refused = |error: &AnswersError| {
        let misplaced = Complaint::misplaced(&file, &text, OurFile::Answers);
        misplaced.map_or_else(|| Complaint::answers(&file, "", error), |complaint| vec![complaint])
    };
    let json = json::read(&text, Limits::ANSWERS).map_err(|error| refused(&AnswersError::Unreadable(error)))?;
    let sorted = tracks.iter().map(|track| track.pack.sort_answers(&json)).collect::<Result<Vec<_>, _>>();
    let (taken, errors): (Vec<Answers>, Vec<Vec<AnswerError>>) =
        sorted.map_err(|error| refused(&error))?.into_iter().unzip();
    let is_unknown = |error: &AnswerError| matches!(error.kind, AnswerErrorKind::UnknownFact(_));
    let known = |error: &AnswerError| tracks.iter().any(|track| track.pack.fact(&error.fact).is_some());
    let mut wrong: Vec<AnswerError> = errors.into_iter().flatten().collect();
    wrong.retain(|error| !(is_unknown(error) && known(error)));
    // Of what several packs refuse, the one that knows something near it is heard.
    wrong.sort_by_key(|error| (error.pointer(), error.kind == AnswerErrorKind::UnknownFact(None)));
    wrong.dedup_by_key(|error| error.pointer());
    if wrong.is_empty() { Ok(taken) } else { Err(refused(&AnswersError::Refused(wrong))) }
}

/// Adds the answers of a file to those of the files before it, and says which of them were answered otherwise.
fn add(answers: &mut Answers, more: &Answers, source: &Source) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (fact, value) in more.iter() {
        if answers.get(fact).is_some_and(|earlier| earlier != value) {
            let mut pointer = String::new();
            json::push_step(&mut pointer, fact);
            let otherwise = text!("与前面文件中的答案不同", "answered otherwise in a file before it");
            let help = text!("只留正确的答案", "keep the answer that is right");
            complaints.push(Complaint::new(otherwise).in_file(&source.name(), &pointer).help(help));
        }
        answers.set(fact, value.clone());
    }
    complaints
}

fn track_name(text: &str) -> Result<TrackName, Unfit> {
    let (programme, track) = text.split_once('/').ok_or_else(|| {
        Unfit(text!("应写成 `政策事项编号/类别编号`", "not a programme and its track, written PROGRAMME/TRACK"))
    })?;
    Ok(TrackName { programme: programme.to_owned(), track: track.to_owned() })
}
