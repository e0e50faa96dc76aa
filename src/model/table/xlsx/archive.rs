//! ZIP: the parts of an archive by name, stored or deflated.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::model::table::{BYTE_LIMIT, TableError};

/// An archive and where its directory begins.
pub struct Archive<'b> {
    bytes: &'b [u8],
    directory: usize,
}

impl<'b> Archive<'b> {
    /// Finds the directory by the record at the end, behind which a comment may stand.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        const END: usize = 22;
        let last = bytes.len().checked_sub(END)?;
        let record = (last.saturating_sub(usize::from(u16::MAX))..=last)
            .rev()
            .filter_map(|at| bytes.get(at..))
            .find(|record| record.starts_with(b"PK\x05\x06"))?;
        Some(Self { bytes, directory: whole(record, 16)? })
    }

    /// The text of a part, `None` where there is no such part. Names differ in their capitals from maker to maker.
    pub fn part(&self, name: &str) -> Result<Option<String>, TableError> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        let text = entry.content(self.bytes).and_then(|bytes| String::from_utf8(bytes).ok());
        text.map(Some).ok_or(TableError::Damaged)
    }

    fn entry(&self, wanted: &str) -> Option<Entry> {
        let mut rest = self.bytes.get(self.directory..)?;
        while rest.starts_with(b"PK\x01\x02") {
            let [name, extra, comment] = [28, 30, 32].map(|at| half(rest, at));
            let end = 46 + name?;
            if rest.get(46..end)?.eq_ignore_ascii_case(wanted.as_bytes()) {
                let (packed, place) = (whole(rest, 20)?, whole(rest, 42)?);
                return Some(Entry { is_deflated: half(rest, 10)? == 8, packed, place });
            }
            rest = rest.get(end + extra? + comment?..)?;
        }
        None
    }
}

/// What the directory says of a part.
struct Entry {
    is_deflated: bool,
    packed: usize,
    place: usize,
}

impl Entry {
    fn content(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let own = bytes.get(self.place..)?;
        let start = 30 + half(own, 26)? + half(own, 28)?;
        let packed = own.get(start..)?.get(..self.packed)?;
        if self.is_deflated { decompress_to_vec_with_limit(packed, BYTE_LIMIT).ok() } else { Some(packed.to_vec()) }
    }
}

fn half(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..)?.first_chunk().map(|bytes| usize::from(u16::from_le_bytes(*bytes)))
}

fn whole(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}
