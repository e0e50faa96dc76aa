//! The conditions, or what is preferred without being required, each with its reasons and what would change it.

use leptos::prelude::*;

use super::Section;
use super::contents::{CONDITIONS, PRIORITIES};
use crate::engine::reasoning::About;
use crate::pack::track::Requirement;
use crate::ui::parts::FindingRow;
use crate::ui::store::Store;

#[component]
pub fn Requirements(title: &'static str, of: Vec<Requirement>, preferred: bool) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let row = |(index, requirement): (usize, Requirement)| {
        let finding = store.outlook(move |outlook| {
            let assessment = &outlook.assessment;
            let findings = if preferred { &assessment.priorities } else { &assessment.eligibility.conditions };
            findings.get(index).cloned()
        });
        let about = if preferred { About::Priority(requirement.id) } else { About::Condition(requirement.id) };
        view! { <FindingRow about title=requirement.title.get(lang).to_owned() cite=requirement.cite finding/> }
    };
    let rows = of.into_iter().enumerate().map(row).collect_view();
    view! {
        <Section id=if preferred { PRIORITIES } else { CONDITIONS } title>
            <ul class="rows">{rows}</ul>
        </Section>
    }
}
