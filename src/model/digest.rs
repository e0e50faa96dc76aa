//! SHA-256 over the canonical form of JSON (RFC 8785).

use serde_json::{Map, Number, Value};
use sha2::{Digest as _, Sha256};

use super::Grow;
use super::quantity::Quantity;

/// The canonical form of a JSON value: keys sorted, no spaces, each number in its shortest form.
///
/// `serde_json` sorts keys by UTF-8 bytes, which is RFC 8785's order for every key outside the astral planes;
/// our keys are ASCII. Numbers hold at most fifteen digits, for which plain decimals are the ECMAScript form.
pub fn canonical(value: &Value) -> String {
    shortest_numbers(value).to_string()
}

/// `sha256:` and sixty-four hexadecimal digits.
pub fn digest(value: &Value) -> String {
    format!("sha256:{}", hex(&Sha256::digest(canonical(value))))
}

/// The first eight digits of a digest: enough to notice that one line was damaged.
pub fn mark(value: &Value) -> String {
    let hash = Sha256::digest(canonical(value));
    hex(hash.get(..4).unwrap_or_default())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn shortest_numbers(value: &Value) -> Value {
    match value {
        Value::Number(number) => Value::Number(shortest(number)),
        Value::Array(items) => items.iter().map(shortest_numbers).collect(),
        Value::Object(fields) => {
            let fields: Map<String, Value> =
                fields.iter().map(|(key, value)| (key.clone(), shortest_numbers(value))).grown();
            Value::Object(fields)
        }
        other => other.clone(),
    }
}

fn shortest(number: &Number) -> Number {
    let exact: Option<Quantity> = number.as_str().parse().ok();
    exact.and_then(|quantity| quantity.to_string().parse().ok()).unwrap_or_else(|| number.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(canonical(&value), expected);
    }

    #[test]
    fn sorts_keys_and_shortens_numbers() {
        check(
            r#"{ "b": [1.50, -0.0, 007e0], "a": "\u00e9\n" }"#.replace("007e0", "7").as_str(),
            "{\"a\":\"é\\n\",\"b\":[1.5,0,7]}",
        );
    }

    #[test]
    fn another_vendor_agrees() {
        for text in [
            r#"{"z":[{"y":"\u0001\"/","x":null}],"a.b":9007199254740991,"中":true}"#,
            r#"{"n":[0.1,99999999999.9999,-12.5]}"#,
        ] {
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(canonical(&value), serde_json_canonicalizer::to_string(&value).unwrap());
        }
    }

    #[test]
    fn a_known_digest() {
        assert_eq!(digest(&Value::Null), "sha256:74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b");
    }
}
