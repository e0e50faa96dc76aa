//! 由此可以: the tracks of other programmes that this one leads to.

use leptos::prelude::*;

use super::section::Listed;
use crate::report::LinkRow;
use crate::ui::filing::TrackId;
use crate::ui::i18n::{conclusion, phrases};
use crate::ui::parts::Clause;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Leads() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let links = store.report(|report| report.leads_to.clone());
    // A track leads to as many others whatever is answered.
    let count = links.with_untracked(Vec::len);
    let rows = move || links.get().into_iter().map(|link| view! { <Lead link/> }).collect_view();
    (count > 0).then(|| {
        view! {
            <Listed title=w.leads_to() count><p class="help">{w.leads_to_lead()}</p><ul class="rows">{rows}</ul></Listed>
        }
    })
}

#[component]
fn Lead(link: LinkRow) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let LinkRow { id: link, programme, track, mark, word, text, note, clause, .. } = link;
    let id = TrackId { programme, track };
    let title = store.programmes().with_untracked(|programmes| id.title(programmes, lang));
    let note = note.map(|note| view! { <p class="help">{note}</p> });
    let go = match &title {
        Some(title) => {
            let name = phrases::named(w.lead_there(), title, lang);
            let follow = move |_| store.send(Msg::LinkFollowed { link: link.clone() });
            view! { <button type="button" class="link" aria-label=name on:click=follow>{w.lead_there()}</button> }
                .into_any()
        }
        None => view! { <p class="help">{conclusion::no_pack(&id.programme, lang)}</p> }.into_any(),
    };
    view! {
        <li class="row">
            <span class="mark" data-truth=mark.class() aria-hidden="true">{mark.shape()}</span>
            <p class="row-title"><b>{title}</b></p>
            <p class="row-end">{word}</p>
            <div class="row-wide"><p>{text}</p>{note}<div class="row-foot"><Clause cite=clause.cite/>{go}</div></div>
        </li>
    }
}
