//! Cases replayed: what an assessment says where a case expects something.

use serde_json::{Map, Value, json};

use crate::engine::assess;
use crate::model::Text;
use crate::model::text::text;
use crate::pack::cases::Case;
use crate::pack::load::TrackRef;

/// Every expectation of a case that does not hold.
pub fn run(track: TrackRef<'_>, base: &Map<String, Value>, case: &Case) -> Result<Vec<Text>, Text> {
    let inputs = case.inputs(track.pack, base)?;
    let assessment = assess(track, &inputs.answers, inputs.as_of, &inputs.choices);
    let actual = serde_json::to_value(&assessment)
        .map_err(|error| text!("测算结果不能写成 JSON：`{error}`", "the assessment cannot be written: {error}"))?;
    let mut wrong = Vec::new();
    for (key, expected) in &case.expect {
        match observe(&actual, key, expected) {
            Ok(found) if found == *expected => {}
            Ok(found) => wrong.extend(differences(key, expected, &found)),
            Err(why) => wrong.push(why),
        }
    }
    Ok(wrong)
}

/// What the assessment says where `key` expects something, cut down to what is expected of it.
fn observe(assessment: &Value, key: &str, expected: &Value) -> Result<Value, Text> {
    let all = |pointer: &str| assessment.pointer(pointer).cloned().unwrap_or_default();
    Ok(match key {
        "standing" => all("/standing"),
        "verdict" => all("/eligibility/verdict"),
        "span_verdicts" => in_order_of(expected, all("/eligibility/span").as_array().cloned().unwrap_or_default()),
        "missing" => all("/missing"),
        "total" => range(&all("/support/total")),
        "money" => range(&all("/support/by_form/money")),
        "voucher" => range(&all("/support/by_form/voucher")),
        "span" => range(&all("/support/span")),
        "conditions" => truths(&by_id(&all("/eligibility/conditions")), object(expected, key)?),
        "priorities" => truths(&by_id(&all("/priorities")), object(expected, key)?),
        "indicators" => parts(&by_id(&all("/indicators")), object(expected, key)?, |found, part| match part {
            "status" | "value" | "target" | "gap" => Some(at(found, part)),
            _ => None,
        })?,
        "score" => score(&all("/score"), object(expected, key)?)?,
        "measures" => parts(&by_id(&all("/support/measures")), object(expected, key)?, |found, part| match part {
            "truth" => Some(at(found, part)),
            "low" | "high" => found.get("amount").map(|amount| at(amount, part)).or(Some(Value::Null)),
            _ => None,
        })?,
        "dates" => parts(&by_id(&all("/dates")), object(expected, key)?, |found, part| match part {
            "phase" | "days" | "from" | "until" | "overdue" | "missing" => Some(at(found, part)),
            _ => None,
        })?,
        "checks" => by_id(&all("/checks")).keys().cloned().collect(),
        "leads_to" => truths(&by_id(&all("/leads_to")), object(expected, key)?),
        "matters" => {
            let readings = all("/readings");
            let moving =
                readings.as_array().into_iter().flatten().filter(|one| one.get("matters") == Some(&Value::Bool(true)));
            in_order_of(expected, moving.map(|one| at(one, "id")).collect())
        }
        unknown => {
            return Err(text!("案例不能预期 `{unknown}`", "`{unknown}` is nothing a case can expect"));
        }
    })
}

/// What is asked for of a score.
fn score(found: &Value, wanted: &Map<String, Value>) -> Result<Value, Text> {
    let part = |key: &String| match key.as_str() {
        "points" => Ok((key.clone(), range(&at(found, key)))),
        "passes" | "grade" => Ok((key.clone(), at(found, key))),
        _ => Err(not_of(key, "score")),
    };
    Ok(Value::Object(wanted.keys().map(part).collect::<Result<_, _>>()?))
}

/// The entries of a list by their id.
fn by_id(list: &Value) -> Map<String, Value> {
    let entries = list.as_array().into_iter().flatten();
    entries.filter_map(|entry| Some((entry.get("id")?.as_str()?.to_owned(), entry.clone()))).collect()
}

/// The truth of each entry that is asked for.
fn truths(found: &Map<String, Value>, wanted: &Map<String, Value>) -> Value {
    let truth = |id: &String| found.get(id).map(|one| at(one, "truth")).unwrap_or_default();
    wanted.keys().map(|id| (id.clone(), truth(id))).collect()
}

/// The parts of each entry that are asked for; `pick` knows which there are.
fn parts(
    found: &Map<String, Value>,
    wanted: &Map<String, Value>,
    pick: impl Fn(&Value, &str) -> Option<Value>,
) -> Result<Value, Text> {
    let mut observed = Map::new();
    for (id, wanted) in wanted {
        // Nothing is expected to be there.
        if wanted.is_null() {
            observed.insert(id.clone(), found.get(id).cloned().unwrap_or_default());
            continue;
        }
        let part = |key: &String| {
            let known = pick(found.get(id).unwrap_or(&Value::Null), key);
            let known = known.ok_or_else(|| not_of(key, id))?;
            Ok((key.clone(), known))
        };
        let parts = object(wanted, id)?.keys().map(part).collect::<Result<Map<_, _>, Text>>()?;
        observed.insert(id.clone(), if found.contains_key(id) { Value::Object(parts) } else { Value::Null });
    }
    Ok(Value::Object(observed))
}

fn not_of(key: &str, id: &str) -> Text {
    text!("案例不能预期 `{id}` 的 `{key}`", "`{key}` is nothing a case can expect of `{id}`")
}

/// A list of names: their order says nothing, so it follows the expectation's where that has the name.
fn in_order_of(expected: &Value, mut names: Vec<Value>) -> Value {
    let wanted = expected.as_array().cloned().unwrap_or_default();
    names.sort_by_key(|name| wanted.iter().position(|one| one == name).unwrap_or(usize::MAX));
    Value::Array(names)
}

fn at(value: &Value, key: &str) -> Value {
    value.get(key).cloned().unwrap_or_default()
}

fn object<'v>(value: &'v Value, place: &str) -> Result<&'v Map<String, Value>, Text> {
    value.as_object().ok_or_else(|| text!("`{place}` 应为对象", "`{place}` has to be an object"))
}

fn range(amount: &Value) -> Value {
    if amount.is_null() { Value::Null } else { json!([at(amount, "low"), at(amount, "high")]) }
}

/// One line for each leaf that differs.
fn differences(place: &str, expected: &Value, found: &Value) -> Vec<Text> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            let differing = wanted.iter().filter(|(key, value)| found.get(*key) != Some(value));
            differing
                .flat_map(|(key, value)| {
                    differences(&format!("{place}.{key}"), value, found.get(key).unwrap_or(&Value::Null))
                })
                .collect()
        }
        _ => vec![text!(
            "`{place}` 预期为 `{expected}`，结果为 `{found}`",
            "{place}: expected {expected}, found {found}"
        )],
    }
}
