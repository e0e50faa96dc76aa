//! The programmes with their standing, and the tracks one may apply for, to be ticked.

use leptos::prelude::*;

use crate::engine::Standing;
use crate::pack::track::Applicant;
use crate::pack::{Pack, Track};
use crate::report;
use crate::ui::filing::TrackId;
use crate::ui::i18n::start;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Programmes() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let role = RwSignal::new(None::<Applicant>);
    let programmes = move || {
        let packs = store.packs().get();
        let as_of = store.session().with_untracked(|session| session.filing.as_of);
        let mut packs: Vec<(Standing, &Pack)> =
            packs.iter().map(|pack| (Standing::of(&pack.file.standing, as_of), pack)).collect();
        // What can still be applied for comes before what has ended.
        packs.sort_by_key(|(standing, _)| standing.is_ended());
        packs.into_iter().map(|(standing, pack)| programme(store, pack, standing, role)).collect_view()
    };
    view! {
        <section class="section start-new">
            <h2>{w.start_new}</h2>
            <RoleChoice role/>
            <p class="help">{w.start_choose_lead}</p>
            {programmes}
            <BeginBar/>
        </section>
    }
}

/// 您是: shows only the tracks of one kind of applicant.
#[component]
fn RoleChoice(role: RwSignal<Option<Applicant>>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let kinds = Applicant::ALL.into_iter().map(|kind| (Some(kind), report::applicant(kind, lang)));
    let kinds = [(None, w.start_everyone)].into_iter().chain(kinds);
    let option = |(kind, label): (Option<Applicant>, &'static str)| {
        view! {
            <label class="option">
                <input type="radio" name="role" checked=kind.is_none() prop:checked=move || role.get() == kind on:change=move |_| role.set(kind)/>
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="role">
            <legend>{w.start_role}</legend>
            <div class="options">{kinds.map(option).collect_view()}</div>
        </fieldset>
    }
}

/// A programme with its document and standing, and its tracks.
fn programme(
    store: Store,
    pack: &Pack,
    standing: Standing,
    role: RwSignal<Option<Applicant>>,
) -> impl IntoView + use<> {
    let lang = store.lang();
    let file = &pack.file;
    let title = file.title.get(lang).to_owned();
    let source = [Some(file.document.issuer.get(lang)), file.document.number.as_deref()];
    let source: Vec<&str> = source.into_iter().flatten().collect();
    let period = report::period(&file.standing, lang);
    let kinds: Vec<Applicant> = file.tracks.iter().map(|track| track.applicant).collect();
    let tracks: Vec<_> = file.tracks.iter().map(|track| track_choice(store, &file.id, &title, track, role)).collect();
    view! {
        <section class="programme" data-programme=file.id.clone()
            hidden=move || role.get().is_some_and(|role| !kinds.contains(&role))>
            <h3>{title}
                " "<span class="badge" data-ended=standing.is_ended().to_string()>{report::standing_label(standing, lang)}</span>
            </h3>
            <p class="help">{file.document.title.get(lang).to_owned()}</p>
            <p class="help">{source.join(" · ")}" · "{period}</p>
            <ul class="tracks">{tracks}</ul>
        </section>
    }
}

/// A track to be ticked, with who applies on it and what it ends with.
fn track_choice(
    store: Store,
    programme: &str,
    of: &str,
    track: &Track,
    role: RwSignal<Option<Applicant>>,
) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let id = StoredValue::new(TrackId::new(programme, &track.id));
    let name = track.title.get(lang).to_owned();
    let picked = store.memo(move |session| id.with_value(|id| session.picked.contains(id)));
    let under_way =
        store.memo(move |session| id.with_value(|id| session.filing.entries.iter().any(|entry| entry.id == *id)));
    let kind = track.applicant;
    // Tracks of two programmes may have the same name.
    let label = format!("{of} · {name}");
    view! {
        <li class="track" data-track=track.id.clone() hidden=move || role.get().is_some_and(|role| role != kind)>
            <label>
                <input type="checkbox" aria-label=label prop:checked=picked
                    on:change=move |_| store.send(Msg::TrackPicked { id: id.get_value(), picked: !picked.get_untracked() })/>
                <span>
                    <b>{name}</b>
                    <Show when=move || under_way.get()>" "<span class="badge">{w.start_under_way}</span></Show>
                    <span class="track-who">{w.who}{track.who.get(lang).to_owned()}</span>
                    <small>{track.outcome.get(lang).to_owned()}</small>
                </span>
            </label>
        </li>
    }
}

/// How many tracks are ticked, and the way on: into a draft of their own, or into the open one.
#[component]
fn BeginBar() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let count = store.memo(|session| session.picked.len());
    let open = store.memo(|session| !session.filing.entries.is_empty());
    let wanting = RwSignal::new(false);
    let begin = move |anew: bool| {
        wanting.set(count.get_untracked() == 0);
        if count.get_untracked() > 0 {
            store.begin(anew);
        }
    };
    let said = move || match count.get() {
        0 if wanting.get() => w.start_choose_first.to_owned(),
        count => start::picked(count, lang),
    };
    view! {
        <div class="begin-bar">
            <p role="status" class:error=move || wanting.get() && count.get() == 0>{said}</p>
            <p class="actions">
                <button type="button" class="primary" on:click=move |_| begin(true)>{w.start_button}</button>
                <Show when=move || open.get() && (count.get() > 0)>
                    <button type="button" on:click=move |_| begin(false)>{w.start_add}</button>
                </Show>
            </p>
        </div>
    }
}
