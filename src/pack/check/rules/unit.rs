//! Units: figures of money are yuan, whatever a unit beside them says.

use super::super::super::diagnostic::Code;
use super::super::super::unit::YUAN;
use super::Checker;
use crate::model::text::text;
use crate::model::{Kind, Unit};

/// The unit of money in English.
const YUAN_IN_ENGLISH: &str = "yuan";

impl Checker<'_> {
    /// The unit of a fact or of a column. Answers in another unit than yuan would be wrong by a factor that nobody sees.
    pub(super) fn unit(&mut self, kind: Kind, unit: Option<&Unit>, place: &str) {
        let Some(Unit { zh, en, en_one }) = unit.filter(|_| kind == Kind::Money) else { return };
        let in_english = std::iter::once(en).chain(en_one).find(|word| *word != YUAN_IN_ENGLISH);
        let Some(wrong) = Some(zh).filter(|zh| *zh != YUAN).or(in_english) else { return };
        let message =
            text!("`money` 类型的数以元计，不以 `{wrong}` 计", "a `money` is counted in yuan, not in `{wrong}`");
        let help = text!(
            "删去 `unit`，门槛和金额都按元写；要按这一单位填报的，类型改为 `number`",
            "remove `unit` and give every figure in yuan; what is to be answered in that unit is a `number`"
        );
        self.report(Code::TypeMismatch, &format!("{place}/unit"), message, help);
    }
}
