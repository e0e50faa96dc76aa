//! 统一社会信用代码, the unified social credit identifier of GB 32100-2015.

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Why a text is no credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditCodeError {
    /// It has this many characters instead of eighteen.
    Length(usize),
    /// A character the standard does not use, such as I, O, S, V or Z.
    Character(char),
    /// The last character does not follow from the others.
    CheckCharacter,
}

/// Checks length, alphabet and check character. Lower-case letters are taken as capitals.
pub fn check(code: &str) -> Result<(), CreditCodeError> {
    let code = code.to_uppercase();
    let length = code.chars().count();
    if length != 18 {
        return Err(CreditCodeError::Length(length));
    }
    let mut values = Vec::with_capacity(18);
    for character in code.chars() {
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
    if (31 - sum % 31) % 31 == *stated { Ok(()) } else { Err(CreditCodeError::CheckCharacter) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_real_codes() {
        for code in ["91350100M000100Y43", "91110000600037341L", "91110000600037341l"] {
            assert_eq!(check(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_others() {
        for (code, error) in [
            ("91350100M000100Y4Z", CreditCodeError::Character('Z')),
            ("91350100M000100Y44", CreditCodeError::CheckCharacter),
            ("91350100M000100Y4", CreditCodeError::Length(17)),
            ("", CreditCodeError::Length(0)),
            ("91350100I000100Y43", CreditCodeError::Character('I')),
        ] {
            assert_eq!(check(code), Err(error), "{code}");
        }
    }

    #[test]
    fn the_division_part_may_hold_a_letter() {
        assert!(!matches!(
            check("N2370321MF0000000E"),
            Err(CreditCodeError::Character(_) | CreditCodeError::Length(_))
        ));
    }
}
