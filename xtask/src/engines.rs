//! The browsers of three makers, each with the program that drives it.

use std::env;
use std::path::PathBuf;

use crate::apt::Apt;
use crate::failure::Failure;
use crate::rust;
use crate::step::present;
use crate::toolbox::Toolbox;

/// Where Firefox is on macOS.
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// A browser that the flow is walked in.
struct Engine {
    name: &'static str,
    /// What the tests read to know that it is there, and where.
    variable: &'static str,
    packages: &'static [&'static str],
    find: fn(&Toolbox) -> Option<PathBuf>,
    /// Said where it is not.
    mend: &'static str,
}

/// How many engines there are.
pub const COUNT: usize = 3;

const ENGINES: [Engine; COUNT] = [
    Engine {
        name: "Chromium with chromedriver",
        variable: "ZHICE_CHROMEDRIVER",
        packages: &["chromium-driver"],
        find: |tools| tools.find("chromedriver"),
        mend: "install the chromedriver of the Chromium that is there; the tests of the whole page walk it in any case",
    },
    Engine {
        name: "Firefox",
        variable: "ZHICE_FIREFOX",
        packages: &["firefox-esr"],
        find: firefox,
        mend: "install Firefox with the system's packages",
    },
    Engine {
        name: "WebKitGTK",
        variable: "ZHICE_WEBKITDRIVER",
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
        find: webkit,
        mend: "install WebKitWebDriver and xvfb-run with the system's packages, where the system is Linux",
    },
];

/// Makes sure that the engines are there, and adds where they are to the toolbox.
///
/// A machine that has no apt goes without those it lacks, which `absent` then names; continuous integration never does.
pub fn provide(tools: &Toolbox) -> Result<Toolbox, Failure> {
    let missing = ENGINES.iter().filter(|engine| (engine.find)(tools).is_none());
    let packages: Vec<&str> = missing.flat_map(|engine| engine.packages).copied().collect();
    if !packages.is_empty()
        && let Some(apt) = Apt::of(tools)
    {
        apt.install(tools, &packages)?;
    }

    let mut provided = tools.clone();
    for Engine { name, variable, find, mend, .. } in ENGINES {
        if let Some(path) = find(tools) {
            present(&format!("{name}, {}", path.display()));
            provided = provided.with_variable(variable, path);
        } else if env::var_os("CI").is_some() {
            return Err(Failure::of(format!("{name} is missing")).mend(mend));
        } else {
            println!("  {name}: none found; {mend}");
        }
    }
    if firefox(tools).is_some() { rust::geckodriver(&provided) } else { Ok(provided) }
}

/// A line for each engine that this machine goes without.
pub fn absent(tools: &Toolbox) -> Vec<String> {
    let absent = ENGINES.into_iter().filter(|engine| (engine.find)(tools).is_none());
    absent
        .map(|Engine { name, mend, .. }| format!("NOT RUN in {name}: none found on this machine; to run it, {mend}"))
        .collect()
}

fn firefox(tools: &Toolbox) -> Option<PathBuf> {
    let of_mac = || Some(PathBuf::from(MAC_FIREFOX)).filter(|path| path.is_file());
    ["firefox-esr", "firefox"].iter().find_map(|name| tools.find(name)).or_else(of_mac)
}

/// The driver, which knows where its browser is; that one needs a screen, which `xvfb-run` makes up.
fn webkit(tools: &Toolbox) -> Option<PathBuf> {
    tools.find("xvfb-run").and_then(|_| tools.find("WebKitWebDriver"))
}
