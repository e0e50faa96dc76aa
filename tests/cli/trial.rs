//! `zhice try`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::Child;

use crate::zhice::{SAMPLE, Zhice};

const WIDGET: &str = "<!doctype html><script type=\"module\" src=\"zhice-1.js\" integrity=\"x\"></script>";

/// What is answered at an address.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.0\r\n\r\n").expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// The address at which a command serves, once it says so.
fn address(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().expect("a pipe")).read_line(&mut line).expect("a line");
    let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    assert!(address.starts_with("127.0.0.1:"), "{line}");
    address
}

/// The page that a trial shows first.
fn page(here: &Zhice) -> String {
    let mut child = here.start();
    let page = get(&address(&mut child), "/");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    page
}

#[test]
fn what_is_wrong_is_said_in_the_language_of_the_page() {
    let here = Zhice::new().file("sample.json", SAMPLE.replace("\"is\": \"body.plan\"", "\"is\": \"body.plam\""));
    here.shell("mkdir web");
    let page = page(&here.file("web/index.html", WIDGET).args(["try", "sample.json", "--web", "web", "--port", "0"]));
    assert!(page.contains("没有编号为 `body.plam` 的填报项") && page.contains("sample.json：1 处错误"), "{page}");
    assert!(!page.contains("help:") && !page.contains("error"), "{page}");
}

#[test]
fn a_file_that_bears_another_name_than_its_programme_is_said_to() {
    let here = Zhice::new().file("smallest.json", SAMPLE);
    here.shell("mkdir web");
    let page = page(&here.file("web/index.html", WIDGET).args(["try", "smallest.json", "--web", "web", "--port", "0"]));
    assert!(page.contains("编号是 `sample`，文件名却是 `smallest`") && !page.contains("<zhice-check"), "{page}");
}

#[test]
fn the_widget_opens_on_the_pack_and_each_save_shows_it_anew() {
    let here = Zhice::new().file("sample.json", SAMPLE);
    here.shell("mkdir web");
    let here = here.file("web/index.html", WIDGET).file("web/zhice-1.js", "export {};");
    let here = here.args(["try", "sample.json", "--web", "web", "--port", "0", "--lang", "en"]);
    let mut child = here.start();
    let address = address(&mut child);

    let page = get(&address, "/");
    assert!(page.contains("programme=\"sample\" packs=\"/try/pack/sample.json\""), "{page}");
    assert!(page.contains("src=\"/zhice-1.js\""), "{page}");
    assert!(get(&address, "/try/pack/sample.json").ends_with(SAMPLE));
    assert!(get(&address, "/zhice-1.js").contains("text/javascript"));
    assert!(
        get(&address, "/../sample.json").starts_with("HTTP/1.0 404")
            || get(&address, "/../sample.json").contains(" 404 ")
    );
    let edition = page.split_once("data-edition=\"").and_then(|(_, rest)| rest.split_once('"')).expect("an edition").0;

    // Whoever waits for another edition is answered when the file is saved.
    let here = here.file("sample.json", SAMPLE.replace("\"is\": \"body.plan\"", "\"is\": \"body.<plam\""));
    let next = get(&address, &format!("/try/edition?other-than={edition}"));
    assert!(!next.ends_with(edition), "{next}");
    let page = get(&address, "/");
    assert!(page.contains("no fact has the id `body.&lt;plam`") && !page.contains("<zhice-check"), "{page}");
    assert!(page.contains("An id that nothing declares"), "{page}");

    let here = here.file("sample.json", SAMPLE);
    assert!(get(&address, "/").contains("<zhice-check"));
    here.shell("rm sample.json");
    assert!(get(&address, "/").contains("no such file"));
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}

#[test]
fn what_is_missing_is_named() {
    let here = || Zhice::new().file("sample.json", SAMPLE);
    here().args(["try", "gone.json"]).refused(&["no such file, gone.json, check the path"]);
    here()
        .args(["try", "sample.json", "--web", "gone"])
        .refused(&["no widget there, gone, name the folder `web` of a release with --web"]);
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let here = here();
    here.shell("mkdir web");
    let here = here.file("web/index.html", WIDGET).args(["try", "sample.json", "--web", "web", "--port", &port]);
    here.exits(2).complains_of(&format!("zhice: port {port} cannot be used: "));
}
