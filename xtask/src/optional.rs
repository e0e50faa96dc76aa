//! Programs of Debian that tests use where they are: a machine that has no apt may go without.

use std::env;
use std::path::PathBuf;

use crate::apt::Apt;
use crate::failure::Failure;
use crate::step::present;
use crate::toolbox::Toolbox;

/// A program that some tests need.
pub struct Program {
    pub name: &'static str,
    /// What the tests read to know that it is there, and where.
    pub variable: &'static str,
    pub packages: &'static [&'static str],
    pub find: fn(&Toolbox) -> Option<PathBuf>,
    /// Said where it is not.
    pub help: &'static str,
}

impl Program {
    /// A line that says so if this machine goes without.
    pub fn absence(&self, tools: &Toolbox) -> Option<String> {
        let Self { name, find, help, .. } = self;
        let said = format!("NOT RUN in {name}: none found on this machine; to run it, {help}");
        if find(tools).is_none() { Some(said) } else { None }
    }
}

/// Makes sure that the programs are there, and adds where they are to the toolbox.
///
/// Continuous integration goes without none of them.
pub fn provide(tools: &Toolbox, programs: &[Program]) -> Result<Toolbox, Failure> {
    let missing = programs.iter().filter(|program| (program.find)(tools).is_none());
    let packages: Vec<&str> = missing.flat_map(|program| program.packages).copied().collect();
    if !packages.is_empty()
        && let Some(apt) = Apt::of(tools)
    {
        apt.install(tools, &packages)?;
    }

    let mut provided = tools.clone();
    for Program { name, variable, find, help, .. } in programs {
        if let Some(path) = find(tools) {
            present(&format!("{name}, {}", path.display()));
            provided = provided.with_variable(variable, path);
        } else if env::var_os("CI").is_some() {
            return Err(Failure::of(format!("{name} is missing")).help(*help));
        } else {
            println!("  {name}: none found; {help}");
        }
    }
    Ok(provided)
}
