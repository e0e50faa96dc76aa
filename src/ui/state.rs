//! What a visit consists of: its state, what a person can do, and what the browser does then.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::filing::{Filing, TrackId};
use super::handoff::{Handover, Receipt};
use super::incoming::Incoming;
use super::prefill::Prefill;
use super::route::Page;
use crate::draft::dossier::{Declaration, FreeText};
use crate::draft::{Field, MaterialState};
use crate::model::{AsOf, Lang, Value};

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
    pub before_what_if: Option<Box<Filing>>,
    /// The fields of the page that were listed as wrong when it was to be left. Not kept.
    pub warned: BTreeSet<String>,
    /// What the portal knows, for drafts that are begun from now on. Not kept.
    pub prefill: Prefill,
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
    /// A link of the entry that is looked at was followed, by its id.
    LinkFollowed {
        link: String,
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
    /// Several drafts from files were made into one.
    RolledUp(Box<Filing>),
    /// Drafts came from elsewhere, and are put by.
    FilingsShelved(Vec<Filing>),
    PageOpened(Page),
    /// A page was chosen from the list of steps. To a later one the way is that of `Continued`.
    StepChosen(Page),
    /// Continue was pressed: on to the next page. What is wrong on this one is listed first, once.
    Continued,
    WentBack,
    /// On the conclusion, an answer is tried out: it counts, and is kept only when the what-if ends so.
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
    /// A row of a list is to be typed: this one, or a new one.
    RowOpened {
        list: String,
        at: Option<usize>,
    },
    /// The row that is typed is given up.
    RowClosed {
        list: String,
    },
    RowSaved {
        list: String,
    },
    RowRemoved {
        list: String,
        at: usize,
    },
    /// A table is on its way into a list of a draft; with none it is put away.
    TableHanded {
        filing: u32,
        list: String,
        table: Option<Arc<Incoming>>,
    },
    /// The rows of a table were taken into a list: what is on its way says what became of them.
    RowsTaken {
        list: String,
        incoming: Arc<Incoming>,
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
    /// One of the things that a task consists of is done, or not yet.
    ActionTicked {
        fact: String,
        action: String,
        done: bool,
    },
    MaterialMarked {
        material: String,
        state: MaterialState,
    },
    DeclarationMade {
        declaration: Declaration,
        made: bool,
    },
    /// The portal said what it knows of the applicant.
    Prefilled(Box<Prefill>),
    /// The person asked for what the portal knows, in a draft of another applicant.
    PrefillTaken,
    /// The draft was given to a system of the portal.
    HandedOver(Handover),
    /// The portal answered to a draft it was given.
    ReceiptCame(Receipt),
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
    /// The portal is told what became of each key it filled in.
    TellPrefilled,
    /// Characters that cannot be seen were left out of a text.
    SayCleaned,
}

/// What a message would take away, and can give back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    Everything,
    Filing,
    Entry,
    WhatIf,
    /// A text that could not be read.
    SetAside,
    /// A row of a list, or all of them.
    Rows,
    /// A row that is typed and cannot stand in its list.
    TypedRow,
    /// A table that was not taken in.
    Table,
    /// Nothing: rows were added, and can be taken away again.
    RowsTaken,
    /// Nothing: a draft was added, and can be taken away again.
    RollUp,
}

impl Msg {
    /// The text that was typed.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Typed { text, .. }
            | Self::FieldTyped { text, .. }
            | Self::EvidenceTyped { text, .. }
            | Self::NarrativeTyped { text, .. }
            | Self::FilingNamed { name: text, .. } => Some(text),
            _ => None,
        }
    }

    /// The id of the control that was typed into.
    pub fn control(&self) -> Option<String> {
        Some(match self {
            Self::Typed { fact, .. } => format!("fact-{fact}"),
            Self::FieldTyped { field, .. } => format!("field-{}", field.id()),
            Self::EvidenceTyped { fact, .. } => FreeText::Evidence(fact.clone()).control(),
            Self::NarrativeTyped { section, .. } => FreeText::Narrative(section.clone()).control(),
            _ => return None,
        })
    }
}
