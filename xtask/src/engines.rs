//! The browsers of three makers, each with the program that drives it.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::optional::{self, Program};
use crate::rust;
use crate::toolbox::Toolbox;

/// Where Firefox is on macOS.
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// How many engines there are.
pub const COUNT: usize = 3;

const ENGINES: [Program; COUNT] = [
    Program {
        name: "Chromium with chromedriver",
        variable: "ZHICE_CHROMEDRIVER",
        packages: &["chromium-driver"],
        find: |tools| tools.find("chromedriver"),
        help: "install the chromedriver of the Chromium that is there; the tests of the whole page walk it in any case",
    },
    Program {
        name: "Firefox",
        variable: "ZHICE_FIREFOX",
        packages: &["firefox-esr"],
        find: firefox,
        help: "install Firefox with the system's packages",
    },
    Program {
        name: "WebKitGTK",
        variable: "ZHICE_WEBKITDRIVER",
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
        find: webkit,
        help: "install WebKitWebDriver and xvfb-run with the system's packages, where the system is Linux",
    },
];

/// Makes sure that the engines are there, and adds where they are to the toolbox; `absent` names those that are not.
pub fn provide(tools: &Toolbox) -> Result<Toolbox, Failure> {
    let provided = optional::provide(tools, &ENGINES)?;
    if firefox(tools).is_some() { rust::geckodriver(&provided) } else { Ok(provided) }
}

/// A line for each engine that this machine goes without.
pub fn absent(tools: &Toolbox) -> Vec<String> {
    ENGINES.iter().filter_map(|engine| engine.absence(tools)).collect()
}

fn firefox(tools: &Toolbox) -> Option<PathBuf> {
    let of_mac = || Some(PathBuf::from(MAC_FIREFOX)).filter(|path| path.is_file());
    ["firefox-esr", "firefox"].iter().find_map(|name| tools.find(name)).or_else(of_mac)
}

/// The driver, which knows where its browser is; that one needs a screen, which `xvfb-run` makes up.
fn webkit(tools: &Toolbox) -> Option<PathBuf> {
    tools.find("xvfb-run").and_then(|_| tools.find("WebKitWebDriver"))
}
