//! The command line. Everything it does is in `zhice::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    zhice::cli::run()
}
