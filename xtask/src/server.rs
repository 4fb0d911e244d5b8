//! A static server for the built page, with the headers it would be published with.
//!
//! For people (`cargo xtask serve`) and for the end-to-end tests, which start it on port 0. Must not listen to
//! anything but this machine, and must not add headers of its own that a host would not send.

use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread::JoinHandle;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::failure::{Failure, Outcome};
use crate::site::{File, Site};

/// A browser opens about six connections at a time.
const THREADS: usize = 6;

/// A server that runs until it is dropped.
pub struct Server {
    inner: Arc<tiny_http::Server>,
    address: SocketAddr,
    base: String,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Serves `site` on 127.0.0.1. Port 0 takes any free one.
    pub fn start(site: impl Into<Arc<Site>>, port: u16) -> Outcome<Self> {
        let taken = |error: &dyn std::fmt::Display| {
            Failure::new(format!("Port {port} of 127.0.0.1 cannot be used: {error}"))
                .cure("Choose another with --port.")
        };
        let inner = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| taken(&error))?;
        let address = inner.server_addr().to_ip().ok_or_else(|| taken(&"it has no address"))?;
        let inner = Arc::new(inner);
        let site: Arc<Site> = site.into();
        let base = site.base().to_owned();
        let threads = (0..THREADS).map(|_| {
            let (server, site) = (Arc::clone(&inner), Arc::clone(&site));
            std::thread::spawn(move || {
                // Fails when the server is unblocked, which is how it ends.
                while let Ok(request) = server.recv() {
                    answer(request, &site);
                }
            })
        });
        let threads = threads.collect();
        Ok(Self {
            inner,
            address,
            base,
            threads,
        })
    }

    /// Where the page is, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// The port it listens to.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread only fails by panicking, and then has said so itself.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Each call wakes one thread; all are woken before the first is waited for.
        self.threads.iter().for_each(|_| self.inner.unblock());
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, site: &Site) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, text(405, "Only GET and HEAD are answered here.\n"));
    }
    let Some(file) = site.get(request.url()) else {
        return send(request, text(404, "There is no such file.\n"));
    };
    let seen = header(&request, "If-None-Match").is_some_and(|tags| tags.contains(&file.tag));
    let response = if seen {
        not_modified(file)
    } else {
        whole(&request, file)
    };
    send(request, response);
}

type Answer = Response<Cursor<Vec<u8>>>;

fn whole(request: &Request, file: &File) -> Answer {
    let accepts = header(request, "Accept-Encoding").is_some_and(|list| {
        list.split(',')
            .any(|coding| coding.split(';').next().is_some_and(|name| name.trim() == "br"))
    });
    let compressed = if accepts { file.compressed() } else { None };
    let mut response = Response::from_data(compressed.unwrap_or(&file.bytes));
    if compressed.is_some() {
        add(&mut response, "Content-Encoding", "br");
    }
    add(&mut response, "Content-Type", file.media_type);
    about(&mut response, file);
    // Otherwise tiny_http sends long answers in chunks, and a browser cannot show how much is left.
    response.with_chunked_threshold(usize::MAX)
}

fn not_modified(file: &File) -> Answer {
    let mut response = Response::from_data(Vec::new()).with_status_code(StatusCode(304));
    about(&mut response, file);
    response
}

fn about(response: &mut Answer, file: &File) {
    add(response, "ETag", &file.tag);
    add(response, "Vary", "Accept-Encoding");
    for (name, value) in &file.headers {
        add(response, name, value);
    }
}

fn text(status: u16, message: &str) -> Answer {
    let mut response = Response::from_data(message.as_bytes()).with_status_code(StatusCode(status));
    add(&mut response, "Content-Type", "text/plain; charset=utf-8");
    response
}

fn add(response: &mut Answer, name: &str, value: &str) {
    // Only a value with control characters or beyond ASCII is refused; `dist` never writes one.
    if let Ok(header) = Header::from_bytes(name, value) {
        response.add_header(header);
    }
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let found = request
        .headers()
        .iter()
        .find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
    found.map(|header| header.value.as_str())
}

fn send(request: Request, response: Answer) {
    // The browser went away, as it does on every reload.
    let _ = request.respond(response);
}
