//! Pull parsing: the elements of a document one after another, by local name.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attributes as Raw;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// What comes next in a document.
pub enum Element<'e> {
    Open(&'e str, Attributes<'e>),
    Close(&'e str),
    Text(&'e str),
}

pub struct Attributes<'e>(&'e BytesStart<'e>);

impl Attributes<'_> {
    /// The value of an attribute, whatever prefix its name has.
    pub fn get(&self, name: &str) -> Option<String> {
        let all: Raw<'_> = self.0.attributes();
        let found = all.flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Into::into)
    }
}

/// Hands each element on; `None` where the text is no XML.
pub fn elements(xml: &str, mut take: impl FnMut(Element<'_>)) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => take(Element::Open(tag.local_name().as_ref(), Attributes(&tag))),
            Event::Empty(tag) => {
                take(Element::Open(tag.local_name().as_ref(), Attributes(&tag)));
                take(Element::Close(tag.local_name().as_ref()));
            }
            Event::End(tag) => take(Element::Close(tag.local_name().as_ref())),
            Event::Text(text) => take(Element::Text(&text.xml10_content())),
            Event::CData(text) => take(Element::Text(&text.xml10_content())),
            Event::GeneralRef(name) => take(Element::Text(&character(&name)?)),
            Event::Eof => return Some(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The character a reference stands for: by number, or one of the five of XML.
fn character(name: &BytesRef<'_>) -> Option<String> {
    if let Some(c) = name.resolve_char_ref().ok()? {
        return Some(c.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(name).map(ToOwned::to_owned)
}
