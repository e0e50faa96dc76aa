//! 怎样可以更进一步: what more each measure could bring, and what that would take.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::Section;
use super::contents::FURTHER;
use crate::engine::Case;
use crate::engine::reach::{Change, Goal, Reach, reach};
use crate::engine::support::total;
use crate::model::{AsOf, Quantity};
use crate::ui::i18n::conclusion as phrases;
use crate::ui::parts::{Fold, Ways};
use crate::ui::store::Store;

/// How many are shown before the rest is folded away.
const SHOWN: usize = 5;

/// What would bring more.
#[derive(Clone, Debug, PartialEq)]
struct StepUp {
    /// The measures that would bring it, by their places on the track; none where any may.
    measures: Vec<usize>,
    /// The ways that bring more in all, the one that brings most first.
    reach: Reach,
    /// How much more is certain in all, by each way.
    gains: Vec<Quantity>,
}

/// What takes the fewest changes first, then what brings most. Where no next amount of a measure brings anything in all,
/// because another is received in its place, the least that does.
fn steps_up(case: &Case<'_>, as_of: AsOf) -> Vec<StepUp> {
    let declared = case.track.track.support.iter().flat_map(|support| &support.measures).enumerate();
    let mut found: Vec<StepUp> = Vec::new();
    for (measure, declared) in declared {
        let Some(one) = step_up(case, &Goal::Measure(declared.id.clone()), as_of) else { continue };
        // What stands in the way of several measures is told once.
        match found.iter_mut().find(|other| other.reach.changes == one.reach.changes) {
            Some(other) => other.measures.push(measure),
            None => found.push(StepUp { measures: vec![measure], ..one }),
        }
    }
    if found.is_empty() {
        let more = total(case.track, &case.results, case.choices).low.plus(Quantity::STEP);
        found.extend(step_up(case, &Goal::Total(more), as_of));
    }
    found.sort_by_key(|one| (one.reach.changes.len(), Reverse(one.gains.first().copied())));
    found
}

/// The ways to a goal that bring more in all; nothing where none does.
fn step_up(case: &Case<'_>, goal: &Goal, as_of: AsOf) -> Option<StepUp> {
    let found = reach(case, goal, as_of).ok()?;
    let before = total(case.track, &case.results, case.choices).low;
    let gain = |way: &Vec<Change>| {
        let mut answers = case.answers.clone();
        for change in way {
            answers.set(change.fact.clone(), change.to.clone());
        }
        let changed = Case::new(case.track, &answers, case.choices);
        total(case.track, &changed.results, case.choices).low.minus(before)
    };
    let ways = std::iter::once(found.changes).chain(found.alternatives);
    let mut ways: Vec<(Quantity, Vec<Change>)> = ways.map(|way| (gain(&way), way)).collect();
    ways.retain(|(gain, _)| gain.is_positive());
    ways.sort_by_key(|(gain, _)| Reverse(*gain));
    let (gains, mut ways): (Vec<_>, Vec<_>) = ways.into_iter().unzip();
    let alternatives = ways.split_off(ways.len().min(1));
    let changes = ways.pop()?;
    Some(StepUp { measures: Vec::new(), reach: Reach { changes, alternatives, ..found }, gains })
}

#[component]
pub fn Further() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.case_memo(steps_up);
    let list = move || {
        let mut shown = found.get();
        let rest = StoredValue::new(shown.split_off(shown.len().min(SHOWN)));
        let count = rest.with_value(Vec::len);
        let fold = (count > 0).then(|| {
            view! { <Fold class="fold" label=phrases::the_rest(count, lang)>{rows(rest.get_value())}</Fold> }
        });
        if shown.is_empty() {
            return view! { <p>{w.nothing_further}</p> }.into_any();
        }
        view! { <p class="help">{w.further_lead}</p>{rows(shown)}{fold} }.into_any()
    };
    view! { <Section id=FURTHER title=w.further>{list}</Section> }
}

fn rows(found: Vec<StepUp>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let row = |StepUp { measures, reach, gains }: StepUp| {
        let titles = store.look(|_, track| {
            let declared = &track.track.support.as_ref()?.measures;
            let titles = measures.iter().filter_map(|measure| declared.get(*measure)).map(|one| one.title.get(lang));
            Some(lang.list(&titles.collect::<Vec<_>>()))
        });
        let titles = titles.flatten().filter(|titles| !titles.is_empty()).unwrap_or_else(|| w.sum.to_owned());
        let mut gains = gains.into_iter().map(|gain| format!("+{}", lang.money(gain)));
        let (most, gains) = (gains.next(), gains.collect::<Vec<_>>());
        view! {
            <li class="row row-gain">
                <span class="mark" data-truth="met" aria-hidden="true">"↑"</span>
                <p class="row-title"><b>{titles}</b></p>
                <p class="row-end amount"><span>{most}</span></p>
                <div class="row-wide"><Ways reach gains place=FURTHER.to_owned()/></div>
            </li>
        }
    };
    view! { <ul class="rows">{found.into_iter().map(row).collect_view()}</ul> }
}
