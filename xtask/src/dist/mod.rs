//! `cargo xtask dist`: what a portal gets, in a folder and as one archive.

mod archive;
mod compressed;
mod crates;
mod first;
mod home;
mod many;
pub mod order;
mod packs;
mod papers;
mod sbom;
mod split;
mod version;
mod wasm;
mod web;
mod weight;
mod written;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::command::run_logged;
use crate::failure::Failure;
use crate::step::task;
use crate::toolbox::Toolbox;
use crate::{files, paths, setup};
use version::Version;
use web::Web;
pub use web::{change_pages, without_trunk};
use weight::Weight;

/// What is shipped is made of these, and of the crates in Cargo.lock.
const SOURCES: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "benches",
    "build.rs",
    "docs",
    "index.html",
    "public",
    "src",
    "style",
    "xtask",
];

const PACKS: &str = "public/packs";

/// Where the sources are, where they are built, and where the result goes.
struct Place {
    sources: PathBuf,
    /// The packs that are shipped.
    packs: PathBuf,
    target: PathBuf,
    output: PathBuf,
    /// The name of the log that tells of it.
    log: &'static str,
}

impl Place {
    fn here() -> Self {
        let root = paths::root();
        Self {
            sources: root.to_owned(),
            packs: root.join(PACKS),
            target: paths::target(),
            output: root.join(paths::DIST),
            log: "dist",
        }
    }

    /// A copy of the sources in another folder, not below the first. What was compiled there before is kept, except
    /// what is made of them.
    fn again(folder: &Path) -> Result<Self, Failure> {
        let sources = folder.join("sources");
        files::empty(&sources)?;
        for name in SOURCES {
            files::copy(&paths::root().join(name), &sources.join(name))?;
        }
        let packs = sources.join(PACKS);
        Ok(Self { sources, packs, target: folder.join("target"), output: folder.join("dist"), log: "dist-again" })
    }

    /// Builds all of it.
    fn make(&self, tools: &Toolbox) -> Result<Made, Failure> {
        files::empty(&self.work())?;
        let version = Version::of(&self.sources)?;
        let crates = crates::shipped(tools, &self.sources)?;
        let chunks = wasm::build(tools, self, &crates)?;
        files::empty(&self.output)?;
        let web = Web::build(tools, self, &version, &chunks)?;
        compressed::write(&self.web())?;
        papers::write(self, &version, &web.loader)?;
        sbom::write(tools, self, &version, &crates)?;
        Ok(Made { archive: archive::write(&self.output, &version)?, weight: web.weight(&self.web())? })
    }

    /// Runs a step of it, with what the step says in a log.
    fn run(&self, command: &mut Command) -> Result<(), Failure> {
        run_logged(command, self.log)
    }

    /// The folder for what is made on the way.
    fn work(&self) -> PathBuf {
        self.target.join("dist")
    }

    /// The folder that goes on the server.
    fn web(&self) -> PathBuf {
        self.output.join("web")
    }
}

/// What was built.
struct Made {
    archive: PathBuf,
    /// What a visitor's browser gets of it.
    weight: Weight,
}

/// Builds it and says where it is.
pub fn run() -> Result<(), Failure> {
    build(&setup::for_building()?)?;
    println!("\nwhat a portal gets is in {}/, unpacked and as one archive", paths::DIST);
    Ok(())
}

/// Builds it with these tools, and says what it weighs.
pub fn build(tools: &Toolbox) -> Result<(), Failure> {
    let made = task("building the deliverable, a few minutes the first time", || Place::here().make(tools))?;
    println!("  {}", made.weight);
    Ok(())
}

/// Puts the module that was built last on a server of many made-up programmes, in a folder apart.
pub fn run_many(tools: &Toolbox) -> Result<(), Failure> {
    let output = paths::target().join("many");
    let place = Place { packs: output.join("packs"), output, log: "many", ..Place::here() };
    many::write(&place.packs)?;
    files::empty(&place.web())?;
    let web = Web::build(tools, &place, &Version::of(&place.sources)?, &wasm::chunks_built(&place)?)?;
    compressed::write(&place.web())?;
    println!("  {}", web.weight(&place.web())?.in_short());
    Ok(())
}

/// The modules that were built last, with the names of their functions.
pub fn named_modules() -> Result<Vec<PathBuf>, Failure> {
    let folder = Place::here().work().join(wasm::NAMED);
    Ok(files::list(&folder)?.into_iter().map(|name| folder.join(name)).collect())
}

/// Builds it, and at the same time again in another folder for a user with another home, and compares the two bit for
/// bit.
pub fn run_twice(tools: &Toolbox) -> Result<(), Failure> {
    let folder = paths::elsewhere();
    let (here, again) = (Place::here(), Place::again(&folder)?);
    let away = home::moved(tools, &folder.join("home"))?;
    let (first, second) = thread::scope(|scope| {
        let second = scope.spawn(|| again.make(&away));
        (here.make(tools), second.join())
    });
    let folder = again.sources.display();
    let second = second.map_err(|_| Failure::of("the second build broke off"))?;
    let (first, second) = (first?, second.map_err(|failure| failure.within(&format!("built in {folder}")))?);
    println!("  {}", first.weight);
    if files::read(&first.archive)? == files::read(&second.archive)? {
        println!("  built again in {folder}, it is the same bit for bit");
        return first.weight.hold();
    }
    Err(Failure::of(format!("built again in {folder}, it is not the same"))
        .detail(differing(&here.output, &again.output)?)
        .help("look for what depends on the folder, the hour or chance"))
}

/// A line for each file that is not in both folders the same.
fn differing(first: &Path, second: &Path) -> Result<String, Failure> {
    let sums = |folder: &Path| files::text(&folder.join(archive::SUMS));
    let (first, second) = (sums(first)?, sums(second)?);
    let differing = first.lines().filter(|line| !second.lines().any(|other| other == *line));
    Ok(differing.map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n"))
}
