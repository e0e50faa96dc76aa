//! Code splitting: everything that is not needed to answer questions is in a module of its own.
//!
//! The deliverable has it in a file that is fetched while somebody reads the first page. What is reached through the
//! table of functions alone is in that file; where nothing was split off, it is simply there.

use std::pin::Pin;

use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::charts::Ruler;
use super::handed_in::HandedIn;
use super::late::{Absent, Late};
use super::pages::{Comparison, Conclusion, DossierPage, Finish, Packs, ReviewPage, Start};
use super::parts::{Judged, Kept, ListEditor, Proof, WhatIf, WhatIfNote};
use super::route::Page;
use super::store::Store;
use crate::draft::VerificationReport;
use crate::pack::Pack;

/// The functions, once they are there.
pub fn arrive() -> Pin<Box<dyn Future<Output = Result<Late, Absent>>>> {
    #[cfg(feature = "split")]
    return Box::pin(table());
    #[cfg(not(feature = "split"))]
    Box::pin(std::future::ready(table()))
}

#[cfg(feature = "split")]
impl From<SplitLoaderError> for Absent {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[cfg_attr(feature = "split", wasm_split(late, fallible, wasm_split_path = leptos::wasm_split))]
#[allow(clippy::unnecessary_wraps, reason = "what is split off may be absent")]
fn table() -> Result<Late, Absent> {
    Ok(Late {
        page,
        kept: || view! { <Kept/> }.into_any(),
        what_if: || {
            Store::get().provide_findings();
            view! { <WhatIf/> }.into_any()
        },
        what_if_note: || view! { <WhatIfNote/> }.into_any(),
        proof: || view! { <Proof/> }.into_any(),
        judged: |fact| view! { <Judged fact/> }.into_any(),
        ruler: |fact| view! { <Ruler fact/> }.into_any(),
        list: |fact| view! { <ListEditor fact/> }.into_any(),
        look_into: HandedIn::of,
        check: Pack::load,
        verify: |draft, packs| VerificationReport::of(draft, packs).to_json(),
    })
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
