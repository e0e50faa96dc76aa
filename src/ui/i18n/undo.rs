//! What was taken away, in words.

use crate::model::Lang;
use crate::ui::state::Loss;

/// What was just taken away, beside the way to get it back.
pub const fn lost(loss: Loss, lang: Lang) -> &'static str {
    match loss {
        Loss::Everything => lang.pick("本机数据已清除。", "The data on this device was cleared."),
        Loss::Filing => lang.pick("草稿已删除。", "The draft was deleted."),
        Loss::Entry => lang.pick("已从这份草稿中移除。", "It was removed from this draft."),
        Loss::SetAside => lang.pick("另存的内容已删除。", "What was set aside was deleted."),
        Loss::Rows => lang.pick("已从列表中删除。", "It was removed from the list."),
        Loss::TypedRow => lang.pick("正在填写的一行没有保存。", "The row that was being typed was not saved."),
        Loss::Table => lang.pick("表格没有导入。", "The table was not taken in."),
        Loss::RowsTaken => lang.pick("表格中的行已收入列表。", "The rows of the table were taken into the list."),
        Loss::RollUp => lang.pick("已汇总成一份新草稿。", "The drafts were made into a new one."),
        Loss::WhatIf => lang.pick("试算的改动没有保留。", "What was tried out was not kept."),
    }
}
