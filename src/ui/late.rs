//! What is apart from the first module, as those see it who wait for it: functions, and how far they are.

use std::collections::BTreeSet;
use std::pin::Pin;

use leptos::prelude::AnyView;

use super::assessed::Subject;
use super::browser::{Host, HtmlElement};
use super::handed_in::{HandedIn, NamedFile};
use super::route::Page;
use crate::model::Lang;
use crate::model::table::{Table, TableError};
use crate::pack::load::TrackRef;
use crate::pack::{Diagnostic, Fact, Loaded, Pack};

/// Puts a widget into an element, behind what is in it.
pub type Mount = fn(HtmlElement, Host) -> Box<dyn Handle>;

/// A widget in its place on a page, until it is dropped.
pub trait Handle {
    /// A newer version is here and serves from the next visit on.
    fn newer_version(&self);
    fn speak(&self, lang: Lang);
    fn prefill(&self, text: &str);
    fn receipt(&self, text: &str);
}

/// The functions that come late.
#[derive(Clone, Copy, Debug)]
pub struct Late {
    pub page: fn(Page) -> AnyView,
    /// What another window kept, and what could not be read.
    pub kept: fn() -> AnyView,
    pub what_if: fn() -> AnyView,
    pub what_if_note: fn() -> AnyView,
    pub proof: fn() -> AnyView,
    /// The facts whose answers the document neither takes nor refuses.
    pub judged: fn(&Subject, TrackRef<'_>) -> BTreeSet<String>,
    /// Where the answer to a fact stands among the tiers of a measure.
    pub ruler: fn(String) -> AnyView,
    /// The rows of a list, to be seen and changed.
    pub list: fn(Fact) -> AnyView,
    /// Replays the files that were handed in.
    pub look_into: fn(Vec<NamedFile>, &[Pack], Lang) -> HandedIn,
    /// What `zhice verify --format json` says of a draft, with the pack of its programme.
    pub verify: fn(&str, &[Pack]) -> String,
}

/// How far it is.
#[derive(Clone, Copy, Debug)]
pub enum Arrival {
    UnderWay,
    /// It is under way, and a page that was opened waits for it.
    Awaited,
    /// It did not come, or is not what was shipped. It is tried again when the person asks for it.
    Failed,
    Here(Late),
}

impl Arrival {
    pub fn of(arrived: Result<Late, Absent>) -> Self {
        arrived.map_or(Self::Failed, Self::Here)
    }

    pub const fn is_under_way(&self) -> bool {
        matches!(self, Self::UnderWay | Self::Awaited)
    }

    pub const fn here(&self) -> Option<Late> {
        match self {
            Self::Here(late) => Some(*late),
            Self::UnderWay | Self::Awaited | Self::Failed => None,
        }
    }
}

/// It did not come.
#[derive(Clone, Copy, Debug)]
pub struct Absent;

/// Something that comes soon, or does not.
pub type Soon<T> = Pin<Box<dyn Future<Output = Result<T, Absent>>>>;

/// Checks a pack that nobody has checked before.
pub type Checker = fn(&str) -> Result<Loaded, Vec<Diagnostic>>;

/// Reads the first sheet of a workbook.
pub type WorkbookReader = fn(&[u8]) -> Result<Table, TableError>;

/// Sends for what is apart from the first module. After a failure it is sent for anew.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// The widget itself. Until it is there, a page made beforehand stands in.
    pub widget: fn() -> Soon<Mount>,
    /// Comes by itself; the others when they are first used.
    pub late: fn() -> Soon<Late>,
    pub checker: fn() -> Soon<Checker>,
    pub xlsx: fn() -> Soon<WorkbookReader>,
}
