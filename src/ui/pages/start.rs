//! 起步: who is applying, for what; or going on from last time.

use leptos::prelude::*;

use crate::engine::Standing;
use crate::model::Lang;
use crate::pack::{Pack, Track};
use crate::ui::i18n::{Words, phrases};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Start() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let under_way = store.track_memo(|session, track| {
        let title = track.pack.file.title.get(session.lang);
        Some(format!("{title} · {}", track.track.title.get(session.lang)))
    });
    let programmes = move || {
        let packs = store.packs().get();
        let as_of = store.session().with_untracked(|session| session.as_of);
        let mut packs: Vec<(Standing, &Pack)> =
            packs.iter().map(|pack| (Standing::of(&pack.file.standing, as_of), pack)).collect();
        // What can still be applied for comes before what has ended.
        packs.sort_by_key(|(standing, _)| standing.is_ended());
        packs.into_iter().map(|(standing, pack)| programme(store, pack, standing)).collect_view()
    };
    view! {
        <h1>{w.start_title}</h1>
        <p class="lead">{w.start_lead}</p>
        <Show when=move || under_way.with(Option::is_some)>
            <section class="card card-go-on">
                <h2>{w.start_go_on}</h2>
                <p>{move || under_way.get()}</p>
                <p class="actions">
                    <button type="button" class="primary" on:click=move |_| store.send(Msg::PageOpened(Page::Questions(0)))>
                        {w.start_go_on_button}
                    </button>
                    <button type="button" on:click=move |_| store.wipe()>{w.wipe}</button>
                </p>
            </section>
        </Show>
        <h2>{w.start_choose}</h2>
        {programmes}
    }
}

/// A programme with its document and standing, and a way in for each who may apply.
fn programme(store: Store, pack: &Pack, standing: Standing) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let file = &pack.file;
    let title = file.title.get(lang).to_owned();
    let source = [Some(file.document.issuer.get(lang)), file.document.number.as_deref()];
    let source: Vec<&str> = source.into_iter().flatten().collect();
    let period = phrases::period(&file.standing, lang);
    let tracks: Vec<_> = file.tracks.iter().map(|track| way_in(store, &file.id, &title, track, lang, w)).collect();
    view! {
        <section class="programme" data-programme=file.id.clone()>
            <h3>{title}
                " "<span class="badge" data-ended=standing.is_ended().to_string()>{phrases::standing(standing, lang)}</span>
            </h3>
            <p class="help">{file.document.title.get(lang).to_owned()}</p>
            <p class="help">{source.join(" · ")}" · "{period}</p>
            <ul class="tracks">{tracks}</ul>
        </section>
    }
}

fn way_in(
    store: Store,
    programme: &str,
    of: &str,
    track: &Track,
    lang: Lang,
    w: &'static Words,
) -> impl IntoView + use<> {
    let (programme, id) = (programme.to_owned(), track.id.clone());
    let name = track.title.get(lang).to_owned();
    // Tracks of two programmes may have the same name.
    let label = format!("{}{}{of} · {name}", w.start_button, lang.pick("：", ": "));
    let data = id.clone();
    let choose = move |_| store.send(Msg::TrackChosen { programme: programme.clone(), track: id.clone() });
    view! {
        <li class="track" data-track=data>
            <h4>{name}</h4>
            <p>{w.who}{track.who.get(lang).to_owned()}</p>
            <p class="help">{track.outcome.get(lang).to_owned()}</p>
            <button type="button" aria-label=label on:click=choose>{w.start_button}</button>
        </li>
    }
}
