//! Reading: each type takes its own bytes from the front.

use serde::de::value::U32Deserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::Unreadable;

/// The value in these bytes, and in all of them.
pub fn from_bytes<'v, T: Deserialize<'v>>(bytes: &'v [u8]) -> Result<T, Unreadable> {
    let mut reader = Reader { rest: bytes };
    let value = T::deserialize(&mut reader)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(Unreadable) }
}

/// What is still to be read.
struct Reader<'v> {
    rest: &'v [u8],
}

impl<'v> Reader<'v> {
    fn byte(&mut self) -> Result<u8, Unreadable> {
        let (byte, rest) = self.rest.split_first().ok_or(Unreadable)?;
        self.rest = rest;
        Ok(*byte)
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn whole(&mut self) -> Result<u64, Unreadable> {
        let mut whole = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            whole |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(whole);
            }
        }
        Err(Unreadable)
    }

    /// A length of what follows, each part of which takes a byte at least.
    fn len(&mut self) -> Result<usize, Unreadable> {
        let len = usize::try_from(self.whole()?).map_err(|_| Unreadable)?;
        if len > self.rest.len() { Err(Unreadable) } else { Ok(len) }
    }

    fn text(&mut self) -> Result<&'v str, Unreadable> {
        let len = self.len()?;
        let (text, rest) = self.rest.split_at_checked(len).ok_or(Unreadable)?;
        self.rest = rest;
        std::str::from_utf8(text).map_err(|_| Unreadable)
    }
}

impl<'v> Deserializer<'v> for &mut Reader<'v> {
    type Error = Unreadable;

    /// Nothing says what it is.
    fn deserialize_any<V: Visitor<'v>>(self, _: V) -> Result<V::Value, Unreadable> {
        Err(Unreadable)
    }

    fn deserialize_bool<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.byte()? != 0)
    }

    fn deserialize_u64<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_u64(self.whole()?)
    }

    /// Small numbers of either sign are small.
    fn deserialize_i64<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let folded = self.whole()?;
        visitor.visit_i64((folded >> 1).cast_signed() ^ -(folded & 1).cast_signed())
    }

    fn deserialize_str<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.byte()? == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'v>>(self, _: &str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let left = self.len()?;
        visitor.visit_seq(Parts { reader: self, left })
    }

    fn deserialize_map<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let left = self.len()?;
        visitor.visit_map(Parts { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'v>>(self, left: usize, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(Parts { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'v>>(
        self,
        _: &str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_enum<V: Visitor<'v>>(
        self,
        _: &str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_enum(self)
    }

    // The types narrow down what they are given.
    fn deserialize_u8<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_string<V: Visitor<'v>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'v>>
        i8 i16 i32 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// So many parts, one after the other; of a map each is a key and a value.
struct Parts<'a, 'v> {
    reader: &'a mut Reader<'v>,
    left: usize,
}

impl Parts<'_, '_> {
    fn is_over(&mut self) -> bool {
        let is_over = self.left == 0;
        self.left = self.left.saturating_sub(1);
        is_over
    }
}

impl<'v> SeqAccess<'v> for Parts<'_, 'v> {
    type Error = Unreadable;

    fn next_element_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Result<Option<S::Value>, Unreadable> {
        if self.is_over() { Ok(None) } else { seed.deserialize(&mut *self.reader).map(Some) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'v> MapAccess<'v> for Parts<'_, 'v> {
    type Error = Unreadable;

    fn next_key_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Result<Option<S::Value>, Unreadable> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'v>>(&mut self, seed: S) -> Result<S::Value, Unreadable> {
        seed.deserialize(&mut *self.reader)
    }
}

impl<'v> EnumAccess<'v> for &mut Reader<'v> {
    type Error = Unreadable;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'v>>(self, seed: S) -> Result<(S::Value, Self), Unreadable> {
        let number = u32::try_from(self.whole()?).map_err(|_| Unreadable)?;
        Ok((seed.deserialize(U32Deserializer::new(number))?, self))
    }
}

impl<'v> VariantAccess<'v> for &mut Reader<'v> {
    type Error = Unreadable;

    fn unit_variant(self) -> Result<(), Unreadable> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'v>>(self, seed: S) -> Result<S::Value, Unreadable> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'v>>(self, left: usize, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_tuple(left, visitor)
    }

    fn struct_variant<V: Visitor<'v>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}
