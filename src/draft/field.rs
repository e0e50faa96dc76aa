//! The fields about the applicant that a draft asks for.

use serde::{Deserialize, Serialize};

use super::credit_code::{self, CreditCodeError};
use super::phone;
use crate::model::Lang;
use crate::pack::Track;

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

/// Why the text of a field cannot stand. A blank field is never an error, only still to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    CreditCode(CreditCodeError),
    Mobile,
    Landline,
    Email,
    TooLong,
}

/// The longest field, in characters.
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

    /// The fields a track asks for, in order: nobody recommends a self-evaluation.
    pub fn asked(track: &Track) -> impl Iterator<Item = Self> {
        let recommended = track.is_application();
        Self::ALL.into_iter().filter(move |field| recommended || *field != Self::RecommendingBody)
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

    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Name => lang.pick("单位名称", "Name of the organisation"),
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

    /// Checks a text that is not blank.
    pub fn check(self, text: &str) -> Result<(), FieldError> {
        let text = text.trim();
        let outcome = |holds: bool, error: FieldError| if holds { Ok(()) } else { Err(error) };
        match self {
            _ if text.is_empty() => Ok(()),
            _ if text.chars().count() > FIELD_LIMIT => Err(FieldError::TooLong),
            Self::CreditCode => credit_code::check(text).map_err(FieldError::CreditCode),
            Self::Mobile => outcome(phone::is_mobile(text), FieldError::Mobile),
            Self::Landline => outcome(phone::is_landline(text), FieldError::Landline),
            Self::Email => outcome(is_email(text), FieldError::Email),
            Self::Name | Self::LegalRepresentative | Self::Contact | Self::Address | Self::RecommendingBody => Ok(()),
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
            Self::CreditCode(CreditCodeError::CheckCharacter) => lang.pick(
                "末位校验码不符，请逐位核对营业执照上的代码",
                "The last character does not match the others. Compare the code with the business licence, character by character",
            ),
            Self::Mobile => lang.pick(
                "请填写 11 位手机号码，如 13812345678",
                "Enter a mobile number of 11 digits, such as 13812345678",
            ),
            Self::Landline => lang.pick(
                "请填写固定电话，如 0533-2771234，分机号写在最后",
                "Enter a landline such as 0533-2771234; an extension comes last",
            ),
            Self::Email => lang.pick("请填写完整的邮箱地址，如 name@example.com", "Enter a full address such as name@example.com"),
            Self::TooLong => lang.pick("内容过长，请控制在 200 字以内", "Too long; keep it within 200 characters"),
        };
        words.to_owned()
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || matches!(c, '@' | ',' | ';' | '<' | '>'))
    };
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
    plain(local) && plain(domain) && dotted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_field_is_not_wrong() {
        for field in Field::ALL {
            assert_eq!(field.check("  "), Ok(()));
        }
    }

    #[test]
    fn mail_addresses_need_a_name_and_a_dotted_host() {
        for good in ["a@b.cn", "zhang.san+ip@mail.example.com"] {
            assert_eq!(Field::Email.check(good), Ok(()), "{good}");
        }
        for bad in ["a", "@b.cn", "a@b", "a@b..cn", "a b@c.cn", "a@b.cn,c@d.cn"] {
            assert_eq!(Field::Email.check(bad), Err(FieldError::Email), "{bad}");
        }
    }

    #[test]
    fn ids_are_those_of_the_json() {
        for field in Field::ALL {
            assert_eq!(serde_json::to_value(field).unwrap(), field.id());
        }
    }
}
