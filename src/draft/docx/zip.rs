//! A ZIP archive whose entries are stored as they are, all of one day.

/// The archive of these entries, in this order. Names are ASCII.
pub fn stored(entries: &[(&str, &str)]) -> Vec<u8> {
    const LOCAL: u32 = 0x0403_4b50;
    const CENTRAL: u32 = 0x0201_4b50;
    const END: u32 = 0x0605_4b50;

    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in entries {
        let offset = length(&archive);
        let facts = facts(name, content);

        archive.extend(LOCAL.to_le_bytes());
        archive.extend(&facts);
        archive.extend(name.as_bytes());
        archive.extend(content.as_bytes());

        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&facts);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX).to_le_bytes();
    let (start, size) = (length(&archive), length(&directory));
    archive.append(&mut directory);
    archive.extend(END.to_le_bytes());
    // This disk is the only one.
    archive.extend([0; 4]);
    archive.extend(count);
    archive.extend(count);
    archive.extend(size.to_le_bytes());
    archive.extend(start.to_le_bytes());
    // No comment.
    archive.extend([0; 2]);
    archive
}

/// ZIP 1.0 knows all that is used here.
const VERSION: u16 = 10;

/// What the local header and the directory say alike of an entry.
fn facts(name: &str, content: &str) -> Vec<u8> {
    /// 1980-01-01, the first day there is in a ZIP archive.
    const DAY: u16 = 1 << 5 | 1;
    let size = length(content.as_bytes()).to_le_bytes();
    let name = u16::try_from(name.len()).unwrap_or(u16::MAX);
    let mut facts = Vec::new();
    facts.extend(VERSION.to_le_bytes());
    // No flags, stored, midnight.
    facts.extend([0; 6]);
    facts.extend(DAY.to_le_bytes());
    facts.extend(crc32(content.as_bytes()).to_le_bytes());
    facts.extend(size);
    facts.extend(size);
    facts.extend(name.to_le_bytes());
    // No extra field.
    facts.extend([0; 2]);
    facts
}

fn length(bytes: &[u8]) -> u32 {
    // A draft is small: nothing here comes near four gigabytes.
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_the_usual_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
