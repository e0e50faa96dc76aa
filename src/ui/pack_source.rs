//! Packs that a portal brings in at run time.

use crate::pack::{Diagnostic, Loaded, Pack};

/// What came of an address that was to give a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSource {
    pub address: String,
    /// The programme it gave; none where it is of no use.
    pub programme: Option<String>,
    /// For whoever runs the portal: what keeps it from being used, or what should still be mended.
    pub notes: Vec<String>,
}

/// Takes in a pack; one with the id of another takes its place. Where only one programme is asked for, no other helps.
pub fn take_in(
    packs: &mut Vec<Pack>,
    address: String,
    loaded: Result<Loaded, Vec<Diagnostic>>,
    only: Option<&str>,
) -> PackSource {
    let lines = |diagnostics: Vec<Diagnostic>| diagnostics.iter().map(ToString::to_string).collect();
    match loaded {
        Err(diagnostics) => PackSource { address, programme: None, notes: lines(diagnostics) },
        Ok(Loaded { pack, .. }) if only.is_some_and(|only| only != pack.file.id) => {
            let note = format!("programme `{}` is not the one this page is for", pack.file.id);
            PackSource { address, programme: None, notes: vec![note] }
        }
        Ok(Loaded { pack, warnings }) => {
            let programme = Some(pack.file.id.clone());
            packs.retain(|known| known.file.id != pack.file.id);
            packs.push(pack);
            PackSource { address, programme, notes: lines(warnings) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../tests/packs/good/sample.json");

    fn taken(text: &str, packs: &mut Vec<Pack>, only: Option<&str>) -> PackSource {
        take_in(packs, "packs/new.json".to_owned(), Pack::load(text), only)
    }

    #[test]
    fn a_good_pack_takes_the_place_of_its_older_self() {
        let mut packs = vec![Pack::load(SAMPLE).unwrap().pack];
        let source = taken(&SAMPLE.replace("\"2026.1\"", "\"2026.2\""), &mut packs, None);
        assert_eq!(source.programme.as_deref(), Some("sample"));
        assert_eq!(packs.iter().map(|pack| &*pack.file.version).collect::<Vec<_>>(), ["2026.2"]);
    }

    #[test]
    fn what_is_of_no_use_changes_nothing_and_says_why() {
        let mut packs = vec![Pack::load(SAMPLE).unwrap().pack];
        let bad = taken("{", &mut packs, None);
        assert_eq!(bad.programme, None);
        assert!(bad.notes[0].starts_with("error[unreadable]"), "{:?}", bad.notes);
        let other = taken(SAMPLE, &mut packs, Some("another"));
        assert_eq!((other.programme, packs.len()), (None, 1));
        assert_eq!(other.notes, ["programme `sample` is not the one this page is for"]);
    }
}
