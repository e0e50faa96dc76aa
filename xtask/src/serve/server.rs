//! A server for this machine alone, of files as they are.

use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::thread;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::edition::Edition;
use super::{PORT, build};
use crate::failure::Failure;

/// What a browser is told of a file with this ending.
const KINDS: [(&str, &str); 6] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];

/// The address at which pages ask for another edition than the one they show.
const EDITION: &str = "/edition?other-than=";

pub struct Server(tiny_http::Server);

impl Server {
    /// Takes the port.
    pub fn bind(port: u16) -> Result<Self, Failure> {
        let in_use = |error| {
            let next = port.checked_add(1).unwrap_or(PORT);
            Failure::of(format!("port {port} cannot be used: {error}"))
                .help(format!("stop the program that uses it, or choose another: `cargo xtask serve --port {next}`"))
        };
        tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map(Self).map_err(in_use)
    }

    /// Answers for as long as it lives. A request that waits holds up no other.
    pub fn answer(&self, edition: &Edition) {
        thread::scope(|scope| {
            for request in self.0.incoming_requests() {
                scope.spawn(|| respond(request, edition));
            }
        });
    }
}

fn respond(request: Request, edition: &Edition) {
    let (status, kind, content) = match (request.method(), request.url().strip_prefix(EDITION)) {
        (Method::Get, Some(shown)) => (200, "text/plain", edition.other_than(shown).into_bytes()),
        (Method::Get | Method::Head, None) => file(request.url()),
        _ => (405, "text/plain", b"only GET and HEAD are answered".to_vec()),
    };
    let headers = [("Content-Type", kind), ("Cache-Control", "no-store")];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok()).collect();
    let length = content.len();
    // Who has gone away needs no answer.
    _ = request.respond(Response::new(StatusCode(status), headers, content.as_slice(), Some(length), None));
}

/// The file at this address: its status, its kind and what it holds.
fn file(url: &str) -> (u16, &'static str, Vec<u8>) {
    let path = within(url).map(|path| build::folder().join(path));
    match path.as_deref().and_then(|path| Some((kind(path), std::fs::read(path).ok()?))) {
        Some((kind, content)) => (200, kind, content),
        None => (404, "text/plain", b"there is no such file".to_vec()),
    }
}

fn kind(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    KINDS.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| *kind)
}

/// The path of an address below the folder that is served; nothing for one that leads out of it.
fn within(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = PathBuf::from(if path.is_empty() { "index.html" } else { path });
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_into_the_folder_or_nowhere() {
        let path = |url| within(url).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(path("/").as_deref(), Some("index.html"));
        assert_eq!(path("/packs/one.json?x=1").as_deref(), Some("packs/one.json"));
        assert_eq!(path("/../Cargo.toml"), None);
        assert_eq!(path("/packs/../../Cargo.toml"), None);
    }
}
