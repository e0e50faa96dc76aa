//! Sentences of the fold that shows where data go.

use crate::model::Lang;

/// How large a file is; a browser may not say.
pub fn size(bytes: u32, lang: Lang) -> String {
    match bytes {
        0 => lang.pick("大小未知", "size not known").to_owned(),
        1..1024 => format!("{bytes} {}", lang.pick("字节", "bytes")),
        _ => format!("{} KB", bytes.div_ceil(1024)),
    }
}

pub fn requests(count: usize, full: bool, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "打开以后，浏览器没有记录到任何网络请求。".to_owned(),
        (0, Lang::En) => "Since it was opened the browser has noted down no request.".to_owned(),
        (_, Lang::Zh) if full => format!("打开以后，浏览器记录到 {count} 个以上的请求，以后的不再记录："),
        (_, Lang::En) if full => {
            format!("Since it was opened the browser has noted down {count} requests, and notes down no more:")
        }
        (1, Lang::En) => {
            "Since it was opened the browser has noted down 1 request, which another part of this page may have made:"
                .to_owned()
        }
        (_, Lang::Zh) => format!("打开以后，浏览器记录到 {count} 个请求（也可能由本页的其他部分发出）："),
        (_, Lang::En) => {
            format!(
                "Since it was opened the browser has noted down {count} requests, which other parts of this page may have made:"
            )
        }
    }
}
