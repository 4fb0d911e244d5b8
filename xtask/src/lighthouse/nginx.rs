//! nginx on a free port, with the server of `docs/nginx.conf` and nothing of the machine's own set-up.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::child::Toolbox;
use crate::failure::{Failure, Outcome};
use crate::paths;

/// Far longer than it takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running nginx; it ends when it is dropped.
pub struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// Serves the folder `page`; what nginx itself writes goes to `folder`.
    pub fn start(toolbox: &Toolbox, folder: &Path, page: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let file = folder.join("nginx.conf");
        let server = paths::root().join("docs/nginx.conf");
        let server = fs::read_to_string(&server).map_err(|error| Failure::file(&server, &error))?;
        let text = around(&filled(&server, port, page)?, folder);
        fs::write(&file, text).map_err(|error| Failure::file(&file, &error))?;
        let process = toolbox
            .command("nginx")
            .arg("-c")
            .arg(&file)
            // Before it has read the file it would complain about a log that it may not write.
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("nginx could not be started: {error}")))?;
        let mut server = Self { process, port };
        server.wait()?;
        Ok(server)
    }

    /// Where it listens, on this machine only.
    pub fn port(&self) -> u16 {
        self.port
    }

    fn wait(&mut self) -> Outcome<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let has_ended = matches!(self.process.try_wait(), Ok(Some(_)));
            if has_ended || start.elapsed() > PATIENCE {
                return Err(Failure::new("nginx does not serve docs/nginx.conf").cure("The lines above say why."));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let port = listener
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port());
    port.map_err(|error| Failure::new(format!("No port is free: {error}")))
}

/// The server of `docs/nginx.conf` with this machine's port and folder in place of the example's.
fn filled(server: &str, port: u16, page: &Path) -> Outcome<String> {
    let mut text = server.to_owned();
    for (example, own) in [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("root /srv/kich-ban;", format!("root \"{}\";", page.display())),
    ] {
        if !text.contains(example) {
            return Err(Failure::new(format!("docs/nginx.conf has no `{example}`")));
        }
        text = text.replace(example, &own);
    }
    Ok(text)
}

/// What nginx wants around a server: one process, no log, its own temporary folders.
fn around(server: &str, folder: &Path) -> String {
    let folder = folder.display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path \"{folder}/{name}\";\n"))
        .concat();
    format!(
        "load_module {};\ndaemon off;\nmaster_process off;\npid \"{folder}/nginx.pid\";\nevents {{}}\n\
         http {{\n    include /etc/nginx/mime.types;\n    access_log off;\n{temporary}{server}}}\n",
        super::BROTLI_MODULE
    )
}
