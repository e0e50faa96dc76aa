//! Packs that a portal brings in at run time.

use crate::model::{Lang, Text};
use crate::pack::{Diagnostic, Loaded, Pack};
use crate::ui::i18n::packs;

/// What came of an address that was to give a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSource {
    pub address: String,
    /// The programme it gave; none where it is of no use.
    pub programme: Option<String>,
    /// For whoever runs the portal: what keeps it from being used, or what should still be mended.
    pub notes: Vec<Text>,
    pub check: Check,
}

/// Whether a pack from outside could be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Or there was nothing to check.
    Done,
    /// What checks packs did not come.
    Absent,
    /// The person has asked for it again.
    UnderWay,
}

impl PackSource {
    /// An address that gave nothing of use.
    pub fn unused(address: String, why: Text, check: Check) -> Self {
        Self { address, programme: None, notes: vec![why], check }
    }

    pub fn notes_in(&self, lang: Lang) -> Vec<String> {
        self.notes.iter().map(|note| note.get(lang).to_owned()).collect()
    }
}

/// Takes in a pack; one with the id of another takes its place. Where only one programme is asked for, no other helps.
pub fn take_in(
    packs: &mut Vec<Pack>,
    address: String,
    loaded: Result<Loaded, Vec<Diagnostic>>,
    only: Option<&str>,
) -> PackSource {
    let line = |one: &Diagnostic| Text::each(|lang| one.said(lang));
    let lines = |diagnostics: Vec<Diagnostic>| diagnostics.iter().map(line).collect();
    match loaded {
        Err(diagnostics) => PackSource { address, programme: None, notes: lines(diagnostics), check: Check::Done },
        Ok(Loaded { pack, .. }) if only.is_some_and(|only| only != pack.file.id) => {
            PackSource::unused(address, packs::of_another(&pack.file.id), Check::Done)
        }
        Ok(Loaded { pack, warnings }) => {
            let programme = Some(pack.file.id.clone());
            packs.retain(|known| known.file.id != pack.file.id);
            packs.push(pack);
            PackSource { address, programme, notes: lines(warnings), check: Check::Done }
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
        let [Text { zh, en }] = bad.notes.as_slice() else { panic!("{:?}", bad.notes) };
        assert!(zh.starts_with("错误[unreadable]") && en.starts_with("error[unreadable]"), "{zh}\n{en}");
        let other = taken(SAMPLE, &mut packs, Some("another"));
        assert_eq!((other.programme, packs.len()), (None, 1));
        assert_eq!(other.notes, [packs::of_another("sample")]);
    }
}
