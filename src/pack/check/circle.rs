//! Circles among facts: one that is asked, or proposed, by what depends on itself.

use super::super::diagnostic::{Code, Diagnostic};
use super::super::order::{Circle, asking_order, gates, order_by, proposed_by};
use super::super::rules::Slot;
use super::super::{Fact, PackFile};
use crate::model::text::text;

/// The order in which facts are asked, if no circle is in its way or in that of proposals.
pub fn order(file: &PackFile) -> Result<Vec<Slot>, Box<Diagnostic>> {
    let order = asking_order(file).map_err(|circle| {
        let (at, way) = place(file, &circle, |fact| fact.asked_when.is_some());
        let message = text!(
            "填报项是否提问成了一圈，取决于它自己：{way}",
            "a fact is asked depending on itself, in a circle: {way}"
        );
        let help = text!("在 `asked_when` 中去掉一环", "break the circle of `asked_when`");
        Box::new(Diagnostic::error(Code::Cyclic, format!("{at}/asked_when"), message, help))
    })?;
    order_by(file, |fact| [gates(fact), proposed_by(fact)].concat()).map_err(|circle| {
        let (at, way) = place(file, &circle, |fact| fact.proposed.is_some());
        let message = text!(
            "填报项的建议成了一圈，依据的又取决于它自己：{way}",
            "a fact is proposed by what depends on that fact itself, in a circle: {way}"
        );
        let help = text!("在 `proposed` 中去掉一环", "break the circle of `proposed`");
        Box::new(Diagnostic::error(Code::Cyclic, format!("{at}/proposed"), message, help))
    })?;
    Ok(order)
}

/// The first fact of a circle that can break it, and the way around by ids.
fn place(file: &PackFile, circle: &Circle, breaks: impl Fn(&Fact) -> bool) -> (String, String) {
    let fact = |slot: &Slot| file.facts.get(slot.0);
    let at = circle.iter().find(|slot| fact(slot).is_some_and(&breaks));
    let ids = circle.iter().chain(circle.first()).filter_map(fact);
    let way: Vec<String> = ids.map(|fact| format!("`{}`", fact.id)).collect();
    (at.map_or_else(|| "/facts".to_owned(), |slot| format!("/facts/{}", slot.0)), way.join(" → "))
}
