//! What a draft is made from.

use super::dossier::Dossier;
use crate::model::{Answers, AsOf, Lang};
use crate::pack::Choices;

/// Everything that goes into a draft beside its track. The same inputs make the same draft, whoever makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs {
    pub answers: Answers,
    pub dossier: Dossier,
    pub as_of: AsOf,
    pub choices: Choices,
    pub lang: Lang,
}
