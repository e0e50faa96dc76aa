//! What each kind of finding means and how one goes about it, in both languages.

use crate::model::Lang;
use crate::pack::Code;

/// For whoever meets the code for the first time.
pub const fn explain(code: Code, lang: Lang) -> &'static str {
    match code {
        Code::Unreadable => lang.pick(
            "文件不是 JSON，或者不是政策包的格式：按行号改正；编辑器配上 pack.schema.json 会边写边提示",
            "The file is no JSON, or not of the shape of a pack: mend the line; an editor with pack.schema.json says so as you type",
        ),
        Code::Format => lang.pick(
            "政策包的格式版本本程序不认识：改成帮助里写的版本",
            "A version of the format that this program does not read: write the one that help names",
        ),
        Code::Id => lang.pick(
            "编号重复或写法不对：编号只用小写字母、数字和 . _ -，在同一列表中不重复",
            "An id stands twice or is no id: lower-case letters, digits and . _ - alone, once in each list",
        ),
        Code::Dangling => lang.pick(
            "引用了没有声明的编号：改正拼写，或者先声明它；类别用到的填报项都要在分组里提问",
            "An id that nothing declares: correct it, or declare it; what a track decides by has to be asked in a topic",
        ),
        Code::TypeMismatch => lang.pick(
            "规则与填报项的类型或单位不配：数字才能比大小，是非题用 is，选项用 one_of 或 includes",
            "A rule that does not go with the type or unit of its fact: numbers are compared, `is` is for yes or no, `one_of` and `includes` for options",
        ),
        Code::OutOfDomain => lang.pick(
            "门槛或金额超出填报项可能的范围：核对数字，或者改 min 与 max",
            "A threshold or an amount beyond what the fact can be: check the figure, or `min` and `max`",
        ),
        Code::Tiers => lang.pick(
            "高一档不比低一档多：核对金额；确实逐档减少的，写 falling",
            "A higher tier brings no more than the one below: check the amounts, or say `falling`",
        ),
        Code::Overlapping => lang.pick(
            "同一种情况算了两次：各档从低到高排列，起点不重复，每个选项和支持事项只列一次",
            "The same case is counted twice: order the tiers, let none start where another does, list each option and measure once",
        ),
        Code::Contradictory => lang.pick(
            "没有任何回答能满足这里的要求：对照原文，看是否写反了方向或数字",
            "No answers can meet this: compare it with the document, for a figure or a direction that is the wrong way round",
        ),
        Code::Unreachable => lang.pick(
            "没有任何回答会用到这里：提问它，或者删去",
            "Nothing leads here: ask it, or leave it out",
        ),
        Code::EmptyGroup => lang.pick(
            "一组要求里没有内容，或者要求的个数超过组内的个数",
            "A group without parts, or one that asks for more parts than it has",
        ),
        Code::Cyclic => lang.pick(
            "提问条件、建议或日期互相依赖成了一圈：去掉其中一环",
            "Questions, proposals or days that depend on each other in a circle: take one link out",
        ),
        Code::Untranslated => lang.pick(
            "中英文缺了一种，或者英文处写的是中文：两种文字都要写",
            "Words are missing in one language, or the English is Chinese: write both",
        ),
        Code::Uncited => lang.pick(
            "引用的条款不在条款表里：cite 要与 clauses 中的写法完全相同",
            "The citation is no clause: `cite` has to be written as in `clauses`",
        ),
        Code::Unused => lang.pick(
            "声明了却没有用到：用上它，或者删去",
            "Declared and never used: use it, or remove it",
        ),
        Code::TooMany => lang.pick(
            "选项或理解方式太多，无法逐一推算：合并或拆分",
            "More options or readings than can be worked through: join some, or split the programme",
        ),
        Code::Ambiguous => lang.pick(
            "同一编号在两个政策包里问的不是同一件事：问法一致，或者另起编号",
            "One id asks two things in two packs: ask the same, or give one an id of its own",
        ),
    }
}
