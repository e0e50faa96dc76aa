//! A section of the conclusion, and the line behind which the rest of a list stands.

use leptos::prelude::*;

use crate::report::Mark;
use crate::ui::i18n::conclusion;
use crate::ui::parts::Drawer;
use crate::ui::store::Store;

/// A section of the page, which the line of contents leads to.
#[component]
pub fn Section(id: &'static str, title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="section">
            <h2 id=id>{title}</h2>
            {children()}
        </section>
    }
}

/// The line that stands for all rows with the same mark.
pub fn rest(mark: Mark, said: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! {
        <span class="mark" data-truth=mark.class() aria-hidden="true">{mark.shape()}</span>
        <span class="drawer-label">{said}</span>
    }
    .into_any()
}

/// A list of the document under its heading, with how long it is.
#[component]
pub fn Listed(title: &'static str, count: usize, children: Children) -> impl IntoView {
    let lang = Store::get().lang();
    let label = view! { <h3>{title}" "<small>{conclusion::items(count, lang)}</small></h3> }.into_any();
    view! { <Drawer class="listed" label>{children()}</Drawer> }
}
