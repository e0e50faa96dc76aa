//! Column matching: where the heads are, and where the cells of a column come from.

use leptos::prelude::*;

use super::editor::{Editor, options};
use crate::model::Kind;
use crate::pack::import::{Matching, MoneyUnit, Source};
use crate::ui::i18n::{list_words, lists};
use crate::ui::incoming::Handed;
use crate::ui::parts::control::control_id;

/// What stands before a value that every row has.
const ALL: &str = "=";
/// How many rows may be the one with the heads.
const HEAD_ROWS: usize = 10;

/// Which row has the heads. Another one makes another proposal.
#[component]
pub fn HeadRow(editor: Editor, handed: Memo<Option<Handed>>) -> impl IntoView {
    let (lang, l) = (editor.store().lang(), list_words(editor.store().lang()));
    let id = format!("{}-heads", control_id(&editor.id()));
    let rows = handed.with_untracked(|handed| handed.as_ref().map_or(0, |handed| handed.table.rows.len()));
    let chosen = Memo::new(move |_| handed.with(|handed| handed.as_ref().and_then(|handed| handed.matching.head)));
    let choose = move |text: String| {
        editor.rematch(|table, matching| {
            let found = editor.list.with_value(|list| Matching::with_head(table, &list.columns, text.parse().ok()));
            *matching = Matching { values: std::mem::take(&mut matching.values), ..found };
        });
    };
    let option = |row: usize| view! { <Choice value=row.to_string() label=lists::row(row + 1, lang) chosen=Signal::derive(move || chosen.get() == Some(row))/> };
    view! {
        <div class="line">
            <label for=id.clone()>{l.heads()}</label>
            <span class="field"><select id=id on:change=move |event| choose(event_target_value(&event))>
                <Choice value=String::new() label=l.no_heads().to_owned() chosen=Signal::derive(move || chosen.get().is_none())/>
                {(0..rows.min(HEAD_ROWS)).map(option).collect_view()}
            </select></span>
        </div>
    }
}

/// Where the cells of one column come from, and what a bare number is where it asks for sums.
#[component]
pub fn SourceOf(editor: Editor, handed: Memo<Option<Handed>>, position: usize) -> impl IntoView {
    let (lang, l) = (editor.store().lang(), list_words(editor.store().lang()));
    let w = editor.store().words();
    let (title, key, kind, needed, constants) = editor.list.with_value(|list| {
        let column = list.columns.get(position)?;
        Some((
            column.title.get(lang).to_owned(),
            column.id.clone(),
            column.kind,
            column.required,
            options(column, w, lang),
        ))
    })?;
    let id = format!("{}-from-{key}", control_id(&editor.id()));
    let unit_id = format!("{id}-unit");
    let source =
        Memo::new(move |_| handed.with(|handed| handed.as_ref()?.matching.columns.get(position).copied().flatten()));
    let set = move |source: Option<Source>| {
        editor.rematch(|_, matching| {
            if let Some(place) = matching.columns.get_mut(position) {
                *place = source;
            }
        });
    };
    let constant = Memo::new(move |_| {
        handed.with(|handed| handed.as_ref().and_then(|handed| handed.matching.constants.get(position).cloned()))
    });
    let say = move |text: String| {
        editor.rematch(|_, matching| {
            if let Some(place) = matching.constants.get_mut(position) {
                *place = text;
            }
        });
    };
    let choose = move |text: String| {
        say(text.strip_prefix(ALL).unwrap_or_default().to_owned());
        let money = source.get_untracked().and_then(|source| source.money);
        set(text.parse().ok().map(|at| Source { at, money }));
    };
    let choose_unit = move |text: String| {
        let money = [MoneyUnit::Yuan, MoneyUnit::Wan].into_iter().find(|unit| unit_name(*unit) == text);
        set(source.get_untracked().map(|source| Source { money, ..source }));
    };
    let options = move || {
        let heads = handed.with(|handed| {
            let Handed { table, matching } = handed.as_ref()?;
            let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
            let heads = matching.head.and_then(|head| table.rows.get(head));
            let head = |at: usize| heads.and_then(|heads| heads.get(at)).map_or("", |head| head.trim());
            Some((0..width).map(|at| (at, lists::source(at, head(at), lang))).collect::<Vec<_>>())
        });
        let option = |(at, label): (usize, String)| {
            let chosen = Signal::derive(move || source.get().is_some_and(|source| source.at == at));
            view! { <Choice value=at.to_string() label chosen/> }
        };
        heads.unwrap_or_default().into_iter().map(option).collect_view()
    };
    let unit_option = move |unit: MoneyUnit, label: &'static str| {
        let chosen = Signal::derive(move || source.get().and_then(|source| source.money) == Some(unit));
        view! { <Choice value=unit_name(unit).to_owned() label=label.to_owned() chosen/> }
    };
    let constants = constants.into_iter().map(|(value, label)| {
        let (own, label) = (value.clone(), lists::all_rows(&label, lang));
        let chosen = Signal::derive(move || constant.with(|constant| constant.as_ref() == Some(&own)));
        view! { <Choice value=format!("{ALL}{value}") label chosen/> }
    });
    let constants = constants.collect_view();
    let none = if needed { l.choose_source() } else { l.no_source() };
    let unit = (kind == Kind::Money).then(|| view! {
        <label class="list-unit" for=unit_id.clone()>{l.unit()}</label>
        <span class="field"><select id=unit_id.clone() on:change=move |event| choose_unit(event_target_value(&event))>
            <Choice value=String::new() label=l.choose_unit().to_owned() chosen=Signal::derive(move || source.get().is_some_and(|source| source.money.is_none()))/>
            {unit_option(MoneyUnit::Yuan, l.yuan())}
            {unit_option(MoneyUnit::Wan, editor.store().words().sum_unit())}
        </select></span>
    });
    Some(view! {
        <div class="line">
            <label for=id.clone()>{title}</label>
            <span class="field"><select id=id on:change=move |event| choose(event_target_value(&event))>
                <Choice value=String::new() label=none.to_owned() chosen=Signal::derive(move || source.get().is_none() && constant.with(|constant| constant.as_ref().is_none_or(String::is_empty)))/>
                {options}
                {constants}
            </select></span>
            {unit}
        </div>
    })
}

#[component]
pub fn Choice(value: String, label: String, chosen: Signal<bool>) -> impl IntoView {
    view! { <option value=value prop:selected=chosen>{label}</option> }
}

const fn unit_name(unit: MoneyUnit) -> &'static str {
    match unit {
        MoneyUnit::Yuan => "yuan",
        MoneyUnit::Wan => "wan",
    }
}
