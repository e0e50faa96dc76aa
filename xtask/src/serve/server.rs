//! The files of the widget as it is worked on, and its edition.

use zhice::serve::{Reply, Server as LocalServer};

use super::edition::Edition;
use super::{PORT, build};
use crate::failure::Failure;

/// The address at which pages ask for another edition than the one they show.
const EDITION: &str = "/edition?other-than=";

pub struct Server(LocalServer);

impl Server {
    /// Takes the port.
    pub fn bind(port: u16) -> Result<Self, Failure> {
        let in_use = |error| {
            let next = port.checked_add(1).unwrap_or(PORT);
            Failure::of(format!("port {port} cannot be used: {error}"))
                .help(format!("stop the program that uses it, or choose another: `cargo xtask serve --port {next}`"))
        };
        LocalServer::bind(port).map(Self).map_err(in_use)
    }

    /// Answers for as long as it lives.
    pub fn answer(&self, edition: &Edition) {
        self.0.answer(|url| match url.strip_prefix(EDITION) {
            Some(shown) => Reply::text(edition.other_than(shown)),
            None => Reply::file(build::folder(), url),
        });
    }
}
