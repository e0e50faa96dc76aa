//! The fixed strings of lists, in both languages.

use crate::model::Lang;

words! {
    empty: "还没有行。可以逐行添加，也可以粘贴表格或打开表格文件。",
        "There are no rows yet. Add them one by one, paste a table or open a file.";
    add: "添加一行", "Add a row";
    take_in: "从表格导入", "Take in a table";
    clear: "清空列表", "Empty the list";
    number: "序号", "No.";
    change: "操作", "Change";
    edit: "修改", "Edit";
    remove: "删除", "Remove";
    open: "未填", "not filled in";
    before: "上一页", "Previous page";
    after: "下一页", "Next page";
    new_row: "新的一行", "New row";
    optional: "可不填", "optional";
    save: "保存这一行", "Save this row";
    close: "完成", "Done";
    take_in_lead: "从电子表格中选取各行（连同列名）复制后粘贴，或打开 .xlsx、.csv 文件；只在本机读取。",
        "Copy the rows from a spreadsheet, heads included, and paste them here; or open an .xlsx or .csv file. It is read on this device alone.";
    paste: "粘贴表格", "Paste a table";
    read: "读取", "Read it";
    file: "打开表格文件", "Open a file";
    reader_loading: "正在载入读取 .xlsx 文件的程序…", "Loading what reads .xlsx files…";
    reader_absent: "读取 .xlsx 文件的程序没能载入，已填写的内容都在。请检查网络后重试，也可以复制各行后粘贴。",
        "What reads .xlsx files could not be loaded; what you entered is safe. Check the network and try again, or copy the rows and paste them.";
    match_columns: "对应各列", "Match the columns";
    match_lead: "请核对每一项取自表格的哪一列，再看下面的结果。",
        "See which column of the table each item comes from, then look at what will become of the rows.";
    heads: "列名所在行", "Row with the heads";
    no_heads: "没有列名", "No heads";
    choose_source: "请选择", "Please choose";
    no_source: "表格中没有", "Not in the table";
    values_lead: "下列写法不是这一项的选项，请指明各是哪一个；不指明的，有它的行不收入。",
        "These are none of its options. Say which option each stands for; rows with one that is left open are not taken.";
    no_value: "不是其中任何一个", "None of them";
    unit: "没有写明单位的数字是", "A number without a unit is in";
    choose_unit: "请选择", "Please choose";
    yuan: "元", "yuan";
    give_up: "不导入", "Do not take it in";
    refused: "不能收入的行", "Rows that cannot be taken";
    twice: "重复的行", "Rows that are there already";
    table_row: "表格行号", "Row of the table";
    why: "原因", "Why";
}
