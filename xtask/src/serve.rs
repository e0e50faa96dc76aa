//! `cargo xtask serve`.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::{CommandExt as _, parent_id};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use crate::failure::Failure;
use crate::setup;
use crate::toolbox::Toolbox;

/// The name this program gives its second process.
pub const ANNOUNCE: &str = "announce";

/// What is served, apart from the release widget, so that neither replaces the other.
const SERVED: &str = "target/serve";

/// Where the widget is served unless somebody asks for another port.
pub const PORT: u16 = 8080;

/// Serves the widget on this machine, rebuilt on each change.
///
/// This process becomes Trunk in the end, so that stopping the one stops the other. What is left to say, that the
/// page can be opened, falls to a second process.
pub fn run(port: u16) -> Result<(), Failure> {
    let in_use = |error| {
        let what = format!("port {port} cannot be used: {error}");
        let next = port.checked_add(1).unwrap_or(PORT);
        Failure::of(what)
            .help(format!("stop the program that uses it, or choose another: `cargo xtask serve --port {next}`"))
    };
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(in_use)?;

    let tools = setup::for_serving()?;
    println!("  building the widget, a few minutes the first time …");

    let port = port.to_string();
    let failed = |error| Failure::of(format!("the widget could not be served: {error}"));
    Command::new(env::current_exe().map_err(failed)?)
        .args([ANNOUNCE, &port])
        .stdin(Stdio::null())
        .spawn()
        .map_err(failed)?;
    Err(failed(trunk(&tools, &["serve", "--dist", SERVED, "--port", &port]).exec()))
}

/// Trunk with these arguments.
fn trunk(tools: &Toolbox, arguments: &[&str]) -> Command {
    let mut trunk = tools.command("trunk", arguments.iter().copied());
    if env::var_os("NO_COLOR").is_some() {
        // Of all the values that mean the same to other programs, Trunk takes only this one.
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

/// Waits until the server that started this process answers, and says where.
pub fn announce(port: u16) {
    let server = parent_id();
    while parent_id() == server {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            println!("\nthe widget is at http://127.0.0.1:{port}/  (Ctrl+C stops it)\n");
            break;
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// A port as somebody typed it.
pub fn parse(port: &str) -> Result<u16, Failure> {
    let parsed = port.parse().ok().filter(|port| *port > 0);
    parsed.ok_or_else(|| Failure::usage(format!("`{port}` is not a port: give a number from 1 to 65535")))
}
