//! `zhice completions`: a script by which a shell completes verbs and options.

use std::io::Write;

use clap::{Args, CommandFactory as _};
use clap_complete::{Shell, generate};

use super::{Cli, Exit, VerbResult};

/// Write a script that completes verbs and options in a shell
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// The shell it is for
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  zhice completions bash >~/.local/share/bash-completion/completions/zhice
  zhice completions zsh >~/.zfunc/_zhice
  zhice completions fish >~/.config/fish/completions/zhice.fish";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    // The generator takes it for granted that it can write.
    let mut script = Vec::new();
    generate(options.shell, &mut Cli::command(), "zhice", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Fine)
}
