//! The gzip and brotli forms of files, as they travel.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use brotli::CompressorWriter;
use flate2::{Compression, GzBuilder};

use crate::failure::Failure;
use crate::files;

/// What gets smaller.
const KINDS: [&str; 6] = ["bin", "css", "html", "js", "json", "wasm"];

/// Endings of a compressed file, after that of the file itself.
pub const BROTLI: &str = "br";
const GZIP: &str = "gz";

/// Puts beside each file of the folder what a server may send in its place.
pub fn write(folder: &Path) -> Result<(), Failure> {
    for name in files::list(folder)? {
        if name.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
            let file = folder.join(name);
            let content = files::read(&file)?;
            files::write(&with_ending(&file, BROTLI), brotli(&content)?)?;
            files::write(&with_ending(&file, GZIP), gzip(&content)?)?;
        }
    }
    Ok(())
}

/// The file's name with one more ending.
pub fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// The content as gzip, without a time in it.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|error| Failure::of(format!("gzip: {error}")))
}

fn brotli(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let (buffer, quality, window) = (4096, 11, 22);
    let mut encoder = CompressorWriter::new(Vec::new(), buffer, quality, window);
    encoder.write_all(content).map_err(|error| Failure::of(format!("brotli: {error}")))?;
    Ok(encoder.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_travels_arrives() {
        let content = b"<p>\xe7\x9f\xa5\xe6\xb5\x8b</p>".repeat(100);
        let mut read = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(&content).unwrap()).read_to_end(&mut read).unwrap();
        assert_eq!(read, content);
        read.clear();
        brotli::Decompressor::new(&*brotli(&content).unwrap(), 4096).read_to_end(&mut read).unwrap();
        assert_eq!(read, content);
    }
}
