//! The ids by which a control is found, for its label and for the focus.

/// The id of the control of a fact.
pub fn control_id(fact: &str) -> String {
    format!("fact-{fact}")
}
