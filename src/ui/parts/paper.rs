//! The draft as it is set: its tables on the page, and the whole of it on paper.

use leptos::prelude::*;

use crate::draft::{Paper, Room, Run, Section, runs};

/// A section on the page, which scrolls where it is wider.
#[component]
pub fn PaperSection(section: Section) -> impl IntoView {
    let id = format!("section-{}", section.id);
    view! {
        <section class="sheet">
            <h3 id=id.clone()>{section.title.clone()}</h3>
            <div class="sheet-scroll" tabindex="0" role="region" aria-labelledby=id>
                {table(&section, None)}
            </div>
        </section>
    }
}

/// The whole draft, for a document of its own.
#[component]
pub fn PrintedDraft(paper: Paper) -> impl IntoView {
    let [programme, what] = paper.title().map(whole_numbers);
    let section = |section: &Section| {
        let columns = section.columns.len().to_string();
        // Within the head of the table, which is repeated: not every browser keeps a heading and a table together.
        let title = (!section.is_cover()).then(|| {
            view! { <tr><th class="title" colspan=columns scope="colgroup"><h2>{whole_numbers(&section.title)}</h2></th></tr> }
                .into_any()
        });
        table(section, title)
    };
    view! {
        {paper.warning().map(|warning| view! { <p class="warning">{whole_numbers(&warning)}</p> })}
        <h1>{programme}<br/>{what}</h1>
        <p class="notice">{paper.notice()}</p>
        {paper.sections.iter().map(section).collect_view()}
        <p class="mark">{paper.mark()}</p>
    }
}

fn table(section: &Section, title: Option<AnyView>) -> AnyView {
    let columns = section.columns.len().to_string();
    let head = section.columns.iter().map(|column| view! { <th scope="col">{column.clone()}</th> }).collect_view();
    let row = |cells: &Vec<String>| {
        let shape = match section.room(cells) {
            Room::Opinion => "opinion",
            Room::Signature => "signature",
            Room::Nothing if Section::is_long(cells) => "long",
            Room::Nothing => "",
        };
        let cells = cells.iter().map(|cell| view! { <td>{whole_numbers(cell)}</td> }).collect_view();
        view! { <tr class=shape>{cells}</tr> }
    };
    view! {
        <table data-section=section.id.clone() data-columns=columns>
            <thead>{title}<tr>{head}</tr></thead>
            <tbody>{section.rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A text in which no number is parted from its unit.
fn whole_numbers(text: &str) -> AnyView {
    let set = |Run { text, is_whole }: Run<'_>| {
        let text = text.to_owned();
        if is_whole { view! { <span class="whole">{text}</span> }.into_any() } else { text.into_any() }
    };
    runs(text).into_iter().map(set).collect_view().into_any()
}
