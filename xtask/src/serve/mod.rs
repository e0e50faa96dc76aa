//! `cargo xtask serve`.

mod build;
mod edition;
mod server;
mod sources;

use std::sync::Arc;
use std::thread;

use self::edition::Edition;
use self::server::Server;
use self::sources::Sources;
use crate::failure::Failure;
use crate::setup;
use crate::step::task;

/// Where the widget is served unless somebody asks for another port.
pub const PORT: u16 = 8080;

/// Serves the widget on this machine. On each change it is built again, and the pages that show it load again.
pub fn run(port: u16) -> Result<(), Failure> {
    let server = Server::bind(port)?;
    let tools = setup::for_serving()?;
    let mut sources = Sources::found()?;
    task("building the widget, a few minutes the first time", || build::all(&tools))?;
    println!("\nthe widget is at http://127.0.0.1:{port}/  (Ctrl+C stops it)\n");

    let edition = Arc::new(Edition::new());
    let shown = Arc::clone(&edition);
    // Not waited for: where the sources cannot be watched any more, the server ends with the rest.
    thread::spawn(move || server.answer(&shown));
    loop {
        let changed = sources.changed()?;
        match task(&format!("building it again, for {changed}"), || build::all(&tools)) {
            Ok(()) => edition.renew(),
            Err(failure) => eprintln!("xtask: {failure}\n  the widget is served as it was"),
        }
    }
}

/// A port as somebody typed it.
pub fn parse(port: &str) -> Result<u16, Failure> {
    let parsed = port.parse().ok().filter(|port| *port > 0);
    parsed.ok_or_else(|| Failure::usage(format!("`{port}` is not a port: give a number from 1 to 65535")))
}
