//! 统一社会信用代码, the unified social credit identifier of GB 32100-2015.

use crate::model::text::half_width_of;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A code in its normal form: half width, capitals, no blanks and no dashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditCode {
    pub normal: String,
    /// The last character follows from the others. Codes on real licences exist where it does not.
    pub is_consistent: bool,
}

/// Why a text is no credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeError {
    /// It has this many characters instead of eighteen.
    Length(usize),
    /// A character the standard does not use, such as I, O, S, V or Z.
    Character(char),
}

/// Reads a code in any writing: checks length and alphabet, and notes whether the check character fits.
pub fn read(text: &str) -> Result<CreditCode, CreditCodeError> {
    let normal = half_width_of(text).replace(|c: char| c.is_whitespace() || c == '-', "").to_ascii_uppercase();
    let length = normal.chars().count();
    if length != 18 {
        return Err(CreditCodeError::Length(length));
    }
    let mut values = Vec::with_capacity(18);
    for character in normal.chars() {
        let position = ALPHABET.iter().position(|known| char::from(*known) == character);
        values.push(position.ok_or(CreditCodeError::Character(character))?);
    }
    let Some((stated, others)) = values.split_last() else { return Err(CreditCodeError::Length(0)) };
    let mut weight = 1;
    let mut sum = 0;
    for value in others {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    Ok(CreditCode { normal, is_consistent: (31 - sum % 31) % 31 == *stated })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_real_codes_in_any_writing() {
        for (text, normal) in [
            ("91350100M000100Y43", "91350100M000100Y43"),
            ("91110000600037341l", "91110000600037341L"),
            (" 91350100 M000100Y4 3 ", "91350100M000100Y43"),
            ("９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
            ("91350100-M000100Y4－3", "91350100M000100Y43"),
            ("N2370321MF0000000E", "N2370321MF0000000E"),
        ] {
            assert_eq!(read(text), Ok(CreditCode { normal: normal.to_owned(), is_consistent: true }), "{text}");
        }
    }

    #[test]
    fn notes_a_check_character_that_does_not_fit() {
        for text in ["91350100M000100Y44", "91350203M0001QKT19"] {
            assert_eq!(read(text).map(|code| code.is_consistent), Ok(false), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_others() {
        for (text, error) in [
            ("91350100M000100Y4Z", CreditCodeError::Character('Z')),
            ("91350100M000100Y4", CreditCodeError::Length(17)),
            ("", CreditCodeError::Length(0)),
            ("91350100I000100Y43", CreditCodeError::Character('I')),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }
}
