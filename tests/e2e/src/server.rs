//! A server for the tests: the files and headers of `xtask::site`, one thread and one answer a connection.
//!
//! Not `xtask::server`: the pool below it (tiny_http 0.12, `TaskPool::spawn`) counts threads as free that have not woken
//! yet, so that one of several connections opened at once may wait until another is closed, a minute with a browser.
//! Must not add headers that a host would not send.

use std::collections::BTreeSet;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use xtask::site::{File, Site};

/// More than any browser sends before the body.
const MOST_HEAD_BYTES: u64 = 64 * 1024;
/// A browser opens connections ahead of need; each holds a thread only so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; it ends when it is dropped.
pub struct Server {
    address: SocketAddr,
    /// What is served now; None while it is as if there were no server.
    site: Arc<Mutex<Option<Arc<Site>>>>,
    is_over: Arc<AtomicBool>,
}

impl Server {
    /// Serves `site` on a free port of this machine.
    pub fn start(site: Arc<Site>) -> io::Result<Self> {
        let listener = listener()?;
        let server = Self {
            address: listener.local_addr()?,
            site: Arc::new(Mutex::new(Some(site))),
            is_over: Arc::default(),
        };
        let is_over = Arc::clone(&server.is_over);
        let served = Arc::clone(&server.site);
        thread::spawn(move || {
            for connection in listener.incoming() {
                if is_over.load(Ordering::Acquire) {
                    return;
                }
                let Some(site) = served.lock().unwrap_or_else(PoisonError::into_inner).clone() else {
                    // Hung up on, as by a network that is not there.
                    continue;
                };
                // A browser that goes away in the middle of an answer is none of the server's business.
                thread::spawn(move || connection.and_then(|connection| answer(&connection, &site)));
            }
        });
        Ok(server)
    }

    /// Serves another site from now on, or none.
    pub fn serve(&self, site: Option<Arc<Site>>) {
        *self.site.lock().unwrap_or_else(PoisonError::into_inner) = site;
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        // The listener looks at the flag when somebody comes.
        let _ = TcpStream::connect(self.address);
    }
}

/// On a free port that no server of this process had before: what a browser keeps belongs to the address, and the next
/// story must not find it.
fn listener() -> io::Result<TcpListener> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return Ok(listener);
        }
    }
}

fn answer(mut connection: &TcpStream, site: &Site) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let head = BufReader::new(connection.take(MOST_HEAD_BYTES)).lines();
    let head: Vec<String> = head
        .take_while(|line| line.as_ref().map_or(true, |line| !line.is_empty()))
        .collect::<Result<_, _>>()?;
    let path = head
        .first()
        .and_then(|line| line.strip_prefix("GET "))
        .and_then(|line| line.split(' ').next());
    let Some(path) = path else {
        return connection
            .write_all(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };
    let Some(file) = site.get(path) else {
        return connection.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };
    let takes_brotli = head.iter().any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("accept-encoding:") && line.contains("br")
    });
    let (fields, body) = whole(file, takes_brotli);
    connection.write_all(fields.as_bytes())?;
    connection.write_all(body)
}

fn whole(file: &File, takes_brotli: bool) -> (String, &[u8]) {
    let compressed = if takes_brotli { file.compressed() } else { None };
    let body = compressed.unwrap_or(&file.bytes);
    let mut fields = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nContent-Type: {}\r\nETag: {}\r\nVary: Accept-Encoding\r\nConnection: close\r\n",
        body.len(),
        file.media_type,
        file.tag,
    );
    if compressed.is_some() {
        fields.push_str("Content-Encoding: br\r\n");
    }
    for (name, value) in &file.headers {
        fields.push_str(&format!("{name}: {value}\r\n"));
    }
    fields.push_str("\r\n");
    (fields, body)
}
