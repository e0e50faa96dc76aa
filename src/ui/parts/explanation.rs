//! How a statement comes about: the facts, the rule, the clause, the result.

use leptos::prelude::*;

use super::{Clause, Fold};
use crate::report::{About, Explanation, ReasonLine};
use crate::ui::i18n::phrases;
use crate::ui::store::Store;

#[component]
pub fn ExplanationFold(
    about: About,
    /// What the statement is about, as its heading names it.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let name = phrases::named(w.working(), &title, lang);
    view! {
        <Fold class="working" label=w.working().to_owned() name>
            <Taken about=about.clone()/>
        </Fold>
    }
}

/// The steps that were taken.
#[component]
fn Taken(about: About) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let explanation = store.assessed_case_memo(move |case, assessment| Explanation::of(&about, case, assessment, lang));
    move || {
        let Explanation { says, lines } = explanation.get()?;
        Some(view! { <div class="taken"><p>{says}</p>{tree(lines)}</div> })
    }
}

fn tree(lines: Vec<ReasonLine>) -> AnyView {
    let line = |ReasonLine { text, mark, clause, parts }: ReasonLine| {
        let (shape, class) = mark.map_or(("·", "plain"), |mark| (mark.shape(), mark.class()));
        let clause = clause.map(|clause| view! { <Clause cite=clause.cite/> });
        let parts = (!parts.is_empty()).then(|| tree(parts));
        view! {
            <li><span class="mark" data-truth=class aria-hidden="true">{shape}</span>
                <div><span class="step">{text}</span>{clause}{parts}</div></li>
        }
    };
    view! { <ol class="tree">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
}
