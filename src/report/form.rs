//! The forms support comes in.

use crate::model::Lang;
use crate::pack::measure::Form;

pub const fn form(form: Form, lang: Lang) -> &'static str {
    match form {
        Form::Money => lang.pick("资金", "money"),
        Form::Voucher => lang.pick("知识产权服务券", "IP service vouchers"),
        Form::Rent => lang.pick("房租", "rent"),
        Form::Interest => lang.pick("贴息", "interest"),
        Form::Service => lang.pick("服务", "services"),
        Form::Priority => lang.pick("优先", "priority"),
        Form::Honour => lang.pick("表彰", "honours"),
    }
}
