//! A server for this machine alone, of files as they are: for whoever works on the widget, and for whoever writes a pack.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::thread;

use tiny_http::{Header, Method, Request, Response, StatusCode};

/// What a browser is told of a file with this ending.
const KINDS: [(&str, &str); 6] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
];

/// What is answered: its status, its kind and what it holds.
pub struct Reply {
    status: u16,
    kind: &'static str,
    content: Vec<u8>,
}

impl Reply {
    /// Something that is there, of the kind that files with this ending are.
    pub fn of(ending: &str, content: impl Into<Vec<u8>>) -> Self {
        let kind =
            KINDS.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| *kind);
        Self { status: 200, kind, content: content.into() }
    }

    pub fn text(content: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, kind: "text/plain; charset=utf-8", content: content.into() }
    }

    /// The file of a folder at this address.
    pub fn file(folder: &Path, url: &str) -> Self {
        let path = within(url).map(|path| folder.join(path));
        let read = path.as_deref().and_then(|path| Some((path, std::fs::read(path).ok()?)));
        match read {
            Some((path, content)) => {
                Self::of(path.extension().and_then(|ending| ending.to_str()).unwrap_or_default(), content)
            }
            None => Self { status: 404, ..Self::text("there is no such file") },
        }
    }
}

pub struct Server(tiny_http::Server);

impl Server {
    /// Takes the port, on this machine alone; port 0 is any that is free. The error says why it cannot be had.
    pub fn bind(port: u16) -> Result<Self, String> {
        tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map(Self).map_err(|error| error.to_string())
    }

    /// Where it is.
    pub fn address(&self) -> Option<SocketAddr> {
        self.0.server_addr().to_ip()
    }

    /// Answers addresses for as long as it lives. A request that waits holds up no other.
    pub fn answer(&self, reply: impl Fn(&str) -> Reply + Sync) {
        thread::scope(|scope| {
            for request in self.0.incoming_requests() {
                scope.spawn(|| respond(request, &reply));
            }
        });
    }
}

fn respond(request: Request, reply: &(impl Fn(&str) -> Reply + Sync)) {
    let Reply { status, kind, content } = match request.method() {
        Method::Get | Method::Head => reply(request.url()),
        _ => Reply { status: 405, ..Reply::text("only GET and HEAD are answered") },
    };
    let headers = [("Content-Type", kind), ("Cache-Control", "no-store")];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok()).collect();
    let length = content.len();
    // Who has gone away needs no answer.
    _ = request.respond(Response::new(StatusCode(status), headers, content.as_slice(), Some(length), None));
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
