//! Code splitting: everything that is not needed to assess what is entered is apart from the first module.
//!
//! The deliverable has each part in a file of its own: the widget, which is sent for at once; the pages after the
//! questions, which are fetched while somebody reads the first page; what few need, when it is first used. What is reached
//! through the function of a part alone is in its file; where nothing was split off, it is simply there.

use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::assessed::Subject;
use super::charts::Ruler;
use super::handed_in::HandedIn;
use super::late::{Absent, Checker, Late, Mount, Parts, Soon, WorkbookReader};
use super::pages::{Comparison, Conclusion, DossierPage, Finish, Packs, ReviewPage, Start};
use super::parts::{Kept, ListEditor, Proof, WhatIf, WhatIfNote};
use super::route::Page;
use super::store::Store;
use super::widget::Widget;
use crate::draft::VerificationReport;
use crate::model::table;
use crate::pack::Pack;

/// Each part by what sends for it. `src/portal/types.d.ts` and `xtask/src/dist/split.rs` call them the same.
pub static PARTS: Parts =
    Parts { widget: || soon(widget()), late: || soon(late()), checker: || soon(checker()), xlsx: || soon(xlsx()) };

#[cfg(feature = "split")]
fn soon<T: 'static>(arrives: impl Future<Output = Result<T, Absent>> + 'static) -> Soon<T> {
    Box::pin(arrives)
}

#[cfg(not(feature = "split"))]
fn soon<T: 'static>(arrived: Result<T, Absent>) -> Soon<T> {
    Box::pin(std::future::ready(arrived))
}

#[cfg(feature = "split")]
impl From<SplitLoaderError> for Absent {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[cfg_attr(feature = "split", wasm_split(widget, fallible, wasm_split_path = leptos::wasm_split))]
#[allow(clippy::unnecessary_wraps, reason = "what is split off may be absent")]
fn widget() -> Result<Mount, Absent> {
    Ok(|place, host| Box::new(Widget::mount(place, host, &PARTS)))
}

#[cfg_attr(feature = "split", wasm_split(late, fallible, wasm_split_path = leptos::wasm_split))]
#[allow(clippy::unnecessary_wraps, reason = "what is split off may be absent")]
fn late() -> Result<Late, Absent> {
    Ok(Late {
        page,
        kept: || view! { <Kept/> }.into_any(),
        what_if: || {
            Store::get().provide_findings();
            view! { <WhatIf/> }.into_any()
        },
        what_if_note: || view! { <WhatIfNote/> }.into_any(),
        proof: || view! { <Proof/> }.into_any(),
        judged: Subject::judged,
        ruler: |fact| view! { <Ruler fact/> }.into_any(),
        list: |fact| view! { <ListEditor fact/> }.into_any(),
        look_into: HandedIn::of,
        verify: |draft, packs| VerificationReport::of(draft, packs).to_json(),
    })
}

#[cfg_attr(feature = "split", wasm_split(checker, fallible, wasm_split_path = leptos::wasm_split))]
#[allow(clippy::unnecessary_wraps, reason = "what is split off may be absent")]
fn checker() -> Result<Checker, Absent> {
    Ok(Pack::load)
}

#[cfg_attr(feature = "split", wasm_split(xlsx, fallible, wasm_split_path = leptos::wasm_split))]
#[allow(clippy::unnecessary_wraps, reason = "what is split off may be absent")]
fn xlsx() -> Result<WorkbookReader, Absent> {
    Ok(table::read_workbook)
}

fn page(page: Page) -> AnyView {
    let store = Store::get();
    store.provide_findings();
    let ready = store.look(|_, _| ()).is_some();
    match page {
        Page::Comparison if ready => view! { <Comparison/> }.into_any(),
        Page::Conclusion if ready => view! { <Conclusion/> }.into_any(),
        Page::Dossier if ready => view! { <DossierPage/> }.into_any(),
        Page::Finish if ready => view! { <Finish/> }.into_any(),
        Page::Packs => view! { <Packs/> }.into_any(),
        Page::Review if store.handed_in().with(Option::is_some) => view! { <ReviewPage/> }.into_any(),
        _ => view! { <Start/> }.into_any(),
    }
}
