//! What stands beside a page; on a phone, a bar at its foot that opens.

use leptos::html;
use leptos::prelude::*;

use crate::ui::browser;

#[component]
pub fn Aside(
    class: &'static str,
    title: &'static str,
    /// The class of the verdict.
    #[prop(into)]
    truth: Signal<&'static str>,
    /// What the bar says while it is closed.
    head: AnyView,
    /// The words on the button of the bar.
    #[prop(into)]
    toggle: Signal<[&'static str; 2]>,
    children: Children,
) -> impl IntoView {
    let aside = NodeRef::<html::Aside>::new();
    let open = RwSignal::new(false);
    // Open, it would cover what has the focus elsewhere.
    let close = move |event: leptos::ev::FocusEvent| {
        if aside.get_untracked().is_some_and(|aside| browser::leaves(&event, &aside)) {
            open.set(false);
        }
    };
    let name = format!("aside {class}");
    let [title_id, body_id] = ["title", "body"].map(|part| format!("{class}-{part}"));
    view! {
        <aside node_ref=aside class=name class:aside-open=open data-truth=truth aria-label=title on:focusout=close>
            <div class="aside-head">
                <h2 id=title_id>{title}</h2>
                {head}
                <button type="button" class="aside-toggle quiet" aria-controls=body_id.clone()
                    aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {move || { let [closed, opened] = toggle.get(); if open.get() { opened } else { closed } }}
                </button>
            </div>
            <div class="aside-body" id=body_id>{children()}</div>
        </aside>
    }
}
