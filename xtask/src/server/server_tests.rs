//! The server as a browser meets it: over a real socket.

use super::*;
use std::fs;
use std::io::Read;
use std::ops::Deref;
use std::path::PathBuf;

const POLICY: &str = "default-src 'none'; script-src 'self'";

/// A server whose folder goes with it.
struct Served(Server, PathBuf);

impl Deref for Served {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.0
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.1); // the system empties its folder anyway
    }
}

/// A site in a fresh folder under the system's temporary one.
fn site(name: &str) -> Served {
    let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
    let compressed = folder.join("compressed");
    fs::create_dir_all(&compressed).expect("a temporary folder can be made");
    let html = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    fs::write(folder.join("index.html"), html).expect("it can be written");
    fs::write(folder.join("app.wasm"), "plain").expect("it can be written");
    fs::write(compressed.join("app.wasm.br"), "small").expect("it can be written");
    let (base, compressed) = ("/some/sub/path/".to_owned(), Some(compressed));
    let site = Site {
        folder: folder.clone(),
        base,
        compressed,
        reload: false,
    };
    Served(Server::start(site, 0).expect("some port is free"), folder)
}

fn ask(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address).expect("the server listens");
    let sent = format!("{request}\r\nHost: here\r\n\r\n");
    stream
        .write_all(sent.as_bytes())
        .expect("it takes a request");
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("it answers in text");
    answer
}

#[test]
fn the_page_comes_with_its_policy_as_a_header() {
    let answer = ask(&site("policy"), "GET /some/sub/path/?m=2 HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    let header = format!("Content-Security-Policy: {POLICY}\r\n");
    assert!(answer.contains(&header), "{answer}");
    assert!(
        answer.contains("Access-Control-Allow-Origin: *\r\n"),
        "{answer}"
    );
}

#[test]
fn a_browser_that_takes_brotli_gets_it() {
    let server = site("brotli");
    let get = "GET /some/sub/path/app.wasm HTTP/1.1";
    let small = ask(&server, &format!("{get}\r\nAccept-Encoding: gzip, br"));
    assert!(
        small.contains("Content-Encoding: br\r\n") && small.ends_with("small"),
        "{small}"
    );
    let plain = ask(&server, get);
    assert!(
        plain.ends_with("plain") && plain.contains("application/wasm"),
        "{plain}"
    );
}

#[test]
fn nothing_outside_the_site_is_served() {
    let server = site("outside");
    for path in [
        "/",
        "/some/sub/path/../../../etc/passwd",
        "/some/sub/path/%2e%2e/x",
        "/some/sub/path//etc/passwd",
    ] {
        let answer = ask(&server, &format!("GET {path} HTTP/1.1"));
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
    }
}

#[test]
fn the_address_without_its_last_slash_leads_to_the_page() {
    let answer = ask(&site("slash"), "GET /some/sub/path HTTP/1.1");
    assert!(answer.contains("Location: /some/sub/path/\r\n"), "{answer}");
}

#[test]
fn only_reading_is_allowed() {
    let answer = ask(&site("post"), "POST /some/sub/path/ HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 405"), "{answer}");
}
