//! Magic numbers: what a file is, by its first bytes, and help for whoever chose the wrong one.

use super::Lang;

/// A kind of file that cannot be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Also the copy for Word that comes with a draft.
    Word,
    Spreadsheet,
    Archive,
    Pdf,
    Picture,
    /// A document of the office programs before 2007.
    OldOffice,
    /// Text with two bytes for a character, as some editors save it.
    Utf16,
    /// Dates for a calendar program; one comes with a draft.
    Calendar,
    /// The text copy that comes with a draft.
    Markdown,
}

impl FileKind {
    /// The kind, where the bytes cannot be the beginning of JSON.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |signature: &[u8]| bytes.starts_with(signature);
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        if begins(b"PK\x03\x04") {
            let is_word = holds(b"word/document.xml");
            let is_sheet = !is_word && holds(b"xl/workbook.xml");
            return Some(if is_word {
                Self::Word
            } else if is_sheet {
                Self::Spreadsheet
            } else {
                Self::Archive
            });
        }
        let signatures: [(Self, &[&[u8]]); 6] = [
            (Self::Archive, &[b"PK\x05\x06", b"7z\xbc\xaf", b"Rar!\x1a", b"\x1f\x8b"]),
            (Self::Pdf, &[b"%PDF"]),
            (Self::Picture, &[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"]),
            (Self::OldOffice, &[b"\xd0\xcf\x11\xe0"]),
            (Self::Calendar, &[b"BEGIN:VCALENDAR"]),
            (Self::Markdown, &[b"# ", b"\xef\xbb\xbf# "]),
        ];
        let known = signatures.iter().find(|(_, signatures)| signatures.iter().any(|signature| begins(signature)));
        match (known, bytes) {
            (Some((kind, _)), _) => Some(*kind),
            (_, [b'R', b'I', b'F', b'F', _, _, _, _, b'W', ..] | [_, _, _, _, b'f', b't', b'y', b'p', ..]) => {
                Some(Self::Picture)
            }
            // Without a mark at its head, Latin letters leave every other byte empty.
            (_, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..]) => {
                Some(Self::Utf16)
            }
            _ => None,
        }
    }

    /// What was handed in.
    pub const fn what(self, lang: Lang) -> &'static str {
        match self {
            Self::Word => lang.pick("这是 Word 文件", "a Word document"),
            Self::Spreadsheet => lang.pick("这是电子表格", "a spreadsheet"),
            Self::Archive => lang.pick("这是压缩包", "an archive"),
            Self::Pdf => lang.pick("这是 PDF 文件", "a PDF document"),
            Self::Picture => lang.pick("这是图片", "a picture"),
            Self::OldOffice => lang.pick("这是旧版办公软件的文件", "a document of an older office program"),
            Self::Utf16 => lang.pick("文字编码是 UTF-16，不是 UTF-8", "text in UTF-16, not in UTF-8"),
            Self::Calendar => lang.pick("这是日历文件", "a calendar"),
            Self::Markdown => lang.pick("这是文本文件", "a text"),
        }
    }

    /// What to do instead.
    pub const fn help(self, lang: Lang) -> &'static str {
        match self {
            Self::Word => lang.pick(
                "随草稿下载的 Word 文件只供阅读和打印，请选择同名的 .json 文件",
                "the Word copy of a draft is for reading and printing; choose the .json beside it",
            ),
            Self::Calendar | Self::Markdown => lang.pick(
                "随草稿下载的日历和文本文件不能用来复核，请选择同名的 .json 文件",
                "the calendar and the text beside a draft cannot be reviewed; choose the .json beside them",
            ),
            Self::Archive => lang.pick("请先解压，再选择其中的 .json 文件", "unpack it and choose the .json in it"),
            Self::Utf16 => lang.pick("请用“另存为”改存为 UTF-8 编码", "save it again as UTF-8"),
            Self::Spreadsheet | Self::Pdf | Self::Picture | Self::OldOffice => {
                lang.pick("请选择下载时得到的 .json 文件", "choose the .json file that was downloaded")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_file_is_known_by_its_head() {
        for (bytes, kind) in [
            (b"PK\x03\x04....word/document.xml".to_vec(), FileKind::Word),
            (b"PK\x03\x04....xl/workbook.xml".to_vec(), FileKind::Spreadsheet),
            (b"PK\x03\x04....draft.json".to_vec(), FileKind::Archive),
            (b"Rar!\x1a\x07".to_vec(), FileKind::Archive),
            (b"%PDF-1.7".to_vec(), FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n".to_vec(), FileKind::Picture),
            (b"\xff\xd8\xff\xe0".to_vec(), FileKind::Picture),
            (b"\0\0\0\x18ftypheic".to_vec(), FileKind::Picture),
            (b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec(), FileKind::OldOffice),
            (b"BEGIN:VCALENDAR\r\n".to_vec(), FileKind::Calendar),
            ("# 自评表\n".into(), FileKind::Markdown),
            (utf16("\u{feff}{\"知\": 1}", u16::to_le_bytes), FileKind::Utf16),
            (utf16("\u{feff}{\"知\": 1}", u16::to_be_bytes), FileKind::Utf16),
            (utf16("{\"知\": 1}", u16::to_le_bytes), FileKind::Utf16),
            (utf16("{\n\"知\": 1}", u16::to_be_bytes), FileKind::Utf16),
        ] {
            assert_eq!(FileKind::of(&bytes), Some(kind), "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn a_text_is_none_of_them() {
        for text in ["", "{", "{}", "\u{feff}{\"a\": 1}", " \n{\"知\": \"测\"}", "[1]", "知测"] {
            assert_eq!(FileKind::of(text.as_bytes()), None, "{text}");
        }
        assert_eq!(FileKind::of(b"{\"a\": \"\xb2\xdd\"}"), None, "another encoding is for the reader to name");
    }
}
