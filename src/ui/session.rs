//! What a person has done so far, and what each further act makes of it. Pure: no browser, no clock.

use std::collections::BTreeSet;

use super::filing::{Entry, Filing};
use super::handoff::{Handover, Receipt};
use super::prefill::Prefill;
use super::route::{Page, Route};
pub use super::state::{Effect, Loss, Msg, Session};
use super::topic_page::TopicPage;
use super::what_if::leaves_what_if;
use crate::model::text::{is_ignorable, visible};
use crate::model::{AsOf, Grow, Lang};
use crate::pack::Pack;

impl Session {
    pub fn new(today: AsOf, lang: Lang) -> Self {
        Self {
            lang,
            large: false,
            page: Page::Start,
            filing: Filing::new(0, today),
            shelf: Vec::new(),
            picked: Vec::new(),
            before_what_if: None,
            warned: BTreeSet::new(),
            prefill: Prefill::default(),
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

    /// Where Continue leads: without its pack nothing can be gone on with.
    fn next_page(&self, packs: &[Pack]) -> Page {
        if self.filing.track(packs).is_some() { self.page.next(self.route(packs)) } else { Page::Start }
    }

    /// How many pages of the kinds that vary there are.
    pub fn route(&self, packs: &[Pack]) -> Route {
        Route { topics: self.filing.topic_pages(packs).len(), compares: self.filing.entries.len() > 1 }
    }

    /// What a message would take away.
    pub fn loss(&self, msg: &Msg, packs: &[Pack]) -> Option<Loss> {
        let typed = |list: &str| {
            let list = packs.iter().find_map(|pack| pack.fact(list))?;
            let changed = self.filing.changed_row(list)?;
            changed.read(list, self.filing.rows(&list.id)).is_err().then_some(Loss::TypedRow)
        };
        match msg {
            Msg::Wiped { .. } => Some(Loss::Everything),
            Msg::FilingDeleted { .. } => Some(Loss::Filing),
            Msg::EntryRemoved { .. } => Some(Loss::Entry),
            Msg::RolledUp(_) => Some(Loss::RollUp),
            Msg::RowRemoved { .. } => Some(Loss::Rows),
            Msg::TookBack { fact } if !self.filing.rows(fact).is_empty() => Some(Loss::Rows),
            Msg::RowsTaken { .. } => Some(Loss::RowsTaken),
            Msg::TableHanded { filing, list, table } => {
                self.loses_table(*filing, list, table.as_deref()).then_some(Loss::Table)
            }
            Msg::RowOpened { list, .. } | Msg::RowClosed { list } => typed(list),
            _ if leaves_what_if(msg) && !self.tried().is_empty() => Some(Loss::WhatIf),
            _ => None,
        }
    }

    fn next_key(&self) -> u32 {
        self.filings().map(|filing| filing.key).max().unwrap_or_default().saturating_add(1)
    }

    /// Every draft as it stands now, the open one first.
    pub(super) fn filings(&self) -> impl Iterator<Item = &Filing> {
        [&self.filing].into_iter().chain(&self.shelf)
    }

    pub(super) fn filings_mut(&mut self) -> impl Iterator<Item = &mut Filing> {
        [&mut self.filing].into_iter().chain(&mut self.shelf)
    }

    pub(super) fn find_mut(&mut self, key: u32) -> Option<&mut Filing> {
        self.filings_mut().find(|filing| filing.key == key)
    }

    fn rename(&mut self, key: u32, name: &str) {
        if let Some(filing) = self.find_mut(key) {
            filing.name = visible(name);
        }
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

    /// Keeps what the portal knows for drafts that are begun later, and fills the open one.
    fn take_prefill(&mut self, prefill: Prefill, packs: &[Pack]) -> Vec<Effect> {
        self.prefill = prefill;
        self.prefill_open(packs);
        vec![Effect::Save, Effect::TellPrefilled]
    }

    /// Fills the open draft with what the portal knows of another applicant.
    fn fill_all_the_same(&mut self, packs: &[Pack]) -> Vec<Effect> {
        for filing in [&mut self.filing].into_iter().chain(self.before_what_if.as_deref_mut()) {
            self.prefill.fill_all_the_same(filing, packs);
        }
        vec![Effect::Save, Effect::TellPrefilled]
    }

    /// Fills the open draft, also where other answers are being tried out in it.
    fn prefill_open(&mut self, packs: &[Pack]) {
        if self.filing.entries.is_empty() {
            return;
        }
        for filing in [&mut self.filing].into_iter().chain(self.before_what_if.as_deref_mut()) {
            self.prefill.fill(filing, packs);
        }
    }

    /// Whether a draft on this device was handed over that a receipt is for.
    pub fn expects(&self, receipt: &Receipt) -> bool {
        self.filings().flat_map(Filing::handovers).any(|handover| handover.digest == receipt.digest)
    }

    fn note_handover(&mut self, handover: Handover) {
        if let Some(entry) = self.filing.entry_mut() {
            entry.handovers.push(handover);
        }
    }

    /// Keeps the answer with the draft it is for, wherever that is by now.
    fn take_receipt(&mut self, Receipt { digest, answer }: Receipt) {
        let handovers = self.filings_mut().flat_map(Filing::handovers_mut);
        // The same draft may have been given twice: the answer is to the last time.
        let given = handovers.filter(|handover| handover.digest == digest).last();
        if let Some(handover) = given {
            handover.answer = Some(answer);
        }
    }
}

/// Applies one message and says what the browser has to do about it.
pub fn update(session: &mut Session, msg: Msg, packs: &[Pack]) -> Vec<Effect> {
    session.mind_what_if(&msg);
    let is_typing = matches!(msg, Msg::Typed { .. });
    let is_cleaned = msg.text().is_some_and(|text| text.contains(is_ignorable));
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
        Msg::Begun { today, anew } => return begin(session, today, anew, packs),
        Msg::Prefilled(prefill) => return session.take_prefill(*prefill, packs),
        Msg::PrefillTaken => return session.fill_all_the_same(packs),
        Msg::HandedOver(handover) => session.note_handover(handover),
        Msg::ReceiptCame(receipt) => session.take_receipt(receipt),
        Msg::EntryOpened { at, page } => {
            session.filing.at = at;
            return open(session, page, packs);
        }
        Msg::EntryRemoved { at } => session.filing.remove_entry(at),
        Msg::LinkFollowed { link } => return follow(session, &link, packs),
        Msg::FilingOpened { key } => return take_up(session, key, packs),
        Msg::FilingNamed { key, name } => session.rename(key, &name),
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
        Msg::FilingBrought(filing) | Msg::RolledUp(filing) => {
            let key = session.next_key();
            session.put_up(Filing { key, ..*filing });
            return open(session, Page::Conclusion, packs);
        }
        Msg::FilingsShelved(filings) => {
            for filing in filings {
                session.shelf.push(Filing { key: session.next_key(), ..filing });
            }
        }
        Msg::StepChosen(page) if session.page < page => return go_on(session, page, packs),
        Msg::PageOpened(page) | Msg::StepChosen(page) => return open(session, page, packs),
        Msg::Continued => return go_on(session, session.next_page(packs), packs),
        Msg::WentBack => {
            let previous = session.page.previous(session.route(packs));
            return open(session, previous, packs);
        }
        Msg::Answered { fact, value } => session.filing.answer(fact, value),
        Msg::Tried(answers) => answers.into_iter().for_each(|(fact, value)| session.filing.answer(fact, value)),
        Msg::PutBack { fact } => session.put_back(&fact),
        Msg::TrialEnded { .. } => session.before_what_if = None,
        Msg::Typed { fact, text } => session.filing.type_answer(fact, visible(&text), packs),
        Msg::FieldLeft { name } => session.filing.leave(name),
        Msg::SaidUnsure { fact } => session.filing.say_unsure(fact),
        Msg::TookBack { fact } => session.filing.take_back(&fact),
        Msg::TableHanded { filing, list, table } => return session.hand_table(filing, list, table),
        Msg::RowOpened { .. }
        | Msg::RowClosed { .. }
        | Msg::RowSaved { .. }
        | Msg::RowRemoved { .. }
        | Msg::RowsTaken { .. } => change_rows(&mut session.filing, msg, packs),
        Msg::ReadingChosen { reading, case } => _ = session.filing.readings.insert(reading, case),
        Msg::AsOfChosen(day) => session.filing.as_of = day,
        Msg::FieldTyped { .. }
        | Msg::EvidenceTyped { .. }
        | Msg::ActionTicked { .. }
        | Msg::NarrativeTyped { .. }
        | Msg::MaterialMarked { .. }
        | Msg::DeclarationMade { .. } => write_down(session, msg),
        Msg::Wiped { today } => {
            *session = Session { large: session.large, ..Session::new(today, session.lang) };
            return vec![Effect::Forget, Effect::ShowPage];
        }
        Msg::Restored(restored) => {
            // What the portal knows is no part of what was lost: it may have taken it back meanwhile.
            let prefill = std::mem::take(&mut session.prefill);
            *session = Session { prefill, ..*restored };
            return vec![Effect::Save, Effect::ShowPage];
        }
    }
    // Half of a number may be what was there before.
    if !is_typing {
        session.end_idle_what_if();
    }
    [Effect::Save].into_iter().chain(is_cleaned.then_some(Effect::SayCleaned)).collect()
}

/// Writes into the dossier: what belongs to the draft, and what belongs to one entry of it.
fn write_down(session: &mut Session, msg: Msg) {
    let filing = &mut session.filing;
    match msg {
        Msg::FieldTyped { field, text } => _ = filing.applicant.insert(field, visible(&text)),
        Msg::EvidenceTyped { fact, text } => _ = filing.evidence.insert(fact, visible(&text)),
        Msg::ActionTicked { fact, action, done } => filing.tick(&fact, &action, done),
        msg => _ = filing.entry_mut().map(|entry| write_into(entry, msg)),
    }
}

fn write_into(entry: &mut Entry, msg: Msg) {
    match msg {
        Msg::NarrativeTyped { section, text } => _ = entry.narratives.insert(section, visible(&text)),
        Msg::MaterialMarked { material, state } => _ = entry.materials.insert(material, state),
        Msg::DeclarationMade { declaration, made: true } => _ = entry.declarations.insert(declaration),
        Msg::DeclarationMade { declaration, made: false } => _ = entry.declarations.remove(&declaration),
        _ => {}
    }
}

/// Changes a list of the track that is looked at.
fn change_rows(filing: &mut Filing, msg: Msg, packs: &[Pack]) {
    let Some(track) = filing.track(packs) else { return };
    let of = |id: &str| track.pack.fact(id);
    match msg {
        Msg::RowOpened { list, at } => of(&list).into_iter().for_each(|list| filing.open_row(list, at)),
        Msg::RowClosed { list } => of(&list).into_iter().for_each(|list| filing.end_row(list)),
        Msg::RowSaved { list } => of(&list).into_iter().for_each(|list| filing.save_row(list)),
        Msg::RowRemoved { list, at } => of(&list).into_iter().for_each(|list| filing.remove_row(list, at)),
        Msg::RowsTaken { list, incoming } => _ = of(&list).map(|list| filing.take_rows(list, incoming)),
        _ => {}
    }
}

fn begin(session: &mut Session, today: AsOf, anew: bool, packs: &[Pack]) -> Vec<Effect> {
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
    session.prefill_open(packs);
    session.page = Page::Notice;
    vec![Effect::Save, Effect::ShowPage]
}

/// Opens a draft from the shelf, where it was left.
fn take_up(session: &mut Session, key: u32, packs: &[Pack]) -> Vec<Effect> {
    if let Some(filing) = session.take_down(key) {
        session.put_up(filing);
    }
    let page = session.filing.resume(packs);
    open(session, page, packs)
}

/// Goes on to the programme a link leads to.
fn follow(session: &mut Session, link: &str, packs: &[Pack]) -> Vec<Effect> {
    session.filing.follow(link, packs);
    session.prefill_open(packs);
    let page = session.filing.first_page(packs);
    open(session, page, packs)
}

/// Opens a page. On a page of questions, the entry that asks them is the one that is looked at.
fn open(session: &mut Session, page: Page, packs: &[Pack]) -> Vec<Effect> {
    session.warned.clear();
    session.page = match page {
        // A draft kept with an older pack, or a page remembered before an entry was removed, may lie beyond the last.
        Page::Questions(at) => Page::Questions(at.min(session.route(packs).topics.saturating_sub(1))),
        page => page,
    };
    if let Some(topic) = session.topic_page(packs) {
        session.filing.at = topic.entry;
    }
    vec![Effect::Save, Effect::ShowPage]
}

/// Leaves a page for a later one. What is wrong on it is listed first; who goes on all the same is not held up.
fn go_on(session: &mut Session, to: Page, packs: &[Pack]) -> Vec<Effect> {
    if session.page == Page::Dossier {
        session.filing.leave_applicant();
    }
    let wrong = wrong_fields(session, packs);
    if wrong.is_subset(&session.warned) {
        return open(session, to, packs);
    }
    session.filing.left.extend(wrong.iter().cloned());
    session.warned = wrong;
    vec![Effect::Save, Effect::ShowErrors]
}

/// The facts and fields of the page whose text cannot stand.
fn wrong_fields(session: &Session, packs: &[Pack]) -> BTreeSet<String> {
    let Some(track) = session.filing.track(packs) else { return BTreeSet::new() };
    let filing = &session.filing;
    let facts = |facts: &[String]| filing.errors(track.pack, facts).into_iter().map(|(fact, _)| fact);
    match session.page {
        Page::Questions(_) => session.topic_page(packs).map(|page| facts(&page.facts).grown()).unwrap_or_default(),
        Page::Dossier => {
            let fields = filing.dossier().errors(track.track).into_iter().map(|(field, _)| field.id().to_owned());
            let texts = filing.dossier().overlong(&filing.answers).into_iter().map(|(text, _)| text.control());
            fields.chain(facts(&track.track.record)).chain(texts).grown()
        }
        _ => BTreeSet::new(),
    }
}
