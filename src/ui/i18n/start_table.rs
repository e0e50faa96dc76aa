//! The fixed strings of the first page, in both languages.

use crate::model::Lang;

words! {
    title: "先自测，再申报", "Check first, then apply";
    lead: "逐条对照政策条件，看清是否符合、还缺什么、最高可获多少支持，并生成预填的草稿。",
        "Go through the policy clause by clause: see whether you qualify, what is missing, how much support there is at most, and get a pre-filled draft.";
    drafts: "本机的草稿", "Drafts on this device";
    is_open: "当前", "open";
    rename: "更名", "Rename";
    name: "草稿名称", "Name of the draft";
    named: "完成", "Done";
    copy: "复制", "Copy";
    delete: "删除", "Delete";
    go_on: "接着填写", "Go on";
    new_draft: "开始新的自测", "Begin a new self-assessment";
    role: "您是", "You are";
    everyone: "全部", "Anyone";
    search: "查找项目", "Find a programme";
    search_help: "可输入项目、文件、文号、发文单位、地区或事项，几个词之间用空格隔开。",
        "Title, document, number, issuer, place or track; several words divided by spaces.";
    place: "地区", "Place";
    everywhere: "全部地区", "Anywhere";
    nationwide: "全国", "The whole country";
    no_place: "未写明地区", "Place not stated";
    kind: "类型", "Kind";
    any_kind: "全部类型", "Any kind";
    kinds[4]: ["申报", "申领", "自评", "核对"], ["Application", "Claim", "Self-evaluation", "Check"];
    none_found: "没有符合条件的项目。可以减少查找的词，或者放宽地区、申报主体和类型。",
        "No programme fits. Try fewer words, or another place, applicant or kind.";
    clear: "清除查找条件", "Clear the search";
    choose_lead: "勾选要自测的事项，可以同时选几项；几份文件共同问到的情况只填一次。",
        "Tick what you want to check, one or several. What several documents ask is asked once.";
    choose_first: "请先勾选一项，再开始自测", "Tick at least one, then start";
    pack_loading: "正在载入所选项目…", "Loading what you chose…";
    pack_absent: "所选项目没能载入，已填写的内容都在。请检查网络后重试。",
        "What you chose could not be loaded; what you entered is safe. Check the network and try again.";
    under_way: "已在当前草稿中", "in the open draft";
    begin: "开始自测", "Start";
    add: "加入当前草稿", "Add to the open draft";
    who: "适用：", "For: ";
    bring: "打开草稿文件", "Open a draft file";
    bring_lead: "选择以前下载的草稿（JSON）。先在本机用同一套规则复算，再由您决定是否接着填写。",
        "Choose a draft (JSON) that was downloaded before. It is replayed here with the same rules; then you decide whether to go on with it.";
    bring_several: "汇总多份：一次选择同一事项的几份草稿（例如各部门的），先逐份复核，填写不同的地方由您决定，汇总成一份新草稿。",
        "To merge several: choose the drafts of one track together, say those of several departments. Each is replayed, you decide where they differ, and one new draft comes of them.";
    bring_button: "选择文件", "Choose a file";
    bring_drop: "也可以把文件拖到这里。", "Or drop the file here.";
    bring_failed: "文件没有打开：", "The file was not opened: ";
}
