//! The programs this one can call.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// What every other program is started with: a search path and a few variables.
#[derive(Clone)]
pub struct Toolbox {
    path: OsString,
    variables: Vec<(&'static str, OsString)>,
}

impl Toolbox {
    /// What the user has.
    pub fn of_user() -> Self {
        Self { path: env::var_os("PATH").unwrap_or_default(), variables: Vec::new() }
    }

    /// The same with the programs of one more folder, before all others.
    pub fn with_folder(&self, folder: &Path) -> Result<Self, Failure> {
        let folders = [folder.to_owned()].into_iter().chain(env::split_paths(&self.path));
        let path = env::join_paths(folders)
            .map_err(|error| Failure::of(format!("{} cannot be put on PATH: {error}", folder.display())))?;
        Ok(Self { path, variables: self.variables.clone() })
    }

    /// The same with one more variable.
    #[must_use]
    pub fn with_variable(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// A program of this toolbox, ready to run; it never waits for somebody to type.
    pub fn command<'a>(&self, program: &str, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).env("PATH", &self.path);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Where the program is.
    pub fn find(&self, program: impl AsRef<OsStr>) -> Option<PathBuf> {
        let program = program.as_ref();
        env::split_paths(&self.path).map(|folder| folder.join(program)).find(|path| path.is_file())
    }
}
