//! The fields about the applicant that a draft asks for.

use serde::{Deserialize, Serialize};

use super::credit_code::{self, CreditCodeError};
use super::phone;
use crate::model::Lang;
use crate::model::text::{excess, half_width_of};
use crate::pack::Track;
use crate::pack::track::Applicant;

/// One field about the applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Name,
    CreditCode,
    LegalRepresentative,
    Contact,
    Mobile,
    Landline,
    Email,
    Address,
    RecommendingBody,
}

/// A text that can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The one way to write it; empty where nothing was entered.
    pub normal: String,
    pub note: Option<FieldNote>,
}

/// What should be looked at again in a text that can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldNote {
    /// The last character of the credit code does not follow from the others.
    CheckCharacter,
}

/// Why the text of a field cannot stand. A blank field is never an error, only still to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    CreditCode(CreditCodeError),
    Mobile,
    Landline,
    Email,
    /// A mail address ends with a character that belongs to the sentence around it.
    EmailEnd(char),
    /// A link in place of the address it leads to.
    EmailLink,
    /// By so many characters.
    TooLong(usize),
}

/// How long the text of a field should be at most, in characters.
pub const FIELD_LIMIT: usize = 200;

impl Field {
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::CreditCode,
        Self::LegalRepresentative,
        Self::Contact,
        Self::Mobile,
        Self::Landline,
        Self::Email,
        Self::Address,
        Self::RecommendingBody,
    ];

    /// What a draft asks of each kind of applicant, in order, and what the name is called. A body has a code and somebody
    /// who stands for it; of a person a draft needs nothing but how to reach them.
    const fn table(of: Applicant) -> (&'static [Self], [&'static str; 2]) {
        match of {
            Applicant::Person => (&[Self::Name, Self::Mobile, Self::Email, Self::RecommendingBody], ["姓名", "Name"]),
            Applicant::Agency
            | Applicant::Zone
            | Applicant::Government
            | Applicant::Firm
            | Applicant::Bank
            | Applicant::University
            | Applicant::Association => (&Self::ALL, ["单位名称", "Name of the organisation"]),
        }
    }

    /// The fields a track asks for, in order: a recommending body only where the document has one.
    pub fn asked(track: &Track) -> impl Iterator<Item = Self> {
        let recommended = track.is_recommended();
        let (fields, _) = Self::table(track.applicant);
        fields.iter().copied().filter(move |field| recommended || *field != Self::RecommendingBody)
    }

    /// As it stands in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::CreditCode => "credit_code",
            Self::LegalRepresentative => "legal_representative",
            Self::Contact => "contact",
            Self::Mobile => "mobile",
            Self::Landline => "landline",
            Self::Email => "email",
            Self::Address => "address",
            Self::RecommendingBody => "recommending_body",
        }
    }

    /// What it is called in a draft of such an applicant. A branch of a bank has a head in place of a representative.
    pub const fn label(self, of: Applicant, lang: Lang) -> &'static str {
        match self {
            Self::Name => {
                let (_, [zh, en]) = Self::table(of);
                lang.pick(zh, en)
            }
            Self::LegalRepresentative if matches!(of, Applicant::Bank) => {
                lang.pick("法定代表人（负责人）", "Legal representative or head of the branch")
            }
            Self::CreditCode => lang.pick("统一社会信用代码", "Unified social credit code"),
            Self::LegalRepresentative => lang.pick("法定代表人", "Legal representative"),
            Self::Contact => lang.pick("联系人", "Contact person"),
            Self::Mobile => lang.pick("手机", "Mobile phone"),
            Self::Landline => lang.pick("固定电话", "Landline"),
            Self::Email => lang.pick("电子邮箱", "E-mail"),
            Self::Address => lang.pick("通信地址", "Postal address"),
            Self::RecommendingBody => lang.pick("推荐单位", "Recommending body"),
        }
    }

    /// Reads a text in any writing that is right.
    pub fn read(self, text: &str) -> Result<Entered, FieldError> {
        let text = text.trim();
        let as_it_is = |normal: String| Entered { normal, note: None };
        if let Some(by) = excess(text, FIELD_LIMIT) {
            return Err(FieldError::TooLong(by));
        }
        match self {
            _ if text.is_empty() => Ok(as_it_is(String::new())),
            Self::CreditCode => {
                let code = credit_code::read(text).map_err(FieldError::CreditCode)?;
                let note = (!code.is_consistent).then_some(FieldNote::CheckCharacter);
                Ok(Entered { normal: code.normal, note })
            }
            Self::Mobile => phone::mobile(text).map(as_it_is).ok_or(FieldError::Mobile),
            Self::Landline => phone::landline(text).map(as_it_is).ok_or(FieldError::Landline),
            Self::Email => email(text).map(as_it_is),
            Self::Name | Self::LegalRepresentative | Self::Contact | Self::Address | Self::RecommendingBody => {
                Ok(as_it_is(text.to_owned()))
            }
        }
    }
}

impl FieldNote {
    /// Said at the field.
    pub const fn say(self, lang: Lang) -> &'static str {
        match self {
            Self::CheckCharacter => lang.pick(
                "末位与其余各位不相符，请逐位核对；营业执照上就是这样的，照填即可",
                "The last character does not match the others. Compare the code with the business licence; if it says so, leave it",
            ),
        }
    }

    /// Said in the draft, behind the text.
    pub const fn in_draft(self, lang: Lang) -> &'static str {
        match self {
            Self::CheckCharacter => lang.pick("（以营业执照所载为准）", " (as on the business licence)"),
        }
    }
}

impl FieldError {
    /// What is wrong and how to mend it.
    pub fn say(self, lang: Lang) -> String {
        let words = match self {
            Self::CreditCode(CreditCodeError::Length(length)) => {
                return match lang {
                    Lang::Zh => format!("统一社会信用代码应为 18 位，现为 {length} 位，请核对营业执照"),
                    Lang::En => format!("The code has 18 characters, this has {length}. Check it against the business licence"),
                };
            }
            Self::CreditCode(CreditCodeError::Character(found)) => {
                return match lang {
                    Lang::Zh => format!("统一社会信用代码不使用字符“{found}”，请核对数字与字母（如 0 与 O、1 与 I）"),
                    Lang::En => format!("The code does not use the character “{found}”. Check digits and letters, such as 0 and O, 1 and I"),
                };
            }
            Self::EmailEnd(end) => {
                return match lang {
                    Lang::Zh => format!("邮箱地址末尾多了“{end}”，请删去"),
                    Lang::En => format!("The address ends with “{end}”; delete it"),
                };
            }
            Self::TooLong(by) => return too_long(by, FIELD_LIMIT, lang),
            Self::Mobile => lang.pick(
                "请填写 11 位手机号码，如 13812345678；有几个的，用“/”或“、”隔开",
                "Enter a mobile number of 11 digits, such as 13812345678; put “/” between several",
            ),
            Self::Landline => lang.pick(
                "请填写固定电话，如 0533-2771234 或 400-123-4567，分机号写在最后；有几个的，用“/”或“、”隔开",
                "Enter a landline such as 0533-2771234 or 400-123-4567; an extension comes last; put “/” between several",
            ),
            Self::Email => lang.pick("请填写完整的邮箱地址，如 name@example.com", "Enter a full address such as name@example.com"),
            Self::EmailLink => lang.pick(
                "这是一个链接，请只留邮箱地址，删去“mailto:”",
                "This is a link. Keep the address alone and delete “mailto:”",
            ),
        };
        words.to_owned()
    }
}

/// A mail address, half width. Of addresses that no server would take only those are refused that a slip makes.
fn email(text: &str) -> Result<String, FieldError> {
    let normal = half_width_of(text);
    if normal.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) {
        return Err(FieldError::EmailLink);
    }
    if is_email(&normal) {
        return Ok(normal);
    }
    let end = text.chars().next_back().filter(|end| !end.is_alphanumeric());
    let cut = end.map(|end| half_width_of(text.strip_suffix(end).unwrap_or(text)));
    Err(end.filter(|_| cut.is_some_and(|cut| is_email(&cut))).map_or(FieldError::Email, FieldError::EmailEnd))
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let parts = |text: &str, also: &str| {
        text.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || also.contains(c)))
    };
    parts(local, "!#$%&'*+-/=?^_`{|}~") && parts(domain, "-") && domain.contains('.')
}

/// By how much a text is longer than it should be.
pub fn too_long(by: usize, limit: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("超出 {by} 字，请控制在 {limit} 字以内"),
        Lang::En => format!("{by} characters too long; keep it within {limit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(field: Field, text: &str) -> Result<String, FieldError> {
        field.read(text).map(|entered| entered.normal)
    }

    #[test]
    fn a_blank_field_is_not_wrong() {
        for field in Field::ALL {
            assert_eq!(normal(field, "  "), Ok(String::new()));
        }
    }

    #[test]
    fn mail_addresses_need_a_name_and_a_dotted_host() {
        for (text, address) in [
            ("a@b.cn", "a@b.cn"),
            ("zhang.san+ip@mail.example.com", "zhang.san+ip@mail.example.com"),
            ("name＠qq.com", "name@qq.com"),
            (" ｎａｍｅ＠ｑｑ．ｃｏｍ ", "name@qq.com"),
            ("张三@例子.中国", "张三@例子.中国"),
        ] {
            assert_eq!(normal(Field::Email, text).as_deref(), Ok(address), "{text}");
        }
        for (text, error) in [
            ("name@qq.com；", FieldError::EmailEnd('；')),
            ("name@qq.com;", FieldError::EmailEnd(';')),
            ("name@qq.com。", FieldError::EmailEnd('。')),
            ("mailto:name@qq.com", FieldError::EmailLink),
            ("MailTo:name@qq.com", FieldError::EmailLink),
        ] {
            assert_eq!(normal(Field::Email, text), Err(error), "{text}");
        }
        for bad in [
            "a",
            "@b.cn",
            "a@b",
            "a@b..cn",
            "a b@c.cn",
            "a@b.cn,c@d.cn",
            "<a@b.cn>",
            "a@b。cn",
            "a@@b.cn",
            "a@b.cn；；",
        ] {
            assert_eq!(normal(Field::Email, bad), Err(FieldError::Email), "{bad}");
        }
    }

    #[test]
    fn a_check_character_that_does_not_fit_is_noted_and_never_refused() {
        let entered = Field::CreditCode.read("91350203m0001qkt19").unwrap();
        assert_eq!(entered, Entered { normal: "91350203M0001QKT19".into(), note: Some(FieldNote::CheckCharacter) });
        assert_eq!(Field::CreditCode.read("91350100M000100Y43").unwrap().note, None);
    }

    #[test]
    fn a_long_text_says_by_how_much() {
        for field in Field::ALL {
            assert_eq!(normal(field, &"长".repeat(FIELD_LIMIT + 35)), Err(FieldError::TooLong(35)));
        }
        assert_eq!(normal(Field::Name, &"长".repeat(FIELD_LIMIT)), Ok("长".repeat(FIELD_LIMIT)));
    }

    #[test]
    fn ids_are_those_of_the_json() {
        for field in Field::ALL {
            assert_eq!(serde_json::to_value(field).unwrap(), field.id());
        }
    }
}
