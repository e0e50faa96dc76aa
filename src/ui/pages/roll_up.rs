//! 汇总多份: several drafts of one track made into one. Where they differ, each says what it says, and the person decides.

use leptos::prelude::*;

use crate::draft::merge::{Line, Merge, Said};
use crate::draft::words::merge as words;
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::ui::filing::{TrackId, track_title};
use crate::ui::i18n::roll_up;
use crate::ui::roll_up::{Chosen, RollUp, Unfit};
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// A place at which the drafts differ, as its question shows it.
struct Conflict {
    line: Line,
    title: String,
    /// What was said, and by which files.
    said: Vec<(String, String)>,
}

pub fn rolled_up(store: Store, found: &RollUp) -> AnyView {
    let (lang, w) = (store.lang(), store.words());
    let packs = store.packs().get_untracked();
    let file = |(name, unfit): &(String, Option<Unfit>)| {
        let class = if unfit.is_some() { "not" } else { "met" };
        let said = roll_up::fit(unfit.as_ref(), lang);
        view! { <li><b>{name.clone()}</b>{w.colon}<span class="roll-up-fit" data-truth=class>{said}</span></li> }
    };
    let files = view! { <ul class="plain-list">{found.files.iter().map(file).collect_view()}</ul> };
    let Some((id, merge)) = &found.merged else {
        return view! { {files}<p class="error-summary" role="alert">{w.roll_up_too_few}</p> }.into_any();
    };
    let Some(track) = id.find(&packs) else { return files.into_any() };
    let conflicts: Vec<Conflict> = merge.conflicts().map(|line| conflict(line, merge, track, store)).collect();
    let alone = alone(merge, track, store);
    let title = track_title(track, lang);
    let count = conflicts.len();
    let chosen = RwSignal::new(Chosen::new());
    let questions = conflicts.into_iter().enumerate().map(|(at, one)| question(store, at, one, chosen)).collect_view();
    view! {
        <p class="review-track"><b>{title}</b></p>
        {files}
        <h2>{roll_up::conflicts(count, lang)}</h2>
        {questions}
        {alone}
        <Finish found=found.clone() id=id.clone() packs chosen/>
    }
    .into_any()
}

fn conflict(line: &Line, merge: &Merge, track: TrackRef<'_>, store: Store) -> Conflict {
    let lang = store.lang();
    let said = |said: &Said| (words::entered(&said.entered, &line.place, track, lang), by(said, merge, store));
    Conflict {
        line: line.clone(),
        title: words::place(&line.place, track, lang),
        said: line.said.iter().map(said).collect(),
    }
}

/// The names of the files that say something.
fn by(said: &Said, merge: &Merge, store: Store) -> String {
    let names: Vec<&str> = said.by.iter().map(|at| merge.name(*at)).collect();
    store.lang().list(&names)
}

/// What the drafts say, beside each other; nothing is chosen until the person does.
fn question(store: Store, at: usize, conflict: Conflict, chosen: RwSignal<Chosen>) -> impl IntoView {
    let w = store.words();
    let Conflict { line, title, said } = conflict;
    let place = StoredValue::new(line.place);
    let name = question_id(at);
    let option = |taken: Option<usize>, label: AnyView, class: &'static str| {
        let checked = move || chosen.with(|chosen| place.with_value(|place| chosen.get(place) == Some(&taken)));
        let choose = move |_| chosen.update(|chosen| _ = chosen.insert(place.get_value(), taken));
        view! {
            <label class=class>
                <input type="radio" name=name.clone() prop:checked=checked on:change=choose/>
                <span>{label}</span>
            </label>
        }
    };
    let options = said.into_iter().enumerate().map(|(at, (text, by))| {
        let label = view! { <span class="roll-up-text">{text}</span>" "<small>{by}</small> };
        option(Some(at), label.into_any(), "option")
    });
    let options = options.collect_view();
    let open = option(None, w.roll_up_open.into_any(), "option option-soft");
    view! {
        <fieldset class="roll-up" id=name.clone() tabindex="-1">
            <legend>{title}</legend>
            <div class="options">{options}{open}</div>
        </fieldset>
    }
}

fn question_id(at: usize) -> String {
    format!("roll-up-{at}")
}

/// What only one of the drafts says, with its name, folded away.
fn alone(merge: &Merge, track: TrackRef<'_>, store: Store) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let rows: Vec<_> = merge
        .from_one()
        .filter_map(|(line, name)| {
            let said = line.said.first()?;
            let text = words::entered(&said.entered, &line.place, track, lang);
            let (title, name) = (words::place(&line.place, track, lang), name.to_owned());
            Some(view! { <tr><th scope="row">{title}</th><td>{text}</td><td>{name}</td></tr> })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{roll_up::from_one(rows.len(), lang)}</summary>
                <div class="sheet-scroll" tabindex="0" role="region" aria-label=w.roll_up_alone>
                    <table class="review-table">
                        <thead><tr><th scope="col">{w.review_place}</th><th scope="col">{w.roll_up_said}</th><th scope="col">{w.roll_up_file}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    })
}

/// Makes the one draft; while something is undecided, leads to the first of it.
#[component]
fn Finish(found: RollUp, id: TrackId, packs: std::sync::Arc<Vec<Pack>>, chosen: RwSignal<Chosen>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = StoredValue::new(found);
    let left = Memo::new(move |_| found.with_value(|found| chosen.with(|chosen| found.undecided(chosen).count())));
    let make = move |_| {
        let made = found.with_value(|found| chosen.with_untracked(|chosen| found.filing(chosen, &packs, lang)));
        if let Some(filing) = made {
            let title = id.find(&packs).map(|track| track_title(track, lang)).unwrap_or_default();
            store.send(Msg::RolledUp(Box::new(crate::ui::filing::Filing {
                name: roll_up::name(&title, lang),
                ..filing
            })));
            return;
        }
        let first = found.with_value(|found| {
            let undecided =
                chosen.with_untracked(|chosen| found.undecided(chosen).next().map(|line| line.place.clone()));
            let (_, merge) = found.merged.as_ref()?;
            merge.conflicts().position(|line| Some(&line.place) == undecided.as_ref())
        });
        if let Some(at) = first {
            store.browser().focus_when_shown(question_id(at));
        }
    };
    view! {
        <p role="status" class:error=move || left.get().gt(&0)>{move || roll_up::left(left.get(), lang)}</p>
        <p class="actions"><button type="button" class="primary" on:click=make>{w.roll_up_make}</button></p>
        <p class="help">{w.roll_up_note}</p>
    }
}
