//! What a person has done so far, and what each further act makes of it. Pure: no browser, no clock.

use std::collections::{BTreeMap, BTreeSet};

use super::route::Page;
use crate::draft::dossier::Declaration;
use crate::draft::{Dossier, Field, MaterialState};
use crate::model::json::is_hidden;
use crate::model::kind::ValueError;
use crate::model::{Answers, AsOf, Kind, Lang, Value};
use crate::pack::load::TrackRef;
use crate::pack::track::Topic;
use crate::pack::{Choices, Fact, Pack};

/// Everything that is kept between two visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub lang: Lang,
    /// 长辈模式: large type, strong contrast, no motion.
    pub large: bool,
    pub page: Page,
    /// Programme and track.
    pub choice: Option<(String, String)>,
    /// The day to assess for.
    pub as_of: AsOf,
    /// Case id by reading id; a reading that is absent has its default.
    pub readings: BTreeMap<String, String>,
    pub answers: Answers,
    /// Texts as they were typed, for facts where typing is not finished or not valid.
    pub typed: BTreeMap<String, String>,
    /// Facts and fields that were left at least once: only then may their errors show.
    pub left: BTreeSet<String>,
    /// Facts answered with 暂不清楚.
    pub unsure: BTreeSet<String>,
    pub dossier: Dossier,
}

/// Something a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    LangChosen(Lang),
    LargeTypeChosen(bool),
    TrackChosen {
        programme: String,
        track: String,
    },
    PageOpened(Page),
    /// Continue was pressed: on to the next page, unless something on this one has to be mended.
    Continued,
    WentBack,
    Answered {
        fact: String,
        value: Value,
    },
    /// A text field changed; the text may not be valid yet.
    Typed {
        fact: String,
        text: String,
    },
    /// A field lost the focus: now its error may show.
    FieldLeft {
        name: String,
    },
    SaidUnsure {
        fact: String,
    },
    /// An answer was taken back; the question stands open again.
    TookBack {
        fact: String,
    },
    ReadingChosen {
        reading: String,
        case: String,
    },
    AsOfChosen(AsOf),
    FieldTyped {
        field: Field,
        text: String,
    },
    NarrativeTyped {
        section: String,
        text: String,
    },
    EvidenceTyped {
        fact: String,
        text: String,
    },
    MaterialMarked {
        material: String,
        state: MaterialState,
    },
    DeclarationMade {
        declaration: Declaration,
        made: bool,
    },
    Wiped {
        today: AsOf,
    },
    /// A saved session, or one that was wiped by mistake, came back.
    Restored(Box<Session>),
}

/// What the browser has to do after a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Save,
    Forget,
    /// Another page is shown: the focus goes to its heading.
    ShowPage,
    /// Something has to be mended: the focus goes to the summary.
    ShowErrors,
}

impl Session {
    pub fn new(today: AsOf, lang: Lang) -> Self {
        Self {
            lang,
            large: false,
            page: Page::Start,
            choice: None,
            as_of: today,
            readings: BTreeMap::new(),
            answers: Answers::default(),
            typed: BTreeMap::new(),
            left: BTreeSet::new(),
            unsure: BTreeSet::new(),
            dossier: Dossier::default(),
        }
    }

    /// The track that was chosen, if its pack is here.
    pub fn track<'p>(&self, packs: &'p [Pack]) -> Option<TrackRef<'p>> {
        let (programme, track) = self.choice.as_ref()?;
        packs.iter().find(|pack| pack.file.id == *programme)?.track(track)
    }

    /// The chosen cases; those a pack no longer has fall back to the default.
    pub fn choices(&self, pack: &Pack) -> Choices {
        let known = self.readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
        known.filter_map(|pair| pack.choices([pair]).ok().map(|_| pair)).fold(Choices::default(), |choices, pair| {
            let position = pack.file.readings.iter().position(|reading| reading.id == pair.0);
            let case =
                position.and_then(|at| pack.file.readings.get(at)).and_then(|reading| reading.case_index(pair.1));
            position.zip(case).map_or(choices.clone(), |(position, case)| choices.with(position, case))
        })
    }

    /// Why the text typed for a fact is no answer.
    pub fn error(&self, pack: &Pack, fact: &str) -> Option<ValueError> {
        let text = self.typed.get(fact)?;
        if text.trim().is_empty() {
            return None;
        }
        read_typed(pack.fact(fact)?, text).err()
    }

    /// The facts of a topic whose text cannot stand, in order.
    pub fn errors(&self, pack: &Pack, topic: &Topic) -> Vec<(String, ValueError)> {
        topic.facts.iter().filter_map(|fact| Some((fact.clone(), self.error(pack, fact)?))).collect()
    }

    /// Whether a fact has been dealt with: answered, or said to be unclear.
    pub fn is_settled(&self, fact: &str) -> bool {
        self.answers.get(fact).is_some() || self.unsure.contains(fact)
    }

    /// Nothing has been entered yet.
    pub fn is_blank(&self) -> bool {
        self.choice.is_none() && self.answers.is_empty() && self.typed.is_empty() && self.dossier == Dossier::default()
    }
}

/// Applies one message and says what the browser has to do about it.
pub fn update(session: &mut Session, msg: Msg, packs: &[Pack]) -> Vec<Effect> {
    match msg {
        Msg::LangChosen(lang) => session.lang = lang,
        Msg::LargeTypeChosen(large) => session.large = large,
        Msg::TrackChosen { programme, track } => {
            session.choice = Some((programme, track));
            return open(session, Page::Notice);
        }
        Msg::PageOpened(page) => return open(session, page),
        Msg::Continued => return go_on(session, packs),
        Msg::WentBack => {
            let previous = session.track(packs).map_or(Page::Start, |track| session.page.previous(track.track));
            return open(session, previous);
        }
        Msg::Answered { fact, value } => {
            session.unsure.remove(&fact);
            session.typed.remove(&fact);
            session.answers.set(fact, value);
        }
        Msg::Typed { fact, text } => type_answer(session, fact, visible(&text), packs),
        Msg::FieldLeft { name } => {
            // A valid text is shown the way the answer reads; one that is not stays as it was typed.
            if session.answers.get(&name).is_some()
                || session.typed.get(&name).is_some_and(|text| text.trim().is_empty())
            {
                session.typed.remove(&name);
            }
            session.left.insert(name);
        }
        Msg::SaidUnsure { fact } => {
            session.answers.forget(&fact);
            session.typed.remove(&fact);
            session.unsure.insert(fact);
        }
        Msg::TookBack { fact } => {
            session.answers.forget(&fact);
            session.typed.remove(&fact);
            session.unsure.remove(&fact);
        }
        Msg::ReadingChosen { reading, case } => _ = session.readings.insert(reading, case),
        Msg::AsOfChosen(day) => session.as_of = day,
        Msg::FieldTyped { field, text } => _ = session.dossier.applicant.insert(field, visible(&text)),
        Msg::NarrativeTyped { section, text } => _ = session.dossier.narratives.insert(section, visible(&text)),
        Msg::EvidenceTyped { fact, text } => _ = session.dossier.evidence.insert(fact, visible(&text)),
        Msg::MaterialMarked { material, state } => _ = session.dossier.materials.insert(material, state),
        Msg::DeclarationMade { declaration, made: true } => _ = session.dossier.declarations.insert(declaration),
        Msg::DeclarationMade { declaration, made: false } => _ = session.dossier.declarations.remove(&declaration),
        Msg::Wiped { today } => {
            *session = Session { large: session.large, ..Session::new(today, session.lang) };
            return vec![Effect::Forget, Effect::ShowPage];
        }
        Msg::Restored(restored) => {
            *session = *restored;
            return vec![Effect::Save, Effect::ShowPage];
        }
    }
    vec![Effect::Save]
}

fn open(session: &mut Session, page: Page) -> Vec<Effect> {
    session.page = page;
    vec![Effect::Save, Effect::ShowPage]
}

/// Continue: every field of the page counts as left, and errors keep the page open.
fn go_on(session: &mut Session, packs: &[Pack]) -> Vec<Effect> {
    let Some(track) = session.track(packs) else { return open(session, Page::Start) };
    let wrong: Vec<String> = match session.page {
        Page::Questions(at) => track.track.topics.get(at).map_or_else(Vec::new, |topic| {
            session.errors(track.pack, topic).into_iter().map(|(fact, _)| fact).collect()
        }),
        Page::Dossier => {
            let fields = session.dossier.errors().into_iter().map(|(field, _)| field.id().to_owned());
            let recorded = track.track.record.iter().filter(|fact| session.error(track.pack, fact).is_some());
            fields.chain(recorded.cloned()).collect()
        }
        _ => Vec::new(),
    };
    if wrong.is_empty() {
        let next = session.page.next(track.track);
        return open(session, next);
    }
    session.left.extend(wrong);
    vec![Effect::Save, Effect::ShowErrors]
}

/// The text is kept as it is; it becomes the answer as soon as it can be read as one.
fn type_answer(session: &mut Session, fact: String, text: String, packs: &[Pack]) {
    let asked = session.track(packs).and_then(|track| track.pack.fact(&fact));
    match asked.map(|fact| read_typed(fact, &text)) {
        Some(Ok(Some(value))) => {
            session.unsure.remove(&fact);
            session.answers.set(fact.clone(), value);
        }
        _ => session.answers.forget(&fact),
    }
    session.typed.insert(fact, text);
}

/// Reads what was typed. Numbers may be typed the way people write them: full width, with thousands separators, with the
/// percent sign that stands beside the field.
fn read_typed(fact: &Fact, text: &str) -> Result<Option<Value>, ValueError> {
    if !fact.kind.is_numeric() {
        return fact.domain().read_text(text);
    }
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        '．' => Some('.'),
        '－' | '−' | '–' => Some('-'),
        ',' | '，' => None,
        '%' | '％' if fact.kind == Kind::Percent => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    };
    fact.domain().read_text(&text.chars().filter_map(plain).collect::<String>())
}

/// Characters that cannot be seen would make the draft unreadable for its own checker.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}
