//! Writing: the counterpart of `read`.

use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleVariant, Serializer,
};

use super::Unreadable;

/// The value as bytes.
pub fn to_bytes(value: &impl Serialize) -> Result<Vec<u8>, Unreadable> {
    let mut writer = Writer { bytes: Vec::new() };
    value.serialize(&mut writer)?;
    Ok(writer.bytes)
}

/// What is written so far.
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn whole(&mut self, mut whole: u64) {
        while let [low, ..] = whole.to_le_bytes()
            && whole > 0x7f
        {
            self.bytes.push(low | 0x80);
            whole >>= 7;
        }
        let [last, ..] = whole.to_le_bytes();
        self.bytes.push(last);
    }

    fn len(&mut self, len: Option<usize>) -> Result<(), Unreadable> {
        let len = len.and_then(|len| u64::try_from(len).ok()).ok_or(Unreadable)?;
        self.whole(len);
        Ok(())
    }
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Unreadable;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Unreadable>;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_bool(self, value: bool) -> Result<(), Unreadable> {
        self.bytes.push(u8::from(value));
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unreadable> {
        self.whole(value);
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unreadable> {
        self.whole((value << 1).cast_unsigned() ^ (value >> 63).cast_unsigned());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unreadable> {
        self.len(Some(value.len()))?;
        self.bytes.extend_from_slice(value.as_bytes());
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unreadable> {
        self.serialize_bool(false)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unreadable> {
        self.bytes.push(1);
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unreadable> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, number: u32, _: &'static str) -> Result<(), Unreadable> {
        self.serialize_u32(number)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        self.whole(number.into());
        value.serialize(self)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self, Unreadable> {
        self.len(len)?;
        Ok(self)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self, Unreadable> {
        self.serialize_seq(len)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Unreadable> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unreadable> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Unreadable> {
        self.whole(number.into());
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        number: u32,
        word: &'static str,
        len: usize,
    ) -> Result<Self, Unreadable> {
        self.serialize_tuple_variant(name, number, word, len)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unreadable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unreadable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unreadable> {
        self.serialize_u64(value.into())
    }

    // Nothing of ours is made of these.

    fn serialize_i8(self, _: i8) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_i16(self, _: i16) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_i32(self, _: i32) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_char(self, _: char) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_unit(self) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unreadable> {
        Err(Unreadable)
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// Parts are written one after the other, whatever they are parts of.
macro_rules! parts {
    ($($of:ident $add:ident)*) => {$(
        impl $of for &mut Writer {
            type Ok = ();
            type Error = Unreadable;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unreadable> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Unreadable> {
                Ok(())
            }
        }
    )*};
}

parts! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleVariant serialize_field
}

/// A field that is left out is as if it were empty, and what is empty is a zero: none, no part, false.
macro_rules! fields {
    ($($of:ident)*) => {$(
        impl $of for &mut Writer {
            type Ok = ();
            type Error = Unreadable;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Unreadable> {
                value.serialize(&mut **self)
            }

            fn skip_field(&mut self, _: &'static str) -> Result<(), Unreadable> {
                self.bytes.push(0);
                Ok(())
            }

            fn end(self) -> Result<(), Unreadable> {
                Ok(())
            }
        }
    )*};
}

fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unreadable> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unreadable> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unreadable> {
        Ok(())
    }
}
