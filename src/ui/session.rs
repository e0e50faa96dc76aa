//! What a person has done so far, and what each further act makes of it. Pure: no browser, no clock.

use super::filing::{Filing, TopicPage, TrackId};
use super::route::{Page, Way};
use super::trial::leaves_trial;
use crate::draft::dossier::Declaration;
use crate::draft::{Field, MaterialState};
use crate::model::json::is_hidden;
use crate::model::{AsOf, Lang, Value};
use crate::pack::Pack;

/// Everything that is kept between two visits, and what is being tried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub lang: Lang,
    /// 长辈模式: large type, strong contrast, no motion.
    pub large: bool,
    pub page: Page,
    /// The draft that is open.
    pub filing: Filing,
    /// The other drafts on this device, the last used first.
    pub shelf: Vec<Filing>,
    /// Tracks ticked on the first page, until they are begun with. Not kept.
    pub picked: Vec<TrackId>,
    /// The open draft as it was before other answers were tried out on the conclusion. Its answers are kept meanwhile.
    pub before_trial: Option<Box<Filing>>,
}

/// Something a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    LangChosen(Lang),
    LargeTypeChosen(bool),
    /// A track was ticked or unticked on the first page.
    TrackPicked {
        id: TrackId,
        picked: bool,
    },
    /// The ticked tracks are begun with: in a draft of their own, or in the open one.
    Begun {
        today: AsOf,
        anew: bool,
    },
    /// Another entry of the draft is looked at.
    EntryOpened {
        at: usize,
        page: Page,
    },
    EntryRemoved {
        at: usize,
    },
    /// A draft was taken from the shelf.
    FilingOpened {
        key: u32,
    },
    FilingNamed {
        key: u32,
        name: String,
    },
    FilingCopied {
        key: u32,
        name: String,
    },
    FilingDeleted {
        key: u32,
        today: AsOf,
    },
    /// A draft came from a file.
    FilingBrought(Box<Filing>),
    /// Drafts came from elsewhere, and are put by.
    FilingsShelved(Vec<Filing>),
    PageOpened(Page),
    /// Continue was pressed: on to the next page, unless something on this one has to be mended.
    Continued,
    WentBack,
    /// On the conclusion, an answer is tried out: it counts, and is kept only when the trial ends so.
    Answered {
        fact: String,
        value: Value,
    },
    /// Several answers are tried out together.
    Tried(Vec<(String, Value)>),
    /// What was tried out for one fact is given up.
    PutBack {
        fact: String,
    },
    TrialEnded {
        keep: bool,
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
    /// A saved session, or one that was lost by mistake, came back.
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

/// What a message would take away, and can give back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    Everything,
    Filing,
    Entry,
    Trial,
    /// A text that could not be read.
    SetAside,
}

impl Session {
    pub fn new(today: AsOf, lang: Lang) -> Self {
        Self {
            lang,
            large: false,
            page: Page::Start,
            filing: Filing::new(0, today),
            shelf: Vec::new(),
            picked: Vec::new(),
            before_trial: None,
        }
    }

    /// Nothing has been entered yet.
    pub fn is_blank(&self) -> bool {
        self.filing.is_blank() && self.shelf.is_empty()
    }

    /// The page of questions that is shown.
    pub fn topic_page(&self, packs: &[Pack]) -> Option<TopicPage> {
        let Page::Questions(at) = self.page else { return None };
        self.filing.topic_pages(packs).into_iter().nth(at)
    }

    /// How many pages of the kinds that vary there are.
    pub fn way(&self, packs: &[Pack]) -> Way {
        Way { topics: self.filing.topic_pages(packs).len(), compares: self.filing.entries.len() > 1 }
    }

    /// What a message would take away.
    pub fn loss(&self, msg: &Msg) -> Option<Loss> {
        match msg {
            Msg::Wiped { .. } => Some(Loss::Everything),
            Msg::FilingDeleted { .. } => Some(Loss::Filing),
            Msg::EntryRemoved { .. } => Some(Loss::Entry),
            _ if leaves_trial(msg) && !self.tried().is_empty() => Some(Loss::Trial),
            _ => None,
        }
    }

    fn next_key(&self) -> u32 {
        self.shelf.iter().chain([&self.filing]).map(|filing| filing.key).max().unwrap_or_default().saturating_add(1)
    }

    fn find_mut(&mut self, key: u32) -> Option<&mut Filing> {
        [&mut self.filing].into_iter().chain(&mut self.shelf).find(|filing| filing.key == key)
    }

    /// Opens a draft; the one that was open goes to the shelf.
    fn put_up(&mut self, filing: Filing) {
        let before = std::mem::replace(&mut self.filing, filing);
        if !before.is_blank() {
            self.shelf.insert(0, before);
        }
    }

    fn take_down(&mut self, key: u32) -> Option<Filing> {
        let at = self.shelf.iter().position(|filing| filing.key == key)?;
        Some(self.shelf.remove(at))
    }
}

/// Applies one message and says what the browser has to do about it.
pub fn update(session: &mut Session, msg: Msg, packs: &[Pack]) -> Vec<Effect> {
    session.mind_trial(&msg);
    let is_typing = matches!(msg, Msg::Typed { .. });
    match msg {
        Msg::LangChosen(lang) => session.lang = lang,
        Msg::LargeTypeChosen(large) => session.large = large,
        Msg::TrackPicked { id, picked } => {
            session.picked.retain(|known| *known != id);
            if picked {
                session.picked.push(id);
            }
            return Vec::new();
        }
        Msg::Begun { today, anew } => return begin(session, today, anew),
        Msg::EntryOpened { at, page } => {
            session.filing.at = at;
            return open(session, page, packs);
        }
        Msg::EntryRemoved { at } => session.filing.remove_entry(at),
        Msg::FilingOpened { key } => {
            if let Some(filing) = session.take_down(key) {
                session.put_up(filing);
            }
            let page = session.filing.resume(packs);
            return open(session, page, packs);
        }
        Msg::FilingNamed { key, name } => {
            if let Some(filing) = session.find_mut(key) {
                filing.name = visible(&name);
            }
        }
        Msg::FilingCopied { key, name } => {
            let copy = Filing {
                key: session.next_key(),
                name,
                ..session.find_mut(key).cloned().unwrap_or_else(|| session.filing.clone())
            };
            session.shelf.insert(0, copy);
        }
        Msg::FilingDeleted { key, today } => {
            if session.filing.key == key {
                session.filing = Filing::new(session.next_key(), today);
            } else {
                session.take_down(key);
            }
        }
        Msg::FilingBrought(filing) => {
            let key = session.next_key();
            session.put_up(Filing { key, ..*filing });
            return open(session, Page::Conclusion, packs);
        }
        Msg::FilingsShelved(filings) => {
            for filing in filings {
                session.shelf.push(Filing { key: session.next_key(), ..filing });
            }
        }
        Msg::PageOpened(page) => return open(session, page, packs),
        Msg::Continued => return go_on(session, packs),
        Msg::WentBack => {
            let previous = session.page.previous(session.way(packs));
            return open(session, previous, packs);
        }
        Msg::Answered { fact, value } => session.filing.answer(fact, value),
        Msg::Tried(answers) => {
            for (fact, value) in answers {
                session.filing.answer(fact, value);
            }
        }
        Msg::PutBack { fact } => session.put_back(&fact),
        Msg::TrialEnded { .. } => session.before_trial = None,
        Msg::Typed { fact, text } => session.filing.type_answer(fact, visible(&text), packs),
        Msg::FieldLeft { name } => session.filing.leave(name),
        Msg::SaidUnsure { fact } => {
            session.filing.take_back(&fact);
            session.filing.unsure.insert(fact);
        }
        Msg::TookBack { fact } => session.filing.take_back(&fact),
        Msg::ReadingChosen { reading, case } => _ = session.filing.readings.insert(reading, case),
        Msg::AsOfChosen(day) => session.filing.as_of = day,
        Msg::FieldTyped { field, text } => _ = session.filing.applicant.insert(field, visible(&text)),
        Msg::EvidenceTyped { fact, text } => _ = session.filing.evidence.insert(fact, visible(&text)),
        Msg::NarrativeTyped { .. } | Msg::MaterialMarked { .. } | Msg::DeclarationMade { .. } => {
            write_down(session, msg);
        }
        Msg::Wiped { today } => {
            *session = Session { large: session.large, ..Session::new(today, session.lang) };
            return vec![Effect::Forget, Effect::ShowPage];
        }
        Msg::Restored(restored) => {
            *session = *restored;
            return vec![Effect::Save, Effect::ShowPage];
        }
    }
    // Half of a number may be what was there before.
    if !is_typing {
        session.end_idle_trial();
    }
    vec![Effect::Save]
}

/// Writes into the part of the dossier that belongs to one entry.
fn write_down(session: &mut Session, msg: Msg) {
    let Some(entry) = session.filing.entry_mut() else { return };
    match msg {
        Msg::NarrativeTyped { section, text } => _ = entry.narratives.insert(section, visible(&text)),
        Msg::MaterialMarked { material, state } => _ = entry.materials.insert(material, state),
        Msg::DeclarationMade { declaration, made: true } => _ = entry.declarations.insert(declaration),
        Msg::DeclarationMade { declaration, made: false } => _ = entry.declarations.remove(&declaration),
        _ => {}
    }
}

fn begin(session: &mut Session, today: AsOf, anew: bool) -> Vec<Effect> {
    let picked = std::mem::take(&mut session.picked);
    if anew {
        let key = session.next_key();
        session.put_up(Filing::new(key, today));
    }
    let first = session.filing.entries.len();
    for id in picked {
        session.filing.apply_for(id);
    }
    if first < session.filing.entries.len() {
        session.filing.at = first;
    }
    session.page = Page::Notice;
    vec![Effect::Save, Effect::ShowPage]
}

/// Opens a page. On a page of questions, the entry that asks them is the one that is looked at.
fn open(session: &mut Session, page: Page, packs: &[Pack]) -> Vec<Effect> {
    session.page = match page {
        // A draft kept with an older pack, or a page remembered before an entry was removed, may lie beyond the last.
        Page::Questions(at) => Page::Questions(at.min(session.way(packs).topics.saturating_sub(1))),
        page => page,
    };
    if let Some(topic) = session.topic_page(packs) {
        session.filing.at = topic.entry;
    }
    vec![Effect::Save, Effect::ShowPage]
}

/// Continue: every field of the page counts as left, and errors keep the page open.
fn go_on(session: &mut Session, packs: &[Pack]) -> Vec<Effect> {
    let Some(track) = session.filing.track(packs) else { return open(session, Page::Start, packs) };
    let filing = &session.filing;
    let names = |errors: Vec<(String, _)>| errors.into_iter().map(|(fact, _)| fact).collect::<Vec<_>>();
    let wrong: Vec<String> = match session.page {
        Page::Questions(_) => {
            session.topic_page(packs).map(|page| names(filing.errors(track.pack, &page.facts))).unwrap_or_default()
        }
        Page::Dossier => {
            let fields = filing.dossier().errors().into_iter().map(|(field, _)| field.id().to_owned());
            fields.chain(names(filing.errors(track.pack, &track.track.record))).collect()
        }
        _ => Vec::new(),
    };
    if wrong.is_empty() {
        let next = session.page.next(session.way(packs));
        return open(session, next, packs);
    }
    session.filing.left.extend(wrong);
    vec![Effect::Save, Effect::ShowErrors]
}

/// Characters that cannot be seen would make the draft unreadable for its own checker.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}
