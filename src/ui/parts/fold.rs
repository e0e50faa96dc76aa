//! What is folded away: made only when somebody opens it, or there all along, so that it goes to paper.

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

/// One line for what need not be seen at once; on paper all of it stands open.
#[component]
pub fn Drawer(
    class: &'static str,
    /// The line, or a heading.
    label: AnyView,
    #[prop(optional)] open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <details class=format!("drawer printed {class}") prop:open=open
            on:toggle=move |event| open.set(browser::is_open(&event))>
            <summary>{label}</summary>
            {children()}
        </details>
    }
}
