//! From JSON that was read to a type, keeping track of where.

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::error::Misfit;
use super::{Found, JsonError, JsonErrorKind, NUMBER_KEY, Place, Wanted};

/// A typed value from JSON that was already read; the error names the place as a JSON pointer.
///
/// One deserializer for all types, which knows its place, weighs far less in the widget than one wrapped round another.
pub fn shape<'v, T: Deserialize<'v>>(value: &'v Value) -> Result<T, JsonError> {
    let place = Place::default();
    T::deserialize(At { value, place: &place }).map_err(|Misfit(kind)| JsonError::new(*kind).at(place.pointer()))
}

/// A value and the way to it.
#[derive(Clone, Copy)]
struct At<'v, 'p> {
    value: &'v Value,
    place: &'p Place,
}

impl At<'_, '_> {
    /// The value is of another type than the one that is read.
    fn unfit(self, expected: Wanted) -> Misfit {
        let found = match self.value {
            Value::Null => Found::Null,
            Value::Bool(value) => Found::Bool(*value),
            Value::Number(_) => Found::Number,
            Value::String(text) => Found::Text(text.clone()),
            Value::Array(_) => Found::List,
            Value::Object(_) => Found::Object,
        };
        JsonErrorKind::WrongType { found, expected }.into()
    }
}

/// Each type is read from its own shape of JSON and no other; that also keeps the rest out of the widget.
impl<'v> Deserializer<'v> for At<'v, '_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (_, Some(number)) => visitor.visit_i64(number),
                _ => visitor.visit_map(MapDeserializer::new([(NUMBER_KEY, number.as_str())].into_iter())),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Value::Bool(value) => visitor.visit_bool(*value),
            _ => Err(self.unfit(Wanted::Bool)),
        }
    }

    fn deserialize_u64<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value.as_u64() {
            Some(number) => visitor.visit_u64(number),
            None => Err(self.unfit(Wanted::Whole)),
        }
    }

    fn deserialize_str<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Value::String(text) => visitor.visit_borrowed_str(text),
            _ => Err(self.unfit(Wanted::Text)),
        }
    }

    fn deserialize_string<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'v>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Value::Array(items) => visitor.visit_seq(Items { items: items.iter().enumerate(), place: self.place }),
            _ => Err(self.unfit(Wanted::List)),
        }
    }

    fn deserialize_tuple<V: Visitor<'v>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.value {
            Value::Object(fields) => {
                visitor.visit_map(Fields { entries: fields.iter(), value: None, place: self.place })
            }
            _ => Err(self.unfit(Wanted::Object)),
        }
    }

    fn deserialize_struct<V: Visitor<'v>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'v>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let (word, content) = match self.value {
            Value::String(word) => (word.as_str(), None),
            // A bare number is a word as well: the language says which it knows.
            Value::Number(number) => (number.as_str(), None),
            Value::Object(fields) if fields.len() == 1 => match fields.iter().next() {
                Some((word, content)) => (word.as_str(), Some(content)),
                None => return Err(JsonErrorKind::NotOneWord.into()),
            },
            _ => return Err(JsonErrorKind::NotOneWord.into()),
        };
        visitor.visit_enum(Variant { word, content, place: self.place })
    }

    fn deserialize_ignored_any<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        <V: Visitor<'v>>
        i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}

struct Items<'v, 'p> {
    items: std::iter::Enumerate<std::slice::Iter<'v, Value>>,
    place: &'p Place,
}

impl<'v> SeqAccess<'v> for Items<'v, '_> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((index, value)) = self.items.next() else { return Ok(None) };
        self.place.enter(index.to_string());
        let element = seed.deserialize(At { value, place: self.place })?;
        self.place.leave();
        Ok(Some(element))
    }
}

struct Fields<'v, 'p> {
    entries: serde_json::map::Iter<'v>,
    /// The value of the key that was handed over last.
    value: Option<&'v Value>,
    place: &'p Place,
}

impl<'v> MapAccess<'v> for Fields<'v, '_> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        self.place.enter(key.clone());
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        let value = self.value.take().unwrap_or(&Value::Null);
        let value = seed.deserialize(At { value, place: self.place })?;
        self.place.leave();
        Ok(value)
    }
}

/// A word of the language, alone or with what belongs to it.
struct Variant<'v, 'p> {
    word: &'v str,
    content: Option<&'v Value>,
    place: &'p Place,
}

impl<'v> EnumAccess<'v> for Variant<'v, '_> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'v>>(self, seed: S) -> Result<(S::Value, Self), Misfit> {
        if self.content.is_some() {
            self.place.enter(self.word.to_owned());
        }
        let word = seed.deserialize(BorrowedStrDeserializer::<Misfit>::new(self.word))?;
        Ok((word, self))
    }
}

impl<'v> Variant<'v, '_> {
    fn content<T>(&self, read: impl FnOnce(At<'v, '_>) -> Result<T, Misfit>) -> Result<T, Misfit> {
        let Some(value) = self.content else {
            return Err(JsonErrorKind::NoValue(self.word.to_owned()).into());
        };
        let read = read(At { value, place: self.place })?;
        self.place.leave();
        Ok(read)
    }
}

impl<'v> VariantAccess<'v> for Variant<'v, '_> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        match self.content {
            None => Ok(()),
            Some(_) => Err(JsonErrorKind::ExtraValue(self.word.to_owned()).into()),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'v>>(self, seed: S) -> Result<S::Value, Misfit> {
        self.content(|at| seed.deserialize(at))
    }

    fn tuple_variant<V: Visitor<'v>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.content(|at| at.deserialize_any(visitor))
    }

    fn struct_variant<V: Visitor<'v>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        self.content(|at| at.deserialize_struct("", fields, visitor))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::json;

    use super::shape;
    use crate::model::{Date, Quantity};

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    enum Rule {
        Never,
        Each(Quantity),
        Between { low: Quantity, high: Quantity },
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default, deny_unknown_fields)]
    struct Thing {
        rules: Vec<Rule>,
        since: Option<Date>,
        names: BTreeMap<String, String>,
    }

    #[test]
    fn reads_every_shape_the_packs_use() {
        let thing: Thing = shape(&json!({
            "rules": ["never", {"each": 1.5}, {"between": {"low": 1, "high": 2}}],
            "since": "2020-08-25",
            "names": {"a": "b"},
        }))
        .unwrap();
        let half: Quantity = "1.5".parse().unwrap();
        let between = Rule::Between { low: Quantity::whole(1), high: Quantity::whole(2) };
        assert_eq!(thing.rules, [Rule::Never, Rule::Each(half), between]);
        assert_eq!(shape::<Thing>(&json!({"since": null})).unwrap(), Thing::default());
    }

    #[test]
    fn an_object_where_a_number_belongs_is_said_to_be_one() {
        for (json, message) in [
            (json!({"rules": [{"each": {"a": 1}}]}), "wrong type: object, expected a number"),
            (json!({"rules": [{"each": {}}]}), "wrong type: object, expected a number"),
            (json!({"rules": [{"each": [1]}]}), "wrong type: list, expected a number"),
            (json!({"rules": [{"each": "1"}]}), "wrong type: string \"1\", expected a number"),
            (json!({"rules": [{"each": null}]}), "wrong type: null, expected a number"),
        ] {
            let error = shape::<Thing>(&json).unwrap_err();
            assert_eq!((error.kind.to_string().as_str(), error.pointer.as_str()), (message, "/rules/0/each"));
        }
    }

    #[test]
    fn names_the_place_that_does_not_fit() {
        for (json, pointer) in [
            (json!({"rules": ["always"]}), "/rules/0"),
            (json!({"rules": [{"each": "1"}]}), "/rules/0/each"),
            (json!({"rules": [{"between": {"low": 1}}]}), "/rules/0/between"),
            (json!({"rules": [{"between": [1, 2]}]}), "/rules/0/between"),
            (json!({"rules": [{"never": 1}]}), "/rules/0/never"),
            (json!({"rules": [{"never": 1, "each": 2}]}), "/rules/0"),
            (json!({"since": "2020-02-30"}), "/since"),
            (json!({"names": {"a": 1}}), "/names/a"),
            (json!({"nmaes": {}}), "/nmaes"),
            (json!([[], null, {}]), ""),
        ] {
            let error = shape::<Thing>(&json).unwrap_err();
            assert_eq!(error.pointer, pointer, "{json}: {error}");
        }
    }
}
