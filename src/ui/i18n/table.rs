//! The fixed strings of the widget, by page, in both languages.

use crate::model::Lang;
use crate::report::heading;

words! {
    // The frame around every page.
    brand: "知测", "知测 Zhice";
    tagline: "知识产权服务业集聚区申报自测", "Self-assessment for IP service clusters";
    other_language: "English", "中文";
    large_type: "长辈模式", "Large type";
    normal_type: "标准字号", "Normal type";
    steps_label: "办理步骤", "Steps";
    stages[6]: ["身份与事项", "填报须知", "条件与情况", "结论", "申报信息", "核对与下载"],
        ["Role and programme", "Before you start", "Conditions and facts", "Result", "Application details", "Check and download"];
    numerals[6]: ["一", "二", "三", "四", "五", "六"], ["1", "2", "3", "4", "5", "6"];
    continue_: "继续", "Continue";
    back: "上一步", "Back";
    wipe: "清除本机数据", "Clear data on this device";
    undo: "撤销", "Undo";
    undo_never: "不留撤销，彻底清除", "Clear for good";
    undo_shared: "离开本页之前可以撤销。公用电脑请彻底清除。",
        "You can undo this until you leave the page. On a shared computer, clear it for good.";
    packs_loading: "正在载入政策包…", "Loading the policy packs…";
    late_loading: "正在载入后续内容…", "Loading what comes next…";
    late_absent: "后续页面没能载入，已填写的内容都在。请检查网络后重试。",
        "The pages that come next could not be loaded; what you entered is safe. Check the network and try again.";
    try_again: "重试", "Try again";
    newer_version: "新版本已就绪，下次打开时启用", "A newer version is ready and serves from the next visit on";
    packs_unchecked: "检查政策包的程序没能载入，网站提供的政策包暂不启用，已填写的内容都在。请检查网络后重试。",
        "What checks policy packs could not be loaded, so those of this site are not in use; what you entered is safe. Check the network and try again.";
    pack_faults: "有政策包未能启用。", "A policy pack could not be used.";
    pack_faults_open: "查看原因", "See why";

    // Saving.
    saved: "已保存在本机浏览器", "Saved in this browser";
    not_saved: "未能保存：浏览器不允许或空间不足。本次填写仅保留在此页面，关闭前请下载草稿。",
        "Not saved: the browser does not allow it or is out of space. What you enter lives on this page only; download the draft before you close it.";
    never_saved: "不在本机保存", "Nothing is kept on this device";
    not_saved_yet: "填写后自动保存在本机", "Saves in this browser as you answer";
    waiting: "未能保存：请先在页面上方选择。这里填写的内容仍在本页。",
        "Not saved: please choose at the top of the page first. What you enter here is still on this page.";
    download_entered: "下载已填内容", "Download what was entered";
    wipe_entered: "清除已填内容", "Clear what was entered";

    // What this device keeps.
    damaged_file: "下载原文件", "Download the old file";
    earlier: "早前版本保存的草稿已转入，可以接着填写。",
        "A draft kept by an earlier version was taken over; you can go on with it.";
    changed_elsewhere: "这份草稿在另一个窗口有了改动", "The drafts were changed in another window";
    changed_both: "这里也有改动。选择之前，这里填写的内容只留在本页，请不要关闭。",
        "They were changed here too. Until you choose, what you enter here lives on this page only; please keep it open.";
    changed_there_only: "这里显示的是改动之前的内容。选择之前，这里填写的内容只留在本页。",
        "Here you see them as they were before. Until you choose, what you enter here lives on this page only.";
    take_theirs: "用那边的", "Use the other window’s";
    take_theirs_copying: "用那边的，这里的改动留作副本", "Use the other window’s; keep a copy of mine";
    keep_ours_copying: "用这里的，那边的改动留作副本", "Use mine; keep a copy of the other’s";
    cleared_elsewhere: "本机数据已在另一个窗口清除", "The data on this device was cleared in another window";
    cleared_elsewhere_lead: "这里的内容还在本页，但不再保存。",
        "What you see here is still on this page, but is no longer saved.";
    clear_here_too: "这里也清除", "Clear it here too";
    keep_here: "保留这里的内容，重新保存", "Keep what is here and save it again";
    unreadable_there: "本机保存的内容现在无法读取", "What is saved on this device can no longer be read";
    unreadable_there_lead: "为免覆盖它，这里暂不保存。", "So as not to overwrite it, nothing is saved for now.";
    set_aside_and_save: "把它另存，保存这里的内容", "Set it aside and save what is here";
    no_room: "没能另存：浏览器不允许或空间不足。请下载原文件和已填内容，或者腾出空间后再试。",
        "It could not be set aside: the browser does not allow it or is out of space. Download the old file and what was entered, or make room and try again.";

    // Review.
    review_title: "复核草稿", "Replay of a draft";
    review_same_result: "草稿完整，生成后没有改动；政策包已更新，按现在的版本结果相同。",
        "The draft is whole and unchanged; the pack is another one now, and the results are the same.";
    review_holds: "✓ 与复算结果完全一致。", "✓ Every line agrees with the replay.";
    review_help: "请确认选择的是本工具下载的草稿文件，内容没有被其他软件改动；也可以回到起步页重新填写。",
        "Make sure the file is a draft downloaded from this tool and that no other program has changed it, or start afresh from the first page.";
    review_differences: "不一致之处", "Differences";
    review_place: "位置", "Where";
    review_stated: "草稿写的是", "The draft says";
    review_recomputed: "复算结果", "Replayed";
    review_go_on: "用这份草稿接着填写", "Go on with this draft";
    review_go_on_note: "会作为一份新的草稿打开，不影响本机已有的草稿。",
        "It opens as a new draft; the drafts on this device stay as they are.";
    review_leave: "回到起步页", "Back to the first page";
    roll_up_title: "汇总多份草稿", "Several drafts made into one";
    roll_up_too_few: "可以汇总的草稿不到两份。请回到起步页，一次选择同一事项的几份草稿。",
        "Fewer than two drafts can be merged. Go back to the first page and choose several drafts of one track together.";
    roll_up_open: "先留空", "Leave it open";
    roll_up_alone: "只有一份填写", "Said by one draft alone";
    roll_up_said: "填写情况", "What it says";
    roll_up_file: "来自", "From";
    roll_up_make: "生成汇总草稿", "Make one draft";
    roll_up_note: "作为一份新的草稿打开，原文件和本机已有的草稿不变。声明需要重新确认。",
        "It opens as a new draft; the files and the drafts on this device stay as they are. Declarations are made anew.";
    shelve: "放入草稿列表", "Put on my list of drafts";

    // Comparison.
    entries: "本草稿的项目", "Programmes of this draft";
    compare_title: "项目比较", "Comparison";
    compare_programme: "项目", "Programme";
    compare_basis: "对照情况", "How it stands";
    compare_missing: "待补充", "Still open";
    compare_see: "看结论", "See the result";
    compare_remove: "移除", "Remove";
    compare_add: "再加一个项目", "Add a programme";
    compare_self: "自评，不作认定结论", "Self-assessment, no verdict";
    compare_no_sum: "文件未定金额", "no sum in the document";

    // Notice.
    notice_title: "填报须知", "Before you start";
    notice_lead: "开始之前，请先了解以下几点。", "A few things to know first.";
    notice_result: "您会得到什么", "What you get";
    notice_standing: "文件效力", "Whether it is in force";
    notice_need: "需要准备", "What you need";
    notice_need_text: "手边有相关数据和证明即可。可备的材料会在问题下提示，自测阶段不需要上传。",
        "The figures that are asked for and the papers that prove them. Questions name papers that help; nothing is uploaded.";
    notice_materials: "正式办理时，文件要求的材料：", "For the application itself, the document asks for:";
    notice_time: "需要多久", "How long it takes";
    notice_privacy: "填写内容去了哪里", "Where your answers go";
    notice_privacy_text: "全部计算在您的浏览器里完成，不上传任何内容。填写内容保存在本机浏览器，公用电脑用完请点“清除本机数据”。",
        "Everything is worked out in your browser and nothing is sent. Your answers are kept in this browser; on a shared computer, press “Clear data on this device” when you are done.";
    notice_privacy_unkept: "全部计算在您的浏览器里完成，不上传任何内容，也不在这台电脑上保存。关闭或刷新本页，填写内容就没有了；需要的话，离开前请点“下载已填内容”。",
        "Everything is worked out in your browser. Nothing is sent, and nothing is kept on this computer: when this page is closed or reloaded, what you entered is gone. To keep it, press “Download what was entered” before you leave.";
    notice_unsure: "不确定怎么办", "If you are not sure";
    notice_unsure_text: "可以选“暂不清楚”或先跳过。未知不会当作“否”，结论会写明还有什么没有定。",
        "Choose “Not sure yet” or skip the question. Unknown never counts as no: the result says what is still open.";
    notice_begin: "开始填写", "Begin";

    // Questions.
    unsure: "暂不清楚", "Not sure yet";
    unsure_state: "已选“暂不清楚”，不会当作“否”。", "“Not sure yet” is chosen; it does not count as no.";
    yes: "是", "Yes";
    no: "否", "No";
    all_of_these: "以上都有", "All of these";
    none_of_these: "以上都没有", "None of these";
    sum_unit: "万元", "× 10,000 yuan";
    bounds: "四至：四面的边界各在哪里？", "Where are the boundaries on the four sides?";
    calendar: "从日历中选择", "Pick from the calendar";
    evidence: "可备材料", "Papers that help";
    term_undefined: "原文件未作界定，请向主管部门确认。",
        "The document does not define this; confirm it with the authority.";
    discretion: "标准由主管部门掌握", "the authority sets the standard";
    scales: "各档怎样选", "How to choose a step";
    judged: "这一答案是否符合，由主管部门判断。", "Whether this answer will do is for the authority to judge.";
    not_needed: "根据已填情况，这一页的问题不影响目前的结论，可以直接继续。",
        "Given your answers, the questions of this page change nothing at present. You can go on.";
    error_summary: "请先修正以下内容", "Please mend the following first";
    unused_mark: "不采用", "not used";
    unused_note: "这些内容已保留。条件变回来时，会重新采用。",
        "These entries are kept. They count again once what they depend on changes back.";
    topics_label: "问题各页", "Pages of questions";
    settled: "已答完", "answered";

    // The result so far.
    slip_title: "目前的结论", "Result so far";
    slip_open: "展开", "Open";
    slip_close: "收起", "Close";
    slip_at_most: "最高可达", "at most";
    slip_certain: "已确定", "certain";
    slip_ceiling: "上限", "ceiling";
    slip_missing: "还会影响结论的问题", "Questions that still matter";
    slip_nothing_missing: "影响结论的问题都已填写。", "Every question that matters has been answered.";
    slip_others: "同一草稿的其他项目", "Also applied for";

    // Conclusion: the head.
    conclusion_title: "结论", "Result";
    as_of: "测算日期", "As of";
    blank_headline: "还没有填写，暂无结论", "Nothing entered yet, so there is no result";
    blank_lead: "先回答几个问题，结论就会出现在这里。不清楚的可以选“暂不清楚”或先跳过，不会当作“否”。以下是将要对照的内容。",
        "Answer a few questions and the result appears here. What is not clear yet may be left open; it does not count as no. Below is what will be looked at.";
    how_to_qualify: "要符合全部条件，最少要改变：", "The least that would have to change to meet every condition:";
    contents: "本页", "On this page";
    contents_conditions: "条件", "Conditions";
    contents_priorities: "优先情形", "Preferred";
    contents_support: "支持", "Support";
    contents_further: "更进一步", "Further";
    contents_readings: "读法", "Readings";

    // Conclusion: conditions and indicators.
    conditions: heading::CONDITIONS[0], heading::CONDITIONS[1];
    priorities: heading::PRIORITIES[0], heading::PRIORITIES[1];
    working: "怎样得出", "How this comes about";
    how_to_meet: "怎样才能符合", "What it would take";
    out_of_reach: "改变可以改变的情况，也达不到。", "Nothing the applicant can change would do.";
    try_out: "试试看", "Try it";
    self_evaluation: heading::SELF_EVALUATION[0], heading::SELF_EVALUATION[1];
    self_evaluation_lead: "原文件没有设定分值，这里只列出各项进展，不计总分。",
        "The document gives no scores. Progress is listed; there is no total.";
    beside_score: "得分另见评分部分，这里列出各项进展。", "The points are with the score; progress is listed here.";
    bar_legend: "横条是现有数，竖线是目标。", "The bar is where you stand, the line is the goal.";
    department: "责任单位", "Department";
    all_departments: "全部责任单位", "All departments";
    task_actions: "文件列出的工作，已做的请勾选", "What the document lists: tick what is done";
    task_actions_note: "可以不勾。总的进展仍由您在上面判断，勾选多少不改变它。",
        "Optional. How far the whole has got is for you to say above; ticks do not change it.";
    task_action_done: "已做", "done";
    members_unlisted: "文件没有列出成员。本单位是成员的，下列任务也由本单位落实。",
        "The document does not list the members. If this department is one, these tasks are its own too.";
    board_lead: "每格是一项任务。选择责任单位，下面只列出它的任务；再选一次，恢复全部。",
        "Each mark is a task. Press a department to list its tasks alone; press it again for all.";

    // Conclusion: score and support.
    score: heading::SCORE[0], heading::SCORE[1];
    deductions: heading::DEDUCTIONS[0], heading::DEDUCTIONS[1];
    vetoes: heading::VETOES[0], heading::VETOES[1];
    direct: heading::DIRECT[0], heading::DIRECT[1];
    support: heading::SUPPORT[0], heading::SUPPORT[1];
    support_lead: "金额为“不超过”的上限，实际数额由主管部门核定。",
        "The figures are ceilings (“not more than”). The authority sets the actual amounts.";
    sum: "合计", "Total";
    below_tiers: "未到最低一档", "below the lowest tier";
    ruler_idle: "本项的其他条件尚不符合，目前不按档计。",
        "Another condition of this measure is not met yet, so the tiers do not count for now.";
    stack_open: "尚未确定", "still open";
    stack_unbounded: "上限未定", "no upper limit yet";
    further: "怎样可以更进一步", "What would bring more";
    further_lead: "按现在采用的读法，以下每一项都能增加确定可得的支持；改动最少的在前。试算不会改动已保存的填写内容。",
        "Under the readings chosen, each of these would add to the support that is certain; what takes the fewest changes comes first. Trying one out does not change what is saved.";
    nothing_further: "按现在采用的读法，改变可以改变的情况，也不能再增加支持。",
        "Under the readings chosen, nothing the applicant can change would bring more.";
    plan: heading::BEST_COMBINATION[0], heading::BEST_COMBINATION[1];
    no_plan_yet: "目前没有确定可以享受的支持，还谈不上取舍。",
        "Nothing is certain yet, so there is nothing to choose between.";
    nothing_excluded: "已确定的各项可以同时享受，不需要取舍。",
        "What is certain may be received together; nothing has to be given up.";
    stacking_rule: "叠加规则：", "The rule on receiving several:";
    forfeits: heading::FORFEITS[0], heading::FORFEITS[1];
    runner_up: heading::NEXT_BEST[0], heading::NEXT_BEST[1];

    // Conclusion: readings.
    readings: "原文有不同读法", "The document can be read in more than one way";
    readings_lead: "以下条款可以有不同理解。切换读法，可以看到结果如何变化；最终以主管部门解释为准。",
        "These clauses can be understood differently. Switch to see what changes; the authority's interpretation is final.";
    readings_idle: "不影响本次结果的读法", "Readings that do not change this result";
    reading_reason: "默认读法的理由：", "Why this is the default: ";
    reading_followed: "现按：", "Followed: ";

    // Conclusion: what to do next.
    next: "接下来做什么", "What to do next";
    missing: "还可以补充", "What you can still add";
    missing_lead: "填写以下内容，结论会更确定。", "Answering these makes the result more certain.";
    answer_this: "去填写", "Answer";
    narrows_most: "最能缩小范围的一问", "The question that narrows the result most";
    answer_it: "回答这一问", "Answer this one";
    materials_lead: "备齐与否，可以在下一步标记。", "Mark what is ready in the next step.";
    procedure: heading::PROCEDURE[0], heading::PROCEDURE[1];
    no_procedure: "文件没有写明办理程序，请向主管部门了解。", "The document gives no procedure; ask the authority.";
    dates: heading::DATES[0], heading::DATES[1];
    dates_lead: "文件写明的日期和期限，以及从已填写的日期推算的期限。可以下载日程，加入手机或电脑的日历，到期前会提醒。",
        "The days and deadlines that the document sets, and those counted from the dates you entered. Download them to put them, with reminders, into your calendar.";
    no_days: "文件没有写明具体日期，没有可以加入日历的日程。",
        "The document gives no days, so there is nothing to put into a calendar.";
    download_calendar: "下载日程（.ics）", "Download the days (.ics)";
    calendar_taken: "日程已交给浏览器下载。", "The days were handed to the browser for download.";
    calendar_failed: "浏览器没有接受下载，请换一个浏览器。",
        "The browser did not take the download. Try another browser.";
    consequences: "认定之后", "After recognition";
    leads_to: heading::LEADS_TO[0], heading::LEADS_TO[1];
    leads_to_lead: "加入本次填报后，相同的内容不用再填。", "When it is added to this draft, what it shares is not asked again.";
    lead_there: "加入本次填报", "Add to this draft";
    carried: "由其他事项的结果带入，请核对，可以修改", "Brought along from another programme; check it, you can change it";
    to_dossier: "填写单位信息", "Fill in the details";

    // What-if.
    what_if_title: "试算", "What if";
    what_if_lead: "换一种情况，看结论怎样变。试算不改动已填写的内容，除非选择保留。",
        "Change a fact and see the result move. What you have entered stays as it is unless you choose to keep the change.";
    what_if_on: "试算中", "Trying out";
    what_if_unsaved: "试算中，改动尚未保存", "Trying out: the changes are not saved";
    what_if_note: "试算：以下按改动后的情况测算，不是已保存的情况。",
        "What if: what follows is worked out from changed answers that are not saved.";
    what_if_choose: "要换的情况", "Fact to change";
    what_if_change: "换这一项", "Change it";
    what_if_deciding: "与结论直接相关", "Bear on the result";
    what_if_fixed: "一般无法改变", "Cannot normally be changed";
    what_if_support: "支持", "Support";
    what_if_met: "符合的条件", "Conditions met";
    what_if_same: "结论不变。", "The result stays the same.";
    what_if_remove: "移出试算", "Remove";
    what_if_keep: "保留", "Keep";
    what_if_discard: "放弃", "Discard";

    // Tables beside the pictures.
    as_table: "以表格查看", "As a table";
    table_condition: "条件", "Condition";
    table_measure: "支持事项", "Measure";
    table_form: "形式", "Form";
    table_tasks: "任务数", "Tasks";
    table_stand: "进展", "Standing";
    table_indicator: "指标", "Indicator";
    table_figures: "数据", "Figures";

    // Dossier.
    dossier_lead: "这些内容不影响结论，只写入草稿。可以先留空，以后再补。",
        "These do not change the result; they go into the draft. You may leave them blank for now.";
    base_figures: "基本数据", "Base figures";
    narratives: heading::NARRATIVES[0], heading::NARRATIVES[1];
    materials: heading::MATERIALS[0], heading::MATERIALS[1];
    declarations: "声明", "Declarations";
    declarations_lead: "默认不勾选，由填报单位自行确认。草稿不代表签署。",
        "Unticked by default; the applicant confirms them. A draft is not a signature.";
    evidence_names: "佐证材料名称", "Names of papers";
    evidence_names_lead: "为已填写的情况写上可以证明它的材料名称，便于受理单位核对。",
        "Name the papers that prove what you entered, so that the authority can check.";
    optional: "选填", "optional";

    // Finish.
    finish_title: "核对与下载", "Check and download";
    finish_lead: "请逐项核对。下载的草稿可以在任何时候用同一套规则复核。",
        "Check each item. The draft can be verified by the same rules at any time.";
    doubts: "待核对", "To be checked";
    doubts_lead: "这些数字之间似乎不一致，请看是否填错。不影响结论，也不妨碍下载。",
        "These figures do not seem to go together. Please see whether one was mistyped. It does not change the result and does not stop the download.";
    download: "下载草稿（JSON）", "Download the draft (JSON)";
    download_word: "下载 Word 文档", "Download as Word";
    download_note: "文件只保存在您的设备上，不会上传。标注“草稿，未提交”。",
        "The file stays on your device; nothing is uploaded. It is marked “Draft, not submitted”.";
    downloaded: "草稿已交给浏览器下载。", "The draft was handed to the browser for download.";
    download_failed: "浏览器没有接受下载，请换一个浏览器，或用“打印”另存为 PDF。",
        "The browser did not take the download. Try another browser, or print to PDF.";
    print: "打印", "Print";
    print_help: "没有出现打印窗口，或者打印内容不全的，请下载 Word 文档后打印。",
        "If no print window appears, or something is missing on paper, download the Word document and print that.";
    change: "修改", "Change";
    preview: "草稿预览", "Preview of the draft";
    blank: "未填写", "not filled in";

    // Version and packs.
    packs_title: "版本与政策包", "Version and policy packs";
    packs_serving: "正在使用的政策包", "Policy packs in use";
    packs_unused: "未能启用的政策包", "Policy packs that could not be used";
    packs_fallback: "同一项目如有内置政策包，现由内置的提供服务。以下信息供运维人员修正：",
        "Where a programme has a built-in pack, that one is serving instead. For whoever runs the portal:";
    packs_built_in: "随程序内置", "Built in";
    packs_id: "编号", "Id";
    packs_version: "版本", "Version";
    packs_origin: "来源", "Origin";
    packs_digest: "校验值", "Digest";
    packs_leave: "回到填报", "Back to the draft";

    // Where data go.
    proof: "数据去向", "Where your data go";
    proof_lead: "全部计算在本机浏览器里完成。以下是浏览器为本页记下的情况；网页看不到浏览器扩展、操作系统和其他网页的活动。",
        "Everything is worked out in this browser. Below is what the browser has noted down for this page; a page does not see what browser extensions, the operating system or other pages do.";
    proof_loaded: "已载入的程序文件", "Files of the program that were loaded";
    proof_checked: "，已核对完整性", ", checked against its digest";
    proof_unchecked: "，未核对完整性", ", not checked against a digest";
    proof_sent: "打开以后的网络请求", "Requests since then";
    proof_kept: "保存在本机浏览器的内容", "Kept in this browser";
    proof_kept_here: "本站的自测工具在本机浏览器里存有以下各项，点“清除本机数据”即可删除自己填写的内容：",
        "The self-assessments of this site keep the following in this browser; “Clear data on this device” deletes what you entered here:";
    proof_nothing_kept: "没有保存任何内容。", "Nothing is kept.";
    proof_unreadable: "浏览器不允许本页读取本机存储。",
        "The browser does not let this page read what is kept on this device.";
    proof_policy: "内容安全策略", "Content security policy";
    proof_policy_says: "按本工具的要求，发布方应设置 Content-Security-Policy，只允许向发布程序文件的网站取回文件（connect-src 'self'），发往其他地址的请求由浏览器拦下。网页读不出自己实际受哪些策略约束，请在开发者工具里查看本页的响应头。",
        "This program asks whoever publishes it for a Content-Security-Policy under which files may be fetched only from the site that publishes them (connect-src 'self'); the browser stops any request elsewhere. A page cannot read which policies it runs under: look at the response headers of this page in the developer tools.";
    proof_yourself: "自己核对", "See for yourself";
    proof_yourself_how: "按 F12 打开开发者工具，选“网络”（Network），清空记录，再照常填写、打印、下载：除了在列表中第一次打开 .xlsx 文件时取回一个程序文件，不会出现发往网络的新请求。以 blob: 开头的是在本机生成的文件。",
        "Press F12 for the developer tools, choose Network, clear the list, then fill in, print and download as usual: no new request to the network appears, but for one file of the program when the first .xlsx file is opened in a list. What begins with blob: is a file made on this device.";
    proof_again: "重新读取", "Read again";

    // Punctuation between two texts.
    colon: "：", ": ";
    comma: "，", ", ";
    space: "", " ";
    semicolon: "；", "; ";
    full_stop: "。", ". ";
}
