//! Changes that leave JSON whole, so that what comes in gets past the reader and reaches what lies behind it.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::sync::LazyLock;

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

use super::seeds::values;
use super::targets::PACKS;

/// Keys and ids.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| words().into_iter().collect());

/// Answers that can be given to the facts of the packs.
static ANSWERS: LazyLock<Vec<(String, Value)>> = LazyLock::new(answers);

/// Values at the edge of what the readers take.
static ODD: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let odd = r#"[null, true, false, "", [], {}, 0, 1, -1, 0.0001, 0.00001, -0.0, 64, 1e2, 99999999, 99999999999.9999,
                  100000000000, "1e5", " 7 ", "2020-02-30", "9999-12-31", "2024", "r\u00e9sum\u00e9 \uD83D\uDE00", [[[1]]]]"#;
    serde_json::from_str::<Vec<Value>>(odd).expect("it is JSON")
});

/// The words of the pack language and of the packs: every key and every id.
fn words() -> BTreeSet<String> {
    fn collect(json: &Value, words: &mut BTreeSet<String>) {
        match json {
            Value::String(word) => _ = words.insert(word.clone()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
            Value::Object(fields) => {
                words.extend(fields.keys().cloned());
                fields.values().for_each(|value| collect(value, words));
            }
            _ => {}
        }
    }
    let mut words = BTreeSet::new();
    for pack in PACKS.iter() {
        collect(&json!(pack.file), &mut words);
    }
    let is_id = |word: &String| {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-/:".contains(&byte);
        word.len() <= 40 && word.bytes().all(plain)
    };
    words.retain(is_id);
    words
}

/// Answers to every fact of the packs.
fn answers() -> Vec<(String, Value)> {
    let facts = PACKS.iter().flat_map(|pack| &pack.file.facts);
    facts.flat_map(|fact| values(fact).into_iter().map(|value| (fact.id.clone(), value))).collect()
}

/// Changes an input in place and gives its new size: most often as JSON, else byte by byte.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut chance = Chance(seed);
    if chance.below(4) != 0
        && let Some(text) = edited(&data[..size], &mut chance)
        && let Some(place) = data.get_mut(..text.len()).filter(|place| place.len() <= max_size)
    {
        place.copy_from_slice(text.as_bytes());
        return text.len();
    }
    fuzzer_mutate(data, size, max_size)
}

/// The input with a few values changed, if it is JSON, or JSON under a line of its own.
fn edited(data: &[u8], chance: &mut Chance) -> Option<String> {
    let text = str::from_utf8(data).ok()?;
    let start = if text.starts_with('{') { 0 } else { text.find('\n')? + 1 };
    let (head, body) = text.split_at(start);
    let mut json = serde_json::from_str(body).ok()?;
    for _ in 0..*chance.of(&[1, 1, 1, 2, 4]) {
        edit(&mut json, chance);
    }
    Some(format!("{head}{json}"))
}

fn edit(json: &mut Value, chance: &mut Chance) {
    let places = Places::of(json);
    let at = places.pick(chance);
    let new = match chance.below(8) {
        0 => chance.of(&ODD).clone(),
        1 => json!(chance.of(&WORDS)),
        // What stands elsewhere under the same key is of the right shape; what stands under any, of a shape there is.
        2 => chance.of(&places.0).1.clone(),
        _ => (*chance.of(&places.alike(at))).clone(),
    };
    let Some(place) = nth(json, &mut { at }) else { return };
    match (place, chance.below(4)) {
        (Value::Array(items), 0) if !items.is_empty() => _ = items.remove(chance.below(items.len())),
        (Value::Array(items), 1) => items.insert(chance.below(items.len() + 1), new),
        (Value::Object(fields), 0) if !fields.is_empty() => {
            let key = fields.keys().nth(chance.below(fields.len())).cloned();
            key.and_then(|key| fields.remove(&key));
        }
        (Value::Object(fields), 1) => {
            let (key, value) =
                if chance.below(2) == 0 { chance.of(&ANSWERS).clone() } else { (chance.of(&WORDS).clone(), new) };
            fields.insert(key, value);
        }
        // Rules are objects, and stand in other rules.
        (place @ Value::Object(_), 2) => *place = within(place, chance),
        (place @ Value::Number(_), 0 | 1) => *place = near(place, chance).unwrap_or(new),
        (place, _) => *place = new,
    }
}

fn within(rule: &Value, chance: &mut Chance) -> Value {
    match *chance.of(&["not", "all", "any", "sum", "larger_of"]) {
        "not" => json!({ "not": rule }),
        many => json!({ many: [rule] }),
    }
}

fn near(number: &Value, chance: &mut Chance) -> Option<Value> {
    let step = *chance.of(&[-1, 1]);
    number.as_i64().map(|whole| whole.saturating_add(step).into())
}

/// All values of a document, whole and part, each with the key it stands under.
struct Places<'v>(Vec<(&'v str, &'v Value)>);

impl<'v> Places<'v> {
    fn of(json: &'v Value) -> Self {
        let mut places = Self(Vec::new());
        places.collect("", json);
        places
    }

    fn collect(&mut self, key: &'v str, json: &'v Value) {
        self.0.push((key, json));
        match json {
            Value::Array(items) => items.iter().for_each(|item| self.collect(key, item)),
            Value::Object(fields) => fields.iter().for_each(|(key, value)| self.collect(key, value)),
            _ => {}
        }
    }

    /// A position. Half of the time any key is as likely as any other, so that what stands once is not lost among what
    /// stands often.
    fn pick(&self, chance: &mut Chance) -> usize {
        if chance.below(2) == 0 {
            return chance.below(self.0.len());
        }
        let keys: Vec<&str> = self.0.iter().map(|(key, _)| *key).collect::<BTreeSet<_>>().into_iter().collect();
        let key = *chance.of(&keys);
        let positions: Vec<usize> = (0..self.0.len()).filter(|at| self.0[*at].0 == key).collect();
        *chance.of(&positions)
    }

    /// The values that stand, or could stand, under the same key as this one, and are of the same kind.
    fn alike(&self, at: usize) -> Vec<&'v Value> {
        let (key, value) = self.0[at];
        let others = self.0.iter().copied().chain(ANSWERS.iter().map(|(fact, answer)| (fact.as_str(), answer)));
        let alike = others.filter(|(its, other)| *its == key && discriminant(*other) == discriminant(value));
        alike.map(|(_, other)| other).collect()
    }
}

/// The value at this position, counted as `Places` does.
fn nth<'v>(json: &'v mut Value, at: &mut usize) -> Option<&'v mut Value> {
    if *at == 0 {
        return Some(json);
    }
    *at -= 1;
    match json {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, at)),
        Value::Object(fields) => fields.values_mut().find_map(|value| nth(value, at)),
        _ => None,
    }
}

/// Numbers that follow from the seed libFuzzer gives, so that a run can be repeated.
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x915F_77F5).wrapping_add(0x9E37_79B9);
        let mixed = self.0 ^ (self.0 >> 15);
        mixed.wrapping_mul(0x2C1B_3C6D) as usize % end
    }

    fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }
}
