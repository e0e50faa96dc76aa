//! A day: typed the way people write it, or chosen from a calendar in the language of the page.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::engine::Standing;
use crate::model::Date;
use crate::report::StandingWords;
use crate::ui::browser;
use crate::ui::i18n::{entry, phrases};
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// A field for a day that is always there. What is typed stays until it is a day.
#[component]
pub fn DayField(
    id: &'static str,
    label: &'static str,
    #[prop(into)] day: Signal<Date>,
    #[prop(into)] chosen: Callback<Date>,
) -> impl IntoView {
    let lang = Store::get().lang();
    let typed = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(false);
    let take = move |_| {
        let Some(text) = typed.get_untracked() else { return };
        match Date::read(&text) {
            Ok(day) => {
                typed.set(None);
                chosen.run(day);
            }
            Err(_) => wrong.set(true),
        }
    };
    let take_day = move |day: Date| {
        typed.set(None);
        wrong.set(false);
        chosen.run(day);
    };
    let write = move |event| {
        let text = event_target_value(&event);
        wrong.set(false);
        // A day in full is taken at once; any other writing may be the beginning of a longer one.
        let day = text.parse().ok();
        typed.set(Some(text).filter(|_| day.is_none()));
        if let Some(day) = day {
            chosen.run(day);
        }
    };
    let error_id = format!("{id}-error");
    view! {
        <label for=id>{label}</label>
        <input id=id type="text" autocomplete="off" prop:value=move || typed.get().unwrap_or_else(|| day.get().to_string())
            aria-invalid=move || wrong.get().to_string() aria-describedby=error_id.clone()
            on:input=write on:change=take/>
        <Calendar id=id.to_owned() day=Signal::derive(move || Some(day.get())) chosen=take_day/>
        <p class="error" id=error_id>{move || wrong.get().then(|| entry::no_day(lang))}</p>
    }
}

/// A button that opens a calendar. In it the arrow keys go by days and weeks, Page Up and Page Down by months, with Shift
/// by years; Escape closes it (the date picker of the ARIA authoring practices).
#[component]
pub fn Calendar(
    /// The id of the field it belongs to.
    id: String,
    /// Tells it from other calendars on the page.
    #[prop(optional)]
    label: Option<String>,
    #[prop(into)] day: Signal<Option<Date>>,
    #[prop(into)] chosen: Callback<Date>,
) -> impl IntoView {
    let store = Store::get();
    let (lang, browser) = (store.lang(), store.browser());
    let open = RwSignal::new(false);
    let cursor = RwSignal::new(Date::FIRST);
    let id = StoredValue::new(id);
    let button_id = move || id.with_value(|id| format!("{id}-calendar"));
    let calendar = store.words().calendar();
    let name = label.map_or_else(|| calendar.to_owned(), |label| phrases::named(calendar, &label, lang));
    let dialog_name = name.clone();
    let month = Memo::new(move |_| cursor.get().first_of_month());
    let go = move |to: Option<Date>| {
        if let Some(day) = to {
            cursor.set(day);
            browser.focus_when_there(id.with_value(|id| cell_id(id, day)));
        }
    };
    let close = move || {
        open.set(false);
        browser.focus_id(&button_id());
    };
    let take = move |day: Date| {
        close();
        chosen.run(day);
    };
    let toggle = move |_| {
        if open.get_untracked() {
            close();
        } else {
            open.set(true);
            go(day.get_untracked().or_else(|| Some(browser::today())));
        }
    };
    // Anywhere in it, not only on a day.
    let leave = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        }
    };
    let turn = move |months: i32, sign: &'static str| {
        let turned = move |_| {
            if let Some(day) = cursor.get_untracked().plus_months(months) {
                cursor.set(day);
            }
        };
        view! { <button type="button" class="quiet" aria-label=entry::turn(months, lang) on:click=turned>{sign}</button> }
    };
    view! {
        <button type="button" id=button_id() class="quiet calendar-button" aria-haspopup="dialog"
            aria-expanded=move || open.get().to_string() aria-label=name on:click=toggle>{store.words().calendar()}</button>
        <Show when=move || open.get()>
            <div class="calendar" role="dialog" aria-label=dialog_name.clone() on:keydown=leave>
                <div class="calendar-head">
                    {turn(-12, "«")}{turn(-1, "‹")}
                    <p aria-live="polite">{move || month.get().month_in_prose(lang)}</p>
                    {turn(1, "›")}{turn(12, "»")}
                </div>
                <Month id=id.get_value() cursor day go chosen=take/>
                <p class="actions">
                    <button type="button" class="link" on:click=move |_| take(browser::today())>{entry::today(lang)}</button>
                    <button type="button" class="link" on:click=move |_| close()>{entry::close(lang)}</button>
                </p>
            </div>
        </Show>
    }
}

fn cell_id(id: &str, day: Date) -> String {
    format!("{id}-{day}")
}

/// The days of the month that the cursor is in, as a grid with one stop for the Tab key.
#[component]
fn Month(
    id: String,
    cursor: RwSignal<Date>,
    day: Signal<Option<Date>>,
    #[prop(into)] go: Callback<Option<Date>>,
    #[prop(into)] chosen: Callback<Date>,
) -> impl IntoView {
    let lang = Store::get().lang();
    let id = StoredValue::new(id);
    let month = Memo::new(move |_| cursor.get().first_of_month());
    let pressed = move |event: KeyboardEvent| {
        let day = cursor.get_untracked();
        let months = if event.shift_key() { 12 } else { 1 };
        let weekday = i32::from(day.weekday());
        let to = match event.key().as_str() {
            "ArrowLeft" => day.previous(),
            "ArrowRight" => day.next(),
            "ArrowUp" => day.plus_days(-7),
            "ArrowDown" => day.plus_days(7),
            "Home" => day.plus_days(-weekday),
            "End" => day.plus_days(6 - weekday),
            "PageUp" => day.plus_months(-months),
            "PageDown" => day.plus_months(months),
            "Enter" | " " => {
                event.prevent_default();
                return chosen.run(day);
            }
            _ => return,
        };
        event.prevent_default();
        go.run(to);
    };
    let cell = move |date: Date| {
        let is_other = !date.is_in_month_of(month.get_untracked());
        view! {
            <td id=id.with_value(|id| cell_id(id, date)) role="gridcell" class:calendar-other=is_other
                tabindex=move || if cursor.get() == date { "0" } else { "-1" }
                aria-label=entry::day_of_week(date, lang)
                aria-selected=move || (day.get() == Some(date)).to_string()
                aria-current=(date == browser::today()).then_some("date")
                on:click=move |_| chosen.run(date)>
                {date.day_of_month()}
            </td>
        }
    };
    let weeks = move || {
        weeks(month.get())
            .into_iter()
            .map(|week| view! { <tr>{week.into_iter().map(cell).collect_view()}</tr> })
            .collect_view()
    };
    let head = move |(short, full): (&'static str, &'static str)| {
        view! { <th scope="col" abbr=full>{short}</th> }
    };
    view! {
        <table role="grid" aria-label=move || month.get().month_in_prose(lang) on:keydown=pressed>
            <thead><tr>{entry::weekdays(lang).into_iter().map(head).collect_view()}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
    }
}

/// The weeks that a month has days in, from Monday; a week at an end of the calendar may be short.
fn weeks(first: Date) -> Vec<Vec<Date>> {
    let monday = first.plus_days(-i32::from(first.weekday())).unwrap_or(first);
    let week = |start: &Date| (0..7).filter_map(|at| start.plus_days(at)).collect::<Vec<_>>();
    let starts = std::iter::successors(Some(monday), |start| start.plus_days(7));
    starts.take_while(|start| *start <= first || start.is_in_month_of(first)).map(|start| week(&start)).collect()
}

/// Said where a draft is gone on with on a later day than it is worked out for: that day, what has ended since, and the
/// way to today.
#[component]
pub fn LaterDay() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let said = Memo::new(move |_| {
        let today = browser::today();
        let packs = store.packs().get();
        store.session().with(|session| {
            let filing = &session.filing;
            let tracks = filing.entries.iter().filter_map(|entry| entry.id.find(&packs));
            let mut changed: Vec<String> = tracks
                .filter_map(|track| {
                    let dates = &track.pack.file.standing;
                    let now = Standing::of(dates, today);
                    let is_other = now != Standing::of(dates, filing.as_of);
                    is_other.then(|| {
                        let standing = StandingWords::of(now, dates, lang).sentence;
                        phrases::named(track.pack.file.title.get(lang), &standing, lang)
                    })
                })
                .collect();
            changed.dedup();
            (filing.as_of < today).then(|| (entry::later_day(filing.as_of, today, lang), changed, today))
        })
    });
    let note = move |(sentence, changed, today): (String, Vec<String>, Date)| {
        view! {
            <div class="banner later-day" role="status">
                <p>{sentence}" "<button type="button" class="link" on:click=move |_| store.send(Msg::AsOfChosen(today))>{entry::take_today(lang)}</button></p>
                {changed.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
        }
    };
    move || said.get().map(note)
}
