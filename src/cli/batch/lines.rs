//! Lines as they come in, many at a time, never more of them in memory than are worked on.

use std::io::{self, BufRead, BufReader, Read};
use std::mem;

use memchr::{memchr_iter, memrchr};

/// How much is read at once.
const AT_ONCE: usize = 256 * 1024;

/// Whole lines that follow each other.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The number of the first line, counted from one.
    first: u64,
    text: Vec<u8>,
}

/// The lines of a source, as chunks. What has arrived is handed over at once; nothing waits for a chunk to fill.
#[derive(Debug)]
pub struct Lines<R> {
    source: BufReader<R>,
    /// Of a line longer than this only the beginning is kept, which is still longer than this.
    longest: usize,
    /// The number of the line that `rest` begins with.
    next: u64,
    /// What stands after the last chunk: a blank line if one came last, and the line that has not ended yet.
    rest: Vec<u8>,
}

impl Chunk {
    /// Each line with its number.
    pub fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let text = self.text();
        let ends = memchr_iter(b'\n', text).chain([text.len()]);
        let lines = ends.scan(0, |start, end| {
            let line = text.get(*start..end);
            *start = end + 1;
            line
        });
        (self.first..).zip(lines)
    }

    /// The lines without the end of the last one.
    fn text(&self) -> &[u8] {
        self.text.strip_suffix(b"\n").unwrap_or(&self.text)
    }

    /// How many lines it has.
    fn count(&self) -> usize {
        1 + memchr_iter(b'\n', self.text()).count()
    }

    /// How many bytes of text it has.
    pub fn size(&self) -> usize {
        self.text.len()
    }
}

impl<R: Read> Lines<R> {
    pub fn new(source: R, longest: usize) -> Self {
        Self { source: BufReader::with_capacity(AT_ONCE, source), longest, next: 1, rest: Vec::new() }
    }

    fn read(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            let read = match self.source.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            let length = read.len();
            if length == 0 {
                let last = mem::take(&mut self.rest);
                return Ok((!last.trim_ascii().is_empty()).then(|| self.chunk(last)));
            }
            let Some(end) = memrchr(b'\n', read) else {
                // One more than the longest, for a blank line that may stand before it.
                if self.rest.len() <= self.longest + 1 {
                    self.rest.extend_from_slice(read);
                }
                self.source.consume(length);
                continue;
            };
            let (ended, open) = read.split_at(end + 1);
            self.rest.extend_from_slice(ended);
            let mut text = mem::replace(&mut self.rest, open.to_vec());
            self.source.consume(length);
            if let Some(blank) = last_if_blank(&text) {
                text.truncate(blank);
                self.rest.insert(0, b'\n');
            }
            if !text.is_empty() {
                return Ok(Some(self.chunk(text)));
            }
        }
    }

    fn chunk(&mut self, text: Vec<u8>) -> Chunk {
        let first = self.next;
        let chunk = Chunk { first, text };
        self.next += u64::try_from(chunk.count()).unwrap_or_default();
        chunk
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

/// Where the last of these lines begins, if it is blank.
fn last_if_blank(lines: &[u8]) -> Option<usize> {
    let before = lines.strip_suffix(b"\n")?;
    let start = memrchr(b'\n', before).map_or(0, |end| end + 1);
    before.get(start..)?.trim_ascii().is_empty().then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands over what it has in pieces of one size.
    struct Pieces<'a>(&'a [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let piece = self.0.len().min(self.1).min(buffer.len());
            (&mut self.0).take(piece.try_into().unwrap()).read(buffer)
        }
    }

    fn numbered(text: &str, piece: usize, longest: usize) -> Vec<(u64, String)> {
        let chunks = Lines::new(Pieces(text.as_bytes(), piece), longest).map(Result::unwrap);
        let lines = |chunk: Chunk| -> Vec<_> {
            chunk.lines().map(|(number, line)| (number, String::from_utf8(line.to_vec()).unwrap())).collect()
        };
        chunks.flat_map(lines).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        for piece in 1..=text.len().max(1) {
            let expected: Vec<_> = (1..).zip(expected.iter().map(ToString::to_string)).collect();
            assert_eq!(numbered(text, piece, 100), expected, "{text:?} in pieces of {piece}");
        }
    }

    #[test]
    fn every_line_has_its_number_however_it_arrives() {
        check("a\nbc\n", &["a", "bc"]);
        check("a\n\n\nbc", &["a", "", "", "bc"]);
        check("\na\r\n", &["", "a\r"]);
        check("", &[]);
    }

    #[test]
    fn a_blank_line_at_the_very_end_is_none() {
        check("a\n\n", &["a"]);
        check("a\n \r\n", &["a"]);
        check("a\n  ", &["a"]);
        check("\n", &[]);
        check("a\n\n\n", &["a", ""]);
    }

    #[test]
    fn of_a_long_line_no_more_is_kept_than_shows_that_it_is_long() {
        let text = format!("a\n\n{}\nb\n", "x".repeat(50));
        for piece in 1..text.len() {
            let lines = numbered(&text, piece, 10);
            let lengths: Vec<_> = lines.iter().map(|(number, line)| (*number, line.len())).collect();
            assert_eq!((lengths.len(), lengths[0], lengths[1], lengths[3]), (4, (1, 1), (2, 0), (4, 1)), "{piece}");
            assert!(lengths[2].1 > 10 && lengths[2].1 < 11 + 2 * piece, "{piece}: {lengths:?}");
        }
    }
}
