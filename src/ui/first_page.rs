//! The first pages as HTML, made from the same components before there is a browser: what a person can look at and
//! answer while the module is on its way. They are of an empty session; what they say of a document holds until its
//! standing changes.

use std::collections::BTreeSet;
use std::future::ready;
use std::path::PathBuf;
use std::slice::from_ref;
use std::sync::Arc;
use std::{fs, io};

use leptos::prelude::*;
use serde::Serialize;

use super::app::App;
use super::browser::{Browser, Host};
use super::filing::TrackId;
use super::late::{Absent, Parts, Soon};
use super::session::{Msg, Session, update};
use super::store::Store;
use crate::engine::Standing;
use crate::model::{AsOf, Lang};
use crate::pack::{Listing, Pack};

/// So many times the standing may change before there is no page that stands in, and the module is waited for.
const MOST: usize = 6;

/// What is apart from the first module is no part of a first page.
static APART: Parts = Parts { widget: never, late: never, checker: never, xlsx: never };

fn never<T: 'static>() -> Soon<T> {
    Box::pin(ready(Err(Absent)))
}

/// Everything that is made.
#[derive(Serialize)]
pub struct FirstPages {
    /// The page on which a person chooses.
    start: Vec<DatedPages>,
    tracks: Vec<TrackPages>,
}

/// Where an element asks for one track: the notice, and the first topic that follows it.
#[derive(Serialize)]
struct TrackPages {
    programme: String,
    track: String,
    periods: Vec<DatedPages>,
}

/// Pages that say the same from one day to before another, in both languages.
#[derive(Serialize)]
struct DatedPages {
    from: AsOf,
    until: Option<AsOf>,
    zh: Vec<String>,
    en: Vec<String>,
}

impl FirstPages {
    /// Those of a day and all days after it, with the packs in a folder in the order of their names.
    pub fn read(day: &str, folder: &str) -> io::Result<Self> {
        let day = AsOf::read(day).map_err(|_| io::Error::other(format!("`{day}` is not a day")))?;
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        files.sort();
        let load = |file: &PathBuf| {
            let wrong = |_| io::Error::other(format!("{} is no pack", file.display()));
            Ok(Pack::load(&fs::read_to_string(file)?).map_err(wrong)?.pack)
        };
        Ok(Self::from(day, &files.iter().map(load).collect::<io::Result<Vec<_>>>()?))
    }

    fn from(day: AsOf, packs: &[Pack]) -> Self {
        let ids = |pack: &Pack| {
            pack.file.tracks.iter().map(|track| TrackId::new(&pack.file.id, &track.id)).collect::<Vec<_>>()
        };
        let track = |id: TrackId, pack: &Pack| TrackPages {
            periods: periods([pack], day, |lang, day| of_track(&id, pack, lang, day)),
            programme: id.programme,
            track: id.track,
        };
        let tracks = packs.iter().flat_map(|pack| ids(pack).into_iter().map(|id| track(id, pack))).collect();
        Self { start: periods(packs, day, |lang, day| vec![start(packs, lang, day)]), tracks }
    }
}

/// What is made on the first day of each period in which the standing of these documents stays the same.
fn periods<'p>(
    packs: impl IntoIterator<Item = &'p Pack>,
    day: AsOf,
    made: impl Fn(Lang, AsOf) -> Vec<String>,
) -> Vec<DatedPages> {
    let changes = packs.into_iter().flat_map(|pack| Standing::changes(&pack.file.standing));
    let days: BTreeSet<AsOf> = changes.filter(|change| *change > day).chain([day]).collect();
    let until = days.iter().skip(1).map(|day| Some(*day)).chain([None]);
    let period = |(from, until): (&AsOf, Option<AsOf>)| DatedPages {
        from: *from,
        until,
        zh: made(Lang::Zh, *from),
        en: made(Lang::En, *from),
    };
    let mut periods: Vec<DatedPages> = days.iter().zip(until).map(period).collect();
    // What changes further down than the first page reaches makes no other page.
    periods.dedup_by(|later, earlier| {
        let is_same = later.zh == earlier.zh && later.en == earlier.en;
        if is_same {
            earlier.until = later.until;
        }
        is_same
    });
    periods.truncate(MOST);
    periods
}

fn start(packs: &[Pack], lang: Lang, day: AsOf) -> String {
    made(Host { lang: tag(lang), ..Host::default() }, packs, &[], Session::new(day, lang), Vec::new())
}

fn of_track(id: &TrackId, pack: &Pack, lang: Lang, day: AsOf) -> Vec<String> {
    let page = |more: &[Msg]| {
        let host = Host { lang: tag(lang), programme: id.programme.clone(), track: id.track.clone() };
        let session = Session { picked: vec![id.clone()], ..Session::new(day, lang) };
        let begun = Msg::Begun { today: day, anew: true };
        made(host, from_ref(pack), from_ref(pack), session, [&[begun], more].concat())
    };
    vec![page(&[]), page(&[Msg::Continued])]
}

/// The page that a widget shows in which this was done: with an index of some packs, and with those that are here.
fn made(host: Host, listed: &[Pack], packs: &[Pack], mut session: Session, done: Vec<Msg>) -> String {
    let owner = Owner::new();
    owner.with(|| {
        let store = Store::new(Browser::nowhere(host), &APART);
        for msg in done {
            update(&mut session, msg, packs);
        }
        store.programmes().set(Arc::new(listed.iter().map(Listing::of).collect()));
        store.packs().set(Arc::new(packs.to_vec()));
        store.change(|now| *now = session);
        store.ready().set(true);
        provide_context(store);
        App().to_html()
    })
}

fn tag(lang: Lang) -> String {
    lang.pick("zh-CN", "en").to_owned()
}
