//! What is different between two versions of a pack: a comparison of trees that pairs the elements of lists by their ids.

use serde_json::{Map, Value};

use crate::model::json::push_step;
use crate::pack::PackFile;

/// A place where two versions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Keys, and ids of elements, from the root to the place.
    pub path: Vec<String>,
    /// Into the new file, or into the old one where the place is gone.
    pub pointer: String,
    /// The clause that the innermost part around the place cites.
    pub clause: Option<String>,
    /// The fact whose number stands there.
    pub fact: Option<String>,
    pub before: Option<Value>,
    pub after: Option<Value>,
    /// What stood and stands there are the ids of the same list, in another order.
    pub reordered: bool,
}

/// Every difference: by clause in the order of the new document, first what belongs to none, last what only the old
/// one had; within a clause in the order of the files. Beside the files stand their trees.
pub fn changes([old, new]: [&PackFile; 2], [before, after]: [&Value; 2]) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(&Place::default(), Some(before), Some(after), &mut changes);
    let cited: Vec<&String> = new.clauses.iter().chain(&old.clauses).map(|clause| &clause.cite).collect();
    changes.sort_by_key(|change| {
        let clause = change.clause.as_ref();
        clause.map(|clause| cited.iter().position(|cite| *cite == clause).unwrap_or(cited.len()))
    });
    changes
}

/// A pack as a tree, without the version, which always grows, and without options that are those of a scale.
pub fn tree(file: &PackFile) -> Value {
    let mut tree = serde_json::to_value(file).unwrap_or_default();
    if let Some(fields) = tree.as_object_mut() {
        fields.remove("version");
    }
    let facts = tree.get_mut("facts").and_then(Value::as_array_mut);
    for fact in facts.into_iter().flatten().filter_map(Value::as_object_mut) {
        if fact.get("scale").is_some_and(Value::is_string) {
            fact.remove("options");
        }
    }
    tree
}

/// Words in both languages are one thing, not two.
pub fn is_text(value: &Value) -> bool {
    value
        .as_object()
        .is_some_and(|fields| fields.len() == 2 && ["zh", "en"].iter().all(|key| fields.contains_key(*key)))
}

#[derive(Clone, Default)]
struct Place {
    path: Vec<String>,
    /// In the old file and in the new one.
    pointers: [String; 2],
    clause: Option<String>,
    fact: Option<String>,
}

impl Place {
    fn step(&self, name: &str, steps: [&str; 2]) -> Self {
        let mut next = self.clone();
        next.path.push(name.to_owned());
        for (pointer, step) in next.pointers.iter_mut().zip(steps) {
            push_step(pointer, step);
        }
        next
    }

    /// What the part that stands here says of the places within it.
    fn within(&self, part: &Value) -> Self {
        let said = |key: &str| part.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
        let is_fact = self.path.len() == 2 && self.path.first().is_some_and(|first| first == "facts");
        let fact = if is_fact { said("id") } else { said("fact") };
        Self { clause: said("cite").or(self.clause.clone()), fact: fact.or(self.fact.clone()), ..self.clone() }
    }
}

fn compare(at: &Place, before: Option<&Value>, after: Option<&Value>, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let here = after.or(before).map_or_else(|| at.clone(), |part| at.within(part));
    match (before, after) {
        (Some(Value::Object(old)), Some(Value::Object(new))) if are_alike(old, new) => {
            let added = new.keys().filter(|key| !old.contains_key(*key));
            for key in old.keys().chain(added) {
                compare(&here.step(key, [key, key]), old.get(key), new.get(key), changes);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) if [old, new].iter().all(|list| has_parts(list)) => {
            for (name, before, after) in pairs(old, new) {
                let index = |pair: Option<(usize, _)>| pair.map_or_else(String::new, |(index, _)| index.to_string());
                let at = here.step(&name, [&index(before), &index(after)]);
                compare(&at, before.map(|(_, part)| part), after.map(|(_, part)| part), changes);
            }
            changes.extend(reordered(&here, [old, new]));
        }
        _ => {
            let Place { path, pointers: [old, new], clause, fact } = here;
            let pointer = if after.is_some() { new } else { old };
            let (before, after) = (before.cloned(), after.cloned());
            changes.push(Change { path, pointer, clause, fact, before, after, reordered: false });
        }
    }
}

/// A list whose order means something, in another order: the first case of a reading is its default, options are stages,
/// one step follows another. What comes or goes in between moves nothing, unless another case becomes the first.
fn reordered(at: &Place, lists: [&[Value]; 2]) -> Option<Change> {
    let list = at.path.last().filter(|list| ["cases", "options", "procedure"].contains(&list.as_str()))?;
    let [before, after] = lists.map(|list| names(list, "id"));
    let (before, after) = before.zip(after)?;
    let common = |ids: &[String], others: &[String]| -> Vec<String> {
        ids.iter().filter(|id| others.contains(id)).cloned().collect()
    };
    let has_another_default = list == "cases" && before.first() != after.first();
    if !has_another_default && common(&before, &after) == common(&after, &before) {
        return None;
    }
    let Place { path, pointers: [_, pointer], clause, fact } = at.clone();
    Some(Change {
        path,
        pointer,
        clause,
        fact,
        before: Some(before.into()),
        after: Some(after.into()),
        reordered: true,
    })
}

/// Whether two objects are versions of one: rules of two shapes share no key.
fn are_alike(old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    let [are_texts, is_text] = [old, new].map(|fields| is_text(&Value::Object(fields.clone())));
    !(are_texts && is_text) && old.keys().any(|key| new.contains_key(key))
}

/// A list of plain ids is read as a whole, one that is empty as whatever the other is.
fn has_parts(list: &[Value]) -> bool {
    list.is_empty() || list.iter().any(Value::is_object)
}

/// A part at its index.
type Indexed<'a> = Option<(usize, &'a Value)>;

/// The elements of two lists that belong together, each by its name.
fn pairs<'a>(old: &'a [Value], new: &'a [Value]) -> Vec<(String, Indexed<'a>, Indexed<'a>)> {
    const NAMES: [&str; 5] = ["id", "case", "option", "from", "cite"];
    let named = NAMES.iter().find_map(|key| Some((names(old, key)?, names(new, key)?)));
    let Some((before, after)) = named else { return in_place(old, new) };
    let at = |names: &[String], list: &'a [Value], name: &str| -> Indexed<'a> {
        let index = names.iter().position(|known| known == name)?;
        Some((index, list.get(index)?))
    };
    let gone = before.iter().filter(|name| !after.contains(name));
    let all = after.iter().chain(gone);
    all.map(|name| (name.clone(), at(&before, old, name), at(&after, new, name))).collect()
}

/// The names of the elements by one of their keys, where each has one and none stands twice.
fn names(list: &[Value], key: &str) -> Option<Vec<String>> {
    let name = |value: &Value| match value.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let names = list.iter().map(name).collect::<Option<Vec<String>>>()?;
    let is_first = |(index, name): (usize, &String)| names.iter().position(|one| one == name) == Some(index);
    names.iter().enumerate().all(is_first).then_some(names)
}

/// Elements without names belong together by their place, once those that are the same at both ends are set aside.
fn in_place<'a>(old: &'a [Value], new: &'a [Value]) -> Vec<(String, Indexed<'a>, Indexed<'a>)> {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let shorter = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(|(old, new)| old == new).count();
    let middle = |list: &'a [Value]| {
        let last = list.len() - end;
        list.iter().enumerate().take(last).skip(start).collect::<Vec<_>>()
    };
    let (old, new) = (middle(old), middle(new));
    let at = |index: usize| (old.get(index).copied(), new.get(index).copied());
    (0..old.len().max(new.len()))
        .map(|index| {
            let (before, after) = at(index);
            ((start + index).to_string(), before, after)
        })
        .collect()
}
