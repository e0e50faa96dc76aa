//! How a statement comes about: the facts, the rule, the clause, the result.

use leptos::prelude::*;

use super::finding::mark;
use super::{Clause, Fold};
use crate::engine::reasoning::About;
use crate::model::Lang;
use crate::pack::Track;
use crate::ui::i18n::conclusion as phrases;
use crate::ui::store::Store;
use crate::ui::workings::{Line, Workings};

#[component]
pub fn Working(about: About) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let title = store.look(|_, track| title(track.track, &about, lang)).unwrap_or_default();
    let name = phrases::named(w.working, &title, lang);
    view! {
        <Fold class="working" label=w.working.to_owned() name>
            <Taken about=about.clone()/>
        </Fold>
    }
}

/// What a statement is about, as its heading names it.
fn title(track: &Track, about: &About, lang: Lang) -> String {
    let mut measures = track.support.iter().flat_map(|support| &support.measures);
    let title = match about {
        About::Condition(id) => track.conditions.iter().find(|one| one.id == *id).map(|one| &one.title),
        About::Priority(id) => track.priorities.iter().find(|one| one.id == *id).map(|one| &one.title),
        About::Indicator(id) => track.indicators.iter().find(|one| one.id == *id).map(|one| &one.title),
        About::Measure(id) => measures.find(|one| one.id == *id).map(|one| &one.title),
        About::Total => return lang.pick("合计", "the total").to_owned(),
        About::Verdict => return lang.pick("结论", "the result").to_owned(),
    };
    title.map(|title| title.get(lang).to_owned()).unwrap_or_default()
}

/// The steps that were taken.
#[component]
fn Taken(about: About) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let workings = store.case_memo(move |case, as_of| Workings::of(&about, case, as_of, lang));
    move || {
        let Workings { says, lines } = workings.get()?;
        Some(view! { <div class="taken"><p>{says}</p>{tree(lines)}</div> })
    }
}

fn tree(lines: Vec<Line>) -> AnyView {
    let line = |Line { text, truth, cite, parts }: Line| {
        let (shape, class) = truth.map_or(("·", "plain"), mark);
        let cite = cite.map(|cite| view! { <Clause cite/> });
        let parts = (!parts.is_empty()).then(|| tree(parts));
        view! {
            <li><span class="mark" data-truth=class aria-hidden="true">{shape}</span>
                <div><span class="step">{text}</span>{cite}{parts}</div></li>
        }
    };
    view! { <ol class="tree">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
}
