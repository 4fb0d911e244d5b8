//! The server for the built page, asked over a real socket. Must not need a built page: it makes one of two files.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;

use xtask::server::Server;
use xtask::site::Site;

const HEADERS: &str = "/*\n  X-Page: yes\n/*.wasm\n  Cache-Control: immutable\n";

#[test]
fn the_page_comes_with_its_headers_and_compressed() {
    let server = serve("headers", "/");
    let answer = ask(&server, "GET / HTTP/1.1\r\nAccept-Encoding: gzip, br;q=0.9");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    for line in [
        "Content-Type: text/html; charset=utf-8",
        "Content-Encoding: br",
        "X-Page: yes",
        "Vary: Accept-Encoding",
    ] {
        assert!(answer.contains(line), "{line} is missing in {answer}");
    }
    let plain = ask(&server, "GET /index.html HTTP/1.1");
    assert!(plain.ends_with(&page()), "{plain}");
}

#[test]
fn the_module_can_be_compiled_while_it_loads_and_is_kept() {
    let answer = ask(&serve("module", "/"), "GET /app.wasm?x=1 HTTP/1.1");
    assert!(answer.contains("Content-Type: application/wasm"), "{answer}");
    assert!(answer.contains("Cache-Control: immutable"), "{answer}");
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let server = serve("tag", "/");
    let first = ask(&server, "HEAD / HTTP/1.1");
    let tag = first
        .lines()
        .find_map(|line| line.strip_prefix("ETag: "))
        .unwrap_or_default();
    let again = ask(&server, &format!("GET / HTTP/1.1\r\nIf-None-Match: {tag}"));
    assert!(again.starts_with("HTTP/1.1 304"), "{again}");
}

#[test]
fn a_page_can_live_below_a_path_and_nowhere_else() {
    let server = serve("base", "/kich-ban/");
    assert!(server.url().ends_with("/kich-ban/"));
    let answer = ask(&server, "GET /kich-ban/ HTTP/1.1");
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("X-Page: yes"),
        "{answer}"
    );
    assert!(ask(&server, "GET / HTTP/1.1").starts_with("HTTP/1.1 404"));
}

#[test]
fn nothing_outside_the_page_is_answered() {
    let server = serve("outside", "/");
    for path in ["/_headers", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/none.html"] {
        let answer = ask(&server, &format!("GET {path} HTTP/1.1"));
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
    }
    assert!(ask(&server, "POST / HTTP/1.1\r\nContent-Length: 0").starts_with("HTTP/1.1 405"));
}

#[test]
fn a_dropped_server_answers_no_more() {
    let server = serve("dropped", "/");
    let port = server.port();
    drop(server);
    // The listening thread notices a moment later; until then a connection may be taken, but nobody answers.
    let answered = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok_and(|mut stream| {
        let mut answer = String::new();
        let asked = stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        asked.and_then(|()| stream.read_to_string(&mut answer)).is_ok() && answer.contains(" 200 ")
    });
    assert!(!answered);
}

fn page() -> String {
    format!(
        "<!doctype html><title>Kịch Bản</title>{}",
        "<p>Dự phóng</p>".repeat(100)
    )
}

fn serve(name: &str, base: &str) -> Server {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{name}"));
    fs::create_dir_all(&folder).expect("a folder for the page");
    for (file, text) in [
        ("index.html", page().as_str()),
        ("app.wasm", "\0asm"),
        ("_headers", HEADERS),
    ] {
        fs::write(folder.join(file), text).expect("a file of the page");
    }
    let site = Site::read(&folder, base).expect("the page is read");
    Server::start(site, 0).expect("a free port")
}

/// Sends `head` and returns the whole answer as text.
fn ask(server: &Server, head: &str) -> String {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).expect("the server listens");
    write!(stream, "{head}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").expect("the server reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the server answers");
    String::from_utf8_lossy(&answer).into_owned()
}
