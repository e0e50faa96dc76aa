//! The browser of the end-to-end tests, and fonts in which it can show Chinese.

use std::env;
use std::path::{Path, PathBuf};

use crate::apt::Apt;
use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::paths::E2E;
use crate::step::{present, task};
use crate::toolbox::Toolbox;

/// Chromium without the windows nobody looks at, which takes a third less time over the tests.
const SHELL: &str = "chromium-headless-shell";

/// Names that Chromium and its kin go by.
const NAMES: [&str; 5] = [SHELL, "chromium", "chromium-browser", "google-chrome", "chrome"];

/// Where they are on macOS.
const MAC_APPS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Makes sure that a Chromium and Chinese fonts are there, and says where the Chromium is.
pub fn provide(tools: &Toolbox) -> Result<PathBuf, Failure> {
    let mut packages = Vec::new();
    if env::var_os("CHROMIUM").is_none() && tools.find(SHELL).is_none() {
        packages.extend([SHELL, "fonts-liberation"]);
    }
    if !has_chinese_fonts(tools) {
        packages.push("fonts-noto-cjk");
    }
    if !packages.is_empty()
        && let Some(apt) = Apt::of(tools)
    {
        apt.install(tools, &packages)?;
    }

    if has_chinese_fonts(tools) {
        present("Chinese fonts");
    } else {
        println!("  Chinese fonts: none found, so pictures will show boxes; install Noto Sans CJK to see the words");
    }
    let chromium = find(tools)?.map_or_else(|| download(tools), Ok)?;
    present(&format!("Chromium, {}", chromium.display()));
    Ok(chromium)
}

/// The Chromium that is named by `CHROMIUM`, else one on the path, else one of macOS, else Playwright's own.
fn find(tools: &Toolbox) -> Result<Option<PathBuf>, Failure> {
    if let Some(named) = env::var_os("CHROMIUM").map(PathBuf::from) {
        return if named.is_file() {
            Ok(Some(named))
        } else {
            let what = format!("CHROMIUM is {}, where there is no file", named.display());
            Err(Failure::of(what).help("set it to the path of a Chromium, or unset it"))
        };
    }
    let on_path = NAMES.iter().find_map(|name| tools.find(name));
    let of_mac = || MAC_APPS.iter().map(PathBuf::from).find(|path| path.is_file());
    Ok(on_path.or_else(of_mac).or_else(|| playwrights_own(tools).filter(|path| path.is_file())))
}

/// Where Playwright keeps the Chromium it downloads, whether or not it has.
fn playwrights_own(tools: &Toolbox) -> Option<PathBuf> {
    let question = "require('@playwright/test').chromium.executablePath()";
    answer(tools.command("node", ["-p", question]).current_dir(E2E)).map(PathBuf::from)
}

fn download(tools: &Toolbox) -> Result<PathBuf, Failure> {
    let help = "install Chromium or Chrome with the system's packages, or set CHROMIUM to the path of one";
    let install = || run_logged(tools.command("playwright", ["install", "chromium"]).current_dir(E2E), "chromium");
    task("downloading a Chromium for Playwright", install).map_err(|failure| failure.help(help))?;
    playwrights_own(tools).ok_or_else(|| Failure::of("Playwright does not say where its Chromium is").help(help))
}

/// Whether the system can show Chinese. macOS always can.
fn has_chinese_fonts(tools: &Toolbox) -> bool {
    Path::new("/Applications").is_dir()
        || answer(&mut tools.command("fc-list", [":lang=zh"])).is_some_and(|fonts| !fonts.is_empty())
}
