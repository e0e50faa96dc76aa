//! Installing Debian's packages with apt.

use std::fs;

use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::step::task;
use crate::toolbox::Toolbox;

/// Debian's package manager, on a machine where this user may call it without a password.
pub struct Apt {
    program: &'static str,
    /// What that program is told before the words for apt itself.
    prefix: &'static [&'static str],
}

impl Apt {
    /// Apt, if this machine runs Debian and the user is root or may become it.
    pub fn of(tools: &Toolbox) -> Option<Self> {
        let system = fs::read_to_string("/etc/os-release").ok()?;
        if !system.lines().any(|line| line == "ID=debian") {
            None
        } else if answer(&mut tools.command("id", ["-u"]))? == "0" {
            Some(Self { program: "env", prefix: &[] })
        } else {
            answer(&mut tools.command("sudo", ["-n", "true"]))?;
            Some(Self { program: "sudo", prefix: &["-n", "env"] })
        }
    }

    /// Stops the service that came with a package, now and after a restart. Where none runs, there is nothing to stop.
    pub fn stop(&self, tools: &Toolbox, service: &str) {
        for words in [["service", service, "stop"], ["update-rc.d", service, "disable"]] {
            _ = self.run(tools, &words);
        }
    }

    /// Installs the packages and what they cannot do without.
    pub fn install(&self, tools: &Toolbox, packages: &[&str]) -> Result<(), Failure> {
        let apt = |verb: &[&str]| self.run(tools, &[&["DEBIAN_FRONTEND=noninteractive", "apt-get"], verb].concat());
        let work =
            || apt(&["update"]).and_then(|()| apt(&[&["install", "-y", "--no-install-recommends"], packages].concat()));
        task(&format!("installing {} from Debian", packages.join(", ")), work).map_err(|failure| {
            failure.help(format!("run `apt-get install {}` as root, then ask again", packages.join(" ")))
        })
    }

    /// Runs a command as root.
    fn run(&self, tools: &Toolbox, words: &[&str]) -> Result<(), Failure> {
        run_logged(&mut tools.command(self.program, [self.prefix, words].concat()), "apt")
    }
}
