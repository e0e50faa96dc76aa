//! What goes on the server: the pages, the loader, the module and the stylesheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::Serialize;
use sha2::{Digest as _, Sha256, Sha384};

use super::first::FirstPages;
use super::packs::{Packs, Shipped};
use super::split::Chunk;
use super::version::Version;
use super::weight::Weight;
use super::{Place, wasm};
use crate::failure::Failure;
use crate::toolbox::Toolbox;
use crate::{files, style};

/// The loader and the stylesheet, by the names that pages and scripts call them while they are worked on.
const LOADER: &str = "zhice.js";
const STYLE: &str = "zhice.css";

/// Says what the loader fetches and the worker keeps; what is in `src/portal` under this name is for a widget that is
/// worked on.
const ASSETS: &str = "assets.js";

/// The service worker. A browser looks for a newer one under the same name.
const WORKER: &str = "worker.js";

/// The stand-alone page, and the script that speaks for it where the loader cannot.
const PAGE: &str = "index.html";
const FALLBACK: &str = "fallback.js";

/// The oldest browsers that show the widget as it was designed; docs/browsers.md says why these.
const FLOOR: &str = "--target=chrome97,firefox102,safari16";

/// What the stand-alone page leads to and can show without a network.
const LINKED: [&str; 2] = ["materials.html", "plain.css"];

/// A file by the name it has on the server, with what a browser checks it against.
#[derive(Serialize, Clone)]
pub struct Asset {
    pub name: String,
    pub integrity: String,
}

impl Asset {
    fn new(name: impl Into<String>, content: &[u8]) -> Self {
        Self { name: name.into(), integrity: format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content))) }
    }

    /// One whose name changes with its content, so that a browser may keep it for ever.
    pub fn hashed(stem: &str, extension: &str, content: &[u8]) -> Self {
        let hash: String = format!("{:x}", Sha256::digest(content)).chars().take(8).collect();
        Self::new(format!("{stem}-{hash}.{extension}"), content)
    }

    /// What a page says in place of the name.
    fn checked(&self) -> String {
        format!("\"{}\" integrity=\"{}\"", self.name, self.integrity)
    }
}

/// What goes on the server.
pub struct Web {
    pub loader: Asset,
    /// What the stand-alone page is made of before it can be used, but for packs.
    parts: Vec<Asset>,
    /// What comes after that by itself, or when it is first used.
    pieces: Vec<Piece>,
    packs: Packs,
}

/// A piece of the module as it is shipped.
#[derive(Serialize)]
struct Piece {
    #[serde(flatten)]
    chunk: Chunk,
    #[serde(flatten)]
    asset: Asset,
}

/// What the scripts fetch or keep.
struct Names<'a> {
    version: &'a Version,
    wasm: &'a Asset,
    style: &'a Asset,
    pieces: &'a [Piece],
    index: &'a Asset,
    /// Where there are many programmes, what names their files in place of the next two.
    files: Option<&'a Asset>,
    packs: &'a [Shipped],
    first: &'a BTreeMap<String, Asset>,
}

impl Web {
    /// Builds it out of the compiled modules.
    pub fn build(tools: &Toolbox, place: &Place, version: &Version, chunks: &[Chunk]) -> Result<Self, Failure> {
        let folder = place.web();
        let work = Work { tools, place, folder: place.work() };
        files::copy(&place.sources.join("public"), &folder)?;
        files::copy(&place.sources.join("src/portal"), &work.folder)?;
        let ship = |asset: &Asset, content: &[u8]| files::write(&folder.join(&asset.name), content);
        let ship_module = |stem: &str, file: &str| -> Result<Asset, Failure> {
            let module = files::read(&work.folder.join(file))?;
            let asset = Asset::hashed(stem, "wasm", &module);
            ship(&asset, &module)?;
            Ok(asset)
        };
        let wasm = ship_module("zhice", wasm::MODULE)?;
        let piece = |chunk: &Chunk| -> Result<Piece, Failure> {
            Ok(Piece { chunk: chunk.clone(), asset: ship_module(&chunk.stem(), &chunk.file())? })
        };
        let pieces = chunks.iter().map(piece).collect::<Result<Vec<_>, Failure>>()?;

        files::write(&work.folder.join(STYLE), style::joined(&place.sources)?)?;
        let sheet = work.esbuild(STYLE, &[])?;
        let style = Asset::hashed("zhice", "css", &sheet);
        ship(&style, &sheet)?;

        let packs = Packs::ship(place)?;
        let pages = FirstPages::made(tools, place, version)?;
        let first = pages.ship(place)?;
        let listed = packs.ship_names(place, &first)?;
        let (by_heart, first_by_heart) =
            if listed.is_some() { (&[][..], &BTreeMap::new()) } else { (&*packs.all, &first) };
        let names = Names {
            version,
            wasm: &wasm,
            style: &style,
            pieces: &pieces,
            index: &packs.index,
            files: listed.as_ref(),
            packs: by_heart,
            first: first_by_heart,
        };
        work.name(&names, &[])?;
        let script = work.esbuild(LOADER, &["--bundle", "--format=esm"])?;
        let loader = Asset::hashed(&version.name(), "js", &script);
        ship(&loader, &script)?;

        files::write(&folder.join(PAGE), pages.stand_in(&files::text(&place.sources.join(PAGE))?)?)?;
        // A browser checks no preload of a module, and complains of being asked to; the loader checks it.
        let preloaded = format!("\"{}\"", wasm.name);
        rewrite_pages(&folder, &[(LOADER, loader.checked()), (STYLE, style.checked()), (wasm::MODULE, preloaded)])?;

        let shipped = |name: &str| Ok(Asset::new(name, &files::read(&folder.join(name))?));
        let parts = vec![shipped(PAGE)?, shipped(FALLBACK)?, loader.clone(), wasm.clone(), style.clone()];
        let linked = LINKED.into_iter().filter(|name| folder.join(name).exists()).map(shipped);
        let apart = pieces.iter().map(|piece| &piece.asset);
        let own = parts.iter().chain(apart).chain(packs.assets()).chain(&listed).cloned().map(Ok);
        let offline = own.chain(linked).collect::<Result<Vec<_>, Failure>>()?;
        work.name(&names, &offline)?;
        files::write(&folder.join(WORKER), work.esbuild(WORKER, &["--bundle", "--format=iife"])?)?;
        Ok(Self { loader, parts, pieces, packs })
    }

    /// What a visitor's browser gets, once it is compressed.
    pub fn weight(&self, folder: &Path) -> Result<Weight, Failure> {
        let apart = |by_itself| {
            let those = self.pieces.iter().filter(move |piece| piece.chunk.comes_by_itself() == by_itself);
            those.map(|piece| &piece.asset).collect()
        };
        let packs: Vec<&Asset> = self.packs.assets().collect();
        Weight::of(folder, [self.parts.iter().collect(), apart(true), apart(false)], &packs)
    }
}

/// Scripts and stylesheets on their way.
struct Work<'a> {
    tools: &'a Toolbox,
    place: &'a Place,
    folder: PathBuf,
}

impl Work<'_> {
    /// Writes down what everything is called, for the scripts that fetch or keep it.
    fn name(&self, names: &Names, offline: &[Asset]) -> Result<(), Failure> {
        let lines = [
            ("VERSION", serde_json::to_string(&names.version.number)),
            ("WASM", serde_json::to_string(names.wasm)),
            ("STYLE", serde_json::to_string(names.style)),
            ("CHUNKS", serde_json::to_string(names.pieces)),
            ("INDEX", serde_json::to_string(names.index)),
            ("FILES", serde_json::to_string(&names.files)),
            ("PACKS", serde_json::to_string(names.packs)),
            ("FIRST", serde_json::to_string(names.first)),
            ("OFFLINE", serde_json::to_string(offline)),
        ];
        let mut script = String::new();
        for (name, value) in lines {
            let value = value.map_err(|error| Failure::of(format!("could not write {name}: {error}")))?;
            // Writing to a string cannot fail.
            _ = writeln!(script, "export const {name} = {value};");
        }
        files::write(&self.folder.join(ASSETS), script)
    }

    /// The script or stylesheet with what it imports and without what only people read.
    fn esbuild(&self, name: &str, options: &[&str]) -> Result<Vec<u8>, Failure> {
        let made = self.folder.join("made").join(name);
        let always = ["--minify", FLOOR, "--charset=utf8", "--legal-comments=none", "--log-level=warning"];
        let mut esbuild =
            self.tools.command("esbuild", [name].into_iter().chain(always).chain(options.iter().copied()));
        self.place.run(esbuild.arg(format!("--outfile={}", made.display())).current_dir(&self.folder))?;
        files::read(&made)
    }
}

/// Gives every page of the folder the names under which what it loads is shipped.
fn rewrite_pages(folder: &Path, renamed: &[(&str, String)]) -> Result<(), Failure> {
    change_pages(folder, |page| rewrite(page, renamed))
}

/// Changes every page of the folder; a failure names the page.
pub fn change_pages(folder: &Path, change: impl Fn(&str) -> Result<String, Failure>) -> Result<(), Failure> {
    for name in files::list(folder)? {
        if name.extension().is_some_and(|kind| kind == "html") {
            let page = folder.join(&name);
            let changed = change(&files::text(&page)?);
            files::write(&page, changed.map_err(|failure| failure.within(&name.to_string_lossy()))?)?;
        }
    }
    Ok(())
}

/// The page as it is shipped: without what only Trunk reads, and with the names and integrity values of what it loads.
fn rewrite(page: &str, renamed: &[(&str, String)]) -> Result<String, Failure> {
    let mut page = without_trunk(page);
    for (plain, shipped) in renamed {
        page = page.replace(&format!("=\"{plain}\""), &format!("={shipped}"));
        if page.contains(plain) {
            let what = format!("`{plain}` is named in a way that is not understood");
            return Err(Failure::of(what).help(format!("write `src=\"{plain}\"` or `href=\"{plain}\"`")));
        }
    }
    Ok(page)
}

/// The page without the lines that tell Trunk what to put beside it.
pub fn without_trunk(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !line.contains("<link data-trunk ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content() {
        let assets = [b"a", b"b"].map(|content| Asset::hashed("zhice-1.2.3", "js", content));
        assert_eq!(assets[0].name, "zhice-1.2.3-ca978112.js");
        assert_ne!(assets[0].name, assets[1].name);
        // `printf a | openssl dgst -sha384 -binary | base64` says the same.
        let integrity = "sha384-VKWbnyKwuAiA2EJ+VIt8I6vYc0huHwNdzpzWl+hRdQM8qojm1XvDXvrgta/TFF8x";
        assert_eq!(assets[0].integrity, integrity);
    }

    #[test]
    fn a_page_names_what_is_shipped() {
        let page = "<head>\n  <link data-trunk rel=\"rust\">\n  <script src=\"zhice.js\"></script>\n</head>\n";
        let loader = Asset { name: "zhice-1-ab.js".into(), integrity: "sha384-x".into() };
        let rewritten = rewrite(page, &[(LOADER, loader.checked())]).unwrap();
        assert_eq!(rewritten, "<head>\n  <script src=\"zhice-1-ab.js\" integrity=\"sha384-x\"></script>\n</head>\n");
        assert!(rewrite("<script src=\"./zhice.js\"></script>", &[(LOADER, loader.checked())]).is_err());
    }
}
