//! What the sections of a report are called, on every face alike: in Chinese and in English.

pub const CONDITIONS: [&str; 2] = ["条件对照", "Conditions"];
pub const PRIORITIES: [&str; 2] = ["优先情形（不是必备条件）", "Preferred, not required"];
pub const SELF_EVALUATION: [&str; 2] = ["自我评价", "Self-evaluation"];
pub const SCORE: [&str; 2] = ["评分", "Score"];
pub const DIRECT: [&str; 2] = ["直通条件（符合其一即可）", "Direct ways: one of these is enough"];
pub const VETOES: [&str; 2] = ["一票否决情形", "What rules it out"];
pub const DEDUCTIONS: [&str; 2] = ["扣分项", "Deductions"];
pub const SUPPORT: [&str; 2] = ["支持测算", "Estimate of support"];
pub const READINGS: [&str; 2] = ["原文的不同读法", "Readings"];
pub const BEST_COMBINATION: [&str; 2] = ["最佳组合", "The best combination"];
pub const FORFEITS: [&str; 2] = ["因此放弃", "What it gives up"];
pub const NEXT_BEST: [&str; 2] = ["次优组合", "The next best"];
pub const ALL_TOGETHER: [&str; 2] = ["各项政策合并计算", "All programmes together"];
pub const NARRATIVES: [&str; 2] = ["文字说明", "Statements"];
pub const MATERIALS: [&str; 2] = ["材料清单", "Materials"];
pub const PROCEDURE: [&str; 2] = ["办理程序", "Procedure"];
pub const DATES: [&str; 2] = ["日期和期限", "Days and deadlines"];
pub const LEADS_TO: [&str; 2] = ["由此可以", "Where this leads"];
