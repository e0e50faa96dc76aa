//! The forms support comes in.

use crate::model::Lang;
use crate::pack::measure::Form;

pub const fn form(form: Form, lang: Lang) -> &'static str {
    match form {
        Form::Money => lang.pick("资金", "money"),
        Form::Voucher => lang.pick("知识产权服务券", "IP service vouchers"),
    }
}
