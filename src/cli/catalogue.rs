//! Finding a pack: among the built-in ones, or in a file from disk.

use super::complaint::{Complaint, OurFile};
use super::file::Source;
use super::options::{PackOption, TrackOptions};
use crate::model::Text;
use crate::model::json::Limits;
use crate::model::text::text;
use crate::pack::load::TrackRef;
use crate::pack::{Diagnostic, Pack, builtin};

/// The pack a file holds; one with errors gives all of them.
pub fn from_file(source: &Source) -> Result<Pack, Vec<Complaint>> {
    let text = source.read(Limits::PACK).map_err(|complaint| vec![complaint])?;
    let file = source.name();
    Pack::load(&text).map(|loaded| loaded.pack).map_err(|found| {
        let misplaced = Complaint::misplaced(&file, &text, OurFile::Pack);
        misplaced.map_or_else(|| complaints(&file, &found), |complaint| vec![complaint])
    })
}

/// The built-in pack with this id.
pub fn built_in(id: &str) -> Result<Pack, Vec<Complaint>> {
    let known: Vec<&str> = builtin::ids().collect();
    let unknown = || {
        let Text { zh, en } = Text::each(|lang| lang.ids(&known));
        let help = text!(
            "政策事项有 {zh}；其他的用 `--pack FILE` 提供",
            "the programmes are {en}; --pack FILE brings another"
        );
        vec![Complaint::new(text!("没有政策事项 `{id}`", "no programme `{id}`")).at("--programme").help(help)]
    };
    let loaded = builtin::load(id).ok_or_else(unknown)?;
    loaded.map(|loaded| loaded.pack).map_err(|found| complaints(&Text::each(|_| id.to_owned()), &found))
}

impl PackOption {
    /// The one that was brought, or all that are built in.
    pub fn packs(&self) -> Result<Vec<Pack>, Vec<Complaint>> {
        match &self.pack {
            Some(source) => Ok(vec![from_file(source)?]),
            None => builtin::ids().map(built_in).collect(),
        }
    }
}

impl TrackOptions {
    /// The pack that was asked for. One from disk must be of the programme that was named beside it.
    pub fn pack(&self) -> Result<Pack, Vec<Complaint>> {
        let (Some(source), programme) = (&self.packs.pack, &self.programme) else {
            return built_in(self.programme.as_deref().unwrap_or_default());
        };
        let pack = from_file(source)?;
        let id = &pack.file.id;
        match programme {
            Some(wanted) if wanted != id => Err(vec![of_another(source, id, wanted)]),
            _ => Ok(pack),
        }
    }

    /// The track of it that was asked for.
    pub fn track<'p>(&self, pack: &'p Pack) -> Result<TrackRef<'p>, Complaint> {
        track(pack, &self.track, "--track")
    }
}

/// The track of a pack that an option names.
pub fn track<'p>(pack: &'p Pack, id: &str, option: &str) -> Result<TrackRef<'p>, Complaint> {
    pack.track(id).ok_or_else(|| {
        let tracks: Vec<&str> = pack.file.tracks.iter().map(|track| track.id.as_str()).collect();
        let programme = &pack.file.id;
        let message = text!("政策事项 `{programme}` 没有类别 `{id}`", "programme `{programme}` has no track `{id}`");
        let Text { zh, en } = Text::each(|lang| lang.ids(&tracks));
        Complaint::new(message).at(option).help(text!("它的类别有 {zh}", "its tracks are {en}"))
    })
}

/// A pack from disk that is not of a programme that was named.
pub fn of_another(source: &Source, id: &str, wanted: &str) -> Complaint {
    let what =
        text!("政策包属于政策事项 `{id}`，不是 `{wanted}`", "the pack is of programme `{id}`, not of `{wanted}`");
    Complaint::new(what).in_file(&source.name(), "/id").help(text!("写 `--programme {id}`", "write --programme {id}"))
}

fn complaints(file: &Text, found: &[Diagnostic]) -> Vec<Complaint> {
    let errors = found.iter().filter(|diagnostic| diagnostic.is_error());
    errors.map(|diagnostic| Complaint::diagnostic(file, diagnostic)).collect()
}
