//! Something that is made only when somebody opens it.

use leptos::prelude::*;

use crate::ui::browser;

#[component]
pub fn Fold(
    class: &'static str,
    label: String,
    /// The label in full, where several folds have the same one.
    #[prop(optional)]
    name: Option<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        // Set, because an element that stays through a change of language would stay open with nothing in it.
        <details class=class prop:open=open on:toggle=move |event| open.set(browser::is_open(&event))>
            <summary aria-label=name>{label}</summary>
            {move || open.get().then(|| children())}
        </details>
    }
}
