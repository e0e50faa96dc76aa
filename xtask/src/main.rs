//! The one way to run anything in this project: `cargo xtask` lists what there is.
//!
//! Each verb first sets up what it needs, says so in one line, and leaves alone whatever is already there.

#[cfg(not(unix))]
compile_error!("xtask runs on Linux and macOS; on Windows use the Windows Subsystem for Linux");

mod apt;
mod bench;
mod bless;
mod chromium;
mod command;
mod dist;
mod engines;
mod failure;
mod files;
mod fuzz;
mod glue;
mod growth;
mod lock;
mod locked;
mod mutants;
mod nginx;
mod npm;
mod optional;
mod paths;
mod peers;
mod python;
mod rust;
mod serve;
mod setup;
mod shots;
mod size;
mod step;
mod style;
mod supply;
mod test;
mod toolbox;

use std::env;
use std::process::ExitCode;

use failure::Failure;

const HELP: &str = "\
usage: cargo xtask VERB

  serve [--port N]  serve the widget on this machine and rebuild it on each change
  dist [--twice]    build what a portal gets, into dist/; twice: and again in
                    another folder, to see that it comes out the same
  many              put the module that was built last beside 300 made-up
                    programmes, into target/many/, for the tests of the first page
  size              build the deliverable and say what it weighs, by stage and by
                    what it is made of; xtask/budget.toml says what it may weigh
  test              check and test everything, as a reviewer would
  bless             rewrite the golden files of the tests
  fuzz [--seconds N]
                    look for input that breaks what reads packs, answers or drafts
  mutants FILE…     change the code of these files, one place at a time, and list the
                    changes that no test notices
  bench [PART…]     measure the engine, the command and the page, beside others, into
                    benches/RESULTS.md; parts: engine, peers, growth, batch, browser
  shots             take pictures of the release widget into shots/
  style             join style/ into one file; Trunk asks for it
  help              print this list
";

fn main() -> ExitCode {
    match begin() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            failure.exit_code()
        }
    }
}

fn begin() -> Result<(), Failure> {
    let root = paths::root();
    env::set_current_dir(root).map_err(|error| Failure::of(format!("could not enter {}: {error}", root.display())))?;

    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help"] => {
            print!("{HELP}");
            Ok(())
        }
        ["serve"] => serve::run(serve::PORT),
        ["serve", "--port", port] => serve::run(serve::parse(port)?),
        ["dist"] => dist::run(),
        ["dist", "--twice"] => dist::run_twice(&setup::for_building()?),
        ["many"] => dist::run_many(&setup::for_building()?),
        ["size"] => size::run(),
        ["test"] => test::run(),
        ["bless"] => bless::run(),
        ["fuzz"] => fuzz::run(fuzz::SECONDS),
        ["fuzz", "--seconds", seconds] => fuzz::run(fuzz::parse(seconds)?),
        ["mutants", files @ ..] => mutants::run(files),
        ["bench", parts @ ..] => bench::run(parts),
        ["shots"] => shots::run(),
        ["style"] => style::run(),
        [
            verb @ ("serve" | "dist" | "many" | "size" | "test" | "bless" | "fuzz" | "shots" | "style" | "help"),
            rest @ ..,
        ] => Err(Failure::usage(format!("`{verb}` does not take `{}`", rest.join(" ")))),
        [verb, ..] => Err(Failure::usage(format!("there is no verb `{verb}`"))),
    }
}
