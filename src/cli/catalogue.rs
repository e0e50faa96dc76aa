//! Finding a pack: among the built-in ones, or in a file from disk.

use super::complaint::Complaint;
use super::file::Source;
use super::options::{PackOption, TrackOptions};
use crate::model::Lang;
use crate::model::json::Limits;
use crate::pack::load::TrackRef;
use crate::pack::{Diagnostic, Pack, builtin};

/// The pack a file holds; one with errors gives all of them.
pub fn from_file(source: &Source) -> Result<Pack, Vec<Complaint>> {
    from_file_in(source, Lang::En)
}

/// The same for whoever writes the pack: what the checker says is in their language.
pub fn from_file_in(source: &Source, lang: Lang) -> Result<Pack, Vec<Complaint>> {
    let text = source.read(Limits::PACK).map_err(|complaint| vec![complaint])?;
    let file = source.to_string();
    Pack::load(&text).map(|loaded| loaded.pack).map_err(|found| {
        let misplaced = Complaint::misplaced(&file, &text, "a policy pack");
        misplaced.map_or_else(|| complaints(&file, &found, lang), |complaint| vec![complaint])
    })
}

/// The built-in pack with this id.
pub fn built_in(id: &str) -> Result<Pack, Vec<Complaint>> {
    let known: Vec<&str> = builtin::ids().collect();
    let unknown = || {
        let help = format!("the programmes are {}; --pack FILE brings another", known.join(", "));
        vec![Complaint::new(format!("no programme `{id}`")).at("--programme").help(help)]
    };
    let loaded = builtin::load(id).ok_or_else(unknown)?;
    loaded.map(|loaded| loaded.pack).map_err(|found| complaints(id, &found, Lang::En))
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
        Complaint::new(format!("programme `{}` has no track `{id}`", pack.file.id))
            .at(option)
            .help(format!("its tracks are {}", tracks.join(", ")))
    })
}

/// A pack from disk that is not of a programme that was named.
pub fn of_another(source: &Source, id: &str, wanted: &str) -> Complaint {
    let what = format!("the pack is of programme `{id}`, not of `{wanted}`");
    Complaint::new(what).in_file(&source.to_string(), "/id").help(format!("write --programme {id}"))
}

fn complaints(file: &str, found: &[Diagnostic], lang: Lang) -> Vec<Complaint> {
    let errors = found.iter().filter(|diagnostic| diagnostic.is_error());
    errors.map(|diagnostic| Complaint::diagnostic(file, diagnostic, lang)).collect()
}
