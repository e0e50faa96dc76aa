//! What comes from the Rust world: the browser target, components, crates, and tools that are written in Rust.

use std::path::Path;

use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::locked::Locked;
use crate::paths;
use crate::step::{present, task};
use crate::toolbox::Toolbox;

/// The target of code that runs in the browser.
pub const BROWSER: &str = "wasm32-unknown-unknown";

/// cargo-deny holds the crates against `deny.toml`.
const CARGO_DENY: &str = "0.20.2";

/// cargo-mutants changes the code to see whether a test notices.
const CARGO_MUTANTS: &str = "27.1.0";

/// geckodriver drives Firefox.
const GECKODRIVER: &str = "0.37.1";

const NETWORK: &str = "check that this machine can reach the crate registry, or the mirror in cargo's configuration, \
                       then ask again";

/// Makes sure that Rust can compile for the browser.
pub fn target(tools: &Toolbox) -> Result<(), Failure> {
    let what = format!("Rust target {BROWSER}");
    let library = answer(&mut tools.command("rustc", ["--print", "target-libdir", "--target", BROWSER]));
    if library.is_some_and(|folder| Path::new(&folder).exists()) {
        present(&what);
        return Ok(());
    }
    let add = || run_logged(&mut tools.command("rustup", ["target", "add", BROWSER]), "target");
    task(&format!("adding the {what}"), add).map_err(|failure| {
        failure.help(format!("run `rustup target add {BROWSER}`, or install that target with the Rust you use"))
    })
}

/// Makes sure that a component of the Rust toolchain, called as `cargo NAME`, is there.
pub fn component(tools: &Toolbox, name: &str, package: &str) -> Result<(), Failure> {
    if let Some(version) = answer(&mut tools.command("cargo", [name, "--version"])) {
        present(&version);
        return Ok(());
    }
    let add = || run_logged(&mut tools.command("rustup", ["component", "add", package]), package);
    task(&format!("adding the Rust component {package}"), add)
        .map_err(|failure| failure.help(format!("run `rustup component add {package}`")))
}

/// Fetches the crates of the widget, so that what is built later needs no network.
pub fn crates(tools: &Toolbox) -> Result<(), Failure> {
    let fetch = || run_logged(&mut tools.command("cargo", ["fetch", "--locked"]), "crates");
    let help =
        format!("{NETWORK}; if Cargo.toml has changed, bring Cargo.lock up to date with `cargo update --workspace`");
    task("fetching the crates in Cargo.lock", fetch).map_err(|failure| failure.help(help))
}

/// Makes sure that cargo-deny is there.
pub fn cargo_deny(tools: &Toolbox) -> Result<Toolbox, Failure> {
    // It runs for seconds: optimising it would take longer.
    let programs = &["cargo-deny"];
    CrateTool { package: "cargo-deny", version: CARGO_DENY, programs, optimised: false, minutes: 2 }.provide(tools)
}

/// Makes sure that cargo-mutants is there.
pub fn cargo_mutants(tools: &Toolbox) -> Result<Toolbox, Failure> {
    // The tests are what takes time.
    let programs = &["cargo-mutants"];
    CrateTool { package: "cargo-mutants", version: CARGO_MUTANTS, programs, optimised: false, minutes: 2 }
        .provide(tools)
}

/// Makes sure that geckodriver is there.
pub fn geckodriver(tools: &Toolbox) -> Result<Toolbox, Failure> {
    // It passes messages on: optimising it would take longer than it ever runs.
    let programs = &["geckodriver"];
    CrateTool { package: "geckodriver", version: GECKODRIVER, programs, optimised: false, minutes: 1 }.provide(tools)
}

/// Makes sure that the runner of tests in the browser target is there, in the version of the library that they are built
/// with.
pub fn wasm_bindgen(tools: &Toolbox) -> Result<Toolbox, Failure> {
    let locked = Locked::of(paths::root())?;
    let version = locked
        .version("wasm-bindgen")
        .ok_or_else(|| Failure::of("Cargo.lock does not name wasm-bindgen").help("run `cargo update --workspace`"))?;
    let programs = &["wasm-bindgen-test-runner"];
    CrateTool { package: "wasm-bindgen-cli", version, programs, optimised: true, minutes: 2 }.provide(tools)
}

/// Programs that one package of the crate registry installs, wanted in one exact version.
struct CrateTool<'a> {
    package: &'static str,
    version: &'a str,
    programs: &'static [&'static str],
    optimised: bool,
    minutes: u32,
}

impl CrateTool<'_> {
    /// A toolbox with these programs: the user's own if they are of that version, else those in the cache, else
    /// freshly installed there.
    fn provide(&self, tools: &Toolbox) -> Result<Toolbox, Failure> {
        let Self { package, version, minutes, .. } = self;
        let what = format!("{package} {version}");
        if self.is_in(tools) {
            present(&what);
            return Ok(tools.clone());
        }
        let root = paths::tools().join(format!("{package}-{version}"));
        let cached = tools.with_folder(&root.join("bin"))?;
        if self.is_in(&cached) {
            present(&format!("{what}, in {}", root.display()));
            return Ok(cached);
        }
        let label = format!("installing {what}, about {minutes} minutes");
        task(&label, || self.install(tools, &root)).map_err(|failure| failure.help(NETWORK))?;
        if self.is_in(&cached) {
            Ok(cached)
        } else {
            Err(Failure::of(format!("{what} was installed but does not start")))
        }
    }

    fn is_in(&self, tools: &Toolbox) -> bool {
        self.programs.iter().all(|program| {
            // What adds a verb to cargo is called as cargo calls it.
            let verb = program.strip_prefix("cargo-");
            let version = answer(tools.command(program, verb).arg("--version"));
            version.is_some_and(|text| text.split_whitespace().nth(1) == Some(self.version))
        })
    }

    /// Installs with the dependencies the package was published with or, where those no longer resolve, with current ones.
    fn install(&self, tools: &Toolbox, root: &Path) -> Result<(), Failure> {
        let root = root.to_string_lossy();
        let cargo = || {
            let mut cargo =
                tools.command("cargo", ["install", self.package, "--version", self.version, "--root", &root]);
            if !self.optimised {
                cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
            }
            cargo
        };
        run_logged(cargo().arg("--locked"), self.package).or_else(|_| run_logged(&mut cargo(), self.package))
    }
}
