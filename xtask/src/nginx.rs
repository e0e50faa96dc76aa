//! The web server that the example among the papers is for.

use std::path::PathBuf;

use crate::apt::Apt;
use crate::failure::Failure;
use crate::optional::{self, Program};
use crate::toolbox::Toolbox;

const NGINX: Program = Program {
    name: "nginx",
    variable: "ZHICE_NGINX",
    packages: &["nginx"],
    find,
    help: "install nginx with the system's packages",
};

/// Makes sure that nginx is there, and adds where it is to the toolbox. What Debian starts with it is stopped again:
/// the tests start their own.
pub fn provide(tools: &Toolbox) -> Result<Toolbox, Failure> {
    let was_there = find(tools).is_some();
    let provided = optional::provide(tools, &[NGINX])?;
    if !was_there
        && find(tools).is_some()
        && let Some(apt) = Apt::of(tools)
    {
        apt.stop(tools, "nginx");
    }
    Ok(provided)
}

/// On Debian it is not on the path of everybody.
fn find(tools: &Toolbox) -> Option<PathBuf> {
    let of_system = || Some(PathBuf::from("/usr/sbin/nginx")).filter(|path| path.is_file());
    tools.find("nginx").or_else(of_system)
}
