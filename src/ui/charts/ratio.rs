//! One number of the applicant's own against a share or a multiple of another.

use leptos::prelude::*;

use super::bullet::{bar, goal_label, goal_line};
use crate::draft::words;
use crate::engine::indicators::IndicatorFinding;
use crate::engine::say::number_text;
use crate::model::Value;
use crate::pack::condition::Relation;
use crate::ui::i18n::pictures;
use crate::ui::layout::{Against, percent};
use crate::ui::store::Store;

/// Both numbers as bars with the line that is to be reached, and the relation in exact figures; nothing while either
/// is unknown.
pub fn ratio(store: Store, relation: &Relation, finding: &IndicatorFinding) -> Option<AnyView> {
    let lang = store.lang();
    let (value, line_at) = finding.value.as_ref().and_then(Value::as_number).zip(finding.target)?;
    let (of, own, other) = store.look(|session, track| {
        let of = session.filing.answers.get(&relation.of).and_then(Value::as_number);
        Some((of?, track.pack.fact(&relation.fact)?.clone(), track.pack.fact(&relation.of)?.clone()))
    })??;
    let drawn = Against::new(value, line_at, Some(of))?;
    let goal = words::goal_text(relation.op, &number_text(&own, line_at, lang), lang);
    let said = pictures::ratio((&own, value), relation, (&other, of), finding.gap, lang);
    let label =
        |fact: &crate::pack::Fact, number| format!("{} {}", fact.label.get(lang), number_text(fact, number, lang));
    Some(
        view! {
            <figure class="ratio">
                <p aria-hidden="true">{label(&own, value)}</p>
                <svg class="bullet" aria-hidden="true">{bar(drawn)}</svg>
                <p aria-hidden="true">{label(&other, of)}</p>
                <svg class="bullet" aria-hidden="true">
                    <rect class="bullet-track" x="0" y="8" width="100%" height="10"/>
                    <rect class="bullet-base" x=percent(drawn.zero.min(drawn.base)) y="8"
                        width=percent((drawn.base - drawn.zero).abs()) height="10"/>
                    {goal_line(drawn)}
                    {goal_label(drawn, goal)}
                </svg>
                <figcaption class="figures">{said}</figcaption>
            </figure>
        }
        .into_any(),
    )
}
